"""What the preview has done by other processes: a build of the pages, and then the index of their search."""

import gc
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import copytree
from urllib.parse import urlsplit

from generator.incremental.states import States
from generator.machine.garbage import uncollected
from generator.options import Options
from generator.output.ownership import Manifest
from generator.pages.guide.page_names import address_of_mistakes
from generator.pipeline import build, index_search
from generator.preview.absent import Absent, absent
from generator.preview.report_html import report, to_begin_with, unable, unreadable
from generator.preview.report_html import said as sentence
from generator.problems.as_text import as_text, count
from generator.problems.problem import Problem
from generator.problems.setup import SetupError
from generator.text.listed import kinds_listed
from generator.words import Words, words_for


@dataclass(frozen=True)
class BuildJob:
    """Build the pages into a folder, and say in `language` how it went."""

    options: Options
    out: Path
    shown: Path
    """The folder with what the browser shows."""
    language: str
    opens: bool = True
    """Whether who looks sits at this computer, where a link can open a file."""


@dataclass(frozen=True)
class BuildDone:
    """What became of a build. Without `searched`, the pages of the search, there is nothing new to be shown."""

    said: str
    report: str = ""
    """What there is to be mended, as HTML."""
    searched: Mapping[str, str] | None = None
    changed: frozenset[str] = frozenset()
    """The paths that differ from what is shown."""
    absent: Mapping[str, Absent] = field(default_factory=dict)
    """What is said of addresses at which a record could be, and is not."""


@dataclass(frozen=True)
class IndexJob:
    """Index those pages of a folder for the search, into another; `pages` are `Built.searched`."""

    pages: Mapping[str, str]
    site: Path
    out: Path
    options: Options
    language: str


@dataclass(frozen=True)
class IndexDone:
    """What became of an index; `done` if there is one."""

    said: str
    done: bool


class Builder:
    """Builds again and again, and remembers what each build left."""

    def __init__(self, store: Path | None) -> None:
        self._states = States(store)

    def __call__(self, asked: BuildJob) -> BuildDone:
        """Build; whatever keeps it from being built is said."""
        words = words_for(asked.language)
        try:
            with uncollected():
                self._begin_with_what_is_shown(asked)
                built = build(asked.options, asked.out, search=False, states=self._states, in_place=True)
        except SetupError as error:
            return BuildDone(_unable(error, words), unable(error, words))
        except OSError as error:  # what is being moved is there when it is listed, and gone when it is read
            return BuildDone(unreadable(error, words), sentence(unreadable(error, words)))
        root, told = asked.options.root, count(built.problems, words)
        guide = address_of_mistakes(root, words.language, asked.options.base_url)
        if built.published:
            said = words.text("Built: {problems}.", problems=told)
        elif asked.shown.is_dir():
            said = words.text("Not built: {problems}. The preview shows the last good pages.", problems=told)
        else:
            said = words.text("Not built: {problems}. There are no pages to be shown yet.", problems=told)
        here = urlsplit(guide).path
        reported = report(built.problems, said, words, root, here, opens=asked.opens)
        if built.published and not any(map(kinds_listed, built.contexts)):
            reported = to_begin_with(here, words) + reported
        done = BuildDone(said=_told(built.problems, words, root, guide) + said, report=reported)
        if built.published is None:
            return done
        before, after = _hashes(asked.shown), _hashes(asked.out)
        changed = frozenset(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
        return replace(done, searched=built.searched, changed=changed, absent=absent(built.contexts, words))

    def rest(self) -> None:
        """What can wait until the browser has been told."""
        self._states.write()
        gc.collect()

    def _begin_with_what_is_shown(self, asked: BuildJob) -> None:
        """A folder that was never built into begins with the files of the one that is shown."""
        if asked.shown.is_dir() and not asked.out.exists():
            with suppress(OSError):
                copytree(asked.shown, asked.out, copy_function=os.link)
                self._states.copy(asked.shown, asked.out)


def index_pages(asked: IndexJob) -> IndexDone:
    """Index; whatever keeps it from being indexed is said."""
    words = words_for(asked.language)
    try:
        problems = index_search(asked.pages, asked.site, asked.out, asked.options.store)
    except SetupError as error:
        return IndexDone(_unable(error, words), done=False)
    except OSError as error:
        return IndexDone(unreadable(error, words), done=False)
    if problems:
        return IndexDone(_told(problems, words, asked.options.root), done=False)
    return IndexDone(words.text("The search is up to date."), done=True)


def _told(problems: Iterable[Problem], words: Words, root: Path, guide: str = "") -> str:
    told = as_text(problems, words, root, guide)
    return f"{told}\n" if told else ""


def _unable(error: SetupError, words: Words) -> str:
    return f"{words.say(error.message)}\n  → {words.say(error.hint)}"


def _hashes(folder: Path) -> Mapping[str, str]:
    """What a folder holds, as its last build has written down."""
    manifest = Manifest.read(folder)
    return manifest.hashes if manifest else {}
