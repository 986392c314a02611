"""Letters of twice the size, as Firefox and phones can give text alone: on no page a word is broken or cut."""

import pytest

from tests.browser.site import LANGUAGES
from tests.browser.test_chrome import BROKEN, LARGE
from tests.browser.visits import SPILLED

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_no_page_type_a_word_is_broken(tab, site, language):
    page, found = tab("about:blank"), {}
    for path in site.samples(language):
        page.goto(site.url(path))
        page.evaluate(LARGE)
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            if told := page.evaluate(BROKEN, "main") + page.evaluate(SPILLED):
                found[path, width] = told
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_narrowest_screen_nothing_is_cut(tab, site, language):
    page, found = tab("about:blank", viewport={"width": 320, "height": 800}), {}
    for path in site.samples(language):
        page.goto(site.url(path))
        page.evaluate(LARGE)
        if told := page.evaluate(SPILLED):
            found[path] = told
    assert found == {}
