"""One class a kind of content: the vocabulary of the whole project."""

from collections.abc import Mapping

from generator.fields.references import Reference
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.call import Call
from generator.kinds.case import Case
from generator.kinds.correction import Correction
from generator.kinds.event import Event
from generator.kinds.indicator import Indicator
from generator.kinds.initiative import Cantiere, Initiative
from generator.kinds.intro import Intro
from generator.kinds.network import Network
from generator.kinds.news import News
from generator.kinds.organisation import Organisation
from generator.kinds.page import Page
from generator.kinds.person import Person
from generator.kinds.place import Place
from generator.kinds.plan import Area, Plan
from generator.kinds.programme import Programme
from generator.kinds.source import Source
from generator.words import called

KINDS: tuple[type[Kind], ...] = (
    Programme,
    Initiative,
    Cantiere,
    Agreement,
    Network,
    Call,
    Event,
    News,
    Case,
    Plan,
    Area,
    Indicator,
    Organisation,
    Place,
    Person,
    Source,
    Correction,
    Page,
)
"""The kinds whose records have a page each."""
_ALL: tuple[type[Kind], ...] = (*KINDS, Intro)
BY_FOLDER = {kind.folder: kind for kind in _ALL}
"""Every kind by its folder."""
WITH_PAGES = [kind.folder for kind in KINDS]
"""The folders of the kinds whose records have pages: what can be referred to."""
LISTED = [kind.folder for kind in KINDS if kind.is_listed]
"""The folders of the kinds that have a list of their own."""
COUNTS: Mapping[str, tuple[type[Kind], tuple[str, str]]] = {
    name: (kind, which)
    for kind in KINDS
    if kind.is_listed
    for name, which in {kind.folder: ("", ""), **kind.counts}.items()
}
"""What an indicator can count, by name: the kind, and of which field it counts what value; without one, all of it."""


def folders_called() -> Mapping[str, tuple[str, ...]]:
    """The folders of kinds, each with what its records are called and their words of addresses."""
    return {kind.folder: (*called(kind.plural, kind.singular, kind.noun), *kind.segments.values()) for kind in _ALL}


def folders_sought() -> Mapping[str, tuple[str, ...]]:
    """The folders of kinds, each with the words by which people look for its records."""
    return {kind.folder: called(kind.sought) for kind in _ALL if kind.sought}


def kind_of(ref: AnyRef) -> type[Kind]:
    """The kind of a record, by its name."""
    return BY_FOLDER[ref.folder]


def section_of(kind: type[Kind]) -> type[Kind]:
    """The kind below whose list the pages of a kind stand: its own, or that of the records they stand under."""
    above = kind.declared[kind.under].item if kind.under else None
    return BY_FOLDER[above.folder] if isinstance(above, Reference) else kind
