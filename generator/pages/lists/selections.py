"""Which choices a list offers, and the records that each of them leaves.

A facet is offered where at least five records answer it, in at least two ways. Then every answer is a choice, whether
few records give it or all of them: a list of universities without one of them would deceive.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.charts.enough import FEWEST
from generator.content.brief import ref_of
from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.kinds.facets import Facet
from generator.pages.lists.facet_answers import Answer, answer_of, answers_of
from generator.showcase.answers import remembered, settled
from generator.text.context import Context
from generator.text.inline import Plain
from generator.text.listed import names_listed


@dataclass(frozen=True)
class Selection:
    """The records of a list that give one answer to a facet."""

    facet: Facet
    answer: Answer
    refs: tuple[AnyRef, ...]


@remembered
def selections(context: Context, kind: type[Kind]) -> tuple[Selection, ...]:
    """Every choice offered on the list of a kind, by facet, in the order they are shown."""
    return tuple(
        Selection(kind.facets[facet], answer_of(answer), tuple(map(ref_of, names)))
        for facet, answer, names in _offered(context, kind)
    )


@settled
def _offered(context: Context, kind: type[Kind]) -> tuple[tuple[int, Plain, tuple[str, ...]], ...]:
    """The same by plain values: the number of the facet, the answer, the names of the records."""
    listed = names_listed(context, kind)
    given = {ref: answers_of(context, ref) for ref in listed}
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
    told = {key: answer_of(plain) for key, plain in answers.items()}
    order = sorted(told, key=lambda key: (told[key].rank, -len(members[key]), told[key].label.text.casefold(), key))
    return [(answers[key], members[key]) for key in order]


def path_of(context: Context, kind: type[Kind], one: Selection) -> str:
    """Where the page of a choice stands."""
    return context.urls.choice(kind.folder, one.facet, one.answer.word, context.language)
