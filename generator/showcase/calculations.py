"""Figures computed from the records' own, with what their qualifiers allow to be said."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from generator.fields.values import AnyRef, Quantity
from generator.kinds.edition import Total
from generator.kinds.initiative import Initiative

_ABOVE, _BELOW = frozenset({">"}), frozenset({"<", "~<"})
_FROM_BELOW = ("", ">")
"""The qualifiers of a number that a sum can count on."""
_SIGNIFICANT_DIGITS = 3


@dataclass(frozen=True)
class Computed:
    """A number and how it is to be taken: "" exactly, "about", "at-least", "at-most"."""

    number: Decimal
    qualifier: str


@dataclass(frozen=True)
class Pair:
    """Two totals of one source, and what comes of them: `upper` over `lower`."""

    upper: Total
    lower: Total

    @property
    def source(self) -> AnyRef:
        """The source both come from."""
        return self.upper.source

    @property
    def percentage(self) -> Computed:
        """Their ratio in whole percent; lower bounds round down, upper bounds up."""
        qualifier = _ratio_qualifier(self.upper.value, self.lower.value)
        rounding = {"at-least": ROUND_FLOOR, "at-most": ROUND_CEILING}.get(qualifier, ROUND_HALF_EVEN)
        ratio = 100 * self.upper.value.number / self.lower.value.number
        return Computed(ratio.quantize(Decimal(1), rounding), qualifier)

    @property
    def average(self) -> Computed:
        """Their quotient to three significant digits."""
        qualifier = _ratio_qualifier(self.upper.value, self.lower.value) or "about"
        quotient = self.upper.value.number / self.lower.value.number
        step = Decimal(1).scaleb(quotient.adjusted() - _SIGNIFICANT_DIGITS + 1)
        rounding = {"at-least": ROUND_FLOOR, "at-most": ROUND_CEILING}.get(qualifier, ROUND_HALF_EVEN)
        return Computed((quotient / step).quantize(Decimal(1), rounding) * step, qualifier)


@dataclass(frozen=True)
class Sum:
    """The projects funded in the editions that tell how many, added up."""

    funded: Computed
    editions: int
    """How many editions it is the sum of."""
    first: str
    last: str
    """The first and the last of them, by the years of their editions."""


def funded_in_editions(initiative: Initiative) -> Sum | None:
    """The sum of the editions; none where fewer than two tell it, or where a source counts more projects in all."""
    told = [one for one in initiative.editions if one.funded and one.funded.qualifier in _FROM_BELOW]
    number = sum((one.funded.number for one in told if one.funded), Decimal(0))
    totals = (total.value.number for total in initiative.totals if total.measure == "funded" and not total.apart)
    if len(told) < 2 or number < max(totals, default=Decimal(0)):
        return None
    exact = len(told) == len(initiative.editions) and all(one.funded and not one.funded.qualifier for one in told)
    years = sorted(one.year for one in told)
    return Sum(Computed(number, "" if exact else "at-least"), len(told), years[0], years[-1])


def _ratio_qualifier(upper: Quantity, lower: Quantity) -> str:
    """What a quotient may claim: 34 of almost 200 is at least 17 %; about over anything is about."""
    at_least = upper.qualifier in _ABOVE or lower.qualifier in _BELOW
    at_most = upper.qualifier in _BELOW or lower.qualifier in _ABOVE
    if "~" in (upper.qualifier, lower.qualifier) or (at_least and at_most):
        return "about"
    return "at-least" if at_least else "at-most" if at_most else ""


def pairs(initiative: Initiative, upper: str, lower: str) -> Iterator[Pair]:
    """The totals of two measures that one and the same source gives, in the order written."""
    for over in initiative.totals:
        for under in initiative.totals:
            paired = (over.measure, under.measure) == (upper, lower) and over.source == under.source
            if paired and under.value.number and not (over.apart or under.apart):
                yield Pair(over, under)
