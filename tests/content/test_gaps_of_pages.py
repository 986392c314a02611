"""Every page of the demonstration says once what is not known, and explains each dash."""

from tests.content.conftest import Pages, nothing
from tests.gaps import faults


def test_no_page_says_a_gap_twice(pages: Pages) -> None:
    found = {}
    for path in pages.files:
        html = pages.html(path) if path.endswith(".html") and path != "404.html" else ""
        told = faults(html, "en" if path.startswith("en/") else "it") if "<main" in html else []
        if "/dossier/" in path:  # it tells of each of its records what is not known
            told = [one for one in told if not one.endswith("closing lines")]
        if told:
            found[path] = told
    nothing(found)
