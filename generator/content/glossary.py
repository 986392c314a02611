"""Words that citizens do not know, and what they mean: pages explain each where it first stands."""

from collections.abc import Mapping
from typing import ClassVar

from generator.fields.declare import Group, needed
from generator.fields.texts import LOCALISED
from generator.words import N_


class Meaning(Group):
    singular: ClassVar[str] = N_("an entry of the glossary")
    told_apart_by = (("word",),)
    word: Mapping[str, str] = needed(
        LOCALISED,
        N_("Word"),
        help=N_("The word as texts have it; its other forms after it, with commas between."),
        example={"it": "accordo quadro, accordi quadro", "en": "framework agreement, framework agreements"},
    )
    meaning: Mapping[str, str] = needed(
        LOCALISED,
        N_("Meaning"),
        help=N_("What it means, in a sentence that everybody understands."),
        example={
            "it": "Un accordo che apre la strada ad altri.",
            "en": "An agreement that leads to others.",
        },
    )
