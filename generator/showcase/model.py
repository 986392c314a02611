"""The showcase: every visible record, connected, on one day. It answers; it never changes."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

from generator.content.nodes import Location
from generator.content.record import Record
from generator.content.settings import Settings
from generator.content.vocabularies import Vocabulary
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.call import Call
from generator.kinds.initiative import Undertaking
from generator.kinds.organisation import Organisation
from generator.kinds.programme import Programme
from generator.kinds.types.values import Ref, Term
from generator.showcase.status import Status, agreement_status, call_status, has_begun

AnyKind = TypeVar("AnyKind", bound=Kind)


def inherited_promoter(record: Record, records: Mapping[Ref, Record]) -> Ref | None:
    """The promoter an undertaking takes from its programme, where it states none of its own."""
    facts = record.facts
    if not isinstance(facts, Undertaking) or facts.promoter or not facts.programme or "promoter" in facts.not_stated:
        return None
    programme = records.get(facts.programme)
    return cast(Programme, programme.facts).promoter if programme else None


def terms(facts: Kind) -> tuple[Term, ...]:
    """Every term that classifies a record."""
    return (*facts.topics, *facts.fields_of_action, *facts.engagement, *facts.sdgs, *facts.audiences)


@dataclass(frozen=True)
class Backlink:
    """A record that refers to another, and the way to the reference in it."""

    record: Record
    location: Location

    @property
    def field(self) -> str:
        """The field that holds the reference."""
        return str(self.location[0])


@dataclass(frozen=True)
class Showcase:
    """Everything the site says, on `day`.

    `hidden` gives the reason why a record is not published; `known` names every record that has a file, sound or not.
    """

    settings: Settings
    day: datetime.date
    records: Mapping[Ref, Record]
    hidden: Mapping[Ref, str]
    known: frozenset[Ref]
    backlinks: Mapping[Ref, tuple[Backlink, ...]]
    vocabularies: Mapping[str, Vocabulary]
    classified: Mapping[Term, tuple[Record, ...]]
    """The records that each term classifies; withdrawn ones are not among them."""

    def of(self, kind: type[Kind]) -> tuple[Record, ...]:
        """The records of a kind, by id; withdrawn ones are not among them."""
        found = (record for ref, record in self.records.items() if ref.folder == kind.folder)
        return tuple(record for record in found if not record.facts.withdrawn)

    def __getitem__(self, ref: Ref) -> Record:
        return self.records[ref]

    def facts(self, ref: Ref, kind: type[AnyKind]) -> AnyKind:
        """The facts of a record known to be of `kind`."""
        return cast(AnyKind, self.records[ref].facts)

    def languages(self, record: Record) -> tuple[str, ...]:
        """The languages in which the record has a page, in the order of the site."""
        if record.facts.every_language:
            return self.settings.languages
        return tuple(language for language in self.settings.languages if language in record.wordings)

    def referring(self, ref: Ref) -> tuple[Backlink, ...]:
        """Who refers to a record."""
        return self.backlinks.get(ref, ())

    def participants(self, record: Record) -> tuple[tuple[str, Ref], ...]:
        """Who acts in a record and as what; an undertaking without a promoter has its programme's."""
        stated = [(str(way[0]), ref) for way, ref in record.references() if way[0] in record.facts.participants]
        inherited = inherited_promoter(record, self.records)
        return (*([("promoter", inherited)] if inherited else []), *stated)

    def universities(self, record: Record) -> tuple[Record, ...]:
        """The universities that act in a record, themselves or through a part of theirs, in the order they appear."""
        found: dict[Ref, Record] = {}
        own = [record.ref] if isinstance(record.facts, Organisation) else []
        for ref in (*own, *(ref for field, ref in self.participants(record))):
            for organisation in self.universities_above(ref):
                found.setdefault(organisation, self[organisation])
        return tuple(found.values())

    def works_with(self, ref: Ref) -> tuple[Ref, ...]:
        """The universities that act in a record beside an organisation, by id."""
        found = {link.record.ref: link.record for link in self.referring(ref) if not link.record.facts.withdrawn}
        beside = (record for record in found.values() if ref in {one for _, one in self.participants(record)})
        return tuple(sorted({university.ref for record in beside for university in self.universities(record)}))

    def universities_above(self, ref: Ref) -> tuple[Ref, ...]:
        """The universities that an organisation is, or is part of."""
        chain = self._with_wholes(ref)
        return tuple(one for one in chain if self.facts(one, Organisation).nature == "university")

    def _with_wholes(self, ref: Ref) -> list[Ref]:
        """An organisation, what it is part of, and so on."""
        chain: list[Ref] = []
        here: Ref | None = ref
        while here and here.folder == Organisation.folder and here in self.records and here not in chain:
            chain.append(here)
            here = self.facts(here, Organisation).part_of
        return chain

    def call_status(self, record: Record) -> Status:
        """Where a call stands on the day."""
        return call_status(cast(Call, record.facts), self.day)

    def status(self, record: Record) -> Status:
        """Where an agreement stands on the day."""
        agreement = cast(Agreement, record.facts)
        renewals = [link.record for link in self.referring(record.ref) if link.location == ("renews",)]
        begun = (has_begun(cast(Agreement, one.facts), self.day) for one in renewals if not one.facts.withdrawn)
        return agreement_status(agreement, self.day, renewed=any(begun))
