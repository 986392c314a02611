"""The home page: what this is, what is in it, what is near, what is new."""

from collections import Counter
from dataclasses import replace
from itertools import accumulate

from generator.charts.agreements_chart import front
from generator.charts.enough import FEWEST
from generator.charts.partnership_graph import web
from generator.charts.time_axis import finding
from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import ENDING, IN_FORCE, STATUSES
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER
from generator.kinds.indicator import Indicator
from generator.kinds.initiative import Initiative
from generator.pages.deadlines import due_soon
from generator.pages.search import search_form
from generator.presenters.award_figures import figures_of
from generator.presenters.indicator import latest
from generator.presenters.list_item import entry
from generator.showcase.life import life_of
from generator.text.context import Context
from generator.text.inline import sentence_case
from generator.text.listed import names_listed, placed_on, short_title
from generator.text.when import happened
from generator.view.bodies import Entrance, HomeBody
from generator.view.text import Entry, Figure, Piece

_ENTRANCES = 3
_NEWS = 5
_NOTE = 150
"""The titles under an entrance are no more letters than these together."""
_DUE = 4
_FIGURES = 4
_FIGURES_EACH = 2


def home_body(context: Context) -> HomeBody:
    """What this is, what is in it, what is near, what is new."""
    settings, text = context.showcase.settings, context.words.text
    deadlines = context.urls.href(context.urls.fixed("deadlines", context.language))
    organisations = context.urls.href(context.urls.section("organisations", context.language))
    due = due_soon(context)
    ways = {"deadlines": Piece(text("All deadlines"), href=deadlines)}
    if context.showcase.names(BY_FOLDER["organisations"]):
        ways["organisations"] = Piece(text("All organisations"), href=organisations)
    return HomeBody(
        title=settings.title,
        lead=context.localised(settings.description).text,
        search=search_form(context),
        highlights=tuple(_highlights(context)),
        front=front(context, names_listed(context, Agreement)),
        entrances=tuple(_entrances(context)),
        due=due[:_DUE],
        due_note=context.phrase(
            "What ends in the twelve months {from_day}.", from_day=context.dated("from", context.showcase.day)
        ),
        news=tuple(_news(context)),
        figures=tuple(_figures(context)),
        web=web(context),
        ways=ways,
    )


def _highlights(context: Context) -> list[Entry]:
    told = (record for record in _highlighted(context) if not isinstance(record.facts, Indicator))
    return [entry(context, record.ref) for record in told]


def _highlighted(context: Context) -> list[AnyRecord]:
    """The records the owner puts forward, as far as this language has them."""
    chosen = (context.showcase[ref] for ref in context.showcase.settings.highlights)
    return [record for record in chosen if context.has_page(record) and not record.facts.withdrawn]


def _entrances(context: Context) -> list[Entrance]:
    entrances = []
    for pane in context.showcase.settings.navigation:
        name = pane.to
        kind = BY_FOLDER.get(name)
        refs = names_listed(context, kind) if kind else ()
        if kind and refs:
            href = context.urls.href(context.urls.section(name, context.language))
            title = Piece(context.words.text(kind.plural), href=href)
            entrances.append(Entrance(context.words.number(len(refs)), title, _entrance_note(context, kind, refs)))
    return entrances[:_ENTRANCES]


def _entrance_note(context: Context, kind: type[Kind], refs: tuple[AnyRef, ...]) -> str:
    if kind is Agreement:
        return _agreements_note(context)
    chosen = [ref for ref in context.showcase.settings.highlights if ref in refs]
    shown = list(dict.fromkeys((*chosen, *refs)))[:_NEWS]
    titles = [short_title(context, ref) for ref in shown]
    lengths = accumulate(map(len, titles))
    told = [title for title, length in zip(titles, lengths, strict=True) if length <= _NOTE]
    more = len(refs) - len(told) if told else 0
    if not more:
        return context.words.listed(told)
    return context.words.count("{titles} and {number} more", "{titles} and {number} more", more, titles=", ".join(told))


def _agreements_note(context: Context) -> str:
    """How many have each status; where they are few, also what their picture would tell."""
    lives = [life_of(context.showcase, ref) for ref in names_listed(context, Agreement)]
    found, near = Counter(life.status for life in lives), sum(life.part == ENDING for life in lives)
    said = {name: _counted(context, name, found[name]) for name in STATUSES.options if found[name]}
    if near:
        part = context.words.count("{number} ends within twelve months", "{number} end within twelve months", near)
        said[IN_FORCE] = context.words.text("{whole} ({part})", whole=said[IN_FORCE], part=part)
    counts = sentence_case(f"{'; '.join(said.values())}.")
    return f"{counts} {finding(context, lives)}".strip() if len(lives) < FEWEST else counts


def _counted(context: Context, status: str, number: int) -> str:
    label = STATUSES.label(status, context.words)
    return context.words.text("{status}: {number}", status=label, number=context.words.number(number))


def _news(context: Context) -> list[Entry]:
    """The latest signatures and announcements, newest first."""
    dated = [(placed_on(context, ref), ref) for ref in names_listed(context, Agreement)]
    newest = sorted((one for one in dated if 0 < one[0] <= context.showcase.day.toordinal()), reverse=True)
    return [_news_of(context, context.showcase[ref]) for _, ref in newest[:_NEWS]]


def _news_of(context: Context, record: AnyRecord) -> Entry:
    placed = context.showcase.placed_in_time(record)
    when = happened(context, placed, begins=True) if placed else ()
    return Entry(context.title(record, linked=True), kicker=when, summary=context.summary(record))


def _figures(context: Context) -> list[Figure]:
    """The figures of the highlighted initiatives and indicators, each with the record it is about."""
    found: list[Figure] = []
    for record in _highlighted(context):
        if isinstance(record.facts, Initiative):
            figures = figures_of(context, record.facts)[:_FIGURES_EACH]
        else:
            indicator = record.of(Indicator)
            figure = latest(context, indicator) if indicator else None
            figures = (figure,) if figure else ()
        about = context.title(record, short=True, linked=True)
        found.extend(replace(figure, about=about) for figure in figures)
    return found[:_FIGURES]
