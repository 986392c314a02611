"""Prose → HTML for a page: its link tokens become addresses, its headings find their level."""

import re
from html import escape, unescape

from markupsafe import Markup

from generator.content.prose import Prose
from generator.content.record import Record
from generator.content.values import Ref
from generator.pages.acronyms import acronyms, explained
from generator.pages.context import Context

_HREF = re.compile(r'(<a href|<img[^>]*? src)="([^"]*)"')
_ANCHOR = re.compile(r'(<h[2-6][^>]*?) id="')
_PREFIX = "text-"
"""Sets the ids of the prose's headings apart from those of the page's own parts."""
_HEADING = re.compile(r"(</?h)([2-5])")


def resolved(context: Context, record: Record, prose: Prose, *, inner: bool) -> Markup:
    """The prose of a record; `inner` where it stands under a heading of the page, and its own go one level down."""

    def address(match: re.Match[str]) -> str:
        return f'{match[1]}="{escape(_address(context, record, unescape(match[2])))}"'

    html = _ANCHOR.sub(rf'\1 id="{_PREFIX}', _HREF.sub(address, prose.html))
    if inner:
        html = _HEADING.sub(lambda match: f"{match[1]}{int(match[2]) + 1}", html)
    return Markup(explained(html, acronyms(context, record)))


def _address(context: Context, record: Record, target: str) -> str:
    if target.startswith("ref:"):
        name, _, anchor = target.removeprefix("ref:").partition("#")
        folder, _, id_ = name.partition("/")
        there = context.href(context.showcase[Ref(folder, id_)])
        return f"{there}#{_PREFIX}{anchor}" if anchor else there
    if target.startswith("#"):
        return f"#{_PREFIX}{target[1:]}"
    if target in record.attachments:
        return context.urls.href(context.urls.attachment(record, target))
    return target
