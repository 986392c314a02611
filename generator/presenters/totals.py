"""The totals of an initiative that no picture has, as a table: what each source counts, side by side."""

from generator.content.record import Record
from generator.kinds.edition import Total
from generator.kinds.edition_measures import MEASURES
from generator.kinds.evidence import Differing
from generator.kinds.initiative import Initiative
from generator.presenters.moneys import TOLD, drawn, is_dated
from generator.showcase.calculations import funded_in_editions
from generator.text.context import Context
from generator.text.inline import joined, sentence_case
from generator.view.parts import Table
from generator.view.text import Inline, Piece

_OF_TOTALS = "totals."


def totals(context: Context, record: Record[Initiative]) -> tuple[Table, ...]:
    """A row for each total that is not drawn, then for each that other sources say."""
    facts, text = record.facts, context.words.text
    shown = drawn(facts)
    rows = [_row(context, record, one) for one in facts.totals if one not in shown]
    rows += [_other(context, record, one) for one in facts.differing if is_of_totals(one)]
    head = (text("What is counted"), text("Value"), text("Period"), text("Source"))
    return (Table(text("Totals, each with its source"), head, tuple(rows)),) if rows else ()


def is_of_totals(entry: Differing) -> bool:
    """Whether what a source says differently is a total."""
    return entry.field.startswith(_OF_TOTALS) and entry.field.split(".")[1] in MEASURES.options


def _row(context: Context, record: Record[Initiative], total: Total) -> tuple[Inline, ...]:
    since = context.dated("since", total.since) if total.since else ()
    until = context.dated("until", total.until) if total.until else ()
    source = context.dated_source(total.source, total.as_of, context.cite(record, total.source))
    note = (context.localised(total.note),) if total.note else ()
    is_older = total in surpassed(context, record.facts)
    return (
        (Piece(_measure(context, total.measure)),),
        (Piece(context.quantity(total.value)),),
        joined(" ", (since, until)) or (Piece("–"),),
        context.whole(total, joined(" · ", (source, note, (Piece(older_note(context)),) if is_older else ())), *TOLD),
    )


def older_note(context: Context) -> str:
    """What is said of a total that the editions surpass."""
    return context.words.text("it counts fewer than the editions add up to and is probably older")


def surpassed(context: Context, initiative: Initiative) -> tuple[Total, ...]:
    """The totals without any date that count fewer projects than the editions add up to."""
    added = funded_in_editions(initiative)
    counted = (one for one in initiative.totals if one.measure == "funded" and not is_dated(context, one))
    return tuple(one for one in counted if added and one.value.number < added.funded.number)


def _other(context: Context, record: Record[Initiative], entry: Differing) -> tuple[Inline, ...]:
    source = context.dated_source(entry.source, None, context.cite(record, entry.source))
    value = context.other_value(Initiative, entry)
    return (
        (Piece(_measure(context, entry.field.split(".")[1])),),
        (value,),
        (Piece("–"),),
        (*context.noted(entry, source), Piece(" · "), Piece(context.words.text("the sources do not agree"))),
    )


def _measure(context: Context, measure: str) -> str:
    return sentence_case(MEASURES.label(measure, context.words))
