"""The page for what is not found, in every language at once."""

from generator.pages.frame import navigation_piece
from generator.pages.search import search_form
from generator.text.context import Context
from generator.view.bodies import NotFoundBody, NotFoundSection
from generator.view.text import Piece


def not_found_body(contexts: tuple[Context, ...]) -> NotFoundBody:
    """The page for what is not found, in every language at once."""
    return NotFoundBody(tuple(_section(context) for context in contexts))


def _section(context: Context) -> NotFoundSection:
    text = context.words.text
    links = [Piece(text("Home"), href=context.urls.href(context.urls.home(context.language)))]
    entries = (navigation_piece(context, name) for name in context.showcase.settings.navigation)
    links.extend(piece for piece in entries if piece)
    return NotFoundSection(
        lang=context.language,
        title=text("This page does not exist"),
        text=text(
            "It may have moved, or the address may be mistyped. Search the site or begin from one of these pages."
        ),
        search=search_form(context),
        links=tuple(links),
    )
