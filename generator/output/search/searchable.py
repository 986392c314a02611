"""A page → what the search has of it: nothing else is given to Pagefind, and nothing else has a page indexed anew.

That is the head's filters and metadata (`<meta name="filter:kind"…>`, `<meta name="result:date"…>`,
or in Pagefind's terms), its description as what a result says, and the body that `data-pagefind-body` marks, without
what is ignored in it.
"""

import re
from collections.abc import Iterator

from generator.machine.memo import digest

_ATTRIBUTES = rb"""(?:[^>"']|"[^"]*"|'[^']*')*"""
_LANGUAGE = re.compile(rb"""<html\b[^>]*\blang=["']?([\w-]+)""", re.IGNORECASE)
_META = re.compile(rb"<meta\b[^>]*\bdata-pagefind-" + _ATTRIBUTES + rb">", re.IGNORECASE)
_OURS = re.compile(rb'<meta name="(filter|result):([\w-]+)" content="([^"]*)">')
_DESCRIPTION = re.compile(rb'<meta name="description"[^>]* content="([^"]*)">')
_TAG = re.compile(rb"<([a-z][a-z0-9]*)\b" + _ATTRIBUTES + rb">", re.IGNORECASE)
_BODY, _IGNORED = b" data-pagefind-body", b" data-pagefind-ignore"
_ASKS = re.compile(rb"\sdata-pagefind-(?!ignore)")
_PAGE = b'<html lang="%s"><head>%s</head><body>%s</body></html>'
_ENTRY, _ENTRY_RANK = b" data-found=", b"2"
"""What marks a part that is found by itself, and the rank that it has."""
_ATTRIBUTE = re.compile(rb'\s(id|data-(?:found|told|kind|among))="([^"]*)"')
_ENTRY_BODY = b'<div data-pagefind-body><h1 data-pagefind-weight="10">%s</h1>%s</div>'
_FILTER = b'<meta data-pagefind-filter="%s[content]" content="%s">'
_METADATUM = b'<meta data-pagefind-meta="%s[content]" content="%s">'
_SAID = {b"filter": _FILTER, b"result": _METADATUM}


def searched_as(html: bytes) -> str:
    """The language in which a page is searched, and what changes when what the search has of it does."""
    told = b"".join((searchable(html), *entries(html).values()))
    return f"{_language(html)} {digest(told.decode())}"


def entries(html: bytes) -> dict[str, bytes]:
    """What a page has that is found by itself, by its anchor, each as a page of its own.

    `data-found` gives its names, the first of which is its title, parted by ` | `; `data-kind` and `data-told` what a
    result shows of it; `data-among` the kind by which it is filtered.
    """
    found = {}
    for start, inside, end in _elements(_ENTRY, html):
        said = dict(_ATTRIBUTE.findall(html, start, inside))
        title, _, names = said[b"data-found"].partition(b" | ")
        metas = {b"kind": said[b"data-kind"], b"facts": said[b"data-told"], b"names": names, b"rank": _ENTRY_RANK}
        head = _FILTER % (b"kind", said[b"data-among"]) + b"".join(_METADATUM % one for one in metas.items())
        told = title, _without_ignored(html[inside:end])
        found[said[b"id"].decode()] = _PAGE % (_language(html).encode(), head, _ENTRY_BODY % told)
    return found


def searchable(html: bytes) -> bytes:
    """The same page for the search, without what can make no difference to it; nothing of one without a body for it."""
    head, _, rest = html.partition(b"</head>")
    bodies = list(_elements(_BODY, rest))
    ours = [_SAID[use] % (name, value) for use, name, value in _OURS.findall(head)]
    if ours and (described := _DESCRIPTION.search(head)):
        ours.append(_METADATUM % (b"summary", described[1]))
    metas = b"".join((*ours, *_META.findall(head)))
    outside, at = [_META.sub(b"", head)], 0
    for start, _, end in bodies:
        outside.append(rest[at:start])
        at = end
    outside.append(rest[at:])
    if any(map(_ASKS.search, outside)):
        return html  # filters and metadata that stand elsewhere
    told = b"".join(_without_ignored(rest[start:end]) for start, _, end in bodies)
    return _PAGE % (_language(html).encode(), metas, told)


def _language(html: bytes) -> str:
    """As Pagefind names it."""
    found = _LANGUAGE.search(html)
    return found[1].decode().lower() if found else "unknown"


def _without_ignored(html: bytes) -> bytes:
    """The tags of what is ignored stay: they part what stands before them from what comes after."""
    told, at = [], 0
    for start, inside, end in _elements(_IGNORED, html):
        if not _ASKS.search(html, start, end):
            told.append(html[at:inside])
            at = html.rindex(b"<", inside, end) if end > inside else end
    return b"".join((*told, html[at:]))


def _elements(mark: bytes, html: bytes) -> Iterator[tuple[int, int, int]]:
    """Where each element with a mark starts, where its opening tag ends, and where the element does; none that stands
    in another."""
    at = 0
    while (at := html.find(mark, at)) >= 0:
        tag = _TAG.match(html, max(html.rfind(b"<", 0, at), 0))
        at += len(mark)
        if not tag or tag.end() < at:
            continue  # it stands in a text
        depth, at = 1, tag.end()
        for other in re.compile(rb"<(/?)%s\b[^>]*>" % tag[1], re.IGNORECASE).finditer(html, at):
            depth += -1 if other[1] else 1
            if not depth:
                at = other.end()
                break
        yield tag.start(), tag.end(), at
