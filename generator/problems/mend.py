"""The exact mend of a mistake, as data: where, and what is to stand there. `content/mending.py` does it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

Where = tuple[str | int, ...]
"""The way to a value of a file’s facts: keys and positions in lists."""


class ValueMend(NamedTuple):
    """Another value in place of the one that stands there."""

    way: Where
    written: Any
    """As YAML has it; None where only who knows what there is can tell."""


class GapMend(NamedTuple):
    """A value that says that nobody knows it goes, and its field is listed."""

    way: Where
    listing: Where
    field: str


class KeyMend(NamedTuple):
    """Another name for a field."""

    way: Where
    key: str


class SignMend(NamedTuple):
    """Other signs in place of those at the place of the problem."""

    old: str
    new: str


class LineMend(NamedTuple):
    """Another line in place of the one with the problem, each without its indentation."""

    old: str
    new: str


class NameMend(NamedTuple):
    """Another path for the file."""

    path: str


Mend = ValueMend | GapMend | KeyMend | SignMend | LineMend | NameMend
_MENDS: Mapping[str, type[Any]] = {
    one.__name__: one for one in (ValueMend, GapMend, KeyMend, SignMend, LineMend, NameMend)
}
_WAYS = ("way", "listing")


def plain(mend: Mend | None) -> tuple[Any, ...]:
    """A mend as JSON has it."""
    return (type(mend).__name__, *mend) if mend else ()


def mend_of(written: tuple[Any, ...]) -> Mend | None:
    """The mend that `plain` told of."""
    if not written:
        return None
    kind = _MENDS[written[0]]
    parts = zip(kind._fields, written[1:], strict=True)
    found: Mend = kind(*(tuple(part) if name in _WAYS else part for name, part in parts))
    return found
