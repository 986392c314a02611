"""The page for what is not found, in every language at once."""

from generator.pages.frame import switch
from generator.pages.navigation import panes
from generator.pages.search import search_form
from generator.pages.surroundings import FRAME, Surroundings
from generator.text.context import Context
from generator.view.bodies import NotFoundBody, NotFoundSection
from generator.view.outputs import HtmlPage
from generator.view.text import Piece

PATH = "404.html"


def not_found_page(surroundings: Surroundings) -> HtmlPage:
    """The page that a host shows for every address without one."""
    contexts = surroundings.contexts
    contexts[0].witness.sees(*(f"{FRAME}{one.language}" for one in contexts))
    context, body = contexts[0], NotFoundBody(tuple(_section(one) for one in contexts))
    return HtmlPage(
        path=PATH,
        href=context.urls.href(PATH),
        language=context.language,
        body=body,
        frame=surroundings.frames[context.language],
        title=f"{body.sections[0].title} – {context.showcase.settings.title}",
        description=body.sections[0].text,
        canonical=context.urls.absolute(PATH),
        alternates=(),
        crumbs=(),
        switch=switch(contexts, context, {}, ""),
        card=surroundings.cards[context.language].home,
        noindex=True,
    )


def _section(context: Context) -> NotFoundSection:
    text = context.words.text
    links = [Piece(text("Home"), href=context.urls.href(context.urls.home(context.language)))]
    links.extend(panes(context))
    return NotFoundSection(
        lang=context.language,
        title=text("This page does not exist"),
        text=text(
            "It may have moved, or the address may be mistyped. Search the site or begin from one of these pages."
        ),
        search=search_form(context),
        links=tuple(links),
    )
