"""Every save → a build, the browser's reload, and then the index of the search: each in turn, none in another's way.

Threads only wait and tell; the work is done by two processes, so that the browser is answered meanwhile and an end is
prompt.
"""

import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.options import CATALOGUES, Options, template_folders
from generator.preview.jobs import BuildDone, Builder, BuildJob, IndexDone, IndexJob, index_pages
from generator.preview.repeater import Repeater
from generator.preview.saves import saves
from generator.preview.shown import ShownSite
from generator.preview.worker import DiedError, Worker
from generator.words import Words

_CALM = 0.5
"""Seconds in which the browser has the page before the index is made, which takes every core."""


class Preview:
    """A site built anew after every save, and told of by `say`; it never writes the site that is published."""

    def __init__(self, options: Options, folder: Path, words: Words, say: Callable[[str], None]) -> None:
        self.pages, self.search = ShownSite(folder / "pages"), ShownSite(folder / "search")
        self._options, self._words, self._say = options, words, say
        self._searched: tuple[Path, Mapping[str, str]] = (self.pages.current, {})
        """The folder that is shown, and its pages for the search."""
        self._reload: Callable[[], None] = lambda: None
        self._begun = False
        self._ended = threading.Event()
        self._builder, self._indexer = Worker(Builder(options.store)), Worker(index_pages)
        self._building, self._indexing = Repeater(self._build), Repeater(self._index)
        self._watching = threading.Thread(target=self._watch, daemon=True)

    def begin(self, reload: Callable[[], None]) -> None:
        """Watch and build from now on, and `reload` what is seen after each build that changes it."""
        self._reload = reload
        self._watching.start()

    def end(self) -> None:
        """End, be it in the midst of a build."""
        self._ended.set()
        for worker in (self._builder, self._indexer):
            worker.end()
        for repeater in (self._building, self._indexing):
            repeater.end()
        if self._watching.is_alive():
            self._watching.join()

    def _watch(self) -> None:
        root = self._options.root
        for _ in saves((root / "content", root / "templates", root / CATALOGUES, *template_folders(root)), self._ended):
            self._building.want()

    def _build(self) -> None:
        build = BuildJob(self._options, self.pages.spare, self.pages.current, self._words.language)
        try:
            built = self._builder.ask(build)
        except DiedError:
            built = BuildDone(self._words.text("The build broke off. The preview shows the last good pages."))
        if self._ended.is_set():
            return
        if built.searched is not None:
            self.pages.swap()
            self._searched = (self.pages.current, built.searched)
        self._say(built.said)
        if not self._begun:
            self._begun = True
            self._say(self._words.text("Preview at {address} (Ctrl-C ends it)", address=self._options.base_url))
        if built.changed:
            self._reload()
        if any(path.endswith(".html") for path in built.changed):
            self._indexing.want()

    def _index(self) -> None:
        if self._ended.wait(_CALM):
            return
        site, pages = self._searched
        index = IndexJob(pages, site, self.search.spare, self._options, self._words.language)
        try:
            indexed = self._indexer.ask(index)
        except DiedError:
            indexed = IndexDone(self._words.text("The search could not be brought up to date."), done=False)
        if self._ended.is_set():
            return
        if indexed.done:
            self.search.swap()
        self._say(indexed.said)
