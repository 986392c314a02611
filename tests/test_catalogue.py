"""The catalogue of the data: what portals of data ask for, read again by other libraries and asked over the network."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pyshacl
import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, SH, SKOS, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from generator.cli import main
from generator.content.authority_tables import (
    FILE_FORMS,
    RHYTHMS,
    THEMES,
    frequency_entry,
    language_entry,
    licence_entry,
    theme_entry,
)
from generator.exports.catalogue_rdf import catalogue_files
from generator.exports.change_log import KeptLog
from generator.exports.data_catalogue import DataCatalogue, data_catalogue
from generator.exports.metadata_points import ALL_POINTS, missing
from generator.exports.quality import QUALITY_MEASURES, Quality
from generator.fields.walk import groups
from generator.kinds.agreement import Agreement
from generator.kinds.catalogue import KINDS, kind_of
from generator.output.rdf_files import rdf
from generator.output.server_files import Served, nginx
from generator.pages.other_data import other_data
from generator.pages.search import list_indexing
from generator.text.context import Context
from generator.view.rdf import Iri, RdfGraph
from generator.view.rdf import Literal as Text
from generator.words import languages
from tests.browser.site import Site, served
from tests.harness import DAY, BuiltSite, SiteTest
from tests.store import own_store
from tests.tools.metadata_quality import IANA, MOST, Answer, asked, scores

SHAPES = Path(__file__).parent / "shapes"
DQV, DCATAPIT = Namespace("http://www.w3.org/ns/dqv#"), Namespace("http://dati.gov.it/onto/dcatapit#")
SETTINGS = "content/site.yaml"
PREMIO = "content/initiatives/premio-lanterna.md"
ASKED_IN_ITALY = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.modified, DCAT.dataset),
    DCAT.Dataset: (
        DCTERMS.identifier,
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.modified,
        DCAT.theme,
        DCTERMS.rightsHolder,
        DCTERMS.accrualPeriodicity,
        DCAT.distribution,
    ),
    DCAT.Distribution: (DCTERMS["format"], DCAT.accessURL, DCTERMS.license),
    FOAF.Agent: (FOAF.name, DCTERMS.identifier),
    DCTERMS.PeriodOfTime: (URIRef("http://schema.org/startDate"),),
    DCTERMS.LicenseDocument: (DCTERMS.type, FOAF.name),
}
"""What DCAT-AP_IT makes mandatory, and recommends of a licence."""
RECOMMENDED_IN_ITALY = {
    DCAT.Catalog: (FOAF.homepage, DCTERMS.language, DCTERMS.issued, DCAT.themeTaxonomy),
    DCAT.Dataset: (DCAT.contactPoint, DCTERMS.publisher),
    DCAT.Distribution: (DCTERMS.description,),
}


class Complete(NamedTuple):
    """A made-up site whose owner has said everything, built for the address at which it is served."""

    site: Site
    built: SiteTest
    graph: Graph
    store: Path
    """Of its own: in one that many tests build with, what is known of a site may be forgotten in the meantime."""


@pytest.fixture(scope="module")
def complete(tmp_path_factory):
    store = own_store(tmp_path_factory.mktemp("store"))
    built = SiteTest("showcase")
    built.out.mkdir()
    with served(built.out) as site:
        built.replace(SETTINGS, "https://finestra.example/", site.address).build(store=store)
        assert built.built.published, built.codes()
        yield Complete(site, built, Graph().parse(built.out / "dati/v1/catalogo.ttl"), store)


def told_of(context: Context) -> DataCatalogue:
    """The catalogue of a site of which nothing was published before."""
    log = KeptLog((context,))
    return data_catalogue(context, log, other_data(context, log, ()))


def files_of(site: BuiltSite) -> tuple[bytes, bytes]:
    return tuple((site.out / f"dati/v1/catalogo.{form}").read_bytes() for form in ("ttl", "rdf"))


@cache
def shapes(name: str) -> Graph:
    return Graph().parse(SHAPES / f"dcat-ap_2.1.1_shacl_{name}.ttl")


def conforms(graph: Graph) -> bool:
    """Whether a catalogue holds to the shapes: what it must have, what it should, and whose tables it takes words from.

    A publisher that is none of the Union's own bodies is a warning there, and the only one.
    """
    for name in ("shapes", "shapes_recommended"):
        held, _, told = pyshacl.validate(graph, shacl_graph=shapes(name), allow_warnings=True)
        assert held, told
    held, told, text = pyshacl.validate(graph, shacl_graph=shapes("mdr-vocabularies.shape"), allow_warnings=True)
    results = told.objects(told.value(None, RDF.type, SH.ValidationReport), SH.result)
    assert {told.value(one, SH.resultPath) for one in results} == {DCTERMS.publisher}, text
    return held


def test_every_set_has_all_the_points_of_the_european_score(complete: Complete) -> None:
    answers: dict[str, Answer] = {}

    def ask(address: str) -> Answer:
        address = address.partition("#")[0]
        return answers.setdefault(address, asked(address) if address not in answers else Answer(0))

    found = scores(complete.graph, ask, conforms=conforms(complete.graph))
    told = told_of(complete.built.built.contexts[0])
    assert len(found) == len(told.sets) > 14 and ALL_POINTS == MOST
    for one, points in found.items():
        assert sum(points.values()) == MOST, (one, [name for name, number in points.items() if not number])
    assert not missing(told)


def test_addresses_answer_what_the_catalogue_says_of_them(complete: Complete) -> None:
    """Status, media type, size, the place on the page: as they are served."""
    pages: dict[str, str] = {}
    for file in complete.graph.subjects(RDF.type, DCAT.Distribution):
        (download,), (size,) = (
            complete.graph.objects(file, DCAT.downloadURL),
            complete.graph.objects(file, DCAT.byteSize),
        )
        (media_type,) = complete.graph.objects(file, DCAT.mediaType)
        told = asked(str(download))
        assert (told.status, told.size) == (200, size.toPython()), download
        assert str(media_type) == f"{IANA}{told.media_type}" or told.media_type == "application/octet-stream"
        (access,) = complete.graph.objects(file, DCAT.accessURL)
        page, _, anchor = str(access).partition("#")
        path = page.removeprefix(complete.site.address.rstrip("/"))
        html = pages.setdefault(path, complete.built.page(path))
        assert (not anchor or f'id="{anchor}"' in html) and str(download).removeprefix(
            complete.site.address.rstrip("/")
        ) in html


def test_every_file_of_data_that_is_offered_is_in_the_catalogue(complete: Complete) -> None:
    """All below the data and the numbers, but for the catalogue itself and what search engines may not show."""
    hidden = {segment for kind in KINDS if kind.noindex for segment in kind.segments.values()}
    offered = {
        path
        for path in complete.built.files()
        if path.removeprefix("en/").startswith(("dati/", "numeri/", "data/", "numbers/"))
        and path.rpartition(".")[2] in FILE_FORMS
        and not ("/v1/" in path and path.rpartition("/")[2].partition(".")[0] in hidden)
    }
    told = {str(one).removeprefix(complete.site.address) for one in complete.graph.objects(None, DCAT.downloadURL)}
    assert told == offered
    assert {"dati/v1/numeri.csv", "dati/v1/changes.json", "en/data/v1/agreements.signatories.csv"} <= offered
    assert any(path.startswith("numeri/") for path in offered)


def test_a_frozen_register_is_in_the_catalogue_with_its_days() -> None:
    site = SiteTest("showcase")
    assert (
        main(["report", "register", "--freeze", "--half-year", "2025-h1", "--root", str(site.root), "--on", DAY]) == 0
    )
    site.build()
    graph = Graph().parse(site.out / "dati/v1/catalogo.ttl")
    (one,) = [thing for thing in graph.subjects(RDF.type, DCAT.Dataset) if str(thing).endswith("#registers")]
    files = {str(graph.value(file, DCAT.downloadURL)) for file in graph.objects(one, DCAT.distribution)}
    assert {name.rpartition("/")[2] for name in files} == {"registro-2025-h1.csv", "registro-2025-h1.json"}
    assert str(graph.value(one, DCTERMS.modified)) == DAY
    assert 'id="register-2025-h1"' in site.page("/dati/")


def test_a_log_in_which_nothing_is_yet_is_of_the_day() -> None:
    """Each publication writes it anew: the owner has not to say since when there are data."""
    site = SiteTest("minimal").build()
    assert "since:" not in site.read(SETTINGS).partition("open_data:")[2]
    graph = Graph().parse(site.out / "dati/v1/catalogo.ttl")
    (log,) = [thing for thing in graph.subjects(RDF.type, DCAT.Dataset) if str(thing).endswith("#changes")]
    assert str(graph.value(log, DCTERMS.modified)) == DAY


def test_a_server_is_told_the_media_types_of_the_catalogue_and_of_the_data() -> None:
    told = "".join(nginx(Served("vetrina.example", "/", {}, ()), "/site", "80").values())
    for form, ending in (("text/turtle", "ttl"), ("application/rdf+xml", "rdf")):
        assert f"        {form} {ending};\n" in told
    for ending, form in FILE_FORMS.items():
        assert f"        {form.served_as} {ending};\n" in told


@pytest.mark.parametrize("table", [ASKED_IN_ITALY, RECOMMENDED_IN_ITALY])
def test_all_that_italy_asks_for_is_there(complete: Complete, table: dict[URIRef, tuple[URIRef, ...]]) -> None:
    for class_, properties in table.items():
        things = set(complete.graph.subjects(RDF.type, class_))
        assert things, class_
        for thing in things:
            missed = [str(one) for one in properties if (thing, one, None) not in complete.graph]
            assert not missed, (thing, missed)
    for one in ("Catalog", "Dataset", "Distribution", "Agent", "LicenseDocument", "Organization"):
        assert (None, RDF.type, DCATAPIT[one]) in complete.graph


def test_both_forms_say_the_same_and_every_thing_has_an_address(complete: Complete) -> None:
    other = Graph().parse(complete.built.out / "dati/v1/catalogo.rdf", format="xml")
    assert isomorphic(complete.graph, other) and len(other) > 1000
    assert not [one for one in other.all_nodes() if isinstance(one, BNode)]
    for _, _, told in other:
        assert not isinstance(told, Literal) or not told.ill_typed
        assert not isinstance(told, URIRef) or ":" in told


def test_forms_are_the_same_under_other_hash_seeds() -> None:
    program = (
        "from hashlib import sha256; from generator.view.rdf import *; from generator.output.rdf_files import rdf;"
        "x = 'https://x.example/#';"
        "s = {(f'{x}{n % 9}', f'{x}{word}', told) for n in range(90) for word in ('a', 'b')"
        " for told in (Iri(f'{x}{n}'), Literal(str(n), 'it'), Literal(f'{n}.5', datatype=f'{x}decimal'))};"
        "views = [RdfGraph(f'x.{form}', {'x': x}, tuple(s)) for form in (TURTLE, RDF_XML)];"
        "print(*(sha256(rdf(view, {})).hexdigest() for view in views))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1 and len(told.pop().split()) == 2


def test_signs_that_xml_and_turtle_keep_for_themselves_come_through() -> None:
    said = 'a < b & "c" \\ d ’ è\nf'
    statements = (("https://x.example/#a", str(DCTERMS.title), Text(said, "it")),)
    for form in ("ttl", "rdf"):
        view = RdfGraph(f"x.{form}", {"dct": str(DCTERMS), "rdf": str(RDF)}, statements)
        (read,) = Graph().parse(rdf(view, {}), format="turtle" if form == "ttl" else "xml").objects()
        assert read == Literal(said, lang="it")
    link = (("https://x.example/?a=1&b=2", str(DCTERMS.relation), Iri("https://x.example/?c=3&d=4")),)
    view = RdfGraph("x.rdf", {"dct": str(DCTERMS), "rdf": str(RDF)}, link)
    assert [*Graph().parse(rdf(view, {}), format="xml")] == [
        (URIRef(link[0][0]), DCTERMS.relation, URIRef(link[0][2].address))
    ]


def test_pages_and_catalogue_are_of_one_mind(complete: Complete) -> None:
    """What the page of the data tells programs, property by property, in both languages."""
    said_as = {
        "identifier": DCTERMS.identifier,
        "name": DCTERMS.title,
        "description": DCTERMS.description,
        "dateModified": DCTERMS.modified,
        "datePublished": DCTERMS.issued,
        "keywords": DCAT.keyword,
        "spatialCoverage": DCTERMS.spatial,
    }
    graph, sets = complete.graph, set()
    for language, page in (("it", "/dati/"), ("en", "/en/data/")):
        catalogue = next(one for one in complete.built.structured(page) if one["@type"] == "DataCatalog")
        assert (URIRef(catalogue["@id"]), RDF.type, DCAT.Catalog) in graph
        for one in catalogue["dataset"]:
            thing = URIRef(one["@id"])
            sets.add(thing)
            for name, property_ in said_as.items():
                held = [value for value in graph.objects(thing, property_) if _is_of(value, language)]
                told = one[name] if isinstance(one[name], list) else [one[name]]
                assert sorted(map(str, held)) == sorted(told), (thing, name)
            files = {URIRef(file["@id"]): file for file in one.get("distribution", ())}
            own = {file for file in graph.objects(thing, DCAT.distribution) if _language_of(graph, file) == language}
            here = {file for file in own if page == _page_of(graph, file, complete.site.address)}
            assert files.keys() == here, "the others stand on other pages"
            for file, told in files.items():
                assert (file, DCAT.downloadURL, URIRef(told["contentUrl"])) in graph
                assert (file, DCAT.mediaType, URIRef(f"{IANA}{told['encodingFormat']}")) in graph
                assert (file, DCTERMS.license, URIRef(one["license"])) in graph
            (period,) = graph.objects(thing, DCTERMS.temporal)
            ends = [str(graph.value(period, end)) for end in (DCAT.startDate, DCAT.endDate)]
            assert one["temporalCoverage"] == "/".join(ends)
    assert sets == set(graph.subjects(RDF.type, DCAT.Dataset))


def _page_of(graph: Graph, file: object, address: str) -> str:
    """The path of the page that offers a file."""
    return str(graph.value(file, DCAT.accessURL)).partition("#")[0].removeprefix(address.rstrip("/"))


def _is_of(value: object, language: str) -> bool:
    return not isinstance(value, Literal) or value.language in (None, language)


def _language_of(graph: Graph, file: object) -> str:
    (language,) = graph.objects(file, DCTERMS.language)
    return {"ITA": "it", "ENG": "en"}[str(language)[-3:]]


def test_quality_is_counted_and_told_in_the_catalogue_and_on_the_page(complete: Complete) -> None:
    graph, home = complete.graph, f"{complete.site.address}dati/"
    measured = {
        measure.name: graph.value(
            graph.value(None, DQV.isMeasurementOf, URIRef(f"{home}v1/catalogo#{measure.name}"), any=True), DQV.value
        )
        for measure in QUALITY_MEASURES
    }
    assert all(value.datatype == XSD.decimal for value in measured.values())
    agreements = URIRef(f"{home}#agreements")
    assert len([*graph.objects(agreements, DQV.hasQualityMeasurement)]) == 3
    told = told_of(complete.built.built.contexts[0])
    one = next(one for one in told.sets if one.folder == "agreements")
    found = {
        measure.name: graph.value(URIRef(f"{agreements}-{measure.name}"), DQV.value).toPython()
        for measure in QUALITY_MEASURES
    }
    assert {name: f"{value:f}" for name, value in found.items()} == {
        measure.name: measure.share(one.quality) for measure in QUALITY_MEASURES
    }
    said = f"Fatti noti, di quelli cercati: {one.quality.stated} su {one.quality.sought}"
    assert said in complete.built.facts("/dati/")
    for measure in QUALITY_MEASURES:
        assert len([*graph.objects(URIRef(f"{home}v1/catalogo#{measure.name}"), SKOS.definition)]) == 2


def test_quality_is_what_the_files_say() -> None:
    """Counted again over all records, without the answers that are remembered."""
    site = SiteTest("showcase").check()
    context = site.checked.site_map.contexts[0]
    told = {one.folder: one.quality for one in told_of(context).sets if one.quality}
    offered = [ref for ref in context.showcase.names() if not kind_of(ref).noindex]
    differing = [ref for ref in offered if context.showcase[ref].facts.differing]
    assert sum(one.records - one.agreeing for one in told.values()) == len(differing) > 0
    days = [context.showcase[ref].facts.verified_on for ref in offered]
    late = [day for day in days if day and str(day) >= "2025-11-22"]
    assert sum(one.checked for one in told.values()) == len(late) > 0
    inner = [group for ref in offered for _, group in groups(context.showcase[ref].facts)]
    gaps = sum(len(group.texts_of("not_stated")) for group in inner)
    assert sum(one.sought - one.stated for one in told.values()) == gaps > 0


def test_what_an_edition_says_counts_as_what_its_record_says() -> None:
    differing = '    differing: [{field: amount, value: "~ 95000 EUR", source: articolo-mobilita}]\n'

    def told(year: str, gaps: str = "theme, projects") -> Quality:
        """Of initiatives, where no source differs but in an edition."""
        site = (
            SiteTest("showcase")
            .replace(PREMIO, "[theme, projects]", f"[{gaps}]")
            .replace(PREMIO, "    funded: 6\n", year)
        )
        before, _, after = site.read(PREMIO).partition("\ndiffering:")
        site.write(PREMIO, f"{before}\nnot_stated: [{after.partition('not_stated: [')[2]}").check()
        assert site.checked
        sets = told_of(site.checked.site_map.contexts[0]).sets
        return next(one.quality for one in sets if one.folder == "initiatives")

    before, known, unknown = told(""), told("    funded: 6\n"), told("", "theme, projects, called_on")
    assert (known.stated, known.sought) == (before.stated + 1, before.sought + 1)
    assert (unknown.stated, unknown.sought) == (before.stated, before.sought + 1)
    assert before.agreeing == before.records == told(differing).agreeing + 1
    assert told(differing).stated == before.stated, "what another source says is no further fact"


def test_keywords_name_what_is_in_a_set_not_what_one_does_with_its_list() -> None:
    site = SiteTest("showcase").check()
    context = site.checked.site_map.contexts[0]
    told = {one.folder: one.keywords["it"] for one in told_of(context).sets}
    assert told["agreements"] == (
        *("accordi", "registro", "registro degli accordi", "accordi quadro", "convenzioni", "protocolli d’intesa"),
        "terza missione",
    )
    assert told["places"] == ("luoghi", "terza missione")
    acts = [word.strip() for kind in KINDS if kind.found_by for word in context.words.text(kind.found_by).split(",")]
    assert {"csv", "scarica", "mappa"} < set(acts)
    assert not [word for words in told.values() for word in words if word in acts]
    names = list_indexing(context, Agreement, 10).metadata["names"].split(" | ")
    assert {"convenzioni", "csv", "scarica"} < set(names), "who looks for them finds the list all the same"


def test_a_share_is_whole_only_where_nothing_is_missing() -> None:
    completeness, timeliness, _ = QUALITY_MEASURES
    nearly, none = Quality(9999, 9998, 9999, 0, 9999), Quality(0, 0, 0, 0, 0)
    assert (completeness.share(nearly), timeliness.share(nearly), timeliness.share(none)) == ("0.999", "0.0", "1.0")


def test_a_site_whose_owner_says_little_tells_what_it_lacks_and_why(complete: Complete) -> None:
    """What the page says is missing is what the score does not give, point by point."""
    site = SiteTest("showcase")
    text = site.read(SETTINGS)
    before, _, rest = text.partition("open_data:")
    text = f"{before}glossary:{rest.partition('glossary:')[2]}"
    site.write(SETTINGS, text.replace("contact: vetrina.ufficio@altavalle.example", "contact: placeholder"))
    site.replace("content/places/porto-lontano.yaml", "as_of: 2024\n", "").check()
    context = site.checked.site_map.contexts[0]
    lacking = {one.name: one.points for one in missing(told_of(context))}
    assert lacking == {
        "Addresses that answer": 80,
        "Theme": 30,
        "Places covered": 20,
        "Period": 20,
        "Contact": 20,
        "First published": 5,
        "Last change": 5,
        "Code of the owner": 0,
    }
    graph = Graph()
    for _, make, sizes_of in catalogue_files(context, KeptLog((context,)), tuple, ()):
        view = make()
        assert isinstance(view, RdfGraph)
        graph.parse(rdf(view, dict.fromkeys(sizes_of, 1)), format="xml" if view.path.endswith("rdf") else "turtle")
    found = scores(graph, lambda address: Answer(0), conforms=True)
    assert min(sum(points.values()) for points in found.values()) == ALL_POINTS - sum(lacking.values())


def test_what_is_kept_of_the_last_build_is_what_a_new_one_makes(complete: Complete) -> None:
    """Built again, nothing differs."""
    before = files_of(complete.built)
    complete.built.build(store=complete.store)
    assert files_of(complete.built) == before
    assert not [path for path in complete.built.built.anew if "catalogo" in path]


def test_every_word_of_a_setting_has_its_entry_in_a_table() -> None:
    assert len({theme_entry(one) for one in THEMES.options}) == len(THEMES.options) == 13
    assert len({frequency_entry(one) for one in ("", *RHYTHMS.options)}) == len(RHYTHMS.options) + 1
    assert all(language_entry(one) for one in languages())
    for address in (
        "http://creativecommons.org/licenses/by/4.0/",
        "https://creativecommons.org/licenses/by/4.0/deed.it",
    ):
        entry = licence_entry(address)
        assert entry and entry.entry.address.endswith("/CC_BY_4_0")
    assert licence_entry("https://creativecommons.org/licenses/by-nc/4.0/") is None
