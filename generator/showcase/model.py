"""The showcase: every visible record, connected, on one day. It answers; it never changes."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, overload

from generator.content.brief import ref_of
from generator.content.nodes import Location
from generator.content.record import AnyKind, AnyRecord, Record, of_kind
from generator.content.settings import Settings
from generator.content.style import Style
from generator.content.vocabularies import Vocabulary
from generator.fields.values import AnyRef, Ref, Term
from generator.fields.walk import groups
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS, kind_of
from generator.kinds.organisation import Organisation
from generator.kinds.plan import Area
from generator.kinds.programme import Partner
from generator.kinds.source import Source
from generator.showcase.answers import (
    DAY_SAID,
    OF_DAY,
    Answers,
    Witness,
    classified,
    references_to,
    remembered,
    settled,
)
from generator.showcase.briefs import Briefs
from generator.showcase.placed import Placed, placed
from generator.showcase.status import Status, agreement_status, lasting_status, period_status
from generator.words import Words, words_for

MENTIONED: Location = ("text",)
"""Where a record refers to another that its text links."""


@dataclass(frozen=True)
class Referrer:
    """A record that refers to another, by its name, and the way to the reference in it."""

    ref: AnyRef
    location: Location

    @property
    def field(self) -> str:
        """The field that holds the reference."""
        return str(self.location[0])


@dataclass(frozen=True)
class Showcase:
    """Everything the site says, `on` a day.

    `hidden` gives the reason why a record is not published; `known` names every record that has a file, sound or not.

    Pages ask for what they show, and `witness` sees what: `showcase[ref]`, `get`, `of`, `names`, `referring`,
    `names_of`, `briefs`, `day`. The other mappings behind the answers are for what looks at everything. A record is
    opened when it is asked for.
    """

    settings: Settings
    on: datetime.date
    records: Mapping[AnyRef, AnyRecord]
    briefs: Briefs
    """What is known of each of the records without opening it."""
    hidden: Mapping[AnyRef, str]
    unpublished: Mapping[AnyRef, AnyRecord]
    """The records that are hidden, for those who write them."""
    known: frozenset[AnyRef]
    backlinks: Mapping[AnyRef, tuple[Referrer, ...]]
    """Who refers to each record."""
    vocabularies: Mapping[str, Vocabulary]
    classified: Mapping[Term, tuple[AnyRef, ...]]
    """The records that each term classifies; withdrawn ones are not among them."""

    style: Style = field(default_factory=Style, repr=False, compare=False)
    """What the owner's style sheet refuses."""
    words: Mapping[str, Words] = field(default_factory=dict, repr=False, compare=False)  # of each language, the owner's
    answers: Answers = field(default_factory=dict, init=False, repr=False, compare=False)
    witness: Witness = field(default_factory=Witness, repr=False, compare=False)
    language: ClassVar[str] = ""
    """Its own answers are in no language."""

    def words_of(self, language: str) -> Words:
        return self.words.get(language) or words_for(language)

    @property
    def day(self) -> datetime.date:
        """The day that statuses are computed for; who asks for it makes a page that changes with it."""
        self.witness.sees(OF_DAY)
        return self.on

    @property
    def day_said(self) -> datetime.date:
        """The same day, for who says for which day a page is."""
        self.witness.sees(DAY_SAID)
        return self.day

    @remembered
    def of(self, kind: type[AnyKind]) -> tuple[Record[AnyKind], ...]:
        """The records of a kind, by id; withdrawn ones are not among them."""
        return of_kind((self.records[ref] for ref in self.names(kind)), kind)

    @remembered
    def names(self, kind: type[Kind] = Kind) -> tuple[AnyRef, ...]:
        """The names of the records of a kind, or of all, by kind and id; withdrawn ones are not among them."""
        folders = {one.folder for one in KINDS if issubclass(one, kind)}
        there = self._seen(self.briefs.of(folders))
        return tuple(ref for ref in there if not self.briefs[ref].withdrawn)

    def _seen(self, refs: Iterable[AnyRef]) -> tuple[AnyRef, ...]:
        """Some names, once the witness has seen each."""
        found = tuple(refs)
        self.witness.sees_all(map(str, found))
        return found

    def __contains__(self, ref: AnyRef) -> bool:
        """Whether there is a record of that name."""
        self.witness.sees(str(ref))
        return ref in self.records

    @overload
    def __getitem__(self, ref: Ref[AnyKind]) -> Record[AnyKind]: ...

    @overload
    def __getitem__(self, ref: AnyRef) -> AnyRecord: ...

    def __getitem__(self, ref: AnyRef) -> AnyRecord:
        found = self.get(ref)
        if found is None:
            raise KeyError(ref)
        return found

    def get(self, ref: AnyRef) -> AnyRecord | None:
        """A record, if there is one of that name."""
        found = self.records.get(ref)
        self.witness.sees(found.name if found else str(ref))
        return found

    def facts(self, ref: AnyRef, kind: type[AnyKind]) -> AnyKind:
        """The facts of a record known to be of `kind`."""
        found = self[ref].of(kind)
        if found is None:
            raise KeyError(ref)
        return found.facts

    @settled
    def languages(self, ref: AnyRef) -> tuple[str, ...]:
        """The languages in which a record has a page, in the order of the site; none where another's page tells it."""
        return () if self.told_in(ref) else self.briefs[ref].languages

    def told_in(self, ref: AnyRef) -> AnyRef | None:
        """The record on whose page a line tells all of another, which has none of its own: nobody else names it."""
        fewest = kind_of(ref).own_page_from
        if not fewest:
            return None
        self.witness.sees(str(ref), f"text {ref}")
        if not self.briefs[ref].fits_a_line:
            return None
        shown = (link.ref for link in self.referring(ref) if not self.briefs[link.ref].withdrawn)
        naming = tuple(dict.fromkeys(shown))
        return naming[0] if 0 < len(naming) < fewest else None

    def told_with(self, ref: AnyRef) -> tuple[AnyRef, ...]:
        """The records that only this one names, in a field or in its text, and that are told on its page for that."""
        brief = self.briefs[ref]
        self.witness.sees(str(ref), f"text {ref}")
        named = dict.fromkeys((*(other for _, other in brief.links), *brief.mentions))
        return tuple(one for one in named if one in self.briefs and self.told_in(one))

    def referring(self, ref: AnyRef) -> tuple[Referrer, ...]:
        """Who refers to a record."""
        self.witness.sees(references_to(ref))
        found = self.backlinks.get(ref, ())
        self._seen(link.ref for link in found)
        return found

    def names_of(self, term: Term) -> tuple[AnyRef, ...]:
        """The names of the records that a term classifies; withdrawn ones are not among them."""
        self.witness.sees(classified(term))
        return self._seen(self.classified.get(term, ()))

    def participants(self, ref: AnyRef) -> tuple[tuple[str, AnyRef], ...]:
        """Who acts in a record and as what; in a field that it leaves to another record those who act there.

        Whom the source only names does not act.
        """
        return tuple((role, ref_of(name)) for role, name in self._participants(ref))

    def stands_as(self, ref: AnyRef, organisation: AnyRef, relation: str) -> bool:
        """Whether a record has an organisation among its partners as one of that `relation`, such as "named"."""
        return str(organisation) in self._standing_as(ref, relation)

    @settled
    def _standing_as(self, ref: AnyRef, relation: str) -> tuple[str, ...]:
        partners = (one for _, one in groups(self[ref].facts) if isinstance(one, Partner))
        return tuple(str(one.organisation) for one in partners if one.stands_as == relation)

    @settled
    def _participants(self, ref: AnyRef) -> tuple[tuple[str, str], ...]:
        record = self[ref]
        facts, declared = record.facts, record.facts.declared
        passive = {way for way, one in groups(facts) if isinstance(one, Partner) and not one.acts}
        named = ((str(way[0]), str(other)) for way, other in record.references() if way[:-1] not in passive)
        left = (
            (name, str(one))
            for name, wider in facts.inherits
            if wider in self
            for one in self[wider].facts.refs_of(name)
        )
        return tuple(one for one in (*left, *named) if declared[one[0]].role)

    def universities(self, record: AnyRecord) -> tuple[Record[Organisation], ...]:
        """The universities of a record: those that act in it, themselves or through a part of theirs."""
        return of_kind((self[ref] for ref in self.universities_in(record.ref)), Organisation)

    def universities_in(self, ref: AnyRef) -> tuple[AnyRef, ...]:
        """The same by their names, of a record by its name."""
        return tuple(map(ref_of, self._universities(ref)))

    def only_names_a_university(self, ref: AnyRef) -> bool:
        """Whether a source of a record names a university, without saying that it takes part."""
        return any(self._universities_above(ref_of(name)) for name in self._standing_as(ref, "named"))

    @settled
    def _universities(self, ref: AnyRef) -> tuple[str, ...]:
        own = [str(ref)] if kind_of(ref) is Organisation else []
        acting = (*own, *(name for _, name in self._participants(ref)))
        return tuple(dict.fromkeys(above for name in acting for above in self._universities_above(ref_of(name))))

    @remembered
    def works_with(self, ref: AnyRef) -> tuple[AnyRef, ...]:
        """The universities that act in a record beside an organisation, or whose plan cites what they have with it."""
        links = [link for link in self.referring(ref) if not self.briefs[link.ref].withdrawn]
        beside = {one.ref for one in links if str(ref) in {name for _, name in self._participants(one.ref)}}
        found = {ref_of(name) for other in beside for name in self._universities(other)}
        citing = (self.facts(one.ref, Area).plan for one in links if one.field == "examples")
        return tuple(sorted(found.union(*(self.universities_in(plan) for plan in citing))))

    def universities_above(self, ref: AnyRef) -> tuple[AnyRef, ...]:
        """The universities that an organisation is, or is part of."""
        return tuple(map(ref_of, self._universities_above(ref)))

    @settled
    def _universities_above(self, ref: AnyRef) -> tuple[str, ...]:
        return tuple(one.name for one in self._with_wholes(ref) if one.facts.nature == "university")

    def _with_wholes(self, ref: AnyRef) -> list[Record[Organisation]]:
        """An organisation, what it is part of, and so on."""
        chain: dict[AnyRef, Record[Organisation]] = {}
        here: AnyRef | None = ref
        while here and here not in chain and (one := self.get(here)) and (found := one.of(Organisation)):
            chain[here] = found
            here = found.facts.part_of
        return list(chain.values())

    @settled
    def read_in_part(self, source: AnyRef) -> bool:
        """Whether only a part of a source was read."""
        return self.facts(source, Source).read == "part"

    @settled
    def date_of_source(self, source: AnyRef) -> str:
        """The date of a source, as far as it is known; "" without one."""
        return str(self.facts(source, Source).date or "")

    @settled
    def deduces_date_of(self, source: AnyRef) -> bool:
        """Whether a source does not state its own date, which follows from its address or from a copy of it."""
        return self.facts(source, Source).date_basis not in (None, "stated")

    @remembered
    def status(self, record: AnyRecord) -> Status:
        """Where a record stands on the day; without a name where its kind has no statuses."""
        renewals = [one.facts for one in self.renewals(record)]
        if lasting := lasting_status(record.facts, renewals):
            return lasting
        if agreement := record.of(Agreement):
            return agreement_status(agreement.facts, self.day, renewals)
        period = record.facts.period
        return period_status(record.facts, period, self.day) if period else Status()

    def renewals(self, record: AnyRecord) -> tuple[Record[Agreement], ...]:
        """The agreements that renew one, signed or not."""
        links = self.referring(record.ref) if record.of(Agreement) else ()
        found = (self[link.ref] for link in links if link.location == ("renews",))
        return of_kind((one for one in found if not one.facts.withdrawn), Agreement)

    @remembered
    def placed_in_time(self, record: AnyRecord) -> Placed | None:
        """The date that places a record in time, and what happened then: the most telling that is known."""
        return placed(record.facts)
