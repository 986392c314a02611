"""How long a bar is beside the longest of its picture: the one rule of all that are drawn."""

from decimal import Decimal

HAIR = 1.0
"""The least that a bar is, as a percentage: what is little is seen, and is not taken for nothing."""


def bar_share(number: Decimal | int, longest: Decimal | int) -> float:
    """A number as a percentage of the longest bar; no bar for nothing, and a hair-thin one for what is hardly more."""
    return max(HAIR, round(float(100 * number / longest), 2)) if number else 0.0
