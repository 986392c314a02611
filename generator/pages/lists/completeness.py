"""What we know of each record of a set and what is not, field by field."""

from collections.abc import Sequence

from generator.content.record import Record
from generator.fields.declare import is_filled
from generator.kinds.initiative import Cantiere
from generator.text.context import GAP, Context
from generator.text.inline import text_of
from generator.text.legend import legend
from generator.view.charts import Known, KnownRow
from generator.words import N_

_FIELDS = ("partners", "state", "start", "end", "places", "funding")
_WORDS = {
    "stated": N_("stated"),
    "differing": N_("sources differ"),
    "": N_("does not apply"),
}


def known(context: Context, records: Sequence[Record[Cantiere]]) -> Known | None:
    """The cantieri as a set: a pane for each field, lit where a source states it; nothing for none."""
    if not records:
        return None
    text = context.words.text
    rows = tuple(_row(context, record) for record in records)
    lit = text("A filled square: the sources state it.")
    return Known(
        heading=text("What we know of each"),
        note=f"{lit} {text_of(legend(context))}" if any(GAP in state for row in rows for state in row.states) else lit,
        head=(text("Cantiere"), *(context.label(Cantiere, name) for name in _FIELDS)),
        rows=rows,
    )


def _row(context: Context, record: Record[Cantiere]) -> KnownRow:
    title, facts = context.title(record, linked=True), record.facts
    theme = context.localised(facts.theme) if facts.theme else None
    said = theme and theme.text.casefold() == title.text.casefold()
    states = (_state(record, name) for name in _FIELDS)
    told = tuple((state, context.words.text(_WORDS[state]) if state in _WORDS else GAP) for state in states)
    return KnownRow(title, None if said else theme, told)


def _state(record: Record[Cantiere], name: str) -> str:
    """Whether the sources state a field, differ on it, or leave it out; "" where it does not concern the record."""
    if any(entry.field.partition(".")[0] == name for entry in record.facts.differing):
        return "differing"
    if not record.states(name) or (name == "partners" and any(not one.acts for one in record.facts.partners)):
        return "unstated"
    return "stated" if is_filled(record.facts.held(name)) else ""
