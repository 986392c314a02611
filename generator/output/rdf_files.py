"""Statements → Turtle and RDF/XML: in one order, without nodes that have no address, so the same bytes each time.

What rdflib makes of RDF/XML differs from run to run, and its Turtle is what an edit of a small site waits longest for.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby

from generator.view.rdf import TURTLE, Iri, Literal, RdfGraph, RdfStatement, SizeOf

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_TYPE = f"{_RDF}type"
_DECIMAL = "http://www.w3.org/2001/XMLSchema#decimal"
_Value = Iri | Literal
_Known = tuple[str, str, _Value]
"""A statement in which every size is a number."""
_IN_TEXTS = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r"})
_IN_ADDRESSES = str.maketrans({sign: f"%{ord(sign):02X}" for sign in '<>"{}|^`\\ '})
"""How Turtle writes what it keeps for itself."""


def rdf(view: RdfGraph, sizes: Mapping[str, int]) -> bytes:
    """Write a file of statements in the form in which its path ends; `sizes` are those of the files of the site."""
    statements = sorted({_known(one, sizes) for one in view.statements}, key=_order)
    prefixes = {beginning: prefix for prefix, beginning in view.prefixes.items()}
    write = _turtle if view.path.endswith(f".{TURTLE}") else _rdf_xml
    return "".join(f"{line}\n" for line in write(prefixes, statements)).encode()


def _known(statement: RdfStatement, sizes: Mapping[str, int]) -> _Known:
    thing, has, value = statement
    return thing, has, Literal(f"{sizes[value.path]}.0", datatype=_DECIMAL) if isinstance(value, SizeOf) else value


def _order(statement: _Known) -> tuple[str, bool, str, tuple[str, ...]]:
    """By things, what a thing is first."""
    thing, has, value = statement
    return thing, has != _TYPE, has, _plain(value)


def _plain(value: _Value) -> tuple[str, ...]:
    return ("", value.text, value.language, value.datatype) if isinstance(value, Literal) else ("a", str(value))


def _turtle(prefixes: Mapping[str, str], statements: list[_Known]) -> Iterator[str]:
    for beginning, prefix in sorted(prefixes.items(), key=lambda one: one[1]):
        yield f"@prefix {prefix}: <{beginning}> ."
    for thing, of_it in groupby(statements, key=lambda one: one[0]):
        said = " ;\n    ".join(_said(of_it, prefixes))
        yield f"\n<{thing.translate(_IN_ADDRESSES)}> {said} ."


def _said(statements: Iterable[_Known], prefixes: Mapping[str, str]) -> Iterator[str]:
    """What a thing has, property by property."""
    for has, those in groupby(statements, key=lambda one: one[1]):
        values = ", ".join(_value(value, prefixes) for _, _, value in those)
        yield f"{'a' if has == _TYPE else _short(has, prefixes)} {values}"


def _value(value: _Value, prefixes: Mapping[str, str]) -> str:
    if isinstance(value, Iri):
        return f"<{value.address.translate(_IN_ADDRESSES)}>"
    of = f"@{value.language}" if value.language else ""
    of += f"^^{_short(value.datatype, prefixes)}" if value.datatype else ""
    return f'"{value.text.translate(_IN_TEXTS)}"{of}'


def _rdf_xml(prefixes: Mapping[str, str], statements: list[_Known]) -> Iterator[str]:
    names = "".join(f'\n  xmlns:{prefix}="{escape(one)}"' for one, prefix in sorted(prefixes.items()))
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<rdf:RDF{names}>"
    for thing, of_it in groupby(statements, key=lambda one: one[0]):
        yield f'<rdf:Description rdf:about="{escape(thing)}">'
        for _, has, value in of_it:
            yield f"  {_property(_short(has, prefixes), value)}"
        yield "</rdf:Description>"
    yield "</rdf:RDF>"


def _short(address: str, prefixes: Mapping[str, str]) -> str:
    """A property or a type by its short name, which XML needs."""
    beginning = next(one for one in prefixes if address.startswith(one) and address[len(one) :].isalpha())
    return f"{prefixes[beginning]}:{address[len(beginning) :]}"


def _property(name: str, value: _Value) -> str:
    if isinstance(value, Iri):
        return f'<{name} rdf:resource="{escape(value.address)}"/>'
    of = f' xml:lang="{escape(value.language)}"' if value.language else ""
    of += f' rdf:datatype="{escape(value.datatype)}"' if value.datatype else ""
    return f"<{name}{of}>{escape(value.text)}</{name}>"
