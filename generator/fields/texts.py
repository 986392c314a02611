"""Texts: on one line, in each language, ids, numbers, yes or no."""

import re
from collections.abc import Mapping
from unicodedata import normalize

from generator.fields.meant.numbers import FIGURES, is_number, meant_quantity
from generator.fields.types import FieldType, RefusedError, Schema, Site, Speaker, Written, whole
from generator.machine.web_origin import origin
from generator.view.text import Piece
from generator.words import N_, Phrase, Words, is_language, language_called, language_codes, languages

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
WEB_ADDRESS = re.compile(
    r"""(?!.*(?:\.\.\.|…)\s*$)[Hh][Tt][Tt][Pp][Ss]?://(?:localhost|[^\s/?#:"<>@\\]+\.[^\s/?#:"<>@\\]+)"""
    r"""(?::[0-9]+)?(?:[/?#][^\s"<>]*)?"""
)
"""A complete one, its scheme in any letters: what ends in three dots was cut where it was copied from, what stands
before an @ is no host.
"""
_DIGEST = re.compile(r"[0-9a-f]{16}")
_ELSEWHERE = re.compile(r"[/\\]|^\.{1,2}$")
_YES, _NO = "si sì yes vero true y on 1 x ja oui".split(), "no falso false n off 0 nein non".split()


def suggested_id(name: str) -> str:
    """An id made from any words: accents folded, everything else a hyphen."""
    folded = normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", folded)) or "record"


def is_web_address(text: str) -> bool:
    """Whether a text is a complete web address and nothing else."""
    if not WEB_ADDRESS.fullmatch(text):
        return False
    try:
        origin(text)
    except ValueError:  # brackets that hold no IPv6 address, a port that is no number
        return False
    return True


class TextType(FieldType[str]):
    """A text on one line; one that is a web address is linked."""

    expected = N_("a text")
    example = "…"

    def __init__(self, example: str = "…") -> None:
        self.example = example

    def read(self, written: Written) -> str:
        text = self.text(written)
        if "\n" in text:
            raise self.wrong(text, N_("a text on one line"))
        return text

    def schema(self, words: Words) -> Schema:
        return {"type": ["string", "number", "boolean"], "pattern": whole(r"\S[^\n]*")}

    def say(self, value: str, speaker: Speaker) -> Piece:
        return Piece(value, href=value if is_web_address(value) else "")

    def _shown(self) -> Phrase | Written:
        return Phrase(N_("a few words"))


class ImpersonalType(TextType):
    """A text of which it is known that nothing in it is of a person, whatever it looks like."""

    is_impersonal = True


TEXT = TextType()


class CodeType(TextType):
    """One of the texts that mean something where it stands."""

    def __init__(self, codes: tuple[str, ...], example: str) -> None:
        super().__init__(example)
        self.codes = codes

    def schema(self, words: Words) -> Schema:
        return {"enum": list(self.codes)}


class FewWordsType(TextType):
    """A short passage, quoted to be compared: no more than may be quoted without asking."""

    most = 25
    example = "…"

    def read(self, written: Written) -> str:
        text = super().read(written)
        if (number := len(text.split())) > self.most:
            raise RefusedError("too-many-words", text, number=number, limit=self.most)
        return text

    def schema(self, words: Words) -> Schema:
        return {**super().schema(words), "pattern": whole(rf"\S+(?:[^\S\n]+\S+){{0,{self.most - 1}}}")}


class DigestType(TextType):
    """A digest in sixteen signs."""

    expected = N_("a digest of sixteen signs, from 0 to 9 and from a to f")
    example = "5f0c2e9b7a41d386"
    is_code = True
    is_impersonal = True

    def __init__(self) -> None:
        super().__init__(self.example)

    def read(self, written: Written) -> str:
        text = super().read(written)
        if not _DIGEST.fullmatch(text):
            raise self.wrong(text)
        return text

    def schema(self, words: Words) -> Schema:
        return {"type": ["string", "integer"], "pattern": whole(_DIGEST.pattern), "minimum": 0}


class FileNameType(TextType):
    """The name of a file beside the record, its letters composed (NFC) as those of the files are."""

    def read(self, written: Written) -> str:
        return normalize("NFC", super().read(written))


class BesideType(TextType):
    """The name of a file in the folder of another, never a way to one elsewhere."""

    expected = N_("the name of a file in the same folder, without any folder before it")

    def read(self, written: Written) -> str:
        text = super().read(written)
        if _ELSEWHERE.search(text):
            raise self.wrong(text)
        return text

    def schema(self, words: Words) -> Schema:
        return {"type": ["string", "number", "boolean"], "pattern": whole(r"(?!\.{1,2}$)[^\s/\\][^/\\\n]*")}

    def _shown(self) -> Phrase | Written:
        return self.example


class LanguageType(TextType):
    """The code of a language; pages say its name."""

    example = "it"
    is_code = True

    def __init__(self) -> None:
        super().__init__("it")

    def read(self, written: Written) -> str:
        text = super().read(written)
        if not is_language(text):
            raise RefusedError("no-language", text)
        return text

    def meant(self, written: str) -> tuple[str, ...]:
        code = language_called(written)
        return (code,) if code else ()

    def schema(self, words: Words) -> Schema:
        return {"type": "string", "pattern": whole("|".join(language_codes()))}

    def say(self, value: str, speaker: Speaker) -> Piece:
        return Piece(speaker.words.language_name(value))


class LocalisedType(FieldType[Mapping[str, str]]):
    """A text in each language of the site."""

    expected = N_("a text for each language")
    help = N_("Write it in each language of the site.")
    widget = "object"

    def __init__(self) -> None:
        self.example = {"it": "…", "en": "…"}

    def read(self, written: Written) -> Mapping[str, str]:
        if not isinstance(written, dict) or not written:
            raise self.wrong(written)
        return {language: TEXT.read(text) for language, text in written.items()}

    def write(self, value: Mapping[str, str]) -> Written:
        return dict(value)

    def columns_of(self, site: Site) -> tuple[str, ...]:
        return tuple(f".{language}" for language in site.languages)

    def cells(self, value: Mapping[str, str], site: Site) -> tuple[str, ...]:
        return tuple(value.get(language, "") for language in site.languages)

    def of_cells(self, cells: Mapping[str, str], site: Site) -> Written:
        return {column.removeprefix(".") or site.written_in: text for column, text in cells.items()}

    def schema(self, words: Words) -> Schema:
        return {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"enum": list(languages())},
            "additionalProperties": TEXT.schema(words),
        }

    def say(self, value: Mapping[str, str], speaker: Speaker) -> Piece:
        return speaker.localised(value)

    def _shown(self) -> Written:
        return self.example


class LocalIdType(FieldType[str]):
    """An id that is unique within its record or its vocabulary."""

    expected = N_("an id")
    example = "energia"

    def read(self, written: Written) -> str:
        text = TEXT.read(written)
        if not ID.fullmatch(text):
            raise RefusedError("bad-id", text, id=text, example=suggested_id(text))
        return text

    def schema(self, words: Words) -> Schema:
        return {"type": ["string", "integer"], "pattern": whole(ID.pattern), "minimum": 0}


class FlagType(FieldType[bool]):
    """Yes or no; what is not written is no."""

    cell_type = "yes-no"
    expected = N_("true or false")
    example = "true"
    widget = "boolean"

    def read(self, written: Written) -> bool:
        if written not in ("true", "false"):
            raise self.wrong(written)
        return bool(written == "true")

    def meant(self, written: str) -> tuple[str, ...]:
        words = {"true": _YES, "false": _NO}
        return tuple(value for value, said in words.items() if written.strip().casefold() in said)

    def write(self, value: bool) -> Written:
        return "true" if value else "false"

    def schema(self, words: Words) -> Schema:
        return {"enum": [True, False, "true", "false"]}

    def say(self, value: bool, speaker: Speaker) -> Piece:
        return Piece(speaker.words.text("yes") if value else speaker.words.text("no"))


class NumberType(FieldType[int]):
    """A whole number, from 0."""

    cell_type = "number"
    expected = N_("a whole number")
    example = "34"
    widget = "number"

    def read(self, written: Written) -> int:
        text = self.text(written)
        if not is_number(text):
            raise self.wrong(text)
        return int(text)

    def meant(self, written: str) -> tuple[str, ...]:
        found = meant_quantity(written)
        return (found,) if is_number(found) else ()

    def schema(self, words: Words) -> Schema:
        return {"type": ["string", "integer"], "pattern": whole(FIGURES.pattern), "minimum": 0, "maximum": 999_999_999}


FEW_WORDS = FewWordsType()
DIGEST = DigestType()
FILE = FileNameType("molo.jpg")
LOCALISED = LocalisedType()
LANGUAGE = LanguageType()
LOCAL_ID = LocalIdType()
FLAG = FlagType()
NUMBER = NumberType()
