"""What stands beside the dossier of an organisation: what is new of it as a feed, the ends in it as a calendar."""

from generator.content.record import AnyRecord
from generator.exports.calendars import calendar_of
from generator.exports.change_log import KeptLog
from generator.exports.feeds import dossier_feed
from generator.showcase.selection import about, selected
from generator.text.context import Context
from generator.view.data_files import Calendar
from generator.view.outputs import Feed


def dossier_file(context: Context, changes: KeptLog, record: AnyRecord, path: str, is_a: str) -> Feed | Calendar:
    """The feed or the calendar beside a dossier."""
    asked = about(record.ref)
    refs = selected(context.showcase, asked).refs if asked else ()
    if is_a == "feed":
        return dossier_feed(context, changes, record, refs)
    title = context.words.text(
        "{list}: {value}", list=context.title(record).text, value=context.words.text("dates of end")
    )
    return calendar_of(context, path, title, refs)
