"""What was measured, as Markdown: medians, and the ratios of builds that were neighbours."""

from collections.abc import Callable, Iterable, Sequence
from statistics import median

from benchmarks.others import Other
from benchmarks.phases import PHASES, Sample
from benchmarks.sites import TOOLS

_HEAD = (
    "records",
    "what is built",
    "rounds",
    "Vetrina",
    "÷ Hugo, like for like",
    "÷ Hugo, plain",
    "Hugo, like for like",
    "Hugo, plain",
    "memory, MB",
    "files written",
    "MB written",
)


def of_builds(samples: list[Sample]) -> str:
    """A row for each number of records and each phase: seconds of wall and, after a stroke, of all cores together.

    The last three columns have Vetrina, Hugo like for like, Hugo plain.
    """
    rows = []
    for records in dict.fromkeys(one.records for one in samples):
        for phase, (said, _) in PHASES.items():
            if found := [one for one in samples if (one.records, one.phase) == (records, phase)]:
                rows.append((f"{records:,}", said, *_row(found)))
    return _table(_HEAD, rows)


def _row(samples: list[Sample]) -> tuple[str, ...]:
    by_tool = {tool: [one for one in samples if one.tool == tool] for tool in TOOLS}
    ours = by_tool["vetrina"]

    def middle(tool: str, of: Callable[[Sample], float]) -> float:
        return median(of(one) for one in by_tool[tool])

    def seconds(tool: str) -> str:
        return f"{_short(middle(tool, _wall))} / {_short(middle(tool, lambda one: one.built.cost.cpu))}"

    def ratio(tool: str) -> str:
        pairs = zip(ours, by_tool[tool], strict=True)
        return f"**{_short(median(_wall(one) / _wall(other) for one, other in pairs))}**"

    def each(of: Callable[[Sample], float], form: str) -> str:
        return " · ".join(format(middle(tool, of), form) for tool in TOOLS)

    return (
        str(len(ours)),
        seconds("vetrina"),
        ratio("alike"),
        ratio("plain"),
        seconds("alike"),
        seconds("plain"),
        each(lambda one: one.built.cost.memory, ",.0f"),
        each(lambda one: one.built.written.files, ",.0f"),
        each(lambda one: one.built.written.size / 1e6, ",.1f"),
    )


def of_others(others: Iterable[Other]) -> str:
    """A row for each other figure."""
    rows = []
    for one in others:
        cpu = f" / {_short(one.cpu)}" if one.cpu is not None else ""
        ratio = f"**{_short(one.ratio)}** × {one.beside}" if one.ratio is not None else ""
        rows.append((one.what, f"{_short(one.wall)}{cpu}", ratio, str(one.rounds)))
    return _table(("besides", "seconds", "ratio", "rounds"), rows)


def of_growth(samples: list[Sample]) -> str:
    """Cold builds from few records to many: in all, and for each thousand records."""
    rows = []
    for one in samples:
        wall, memory, thousands = _wall(one), one.built.cost.memory, one.records / 1000
        each = (f"{_short(wall / thousands)}", f"{memory / thousands:,.0f}")
        rows.append((f"{one.records:,}", _short(wall), _short(one.built.cost.cpu), f"{memory:,.0f}", *each))
    head = ("records", "seconds", "CPU s", "memory, MB", "seconds a thousand", "MB a thousand")
    return _table(head, rows)


def _wall(one: Sample) -> float:
    return one.built.cost.wall


def _short(number: float) -> str:
    """Two digits that matter, or all of them before the point."""
    return f"{number:,.0f}" if abs(number) >= 100 else f"{number:.1f}" if abs(number) >= 10 else f"{number:.2f}"


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
