"""What the fields of every record show on its page, where that is not their row."""

from dataclasses import replace

from generator.content.record import AnyRecord
from generator.kinds.common import CLASSIFIED
from generator.kinds.person import Person
from generator.presenters.attachments import attachment, companions, video
from generator.presenters.person import role_on
from generator.presenters.sections import Instead
from generator.text.context import Context
from generator.text.images import picture
from generator.text.inline import joined, mid_sentence, text_of
from generator.view.parts import Facts, Part, ReportedStatement, Statements
from generator.view.text import Fact, Inline

_TERMS = ("topics", "fields_of_action", "engagement", "sdgs", "audiences")
_ELSEWHERE = (
    *("title", "summary", "draft", "publish_on", "archived", "notice"),
    *("related", "differing", "sources", "not_stated", "verified_on"),
)
"""The fields that open the page, and those that close it: they have no row."""


def common_fields(context: Context, record: AnyRecord) -> Instead:
    """What fields of every record show that is not their row."""
    return {
        **dict.fromkeys(_ELSEWHERE, ()),
        **{name: _terms(context, record, name) for name in _TERMS},
        "image": _picture(context, record),
        "identifiers": _identifiers(context, record),
        "attachments": _attachments(context, record),
        "statements": _statements(context, record),
    }


def _terms(context: Context, record: AnyRecord, name: str) -> tuple[Fact, ...]:
    """The entries of a vocabulary that classify a record, with commas alone: many of them are two things already."""
    entries = [piece for said in context.value(record.facts, name) for piece in said]
    others = (replace(one, text=mid_sentence(one.text)) for one in entries[1:])
    listed = joined(", ", ((one,) for one in (*entries[:1], *others)))
    return (Fact(context.label(type(record.facts), name), (listed,)),) if listed else ()


def our_choice(context: Context, record: AnyRecord) -> Inline:
    """Which of the fields that classify a record are our choice and no source's."""
    kind, facts = type(record.facts), record.facts
    chosen = [
        context.label(kind, name) for name in CLASSIFIED if facts.classification == "editorial" and facts.held(name)
    ]
    names = context.words.listed(map(mid_sentence, chosen))
    return context.phrase("Our choice: {names}.", names=names) if chosen else ()


def _picture(context: Context, record: AnyRecord) -> tuple[Part, ...]:
    image = record.facts.image
    if image is None:
        return ()
    alt = record.wordings[context.shown_in(record)].alt
    caption = context.phrase("{credit}; {licence}", credit=image.credit, licence=image.licence)
    told = text_of(context.whole(image, caption, "file", "alt", "credit", "licence"))
    return (picture(context, record, image.file, alt, told),)


def _attachments(context: Context, record: AnyRecord) -> tuple[Part, ...]:
    """The files beside a record, each in its own language; the videos are shown."""
    videos, links = [], []
    for one in record.facts.attachments:
        if record.attachments[one.file].is_a == "video":
            videos.append(video(context, record, one))
        else:
            links += [attachment(context, record, one), *companions(context, record, one)]
    return (*videos, *((Facts((context.fact(record, "attachments", *links),)),) if links else ()))


def _identifiers(context: Context, record: AnyRecord) -> tuple[Part, ...]:
    identifiers = record.facts.identifiers
    if identifiers is None:
        return ()
    kind = type(identifiers)
    rows = (Fact(context.label(kind, name), context.value(identifiers, name)) for name in kind.declared)
    return (Facts(tuple(row for row in rows if row.values)),)


def _statements(context: Context, record: AnyRecord) -> tuple[Part, ...]:
    said: list[ReportedStatement] = []
    for statement in record.facts.statements:
        person, on = context.link(statement.person), statement.on
        role = role_on(context.showcase.facts(statement.person, Person), on.first if on else None)
        by: Inline = (person,)
        if role:
            by = context.phrase("{person}, {role}", person=person, role=context.localised(role.title))
        by = context.phrase("{person}, {day}", person=by, day=context.day(on)) if on else by
        by = context.whole(statement, by, "person", "on", "said")
        said.append(ReportedStatement(context.localised(statement.said).text, by))
    return (Statements(context.words.text("What was said of it"), tuple(said)),) if said else ()
