"""How a list is refined, by plain links and all that a script needs to combine them in place, and cut into pages."""

from generator.frozen import dataclass
from generator.view.charts import Slot
from generator.view.text import Inline, Piece


@dataclass(frozen=True)
class FilterChoice:
    """A value of a facet: its label as a link to the records that have it, and how many they are."""

    label: Piece
    word: str
    """What names it in addresses."""
    count: int
    current: bool = False


@dataclass(frozen=True)
class Tile:
    """A part of the list, counted over it, that is a choice too; a pane for each of its records is its picture."""

    choice: FilterChoice
    state: str
    """How its panes are drawn; "" like what is."""
    parts: tuple["Tile", ...] = ()
    """What of it is counted by itself: its panes stand first."""

    @property
    def rest(self) -> int:
        """How many are in none of its parts."""
        return self.choice.count - sum(part.choice.count for part in self.parts)


@dataclass(frozen=True)
class Tiles:
    """The tiles of a list, whose numbers sum up to all."""

    word: str
    """What names their facet in addresses."""
    label: str
    everything: FilterChoice
    all: tuple[Tile, ...]
    pitch: float
    """How many pixels a pane takes, its gap included."""

    @property
    def states(self) -> tuple[str, ...]:
        """How panes are drawn, each way once."""
        several = (one.state or "on" for tile in self.all for one in (*tile.parts, tile))
        return tuple(dict.fromkeys(several))


@dataclass(frozen=True)
class Name:
    """A thing that its name tells, and how many there are of what it has; "" for none."""

    title: Piece
    count: str = ""
    says: str = ""
    """The same in words, for who does not see where the number stands."""


@dataclass(frozen=True)
class FigureItem:
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
class Filter:
    """A question that divides a list; `whole` leads to all its choices, where more are known than are shown."""

    word: str
    label: str
    choices: tuple[FilterChoice, ...]
    whole: Piece | None = None


@dataclass(frozen=True)
class Chosen:
    """A choice that was made, with what it answers."""

    said: Inline
    without: str
    """The address of the list without it."""


@dataclass(frozen=True)
class Order:
    """A way to put all rows of a table in order, as a link to the page that has them so."""

    word: str
    """What names it in addresses."""
    label: Piece
    column: int
    """The column that it goes by, from 0."""
    ascending: bool
    current: bool = False


@dataclass(frozen=True)
class Download:
    """The list as a file: of all its records, or, where scripts run, of those that are left."""

    label: Piece
    form: str
    """"csv" or "ics"."""
    name: str
    """What the file is called where it is kept."""


@dataclass(frozen=True)
class Facets:
    """Every facet of a list, and what else is done with it."""

    everything: FilterChoice
    tiles: Tiles | None
    facets: tuple[Filter, ...]
    """Each a fold of one line."""
    more: tuple[Filter, ...]
    """Those that stand together in its last fold."""
    chosen: tuple[Chosen, ...]
    """What the page is of."""
    index: str
    """The address of the choices of each record, on the pages that a script refines in place; "" elsewhere."""
    counted: str
    """How the script tells what is left; its {number} and {total} are filled in the browser."""
    lead: str
    """How the script says over the list what is left; its {number} and {total} are filled there too."""
    lead_of_one: str
    """The same, where one is left."""
    told: str = ""
    """How many there are, on the page of all, where no tile tells it."""
    orders: tuple[Order, ...] = ()
    downloads: tuple[Download, ...] = ()
    chosen_files: str = ""
    """On the page of a choice, the address at which scripts give the files of it."""
    legend: Inline = ()
    """What the dash in its rows stands for."""


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
class SearchForm:
    """A GET form that works without scripts as far as the search page, which then says what to do."""

    action: str
    query_label: str
    button: str
    shortcut: str
    """What the keys shown in its box are for, where scripts run."""
