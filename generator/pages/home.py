"""The home page: what this is, what is in it, what is new, what is near, and who works with whom."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from generator.charts.partnership_graph import web
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.organisation import Organisation
from generator.pages.deadlines import coming, endings
from generator.pages.doors import doors
from generator.pages.frame import page_for
from generator.pages.search import search_for, search_form
from generator.presenters.of_kind import presenter_of
from generator.presenters.proposing import propose
from generator.showcase.partnerships import partnerships_of
from generator.text.context import Context
from generator.text.inline import joined
from generator.text.listed import kinds_listed, list_href, names_listed, placed_on, short_title
from generator.text.when import happened
from generator.view.home import Happened, HappenedList, HomeBody
from generator.view.lists import SearchForm
from generator.view.text import Figure, Inline, Piece

_NEWS = 4
_FIGURES = 4
_UNIVERSITIES = 6
"""Never more are named at the head of the page: those of most agreements, or of most that is done."""


def home_body(context: Context, changes: HappenedList | None = None) -> HomeBody:
    """What this is and whose, where to begin, what is new and what is near, some figures, who works with whom.

    What is new is what publications changed, where that is known, else what was done lately.
    """
    home, settings, text = context.showcase.settings.home, context.showcase.settings, context.words.text
    organisations = list_href(context, Organisation)
    return HomeBody(
        title=context.localised(home.title).text if home and home.title else settings.title,
        lead=context.localised(home.lead if home and home.lead else settings.description).text,
        universities=tuple(_universities(context)),
        keeper=_keeper(context),
        search=_search(context),
        examples=tuple(search_for(context, context.localised(one).text) for one in (home.searches if home else ())),
        doors=doors(context),
        news=changes or _news(context),
        endings=endings(context),
        coming=tuple(coming(context)),
        figures=tuple(_figures(context)),
        web=web(context),
        organisations=Piece(text("All organisations"), href=organisations)
        if context.showcase.names(Organisation)
        else None,
    )


def _universities(context: Context) -> Iterator[Piece]:
    """Those at the centre of the agreements; without agreements, those that act in what is done."""
    found: list[AnyRef] = list(partnerships_of(context.showcase, names_listed(context, Agreement)).hubs)
    if not found:
        every = (ref for kind in _doing(context) for ref in names_listed(context, kind))
        acting = Counter(one for ref in every for one in context.showcase.universities_acting_in(ref))
        found = sorted(acting, key=lambda ref: (-acting[ref], ref))
    return (replace(context.link(ref), text=short_title(context, ref)) for ref in found[:_UNIVERSITIES])


def _keeper(context: Context) -> Inline:
    """Who keeps the site, with the page that tells of it, and where a need is proposed."""
    about, owner = page_for(context, "about"), context.localised(context.showcase.settings.owner.name)
    named = replace(owner, href=context.href(about)) if about else owner
    return joined(" · ", (context.phrase("Run by: {owner}", owner=named), propose(context)))


def _search(context: Context) -> SearchForm | None:
    """Where to search from; nothing where no list has a record."""
    label = context.words.text("Search for a project, an organisation, a place")
    return replace(search_form(context), query_label=label) if any(kinds_listed(context)) else None


def _doing(context: Context) -> Iterator[type[Kind]]:
    """The kinds of what is done, but for what can only be told by where it stands on the day."""
    return (kind for kind in kinds_listed(context) if kind.search_rank == 1 and kind.dates and not kind.period)


def _news(context: Context) -> HappenedList | None:
    """What was done lately; None where nothing is known to have been."""
    found = tuple(_happened(context))
    return HappenedList(context.words.text("Most recent by date"), found) if found else None


def _happened(context: Context) -> Iterator[Happened]:
    """What was done lately, newest first, by the date that places it in time, which is said."""
    dated = [(placed_on(context, ref), ref) for kind in _doing(context) for ref in names_listed(context, kind)]
    newest = sorted((one for one in dated if 0 < one[0] <= context.showcase.day.toordinal()), reverse=True)
    for record in (context.showcase[ref] for _, ref in newest[:_NEWS]):
        placed = context.showcase.placed_in_time(record)
        when = happened(context, placed) if placed else ()
        yield Happened(context.title(record, short=True, linked=True), when, context.summary(record))


def _figures(context: Context) -> Iterator[Figure]:
    """A figure of each record that the owner names, as far as this language has them, with what it is about."""
    home, number = context.showcase.settings.home, 0
    for record in (context.showcase[ref] for ref in (home.figures if home else ())):
        shown = number < _FIGURES and context.has_page(record) and not record.facts.withdrawn
        if shown and (figure := presenter_of(record).figure(context, record)):
            number += 1
            yield replace(figure, about=context.title(record, short=True, linked=True))
