"""What is installed is what the files of constraints hold, whole and nothing else, on every system."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
NAMES = ["constraints.txt", "constraints-dev.txt"]
MORE = {"constraints-bench.txt": "bench", "constraints-audit.txt": "audit"}
"""What the benchmark and what the audit need beside what the tests need, and their extras."""
PIN = re.compile(r"([a-z0-9.-]+==[\w.]+(?: ; [^\\\n]+)?)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SYSTEMS = [
    {"sys_platform": system, "platform_machine": machine, "python_version": version, "python_full_version": version}
    for system, machine in (
        ("linux", "x86_64"),
        ("linux", "aarch64"),
        ("darwin", "x86_64"),
        ("darwin", "arm64"),
        ("win32", "AMD64"),
    )
    for version in ("3.11", "3.12", "3.13")
]


def asked(name: str) -> list[Requirement]:
    """What pyproject.toml asks for, for a file of constraints."""
    project = PROJECT["project"]
    if extra := MORE.get(name):
        return [Requirement(one) for one in project["optional-dependencies"][extra]]
    more = project["optional-dependencies"]["dev"] if name == NAMES[1] else []
    return [Requirement(one) for one in (*PROJECT["build-system"]["requires"], *project["dependencies"], *more)]


def pins(name: str, system: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The packages that a file holds for a system, and their versions."""
    for one, _ in PIN.findall((ROOT / name).read_text("utf-8")):
        pin = Requirement(one)
        if not pin.marker or pin.marker.evaluate(system):
            yield canonicalize_name(pin.name), next(iter(pin.specifier)).version


@pytest.mark.parametrize("name", [*NAMES, *MORE])
def test_it_holds_exact_versions_with_hashes_ready_made_and_no_address(name: str) -> None:
    assert PIN.sub("", (ROOT / name).read_text("utf-8")) == "--only-binary :all:\n\n"


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: "-".join(list(system.values())[:3]))
def test_what_is_asked_for_is_there_on_every_system(system: dict[str, str]) -> None:
    for name in (*NAMES, *MORE):
        held = dict(pins(name, system))
        assert len(held) == len(list(pins(name, system))), "one version of each"
        for one in asked(name):
            if not one.marker or one.marker.evaluate(system):
                assert one.specifier.contains(held.get(canonicalize_name(one.name), "0")), f"{one}: `make upgrade`"


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: "-".join(list(system.values())[:3]))
def test_the_tests_run_on_what_the_site_is_built_with(system: dict[str, str]) -> None:
    assert set(pins(NAMES[0], system)) < set(pins(NAMES[1], system))


def applies(one: Requirement, extras: Iterable[str] = ()) -> bool:
    """Whether something is needed here, where its parent was asked for with these extras."""
    return not one.marker or any(one.marker.evaluate({"extra": extra}) for extra in ("", *extras))


@pytest.mark.pinned
@pytest.mark.parametrize("name", NAMES)
def test_whatever_they_need_in_their_turn_is_there_and_nothing_else(name: str) -> None:
    waiting, seen = [one for one in asked(name) if applies(one)], set[str]()
    while waiting:
        one = waiting.pop()
        if str(one) not in seen:
            seen.add(str(one))
            waiting += [each for each in map(Requirement, requires(one.name) or []) if applies(each, one.extras)]
    assert {canonicalize_name(Requirement(one).name) for one in seen} == {held for held, _ in pins(name, {})}
