"""Markdown → HTML by the library, without the processors that a text has no sign of: the same HTML, in less time.

A processor whose sign is nowhere in a text does nothing to it but search each piece. So there is a reader for each set
of signs that texts hold, made when one first comes: a fraction of what its text takes to read.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import markdown

from generator.content.as_meant import FENCES
from generator.content.list_numbers import ListNumbers

_EXTENSIONS = ("tables", "def_list", "abbr", "sane_lists", "attr_list", "toc", "footnotes", "fenced_code")
_CONTENTS = "[TOC]"
"""What stands for a list of the headings."""
_LINK, _IMAGE, _EMPHASIS, _SPACES, _NOTE = ("[",), ("![",), ("*", "_"), ("  ", "\t"), ("[^",)
Signs = Mapping[str, tuple[str, ...]]
"""By the library's name of a processor, what one of must stand in a text for it to matter."""
_INLINE: Signs = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": _NOTE,
    **dict.fromkeys(("reference", "link", "short_reference"), _LINK),
    **dict.fromkeys(("image_link", "image_reference", "short_image_ref"), _IMAGE),
    **dict.fromkeys(("autolink", "automail"), ("<",)),
    "linebreak": _SPACES,
    "entity": ("&",),
    **dict.fromkeys(("not_strong", "em_strong", "em_strong2"), _EMPHASIS),  # of which newer versions have one
}
_BLOCKS: Signs = {
    **dict.fromkeys(("indent", "code"), _SPACES),
    "footnote": _NOTE,
    "table": ("|",),
    "hashheader": ("#",),
    "setextheader": ("=", "-"),
    "hr": ("-", *_EMPHASIS),
    **dict.fromkeys(("deflist", "defindent"), (":",)),
    "quote": (">",),
    "abbr": ("*[",),
    "reference": _LINK,
}
_TREE: Signs = {
    **dict.fromkeys(("footnote", "footnote-duplicate"), _NOTE),
    "attr_list": ("{",),
    "abbr": ("*[",),
    "toc": ("#", "=", "-", _CONTENTS),
    "unescape": ("\\",),
}
_ALL = sorted({*FENCES, *(sign for signs in (_INLINE, _BLOCKS, _TREE) for one in signs.values() for sign in one)})
_NOTES: dict[str, Any] = {"BACKLINK_TITLE": "", "SEPARATOR": "-"}
"""Notes have no hover text, and names that can stand in an address as they are."""
_TABLES: dict[str, Any] = {"use_align_attribute": True}
_READERS = 256


def to_html(text: str) -> str:
    """The HTML of a Markdown text; raw HTML in it is text. Raises RecursionError where it is nested too deep."""
    try:
        return _reader(frozenset(sign for sign in _ALL if sign in text)).reset().convert(text)
    except RecursionError:
        _reader.cache_clear()  # its parser is left half-way through
        raise


@lru_cache(_READERS)
def _reader(there: frozenset[str]) -> markdown.Markdown:
    """The library for texts that hold these signs and no other."""
    marker = _CONTENTS if _CONTENTS in there else ""
    settings: dict[str, dict[str, Any]] = {"toc": {"marker": marker}, "tables": _TABLES, "footnotes": _NOTES}
    extensions = (*_EXTENSIONS, ListNumbers())
    reader = markdown.Markdown(extensions=extensions, extension_configs=settings, output_format="html")
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    found: tuple[tuple[Any, Signs], ...] = (
        (reader.preprocessors, {"fenced_code_block": FENCES}),
        (reader.inlinePatterns, _INLINE),
        (reader.parser.blockprocessors, _BLOCKS),
        (reader.treeprocessors, _TREE),
    )
    for processors, signs in found:
        for name, any_of in signs.items():
            if there.isdisjoint(any_of):
                processors.deregister(name, strict=False)
    return reader
