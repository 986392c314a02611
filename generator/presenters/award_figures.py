"""The figures of an initiative: none without its qualifier, its as-of date and its source."""

from collections.abc import Iterator
from itertools import islice

from generator.content.record import Record
from generator.kinds.initiative import Initiative
from generator.presenters.moneys import is_dated
from generator.showcase.calculations import Pair, funded_in_editions, pairs
from generator.text.context import Context
from generator.text.inline import sentence_case
from generator.view.text import Fact, Figure, Inline
from generator.words import N_

_OF_COUNTED = N_("{result}, our calculation: {upper} of {lower} ({source})")
_OF_MONEY = N_("{result}, our calculation: {upper} for {lower} projects ({source})")


def figures_of(context: Context, initiative: Initiative) -> tuple[Figure, ...]:
    """What can be told of an initiative in large figures: the sum of its editions, its totals, what comes of them."""
    return (*project_figures(context, initiative), *money_figures(context, initiative))


def project_figures(context: Context, initiative: Initiative) -> tuple[Figure, ...]:
    """The projects that the editions add up to; those of a source that also counts the submitted ones; their share."""
    added = sum_of_editions(context, initiative)
    first = next(pairs(initiative, "funded", "submitted"), None)
    return (*((added,) if added else ()), *((_of(context, first), *_share(context, first)) if first else ()))


def sum_of_editions(context: Context, initiative: Initiative) -> Figure | None:
    """The projects funded in the editions that tell how many, as our sum."""
    added = funded_in_editions(initiative)
    if added is None:
        return None
    label = context.words.count(
        "projects funded in {number} edition, from {first} to {last}",
        "projects funded in {number} editions, from {first} to {last}",
        added.editions,
        first=added.first,
        last=added.last,
    )
    caption = context.phrase("our sum of the editions")
    if added.funded.qualifier:
        caption = context.phrase("our sum; of other editions the number is not known")
    return Figure(context.computed(added.funded, ""), label, caption=caption)


def money_figures(context: Context, initiative: Initiative) -> tuple[Figure, ...]:
    """The sum, as the first source that counts the projects too gives it, and the average for each project."""
    first = next(pairs(initiative, "amount", "funded"), None)
    return (_sum(context, first), *_average(context, first)) if first else ()


def shares(context: Context, record: Record[Initiative]) -> tuple[Fact, ...]:
    """What comes of two totals of one source, each said to be our calculation: the share funded, and the average."""
    text, facts = context.words.text, record.facts
    funded = [
        _worked_out(context, record, one, _OF_COUNTED, context.computed(one.percentage, "PERCENT"))
        for one in pairs(facts, "funded", "submitted")
        if _are_dated(context, one)
    ]
    average = [
        _worked_out(context, record, one, _OF_MONEY, context.computed(one.average, one.upper.value.code))
        for one in islice(pairs(facts, "amount", "funded"), 1)
        if _are_dated(context, one)
    ]
    rows = ((text("Funded of those submitted"), funded), (text("On average for each project"), average))
    return tuple(Fact(label, tuple(values)) for label, values in rows if values)


def _are_dated(context: Context, pair: Pair) -> bool:
    """Whether both totals are dated: nothing is worked out of undated ones, as nobody knows what they count."""
    return is_dated(context, pair.upper) and is_dated(context, pair.lower)


def _worked_out(context: Context, record: Record[Initiative], pair: Pair, message: str, result: str) -> Inline:
    source = context.dated_source(pair.source, pair.upper.as_of, context.cite(record, pair.source))
    upper, lower = context.quantity(pair.upper.value), context.quantity(pair.lower.value)
    return context.phrase(message, result=sentence_case(result), upper=upper, lower=lower, source=source)


def _of(context: Context, pair: Pair) -> Figure:
    text = context.words.text
    return Figure(
        value=context.quantity(pair.upper.value),
        unit=text("of {total}", total=context.quantity(pair.lower.value)),
        label=text("projects funded"),
        caption=source_of(context, pair),
    )


def _share(context: Context, pair: Pair) -> Iterator[Figure]:
    if not _are_dated(context, pair):
        return
    yield Figure(
        value=context.computed(pair.percentage, "PERCENT"),
        label=context.words.text("of the projects submitted were funded"),
        caption=_computed_caption(context, pair),
    )


def _sum(context: Context, pair: Pair) -> Figure:
    return Figure(
        value=context.quantity(pair.upper.value),
        label=context.words.text("given to projects in all"),
        caption=source_of(context, pair),
    )


def _average(context: Context, pair: Pair) -> Iterator[Figure]:
    if not _are_dated(context, pair):
        return
    yield Figure(
        value=context.computed(pair.average, pair.upper.value.code),
        label=context.words.text("for each project funded, on average"),
        caption=_computed_caption(context, pair),
    )


def source_of(context: Context, pair: Pair) -> Inline:
    """Where a pair of totals comes from, and since when it counts."""
    source = context.dated_source(pair.source, pair.upper.as_of)
    if pair.upper.since is None:
        return source
    since = context.dated("since", pair.upper.since)
    return context.phrase("{since}; {source}", since=since, source=source)


def _computed_caption(context: Context, pair: Pair) -> Inline:
    return context.phrase("our calculation; {source}", source=source_of(context, pair))
