"""What Vetrina counts itself, on the day of the showcase: the records of each list, and parts that their kind names."""

from generator.kinds.base import BY_STATUS
from generator.kinds.catalogue import COUNTS
from generator.showcase.model import Showcase


def count(showcase: Showcase, name: str) -> int:
    """How many there are of what an indicator names."""
    kind, (field, value) = COUNTS[name]
    if not field:
        return len(showcase.names(kind))
    records = showcase.of(kind)
    held = (showcase.status(one).name if field == BY_STATUS else one.facts.held(field) for one in records)
    return sum(one == value for one in held)
