"""Organisations: with whom they make agreements."""

from collections.abc import Iterator

from generator.content.record import Record
from generator.kinds.organisation import Organisation
from generator.presenters.partners import in_register, own_front, partners
from generator.presenters.plan import examples_of
from generator.presenters.presenter import Presenter
from generator.presenters.sections import Sections
from generator.presenters.sought import names_of_a_body, pages_that_name
from generator.text.context import Context
from generator.view.text import Fact, Inline, Piece


class OrganisationPresenter(Presenter[Organisation]):
    """Tells an organisation."""

    def sections(self, context: Context, record: Record[Organisation]) -> Sections:
        return Sections(
            kicker=self.kicker(context, record),
            instead=self.in_kicker(record),
            drawn=own_front(context, record),
            told=frozenset(in_register(context, record.ref)),
            after={"who": (*_examples(context, record), *partners(context, record))},
        )

    def item_kicker(self, context: Context, record: Record[Organisation]) -> Inline:
        kicker = self.kicker(context, record)
        return (Piece(kicker),) if kicker else ()

    def names(self, context: Context, record: Record[Organisation]) -> Iterator[str]:
        yield from names_of_a_body(context, record)
        if record.facts.acronym:
            yield record.facts.acronym

    def result_facts(self, context: Context, record: Record[Organisation]) -> tuple[str, ...]:
        return (pages_that_name(context, record),)


def _examples(context: Context, record: Record[Organisation]) -> tuple[Fact, ...]:
    """What a plan says that a university has with it, citing it as an example."""
    said = examples_of(context, record.ref)
    return (Fact(context.words.text("Cited as an example by a plan"), said),) if said else ()
