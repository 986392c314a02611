"""What a number in parts finds, in a sentence: a form for none, one, several, partial."""

from generator.pages.board.tally import NumberParts, Tally
from generator.pages.lists.facet_answers import AFFIRMATIVE
from generator.text.context import Context
from generator.text.inline import sentence_case
from generator.words import N_, NN_

_NAMED = 3
"""So many parts are named together; of more the number is told."""


def finding(context: Context, tally: Tally, parts: NumberParts) -> str:
    """What is seen first in the parts of a number."""
    text, words, number = context.words.text, context.words, context.words.number
    filled = [row for row in parts.rows if row.number]
    if not tally.number:
        return text("Nothing is counted: every row is at zero")
    if not filled:
        return text("It is known of none of the pages counted")
    if parts.facet.unranked and len(filled) > 1:
        known = sum(not row.answer.is_apart for row in filled)
        records = words.count(*_counted(tally), tally.number)
        return words.count(*parts.facet.unranked, known, named=number(parts.named), records=records)
    total = tally.number
    if parts.facet.affirmed:
        affirmed = sum(row.number for row in filled if row.answer.key == AFFIRMATIVE)
        return words.count(*parts.facet.affirmed, affirmed, total=number(total - parts.without))
    named = [row for row in filled if not row.answer.is_apart] or filled
    most = max(row.number for row in named)
    first = [row.answer.label.text for row in named if row.number == most]
    if 2 * parts.without > total:
        total -= parts.without
        single, leads, many, level = (
            N_("As far as is known, a single row is filled: {label}, {number}"),
            N_("As far as is known, in the lead: {label}, {number} of {total}"),
            N_("As far as is known, {rows} rows lead with {number} each"),
            N_("As far as is known, level in the lead: {labels}, {number} each"),
        )
    else:
        single, leads, many, level = (
            N_("A single row is filled: {label}, {number}"),
            N_("In the lead: {label}, {number} of {total}"),
            N_("{rows} rows lead with {number} each"),
            N_("Level in the lead: {labels}, {number} each"),
        )
    if len(filled) == 1:
        return text(single, label=first[0], number=number(most))
    if len(first) == 1:
        return text(leads, label=first[0], number=number(most), total=number(total))
    if len(first) > _NAMED:
        return text(many, rows=number(len(first)), number=number(most))
    return text(level, labels=words.listed(first), number=number(most))


def _counted(tally: Tally) -> tuple[str, str]:
    """What is counted is called as its kind is; of several kinds, activities."""
    kinds = tally.counting.kinds
    return kinds[0].counted if len(kinds) == 1 else NN_("{number} activity", "{number} activities")


def placed_by(context: Context, tally: Tally) -> str:
    """Which dates place what is counted in a year, by kinds, the most telling first: no other does."""
    kinds_by = dict[str, list[str]]()
    for kind in tally.counting.kinds:
        if kind.dates and context.showcase.names(kind):
            dates = ", ".join(sentence_case(context.label(kind, one.field)) for one in kind.dates)
            kinds_by.setdefault(dates, []).append(context.words.text(kind.plural))
    told = "; ".join(f"{', '.join(kinds)}: {dates}" for dates, kinds in kinds_by.items())
    said = N_("The year is that of the first of these dates that is known, and of no other date. {dates}.")
    return context.words.text(said, dates=told)


def without(context: Context, parts: NumberParts) -> str:
    """What those are called of which the parts tell nothing, everywhere alike."""
    return sentence_case(context.words.text(parts.facet.without))


def notes(context: Context, parts: NumberParts, counted: int, unseen: int) -> tuple[str, ...]:
    """What one must know to read the parts: that they overlap, or go on elsewhere."""
    count, text = context.words.count, context.words.text
    overlap = sum(row.number for row in parts.rows) + parts.without > counted
    more = count(
        "{number} more row is in the file of all numbers.",
        "{number} more rows are in the file of all numbers.",
        unseen,
    )
    several = text("What belongs in several rows is counted in each of them.")
    return tuple(filter(None, (several if overlap else "", more if unseen else "")))
