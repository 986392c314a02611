"""Every save → a build, the browser's reload, and then the index of the search: each in turn, none in another's way.

Threads only wait and tell; the work is done by two processes, so that the browser is answered meanwhile and an end is
prompt.
"""

import secrets
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.content.as_it_is import is_passed_over
from generator.options import CATALOGUES, PUBLIC, SNAPSHOTS, Options, template_folders
from generator.preview.jobs import BuildDone, Builder, BuildJob, IndexDone, IndexJob, index_pages
from generator.preview.repeater import Repeater
from generator.preview.report_html import said
from generator.preview.saves import is_noise, saves
from generator.preview.shown import Now, ShownSite
from generator.preview.worker import DiedError, Worker
from generator.words import Words

_CALM = 0.5
"""Seconds in which the browser has the page before the index is made, which takes every core."""


class Preview:
    """A site built anew after every save, and told of by `say`; it never writes the site that is published.

    For the options it asks before each build: the day may be another one.
    """

    def __init__(
        self,
        options_of_now: Callable[[], Options],
        folder: Path,
        words: Words,
        say: Callable[[str], None],
        *,
        opens: bool = True,
    ) -> None:
        self._pages, self._search = ShownSite(folder / "pages"), ShownSite(folder / "search")
        self._options, self._options_of_now = options_of_now(), options_of_now
        self._words, self._say, self._opens = words, say, opens
        self._run, self._builds = secrets.token_hex(4), 0
        self.now = Now(self._pages.current, self._search.current, self._run)
        """What is shown; another value takes its place, it never changes."""
        self._searched: tuple[Path, Mapping[str, str]] = (self._pages.current, {})
        """The folder that is shown, and its pages for the search."""
        self._tell: Callable[[], None] = lambda: None
        self._showing = threading.Lock()
        self._begun = False
        self._ended = threading.Event()
        self._builder, self._indexer = Worker(Builder(self._options.store)), Worker(index_pages)
        self._building, self._indexing = Repeater(self._build), Repeater(self._index)
        self._watching = threading.Thread(target=self._watch, daemon=True)

    def begin(self, tell: Callable[[], None]) -> None:
        """Watch and build from now on, and `tell` the browser each time that `now` is another."""
        self._tell = tell
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
        beside = (root / name for name in ("content", "templates", CATALOGUES, SNAPSHOTS))
        folders = dict.fromkeys((*beside, *template_folders(root)), is_noise)
        for _ in saves({**folders, root / PUBLIC: is_passed_over}, self._ended):
            self._building.want()

    def _build(self) -> None:
        pages, words, self._options = self._pages, self._words, self._options_of_now()
        build = BuildJob(self._options, pages.spare, pages.current, words.language, self._opens)
        try:
            built = self._builder.ask(build)
        except DiedError:
            broken = words.text("The build broke off.")
            if self.now.is_built:
                broken = words.text("The build broke off. The preview shows the last good pages.")
            built = BuildDone(broken, said(broken))
        if self._ended.is_set():
            return
        self._builds += 1
        shown: dict[str, Any] = {"report": built.report}
        if built.searched is not None:
            pages.swap()
            self._searched = (pages.current, built.searched)
            shown |= {"pages": pages.current, "is_built": True, "absent": built.absent}
        if built.changed or not self.now.is_built:
            shown["build"] = f"{self._run}-{self._builds}"
        if is_searched := any(path.endswith(".html") for path in built.changed):
            shown["search_is"] = words.text("The search is older than the pages: it is being brought up to date.")
        self._show(**shown)
        self._say(built.said)
        if not self._begun:
            self._begun = True
            self._say(words.text("Preview at {address} (Ctrl-C ends it)", address=self._options.base_url))
        self._tell()
        if is_searched:
            self._indexing.want()

    def _index(self) -> None:
        if self._ended.wait(_CALM):
            return
        site, pages = self._searched
        index = IndexJob(pages, site, self._search.spare, self._options, self._words.language)
        try:
            indexed = self._indexer.ask(index)
        except DiedError:
            indexed = IndexDone(self._words.text("The search could not be brought up to date."), done=False)
        if self._ended.is_set():
            return
        if not indexed.done:
            self._show(search_is=indexed.said)
        else:
            self._search.swap()
            is_up_to_date = self._searched[1] == pages
            older = {"search_is": ""} if is_up_to_date else {}
            self._show(search=self._search.current, index=self.now.index + 1, **older)
        self._say(indexed.said)
        self._tell()

    def _show(self, **changes: Any) -> None:
        """Show something else; builds and indexes end in threads of their own."""
        with self._showing:
            self.now = replace(self.now, **changes)
