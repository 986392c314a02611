"""What a type of field is: one object that reads, writes, describes and says the values of a field.

A type takes a value as YAML has it, always text, and gives it back so: `read(write(value)) == value`. What it does not
take it refuses, with a code of `problems/codes.py`. A value the source does not state is no value of any type: it is
listed under `not_stated`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Literal, Protocol, TypeVar

from generator.fields.values import AnyRef, Day, Duration, Quantity, Term
from generator.view.text import Piece
from generator.words import N_, Phrase, Words

T = TypeVar("T")
Written = Any
"""A value as YAML has it: a text, a list of values, or a dictionary of values by text."""
CellType = Literal["text", "number", "date", "date-time", "yes-no"]
"""What a spreadsheet holds in a cell; of a date that is not known to the day, a text; of a date-time without its hour,
the date.
"""
Schema = dict[str, Any]
"""A JSON Schema, draft 2020-12. It holds for values as YAML 1.2 has them, and for the texts that types read."""


def whole(pattern: str) -> str:
    """A regular expression for the whole of a text; what stands around it is no matter."""
    return rf"^\s*(?:{pattern})\s*$"


def definition(name: str) -> Schema:
    """The schema that refers to a definition of the same file."""
    return {"$ref": f"#/$defs/{name}"}


class RefusedError(Exception):
    """A type does not take a value; `values` are what the sentence of the code needs."""

    def __init__(self, code: str, value: object, **values: object) -> None:
        super().__init__(code)
        self.code, self.value, self.values = code, value, values


@dataclass(frozen=True)
class Site:
    """What the settings of a site say of how values are written and said."""

    languages: tuple[str, ...] = ()
    """Its languages; none where they are not known."""
    written_in: str = ""
    """The language of its records."""
    time_zone: str = "Europe/Rome"
    """By which days begin and hours are told."""


class Speaker(Protocol):
    """Who says values: the words of one language, and what only the whole showcase knows."""

    @property
    def words(self) -> Words: ...
    @property
    def site(self) -> Site: ...
    def day(self, day: Day) -> Piece: ...
    def duration(self, duration: Duration) -> str: ...
    def quantity(self, quantity: Quantity) -> str: ...
    def link(self, ref: AnyRef) -> Piece: ...
    def term(self, term: Term) -> Piece: ...
    def localised(self, value: Mapping[str, str]) -> Piece: ...


class FieldType(Generic[T]):
    """The type of a field whose values are `T`."""

    expected: ClassVar[str]
    """What a message says is expected: "a date"."""
    help: str = ""
    """How a value is written, in a sentence; "" where the label says it all."""
    example: Written = ""
    """A value as it is written."""
    widget: str = "string"
    """How an editor in the browser asks for it."""
    columns: tuple[str, ...] = ("",)
    """The columns of a table it fills on any site, each by what follows the field's name."""
    cell_type: CellType = "text"
    """What the first of them holds; the others are texts."""
    defined: str = ""
    """The definition that its schema refers to, where only the whole model knows what can be written."""
    is_code: bool = False
    """Whether what is written is a code, in place of which pages say a name."""
    is_impersonal: bool = False
    """Whether nothing that is taken is of a person, whatever it looks like: nobody need look through it."""

    may_come_again: bool = False
    """Whether a list can have the same value twice."""

    def read(self, written: Written) -> T:
        """The value of what was written. Raises RefusedError."""
        raise NotImplementedError

    def read_for(self, site: Site, written: Written) -> T:
        """The same as a site has it, where types leave something to that. Raises RefusedError."""
        return self.read(written)

    def meant(self, written: str) -> tuple[str, ...]:
        """How the value that a refused text tells a person is written, if any."""
        return ()

    def mend(self, written: str) -> str:
        """The one of those that is meant beyond doubt, which can be written without asking; "" if there is none."""
        return next(iter(self.meant(written)), "")

    def write(self, value: T) -> Written:
        """The value as it is written."""
        return str(value)

    def schema(self, words: Words) -> Schema:
        """What can be written, as JSON Schema."""
        raise NotImplementedError

    def columns_of(self, site: Site) -> tuple[str, ...]:
        """The columns it fills on a site."""
        return self.columns

    def cells(self, value: T, site: Site) -> tuple[str, ...]:
        """The value in each of its columns."""
        return (str(self.write(value)),)

    def of_cells(self, cells: Mapping[str, str], site: Site) -> Written:
        """The value as it is written, of those of its cells that are filled, by their columns: the inverse of `cells`,
        also where people filled them. Nothing where they are no value by themselves.
        """
        return cells.get("", "")

    def say(self, value: T, speaker: Speaker) -> Piece:
        """The value as a page says it."""
        return Piece(self.write(value))

    def text(self, written: Written) -> str:
        """What was written, if it is a text."""
        if not isinstance(written, str):
            raise self.wrong(written)
        return written.strip()

    def wrong(self, written: Written, expected: str = "") -> RefusedError:
        """That something else is expected here."""
        return RefusedError("wrong-type", written, expected=Phrase(expected or self.expected), example=self._shown())

    def _shown(self) -> Phrase | Written:
        """The example of a message."""
        return self.example


class ListOf(FieldType[tuple[T, ...]]):
    """Several values of one type, `at_least` so many; a list that is written is never empty."""

    def __init__(self, item: FieldType[T], at_least: int = 0) -> None:
        self.item, self.at_least = item, at_least
        self.help, self.widget = item.help, "list"
        self.example = [item.example] * max(1, at_least)

    expected = N_("a list")

    def read(self, written: Written) -> tuple[T, ...]:
        if not isinstance(written, list):
            raise RefusedError("wrong-type", written, expected=Phrase(self.expected), example="[…, …]")
        return tuple(self.item.read(one) for one in written)

    def write(self, value: tuple[T, ...]) -> Written:
        return [self.item.write(one) for one in value]

    def columns_of(self, site: Site) -> tuple[str, ...]:
        return self.item.columns_of(site)

    def schema(self, words: Words) -> Schema:
        items = {"x-widget": self.item.widget, **self.item.schema(words)}
        once = {} if self.item.may_come_again else {"uniqueItems": True}
        return {"type": "array", "items": items, "minItems": max(1, self.at_least), **once}
