"""What a record answers to the questions by which lists are refined, by words that addresses are made of.

A word is declared, as that of an option or of a year is, or it is the id of a record or of a vocabulary's entry: never
made of a label, which may change.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.content.record import AnyRecord
from generator.fields.choices import Choice
from generator.fields.declare import Field, Group
from generator.fields.references import TermType
from generator.fields.values import AnyRef, Ref, Term
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS, kind_of
from generator.kinds.facets import Facet
from generator.kinds.organisation import NATURES, UNIVERSITIES, Organisation
from generator.kinds.source import Source
from generator.showcase.answers import settled
from generator.showcase.placed import day_of
from generator.showcase.status import end_of
from generator.showcase.whereabouts import town_of
from generator.text.context import Context
from generator.text.inline import Plain, sentence_case
from generator.urls import choice_word
from generator.view.text import Piece

AFFIRMATIVE = "yes"
"""The key of the answer yes."""


@dataclass(frozen=True)
class Answer:
    """What a record answers to a facet. `key` is the same in every language, `word` stands in addresses."""

    key: str
    word: str
    label: Piece
    rank: int = 0
    """Where it comes among the choices, before their counts."""
    is_apart: bool = False
    """Whether it says that none of the others is the answer: it leads no others, however many give it."""

    def plain(self) -> Plain:
        """The same by plain values."""
        return self.key, self.word, self.label.text, self.label.lang, self.rank, self.is_apart


def in_order(facet: Facet, given: Iterable[Answer], numbers: Mapping[str, int]) -> list[Answer]:
    """The choices of a facet: those that most records give first, or else by name, where none is to be ranked."""

    def place(one: Answer) -> tuple[int, int, str, str]:
        return one.rank, 0 if facet.unranked else -numbers[one.key], one.label.text.casefold(), one.key

    return sorted(given, key=place)


def answer_of(plain: Plain) -> Answer:
    """What `plain` gave."""
    key, word, text, lang, rank, is_apart = plain
    return Answer(key, word, Piece(text, lang=lang), rank, is_apart)


def answers_of(context: Context, facet: Facet, ref: AnyRef) -> tuple[Plain, ...]:
    """What a record answers to a facet of its kind, each answer once, by plain values.

    Who asks depends on the day only where the facet does.
    """
    asked = [one for one in kind_of(ref).facets if one.of_day == facet.of_day]
    answers = _answers_of_day if facet.of_day else _lasting_answers
    return answers(context, ref)[asked.index(facet)]


@settled
def _answers_of_day(context: Context, ref: AnyRef) -> tuple[tuple[Plain, ...], ...]:
    record = context.showcase[ref]
    return tuple(answers_to(context, facet, record) for facet in record.facts.facets if facet.of_day)


@settled
def _lasting_answers(context: Context, ref: AnyRef) -> tuple[tuple[Plain, ...], ...]:
    record = context.showcase[ref]
    return tuple(answers_to(context, facet, record) for facet in record.facts.facets if not facet.of_day)


def answers_to(context: Context, facet: Facet, record: AnyRecord) -> tuple[Plain, ...]:
    """What a record answers to a facet, each answer once, by plain values."""
    return tuple({one.key: one.plain() for one in _answers(context, facet, record)}.values())


def _answers(context: Context, facet: Facet, record: AnyRecord) -> Iterator[Answer]:
    """What a record answers: computed, of it or of those it names, or the values of the field that the facet names."""
    asked, computed = facet.asks
    if not asked:
        yield from _COMPUTED[computed](context, record.ref)
        return
    for field, value in _values(context, record.facts, asked):
        if not computed:
            yield _of_value(context, field, value, by_heading=facet.by_heading)
        elif isinstance(value, Ref):
            yield from _COMPUTED[computed](context, value)


def _values(context: Context, group: Group, dotted: str) -> Iterator[tuple[Field, object]]:
    """The values of a field; in each group, or in each record referred to, where it stands in several."""
    name, _, rest = dotted.partition(".")
    values = group.values_of(name) or (False,) * (group.held(name) is False)  # no is an answer
    for value in values:
        inner = context.showcase[value].facts if rest and isinstance(value, Ref) else value
        if not rest:
            yield group.declared[name], value
        elif isinstance(inner, Group):
            yield from _values(context, inner, rest)


def _of_value(context: Context, field: Field, value: object, *, by_heading: bool) -> Answer:
    """A value as an answer, by its type: a day answers with its year. Raises TypeError for one that has no word."""
    if isinstance(field.item, Choice) and isinstance(value, str):
        return _of_choice(context, field.item, value, by_heading=by_heading)
    if isinstance(value, Term):
        return Answer(value.id, value.id, context.term_label(value))
    if isinstance(value, Ref):
        return _of(context, value)
    if day := day_of(value):
        return year_answer(day.year)
    if isinstance(value, bool):
        word = AFFIRMATIVE if value else "no"
        return Answer(word, word, Piece(sentence_case(context.say(field, value).text)))
    raise TypeError(f"{field.name}: what it holds has no word for an address")


def every_answer(context: Context, facet: Facet, kinds: Sequence[type[Kind]]) -> tuple[Answer, ...]:
    """Every answer that may be given to a facet, whether a record gives it or not; none where that is not declared."""
    field, computed = facet.asks
    if computed == "@kind":
        return tuple(answer_of_kind(context, kind) for kind in kinds)
    if computed or "." in field:
        return ()
    item = kinds[0].declared[field].item
    if isinstance(item, TermType):
        vocabulary = context.showcase.vocabularies.get(item.vocabulary)
        terms = (Term(item.vocabulary, one.id) for one in vocabulary.terms if one.verified) if vocabulary else ()
        return tuple(Answer(one.id, one.id, context.term_label(one), rank) for rank, one in enumerate(terms))
    if isinstance(item, Choice):
        return tuple(_of_choice(context, item, value, by_heading=facet.by_heading) for value in item.options)
    return ()


def _of_choice(context: Context, choices: Choice, value: str, *, by_heading: bool = False) -> Answer:
    label = sentence_case((choices.heading if by_heading else choices.label)(value, context.words))
    rank = list(choices.options).index(value) if choices.ranked else 0
    return Answer(value, choices.segment(value, context.language), Piece(label), rank)


def _of(context: Context, ref: AnyRef) -> Answer:
    return Answer(ref.id, ref.id, context.title(context.showcase[ref], short=True))


def _universities(context: Context, ref: AnyRef) -> Iterator[Answer]:
    """The universities that act in a record, or to which an organisation belongs; then that one is only named in it."""
    yield from (_of(context, one) for one in context.showcase.universities_in(ref))
    if context.showcase.only_names_a_university(ref):
        label = Piece(context.words.text("Only named by the source"))
        yield Answer("only-named", choice_word("only-named", context.language), label, rank=1, is_apart=True)


def _structures(context: Context, ref: AnyRef) -> Iterator[Answer]:
    """The departments and centres of universities that act in a record."""
    for _, one in context.showcase.participants(ref):
        nature = context.showcase.facts(one, Organisation).nature
        if nature in UNIVERSITIES and one not in context.showcase.universities_above(one):
            yield _of(context, one)


def _works_with(context: Context, ref: AnyRef) -> Iterator[Answer]:
    """The universities that an organisation works with."""
    return (_of(context, one) for one in context.showcase.works_with(ref) if one != ref)


def _status(context: Context, ref: AnyRef) -> Iterator[Answer]:
    """Where a record stands on the day, and in which part of that."""
    record = context.showcase[ref]
    choices, status = record.facts.status, context.showcase.status(record)
    for value in filter(None, (status.name, status.part)):
        if choices:
            yield _of_choice(context, choices, value)


def _year(context: Context, ref: AnyRef) -> Iterator[Answer]:
    """The year of the date that places a record in time; each that it can be of."""
    if placed := context.showcase.placed_in_time(context.showcase[ref]):
        yield from map(year_answer, placed.years)


def _end(context: Context, ref: AnyRef) -> Iterator[Answer]:
    """The year in which an agreement ends; each in which it may."""
    if (agreement := context.showcase[ref].of(Agreement)) and (end := end_of(agreement.facts)):
        several = [day.year for day in end.several]
        yield from map(year_answer, several or range(end.first.year, end.last.year + 1))


def year_answer(year: int) -> Answer:
    """A year as an answer: the latest comes first."""
    return Answer(str(year), str(year), Piece(str(year)), -year)


def _beside(context: Context, ref: AnyRef) -> Iterator[tuple[AnyRef, str]]:
    """Who acts in a record beside the universities, each with its nature."""
    for _, one in context.showcase.participants(ref):
        nature = context.showcase.facts(one, Organisation).nature or ""
        if nature not in UNIVERSITIES:
            yield one, nature


def _partners(context: Context, ref: AnyRef) -> Iterator[Answer]:
    """Who acts in a record beside the universities."""
    return (_of(context, one) for one, _ in _beside(context, ref))


def _natures(context: Context, ref: AnyRef) -> Iterator[Answer]:
    """What those are that act in a record beside the universities."""
    natures = (nature for _, nature in _beside(context, ref) if nature)
    return (_of_choice(context, NATURES, nature, by_heading=True) for nature in natures)


def between_universities(context: Context, facet: Facet, ref: AnyRef) -> tuple[Plain, ...]:
    """The answer to who acts beside the universities where several of them act alone: nothing is unknown there."""
    acting = {one for _, one in context.showcase.participants(ref)}
    natures = {context.showcase.facts(one, Organisation).nature for one in acting}
    if facet.asks[1] not in ("@partners", "@natures") or len(acting) < 2 or not natures <= {*UNIVERSITIES}:
        return ()
    word = "between-universities"
    label = Piece(context.words.text("Between universities alone"))
    return (Answer(word, word, label, rank=1, is_apart=True).plain(),)


def _town(context: Context, ref: AnyRef) -> Iterator[Answer]:
    """The municipality, or the country abroad, in which a place stands."""
    if town := town_of(context.showcase, ref):
        yield _of(context, town)


def _kind(context: Context, ref: AnyRef) -> Iterator[Answer]:
    """The list on which a record stands."""
    yield answer_of_kind(context, kind_of(ref))


def _publishers(context: Context, ref: AnyRef) -> Iterator[Answer]:
    """Who published a source, and the universities of which that is part; who is only named is one of the others."""
    facts = context.showcase.facts(ref, Source)
    if publisher := facts.publisher:
        yield from (_of(context, one) for one in (publisher, *context.showcase.universities_above(publisher)))
    elif facts.publisher_name:
        label = Piece(context.words.text("Others, without a page of their own"))
        yield Answer("others", choice_word("others", context.language), label, rank=1, is_apart=True)


def answer_of_kind(context: Context, kind: type[Kind]) -> Answer:
    """A kind as an answer: its list."""
    return Answer(kind.folder, kind.folder, Piece(context.words.text(kind.plural)), KINDS.index(kind))


_COMPUTED: Mapping[str, Callable[[Context, AnyRef], Iterator[Answer]]] = {
    "@universities": _universities,
    "@structures": _structures,
    "@works-with": _works_with,
    "@status": _status,
    "@year": _year,
    "@end": _end,
    "@partners": _partners,
    "@natures": _natures,
    "@town": _town,
    "@kind": _kind,
    "@publishers": _publishers,
}
