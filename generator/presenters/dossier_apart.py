"""What may answer to the questions of a dossier besides what does: why that cannot be told, and of which records."""

from collections.abc import Mapping

from generator.fields.values import AnyRef
from generator.showcase.in_force import is_unsigned
from generator.showcase.model import Showcase
from generator.showcase.selection import Selected
from generator.words import N_

PERHAPS = {
    "undated": N_("No date is known of: {records}."),
    "unsure": N_("Perhaps in force on that day, for it is not known for certain when they begin or end: {records}."),
    "possible": N_("Perhaps in the period, for it is not known for certain when they begin or end: {records}."),
    "unsigned": N_("Perhaps, but there is no record of a signature: {records}."),
}
"""What a dossier says of each."""
NOT_KNOWN = {
    "undated": N_("any date"),
    "unsure": N_("whether it is in force on that day"),
    "possible": N_("whether it is in the period"),
    "unsigned": N_("whether it was signed"),
}
"""What is not known of each."""


def apart(showcase: Showcase, found: Selected) -> Mapping[str, tuple[AnyRef, ...]]:
    """The records by the reason: of what may never have been signed that is the first."""
    perhaps = {"unsure": found.unsure, "possible": found.possible}
    unsigned = {ref: None for refs in perhaps.values() for ref in refs if is_unsigned(showcase, ref)}
    others = {name: tuple(ref for ref in refs if ref not in unsigned) for name, refs in perhaps.items()}
    return {"undated": found.undated, **others, "unsigned": tuple(unsigned)}
