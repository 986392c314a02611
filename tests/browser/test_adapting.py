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
