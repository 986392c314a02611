"""`content/site.yaml`: everything by which one owner's showcase differs from another's."""

from collections.abc import Mapping
from typing import ClassVar
from urllib.parse import quote, urlsplit

from generator.content.coverage import Coverage
from generator.content.entrances import Home, NavigationEntry
from generator.fields.choices import Choice, Option
from generator.fields.declare import Group, GroupOf, flag, many, needed, optional
from generator.fields.texts import FLAG, LANGUAGE, LOCALISED, TEXT, NumberType, TextType
from generator.fields.types import FieldType, ListOf, RefusedError, Schema, Written, whole
from generator.fields.web import ADDRESS_WORDS, MAILBOX, URL, UrlType
from generator.kinds.catalogue import LISTED
from generator.words import N_, Phrase, Words
from generator.words import languages as interface_languages

PLACEHOLDER = "placeholder"
MODEL = 1
"""The version of the content model: what the kinds declare. Content without one was written for the first."""
HISTORY_GAP = "{path}"
"""What stands in the address of a file's history for the file, as seen from the root of the repository."""
OWNER_KINDS = Choice(
    {
        "demonstration": Option(N_("demonstration")),
        "university": Option(N_("university")),
        "group": Option(N_("group of universities")),
    }
)


class BaseUrlType(UrlType):
    """The address of the site: nothing follows its path."""

    def read(self, written: Written) -> str:
        base = super().read(written)
        if urlsplit(base).query or urlsplit(base).fragment:
            raise RefusedError("bad-url", written)
        return base if base.endswith("/") else f"{base}/"

    def schema(self, words: Words) -> Schema:
        return {**super().schema(words), "not": {"pattern": "[?#]"}}


class SiteLanguagesType(ListOf[str]):
    """The languages of the site, each one of the interface."""

    def schema(self, words: Words) -> Schema:
        item = {"enum": list(interface_languages())}
        return {"type": "array", "items": item, "minItems": 1, "uniqueItems": True}


class ColourType(FieldType[str]):
    """A colour in six digits."""

    expected = N_("a colour")
    example = "#12397f"

    def read(self, written: Written) -> str:
        text = TEXT.read(written).lower()
        if len(text) != 7 or text[0] != "#" or set(text[1:]) - set("0123456789abcdef"):
            raise self.wrong(written)
        return text

    def schema(self, words: Words) -> Schema:
        return {"type": "string", "pattern": whole("#[0-9A-Fa-f]{6}")}

    def _shown(self) -> Written:
        return f'"{self.example}"'


class OwnedType(FieldType[str]):
    """What only the owner can say, or `placeholder` until then."""

    def __init__(self, inner: FieldType[str]) -> None:
        self.inner, self.example = inner, inner.example
        self.help = N_("“placeholder” until the owner has it.")

    def read(self, written: Written) -> str:
        return PLACEHOLDER if written == PLACEHOLDER else self.inner.read(written)

    def schema(self, words: Words) -> Schema:
        return {"anyOf": [{"const": PLACEHOLDER}, self.inner.schema(words)]}


class HistoryType(UrlType):
    """An address with a gap for the path of a file."""

    help = N_("The address of a file’s history in the repository, with {{path}} where the file’s path goes.")
    example = "https://git.example/commits/main/{path}"

    def read(self, written: Written) -> str:
        url = super().read(written)
        if HISTORY_GAP not in url:
            expected = Phrase(N_("an address with {gap} in it"), {"gap": HISTORY_GAP})
            raise RefusedError("wrong-type", written, expected=expected, example=self.example)
        return url

    def schema(self, words: Words) -> Schema:
        return {**super().schema(words), "allOf": [{"pattern": r"\{path\}"}]}


class ModelType(NumberType):
    """The version of the content model that the content was written for."""

    help = N_("The version of the content model that this content was written for.")
    example = str(MODEL)

    def read(self, written: Written) -> int:
        number = super().read(written)
        if number != MODEL:
            raise RefusedError("unknown-model", written, number=number, current=MODEL)
        return number

    def schema(self, words: Words) -> Schema:
        return {"enum": [MODEL, str(MODEL)]}


class SegmentsType(FieldType[Mapping[str, Mapping[str, str]]]):
    """The owner's own words for the addresses of lists: for the folder of a kind, one in each language."""

    expected = N_("an address for each language")
    help = N_("For the folder of a kind, the word of its list’s address in each language.")
    widget = "object"

    def __init__(self) -> None:
        self.example = {"agreements": {"it": "protocolli", "en": "agreements"}}

    def read(self, written: Written) -> Mapping[str, Mapping[str, str]]:
        if not isinstance(written, dict):
            raise self.wrong(written)
        return {folder: ADDRESS_WORDS.read(words) for folder, words in written.items()}

    def write(self, value: Mapping[str, Mapping[str, str]]) -> Written:
        return {folder: dict(words) for folder, words in value.items()}

    def schema(self, words: Words) -> Schema:
        return {
            "type": "object",
            "propertyNames": {"enum": LISTED},
            "additionalProperties": ADDRESS_WORDS.schema(words),
        }

    def _shown(self) -> Written:
        return "{agreements: {it: protocolli, en: agreements}}"


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
        ColourType(),
        N_("Light"),
        help=N_("The colour on a light background, in six digits after #; it must be dark enough to read."),
    )
    dark: str = needed(
        ColourType(),
        N_("Dark"),
        help=N_("The colour on a dark background, in six digits after #; it must be light enough to read."),
        example="#a5c3ff",
    )


class Settings(Group):
    """The settings of a site; the first of `languages` is the one records are written in."""

    singular: ClassVar[str] = N_("the settings")
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
        help=N_("The languages of the site, by their codes; records are written in the first."),
        example=["it", "en"],
    )
    base_url: str = needed(
        BaseUrlType(),
        N_("Address"),
        help=N_("The whole address of the site, from https:// on; a path in it prefixes every link."),
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
            "What every page links at its head: the folder of a kind, for its list, or one record; "
            "without any, the lists of what is done, measured and planned."
        ),
        example=["agreements", {"to": "indicators", "title": {"it": "Dati", "en": "Data"}}],
    )
    home: Home | None = optional(GroupOf(Home), N_("Home page"), help=N_("What the home page says and shows."))
    social_cards: tuple[str, ...] = many(
        TextType("agreements"),
        N_("Social cards"),
        help=N_("What has a card of its own where it is shared: all the records of a folder, or one."),
        example=["agreements", "pages/metodo"],
    )
    addresses: Mapping[str, Mapping[str, str]] | None = optional(SegmentsType(), N_("Addresses of lists"))
    """The owner's words for the addresses of lists, by folder and language, where they are not the common ones."""
    obligations: Obligations = needed(
        GroupOf(Obligations), N_("Obligations"), help=N_("What the law asks the owner to say.")
    )
    accent: Accent | None = optional(
        GroupOf(Accent), N_("Accent"), help=N_("The owner’s colour, for the light and the dark scheme.")
    )
    coverage: Coverage | None = optional(
        GroupOf(Coverage), N_("Coverage"), help=N_("How complete the register of agreements is.")
    )
    history: str | None = optional(HistoryType(), N_("History of changes"))

    @property
    def first_language(self) -> str:
        """The language records are written in."""
        return self.languages[0]

    def history_of(self, path: str) -> str:
        """The address of a file's history in the owner's repository; "" where the owner links none."""
        return self.history.replace(HISTORY_GAP, quote(path)) if self.history else ""

    def placeholders(self) -> list[str]:
        """The dotted names of what the owner has not yet written."""
        candidates = {
            "owner.contact": self.owner.contact,
            "obligations.accessibility_url": self.obligations.accessibility_url,
            "obligations.privacy_url": self.obligations.privacy_url,
            "obligations.data_protection_contact": self.obligations.data_protection_contact,
        }
        return [name for name, value in candidates.items() if value == PLACEHOLDER]
