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
from generator.pages.lists.facet_answers import Answer, answer_of, answers_of, in_order
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


def selections(context: Context, kind: type[Kind]) -> tuple[Selection, ...]:
    """Every choice offered on the list of a kind, by facet, in the order they are shown."""
    return tuple(one for facet in kind.facets for one in selections_by(context, kind, facet.id))


@remembered
def selections_by(context: Context, kind: type[Kind], facet_id: str) -> tuple[Selection, ...]:
    """The choices of one facet that a list offers: who asks depends on what that facet asks, and no more."""
    facet = facet_of(kind, facet_id)
    offered = _offered(context, kind, facet_id)
    return tuple(Selection(facet, answer_of(answer), tuple(map(ref_of, names))) for answer, names in offered)


@settled
def _offered(context: Context, kind: type[Kind], facet_id: str) -> tuple[tuple[Plain, tuple[str, ...]], ...]:
    """The same by plain values: the answer, the names of the records."""
    facet = facet_of(kind, facet_id)
    given = {ref: answers_of(context, facet, ref) for ref in names_listed(context, kind)}
    return tuple((answer, tuple(map(str, refs))) for answer, refs in _choices(facet, given))


def facet_of(kind: type[Kind], facet_id: str) -> Facet:
    """The facet of a kind that has an id."""
    return next(one for one in kind.facets if one.id == facet_id)


def _choices(facet: Facet, given: Mapping[AnyRef, tuple[Plain, ...]]) -> list[tuple[Plain, list[AnyRef]]]:
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
    order = in_order(facet, map(answer_of, answers.values()), {key: len(refs) for key, refs in members.items()})
    return [(answers[one.key], members[one.key]) for one in order]


def path_of(context: Context, kind: type[Kind], one: Selection) -> str:
    """Where the page of a choice stands."""
    return context.urls.choice(kind.folder, one.facet, one.answer.word, context.language)
