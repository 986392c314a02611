"""The universities, and the parts of universities, that a command is asked about."""

from collections.abc import Iterator, Sequence

from generator.commands.record_named import record_named
from generator.fields.values import AnyRef
from generator.kinds.organisation import UNIVERSITIES, Organisation
from generator.showcase.known_as import called
from generator.showcase.model import Showcase
from generator.usage.arguments import UsageError
from generator.words import N_, Phrase

_NO_UNIVERSITY = (
    N_("“{id}” is no university."),
    N_("A university is what has “nature: university”; for any other organisation use “vetrina dossier --partner”."),
)
_NO_STRUCTURE = (
    N_("“{id}” is no department or centre, nor another part of a university."),
    N_("For a university use --university, for any other organisation “vetrina dossier --partner”."),
)


def universities_named(showcase: Showcase, written: Sequence[str]) -> Iterator[AnyRef]:
    """The universities that are named. Raises UsageError, for any other organisation too."""
    known = [one for one in showcase.names(Organisation) if _is_university(showcase, one)]
    return (_named(showcase, one, known, *_NO_UNIVERSITY) for one in written)


def structures_named(showcase: Showcase, written: Sequence[str]) -> Iterator[AnyRef]:
    """The parts of universities that are named. Raises UsageError, for any other organisation too."""
    known = [one for one in showcase.names(Organisation) if _is_structure(showcase, one)]
    return (_named(showcase, one, known, *_NO_STRUCTURE) for one in written)


def _is_university(showcase: Showcase, ref: AnyRef) -> bool:
    return ref in showcase.universities_above(ref)


def _is_structure(showcase: Showcase, ref: AnyRef) -> bool:
    """Whether it is part of a university, or is called so where nobody says of which."""
    is_part = showcase.universities_above(ref) or showcase.facts(ref, Organisation).nature in UNIVERSITIES
    return bool(is_part) and not _is_university(showcase, ref)


def _named(showcase: Showcase, written: str, known: Sequence[AnyRef], message: str, hint: str) -> AnyRef:
    """The one of the known that is meant. Raises UsageError with the message where another organisation is."""
    try:
        return record_named(written, known, called(showcase, known))
    except UsageError:
        every = showcase.names(Organisation)
        other = record_named(written, every, called(showcase, every))
        raise UsageError(Phrase(message, {"id": other.id}), Phrase(hint)) from None
