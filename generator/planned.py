"""A page before it is made: its addresses, and what makes it when the site is built."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.content.record import AnyRecord
from generator.text.context import Context
from generator.view.bodies import Body
from generator.view.outputs import Indexing, Link


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

    @property
    def path(self) -> str:
        """Its own path."""
        return self.paths[self.context.language]
