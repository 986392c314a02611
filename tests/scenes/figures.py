"""Figures and pictures: an initiative's, a plan's, those of all records counted."""

import dataclasses
from collections.abc import Iterator
from typing import Any

from generator.kinds.plan import Area, Plan
from generator.pages.lists.years import agreements_by_year
from generator.presenters.disagreements import disagreements
from generator.presenters.editions import editions
from generator.presenters.editions_front import editions_front
from generator.presenters.moneys import moneys
from generator.presenters.of_kind import presenter_of
from generator.presenters.project_indexes import partners_index, places_index
from generator.presenters.project_items import project_item
from generator.presenters.totals import totals as totals_table
from generator.text.projects import projects_of
from tests.scenes.made import PAGE, PRESS, agreement, context, counted, prize, record, total


def shown_fronts() -> Iterator[tuple[str, Any]]:
    few = [{"year": "2016", "funded": "2", "projects": [{"name": "x"}]}, {"year": "2017-18", "funded": "2"}]
    for name, rows, projects in (
        ("four panes", few, []),
        ("five panes", [*few, {"year": "2019", "projects": [{"subject": {"it": "nota", "en": "note"}}]}], []),
        ("one edition", [{"year": "2016", "funded": "9"}], []),
        ("one edition told", [{"year": "2016", "funded": "9"}, {"year": "2017"}], []),
        ("some apart", [{"year": "2016", "funded": "9"}, {"year": "2017", "funded": "1"}], [{"name": "x"}, {}]),
        (
            "more names than funded",
            [{"year": "2016", "funded": "1", "projects": [{"name": "x"}, {"name": "y"}]}, *few],
            [],
        ),
        ("sixteen above each other", [{"year": "2016", "funded": "16"}, {"year": "2017", "funded": "> 3"}], []),
        ("seventeen above each other", [{"year": "2016", "funded": "17"}, {"year": "2017", "funded": "3"}], []),
        ("fourteen abreast", [{"year": str(2000 + at), "funded": "1"} for at in range(14)], []),
        ("fifteen abreast", [{"year": str(2000 + at), "funded": "1"} for at in range(15)], []),
        ("four hundred", [{"year": "2016", "funded": "200"}, {"year": "2017", "funded": "200"}], []),
        ("more", [{"year": "2016", "funded": "200"}, {"year": "2017", "funded": "201"}], []),
    ):
        made = prize(editions=rows, projects=projects)
        for part in editions_front(context(made), made):
            columns = [(one.year, one.href, one.count, len(one.panes)) for one in part.columns]
            ends = {pane: None for one in part.columns for pane in (one.panes[0], one.panes[-1])}
            yield f"front, {name}: {columns}", dataclasses.replace(part, columns=tuple(ends))


def shown_money() -> Iterator[tuple[str, Any]]:
    note = {"it": "nota", "en": "note"}
    said = {"source": PRESS, "note": note}
    for name, totals, differing in (
        ("one sum", [total("amount", "10 EUR")], []),
        ("no euros", [total("amount", "10 EUR"), total("amount", "0 EUR"), total("funded", "12")], []),
        ("just at a step", [total("amount", "500 EUR"), total("amount", "499 EUR", PRESS)], []),
        ("a step on", [total("amount", "~ 1000 EUR", note=note), total("earmarked", "1 EUR")], []),
        ("one euro", [total("amount", "1 EUR", since="2017"), total("paid", "1 EUR", until="2019", since="2018")], []),
        ("paid of aside", [total("paid", "20 EUR"), total("earmarked", "80 EUR"), total("amount", "9 EUR")], []),
        ("another until", [total("paid", "20 EUR", until="2019"), total("earmarked", "80 EUR", until="2020")], []),
        ("another since", [total("paid", "20 EUR", since="2019"), total("earmarked", "80 EUR", since="2020")], []),
        ("another source", [total("paid", "20 EUR", PRESS), total("earmarked", "80 EUR")], []),
        ("each", [*counted("9", "4"), total("amount", "10 EUR"), total("paid", "6 EUR")], []),
        ("one period", [total("amount", "3 EUR"), total("paid", "7 EUR", since="2017", until="2018")], []),
        ("apart", [total("amount", "3 EUR"), total("paid", "7 EUR", PRESS, apart="true"), total("paid", "2 EUR")], []),
        (
            "what a source says that is not enough",
            [total("amount", "3 EUR")],
            [
                {"field": "totals.paid.value", "value": "> 7 EUR", **said},
                {"field": "totals.paid.value", "value": "8 EUR", **said},
            ],
        ),
    ):
        made = prize(totals=totals, differing=differing)
        yield f"money, {name}", (moneys(context(made), made), totals_table(context(made), made))
    rows = [
        {"year": "2016", "amount": "4 EUR"},
        {"year": "2017", "amount": "9 EUR"},
        {"year": "2018", "amount": "8 USD"},
    ]
    alternatives = [{"field": "amount", "value": value, **said} for value in ("5 EUR", "3 EUR", "5 EUR", "6 USD")]
    contested = [{"year": "2015", "differing": alternatives}, {"year": "2014", "amount": "4 EUR"}, *rows[:1]]
    for name, given in (
        ("one edition", rows[:1]),
        ("two editions", rows),
        ("with a period", rows[:1]),
        ("on which sources differ", contested),
    ):
        totals = [total("amount", "7 EUR"), total("paid", "3 EUR"), total("amount", "5 EUR", until="2017", note=note)]
        made = prize(totals=totals if name == "with a period" else [], editions=given)
        yield f"money, {name}", (moneys(context(made), made), totals_table(context(made), made))


def shown_editions() -> Iterator[tuple[str, Any]]:
    note = {"it": "nota", "en": "note"}
    rows: list[dict[str, Any]] = [
        {"year": "2001", "submitted": "9", "funded": "8"},
        {"year": "2002", "submitted": "200", "funded": "1", "number": "3", "amount": "9 EUR"},
        {"year": "2003", "submitted": "201", "funded": "1", "theme": note},
        {"year": "2004", "funded": "200"},
        {"year": "2005", "submitted": "7", "not_stated": ["funded", "number"]},
        {"year": "2006", "sources": [PAGE]},
        {"year": "2007", "number": "0", "results_on": "2007-05"},
        {"year": "2008", "number": "2", "started_on": "2008-05-06", "duration": "1 year", "not_stated": ["results_on"]},
        {"year": "2009", "amount": "9 EUR", "differing": [{"field": "amount", "value": "10 EUR", "source": PRESS}]},
        {"year": "2010", "differing": [{"field": "theme", "value": note, "source": PRESS, "note": note}]},
        {"year": "2011", "amount": "9 EUR", "differing": [{"field": "amount", "value": "9 EUR", "source": PAGE}]},
        {"year": "2012", "projects": [{"name": "x", "subject": note, "sources": [PAGE, PRESS]}, {"name": "y"}]},
        {"year": "2013", "projects": [{"name": "x", "not_stated": ["place"]}]},
        {"year": "2014", "submitted": "3", "funded": "4"},
        {"year": "2014-16", "submitted": "~< 9", "funded": "> 4"},
        {"year": "2015"},
    ]
    made = prize(editions=rows, projects=[{"name": "z", "subject": note, "sources": [PRESS]}])
    here = context(made)
    part = editions(here, made)
    for row in part.rows:
        yield f"edition {row.year}", row
    yield "editions", dataclasses.replace(part, rows=())
    yield "editions: none", editions(here, prize())
    full = {"name": "x", "long_name": "X and y", "aliases": ["x!"], "subject": note, "amount": "9 EUR", "note": note}
    where = {"area": "valdombra", "place": {"it": "riva", "en": "bank"}, "places": ["molo-vecchio"]}
    who = {"partners": ["unicollefiorito"], "other_partners": [note]}
    told = [
        {**full, **where, **who},
        {**full, "places": ["molo-vecchio"]},
        {"name": "x", "area": "valdombra"},
        {"name": "x!"},
        {},
    ]
    made = prize(editions=[{"year": "2001", "projects": told}], projects=[{"name": "Ω"}, {"name": "x", **who}])
    here = context(made)
    for one in projects_of(made.facts):
        yield f"project {one.anchor}", project_item(here, made, one, href="#x")
    yield "projects by place", places_index(here, made)
    yield "projects by partner", partners_index(here, made)
    yield "projects nowhere", (places_index(here, prize()), partners_index(here, prize()))
    yield "they disagree", disagreements(here, made)


def shown_disagreements() -> Iterator[tuple[str, Any]]:
    note = {"it": "nota", "en": "note"}
    differing = [
        {"field": "start", "value": "2018", "source": PRESS, "note": note},
        {"field": "start", "value": "2017", "source": PAGE},
        {"field": "start", "value": "2018", "source": "comunicato-mobilita"},
        {"field": "totals.funded.value", "value": "3", "source": PRESS},
        {"field": "totals.paid.value", "value": "3 EUR", "source": PRESS},
        {"field": "frequency", "value": note, "source": PRESS},
        {"field": "editions.2017.amount", "value": "~ 95000 EUR", "source": PRESS},
        {"field": "editions.2018.amount", "value": "~ 95000 EUR", "source": PRESS},
        {"field": "funding", "value": note, "source": PRESS},
        {"field": "other_partners", "value": note, "source": PRESS},
    ]
    made = prize(
        differing=differing,
        other_partners=[{"it": "Coro", "en": "Choir"}, {"it": "Banda", "en": "Band"}],
        totals=[total("funded", "2"), total("funded", "4", PRESS), total("submitted", "9")],
        editions=[{"year": "2016", "amount": "8 EUR"}, {"year": "2017", "amount": "9 EUR"}],
        sources=[{"source": PAGE, "fields": ["start", "other_partners"]}, {"source": PRESS, "fields": ["state"]}],
    )
    yield "disagreements", disagreements(context(made), made)
    yield "disagreements: none", disagreements(context(), prize())


def shown_years() -> Iterator[tuple[str, Any]]:
    signed = ("2019", "2019-03", "2022", "", "2022-05-06")
    made = [agreement(f"a{one}", **({"signed_on": when} if when else {})) for one, when in enumerate(signed * 2)]
    yield "agreements by year", agreements_by_year(context(*made, alone=True))
    for number in (4, 5):
        few = [agreement(f"a{one}", signed_on=f"202{one}") for one in range(number)]
        yield f"{number} agreements by year", agreements_by_year(context(*few, alone=True)) or "no picture"


def shown_plan() -> Iterator[tuple[str, Any]]:
    macro = [{"id": one, "name": one.upper()} for one in ("a", "b", "c")]
    plan = record(Plan, "p", body="unicollefiorito", since="2024", until="2026", macro_areas=macro)
    for number in (4, 5, 6):
        areas = [
            record(Area, f"a{one}", plan="p", macro_area="a", third_mission="true" if one < 2 else "")
            for one in range(number)
        ]
        areas.append(record(Area, "z", in_="it", plan="p", macro_area="b", section_name="S")) if number == 6 else None
        linked = [agreement(f"l{one}", plan_areas=["a0", "a1"][: one + 1]) for one in range(2)] if number > 4 else []
        here = context(plan, *areas, *linked)
        yield f"plan of {number}", presenter_of(plan).sections(here, plan)
        for area in areas[-2:]:
            yield f"area {area.ref.id} of {number}", presenter_of(area).sections(here, area)
            yield f"area {area.ref.id} of {number}", presenter_of(area).item_note(here, area)
    yield "plan in English", presenter_of(plan).sections(context(plan, *areas, language="en"), plan)
