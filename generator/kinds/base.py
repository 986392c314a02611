"""What every kind of record has in common."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import PlainValidator

from generator.kinds.declare import Group, many, needed, optional
from generator.kinds.fields import (
    AreaRef,
    Audience,
    Choices,
    DayField,
    Engagement,
    FieldOfAction,
    Flag,
    Goal,
    Localised,
    Mailbox,
    MixedRef,
    PersonRef,
    SitePath,
    SourceRef,
    Text,
    Topic,
    Url,
    read_differing,
)
from generator.words import N_

TITLE_LIMIT = 90
SHORT_TITLE_LIMIT = 60
SUMMARY_LIMIT = 160


CLASSIFIED = ("topics", "fields_of_action", "engagement", "sdgs", "audiences", "plan_areas")
"""The fields that classify a record: by a source, or by us."""
CLASSIFICATION = Choices({"source": N_("the source"), "editorial": N_("editorial choice")})


class Withdrawal(Group):
    singular: ClassVar[str] = N_("a withdrawal")
    on: DayField = needed(N_("Day"))
    because: Localised = needed(N_("Reason"))


class Support(Group):
    singular: ClassVar[str] = N_("a source of the record")
    source: SourceRef = needed(N_("Source"))
    where: Localised | None = optional(N_("Where"))
    fields: tuple[Text, ...] = many(N_("Fields it supports"))


class Statement(Group):
    singular: ClassVar[str] = N_("a statement")
    person: PersonRef = needed(N_("Person"))
    on: DayField | None = optional(N_("Day"))
    said: Localised = needed(N_("Said"))


class Differing(Group):
    """What another source says of a field."""

    singular: ClassVar[str] = N_("a differing value")
    field: Text = needed(N_("Field"))
    value: Annotated[str | Mapping[str, str], PlainValidator(read_differing)] = needed(N_("Value"))
    source: SourceRef = needed(N_("Source"))
    note: Localised | None = optional(N_("Note"))


class Identifiers(Group):
    singular: ClassVar[str] = N_("the identifiers")
    iris: Text | None = optional(N_("IRIS"))
    doi: Text | None = optional(N_("DOI"))
    cup: Text | None = optional(N_("CUP"))
    ror: Text | None = optional(N_("ROR"))
    ipa: Text | None = optional(N_("IPA"))
    wikidata: Text | None = optional(N_("Wikidata"))


class Image(Group):
    singular: ClassVar[str] = N_("the picture")
    file: Text = needed(N_("File"))
    alt: Text | None = optional(N_("Alternative text"))
    credit: Text = needed(N_("Credit"))
    licence: Text = needed(N_("Licence"))


class Subtitles(Group):
    singular: ClassVar[str] = N_("the subtitles")
    file: Text = needed(N_("File"))
    language: Text = needed(N_("Language"))


class Attachment(Group):
    """A file beside the record. A video has subtitles and a transcript too, perhaps a version in sign language."""

    singular: ClassVar[str] = N_("an attachment")
    file: Text = needed(N_("File"))
    title: Localised = needed(N_("Title"))
    language: Text = needed(N_("Language"))
    subtitles: tuple[Subtitles, ...] = many(N_("Subtitles"))
    transcript: Text | None = optional(N_("Transcript"))
    sign_language: Text | None = optional(N_("Sign language"))


class Allowance(Group):
    singular: ClassVar[str] = N_("an exception")
    code: Text = needed(N_("Code"))
    because: Text = needed(N_("Reason"))


class Kind(Group):
    """The fields of every record, and what a kind says of itself.

    `places` are not here: facts know nothing of files. Words in other languages are beside the facts, in `Record`.
    """

    folder: ClassVar[str]
    plural: ClassVar[str]
    """The English heading of the kind's list."""
    participants: ClassVar[tuple[str, ...]] = ()
    """The fields whose organisations act in the record: the universities among them are the record's."""
    needs_source: ClassVar[bool] = True
    every_language: ClassVar[bool] = False
    """Whether it has a page in every language without a translation file."""
    title_limit: ClassVar[int] = TITLE_LIMIT

    title: Text = needed(N_("Title"))
    short_title: Text | None = optional(N_("Short title"), SHORT_TITLE_LIMIT)
    summary: Text | None = optional(N_("Summary"), SUMMARY_LIMIT)
    draft: Flag = False
    publish_on: DayField | None = optional(N_("Published on"))
    archived: Flag = False
    withdrawn: Withdrawal | None = optional(N_("Withdrawn"))
    verified_on: DayField | None = optional(N_("Verified on"))
    as_of: DayField | None = optional(N_("As of"))
    review_by: DayField | None = optional(N_("Review by"))
    topics: tuple[Topic, ...] = many(N_("Topics"))
    fields_of_action: tuple[FieldOfAction, ...] = many(N_("Fields of action"))
    engagement: tuple[Engagement, ...] = many(N_("Public engagement"))
    sdgs: tuple[Goal, ...] = many(N_("Sustainable Development Goals"))
    audiences: tuple[Audience, ...] = many(N_("Audiences"))
    plan_areas: tuple[AreaRef, ...] = many(N_("Areas of the plan"))
    classification: Annotated[str, PlainValidator(CLASSIFICATION)] | None = optional(N_("Classified by"))
    not_stated: tuple[Text, ...] = many(N_("Not stated"))
    sources: tuple[Support, ...] = many(N_("Sources"))
    statements: tuple[Statement, ...] = many(N_("Statements"))
    differing: tuple[Differing, ...] = many(N_("Differing values"))
    related: tuple[MixedRef, ...] = many(N_("Related"))
    identifiers: Identifiers | None = optional(N_("Identifiers"))
    website: Url | None = optional(N_("Website"))
    contact: Mailbox | None = optional(N_("Contact"))
    image: Image | None = optional(N_("Picture"))
    attachments: tuple[Attachment, ...] = many(N_("Attachments"))
    redirect_from: tuple[SitePath, ...] = many(N_("Old addresses"))
    allow: tuple[Allowance, ...] = many(N_("Exceptions"))

    def not_required(self) -> frozenset[str]:
        """The required fields that this record, being what it is, need not state."""
        return frozenset()


class TranslatedImage(Group):
    singular: ClassVar[str] = N_("the picture of a translation")
    alt: Text = needed(N_("Alternative text"))


class Translation(Group):
    """All that a translation may hold besides its text."""

    singular: ClassVar[str] = N_("a translation")
    title_limit: ClassVar[int] = TITLE_LIMIT
    title: Text = needed(N_("Title"))
    short_title: Text | None = optional(N_("Short title"), SHORT_TITLE_LIMIT)
    summary: Text | None = optional(N_("Summary"), SUMMARY_LIMIT)
    image: TranslatedImage | None = optional(N_("Picture"))
    translated_from: Text | None = optional(N_("Translated from"))


def has_value(value: Any) -> bool:
    """Whether a field is filled."""
    return value is not None and value != () and value is not False
