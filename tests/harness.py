"""A site in a temporary folder: change a file, check or build, look at what came out.

SiteTest("minimal").write("content/pages/x.md", "…").check().problems(("bad-date", "content/pages/x.md", 4, 12))
"""

import copy
import datetime
import json
import os
import re
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any, ClassVar, Self

from generator.content.nodes import Nodes
from generator.content.parse import parse
from generator.fields.declare import AnyGroup
from generator.incremental.state import State
from generator.incremental.states import States
from generator.machine.memo import Notes
from generator.options import Options
from generator.pages.site_map import SiteMap
from generator.pipeline import Built, Checked, build, check
from generator.problems.as_text import ordered
from generator.problems.problem import Position, Problem, stops
from generator.publications.publication import ASKED
from generator.showcase.model import Showcase
from tests.long import IS_LONG
from tests.looked_at import LookedAt
from tests.store import STORE

SITES = Path(__file__).parent / "sites"
DAY = "2026-11-22"
OFTEN = {"minimal": (False, True), "showcase": (False,)}
"""The sites that most tests change a little, also as in production where they hold no placeholder."""
OTHERWISE = ("base_url", "drafts")
"""With these all is made anew."""
_KEPT = 12
"""Sites of which a process knows what was found out."""
MANIFEST = "manifest.json"
STATES = "state-4"
"""Where a store keeps what a build leaves for the next."""

_MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
_STRUCTURED = re.compile(r'<script type="application/ld\+json">(.*?)</script>\s*', re.DOTALL)
_LINK = re.compile(r'<a\b[^>]*? ?href="([^"]*)"[^>]*>(.*?)</a>')
_FACT = re.compile(r"<[^>]+>")
_FINGERPRINT = re.compile(r"\.[0-9a-f]{10}\.")
_BLOCK = re.compile(
    r"\s*(</?(?:article|section|div|p|h[1-6]|[ou]l|li|dl|dt|dd|table|caption|thead|tbody|tr|t[dh]|figure|figcaption"
    r"|blockquote|form|label|input|button|nav|footer|svg|rect|line|script|noscript|template|img)\b[^>]*>)\s*"
)


class BuiltSite:
    """The folder of a built site, to be looked at."""

    def __init__(self, out: Path) -> None:
        self.out = out

    def tree(self) -> dict[str, bytes]:
        """Every file of the built site and its bytes."""
        return {file.relative_to(self.out).as_posix(): file.read_bytes() for file in _files(self.out)}

    def files(self) -> list[str]:
        """Every file of the built site, fingerprints masked."""
        return _masked([file.relative_to(self.out).as_posix() for file in _files(self.out)])

    def page(self, address: str) -> str:
        """The HTML of the page at an address such as "/accordi/x/"."""
        path = address.lstrip("/")
        return self.text(path if path.endswith(".html") else f"{path}index.html")

    def text(self, path: str) -> str:
        """What stands in the file at a path such as "accordi/x/index.json"."""
        return (self.out / path).read_text("utf-8")

    def main(self, address: str) -> str:
        """What stands inside <main>, a line for each block of it."""
        return normalised(self.page(address))

    def facts(self, address: str) -> str:
        """What <main> says, without its markup: a line for each block of it, links as [words](address)."""
        lines = (_FACT.sub("", _LINK.sub(r"[\2](\1)", line)).strip() for line in self.main(address).splitlines())
        return "".join(f"{unescape(line)}\n" for line in lines if line)

    def frame(self, address: str) -> str:
        """A page without the inside of <main> and without its JSON-LD, a tag a line."""
        page = _STRUCTURED.sub("", _MAIN.sub("<main>…</main>", self.page(address)))
        lines = re.sub(r">\s+<", ">\n<", _FINGERPRINT.sub(".….", page))
        return f"{lines.strip()}\n"

    def structured(self, address: str) -> list[dict[str, Any]]:
        """The things of a page's JSON-LD: the way to it, then what it is about."""
        (written,) = _STRUCTURED.findall(self.page(address))
        data = json.loads(written)
        assert data["@context"] == "https://schema.org"
        things: list[dict[str, Any]] = data["@graph"]
        return things


class SiteTest(BuiltSite):
    """A copy of `tests/sites/<name>/`; it is gone when the test lets go of it, and of the showcase it was asked for.

    It is built as an owner's site is: what a test has not changed is kept from the site as it is, which is built once
    in a run. A rebuild leaves what a clean build would, which `test_any_history.py` and `test_reproducible.py` see to.
    For a test that changes the program in its process, which no build can know, there is `from_nothing`.

    What is built into its own folder, without a store of its own, is not made before it is asked for: a file that a
    test looks at is made alone, and all is built once a test asks for more, or changes the site. `look` leaves nothing
    to be built. In `make test-long` all is built at once.
    """

    once: ClassVar[Callable[[str, Callable[[Path], object]], Path] | None] = None
    """A folder that is made once in a run, by its name; in a process of a test's own there is none."""
    is_patched: ClassVar[bool] = False
    """Whether the program may be another than it is written: nothing is known of it, and nothing is kept."""
    begun: ClassVar[set[tuple[str, bool]]] = set()
    """The sites from which tests of this process began, and whether as in production: their files are links."""

    def __init__(self, name: str = "minimal", *, from_nothing: bool = False) -> None:
        self.begins_as = "" if from_nothing else name
        self._folder = _Folder()
        self._root = self._folder.path
        self._looked_at: LookedAt | None = None
        self._left: Callable[[], object] | None = None
        """What is left of the last build."""
        super().__init__(self._root / "site")
        self._found: tuple[Problem, ...] = ()
        self._built: Built | None = None
        self.checked: Checked | None = None
        self._showcase: Showcase | None = None
        self.overlay(SITES / name)

    # --- of a build that is not done before it is asked for ---

    def whole(self) -> Self:
        """Do what is left of the last build."""
        if left := self._left:
            self._left = self._looked_at = None
            left()
        return self

    @property
    def root(self) -> Path:
        """The folder of its content, and of what is built of it."""
        self.whole()
        return self._root

    @root.setter
    def root(self, folder: Path) -> None:
        self._root = folder

    @property
    def out(self) -> Path:
        """The folder of the built site."""
        self.whole()
        return self._out

    @out.setter
    def out(self, folder: Path) -> None:
        self._out = folder

    @property
    def found(self) -> tuple[Problem, ...]:
        """What the last check or build told."""
        self.whole()
        return self._found

    @property
    def stopped_by(self) -> tuple[Problem, ...]:
        """The errors that kept the last build from being made; to know of them, none is made."""
        return () if self._left else tuple(one for one in self._found if one.is_error)

    @property
    def built(self) -> Built | None:
        """The outcome of the last build."""
        self.whole()
        return self._built

    def files(self) -> list[str]:
        """Every file of the built site, fingerprints masked."""
        return _masked([*self._looked_at.paths, MANIFEST]) if self._looked_at else super().files()

    def text(self, path: str) -> str:
        """What stands in a file of the built site."""
        alone = self._looked_at and self._looked_at.content(path)
        return alone.decode().replace("\r\n", "\n") if alone else super().text(path)

    def beside(self, folder: str) -> dict[str, bytes]:
        """The pages, the data, and the files of an owner in a folder of the built site, by their paths."""
        if self._looked_at:
            return self._looked_at.beside(folder)
        return {path: data for path, data in self.tree().items() if path.startswith(folder)}

    # --- changes ---

    def overlay(self, folder: Path) -> Self:
        """Lay the files of `folder` over the site."""
        unwanted = shutil.ignore_patterns("expected.yaml")
        shutil.copytree(folder, self.root, symlinks=True, dirs_exist_ok=True, ignore=unwanted)
        return self

    def write(self, path: str, content: str | bytes) -> Self:
        """Write a file of the site."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.is_relative_to(self.out):
            file.unlink(missing_ok=True)  # other sites have it too
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def replace(self, path: str, old: str, new: str) -> Self:
        """Change one passage of a file, which must be there."""
        text = self.read(path)
        assert old in text, f"{path} does not hold {old!r}"
        return self.write(path, text.replace(old, new, 1))

    def remove(self, path: str) -> Self:
        """Remove a file or a folder."""
        target = self.root / path
        if target.is_dir():
            shutil.rmtree(target)
        else:
            target.unlink()
        return self

    def rename(self, old: str, new: str) -> Self:
        """Give a file or a folder another name."""
        target = self.root / new
        target.parent.mkdir(parents=True, exist_ok=True)
        (self.root / old).rename(target)
        return self

    def read(self, path: str) -> str:
        """The text of a file of the site."""
        return (self.root / path).read_text("utf-8")

    # --- runs ---

    def check(self, on: str = DAY, **options: Any) -> Self:
        """Check the site as it is on a day."""
        self.whole()
        self.checked = self._checked(self._options(on, options))
        self._found, self._showcase = self.checked.problems, self.checked.showcase
        return self

    def build(self, on: str = DAY, *, search: bool = False, out: Path | None = None, **options: Any) -> Self:
        """Build the site as it is on a day; into another folder, which `out` names, from nothing."""
        self.whole()
        made = self._options(on, options)
        begins = out is None and options.keys().isdisjoint(OTHERWISE)
        if IS_LONG or search or out or "store" in options:
            self._build(made, out, begins=begins, search=search)
        elif site_map := self._publishable(made):
            self._left = partial(self._build, made, out, begins=begins, search=search)
            self._looked_at, self._showcase = LookedAt(site_map, made), site_map.contexts[0].showcase
        else:
            self._build(made, out, begins=False, search=search)
        return self

    def look(self, on: str = DAY, **options: Any) -> Self:
        """Look at pages and data of the site as it is on a day until it is changed: then nothing is left to build."""
        self.build(on, **options)
        if self._looked_at:
            self._left = lambda: None
        return self

    def _build(self, made: Options, out: Path | None, *, begins: bool, search: bool) -> None:
        begins = begins and not self.out.exists()
        if begins and made.store:
            self.begin(made.store, production=made.production)
        self.out = out or self.out
        self._built = build(made, self.out, search=search)
        if begins and self._built.published is None:
            shutil.rmtree(self.out, ignore_errors=True)  # of a site that cannot be built there is nothing
        self._found = self._built.problems
        self._showcase = self._built.contexts[0].showcase if self._built.contexts else None

    def publish(self, out: Path, is_wanted: Callable[[str], bool], on: str = DAY, **options: Any) -> None:
        """Publish the site as it is on a day into a folder, as far as the next build reads it, and what is wanted
        besides; the other files are empty. In `make test-long` it is built.
        """
        self.build(on, out=out if IS_LONG else None, **options)
        if looked_at := self._looked_at:
            looked_at.publish(out, lambda path: Path(path).name in ASKED or is_wanted(path))
            self._left = self._looked_at = None
        else:
            assert self.built and self.built.published, self.found

    def begin(self, store: Path = STORE, *, production: bool = False) -> Self:
        """Lay a site that is often changed into its folder as it is built, unless something lies there already."""
        if self.once and production in OFTEN.get(self.begins_as, ()) and not self.out.exists():
            begun = self.built_once(self.begins_as, production=production)
            shutil.copytree(begun, self.out, copy_function=os.link)  # as what is published: never written where it lies
            self.begun.add((self.begins_as, production))
            Notes(store, STATES).write(self.out, begun.with_suffix(".state").read_bytes())
        return self

    @classmethod
    def built_once(cls, name: str, *, production: bool = False) -> Path:
        """The folder of a site as it is, built once in a run; beside it lies what its build left for the next."""

        def make(folder: Path) -> None:
            cls(name).build(out=folder, production=production)
            state = Notes(STORE, STATES).read(folder)
            assert state
            folder.with_suffix(".state").write_bytes(state)
            folder.with_suffix(".times").write_text(json.dumps(_times(folder)), "utf-8")

        assert cls.once
        return cls.once(f"{name}-in-production" if production else name, make)

    @classmethod
    def spoilt(cls, name: str, production: bool) -> list[str]:
        """The files of a site that is built once into which somebody wrote since."""
        folder = cls.built_once(name, production=production)
        then = json.loads(folder.with_suffix(".times").read_text("utf-8"))
        return [path for path, time in _times(folder).items() if then.get(path) != time]

    def _publishable(self, options: Options) -> SiteMap | None:
        """The pages of the site, unless a check finds what stops its build."""
        found = self._checked(options)
        return None if stops(found.problems, strict=options.strict) else found.site_map

    def _checked(self, options: Options) -> Checked:
        """A check, which reads and asks anew only what no site of this process had yet, with the same settings."""
        if options.store != STORE:
            return check(options)
        if IS_LONG or self.is_patched or not self.begins_as:
            return check(replace(options, store=None))
        return check(options, states=_KNOWN)

    def _options(self, on: str, options: dict[str, Any]) -> Options:
        return Options(root=self.root, day=datetime.date.fromisoformat(on), **{"store": STORE, **options})

    # --- what came out ---

    def problems(self, *expected: tuple[str, str, int, int]) -> Self:
        """Assert that exactly these problems were found: code, path, line, column."""
        told = [(one.code, one.place.path, one.place.line, one.place.column) for one in ordered(self.found)]
        assert told == sorted(expected, key=lambda one: (*one[1:], one[0]))
        return self

    def codes(self) -> list[str]:
        """The codes of the problems found, by file, line and column."""
        return [one.code for one in ordered(self.found)]

    @property
    def showcase(self) -> Any:
        """The showcase that the last check or build made; its records may be read later, and their files stay."""
        assert self._showcase
        weakref.finalize(self._showcase.records, self._folder.let_go)
        return self._showcase


class _Folder:
    """A folder of its own, which is gone when nobody holds it any more."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="vetrina-"))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)

    def let_go(self) -> None:
        """Whoever is to call this at its end holds the folder until then."""


class _Known(States):
    """What was found out, whatever the folder: sites that begin alike have most of their records in common."""

    def __init__(self) -> None:
        super().__init__(None)
        self._found: dict[str, State] = {}

    def load(self, out: Path, key: str) -> State:
        self._found[key] = self._found.pop(key, State())
        if len(self._found) > _KEPT:
            del self._found[next(iter(self._found))]
        return copy.copy(self._found[key])

    def save(self, state: State, out: Path, key: str) -> None:
        if not self._found[key].records:
            self._found[key] = state


_KNOWN = _Known()


def facts_of(kind: type[AnyGroup], **written: Any) -> AnyGroup:
    """The facts of a record, or of settings, as they are read from what is written."""
    facts, _, problems = parse(
        kind, Nodes(written, Position("written.yaml")), {"title": "x"} if "title" in kind.declared else {}
    )
    assert facts
    assert [one.code for one in problems if one.code != "missing-key"] == []
    return facts


def normalised(html: str) -> str:
    """The inside of <main>, a block a line, fingerprints masked: a change of the page reads as a change of lines."""
    match = _MAIN.search(html)
    assert match, "no <main>"
    lines = [""]
    after_block = False
    for number, part in enumerate(_BLOCK.split(_FINGERPRINT.sub(".….", " ".join(match[1].split())))):
        closes = number % 2 == 1 and part.startswith("</")
        if after_block if closes or number % 2 == 0 else True:
            lines.append(part)
        else:
            lines[-1] += part
        after_block = closes or (after_block and not part)
    return "".join(f"{line}\n" for line in lines if line)


def text_of(html: str) -> str:
    """The words of a piece of HTML, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def _times(folder: Path) -> dict[str, int]:
    """When each file was written, in nanoseconds."""
    return {str(file): file.stat().st_mtime_ns for file in _files(folder)}


def _masked(paths: Iterable[str]) -> list[str]:
    return sorted(_FINGERPRINT.sub(".….", path) for path in paths)


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())
