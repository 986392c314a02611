"""Lists, what refines them, their pages, the home page."""

import dataclasses
from collections.abc import Iterator
from typing import Any

from generator.charts.agreements_chart import front
from generator.content.record import AnyRecord
from generator.exports.calendars import calendar
from generator.kinds.agreement import Agreement
from generator.kinds.call import Call
from generator.kinds.event import Event
from generator.kinds.indicator import Indicator
from generator.kinds.initiative import Cantiere, Initiative
from generator.kinds.network import Network
from generator.kinds.organisation import Organisation
from generator.kinds.person import Person
from generator.kinds.place import Place
from generator.kinds.plan import Plan
from generator.kinds.programme import Programme
from generator.kinds.source import Source
from generator.pages.deadlines import deadlines_body
from generator.pages.home import home_body
from generator.pages.lists.filters import facets, selected
from generator.pages.lists.listing import list_body
from generator.pages.lists.orders import ORDERS, in_order
from generator.pages.lists.paging import ListPage, page_of, pages_for
from generator.pages.lists.selections import selections
from generator.pages.lists.tools import sortable, tools
from generator.showcase.life import life_of
from generator.text.context import Context
from generator.text.listed import names_listed
from generator.view.bodies import ListBody, ListGroup
from generator.view.text import ListItem, Piece
from tests.scenes.made import PRESS, agreement, context, panes, record


def shown_pages() -> Iterator[tuple[str, Any]]:
    yield "pages for", {str(rows): pages_for(rows) for rows in (0, 1, 50, 60, 61, 110, 111, 160, 161)}
    here = context()
    for number in (60, 61, 110, 111):
        rows = tuple(ListItem(Piece(str(one))) for one in range(number))
        body = ListBody("L", "lead", (ListGroup("a", Piece("A"), rows[:50]), ListGroup("b", Piece("B"), rows[50:])))
        for page in pages(here, body):
            groups = tuple(dataclasses.replace(one, rows=(one.rows[0], one.rows[-1])) for one in page.groups)
            yield f"{number} rows", dataclasses.replace(page, groups=groups)
    made = [agreement(f"a{one:02}", signed_on="2020", until=f"{2010 + one}") for one in range(64)]
    there = context(*made, alone=True)
    refined = facets(there, Agreement, selections(there, Agreement))
    register = list_body(there, Agreement, tuple(one.ref for one in made), folds=True)
    for page in pages(here, dataclasses.replace(register, facets=refined)):
        yield (
            "register",
            {
                "rows": tuple(f"{group.anchor} {len(group.rows)} of {group.total}" for group in page.groups),
                "folds": tuple(group.anchor for group in page.groups if group.folds),
                "tiles": page.facets.tiles if page.facets else None,
                "lead": f"{page.title} {page.lead}",
            },
        )
    ended = [agreement("over", signed_on="2010", until="2012"), agreement("open", signed_on="2010")]
    none = list_body(context(*ended, alone=True), Agreement, tuple(one.ref for one in ended), folds=True)
    yield "register, nothing in force", {group.anchor: "folds" if group.folds else "shown" for group in none.groups}


def pages(here: Context, body: ListPage) -> list[ListPage]:
    """All pages of a list."""
    total = sum(len(group.rows) for group in body.groups)
    return [page_of(here, body, "accordi/", number) for number in range(1, pages_for(total) + 1)]


def shown_home() -> Iterator[tuple[str, Any]]:
    ends = {
        "d000": "2026-11-22",
        "d001": "2026-11-23",
        "d365": "2027-11-22",
        "d366": "2027-11-23",
        "a900": "2029-05-10",
    }
    ends |= {"month": "2027-01", "past": "2026-11-21", "unknown": "2026"}
    made = [agreement(name, signed_on="2020-01-02", until=end) for name, end in ends.items()]
    made += [
        agreement("announced", stage="announced", announced_on="2026-11-22"),
        agreement("tomorrow", stage="announced", announced_on="2026-11-23"),
        agreement("only-italian", in_="it", signed_on="2026-11-20"),
    ]
    for language in ("it", "en"):
        here = context(*made, language=language, alone=True, navigation=panes("calls agreements places events plans"))
        yield f"deadlines {language}", deadlines_body(here)
        yield f"home {language}", dataclasses.replace(home_body(here), web=None)
    for number, named in ((4, "quattro"), (5, "cinque")):
        few = [agreement(f"{named}-{one}", signed_on=f"202{one}") for one in range(number)]
        here = context(*few, alone=True, home=None, navigation=panes("agreements organisations initiatives people"))
        yield f"home, {number} agreements", home_body(here).doors
    many = [agreement(f"of-many-{one:02}", signed_on="2020", duration="9 years") for one in range(67)]
    yield "home, 67 agreements", home_body(context(*many, alone=True)).doors[2]


def dated_events() -> list[AnyRecord]:
    moments = {
        "now": ("2026-11-20", "2026-11-24"),
        "today": ("2026-11-22 09:00", ""),
        "late": ("2026-12-01 21:00", ""),
        "early": ("2026-12-01 08:30", ""),
        "whole-day": ("2026-12-01", ""),
        "in-a-year": ("2027-11-22", ""),
        "after-a-year": ("2027-11-23", "2027-11-24"),
        "before": ("2026-11-21", ""),
        "long-before": ("2020-01-01", ""),
    }
    return [
        record(Event, name, form="talk", organisers=["unicollefiorito"], starts=starts, ends=ends)
        for name, (starts, ends) in moments.items()
    ]


def shown_lists() -> Iterator[tuple[str, Any]]:
    events = dated_events()
    here = context(*events, alone=True)
    yield "events", list_body(here, Event, names_listed(here, Event))
    yield "events to come", deadlines_body(here).coming
    networks = [
        record(Network, f"n{number}", form=form, constituted_on=on)
        for number, (form, on) in enumerate(
            [
                ("", "2020"),
                ("thematic-network", "2021"),
                ("thematic-network", "2022"),
                ("technology-cluster", ""),
                ("", ""),
            ]
        )
    ]
    here = context(*networks, record(Network, "n5", in_="it"), alone=True, language="en")
    yield "networks", list_body(here, Network, names_listed(here, Network))
    differing = [{"field": "start", "value": "2018", "source": PRESS}] * 2
    funding = [{"fund": {"it": "fondi", "en": "funds"}}]
    cantieri = [
        record(Cantiere, "verde", theme={"it": "Verde", "en": "green"}, state="active", not_stated=["end", "places"]),
        record(Cantiere, "rosso", theme={"it": "rossi", "en": "red"}, differing=differing),
        record(Cantiere, "nero", start="2020", funding=funding, end="2021"),
    ]
    here = context(*cantieri, alone=True)
    yield "cantieri", list_body(here, Cantiere, names_listed(here, Cantiere))
    for kind in (Organisation, Source, Plan, Indicator, Person, Call, Initiative, Programme, Place):
        here = context(language="en")
        yield f"list of {kind.folder}", list_body(here, kind, names_listed(here, kind))


def shown_facets() -> Iterator[tuple[str, Any]]:
    beside = (["officine-lumaca"], ["officine-lumaca", "regione-altavalle"], ["regione-altavalle"], [], [], [])
    made = [agreement(f"a{number}", parties=["comune-di-valdombra", *others]) for number, others in enumerate(beside)]
    here = context(*made, alone=True)
    yield "a choice that leaves nothing out", facets(here, Agreement, selections(here, Agreement))
    for years in (
        ["2001", "2001", "2001", "2002", "2002"],
        ["2001"] * 4 + ["", ""],
        ["2001"] * 4 + [""],
        ["2001"] * 5 + ["2002"],
    ):
        made = [agreement(f"a{number}", signed_on=year) for number, year in enumerate(years)]
        here = context(*made, alone=True)
        found = selections(here, Agreement)
        yield f"facets {years}", facets(here, Agreement, found)
        yield (
            f"facets {years}",
            sortable(here, list_body(here, Agreement, names_listed(here, Agreement)), len(made)).sorting,
        )
    for number in (9, 10):
        made = [agreement(f"a{one}", signed_on=str(2001 + one), until=str(2020 + one)) for one in range(number)]
        here = context(*made, alone=True)
        found = selections(here, Agreement)
        yield f"facets, {number} years", facets(here, Agreement, found)
        one = next(one for one in found if one.facet.answers == "@year")
        yield f"facets, {number} years, one chosen", tools(here, Agreement, facets(here, Agreement, found, one))
        part = selected(here, list_body(here, Agreement, one.refs), one, len(made))
        yield f"facets, {number} years, one chosen", (part.title, part.lead, part.sorting)
    for kind in (Organisation, Source, Event, Initiative, Network, Plan, Indicator):
        many_events = dated_events() if kind is Event else []
        here = context(*many_events)
        found = selections(here, kind)
        offered = [(one.facet.id, one.answer.word, one.answer.label.text, len(one.refs)) for one in found]
        yield f"facets of {kind.folder}", [" ".join(map(str, one)) for one in offered]


def shown_register() -> Iterator[tuple[str, Any]]:
    lives = {
        "a-in-force": {"signed_on": "2020", "until": "2030-05"},
        "b-in-force": {"signed_on": "2020-02-03", "until": "2029-05-06"},
        "c-expiring": {"effective_on": "2020-02-03", "duration": "7 years", "renewal": "tacit"},
        "d-expiring": {"signed_on": "2020-02", "duration": "7 years"},
        "e-upcoming": {"signed_on": "2027-01-01", "duration": "3 years"},
        "f-unknown": {"signed_on": "2019"},
        "g-unknown": {"announced_on": "2021"},
        "h-unknown": {},
        "i-expired": {"signed_on": "2010-01-01", "until": "2012"},
        "j-ended": {"signed_on": "2018", "until": "2028", "ended_on": "2020-05"},
        "k-announced": {"stage": "announced", "announced_on": "2024-05-06"},
        "l-approved": {"stage": "approved"},
        "m-presented": {"stage": "presented", "announced_on": "2023", "form": ""},
        "n-renewing": {"signed_on": "2020-02-03", "duration": "9 years", "renews": "i-expired"},
    }
    made = [agreement(name, **facts) for name, facts in lives.items()]
    for number in (14, 4, 5):
        here = context(*made[:number], alone=True)
        yield f"register of {number}", list_body(here, Agreement, names_listed(here, Agreement))
        yield f"front of {number}", front(here, names_listed(here, Agreement))
        for order in ORDERS:
            lives_of = {ref: life_of(here.showcase, ref) for ref in names_listed(here, Agreement)}
            yield f"register of {number} by {order}", [ref.id for ref in in_order(here, order, lives_of)]
    for number in (20, 21):
        ends = ["2020"] * 5 + ["2030"] * number
        made = [agreement(f"a{one:02}", signed_on="2019", until=end) for one, end in enumerate(ends)]
        here = context(*made, alone=True)
        refined = facets(here, Agreement, selections(here, Agreement))
        yield f"panes of {number}", refined.tiles.pitch if refined and refined.tiles else None
    for length in (85, 86):
        one = agreement("a", signed_on="2020")
        words = {name: dataclasses.replace(said, summary="x" * length) for name, said in one.wordings.items()}
        here = context(dataclasses.replace(one, wordings=words), alone=True)
        rows = list_body(here, Agreement, names_listed(here, Agreement)).groups[0].rows
        yield f"a summary of {length} letters", rows[0].cells[0]
    for number in (36, 37):
        made = [agreement(f"a{one:02}", signed_on=str(1950 + one)) for one in range(number)]
        here = context(*made, alone=True)
        refined = facets(here, Agreement, selections(here, Agreement))
        years = next(one for one in (*refined.facets, *refined.more) if one.word == "anno") if refined else None
        yield f"{number} choices", (years.label, len(years.choices), years.whole) if years else None
    ends = {"e0": "2027-03-04", "e1": "2027-03", "e2": "2028", "e3": ""}
    made = [agreement(name, signed_on="2020", until=end) for name, end in ends.items()]
    made.append(agreement("estimated", signed_on="2020-02-03", duration="9 years"))
    for language in ("it", "en"):
        here = context(*made, alone=True, language=language)
        yield f"calendar {language}", calendar(here, Agreement)
