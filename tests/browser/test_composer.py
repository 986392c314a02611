"""The page of all dossiers: what is composed in the browser is what the program selects, as tables, paper and CSV."""

import csv
import datetime
import io
from collections.abc import Iterator
from itertools import chain

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.commands.kind_named import kind_named
from generator.pipeline import Options, check
from generator.presenters.dossier_apart import apart as open_to
from generator.showcase.selection import selected
from generator.text.context import Context
from tests.browser.site import Site, served
from tests.browser.test_accessibility import axe, violations  # noqa: F401  (a fixture)
from tests.harness import DAY, SITES, BuiltSite
from tests.long import IS_LONG
from tests.test_dossier import QUESTIONS, selection

pytestmark = pytest.mark.browser

ANSWERS = "all => all.map((one) => [one.name, [...one.options].map((option) => option.value)])"
CHOSEN = """async (chosen) => {
    const form = document.querySelector('.composer form'), composed = () => new Promise((done) => setTimeout(done));
    form.reset();
    await composed();
    const kept = [...document.querySelectorAll('.composed tbody tr, .composer .undated a')].length;
    for (const [name, value] of Object.entries(chosen)) {
        form.elements[name].value = value;
        form.elements[name].dispatchEvent(new Event('change', {bubbles: true}));
    }
    await composed();
    const links = [...document.querySelectorAll('.composed tbody tr th a')].map((one) => one.getAttribute('href'));
    return [kept, links, [...document.querySelectorAll('.composer .undated a')].map((one) => one.pathname)];
}"""
"""The form is emptied and filled: how much is left of what it told, and what it tells; `ask` does so by hand."""


@pytest.fixture(scope="module")
def context() -> Context:
    checked = check(Options(root=SITES / "showcase", day=datetime.date.fromisoformat(DAY)))
    assert checked.site_map
    return checked.site_map.contexts[0]


@pytest.fixture(scope="module")
def small(showcase: BuiltSite) -> Iterator[Site]:
    with served(showcase.out) as site:
        yield site


@pytest.fixture(scope="module")
def page(browser: Browser, small: Site) -> Iterator[Page]:
    """The page with its policy in force, its form open, in a window of its own."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(small.url("dossier/"))
    assert not [one for one in asked if one.endswith("selection.json")], "the data come when they are wanted"
    assert len(asked) <= 6
    page.get_by_text("Componi un dossier su misura").click()
    expect(page.locator(".composer form")).to_be_visible()
    yield page
    page.close()


def answers(question: dict[str, str]) -> dict[str, str]:
    """What is chosen in the form for a question."""
    days = selection(question)
    said = {"since": days.since, "until": days.until, "in_force_on": days.in_force_on}
    chosen = {name: value for name, value in question.items() if name not in said}
    if "kind" in chosen:
        chosen["kind"] = kind_named(chosen["kind"]).folder
    return chosen | {name: day.isoformat() for name, day in said.items() if day}


def ask(page: Page, chosen: dict[str, str]) -> None:
    page.get_by_role("button", name="Ricomincia").click()
    expect(page.get_by_role("status")).to_contain_text("Scegli almeno una voce")
    for name, value in chosen.items():
        field = page.locator(f".composer [name={name}]")
        if name in ("since", "until", "in_force_on"):
            field.fill(value)
        else:
            field.select_option(value)


def test_the_browser_selects_what_the_program_selects(page: Page, context: Context) -> None:
    offered = {name: set(values) for name, values in page.locator(".composer select").evaluate_all(ANSWERS)}
    compared = 0
    for question in QUESTIONS:
        chosen, told = answers(question), selected(context.showcase, selection(question))
        if any(chosen[name] not in values for name, values in offered.items() if name in chosen):
            assert not told.refs, f"{question} has an answer that nobody can choose"
            continue
        kept, hrefs, apart = page.evaluate(CHOSEN, chosen)
        assert not kept, "the form was emptied"
        assert hrefs == [context.href(context.showcase[ref]) for ref in told.refs], question
        perhaps = chain.from_iterable(open_to(context.showcase, told).values())
        assert apart == [context.href(context.showcase[ref]) for ref in perhaps], question
        compared += 1
    assert compared > 30


def test_what_is_composed_is_told_counted_and_kept_in_the_address(page: Page, small: Site) -> None:
    ask(page, {"partner": "comune-di-valdombra", "kind": "agreements"})
    expect(page.get_by_role("status")).to_have_text("6 pagine rispondono.")
    assert page.url == small.url("dossier/?partner=comune-di-valdombra&kind=agreements")
    table = page.locator(".composed table")
    assert table.locator("thead th").all_inner_texts() == ["Che cosa", "Con chi", "Dal", "Fino al", "Stato"]
    row = table.locator("tr", has_text="Biblioteche di tutti, secondo")
    assert "Comune di Valdombra" not in row.inner_text(), "it knows that it takes part"
    assert "Università di Collefiorito" in row.inner_text() and "In vigore" in row.inner_text()
    page.reload()
    expect(page.get_by_role("status")).to_have_text("6 pagine rispondono.")
    page.emulate_media(media="print")
    expect(page.locator(".composer .asked")).to_be_visible()
    assert "Partner: Comune di Valdombra" in page.locator(".composer .asked").inner_text()
    assert not page.locator(".composer form").is_visible() and not page.locator(".ready").first.is_visible()
    page.emulate_media(media="screen")


def test_the_table_is_taken_along_as_csv(page: Page, context: Context) -> None:
    question = {"university": "politecnico-rocca-serena"}
    ask(page, question)
    with page.expect_download() as download:
        page.get_by_role("button", name="Scarica la tabella (CSV)").click()
    assert download.value.suggested_filename == "dossier.csv"
    rows = list(csv.reader(io.StringIO(download.value.path().read_text("utf-8"), newline="")))
    assert rows[0] == ["id", "Tipo", "Che cosa", "Con chi", "Dal", "Fino al", "Stato", "Pagina"]
    assert [row[0] for row in rows[1:]] == [str(ref) for ref in selected(context.showcase, selection(question)).refs]
    assert all(len(row) == 8 and row[-1].startswith("http") for row in rows[1:])


def test_no_cell_is_a_formula(page: Page, small: Site) -> None:
    """The browser writes CSV as the program does, cell by cell."""
    data = page.evaluate("async () => (await fetch('selection.json')).json()")
    for record, title in zip(data["records"], ("=1+1", "-2 + 3", "-2.5", ' a "b",\n c', "@x"), strict=False):
        record[2] = title
    page.route("**/selection.json", lambda route: route.fulfill(json=data))
    page.goto(small.url("dossier/?until=2099-01-01"))
    page.reload()
    ask(page, {"in_force_on": "2099-01-01"})
    page.locator(".composer [name=in_force_on]").fill("")
    names = [record[1] for record in data["records"][:5]]
    ask(page, {"until": "2099-01-01"})
    with page.expect_download() as download:
        page.get_by_role("button", name="Scarica la tabella (CSV)").click()
    page.unroute("**/selection.json")
    rows = {
        row[0].partition("/")[2]: row[2] for row in csv.reader(io.StringIO(download.value.path().read_text("utf-8")))
    }
    told = dict(zip(names, ("'=1+1", "'-2 + 3", "-2.5", 'a "b", c', "'@x"), strict=True))
    assert {name: rows[name] for name in names if name in rows}.items() <= told.items()
    assert len(rows.keys() & told.keys()) >= 4


def test_what_nobody_answers_has_no_records(page: Page, small: Site) -> None:
    page.goto(small.url("dossier/?partner=nobody&kind=agreements"))
    expect(page.get_by_role("status")).to_have_text("Nessuna pagina di questo sito risponde.")


def test_days_in_the_wrong_order_and_data_that_do_not_come_are_told(page: Page, small: Site) -> None:
    page.goto(small.url("dossier/"))
    page.route("**/selection.json", lambda route: route.abort())
    page.locator(".composer summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Non è stato possibile scaricare i dati")
    page.unroute("**/selection.json")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator(".composer form")).to_be_visible()
    ask(page, {"since": "2027-01-01", "until": "2026-01-01"})
    expect(page.get_by_role("status")).to_have_text("Il primo giorno viene dopo l’ultimo.")
    assert page.get_by_role("button", name="Stampa").is_disabled()


@pytest.mark.parametrize("path", ["dossier/", "en/dossier/"])
@pytest.mark.parametrize("width", [320, 768, 1280] if IS_LONG else [320, 1280])
def test_nothing_is_cut_and_all_can_be_used_at_any_width(
    browser: Browser,
    small: Site,
    axe: str,  # noqa: F811
    path: str,
    width: int,
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 700})
    page.goto(small.url(f"{path}?kind=agreements"))
    expect(page.locator(".composed tbody tr").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".composer :is(select, input, button)").evaluate_all(
        "all => all.every((one) => one.getBoundingClientRect().height >= 44)"
    )
    assert violations(page, axe) == []
    page.close()


def test_without_scripts_the_ready_ones_are_listed(browser: Browser, small: Site, showcase: BuiltSite) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(small.url("dossier/"))
    hrefs = page.locator(".ready a").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    ready = {f"/{path.removesuffix('index.html')}" for path in showcase.files() if path.endswith("/dossier/index.html")}
    assert len(hrefs) == len(set(hrefs)) and set(hrefs) == {one for one in ready if not one.startswith("/en/")}
    page.get_by_text("Componi un dossier su misura").click()
    expect(page.get_by_text("Per comporre serve JavaScript")).to_be_visible()
    assert not page.locator(".composer form").is_visible()
    context.close()
