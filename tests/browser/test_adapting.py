"""Pages as readers have them: in their own colours, at 400 %, on paper."""

import pytest

from tests.browser.site import LANGUAGES, REGISTER, Site
from tests.browser.test_reading import SPILLED, any_of

pytestmark = pytest.mark.browser

ZOOMED = {"width": 320, "height": 256}
"""A window of 1280 by 1024 pixels at 400 %."""
PAPER = 695
"""The width of an A4 sheet between the margins of the style sheet, 13 mm, at 96 pixels an inch."""
LEGIBLE = """() => {
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    const pixel = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour === 'none' ? 'transparent' : colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = (colour) => pixel(colour).slice(0, 3).map((one) => one / 255)
        .map((one) => (one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4))
        .reduce((sum, one, at) => sum + one * [.2126, .7152, .0722][at], 0);
    const opaque = (colour) => pixel(colour)[3] === 255;
    const within = (inner, outer) => inner.x >= outer.x - 1 && inner.right <= outer.right + 1
        && inner.y >= outer.y - 1 && inner.bottom <= outer.bottom + 1;
    const beneath = (words) => {  // the last shape drawn before the words of a picture and around them
        const here = words.getBoundingClientRect();
        const drawn = [...words.ownerSVGElement.querySelectorAll('rect, path, circle, text')];
        return drawn.slice(0, drawn.indexOf(words.closest('text'))).map((one) => [one, getComputedStyle(one).fill])
            .filter(([one, fill]) => opaque(fill) && within(here, one.getBoundingClientRect())).at(-1)?.[1];
    };
    const ground = (element) => {  // words that are not in a picture stand on plates, unless they refuse all of it
        if (!element.ownerSVGElement && getComputedStyle(element).forcedColorAdjust === 'auto') return 'Canvas';
        const shape = element.ownerSVGElement && beneath(element);
        for (let box = element; box && !shape; box = box.parentElement) {
            const {backgroundColor} = getComputedStyle(box);
            if (opaque(backgroundColor)) return backgroundColor;
        }
        return shape || 'Canvas';
    };
    const told = [];
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
        const element = words.currentNode.parentElement;
        const text = words.currentNode.data.trim();
        if (!text || !element.checkVisibility() || element.closest('script, title')) continue;
        const {fill, color} = getComputedStyle(element);
        const [one, other] = [element.ownerSVGElement ? fill : color, ground(element)].map(light);
        const contrast = (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
        if (contrast < 4.5) told.push(`${contrast.toFixed(1)}: ${text.slice(0, 60)}`);
    }
    return told;
}"""
SWATCHES = """() => [...document.querySelectorAll('.key')].map((key) => [...key.querySelectorAll('svg')].map((svg) =>
    JSON.stringify([...svg.querySelectorAll('*')].map((mark) => {
        const {fill, stroke, strokeDasharray, strokeWidth} = getComputedStyle(mark);
        const {x, y, width, height} = mark.getBBox();
        return [mark.tagName, fill, stroke, strokeDasharray, strokeWidth, x, y, width, height];
    }))))"""
STUCK = """() => [...document.querySelectorAll('*')].filter((one) => {
    const {position} = getComputedStyle(one);
    return (position === 'sticky' || position === 'fixed') && one.checkVisibility();
}).map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect().height / innerHeight])"""


UNDER = """() => {  // whether what has the focus stands wholly behind something else
    const {x, y, width, height} = document.activeElement.getBoundingClientRect();
    const at = (part) => document.elementFromPoint(x + width / 2, y + height * part);
    const own = (one) => one && (document.activeElement.contains(one) || one.contains(document.activeElement));
    return [.1, .5, .9].every((part) => !own(at(part))) ? document.activeElement.outerHTML.slice(0, 80) : null;
}"""
FOLDED = """() => [...document.querySelectorAll('main details')].filter((one) => one.checkVisibility()).flatMap(
    (one) => [...one.children].slice(1).filter((part) => !part.getBoundingClientRect().height)
).map((part) => part.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize(("language", "scheme"), [("it", "light"), ("en", "dark")])
def test_in_forced_colours_words_are_read_and_marks_told_apart(tab, site: Site, language, scheme):
    page = tab("about:blank", forced_colors="active", color_scheme=scheme)
    faint, alike, keys = {}, {}, 0
    for path in site.samples(language):
        page.goto(site.url(path))
        faint[path] = page.evaluate(LEGIBLE)
        swatches = page.evaluate(SWATCHES)
        keys += len(swatches)
        alike[path] = [key for key in swatches if len(set(key)) < len(key)]
    assert any_of(faint) == {}
    assert any_of(alike) == {}
    assert keys > 3, "there are pictures to read"


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_400_percent_nothing_spills_and_what_sticks_is_small(tab, site: Site, language):
    page = tab("about:blank", viewport=ZOOMED)
    spilled, large = {}, {}
    for path in site.samples(language):
        page.goto(site.url(path))
        spilled[path] = page.evaluate(SPILLED)
        large[path] = [what for what, height in page.evaluate(STUCK) if height > 1 / 3]
    assert any_of(spilled) == {}
    assert any_of(large) == {}


@pytest.mark.parametrize("viewport", [ZOOMED, {"width": 1280, "height": 800}], ids=["at 400 %", "at 100 %"])
def test_what_sticks_never_hides_the_focus(tab, site: Site, viewport):
    page = tab(site.url(REGISTER["it"]), viewport=viewport, reduced_motion="reduce")
    last = page.locator(".register tbody a").last
    hidden = []
    for key in ("Tab", "Shift+Tab"):
        last.focus() if key == "Shift+Tab" else page.locator(".register thead button").last.focus()
        for _ in range(40):
            page.keyboard.press(key)
            hidden.append(page.evaluate(UNDER))
    assert [one for one in hidden if one] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper_nothing_is_cut_and_all_is_open(tab, site: Site, language):
    page = tab("about:blank", viewport={"width": PAPER, "height": 1000})
    page.emulate_media(media="print")
    cut, folded, folds = {}, {}, 0
    for path in site.samples(language):
        page.goto(site.url(path))
        cut[path] = page.evaluate(SPILLED)
        folded[path] = page.evaluate(FOLDED)
        folds += page.locator("main details:not(.facets):not(.filters)").count()
    assert any_of(cut) == {}
    assert any_of(folded) == {}
    assert folds > 3, "there is something to open"
