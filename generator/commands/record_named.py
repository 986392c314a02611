"""The record that a command is asked about: by its folder and id, or by its id or what it is called, if it alone is."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath

from generator.fields.values import AnyRef
from generator.problems.spelling import called_just_so, did_you_mean
from generator.usage.arguments import UsageError
from generator.words import N_, Phrase


def record_named(
    written: str, known: Collection[AnyRef], called: Mapping[AnyRef, tuple[str, ...]] | None = None
) -> AnyRef:
    """The one of the known records that is meant, by what they are `called` too. Raises UsageError."""
    labels = {str(one): (called or {}).get(one, ()) for one in known}
    by_name = {str(one): one for one in known}
    found = sorted(name for name, one in by_name.items() if written in (name, one.id))
    found = found or sorted(called_just_so(written, labels))
    if len(found) > 1:
        message = Phrase(N_("Several records are called “{id}”: {known}."), {"id": written, "known": found})
        raise UsageError(message, Phrase(N_("Name one of them with its folder.")))
    if not found:
        raise UsageError(Phrase(N_("There is no record “{id}”."), {"id": written}), _hint(written, by_name, labels))
    return by_name[found[0]]


def _hint(written: str, known: Mapping[str, AnyRef], labels: Mapping[str, Iterable[str]]) -> Phrase:
    if not known:
        return Phrase(N_("There are no records in content/ yet."))
    names = {name: (one.id, *labels[name]) for name, one in known.items()}
    name = PurePosixPath(written).name.partition(".")[0]
    if meant := did_you_mean(written, names) or did_you_mean(name, names):
        return Phrase(N_("Did you mean “{suggestion}”?"), {"suggestion": meant[0]})
    return Phrase(N_("Name it by its folder and its id, such as {example}."), {"example": min(names)})
