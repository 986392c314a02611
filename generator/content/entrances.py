"""The ways into a site that its owner chooses: the panes of the navigation."""

from collections.abc import Mapping
from typing import ClassVar

from generator.fields.declare import Group, needed, optional
from generator.fields.texts import LOCALISED, TextType
from generator.words import N_


class NavigationEntry(Group):
    """A pane of the navigation; one that needs no title is written as what it leads to."""

    singular: ClassVar[str] = N_("an entry of the navigation")
    to: str = needed(
        TextType("agreements"),
        N_("Leads to"),
        help=N_("The folder of a kind, for its list, or one record, by folder and id."),
        example="pages/metodo",
    )
    title: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Title"),
        help=N_("What it is called, where the title of the list or the short title of the record is too long."),
        example={"it": "Dati", "en": "Data"},
    )
