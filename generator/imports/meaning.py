"""The text of a cell → the value of a field as files have it: what a person reads in it, never what is guessed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from generator.content.record import AnyRecord
from generator.content.validate import Content
from generator.exports.tables import BETWEEN
from generator.fields.choices import Choice
from generator.fields.declare import GroupOf
from generator.fields.meant.numbers import meant_quantity
from generator.fields.quantities import MoneyType, QuantityType
from generator.fields.references import Reference, TermType
from generator.fields.texts import FewWordsType, ImpersonalType, LocalisedType, TextType, suggested_id
from generator.fields.types import FieldType, ListOf, RefusedError, Written
from generator.fields.values import AnyRef, Ref
from generator.imports.cells import one_line
from generator.imports.import_map import Column
from generator.problems.spelling import same_names
from generator.words import called

ALSO_NAMED = "alternateName"
"""The property of schema.org of the fields that hold other names of a record."""
_OF_WORDS = (TextType, ImpersonalType, FewWordsType, LocalisedType)
"""The types of what somebody worded, and not merely named: a space at which no line breaks is meant there."""


@dataclass
class Meanings:
    """What cells mean in a site: choices, terms and records by what they are called in any language."""

    content: Content
    former: Mapping[AnyRef, AnyRef] = field(default_factory=dict)
    """Records by the ids that they had before they were renamed."""
    made: dict[AnyRef, tuple[str, Column]] = field(default_factory=dict)
    """The records that cells name and that are not there yet: the title of each, and the column that it stands in."""
    _found: dict[tuple[int, str, bool], str] = field(default_factory=dict)
    _names: dict[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)

    def written(
        self,
        is_a: FieldType[Any],
        way: Sequence[str],
        cells: Mapping[str, str],
        columns: Mapping[str, Column],
        by_row: int = 0,
    ) -> Written:
        """The value of a field whose type is `is_a`, or of the field at the end of the way inside it, of the filled
        cells by the columns of the type's own; nothing where they are none. So many lists as `by_row` says, outer ones
        first, have a row for each value.
        """
        if isinstance(is_a, ListOf):
            fills_one = len(is_a.columns_of(self.content.settings.site)) == 1
            shares_a_cell = fills_one and not by_row and not isinstance(is_a.item, GroupOf)
            between = BETWEEN if shares_a_cell else None
            split = [_split(text, columns[part].split or between) for part, text in cells.items()]
            items = [dict(zip(cells, texts, strict=True)) for texts in zip_longest(*split, fillvalue="")]
            filled = ({part: text for part, text in one.items() if text} for one in items)
            values = (self.written(is_a.item, way, one, columns, max(by_row - 1, 0)) for one in filled if one)
            return [value for value in values if value]
        if isinstance(is_a, GroupOf):
            inner = self.written(is_a.model.declared[way[0]].is_a, way[1:], cells, columns, by_row)
            return {way[0]: inner} if inner else {}
        lines = cells if type(is_a) in _OF_WORDS else {part: one_line(text) for part, text in cells.items()}
        meant = {part: _as_mapped(text, columns[part]) for part, text in lines.items()}
        written = is_a.of_cells(meant, self.content.settings.site)
        return self._meant(is_a, written, columns[""]) if written and isinstance(written, str) else written

    def _meant(self, is_a: FieldType[Any], text: str, column: Column) -> str:
        """A value by what it is called; the text itself where it is one, or where nobody can tell."""
        text = _with_unit(is_a, text, column.unit or "")
        asked = (id(is_a), text, column.new is not None)
        if asked not in self._found:
            found = same_names(text, self._called(is_a))
            if len(found) == 1:
                self._found[asked] = found[0]
            elif not found and column.new is not None and isinstance(is_a, Reference):
                made = Ref[object](is_a.folder, suggested_id(text))
                if made not in self.former:
                    self.made[made] = (text, column)
                self._found[asked] = self.former.get(made, made).id
            else:
                self._found[asked] = self.read(is_a, text)
        return self._found[asked]

    def read(self, is_a: FieldType[Any], text: str) -> str:
        """A value as its type reads it, or as a person would; the text itself where nobody can tell."""
        try:
            is_a.read(text)
        except RefusedError as error:
            is_asked = isinstance(is_a, Choice) or error.code == "ambiguous-number" or _lacks_currency(is_a, text)
            meant = () if is_asked else is_a.meant(text)
            return meant[0] if len(meant) == 1 and is_a.mend(text) else text
        return text

    def _called(self, is_a: FieldType[object]) -> Mapping[str, Iterable[str]]:
        """The values that a field can have, each with what it is called."""
        if isinstance(is_a, Choice):
            return {value: called(one.label, one.heading, one.also) for value, one in is_a.options.items()}
        if isinstance(is_a, TermType):
            vocabulary = self.content.vocabularies.get(is_a.vocabulary)
            return {one.id: [*one.label.values()] for one in vocabulary.terms} if vocabulary else {}
        return self._names_in(is_a.folder) if isinstance(is_a, Reference) else {}

    def _names_in(self, folder: str) -> Mapping[str, Sequence[str]]:
        """The records of a folder by id, each with what it is called."""
        if folder not in self._names:
            records = (self.content.records[ref] for ref in self.content.records if ref.folder == folder)
            self._names[folder] = {one.ref.id: [*_names_of(one)] for one in records}
        return self._names[folder]


def _split(text: str, sign: str | None) -> list[str]:
    """The texts of several values in a cell."""
    return [part.strip() for part in text.split(sign)] if sign else [text]


def _as_mapped(text: str, column: Column) -> str:
    """What the map says that a cell means; the text itself where it says nothing."""
    values = column.values or {}
    found = [text] if text in values else same_names(text, dict.fromkeys(values, ()))
    return values[found[0]] if found else text


def _with_unit(is_a: FieldType[Any], text: str, unit: str) -> str:
    """A number with the unit of its column, where it has none of its own."""
    return f"{text} {unit}" if unit and isinstance(is_a, QuantityType) and _is_bare(text) else text


def _lacks_currency(is_a: FieldType[Any], text: str) -> bool:
    """Whether a sum of money is a number alone: nobody but the map can say in which currency a table is."""
    return isinstance(is_a, MoneyType) and _is_bare(text)


def _is_bare(text: str) -> bool:
    """Whether a text tells a number without any unit."""
    return meant_quantity(text)[-1:].isdigit()


def _names_of(record: AnyRecord) -> Iterable[str]:
    """What a record is called: its titles, and the other names that its facts give."""
    for wording in record.wordings.values():
        yield from (wording.title, wording.short_title)
    for name, declared in record.facts.declared.items():
        if declared.schema_org and declared.schema_org.name == ALSO_NAMED:
            yield from record.facts.texts_of(name)
