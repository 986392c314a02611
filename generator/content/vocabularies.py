"""Vocabularies: the entries by which records are classified, with their version and their source."""

from collections.abc import Mapping
from typing import ClassVar

from generator.kinds.field import Group, GroupOf, flag, many, needed
from generator.kinds.types.texts import FLAG, LOCAL_ID, LOCALISED, TEXT, TextType
from generator.words import N_

NAMES = ("topics", "fields-of-action", "engagement", "sdgs", "audiences")
FOLDER = "vocabularies"


class Entry(Group):
    """An entry; one that is not verified at the vocabulary's source is not offered."""

    singular: ClassVar[str] = N_("an entry of a vocabulary")
    id: str = needed(LOCAL_ID, N_("Id"))
    label: Mapping[str, str] = needed(LOCALISED, N_("Label"))
    verified: bool = flag(FLAG, N_("Verified at its source"))


class Vocabulary(Group):
    singular: ClassVar[str] = N_("a vocabulary")
    title: Mapping[str, str] = needed(LOCALISED, N_("Title"))
    version: str = needed(TextType("2026-01"), N_("Version"))
    source: str = needed(TEXT, N_("Source"))
    terms: tuple[Entry, ...] = many(GroupOf(Entry), N_("Entries"))

    def entry(self, id_: str) -> Entry | None:
        """The entry called `id_`."""
        return next((entry for entry in self.terms if entry.id == id_), None)
