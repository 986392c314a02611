"""What is measured besides builds: search, the start of a command, a check, and the time from a save to the browser."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pagefind_bin

from benchmarks import edits
from benchmarks.process import Command, Cost, run, vetrina
from benchmarks.sites import Sites

ROOT = Path(__file__).parents[1]
_STARTS, _CHECKS, _SAVES = 9, 3, 5


@dataclass(frozen=True)
class Other:
    """One figure of its own: the median of several runs, and the median of their ratios to their neighbours."""

    what: str
    wall: float
    cpu: float | None = None
    ratio: float | None = None
    beside: str = ""
    """What the ratio is to."""
    rounds: int = 1


def search(sites: Sites, folder: Path, records: int, rounds: int) -> list[Other]:
    """What search adds to a build, from nothing and after an edit; and Pagefind itself over the same site."""
    found: dict[str, list[tuple[Cost, Cost, Cost]]] = {"cold": [], "one text edited": []}
    with_it, without = folder / "with-search", folder / "without-search"
    for _ in range(rounds):
        for place in (with_it, without):
            shutil.rmtree(place, ignore_errors=True)
        for phase, costs in found.items():
            if phase != "cold":
                edits.text(sites.root)
            plain = sites.build_ours(without / "site", without / "store", "--no-search")
            indexed = sites.build_ours(with_it / "site", with_it / "store")
            bundle = folder / "pagefind"
            pagefind = run([pagefind_bin.get_executable(), "--site", with_it / "site", "--output-path", bundle])
            costs.append((plain, indexed, pagefind))
    told = [
        _other(
            f"search at {records:,}, {phase}", [(_less(both, plain), alone) for plain, both, alone in costs], "Pagefind"
        )
        for phase, costs in found.items()
    ]
    alone = [pagefind for costs in found.values() for _, _, pagefind in costs]
    return [*told, Other(f"Pagefind over the site of {records:,}", _wall(alone), _cpu(alone), rounds=len(alone))]


def start() -> list[Other]:
    """`vetrina --version` beside an empty Python."""
    return [_beside_python("`vetrina --version`", [vetrina(), "--version"], _STARTS)]


def checks(folder: Path) -> list[Other]:
    """`vetrina check` of the content of this repository, with a store and with an empty one, beside an empty Python."""
    store = folder / "store"
    command: Command = [vetrina(), "check", "--root", ROOT]
    env = {"VETRINA_STORE": str(store)}
    pairs = []
    for _ in range(_CHECKS):
        shutil.rmtree(store, ignore_errors=True)
        pairs.append((run(command, env), _python()))
    empty = _other("`vetrina check` of `content/`, empty store", pairs, "`python -c pass`")
    return [_beside_python("`vetrina check` of `content/`", command, _CHECKS, env), empty]


def reload(root: Path, what: str) -> list[Other]:
    """From the save of a text to the reloaded page in a browser, of the preview of `root`, whose text is edited."""
    command = [sys.executable, "-m", "benchmarks.reload", str(root), "--saves", str(_SAVES)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    waits: list[float] = json.loads(done.stdout)
    return [Other(f"a save to the reloaded page, {what}", median(waits), rounds=len(waits))]


def _beside_python(what: str, command: Command, rounds: int, env: dict[str, str] | None = None) -> Other:
    run(command, env)
    return _other(what, [(run(command, env), _python()) for _ in range(rounds)], "`python -c pass`")


def _python() -> Cost:
    return run([sys.executable, "-c", "pass"])


def _less(one: Cost, other: Cost) -> Cost:
    return Cost(one.wall - other.wall, one.cpu - other.cpu, one.memory - other.memory)


def _other(what: str, pairs: list[tuple[Cost, Cost]], beside: str) -> Other:
    own = [one for one, _ in pairs]
    ratio = median(one.wall / other.wall for one, other in pairs)
    return Other(what, _wall(own), _cpu(own), ratio, beside, len(pairs))


def _wall(costs: Sequence[Cost]) -> float:
    return median(one.wall for one in costs)


def _cpu(costs: Sequence[Cost]) -> float:
    return median(one.cpu for one in costs)
