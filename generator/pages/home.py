"""The home page: what this is, what is in it, what is new, what is near, and who works with whom."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, zip_longest

from generator.charts.partnership_graph import web
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.indicator import Indicator
from generator.kinds.initiative import Initiative
from generator.kinds.organisation import Organisation
from generator.pages.deadlines import coming
from generator.pages.doors import doors
from generator.pages.home_endings import endings
from generator.pages.search import search_for, search_form
from generator.presenters.of_kind import presenter_of
from generator.presenters.proposing import propose
from generator.presenters.purposes import page_for
from generator.showcase.answers import settled
from generator.showcase.partnerships import partnerships_of
from generator.text.articles import in_sentence
from generator.text.context import Context
from generator.text.inline import joined
from generator.text.listed import (
    by_name,
    is_told,
    kinds_listed,
    list_href,
    names_as_in_the_first_language,
    names_listed,
    placed_on,
    short_title,
)
from generator.text.when import happened
from generator.view.home import Happened, HappenedList, HomeBody
from generator.view.lists import SearchForm
from generator.view.text import Figure, Inline, Piece

_NEWS = 4
_DEED = 1
"""The rank in which the search has what is done, as against by whom, where and how much."""
_FIGURES = 4
_EXAMPLES = 5
_SHORT, _LINE = 30, 52
"""Letters of a name that one would type, and of all that stand on one line."""
_UNIVERSITIES = 6
"""Never more are named at the head of the page, by name: those of most agreements, or of most that is done."""


def home_body(context: Context, changes: HappenedList | None = None) -> HomeBody:
    """What this is and whose, where to begin, what is new and what is near, some figures, who works with whom.

    What is new is what publications changed, where that is known, else what was done lately. What the owner does not
    say follows from the records, and from whose they are.
    """
    home, settings, text = context.showcase.settings.home, context.showcase.settings, context.words.text
    universities = by_name(context, _universities(context))
    organisations = list_href(context, Organisation)
    return HomeBody(
        title=_title(context, universities),
        lead=context.localised(home.lead if home and home.lead else settings.description).text,
        universities=tuple(replace(context.link(ref), text=short_title(context, ref)) for ref in universities),
        keeper=_keeper(context),
        search=_search(context),
        examples=tuple(search_for(context, words) for words in _examples(context, universities)),
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


def _title(context: Context, universities: Sequence[AnyRef]) -> str:
    """What the owner says, or else whose deeds these are; while none is told, the name of the site."""
    settings, text = context.showcase.settings, context.words.text
    if settings.home and settings.home.title:
        return context.localised(settings.home.title).text
    if not any(kind.search_rank == _DEED for kind in kinds_listed(context)):
        return settings.title
    if settings.owner.kind == "university":
        owner = in_sentence(context, context.localised(settings.owner.name)).text
        return text("What {owner} does for society", owner=owner)
    return text("What universities do for society") if universities else settings.title


def _universities(context: Context) -> Iterator[AnyRef]:
    """Those at the centre of the agreements; without agreements, those that act in what is done."""
    found: list[AnyRef] = list(partnerships_of(context.showcase, names_listed(context, Agreement)).hubs)
    if not found:
        every = (ref for kind in _doing(context) for ref in names_listed(context, kind))
        acting = Counter(one for ref in every for one in context.showcase.universities_in(ref))
        found = sorted(acting, key=lambda ref: (-acting[ref], ref))
    yield from found[:_UNIVERSITIES]


def _examples(context: Context, named: Sequence[AnyRef]) -> tuple[str, ...]:
    """What the owner says may be searched for, or else short names of what is here, of each kind in turn; none of those
    `named`."""
    home = context.showcase.settings.home
    if home and home.searches:
        return tuple(context.localised(one).text for one in home.searches)
    kinds = (kind for kind in kinds_listed(context) if not kind.is_evidence)
    names = [_short_names(context, kind, named) for kind in kinds]
    in_turn = dict.fromkeys(name for of_each in zip_longest(*names) for name in of_each if name)
    found = list[str]()
    for name in in_turn:
        if len(found) < _EXAMPLES and len("".join((*found, name))) <= _LINE:
            found.append(name)
    return tuple(found)


def _short_names(context: Context, kind: type[Kind], named: Sequence[AnyRef]) -> Iterator[str]:
    found = (short_title(context, ref) for ref in names_listed(context, kind) if ref not in named)
    return (name for name in found if len(name) <= _SHORT)


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
    return (kind for kind in kinds_listed(context) if kind.search_rank == _DEED and kind.dates and not kind.period)


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
    """A figure of each record that the owner names, or else of what has one, as far as this language has them."""
    home, number = context.showcase.settings.home, 0
    chosen = home.figures if home else ()
    for record in (context.showcase[ref] for ref in chosen or _with_figures(context)):
        shown = number < _FIGURES and context.has_page(record) and not record.facts.withdrawn
        if shown and (figure := presenter_of(record).figure(context, record)):
            number += 1
            yield replace(figure, about=context.title(record, short=True, linked=True))


def _with_figures(context: Context) -> Iterator[AnyRef]:
    """What is measured, then what has a figure of its own."""
    for kind in (Indicator, Initiative):
        names = names_as_in_the_first_language(context, kind)
        yield from islice((ref for ref in names if _has_figure(context, ref)), _FIGURES)


@settled
def _has_figure(context: Context, ref: AnyRef) -> bool:
    record = context.showcase[ref]
    return is_told(context, ref) and presenter_of(record).figure(context, record) is not None
