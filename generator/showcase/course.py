"""Where what a record tells stands on the day: whether it has begun, whether it is over. What nobody dates goes on."""

from generator.fields.choices import Choice, Option
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import CONCLUDED, TERM_PASSED
from generator.kinds.base import Kind
from generator.showcase.answers import settled
from generator.showcase.model import Showcase
from generator.showcase.spans import span_of
from generator.showcase.status import Status, has_begun


@settled
def is_begun(showcase: Showcase, ref: AnyRef) -> bool:
    """Unless it is not signed or is called off, or its state or a date says that it is still to come."""
    record, state = showcase[ref], _state(showcase[ref].facts)
    if record.facts.dated_status:
        return False
    if agreement := record.of(Agreement):
        return has_begun(agreement.facts, showcase.day)
    span = span_of(showcase, ref)
    return not (state and not state.since) and not (span and span[0] > showcase.day)


@settled
def is_over(showcase: Showcase, ref: AnyRef) -> bool:
    """Whether its status, its state or a date says so."""
    record, state = showcase[ref], _state(showcase[ref].facts)
    if record.facts.dated_status:
        return True
    if record.of(Agreement):
        return showcase.status(record).name in (CONCLUDED, TERM_PASSED)
    span = span_of(showcase, ref)
    return bool(state and not state.until) or bool(span and span[1] < showcase.day)


def is_cut_short(showcase: Showcase, status: Status) -> bool:
    """Whether it was over before its time: a source says that it was ended, or another began before its end."""
    end = status.end
    return status.name == CONCLUDED and (end is None or end.is_reported or not end.is_past(showcase.day))


def may_be_over(showcase: Showcase, status: Status) -> bool:
    """Whether nobody knows if it has ended: days are left to the last that its end can be, none to the first."""
    return status.end is not None and status.days_left is not None and status.end.may_be_past(showcase.day)


def _state(facts: Kind) -> Option | None:
    """The state that a record gives, by the dates that have come where it is true and those that have not."""
    choices = ((name, one.is_a) for name, one in facts.declared.items() if isinstance(one.is_a, Choice))
    held = (choice.options[value] for name, choice in choices for value in facts.texts_of(name))
    return next((option for option in held if option.since or option.until), None)
