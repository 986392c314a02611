"""A full site in a browser: lists refined and sorted across their pages, nothing wider than the screen."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.site import Site, served
from tests.full import full_site

pytestmark = pytest.mark.browser

ROWS = "table.register tbody tr:not(.heading):visible"
PASSED = ".states a[data-facet=stato][data-word=durata-trascorsa]"
WIDE_PAGES = ("", "accordi/", "accordi/pagina/2/", "fonti/", "organizzazioni/ente-000/", "fonti/fonte-000/accordi/")
AGREEMENTS = 120
DAYS = "rows => rows.map(row => row.cells[1].querySelector('time')?.dateTime ?? '')"


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with served(full_site(tmp_path_factory)) as site:
        yield site


def count(page, link: str) -> int:
    return int(page.locator(f"{link} b").inner_text())


def test_more_panes_than_fit_in_a_row_push_nothing_else_out_of_it(tab, full):
    page = tab(full.url("scadenze/"))
    page.set_viewport_size({"width": 1280, "height": 900})
    mark, menu, languages = (page.locator(one).bounding_box() for one in (".mark", "#menu", ".top .languages"))
    words = page.locator(".mark").evaluate("mark => mark.scrollWidth - mark.clientWidth")
    assert page.locator("#menu li").count() > 9
    assert languages["y"] == menu["y"] == 0
    assert mark["x"] + mark["width"] <= menu["x"] <= languages["x"] - menu["width"]
    assert words <= 0


def test_a_choice_refines_the_whole_list_and_back_undoes_it(tab, full):
    page = tab(full.url("accordi/"))
    expect(page.locator(ROWS)).to_have_count(50)
    passed = count(page, PASSED)
    assert passed > 10
    page.locator(PASSED).press("Enter")
    expect(page.locator(ROWS)).to_have_count(passed)
    expect(page.locator(".chosen .count")).to_have_text(f"In elenco: {passed} su {AGREEMENTS}")
    expect(page.locator(".pager")).to_have_count(0)
    assert page.locator("tbody:visible").count() == 1
    assert page.url == full.url("accordi/?stato=durata-trascorsa")
    page.go_back()
    expect(page.locator(ROWS)).to_have_count(AGREEMENTS)
    assert page.url == full.url("accordi/")
    ids = page.locator("tbody").evaluate_all("bodies => bodies.map(body => body.id)")
    assert len(set(ids)) == len(ids), "a group that goes on is one group"


def test_an_address_shared_shows_the_same(tab, full):
    page = tab(full.url("accordi/?stato=durata-trascorsa&ordina=-firma"))
    expect(page.locator("main")).to_be_visible()
    expect(page.locator(ROWS)).to_have_count(count(page, PASSED))
    days = [day for day in page.locator(ROWS).evaluate_all(DAYS) if day]
    assert days == sorted(days)
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Firma")


def test_sorting_takes_in_every_page_and_back_undoes_it(tab, full):
    page = tab(full.url("accordi/"))
    before = page.locator(ROWS).evaluate_all(DAYS)
    page.locator("thead [data-order=firma]").click()
    expect(page.locator("th[aria-sort]")).to_have_count(1)  # the rows of all pages come first, and then their order
    expect(page.locator(ROWS)).to_have_count(AGREEMENTS)
    known = [day for day in page.locator(ROWS).evaluate_all(DAYS) if day]
    assert known == sorted(known, reverse=True)
    expect(page.locator(".sorting")).to_contain_text("decrescente per Firma")
    assert page.url == full.url("accordi/?ordina=firma")
    page.go_back()
    expect(page.locator("th[aria-sort]")).to_have_count(0)
    assert page.locator(ROWS).evaluate_all(DAYS)[: len(before)] == before


def test_a_further_page_asks_the_first(tab, full):
    page = tab(full.url("accordi/pagina/2/"))
    page.locator(".choices:has([data-facet=fine]) summary").click()
    ended = page.locator("[data-facet=fine]").last
    left, year = int(ended.locator("b").inner_text()), ended.get_attribute("data-word")
    ended.click()
    page.wait_for_url(full.url(f"accordi/?fine={year}"))
    expect(page.locator(ROWS)).to_have_count(left)
    page.go_back()
    page.wait_for_url(full.url("accordi/pagina/2/"))
    page.locator("thead [data-order=fine]").click()
    page.wait_for_url(re.compile(r"/accordi/\?ordina=fine$"))
    expect(page.locator(ROWS)).to_have_count(AGREEMENTS)


def test_where_the_other_pages_fail_a_choice_is_a_page(tab, full):
    page = tab(full.url("accordi/"))
    page.route("**/accordi/pagina/3/", lambda route: route.abort())
    page.locator(PASSED).click()
    page.wait_for_url(re.compile(r"/accordi/stato/durata-trascorsa/$"))
    page.go_back()
    page.wait_for_url(full.url("accordi/"))


def test_other_lists_are_gathered_too(tab, full):
    page = tab(full.url("fonti/"))
    total = int(page.locator(".chosen .count").inner_text().split()[0])
    expect(page.locator(".entries > li")).not_to_have_count(total)
    link = page.locator("a[data-facet=forma]").last
    page.locator(".choices:has(a[data-facet=forma]) summary").click()
    left = int(link.locator("b").inner_text())
    link.click()
    expect(page.locator(".entries > li:visible")).to_have_count(left)
    expect(page.locator(".entries > li")).to_have_count(total)


def test_without_scripts_the_pages_are_links(tab, full):
    page = tab(full.url("fonti/"), java_script_enabled=False)
    page.get_by_role("navigation", name="Pagine").get_by_role("link", name="Successiva").click()
    page.wait_for_url(full.url("fonti/pagina/2/"))
    expect(page.locator("h1")).to_have_text(re.compile("pagina 2 di"))


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", WIDE_PAGES)
def test_nothing_is_wider_than_the_screen(tab, full, path, width):
    page = tab(full.url(path), viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_labels_of_the_web_keep_apart(tab, full):
    for width in (960, 1280):
        page = tab(full.url(), viewport={"width": width, "height": 800})
        boxes = page.locator("svg.web:visible text").evaluate_all(
            "texts => texts.map(one => one.getBoundingClientRect()).map(box => [box.x, box.y, box.right, box.bottom])"
        )
        assert len(boxes) > 20
        for number, one in enumerate(boxes):
            for other in boxes[number + 1 :]:
                apart = (one[2] <= other[0], other[2] <= one[0], one[3] <= other[1] + 4, other[3] <= one[1] + 4)
                assert any(apart), (one, other)
