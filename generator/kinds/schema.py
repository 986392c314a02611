"""What a group of fields can hold, as JSON Schema (draft 2020-12): for editors, forms and other programs.

A schema sees one file and nothing around it: what only the whole showcase knows is left to `vetrina check`. Beside the
standard's keywords, `title` and `description` stand in one language and, as `x-labels` and `x-descriptions`, in each
that the interface speaks; `x-reference` names the folder a reference leads to ("*" for any), `x-vocabulary` the
vocabulary of a term, `x-widget` how a form asks for a value, `x-columns` the columns it fills in a table.
"""

import json
from collections.abc import Iterator, Mapping

from generator.fields.declare import Field, Group
from generator.fields.texts import ID, FlagType
from generator.fields.types import ListOf, Schema, Site, whole
from generator.fields.walk import ways_to_every_field
from generator.kinds.base import Kind
from generator.kinds.catalogue import COUNTS, WITH_PAGES
from generator.kinds.common import CLASSIFIED
from generator.words import N_, Phrase, Words, languages, words_for

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_ENDING = ".schema.json"
_ONE_LINE_A_FIELD = N_("{what}, one field a line.")
_FOLDER = f"(?:{'|'.join(WITH_PAGES)})"
_DEFINED: Mapping[str, Schema] = {
    "AnyRecord": {"type": "string", "pattern": whole(f"{_FOLDER}/{ID.pattern}")},
    "ListOrRecord": {"type": "string", "pattern": whole(f"{_FOLDER}(?:/{ID.pattern})?")},
    "Computed": {"enum": list(COUNTS)},
}
"""What can be written where only the whole model knows it, by the name that types refer to it by."""


def schema(model: type[Group], name: str, words: Words) -> Schema:
    """The schema of a file that holds a `model`, with those of the groups inside it."""
    groups = _inner_groups(model)
    used = {one.item.defined for group in (model, *groups) for one in group.declared.values()}
    inner = {group.__name__: _group(group, words) for group in groups}
    inner |= {name: one for name, one in _DEFINED.items() if name in used}
    return {
        "$schema": DIALECT,
        "$id": f"{name}{SCHEMA_ENDING}",
        **_group(model, words),
        **({"$defs": inner} if inner else {}),
    }


def _inner_groups(model: type[Group]) -> dict[type[Group], None]:
    """Every group at any depth, each once."""
    return dict.fromkeys(way[-1].group for way in sorted(ways_to_every_field(model), key=len) if way[-1].group)


def _group(group: type[Group], words: Words) -> Schema:
    declared = group.declared
    needed = [name for name, one in declared.items() if one.presence == "needed"]
    needed += ["sources"] if issubclass(group, Kind) and group.needs_source else []
    rules = list(_rules(group, words))
    return {
        **_said("title", "x-labels", Phrase(group.singular), words),
        **_said("description", "x-descriptions", Phrase(_ONE_LINE_A_FIELD, {"what": Phrase(group.singular)}), words),
        "type": "object",
        "properties": {name: _field(one, words) for name, one in declared.items()},
        "additionalProperties": False,
        **({"required": needed} if needed else {}),
        **({"allOf": rules} if rules else {}),
    }


def _field(one: Field, words: Words) -> Schema:
    """What a field can hold, with its label, its help and an example."""
    columns = one.is_a.columns_of(Site(languages()))
    return {
        **_said("title", "x-labels", Phrase(one.label), words),
        **_said("description", "x-descriptions", Phrase(one.help or one.is_a.help), words),
        "x-widget": one.is_a.widget,
        **({"x-columns": list(columns)} if len(columns) > 1 else {}),
        **one.is_a.schema(words),
        **({"maxLength": one.limit} if one.limit else {}),
        "examples": [one.example or one.is_a.example],
    }


def _said(keyword: str, in_each: str, phrase: Phrase, words: Words) -> Schema:
    """A phrase in the language asked for, and in every one."""
    said = {language: _sentence(words_for(language), phrase) for language in languages()}
    return {keyword: said[words.language], in_each: said}


def _sentence(words: Words, phrase: Phrase) -> str:
    text = words.say(phrase)
    return text[:1].upper() + text[1:]


# --- rules of several fields ---


def _rules(group: type[Group], words: Words) -> Iterator[Schema]:
    for one in group.declared.values():
        if one.group and one.group.told_apart_by and isinstance(one.is_a, ListOf):
            yield {"properties": {one.name: {"uniqueItems": True}}}
        if one.presence == "required" and issubclass(group, Kind):
            yield _required(one)
        if one.only_if:
            yield _only_if(one, *one.only_if)
    if group.exactly_one:
        yield from _exactly_one(group, *group.exactly_one)
    if "not_stated" in group.declared:
        yield {"properties": {"not_stated": {"items": {"pattern": _names(group)}}}}
        for way in _ways(group):
            yield _not_both(way)
    if "differing" in group.declared:
        each = [{"properties": {"field": {"pattern": _names(group)}}}, *_as_the_field(group, words)]
        yield {"properties": {"differing": {"items": {"allOf": each}}}}
        yield from _named_are_filled(group)
    if "classification" in group.declared:
        classified = [_filled((group.declared[name],)) for name in CLASSIFIED]
        yield {"if": {"anyOf": classified}, "then": {"required": ["classification"]}}
    yield from map(dict, group.rules)


def _as_the_field(group: type[Group], words: Words) -> Iterator[Schema]:
    """What differs is written as its field is, or in words; fields that are written alike are told of once."""
    alike: dict[str, tuple[Schema, list[str]]] = {}
    for way in ways_to_every_field(group):
        written = way[-1].is_a.schema(words)
        dotted = "".join(rf"{one.name}\.{_ENTRY if isinstance(one.is_a, ListOf) else ''}" for one in way[:-1])
        alike.setdefault(json.dumps(written), (written, []))[1].append(f"{dotted}{way[-1].name}")
    for written, names in alike.values():
        named = {"required": ["field"], "properties": {"field": {"pattern": f"^(?:{'|'.join(names)})$"}}}
        yield {"if": named, "then": {"properties": {"value": {"anyOf": [{"type": "object"}, written]}}}}


def _required(one: Field) -> Schema:
    """A field is there, or listed under `not_stated`, or told differently by two sources, or not owed."""
    named = {"required": ["field"], "properties": {"field": {"const": one.name}}}
    ways: list[Schema] = [
        {"required": [one.name]},
        {"required": ["not_stated"], "properties": {"not_stated": {"contains": {"const": one.name}}}},
        {"required": ["differing"], "properties": {"differing": {"contains": named, "minContains": 2}}},
    ]
    if one.only_if:
        other, value = one.only_if
        ways.append({"not": {"required": [other], "properties": {other: {"const": value}}}})
    ways += [{"required": [name]} for name in one.unless]
    return {"anyOf": ways}


def _only_if(one: Field, other: str, value: str) -> Schema:
    """Where the field is filled, the other has no value but this."""
    return {"if": _filled((one,)), "then": {"properties": {other: {"const": value}}}}


def _exactly_one(group: type[Group], first: str, second: str) -> Iterator[Schema]:
    both = [_filled((group.declared[name],)) for name in (first, second)]
    yield {"not": {"allOf": both}}
    if group.declared[first].presence != "required":
        yield {"anyOf": both}


def _not_both(way: tuple[Field, ...]) -> Schema:
    """A field that is filled is not listed under `not_stated`."""
    listed = {"properties": {"not_stated": {"not": {"contains": {"const": ".".join(one.name for one in way)}}}}}
    return {"if": _filled(way), "then": listed}


def _named_are_filled(group: type[Group]) -> Iterator[Schema]:
    """A field that a source supports, or that is deduced, has a value, or one that is told differently."""
    naming = [*_naming(group)]
    yield from (_everywhere(way, {"pattern": _names(group)}) for way in naming)
    for one in group.declared.values() if naming else ():
        name = {"type": "string", "pattern": rf"^\s*{one.name}(?:\.|\s*$)"}
        told = {"contains": {"required": ["field"], "properties": {"field": name}}}
        differing = {"required": ["differing"], "properties": {"differing": told}}
        named = [_somewhere(way, name) for way in naming]
        yield {"if": {"anyOf": named}, "then": {"anyOf": [_filled((one,)), differing]}}


def _naming(group: type[Group]) -> Iterator[tuple[Field, ...]]:
    """The way to each list of names of its fields: a group that tells what differs names its own."""
    for way in ways_to_every_field(group):
        if way[-1].names_fields and not any(one.group and "differing" in one.group.declared for one in way):
            yield way


def _everywhere(way: tuple[Field, ...], each: Schema) -> Schema:
    """Whatever stands at the end of the way is such."""
    one, *rest = way
    inner = _everywhere(tuple(rest), each) if rest else each
    return {"properties": {one.name: {"items": inner} if isinstance(one.is_a, ListOf) else inner}}


def _somewhere(way: tuple[Field, ...], such: Schema) -> Schema:
    """Something at the end of the way is such."""
    one, *rest = way
    inner = _somewhere(tuple(rest), such) if rest else such
    held = {"contains": inner} if isinstance(one.is_a, ListOf) else inner
    return {"type": "object", "required": [one.name], "properties": {one.name: held}}


def _ways(group: type[Group]) -> Iterator[tuple[Field, ...]]:
    """The way to each field, also of inner groups that stand alone: those of a list are not told apart."""
    for way in ways_to_every_field(group):
        is_alone = not any(isinstance(one.is_a, ListOf) for one in way[:-1])
        if is_alone and not any(one.name == "not_stated" for one in way):
            yield way


def _filled(way: tuple[Field, ...]) -> Schema:
    """The field at the end of the way has a value: an empty list or a no is none."""
    one, *rest = way
    value: Schema = {}
    if rest:
        value = _filled(tuple(rest))
    elif isinstance(one.is_a, ListOf):
        value = {"minItems": 1}
    elif isinstance(one.is_a, FlagType):
        value = {"enum": [True, "true"]}
    return {"required": [one.name], **({"properties": {one.name: value}} if value else {})}


_ENTRY = r"(?:[^.]+\.)?"
"""What says which entry of a list is meant, or nothing, where all are."""


def _names(group: type[Group]) -> str:
    """The dotted names of fields: `recognition.on`, `editions.2018.amount`."""
    return f"^{_dotted(group)}$"


def _dotted(group: type[Group]) -> str:
    parts = (
        rf"{name}(?:\.{_ENTRY if isinstance(one.is_a, ListOf) else ''}{_dotted(one.group)})?" if one.group else name
        for name, one in group.declared.items()
    )
    return f"(?:{'|'.join(parts)})"
