"""How a list is refined, by plain links and all that a script needs to combine them in place, and cut into pages."""

from collections.abc import Mapping

from generator.frozen import dataclass
from generator.view.charts import Slot
from generator.view.text import Inline, Piece


@dataclass(frozen=True)
class Choice:
    """A value of a facet: its label as a link to the records that have it, and how many they are."""

    label: Piece
    word: str
    """What names it in addresses."""
    count: int
    current: bool = False


@dataclass(frozen=True)
class Name:
    """A thing that its name tells, and how many there are of what it has; "" for none."""

    title: Piece
    count: str = ""
    says: str = ""
    """The same in words, for who does not see where the number stands."""


@dataclass(frozen=True)
class Tile:
    """A record as a number: what it counts, whose and of when it is, and the way to its page; its values, where they
    make a picture."""

    value: str
    label: str
    caption: Inline
    title: Piece
    owner: Piece | None = None
    """Where no heading says it."""
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True)
class Facet:
    """A question that divides a list; `more` are the choices that are folded away."""

    word: str
    label: str
    choices: tuple[Choice, ...]
    more: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Facets:
    """Every facet of a list.

    `index` gives for the address of each record the numbers of its choices, counted in the order they are shown, from
    0; it is empty on the pages of one choice, which are refined by their links alone.
    """

    everything: Choice
    facets: tuple[Facet, ...]
    index: Mapping[str, tuple[int, ...]]
    counted: str
    """How the script tells what is left; its {number} and {total} are filled in the browser."""


@dataclass(frozen=True)
class Pager:
    """The pages of a list that has more than one: their numbers, each a link but the page's own."""

    numbers: tuple[Piece, ...]
    previous: str
    """The address of the page before; "" on the first."""
    next: str
    waiting: str
    """What list.js says while it fetches the other pages."""


@dataclass(frozen=True)
class GroupLink:
    """A link to a group of the list, wherever it begins, and how many it has on all pages."""

    title: Piece
    state: str
    count: int


@dataclass(frozen=True)
class SearchForm:
    """A GET form that works without scripts as far as the search page, which then says what to do."""

    action: str
    query_label: str
    button: str
    shortcut: str
    """What the keys shown in its box are for, where scripts run."""
