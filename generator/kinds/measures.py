"""What is counted of the records of a kind on a day: which of them, what is said of it, by what it is told in parts."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.kinds.facets import Facet


@dataclass(frozen=True)
class Holds:
    """The records whose field has a value, or that stand so where the field is `BY_STATUS`."""

    field: str
    value: str


@dataclass(frozen=True)
class Lacks:
    """The records of which no source tells any of some fields: by no value, in no note, by nothing that differs."""

    fields: tuple[str, ...]


@dataclass(frozen=True)
class Since:
    """The records whose day in a field lies surely no further back than so many days."""

    field: str
    days: int


@dataclass(frozen=True)
class NamedIn:
    """The records that some other record names in a field."""

    field: str


@dataclass(frozen=True)
class InEveryLanguage:
    """The records that have a page in each language of the site."""


MeasureTest = Holds | Lacks | Since | NamedIn | InEveryLanguage
"""What a record must be to be counted."""


@dataclass(frozen=True)
class BoardMeasure:
    """A number of records. `id`, its name in data, and `segments`, its word in addresses by language, are permanent."""

    id: str
    title: str
    """In English, for the catalogues: what the number counts, as a title."""
    definition: str
    """In a sentence: what is counted and what is not; {kinds} stands for how many there are of each kind."""
    segments: Mapping[str, str]
    tests: tuple[MeasureTest, ...] = ()
    """All of which a record passes to be counted; without any, each is."""
    by: tuple[Facet, ...] = ()
    """By what it is told in parts."""

    def segment(self, language: str) -> str:
        """Its word in the addresses of a language."""
        return self.segments.get(language, self.id)
