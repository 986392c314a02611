"""`content/site.yaml`: everything by which one owner's showcase differs from another's."""

from typing import Annotated, Any, ClassVar
from urllib.parse import quote, urlsplit

from pydantic import PlainValidator

from generator.kinds.declare import Group, many, needed, optional
from generator.kinds.fields import (
    Choices,
    Flag,
    Localised,
    MixedRef,
    Text,
    Url,
    read_mailbox,
    read_url,
    read_words,
    refuse,
)
from generator.words import N_, Phrase

SITE_FILE = "content/site.yaml"
PLACEHOLDER = "placeholder"
HISTORY_GAP = "{path}"
"""What stands in the address of a file's history for the file, as seen from the root of the repository."""
OWNER_KIND = Choices(
    {
        "demonstration": N_("demonstration"),
        "university": N_("university"),
        "group": N_("group of universities"),
    }
)


def _read_base(value: Any) -> str:
    base = read_url(value)
    if urlsplit(base).query or urlsplit(base).fragment:
        raise refuse("bad-url", value)
    return base if base.endswith("/") else f"{base}/"


def _read_colour(value: Any) -> str:
    text = read_words(value).lower()
    if len(text) != 7 or text[0] != "#" or set(text[1:]) - set("0123456789abcdef"):
        raise refuse("wrong-type", value, expected=Phrase(N_("a colour")), example='"#12397f"')
    return text


def _read_owned_url(value: Any) -> str:
    return PLACEHOLDER if value == PLACEHOLDER else read_url(value)


def _read_owned_mailbox(value: Any) -> str:
    return PLACEHOLDER if value == PLACEHOLDER else read_mailbox(value)


def _read_history(value: Any) -> str:
    url = read_url(value)
    if HISTORY_GAP not in url:
        expected = Phrase(N_("an address with {gap} in it"), {"gap": HISTORY_GAP})
        raise refuse("wrong-type", value, expected=expected, example=f"https://git.example/commits/main/{HISTORY_GAP}")
    return url


BaseUrl = Annotated[str, PlainValidator(_read_base)]
OwnedUrl = Annotated[str, PlainValidator(_read_owned_url)]
OwnedMailbox = Annotated[str, PlainValidator(_read_owned_mailbox)]
HistoryUrl = Annotated[str, PlainValidator(_read_history)]
Colour = Annotated[str, PlainValidator(_read_colour)]


class Owner(Group):
    singular: ClassVar[str] = N_("the owner")
    name: Localised = needed(N_("Name"))
    contact: OwnedMailbox = needed(N_("Contact"))
    kind: Annotated[str, PlainValidator(OWNER_KIND)] = needed(N_("Kind"))


class Licence(Group):
    singular: ClassVar[str] = N_("the licence")
    title: Text = needed(N_("Title"))
    url: Url = needed(N_("Address"))


class Obligations(Group):
    """What the law asks the owner to say; `placeholder` where the owner has not yet."""

    singular: ClassVar[str] = N_("the obligations")
    accessibility_url: OwnedUrl = needed(N_("Accessibility declaration"))
    privacy_url: OwnedUrl = needed(N_("Privacy notice"))
    data_protection_contact: OwnedMailbox = needed(N_("Data protection contact"))
    licence: Licence = needed(N_("Licence of the contents"))


class Accent(Group):
    """The owner's colour, for the light and the dark scheme."""

    singular: ClassVar[str] = N_("the accent")
    light: Colour = needed(N_("Light"))
    dark: Colour = needed(N_("Dark"))


class Settings(Group):
    """The settings of a site; the first of `languages` is the one records are written in."""

    singular: ClassVar[str] = N_("the settings")
    title: Text = needed(N_("Title"))
    description: Localised = needed(N_("Description"))
    languages: tuple[Text, ...] = needed(N_("Languages"))
    base_url: BaseUrl = needed(N_("Address"))
    owner: Owner = needed(N_("Owner"))
    demonstration: Flag = False
    navigation: tuple[Text, ...] = many(N_("Navigation"))
    highlights: tuple[MixedRef, ...] = many(N_("Highlights"))
    social_cards: tuple[Text, ...] = many(N_("Social cards"))
    """The records whose page has a card of its own where it is shared: all of a folder, or one."""
    obligations: Obligations = needed(N_("Obligations"))
    accent: Accent | None = optional(N_("Accent"))
    history: HistoryUrl | None = optional(N_("History of changes"))

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
