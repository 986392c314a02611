"""Made-up sites of few and of many records: every page type opens whole on every screen, in both languages."""

from collections.abc import Iterator

import pytest

from tests.browser.site import LANGUAGES, Site, served
from tests.browser.test_accessibility import axe, violations  # noqa: F401  (a fixture)
from tests.browser.visits import SPILLED, few_samples
from tests.full import full_site
from tests.harness import SiteTest
from tests.long import IS_LONG

pytestmark = pytest.mark.browser

RECORDS = (2, 20, 300) if IS_LONG else (20,)
WIDTHS = (320, 390, 768, 1280, 1920) if IS_LONG else (320, 768, 1920)
HOLLOW = """() => {
    const told = [];
    const headings = [...document.querySelectorAll('main :is(h1, h2, h3, h4)')].filter((one) => one.checkVisibility());
    const level = (one) => Number(one.tagName[1]);
    const shows = (range) => {
        const part = range.cloneContents();
        return part.textContent.trim() || part.querySelector('svg, img, input, video, button');
    };
    if (document.querySelectorAll('h1').length !== 1) told.push('not one h1');
    for (const [at, one] of headings.entries()) {
        if (!one.textContent.trim()) told.push('a heading without words');
        if (one.closest('a, summary, figcaption, li')) continue;  // what it is a heading of stands in it, or beside it
        const next = headings[at + 1];
        if (next && level(next) > level(one)) continue;
        const range = document.createRange();
        range.setStartAfter(one);
        next ? range.setEndBefore(next) : range.setEndAfter(document.querySelector('main').lastChild);
        if (!shows(range)) told.push(`nothing under “${one.textContent.trim()}”`);
    }
    for (const one of document.querySelectorAll('main :is(section, ul, ol, dl, table, tbody, figure, p)')) {
        if (one.checkVisibility() && !one.closest('[role=status], [aria-live], .finder')
            && !one.textContent.trim() && !one.querySelector('svg, img, input, video')) {
            told.push(`an empty ${one.tagName.toLowerCase()}.${one.className}`);
        }
    }
    return told;
}"""
"""What a page announces and does not have."""


@pytest.fixture(scope="module", params=RECORDS)
def sized(request, tmp_path_factory) -> Iterator[Site]:
    """A made-up site of so many records."""
    with served(full_site(tmp_path_factory, request.param)) as site:
        yield site


@pytest.mark.parametrize("language", LANGUAGES if IS_LONG else LANGUAGES[:1])
def test_every_page_type_opens_whole_on_every_screen(tab, sized, language):
    page, found, path = tab("about:blank"), {}, ""
    page.on("console", lambda message: found.setdefault(path, []).append(message.text))
    page.on("pageerror", lambda error: found.setdefault(path, []).append(str(error)))
    assert len(sized.samples(language)) > 20
    for path in few_samples(sized, language):
        page.goto(sized.url(path))
        told = page.evaluate(HOLLOW)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            told += [f"{width}: {one}" for one in page.evaluate(SPILLED)]
        if told:
            found.setdefault(path, []).extend(told)
    assert found == {}


def test_axe_finds_nothing_on_any_page_type(tab, sized, axe):  # noqa: F811
    page, found = tab("about:blank", viewport={"width": 390, "height": 844}), []
    for path in few_samples(sized, LANGUAGES[0])[:: 1 if IS_LONG else 6]:  # the real site's are all asked of
        page.goto(sized.url(path))
        found += violations(page, axe)
    assert not found, "\n".join(found)


WIDE = """
| Anno | Attività di divulgazione | Dipartimento responsabile | Finanziamento ottenuto | Partecipanti previsti |
| --- | --- | --- | --- | --- |
| 2025 | Laboratorio per le scuole | Architettura, costruzioni, paesaggio | Fondo comunale di quartiere | studenti |

```
vetrina-costruisce-una-riga-che-non-va-mai-a-capo-e-che-non-sta-in-nessuno-schermo-di-telefono
```
"""


@pytest.mark.parametrize("width", [320, 390, 768])
@pytest.mark.parametrize("text", ["100%", "200%"])
def test_a_wide_table_of_a_text_moves_within_the_page(tab, wide_table, width: int, text: str) -> None:
    page = tab(wide_table.url("accordi/mobilita/"), viewport={"width": width, "height": 900})
    page.evaluate("size => document.documentElement.style.fontSize = size", text)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    box = page.get_by_role("group", name="Tabella")
    box.focus()
    if box.evaluate("one => one.scrollWidth > one.clientWidth"):
        page.keyboard.press("End")
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.activeElement.scrollLeft > 0")
    else:
        assert (width, text) == (768, "100%")


@pytest.fixture(scope="module")
def wide_table() -> Iterator[Site]:
    """A site with a table of five columns, and a line that nothing breaks, in the text of a record."""
    made = SiteTest()
    record = made.root / "content/agreements/mobilita.md"
    made.write("content/agreements/mobilita.md", record.read_text("utf-8") + WIDE)
    with served(made.build().out) as site:
        yield site
