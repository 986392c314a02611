"""An initiative with editions: what leads, what the pictures hold, where each project is found."""

import csv
import io
import re

import pytest

from generator.fields.values import Ref
from generator.kinds.edition import Project
from generator.presenters.award_figures import money_figures, shares
from generator.presenters.disagreements import disagreements
from generator.presenters.editions import editions
from generator.presenters.editions_front import editions_front
from generator.presenters.moneys import moneys
from generator.presenters.of_kind import presenter_of
from generator.text.context import Context
from generator.text.inline import text_of as text_of_inline
from generator.text.projects import projects_of
from generator.urls import Urls
from generator.view.charts import Disagreements, Money
from generator.words import words_for
from tests.harness import BuiltSite, SiteTest, text_of
from tests.scenes.made import context as made_context
from tests.scenes.made import prize

PATH = "content/initiatives/premio-lanterna.md"
PRIZE = Ref("initiatives", "premio-lanterna")
PAGE, PRESS = "pagina-citta-aperta", "articolo-mobilita"


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


def in_all(made: SiteTest) -> Money | None:
    """The picture of what sources count in all."""
    here = context(made)
    found = [one for part in moneys(here, here.showcase[PRIZE]) for one in part.pictures]
    return next((one for one in found if one.finding.startswith("Totali")), None)


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("earmarked", "perché le fonti contano cose diverse (somma complessiva, somma destinata)"),
        ("amount", ""),
    ],
)
def test_a_visitor_reads_why_sums_differ_where_what_they_count_says_so(second: str, said: str) -> None:
    made = totals(("amount", "2000000 EUR", "pagina-citta-aperta"), (second, "3000000 EUR", "articolo-mobilita"))
    here = context(made)
    (part,) = moneys(here, here.showcase[PRIZE])
    told = "".join(piece.text for piece in part.note)
    assert told.removeprefix("Le somme sono diverse ").partition(":")[0] == said


def with_editions(number: int, funded: str = "1") -> SiteTest:
    """The made-up prize with so many editions, each with a project."""
    told = "".join(
        f"  - year: '{1980 + at}'\n    funded: '{funded}'\n    projects:\n      - name: Progetto {at}\n"
        for at in range(number)
    )
    made = SiteTest("showcase").replace(PATH, "start: 2017", "start: 1980")
    otherwise = '  - field: editions.2017.amount\n    value: "~ 95000 EUR"\n    source: articolo-mobilita\n'
    made.replace(PATH, otherwise, "")
    head, _, rest = made.read(PATH).partition("editions:\n")
    return made.write(PATH, f"{head}editions:\n{told}totals:{rest.partition('totals:')[2]}")


@pytest.mark.parametrize(("number", "upright"), [(5, True), (14, True), (15, False), (40, False)])
def test_any_number_of_editions_has_a_page(number: int, upright: bool) -> None:
    built = with_editions(number).build()
    main = built.main("/iniziative/premio-lanterna/")
    assert ('class="glass editions-front marks upright"' in main) is upright
    assert main.count('<details id="edition-') == number
    assert f"{number + 1} progetti con un nome" in text_of(built.main("/iniziative/premio-lanterna/progetti/"))


def test_two_editions_of_a_project_each_have_rows_and_no_picture() -> None:
    main = with_editions(2).build().main("/iniziative/premio-lanterna/")
    assert "editions-front" not in main
    assert main.count('<details id="edition-') == 2


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("funded", "11", PAGE)], ""),
        ([("funded", "1", PAGE)], "un totale non datato di una fonte, 1, è probabilmente precedente"),
        (
            [("funded", "1", PAGE), ("funded", "2", PAGE)],
            "i totali non datati delle fonti, 1 e 2, sono probabilmente precedenti",
        ),
    ],
)
def test_undated_totals_that_count_fewer_stand_beside_the_sum(rows: list[tuple[str, str, str]], said: str) -> None:
    here = context(totals(*rows))
    record = here.showcase[PRIZE]
    figure = presenter_of(record).sections(here, record).figure
    assert figure
    told = "".join(piece.text for piece in figure.caption)
    assert told.partition("; ")[2].endswith(said) if said else "probabilmente" not in told


def test_the_sum_of_the_editions_leads(showcase: BuiltSite) -> None:
    main = showcase.main("/iniziative/premio-lanterna/")
    leading = re.search(r'<p class="leading">.*?</p>', main, re.DOTALL)
    assert leading
    assert text_of(leading[0]).startswith("11 progetti finanziati in 2 edizioni, dal 2017 al 2019-20 somma nostra")
    assert main.index('class="leading"') < main.index('class="glass')


def test_a_sum_that_a_source_exceeds_leads_nothing() -> None:
    built = totals(("submitted", "41", PAGE), ("funded", "12", PAGE)).build()
    main = built.main("/iniziative/premio-lanterna/")
    leading = re.search(r'<p class="leading">.*?</p>', main, re.DOTALL)
    assert leading
    assert text_of(leading[0]).startswith("12 su 41 progetti finanziati")


def test_a_pane_is_lit_where_a_source_names_its_project_and_leads_to_it() -> None:
    made = SiteTest("showcase").replace(
        PATH, "totals:\n", "  - year: 2021-22\n  - year: 2023\n    funded: '> 3'\ntotals:\n"
    )
    here = context(made)
    (front,) = editions_front(here, here.showcase[PRIZE])
    told = [([bool(pane.name) for pane in one.panes], one.panes[-1].known) for one in front.columns]
    assert told[0] == ([True, True, False, False, False, False], True)
    assert told[2] == ([False], False)
    assert told[3] == ([False], False)
    assert front.columns[0].panes[0].href == "/iniziative/premio-lanterna/progetti/#goccia-2017"
    assert front.columns[2].href == "#editions-not-found"
    assert "11 nelle 2 edizioni di cui si conosce il numero" in front.finding


def test_every_link_of_the_picture_is_beside_it(showcase: BuiltSite) -> None:
    main = showcase.main("/iniziative/premio-lanterna/")
    picture, rest = (main.partition('<div class="glass editions-front')[2].partition("</figure>")[at] for at in (0, 2))
    links = set(re.findall(r'<a[^>]* href="([^"]+)"', picture))
    assert len(links) > 2
    for link in links:
        assert f'href="{link}"' in rest or f'id="{link[1:]}"' in rest


def test_what_is_not_known_of_editions_is_said_once() -> None:
    made = SiteTest("showcase").replace(
        PATH,
        "totals:\n",
        "  - year: 2021-22\n  - year: 2023\n  - year: 2024\n    theme: {it: neve, en: snow}\n"
        "    not_stated: [duration, funded]\ntotals:\n",
    )
    here = context(made)
    part = editions(here, here.showcase[PRIZE])
    assert [row.year for row in part.rows] == ["2024", "2019-20", "2017"]
    said = "".join(piece.text for piece in part.gaps)
    assert said == (
        "Sulle edizioni 2021-22 e 2023 non abbiamo trovato fonti. "
        "Delle edizioni non abbiamo trovato: tema (2019-20); durata dei progetti (2024); progetti finanziati (2024); "
        "progetti uno per uno (2019-20); 9 progetti, di cui si sa solo il numero."
    )


def test_years_that_follow_each_other_are_a_span() -> None:
    made = with_editions(4)
    made.write(PATH, made.read(PATH).replace("    projects:\n", "    not_stated: [theme]\n    projects:\n"))
    here = context(made)
    said = "".join(piece.text for piece in editions(here, here.showcase[PRIZE]).gaps)
    assert said == "Delle edizioni non abbiamo trovato: tema (dal 1980 al 1983)."


def test_anchors_are_made_of_names_and_years() -> None:
    made = SiteTest("showcase").replace(
        PATH,
        "      - name: Rugiada\n",
        "      - name: Goccia+\n      - name: Acqua per tutti\n"
        "      - subject: {it: nebbia, en: fog}\n      - name: Ω\n",
    )
    made.replace(
        PATH,
        "projects:\n  - name: Brina\n",
        "projects:\n  - name: Goccia\n  - subject: {it: neve, en: snow}\n  - name: Brina\n",
    )
    placed = projects_of(context(made).showcase[PRIZE].facts)
    assert [one.anchor for one in placed] == [
        "goccia-2017",
        "goccia-2017-2",
        "acqua-per-tutti-2017",
        "project-2017-4",
        "project-2017-5",
        "project-goccia",
        "project-2",
        "project-brina",
    ]
    built = made.build()
    ids = re.findall(r'<li id="([^"]+)"', built.main("/iniziative/premio-lanterna/progetti/"))
    assert sorted(ids) == sorted(one.anchor for one in placed)
    assert ids == re.findall(r'<li id="([^"]+)"', built.main("/en/initiatives/premio-lanterna/projects/"))


def test_an_initiative_without_projects_has_no_page_of_them(showcase: BuiltSite) -> None:
    assert [path for path in showcase.files() if path.endswith(".csv") and "progetti" in path] == [
        "iniziative/premio-lanterna/progetti/progetti.csv"
    ]


def test_the_table_has_a_row_for_each_project_and_no_formula() -> None:
    made = SiteTest("showcase").replace(
        PATH,
        "      - name: Rugiada\n",
        "      - name: =1+1\n        amount: ~ 9000 EUR\n        area: collefiorito\n"
        "        partners: [unicollefiorito]\n        other_partners:\n          - {it: coro, en: choir}\n"
        f"        sources: [{PAGE}]\n",
    )
    built = made.build()
    rows = list(csv.DictReader(io.StringIO(built.tree()["iniziative/premio-lanterna/progetti/progetti.csv"].decode())))
    assert [row["name"] for row in rows] == ["Goccia", "'=1+1", "Brina"]
    assert rows[0]["theme"] == "acqua"
    assert rows[0]["page"].endswith("/iniziative/premio-lanterna/progetti/#goccia-2017")
    lost = [name for name in Project.declared if not any(key.partition(".")[0] == name for key in rows[0])]
    assert lost == ["other_partners"], "they stand among the partners"
    told = rows[1]
    assert (told["edition"], told["area"], told["amount"]) == ("2017", "Collefiorito", "~ 9000 EUR")
    assert told["partners"] == "Università di Collefiorito; coro"
    assert told["sources"].endswith(f"/fonti/{PAGE}/")
    english = csv.DictReader(io.StringIO(built.tree()["en/initiatives/premio-lanterna/projects/projects.csv"].decode()))
    assert next(english)["theme"] == "water"


def test_money_is_drawn_on_one_scale() -> None:
    made = totals(
        ("amount", "~ 2500000 EUR", PAGE), ("earmarked", "3000000 EUR", PRESS), ("paid", "2000000 EUR", PRESS)
    )
    part = in_all(made)
    assert part is not None
    assert [(bar.width, bar.paid) for bar in part.bars] == [(71.43, None), (85.71, 57.14)]
    assert part.bars[0].value == "Circa 2,5 milioni di euro"
    assert "2 milioni di euro già versati" in "".join(piece.text for piece in part.bars[1].says)
    assert part.finding == "Totali che le fonti danno"


def test_what_is_paid_is_a_part_only_of_what_the_same_source_sets_aside() -> None:
    part = in_all(totals(("earmarked", "3000000 EUR", PAGE), ("paid", "2000000 EUR", PRESS)))
    assert part is not None
    assert [(bar.width, bar.paid) for bar in part.bars] == [(85.71, 0.0), (57.14, None)]


def test_what_a_source_says_that_is_not_enough_by_itself_is_not_drawn() -> None:
    differing = '  - field: totals.paid.value\n    value: "> 3000000 EUR"\n    source: articolo-mobilita\n'
    made = totals(("amount", "2500000 EUR", PAGE), ("paid", "2000000 EUR", PRESS), differing=differing)
    part = in_all(made)
    assert part is not None
    assert [bar.value for bar in part.bars] == ["2,5 milioni di euro", "2 milioni di euro"]
    table = made.build().main("/iniziative/premio-lanterna/").partition("<caption>Totali")[2]
    assert "oltre 3 milioni di euro" in text_of(table)
    assert "le fonti non concordano" in text_of(table), "an alternative, not one more"


def test_sums_that_sources_give_otherwise_are_alternatives_in_the_row_of_their_edition() -> None:
    other = [{"field": "amount", "value": "580000 EUR", "source": PRESS}]
    made = prize(
        editions=[{"year": "2019", "amount": "570000 EUR", "differing": other}, {"year": "2018", "amount": "9 EUR"}]
    )
    sums = [[text_of_inline(one) for one in row.sums] for row in editions(made_context(made), made).rows]
    assert sums == [["570.000 euro o 580.000 euro", "le fonti non concordano"], ["9 euro"]]


@pytest.mark.parametrize("more", ["    until: 2018\n", "    apart: true\n"])
def test_a_single_period_or_another_count_is_on_no_scale_with_totals(more: str) -> None:
    made = totals(("amount", "2500000 EUR", PAGE), ("paid", "2000000 EUR", PAGE), ("amount", "9000000 EUR", PRESS))
    told = made.read(PATH)
    at = told.index("    source: articolo-mobilita\n", told.index("9000000"))
    made.write(PATH, f"{told[:at]}{more}{told[at:]}")
    part = in_all(made)
    assert part is not None
    assert [bar.value for bar in part.bars] == ["2,5 milioni di euro", "2 milioni di euro"]
    assert "9 milioni di euro" in text_of(made.build().main("/iniziative/premio-lanterna/"))


def test_one_sum_alone_is_told_in_words() -> None:
    made = totals(("amount", "2500000 EUR", PAGE))
    assert in_all(made) is None
    assert "2,5 milioni di euro" in text_of(made.build().main("/iniziative/premio-lanterna/"))


def test_sources_are_grouped_by_edition(showcase: BuiltSite) -> None:
    main = showcase.main("/iniziative/premio-lanterna/")
    whole, edition = main.partition("<h3>Tutte le edizioni</h3>")[2].split("<h3>Edizione 2017</h3>")
    assert '<li id="source-2" value="2">' in whole
    assert '<li id="source-1" value="1">' in edition


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


@pytest.mark.parametrize(("date", "worked_out"), [("", False), ("    as_of: 2025-06\n", True)])
def test_nothing_is_worked_out_of_totals_without_a_date(date: str, worked_out: bool) -> None:
    amount = '    value: "> 1250000 EUR"\n'
    here = context(SiteTest("showcase").replace(PATH, amount, amount + date))
    labels = [row.label for row in shares(here, here.showcase[PRIZE])]
    assert "Finanziati fra i presentati" in labels
    assert ("In media per progetto" in labels) == worked_out
    figures = [figure.label for figure in money_figures(here, here.showcase[PRIZE].facts)]
    assert ("in media per ogni progetto finanziato" in figures) == worked_out
