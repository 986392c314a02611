"""What a merge, a paste or a slip leaves in a file: found before anything is made of it, and told once."""

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

from generator.content.as_meant import FENCES
from generator.content.meant_field import meant_field
from generator.content.nodes import Value, read_yaml
from generator.fields.called import fields_called
from generator.fields.declare import Group
from generator.fields.references import Reference
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
_GARBLED = re.compile(r"[ÂÃ][^\x00-\x7f]|â[^\x00-\x7f]{2}|ð[^\x00-\x7f]{3}|(?<=[a-z])Ã(?= )")
"""Letters and signs in UTF-8 that were read byte by byte; of “à” the second is a space, often a common one."""
_LOST = "\ufffd"
"""What a program writes for a letter that it cannot read."""
_FACT = re.compile(
    r"\s*(?P<entry>(?:[-*+•]|[0-9]+[.)])\s+|)(?P<marks>\*\*|__|[*_`\"']|)"
    r"(?P<name>[^\W\d_]+(?:[_-][^\W\d_]+)*(?: [^\W\d_]+){0,3})"
    r"(?:(?P=marks) ?:|:(?P=marks))(?:\s+(?P<value>.*)|$)"
)
"""A line with a fact, be it an entry of a list or with its name between signs of emphasis."""
_QUOTES = ("", '"', "'")
"""What may stand around a name in YAML."""
_DASHES = "---"
_WORDS = "Words, as in prose."
"""What only a type for words reads."""


class Leftover(NamedTuple):
    """What is left, and where: its position in the text, from 0."""

    code: str
    at: int
    sign: str = ""
    meant: tuple[str, ...] = ()
    """The field that is called so, or the letter that it was."""


def conflict(text: str) -> Leftover | None:
    """The first marker of a conflict between two versions; a line of equal signs alone may underline a heading."""
    markers = list(_MARKER.finditer(text))
    for match in markers:
        if (
            match[0] != _UNDERLINE
            or not _is_title(text, match.start())
            or any(other[0] != _UNDERLINE for other in markers)
        ):
            return Leftover("merge-conflict", match.start())
    return None


def _is_title(text: str, at: int) -> bool:
    """Whether the line above a place is one by itself that no sign of a sentence ends."""
    before, _, above = text[: max(at - 1, 0)].rpartition("\n")
    return (
        above.strip() != "" and above.rstrip()[-1] not in ".,;:" and before.rpartition("\n")[2].strip() in ("", "---")
    )


def invisible(text: str, facts: str) -> Leftover | None:
    """The first sign that nobody sees; in the facts, also what looks like a space and is none."""
    match = _INVISIBLE.search(text)
    wide = _WIDE.search(facts)
    if wide and not (match and match.start() < wide.end()):
        return Leftover("invisible-sign", wide.end() - 1, text[wide.end() - 1])
    return Leftover("invisible-sign", match.start(), match[0]) if match else None


def garbled(text: str) -> Leftover | None:
    """The first letter or sign that was read in another encoding than it is written in, and which it was; or the sign
    that a program put where it could read none.
    """
    if (lost := text.find(_LOST)) >= 0:
        return Leftover("lost-letter", lost, _LOST)
    for match in _GARBLED.finditer(text):
        with suppress(UnicodeError):
            read = match[0] if len(match[0]) > 1 else f"{match[0]}\u00a0"
            return Leftover("garbled-letters", match.start(), match[0], (read.encode("cp1252").decode(),))
    return None


def facts_below(body: str, *models: type[Group]) -> Leftover | None:
    """The first fact of a model that stands in the text, not in code; after a line of dashes, a second record.

    Where a paragraph begins, the name of a field tells it, or what it is called, in small letters; anywhere, a name
    that no prose has, or a value that its type reads or a person can, also under what a field is called.
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
    written, is_plain = line["name"], not line["entry"] and line["marks"] in _QUOTES
    name, is_small = written.lower().replace("-", "_"), written == written.lower()
    for model in models:
        if name in model.declared and ("_" in name or (begins and is_plain and is_small)):
            return name
        if "_" in written:
            if meant := meant_field(name, model):
                return meant[0]
        elif (is_plain or (is_small and " " not in written)) and (one := named_so(written, fields_called(model))):
            is_called = begins and is_plain and is_small and " " not in written
            if is_called or _fills(model, one, line["value"] or ""):
                return one
    return ""


def _fills(model: type[Group], name: str, written: str) -> bool:
    """Whether the field reads what stands after the colon, and would not read just any words."""
    is_a, read = model.declared[name].is_a, read_yaml(f"{name}: {written}", "")[0].value
    return any(_is_read(is_a, value) or _is_meant(is_a, value) for value in read.values()) and not _is_read(
        is_a, _WORDS
    )


def _is_meant(is_a: FieldType[object], value: Value) -> bool:
    """Whether a person reads it as a value; two words are seldom meant for two ids."""
    return isinstance(value, str) and not isinstance(is_a, Reference) and is_a.mend(value) != ""


def _is_read(is_a: FieldType[object], value: Value) -> bool:
    try:
        is_a.read(value)
    except RefusedError:
        return False
    return True
