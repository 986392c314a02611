"""What a field takes, said in words: whether it is owed, of what type it is, its limits, and where a page has it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.content.settings_types import OwnedType
from generator.fields.choices import Choice
from generator.fields.dates import DurationType
from generator.fields.declare import Field, Group, GroupOf
from generator.fields.references import Reference, TermType
from generator.fields.types import FieldType, ListOf
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER
from generator.text.inline import filled, sentence_case
from generator.view.text import Fact, Inline, Piece
from generator.words import N_, Words


@dataclass(frozen=True)
class Rules:
    """Says of the fields of a group what each takes; `ways` gives the address of a page, or of a group on it."""

    words: Words
    group: type[Group]
    ways: Callable[[object], str]

    def facts(self, one: Field) -> Iterator[Fact]:
        """A line for each thing that is to be known of a field."""
        text = self.words.text
        yield Fact(text("Required"), (self._owed(one),))
        yield Fact(text("What is written"), (self._type(one.is_a),))
        if limits := tuple(self._limits(one)):
            yield Fact(text("Limits"), limits)
        if places := tuple(self._places(one)):
            yield Fact(text("On the page"), places)

    def choices(self, one: Field) -> tuple[tuple[str, str], ...]:
        """The words to choose from, each with what it means."""
        is_a = one.item
        return (
            tuple((value, is_a.label(value, self.words)) for value in is_a.options) if isinstance(is_a, Choice) else ()
        )

    def named(self, name: str) -> str:
        """A field of the group, by its label and its key."""
        return f"{self.words.text(self.group.declared[name].label)} ({name})"

    # --- whether it is owed ---

    def _owed(self, one: Field) -> Inline:
        if one.presence == "needed":
            return self._said(N_("yes"))
        if one.presence == "required":
            return self._required(one)
        if self.group.exactly_one and one.name in self.group.exactly_one:
            return self._either(*self.group.exactly_one)
        return self._said(N_("no"))

    def _required(self, one: Field) -> Inline:
        if one.only_if:
            other, value = one.only_if
            option = dict(self.choices(self.group.declared[other])).get(value, value)
            return self._said(
                N_("yes, where {field} is “{option}”, or it is listed under not_stated"),
                field=self.named(other),
                option=option,
            )
        if one.unless:
            others = self.words.either(self.named(name) for name in one.unless)
            return self._said(N_("yes, or it is listed under not_stated; not where {fields} is filled"), fields=others)
        return self._said(N_("yes, or it is listed under not_stated"))

    def _either(self, first: str, second: str) -> Inline:
        return self._said(
            N_("one of the two, and only one: {first} or {second}"), first=self.named(first), second=self.named(second)
        )

    # --- what it takes ---

    def _type(self, is_a: FieldType[Any]) -> Inline:
        if isinstance(is_a, ListOf):
            return self._phrase(N_("a list, each entry {what}"), what=self._type(is_a.item))
        if isinstance(is_a, GroupOf):
            return (Piece(self.words.text(is_a.model.singular), href=self.ways(is_a.model)),)
        if isinstance(is_a, Choice):
            return self._said(N_("one of the words below"))
        if isinstance(is_a, TermType):
            return self._phrase(
                N_("an entry of the vocabulary {name}"), name=Piece(is_a.vocabulary, href=self.ways(is_a))
            )
        if isinstance(is_a, Reference):
            kind = BY_FOLDER[is_a.folder]
            folder = Piece(f"content/{kind.folder}", href=self.ways(kind))
            return self._phrase(N_("the id of a record of {folder}"), folder=folder)
        if isinstance(is_a, OwnedType):
            return self._phrase(N_("{what}, or “placeholder” until there is one"), what=self._type(is_a.inner))
        return self._said(is_a.expected)

    # --- its limits ---

    def _limits(self, one: Field) -> Iterator[Inline]:
        if one.limit:
            yield self._said(N_("at most {number} characters"), number=self.words.number(one.limit))
        if isinstance(one.is_a, ListOf) and one.is_a.at_least > 1:
            yield self._said(N_("at least {number} entries"), number=self.words.number(one.is_a.at_least))
        if one.past:
            yield self._said(N_("not after today"))
        if one.after:
            yield self._said(N_("not before {fields}"), fields=self._named(one.after))
        if one.before:
            yield self._said(N_("not after {fields}"), fields=self._named(one.before))
        if one.attested_by:
            yield self._said(N_("not after the date of {field}"), field=self.named(one.attested_by))
        if one.agrees_on:
            yield self._said(N_("with the same {fields} as this one"), fields=self._named(one.agrees_on))
        if one.one_record:
            yield self._said(N_("that of one record alone"))
        if isinstance(one.item, DurationType):
            yield self._said(N_("at most {number} years"), number=self.words.number(one.item.longest))
        if one.earlier:
            yield self._said(N_("of an earlier date than this one"))
        if one.apart_from and issubclass(self.group, Group):
            yield self._said(N_("none that stands in {fields}"), fields=self._named(one.apart_from))
        if one.one_each:
            yield self._said(N_("no more entries than {field}"), field=self.named(one.one_each))
        if one.at_most:
            yield self._said(N_("no more than {fields}"), fields=self._named(one.at_most))
        if one.parts_of:
            yield self._said(N_("all entries together are no more than {field}"), field=self.named(one.parts_of))
        if one.group:
            for together in one.group.told_apart_by:
                names = self.words.listed(self.words.text(one.group.declared[each].label) for each in together)
                yield self._said(N_("no two entries have the same: {fields}"), fields=names)
            if one.group.counted_in[0]:
                inner = Rules(self.words, one.group, self.ways)
                time, number = map(inner.named, one.group.counted_in)
                yield self._said(N_("{number} is higher the later {time} is"), number=number, time=time)
        if one.group and one.group.exactly_one:
            inner = Rules(self.words, one.group, self.ways)
            yield inner._either(*one.group.exactly_one)
        if one.inherited_from:
            yield self._said(N_("where it is empty, that of {field} counts"), field=self.named(one.inherited_from))

    def _named(self, names: tuple[str, ...]) -> str:
        return self.words.either(map(self.named, names))

    # --- where a page has it ---

    def _places(self, one: Field) -> Iterator[Inline]:
        text = self.words.text
        if one.private:
            yield self._said(N_("never, nor in the data: {why}"), why=text(one.private))
        elif one.hidden:
            yield self._said(N_("it has no line of its own: {why}"), why=text(one.hidden))
        if one.action:
            yield self._said(N_("a button: “{label}”"), label=text(one.action))
        if one.backlink and issubclass(self.group, Kind):
            heading = text(one.backlink.heading)
            yield self._said(N_("on the pages of those it names too, under “{heading}”"), heading=heading)

    def _said(self, message: str, **values: object) -> Inline:
        return (Piece(self.words.text(message, **values)),)

    def _phrase(self, message: str, **values: Piece | Inline) -> Inline:
        return filled(self.words.text(message, **{name: f"{{{name}}}" for name in values}), values)


def headed(words: Words, phrase: str) -> str:
    """What a group or a kind is called, as a heading."""
    return sentence_case(words.text(phrase))
