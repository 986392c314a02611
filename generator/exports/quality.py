"""How good the data of a kind are, counted: how much is known, how lately it was checked, whether sources agree."""

from collections.abc import Mapping
from decimal import ROUND_DOWN, Decimal
from typing import NamedTuple

from generator.exports.tables import names_of_data
from generator.fields.declare import Group
from generator.fields.values import AnyRef
from generator.fields.walk import groups
from generator.kinds.base import Kind
from generator.kinds.evidence import Differing
from generator.kinds.measures_of_kinds import CHECKED_LATELY
from generator.showcase.answers import settled
from generator.showcase.measured import is_counted
from generator.text.context import Context
from generator.words import N_

_STEP = Decimal("0.001")
_ABOUT_FACTS = ("sources", "differing", "not_stated")
"""What says where facts come from, who says otherwise and which are not known: no facts themselves."""


class Quality(NamedTuple):
    """What is counted of the data of a kind."""

    records: int
    stated: int
    """The facts that their pages show, at every depth, of all records together."""
    sought: int
    """The same with those that were looked for and not found."""
    checked: int
    """The records that were checked in the year before the day of the build."""
    agreeing: int
    """The records of which no source, at whatever depth, says something else than another."""

    @property
    def counts(self) -> Mapping[str, int]:
        """The same by name."""
        return self._asdict()


class QualityMeasure(NamedTuple):
    """What is measured: its dimension, as the W3C's list of them calls it, what it is of how much, and its meaning."""

    name: str
    part: str
    whole: str
    meaning: str

    def share(self, counted: Quality) -> str:
        """The share as a decimal number, 1.0 of nothing; rounded down, so that it is 1.0 only where all have it."""
        part, whole = counted.counts[self.part], counted.counts[self.whole]
        share = (Decimal(part) / whole).quantize(_STEP, ROUND_DOWN) if part != whole else Decimal(1)
        return f"{share.normalize():f}" if share % 1 else f"{share:.1f}"


QUALITY_MEASURES = (
    QualityMeasure(
        "completeness",
        "stated",
        "sought",
        N_("Of the facts of all records, the share that is known: the others were looked for and not found."),
    ),
    QualityMeasure("timeliness", "checked", "records", N_("The share of records that were checked in the last year.")),
    QualityMeasure(
        "consistency",
        "agreeing",
        "records",
        N_("The share of records of which no source says something else than another."),
    ),
)


def quality(context: Context, kind: type[Kind]) -> Quality:
    """What is counted of the data of a kind, on the day of the build."""
    return Quality(*_quality(context, kind))


@settled
def _quality(context: Context, kind: type[Kind]) -> tuple[int, ...]:
    counted = [_counted(context, ref) for ref in names_of_data(context, kind)]
    stated, gaps, checked, disagreeing = (sum(one[at] for one in counted) for at in range(4))
    return len(counted), stated, stated + gaps, checked, len(counted) - disagreeing


@settled
def _counted(context: Context, ref: AnyRef) -> tuple[int, int, bool, bool]:
    """How many facts of a record are stated and how many not, whether it was checked, whether its sources disagree."""
    record = context.showcase[ref]
    inner = [group for _, group in groups(record.facts)]
    gaps = sum(len(group.texts_of("not_stated")) for group in inner)
    disagrees = any(isinstance(group, Differing) for group in inner)
    return _stated(record.facts), gaps, is_counted(context.showcase, record, CHECKED_LATELY), disagrees


def _stated(group: Group) -> int:
    """How many facts a group states, those of groups inside it included."""
    stated = 0
    for name, field in group.declared.items():
        if not field.hidden and name not in _ABOUT_FACTS:
            held = group.values_of(name)
            within = [one for one in held if isinstance(one, Group)]
            stated += sum(map(_stated, within)) if within else bool(held)
    return stated
