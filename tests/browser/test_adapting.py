"""What sticks to the screen, for who reads by the keys; what else pages do for their readers: test_reading.py."""

import pytest

from tests.browser.site import REGISTER, Site
from tests.browser.visits import SCREEN, ZOOMED
from tests.long import IS_LONG

pytestmark = pytest.mark.browser

STEPS = 40 if IS_LONG else 12
UNDER = """() => {  // whether what has the focus stands wholly behind something else; past the last it is nothing
    if (document.activeElement === document.body) return null;
    const {x, y, width, height} = document.activeElement.getBoundingClientRect();
    const at = (part) => document.elementFromPoint(x + width / 2, y + height * part);
    const own = (one) => one && (document.activeElement.contains(one) || one.contains(document.activeElement));
    return [.1, .5, .9].every((part) => !own(at(part))) ? document.activeElement.outerHTML.slice(0, 80) : null;
}"""


@pytest.mark.parametrize("viewport", [ZOOMED, SCREEN], ids=["at 400 %", "at 100 %"])
def test_what_sticks_never_hides_the_focus(tab, site: Site, viewport):
    page = tab(site.url(REGISTER["it"]), viewport=viewport, reduced_motion="reduce")
    last = page.locator(".register tbody a").last
    hidden = []
    for key in ("Tab", "Shift+Tab"):
        last.focus() if key == "Shift+Tab" else page.locator(".register tbody a").first.focus()
        for _ in range(STEPS):
            page.keyboard.press(key)
            hidden.append(page.evaluate(UNDER))
    assert [one for one in hidden if one] == []


BROKEN = """one => {
  const size = document.createElement("span");
  one.append(size);
  size.style.whiteSpace = "nowrap";
  const words = one.textContent.split(/[\\s-]+/);
  const wide = words.filter((word) => (size.textContent = word, size.offsetWidth > one.clientWidth));
  size.remove();
  return wide;
}"""


def test_no_word_of_a_heading_is_cut_where_letters_are_of_twice_the_size(tab, site: Site):
    page = tab(site.url("/accordi/bicocca-prap-piemonte-2023/"), viewport={"width": 390, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    heading = page.locator("h1")
    assert heading.evaluate(BROKEN) == []
    assert heading.evaluate("one => getComputedStyle(one).hyphens") == "auto"


OUTSIDE = """all => all.filter((one) => {
  const [box, room] = [one.getBoundingClientRect(), one.ownerSVGElement.getBoundingClientRect()];
  return box.left < room.left - 1 || box.right > room.right + 1;
}).map((one) => one.textContent)"""


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize(
    "record", ["polimi-ministero-infrastrutture-2020", "bicocca-asst-monza-2018", "polito-iren-2022"]
)
def test_what_is_written_below_the_bar_of_an_agreement_stays_within_it(tab, site: Site, width, record):
    page = tab(site.url(f"/en/agreements/{record}/"), viewport={"width": width, "height": 900})
    labels = page.locator(".validity .date")
    assert labels.count()
    assert labels.evaluate_all(OUTSIDE) == []
