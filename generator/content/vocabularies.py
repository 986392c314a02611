"""Vocabularies: the entries by which records are classified, with their version and their source."""

from typing import ClassVar

from generator.kinds.declare import Group, many, needed
from generator.kinds.fields import Flag, LocalId, Localised, Text
from generator.words import N_

NAMES = ("topics", "fields-of-action", "engagement", "sdgs", "audiences")
FOLDER = "vocabularies"


class Entry(Group):
    """An entry; one that is not verified at the vocabulary's source is not offered."""

    singular: ClassVar[str] = N_("an entry of a vocabulary")
    id: LocalId = needed(N_("Id"))
    label: Localised = needed(N_("Label"))
    verified: Flag = False


class Vocabulary(Group):
    singular: ClassVar[str] = N_("a vocabulary")
    title: Localised = needed(N_("Title"))
    version: Text = needed(N_("Version"))
    source: Text = needed(N_("Source"))
    terms: tuple[Entry, ...] = many(N_("Entries"))

    def entry(self, id_: str) -> Entry | None:
        """The entry called `id_`."""
        return next((entry for entry in self.terms if entry.id == id_), None)
