"""The content model of now, as last read and accepted: a change of it is a change for owners.

`pytest --accept` accepts what is declared. Words are left out: they may be corrected at any time.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar, get_origin, get_type_hints

import pytest

from generator.content.settings import Settings
from generator.content.style import StyleSheet
from generator.content.vocabularies import Vocabulary
from generator.fields.choices import Choice
from generator.fields.declare import Backlink, Field, Group, GroupOf, Property
from generator.fields.references import Reference, TermType
from generator.fields.types import FieldType, ListOf
from generator.kinds.base import Dated, Kind
from generator.kinds.catalogue import KINDS
from generator.kinds.facets import Facet
from generator.kinds.intro import Intro
from generator.kinds.translation import Translation

GOLDEN = Path(__file__).parent / "model.txt"
WORDS = {
    "name",
    "label",
    "missing",
    "help",
    "example",
    "hidden",
    "private",
    "is_a",
    "singular",
    "plural",
    "noun",
    "declared",
}
WORDS |= {"inner", "plain"}
"""What is declared and is words, or is told otherwise."""
OWN = {name for group in (Group, Kind) for name, hint in get_type_hints(group).items() if get_origin(hint) is ClassVar}
"""What a kind says of itself besides its fields."""


def model() -> Iterator[str]:
    """A line for each kind and group, and one for each of its fields."""
    waiting: list[type[Group]] = [*KINDS, Settings, Vocabulary, StyleSheet, Intro, Translation]
    for group in waiting:  # grows while it is read
        yield " ".join((group.__name__, *told({name: getattr(group, name, None) for name in sorted(OWN - WORDS)})))
        for name, field in group.declared.items():
            if field.group and field.group not in waiting:
                waiting.append(field.group)
            own = {one.name: getattr(field, one.name) for one in dataclasses.fields(Field) if one.name not in WORDS}
            kept_back = {one: True for one in ("hidden", "private") if getattr(field, one)}
            if name not in Kind.declared or group is KINDS[0] or Kind.declared[name] != field:
                yield " ".join((f"  {name}:", type_of(field.is_a), *told(own | kept_back)))


def told(values: Mapping[str, Any]) -> list[str]:
    """What is not left as it is anyway."""
    return [f"{name}={said(value)}" for name, value in values.items() if value]


def said(value: Any) -> str:
    """A value without the words in it."""
    if isinstance(value, Backlink):
        return f"<{said(value.segments)}>"
    if isinstance(value, Facet):
        return f"<{value.id} {said(value.segments)} {value.answers} {value.by_heading}>"
    if isinstance(value, Dated):
        return f"<{value.field} {value.preposition}{'' if value.binds else ' not binding'}>"
    if isinstance(value, Property):
        return f"<{' '.join(told(dataclasses.asdict(value)))}>"
    if isinstance(value, FieldType):
        return type_of(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {said(one)}" for key, one in value.items()) + "}"
    if isinstance(value, tuple):
        return f"({', '.join(map(said, value))})"
    return str(value)


def type_of(is_a: FieldType[Any]) -> str:
    """A type of field: of a choice its options, of a reference where it leads."""
    if isinstance(is_a, ListOf):
        return f"[{is_a.at_least or ''}{type_of(is_a.item)}]"
    if isinstance(is_a, GroupOf):
        return is_a.model.__name__
    if isinstance(is_a, Choice):
        options = {value: one.segments or one.schema_org for value, one in is_a.options.items()}
        return f"{said(options)}{' ranked' if is_a.ranked else ''}"
    if isinstance(is_a, TermType):
        return f"{type(is_a).__name__} {is_a.vocabulary}"
    return f"{type(is_a).__name__} {is_a.folder}" if isinstance(is_a, Reference) else type(is_a).__name__


def test_the_model_is_the_one_owners_wrote_for(accept: bool) -> None:
    found = "".join(f"{line}\n" for line in model())
    if accept:
        GOLDEN.write_text(found, "utf-8", newline="\n")
    assert found == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_every_kind_is_in_it(kind: type[Kind]) -> None:
    assert f"\n{kind.__name__} " in f"\n{GOLDEN.read_text('utf-8')}"
