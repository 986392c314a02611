"""A page before it is made: its addresses, and what makes it when the site is built; and any file, likewise."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.content.record import AnyRecord
from generator.text.context import Context
from generator.view.bodies import Body
from generator.view.outputs import Indexing, Link, View


@dataclass(frozen=True)
class Content:
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


@dataclass(frozen=True)
class Planned:
    """A page of one language that the site has. Planning costs little: the content is made when it is asked for."""

    context: Context
    paths: Mapping[str, str]
    """Its own path, and those of its versions in other languages."""
    content: Callable[[], Content]
    section: str = ""
    """The folder of the kind it belongs to."""
    record: AnyRecord | None = None
    noindex: bool = False
    """Parts of lists stay out of search engines, which have the lists and the records."""
    asked: frozenset[str] = frozenset()
    """What was asked of the showcase to plan it."""

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
    def modified(self) -> str:
        """When its record was verified, if that is known to the day."""
        verified = self.record.facts.verified_on if self.record and not self.record.facts.withdrawn else None
        return str(verified) if verified and verified.day else ""


@dataclass(frozen=True)
class Output:
    """A file of the site before it is made."""

    path: str
    make: Callable[[], View]
    asked: frozenset[str] | None = None
    """What was asked to plan it; None for a file that is made anew each time, being made quickly or of everything."""
    language: str = ""
    """Of a page that visitors find."""
