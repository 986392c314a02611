"""How much of what there is, in a sentence: of a topic, or of what somebody acts in; and with which universities."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.content.brief import ref_of
from generator.fields.values import AnyRef
from generator.showcase.answers import settled
from generator.text.articles import in_sentence
from generator.text.context import Context
from generator.text.listed import by_name, counted, is_told

MOST_NAMED = 3
"""So many universities are named."""


def universities_in(context: Context, refs: Iterable[AnyRef], besides: AnyRef | None = None) -> dict[AnyRef, int]:
    """The universities that act in some records, each with in how many, those in most of them first; not the one that
    is asked `besides`.
    """
    found = Counter(one for ref in refs for one in context.showcase.universities_in(ref) if one != besides)
    return {ref: found[ref] for ref in sorted(found, key=lambda ref: (-found[ref], ref))}


def in_most(found: Mapping[AnyRef, int], most: int) -> list[AnyRef]:
    """The first of those that are in most: so many at most, and none of whom as much can be said as of one left out."""
    first = [*found]
    beyond = max((found[ref] for ref in first[most:]), default=0)
    return [ref for ref in first[:most] if found[ref] > beyond]


def in_numbers(context: Context, refs: Sequence[AnyRef], besides: AnyRef | None = None) -> str:
    """What there is, and with which universities."""
    return with_universities(context, counted(context, refs), refs, besides)


def with_universities(context: Context, said: str, refs: Iterable[AnyRef], besides: AnyRef | None = None) -> str:
    """What is said, and with which universities: of more than a few, with how many."""
    found = universities_in(context, refs, besides)
    if not found:
        return f"{said}."
    if len(found) > MOST_NAMED:
        return context.words.count(
            "{things}, with {number} university.", "{things}, with {number} universities.", len(found), things=said
        )
    titles = (context.title(context.showcase[ref]) for ref in by_name(context, found))
    names = context.words.listed(in_sentence(context, title).text for title in titles)
    return context.words.text("{things}, with {names}.", things=said, names=names)


def acts_in(context: Context, ref: AnyRef) -> tuple[AnyRef, ...]:
    """The records with a page in this language in which an organisation acts."""
    return tuple(map(ref_of, _acts_in(context, ref)))


@settled
def _acts_in(context: Context, ref: AnyRef) -> tuple[str, ...]:
    showcase = context.showcase
    found = dict.fromkeys(link.ref for link in showcase.referring(ref) if is_told(context, link.ref))
    return tuple(str(one) for one in found if any(who == ref for _, who in showcase.participants(one)))
