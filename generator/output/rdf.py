"""Statements → Turtle and RDF/XML: in one order, without nodes that have no address, so the same bytes each time.

Turtle is written by a library that is an extra; what that makes of RDF/XML differs from run to run, so we write it.
"""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from generator.view.rdf import TURTLE, Iri, Literal, RdfGraph, SizeOf, Statement, Term

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DECIMAL = "http://www.w3.org/2001/XMLSchema#decimal"


def rdf(view: RdfGraph, sizes: Mapping[str, int]) -> bytes:
    """Write a file of statements in the form in which its path ends; `sizes` are those of the files of the site."""
    statements = sorted({_known(one, sizes) for one in view.statements}, key=_order)
    return _turtle(view, statements) if view.path.endswith(f".{TURTLE}") else _rdf_xml(view, statements)


def _known(statement: Statement, sizes: Mapping[str, int]) -> Statement:
    """A statement in which every size is a number."""
    thing, has, value = statement
    return (
        (thing, has, Literal(f"{sizes[value.path]}.0", datatype=_DECIMAL)) if isinstance(value, SizeOf) else statement
    )


def _order(statement: Statement) -> tuple[str, bool, str, tuple[str, ...]]:
    """By things, what a thing is first."""
    thing, has, value = statement
    return thing, has != f"{_RDF}type", has, _plain(value)


def _plain(value: Term) -> tuple[str, ...]:
    return ("", value.text, value.language, value.datatype) if isinstance(value, Literal) else ("a", str(value))


def _turtle(view: RdfGraph, statements: list[Statement]) -> bytes:
    from rdflib import Graph, URIRef  # an extra, and slow to load
    from rdflib import Literal as Text

    graph = Graph(bind_namespaces="none")
    for prefix, beginning in sorted(view.prefixes.items()):
        graph.bind(prefix, beginning)
    for thing, has, value in statements:
        match value:
            case Iri():
                told: URIRef | Text = URIRef(value.address)
            case Literal():
                datatype = URIRef(value.datatype) if value.datatype else None
                told = Text(value.text, lang=value.language or None, datatype=datatype, normalize=False)
            case _:
                raise TypeError(value)
        graph.add((URIRef(thing), URIRef(has), told))
    return graph.serialize(format="turtle", encoding="utf-8")


def _rdf_xml(view: RdfGraph, statements: list[Statement]) -> bytes:
    return "".join(f"{line}\n" for line in _lines(view, statements)).encode()


def _lines(view: RdfGraph, statements: list[Statement]) -> Iterator[str]:
    prefixes = {beginning: prefix for prefix, beginning in view.prefixes.items()}
    names = "".join(f"\n  xmlns:{prefix}={quoteattr(one)}" for one, prefix in sorted(prefixes.items()))
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<rdf:RDF{names}>"
    last = ""
    for thing, has, value in statements:
        if thing != last:
            if last:
                yield "</rdf:Description>"
            yield f"<rdf:Description rdf:about={quoteattr(thing)}>"
            last = thing
        yield f"  {_property(_short(has, prefixes), value)}"
    if last:
        yield "</rdf:Description>"
    yield "</rdf:RDF>"


def _short(address: str, prefixes: Mapping[str, str]) -> str:
    """A property by its short name, which XML needs."""
    beginning = next(one for one in prefixes if address.startswith(one) and address[len(one) :].isalpha())
    return f"{prefixes[beginning]}:{address[len(beginning) :]}"


def _property(name: str, value: Term) -> str:
    if isinstance(value, Iri):
        return f"<{name} rdf:resource={quoteattr(value.address)}/>"
    if not isinstance(value, Literal):
        raise TypeError(value)
    of = f" xml:lang={quoteattr(value.language)}" if value.language else ""
    of += f" rdf:datatype={quoteattr(value.datatype)}" if value.datatype else ""
    return f"<{name}{of}>{escape(value.text)}</{name}>"
