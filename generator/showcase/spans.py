"""From when to when a record holds: the days on which it may, and those between which it does for certain."""

import datetime

from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.showcase.answers import settled
from generator.showcase.in_force import Span, first_possible, force_of, limits_by_dates, may_be_in_force, state_told_on
from generator.showcase.model import Showcase
from generator.showcase.status import begins_between, end_of, limits_of

_Limits = tuple[Span | None, Span | None]
"""Between which days something begins, and between which it ends; None where nobody says."""


def span_of(showcase: Showcase, ref: AnyRef) -> Span | None:
    """From the first day on which a record may hold to the last; what has begun and has no known end goes on."""
    begins, ends = _limits(showcase, ref)
    if begins is None and ends is None:
        return None
    return begins[0] if begins else datetime.date.min, ends[1] if ends else datetime.date.max


def possible_span_of(showcase: Showcase, ref: AnyRef) -> Span | None:
    """The same, but of what nobody says when it began: not before it can have, by how long such things last.

    What has no other date than the day for which it gives its state has the days that this leaves open.
    """
    span, facts = span_of(showcase, ref), showcase[ref].facts
    if span is None and state_told_on(facts):
        return may_be_in_force(showcase, ref)
    if span is None or span[0] > datetime.date.min or not facts.period:
        return span
    return first_possible(facts, facts.period) or span[0], span[1]


def sure_span_of(showcase: Showcase, ref: AnyRef) -> Span | None:
    """The day by which a record has begun for certain, and that before which it has not ended for certain.

    It holds on a day of every period that begins no later than the second and ends no earlier than the first, which may
    be the later one: of what began in a month and has no known end, every period that has the whole month. What is in
    force for certain has the days on which it is.
    """
    if force := force_of(showcase, ref):
        return force
    begins, ends = _limits(showcase, ref)
    if showcase[ref].of(Agreement):
        ends = None  # with an end that is sure it would be in force
    if known := begins or ends:
        return (begins or known)[1], max((ends or known)[0], (begins or known)[0])
    return None


def days_of(span: Span) -> tuple[str, str]:
    """Its first and its last day as ISO 8601 writes them; "" for an end that is open."""
    first, last = span
    return (
        "" if first == datetime.date.min else first.isoformat(),
        "" if last == datetime.date.max else last.isoformat(),
    )


def _limits(showcase: Showcase, ref: AnyRef) -> _Limits:
    begins, ends = (
        (datetime.date.fromordinal(one[0]), datetime.date.fromordinal(one[1])) if one else None
        for one in _told(showcase, ref)
    )
    return begins, ends


@settled
def _told(showcase: Showcase, ref: AnyRef) -> tuple[tuple[int, ...], ...]:
    """The limits by plain values."""
    facts = showcase[ref].facts
    found = _of_agreement(facts) if isinstance(facts, Agreement) else _of_others(facts)
    return tuple((one[0].toordinal(), one[1].toordinal()) if one else () for one in found)


def _of_agreement(facts: Agreement) -> _Limits:
    end = end_of(facts)
    return begins_between(facts), (end.first, end.last) if end else None


def _of_others(facts: Kind) -> _Limits:
    """By the fields that a kind declares for its first and last day, or by the date that places a record in time."""
    limits = limits_of(facts, facts.period) if facts.period else limits_by_dates(facts)
    return limits.start, limits.end
