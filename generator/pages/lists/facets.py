"""By what each list can be refined, and the part of it that each choice leaves.

A facet is offered where at least five records answer it, in at least two ways. Then every answer is a choice, whether
few records give it or all of them: a list of universities without one of them would deceive.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.charts.enough import FEWEST
from generator.content.brief import ref_of
from generator.content.record import AnyRecord
from generator.fields.choices import Choice as Choices
from generator.fields.declare import Field, Group
from generator.fields.values import AnyRef, Ref, Term
from generator.kinds.base import Kind
from generator.kinds.facets import Facet as Question
from generator.kinds.organisation import NATURES, UNIVERSITIES, Organisation
from generator.kinds.source import Source
from generator.showcase.answers import remembered, settled
from generator.showcase.placed import day_of
from generator.showcase.whereabouts import town_of
from generator.text.context import Context
from generator.text.inline import sentence_case
from generator.text.listed import names_listed
from generator.urls import order_word, slug
from generator.view.bodies import ListBody, RegisterBody, Sorting
from generator.view.lists import Choice, Facet, Facets
from generator.view.text import Piece

Plain = tuple[Any, ...]
_SHOWN = 8


@dataclass(frozen=True)
class Answer:
    """What a record answers to a facet. `key` is the same in every language, `word` stands in addresses."""

    key: str
    word: str
    label: Piece
    rank: int = 0
    """Where it comes among the choices, before their counts."""


@dataclass(frozen=True)
class Selection:
    """The records of a list that give one answer to a facet."""

    facet: Question
    answer: Answer
    refs: tuple[AnyRef, ...]


@remembered
def selections(context: Context, kind: type[Kind]) -> tuple[Selection, ...]:
    """Every choice offered on the list of a kind, by facet, in the order they are shown."""
    return tuple(
        Selection(kind.facets[facet], _answer(answer), tuple(map(ref_of, names)))
        for facet, answer, names in _offered(context, kind)
    )


@settled
def _offered(context: Context, kind: type[Kind]) -> tuple[tuple[int, Plain, tuple[str, ...]], ...]:
    """The same by plain values: the number of the facet, the answer, the names of the records."""
    listed = names_listed(context, kind)
    given = {ref: _given(context, ref) for ref in listed}
    return tuple(
        (number, answer, tuple(map(str, refs)))
        for number in range(len(kind.facets))
        for answer, refs in _choices({ref: given[ref][number] for ref in listed})
    )


def _choices(given: Mapping[AnyRef, tuple[Plain, ...]]) -> list[tuple[Plain, list[AnyRef]]]:
    """The answers to a facet that are offered, each with the records that give it."""
    answers: dict[str, Plain] = {}
    members: dict[str, list[AnyRef]] = defaultdict(list)
    for ref, own in given.items():
        for answer in own:
            answers.setdefault(answer[0], answer)
            members[answer[0]].append(ref)
    answering = {ref for found in members.values() for ref in found}
    if len(answering) < FEWEST or len(answers) < 2:
        return []
    told = {key: _answer(plain) for key, plain in answers.items()}
    order = sorted(told, key=lambda key: (told[key].rank, -len(members[key]), told[key].label.text.casefold(), key))
    return [(answers[key], members[key]) for key in order]


@settled
def _given(context: Context, ref: AnyRef) -> tuple[tuple[Plain, ...], ...]:
    """What a record answers to each facet of its kind, each answer once."""
    record = context.showcase[ref]
    return tuple(
        tuple({one.key: _plain(one) for one in _answers(context, facet, record) if one.word}.values())
        for facet in record.facts.facets
    )


def _plain(answer: Answer) -> Plain:
    return answer.key, answer.word, answer.label.text, answer.label.lang, answer.rank


def _answer(plain: Plain) -> Answer:
    key, word, text, lang, rank = plain
    return Answer(key, word, Piece(text, lang=lang), rank)


def facets(
    context: Context, kind: type[Kind], total: int, found: tuple[Selection, ...], chosen: Selection | None = None
) -> Facets | None:
    """The links that refine a list of `total` records, one of them perhaps the page's own."""
    if not found:
        return None
    urls, language = context.urls, context.language
    shown: list[Facet] = []
    for facet in (facet for facet in kind.facets if any(one.facet is facet for one in found)):
        choices = tuple(_choice(context, kind, one, chosen) for one in found if one.facet is facet)
        word, label = facet.segment(language), context.words.text(facet.label)
        folded = len(choices) > _SHOWN + 1
        shown.append(Facet(word, label, choices[:_SHOWN], choices[_SHOWN:]) if folded else Facet(word, label, choices))
    everything = Piece(context.words.text("All"), href=urls.href(urls.section(kind.folder, language)))
    return Facets(
        everything=Choice(everything, "", total, current=chosen is None),
        facets=tuple(shown),
        index={} if chosen else _index(context, found),
        counted=context.words.text("Shown: {number} of {total}", number="{number}", total="{total}"),
    )


def _index(context: Context, found: tuple[Selection, ...]) -> dict[str, tuple[int, ...]]:
    """For the address of each record, the numbers of its choices."""
    numbers: dict[AnyRef, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        for ref in one.refs:
            numbers[ref].append(number)
    return {_href(context, ref): tuple(numbers[ref]) for ref in sorted(numbers)}


@settled
def _href(context: Context, ref: AnyRef) -> str:
    """The address of a record's page."""
    return context.href(context.showcase[ref])


def _choice(context: Context, kind: type[Kind], one: Selection, chosen: Selection | None) -> Choice:
    path = context.urls.choice(kind.folder, one.facet, one.answer.word, context.language)
    current = chosen is not None and chosen.facet is one.facet and chosen.answer.key == one.answer.key
    label = replace(one.answer.label, href=context.urls.href(path))
    return Choice(label, one.answer.word, len(one.refs), current)


def selected(context: Context, part: ListBody | RegisterBody, one: Selection, total: int) -> ListBody | RegisterBody:
    """The page of one choice: a part of the list, under the name of both."""
    label = one.answer.label.text
    lead = context.words.count(
        "{facet}: {value}. {number} of {total}.",
        "{facet}: {value}. {number} of {total}.",
        len(one.refs),
        facet=context.words.text(one.facet.label),
        value=label,
        total=context.words.number(total),
    )
    title = context.words.text("{list}: {value}", list=part.title, value=label)
    return replace(part, title=title, lead=lead)


def sortable(context: Context, body: ListBody | RegisterBody, total: int) -> ListBody | RegisterBody:
    """A list whose table of at least five records can be sorted by its columns."""
    if isinstance(body, ListBody) or total < FEWEST:
        return body
    up = context.words.text("Sorted by {column}, ascending, within each group.", column="{column}")
    down = context.words.text("Sorted by {column}, descending, within each group.", column="{column}")
    return replace(body, sorting=Sorting(order_word(context.language), up, down))


# --- what a record answers ---


def _answers(context: Context, facet: Question, record: AnyRecord) -> Iterator[Answer]:
    """What a record answers: computed, or the values of the field that the facet names."""
    if facet.answers in _COMPUTED:
        yield from _COMPUTED[facet.answers](context, record)
        return
    for field, value in _values(context, record.facts, facet.answers):
        yield _of_value(context, field, value, by_heading=facet.by_heading)


def _values(context: Context, group: Group, dotted: str) -> Iterator[tuple[Field, Any]]:
    """The values of a field; in each group, or in each record referred to, where it stands in several."""
    name, _, rest = dotted.partition(".")
    held = group.held(name)
    for value in held if isinstance(held, tuple) else () if held is None else (held,):
        if rest:
            inner = context.showcase[value].facts if isinstance(value, Ref) else value
            yield from _values(context, inner, rest)
        else:
            yield group.declared[name], value


def _of_value(context: Context, field: Field, value: Any, *, by_heading: bool) -> Answer:
    """A value as an answer, by its type: a day answers with its year."""
    if isinstance(field.item, Choices):
        return _of_choice(context, field.item, value, by_heading=by_heading)
    if isinstance(value, Term):
        return Answer(value.id, value.id, context.term_label(value))
    if isinstance(value, Ref):
        return _of(context, value)
    if day := day_of(value):
        return _of_year(day.year)
    if isinstance(value, Mapping):
        word = slug(value[context.first_language])
        return Answer(word, word, context.localised(value))
    said = context.say(field, value).text
    if isinstance(value, bool):
        word = "yes" if value else "no"
        return Answer(word, word, Piece(sentence_case(said)))
    return Answer(slug(str(value)), slug(str(value)), Piece(said))


def _of_choice(context: Context, choices: Choices, value: str, *, by_heading: bool = False) -> Answer:
    label = sentence_case((choices.heading if by_heading else choices.label)(value, context.words))
    rank = list(choices.options).index(value) if choices.ranked else 0
    return Answer(value, choices.segment(value, context.language), Piece(label), rank)


def _of(context: Context, ref: AnyRef) -> Answer:
    return Answer(ref.id, ref.id, context.title(context.showcase[ref], short=True))


def _universities(context: Context, record: AnyRecord) -> Iterator[Answer]:
    """The universities of a record; those an organisation works with; the one that published a source."""
    showcase, facts = context.showcase, record.facts
    refs: Iterable[AnyRef] = showcase.universities_in(record.ref)
    if isinstance(facts, Organisation):
        refs = (ref for ref in showcase.works_with(record.ref) if ref != record.ref)
    elif isinstance(facts, Source):
        refs = showcase.universities_in(facts.publisher) if facts.publisher else ()
    return (_of(context, ref) for ref in refs)


def _status(context: Context, record: AnyRecord) -> Iterator[Answer]:
    """Where a record stands on the day, and in which part of that."""
    choices, status = record.facts.status, context.showcase.status(record)
    for value in filter(None, (status.name, status.part)):
        if choices:
            yield _of_choice(context, choices, value)


def _year(context: Context, record: AnyRecord) -> Iterator[Answer]:
    """The year of the date that places a record in time; each that it can be of."""
    if placed := context.showcase.placed_in_time(record):
        yield from map(_of_year, placed.years)


def _of_year(year: int) -> Answer:
    return Answer(str(year), str(year), Piece(str(year)), -year)


def _natures(context: Context, record: AnyRecord) -> Iterator[Answer]:
    """What those are that act in a record beside the universities."""
    for _, ref in context.showcase.participants(record):
        nature = context.showcase.facts(ref, Organisation).nature
        if nature and nature not in UNIVERSITIES:
            yield _of_choice(context, NATURES, nature, by_heading=True)


def _towns(context: Context, record: AnyRecord) -> Iterator[Answer]:
    """The municipalities, and the countries abroad, in which the places of a record stand."""
    found = (town_of(context.showcase, ref) for ref in record.facts.held("places"))
    return (_of(context, town) for town in found if town)


_COMPUTED: Mapping[str, Callable[[Context, AnyRecord], Iterator[Answer]]] = {
    "@universities": _universities,
    "@status": _status,
    "@year": _year,
    "@natures": _natures,
    "@towns": _towns,
}
