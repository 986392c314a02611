"""What is no contradiction, at the limits of the rules: each row is true, and nothing is told of it."""

import pytest

from generator.checks.contradictions import fields_that_are_named_are_filled
from generator.fields.declare import GroupOf, many
from generator.kinds.edition import Edition
from generator.kinds.evidence import Support
from generator.kinds.initiative import Initiative
from tests.harness import SiteTest
from tests.scenes.made import PAGE, PRESS, context, record

SOURCES = "sources:\n  - source: comunicato-mobilita\n"
AWARD = "title: Premio\nform: award\npromoter: unicollefiorito\n" + SOURCES
ORGANISATION = "content/organisations/biblioteca.yaml"
AWARD_FILE, PLACE = "content/initiatives/premio.yaml", "content/places/molo.yaml"
TOWN = f"title: Agliè\nform: municipality\nistat: '001001'\n{SOURCES}"
MOLO = f"title: Molo\nmunicipality: aglie\naddress: via delle Barche 3\n{SOURCES}"
TEXT = "\n## What it provides\n"


def codes(site: SiteTest, on: str = "2026-11-22") -> list[str]:
    return [code for code in site.check(on).codes() if code not in ("untranslated", "stale-translation")]


@pytest.mark.parametrize(
    ("state", "told_before", "told_after"),
    [
        ("announced", [], ["status-overtaken"]),
        ("active", ["status-to-come"], []),
        ("concluded\nend: 2026-06-01", ["status-to-come"] * 2, []),
    ],
)
def test_a_status_is_true_from_a_day_on(state: str, told_before: list[str], told_after: list[str]) -> None:
    site = SiteTest().write(AWARD_FILE, f"{AWARD}state: {state}\nstart: 2026-06-01\n")
    assert codes(site, "2026-05-31") == told_before
    assert codes(site, "2026-06-02") == told_after
    assert "status-overtaken" not in codes(site, "2026-06-01")


@pytest.mark.parametrize(
    ("year", "told"),
    [
        ("2017", []),
        ("2012-13", []),
        ("2014-17", []),
        ("1999-00", []),
        ("1998-03", []),
        ("2017-14", ["bad-years"]),
        ("2017-17", ["bad-years"]),
    ],
)
def test_an_edition_has_a_year_or_several(year: str, told: list[str]) -> None:
    edition = f"editions:\n  - year: '{year}'\n"
    assert codes(SiteTest().write(AWARD_FILE, f"{AWARD}state: active\nstart: 1990\n{edition}")) == told


@pytest.mark.parametrize(
    ("year", "dates", "told"),
    [
        ("2010", "start: 2020", [("ends-before-start", "year", "start")]),
        ("2012-13", "start: 2013-05", []),
        ("2012-13", "start: 2014", [("ends-before-start", "year", "start")]),
        ("2020", "start: 2020-09-01", []),
        ("2024-25", "start: 2020\nend: 2024", []),
        ("2025", "start: 2020\nend: 2024-12-31", [("ends-before-start", "end", "year")]),
        ("2031", "start: 2020", []),
        ("2010", "not_stated: [start]", []),
    ],
)
def test_no_edition_is_outside_the_life_of_its_award(year: str, dates: str, told: list[tuple[str, ...]]) -> None:
    editions = f"editions:\n  - year: '2022'\n  - year: '{year}'\n"
    written = f"{AWARD}{dates}\n{editions}"
    site = SiteTest().write(AWARD_FILE, written).check()
    found = [one for one in site.found if one.code == "ends-before-start"]
    assert [(one.code, one.values["end"], one.values["start"]) for one in found] == told
    assert all(one.place.line == len(written.splitlines()) for one in found)


@pytest.mark.parametrize(
    ("edition", "told"),
    [
        ("year: '2031'", []),
        ("year: '2031'\n    called_on: 2026-12\n    most_each: 20000 EUR", []),
        ("year: '2031'\n    submitted: 5\n    shortlisted: 3\n    funded: 1\n    amount: 9 EUR", ["year"] * 4),
        ("year: '2031'\n    projects: [{name: Goccia}]", ["year"]),
        ("year: 2026-27\n    submitted: 5\n    funded: 1", []),
        ("year: '2026'\n    called_on: 2026-11-23\n    submitted: 5", ["called_on"]),
        ("year: '2026'\n    called_on: 2026-11-22\n    submitted: 5\n    results_on: 2026-12-01", []),
        ("year: '2026'\n    results_on: 2026-12-01\n    submitted: 5\n    funded: 1", ["results_on"]),
    ],
)
def test_nothing_is_known_of_an_edition_before_it_can_be(edition: str, told: list[str]) -> None:
    site = SiteTest().write(AWARD_FILE, f"{AWARD}state: active\nstart: 2010\neditions:\n  - {edition}\n").check()
    assert [one.values["date"] for one in site.found if one.code == "result-to-come"] == told


@pytest.mark.parametrize(
    ("submitted", "funded", "told"),
    [
        ("20", "20", False),
        ("20", "> 19", False),
        ("20", "> 20", True),
        ("20", "< 30", False),
        ("20", "~ 24", False),
        ("20", "~ 30", True),
        ("> 20", "500", False),
        ("~ 20", "25", False),
        ("~ 20", "26", True),
        ("~ 20", "> 25", True),
        ("< 20", "19", False),
        ("< 20", "20", True),
        ("< 20", "> 18", False),
        ("< 20", "> 19", True),
        ("~< 20", "20", True),
        ("~< 20", "~< 20", False),
    ],
)
@pytest.mark.parametrize("field", ["funded", "shortlisted"])
def test_of_so_many_no_more_can_be_chosen_however_each_is_told(
    field: str, submitted: str, funded: str, told: bool
) -> None:
    edition = f"year: '2024'\n    submitted: '{submitted}'\n    {field}: '{funded}'"
    site = SiteTest().write(AWARD_FILE, f"{AWARD}state: active\nstart: 2010\neditions:\n  - {edition}\n").check()
    assert ("more-than-all" in site.codes()) is told


@pytest.mark.parametrize(
    ("value", "parts", "told"),
    [
        ("20 EUR", ("> 10 EUR", "10 EUR"), True),
        ("20 EUR", ("> 9 EUR", "10 EUR"), False),
        ("< 20 EUR", ("10 EUR", "10 EUR"), True),
        ("> 20 EUR", ("> 20 EUR", "10 EUR"), False),
        ("20 EUR", ("< 20 EUR", "10 EUR"), False),
    ],
)
def test_parts_are_together_no_more_than_all_of_it(value: str, parts: tuple[str, str], told: bool) -> None:
    written = ", ".join(f"{{label: {{it: L{n}, en: L{n}}}, value: '{one}'}}" for n, one in enumerate(parts))
    series = f"series:\n  - {{value: '{value}', source: comunicato-mobilita, parts: [{written}]}}\n"
    facts = f"title: Fondi\nabout: organisations/unicollefiorito\nunit: {{it: raccolti, en: raised}}\n{series}{SOURCES}"
    assert ("more-than-all" in SiteTest().write("content/indicators/fondi.yaml", facts).check().codes()) is told


@pytest.mark.parametrize(
    ("latitude", "longitude", "told"),
    [
        ("45.36", "7.77", []),
        ("45.70", "7.77", []),
        ("45.95", "7.77", ["wrong-point"]),
        ("7.77", "45.36", ["wrong-point"]),
    ],
)
def test_a_point_lies_near_that_of_its_town(latitude: str, longitude: str, told: list[str]) -> None:
    point = f"point: {{latitude: '{latitude}', longitude: '{longitude}', source: comunicato-mobilita}}\n"
    site = SiteTest().write("content/places/aglie.yaml", TOWN).write(PLACE, MOLO + point)
    assert codes(site) == told


@pytest.mark.parametrize(
    ("italian", "english", "told"),
    [
        ("Circa 3.000 abitanti.", "About 3,000 inhabitants.", []),
        ("L’undicesimo bando, 2,5 milioni.", "The 11th call, 2.5 million.", []),
        ("Nel 2024 e nel 2025.", "In [2024](https://x.example/2019/) and 2025.", []),
        ("Circa 3.000 abitanti.", "About 30,000 inhabitants.", ["other-number"]),
        ("Nel 2024.", "Last year.", ["other-number"]),
    ],
)
def test_numbers_are_written_as_each_language_does(italian: str, english: str, told: list[str]) -> None:
    site = SiteTest().replace("content/agreements/mobilita.md", "\n## Che cosa prevede\n", f"\n{italian}\n")
    assert codes(site.replace("content/agreements/mobilita.en.md", TEXT, f"\n{english}\n")) == told


def test_a_source_supports_what_others_differ_on() -> None:
    one = "  - {field: start, value: '2010', source: comunicato-mobilita}\n"
    differing = f"differing:\n{one}{one.replace('2010', '2011')}"
    supported = AWARD.replace("mobilita\n", "mobilita\n    fields: [start]\n")
    assert codes(SiteTest().write(AWARD_FILE, f"{supported}state: active\n{differing}")) == []


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("amount", "9 EUR", []),
        ("ammount", "9 EUR", ["unknown-key"]),
        ("promoter", "unicollefiorito", ["unknown-key"]),
        ("projects.place", "Molo", []),
        ("projects.plaice", "Molo", ["unknown-key"]),
        ("amount", "9 euros", ["bad-quantity"]),
        ("amount", "8 EUR", ["same-value"]),
    ],
)
def test_what_differs_is_of_a_field_of_the_edition_that_tells_it(field: str, value: str, told: list[str]) -> None:
    differing = f"    differing:\n      - field: {field}\n        value: {value}\n        source: comunicato-mobilita\n"
    editions = f"editions:\n  - year: '2017'\n    amount: 8 EUR\n{differing}"
    site = SiteTest().write(AWARD_FILE, f"{AWARD}state: active\nstart: 2010\n{editions}").check()
    found = [one for one in site.found if one.code in ("unknown-key", "bad-quantity", "same-value", "bad-url")]
    assert [one.code for one in found] == told
    for one in found:
        assert (one.place.line, "amount" in one.suggestions) == (12 + (told[0] != "unknown-key"), field == "ammount")


def test_texts_that_name_fields_name_those_of_the_nearest_group_that_tells_what_differs() -> None:
    class Round(Edition):
        """An edition with sources as a record has them."""

        supports: tuple[Support, ...] = many(GroupOf(Support), "Sources")

    class InRounds(Initiative):
        """An initiative of such editions."""

        rounds: tuple[Round, ...] = many(GroupOf(Round), "Editions")

    names = ["amount", "theme", "number", "promoter"]
    differing = {"field": "number", "value": "3", "source": PRESS}
    entry = {
        "year": "2017",
        "amount": "9 EUR",
        "supports": [{"source": PAGE, "fields": names}],
        "differing": [differing],
    }
    made = record(InRounds, "giro", form="award", promoter="unicollefiorito", rounds=[entry])
    told = fields_that_are_named_are_filled(context().showcase, made)
    assert [(one.code, one.values.get("name", one.values["key"])) for one in told] == [
        ("named-empty", "theme"),
        ("unknown-key", "promoter"),
    ]
