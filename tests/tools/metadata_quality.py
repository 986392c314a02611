"""The European metadata-quality score of each set of data in a catalogue, by the published weights:
`python -m tests.tools.metadata_quality https://vetrina.example/dati/v1/catalogo.rdf`.

The measure is the Metadata Quality Assessment of data.europa.eu: 405 points, 351 and more are "excellent". It is
stricter in one thing: where Europe takes an average over the files of a set, all of them must have it. For the form of
files, which say the same, the best one counts, as it does there. Nothing of the generator is used, nor of its tables.
"""

import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from rdflib import DCAT, DCTERMS, RDF, Graph, URIRef
from rdflib.term import Node

EU = "http://publications.europa.eu/resource/authority/"
IANA = "https://www.iana.org/assignments/media-types/"
MOST = 405
NON_PROPRIETARY = {f"{EU}file-type/{one}" for one in "CSV GEOJSON ICS JSON JSON_LD ODS RDF_TURTLE RDF_XML XML".split()}
MACHINE_READABLE = NON_PROPRIETARY | {f"{EU}file-type/{one}" for one in ("XLS", "XLSX")}


class Answer(NamedTuple):
    """What an address answers."""

    status: int
    media_type: str = ""
    size: int = 0


def asked(address: str) -> Answer:
    """Ask an address; its fragment is not sent."""
    try:
        with urllib.request.urlopen(address, timeout=60) as told:
            return Answer(told.status, told.headers.get_content_type(), len(told.read()))
    except urllib.error.HTTPError as error:
        return Answer(error.code)
    except OSError:
        return Answer(0)


class Measured:
    """A set of data in a catalogue, its files, and what addresses answer."""

    def __init__(self, graph: Graph, thing: Node, ask: Callable[[str], Answer], *, conforms: bool) -> None:
        self._graph, self._thing, self._ask, self._conforms = graph, thing, ask, conforms
        self._files = list(graph.objects(thing, DCAT.distribution))

    def points(self) -> Mapping[str, int]:
        """The points that it has, by property."""
        best = max((self._of_form(file) for file in self._files), key=lambda one: sum(one.values()), default={})
        return {
            "keyword": 30 * self._has(DCAT.keyword),
            "theme": 30 * self._from(DCAT.theme, f"{EU}data-theme/"),
            "spatial": 20 * self._has(DCTERMS.spatial),
            "temporal": 20 * self._has(DCTERMS.temporal),
            "accessURL answers": 50 * self._answer(DCAT.accessURL),
            "downloadURL": 20 * self._each(DCAT.downloadURL),
            "downloadURL answers": 30 * self._answer(DCAT.downloadURL),
            **best,
            "DCAT-AP": 30 * self._conforms,
            "license": 20 * self._each(DCTERMS.license),
            "license known": 10 * self._each(DCTERMS.license, f"{EU}licence/"),
            "accessRights": 10 * self._has(DCTERMS.accessRights),
            "accessRights known": 5 * self._from(DCTERMS.accessRights, f"{EU}access-right/"),
            "contactPoint": 20 * self._has(DCAT.contactPoint),
            "publisher": 10 * self._has(DCTERMS.publisher),
            "rights": 5 * self._each(DCTERMS.rights),
            "byteSize": 5 * self._each(DCAT.byteSize),
            "issued": 5 * (self._has(DCTERMS.issued) and self._each(DCTERMS.issued)),
            "modified": 5 * (self._has(DCTERMS.modified) and self._each(DCTERMS.modified)),
        }

    def _of_form(self, file: Node) -> dict[str, int]:
        """The points for the form of a file."""
        forms = [str(one) for one in self._graph.objects(file, DCTERMS.format)]
        types = [str(one) for one in self._graph.objects(file, DCAT.mediaType)]
        known = all(one.startswith(f"{EU}file-type/") for one in forms) and all(one.startswith(IANA) for one in types)
        return {
            "format": 20 * bool(forms),
            "mediaType": 10 * bool(types),
            "format and mediaType known": 10 * bool(forms and types and known),
            "non-proprietary": 20 * bool(NON_PROPRIETARY.intersection(forms)),
            "machine-readable": 20 * bool(MACHINE_READABLE.intersection(forms)),
        }

    def _has(self, name: URIRef) -> bool:
        return (self._thing, name, None) in self._graph

    def _from(self, name: URIRef, beginning: str) -> bool:
        return any(str(one).startswith(beginning) for one in self._graph.objects(self._thing, name))

    def _each(self, name: URIRef, beginning: str = "") -> bool:
        """Whether each file has a property, with a value that begins so."""
        held = [[str(one) for one in self._graph.objects(file, name)] for file in self._files]
        return bool(held) and all(any(one.startswith(beginning) for one in several) for several in held)

    def _answer(self, name: URIRef) -> bool:
        """Whether all addresses answer that files have in a property."""
        return self._each(name) and all(
            self._ask(str(one)).status == 200 for file in self._files for one in self._graph.objects(file, name)
        )


def scores(graph: Graph, ask: Callable[[str], Answer], *, conforms: bool) -> Mapping[str, Mapping[str, int]]:
    """The points of every set of data, by its address and then by property."""
    sets: Iterable[Node] = sorted(graph.subjects(RDF.type, DCAT.Dataset))
    return {str(one): Measured(graph, one, ask, conforms=conforms).points() for one in sets}


def main(address: str) -> None:
    """Tell the points of every set, and what each lacks; that it holds to the shapes is taken for granted."""
    graph = Graph().parse(address, format="xml" if address.endswith("rdf") else "turtle")
    for one, points in scores(graph, asked, conforms=True).items():
        lacking = ", ".join(name for name, number in points.items() if not number)
        print(f"{sum(points.values())} of {MOST}  {one}" + (f"  lacks: {lacking}" if lacking else ""))


if __name__ == "__main__":
    main(sys.argv[1])
