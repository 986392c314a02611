"""Agreements as bars of validity: one scale, one set of marks, the same numbers on home, register and record."""

import datetime
import re

import pytest

from generator.charts.agreements_chart import front
from generator.charts.enough import FEWEST, MOST_ROWS
from generator.charts.time_axis import Scale, bar, finding, scale_over
from generator.kinds.agreement import Agreement
from generator.pages.site_map import outputs, plan
from generator.showcase.life import Life
from generator.showcase.status import agreement_status
from generator.text.context import contexts_of
from generator.text.listed import names_listed
from generator.view.bars import Bar, Front
from generator.view.outputs import HtmlPage
from generator.view.register import RegisterBody
from tests.harness import BuiltSite, SiteTest, facts_of, text_of

DAY = datetime.date(2026, 11, 22)
SCALE = Scale(2018, 2027)


def agreement(**facts: str) -> Agreement:
    return facts_of(Agreement, **{"stage": "signed", **facts})


def drawn(scale: Scale = SCALE, *, renewed: bool = False, **facts: str) -> Bar:
    one = agreement(**facts)
    return bar(scale, Life.of(one, agreement_status(one, DAY, [one] * renewed)), DAY)


def over(*lives: dict[str, str]) -> Scale:
    made = [agreement(**facts) for facts in lives]
    return scale_over([Life.of(one, agreement_status(one, DAY)) for one in made], DAY)


# --- the scale ---


@pytest.mark.parametrize(
    ("day", "share"),
    [
        ("2018-01-01", 0.0),
        ("2022-12-31", 49.97),
        ("2023-01-01", 50.0),
        ("2024-12-31", 69.97),
        ("2027-12-31", 99.97),
        ("2017-12-31", 0.0),
        ("2028-01-01", 100.0),
    ],
)
def test_a_day_stands_where_its_year_does(day: str, share: float) -> None:
    assert SCALE.at(datetime.date.fromisoformat(day)) == share


@pytest.mark.parametrize(
    ("lives", "years"),
    [
        ([{"signed_on": "2023-02-01", "until": "2029-01-31"}], (2023, 2029)),
        ([{"signed_on": "2023-02-01"}], (2023, 2026)),
        ([{"signed_on": "2023-02-01", "until": "2053"}], (2023, 2031)),
        ([{"signed_on": "1998", "until": "2053"}], (2018, 2031)),
        ([{"signed_on": "2001", "until": "2003"}], (2001, 2003)),
        ([{"signed_on": "1961", "until": "2003"}], (1961, 1974)),
        ([{"signed_on": "2001", "until": "2003"}, {"signed_on": "2024"}], (2018, 2026)),
        ([{"announced_on": "2027-03"}], (2026, 2027)),
        ([{}], (2026, 2026)),
    ],
)
def test_the_years_come_from_the_data_and_hold_the_day(lives: list[dict[str, str]], years: tuple[int, int]) -> None:
    scale = over(*lives)
    assert (scale.first, scale.last) == years


# --- the marks ---


def test_a_life_runs_from_its_signature_to_its_end() -> None:
    one = drawn(signed_on="2023-01-01", duration="2 years")
    assert (one.state, one.start, one.sure, one.end, one.thread, one.origin) == ("past", 50.0, 70.0, 70.0, None, "")


def test_a_signature_without_an_end_is_a_dot_and_a_thread_to_the_day() -> None:
    one = drawn(signed_on="2023-01-01")
    assert (one.state, one.origin, one.start, one.end) == ("unknown", "dot", 50.0, None)
    assert one.thread == (50.0, SCALE.at(DAY))
    assert drawn(signed_on="2026-11-22").thread == (SCALE.at(DAY), SCALE.at(DAY))


def test_what_is_only_announced_is_a_ring() -> None:
    assert drawn(announced_on="2023-01-01").origin == "ring"
    assert drawn(announced_on="2023-01-01", until="2027-06-30").origin == "ring"
    announced = drawn(stage="announced", announced_on="2023-01-01")
    assert (announced.state, announced.origin, announced.thread) == ("plan", "ring", None)


def test_an_end_known_by_its_year_may_be_any_day_of_it() -> None:
    one = drawn(signed_on="2023-01-01", until="2027")
    assert (one.sure, one.end) == (90.0, 99.97)


def test_what_ended_early_ends_where_it_did() -> None:
    assert drawn(signed_on="2020-01-01", duration="7 years", ended_on="2023-01-01").end == 50.0


def test_only_a_stated_renewal_has_a_tail() -> None:
    life = {"signed_on": "2024-01-01", "duration": "3 years"}
    assert drawn(**life, renewal="possible").tail
    assert drawn(**life, renewal="tacit").tail
    assert not drawn(**life, renewal="excluded").tail
    assert not drawn(**life).tail
    assert not drawn(**life, renewal="possible", renewed=True).tail
    assert not drawn(signed_on="2024-01-01", renewal="possible").tail
    assert not drawn(**life, stage="approved", renewal="possible").tail


def test_a_life_beyond_the_axis_is_marked_at_its_edge() -> None:
    one = drawn(signed_on="2009-05-04", until="2053-12-31")
    assert (one.start, one.end, one.before, one.after, one.tail) == (0.0, 100.0, True, True, False)
    assert drawn(signed_on="2009-05-04").origin == ""


def test_what_nobody_dates_is_a_thread_alone() -> None:
    assert (drawn().start, drawn().thread) == (None, (0.0, SCALE.at(DAY)))
    assert drawn(stage="presented").thread == (0.0, 100.0)


# --- the pages ---


def drawn_twice(site: SiteTest) -> tuple[Front | None, RegisterBody]:
    """All agreements as bars, and the register."""
    contexts = contexts_of(site.check().showcase)
    made = (one.make() for one in outputs(plan(contexts), _Assets(), production=False))
    found = (view.body for view in made if isinstance(view, HtmlPage) and view.language == "it")
    every = front(contexts[0], names_listed(contexts[0], Agreement))
    return every, next(one for one in found if isinstance(one, RegisterBody))


class _Assets(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return f"/{name}"


def test_front_and_register_draw_the_same_bars() -> None:
    every, register = drawn_twice(SiteTest("showcase"))
    rows = [row.bar for group in register.groups for row in group.rows]
    assert every
    assert register.axis == every.axis
    assert sorted(map(repr, every.bars)) == sorted(map(repr, rows))
    assert register.facets and register.facets.tiles
    assert (
        register.facets.tiles.everything.count
        == sum(one.choice.count for one in register.facets.tiles.all)
        == len(rows)
    )
    starts = [one.start for one in every.bars if one.start is not None]
    assert starts == sorted(starts)
    assert [one.start for one in every.bars[len(starts) :]] == [None] * (len(rows) - len(starts))


def test_the_finding_counts_the_signed_that_do_not_say_how_long_they_last() -> None:
    site = many(8)
    for number in range(3):
        site.replace(f"content/agreements/a{number}.md", "duration: 3 years\n", "")
        site.replace(f"content/agreements/a{number}.md", "not_stated: [", "not_stated: [duration, ")
    site.replace("content/agreements/a1.md", "stage: signed", "stage: approved")
    every, _ = drawn_twice(site)
    assert every
    assert every.finding == "Di 2 accordi firmati su 8 non abbiamo trovato la durata."


NOBODY_SAYS = agreement(signed_on="2020-01-01")
KNOWN = agreement(signed_on="2020-01-01", duration="3 years")


@pytest.mark.parametrize(
    ("silent", "in_part", "known", "found", "read"),
    [
        (0, 0, 2, "", ""),
        (1, 0, 0, "Dell’unico accordo firmato non abbiamo trovato la durata", "."),
        (
            1,
            1,
            0,
            "Dell’unico accordo firmato non abbiamo trovato la durata",
            ": almeno una sua fonte è stata letta solo in parte.",
        ),
        (
            4,
            4,
            0,
            "Di nessuno dei 4 accordi firmati abbiamo trovato la durata",
            ": per ciascuno almeno una fonte è stata letta solo in parte.",
        ),
        (
            3,
            1,
            2,
            "Di 3 accordi firmati su 5 non abbiamo trovato la durata",
            "; per uno di questi almeno una fonte è stata letta solo in parte.",
        ),
        (1, 0, 2, "Di un accordo firmato su 3 non abbiamo trovato la durata", "."),
    ],
)
def test_the_finding_has_words_for_the_only_one_for_none_and_for_what_was_read_in_part(
    silent: int, in_part: int, known: int, found: str, read: str
) -> None:
    statuses = {one: agreement_status(one, DAY) for one in (NOBODY_SAYS, KNOWN)}
    lives = [Life.of(NOBODY_SAYS, statuses[NOBODY_SAYS], read_in_part=number < in_part) for number in range(silent)]
    lives += [Life.of(KNOWN, statuses[KNOWN], read_in_part=True)] * known
    (italian, _) = contexts_of(SiteTest().check().showcase)
    assert finding(italian, lives) == found + read


TWO_DURATIONS = """differing:
  - {field: duration, value: 3 years, source: comunicato-mobilita}
  - {field: duration, value: 4 years, source: comunicato-mobilita}
"""


@pytest.mark.parametrize("written", ["ended_on: 2026-01-01\n", "until: 2028\n", TWO_DURATIONS])
def test_of_what_is_drawn_with_its_end_nobody_says_that_it_was_not_found(written: str) -> None:
    site = many(6)
    gaps = "" if written is TWO_DURATIONS else "duration, "
    site.replace("content/agreements/a0.md", "duration: 3 years\n", written)
    site.replace("content/agreements/a0.md", "not_stated: [", f"not_stated: [{gaps}")
    every, _ = drawn_twice(site)
    assert every
    assert every.finding == ""


def test_below_five_agreements_words_take_the_place_of_pictures() -> None:
    every, register = drawn_twice(many(FEWEST - 2))
    assert (every, register.axis, register.facets, register.key) == (None, None, None, ())
    site = many(FEWEST - 2).build()
    assert "<svg" not in site.main("/accordi/")
    assert "<svg" not in site.main("/").partition('class="casement')[2].partition("</ul>")[0]


def test_three_hundred_agreements_still_make_a_picture() -> None:
    every, register = drawn_twice(many(299))
    assert every
    assert len(every.bars) == 300
    assert every.height < 1000
    assert register.axis
    assert len(register.axis.years) <= 14
    assert register.facets and register.facets.tiles
    largest = max(one.choice.count for one in register.facets.tiles.all)
    assert largest * register.facets.tiles.pitch <= 142, "as wide as the tile"


def test_the_register_is_one_table_whose_last_column_is_the_picture(showcase: BuiltSite) -> None:
    page = showcase.page("/accordi/")
    table = re.search(r"<table class=\"register\">(.*?)</table>", page, re.DOTALL)
    assert table
    rows = re.findall(r"<tr>(.*?)</tr>", table[1], re.DOTALL)[1:]
    assert len(re.findall("<table", page)) == 1
    assert rows
    for row in rows:
        assert row.count('<td class="time"><svg aria-hidden="true">') == 1
        assert row.count('<th scope="row">') == 1
    assert "role=" not in table[1]
    assert page.count('<tbody id="') == len(re.findall(r'<tr class="heading">', table[1]))


def test_a_record_says_no_day_that_no_source_states() -> None:
    site = SiteTest("minimal").replace("content/agreements/mobilita.md", "duration: 3 years", 'until: "2053"').build()
    picture = re.search(r'<li class="time">.*?</li>', site.page("/accordi/mobilita/"), re.DOTALL)
    assert picture
    assert "2053" in text_of(picture[0])
    assert "dicembre 2053" not in picture[0]
    assert 'class="beyond unknown"' not in picture[0]
    assert 'class="beyond on"' in picture[0]


def test_the_front_says_in_words_what_it_draws() -> None:
    page = many(MOST_ROWS).build().page("/organizzazioni/unicollefiorito/")
    figure = re.search(r'<figure class="window">(.*?)</figure>', page, re.DOTALL)
    assert figure
    assert 'role="img" aria-labelledby="front"' in figure[1]
    assert f"{MOST_ROWS + 1} accordi, uno per riga" in figure[1]
    assert 'href="/accordi/"' in figure[1]
    assert "22 novembre 2026" in page
    assert "style=" not in figure[1]


def many(number: int) -> SiteTest:
    """The minimal site with so many more agreements, signed from 2005 on."""
    site = SiteTest("minimal")
    model = site.read("content/agreements/mobilita.md")
    for one in range(number):
        signed = f"{2005 + one % 21}-0{1 + one % 9}-11"
        told = model.replace("2025-03-26", signed).replace("title: ", f"title: {one} ", 1)
        site.write(f"content/agreements/a{one}.md", told)
    return site
