"""Where a build's time goes: `python -m benchmarks.stages [--records N] [--edit text]`.

Prints a table in Markdown of the stages of one build in a process of its own, on one core, and the functions that took
most of their own, by the profiler of Python, which makes everything slower: read shares rather than seconds.
"""

import argparse
import cProfile
import os
import pstats
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks import edits
from benchmarks.corpus.site import RECORDS, SEED, write
from benchmarks.sites import DAY
from generator import pipeline, site_files
from generator.incremental import rebuild, states
from generator.machine.garbage import uncollected
from generator.options import Options

_STAGES: tuple[tuple[Any, str, str], ...] = (
    (pipeline, "key_of", "the key of the build"),
    (states.States, "load", "what the last build left"),
    (pipeline, "Contents", "which files there are"),
    (pipeline, "validate", "records read and validated"),
    (pipeline, "relate", "records related"),
    (pipeline, "apply_rules", "rules"),
    (pipeline, "plan", "pages planned"),
    (pipeline, "address_problems", "addresses"),
    (site_files.SiteFiles, "make", "what can be kept, and the pages that cannot"),
    (site_files.SiteFiles, "verified", "links"),
    (pipeline, "publish", "publishing"),
    (rebuild.Rebuild, "state", "what this build leaves"),
    (states.States, "write", "writing that"),
)
_TOP = 12


def main() -> None:
    """Build twice, and tell of the second time; of the first, where nothing is edited."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stages", description=__doc__)
    parser.add_argument("--records", type=int, default=RECORDS)
    parser.add_argument("--edit", choices=("text", "fact", "rename"), help="build again after this; else a cold build")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vetrina-bench-") as work:
        root, out = Path(work) / "site", Path(work) / "out"
        write(root, asked.records, SEED)
        options = Options(root, DAY, store=Path(work) / "store")
        for measured in (_stages, _functions):
            if asked.edit:
                _built(options, out)
                getattr(edits, asked.edit)(root)
            measured(options, out if asked.edit else Path(work) / measured.__name__)


def _built(options: Options, out: Path) -> None:
    with uncollected():
        pipeline.build(options, out, search=False)


def _stages(options: Options, out: Path) -> None:
    """The time by the clock of each stage, all on one core."""
    spent: dict[str, float] = {}
    with _clocked(spent), _on_one_core():
        began = time.perf_counter()
        _built(options, out)
        whole = time.perf_counter() - began
    spent["all else"] = whole - sum(spent.values())
    print("| stage | seconds | share |\n| --- | --- | --- |")
    for stage, seconds in spent.items():
        print(f"| {stage} | {seconds:.2f} | {seconds / whole:.0%} |")
    print(f"| **the build** | **{whole:.2f}** | |\n")


def _functions(options: Options, out: Path) -> None:
    """The functions that took most time of their own."""
    profile = cProfile.Profile()
    with _on_one_core():
        profile.runcall(_built, options, out)
    found = pstats.Stats(profile).get_stats_profile()
    print("| function | calls | its own seconds | share |\n| --- | --- | --- | --- |")
    for name, one in sorted(found.func_profiles.items(), key=lambda item: -item[1].tottime)[:_TOP]:
        place = f"{Path(one.file_name).name}: " if one.line_number else ""
        print(f"| `{place}{name}` | {one.ncalls} | {one.tottime:.2f} | {one.tottime / found.total_tt:.0%} |")


@contextmanager
def _clocked(spent: dict[str, float]) -> Iterator[None]:
    """Each stage adds the seconds it takes to `spent`."""
    kept = [(owner, name, getattr(owner, name)) for owner, name, _ in _STAGES]
    for (owner, name, stage), (_, _, called) in zip(kept, _STAGES, strict=True):
        setattr(owner, name, _timed(stage, called, spent))
    try:
        yield
    finally:
        for owner, name, stage in kept:
            setattr(owner, name, stage)


def _timed(stage: Callable[..., Any], called: str, spent: dict[str, float]) -> Callable[..., Any]:
    def run(*given: Any, **options: Any) -> Any:
        began = time.perf_counter()
        try:
            return stage(*given, **options)
        finally:
            spent[called] = spent.get(called, 0) + time.perf_counter() - began

    return run


@contextmanager
def _on_one_core() -> Iterator[None]:
    """Where the system allows it, as Linux does; elsewhere a build shares nothing out anyway."""
    allowed = os.sched_getaffinity(0) if sys.platform == "linux" else set()
    if allowed:
        os.sched_setaffinity(0, {min(allowed)})
    try:
        yield
    finally:
        if allowed:
            os.sched_setaffinity(0, allowed)


if __name__ == "__main__":
    main()
