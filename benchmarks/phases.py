"""What happens to a site, one thing after another, each built by all tools in turn."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from benchmarks import edits
from benchmarks.sites import DAY, Built, Sites


@dataclass(frozen=True)
class Sample:
    """One build of one tool, in one round."""

    records: int
    phase: str
    round: int
    tool: str
    built: Built


def _cold(sites: Sites) -> None:
    sites.forget()
    sites.day = DAY
    sites.tell_hugo()


def _edited(edit: Callable[..., None]) -> Callable[[Sites], None]:
    def change(sites: Sites) -> None:
        edit(sites.root)
        sites.tell_hugo()

    return change


def _next_day(sites: Sites) -> None:
    sites.day += timedelta(1)
    sites.tell_hugo()


PHASES: dict[str, tuple[str, Callable[[Sites], None]]] = {
    "cold": ("cold", _cold),
    "nothing": ("nothing changed", lambda sites: None),
    "text": ("one text edited", _edited(edits.text)),
    "fact": ("one fact of an agreement edited", _edited(edits.fact)),
    "rename": ("one organisation renamed", _edited(edits.rename)),
    "day": ("the next day", _next_day),
    "template": ("one template edited", Sites.edit_template),
}
"""By name: what the table calls it, and what is done before it is measured. A template comes last: Hugo's are written
anew with the content."""


def rounds_for(records: int) -> int:
    """How often all is done: less often the longer it takes."""
    return 3 if records <= 100 else 2 if records <= 1000 else 1


def samples(sites: Sites, records: int, asked: list[str], rounds: int) -> Iterator[Sample]:
    """Build in turn, whoever was first being last the next time. What was not asked for is not built, but for the first
    time of all: every round begins cold."""
    phases = [name for name in PHASES if name in asked]
    for number in range(rounds):
        for at, name in enumerate(["cold", *(one for one in phases if one != "cold")]):
            PHASES[name][1](sites)
            first = (number + at) % len(sites.tools)
            for tool in (*sites.tools[first:], *sites.tools[:first]):
                built = sites.build(tool)
                if name in asked:
                    yield Sample(records, name, number, tool, built)
