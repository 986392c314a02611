"""One value replaced: as if all had been written anew, and no other byte."""

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.nodes import Location
from generator.content.replace import CannotReplaceError, replace_value
from generator.content.write import write_group
from generator.fields.declare import Group, GroupOf, is_filled
from generator.fields.texts import LocalisedType
from generator.fields.types import ListOf
from generator.fields.values import Day, Ref
from generator.kinds.agreement import Agreement
from generator.kinds.signatory import Signatory
from tests.test_hostile import markup
from tests.written import LANGUAGES, any_group, nothing, texts, values


def changed(group: Any, location: Location, value: Any) -> Any:
    """The group with another value, its languages in order."""
    if not location:
        return value
    first, rest = location[0], location[1:]
    if isinstance(group, tuple):
        return (*group[:first], changed(group[first], rest, value), *group[first + 1 :])  # type: ignore[operator,misc]
    inner = changed(group[first] if isinstance(group, dict) else getattr(group, str(first)), rest, value)
    return {**group, first: inner} if isinstance(group, dict) else dataclasses.replace(group, **{str(first): inner})


def drawn(data: st.DataObject, group: Group) -> tuple[Location, Any]:
    """A place in a group and another value for it."""
    location: Location = ()
    held: Any = group
    while True:
        names = list(type(held).declared)
        one = type(held).declared[data.draw(st.sampled_from(names))]
        location, value = (*location, one.name), getattr(held, one.name)
        if isinstance(one.is_a, GroupOf | ListOf) and value and data.draw(st.booleans()):
            if isinstance(value, tuple):
                number = data.draw(st.integers(0, len(value) - 1))
                location, value = (*location, number), value[number]
            if isinstance(value, Group):
                held = value
                continue
            return location, data.draw(values(one.item))
        if isinstance(one.is_a, LocalisedType) and value and data.draw(st.booleans()):
            return (*location, "it"), data.draw(texts)
        spare = one.presence != "needed" and sum(is_filled(getattr(held, name)) for name in names) > 1
        new = values(one.is_a) | st.just(nothing(one.is_a)) if spare else values(one.is_a)
        return location, data.draw(new)


@given(any_group, markup, st.data())
def test_a_value_is_replaced_as_if_all_had_been_written_anew(facts: Group, body: str, data: st.DataObject) -> None:
    location, value = drawn(data, facts)
    after = changed(facts, location, value)
    before, expected = (f"---\n{write_group(one, LANGUAGES)}---\n{body}" for one in (facts, after))
    assert replace_value(before, type(facts), location, value, LANGUAGES) == expected
    alone = write_group(facts, LANGUAGES)
    assert replace_value(alone, type(facts), location, value, LANGUAGES) == write_group(after, LANGUAGES)


SIGNED: Location = ("signed_on",)


@pytest.mark.parametrize(
    ("before", "location", "value", "after"),
    [
        ("signed_on:   2025 # poi?\n", SIGNED, Day(2026), "signed_on:   '2026' # poi?\n"),
        ("title: x\r\nsigned_on: 2025\r\n", SIGNED, Day(2026, 3), "title: x\r\nsigned_on: 2026-03\r\n"),
        ("title: x\r\nform: x\r\n", SIGNED, Day(2026, 3), "title: x\r\nform: x\r\nsigned_on: 2026-03\r\n"),
        ("\ufefftitle: x # 🌊\nplace: y", ("place",), "no", "\ufefftitle: x # 🌊\nplace: 'no'"),
        ("title: x\nplace: >-\n  una\n  via\n# fine\n", ("place",), "b", "title: x\nplace: b\n# fine\n"),
        ('title: "🌊\n  x"\nplace: y', ("title",), "z", "title: z\nplace: y"),
        ("focus: [{it: a, en: b}]\n", ("focus", 0, "it"), "c, d", "focus: [{it: 'c, d', en: b}]\n"),
        (
            "title: x\nfocus: [{it: a}] # c\n",
            ("focus",),
            ({"en": "b", "it": "a"},),
            "title: x\n# c\nfocus:\n  - it: a\n    en: b\n",
        ),
        ("title: x\nfocus: [{it: a}]\n# fine\n", ("focus",), (), "title: x\n# fine\n"),
        ("parties:\n- a\n- b\n", ("parties", 1), None, "parties:\n- a\n"),
        (
            "parties:\n    - a # uno\n    - b # due\n",
            ("parties", 0),
            Ref("x", "c"),
            "parties:\n    - c # uno\n    - b # due\n",
        ),
        ("act:\n  number: 1\n  url: x\n", ("act", "on"), Day(2026, 1), "act:\n  number: 1\n  on: 2026-01\n  url: x\n"),
        (
            "signatories:\n  - person: a\n    # c\n    role: {it: b}\n",
            ("signatories", 0, "person"),
            None,
            "signatories:\n  - # c\n    role: {it: b}\n",
        ),
        ("parties:\n- a # uno\n# due\n", ("parties", 1), Ref("x", "c"), "parties:\n- a # uno\n- c\n# due\n"),
        ("focus:\n  - it: a\ntitle: x", ("focus", 1), {"it": "b"}, "focus:\n  - it: a\n  - it: b\ntitle: x"),
        (  # of an entry that stays, wherever it comes to stand
            "parties: # chi\n  - a # uno\n  # da qui\n  - b # due\n  - 'c'\nplace: y # dove\n",
            ("parties",),
            (Ref("x", "c"), Ref("x", "b"), Ref("x", "d")),
            "# uno\nparties: # chi\n  - 'c'\n  # da qui\n  - b # due\n  - d\nplace: y # dove\n",
        ),
        (
            "parties:\r\n# prima\r\n- a # uno\r\n- b # due\r\n",
            ("parties",),
            (Ref("x", "a"),),
            "# due\r\nparties:\r\n# prima\r\n- a # uno\r\n",
        ),
        (
            "focus:\n  - it: 'a #1' # uno\n    # sotto\n    en: >-\n      b # no\n      c\n  - it: d # due\n",
            ("focus",),
            ({"it": "e"}, {"it": "d"}),
            "# uno\n# sotto\nfocus:\n  - it: e\n  - it: d # due\n",
        ),
        (
            "signatories:\n  - person: a # chi\n    role: {it: b} # come\n  - # c - d\n    person: e\n",
            ("signatories", 0),
            Signatory(person=Ref("people", "a"), role={"it": "f"}),
            "signatories:\n  # come\n  - person: a # chi\n    role:\n      it: f\n  - # c - d\n    person: e\n",
        ),
        ("place:\n  it: x # uno\n  en: y # due\ntitle: z\n", ("place",), "x", "# uno\n# due\nplace: x\ntitle: z\n"),
        ("place: x # uno\ntitle: z\n", ("place",), {"it": "x"}, "# uno\nplace:\n  it: x\ntitle: z\n"),
        (
            "focus: # uno\n  [{it: a}, # due\n  {it: b}]\n",
            ("focus",),
            ({"it": "a"},),
            "# uno\n# due\nfocus:\n  - it: a\n",
        ),
        ("", ("title",), "x", "title: x\n"),
        ("place: y\n", ("title",), "x", "title: x\nplace: y\n"),
        ("place: y\n", ("title",), None, "place: y\n"),
    ],
)
def test_every_other_byte_stays(before: str, location: Location, value: Any, after: str) -> None:
    assert replace_value(before, Agreement, location, value, LANGUAGES) == after
    if not before.startswith("\ufeff"):
        around = ("---\r\n", "---\n---\nsigned_on: 1") if before.endswith("\n") or not before else ("---\n", "\n---")
        whole = replace_value(f"{around[0]}{before}{around[1]}", Agreement, location, value, LANGUAGES)
        assert whole == f"{around[0]}{after}{around[1]}"


@pytest.mark.parametrize(
    ("before", "location", "value"),
    [
        ("title: x\ntitle: y\n", ("title",), "z"),
        ("title: *x\n", ("title",), "z"),
        ("title: x\n", ("tilte",), "z"),
        ("title: x\n", ("act", "on"), Day(2026)),
        ("title: x\n", ("title",), None),
        ("parties: [a, b]\n", ("parties", 0), None),
        ("parties: [a, b]\n", ("parties", 2), Ref("x", "c")),
        ("parties:\n  - a\n", ("parties", 2), Ref("x", "c")),
        ("act: {number: 1}\n", ("act", "on"), Day(2026)),
        ("focus: # c\n  - it: a\n", ("focus",), ()),
        ("focus: [{it: a}]\n", ("focus", 0), {"it": "b"}),
        ("place: # c\n  y\ntitle: z\n", ("place", "it"), "x"),
    ],
)
def test_what_cannot_be_replaced_alone_is_said(before: str, location: Location, value: Any) -> None:
    with pytest.raises(CannotReplaceError):
        replace_value(before, Agreement, location, value, LANGUAGES)
