"""The pages that every site has: home, search, what is to come, and what people ask of the whole."""

from collections.abc import Iterator
from functools import partial

from generator.exports.change_log import KeptLog
from generator.pages.change_pages import latest_changes
from generator.pages.deadlines import deadlines_body
from generator.pages.dossiers import DOSSIERS_SOUGHT, dossiers
from generator.pages.front_door import NEED_SOUGHT, front_door
from generator.pages.home import home_body
from generator.pages.search import page_indexing, search_body
from generator.planned import PageContent, Planned
from generator.presenters.proposing import can_propose
from generator.text.context import Context
from generator.words import N_


def own_pages(context: Context, changes: KeptLog) -> Iterator[Planned]:
    """The pages that every site has."""
    urls, languages = context.urls, context.showcase.settings.languages
    yield Planned(context, {language: urls.home(language) for language in languages}, lambda: _home(context, changes))
    asked = (("propose", _front_door), ("dossier", _dossiers)) if can_propose(context.showcase) else ()
    for name, content in (*asked, ("deadlines", _deadlines), ("search", _search)):
        paths = {language: urls.fixed(name, language) for language in languages}
        yield Planned(context, paths, partial(content, context))


def _home(context: Context, changes: KeptLog) -> PageContent:
    body = home_body(context, latest_changes(context, changes))
    return PageContent(body, body.title, context.localised(context.showcase.settings.description).text)


def _deadlines(context: Context) -> PageContent:
    body = deadlines_body(context)
    sought = N_(
        "deadlines, deadline, expiring, expiring agreements, ending, ending soon, what is about to end, calendar"
    )
    return PageContent(body, body.title, body.lead, indexing=page_indexing(context, sought))


def _front_door(context: Context) -> PageContent:
    body = front_door(context)
    return PageContent(body, body.title, body.lead, indexing=page_indexing(context, NEED_SOUGHT))


def _dossiers(context: Context) -> PageContent:
    body = dossiers(context)
    return PageContent(body, body.title, body.lead, indexing=page_indexing(context, DOSSIERS_SOUGHT))


def _search(context: Context) -> PageContent:
    body = search_body(context)
    return PageContent(body, body.title, body.lead)
