"""A kind is declared once: what it declares is complete, and no two things share an address."""

from collections.abc import Iterator
from functools import cached_property
from types import FunctionType
from typing import Any

import pytest

from generator.content.nodes import Nodes
from generator.content.parse import parse
from generator.content.settings import Settings
from generator.content.settings_types import GapsType, ModelType
from generator.content.style import StyleSheet
from generator.content.vocabularies import Vocabulary
from generator.fields.choices import Choice
from generator.fields.dates import DayType
from generator.fields.declare import BLOCKS, Backlink, Field, Group, GroupOf, optional
from generator.fields.dotted import find_field
from generator.fields.moments import MomentType
from generator.fields.references import AnyReference, Reference
from generator.fields.time_zones import TimeZoneType
from generator.fields.types import ListOf
from generator.kinds.agreement import Agreement
from generator.kinds.base import BY_STATUS, Dated, Kind
from generator.kinds.catalogue import BY_FOLDER, KINDS
from generator.kinds.facets import COMPUTED_ANSWERS
from generator.kinds.intro import Intro
from generator.kinds.translation import Translation
from generator.presenters.of_kind import PRESENTERS
from generator.problems.problem import Position
from generator.words import languages, words_for
from tests.harness import SiteTest

WITHOUT_WAY_BACK = {
    "editions.projects.places": "the page of the place lists the projects that work there",
    "projects.places": "the page of the place lists the projects that work there",
    "editions.projects.area": "the page of the place lists the projects that work there",
    "projects.area": "the page of the place lists the projects that work there",
    "organisations.town": "the page of the town leads to the part of the list that has its seat there",
    "places.municipality": "the page of the municipality lists its places, each with what happens there",
    "places.country": "the page of the country lists its places, each with what happens there",
    "places.part_of": "the page of a place lists those inside it, each with what happens there",
    "agreements.signatories.on_behalf_of": "it is a party, which has a group of its own",
    "areas.plan": "the page of the plan lists its areas by macro-area",
    "corrections.record": "the page of the record says when and why it was corrected",
    "notice.see": "it tells of the new situation, to which the old one is nothing",
    "statements.person": "the field around it has the heading",
    "partners.organisation": "the field around it has the heading",
}
"""The references that no heading of their own tells where they lead, and why."""
by_folder = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
every_group = pytest.mark.parametrize(
    "group", [*KINDS, Settings, Vocabulary, StyleSheet, Intro, Translation], ids=lambda group: group.__name__
)
in_every_language = pytest.mark.parametrize("language", languages())


def fields(group: type[Group], way: str = "") -> Iterator[tuple[str, Field]]:
    """Every field of a group and of the groups inside it, with its dotted name."""
    for name, field in group.declared.items():
        yield f"{way}{name}", field
        if field.group:
            yield from fields(field.group, f"{way}{name}.")


def leads(kind: type[Group], dotted: str) -> bool:
    """Whether a dotted name is a field, of the group or of the record that the field before it refers to."""
    name, _, rest = dotted.partition(".")
    field = kind.declared.get(name)
    if field and rest and isinstance(field.item, Reference):
        return leads(BY_FOLDER[field.item.folder], rest)
    return find_field(kind, dotted) is not None


def backlinks(kind: type[Kind]) -> list[Backlink]:
    return [field.backlink for _, field in fields(kind) if field.backlink]


@by_folder
def test_a_kind_says_what_it_is_called_and_what_a_record_of_it_is(kind: type[Kind]) -> None:
    assert kind.singular
    assert kind.plural
    assert kind.noun or kind.kicker or not kind.is_listed


@by_folder
def test_statuses_are_offered_in_the_order_of_their_declaration(kind: type[Kind]) -> None:
    assert kind.status is None or kind.status.ranked


OF_ONE_FIELD = (ModelType, GapsType, TimeZoneType)
"""The types that exist for one field each: what they say of themselves is its help."""


@every_group
def test_every_field_has_a_label_a_help_of_its_own_and_an_example(group: type[Group]) -> None:
    """What a type says is how a value is written, of a field: what it is for."""
    assert [way for way, field in fields(group) if not field.label] == []
    assert [way for way, field in fields(group) if not (field.help or isinstance(field.is_a, OF_ONE_FIELD))] == []
    assert [way for way, field in fields(group) if field.help == field.is_a.help] == []
    assert [way for way, field in fields(group) if not (field.example or field.is_a.example)] == []


@every_group
@in_every_language
def test_a_help_says_more_than_the_label(language: str, group: type[Group]) -> None:
    text = words_for(language).text
    said = [(way, text(field.help).rstrip("."), text(field.label)) for way, field in fields(group) if field.help]
    assert [way for way, help_, label in said if help_.casefold() == label.casefold()] == []


def test_a_type_of_one_field_is_the_type_of_one() -> None:
    held = [field.is_a for _, field in fields(Settings) if isinstance(field.is_a, OF_ONE_FIELD)]
    assert len(held) == len(set(map(id, held)))
    assert {type(one) for one in held} == set(OF_ONE_FIELD)


@by_folder
def test_what_a_kind_says_of_itself_is_asked_of_it(kind: type[Kind]) -> None:
    """A slip in the name of what a kind says would be heard by nobody."""
    for cls in kind.__mro__[: kind.__mro__.index(Kind)]:
        known = {name for base in kind.__mro__ for name in vars(base).get("__annotations__", {})}
        computed = (property, cached_property, FunctionType)
        said = {name for name, one in vars(cls).items() if not (name[0] == "_" or isinstance(one, computed))}
        assert said <= known, cls


@every_group
@in_every_language
def test_a_help_is_a_short_sentence(language: str, group: type[Group]) -> None:
    text = words_for(language).text
    helps = [(way, text(field.help or field.is_a.help)) for way, field in fields(group)]
    assert [(way, said) for way, said in helps if len(said) > 140 or not said.endswith(".")] == []


@every_group
def test_an_example_can_be_written(group: type[Group]) -> None:
    refused = []
    for way, field in fields(group):
        example = field.example or field.is_a.example
        one = type("One", (Group,), {"__annotations__": {"field": Any}, "field": optional(field.is_a, field.label)})
        _, kept, problems = parse(one, Nodes({"field": example}, Position("example.md")))
        if problems or kept.value != {"field": example} or (field.limit and len(example) > field.limit):
            refused.append((way, example))
    assert refused == []


@by_folder
def test_every_field_stands_in_a_block_of_the_page_or_says_why_it_does_not(kind: type[Kind]) -> None:
    for name, field in kind.declared.items():
        assert field.block in BLOCKS or field.hidden or field.private, name
        assert not (field.hidden and field.private), name


@by_folder
def test_a_kind_names_only_fields_that_it_has(kind: type[Kind]) -> None:
    asked = [facet.asks for facet in kind.facets]
    assert {computed for _, computed in asked if computed} <= set(COMPUTED_ANSWERS)
    named = [field for field, _ in asked if field]
    named += [dated.field for dated in kind.dates]
    for field in kind.declared.values():
        named += field.unless
        named += [field.only_if[0]] if field.only_if else []
    assert [one for one in named if not leads(kind, one)] == []
    assert kind.headings.keys() <= BLOCKS.keys()
    assert kind.backlinks.keys() <= kind.declared.keys()


@by_folder
def test_what_a_kind_names_is_of_a_type_that_its_use_can_take(kind: type[Kind]) -> None:
    declared, status = kind.declared, kind.status.options if kind.status else ()
    assert kind.status or (kind.grouping != BY_STATUS and "@status" not in {one.answers for one in kind.facets})
    for name in (kind.kicker, "" if kind.grouping.startswith("@") else kind.grouping, kind.schema_org_by):
        assert not name or isinstance(declared[name].item, Choice), name
    assert not kind.kicker or declared[kind.kicker].item is declared[kind.kicker].is_a, "one value stands over a title"
    for dated in kind.dates:
        found = find_field(kind, dated.field)
        assert found, dated.field
        assert isinstance(found[1].item, DayType | MomentType), dated.field
    for name in kind.details:
        assert not isinstance(declared[name].is_a, ListOf | GroupOf), name
    if period := kind.period:
        assert all(isinstance(declared[name].is_a, DayType | MomentType) for name in (period.start, period.end))
        names = (period.before, period.during, period.after, "undeterminable", *(period.near or ())[:1])
        assert set(names) <= set(status)


@every_group
def test_what_a_group_names_is_a_field_of_it(group: type[Group]) -> None:
    for one in (group, *(field.group for _, field in fields(group) if field.group)):
        named = [*(one.exactly_one or ()), *(name for field in one.declared.values() for name in field.unless)]
        assert set(named) <= one.declared.keys(), one
        for field in one.declared.values():
            if field.only_if:
                choice = one.declared[field.only_if[0]].is_a
                assert isinstance(choice, Choice), field.name
                assert field.only_if[1] in choice.options, field.name


def test_a_date_that_no_kind_has_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Agreement, "dates", (Dated("singed_on", "signed {when}"),))
    with pytest.raises(AttributeError, match="singed_on"):
        SiteTest("showcase").check()


@by_folder
def test_every_reference_has_a_heading_where_it_leads(kind: type[Kind]) -> None:
    lost = []
    for way, field in fields(kind):
        if isinstance(field.item, Reference | AnyReference) and getattr(field.item, "folder", "") != "sources":
            around = kind.declared[way.partition(".")[0]].backlink
            if not (field.backlink or around or {way, f"{kind.folder}.{way}"} & WITHOUT_WAY_BACK.keys()):
                lost.append(way)
    assert lost == []


@in_every_language
def test_no_two_lists_share_an_address(language: str) -> None:
    words = [kind.segments.get(language, kind.folder) for kind in KINDS if kind.is_listed]
    assert len(set(words)) == len(words)


@in_every_language
@by_folder
def test_no_two_choices_of_a_list_share_an_address(kind: type[Kind], language: str) -> None:
    words = [facet.segment(language) for facet in kind.facets]
    assert len(set(words)) == len(words)
    choices = [field.item for _, field in fields(kind) if isinstance(field.item, Choice)]
    for choice in [*choices, *([kind.status] if kind.status else [])]:
        words = [choice.segment(value, language) for value in choice.options]
        assert len(set(words)) == len(words)


@in_every_language
def test_no_two_groups_of_a_record_share_an_address(language: str) -> None:
    found = {backlink for kind in KINDS for backlink in backlinks(kind)}
    words = [backlink.segment(language) for backlink in found]
    assert len(set(words)) == len(words)


def test_a_presenter_is_of_a_kind() -> None:
    assert set(PRESENTERS) <= set(KINDS)


def test_an_end_knows_the_beginning_beside_it() -> None:
    ends = [
        (group, field)
        for kind in KINDS
        for group in {kind, *(field.group for _, field in fields(kind) if field.group)}
        for field in group.declared.values()
        if field.name in ("end", "ends", "until", "deadline")
    ]
    pairs = [(group.declared[name].is_a, field.is_a) for group, field in ends for name in field.after]
    assert all(type(beginning) is type(end) for beginning, end in pairs)
    assert all(field.after for _, field in ends)
    assert len({group for group, _ in ends}) > 6
