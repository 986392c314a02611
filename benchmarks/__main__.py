"""Measures Vetrina beside Hugo: `python -m benchmarks [--records N …] [--phases …] [--json FILE]`.

Prints tables in Markdown, for the README. What it is doing meanwhile goes to the other output.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from benchmarks import others, table
from benchmarks.phases import PHASES, Sample, rounds_for, samples
from benchmarks.sites import OURS, TOOLS, Sites

_RECORDS, _GROWTH = [100, 1000, 3000, 10000], [1000, 3000, 10000, 20000]
_BESIDES = ("search", "start", "check", "reload")
_SAVED_AT = 1000
_FEW = 20


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--records", type=int, nargs="+", metavar="N", help=f"how many; {_RECORDS}, or {_GROWTH}")
    every = [*PHASES, *_BESIDES]
    parser.add_argument("--phases", nargs="+", choices=every, default=every, metavar="PHASE", help=", ".join(every))
    parser.add_argument("--rounds", type=int, help="how often; less often the more records")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where every single figure goes")
    parser.add_argument("--growth", action="store_true", help="our cold builds alone: do time and memory stay linear?")
    parser.add_argument("--profile", action="store_true", help="where Hugo’s templates spend their time, like for like")
    asked = parser.parse_args()
    records = asked.records or (_GROWTH if asked.growth else _RECORDS)
    with tempfile.TemporaryDirectory(prefix="vetrina-bench-") as work:
        if asked.profile:
            _profile(Path(work), records)
        elif asked.growth:
            found = list(_builds(Path(work), records, ["cold"], asked.rounds or 1, OURS))
            print(table.of_growth(found))
            _save(asked.json, found, [])
        else:
            _measure(Path(work), records, asked.phases, asked.rounds, asked.json)


def _measure(work: Path, records: list[int], phases: list[str], rounds: int | None, into: Path | None) -> None:
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}. Seconds by the clock / of all cores together.\n")
    builds = list(_builds(work, records, phases, rounds)) if set(phases) & PHASES.keys() else []
    if builds:
        print(f"{table.of_builds(builds)}\n", flush=True)
    besides = list(_besides(work, records, phases, rounds))
    if besides:
        print(table.of_others(besides))
    _save(into, builds, besides)


def _builds(
    work: Path, records: list[int], phases: list[str], rounds: int | None, tools: tuple[str, ...] = TOOLS
) -> Iterator[Sample]:
    _made(work / "first", _FEW, OURS).build("vetrina")  # what is compiled once, after an installation, is there
    for number in records:
        folder = work / f"builds-{number}"
        sites = _made(folder, number, tools)
        for one in samples(sites, number, phases, rounds or rounds_for(number)):
            _tell(f"{number} records, {one.phase}, {one.tool}: {one.built.cost.wall:.2f} s")
            yield one
        shutil.rmtree(folder)


def _besides(work: Path, records: list[int], phases: list[str], rounds: int | None) -> Iterator[others.Other]:
    if "search" in phases:
        for number in records:
            _tell(f"{number} records, search")
            folder = work / f"search-{number}"
            yield from others.search(_made(folder, number), folder, number, rounds or rounds_for(number))
            shutil.rmtree(folder)
    if "start" in phases:
        _tell("the start of a command")
        yield from others.start()
    if "check" in phases:
        _tell("a check")
        yield from others.checks(work / "check")
    if "reload" in phases:
        _tell("from a save to the browser")
        shutil.copytree(others.ROOT / "content", work / "real/content")
        yield from others.reload(work / "real", "`content/` of this repository")
        yield from others.reload(_made(work / "reload", _SAVED_AT).root, f"{_SAVED_AT:,} records")


def _profile(work: Path, records: list[int]) -> None:
    for number in records:
        _tell(f"{number} records")
        sites = _made(work / str(number), number)
        sites.tell_hugo()
        for hints in ((), ("--templateMetricsHints",)):  # to find what could be cached takes longer than the templates
            command = sites.hugo_command("alike", "--templateMetrics", *hints)
            print(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def _made(folder: Path, records: int, tools: tuple[str, ...] = TOOLS) -> Sites:
    folder.mkdir(parents=True)
    return Sites(folder, records, tools)


def _save(into: Path | None, builds: list[Sample], besides: list[others.Other]) -> None:
    if into:
        told = {"builds": [asdict(one) for one in builds], "besides": [asdict(one) for one in besides]}
        into.write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
