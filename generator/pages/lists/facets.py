"""By what each list can be refined, and the part of it that each choice leaves.

A facet is offered where at least five records answer it, in at least two ways; a choice where it leaves something out.
Every such choice is offered, however few records it has: a list of universities without one of them would deceive.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast

from generator.content.record import Record
from generator.kinds.agreement import FORM as AGREEMENT_FORM
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.fields import Choices
from generator.kinds.initiative import FORM as INITIATIVE_FORM
from generator.kinds.initiative import STATE, Initiative, Undertaking
from generator.kinds.network import FORM as NETWORK_FORM
from generator.kinds.network import RECOGNITION, Network
from generator.kinds.organisation import NATURE, Organisation
from generator.kinds.source import FORM as SOURCE_FORM
from generator.kinds.source import Source
from generator.kinds.types.values import Day, Ref, Term
from generator.presenters.classification import term_label
from generator.presenters.sections import sentence_case
from generator.showcase.status import AGREEMENT_STATUSES
from generator.text.context import Context
from generator.urls import facet_word, slug
from generator.view.bodies import ListBody, RegisterBody, Sorting
from generator.view.lists import Choice, Facet, Facets
from generator.view.text import Piece
from generator.words import N_

FACETED: Mapping[type[Kind], tuple[str, ...]] = {
    Agreement: ("university", "topic", "status", "year", "form", "audience", "nature"),
    Initiative: ("university", "topic", "status", "year", "form", "audience", "nature", "town"),
    Network: ("university", "topic", "status", "year", "form", "audience", "nature"),
    Organisation: ("university", "nature", "town"),
    Source: ("university", "form", "year"),
}
"""The facets of each kind that has some, in the order they are shown."""
LABELS = {
    "university": N_("University"),
    "topic": N_("Topic"),
    "status": N_("Status"),
    "year": N_("Year"),
    "form": N_("Form"),
    "audience": N_("Audience"),
    "nature": N_("Nature of the partners"),
    "town": N_("Town"),
}
FEWEST = 5
_SHOWN = 8
_FORMS: Mapping[type[Kind], Choices] = {
    Agreement: AGREEMENT_FORM,
    Initiative: INITIATIVE_FORM,
    Network: NETWORK_FORM,
    Source: SOURCE_FORM,
}
_OWN = ("university", "university-centre")
"""The natures of those whose partners the others are."""


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

    facet: str
    answer: Answer
    records: tuple[Record, ...]


def selections(context: Context, kind: type[Kind], records: Iterable[Record]) -> tuple[Selection, ...]:
    """Every choice offered on the list of a kind, by facet, in the order they are shown."""
    listed = tuple(records)
    return tuple(one for name in FACETED.get(kind, ()) for one in _choices(context, name, listed))


def _choices(context: Context, facet: str, records: tuple[Record, ...]) -> tuple[Selection, ...]:
    answers: dict[str, Answer] = {}
    members: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        for answer in {one.key: one for one in _READERS[facet](context, record) if one.word}.values():
            answers.setdefault(answer.key, answer)
            members[answer.key].append(record)
    answering = {record.ref for found in members.values() for record in found}
    offered = [key for key in answers if len(members[key]) < len(records)]
    if len(answering) < FEWEST or len(offered) < 2:
        return ()
    offered.sort(key=lambda key: (answers[key].rank, -len(members[key]), answers[key].label.text.casefold(), key))
    return tuple(Selection(facet, answers[key], tuple(members[key])) for key in offered)


def facets(
    context: Context, kind: type[Kind], total: int, found: tuple[Selection, ...], chosen: Selection | None = None
) -> Facets | None:
    """The links that refine a list of `total` records, one of them perhaps the page's own."""
    if not found:
        return None
    urls, language = context.urls, context.language
    shown: list[Facet] = []
    for name in dict.fromkeys(one.facet for one in found):
        choices = tuple(_choice(context, kind, one, chosen) for one in found if one.facet == name)
        word, label = facet_word(context.words, name), _label(context, kind, name)
        folded = len(choices) > _SHOWN + 1
        shown.append(Facet(word, label, choices[:_SHOWN], choices[_SHOWN:]) if folded else Facet(word, label, choices))
    everything = Piece(context.words.text("All"), href=urls.href(urls.section(kind.folder, language)))
    return Facets(
        everything=Choice(everything, "", total, current=chosen is None),
        facets=tuple(shown),
        index={} if chosen else _index(context, found),
        counted=context.words.text("Records shown: {number} of {total}", number="{number}", total="{total}"),
    )


def _index(context: Context, found: tuple[Selection, ...]) -> dict[str, tuple[int, ...]]:
    """For the address of each record, the numbers of its choices."""
    records = {record.ref: record for one in found for record in one.records}
    numbers: dict[Ref, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        for record in one.records:
            numbers[record.ref].append(number)
    return {context.href(records[ref]): tuple(numbers[ref]) for ref in sorted(numbers)}


def _label(context: Context, kind: type[Kind], facet: str) -> str:
    own = kind is Organisation and facet == "nature"
    return context.label(kind, facet) if own else context.words.text(LABELS[facet])


def _choice(context: Context, kind: type[Kind], one: Selection, chosen: Selection | None) -> Choice:
    path = context.urls.choice(kind.folder, one.facet, one.answer.word, context.language)
    current = chosen is not None and (chosen.facet, chosen.answer.key) == (one.facet, one.answer.key)
    label = replace(one.answer.label, href=context.urls.href(path))
    return Choice(label, one.answer.word, len(one.records), current)


def selected(
    context: Context, kind: type[Kind], part: ListBody | RegisterBody, one: Selection, total: int
) -> ListBody | RegisterBody:
    """The page of one choice: a part of the list, under the name of both."""
    label = one.answer.label.text
    lead = context.words.count(
        "{facet}: {value}. {number} record of {total}.",
        "{facet}: {value}. {number} records of {total}.",
        len(one.records),
        facet=_label(context, kind, one.facet),
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
    return replace(body, sorting=Sorting(context.words.in_context("address", "order"), up, down))


# --- what a record answers ---


def _of(context: Context, ref: Ref) -> Answer:
    title = context.title(context.showcase[ref], short=True)
    return Answer(ref.id, ref.id, title)


def _universities(context: Context, record: Record) -> Iterator[Answer]:
    """The universities of a record; those an organisation works with; the one that published a source."""
    showcase, facts = context.showcase, record.facts
    if isinstance(facts, Organisation):
        yield from (_of(context, ref) for ref in showcase.works_with(record.ref) if ref != record.ref)
    elif isinstance(facts, Source):
        own = showcase.universities(showcase[facts.publisher]) if facts.publisher else ()
        yield from (_of(context, one.ref) for one in own)
    else:
        yield from (_of(context, one.ref) for one in showcase.universities(record))


def _terms(context: Context, terms: Iterable[Term]) -> Iterator[Answer]:
    return (Answer(term.id, term.id, term_label(context, term)) for term in terms)


def _labelled(context: Context, labels: Mapping[str, str], value: str | None, *, ranked: bool) -> Iterator[Answer]:
    if value:
        label = sentence_case(context.words.text(labels[value]))
        yield Answer(value, slug(label), Piece(label), list(labels).index(value) if ranked else 0)


def _status(context: Context, record: Record) -> Iterator[Answer]:
    facts = record.facts
    if isinstance(facts, Agreement):
        return _labelled(context, AGREEMENT_STATUSES, context.showcase.status(record).name, ranked=True)
    if isinstance(facts, Undertaking):
        return _labelled(context, STATE.labels, facts.state, ranked=True)
    recognition = cast(Network, facts).recognition
    return _labelled(context, RECOGNITION.labels, recognition.state if recognition else None, ranked=True)


def _year(context: Context, record: Record) -> Iterator[Answer]:
    """When an agreement was signed, or else announced; when the others began or appeared."""
    names = ("signed_on", "announced_on", "start", "constituted_on", "date")
    day = next((day for name in names if isinstance(day := getattr(record.facts, name, None), Day)), None)
    if day:
        yield Answer(str(day.year), str(day.year), Piece(str(day.year)), -day.year)


def _form(context: Context, record: Record) -> Iterator[Answer]:
    labels = _FORMS[type(record.facts)].labels
    return _labelled(context, labels, getattr(record.facts, "form", None), ranked=False)


def _natures(context: Context, record: Record) -> Iterator[Answer]:
    """What an organisation is; what those are that act in a record beside the universities."""
    natures = (
        [record.facts.nature]
        if isinstance(record.facts, Organisation)
        else [
            nature
            for _, ref in context.showcase.participants(record)
            if (nature := context.showcase.facts(ref, Organisation).nature) not in _OWN
        ]
    )
    for nature in natures:
        yield from _labelled(context, NATURE.headings, nature, ranked=False)


def _towns(context: Context, record: Record) -> Iterator[Answer]:
    facts = record.facts
    towns = [facts.town] if isinstance(facts, Organisation) else [one.town for one in cast(Undertaking, facts).places]
    return (Answer(slug(town), slug(town), Piece(town)) for town in towns if town)


_READERS: Mapping[str, Callable[[Context, Record], Iterator[Answer]]] = {
    "university": _universities,
    "topic": lambda context, record: _terms(context, record.facts.topics),
    "status": _status,
    "year": _year,
    "form": _form,
    "audience": lambda context, record: _terms(context, record.facts.audiences),
    "nature": _natures,
    "town": _towns,
}
