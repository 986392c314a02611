from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import LANGUAGES, REGISTER, SEARCH, do_without
from tests.browser.visits import few_samples
from tests.long import IS_LONG

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
ASKED = "axe.run(document, %s).then((told) => told.violations)"
SCHEMES = {
    "light": "{resultTypes: ['violations'], selectors: false, rules: {'target-size': {enabled: true}}}",
    "dark": "{resultTypes: ['violations'], selectors: false, runOnly: ['color-contrast', 'link-in-text-block']}",
}
"""What is asked of a page in each scheme; in the second only its colours are others. We tell elements by their HTML."""
ENOUGH = 3
THINNED = """(enough) => {
    const named = new Set([...document.querySelectorAll('*')].flatMap((one) =>
        ['for', 'headers', 'list', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-details']
            .flatMap((name) => one.getAttribute(name)?.split(' ') ?? [])));
    const styles = /^(class|style|role|aria-(?!label)|data-(state|said|lights|tiles)|tabindex|lang|type|scope|hidden)/;
    const attributes = (one) => one.getAttributeNames().map((name) => {
        const value = one.getAttribute(name);
        return `${name}=${styles.test(name) ? value : !!value + (name === 'href' && value.startsWith('http'))}`;
    }).join(' ');
    const shape = (one) => [one.localName, attributes(one), ...[...one.childNodes].map((node) =>
        node.nodeType === Node.ELEMENT_NODE ? shape(node) : node.data.trim() && 'words')].join('<') + '>';
    const count = (seen, like) => (seen[like] = (seen[like] ?? 0) + 1);
    const everywhere = {};
    const thin = (parent, way) => {
        const beside = {};
        for (const one of [...parent.children].filter((child) => !child.matches('svg, dialog, .finder'))) {
            const like = shape(one), item = one.matches('li + li, p + p, tbody tr + tr');
            const [near, far] = [count(beside, like), count(everywhere, way + like)];
            if (near <= enough && !(item && far > enough)) thin(one, `${way}/${one.localName}[${attributes(one)}]`);
            else if (![one, ...one.querySelectorAll('[id]')].some(({id}) => named.has(id))) one.remove();
        }
    };
    for (const main of document.querySelectorAll('main')) thin(main, '');
}"""
"""Of what stands side by side and has one shape (elements, what gives them their style and their roles, words or none),
such as the rows of a list, three stay, and of further lists alike the first row; what labels another stays.
"""


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.exists():
        do_without("there is no axe-core: npm install --prefix tests/browser")
    return AXE.read_text("utf-8")


def violations(page: Page, axe: str, schemes: Iterable[str] = SCHEMES) -> list[str]:
    """What axe-core finds on a page, in the light and in the dark: page, scheme, rule, element.

    It asks of ten rows of one shape what it asks of the first: `make test` leaves it three, `make test-long` all.
    """
    if not IS_LONG:
        page.evaluate(THINNED, ENOUGH)
    page.evaluate(axe)
    found = []
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        for rule in page.evaluate(ASKED % SCHEMES[scheme]):
            found += [f"{page.url}, {scheme}: {rule['id']}: {node['html'][:160]}" for node in rule["nodes"]]
    return found


ROW = "<li><a href='#{at}'>A name</a></li>"
ODD = (
    "<li class=odd><a href='#x'>A name</a></li>",
    "<li><a href='#y'></a></li>",
    "<li><a href='#z'>A name</a><b>More</b></li>",
    "<li id=called>A name</li>",
)


def test_what_is_thinned_keeps_one_of_each_shape_and_what_is_referred_to(tab):
    page = tab("about:blank")
    alike = "".join(ROW.format(at=at) for at in range(10))
    labelled = "<p aria-labelledby=called>Words</p>"
    named = "".join(f"<li id={name}>A name</li>" for name in ("a", "b", "c", "d"))
    page.set_content(f"<main>{labelled}<ul>{alike}{''.join(ODD[:3])}{named}{ODD[3]}</ul></main>")
    page.evaluate(THINNED, ENOUGH)
    assert page.locator("li").evaluate_all("all => all.map((one) => one.querySelector('a')?.hash ?? one.id)") == [
        *("#0", "#1", "#2"),
        *("#x", "#y", "#z"),
        *("a", "b", "c"),
        "called",
    ]


@pytest.mark.parametrize(("language", "width"), [("it", 390), ("en", 1280)])
def test_axe_finds_nothing_on_a_page_of_each_kind(tab, site, axe, language, width):
    page = tab("about:blank", viewport={"width": width, "height": 900})
    samples = few_samples(site, language)
    assert {SEARCH[language], REGISTER[language]} <= set(samples)
    found = []
    for number, path in enumerate(samples):
        page.goto(site.url(path))
        found += violations(page, axe, SCHEMES if IS_LONG or number % 4 == 1 else ["light"])
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("language", "width"), [("it", 1280), ("en", 390)])
def test_axe_finds_nothing_on_results_and_filters(tab, site, axe, language, width):
    page = tab(site.url(f"{SEARCH[language]}?q=bicocca"), viewport={"width": width, "height": 900})
    expect(page.locator(".results li").first).to_be_visible()
    page.locator(".filters").evaluate("filters => (filters.open = true)")
    found = violations(page, axe)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("language", "width"), [("it", 390), ("en", 1280)])
@pytest.mark.parametrize("query", ["bicocca", "qzxwvk"])
def test_axe_finds_nothing_on_the_overlay(tab, site, axe, language, width, query):
    page = tab(site.url(REGISTER[language]), viewport={"width": width, "height": 900})
    page.keyboard.press("Control+k")
    page.locator("dialog input[name=q]").fill(query)
    expect(page.locator("dialog :is(.results, .instead) li:visible").first).to_be_visible()
    if query == "bicocca":
        page.locator("dialog .filters").evaluate("filters => (filters.open = true)")
    found = violations(page, axe)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_visible_in_the_overlay(tab, site, scheme):
    page = tab(site.url(REGISTER["it"]), color_scheme=scheme)
    page.keyboard.press("Control+k")
    page.locator("dialog input[name=q]").fill("bicocca")
    expect(page.locator("dialog .results li").first).to_be_visible()
    stops = []
    while (stop := page.evaluate(MARKED)) is None or stop["what"] not in [one["what"] for one in stops]:
        stops += [stop] if stop else []
        page.keyboard.press("Tab")
    assert len(stops) > 20
    assert [stop["what"] for stop in stops if not (stop["marked"] and stop["seen"])] == []


def test_the_schemes_differ(tab, site):
    page = tab(site.url())
    grounds = set()
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        grounds.add(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
    assert len(grounds) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_key_leads_past_the_header(tab, site, language):
    page = tab(site.url(REGISTER[language]))
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.get_attribute("href") == "#main"
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


MARKED = """() => {
    const at = document.activeElement;
    const marked = (element) => {
        const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(element);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\\)$|transparent/.test(outlineColor);
    };
    const seen = at.getBoundingClientRect();
    if (at === document.body) return null;
    return {
        what: at.outerHTML.slice(0, 120),
        marked: marked(at) || marked(at.parentElement),
        seen: seen.width > 1 && seen.height > 1,
    };
}"""


READERS = {"light": {"color_scheme": "light"}, "dark": {"color_scheme": "dark"}, "forced": {"forced_colors": "active"}}
STOPS = [(path, colours) for path in ("", SEARCH["it"], "accordi/bicocca-polito/", "404.html") for colours in READERS]
"""Each of these pages in each of these ways; in `make test` in every other one."""


@pytest.mark.parametrize(("path", "colours"), STOPS if IS_LONG else STOPS[::2])
def test_the_focus_is_visible_and_never_trapped(tab, site, path, colours):
    page = tab(site.url(path), **READERS[colours])
    links = page.locator("a[href]:not([tabindex='-1']):visible, button:visible, input:visible, summary:visible").count()
    stops = []
    for _ in range(400):
        page.keyboard.press("Tab")
        if (stop := page.evaluate(MARKED)) is None:
            break
        stops.append(stop)
    else:
        pytest.fail(f"{path}: Tab never leaves the page")
    assert len(stops) >= links > 10
    assert [stop["what"] for stop in stops if not (stop["marked"] and stop["seen"])] == []
