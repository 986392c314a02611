"""Which agreements a register of a period has: those that may have held in it, and those that are new in it.

What is signed in a half-year and takes effect later belongs to that half-year too: offices list what was agreed in it.
"""

import datetime
from dataclasses import replace

from generator.showcase.model import Showcase
from generator.showcase.placed import Placed
from generator.showcase.selection import Questions, Selected, may_answer
from generator.words import N_

YES, POSSIBLY, NO = N_("yes"), N_("possibly"), N_("no")


def asks_when(asked: Questions) -> bool:
    """Whether a period is asked for."""
    return bool(asked.since or asked.until)


def is_new(placed: Placed, asked: Questions) -> str:
    """Whether the signature, or without one the announcement, is in the period, in English.

    It is perhaps, where no more than a month or a year is known or sources do not agree.
    """
    first, last = asked.since or datetime.date.min, asked.until or datetime.date.max
    if all(first <= day.first and day.last <= last for day in placed.days):
        return YES
    return POSSIBLY if any(first <= day.last and day.first <= last for day in placed.days) else NO


def in_register(showcase: Showcase, asked: Questions) -> Selected:
    """The agreements that may have held in the period that is asked for, and those that are or may be new in it."""
    held = may_answer(showcase, asked)
    ever = may_answer(showcase, replace(asked, since=None, until=None)).refs
    told = {*held.refs}
    placed = {ref: showcase.placed_in_time(showcase[ref]) for ref in ever if ref not in told}
    told |= {ref for ref, when in placed.items() if when and is_new(when, asked) != NO}
    return Selected(tuple(ref for ref in ever if ref in told), held.undated)
