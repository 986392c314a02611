"""Plain values → a group of fields, or a problem for each value that does not fit.

A bad value is set aside and the rest goes on: the innermost value that does not fit, or the group that means nothing
without it.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from generator.content.example_languages import in_languages
from generator.content.meant_field import meant_field
from generator.content.nodes import Location, Nodes, Value
from generator.content.scalars import flow
from generator.fields.called import fields_called, fields_listed
from generator.fields.declare import AnyGroup, Field, Group, GroupOf, is_filled
from generator.fields.in_languages import DifferingType
from generator.fields.meant.plain_words import says_unknown
from generator.fields.quantities import in_unit
from generator.fields.texts import LocalisedType
from generator.fields.types import FieldType, ListOf, RefusedError, Site
from generator.problems.mend import GapMend, KeyMend, ValueMend
from generator.problems.problem import Problem, problem
from generator.problems.spelling import named_so
from generator.words import N_, Language, Phrase, is_language

_LIST = N_("a list")


def parse(
    model: type[AnyGroup], nodes: Nodes, fallback: Mapping[str, Value] | None = None, site: Site | None = None
) -> tuple[AnyGroup | None, Nodes, list[Problem]]:
    """Read `nodes` as a `model`, and return them without what was set aside.

    `fallback` stands in for keys that are missing or unsound. None when a needed one is left without any. Words in a
    language that `site` does not have are set aside, and told of once; where it has one, words need not name it.
    """
    parser = _Parser(nodes, site or Site())
    found = parser.fields(model, nodes.value, ())
    kept = nodes.without(parser.spoiled) if parser.spoiled else nodes
    for name, value in (fallback or {}).items():
        found.setdefault(name, model.declared[name].is_a.read(value))
    lacking = any(one.presence == "needed" and one.name not in found for one in model.declared.values())
    if parser.unused:
        unused = [*map(Language, dict.fromkeys(str(way[-1]) for way in parser.unused))]
        parser.problems.append(problem("unused-language", nodes.key_place(parser.unused[0]), languages=unused))
    return (None if lacking else model(**found)), kept, parser.problems


def refused(
    error: RefusedError, nodes: Nodes, location: Location, is_a: FieldType[Any], languages: Sequence[str]
) -> Problem:
    """What a type refuses as a problem, at the place of the value, with the mend where a person can tell it."""
    meant = is_a.meant(error.value) if isinstance(error.value, str) else ()
    meant = tuple(one for one in meant if one != error.value)  # sound by itself, refused for another cause
    mend = is_a.mend(error.value) if isinstance(error.value, str) else ""
    values = {"key": _key(location), "value": error.value, **error.values}
    if isinstance(values.get("example"), dict | list):
        values["example"] = flow(in_languages(values["example"], languages))
    return problem(error.code, nodes.place(location), meant=meant, exact=ValueMend(location, mend or None), **values)


def _key(location: Location) -> str:
    """The key at a location, or the innermost one around it."""
    return next(str(part) for part in reversed(location) if isinstance(part, str))


def _as_group(is_a: GroupOf[Any], written: Value) -> tuple[str, ...]:
    """The group that a text was meant for: it fits its first field, and what else is needed is still to be written."""
    first, *others = is_a.example
    try:
        is_a.model.declared[first].is_a.read(written)
    except RefusedError:
        return ()
    return (flow({first: written, **dict.fromkeys(others, "…")}),)


def _as_list(item: FieldType[Any], written: Value) -> tuple[str, ...]:
    """The list that a text with commas was meant for."""
    if not isinstance(written, str) or isinstance(item, GroupOf | LocalisedType):
        return ()
    return (flow([_as_read(item, part.strip()) for part in written.split(",")]),)


def _as_read(item: FieldType[Any], written: str) -> str:
    """A text as a type reads it, or what it may have been meant for."""
    try:
        item.read(written)
    except RefusedError:
        return next(iter(item.meant(written)), written)
    return written


class _SetAsideError(Exception):
    """A value does not fit; its problem is told."""


class _Parser:
    def __init__(self, nodes: Nodes, site: Site) -> None:
        self.nodes, self.site, self.languages = nodes, site, site.languages
        self.unused: list[Location] = []
        """Where words stand in a language that the site does not have."""
        self.problems: list[Problem] = []
        self.spoiled: set[Location] = set()

    def fields(self, model: type[Group], value: dict[str, Value], location: Location) -> dict[str, Any]:
        """The sound fields of a group."""
        found, meant = {}, set()
        for key, written in value.items():
            declared, here = model.declared.get(key), (*location, key)
            if declared is None:
                meant |= set(self._unknown(model, here, value))
                self.spoiled.add(here)
                continue
            try:
                self._not_unknown(model, declared, written, here)
                found[key] = self._read(self._in_unit(declared), written, here)
            except _SetAsideError:
                self.spoiled.add(here)
        for declared in model.declared.values():
            if declared.presence == "needed" and declared.name not in value and declared.name not in meant:
                self.problems.append(problem("missing-key", self.nodes.place(location), key=declared.name))
        if model.exactly_one:
            self._one_of_two(model, value, found, location)
        return found

    def _in_unit(self, declared: Field) -> FieldType[Any]:
        """The type of a field, which keeps to the unit that the record says for it."""
        first = self.site.written_in or next(iter(self.languages), "")
        return in_unit(declared.is_a, self.nodes.value.get(declared.unit_in), first)

    def _read(self, is_a: FieldType[Any], written: Value, location: Location) -> Any:
        if isinstance(is_a, ListOf):
            return self._list(is_a, written, location)
        if isinstance(is_a, GroupOf):
            alone = is_a.alone and isinstance(written, str)
            return self._group(is_a, {is_a.alone: written} if alone else written, location)
        if isinstance(is_a, LocalisedType | DifferingType):
            written = self._in_languages(is_a, written, location)
        try:
            return is_a.read_for(self.site, written)
        except RefusedError as error:
            self.problems.append(refused(error, self.nodes, location, is_a, self.languages))
            raise _SetAsideError from None

    def _in_languages(self, is_a: FieldType[Any], written: Value, location: Location) -> Value:
        """Words in the languages of the site alone; where it has one, that need not be named."""
        if isinstance(written, str) and isinstance(is_a, LocalisedType) and len(self.languages) == 1:
            return {self.languages[0]: written}
        if not self.languages or not isinstance(written, dict):
            return written
        others = [(*location, one) for one in written if one not in self.languages and is_language(one)]
        if others and len(others) == len(written):  # one message: what is lacking, not what is there in its place
            first = self.site.written_in or self.languages[0]
            place, key = self.nodes.place(location), _key(location)
            self.problems.append(
                problem("first-language-missing", place, key=key, language=Language(first), code=first)
            )
            raise _SetAsideError
        self.unused += others
        self.spoiled |= set(others)
        return {language: text for language, text in written.items() if (*location, language) not in others}

    def _list(self, is_a: ListOf[Any], written: Value, location: Location) -> tuple[Any, ...]:
        if not isinstance(written, list):
            text = isinstance(written, str) and not isinstance(is_a.item, GroupOf | LocalisedType)
            parts = [part.strip() for part in written.split(",")] if text else None
            self._wrong(_LIST, is_a, _as_list(is_a.item, written), location, parts)
        if not written:
            self.problems.append(problem("empty-value", self.nodes.key_place(location), key=_key(location)))
            raise _SetAsideError
        found = []
        for number, item in enumerate(written):
            try:
                found.append(self._read(is_a.item, item, (*location, number)))
            except _SetAsideError:
                self.spoiled.add((*location, number))
        return tuple(found)

    def _group(self, is_a: GroupOf[AnyGroup], written: Value, location: Location) -> AnyGroup:
        model = is_a.model
        if not isinstance(written, dict):
            only = [*is_a.example] if isinstance(written, str) else []
            alone = {only[0]: written} if len(only) == 1 else None
            self._wrong(is_a.expected, is_a, _as_group(is_a, written), location, alone)
        found = self.fields(model, written, location)
        if any(one.presence == "needed" and one.name not in found for one in model.declared.values()):
            raise _SetAsideError
        return model(**found)

    def _wrong(
        self, expected: str, is_a: FieldType[Any], meant: tuple[str, ...], location: Location, whole: Value | None
    ) -> None:
        """`whole` is what was written as the list or the group it was to be; what is wrong in that is told then."""
        values = {
            "key": _key(location),
            "expected": Phrase(expected),
            "example": flow(in_languages(is_a.example, self.languages)),
        }
        mend = ValueMend(location, whole) if whole else None
        self.problems.append(problem("wrong-type", self.nodes.place(location), meant=meant, exact=mend, **values))
        raise _SetAsideError

    def _unknown(self, model: type[Group], location: Location, beside: dict[str, Value]) -> tuple[str, ...]:
        """Tell of a key that is no field; the field that it may be, which then is not missing besides."""
        key = str(location[-1])
        if key in model.former:
            now = Phrase(model.former[key])
            self.problems.append(problem("old-name", self.nodes.key_place(location), key=key, now=now))
            return ()
        meant = meant_field(key, model)
        free = [one for name, one in model.declared.items() if name not in beside]
        values = {"key": key, "where": Phrase(model.singular), "known": fields_listed(free)}
        named = named_so(key, fields_called(model))
        fits = meant == (named,) and named not in beside and self._can_be(model, named, beside[key], location)
        mend = KeyMend(location, named) if fits else None
        self.problems.append(problem("unknown-key", self.nodes.key_place(location), meant=meant, exact=mend, **values))
        return meant

    def _can_be(self, model: type[Group], name: str, written: Value, location: Location) -> bool:
        """Whether a field reads a value, as it is or once it is mended."""
        trial, declared = _Parser(self.nodes, self.site), model.declared[name]
        with suppress(_SetAsideError):
            trial._not_unknown(model, declared, written, location)
            trial._read(trial._in_unit(declared), written, location)
        mends = [one.exact for one in trial.problems]
        return all(one is not None and not (isinstance(one, ValueMend) and one.written is None) for one in mends)

    def _not_unknown(self, model: type[Group], declared: Field, written: Value, location: Location) -> None:
        """A value does not say in words that nobody knows it."""
        words = (
            [*written.values()] if isinstance(written, dict) and isinstance(declared.is_a, LocalisedType) else [written]
        )
        said = words and all(isinstance(one, str) and says_unknown(one) for one in words)
        if declared.presence == "needed" or declared.names_fields or not said:
            return
        way = location[-1:] if "not_stated" in model.declared else location
        name = ".".join(part for part in way if isinstance(part, str))
        mend = GapMend(location, (*location[: len(location) - len(way)], "not_stated"), name)
        values = {"key": declared.name, "value": words[0], "example": f"not_stated: [{name}]"}
        self.problems.append(problem("unknown-in-words", self.nodes.place(location), exact=mend, **values))
        raise _SetAsideError

    def _one_of_two(
        self, model: type[Group], value: dict[str, Value], found: dict[str, Any], location: Location
    ) -> None:
        """Of two fields one is filled and the other is not; one that does not fit is told already."""
        assert model.exactly_one
        first, second = model.exactly_one
        filled = sum(is_filled(found.get(name)) or (name in value and name not in found) for name in (first, second))
        needed = model.declared[first].presence != "required"
        if filled == 2 or (filled == 0 and needed):
            self.problems.append(problem("one-of-two", self.nodes.place(location), first=first, second=second))
