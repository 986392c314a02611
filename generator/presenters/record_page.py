"""A record's page, whatever its kind: what it is, who and until when, the text beside the facts, what it rests on.

Every field stands where its block has it: short rows beside the text, long ones in a section of their own under the
heading of the block; what tells the story, in it.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.content.record import AnyRecord
from generator.fields.declare import BLOCKS
from generator.fields.values import AnyRef
from generator.kinds.common import Withdrawal
from generator.kinds.person import Person
from generator.presenters.backlinks import referring
from generator.presenters.common_fields import common_fields, our_choice
from generator.presenters.corrections import corrected
from generator.presenters.gaps import gaps
from generator.presenters.notice import notice
from generator.presenters.of_kind import presenter_of
from generator.presenters.page_tools import actions, tools
from generator.presenters.person import told_with
from generator.presenters.related import related
from generator.presenters.sections import Sections, Shown, common_shown, merged, own_shown
from generator.presenters.source_list import sources
from generator.text.context import Context
from generator.text.inline import text_of
from generator.text.meanings import explained, glossed_rows
from generator.text.prose_html import parted, passages
from generator.view.parts import Block, Folded, Paragraph, Part, ProsePassages
from generator.view.record_page import Aside, RecordBody, Tail
from generator.view.text import Fact, Inline

_STORY = ("head", "prose", "purpose", "prose-after", "text")
"""The blocks whose parts tell the story, in its order. The prose stands by itself: what is before its first heading,
then, after the aims, what stands under headings of its own."""
_BESIDE = ("when", "where", "taking-part", "figures", "purpose", "who", "what", "text", "head", "related")
"""The blocks whose short rows stand beside the story, in their order."""
_LONG = 160
"""A row of more letters, or of more than `_MANY` values, has a section of its own."""
_MANY = 4


def record_body(context: Context, record: AnyRecord, onward: tuple[Part, ...] = ()) -> RecordBody:
    """All that a record's page shows; `onward` leads to more."""
    withdrawn = record.facts.withdrawn
    if withdrawn:
        return RecordBody(
            kicker=context.words.text(record.facts.noun or record.facts.plural),
            title=context.title(record),
            lead="",
            story=(Paragraph(withdrawal(context, withdrawn)),),
        )
    sections = presenter_of(record).sections(context, record)
    shown = _shown(context, record, sections)
    groups = referring(context, record, besides=sections.told)
    belonging = (*groups, *related(context, record), *sections.belongs, *onward)
    kicker = explained(context, sections.kicker)
    story = tuple(part for block in _STORY for part in _parts(shown[block]))
    rows = glossed_rows(context, _short(shown), f"{kicker}{''.join(_written(story))}")
    return RecordBody(
        kicker=kicker,
        title=context.title(record),
        lead=context.summary(record) or sections.lead,
        ribbon=ribbon(context, record),
        notice=notice(context, record) or sections.notice,
        figure=sections.figure,
        actions=(*actions(context, record), *sections.actions),
        window=sections.window if sections.window and sections.window.facts else None,
        drawn=sections.drawn,
        chapters=sections.chapters,
        story=story,
        story_title=_heading(context, record, "text") if sections.chapters else "",
        aside=Aside(tuple(rows), our_choice(context, record), tools(context, record)),
        sections=tuple(_sections(context, record, shown, belonging)),
        tail=tail_of(context, record, sections.folds, compared=sections.compared, missed=sections.missed),
    )


def withdrawal(context: Context, withdrawn: Withdrawal) -> Inline:
    """When a record was withdrawn, and why."""
    on_day, because = context.dated("on", withdrawn.on), context.localised(withdrawn.because)
    said = context.phrase("Withdrawn {on_day}: {reason}", on_day=on_day, reason=because)
    return context.whole(withdrawn, said, "on", "because")


def fact_blocks(context: Context, record: AnyRecord) -> tuple[Block, ...]:
    """The declared fields by block and who is told here, for who shows the text in a way of its own."""
    shown = _shown(context, record, presenter_of(record).sections(context, record))
    blocks = ((block, merged(shown[block])) for block in BLOCKS if block in shown)
    found = [*blocks, ("related", merged(context.facts(record, "related")))]
    return tuple(Block(block, _heading(context, record, block), parts) for block, parts in found if parts)


def ribbon(context: Context, record: AnyRecord) -> str:
    """Why a record is not yet, or no longer, published; "" where it is."""
    publish_on = record.facts.publish_on
    if record.facts.draft:
        return context.words.text("Draft")
    if publish_on and publish_on.last > context.showcase.day:
        return context.sentence("To be published {on_day}", on_day=context.dated("on", publish_on))
    return context.words.text("Archived") if record.facts.archived else ""


def _shown(context: Context, record: AnyRecord, sections: Sections) -> Mapping[str, Shown]:
    """What each block of declared fields shows: first those of the kind, then those of all; and the prose."""
    instead = common_fields(context, record)
    shown = {
        block: (*own_shown(context, record, sections, block), *common_shown(context, record, instead, block))
        for block in _BESIDE
    }
    return {
        **shown,
        **dict(zip(("prose", "prose-after"), _prose(context, record, sections.kicker), strict=True)),
        "who": (*_people(context, record, sections.told), *shown["who"]),
    }


def _prose(context: Context, record: AnyRecord, told: str) -> tuple[Shown, Shown]:
    """The text before its first heading, and the rest of it."""
    wording = record.wordings.get(context.language)
    if wording is None or not wording.prose.html:
        return (), ()
    opening, rest = parted(passages(context, record, wording.prose, inner=False, told=told))
    return (ProsePassages(opening),) if opening else (), (ProsePassages(rest),) if rest else ()


def _written(parts: Iterable[Part]) -> Iterator[str]:
    """The pieces of HTML of the prose among some parts."""
    for part in parts:
        if isinstance(part, ProsePassages):
            yield from (one for one in part.passages if isinstance(one, str))


def _people(context: Context, record: AnyRecord, told: frozenset[AnyRef]) -> Shown:
    """Those whom this record names and no other, each with the public role that makes them known, but those `told`."""
    lines = told_with(context, record, (one for one in context.showcase.told_with(record.ref) if one not in told))
    return (Fact(context.words.text(Person.plural), lines),) if lines else ()


def _parts(shown: Shown) -> Iterator[Part]:
    return (one for one in shown if not isinstance(one, Fact))


def _rows(shown: Shown) -> Iterator[Fact]:
    return (one for one in shown if isinstance(one, Fact))


def _is_long(row: Fact) -> bool:
    return len(row.values) > _MANY or sum(len(text_of(value)) for value in row.values) > _LONG


def _short(shown: Mapping[str, Shown]) -> Iterator[Fact]:
    return (row for block in _BESIDE for row in _rows(shown[block]) if not _is_long(row))


def _sections(
    context: Context, record: AnyRecord, shown: Mapping[str, Shown], belonging: tuple[Part, ...]
) -> Iterator[Block]:
    """The blocks that need the whole width, then what belongs with the record."""
    for block in BLOCKS:
        if block in shown:
            long = [one for one in shown[block] if (_is_long(one) if isinstance(one, Fact) else block not in _STORY)]
            if long:
                yield Block(block, _heading(context, record, block), merged(long))
    if belonging:
        yield Block("related", _heading(context, record, "related"), belonging)


def _heading(context: Context, record: AnyRecord, block: str) -> str:
    return context.words.text(record.facts.headings.get(block, BLOCKS[block]))


def tail_of(
    context: Context,
    record: AnyRecord,
    folds: Iterable[Folded] = (),
    *,
    compared: bool = False,
    missed: frozenset[str] = frozenset(),
) -> Tail:
    """What closes a page: what it rests on, what is not known and not said above (`missed`), when it was checked."""
    verified = record.facts.verified_on
    on_day = context.phrase("Page checked {on_day}.", on_day=context.dated("on", verified)) if verified else ()
    return Tail(
        (*folds, *sources(context, record, compared=compared)),
        gaps(context, record, missed),
        on_day,
        corrected(context, record),
    )
