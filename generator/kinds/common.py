"""The fields of every record, whatever its kind."""

from collections.abc import Mapping

from generator.fields.choices import Choice
from generator.fields.dates import DAY
from generator.fields.declare import Backlink, Group, GroupOf, flag, many, needed, optional
from generator.fields.references import ANY_RECORD, Reference, TermType
from generator.fields.texts import FLAG, LOCALISED, TEXT
from generator.fields.values import AnyRef, Day, Term
from generator.fields.web import MAILBOX, SITE_PATH, URL
from generator.kinds.allowance import Allowance
from generator.kinds.evidence import Differing, Statement, Support
from generator.kinds.files import Attachment, Image
from generator.kinds.identifiers import Identifiers
from generator.kinds.notice import Notice
from generator.words import N_

TITLE_LIMIT = 90
SHORT_TITLE_LIMIT = 60
SUMMARY_LIMIT = 160
CLASSIFIED = ("topics", "fields_of_action", "engagement", "sdgs", "audiences", "plan_areas")
"""The fields that classify a record: by a source, or by us."""
STAYS = ("draft", "publish_on", "archived", "withdrawn", "redirect_from", "address", "allow")
"""What is still said of a record that was withdrawn: that it is, and where it answers."""
CLASSIFICATION = Choice({"source": N_("the source"), "editorial": N_("our choice")})


class Withdrawal(Group):
    singular = N_("a withdrawal")
    on: Day = needed(DAY, N_("Day"), help=N_("Day, month or year when it was withdrawn."), past=True)
    because: Mapping[str, str] = needed(
        LOCALISED,
        N_("Reason"),
        help=N_("Why it was withdrawn, in a sentence."),
        example={"it": "L’accordo non è mai stato firmato.", "en": "The agreement was never signed."},
    )


class Common(Group):
    """The fields of every record.

    `places` are not here: facts know nothing of files. Words in other languages are beside the facts, in `Record`.
    """

    title: str = needed(
        TEXT,
        N_("Title"),
        help=N_("The title of the record; for an organisation or a person, the name."),
        example="Un fiume in comune",
        also=N_("name, heading"),
        block="head",
        limit=TITLE_LIMIT,
    )
    short_title: str | None = optional(
        TEXT,
        N_("Short title"),
        help=N_("What stands in for the title where there is little room."),
        example="Fiume in comune",
        block="head",
        limit=SHORT_TITLE_LIMIT,
        hidden=N_("it stands in for the title where there is little room"),
    )
    summary: str | None = optional(
        TEXT,
        N_("Summary"),
        help=N_("What it is and for whom, in a sentence or two; lists show it under the title."),
        example="Due atenei e un Comune studiano insieme le piene del fiume.",
        also=N_("abstract, description, short description"),
        block="head",
        limit=SUMMARY_LIMIT,
    )
    draft: bool = flag(
        FLAG, N_("Draft"), help=N_("A draft is not published; “vetrina serve --drafts” shows it."), block="head"
    )
    publish_on: Day | None = optional(
        DAY,
        N_("Publication"),
        help=N_("The day it appears on the site; without it, at once."),
        also=N_("publish on, published on, date of publication"),
        block="head",
    )
    archived: bool = flag(
        FLAG, N_("Archived"), help=N_("An archived record leaves the site; its file stays."), block="head"
    )
    withdrawn: Withdrawal | None = optional(
        GroupOf(Withdrawal),
        N_("Withdrawn"),
        help=N_("When and why it was withdrawn: its page then tells nothing else."),
        block="head",
    )
    notice: Notice | None = optional(
        GroupOf(Notice),
        N_("Notice"),
        help=N_("What has changed since the rest was written, and when: it opens the page, and lists give its date."),
        block="head",
    )
    image: Image | None = optional(
        GroupOf(Image),
        N_("Picture"),
        help=N_("A picture for the page, with its alternative text, its credit and its licence."),
        example={"file": "molo.jpg", "alt": "Il molo vecchio", "credit": "Ufficio stampa", "licence": "CC BY 4.0"},
        block="head",
        also=N_("photo, photograph, logo"),
    )
    identifiers: Identifiers | None = optional(
        GroupOf(Identifiers), N_("Identifiers"), help=N_("The codes that other registers know it by."), block="what"
    )
    topics: tuple[Term, ...] = many(
        TermType("topics"),
        N_("Topics"),
        help=N_("What it is about: entries of the vocabulary of topics, by id."),
        also=N_("tag, tags, subjects, keywords"),
        example=["energia", "mobilita"],
        block="what",
    )
    fields_of_action: tuple[Term, ...] = many(
        TermType("fields-of-action", "formazione-permanente"),
        N_("Fields of action"),
        help=N_("The third mission’s fields of action: entries of their vocabulary, by id."),
        block="what",
    )
    engagement: tuple[Term, ...] = many(
        TermType("engagement", "divulgazione"),
        N_("Public engagement"),
        help=N_("The categories of public engagement: entries of their vocabulary, by id."),
        block="what",
    )
    sdgs: tuple[Term, ...] = many(
        TermType("sdgs", "sdg-11"),
        N_("Sustainable Development Goals"),
        help=N_("The goals of the United Nations’ 2030 Agenda it contributes to, by id."),
        block="what",
        also=N_("sdg, 2030 Agenda, goals of the 2030 Agenda"),
    )
    audiences: tuple[Term, ...] = many(
        TermType("audiences", "scuole"),
        N_("Who it is for"),
        help=N_("Whom it is for: entries of the vocabulary of audiences, by id."),
        also=N_("audience, public, target group"),
        block="what",
    )
    plan_areas: tuple[AnyRef, ...] = many(
        Reference[object]("areas"),
        N_("Areas of the plan"),
        help=N_("The areas it touches, in the plan of a university that takes part in it."),
        example=["quartieri"],
        block="what",
        backlink=Backlink(
            N_("Pages on this area"),
            {"it": "schede-collegate-all-area", "en": "records-linked-to-the-area"},
        ),
    )
    classification: str | None = optional(
        CLASSIFICATION,
        N_("Chosen by"),
        help=N_("Who chose topics, fields, goals, audiences and areas: a source, or those who write."),
        block="what",
        hidden=N_("what those who write have chosen is marked where it stands"),
    )
    contact: str | None = optional(
        MAILBOX,
        N_("Contact"),
        help=N_("The mailbox of the office to write to."),
        also=N_("contacts, mailbox, e-mail"),
        block="taking-part",
    )
    contact_note: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("About the contact"),
        help=N_("Whose mailbox it is, and when the source gave it."),
        example={"it": "ufficio stampa, a marzo 2026", "en": "press office, in March 2026"},
        note_of="contact",
        block="taking-part",
    )
    website: str | None = optional(
        URL,
        N_("Website"),
        help=N_("Its own website: the whole address, from https:// on."),
        example="https://fiume.collefiorito.example/",
        also=N_("site, link, web page, url"),
        block="taking-part",
        action=N_("Official page"),
        schema_org="sameAs",
    )
    attachments: tuple[Attachment, ...] = many(
        GroupOf(Attachment),
        N_("Attachments"),
        help=N_("Files to download and videos to watch, in the record’s own folder."),
        block="text",
        also=N_("attached files, documents, enclosures"),
    )
    statements: tuple[Statement, ...] = many(
        GroupOf(Statement),
        N_("Statements"),
        help=N_("What people with a public role said of it, in other words than theirs."),
        block="text",
        backlink=Backlink(N_("Statements"), {"it": "dichiarazioni", "en": "statements"}),
    )
    related: tuple[AnyRef, ...] = many(
        ANY_RECORD,
        N_("See also"),
        help=N_("Other records worth reading, by folder and id; their pages link back to this one."),
        example=["agreements/comune-e-ateneo"],
        block="related",
        backlink=Backlink(N_("Related pages"), {"it": "schede-collegate", "en": "related-records"}),
    )
    sources: tuple[Support, ...] = many(
        GroupOf(Support),
        N_("Sources"),
        help=N_("The sources the record rests on."),
        also=N_("source, where from"),
        block="sources",
    )
    differing: tuple[Differing, ...] = many(
        GroupOf(Differing),
        N_("Differing values"),
        help=N_("What other sources say of a field, where they do not agree."),
        block="sources",
    )
    not_stated: tuple[str, ...] = many(
        TEXT,
        N_("Not stated"),
        help=N_("The fields not found in what was read of the sources, by name, with dots for inner ones."),
        example=["value", "act.number"],
        block="not-stated",
    )
    verified_on: Day | None = optional(
        DAY,
        N_("Verified on"),
        help=N_("Day, month or year when the record was last checked against its sources."),
        after=("as_of",),
        past=True,
        block="verified",
    )
    searched_as: tuple[str, ...] = many(
        TEXT,
        N_("Searched for as"),
        help=N_("Other words by which people look for it, in any language: the search knows them, no page shows them."),
        example=["River Museum", "Museo del fiume"],
        hidden=N_("only the search has them"),
    )
    as_of: Day | None = optional(
        DAY,
        N_("As of"),
        help=N_("Day, month or year for which the record’s state and figures hold."),
        example="2026-04",
        past=True,
        hidden=N_("its state and its figures say it, where it has some"),
    )
    review_by: Day | None = optional(
        DAY,
        N_("Review by"),
        help=N_("Day, month or year by which to check the record again; after that, a notice reminds of it."),
        after=("verified_on",),
        example="2027-05",
        hidden=N_("it reminds those who write"),
    )
    redirect_from: tuple[str, ...] = many(
        SITE_PATH,
        N_("Old addresses"),
        help=N_("Addresses it once had, the oldest first: all there answers still, and the first id stays its name."),
        hidden=N_("each of them leads to the page"),
    )
    allow: tuple[Allowance, ...] = many(
        GroupOf(Allowance),
        N_("Exceptions"),
        help=N_("Messages that Vetrina is not to tell of this record, each with the reason."),
        hidden=N_("it is for those who write"),
    )
