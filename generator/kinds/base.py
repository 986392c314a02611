"""What every kind of record has in common: its fields, and what a kind declares of itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from generator.kinds.facets import Facet
from generator.kinds.field import Backlink, Group, GroupOf, Property, flag, many, needed, optional
from generator.kinds.types.addresses import MAILBOX, SITE_PATH, URL
from generator.kinds.types.choices import Choice, Option
from generator.kinds.types.dates import DAY
from generator.kinds.types.references import ANY_RECORD, Reference, TermType
from generator.kinds.types.texts import DIFFERING, FLAG, LANGUAGE, LOCALISED, TEXT, TextType
from generator.kinds.types.values import Day, Ref, Term
from generator.words import N_

TITLE_LIMIT = 90
SHORT_TITLE_LIMIT = 60
SUMMARY_LIMIT = 160

CLASSIFIED = ("topics", "fields_of_action", "engagement", "sdgs", "audiences", "plan_areas")
"""The fields that classify a record: by a source, or by us."""
CLASSIFICATION = Choice({"source": Option(N_("the source")), "editorial": Option(N_("editorial choice"))})
SOURCE: Reference["Kind"] = Reference("sources")
PERSON: Reference["Kind"] = Reference("people")


BY_STATUS = "@status"
"""The grouping of a list by the statuses that are computed."""


@dataclass(frozen=True)
class Dated:
    """A date that places a record in time: the field that holds it, what happened then, its preposition."""

    field: str
    """With dots where it stands in a group; of a list, the last has it."""
    what: str
    """In English, with a gap {when}."""
    preposition: str = "on"


@dataclass(frozen=True)
class Period:
    """When something happens or can be done, and what its records are called before, meanwhile and after."""

    start: str
    """The field that begins it."""
    end: str
    """The field that ends it, its last day included; where it is empty, `start` does, if `or_start`."""
    before: str
    during: str
    after: str
    near: tuple[str, int] | None = None
    """What they are called in the last days, and how many those are."""
    or_start: bool = False
    """Whether it takes one day where no end is known; the days are then counted to its beginning."""


class Withdrawal(Group):
    singular: ClassVar[str] = N_("a withdrawal")
    on: Day = needed(DAY, N_("Day"))
    because: Mapping[str, str] = needed(LOCALISED, N_("Reason"))


class Support(Group):
    singular: ClassVar[str] = N_("a source of the record")
    source: Ref["Kind"] = needed(SOURCE, N_("Source"))
    where: Mapping[str, str] | None = optional(LOCALISED, N_("Where"))
    fields: tuple[str, ...] = many(TEXT, N_("Fields it supports"))


class Statement(Group):
    singular: ClassVar[str] = N_("a statement")
    person: Ref["Kind"] = needed(PERSON, N_("Person"))
    on: Day | None = optional(DAY, N_("Day"))
    said: Mapping[str, str] = needed(LOCALISED, N_("Said"))


class Differing(Group):
    """What another source says of a field."""

    singular: ClassVar[str] = N_("a differing value")
    field: str = needed(TEXT, N_("Field"))
    value: str | Mapping[str, str] = needed(DIFFERING, N_("Value"))
    source: Ref["Kind"] = needed(SOURCE, N_("Source"))
    note: Mapping[str, str] | None = optional(LOCALISED, N_("Note"))


class Identifiers(Group):
    singular: ClassVar[str] = N_("the identifiers")
    iris: str | None = optional(TEXT, N_("IRIS"))
    doi: str | None = optional(TEXT, N_("DOI"))
    cup: str | None = optional(TEXT, N_("CUP"))
    ror: str | None = optional(TEXT, N_("ROR"))
    ipa: str | None = optional(TEXT, N_("IPA"))
    wikidata: str | None = optional(TEXT, N_("Wikidata"))


class Image(Group):
    singular: ClassVar[str] = N_("the picture")
    file: str = needed(TEXT, N_("File"))
    alt: str | None = optional(TEXT, N_("Alternative text"))
    credit: str = needed(TEXT, N_("Credit"))
    licence: str = needed(TEXT, N_("Licence"))


class Subtitles(Group):
    singular: ClassVar[str] = N_("the subtitles")
    file: str = needed(TEXT, N_("File"))
    language: str = needed(LANGUAGE, N_("Language"))


class Attachment(Group):
    """A file beside the record. A video has subtitles and a transcript too, perhaps a version in sign language."""

    singular: ClassVar[str] = N_("an attachment")
    file: str = needed(TEXT, N_("File"))
    title: Mapping[str, str] = needed(LOCALISED, N_("Title"))
    language: str = needed(LANGUAGE, N_("Language"))
    subtitles: tuple[Subtitles, ...] = many(GroupOf(Subtitles), N_("Subtitles"))
    transcript: str | None = optional(TEXT, N_("Transcript"))
    sign_language: str | None = optional(TEXT, N_("Sign language"))


class Allowance(Group):
    singular: ClassVar[str] = N_("an exception")
    code: str = needed(TextType("untranslated"), N_("Code"))
    because: str = needed(TEXT, N_("Reason"))


class Kind(Group):
    """The fields of every record, and what a kind says of itself.

    `places` are not here: facts know nothing of files. Words in other languages are beside the facts, in `Record`.
    """

    folder: ClassVar[str]
    plural: ClassVar[str]
    """The English heading of the kind's list."""
    noun: ClassVar[str] = ""
    """What one of its records is called: "Programme"."""
    kicker: ClassVar[str] = ""
    """The choice that says over the title what a record is, where one does."""
    segments: ClassVar[Mapping[str, str]] = {}
    """The word of the address for the kind's list, by language; the folder where a language has none."""
    headings: ClassVar[Mapping[str, str]] = {}
    """The English heading of a block, where it is not the common one."""
    facets: ClassVar[tuple[Facet, ...]] = ()
    """By what its list can be refined, in the order they are shown."""
    grouping: ClassVar[str] = ""
    """The choice by which its list is divided; `BY_STATUS` for what is computed."""
    newest_first: ClassVar[bool] = False
    """Whether its list goes by date instead of by title."""
    compact: ClassVar[bool] = False
    """Whether a row of its list needs no more than a line or two."""
    dates: ClassVar[tuple[Dated, ...]] = ()
    """The dates that place a record in time, the most telling first."""
    status: ClassVar[Choice | None] = None
    """The statuses that are computed for a day, in the order lists show them."""
    period: ClassVar[Period | None] = None
    """From when until when a record holds, where its statuses follow from that alone."""
    details: ClassVar[tuple[str, ...]] = ()
    """The fields that follow its name where another record says it in a row: of a place, where it is."""
    items_dated: ClassVar[bool] = False
    """Whether an item of a list shows the date that places it in time."""
    schema_org: ClassVar[str] = "WebPage"
    """The type of its records in schema.org."""
    schema_org_by: ClassVar[str] = ""
    """The choice whose option may name a type that says more."""
    schema_org_list: ClassVar[bool] = False
    """Whether its list tells more than its type: schema.org has none for agreements, calls and plans."""
    is_listed: ClassVar[bool] = True
    """Whether it has a list of its own."""
    in_feeds: ClassVar[bool] = True
    search_weight: ClassVar[float] = 1
    """How much the words of its records count in the search."""
    noindex: ClassVar[bool] = False
    """Whether search engines are to leave its records out."""
    needs_source: ClassVar[bool] = True
    every_language: ClassVar[bool] = False
    """Whether it has a page in every language without a translation file."""

    title: str = needed(TEXT, N_("Title"), block="head", limit=TITLE_LIMIT)
    short_title: str | None = optional(
        TEXT,
        N_("Short title"),
        block="head",
        limit=SHORT_TITLE_LIMIT,
        hidden=N_("it stands in for the title where there is little room"),
    )
    summary: str | None = optional(TEXT, N_("Summary"), block="head", limit=SUMMARY_LIMIT)
    draft: bool = flag(FLAG, N_("Draft"), block="head")
    publish_on: Day | None = optional(DAY, N_("Published on"), block="head")
    archived: bool = flag(FLAG, N_("Archived"), block="head")
    withdrawn: Withdrawal | None = optional(GroupOf(Withdrawal), N_("Withdrawn"), block="head")
    image: Image | None = optional(GroupOf(Image), N_("Picture"), block="head")
    identifiers: Identifiers | None = optional(GroupOf(Identifiers), N_("Identifiers"), block="what")
    topics: tuple[Term, ...] = many(TermType("topics"), N_("Topics"), block="what")
    fields_of_action: tuple[Term, ...] = many(TermType("fields-of-action"), N_("Fields of action"), block="what")
    engagement: tuple[Term, ...] = many(TermType("engagement"), N_("Public engagement"), block="what")
    sdgs: tuple[Term, ...] = many(TermType("sdgs", "sdg-11"), N_("Sustainable Development Goals"), block="what")
    audiences: tuple[Term, ...] = many(TermType("audiences"), N_("Audiences"), block="what")
    plan_areas: tuple[Ref["Kind"], ...] = many(
        Reference["Kind"]("areas"),
        N_("Areas of the plan"),
        block="what",
        backlink=Backlink(
            N_("Records linked to the area"),
            {"it": "schede-collegate-all-area", "en": "records-linked-to-the-area"},
        ),
    )
    classification: str | None = optional(CLASSIFICATION, N_("Classified by"), block="what")
    contact: str | None = optional(MAILBOX, N_("Contact"), block="taking-part")
    website: str | None = optional(URL, N_("Website"), block="taking-part", schema_org=Property("sameAs"))
    attachments: tuple[Attachment, ...] = many(GroupOf(Attachment), N_("Attachments"), block="text")
    statements: tuple[Statement, ...] = many(
        GroupOf(Statement),
        N_("Statements"),
        block="text",
        backlink=Backlink(N_("Statements"), {"it": "dichiarazioni", "en": "statements"}),
    )
    related: tuple[Ref["Kind"], ...] = many(
        ANY_RECORD,
        N_("Related"),
        block="related",
        backlink=Backlink(N_("Related records"), {"it": "schede-collegate", "en": "related-records"}),
    )
    sources: tuple[Support, ...] = many(GroupOf(Support), N_("Sources"), block="sources")
    differing: tuple[Differing, ...] = many(GroupOf(Differing), N_("Differing values"), block="sources")
    not_stated: tuple[str, ...] = many(TEXT, N_("Not stated"), block="not-stated")
    verified_on: Day | None = optional(DAY, N_("Verified on"), block="verified")
    as_of: Day | None = optional(DAY, N_("As of"), hidden=N_("its state and its figures say it, where it has some"))
    review_by: Day | None = optional(DAY, N_("Review by"), hidden=N_("it reminds those who write"))
    redirect_from: tuple[str, ...] = many(SITE_PATH, N_("Old addresses"), hidden=N_("each of them leads to the page"))
    allow: tuple[Allowance, ...] = many(GroupOf(Allowance), N_("Exceptions"), hidden=N_("it is for those who write"))


AnyRef = Ref[Kind]
"""The name of a record of whatever kind."""


class TranslatedImage(Group):
    singular: ClassVar[str] = N_("the picture of a translation")
    alt: str = needed(TEXT, N_("Alternative text"))


class Translation(Group):
    """All that a translation may hold besides its text."""

    singular: ClassVar[str] = N_("a translation")
    title: str = needed(TEXT, N_("Title"), limit=TITLE_LIMIT)
    short_title: str | None = optional(TEXT, N_("Short title"), limit=SHORT_TITLE_LIMIT)
    summary: str | None = optional(TEXT, N_("Summary"), limit=SUMMARY_LIMIT)
    image: TranslatedImage | None = optional(GroupOf(TranslatedImage), N_("Picture"))
    translated_from: str | None = optional(TextType("0123456789ab"), N_("Translated from"))
