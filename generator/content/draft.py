"""A record that is being written: what is known of it so far, and what it lacks."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.content.given import Given, field_called
from generator.content.nodes import Nodes
from generator.content.parse import parse
from generator.content.write import as_entry, as_yaml, write_group
from generator.fields.declare import Field, Group, GroupOf
from generator.fields.dotted import find_field
from generator.fields.meant.numbers import is_number
from generator.fields.meant.plain_words import says_unknown
from generator.fields.owed import is_required
from generator.fields.quantities import in_unit
from generator.fields.texts import LocalisedType
from generator.fields.types import FieldType, ListOf, Written
from generator.kinds.base import Kind
from generator.problems.problem import Position

_GAPS = "not_stated"
_EVIDENCE = "sources"


class Draft:
    """The facts of a record, or the words of its translation, that somebody is giving, a value at a time."""

    def __init__(self, model: type[Group], given: Given) -> None:
        self.model, self._given = model, given
        self.values: dict[str, Written] = {}
        self.gaps: list[str] = []
        """The fields that no source states."""
        self.text = ""

    def put(self, name: str, given: str) -> None:
        """Give a field its value, or say that nobody states it; dots lead into groups, to entries, to languages.

        What is given for a list is added to it. Raises RefusedError, and NoFieldError.
        """
        first, _, way = name.partition(".")
        field = field_called(self.model, first)
        if field.name == _GAPS and not way:
            for one in (part.strip() for part in given.strip("[]").split(",") if part.strip()):
                if "." in one and find_field(self.model, one):
                    self.gaps = [*dict.fromkeys((*self.gaps, one))]
                else:
                    self.leave_out(field_called(self.model, one))
            return
        if not way and field.presence != "needed" and says_unknown(given):
            self.leave_out(field)
            return
        self.values[field.name] = self._put(field.is_a, self.values.get(field.name), way, given)
        self.gaps = [one for one in self.gaps if one != field.name]

    def leave_out(self, field: Field) -> None:
        """Say that no source states a field."""
        self.values.pop(field.name, None)
        self.gaps = [*dict.fromkeys((*self.gaps, field.name))]

    def _put(self, is_a: FieldType[Any], held: Written | None, way: str, given: str) -> Written:
        """What a field holds once a value is given, for a part of it where there is a way."""
        if isinstance(is_a, ListOf):
            entries = list(held or [])
            if not way:
                return [*entries, *self._given.value(is_a, given, self.values)]
            first, _, rest = way.partition(".")
            number, rest = (int(first) - 1, rest) if is_number(first) else (max(len(entries) - 1, 0), way)
            entry = entries[number] if 0 <= number < len(entries) else None
            return [*entries[:number], self._put(is_a.item, entry, rest, given), *entries[number + 1 :]]
        if not way:
            return self._given.value(is_a, given, self.values)
        first, _, rest = way.partition(".")
        parts = dict(held) if isinstance(held, dict) else {}
        if isinstance(is_a, GroupOf):
            inner = field_called(is_a.model, first)
            kept = in_unit(inner.is_a, self.values.get(inner.unit_in), self._given.language)
            return parts | {inner.name: self._put(kept, parts.get(inner.name), rest, given)}
        if isinstance(is_a, LocalisedType):
            return parts | {first: given.strip()}
        raise is_a.wrong(way)

    def lacks(self) -> Iterator[Field]:
        """The fields that it cannot do without, or has to say of that nobody states them, in the order of the page."""
        facts = self.facts()
        for one in self.model.declared.values():
            owed = one.presence == "needed" or (facts is not None and is_required(facts, one))
            rests = one.name == _EVIDENCE and issubclass(self.model, Kind) and self.model.needs_source
            if (owed or rests) and one.name not in self.values and one.name not in self.gaps:
                yield one

    def facts(self) -> Any:
        """What it says so far, as if it had all that it needs."""
        fallback = {
            one.name: one.example or one.is_a.example
            for one in self.model.declared.values()
            if one.presence == "needed"
        }
        return parse(self.model, Nodes(self._written(), Position("")), fallback)[0]

    def _written(self) -> dict[str, Written]:
        gaps = {_GAPS: self.gaps} if self.gaps else {}
        given = self.values | gaps
        return {name: given[name] for name in self.model.declared if name in given}

    def file(self, languages: Sequence[str], *, with_text: bool) -> str:
        """What its file is to hold, in the canonical form, as far as its values are sound."""
        written = self._written()
        group, _, problems = parse(self.model, Nodes(written, Position("")))
        if group is not None and not problems:
            facts = write_group(group, languages)
        else:
            forms = {name: as_yaml(self.model.declared[name].is_a, one, languages) for name, one in written.items()}
            facts = "".join(f"{line}\n" for name, form in forms.items() for line in as_entry(name, form))
        if not with_text:
            return facts
        return f"---\n{facts}---\n" + (f"\n{self.text.strip()}\n" if self.text.strip() else "")
