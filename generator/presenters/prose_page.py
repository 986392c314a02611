"""Pages of prose, with the facts that some of them have below the text."""

from generator.content.record import AnyRecord
from generator.content.settings_types import PLACEHOLDER
from generator.kinds.page import Page
from generator.presenters.notice import notice
from generator.presenters.page_tools import actions
from generator.presenters.proposing import propose
from generator.presenters.record_page import fact_blocks, ribbon, tail_of, withdrawal
from generator.text.context import Context
from generator.text.inline import text_of
from generator.text.prose_html import passages
from generator.view.bodies import PageBody
from generator.view.text import Piece


def page_body(context: Context, record: AnyRecord) -> PageBody:
    """A page of prose; that for reports leads to the owner’s mailbox, once there is one, and to the page of needs."""
    withdrawn = record.facts.withdrawn
    if withdrawn:
        return PageBody(context.title(record).text, text_of(withdrawal(context, withdrawn)), (), ())
    wording = record.wordings[context.shown_in(record)]
    return PageBody(
        title=wording.title,
        lead=wording.summary,
        passages=passages(context, record, wording.prose, inner=False),
        actions=_actions(context, record),
        blocks=fact_blocks(context, record),
        ribbon=ribbon(context, record),
        notice=notice(context, record),
        tail=tail_of(context, record),
    )


def _reports(record: AnyRecord) -> bool:
    return isinstance(record.facts, Page) and record.facts.purpose == "report"


def _actions(context: Context, record: AnyRecord) -> tuple[Piece, ...]:
    leading = actions(context, record)
    if not _reports(record):
        return leading
    contact = context.showcase.settings.owner.contact
    if contact != PLACEHOLDER:
        leading = (Piece(context.words.text("Write to {mailbox}", mailbox=contact), href=f"mailto:{contact}"), *leading)
    return (*leading, *propose(context))
