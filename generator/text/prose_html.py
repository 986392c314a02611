"""Prose → HTML for a page: links find their addresses, headings their level, pictures their sizes and their credit."""

import re
from functools import partial
from html import escape, unescape

from markupsafe import Markup

from generator.content.brief import ref_of
from generator.content.prose import Prose, picture_of
from generator.content.record import AnyRecord
from generator.fields.values import Ref
from generator.text.acronyms import acronyms, explained
from generator.text.anchors import OF_TEXT, text_anchor
from generator.text.context import Context
from generator.text.images import address, picture
from generator.text.meanings import glossed
from generator.view.parts import Passages, Picture

_TO_RECORD = re.compile(r'<a href="ref:([^"#]+)[^>]*>(.*?)</a>', re.DOTALL)
_HREF = re.compile(r'<a href="([^"]*)"')
_ANCHOR = re.compile(r'(<(?:h[2-6]|li|sup)\b[^>]*?) id="')
_PICTURES = re.compile(r"<p>\s*((?:<img[^>]*>\s*)+)</p>|(<img[^>]*>)")
"""Pictures that have a paragraph to themselves, or one in the midst of words."""
_PICTURE = re.compile(r"<img[^>]*>")
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_HEADING = re.compile(r"(</?h)([2-5])")
_PARTS = re.compile(r"<h[2-6]\b|<(?P<closes>/?)(?P<nests>blockquote|[dou]l|div|table)\b")
"""Where a part of the text begins, and what may hold a heading within."""


def passages(context: Context, record: AnyRecord, prose: Prose, *, inner: bool, told: str = "") -> Passages:
    """The prose of a record; `inner` where it stands under a heading of the page, and its own go one level down.

    `told` is a word that the page has explained before it. What stands under a heading of the page explains itself.
    """

    def linked(match: re.Match[str]) -> str:
        return f'<a href="{escape(_address(context, record, unescape(match[1])))}"'

    html = _ANCHOR.sub(rf'\1 id="{OF_TEXT}', _HREF.sub(linked, _TO_RECORD.sub(partial(_told, context), prose.html)))
    if inner:
        html = _HEADING.sub(lambda match: f"{match[1]}{int(match[2]) + 1}", html)
    else:
        html = glossed(context, html, record.ref.id, but=told)
    html = explained(html, acronyms(context, record))
    name = escape(context.words.text("Table"))
    html = _TABLE.sub(rf'<div class="wide" role="group" tabindex="0" aria-label="{name}">\g<0></div>', html)
    found: list[Markup | Picture] = []
    end = 0
    for match in _PICTURES.finditer(html):
        found.append(Markup(html[end : match.start()]))
        for tag in _PICTURE.findall(match[0]):
            file, alt, credit = picture_of(tag)
            found.append(picture(context, record, file, alt, credit, inline=match[2] is not None))
        end = match.end()
    return (*found, Markup(html[end:]))


def parted(told: Passages) -> tuple[Passages, Passages]:
    """What stands before the first heading of a text, and what stands from there on."""
    depth = 0
    for at, one in enumerate(told):
        if isinstance(one, Picture):
            continue
        for match in _PARTS.finditer(one):
            if match["nests"]:
                depth += -1 if match["closes"] else 1
            elif not depth:
                before, after = Markup(one[: match.start()]), Markup(one[match.start() :])
                return (*told[:at], *((before,) if before.strip() else ())), (after, *told[at + 1 :])
    return told, ()


def _told(context: Context, match: re.Match[str]) -> str:
    """A link to a record; the words alone where that is told on this very page, having none of its own."""
    return match[2] if context.showcase.told_in(ref_of(match[1])) else match[0]


def _address(context: Context, record: AnyRecord, target: str) -> str:
    if target.startswith("ref:"):
        name, _, anchor = target.removeprefix("ref:").partition("#")
        folder, _, id_ = name.partition("/")
        there = context.href(context.showcase[Ref(folder, id_)])
        return f"{there}#{text_anchor(anchor)}" if anchor else there
    if target.startswith("#"):
        return f"#{text_anchor(target[1:])}"
    if target in record.attachments:
        return context.urls.href(address(context.urls, record, target))
    return target
