"""The types a field can have: each one reads a text as the editor wrote it, or says what is wrong with it.

Every type is one validator over text, so an error has exactly one place. A value the source does not state is no value
of any type: it is listed under `not_stated`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from generator.kinds.types.values import Day, Duration, Quantity, Ref, Term
from generator.words import N_, Phrase

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DURATION = re.compile(r"([1-9][0-9]{0,2}) (day|month|year)s?")
_QUANTITY = re.compile(r"(~<|~|<|>)? ?([0-9]{1,15}(?:\.[0-9]{1,6})?)(?: ([A-Z]{2,12}))?")
_NUMBER = re.compile(r"[0-9]{1,9}")
_URL = re.compile(r"https?://(?:localhost|[^\s/?#:\"<>]+\.[^\s/?#:\"<>]+)(?::[0-9]+)?(?:[/?#][^\s\"<>]*)?")
_PATH = re.compile(r"/(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+")
_MAILBOX = re.compile(r"[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]{2,}")
_ROLE_WORDS = frozenset(
    """accessibilita amministrazione archivio ateneo biblioteca centralino comunicazione contact contatti cooperazione
    direzione dpo dipartimento europa events eventi formazione impresa imprese info international internazionale library
    media museo news office orientamento partecipazione placement postacertificata presidenza press privacy
    progetti programme protocollo public ranking relazioni relazionimedia report research rettorato ricerca rpd scuola
    segnalazioni segreteria servizi servizio social sostenibilita sportello stampa support territorio terzamissione
    transfer trasferimento trasparenza ufficio uffici unita urp valorizzazione webmaster""".split()
)


def refuse(code: str, value: object, **context: object) -> PydanticCustomError:
    """The error a validator raises: a code of `problems/codes.py` and the values its sentence needs."""
    return PydanticCustomError("told", "{code}", {"code": code, "value": value, **context})


def _text(value: Any, expected: str, example: str | Phrase) -> str:
    if not isinstance(value, str):
        raise refuse("wrong-type", value, expected=Phrase(expected), example=example)
    return value.strip()


# --- readers --------------------------------------------------------------------------------------------------------


def read_day(value: Any) -> Day:
    """Read `2019`, `2026-03` or `2025-03-26`."""
    text = _text(value, N_("a date"), "2025-03-26")
    if not (match := _DAY.fullmatch(text)):
        raise refuse("bad-date", text)
    parts = [int(part) for part in match.groups() if part]
    day = Day(*parts)
    try:
        if 0 in parts:
            raise ValueError
        _ = day.first, day.last
    except ValueError:
        raise refuse("bad-date", text) from None
    return day


def read_duration(value: Any) -> Duration:
    """Read `3 years`, `18 months`, `90 days`."""
    text = _text(value, N_("a duration"), "3 years")
    if not (match := _DURATION.fullmatch(text)):
        raise refuse("bad-duration", text)
    return Duration(int(match[1]), match[2])


def read_quantity(value: Any) -> Quantity:
    """Read `34`, `~< 200`, `~ 2500000 EUR`, `> 250`."""
    text = _text(value, N_("a quantity"), '"~< 200"')
    if not (match := _QUANTITY.fullmatch(text)):
        raise refuse("bad-quantity", text)
    return Quantity(Decimal(match[2]), match[1] or "", match[3] or "")


def read_words(value: Any) -> str:
    """Read a text on one line."""
    text = _text(value, N_("a text"), Phrase(N_("a few words")))
    if "\n" in text:
        raise refuse("wrong-type", text, expected=Phrase(N_("a text on one line")), example=Phrase(N_("a few words")))
    return text


def read_url(value: Any) -> str:
    """Read a complete web address."""
    text = _text(value, N_("a web address"), "https://www.example.org/")
    if not _URL.fullmatch(text):
        raise refuse("bad-url", text)
    return text


def _read_path(value: Any) -> str:
    text = _text(value, N_("an address of this site"), "/accordi/vecchio-nome/")
    if not _PATH.fullmatch(text):
        raise refuse("bad-path", text)
    return text


def is_role_mailbox(address: str) -> bool:
    """Whether the address names an office or a role: at least one of its words does."""
    return any(word in _ROLE_WORDS for word in re.split(r"[._-]", address.lower().partition("@")[0]))


def read_mailbox(value: Any) -> str:
    """Read the mailbox of a role or an office."""
    text = _text(value, N_("a mailbox"), "ufficio.stampa@example.org").lower()
    if not _MAILBOX.fullmatch(text):
        raise refuse("wrong-type", text, expected=Phrase(N_("a mailbox")), example="ufficio.stampa@example.org")
    if not is_role_mailbox(text):
        raise refuse("personal-email", text)
    return text


def _read_flag(value: Any) -> bool:
    if value not in ("true", "false"):
        raise refuse("wrong-type", value, expected=Phrase(N_("true or false")), example="true")
    return bool(value == "true")


def _read_number(value: Any) -> int:
    text = _text(value, N_("a whole number"), "34")
    if not _NUMBER.fullmatch(text):
        raise refuse("wrong-type", text, expected=Phrase(N_("a whole number")), example="34")
    return int(text)


def _read_localised(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not value:
        raise refuse("wrong-type", value, expected=Phrase(N_("a text for each language")), example="{it: …, en: …}")
    return {language: read_words(text) for language, text in value.items()}


def read_differing(value: Any) -> str | dict[str, str]:
    """Read what another source says: a text spelt as the field spells it, or words in each language."""
    return _read_localised(value) if isinstance(value, dict) else read_words(value)


def _read_local_id(value: Any) -> str:
    text = read_words(value)
    if not ID.fullmatch(text):
        raise refuse("bad-id", text, id=text, example="energia")
    return text


def _read_mixed(value: Any) -> Ref:
    text = _text(value, N_("a reference"), "agreements/comune-e-ateneo")
    folder, _, id_ = text.partition("/")
    if not (ID.fullmatch(folder) and ID.fullmatch(id_)):
        raise refuse("bad-reference", text, example="agreements/<id>")
    return Ref(folder, id_)


@dataclass(frozen=True)
class _InFolder:
    """Reads a bare id as a reference into `folder`."""

    folder: str

    def __call__(self, value: Any) -> Ref:
        text = _text(value, N_("an id"), "universita-di-esempio")
        if not ID.fullmatch(text):
            raise refuse(
                "bad-reference",
                text,
                example=Phrase(N_("the id of a record of content/{folder}"), {"folder": self.folder}),
            )
        return Ref(self.folder, text)


@dataclass(frozen=True)
class _InVocabulary:
    """Reads a bare id as an entry of `vocabulary`."""

    vocabulary: str

    def __call__(self, value: Any) -> Term:
        text = _text(value, N_("an id"), "energia")
        if not ID.fullmatch(text) or text.isdigit():
            example = Phrase(N_("the id of an entry of content/vocabularies/{name}.yaml"), {"name": self.vocabulary})
            raise refuse("bad-reference", text, example=example)
        return Term(self.vocabulary, text)


@dataclass(frozen=True, eq=False)
class Choices:
    """The values a field can take, each with its English label; `headings` name groups of records that share one."""

    labels: Mapping[str, str]
    headings: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, value: Any) -> str:
        text = _text(value, N_("a word of a list"), next(iter(self.labels)))
        if text not in self.labels:
            raise refuse("bad-choice", text, known=list(self.labels))
        return text


# --- types ----------------------------------------------------------------------------------------------------------

Text = Annotated[str, PlainValidator(read_words)]
Localised = Annotated[Mapping[str, str], PlainValidator(_read_localised)]
LocalId = Annotated[str, PlainValidator(_read_local_id)]
DayField = Annotated[Day, PlainValidator(read_day)]
DurationField = Annotated[Duration, PlainValidator(read_duration)]
QuantityField = Annotated[Quantity, PlainValidator(read_quantity)]
Url = Annotated[str, PlainValidator(read_url)]
SitePath = Annotated[str, PlainValidator(_read_path)]
Mailbox = Annotated[str, PlainValidator(read_mailbox)]
Flag = Annotated[bool, PlainValidator(_read_flag)]
Number = Annotated[int, PlainValidator(_read_number)]
MixedRef = Annotated[Ref, PlainValidator(_read_mixed)]
OrganisationRef = Annotated[Ref, PlainValidator(_InFolder("organisations"))]
PersonRef = Annotated[Ref, PlainValidator(_InFolder("people"))]
ProgrammeRef = Annotated[Ref, PlainValidator(_InFolder("programmes"))]
InitiativeRef = Annotated[Ref, PlainValidator(_InFolder("initiatives"))]
AgreementRef = Annotated[Ref, PlainValidator(_InFolder("agreements"))]
PlanRef = Annotated[Ref, PlainValidator(_InFolder("plans"))]
AreaRef = Annotated[Ref, PlainValidator(_InFolder("areas"))]
Topic = Annotated[Term, PlainValidator(_InVocabulary("topics"))]
FieldOfAction = Annotated[Term, PlainValidator(_InVocabulary("fields-of-action"))]
Engagement = Annotated[Term, PlainValidator(_InVocabulary("engagement"))]
Goal = Annotated[Term, PlainValidator(_InVocabulary("sdgs"))]
Audience = Annotated[Term, PlainValidator(_InVocabulary("audiences"))]
SourceRef = Annotated[Ref, PlainValidator(_InFolder("sources"))]
