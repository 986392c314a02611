"""What stands inside <main>: each is shown by templates/<template>."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Literal

from generator.frozen import dataclass
from generator.view.board import BoardBody, MeasureBody
from generator.view.charts import Web, YearCounts
from generator.view.dossiers import DossierBody, DossiersBody
from generator.view.editions import ProjectIndex, ProjectItem
from generator.view.front_door import FrontDoorBody
from generator.view.guide import GuideBody
from generator.view.home import HomeBody
from generator.view.lists import Facets, FigureItem, Name, Pager, SearchForm
from generator.view.parts import Block, Part, Passages, Validity
from generator.view.pictures import PictureBody
from generator.view.places import PlacesMap
from generator.view.record_page import RecordBody, Tail
from generator.view.register import Introduction, RegisterBody
from generator.view.text import Fact, Inline, ListItem, Piece


@dataclass(frozen=True)
class Pictured:
    """A record in a list whose records are few and each worth a picture."""

    entry: ListItem
    finding: Piece | None = None
    """What its picture shows, as the way to what that is drawn from."""
    picture: Part | Validity | None = None


Listed = ListItem | Pictured | Name | FigureItem
"""A record in a list."""


@dataclass(frozen=True)
class ListGroup:
    """Records under a heading; without a heading where the list has one group. `anchor` is its id in the page."""

    anchor: str
    heading: Piece
    rows: Sequence[Listed]
    list_as: Literal["rows", "windows", "columns", "figures"] = "rows"
    """Which of these its rows are, in turn."""
    number: int = 0
    """That it has on the map at the head of the list; 0 where there is none."""


@dataclass(frozen=True)
class ListBody:
    template: ClassVar[str] = "list.html"
    title: str
    lead: str
    groups: tuple[ListGroup, ...]
    note: Inline = ()
    facets: Facets | None = None
    pager: Pager | None = None
    picture: YearCounts | Web | PlacesMap | None = None
    """What is drawn at its head."""
    introduction: Introduction | None = None
    others: tuple[ListGroup, ...] = ()
    """The few records of other kinds that belong here, and have no list that people look through."""


@dataclass(frozen=True)
class Deadline:
    """Something that ends: days left as the large figure, what it is, and the rest in a line."""

    before: str
    """What stands before the figure: "about"; "" where nothing does."""
    days: str
    unit: str
    title: Piece
    note: Inline
    share: float
    """The days left as a percentage of the twelve months, from 0 to 100."""


@dataclass(frozen=True)
class DeadlinesBody:
    template: ClassVar[str] = "deadlines.html"
    title: str
    lead: str
    due: tuple[Deadline, ...]
    """What ends next."""
    empty: str
    more: str
    """How many more end in the coming twelve months."""
    further: tuple[ListItem, ...]
    """These, in a line each."""
    at_the_latest: str
    """How many may have ended, and have by the end of the twelve months."""
    perhaps: tuple[ListItem, ...]
    """These, in a line each."""
    elsewhere: str
    """How many end in the twelve months that have no page in this language."""
    coming: tuple[ListItem, ...]
    """What begins in the coming twelve months."""
    later: tuple[ListItem, ...]
    """What ends after that, in a line each."""
    may_be_over: str
    """How many may have ended, though the last day that their end can be lies after the twelve months."""
    over_by_now: tuple[ListItem, ...]
    """These, in a line each."""
    unknown: Piece | None
    """The way to those whose end nobody knows."""
    note: Inline


@dataclass(frozen=True)
class OtherLanguage:
    """A language of the site that is not the page's: its code, and what the page calls it."""

    code: str
    name: str


@dataclass(frozen=True)
class SearchBody:
    template: ClassVar[str] = "search.html"
    title: str
    lead: str
    form: SearchForm
    bundle: str
    """Address of the search bundle's folder, with its slash."""
    filters: tuple[tuple[str, str], ...]
    """Name in the index, label."""
    without_script: tuple[Piece, ...]
    """The lists to browse where scripts do not run, or nothing is found."""
    instead: Inline
    """What to do where nothing is found in any language, and nothing is near."""
    other_languages: tuple[OtherLanguage, ...]
    """In which else one can search."""
    terms: Mapping[str, str]
    """The words search.js says, in the page's language; its {gaps} are filled in the browser."""


@dataclass(frozen=True)
class PageBody:
    """A page of prose: method, legal notes."""

    template: ClassVar[str] = "page.html"
    title: str
    lead: str
    passages: Passages
    actions: tuple[Piece, ...]
    blocks: tuple[Block, ...] = ()
    ribbon: str = ""
    notice: Inline = ()
    tail: Tail = Tail()


@dataclass(frozen=True)
class ProjectGroup:
    """The projects of an edition, under its year and its theme."""

    anchor: str
    title: str
    items: tuple[ProjectItem, ...]


@dataclass(frozen=True)
class ProjectsBody:
    """All projects of an initiative, to be found by edition, by place and by partner."""

    template: ClassVar[str] = "projects.html"
    title: str
    lead: str
    groups: tuple[ProjectGroup, ...]
    indexes: tuple[tuple[str, ProjectIndex], ...]
    """Each under its heading."""
    table: Piece
    """The way to the same as a table."""
    counted: tuple[str, str]
    """What projects.js says where one is left, and where there are more: its {gaps} are filled in the browser."""
    note: Inline = ()


@dataclass(frozen=True)
class DataColumn:
    """A column of the data: its name, what it is called, perhaps what it means."""

    name: str
    label: str
    text: str = ""


@dataclass(frozen=True)
class DataSection:
    """Some data under a heading: what is known of it as a whole, its files, its columns, the tables of its lists."""

    anchor: str
    title: str
    note: Inline = ()
    files: tuple[Piece, ...] = ()
    columns: tuple[DataColumn, ...] = ()
    tables: tuple[Piece, ...] = ()
    quality: Inline = ()
    """How much is known, how lately it was checked, whether sources agree."""


@dataclass(frozen=True)
class DataBody:
    """What the site gives to programs and spreadsheets: of all kinds, or of one with its columns."""

    template: ClassVar[str] = "data.html"
    title: str
    lead: str
    facts: tuple[Fact, ...]
    sections: tuple[DataSection, ...]
    tabled: bool = False
    """Whether the sections are rows of one table: each has files alone."""
    frozen: tuple[DataSection, ...] = ()
    """The tables frozen as they were on a day, each with its digest."""


@dataclass(frozen=True)
class NotFoundBody:
    """The bilingual 404: one section a language."""

    template: ClassVar[str] = "404.html"
    sections: tuple["NotFoundSection", ...]


@dataclass(frozen=True)
class NotFoundSection:
    lang: str
    title: str
    text: str
    search: SearchForm
    links: tuple[Piece, ...]


Body = (
    RecordBody
    | ListBody
    | RegisterBody
    | HomeBody
    | DeadlinesBody
    | SearchBody
    | PageBody
    | ProjectsBody
    | GuideBody
    | DataBody
    | DossierBody
    | DossiersBody
    | FrontDoorBody
    | BoardBody
    | MeasureBody
    | PictureBody
    | NotFoundBody
)
