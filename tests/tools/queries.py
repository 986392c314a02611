"""How many queries of tests/queries.yaml are answered first by what must be: `python -m tests.tools.queries aside`.

It builds the real site, with its search, in a temporary folder.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.browser.site import CHROMIUM, FLAGS, SEARCH, served
from tests.browser.test_queries import QUERIES, judged
from tests.real import built


def main(names: list[str]) -> None:
    """Tell what is wrong, and how many are right and in the first three."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        with served(built(Path(folder) / "site")) as site:
            for name in names:
                wanted = right = near = 0
                for language, path in SEARCH.items():
                    page = browser.new_page(bypass_csp=True)  # to wait for it
                    page.goto(site.url(path))
                    wrong = judged(page, QUERIES[name][language])
                    wanted += len(QUERIES[name][language])
                    near += sum(place > 0 for place, _ in wrong.values())
                    right += len(QUERIES[name][language]) - len(wrong)
                    for query, (place, found) in wrong.items():
                        print(f"{language} “{query}”: at {place}; {', '.join(found) or 'nothing'}")
                print(f"{name}: {right} of {wanted} first, {right + near} in the first three")


if __name__ == "__main__":
    main(sys.argv[1:] or ["tuned"])
