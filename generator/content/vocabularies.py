"""Vocabularies: the entries by which records are classified, with their version and their source."""

from collections.abc import Mapping
from typing import ClassVar

from generator.fields.declare import Group, GroupOf, flag, many, needed, optional
from generator.fields.texts import FLAG, LOCAL_ID, LOCALISED, TEXT, TextType
from generator.words import N_

NAMES = ("topics", "fields-of-action", "engagement", "sdgs", "audiences")
VOCABULARIES = "vocabularies"


class Entry(Group):
    """An entry; one that is not verified at the vocabulary's source is not offered."""

    singular: ClassVar[str] = N_("an entry of a vocabulary")
    id: str = needed(
        LOCAL_ID,
        N_("Id"),
        help=N_("What records call it: lower-case letters without accents, digits, hyphens; never digits alone."),
    )
    label: Mapping[str, str] = needed(
        LOCALISED, N_("Label"), help=N_("What pages call it."), example={"it": "energia", "en": "energy"}
    )
    searched_as: tuple[str, ...] = many(
        TEXT,
        N_("Searched for as"),
        help=N_("Other words by which people look for it, in any language: the search knows them, no page shows them."),
        example=["sanità", "healthcare"],
    )
    verified: bool = flag(
        FLAG,
        N_("Verified at its source"),
        help=N_("Yes if it was checked at the vocabulary’s source: records can use only those that were."),
    )
    for_citizens: bool = flag(
        FLAG,
        N_("For citizens"),
        help=N_("Yes if what it classifies is for anybody: citizens find it on the page where needs are proposed."),
    )
    stands_for: tuple[str, ...] = many(
        LOCAL_ID,
        N_("Stands for"),
        help=N_(
            "The entries of the other scheme that it stands for, by their ids there: a report has both side by side."
        ),
        example=["energia-e-clima"],
    )


class OtherEntry(Group):
    """An entry of another scheme: no record is classified by it."""

    singular: ClassVar[str] = N_("an entry of another scheme")
    id: str = needed(LOCAL_ID, N_("Id"), help=N_("What “stands_for” of the entries of this vocabulary calls it."))
    label: Mapping[str, str] = needed(
        LOCALISED, N_("Label"), help=N_("What reports call it."), example={"it": "Energia e clima", "en": "Energy"}
    )
    verified: bool = flag(
        FLAG,
        N_("Verified at its source"),
        help=N_("Yes if it was checked at the scheme’s source: reports have only those that were."),
    )


class OtherScheme(Group):
    """A scheme of before or of others, with which a vocabulary is compared."""

    singular: ClassVar[str] = N_("another scheme")
    rules = ({"properties": {"terms": {"uniqueItems": True}}},)
    title: Mapping[str, str] = needed(
        LOCALISED, N_("Title"), help=N_("What the scheme is called."), example={"it": "Ambiti", "en": "Fields"}
    )
    version: str = needed(TextType("2020-2024"), N_("Version"), help=N_("The version or the years of the scheme."))
    source: str = needed(TEXT, N_("Source"), help=N_("Where its entries come from."), example="bando, allegato 2")
    terms: tuple[OtherEntry, ...] = many(
        GroupOf(OtherEntry), N_("Entries"), help=N_("Its entries, in its order."), needed=True
    )


class Vocabulary(Group):
    singular: ClassVar[str] = N_("a vocabulary")
    rules = ({"properties": {"terms": {"uniqueItems": True}}},)
    title: Mapping[str, str] = needed(
        LOCALISED, N_("Title"), help=N_("What the vocabulary is called."), example={"it": "Temi", "en": "Topics"}
    )
    version: str = needed(TextType("2026-01"), N_("Version"), help=N_("The version or the year of the vocabulary."))
    source: str = needed(TEXT, N_("Source"), help=N_("Where the entries come from."), example="elenco della redazione")
    terms: tuple[Entry, ...] = many(
        GroupOf(Entry), N_("Entries"), help=N_("The entries, in the order in which they are to stand.")
    )
    other_scheme: OtherScheme | None = optional(
        GroupOf(OtherScheme),
        N_("Other scheme"),
        help=N_("A scheme of before, or of others, for which entries of this one stand: “vetrina report” has both."),
    )

    def entry(self, id_: str) -> Entry | None:
        """The entry called `id_`."""
        return next((entry for entry in self.terms if entry.id == id_), None)
