"""The life of an agreement in plain values: what it is drawn, counted and put in order by, without opening it again."""

import datetime
from typing import NamedTuple, Self

from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.showcase.answers import settled
from generator.showcase.model import Showcase
from generator.showcase.status import Status, says_how_long, start_of

_Days = tuple[int, int]
"""The first and the last day that something can be, by their numbers in the calendar; none where it is not known."""


class Life(NamedTuple):
    """When an agreement began and ends, where it stands on the day, and what is known of how long it lasts."""

    status: str
    part: str
    """The part of its status that lists may show by itself."""
    start: int
    """The number of the first day on which it can have begun; 0 where none is known."""
    is_bound: bool
    """Whether what it begins with binds somebody: an announcement does not."""
    end: _Days | tuple[()]
    renewal: str
    stage: str
    lasts: bool
    """Whether anything says how long."""
    read_in_part: bool
    """Whether any of its sources was read in part."""

    @classmethod
    def of(cls, agreement: Agreement, status: Status, *, read_in_part: bool = False) -> Self:
        """The life of an agreement that has a status."""
        start, end = start_of(agreement), status.end
        return cls(
            status=status.name,
            part=status.part,
            start=start.first.toordinal() if start else 0,
            is_bound=start is None or start.dated.binds,
            end=(end.first.toordinal(), end.last.toordinal()) if end else (),
            renewal=agreement.renewal or "",
            stage=agreement.stage or "",
            lasts=says_how_long(agreement),
            read_in_part=read_in_part,
        )

    @property
    def starts(self) -> datetime.date | None:
        """The first day on which it can have begun."""
        return datetime.date.fromordinal(self.start) if self.start else None

    @property
    def ends(self) -> tuple[datetime.date, datetime.date] | None:
        """Between which days it ends."""
        return (datetime.date.fromordinal(self.end[0]), datetime.date.fromordinal(self.end[1])) if self.end else None


def life_of(showcase: Showcase, ref: AnyRef) -> Life:
    """The life of an agreement of the showcase."""
    return Life(*_life(showcase, ref))


@settled
def _life(showcase: Showcase, ref: AnyRef) -> Life:
    facts = showcase.facts(ref, Agreement)
    in_part = any(showcase.read_in_part(support.source) for support in facts.sources)
    return Life.of(facts, showcase.status(showcase[ref]), read_in_part=in_part)
