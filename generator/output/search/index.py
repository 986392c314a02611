"""Pages → the search bundle, and proof that the pages found are the pages there are."""

import re
from collections.abc import Mapping

from generator.output.errors import OutputError
from generator.output.search import normalise, pagefind
from generator.problems.problem import Place, problem

_INDEX = "/index.html"
_ELISION = re.compile(
    r"<[^>]*>|(?<=[b-df-hj-np-tv-z])(?P<apostrophe>’|'|&#39;)(?=[aeiouàèéìòùh])",
    re.IGNORECASE,
)
_PARTING = "\u2060 "
"""What parts an elided word from the next: search.js takes it away again from what it shows."""


def build_index(pages: Mapping[str, bytes], bundle: str) -> dict[str, bytes]:
    """Index `pages` (output path → HTML), each in the language of its `<html lang>`.

    The result are the files the browser asks for, in the folder `bundle` ("pagefind/"): its name begins with
    "pagefind", from which the browser's side learns where the site begins. Words that Italian elides (l’università)
    are parted from the next, which Pagefind would not find. The same pages give the same bytes; no pages, no bundle.

    Raises OutputError with a `search-incomplete` for every page that cannot be found, SetupError when Pagefind
    is missing or fails.
    """
    if not pages:
        return {}
    files = pagefind.run({path: _parted(html) for path, html in pages.items()})
    expected = {_url(path): path for path in pages}
    astray = sorted(expected.keys() ^ normalise.pages(files).keys())
    if astray:
        paths = [expected.get(url, url) for url in astray]
        raise OutputError(*(problem("search-incomplete", Place(path), page=path) for path in paths))
    return {f"{bundle.strip('/')}/{name}": data for name, data in normalise.canonical(files).items()}


def _parted(html: bytes) -> bytes:
    return _ELISION.sub(lambda match: match[0] + _PARTING if match["apostrophe"] else match[0], html.decode()).encode()


def _url(path: str) -> str:
    """What Pagefind calls the page of the file `path`."""
    url = f"/{path}"
    return f"{url.removesuffix(_INDEX)}/" if url.endswith(_INDEX) else url
