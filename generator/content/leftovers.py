"""What a merge, a paste or a slip leaves in a file: found before anything is made of it, and told once."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from generator.content.as_meant import FENCES
from generator.content.meant_field import meant_field
from generator.content.nodes import Value, read_yaml
from generator.fields.called import fields_called
from generator.fields.declare import Group
from generator.fields.types import FieldType, RefusedError
from generator.problems.spelling import named_so

_MARKER = re.compile(r"^(?:<{7}|>{7}|\|{7})(?= |$)|^={7}$", re.MULTILINE)
_UNDERLINE = "======="
"""A marker of a conflict, and what makes a heading of the line above it."""
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Signs without width, the hyphen that only shows where a line ends, ends of lines that only some programs know, those
that turn the direction of reading.
"""
WIDE_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""What a set of signs has for spaces of other widths than the common one."""
_WIDE = re.compile(rf"^[ \t-]*(?:[\w-]+:[ \t]*)?[{WIDE_SPACES}]", re.MULTILINE)
"""What looks like a space and is none, where YAML wants one."""
_FACT = re.compile(
    r"\s*(?P<entry>(?:[-*+•]|[0-9]+[.)])\s+|)(?P<marks>\*\*|__|[*_`]|)(?P<name>[a-z]+(?:_[a-z]+)*)"
    r"(?:(?P=marks):|:(?P=marks))(?:\s+(?P<value>.*)|$)"
)
"""A line with a fact, be it an entry of a list or with its name between signs of emphasis."""
_DASHES = "---"
_WORDS = "Words, as in prose."
"""What only a type for words reads."""


class Leftover(NamedTuple):
    """What is left, and where: its position in the text, from 0."""

    code: str
    at: int
    sign: str = ""
    meant: tuple[str, ...] = ()
    """The field that is called so."""


def conflict(text: str) -> Leftover | None:
    """The first marker of a conflict between two versions; a line of equal signs alone may underline a heading."""
    markers = list(_MARKER.finditer(text))
    for match in markers:
        above = text[: max(match.start() - 1, 0)].rpartition("\n")[2].strip()
        if match[0] != _UNDERLINE or not above or any(other[0] != _UNDERLINE for other in markers):
            return Leftover("merge-conflict", match.start())
    return None


def invisible(text: str, facts: str) -> Leftover | None:
    """The first sign that nobody sees; in the facts, also what looks like a space and is none."""
    match = _INVISIBLE.search(text)
    wide = _WIDE.search(facts)
    if wide and not (match and match.start() < wide.end()):
        return Leftover("invisible-sign", wide.end() - 1, text[wide.end() - 1])
    return Leftover("invisible-sign", match.start(), match[0]) if match else None


def facts_below(body: str, *models: type[Group]) -> Leftover | None:
    """The first fact of a model that stands in the text, not in code; after a line of dashes, a second record.

    Where a paragraph begins, the name of a field tells it; anywhere, a name that no prose has, or a value that its type
    reads, also under what a field is called.
    """
    if ":" not in body:
        return None
    at, before, dashes, fence = 0, "", -1, ""
    for line in body.split("\n"):
        if fence or line.startswith(FENCES):
            fence = "" if fence and line.startswith(fence) else fence or line[:3]
        elif (match := _FACT.match(line)) and (name := _field(match, models, begins=not before)):
            called = match["name"]
            meant = (name,) if name != called else ()
            return Leftover("second-record", dashes) if dashes >= 0 else Leftover("facts-in-text", at, called, meant)
        if line.rstrip() == _DASHES:
            dashes, before = at, ""
        elif line.strip():
            dashes, before = -1, line
        else:
            before = ""
        at += len(line) + 1
    return None


def _field(line: re.Match[str], models: Iterable[type[Group]], *, begins: bool) -> str:
    """The field that a line fills, under its name or what it is called; "" where it may be prose."""
    name, begins = line["name"], begins and not line["entry"] and not line["marks"]
    for model in models:
        if name in model.declared and (begins or "_" in name):
            return name
        if "_" in name:
            meant = meant_field(name, model)
        else:
            meant = tuple(
                one
                for one in (named_so(name, fields_called(model)),)
                if one and _fills(model, one, line["value"] or "")
            )
        if meant:
            return meant[0]
    return ""


def _fills(model: type[Group], name: str, written: str) -> bool:
    """Whether the field reads what stands after the colon, and would not read just any words."""
    is_a, read = model.declared[name].is_a, read_yaml(f"{name}: {written}", "")[0].value
    return any(_is_read(is_a, value) for value in read.values()) and not _is_read(is_a, _WORDS)


def _is_read(is_a: FieldType[object], value: Value) -> bool:
    try:
        is_a.read(value)
    except RefusedError:
        return False
    return True
