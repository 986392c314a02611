"""Organisations: with whom they make agreements."""

from collections.abc import Iterator

from generator.content.record import Record
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.catalogue import kind_of
from generator.kinds.organisation import Organisation
from generator.presenters.doings import MOST_NAMED, acts_in, in_numbers, universities_in
from generator.presenters.partners import in_register, own_front, partners
from generator.presenters.plan import examples_of
from generator.presenters.presenter import Presenter
from generator.presenters.sections import Sections
from generator.presenters.sought import names_of_a_body, pages_that_name
from generator.text.context import Context
from generator.text.listed import counted, is_told
from generator.view.text import Fact, Inline, Piece


class OrganisationPresenter(Presenter[Organisation]):
    """Tells an organisation."""

    def sections(self, context: Context, record: Record[Organisation]) -> Sections:
        lead, all_told = _lead(self, context, record)
        return Sections(
            kicker=self.kicker(context, record),
            lead=lead,
            instead=self.in_kicker(record),
            drawn=own_front(context, record),
            told=frozenset(in_register(context, record.ref)),
            after={"who": (*_examples(context, record), *partners(context, record, universities=not all_told))},
        )

    def item_kicker(self, context: Context, record: Record[Organisation]) -> Inline:
        kicker = self.kicker(context, record)
        return (Piece(kicker),) if kicker else ()

    def names(self, context: Context, record: Record[Organisation]) -> Iterator[str]:
        yield from names_of_a_body(context, record)
        if record.facts.acronym:
            yield record.facts.acronym

    def result_facts(self, context: Context, record: Record[Organisation]) -> tuple[str, ...]:
        return pages_that_name(context, record)

    def in_short(self, context: Context, record: Record[Organisation]) -> str:
        if said := self.written(context, record):
            return said
        things = counted(context, dict.fromkeys(_naming(context, record)))
        what = self.kicker(context, record)
        return context.words.text("{what}, named in {things}.", what=what, things=things) if things else what


def _lead(presenter: OrganisationPresenter, context: Context, record: Record[Organisation]) -> tuple[str, bool]:
    """Of who has neither a summary nor a text: in how much of what it acts, and with which universities.

    And whether these are all universities with which it has agreements.
    """
    refs = acts_in(context, record.ref)
    if presenter.written(context, record) or not refs:
        return "", False
    only_agreements = all(kind_of(one) is Agreement for one in refs)
    few = len(universities_in(context, refs, record.ref)) <= MOST_NAMED
    return in_numbers(context, refs, record.ref), only_agreements and few


def _naming(context: Context, record: Record[Organisation]) -> Iterator[AnyRef]:
    """The records with a page in this language that name it, but for what others rest on."""
    for one in context.showcase.referring(record.ref):
        if is_told(context, one.ref) and not kind_of(one.ref).is_evidence:
            yield one.ref


def _examples(context: Context, record: Record[Organisation]) -> tuple[Fact, ...]:
    """What a plan says that a university has with it, citing it as an example."""
    said = examples_of(context, record.ref)
    return (Fact(context.words.text("Cited as an example by a plan"), said),) if said else ()
