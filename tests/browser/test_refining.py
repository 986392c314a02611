"""Lists refined in place and without scripts, put in order over everything, and taken away as files."""

import csv
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from python_calamine import CalamineWorkbook

from tests.browser.site import LANGUAGES, REGISTER, Site

pytestmark = pytest.mark.browser

ENERGY = "a[data-facet=tema][data-word=energia]"
MILAN = "a[data-facet=universita][data-word=politecnico-di-milano]"
TILE = ".states a[data-word=in-vigore]"
ROWS = "table.register tbody tr:not(.heading):visible"
CHIPS = ".chips a"
PHONE = {"width": 390, "height": 844}


def count(page: Page, link: str) -> int:
    """How many records a choice says it leaves."""
    return int(page.locator(f"{link} b").first.text_content() or "")


def choose(page: Page, link: str) -> None:
    """Open the fold of a choice, and take it."""
    page.locator(".choices", has=page.locator(link)).locator("summary").click()
    page.locator(f".choices {link}").click()


def told(page: Page) -> list[int]:
    """What the tiles count: all, then each part of it."""
    return [int(one) for one in page.locator(".states > li > a:first-child b").all_inner_texts()]


def test_choices_combine_in_place_and_tell_how_many_are_left(tab, site: Site) -> None:
    page = tab(site.url(REGISTER["it"]))
    everything = page.locator(ROWS).count()
    energy = count(page, ENERGY)
    choose(page, ENERGY)
    expect(page.locator(ROWS)).to_have_count(energy)
    expect(page.locator(".chosen [role=status]")).to_have_text(f"In elenco: {energy} su {everything}")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY", "the fold closes, and has the focus"
    both = count(page, MILAN)
    assert 0 < both < energy
    choose(page, MILAN)
    expect(page.locator(ROWS)).to_have_count(both)
    chosen = ["Università: Politecnico di Milano", "Tema: Energia"]
    expect(page.locator(CHIPS)).to_have_text([f"Togli il filtro: {one}" for one in chosen])
    assert page.url.endswith("/accordi/?tema=energia&universita=politecnico-di-milano")
    headings = page.locator("tbody:visible th[scope=rowgroup] b").all_inner_texts()
    assert sum(map(int, headings)) == both, "the groups count what they show"
    whole, *parts = told(page)
    assert whole == sum(parts) == both, "and so do the tiles"
    page.locator(CHIPS).first.click()
    expect(page.locator(ROWS)).to_have_count(energy)
    assert page.url.endswith("/accordi/?tema=energia")


def test_a_tile_is_a_choice_and_leaves_the_numbers_of_the_others(tab, site: Site) -> None:
    page = tab(site.url(REGISTER["it"]))
    before, left = told(page), count(page, TILE)
    page.locator(TILE).click()
    expect(page.locator(ROWS)).to_have_count(left)
    assert told(page) == before, "one may choose another"
    expect(page.locator(f"{TILE}[aria-current=true]")).to_be_visible()
    near = count(page, ".states .part")
    page.locator(".states .part").click()
    expect(page.locator(ROWS)).to_have_count(near)
    page.locator(".states [data-all]").click()
    expect(page.locator(ROWS)).to_have_count(before[0])


def test_what_is_told_over_the_list_follows_what_is_chosen_or_says_that_it_is_of_all(tab, site: Site) -> None:
    page = tab(site.url(REGISTER["it"]))
    heading, legend, finding = page.locator("h1"), page.locator(".refining .legend"), page.locator("[data-of-all]")
    lead, named = page.locator(".lead"), heading.inner_text()
    introduced = lead.inner_text()
    expect(legend).to_be_visible()
    page.locator(".states .part").click()
    expect(heading).to_have_text(re.compile(rf"^{named} · Stato: .*dodici mesi"))
    expect(lead).to_have_count(1)
    expect(lead).to_have_text(re.compile(rf"^{page.locator(ROWS).count()} accordi su \d+\.$"))
    assert page.locator(f"{ROWS} .unknown").count() == 0
    expect(legend).not_to_be_visible()
    expect(finding).not_to_be_visible()
    page.locator(".states [data-all]").click()
    expect(heading).to_have_text(named)
    expect(lead).to_have_text(introduced)
    expect(legend).to_be_visible()
    expect(finding).to_be_visible()
    page.goto(site.url("organizzazioni/"))
    told = page.locator("[data-of-part]")
    expect(told).not_to_be_visible()
    choose(page, "a[data-facet=natura][data-word=imprese]")
    expect(told).to_have_text("La figura è dell’intero elenco.")
    expect(told).to_be_visible()


def test_what_leaves_nothing_is_no_link_and_an_address_that_asks_for_it_is_answered(tab, site: Site) -> None:
    page = tab(site.url(REGISTER["it"]))
    title = page.title()
    choose(page, MILAN)
    expect(page).to_have_title(re.compile(r"^Registro.* · Università: Politecnico di Milano\b"))
    tiles = page.locator(".states li > a:first-child[data-word]")
    empty = [one.get_attribute("data-word") for one in tiles.all() if one.locator("b").inner_text() == "0"]
    assert [one.get_attribute("data-word") for one in tiles.all() if not one.get_attribute("href")] == empty
    assert empty, "of this choice some tile has none"
    page.goto(site.url(f"{REGISTER['it']}?universita=politecnico-di-milano&stato={empty[0]}"))
    expect(page.locator(".chosen [role=status]")).to_have_text("Nell’elenco niente ha tutto questo: togli un filtro.")
    expect(page.locator(ROWS)).to_have_count(0)
    for _ in range(2):
        page.locator(CHIPS).first.click()
    expect(page).to_have_title(title)
    assert all(one.get_attribute("href") for one in tiles.all())


def test_the_panes_of_a_tile_follow_its_number(tab, site: Site) -> None:
    page = tab(site.url(REGISTER["it"]))
    pitch = float(page.locator(".states").get_attribute("data-pitch") or "")
    choose(page, MILAN)
    expect(page.locator(CHIPS)).to_have_count(1)
    for tile in page.locator(".states > li:has(.strip)").all():
        widths = tile.locator("rect").evaluate_all("all => all.map(one => Number(one.getAttribute('width')))")
        assert sum(widths) == pytest.approx(int(tile.locator("b").first.inner_text()) * pitch)


def test_back_undoes_a_choice_and_the_address_can_be_shared(tab, site: Site) -> None:
    page = tab(site.url(REGISTER["it"]))
    everything = page.locator(ROWS).count()
    energy = count(page, ENERGY)
    choose(page, ENERGY)
    expect(page.locator(ROWS)).to_have_count(energy)
    choose(page, MILAN)
    expect(page.locator(CHIPS)).to_have_count(2)
    shared = page.url
    page.go_back()
    expect(page.locator(ROWS)).to_have_count(energy)
    page.go_back()
    expect(page.locator(ROWS)).to_have_count(everything)
    assert page.url == site.url(REGISTER["it"])
    expect(page.locator(".states [data-all][aria-current]")).to_be_visible()
    page.goto(shared)
    expect(page.locator(CHIPS)).to_have_count(2)
    assert 0 < page.locator(ROWS).count() < energy


def test_a_fold_closes_by_esc_and_by_a_click_elsewhere(tab, site: Site) -> None:
    page = tab(site.url(REGISTER["it"]))
    fold = page.locator(".choices").first
    fold.locator("summary").press("Enter")
    expect(fold.locator("a").first).to_be_visible()
    fold.locator("a").first.focus()
    page.keyboard.press("Escape")
    expect(fold.locator("a").first).not_to_be_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    fold.locator("summary").click()
    page.locator(".choices").nth(1).locator("summary").click()
    assert page.locator(".choices[open]").count() == 1, "one at a time"
    page.locator("h1").click()
    expect(page.locator(".choices[open]")).to_have_count(0)


def test_without_scripts_a_choice_is_a_page_whose_tiles_lead_to_its_groups(tab, site: Site) -> None:
    page = tab(site.url(REGISTER["it"]), java_script_enabled=False)
    link = "a[href$='/universita/politecnico-di-milano/']"
    milan = count(page, link)
    choose(page, link)
    page.wait_for_url(site.url("accordi/universita/politecnico-di-milano/"))
    expect(page.locator(ROWS)).to_have_count(milan)
    whole, *parts = told(page)
    assert whole == sum(parts) == milan
    assert page.locator(".lead").inner_text().startswith(f"{milan} accordi su ")
    page.locator(TILE).click()
    page.wait_for_url(re.compile(r"/politecnico-di-milano/#in-force$"))
    page.locator(CHIPS).click()
    page.wait_for_url(site.url(REGISTER["it"]))


def test_what_refines_comes_when_the_filters_are_pointed_at_and_where_it_does_not_a_choice_is_a_page(
    tab, site: Site
) -> None:
    page = tab(site.url("metodo/"))
    page.route("**/refine.*.js", lambda route: route.abort())
    page.goto(site.url(REGISTER["it"]))
    page.wait_for_load_state("networkidle")
    loaded = "performance.getEntriesByType('resource').filter((one) => one.name.includes('/refine.')).length"
    assert page.evaluate(loaded) == 0
    with page.expect_request("**/refine.*.js"):
        page.locator(".toolbar").hover()
    choose(page, MILAN)
    page.wait_for_url(site.url("accordi/universita/politecnico-di-milano/"))


def test_the_page_of_a_choice_leads_to_the_whole_list_for_a_second_one(tab, site: Site) -> None:
    page = tab(site.url("accordi/universita/politecnico-di-milano/"))
    choose(page, ENERGY)
    page.wait_for_url(re.compile(r"/accordi/\?universita=politecnico-di-milano&tema=energia$"))
    expect(page.locator(CHIPS)).to_have_count(2)


def test_on_a_phone_the_filters_are_one_fold_and_the_groups_after_the_first_are_closed(tab, site: Site) -> None:
    for scripts in (True, False):
        page = tab(site.url(REGISTER["it"]), viewport=PHONE, java_script_enabled=scripts)
        shown, groups = page.locator(ROWS).count(), page.locator("tbody:has(.unfold)")
        assert shown == page.locator("#in-force tr:not(.heading)").count()
        assert groups.count() > 2
        groups.first.locator("label").click()
        more = groups.first.locator("tr:not(.heading)").count()
        expect(page.locator(ROWS)).to_have_count(shown + more)
    page = tab(site.url(REGISTER["it"]), viewport=PHONE)
    expect(page.locator(MILAN)).not_to_be_visible()
    page.locator(".line > summary").click()
    milan = count(page, MILAN)
    choose(page, MILAN)
    expect(page.locator(ROWS)).to_have_count(milan)  # what is left is shown whole


@pytest.mark.parametrize("scripts", [True, False])
def test_the_register_is_put_in_order_whatever_the_status(tab, site: Site, scripts: bool) -> None:
    page = tab(site.url(REGISTER["it"]), java_script_enabled=scripts)
    everything = page.locator(ROWS).count()
    days = "rows => rows.map(row => row.cells[1].querySelector('time')?.dateTime ?? '')"
    for order, column in (("firma", 1), ("titolo", 0), ("fine", 2)):
        page.locator(f"thead [data-order={order}]").click()
        page.wait_for_url(re.compile(rf"/accordi/(\?ordina={order}|ordina/{order}/)$"))
        expect(page.locator("thead th").nth(column)).to_have_attribute("aria-sort", re.compile("ending"))
        expect(page.locator(ROWS)).to_have_count(everything)
        assert page.locator(".register .heading:visible").count() == 0
    page.locator("thead [data-order=firma]").click()
    expect(page.locator("thead th").nth(1)).to_have_attribute("aria-sort", "descending")
    found = page.locator(ROWS).evaluate_all(days)
    known = [day for day in found if day]
    assert [day[:4] for day in known] == sorted((day[:4] for day in known), reverse=True)
    assert found == known + [""] * (len(found) - len(known)), "what nobody states stands last"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_script_puts_the_rows_in_the_order_that_the_pages_have(tab, site: Site, language: str) -> None:
    page = tab(site.url(REGISTER[language]))
    hrefs = "rows => rows.map(row => row.querySelector('a').getAttribute('href'))"
    ways = page.locator(".sorts a").evaluate_all("all => all.map(one => [one.dataset.order, one.pathname])")
    assert len(ways) == 3
    for order, path in ways:
        written = tab(site.url(path.lstrip("/"))).locator(ROWS).evaluate_all(hrefs)
        page.locator(f"thead [data-order={order}]").click()
        expect(page.locator(f"th[aria-sort] [data-order={order}]")).to_have_count(1)
        assert page.locator(ROWS).evaluate_all(hrefs) == written, order


def test_a_second_click_turns_the_order_and_it_is_told(tab, site: Site) -> None:
    page = tab(site.url(REGISTER["it"]))
    head = page.locator("thead [data-order=titolo]")
    for order, said in (("ascending", "crescente"), ("descending", "decrescente")):
        head.click()
        expect(page.locator(f"thead th[aria-sort={order}]")).to_have_count(1)
        expect(page.locator(".sorting")).to_contain_text(f"{said} per Accordo")
    page.locator(".sorts summary").press("Enter")
    page.locator(".sorts a").first.press("Enter")
    expect(page.locator("thead th[aria-sort=ascending]")).to_have_count(1)
    page.go_back()
    page.go_back()
    page.go_back()
    expect(page.locator("thead th[aria-sort]")).to_have_count(0)
    expect(page.locator(".register .heading").first).to_be_visible()


def test_the_table_that_is_taken_away_has_the_rows_that_are_left(tab, site: Site, tmp_path: Path) -> None:
    page = tab(site.url(REGISTER["it"]))
    for chosen in (False, True):
        if chosen:
            choose(page, MILAN)
            expect(page.locator(CHIPS)).to_have_count(1)
        rows = page.locator(ROWS).count()
        page.get_by_text("Scarica", exact=True).click()
        with page.expect_download() as begun:
            page.locator("[data-form=csv]").click()
        assert begun.value.suggested_filename == f"accordi{'-universita-politecnico-di-milano' if chosen else ''}.csv"
        begun.value.save_as(tmp_path / "a.csv")
        read = list(csv.DictReader((tmp_path / "a.csv").read_text("utf-8").splitlines()))
        assert len(read) == rows
        assert all("politecnico-di-milano" in row["parties"] for row in read) or not chosen
        with page.expect_download() as begun:
            page.locator("[data-form=ics]").evaluate("link => link.click()")
        begun.value.save_as(tmp_path / "a.ics")
        calendar = (tmp_path / "a.ics").read_bytes().decode()
        assert calendar.startswith("BEGIN:VCALENDAR\r\n") and calendar.endswith("END:VCALENDAR\r\n")
        events = calendar.count("BEGIN:VEVENT")
        assert events == calendar.count("END:VEVENT") == sum(bool(row["ends_to"]) for row in read) > 0
        with page.expect_download() as begun:
            page.locator("[data-form=xlsx]").evaluate("link => link.click()")
        begun.value.save_as(tmp_path / "a.xlsx")
        book = CalamineWorkbook.from_path(tmp_path / "a.xlsx")
        records, *lists = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
        assert [row[:2] for row in records[1:]] == [[row["id"], row["title"]] for row in read]
        held = {row["id"] for row in read}
        cut = [rows for rows in lists if rows[0][0] == "record"]
        assert len(cut) > 5 and all(row[0] in held for rows in cut for row in rows[1:])
        for sheet, name, there in filters(tmp_path / "a.xlsx"):
            assert sheet == name == there, "a filter is of the rows that are there"


def test_no_calendar_is_given_where_nothing_that_is_left_has_an_end(tab, site: Site) -> None:
    page = tab(site.url(REGISTER["it"]))
    choose(page, ENERGY)
    expect(page.locator(CHIPS)).to_have_count(1)
    given: list[object] = []
    page.on("download", lambda one: given.append(one))
    page.evaluate("document.querySelectorAll('table.register tbody tr').forEach((row) => { row.hidden = true; })")
    page.locator("[data-form=ics]").evaluate("link => link.click()")
    expect(page.locator(".count[role=status]")).to_have_text(
        "Di nessuno di questi si conosce un giorno: il calendario sarebbe vuoto"
    )
    assert not given


def filters(book: Path) -> Iterator[tuple[str, str, str]]:
    """The last row of the filter of each sheet: as the sheet says it, as the book does; and the last that there is."""
    with zipfile.ZipFile(book) as archive:
        whole = archive.read("xl/workbook.xml").decode()
        named = re.findall(r'name="_xlnm._FilterDatabase" localSheetId="(\d+)"[^>]*>[^<]*\$(\d+)<', whole)
        assert named
        for number, last in named:
            text = archive.read(f"xl/worksheets/sheet{int(number) + 1}.xml").decode()
            (said,) = re.findall(r'<autoFilter ref="A1:[A-Z]+(\d+)"', text)
            yield said, last, re.findall(r'<row r="(\d+)"', text)[-1]


@pytest.mark.parametrize("scripts", [True, False])
def test_the_page_of_a_choice_gives_its_files_where_scripts_run(tab, site: Site, tmp_path: Path, scripts: bool) -> None:
    page = tab(site.url("accordi/universita/politecnico-di-milano/"), java_script_enabled=scripts)
    rows, way = page.locator(ROWS).count(), page.get_by_role("link", name="Scarica questa selezione")
    if not scripts:
        assert not way.is_visible(), "its files are those of the whole list"
        return
    way.click()
    page.wait_for_url(re.compile(r"/accordi/\?universita=politecnico-di-milano#downloads$"))
    with page.expect_download() as begun:
        page.locator("[data-form=csv]").click()  # the fold is open
    assert begun.value.suggested_filename == "accordi-universita-politecnico-di-milano.csv"
    begun.value.save_as(tmp_path / "a.csv")
    assert len(list(csv.DictReader((tmp_path / "a.csv").read_text("utf-8").splitlines()))) == rows > 0


def test_a_file_taken_before_the_rows_are_known_is_of_what_is_chosen(tab, site: Site, tmp_path: Path) -> None:
    page = tab(site.url("metodo/"))
    waiting: list[Route] = []
    page.route("**/accordi/choices.json", lambda route: waiting.append(route))
    with page.expect_request("**/accordi/choices.json"):
        page.goto(site.url(f"{REGISTER['it']}?universita=politecnico-di-milano"))
    with page.expect_download() as begun:
        page.locator("[data-form=csv]").evaluate("link => link.click()")
        page.evaluate("new Promise(requestAnimationFrame)")
        waiting[0].continue_()
    begun.value.save_as(tmp_path / "a.csv")
    read = list(csv.DictReader((tmp_path / "a.csv").read_text("utf-8").splitlines()))
    assert read and all("politecnico-di-milano" in row["parties"] for row in read)


def test_a_file_is_called_by_what_the_page_applies_and_not_by_all_that_its_address_asks(tab, site: Site) -> None:
    page = tab(site.url(f"{REGISTER['it']}?utm_source=newsletter&universita=nessuno&anno=2024&fine=2027"))
    expect(page.locator(CHIPS)).to_have_text(
        [re.compile("Finisce o può finire nel: 2027$"), re.compile("annunciato nel: 2024$")]
    )
    with page.expect_download() as begun:
        page.locator("[data-form=csv]").evaluate("link => link.click()")
    assert begun.value.suggested_filename == "accordi-fine-2027-anno-2024.csv"


def test_other_lists_are_refined_too(tab, site: Site) -> None:
    page = tab(site.url("organizzazioni/"))
    choice = "a[data-facet=natura][data-word=imprese]"
    left = count(page, choice)
    choose(page, choice)
    expect(page.locator(".entries > li:visible")).to_have_count(left)
    expect(page.locator(".group:visible h2")).to_have_count(1)


def test_a_facet_of_many_choices_is_searched(tab, site: Site) -> None:
    page = tab(site.url(REGISTER["it"]))
    fold = page.locator(".choices:has(.whole)")
    fold.locator("summary").click()
    assert fold.locator("li a").count() == 24
    fold.locator("input").fill("pinerolese")
    expect(fold.locator("li a")).to_have_count(1)
    fold.locator("li a").click()
    expect(page.locator(ROWS)).to_have_count(1)


def test_without_scripts_all_choices_of_a_facet_are_a_page(tab, site: Site) -> None:
    page = tab(site.url(REGISTER["it"]), java_script_enabled=False)
    page.locator(".choices:has(.whole) summary").click()
    page.locator(".whole a").click()
    page.wait_for_url(site.url("accordi/partner/"))
    page.get_by_role("link", name="Acea Pinerolese").click()
    page.wait_for_url(re.compile(r"/accordi/partner/[\w-]+/$"))
    expect(page.locator(ROWS)).to_have_count(1)
