"""Pages of prose, and the page for what is not found."""

from generator.content.kinds.page import Page
from generator.content.record import Record
from generator.content.settings import PLACEHOLDER
from generator.pages.context import Context, text_of
from generator.pages.frame import navigation_piece
from generator.pages.markup import passages
from generator.pages.views.search import search_form
from generator.pages.views.telling import withdrawal
from generator.view import LostMain, LostSection, PageMain, Piece


def page_main(context: Context, record: Record) -> PageMain:
    """A page of prose; the one for reports leads to the owner's mailbox, once there is one."""
    wording = record.wordings[context.shown_in(record)]
    withdrawn = record.facts.withdrawn
    if withdrawn:
        notice = text_of(withdrawal(context, withdrawn))
        return PageMain(wording.title, notice, (), ())
    return PageMain(
        title=wording.title,
        lead=wording.summary,
        passages=passages(context, record, wording.prose, inner=False),
        actions=_actions(context, record),
    )


def _actions(context: Context, record: Record) -> tuple[Piece, ...]:
    contact = context.showcase.settings.owner.contact
    reports = isinstance(record.facts, Page) and record.facts.purpose == "report"
    if not reports or contact == PLACEHOLDER:
        return ()
    return (Piece(context.words.text("Write to {mailbox}", mailbox=contact), href=f"mailto:{contact}"),)


def lost_main(contexts: tuple[Context, ...]) -> LostMain:
    """The page for what is not found, in every language at once."""
    return LostMain(tuple(_section(context) for context in contexts))


def _section(context: Context) -> LostSection:
    text = context.words.text
    links = [Piece(text("Home"), href=context.urls.href(context.urls.home(context.language)))]
    entries = (navigation_piece(context, name) for name in context.showcase.settings.navigation)
    links.extend(piece for piece in entries if piece)
    return LostSection(
        lang=context.language,
        title=text("This page does not exist"),
        text=text(
            "It may have moved, or the address may be mistyped. Search the site or begin from one of these pages."
        ),
        search=search_form(context),
        links=tuple(links),
    )
