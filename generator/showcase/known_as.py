"""What records are called, for people who name them."""

from collections.abc import Iterable, Iterator, Mapping

from generator.fields.values import AnyRef
from generator.showcase.model import Showcase

Called = Mapping[AnyRef, tuple[str, ...]]

_OTHER_NAMES = ("acronym", "aliases")


def called(showcase: Showcase, refs: Iterable[AnyRef]) -> Called:
    """What each of some records is called: its titles in every language, its acronym, its other names."""
    return {ref: tuple(_names(showcase, ref)) for ref in refs}


def _names(showcase: Showcase, ref: AnyRef) -> Iterator[str]:
    yield from showcase.briefs[ref].titles
    for name in _OTHER_NAMES:
        yield from showcase[ref].facts.texts_of(name)
