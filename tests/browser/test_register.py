"""The register: how soon it begins, how long it is, its years, its roles and its columns at every width."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from tests.browser.site import LANGUAGES, REGISTER

pytestmark = pytest.mark.browser

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
WIDTHS = (320, 390, 768, 1280)
FIRST_ROW, LENGTH, SHEETS, KEYS = 600, {1280: 4300, 390: 6500}, 5, 30
FIRST = ".register tbody tr:not(.heading)"
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
CUT = """() => [...document.querySelectorAll('.register th[scope=row] .rest')].filter((one) => {
    const {height} = one.getBoundingClientRect();
    return one.scrollWidth > one.clientWidth + 1 || height > 1.5 * parseFloat(getComputedStyle(one).lineHeight);
}).map((one) => one.textContent)"""
BROKEN = """() => {  // words of which the letters stand on more than one line
    const told = [], range = document.createRange();
    const words = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
        const node = words.currentNode;
        const box = node.parentElement;
        if (!box.checkVisibility() || box.closest('svg, .unseen, caption, thead')) continue;
        for (const {0: word, index} of node.data.matchAll(/[^\\s\\-–\\/’]+/g)) {
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            const lines = new Set([...range.getClientRects()].map(({bottom}) => Math.round(bottom)));
            if (lines.size > 1) told.push(word);
        }
    }
    return told;
}"""
SMALL = """() => [...document.querySelectorAll('.refining :is(a, summary), .register :is(thead a, label)')]
    .filter((one) => one.checkVisibility() && !one.matches('.skip'))
    .map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 90)])
    .filter(([{height}]) => height < 24).map(([, said]) => said)"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_register_begins_soon_and_is_no_longer_than_promised(tab, site, language):
    for screen in (DESK, PHONE):
        page = tab(site.url(REGISTER[language]), viewport=screen)
        first = page.locator(FIRST).first.bounding_box()
        assert first and first["y"] <= FIRST_ROW
        assert page.evaluate("document.documentElement.scrollHeight") <= LENGTH[screen["width"]]
        assert page.evaluate(SMALL) == []
        if screen == DESK:
            assert page.evaluate(CUT) == [], "a summary stands on one line"
            sheets = page.pdf(format="A4")
            assert len(re.findall(rb"/Type /Page\b(?!s)", sheets)) <= SHEETS


@pytest.mark.parametrize("path", REGISTER.values())
def test_few_keys_lead_to_the_first_row_and_one_of_them_past_the_filters(tab, site, path):
    page = tab(site.url(path), viewport=DESK)
    reached = "document.activeElement.closest('tbody th[scope=row]') !== null"
    skip = "document.activeElement.matches('.refining .skip')"
    pressed = skipped = 0
    while not page.evaluate(reached):
        page.keyboard.press("Tab")
        pressed += 1
        skipped += page.evaluate(skip)
    assert pressed <= KEYS
    assert skipped == 1
    page = tab(site.url(path), viewport=DESK)
    while not page.evaluate(skip):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(reached)


@pytest.mark.parametrize("path", ["scadenze/", "en/deadlines/"])
def test_the_deadlines_are_few_and_one_link_leads_to_what_has_no_date(tab, site, path):
    page = tab(site.url(path), viewport=DESK)
    assert page.evaluate("document.documentElement.scrollHeight") <= 2000
    assert page.locator(".due > li").count() <= 5
    assert page.locator("main .onward a").count() == 1
    page.locator("main .onward a").click()
    unknown = page.locator(FIRST).count()
    assert str(unknown) in page.locator(".states [aria-current] b").inner_text()


def test_with_letters_of_twice_the_size_the_table_is_rows_and_no_word_is_broken(tab, site):
    page = tab(site.url(REGISTER["it"]), viewport=DESK)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.locator(".register th[scope=row]").first.evaluate("one => getComputedStyle(one).display") == "block"
    assert page.evaluate(BROKEN) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_in_forced_colours_what_ends_soon_is_no_day(tab, site):
    page = tab(site.url(REGISTER["it"]), viewport=DESK, forced_colors="active")
    style = "one => (({fill, stroke, strokeDasharray}) => [fill, stroke, strokeDasharray])(getComputedStyle(one))"
    marks = (".span.near", ".span.on", ".day")
    near, on, day = (page.locator(f".register {one}").first.evaluate(style) for one in marks)
    assert near[2] != "none" == on[2], "a pattern"
    assert day[1] not in (near[1], on[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_years_stay_on_top_and_stand_over_their_column(tab, site, language):
    page = tab(site.url(REGISTER[language]), viewport=DESK, reduced_motion="reduce")
    assert page.evaluate(OFF_THE_AXIS) == 0
    page.locator(".register .time").nth(20).scroll_into_view_if_needed()
    box = page.locator(".register .axis").bounding_box()
    assert box is not None
    assert -1 <= box["y"] <= 1


@pytest.mark.parametrize("width", WIDTHS)
def test_a_table_shown_as_rows_is_still_a_table(tab, site, width):
    page = tab(site.url(REGISTER["it"]), viewport={"width": width, "height": 800})
    rows = page.locator(f"{FIRST}:visible").count()
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = Counter(node["role"]["value"] for node in tree if not node["ignored"])
    assert all(roles[role] for role in ROLES), roles
    assert roles["rowheader"] >= rows
    assert roles["row"] > rows


def test_each_year_on_a_phone_has_room_for_its_label(tab, site):
    page = tab(site.url("accordi/polimi-veneranda-fabbrica-del-duomo-2015/"), viewport={"width": 320, "height": 800})
    lefts = page.eval_on_selector_all(
        ".lights .time text[text-anchor=middle]",
        """(texts) => texts.map((one) => one.getBoundingClientRect()).filter(({width}) => width)
            .map(({left, right}) => [left, right])""",
    )
    assert len(lefts) > 4
    assert all(ends < starts for (_, ends), (starts, _) in pairwise(lefts))


@pytest.mark.parametrize("path", ["accordi/", "accordi/anno/2023/", "organizzazioni/politecnico-di-milano/"])
def test_the_bar_of_a_row_leads_where_the_row_does_and_is_no_stop(tab, site, path):
    page = tab(site.url(path), viewport=DESK)
    rows = page.locator(".register tbody tr:has(.time)")
    assert rows.count() > 2
    ways = """rows => rows.map(row => {
        row.scrollIntoView({block: 'center'});
        const {left, top, width, height} = row.querySelector('.time').getBoundingClientRect();
        const link = document.elementFromPoint(left + width / 2, top + height / 2).closest('a');
        return [link?.href, row.querySelector('th a').href, row.querySelectorAll('.time a').length];
    })"""
    assert all(bar == title and not links for bar, title, links in rows.evaluate_all(ways))
    rows.first.locator(".time").click(force=True)
    page.wait_for_url(re.compile(r"/accordi/[^/]+/$"))
