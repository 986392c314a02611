"""A value as a person gives it → as a file has it: by its type, by what things are called, by its exact mend."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.content.nodes import read_yaml
from generator.fields.called import fields_called
from generator.fields.declare import Field, Group, GroupOf
from generator.fields.quantities import in_unit
from generator.fields.references import AnyReference, Reference, TermType
from generator.fields.texts import ID, LocalisedType, TextType, suggested_id
from generator.fields.types import FieldType, ListOf, RefusedError, Written
from generator.fields.values import AnyRef, Ref
from generator.kinds.catalogue import BY_FOLDER
from generator.problems.spelling import called_just_so, named_so
from generator.words import Phrase, called

Known = Mapping[str, Mapping[str, Iterable[str]]]
"""What can be referred to: by its folder or its vocabulary, the id of each and what it is called."""
_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
"""What an address begins with, and no id needs."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Signs that come along where something is pasted, and that no file may hold."""


class NoFieldError(Exception):
    """A group has no field of a name; `model` is the group."""

    def __init__(self, name: str, model: type[Group]) -> None:
        super().__init__(name)
        self.name, self.model = name, model


def field_called(model: type[Group], name: str) -> Field:
    """The field of a group that has a name, that alone has it for its label in some language, or that is called so.

    Raises NoFieldError.
    """
    labelled = called_just_so(name, {one.name: called(one.label) for one in model.declared.values()})
    by_name = name if name in model.declared or len(labelled) != 1 else labelled[0]
    found = model.declared.get(by_name) or model.declared.get(named_so(name, fields_called(model)))
    if found is None:
        raise NoFieldError(name, model)
    return found


class Given:
    """Reads what is given in a site; a text that says no language is in `language`."""

    def __init__(self, known: Known, language: str) -> None:
        self._known, self.language = known, language
        self.called: dict[AnyRef, str] = {}
        """What was given for each record that is not there yet."""

    def value(self, is_a: FieldType[Any], given: str, beside: Mapping[str, Written]) -> Written:
        """What is written for a value, beside others that are. Raises RefusedError where its type can take nothing of
        it, and NoFieldError.
        """
        given = _CONTROL.sub("", given).strip()
        if given.startswith(("[", "{")) and isinstance(is_a, ListOf | GroupOf | LocalisedType):  # as YAML has them
            nodes, problems = read_yaml(f"value: {given}", "")
            if not problems:
                return self._whole(is_a, nodes.value["value"], beside)
        return self._one(is_a, given)

    def _whole(self, is_a: FieldType[Any], value: Written, beside: Mapping[str, Written]) -> Written:
        """A list or a group of values, each by its own type."""
        if isinstance(is_a, ListOf):
            return [self._whole(is_a.item, one, beside) for one in (value if isinstance(value, list) else [value])]
        if isinstance(is_a, GroupOf) and isinstance(value, dict):
            fields = [(field_called(is_a.model, key), one) for key, one in value.items()]
            types = [in_unit(field.is_a, beside.get(field.unit_in), self.language) for field, _ in fields]
            return {
                field.name: self._whole(is_a, one, beside) for is_a, (field, one) in zip(types, fields, strict=True)
            }
        return self._one(is_a, value) if isinstance(value, str) else is_a.write(is_a.read(value))

    def _one(self, is_a: FieldType[Any], given: str) -> Written:
        if isinstance(is_a, ListOf):
            parts = self._parted(is_a.item, given)
            return [self._one(is_a.item, one.strip()) for one in parts if one.strip()]
        if isinstance(is_a, GroupOf):
            return self._alone(is_a, given)
        if isinstance(is_a, LocalisedType):
            return is_a.write(is_a.read({self.language: given}))
        if isinstance(is_a, Reference):
            return self._reference(is_a.folder, given)
        if isinstance(is_a, AnyReference):
            given = self._any_reference(given)
        if isinstance(is_a, TermType):
            given = named_so(given, self._known.get(is_a.vocabulary, {})) or given
        try:
            return is_a.write(is_a.read(given))
        except RefusedError:
            if mend := is_a.mend(given):
                return is_a.write(is_a.read(mend))
            raise

    def _parted(self, is_a: FieldType[Any], given: str) -> list[str]:
        """The values that a list is given: what is called so as a whole is one; else semicolons part before commas."""
        names = self._known.get(is_a.folder, {}) if isinstance(is_a, Reference) else {}
        if isinstance(is_a, TextType | LocalisedType) or called_just_so(given, names):
            return [given]
        return given.split(";" if ";" in given else ",")

    def _any_reference(self, given: str) -> str:
        """The folder and the id of a record, given so or by what it is called."""
        folder, slash, name = given.partition("/")
        if slash and folder in BY_FOLDER:
            return f"{folder}/{self._reference(folder, name)}"
        everything = {f"{one}/{id_}": called for one in BY_FOLDER for id_, called in self._known.get(one, {}).items()}
        return named_so(given, everything) or given

    def _alone(self, is_a: GroupOf[Any], given: str) -> Written:
        """A group of which one field says all that is needed: a source of the record is its id."""
        if len(is_a.example) != 1:
            raise RefusedError("wrong-type", given, expected=Phrase(is_a.model.singular), example=is_a.example)
        (only,) = is_a.example
        return {only: self._one(is_a.model.declared[only].is_a, given)}

    def _reference(self, folder: str, given: str) -> str:
        """The id of a record, given so or by what it is called; one that is not there yet has an id made of that."""
        known = self._known.get(folder, {})
        id_ = given if given in known else named_so(given, known)
        if not id_:
            id_ = given if ID.fullmatch(given) else suggested_id(_SCHEME.sub("", given))
            self.called.setdefault(Ref(folder, id_), given)
        return id_
