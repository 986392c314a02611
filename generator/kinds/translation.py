"""What a translation of a record holds besides its text: words, never facts."""

from generator.fields.declare import Group, GroupOf, needed, optional
from generator.fields.texts import TEXT, ImpersonalType
from generator.kinds.common import SHORT_TITLE_LIMIT, SUMMARY_LIMIT, TITLE_LIMIT
from generator.words import N_


class TranslatedImage(Group):
    singular = N_("the picture of a translation")
    alt: str = needed(
        TEXT,
        N_("Alternative text"),
        help=N_("What the picture shows, in the language of the translation."),
        example="The old pier at sunset",
    )


class Translation(Group):
    """All that a translation may hold besides its text."""

    singular = N_("a translation")
    title: str = needed(
        TEXT,
        N_("Title"),
        help=N_("The title in the language of the translation."),
        example="A river in common",
        limit=TITLE_LIMIT,
    )
    short_title: str | None = optional(
        TEXT,
        N_("Short title"),
        help=N_("What stands in for the title where there is little room."),
        example="River in common",
        limit=SHORT_TITLE_LIMIT,
    )
    summary: str | None = optional(
        TEXT,
        N_("Summary"),
        help=N_("The summary in the language of the translation."),
        example="Two universities and a town study the river’s floods together.",
        limit=SUMMARY_LIMIT,
    )
    image: TranslatedImage | None = optional(
        GroupOf(TranslatedImage),
        N_("Picture"),
        help=N_("The words of the picture, in the language of the translation."),
    )
    translated_from: str | None = optional(
        ImpersonalType("a3f02c - 91b7d4 - 04e2aa 77c01b"),
        N_("Translated from"),
        help=N_("Written by “vetrina translate”: a short hash of each part translated, which tells when one changes."),
    )
