"""`content/site.yaml`: everything by which one owner's showcase differs from another's."""

import re
from collections.abc import Mapping
from typing import ClassVar
from urllib.parse import quote

from generator.content.browser_editor import BrowserEditor
from generator.content.coverage import Coverage
from generator.content.entrances import Home, NavigationEntry
from generator.content.glossary import Meaning
from generator.content.open_data import OpenData
from generator.content.owned_kinds import OwnedKind
from generator.content.settings_types import (
    HISTORY,
    ISSUES,
    PLACEHOLDER,
    ModelType,
    OwnedType,
    SiteLanguagesType,
)
from generator.fields.choices import Choice
from generator.fields.colours import COLOUR
from generator.fields.declare import Group, GroupOf, flag, many, needed, optional
from generator.fields.references import ANY_RECORD, ListOrRecord
from generator.fields.texts import FLAG, LANGUAGE, LOCALISED, TEXT, TextType
from generator.fields.time_zones import ROME, TIME_ZONE
from generator.fields.types import Site
from generator.fields.values import AnyRef
from generator.fields.web import MAILBOX, SITE_PATH, URL, BaseUrlType
from generator.kinds.allowance import Allowance
from generator.words import N_

OWNER_KINDS = Choice(
    {
        "demonstration": N_("demonstration"),
        "university": N_("university"),
        "group": N_("group of universities"),
    }
)


class Owner(Group):
    singular: ClassVar[str] = N_("the owner")
    name: Mapping[str, str] = needed(
        LOCALISED,
        N_("Name"),
        help=N_("The university or the group whose site it is."),
        example={"it": "Università di Collefiorito", "en": "University of Collefiorito"},
    )
    contact: str = needed(
        OwnedType(MAILBOX),
        N_("Contact"),
        help=N_("The mailbox of an office, never of a person; “placeholder” until there is one."),
    )
    kind: str = needed(OWNER_KINDS, N_("Kind"), help=N_("What the owner is."), example="university")


class Licence(Group):
    singular: ClassVar[str] = N_("the licence")
    title: str = needed(TextType("CC BY 4.0"), N_("Title"), help=N_("What the licence is called."))
    url: str = needed(
        URL,
        N_("Address"),
        help=N_("Where the licence can be read: the whole address, from https:// on."),
        example="https://creativecommons.org/licenses/by/4.0/",
    )


class Obligations(Group):
    """What the law asks the owner to say; `placeholder` where the owner has not yet."""

    singular: ClassVar[str] = N_("the obligations")
    accessibility_url: str = needed(
        OwnedType(URL),
        N_("Accessibility declaration"),
        help=N_("The address of the owner’s accessibility declaration; “placeholder” until there is one."),
        example="https://form.agid.gov.it/view/esempio",
    )
    privacy_url: str = needed(
        OwnedType(URL),
        N_("Privacy notice"),
        help=N_("The address of the owner’s privacy notice; “placeholder” until there is one."),
        example="https://collefiorito.example/privacy",
    )
    data_protection_contact: str = needed(
        OwnedType(MAILBOX),
        N_("Data protection contact"),
        help=N_("The mailbox of the data protection officer; “placeholder” until there is one."),
        example="rpd@collefiorito.example",
    )
    licence: Licence = needed(
        GroupOf(Licence), N_("Licence of the contents"), help=N_("The licence of the site’s texts and data.")
    )


class Accent(Group):
    """The owner's colour, for the light and the dark scheme."""

    singular: ClassVar[str] = N_("the accent")
    light: str = needed(
        COLOUR,
        N_("Light"),
        help=N_("The colour on a light background, in six digits after #; it must be dark enough to read."),
    )
    dark: str = needed(
        COLOUR,
        N_("Dark"),
        help=N_("The colour on a dark background, in six digits after #; it must be light enough to read."),
        example="#a5c3ff",
    )


class Settings(Group):
    """The settings of a site; records are written in the first of `languages`, or in `written_in`."""

    singular: ClassVar[str] = N_("the settings")
    former: ClassVar[Mapping[str, str]] = {
        "highlights": N_("the home page shows by itself what is new and what ends"),
        "addresses": N_("each kind has the words of its address under “kinds”"),
    }
    model: int | None = optional(ModelType(), N_("Version of the content model"))
    title: str = needed(TEXT, N_("Title"), help=N_("The name of the site."), example="Collefiorito aperta")
    description: Mapping[str, str] = needed(
        LOCALISED,
        N_("Description"),
        help=N_("What the site is, in a sentence."),
        example={
            "it": "Ciò che l’ateneo fa con il territorio e per il territorio.",
            "en": "What the university does with its area and for it.",
        },
    )
    languages: tuple[str, ...] = needed(
        SiteLanguagesType(LANGUAGE),
        N_("Languages"),
        help=N_("The languages of the site, by their codes; the first one’s pages stand at its root."),
        example=["it", "en"],
    )
    written_in: str | None = optional(
        LANGUAGE,
        N_("Language of the records"),
        help=N_("The language of the files that hold the facts, where it is not the first of the site."),
        example="it",
    )
    time_zone: str | None = optional(TIME_ZONE, N_("Time zone"))
    base_url: str = needed(
        BaseUrlType(),
        N_("Address"),
        help=N_("The whole address of the site, from https:// on; a path in it prefixes every link."),
        example="https://vetrina.collefiorito.example/",
    )
    first_address: str | None = optional(
        BaseUrlType(),
        N_("First address"),
        help=N_(
            "The site’s first address: calendars, feeds and data are named by it, "
            "so that they stay the same when it moves."
        ),
        example="https://vetrina.collefiorito.example/",
    )
    owner: Owner = needed(GroupOf(Owner), N_("Owner"), help=N_("Whose site it is."))
    demonstration: bool = flag(
        FLAG, N_("Demonstration"), help=N_("Yes if the site is a demonstration: every page then says so.")
    )
    navigation: tuple[NavigationEntry, ...] = many(
        GroupOf(NavigationEntry, alone="to"),
        N_("Navigation"),
        help=N_(
            "What every page links at its head: the folder of a kind, for its list, or one record. "
            "Without any, some lists stand there."
        ),
        example=["agreements", {"to": "indicators", "title": {"it": "Dati", "en": "Data"}}],
    )
    home: Home | None = optional(GroupOf(Home), N_("Home page"), help=N_("What the home page says and shows."))
    social_cards: tuple[str, ...] = many(
        ListOrRecord("agreements"),
        N_("Social cards"),
        help=N_("What has a card of its own where it is shared: all the records of a folder, or one."),
        example=["agreements", "pages/metodo"],
    )
    kinds: tuple[OwnedKind, ...] = many(
        GroupOf(OwnedKind),
        N_("Kinds"),
        help=N_("What the owner calls kinds, where their lists stand and stood, and which the site does without."),
        example=[{"kind": "cantieri", "address": {"it": "progetti-di-territorio", "en": "local-projects"}}],
    )
    former_pages: tuple[str, ...] = many(
        SITE_PATH,
        N_("Former pages"),
        help=N_(
            "Addresses of pages that have nothing to show any more: each leads to the nearest page above it, "
            "until there is a page again."
        ),
        example=["/accordi/partner/comune-di-esempio/"],
    )
    obligations: Obligations = needed(
        GroupOf(Obligations), N_("Obligations"), help=N_("What the law asks the owner to say.")
    )
    accent: Accent | None = optional(
        GroupOf(Accent), N_("Accent"), help=N_("The owner’s colour, for the light and the dark scheme.")
    )
    coverage: Coverage | None = optional(
        GroupOf(Coverage), N_("Coverage"), help=N_("How complete the register of agreements is.")
    )
    open_data: OpenData | None = optional(
        GroupOf(OpenData),
        N_("Data as a whole"),
        help=N_("What only the owner can say of the data: it stands in their catalogue, which data portals read."),
    )
    glossary: tuple[Meaning, ...] = many(
        GroupOf(Meaning),
        N_("Glossary"),
        help=N_("Words that not everybody knows: pages say what each means where it first stands."),
    )
    dossiers: tuple[AnyRef, ...] = many(
        ANY_RECORD,
        N_("Dossiers as files"),
        help=N_("The organisations and places whose dossier is a spreadsheet and a PDF too, besides its page."),
        example=["organisations/comune-di-valdombra"],
    )
    guide: bool = flag(
        FLAG,
        N_("Guide"),
        help=N_("Yes if the site has the guide for those who write, which search engines skip and no page links."),
    )
    editor: BrowserEditor | None = optional(
        GroupOf(BrowserEditor),
        N_("Editor in the browser"),
        help=N_("Where the editor in the browser finds the content, for whoever offers it to those who write."),
    )
    history: str | None = optional(HISTORY, N_("History of changes"))
    issues: str | None = optional(ISSUES, N_("Issues"))
    allow: tuple[Allowance, ...] = many(
        GroupOf(Allowance),
        N_("Exceptions"),
        help=N_("What looks like personal data in the settings or the vocabularies and is none, with the reason."),
    )

    @property
    def first_language(self) -> str:
        """The language whose pages stand at the root of the site."""
        return self.languages[0]

    @property
    def named_from(self) -> str:
        """The address by which what the site tells is named, wherever it moves to."""
        return self.first_address or self.base_url

    @property
    def language_of_facts(self) -> str:
        """The language in which records are written: that of the files that hold their facts."""
        return self.written_in or self.first_language

    @property
    def languages_of_translations(self) -> tuple[str, ...]:
        """The languages that records are translated into: all of the site's but the one they are written in."""
        return tuple(language for language in self.languages if language != self.language_of_facts)

    def list_address(self, folder: str, language: str) -> str:
        """The owner's word for the address of a kind's list; "" where that is the common one."""
        return next((one.address.get(language, "") for one in self.kinds if one.kind == folder and one.address), "")

    @property
    def switched_off(self) -> frozenset[str]:
        """The folders of the kinds that the site does without."""
        return frozenset(one.kind for one in self.kinds if one.off)

    @property
    def site(self) -> Site:
        """What types of fields leave to the owner."""
        return Site(self.languages, self.language_of_facts, self.time_zone or ROME)

    def history_of(self, path: str) -> str:
        """The address of a file's history in the owner's repository; "" where the owner links none."""
        return self.history.replace("{path}", quote(path)) if self.history else ""

    def issue_of(self, title: str, body: str) -> str:
        """Where an issue with a title and a text is written; "" where the owner links no such address."""
        said = {"{title}": quote(title, safe=""), "{body}": quote(body, safe="")}
        return re.sub("|".join(said), lambda gap: said[gap[0]], self.issues) if self.issues else ""

    def placeholders(self) -> list[str]:
        """The dotted names of what the owner has not yet written."""
        candidates = {
            "owner.contact": self.owner.contact,
            "obligations.accessibility_url": self.obligations.accessibility_url,
            "obligations.privacy_url": self.obligations.privacy_url,
            "obligations.data_protection_contact": self.obligations.data_protection_contact,
        }
        return [name for name, value in candidates.items() if value == PLACEHOLDER]
