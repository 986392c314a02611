"""Where every mark of every picture stands, for a handful of lives and of webs at the edges of what is drawn.

`pytest tests/test_charts.py --accept` takes what comes out as expected: then read the diff of tests/charts.txt.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from generator.charts.agreement_bar import validity
from generator.charts.graph_layout import Names, NodeLabel, drawing
from generator.charts.partnership_graph import web
from generator.charts.places_map import MOST_NUMBERED, PlottedMark, placed
from generator.charts.time_axis import Scale, axis, bar, key, scale_over
from generator.charts.value_series import series, split
from generator.fields.values import AnyRef, Ref
from generator.kinds.agreement import Agreement
from generator.kinds.indicator import Indicator
from generator.showcase.life import Life
from generator.showcase.partnerships import Partnerships
from generator.showcase.status import Status, agreement_status
from generator.text.context import Context
from generator.text.inline import text_of
from generator.urls import Urls
from generator.view.bars import Axis, Bar
from generator.words import words_for
from tests.harness import SiteTest, facts_of
from tests.test_web import labels, site

GOLDEN = Path(__file__).parent / "charts.txt"
DAY = datetime.date(2026, 11, 22)
SCALE = Scale(2018, 2027)
LIVES = """
    effective_on=2023-01-01 duration=2_years | effective_on=2022-12-31 signed_on=2020-02-29 until=2027-06
    signed_on=2023-01-01 duration=5_years | signed_on=2023 duration=30_months | signed_on=2026-11-22
    signed_on=2026-11-23 | signed_on=2026-12 until=2027 | signed_on=2026-11 until=2027 | signed_on=2018 until=2027-12-31
    signed_on=2017-12-31 until=2028-01-01 renewal=possible | signed_on=2017 | signed_on=2028 | signed_on=2028 until=2029
    signed_on=2016 until=2017 | signed_on=2024-01-01 duration=3_years renewal=possible
    signed_on=2024-01-01 duration=4_years renewal=tacit | signed_on=2024 renewal=tacit
    signed_on=2024-01-01 duration=3_years renewal=excluded | signed_on=2020 until=2026-11-21 | signed_on=2020 until=2026
    signed_on=2020 until=2026-11-22 | signed_on=2020-01-01 duration=7_years ended_on=2023-01-01
    signed_on=2020-01-01 duration=7_years ended_on=2026-12 renewal=tacit
    signed_on=2020-01-01 ended_on=2026-11 | ended_on=2023 | announced_on=2023-01-01 | announced_on=2027
    announced_on=2017 | announced_on=2023-01-01 until=2027-06-30 | until=2025-06-30 | until=2028 renewal=possible
    until=2017
    stage=announced announced_on=2023 | stage=approved signed_on=2024-01-01 duration=3_years renewal=possible
    stage=presented | stage=presented until=2025
"""
"""Agreements as their facts; signed where nothing else is said. One more has no facts."""


def agreement(written: str) -> Agreement:
    facts = dict(one.split("=") for one in written.split())
    return facts_of(Agreement, **{"stage": "signed", **{name: said.replace("_", " ") for name, said in facts.items()}})


def lives() -> list[str]:
    return [*(life.strip() for line in LIVES.strip().splitlines() for life in line.strip(" |").split("|")), ""]


@cache
def context(language: str = "it") -> Context:
    showcase = SiteTest("minimal").check().showcase
    return Context(showcase, Urls(showcase.settings), words_for(language))


# --- what is told of a picture ---


def told(one: Bar) -> str:
    """What is not nothing of a bar."""
    marks = ("start", "origin", "sure", "end", "thread", "tail", "before", "after")
    said = {name: getattr(one, name) for name in marks}
    return " ".join(
        (
            one.state,
            *(f"{name}={value}" for name, value in said.items() if value not in (None, "") and value is not False),
        )
    )


def axis_lines(axis: Axis) -> Iterator[str]:
    yield f"  {axis.title} | {axis.day}"
    yield "  " + " ".join(f"{year.label}{'-' * year.minor}@{year.start}/{year.centre}" for year in axis.years)


def time_lines() -> Iterator[str]:
    """Axes, then each life on one scale and on that of its own page."""
    for scale in (SCALE, Scale(2026, 2026), Scale(2027, 2031), Scale(2017, 2026), Scale(1961, 1974), Scale(2019, 2025)):
        yield f"axis {scale.first} {scale.last}"
        yield from axis_lines(axis(context(), scale))
    for written in lives():
        facts = agreement(written)
        for renewed in (
            (False, True) if written == "signed_on=2024-01-01 duration=3_years renewal=possible" else (False,)
        ):
            status = agreement_status(facts, DAY, [facts] * renewed)
            drawn = bar(SCALE, Life.of(facts, status), DAY)
            marks = [one.mark for one in key(context(), axis(context(), SCALE), [drawn])]
            yield f"life {written}{' renewed' * renewed}"
            yield f"  {status.name}: {told(drawn)}"
            yield f"  key: {' '.join(marks)}"
            yield from page_lines(facts, status)


def page_lines(facts: Agreement, status: Status) -> Iterator[str]:
    """The picture on the agreement's page."""
    scale = scale_over([Life.of(facts, status)], DAY)
    yield f"  years: {scale.first} {scale.last}"
    if shown := validity(context(), facts, status):
        yield f"  page: {shown.axis.title}: {told(shown.bar)} | {shown.start} | {shown.end}"


U1, U2, U3 = (Ref("organisations", f"u{number}") for number in (1, 2, 3))
X1, X2, X3, X4, X5, X6 = (Ref("organisations", f"x{number}") for number in range(1, 7))
LONG = "Università degli Studi di Milano-Bicocca"
Web = tuple[Mapping[AnyRef, Mapping[AnyRef, int]], Mapping[AnyRef, str], Sequence[tuple[str, Sequence[AnyRef]]]]
WEBS: dict[str, Web] = {
    "two universities": (
        {X1: {U1: 3, U2: 1}, X2: {U1: 1}, X3: {U1: 8}, X4: {U2: 9}, X5: {U2: 2}},
        {X1: "Comune", X2: "Ministero delle Infrastrutture e dei Trasporti", X3: "Eni", X5: "Agenzia"},
        [("Comuni", [X1, X2]), ("Imprese", [X3, X4, X5])],
    ),
    "more room at the left": ({X1: {U1: 1}, X2: {U3: 1}}, {X1: "Uno"}, [("Altri", [X1, X2])]),
    "one partner of all": ({X6: {U1: 2, U2: 2, U3: 2}}, {}, [("Altri", [X6])]),
}
"""Who works with how many, the partners named, the groups."""


def web_lines() -> Iterator[str]:
    for name, (partners, named, groups) in WEBS.items():
        hubs = [hub for hub in (U1, U2, U3) if name != "two universities" or hub != U3]
        ties = Partnerships(9, dict.fromkeys(hubs, 4), partners, {(U1, U2): 2, (hubs[-1], U1): 11})
        called = {
            hub: NodeLabel(LONG if hub == U1 else f"Ateneo {hub.id}", "", f"/{hub.id}/", "4 accordi") for hub in hubs
        }
        members = [
            (
                heading,
                f"{heading}: {len(group)}",
                [(ref, NodeLabel(named.get(ref, ref.id), "con chi", f"/{ref.id}/")) for ref in group],
            )
            for heading, group in groups
        ]
        pairs = [*ties.between, *((hub, partner) for partner, own in partners.items() for hub in own)]
        own = {(one, other): NodeLabel("", f"{one.id} {other.id}", "/insieme/") for one, other in pairs}
        drawn = drawing(ties, Names(called, "atenei", members, own, "legami"))
        yield f"web {name}: {drawn.width} × {drawn.height}, {drawn.sides}"
        yield f"  boxes {drawn.boxes}"
        yield from (f"  {one.strand.width} {one.title} {one.href}: {one.strand.path}" for one in drawn.threads)
        for column in drawn.columns:
            yield f"  at {column.x}, {column.anchor}, by {column.line}"
            for group in column.groups:
                yield f"  {group.says}"
                for label in (*((group.heading,) if group.heading else ()), *group.labels):
                    yield f"  {label.style} {label.y}: {' / '.join(label.lines)} {label.href} {label.title}"
                    if label.area:
                        yield f"    touched {label.area}"
                    if label.strand:
                        yield f"    {label.strand.width}: {label.strand.path}"


def words_lines() -> Iterator[str]:
    """What stands in words beside a web."""
    centre, many = " ".join(f"u{number}" for number in range(1, 6)), " ".join(f"x{number:02}" for number in range(22))
    for name, agreements in {
        "one shared": ("u1 x1", "u1 x1", "u1 x1 x2", "u2 x1", "u1 x3", "u1 x4", "u1 x5", "u1 u2", "c2 x5"),
        "none shared, of five": ("u1 x1", "u1 x2", "u1 x3", "u1 x3", "u1 x4 x5"),
        "none shared, of four": ("u1 x1", "u1 x2", "u1 x3", "u1 x3", "u1 x4"),
        "eight shared": ("u1 x1 x2 x3 x4 x5 x6 x7 x8", "u2 x1 x2 x3 x4 x5 x6 x7 x8"),
        "four shared, all": ("u1 x1 x2 x3 x4", "u2 x1 x2 x3 x4"),
        "ten pairs of universities": (centre, "u5 u4", *(f"u{number} x{number}" for number in range(1, 6))),
        "many of many agreements": (f"u1 {many}", f"u1 {many}", f"u1 {many}"),
        "many of few agreements": (f"u1 {many}", f"u1 {many}", "u1 x03", "u2 x04"),
    }.items():
        showcase = site(*agreements).check().showcase
        shown = web(Context(showcase, Urls(showcase.settings), words_for("it")))
        assert shown
        yield f"beside {name}: {shown.note} {shown.caption} {shown.finding}. {shown.all_label}."
        yield f"  {'; '.join(f'{one.title.text} ({text_of(one.note)})' for one in shown.entries)}."
        yield f"  {text_of(shown.more)}"
        yield from (f"  {one.label}: {' '.join(map(text_of, one.values))}" for one in shown.groups)
        if drawn := shown.drawing:
            yield f"  drawn: {' '.join('/'.join(label.lines).replace(' ', '_') for label in labels(drawn))}"


POINTS: dict[str, tuple[str, ...]] = {
    "two, one north-east of the other": ("45.5 9.3 Molo", "45.4 9.1 Piazza"),
    "three on a line": ("45.5 9.1 Uno", "45.5 9.2 Due", "45.5 9.3 Tre"),
    "all in one point": ("45.5 9.1 Uno", "45.5 9.1 Due", "45.5 9.1 Tre", "45.5 9.1 Quattro"),
    "two near each other, one far": ("45.46 9.19 Milano", "45.49 9.32 Pioltello", "37.5 15.09 Catania"),
    "south of the equator": ("-25.97 32.57 Maputo", "-15.79 -47.88 Brasilia"),
    "names too long for the frame": ("45.5 9.1 " + "Uno" * 20, "45.4 9.2 " + "Due" * 13, "45.6 9.3 " + "Tre" * 7),
    "in a crowd, names give way": tuple(f"45.{at % 5} 9.{at % 4} Quartiere {at}" for at in range(20)),
    "as many as have numbers": tuple(f"45.{at} 9.{at % 7} Luogo" for at in range(10, 10 + MOST_NUMBERED)),
    "one more": tuple(f"45.{at} 9.{at % 7} Luogo" for at in range(10, 11 + MOST_NUMBERED)),
}
"""Latitude, longitude, name."""


def marks_of(written: Sequence[str]) -> tuple[PlottedMark, ...]:
    parts = [one.split(" ", 2) for one in written]
    return placed([(float(north), float(east)) for north, east, _ in parts], [name for *_, name in parts])


def map_lines() -> Iterator[str]:
    for name, written in POINTS.items():
        yield f"map {name}"
        marks = (f"{one.x}/{one.y}{f'>{one.side}' if one.side else ''}" for one in marks_of(written))
        yield f"  {' '.join(marks)}"


@pytest.mark.parametrize("written", POINTS.values(), ids=POINTS)
def test_marks_of_a_map_keep_apart_and_inside(written: Sequence[str]) -> None:
    """Each can be told and touched: 24 of the 320 pixels of the narrowest frame."""
    marks, side = marks_of(written), 100 * 24 / 320
    assert all(side / 2 <= at <= 100 - side / 2 for one in marks for at in (one.x, one.y))
    if len(marks) <= MOST_NUMBERED:
        assert all(max(abs(a.x - b.x), abs(a.y - b.y)) >= side for a, b in combinations(marks, 2))
    else:
        assert {one.side for one in marks} == {""}


def test_a_map_has_north_up_and_east_at_the_right() -> None:
    north_east, south_west = marks_of(POINTS["two, one north-east of the other"])
    assert north_east.x > south_west.x
    assert north_east.y < south_west.y


SERIES = """
    2019=662844_EUR 2020=985530_EUR 2022=692215_EUR | 2019-20=1 2020-21=2 2023-24=~_3 | 2019=1 2020=2 |
    2001=0 2002=0 2003=0 | 2019=28_PERCENT 2020=30_PERCENT 2021=> _40_PERCENT
"""
"""The values of an indicator, each with its period."""
SPLITS = "22000000_EUR: 14000000_EUR 8000000_EUR | 7: 1 | 12: 3 4 | 13: 1 | ~_325000: ~_234000 91000 | 10: 8 8"
"""A value and the parts of it."""


def value_lines() -> Iterator[str]:
    """Values in time, then values in parts."""
    counted, raised = {"it": "persone", "en": "people"}, {"it": "raccolti", "en": "raised"}
    for written in SERIES.replace("> _", ">_").split("|"):
        rows = [one.replace("_", " ").split("=") for one in written.split()]
        readings = [{"period": period, "value": value, "source": "comunicato-mobilita"} for period, value in rows]
        unit = raised if "EUR" in written or "PERCENT" in written else counted
        drawn = series(context(), facts_of(Indicator, unit=unit, series=readings))
        yield f"series {' '.join(written.split())}: {f'{drawn.finding} | {drawn.note}' if drawn else 'too few'}"
        for one in drawn.slots if drawn else ():
            yield f"  {one.period} {one.value or '-'} {one.share} {one.source.href if one.source else ''}"
    for written in SPLITS.split("|"):
        whole, _, parts = written.strip().replace("_", " ").partition(": ")
        inner = [{"label": counted, "value": one.replace("_", " ")} for one in written.partition(":")[2].split()]
        reading = {"value": whole, "source": "comunicato-mobilita", "parts": inner}
        unit = raised if "EUR" in written else counted
        divided = split(context(), facts_of(Indicator, unit=unit, series=[reading]).series[-1])
        yield f"split {whole} into {parts}: {divided.panes if divided else ''} panes"
        for part in divided.parts if divided else ():
            yield f"  {part.value} from {part.start}, {part.width}"


def test_every_mark_stands_where_it_stood(accept: bool) -> None:
    lines = (*time_lines(), *web_lines(), *words_lines(), *value_lines(), *map_lines())
    found = "".join(f"{line.rstrip()}\n" for line in lines)
    if accept:
        GOLDEN.write_text(found, "utf-8", newline="\n")
    assert found == GOLDEN.read_text("utf-8")
