"""What Vetrina counts itself, on the day of the showcase: the records of each list, and parts that their kind names."""

from collections.abc import Mapping

from generator.kinds.base import BY_STATUS, Kind
from generator.kinds.catalogue import KINDS
from generator.showcase.model import Showcase

_ALL_OF_THEM = ("", "")
COUNTS: Mapping[str, tuple[type[Kind], tuple[str, str]]] = {
    name: (kind, which)
    for kind in KINDS
    if kind.is_listed
    for name, which in {kind.folder: _ALL_OF_THEM, **kind.counts}.items()
}
"""By the name that an indicator gives each: the kind that is counted, and which of its records."""


def count(showcase: Showcase, name: str) -> int:
    """How many there are of what an indicator names."""
    kind, which = COUNTS[name]
    if which == _ALL_OF_THEM:
        return len(showcase.names(kind))
    field, value = which
    records = showcase.of(kind)
    held = (showcase.status(one).name if field == BY_STATUS else one.facts.held(field) for one in records)
    return sum(one == value for one in held)
