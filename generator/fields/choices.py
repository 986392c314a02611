"""Choices: the values a field can take, each with its words and its place in addresses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.fields.types import FieldType, RefusedError, Schema, Speaker, Written
from generator.problems.spelling import called_just_so, did_you_mean, named_so
from generator.view.text import Piece
from generator.words import N_, Labelled, Words, languages, words_for
from generator.words import called as labels


@dataclass(frozen=True)
class Option:
    """A value of a choice. `label` and `heading` are English, for the catalogues."""

    label: str
    heading: str = ""
    """The heading of the records that share it; the label, where it has none."""
    segments: Mapping[str, str] | None = None
    """The word of the address for its part of a list, by language; the value itself where a language has none."""
    former: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The words it had in addresses before, by language: they lead to the one it has."""
    schema_org: str = ""
    """The type of a record of this value, in schema.org; of an event that is off, its status there."""
    within: str = ""
    """The option that counts what this one counts a part of: funded projects were submitted."""
    measured_as: FieldType[Any] | None = None
    """Of an option that says what is counted: the type of the quantity, a count or a sum of money."""
    since: tuple[str, ...] = ()
    """Of a status: the dates that have come where it is true."""
    until: tuple[str, ...] = ()
    """Of a status: the dates that are still to come while it is true."""
    also: str = ""
    """What else a writer may call it, or who looks for a status, in English, parted by commas."""
    loosely: str = ""
    """What a writer may call it who may mean another as well, in English, parted by commas."""
    asks: str = ""
    """Of a status that leaves something open: what is to be asked of a record that stands so, in English."""
    answered_by: tuple[str, ...] = ()
    """The fields that an answer to that would fill; of a kind with a period, those of its start and end if none is."""
    part_of: tuple[str, str] | None = None
    """Of a part of another option: that option, and what the part is called after its number, within it."""
    marks: bool = False
    """Whether lists say it of each record that has it: what is only planned does not pass for what there is."""


class Choice(FieldType[str]):
    """One of the options, by its word."""

    expected = N_("a word of a list")
    widget = "select"
    is_code = True

    ranked = False
    """Whether their order says something: lists keep it."""

    def __init__(self, options: Mapping[str, Option | str]) -> None:
        self.options = {value: Option(one) if isinstance(one, str) else one for value, one in options.items()}
        """An option of which there is nothing but its label is given by that alone."""
        self.example = next(iter(options))

    def read(self, written: Written) -> str:
        text = self.text(written)
        if text not in self.options:
            raise RefusedError(
                "bad-choice", text, known=[Labelled(value, one.label) for value, one in self.options.items()]
            )
        return text

    def meant(self, written: str) -> tuple[str, ...]:
        if named := self.mend(written):
            return (named,)
        loosely = {value: labels(one.loosely) for value, one in self.options.items()}
        return tuple(called_just_so(written, loosely)) or did_you_mean(written, self.called(), in_part=True)

    def mend(self, written: str) -> str:
        return named_so(written, self.called())

    def called(self) -> Mapping[str, tuple[str, ...]]:
        """The options, each with what it is called."""
        return {value: labels(one.label, one.heading, one.also) for value, one in self.options.items()}

    def schema(self, words: Words) -> Schema:
        return {"oneOf": [self._option(value, words) for value in self.options]}

    def say(self, value: str, speaker: Speaker) -> Piece:
        return Piece(self.label(value, speaker.words))

    def label(self, value: str, words: Words) -> str:
        """What an option is called in a language."""
        return words.text(self.options[value].label)

    def heading(self, value: str, words: Words) -> str:
        """What heads the records that share an option: its heading, or else its label."""
        return words.text(self.options[value].heading or self.options[value].label)

    def segment(self, value: str, language: str) -> str:
        """The word of the address for an option: declared, or else the value itself."""
        return (self.options[value].segments or {}).get(language, value)

    def _option(self, value: str, words: Words) -> Schema:
        """An option with its label, and what it is called in every language of the interface."""
        labels = {language: self.label(value, words_for(language)) for language in languages()}
        return {"const": value, "title": self.label(value, words), "x-labels": labels}


class Ranked(Choice):
    """A choice whose options stand in an order, such as statuses."""

    ranked = True
