"""What is to end: within a year, for certain or at the latest, and after that."""

from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import END_NOT_KNOWN, IN_FORCE
from generator.kinds.catalogue import KINDS
from generator.showcase.answers import settled
from generator.showcase.course import may_be_over
from generator.showcase.life import Life, life_of
from generator.showcase.status import EXPIRING_DAYS
from generator.text.context import Context
from generator.text.listed import names_listed

Due = list[tuple[int, AnyRef]]
"""The days that each record has left, and the record, the fewest first."""


def ending_soon(context: Context) -> Due:
    """What ends in the coming twelve months for certain, such as agreements and calls."""
    return _within_a_year(context, may_be_over_now=False)


def over_by_then(context: Context) -> Due:
    """What may have ended, nobody knows, and has by the end of the coming twelve months: by its last possible day."""
    return _within_a_year(context, may_be_over_now=True)


def due_elsewhere(context: Context) -> int:
    """How much ends, or may end, in the coming twelve months that has no page in this language, but in another."""
    names, languages = context.showcase.names, context.showcase.languages
    every = (ref for kind in KINDS if kind.status for ref in names(kind))
    missing = (ref for ref in every if languages(ref) and context.language not in languages(ref))
    left = (days_of_status(context, ref)[0] for ref in missing)
    return sum(one is not None and one <= EXPIRING_DAYS for one in left)


def _within_a_year(context: Context, *, may_be_over_now: bool) -> Due:
    found = []
    for kind in (kind for kind in KINDS if kind.status):
        for ref in names_listed(context, kind):
            left, _, is_perhaps_over = days_of_status(context, ref)
            if left is not None and left <= EXPIRING_DAYS and is_perhaps_over == may_be_over_now:
                found.append((left, ref))
    return sorted(found)


def ending_later(context: Context) -> list[AnyRef]:
    """The agreements that end after the coming twelve months, by their last days, the nearest first."""
    return [ref for ref in after_a_year(context) if not days_of_status(context, ref)[2]]


def perhaps_over_by_now(context: Context) -> list[AnyRef]:
    """Those that may have ended, nobody knows, though the last day that their end can be lies after these months."""
    return [ref for ref in after_a_year(context) if days_of_status(context, ref)[2]]


def after_a_year(context: Context) -> list[AnyRef]:
    """The agreements that end, or may end, after the coming twelve months, by their last days, the nearest first."""
    lives = lives_of(context)
    going = (ref for ref, life in lives.items() if life.status in (IN_FORCE, END_NOT_KNOWN))
    found = [ref for ref in going if lives[ref].end and not lives[ref].part]
    return sorted(found, key=lambda ref: lives[ref].end[::-1])


def lives_of(context: Context) -> dict[AnyRef, Life]:
    """The agreements that are listed, each with its life."""
    return {ref: life_of(context.showcase, ref) for ref in names_listed(context, Agreement)}


@settled
def days_of_status(context: Context, ref: AnyRef) -> tuple[int | None, int | None, bool]:
    """How many days a record has left, how many until it begins, and whether it may have ended."""
    status = context.showcase.status(context.showcase[ref])
    return status.days_left, status.days_to_start, may_be_over(context.showcase, status)


def share_of_year(left: int) -> float:
    """The days left as a percentage of the twelve months."""
    return round(100 * left / EXPIRING_DAYS, 1)
