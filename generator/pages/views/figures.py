"""The figures of an initiative: none without its qualifier, its as-of date and its source."""

from generator.content.kinds.initiative import Initiative
from generator.pages.context import Context
from generator.showcase.indicators import Pair, pairs
from generator.view import Figure, Inline


def figures_of(context: Context, initiative: Initiative) -> tuple[Figure, ...]:
    """What can be told of an initiative in large figures: its totals in pairs, and what comes of them."""
    found: list[Figure] = []
    for pair in list(pairs(initiative, "funded", "submitted"))[:1]:
        found.append(_of(context, pair))
        found.append(_share(context, pair))
    for pair in list(pairs(initiative, "amount", "funded"))[:1]:
        found.append(_sum(context, pair))
        found.append(_average(context, pair))
    return tuple(found)


def _of(context: Context, pair: Pair) -> Figure:
    text = context.words.text
    return Figure(
        value=context.quantity(pair.upper.value),
        unit=text("of {total}", total=context.quantity(pair.lower.value)),
        label=text("projects funded"),
        caption=_caption(context, pair),
    )


def _share(context: Context, pair: Pair) -> Figure:
    return Figure(
        value=context.computed(pair.percentage, "PERCENT"),
        label=context.words.text("of the projects submitted were funded"),
        caption=_computed_caption(context, pair),
    )


def _sum(context: Context, pair: Pair) -> Figure:
    return Figure(
        value=context.quantity(pair.upper.value),
        label=context.words.text("given to the projects in all"),
        caption=_caption(context, pair),
    )


def _average(context: Context, pair: Pair) -> Figure:
    return Figure(
        value=context.computed(pair.average, pair.upper.value.code),
        label=context.words.text("for each project funded, on average"),
        caption=_computed_caption(context, pair),
    )


def _caption(context: Context, pair: Pair) -> Inline:
    source = context.dated_source(pair.source, pair.upper.as_of)
    if pair.upper.since is None:
        return source
    since = context.dated("since", pair.upper.since)
    return context.phrase("{since}; {source}", since=since, source=source)


def _computed_caption(context: Context, pair: Pair) -> Inline:
    return context.phrase("our computation; {source}", source=_caption(context, pair))
