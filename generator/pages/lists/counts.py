"""What is here, counted: records by kind and by university, agreements by year."""

from collections import Counter
from collections.abc import Iterable

from generator.charts.enough import FEWEST
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS, kind_of
from generator.kinds.organisation import Organisation
from generator.kinds.page import Page
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.text.listed import kinds_listed, names_listed
from generator.view.charts import Count, Tally
from generator.view.text import Piece

_MOST_UNIVERSITIES = 12


def tallies(context: Context) -> tuple[Tally, ...]:
    """The records that have a page in this language, counted three ways."""
    text, listed = context.words.text, kinds_listed(context)
    shown = {kind: names_listed(context, kind) for kind in KINDS if kind is not Page}
    by_kind = [(_kind(context, kind), len(refs)) for kind, refs in shown.items() if kind in listed]
    found = (
        _tally(text("What is here, by kind"), "", by_kind),
        _tally(
            text("Agreements by year"),
            text(
                "The year of the signature, the earliest where sources differ; of the announcement where the day"
                " of the signature is not known."
            ),
            _by_year(context, shown.get(Agreement, ())),
        ),
        _tally(
            text("What is here, by university"),
            text("What each university, or a part of it, takes part in."),
            _by_university(context, (ref for kind, refs in shown.items() if _acted_in(kind) for ref in refs)),
        ),
    )
    return tuple(tally for tally in found if tally.counts)


def _acted_in(kind: type[Kind]) -> bool:
    """Whether organisations act in the records of a kind."""
    return any(field.role for field in kind.declared.values())


def _kind(context: Context, kind: type[Kind]) -> Piece:
    href = context.urls.href(context.urls.section(kind.folder, context.language))
    return Piece(context.words.text(kind.plural), href=href)


def _by_year(context: Context, refs: Iterable[AnyRef]) -> list[tuple[Piece, int]]:
    """Every year from the first to the last, those without agreements too; then what has no year."""
    years: Counter[int] = Counter()
    undated = 0
    for ref in refs:
        if year := _year(context, ref):
            years[year] += 1
        else:
            undated += 1
    counts = [(Piece(str(year)), years[year]) for year in range(min(years), max(years) + 1)] if years else []
    return [*counts, (Piece(context.words.text("not known"), unknown=True), undated)] if undated else counts


@settled
def _year(context: Context, ref: AnyRef) -> int | None:
    """The year of the date that places a record in time."""
    placed = context.showcase.placed_in_time(context.showcase[ref])
    return placed.first.year if placed else None


def _by_university(context: Context, refs: Iterable[AnyRef]) -> list[tuple[Piece, int]]:
    counted: Counter[AnyRef] = Counter()
    for ref in refs:
        if kind_of(ref) is not Organisation:
            counted.update(context.showcase.universities_acting_in(ref))
    most = sorted(counted, key=lambda ref: (-counted[ref], ref))[:_MOST_UNIVERSITIES]
    return [(context.link(ref), counted[ref]) for ref in most]


def _tally(heading: str, note: str, counts: list[tuple[Piece, int]]) -> Tally:
    top = max((number for _, number in counts), default=0)
    kept = [(title, number) for title, number in counts if number or not title.href]
    return Tally(
        heading=heading,
        note=note,
        counts=tuple(Count(title, str(number), round(100 * number / max(top, 1), 2)) for title, number in kept if top),
        drawn=sum(number for _, number in counts) >= FEWEST,
    )
