"""A record as an item of a list: enough to choose it."""

from generator.content.record import AnyRecord
from generator.presenters.of_kind import presenter_of
from generator.showcase.answers import remembered
from generator.text.context import Context
from generator.view.text import Entry


@remembered
def entry(context: Context, record: AnyRecord) -> Entry:
    """The record's title as a link, its summary, and a line that tells it from its neighbours."""
    presenter = presenter_of(record)
    return Entry(
        title=context.title(record, linked=True),
        kicker=presenter.item_kicker(context, record),
        summary=context.summary(record),
        facts=presenter.item_facts(context, record),
        note=presenter.item_note(context, record),
    )
