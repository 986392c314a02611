"""Every page of the demonstration says once what is not known, and explains each dash."""

from tests.content.conftest import Pages, nothing
from tests.gaps import faults


def test_no_page_says_a_gap_twice(pages: Pages) -> None:
    found = {}
    for path in pages.files:
        html = pages.html(path) if path.endswith(".html") and path != "404.html" else ""
        if "<main" in html and (told := faults(html, "en" if path.startswith("en/") else "it")):
            found[path] = told
    nothing(found)
