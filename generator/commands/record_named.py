"""The record that a command is asked about, by its folder and id, or by its id where no other has it."""

from collections.abc import Collection
from pathlib import PurePosixPath

from generator.fields.values import AnyRef
from generator.problems.spelling import did_you_mean
from generator.usage.arguments import UsageError
from generator.words import N_, Phrase


def record_named(written: str, known: Collection[AnyRef]) -> AnyRef:
    """The one of the known records that is meant. Raises UsageError."""
    found = sorted((one for one in known if written in (str(one), one.id)), key=str)
    if len(found) > 1:
        message = Phrase(N_("“{id}” is the id of several records: {known}."), {"id": written, "known": found})
        raise UsageError(message, Phrase(N_("Name one of them with its folder.")))
    if not found:
        raise UsageError(Phrase(N_("There is no record “{id}”."), {"id": written}), _hint(written, known))
    return found[0]


def _hint(written: str, known: Collection[AnyRef]) -> Phrase:
    if not known:
        return Phrase(N_("There are no records in content/ yet."))
    names = {spelling: str(one) for one in known for spelling in (one.id, str(one))}
    name = PurePosixPath(written).name.partition(".")[0]
    if meant := did_you_mean(written, [*names]) or did_you_mean(name, [*names]):
        return Phrase(N_("Did you mean “{suggestion}”?"), {"suggestion": names[meant[0]]})
    return Phrase(N_("Name it by its folder and its id, such as {example}."), {"example": min(names.values())})
