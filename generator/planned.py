"""A page before it is made: its addresses, and what makes it when the site is built; and any file, likewise."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Literal, Self

from generator.content.brief import ref_of
from generator.fields.values import AnyRef
from generator.text.context import Context
from generator.view.bodies import Body
from generator.view.outputs import Indexing, Link, View


@dataclass(frozen=True)
class PageContent:
    """What a page shows and is called."""

    body: Body
    title: str
    description: str
    crumbs: tuple[Link, ...] = ()
    """The way to it, without the home page and itself."""
    here: str = ""
    """What it is called among the crumbs, if not by its title."""
    feed: Link | None = None
    indexing: Indexing | None = None
    structured: Mapping[str, object] = field(default_factory=dict)
    """What it is about in the words of schema.org, where that is no record."""


PlannedRow = tuple[tuple[tuple[str, str], ...], str, str, bool, str]
"""A planned page by plain values: its paths by language, its section, its record's name, `noindex`, `modified`."""


@dataclass(frozen=True)
class Planned:
    """A page of one language that the site has. Planning costs little: the content is made when it is asked for."""

    context: Context
    paths: Mapping[str, str]
    """Its own path, and those of its versions in other languages."""
    content: Callable[[], PageContent]
    section: str = ""
    """The folder of the kind it belongs to."""
    ref: AnyRef | None = None
    """The record that it is the page of."""
    noindex: bool = False
    """Parts of lists stay out of search engines, which have the lists and the records."""
    modified: str = ""
    """When its record was verified, if that is known to the day."""

    @property
    def path(self) -> str:
        """Its own path."""
        return self.paths[self.context.language]

    @property
    def canonical(self) -> str:
        """Its whole address."""
        return self.context.urls.absolute(self.path)

    @property
    def alternates(self) -> tuple[tuple[str, str], ...]:
        """Language and whole address of every version of it; empty where there is only one."""
        found = tuple((language, self.context.urls.absolute(path)) for language, path in self.paths.items())
        return found if len(found) > 1 else ()

    @property
    def is_computed(self) -> bool:
        """Whether it is no record's, nor a home page: it comes and goes with what there is to tell."""
        return self.ref is None and self.path != self.context.urls.home(self.context.language)

    def row(self) -> PlannedRow:
        """What is known of it, but for its content."""
        return tuple(self.paths.items()), self.section, str(self.ref or ""), self.noindex, self.modified

    @classmethod
    def of(cls, context: Context, row: PlannedRow, content: Callable[[], PageContent]) -> Self:
        """The page that `row` told of."""
        paths, section, name, noindex, modified = row
        return cls(context, dict(paths), content, section, ref_of(name) if name else None, noindex, modified)


def rows_of(pages: Mapping[str, Planned]) -> tuple[PlannedRow, ...]:
    """Planned pages, each by its path, by plain values."""
    return tuple(page.row() for page in pages.values())


def planned_of(
    context: Context, rows: tuple[PlannedRow, ...], pages: Callable[[], Mapping[str, Planned]]
) -> Iterator[Planned]:
    """The pages that `rows` tell of; `pages` makes them when the content of one is asked for."""
    for row in rows:
        yield Planned.of(context, row, partial(_content, pages, dict(row[0])[context.language]))


def _content(pages: Callable[[], Mapping[str, Planned]], path: str) -> PageContent:
    return pages()[path].content()


FileRole = Literal["data", "table", "feed", "calendar", "workbook", "pdf", "attachment", "redirect"]


@dataclass(frozen=True)
class RecordFile:
    """A file that stands beside the page of a record."""

    ref: AnyRef
    path: str
    is_a: FileRole
    source: str = ""
    """Of an attachment, its file; of a redirect, the old address; of a table, a feed or a calendar, its language."""
    number: int = 0
    """Which of the old addresses of the record it is."""
    to: str = ""
    """The path of the page below the record's to which a redirect leads."""


@dataclass(frozen=True)
class Output:
    """A file of the site before it is made."""

    path: str
    make: Callable[[], View]
    lasts: bool = True
    """Whether it is kept while what was asked for it is as it was; else it is made each time, which costs little."""
    language: str = ""
    """Of a page that visitors find."""
    stays: bool = False
    """Whether it stands at no address that follows a record or a list: what leads on, and what the owner put there."""
    sizes_of: tuple[str, ...] = ()
    """The paths of the files of which it tells how large they are: it is made when they are there."""
