"""A record's page: always the same blocks in the same order, whatever the kind."""

from collections.abc import Iterator, Mapping

from generator.content.record import AnyRecord
from generator.fields.declare import BLOCKS
from generator.kinds.common import Withdrawal
from generator.kinds.person import Person
from generator.presenters.attachments import attachment, companions, video
from generator.presenters.backlinks import referring
from generator.presenters.gaps import gaps
from generator.presenters.notice import notice
from generator.presenters.of_kind import presenter_of
from generator.presenters.person import role_on, told_with
from generator.presenters.sections import Instead, Sections, common_parts, own_parts
from generator.presenters.similar import similar
from generator.presenters.source_list import sources
from generator.text.context import Context
from generator.text.images import picture
from generator.text.inline import text_of
from generator.text.prose_html import passages
from generator.view.bodies import RecordBody
from generator.view.parts import Actions, Block, Cite, Facts, Paragraph, Part, Prose, Statement
from generator.view.text import Fact, Inline, Piece
from generator.words import N_

_TERMS = ("topics", "fields_of_action", "engagement", "sdgs", "audiences")
_IN_THE_HEAD = ("title", "summary", "draft", "publish_on", "archived", "notice")
"""The fields that the head of the page shows without a part of their own."""
_WITH_OTHERS = ("related", "differing")
"""The fields shown among the back-links, and beside the values and the sources that they differ from."""
Around = Mapping[str, tuple[tuple[Part, ...], tuple[Part, ...]]]
"""What stands before and after the fields of a block, by its name."""


def record_body(context: Context, record: AnyRecord, report: Piece | None) -> RecordBody:
    """All that a record's page shows; `report` links the page where errors are reported."""
    sections = presenter_of(record).sections(context, record)
    withdrawn = record.facts.withdrawn
    if withdrawn:
        told = (Paragraph(withdrawal(context, withdrawn)),)
        blocks: tuple[Block, ...] = (Block("withdrawn", context.words.text("This page was withdrawn"), told),)
    else:
        blocks = tuple(_blocks(context, record, sections, _instead(context, record), _around(context, record, report)))
    return RecordBody(
        kicker=sections.kicker,
        title=context.title(record),
        lead=context.summary(record) if not withdrawn else "",
        key_facts=sections.key_facts if not withdrawn else (),
        blocks=blocks,
        drawn=sections.drawn if not withdrawn else (),
        ribbon=ribbon(context, record),
        notice=notice(context, record) if not withdrawn else (),
    )


def withdrawal(context: Context, withdrawn: Withdrawal) -> Inline:
    """When a record was withdrawn, and why."""
    on_day, because = context.dated("on", withdrawn.on), context.localised(withdrawn.because)
    return context.phrase("Withdrawn {on_day}: {reason}", on_day=on_day, reason=because)


def fact_blocks(context: Context, record: AnyRecord) -> tuple[Block, ...]:
    """The blocks of the declared fields and of who is told here, for who shows the text in a way of its own."""
    instead = {name: shown for name, shown in _instead(context, record).items() if name != "related"}
    sections, told_here = presenter_of(record).sections(context, record), {"who": ((), _people(context, record))}
    return tuple(_blocks(context, record, sections, {**instead, "verified_on": ()}, told_here))


def _around(context: Context, record: AnyRecord, report: Piece | None) -> Around:
    """What blocks show besides the declared fields, before and after them."""
    return {
        "who": ((), _people(context, record)),
        "text": (_prose(context, record), ()),
        "related": ((), (*referring(context, record), *similar(context, record))),
        "cite": ((), (_cite(context, record),)),
        "verified": ((), (_actions(context, record, report),)),
    }


def _blocks(
    context: Context, record: AnyRecord, sections: Sections, instead: Instead, around: Around
) -> Iterator[Block]:
    """The blocks that have something to show: first the fields of the kind, then those of every record.

    What the head has besides the page's own words begins the first block.
    """
    head: tuple[Part, ...] = ()
    for name, common_heading in BLOCKS.items():
        before, after = around.get(name, ((), ()))
        parts = (*own_parts(context, record, sections, name), *common_parts(context, record, instead, name))
        if name == "head":
            head = parts
        elif whole := (*head, *before, *parts, *after):
            heading, head = record.facts.headings.get(name, common_heading), ()
            yield Block(name, context.words.text(heading), whole)


def _instead(context: Context, record: AnyRecord) -> Instead:
    """What fields of every record show that is not their row."""
    return {
        **dict.fromkeys((*_IN_THE_HEAD, *_WITH_OTHERS), ()),
        **{name: _terms(context, record, name) for name in _TERMS},
        "plan_areas": _areas(context, record),
        "image": _picture(context, record),
        "identifiers": _identifiers(context, record),
        "attachments": _attachments(context, record),
        "statements": _statements(context, record),
        "sources": sources(context, record),
        "not_stated": gaps(context, record),
        "verified_on": (_verified(context, record),),
    }


def _terms(context: Context, record: AnyRecord, name: str) -> tuple[Fact, ...]:
    """The entries of a vocabulary that classify a record, as a sentence lists them."""
    entries = (piece for said in context.value(record.facts, name) for piece in said)
    listed = context.listed(entries)
    return (Fact(context.label(type(record.facts), name), (_marked(context, record, listed),)),) if listed else ()


def _marked(context: Context, record: AnyRecord, said: Inline) -> Inline:
    """What classifies a record, marked where it is our choice."""
    is_ours = record.facts.classification == "editorial"
    return context.phrase("{terms} (our choice)", terms=said) if is_ours else said


def _areas(context: Context, record: AnyRecord) -> tuple[Fact, ...]:
    """The areas of a plan that a record touches."""
    values = (_marked(context, record, said) for said in context.value(record.facts, "plan_areas"))
    fact = context.fact(record, "plan_areas", *values)
    return (fact,) if fact.values else ()


def ribbon(context: Context, record: AnyRecord) -> str:
    """Why a record is not yet, or no longer, published; "" where it is."""
    publish_on = record.facts.publish_on
    if record.facts.draft:
        return context.words.text("Draft")
    if publish_on and publish_on.last > context.showcase.day:
        return context.sentence("To be published {on_day}", on_day=context.dated("on", publish_on))
    return context.words.text("Archived") if record.facts.archived else ""


def _picture(context: Context, record: AnyRecord) -> tuple[Part, ...]:
    image = record.facts.image
    if image is None:
        return ()
    alt = record.wordings[context.shown_in(record)].alt
    caption = context.words.text("{credit}; {licence}", credit=image.credit, licence=image.licence)
    return (picture(context, record, image.file, alt, caption),)


def _prose(context: Context, record: AnyRecord) -> tuple[Part, ...]:
    wording = record.wordings.get(context.language)
    if wording is None or not wording.prose.html:
        return ()
    return (Prose(passages(context, record, wording.prose, inner=True)),)


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
    said: list[Part] = []
    for statement in record.facts.statements:
        person, on = context.link(statement.person), statement.on
        role = role_on(context.showcase.facts(statement.person, Person), on.first if on else None)
        by: Inline = (person,)
        if role:
            by = context.phrase("{person}, {role}", person=person, role=context.localised(role.title))
        by = context.phrase("{person}, {day}", person=by, day=context.day(on)) if on else by
        said.append(Statement(context.localised(statement.said).text, by))
    return tuple(said)


def _people(context: Context, record: AnyRecord) -> tuple[Part, ...]:
    """Those whom this record names and no other, each with the public role that makes them known."""
    lines = told_with(context, record, context.showcase.told_with(record.ref))
    return (Facts((Fact(context.words.text(Person.plural), lines),)),) if lines else ()


def _cite(context: Context, record: AnyRecord) -> Cite:
    address = context.urls.absolute(context.urls.record(record, context.language))
    site, title = context.showcase.settings.title, context.title(record)
    verified = record.facts.verified_on
    if verified is None:
        return Cite(context.phrase("{title}, {site}, {address}.", site=site, title=title, address=address))
    on_day = text_of(context.dated("on", verified))
    said = N_("{title}, {site}, {address} (checked {on_day}).")
    return Cite(context.phrase(said, site=site, title=title, on_day=on_day, address=address))


def _verified(context: Context, record: AnyRecord) -> Paragraph:
    verified = record.facts.verified_on
    return Paragraph(
        (context.day(verified),) if verified else (Piece(context.words.text("not yet checked"), unknown=True),)
    )


def _actions(context: Context, record: AnyRecord, report: Piece | None) -> Actions:
    data = Piece(context.words.text("Data (JSON)"), href=context.urls.href(context.urls.data(record)))
    return Actions((*((report,) if report else ()), data, *_history(context, record)))


def _history(context: Context, record: AnyRecord) -> Iterator[Piece]:
    """The changes of the record's files, where the owner links a repository: of the facts, and of a translation."""
    settings, translation = context.showcase.settings, record.wordings.get(context.language)
    if facts := settings.history_of(record.path):
        yield Piece(context.words.text("History of changes"), href=facts)
        if translation and translation.path != record.path:
            yield Piece(context.words.text("History of this translation"), href=settings.history_of(translation.path))
