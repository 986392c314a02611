"""The board and the page of each of its numbers: what is computed here beside what others declare."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from generator.charts.bar_share import bar_share
from generator.fields.values import AnyRef
from generator.kinds.indicator import Indicator
from generator.pages.board.findings import finding, notes, placed_by, without
from generator.pages.board.tally import NumberParts, Tally, TallyRow, is_by_year, refs_counted, tallies, tally
from generator.pages.lists.figures import figure
from generator.pages.search import page_indexing
from generator.planned import PageContent, Planned
from generator.showcase.answers import settled
from generator.showcase.measured import COUNTINGS, is_of_a_state, is_of_a_status
from generator.text.context import Context
from generator.text.inline import sentence_case
from generator.text.listed import counted, list_href, names_as_in_the_first_language
from generator.text.picture_page import way_to_picture
from generator.text.when import states_held
from generator.view.board import (
    BoardBody,
    Breakdown,
    BreakdownRow,
    CountedNumber,
    DeclaredNumbers,
    MeasureBody,
)
from generator.view.outputs import Link
from generator.view.text import Fact, Piece
from generator.words import N_

_SOUGHT = N_("numbers, figures, statistics, board, dashboard, indicators, monitoring, how many")
_MOST_ROWS = 40
_FEW_ROWS = 20
"""Of more rows those at zero are in the file alone."""
_RUN = 3
"""So many years in a row of which nothing is are one row."""
_MOST_DECLARED = 12


def board_pages(context: Context) -> Iterator[Planned]:
    """The board of a language, and the page of each number on it; none where there is nothing to count."""
    urls, languages = context.urls, context.showcase.settings.languages
    measures = _measures(context)
    if not measures:
        return
    paths = {language: urls.fixed("board", language) for language in languages}
    yield Planned(context, paths, partial(_of_all, context))
    for name in measures:
        paths = {language: urls.measure(COUNTINGS[name].measure, language) for language in languages}
        yield Planned(context, paths, partial(_of_one, context, name))


@settled
def _measures(context: Context) -> tuple[str, ...]:
    """The numbers that have a page."""
    return tuple(one.counting.measure.id for one in tallies(context))


def has_board(context: Context) -> bool:
    """Whether there is something to count."""
    return bool(_measures(context))


def _of_all(context: Context) -> PageContent:
    text = context.words.text
    body = BoardBody(
        title=text("In numbers"),
        lead=text(
            "What universities do, in numbers: counted here at publication, or declared by others with its source."
        ),
        heading=text("Counted here"),
        numbers=(*(_number(context, one, linked=True) for one in tallies(context)), *_computed_numbers(context)),
        declared=_declared(context),
        files=_files(context),
        note=context.computed_on(),
    )
    return PageContent(body, body.title, body.lead, indexing=page_indexing(context, _SOUGHT))


def _number(context: Context, one: Tally, *, linked: bool = False) -> CountedNumber:
    words, measure = context.words, one.counting.measure
    of = words.text("of {total}", total=words.number(one.of)) if measure.tests else ""
    href = context.urls.href(context.urls.measure(measure, context.language)) if linked else ""
    return CountedNumber(words.number(one.number), of, Piece(words.text(measure.title), href), definition(context, one))


def definition(context: Context, one: Tally) -> str:
    """What a number counts, in a sentence."""
    measure, words = one.counting.measure, context.words
    refs = (ref for kind in one.counting.kinds for ref in context.showcase.names(kind))
    said = words.text(measure.definition, kinds=counted(context, refs))
    held = states_held(context, refs_counted(context, one.counting)) if is_of_a_state(measure) else ""
    return f"{said} {held}".strip()


def _computed_numbers(context: Context) -> Iterator[CountedNumber]:
    """The indicators that are counted here: each number once, and none that the board counts anyway."""
    told = {"", *COUNTINGS}
    for ref in names_as_in_the_first_language(context, Indicator):
        computed, defined = _computed(context, ref)
        if computed not in told:
            told.add(computed)
            one = figure(context, ref)
            yield CountedNumber(one.value, "", one.title, defined)


@settled
def _computed(context: Context, ref: AnyRef) -> tuple[str, str]:
    """What an indicator has counted here, by name, and how it defines that; "" where others give its values."""
    facts = context.showcase.facts(ref, Indicator)
    defined = context.localised(facts.definition).text if facts.computed and facts.definition else ""
    return facts.computed or "", sentence_case(defined)


def _declared(context: Context) -> DeclaredNumbers | None:
    """The first of the indicators that others give, and the way to all indicators."""
    names = names_as_in_the_first_language(context, Indicator)
    given = [ref for ref in names if not _computed(context, ref)[0]]
    if not given:
        return None
    text = context.words.text
    rows = tuple(figure(context, ref) for ref in given[:_MOST_DECLARED])
    whole = Piece(text("All indicators: {number}", number=context.words.number(len(names))))
    whole = Piece(whole.text, href=list_href(context, Indicator))
    note = text("Given by others: each with its period and its source.")
    return DeclaredNumbers(Piece(text("Declared by the sources")), note, rows, whole)


def _files(context: Context) -> tuple[Piece, ...]:
    csv, text = context.urls.numbers("csv", context.language), context.words.text
    return (Piece(text("All these numbers as a table (CSV)"), href=context.urls.href(csv)),)


def measure_facts(context: Context) -> tuple[Fact, ...]:
    """What a number of the board rests on: the day, the method, the records, the file of all numbers."""
    text = context.words.text
    method = text("Counted from the pages of this site each time it is published; withdrawn ones are left out.")
    return (
        Fact(text("Period"), (context.dated("as of", context.showcase.day_said),)),
        Fact(text("What is counted"), ((Piece(text("pages of this site")),),)),
        Fact(text("Method"), ((Piece(method),),)),
        Fact(text("Source"), ((Piece(text("the pages themselves, each with its own sources")),),)),
        Fact(text("Data"), tuple((file,) for file in _files(context))),
    )


def _of_one(context: Context, name: str) -> PageContent:
    text, one = context.words.text, tally(context, name)
    number, facts = _number(context, one), measure_facts(context)
    note = context.computed_on() if is_of_a_status(one.counting.measure) else ()
    parts = tuple(breakdown(context, one, part) for part in one.parts)
    body = MeasureBody(number.title.text, number.definition, number, facts, parts, note)
    up = Link(text("In numbers"), context.urls.href(context.urls.fixed("board", context.language)))
    said = f"{number.value} {number.of}".strip()
    description = f"{text('{title}: {value}', title=body.title, value=said)}. {body.lead}"
    indexing = page_indexing(context, one.counting.measure.title)
    return PageContent(body, body.title, description, (up,), indexing=indexing)


def breakdown(context: Context, one: Tally, parts: NumberParts) -> Breakdown:
    """A number by one question, as a table with bars."""
    text, number = context.words.text, context.words.number
    longest = max((row.number for row in parts.rows), default=0)
    shown = list(_shown(parts))[:_MOST_ROWS]
    rows = [
        BreakdownRow(label, number(row.number), number(row.of), bar_share(row.number, longest))
        for label, (row, *_) in shown
    ]
    if parts.without:
        rows.append(BreakdownRow(Piece(without(context, parts)), number(parts.without), "", 0))
    label, title = text(parts.facet.label), text(one.counting.measure.title)
    caption = text("{list}: {value}", list=title, value=label)
    of = (text("In all"),) if one.counting.measure.tests else ()
    said = notes(context, parts, one.number, len(parts.rows) - sum(len(of_one) for _, of_one in shown))
    if is_by_year(parts.facet):
        said = (placed_by(context, one), *said)
    path = context.urls.number_picture(one.counting.measure, parts.facet, context.language)
    picture = way_to_picture(context, path)
    head = (label, text("Number"), *of)
    return Breakdown(parts.facet.id, caption, finding(context, one, parts), head, tuple(rows), picture, said)


def _shown(parts: NumberParts) -> Iterator[tuple[Piece, tuple[TallyRow, ...]]]:
    """The rows of a table, each with those that it stands for: zeros stay, of many years one for all in a row."""
    if not is_by_year(parts.facet):
        few = len(parts.rows) <= _FEW_ROWS
        yield from ((row.answer.label, (row,)) for row in parts.rows if row.number or few)
        return
    for is_none, found in groupby(parts.rows, lambda row: not row.of):
        run = tuple(found)
        if is_none and len(run) >= _RUN:
            yield Piece(f"{run[-1].answer.label.text}–{run[0].answer.label.text}"), run
        else:
            yield from ((row.answer.label, (row,)) for row in run)
