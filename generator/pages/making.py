"""A page while its address is still a path: what it shows in one language, and where its other versions are."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.content.record import Record
from generator.text.context import Context
from generator.view.bodies import Body
from generator.view.page import Indexing, Link


@dataclass(frozen=True)
class Making:
    """What `plan` makes a page of."""

    context: Context
    paths: Mapping[str, str]
    body: Body
    title: str
    description: str
    crumbs: tuple[Link, ...] = ()
    section: str = ""
    record: Record | None = None
    indexing: Indexing | None = None
    here: str = ""
    """What the page is called among the crumbs, if not by its title."""
    feed: Link | None = None
    noindex: bool = False
    """Parts of lists stay out of search engines, which have the lists and the records."""

    @property
    def path(self) -> str:
        """Its own path."""
        return self.paths[self.context.language]
