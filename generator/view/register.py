"""The register: agreements as rows of a table whose last column is a picture."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, Self

from generator.frozen import dataclass
from generator.view.bars import Axis, Bar, Key
from generator.view.lists import Facets, Pager
from generator.view.parts import Passages
from generator.view.text import Inline


@dataclass(frozen=True)
class Introduction:
    """What the records of a list are, and why they are here."""

    title: str
    passages: Passages
    excerpt: str = ""
    """Its beginning, by which others describe the list."""


@dataclass(frozen=True)
class Cell:
    """A value of a table, and what is said below it in smaller letters."""

    value: Inline
    rest: Inline = ()
    said: str = ""
    """What is said before it where the table is no table: "signed", "until"."""


@dataclass(frozen=True)
class Head:
    """The head of a column, and the order that goes by it."""

    label: str
    order: str


@dataclass(frozen=True)
class RegisterRow:
    cells: tuple[Cell, ...]
    """They follow the register's `head`; the first is the row's header."""
    is_near: bool
    """Whether it ends soon."""
    bar: Bar | None
    """None where the register has no axis."""


@dataclass(frozen=True)
class Register:
    """The agreements of the register that share a status: those of this page, and how many they are on all."""

    anchor: str
    state: str
    """How it is drawn, as a bar's."""
    heading: str
    """"" where the rows are not divided."""
    note: str
    rows: Sequence[RegisterRow]
    total: int
    folds: bool = False
    """Whether a phone shows its rows when it is asked to."""

    def folded(self, folds: bool = True) -> Self:
        """The same group, folded on a phone or not."""
        return replace(self, folds=folds)


@dataclass(frozen=True)
class Sorting:
    """What list.js says: how the table is sorted now; their {column} is filled in the browser."""

    word: str
    """What names the order in addresses."""
    ascending: str
    descending: str


@dataclass(frozen=True)
class RegisterTable:
    """The rows in their groups, wherever they stand."""

    caption: str
    head: tuple[Head, ...]
    groups: tuple[Register, ...]
    axis: Axis | None
    """The years that run through all rows in a last column; None where the agreements are few."""


@dataclass(frozen=True)
class RegisterBody(RegisterTable):
    """The page of a register, with all that explains and refines its table."""

    template: ClassVar[str] = "register.html"
    title: str
    lead: str
    key: tuple[Key, ...]
    note: Inline = ()
    facets: Facets | None = None
    pager: Pager | None = None
    sorting: Sorting | None = None
    """None where there is too little to sort."""
    introduction: Introduction | None = None
    coverage: Inline = ()
    """How complete the register is."""
    finding: str = ""
    """What is not known of how long they last."""
