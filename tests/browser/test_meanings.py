"""What a word means is told by keyboard and by touch, with and without scripts."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(
    ("path", "word"), [("accordi/bicocca-polito/", "Protocollo d’intesa"), ("en/about/", "third mission")]
)
def test_a_word_opens_its_meaning_and_escape_closes_it(tab, site, scripts, path, word):
    page = tab(site.url(path), java_script_enabled=scripts)
    term = page.get_by_role("button", name=word).first
    meaning = page.locator(f"#{term.get_attribute('popovertarget')}")
    expect(meaning).to_be_hidden()
    term.press("Enter")
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    term.click()
    expect(meaning).to_be_visible()
    page.mouse.click(5, 5)
    expect(meaning).to_be_hidden()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_meaning_stays_on_the_screen_and_its_word_can_be_hit(tab, site, width):
    page = tab(site.url("en/about/"), viewport={"width": width, "height": 700})
    term = page.locator(".term").first
    assert term.bounding_box()["height"] >= 24
    term.click()
    box = page.locator(".meaning:popover-open").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_no_quotation_mark_stands_alone_at_the_end_of_a_line(tab, site):
    page = tab(site.url("en/indicators/polimi-cinque-per-mille-importo/"))
    above = """() => { const held = document.querySelector('main .held'), range = document.createRange();
        range.setStart(held.firstChild, 0); range.setEnd(held.firstChild, 1);
        return range.getBoundingClientRect().bottom < held.querySelector('.term').getBoundingClientRect().top + 4; }"""
    alone = {}
    for width in range(320, 700, 7):
        page.set_viewport_size({"width": width, "height": 700})
        alone[width] = page.evaluate(above)
    assert not any(alone.values())
