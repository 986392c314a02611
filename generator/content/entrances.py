"""The ways into a site that its owner chooses: the panes of the navigation, and what the home page says and shows."""

from collections.abc import Mapping
from typing import ClassVar

from generator.fields.declare import Group, GroupOf, many, needed, optional
from generator.fields.references import ANY_RECORD, ListOrRecord
from generator.fields.texts import LOCALISED
from generator.fields.values import AnyRef
from generator.words import N_


class NavigationEntry(Group):
    """A pane of the navigation; one that needs no title is written as what it leads to."""

    singular: ClassVar[str] = N_("an entry of the navigation")
    told_apart_by = (("to",),)
    to: str = needed(
        ListOrRecord("agreements"),
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


class DoorEntry(NavigationEntry):
    """A door of the home page: its picture follows from what it leads to."""

    singular: ClassVar[str] = N_("a door of the home page")
    text: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Text"),
        help=N_("What is behind it, in a line; without it, what is counted there."),
        example={"it": "I laboratori aperti con la valle", "en": "The workshops open to the valley"},
    )


class Home(Group):
    singular: ClassVar[str] = N_("the home page")
    title: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Title"),
        help=N_("The heading of the home page; without it, what the owner, or universities, do for society."),
        example={"it": "Che cosa fa l’ateneo per la valle", "en": "What the university does for the valley"},
    )
    lead: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Lead"),
        help=N_("What one finds here, in a sentence or two; without it, the description of the site."),
        example={"it": "Qui trovi progetti e accordi, con le fonti.", "en": "Projects and agreements, with sources."},
    )
    searches: tuple[Mapping[str, str], ...] = many(
        LOCALISED,
        N_("Examples of searches"),
        help=N_(
            "What one may search for, in a word or two; five are enough. Without any, short names of what there is."
        ),
        example=[{"it": "fiume", "en": "river"}],
    )
    doors: tuple[DoorEntry, ...] = many(
        GroupOf(DoorEntry, alone="to"),
        N_("Doors"),
        help=N_("The four things to begin with; without any, the first four of the navigation."),
        example=["agreements", {"to": "programmes/citta-aperta", "title": {"it": "Città", "en": "City"}}],
    )
    figures: tuple[AnyRef, ...] = many(
        ANY_RECORD,
        N_("Figures"),
        help=N_(
            "The indicators and awards of which the home page shows a figure, four at most; without any, the first."
        ),
        example=["indicators/visitatori"],
    )
