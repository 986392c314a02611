"""The files of the site, and what surrounds every page."""

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar, Literal

from generator.frozen import dataclass
from generator.view.bodies import Body
from generator.view.data_files import Calendar, CsvTable, Data, Workbook
from generator.view.dossiers import Pdf
from generator.view.lists import SearchForm
from generator.view.pictures import EmbedPage, PicturePng, PictureSvg
from generator.view.rdf import RdfGraph


@dataclass(frozen=True)
class Link:
    text: str
    href: str
    current: str = ""
    """The value of aria-current: "page" for the page itself, "true" for its section."""
    lang: str = ""
    """The language of the text, where it is not the page's."""


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
    """The same page in a language; where there is none, its section or the home page, and `instead` says so."""

    language: str
    name: str
    """The language's own name for itself."""
    href: str
    instead: str = ""
    current: bool = False


@dataclass(frozen=True)
class Frame:
    """What surrounds every page of one language: it is the same value on all of them."""

    site_title: str
    home: str
    navigation: tuple[Link, ...]
    demonstration: tuple[str, ...]
    """The banner's sentences, of which the first suffices; none where the site is nobody's demonstration."""
    obligations: tuple[Obligation, ...]
    service: tuple[Link, ...]
    feed: Link
    search: SearchForm
    styles: Mapping[str, str]
    """Address of each stylesheet by its name in templates/assets/."""
    icon: str
    fonts: tuple[str, ...]
    """Fonts that every page needs at once."""
    scripts: Mapping[str, str]
    """Address of each script by its name in templates/assets/."""
    noindex: bool


@dataclass(frozen=True)
class Indexing:
    """How a page is searched: the filters it answers to. Pages without it are left out of the search."""

    filters: Mapping[str, tuple[str, ...]]
    metadata: Mapping[str, str] = field(default_factory=dict)
    weight: float = 1
    """How much its words count beside those of other pages."""
    whole: bool = True
    """Whether all of it is searched, or its title and lead alone: a list repeats the words of its records."""


@dataclass(frozen=True)
class Card:
    """The picture that stands for a page where its address is shared: a PNG."""

    width: ClassVar[int] = 1200
    height: ClassVar[int] = 630
    path: str
    href: str
    """Its whole address."""
    site_title: str
    kicker: str
    title: str
    notice: str
    """That the site is a demonstration; empty where it is none."""
    accent: str
    """The owner's colour for light backgrounds; empty for that of the stylesheet."""
    panes: tuple[str, ...]
    """What stands in the panes of the window: the names of the site's navigation."""
    lit: tuple[int, ...]
    """Which panes are lit, from 0: that which leads to the page; on the site's own card all."""

    @property
    def alt(self) -> str:
        """What the picture says."""
        return " – ".join(filter(None, (self.kicker, self.title, self.site_title)))


@dataclass(frozen=True)
class HtmlPage:
    """One HTML page."""

    path: str
    href: str
    language: str
    body: Body
    frame: Frame
    title: str
    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    """Language and absolute address of every version of the page, itself included; empty where there is only one."""
    crumbs: tuple[Link, ...]
    switch: tuple[LanguageLink, ...]
    card: Card
    built: str = ""
    """For which day it was made, where something on it is computed for the day."""
    says_day: bool = False
    """Whether it says so itself, beside what is computed: its foot does not repeat it."""
    indexing: Indexing | None = None
    noindex: bool = False
    data: str = ""
    """Address of the record's index.json."""
    structured: Mapping[str, object] = field(default_factory=dict)
    """What the page is about, as JSON-LD."""
    feed: Link | None = None
    """The feed of what the page lists."""

    @property
    def template(self) -> str:
        """Which shows it: its body's."""
        return self.body.template


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
    disallowed: tuple[str, ...]
    """How the addresses begin that no crawler is to read; `*` stands for anything."""


@dataclass(frozen=True)
class SecurityContact:
    """Whom to tell of a fault of the site (RFC 9116)."""

    template: ClassVar[str] = "security.txt"
    path: str
    mailbox: str
    expires: str
    languages: tuple[str, ...]
    canonical: str


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
class Copy:
    """A file of the content, published byte for byte. `source` is relative to the root."""

    path: str
    source: str


Form = Literal["webp", "jpeg", "png"]


@dataclass(frozen=True)
class Variant:
    """A picture of the content in one size and form, without what its file tells besides. `source` is as for Copy."""

    path: str
    source: str
    width: int
    height: int
    form: Form


View = (
    HtmlPage
    | Feed
    | Sitemap
    | Robots
    | SecurityContact
    | Redirect
    | Data
    | CsvTable
    | Workbook
    | Pdf
    | Calendar
    | RdfGraph
    | Copy
    | Variant
    | Card
    | PictureSvg
    | PicturePng
    | EmbedPage
)
