"""HTML → its tags, many times as fast as `html.parser`, which the tests compare it with.

Whatever is not closed goes on to the end of the file, so that no input is read twice; the ends of elements are not
looked at.
"""

import re
from html import unescape
from typing import NamedTuple

_ATTRIBUTES = r"""(?:[^>"']++|"[^"]*(?:"|\Z)|'[^']*(?:'|\Z))*+"""
_RAW = "|".join(rf"<{name}(?=[\s/>]){_ATTRIBUTES}>.*?(?:</{name}\s*>|\Z)" for name in ("script", "style"))
_TAG = re.compile(rf"<!--.*?(?:-->|\Z)|{_RAW}|<[a-z][^\s/>]*{_ATTRIBUTES}", re.DOTALL | re.IGNORECASE)
_PARTS = re.compile(rf"<([^\s/>]*)({_ATTRIBUTES})(?:>(.*?)(?:</\1\s*>)?)?", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s=/"'>]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>"']+)))?"""
)


class Tag(NamedTuple):
    """A start tag: its name and the names of its attributes in lower case, and what a script or style holds."""

    name: str
    attributes: dict[str, str]
    text: str = ""


def written_tags(html: str) -> list[str]:
    """The start tags of `html` as they are written, in order and each once; a script or style with what it holds."""
    return [written for written in dict.fromkeys(_TAG.findall(html)) if written[1] != "!"]


def read_tag(written: str) -> Tag:
    """One of the tags as they are written; an attribute without a value has an empty one."""
    match = _PARTS.fullmatch(written)
    assert match
    name, attributes, text = match.groups(default="")
    found: dict[str, str] = {}
    for attribute, double, single, bare in _ATTRIBUTE.findall(attributes):
        found.setdefault(attribute.lower(), unescape(double or single or bare))
    return Tag(name.lower(), found, text)
