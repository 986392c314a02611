"""An initiative's totals as pictures: how many panes, how long the bars, what each source says."""

from typing import Any

import pytest

from generator.fields.values import Ref
from generator.presenters.award_totals import COLUMNS, facades, money
from generator.presenters.disagreements import disagreements
from generator.presenters.editions import editions
from generator.text.context import Context
from generator.urls import Urls
from generator.view.charts import Disagreements, Editions, Facades, Money
from generator.words import words_for
from tests.harness import BuiltSite, SiteTest, text_of

PATH = "content/initiatives/premio-lanterna.md"
PRIZE = Ref("initiatives", "premio-lanterna")


def context(made: SiteTest) -> Context:
    showcase = made.check().showcase
    return Context(showcase, Urls(showcase.settings), words_for("it"))


def totals(*rows: tuple[str, str, str], differing: str = "") -> SiteTest:
    """The made-up prize with these totals (measure, value, source) and differing values."""
    made = SiteTest("showcase")
    head, _, rest = made.read(PATH).partition("totals:\n")
    _, _, tail = rest.partition("estimated_impact:")
    told = "".join(f'  - measure: {m}\n    value: "{value}"\n    source: {source}\n' for m, value, source in rows)
    tail = tail.replace("differing:\n", f"differing:\n{differing}", 1)
    return made.write(PATH, f"{head}totals:\n{told}estimated_impact:{tail}")


def facade_part(made: SiteTest) -> Facades | None:
    here = context(made)
    found = facades(here, here.showcase[PRIZE].facts)
    return found[0] if found and isinstance(found[0], Facades) else None


def money_part(made: SiteTest) -> Money | None:
    here = context(made)
    found = money(here, here.showcase[PRIZE].facts)
    return found[0] if found and isinstance(found[0], Money) else None


def counted(facade: Any) -> tuple[int, int, bool]:
    """The panes that are lit, those that are not, and whether an area is left open."""
    return len(facade.lit), len(facade.dark), facade.open_at is not None


PAGE, PRESS = "pagina-citta-aperta", "articolo-mobilita"


def test_each_source_has_its_facade_and_what_is_not_known_exactly_is_left_open() -> None:
    made = totals(
        ("submitted", "~< 200", PAGE), ("funded", "34", PAGE), ("submitted", "183", PRESS), ("funded", "30", PRESS)
    )
    part = facade_part(made)
    assert part is not None
    assert [counted(one) for one in part.items] == [(34, 0, True), (30, 153, False)]
    assert [f"{one.value} {one.unit}" for one in part.items] == ["34 su quasi 200", "30 su 183"]
    assert "resta aperto" in part.items[0].note
    assert not part.items[1].note
    almost, exact = part.items
    assert max(y for _, y in almost.lit) < almost.open_at < almost.height
    assert len({*exact.lit, *exact.dark}) == 183
    assert max(x for x, _ in exact.dark) < exact.width
    assert max(y for _, y in exact.dark) < exact.height
    assert len({x for x, _ in exact.dark}) == COLUMNS


def test_a_facade_has_a_pane_however_small_it_is_beside_another() -> None:
    made = totals(
        ("submitted", "40000", PAGE), ("funded", "8000", PAGE), ("submitted", "5", PRESS), ("funded", "1", PRESS)
    )
    part = facade_part(made)
    assert part is not None
    assert [counted(one) for one in part.items] == [(80, 320, False), (0, 1, False)]  # a hundred projects a pane


@pytest.mark.parametrize(
    ("submitted", "funded", "panes"),
    [
        ("> 100", "20", (20, 0, True)),
        ("5", "5", (5, 0, False)),
        ("~ 5", "5", (5, 0, True)),
        ("4000", "1000", (100, 300, False)),
        ("4001", "1000", (10, 30, False)),
        ("~< 4001", "400", (400, 0, True)),
        ("~< 4001", "401", (40, 0, True)),
    ],
)
def test_a_pane_may_stand_for_many_projects(submitted: str, funded: str, panes: tuple[int, int, bool]) -> None:
    part = facade_part(totals(("submitted", submitted, PAGE), ("funded", funded, PAGE)))
    assert part is not None
    assert counted(part.items[-1]) == panes


def test_projects_funded_that_nobody_counts_exactly_are_not_drawn() -> None:
    assert facade_part(totals(("submitted", "90", PAGE), ("funded", "~ 30", PAGE))) is None


def test_the_sum_of_the_editions_leads_and_an_undated_total_that_counts_fewer_is_older() -> None:
    part = facade_part(totals(("submitted", "41", PAGE), ("funded", "10", PAGE)))
    assert part is not None
    added, total = part.items
    assert (added.value, added.unit) == ("11", "progetti finanziati in 2 edizioni, 2017–2020")
    assert counted(added) == (11, 0, False)
    assert "probabilmente precedente" in total.note


def test_the_sum_of_the_editions_is_a_lower_bound_where_an_edition_does_not_tell() -> None:
    made = totals(("submitted", "41", PAGE), ("funded", "10", PAGE))
    made.replace(PATH, "  - year: 2019-20\n", "  - year: 2021\n  - year: 2019-20\n")
    part = facade_part(made)
    assert part is not None
    assert part.items[0].value == "Almeno 11"
    assert counted(part.items[0]) == (11, 0, True)


def test_a_sum_that_a_source_exceeds_leads_nothing() -> None:
    part = facade_part(totals(("submitted", "41", PAGE), ("funded", "12", PAGE)))
    assert part is not None
    assert [one.value for one in part.items] == ["12"]


@pytest.mark.parametrize("submitted", ["4", "0"])
def test_below_five_projects_there_is_no_facade(submitted: str) -> None:
    assert facade_part(totals(("submitted", submitted, PAGE), ("funded", "0", PAGE))) is None


def test_totals_of_two_sources_make_no_facade() -> None:
    assert facade_part(totals(("submitted", "200", PAGE), ("funded", "34", PRESS))) is None


def test_money_is_drawn_on_one_scale() -> None:
    made = totals(
        ("amount", "~ 2500000 EUR", PAGE), ("earmarked", "3000000 EUR", PRESS), ("paid", "2000000 EUR", PRESS)
    )
    part = money_part(made)
    assert part is not None
    assert [(bar.width, bar.paid) for bar in part.bars] == [(71.43, None), (85.71, 57.14)]
    assert part.bars[0].value == "Circa 2,5 milioni di euro"
    assert "2 milioni di euro già versati" in "".join(piece.text for piece in part.bars[1].says)
    assert "Le somme, secondo le fonti" in made.build().facts("/iniziative/premio-lanterna/")


def test_what_is_paid_is_a_part_only_of_what_the_same_source_sets_aside() -> None:
    part = money_part(totals(("earmarked", "3000000 EUR", PAGE), ("paid", "2000000 EUR", PRESS)))
    assert part is not None
    assert [(bar.width, bar.paid) for bar in part.bars] == [(85.71, 0.0), (57.14, None)]


def test_what_a_source_says_that_is_not_enough_by_itself_is_not_drawn() -> None:
    differing = '  - field: totals.paid.value\n    value: "> 3000000 EUR"\n    source: articolo-mobilita\n'
    made = totals(("amount", "2500000 EUR", PAGE), ("paid", "2000000 EUR", PRESS), differing=differing)
    part = money_part(made)
    assert part is not None
    assert [bar.value for bar in part.bars] == ["2,5 milioni di euro", "2 milioni di euro"]


@pytest.mark.parametrize("more", ["    until: 2018\n", "    apart: true\n"])
def test_a_single_period_or_another_count_is_on_no_scale_with_totals(more: str) -> None:
    made = totals(("amount", "2500000 EUR", PAGE), ("paid", "2000000 EUR", PAGE), ("amount", "9000000 EUR", PRESS))
    told = made.read(PATH)
    at = told.index("    source: articolo-mobilita\n", told.index("9000000"))
    part = money_part(made.write(PATH, f"{told[:at]}{more}{told[at:]}"))
    assert part is not None
    assert [bar.value for bar in part.bars] == ["2,5 milioni di euro", "2 milioni di euro"]


def test_one_sum_alone_is_told_in_words() -> None:
    assert money_part(totals(("amount", "2500000 EUR", PAGE))) is None


def test_an_edition_has_a_pane_for_each_project_and_a_dashed_one_for_the_unknown() -> None:
    made = SiteTest("showcase").replace(
        PATH, "totals:\n", "  - year: 2021-22\n  - year: 2023\n    submitted: '2000'\ntotals:\n"
    )
    here = context(made)
    record = here.showcase[PRIZE]
    table = editions(here, record)[0]
    assert isinstance(table, Editions)
    first, second, third, fourth = table.rows
    assert (len(first.lit), len(first.dark), len(first.unknown)) == (6, 35, 0)
    assert (len(second.lit), len(second.dark), len(second.unknown)) == (5, 0, 1)
    assert first.names == "Goccia, Rugiada"
    assert third.missing
    assert not second.missing
    assert [(row.panes_width, row.panes_height) for row in (second, third, fourth)] == [(74, 13), (9, 13), (0, 0)]


def test_a_value_is_written_once_with_all_who_give_it() -> None:
    here = context(SiteTest("showcase"))
    (part,) = disagreements(here, here.showcase[PRIZE])[0].parts
    assert isinstance(part, Disagreements)
    told = {row.topic: [value.text for value, _ in row.values] for row in part.rows}
    assert told == {"Inizio": ["2017", "2018"], "Edizioni · 2017 · Importo": ["90.000 euro", "circa 95.000 euro"]}
    assert "articolo" not in told
    said = "".join(piece.text for piece in part.rows[0].values[1][1])
    assert "fonte 2" in said
    assert "anno dei primi risultati" in said


def test_the_page_draws_what_its_table_says(showcase: BuiltSite) -> None:
    main = showcase.main("/iniziative/premio-lanterna/")
    assert main.count('class="facade"') == 4
    assert '<div class="glass" aria-hidden="true">\n<svg class="facade"' in main
    words = text_of(main)
    assert "11 su quasi 80" in words
    assert "Dove le fonti non concordano" in words
