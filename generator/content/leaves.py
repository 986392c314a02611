"""A record as single values: an entry of a list is known by what it names, the text by its paragraphs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.content.freshness import paragraphs_of
from generator.content.nodes import Location, Value

Leaf = tuple[str, ...]
TEXT_NAME = "text"
"""What the text below the facts is called, where fields are."""
_NAMES = ("year", "id", "name")
"""The keys by which an entry is known; without them, the first of its values."""


def leaves(facts: Mapping[str, Value], text: str) -> dict[Leaf, tuple[str, Location]]:
    """Each value with its place among the facts; a group or a list is a value, too, that is there or not."""
    found = dict(_leaves(dict(facts), (), ()))
    if text:
        found[(TEXT_NAME,)] = ("", (TEXT_NAME,))
        found |= {(TEXT_NAME, paragraph): ("", (TEXT_NAME,)) for paragraph in paragraphs_of(text)}
    return found


def _leaves(value: Value, leaf: Leaf, location: Location) -> Iterator[tuple[Leaf, tuple[str, Location]]]:
    yield leaf, (value if isinstance(value, str) else "", location)
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*leaf, key), (*location, key))
    elif isinstance(value, list):
        for number, (name, inner) in enumerate(zip(_names(value), value, strict=True)):
            yield from _leaves(inner, (*leaf, name), (*location, number))


def _names(entries: Sequence[Value]) -> Iterator[str]:
    """What each entry of a list is known by; the second of one name with its number."""
    seen = Counter[str]()
    for entry in entries:
        name = _name(entry)
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})"


def _name(entry: Value) -> str:
    if isinstance(entry, str):
        return entry
    inner = [entry[key] for key in _NAMES if key in entry] + [*entry.values()] if isinstance(entry, dict) else entry
    return next((one for one in inner if isinstance(one, str)), "")
