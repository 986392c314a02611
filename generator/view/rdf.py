"""Statements about things that have addresses (RDF), as files of them have it."""

from collections.abc import Mapping

from generator.frozen import dataclass

TURTLE, RDF_XML = "ttl", "rdf"
"""The forms of a file of statements, by how its path ends."""


@dataclass(frozen=True)
class Iri:
    """A thing, by its whole address."""

    address: str


@dataclass(frozen=True)
class Literal:
    """A text, perhaps of a language or a type, which is the whole address of one."""

    text: str
    language: str = ""
    datatype: str = ""


@dataclass(frozen=True)
class SizeOf:
    """How many bytes a file of the site has: known only once that is made."""

    path: str


Term = Iri | Literal | SizeOf
Statement = tuple[str, str, Term]
"""The whole address of a thing, that of a property, and what the thing has in it."""


@dataclass(frozen=True)
class RdfGraph:
    """A file of statements; `prefixes` are short names for the beginnings of the addresses of properties."""

    path: str
    prefixes: Mapping[str, str]
    statements: tuple[Statement, ...]
