"""An initiative with editions and the page of its projects: how long, how heavy, and what can be done there."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import Site, served
from tests.harness import SiteTest

pytestmark = pytest.mark.browser

AWARD, PROJECTS = "/iniziative/polisocial-award/", "/iniziative/polisocial-award/progetti/"
PAPER = 8
"""The most sheets of A4."""
SHOWN = "all => all.filter((one) => one.checkVisibility()).map((one) => one.id)"
SMALL = """all => all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect())
    .filter(({width, height}) => width < 24 || height < 24).length"""
CUT = "all => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length"


@pytest.mark.parametrize("path", [AWARD, "/en/initiatives/polisocial-award/"])
def test_it_prints_on_few_sheets_with_all_that_is_folded(tab: Callable[..., Page], site: Site, path: str) -> None:
    page = tab(site.url(path), viewport={"width": 1280, "height": 900})
    sheets = len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4")))
    assert 1 < sheets <= PAPER
    page.emulate_media(media="print")
    rows = page.locator(".editions .projects > li")
    assert rows.evaluate_all("all => all.filter((one) => !one.clientHeight).length") == 0


def test_the_newest_edition_is_open_and_a_link_opens_another(tab: Callable[..., Page], site: Site) -> None:
    page = tab(site.url(AWARD), viewport={"width": 1280, "height": 900})
    opened = page.locator(".editions details[open]")
    assert opened.evaluate_all("all => all.map((one) => one.id)") == ["edition-2024"]
    page.locator("#edition-2019 summary").click()
    assert page.locator("#edition-2019 .projects > li").first.is_visible()


def test_an_address_opens_the_row_of_its_edition(tab: Callable[..., Page], site: Site) -> None:
    page = tab(site.url(AWARD + "#edition-2019"), viewport={"width": 1280, "height": 900})
    expect(page.locator("#edition-2019 .projects > li").first).to_be_visible()
    page.locator(".editions-front a[href='#edition-2018']").first.click()
    expect(page.locator("#edition-2018 .projects > li").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_each_pane_is_a_door_large_enough(tab: Callable[..., Page], site: Site, width: int) -> None:
    page = tab(site.url(AWARD), viewport={"width": width, "height": 900})
    panes = page.locator(".editions-front div > div > a")
    assert panes.count() == 55
    assert panes.evaluate_all(SMALL) == 0
    assert panes.evaluate_all("all => all.every((one) => one.tabIndex === -1 && one.title)")
    assert panes.evaluate_all(CUT) == 0
    page.locator(".editions-front a[title='SOSpesa, 2021']").click()
    page.wait_for_url("**/progetti/#sospesa-2021")
    assert page.locator("#sospesa-2021").is_visible()


def test_the_indexes_of_the_projects_lead_without_scripts_and_narrow_with_them(
    tab: Callable[..., Page], site: Site
) -> None:
    page = tab(site.url(PROJECTS), viewport={"width": 1280, "height": 900})
    rows = page.locator(".group .projects > li")
    everything = rows.evaluate_all(SHOWN)
    assert len(everything) == 46
    page.get_by_text("Per luogo", exact=True).click()
    milan = page.get_by_role("button", name="Milano 17", exact=True)
    milan.click()
    expect(page.get_by_role("status")).to_have_text("17 progetti su 46")
    assert len(rows.evaluate_all(SHOWN)) == 17
    page.get_by_text("Per partner", exact=True).click()
    page.get_by_role("button", name="Comune di Milano").click()
    expect(page.get_by_role("status")).to_have_text("1 progetto su 46")
    assert rows.evaluate_all(SHOWN) == ["unpark-2019"]
    milan.click()
    page.get_by_role("button", name="Comune di Milano").click()
    expect(page.get_by_role("status")).to_have_text("")
    assert rows.evaluate_all(SHOWN) == everything


@pytest.fixture(scope="module")
def many() -> Iterator[Site]:
    """A made-up site whose prize has forty editions, of one to six projects."""
    made = SiteTest("showcase")
    path = "content/initiatives/premio-lanterna.md"
    told = "".join(
        f"  - year: '{1980 + at}'\n    funded: '{at % 6 + 1}'\n    projects:\n      - name: Progetto numero {at}\n"
        for at in range(40)
    )
    head, _, rest = made.replace(path, "start: 2017", "start: 1980").read(path).partition("editions:\n")
    made.write(path, f"{head}editions:\n{told}totals:{rest.partition('totals:')[2]}")
    with served(made.build().out) as site:
        yield site


@pytest.mark.parametrize("width", [320, 1280, 1920])
def test_forty_editions_fit(tab: Callable[..., Page], many: Site, width: int) -> None:
    page = tab(many.url("/iniziative/premio-lanterna/"), viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.locator(".editions-front div > div > a").evaluate_all(SMALL) == 0
    assert page.locator(".editions > details").count() == 41, "one is of the projects that no source gives an edition"
