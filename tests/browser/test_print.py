"""Pages on paper: open what matters, without what only a screen needs, and no heading alone at the foot of a sheet."""

import io
import re
from collections.abc import Callable
from functools import cached_property

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PageObject, PdfReader

from tests.browser.site import Site

pytestmark = pytest.mark.browser

FEW = 200
"""Letters that are too few for a sheet."""
PRINTED = {
    "it": [
        "",
        "accordi/",
        "accordi/bicocca-polito/",
        "iniziative/polisocial-award/",
        "iniziative/off-campus/",
        "iniziative/vivaio-bicocca/",
        "reti/lombardy-green-chemistry-association/",
        "organizzazioni/politecnico-di-milano/",
        "cantieri/",
        "indicatori/",
        "temi/topics/ricerca/",
        "piani/piao-polito-2025-2027/",
        "metodo/",
    ],
    "en": ["en/agreements/", "en/agreements/bicocca-polito/", "en/topics/topics/ricerca/"],
}
HEADINGS = """() => [...document.querySelectorAll('main :is(h2, h3, h4, .heading, thead, summary)')]
    .filter((one) => one.checkVisibility()).map((one) => {
        const before = document.createRange();
        before.setStart(document.querySelector('main'), 0);
        before.setEndBefore(one);
        return [before.toString().replace(/\\s+/g, '').slice(-6), one.innerText];
    })"""
"""Every heading after the last letters before it: its words may stand in the text, too."""
CHROME = """() => [...document.querySelectorAll('.skip, .menu, #menu a, .find label, .tools *, .pager a, .foot a')]
    .map((one) => one.textContent.trim()).filter((text) => text.length > 4)"""


def one_line(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def page(browser: Browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


class Sheet:
    """A sheet of a page on paper."""

    def __init__(self, printed: PageObject) -> None:
        self._printed = printed

    @cached_property
    def text(self) -> str:
        """What stands on it, in one line; to read it takes longer than to print it."""
        return one_line(self._printed.extract_text())


@pytest.fixture(scope="module")
def sheets(page: Page, site: Site) -> Callable[[str], list[Sheet]]:
    """Opens a page as paper has it, and gives its sheets, which are printed once."""
    known: dict[str, list[Sheet]] = {}

    def opened(path: str) -> list[Sheet]:
        page.goto(site.url(path))
        page.emulate_media(media="print")
        if path not in known:
            known[path] = [Sheet(one) for one in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]
        return known[path]

    return opened


@pytest.mark.parametrize("path", [path for paths in PRINTED.values() for path in paths])
def test_no_heading_stands_alone_at_the_foot_of_a_sheet(page, sheets, path):
    printed = sheets(path)
    headings = {before + one_line(text) for before, text in page.evaluate(HEADINGS) if one_line(text)}
    ends = [sheet.text[-200:] for sheet in printed[:-1]]
    assert [end for end in ends if any(end.endswith(heading) for heading in headings)] == []


@pytest.mark.parametrize(
    "path", ["accordi/bicocca-polito/", "organizzazioni/politecnico-di-milano/", "organizzazioni/"]
)
def test_chrome_and_tools_stay_on_the_screen(page, sheets, path):
    printed = "".join(sheet.text for sheet in sheets(path))
    main = one_line(page.locator("main").inner_text())
    chrome = {one_line(text) for text in page.evaluate(CHROME)}
    assert [text for text in chrome if text in printed and text not in main] == []


def test_what_is_folded_on_the_screen_is_open_on_paper(page, sheets):
    printed = "".join(sheet.text for sheet in sheets("accordi/bicocca-polito/"))
    sources = [one_line(text) for text in page.locator(".sources li p:first-child").all_text_contents()]
    assert len(sources) >= 2
    assert [text for text in sources if text not in printed] == []
    assert "TY-ELEC" not in printed


@pytest.mark.parametrize("path", ["fonti/", "en/sources/", "iniziative/", "bandi/"])
def test_a_list_begins_on_the_first_sheet(page, sheets, path):
    first = sheets(path)[0].text
    rows = page.locator("#list li :is(h2, h3)").all_text_contents()
    assert all(one_line(row) in first for row in rows[:5])


@pytest.mark.parametrize("path", ["", "en/", "iniziative/", "en/places/bovisa/"])
def test_the_day_of_the_pages_stands_beside_the_mark_and_never_on_a_sheet_of_its_own(page, sheets, path):
    printed = [sheet.text for sheet in sheets(path)]
    day = one_line(page.locator(".foot p").inner_text())
    assert [day in one for one in printed] == [True, *(False for _ in printed[1:])]
    assert len(printed) == 1 or len(printed[-1]) > 200


def test_a_poor_record_is_one_sheet(sheets):
    assert len(sheets("en/agreements/bicocca-galeazzi-2018/")) == 1


@pytest.mark.parametrize("path", ["accordi/polito-asl-torino-2019/", "cantieri/industria-4-0/"])
def test_the_last_lines_have_no_sheet_to_themselves(sheets: Callable[[str], list[Sheet]], path: str) -> None:
    """What is not known and when the page was checked stand with the source before them."""
    assert len(sheets(path)[-1].text) > FEW
