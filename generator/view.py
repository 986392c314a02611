"""What the pages hand to the output: plain frozen values, and nothing of the model behind them.

A `View` is one file of the site. A `Page` is rendered by a template, which sees the page and nothing else; its `main`
is one of the values below, named like the template that shows it. `Data` is written as JSON, `Copy` byte for byte.
Addresses (`href`) are complete, base path included. A text is plain unless its type is `Markup`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from markupsafe import Markup

# --- inline text -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Piece:
    """A run of text: perhaps a link, a date, a foreign name, or what the source does not state."""

    text: str
    href: str = ""
    lang: str = ""
    """Set where the text is in another language than the page."""
    datetime: str = ""
    unknown: bool = False


Inline = tuple[Piece, ...]


@dataclass(frozen=True)
class Fact:
    """A label and its values, shown as dt and dd."""

    label: str
    values: tuple[Inline, ...]


@dataclass(frozen=True)
class Entry:
    """A record in a list: where it leads, what it is, and enough to choose it."""

    title: Piece
    kicker: Inline = ()
    summary: str = ""
    facts: tuple[Fact, ...] = ()
    note: Inline = ()


@dataclass(frozen=True)
class Figure:
    """A number that never stands without its qualifier (in `value`), what it counts, its as-of date and its source."""

    value: str
    label: str
    unit: str = ""
    """A smaller continuation of the value: "of almost 200"."""
    caption: Inline = ()
    unknown: bool = False


# --- parts of a record's blocks: each is shown by templates/parts/<template>.html ----------------------------------


@dataclass(frozen=True)
class Paragraph:
    template: ClassVar[str] = "paragraph"
    text: Inline
    style: str = ""
    """One of: "" (body text), "note", "state" (the status, large)."""


@dataclass(frozen=True)
class Facts:
    template: ClassVar[str] = "facts"
    rows: tuple[Fact, ...]


@dataclass(frozen=True)
class Bullets:
    template: ClassVar[str] = "bullets"
    items: tuple[Inline, ...]
    style: str = "ticks"
    """"ticks" for what is, "dash" for what is not stated."""


@dataclass(frozen=True)
class Prose:
    template: ClassVar[str] = "prose"
    html: Markup


@dataclass(frozen=True)
class Statement:
    """What a person said, in indirect speech, with the person and the day."""

    template: ClassVar[str] = "statement"
    text: str
    by: Inline


@dataclass(frozen=True)
class Figures:
    template: ClassVar[str] = "figures"
    items: tuple[Figure, ...]


@dataclass(frozen=True)
class Table:
    template: ClassVar[str] = "table"
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Inline, ...], ...]
    """The first cell of a row is its header."""


@dataclass(frozen=True)
class Links:
    """Related records, each saying why it is there; a heading when they are one group of several."""

    template: ClassVar[str] = "links"
    items: tuple[Entry, ...]
    heading: str = ""


@dataclass(frozen=True)
class SourceEntry:
    title: Piece
    details: tuple[Inline, ...]


@dataclass(frozen=True)
class Sources:
    template: ClassVar[str] = "sources"
    items: tuple[SourceEntry, ...]


@dataclass(frozen=True)
class Picture:
    template: ClassVar[str] = "picture"
    src: str
    alt: str
    caption: str


@dataclass(frozen=True)
class Validity:
    """The life of an agreement as a bar on an axis of years; hidden from assistive technology: the facts beside it say
    the same. Positions are percentages of the axis, from 0 to 100."""

    template: ClassVar[str] = "validity"
    years: tuple[tuple[str, float, float], ...]
    """Label, start and centre of each year's pane; the first starts at 0."""
    state: str
    """"on", "near", "past", "plan" (not signed)."""
    start: float
    end: float | None
    """None: nobody states how long it lasts; a dotted thread runs from the start to the day."""
    day: float | None
    """Where the day's line stands; None where the day is outside the axis."""
    start_label: str
    start_text: str
    end_label: str
    end_text: str
    day_text: str


@dataclass(frozen=True)
class Cite:
    template: ClassVar[str] = "cite"
    text: str


@dataclass(frozen=True)
class Actions:
    """Links shown as buttons; the first is the main one."""

    template: ClassVar[str] = "actions"
    items: tuple[Piece, ...]


Part = (
    Paragraph
    | Facts
    | Bullets
    | Prose
    | Statement
    | Figures
    | Table
    | Links
    | Sources
    | Picture
    | Validity
    | Cite
    | Actions
)


@dataclass(frozen=True)
class Block:
    """One of the blocks a record page shows, always in the same order; `anchor` is its id in the page."""

    anchor: str
    title: str
    parts: tuple[Part, ...]


# --- what stands inside <main>: each is shown by templates/<template>.html ------------------------------------------


@dataclass(frozen=True)
class Light:
    """A pane of the window under a record's title: a party, a promoter, the status."""

    title: Piece
    note: str = ""
    strong: bool = False
    """The status, in the colour of what is."""


@dataclass(frozen=True)
class RecordMain:
    template: ClassVar[str] = "record.html"
    kicker: str
    title: Piece
    lead: str
    lights: tuple[Light, ...]
    blocks: tuple[Block, ...]
    ribbon: str = ""
    """Drafts and scheduled records say so, in the preview."""


@dataclass(frozen=True)
class Group:
    """Entries under a heading; without a heading where the list has one group."""

    heading: str
    note: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class ListMain:
    template: ClassVar[str] = "list.html"
    title: str
    lead: str
    groups: tuple[Group, ...]
    note: Inline = ()


@dataclass(frozen=True)
class Register:
    """The register of agreements as a table; each row's cells follow `head`, the first is the row's header."""

    anchor: str
    state: str
    """"near", "on", "unknown", "past" or "plan"."""
    heading: str
    note: str
    rows: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True)
class RegisterMain:
    template: ClassVar[str] = "register.html"
    title: str
    lead: str
    caption: str
    head: tuple[str, ...]
    groups: tuple[Register, ...]
    note: Inline = ()


@dataclass(frozen=True)
class Due:
    """Something that ends: days left as the large figure, what it is, and the rest in a line."""

    days: str
    unit: str
    title: Piece
    note: Inline
    share: float
    """The days left as a percentage of the twelve months, from 0 to 100."""


@dataclass(frozen=True)
class Door:
    """An entrance of the home page with its live count."""

    count: str
    title: Piece
    note: str


@dataclass(frozen=True)
class HomeMain:
    template: ClassVar[str] = "home.html"
    title: str
    lead: str
    search: "SearchForm"
    highlights: tuple[Entry, ...]
    doors: tuple[Door, ...]
    due: tuple[Due, ...]
    due_note: Inline
    news: tuple[Entry, ...]
    figures: tuple[Figure, ...]
    ways: Mapping[str, Piece]
    """Links onward: "deadlines", "organisations"."""


@dataclass(frozen=True)
class DeadlinesMain:
    template: ClassVar[str] = "deadlines.html"
    title: str
    lead: str
    due: tuple[Due, ...]
    empty: str
    later: tuple[Entry, ...]
    """What ends after the coming twelve months."""
    undeterminable: tuple[Entry, ...]
    note: Inline


@dataclass(frozen=True)
class SearchForm:
    """A GET form that works without scripts as far as the search page, which then says what to do."""

    action: str
    query_label: str
    button: str


@dataclass(frozen=True)
class SearchMain:
    template: ClassVar[str] = "search.html"
    title: str
    lead: str
    form: SearchForm
    bundle: str
    """Address of the search bundle's folder, with its slash."""
    filters: tuple[tuple[str, str], ...]
    """Name in the index, label."""
    without_script: tuple[Piece, ...]
    """The lists to browse where scripts do not run."""
    terms: Mapping[str, str]
    """The words search.js says, in the page's language; its {number} and {query} are filled in the browser."""


@dataclass(frozen=True)
class PageMain:
    """A page of prose: method, legal notes."""

    template: ClassVar[str] = "page.html"
    title: str
    lead: str
    html: Markup
    actions: tuple[Piece, ...]
    verified: Inline


@dataclass(frozen=True)
class LostMain:
    """The bilingual 404: one section a language."""

    template: ClassVar[str] = "404.html"
    sections: tuple["LostSection", ...]


@dataclass(frozen=True)
class LostSection:
    lang: str
    title: str
    text: str
    search: SearchForm
    links: tuple[Piece, ...]


Main = RecordMain | ListMain | RegisterMain | HomeMain | DeadlinesMain | SearchMain | PageMain | LostMain


# --- files ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Link:
    text: str
    href: str
    current: str = ""
    """The value of aria-current: "page" for the page itself, "true" for its section."""


@dataclass(frozen=True)
class Obligation:
    """A link the law asks for. A placeholder looks like one."""

    text: str
    href: str
    element: str = ""
    """The value of data-element that public validators look for."""
    placeholder: bool = False


@dataclass(frozen=True)
class LanguageLink:
    """The same page in a language; where there is none, its section, and `exact` is false."""

    language: str
    name: str
    """The language's own name for itself."""
    href: str
    exact: bool = True
    current: bool = False


@dataclass(frozen=True)
class Frame:
    """What surrounds every page of one language: it is the same value on all of them."""

    site_title: str
    locale: str
    """Language and territory, as Open Graph writes them: "it_IT"."""
    home: str
    navigation: tuple[Link, ...]
    demonstration: str
    """The banner's sentence; empty where the site is nobody's demonstration."""
    obligations: tuple[Obligation, ...]
    service: tuple[Link, ...]
    footer_note: str
    feed: Link
    search: SearchForm
    stylesheet: str
    accent_stylesheet: str
    icon: str
    fonts: tuple[str, ...]
    """Fonts worth preloading."""
    scripts: Mapping[str, str]
    """Address of each script by its name in templates/assets/."""
    noindex: bool


@dataclass(frozen=True)
class Indexing:
    """How a page is searched: the filters it answers to. Pages without it are left out of the search."""

    filters: Mapping[str, tuple[str, ...]]
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Page:
    """One HTML page."""

    path: str
    href: str
    language: str
    main: Main
    frame: Frame
    title: str
    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    """Language and absolute address of every version of the page, itself included; empty where there is only one."""
    crumbs: tuple[Link, ...]
    switch: tuple[LanguageLink, ...]
    verified: Inline = ()
    """The page's "verified on", for the foot."""
    indexing: Indexing | None = None
    noindex: bool = False
    data: str = ""
    """Address of the record's index.json."""


@dataclass(frozen=True)
class FeedEntry:
    identifier: str
    title: str
    href: str
    updated: str
    summary: str


@dataclass(frozen=True)
class Feed:
    """An Atom feed, shown by templates/feed.xml."""

    template: ClassVar[str] = "feed.xml"
    path: str
    language: str
    identifier: str
    title: str
    subtitle: str
    author: str
    href: str
    home: str
    updated: str
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True)
class SitemapEntry:
    href: str
    modified: str
    alternates: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Sitemap:
    template: ClassVar[str] = "sitemap.xml"
    path: str
    entries: tuple[SitemapEntry, ...]


@dataclass(frozen=True)
class Robots:
    template: ClassVar[str] = "robots.txt"
    path: str
    sitemap: str
    disallow_all: bool


@dataclass(frozen=True)
class Redirect:
    """An old address that leads to a page: a bare page, for hosts that know no other way."""

    template: ClassVar[str] = "redirect.html"
    path: str
    language: str
    title: str
    href: str
    canonical: str


@dataclass(frozen=True)
class Data:
    """A JSON file: plain dictionaries, lists, texts, numbers, in the order given."""

    path: str
    value: Mapping[str, object]


@dataclass(frozen=True)
class Copy:
    """A file of the content, published byte for byte. `source` is relative to the root."""

    path: str
    source: str


View = Page | Feed | Sitemap | Robots | Redirect | Data | Copy
