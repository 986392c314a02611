"""The register keeps its years, its roles and its columns at every width."""

from collections import Counter
from itertools import pairwise

import pytest

from tests.browser.site import LANGUAGES, REGISTER

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 768, 1280)
ROLES = ("table", "row", "columnheader", "rowheader", "cell")
OFF_THE_AXIS = """() => {
    const side = (element) => {
        const {left, right} = element.getBoundingClientRect();
        return [left, right];
    };
    const [left, right] = side(document.querySelector('.register .axis'));
    return [...document.querySelectorAll('.register .time')].filter((cell) => {
        const [start, end] = side(cell);
        return Math.abs(start - left) > 2 || Math.abs(end - right) > 2;
    }).length;
}"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_years_stay_on_top_and_stand_over_their_column(tab, site, language, width):
    page = tab(site.url(REGISTER[language]), viewport={"width": width, "height": 800}, reduced_motion="reduce")
    assert page.evaluate(OFF_THE_AXIS) == 0
    page.locator(".register .time").nth(20).scroll_into_view_if_needed()
    box = page.locator(".register .axis").bounding_box()
    assert box is not None
    assert -1 <= box["y"] <= 1


@pytest.mark.parametrize("width", WIDTHS)
def test_a_table_shown_as_cards_is_still_a_table(tab, site, width):
    page = tab(site.url(REGISTER["it"]), viewport={"width": width, "height": 800})
    rows = page.locator(".register tbody tr:not(.heading)").count()
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = Counter(node["role"]["value"] for node in tree if not node["ignored"])
    assert all(roles[role] for role in ROLES), roles
    assert roles["rowheader"] >= rows
    assert roles["row"] > rows


def test_each_year_on_a_phone_has_room_for_its_label(tab, site):
    page = tab(site.url("organizzazioni/politecnico-di-torino/"), viewport={"width": 320, "height": 800})
    lefts = page.eval_on_selector_all(
        ".front text[text-anchor=middle]",
        """(texts) => texts.map((one) => one.getBoundingClientRect()).filter(({width}) => width)
            .map(({left, right}) => [left, right])""",
    )
    assert len(lefts) > 4
    assert all(ends < starts for (_, ends), (starts, _) in pairwise(lefts))
