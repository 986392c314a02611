"""Types of the settings: what only a site as a whole has."""

from collections.abc import Mapping

from generator.fields.texts import TEXT, NumberType
from generator.fields.types import FieldType, ListOf, RefusedError, Schema, Written, whole
from generator.fields.web import ADDRESS_WORDS, UrlType
from generator.kinds.catalogue import LISTED
from generator.words import N_, Phrase, Words
from generator.words import languages as interface_languages

PLACEHOLDER = "placeholder"
MODEL = 3
"""The version of the content model: what the kinds declare. Content without one was written for the first; with each
change that old content does not follow it is one more, and has its step in `upgrades/steps.py`."""


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


class GapsType(UrlType):
    """An address with gaps in braces, which are filled for each page."""

    def __init__(self, *gaps: str, help: str, example: str) -> None:
        self.gaps, self.help, self.example = tuple(f"{{{gap}}}" for gap in gaps), help, example

    def read(self, written: Written) -> str:
        url = super().read(written)
        for gap in self.gaps:
            if gap not in url:
                expected = Phrase(N_("an address with {gap} in it"), {"gap": gap})
                raise RefusedError("wrong-type", written, expected=expected, example=self.example)
        return url

    def schema(self, words: Words) -> Schema:
        patterns = [{"pattern": gap.replace("{", r"\{").replace("}", r"\}")} for gap in self.gaps]
        return {**super().schema(words), "allOf": patterns}


HISTORY = GapsType(
    "path",
    help=N_("The address of a file’s history in the repository, with {{path}} where the file’s path goes."),
    example="https://git.example/commits/main/{path}",
)
ISSUES = GapsType(
    "title",
    "body",
    help=N_("Where an issue of the repository is written, with {{title}} and {{body}} where these go."),
    example="https://git.example/issues/new?title={title}&body={body}",
)


class ModelType(NumberType):
    """The version of the content model that the content was written for."""

    help = N_("The version of the content model that this content was written for.")
    example = str(MODEL)

    def read(self, written: Written) -> int:
        number = super().read(written)
        if not 0 < number <= MODEL:
            raise RefusedError("unknown-model", written, number=number, current=MODEL)
        return number

    def schema(self, words: Words) -> Schema:
        versions = range(1, MODEL + 1)
        return {"enum": [*versions, *map(str, versions)]}


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
