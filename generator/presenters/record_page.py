"""A record's page: always the same blocks in the same order, whatever the kind."""

from collections.abc import Callable, Iterator, Mapping

from generator.content.record import Record
from generator.presenters.agreement import agreement
from generator.presenters.backlinks import referring
from generator.presenters.classification import classification_rows
from generator.presenters.indicator import indicator
from generator.presenters.initiative import cantiere, initiative, programme
from generator.presenters.network import call, network
from generator.presenters.organisation import organisation, person, source
from generator.presenters.plan import area, plan
from generator.presenters.sections import Sections, withdrawal
from generator.presenters.similar import similar
from generator.presenters.source_list import sources
from generator.text.context import Context, text_of
from generator.text.images import attachment, picture, video
from generator.text.prose_html import passages
from generator.view.bodies import RecordBody
from generator.view.parts import Actions, Block, Bullets, Cite, Facts, Paragraph, Part, Prose, Statement
from generator.view.text import Fact, Inline, Piece
from generator.words import N_

PRESENTERS: Mapping[str, Callable[[Context, Record], Sections]] = {
    "programmes": programme,
    "initiatives": initiative,
    "cantieri": cantiere,
    "agreements": agreement,
    "networks": network,
    "calls": call,
    "plans": plan,
    "areas": area,
    "indicators": indicator,
    "organisations": organisation,
    "people": person,
    "sources": source,
}


def record_body(context: Context, record: Record, report: Piece | None) -> RecordBody:
    """All that a record's page shows; `report` links the page where errors are reported."""
    told = PRESENTERS[record.ref.folder](context, record)
    text = context.words.text
    withdrawn = record.facts.withdrawn
    blocks: tuple[Block, ...] = (
        Block(
            "what",
            text("What it is"),
            (*_picture(context, record), *told.what, *_identifiers(context, record), *_classification(context, record)),
        ),
        Block("who", text("Who"), told.who),
        Block("when", text("When"), told.when),
        Block(
            "purpose",
            text("Limits of the source") if record.ref.folder == "sources" else text("What for"),
            told.purpose,
        ),
        Block("taking-part", text("How to take part, whom to ask"), (*told.taking_part, *_contact(context, record))),
        Block(
            "text",
            text("The text"),
            (*_prose(context, record), *_attachments(context, record), *_statements(context, record)),
        ),
        Block("figures", text("The figures"), told.figures),
        Block("related", text("Related"), (*told.related, *referring(context, record), *similar(context, record))),
        Block("sources", text("Sources"), sources(context, record)),
        Block("not-stated", text("What is not stated"), _not_stated(context, record)),
        Block("cite", text("How to cite"), (_cite(context, record),)),
        Block("verified", text("Last verified"), _verified(context, record, report)),
    )
    if withdrawn:
        blocks = (Block("withdrawn", text("This record was withdrawn"), (Paragraph(withdrawal(context, withdrawn)),)),)
    return RecordBody(
        kicker=told.kicker,
        title=context.title(record),
        lead=context.summary(record) if not withdrawn else "",
        key_facts=told.key_facts if not withdrawn else (),
        blocks=tuple(block for block in blocks if block.parts),
        drawn=told.drawn if not withdrawn else (),
        ribbon=_ribbon(context, record),
    )


def _ribbon(context: Context, record: Record) -> str:
    publish_on = record.facts.publish_on
    if record.facts.draft:
        return context.words.text("Draft")
    if publish_on and publish_on.last > context.showcase.day:
        return context.sentence("To be published {on_day}", on_day=context.dated("on", publish_on))
    return context.words.text("Archived") if record.facts.archived else ""


def _picture(context: Context, record: Record) -> tuple[Part, ...]:
    image = record.facts.image
    if image is None:
        return ()
    alt = record.wordings[context.shown_in(record)].alt
    caption = context.words.text("{credit}; {licence}", credit=image.credit, licence=image.licence)
    return (picture(context, record, image.file, alt, caption),)


def _classification(context: Context, record: Record) -> tuple[Part, ...]:
    told = classification_rows(context, record)
    return (Facts(told),) if told else ()


def _contact(context: Context, record: Record) -> tuple[Part, ...]:
    facts = record.facts
    rows = []
    if facts.contact:
        row = context.fact(record, "contact", (Piece(facts.contact, href=f"mailto:{facts.contact}"),))
        rows.append(row)
    rows.extend(context.facts(record, "website"))
    return (Facts(tuple(rows)),) if rows else ()


def _prose(context: Context, record: Record) -> tuple[Part, ...]:
    wording = record.wordings.get(context.language)
    if wording is None or not wording.prose.html:
        return ()
    return (Prose(passages(context, record, wording.prose, inner=True)),)


def _attachments(context: Context, record: Record) -> tuple[Part, ...]:
    """The files beside a record, each in its own language; the videos are shown."""
    videos, links = [], []
    for one in record.facts.attachments:
        if record.attachments[one.file].is_a == "video":
            videos.append(video(context, record, one))
        else:
            links.append(attachment(context, record, one))
    return (*videos, *((Facts((context.fact(record, "attachments", *links),)),) if links else ()))


def _identifiers(context: Context, record: Record) -> tuple[Part, ...]:
    identifiers = record.facts.identifiers
    if identifiers is None:
        return ()
    kind = type(identifiers)
    rows = (Fact(context.label(kind, name), context.value(identifiers, name)) for name in kind.model_fields)
    return (Facts(tuple(row for row in rows if row.values)),)


def _statements(context: Context, record: Record) -> tuple[Part, ...]:
    said: list[Part] = []
    for statement in record.facts.statements:
        by: Inline = (context.link(statement.person),)
        if statement.on:
            by = context.phrase("{person}, {day}", person=by[0], day=context.day(statement.on))
        said.append(Statement(context.localised(statement.said).text, by))
    return tuple(said)


def _not_stated(context: Context, record: Record) -> tuple[Part, ...]:
    labels = tuple((Piece(context.label(type(record.facts), name)),) for name in record.facts.not_stated)
    return (Bullets(labels, "dash"),) if labels else ()


def _cite(context: Context, record: Record) -> Cite:
    address = context.urls.absolute(context.urls.record(record, context.language))
    site, title = context.showcase.settings.title, context.title(record)
    verified = record.facts.verified_on
    if verified is None:
        return Cite(context.phrase("{title}, {site}, {address}.", site=site, title=title, address=address))
    on_day = text_of(context.dated("on", verified))
    said = N_("{title}, {site}, {address} (verified {on_day}).")
    return Cite(context.phrase(said, site=site, title=title, on_day=on_day, address=address))


def _verified(context: Context, record: Record, report: Piece | None) -> tuple[Part, ...]:
    data = Piece(context.words.text("Data (JSON)"), href=context.urls.href(context.urls.data(record)))
    actions = Actions((*((report,) if report else ()), data, *_history(context, record)))
    verified = record.facts.verified_on
    said: Inline = (
        (context.day(verified),) if verified else (Piece(context.words.text("not yet verified"), unknown=True),)
    )
    return (Paragraph(said), actions)


def _history(context: Context, record: Record) -> Iterator[Piece]:
    """The changes of the record's files, where the owner links a repository: of the facts, and of a translation."""
    settings, translation = context.showcase.settings, record.wordings.get(context.language)
    if facts := settings.history_of(record.path):
        yield Piece(context.words.text("History of changes"), href=facts)
        if translation and translation.path != record.path:
            yield Piece(context.words.text("History of this translation"), href=settings.history_of(translation.path))
