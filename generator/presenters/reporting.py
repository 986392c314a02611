"""Where a mistake on a page is reported: with the page's title and address, whoever receives it."""

from urllib.parse import quote

from generator.content.record import AnyRecord
from generator.content.settings_types import PLACEHOLDER
from generator.presenters.purposes import page_on_reports
from generator.text.context import Context
from generator.view.text import Inline, Piece


def report(context: Context, record: AnyRecord, *, correct: bool = False) -> Inline:
    """A message to the owner, or an issue in the owner's repository; where nobody receives a report, that, with the
    page on reports, which tells more.
    """
    settings, text = context.showcase.settings, context.words.text
    label = text("Correct this") if correct else text("Report a mistake")
    title, address = context.title(record).text, context.urls.absolute(context.urls.record(record, context.language))
    subject = text("A mistake on the page {title}", title=title)
    asked = (text("What is wrong:"), text("How it should read:"), text("The public document that shows it:"))
    body = "\n".join((title, address, *(line for one in asked for line in ("", one)), ""))
    if settings.owner.contact != PLACEHOLDER:
        said = body.replace("\n", "\r\n")
        return (Piece(label, href=f"mailto:{settings.owner.contact}?subject={quote(subject)}&body={quote(said)}"),)
    if issue := settings.issue_of(subject, body):
        return (Piece(label, href=issue),)
    return (Piece(text("Mistakes: no address yet"), href=page_on_reports(context)),)
