"""What can be touched is 24 pixels wide and high, but for links in the midst of a sentence, which its lines hold."""

import pytest

from tests.browser.site import LANGUAGES

pytestmark = pytest.mark.browser

NARROW = """() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 3;
    const inSentence = (one) => !one.closest('.ref') && [...one.parentElement.childNodes].some(isText);
    return [...document.querySelectorAll('main :is(a[href], button, summary):not([tabindex="-1"], .unseen *, svg *)')]
        .filter((one) => one.checkVisibility() && !inSentence(one))
        .map((one) => [one.getBoundingClientRect(), one])
        .filter(([{width, height}]) => width && (width < 23.9 || height < 23.9))
        .map(([{width, height}, one]) => `${Math.round(width)} x ${Math.round(height)}: ${one.outerHTML.slice(0, 90)}`);
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_no_page_type_a_target_is_small(tab, site, language):
    page, found = tab("about:blank", viewport={"width": 390, "height": 844}), {}
    for path in site.samples(language):
        page.goto(site.url(path))
        if told := page.evaluate(NARROW):
            found[path] = told
    assert found == {}
