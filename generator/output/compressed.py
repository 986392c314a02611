"""Texts once more, compressed, for servers that send `page.html.gz` in place of `page.html`, without the work.

The same text gives the same bytes: neither a time nor a name stands in them.
"""

import gzip
from collections.abc import Iterable, Iterator

TEXTS = {
    "application/geo+json": "geojson",
    "application/json": "json",
    "application/rdf+xml": "rdf",
    "application/xml": "xml",
    "image/svg+xml": "svg",
    "text/calendar": "ics",
    "text/css": "css",
    "text/csv": "csv",
    "text/javascript": "js",
    "text/plain": "txt",
    "text/turtle": "ttl",
    "text/vtt": "vtt",
}
"""Besides HTML, what is sent compressed: its type and its ending."""
GZ = ".gz"
_ENDINGS = ("html", *TEXTS.values())
_LARGE = 1000
"""Bytes from which on it is worth it."""


def is_packed(path: str) -> bool:
    """Whether a file is a text, which is sent compressed."""
    return path.rpartition(".")[2] in _ENDINGS


def compressed(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Of each large text of a site, by its path, the file that is to lie beside it."""
    for path, content in files:
        if len(content) >= _LARGE and is_packed(path):
            yield f"{path}{GZ}", gzip.compress(content, mtime=0)
