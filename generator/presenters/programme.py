"""Programmes, and who promotes what with whom."""

from collections.abc import Iterable

from generator.content.record import AnyRecord, Record
from generator.kinds.programme import Partner, Programme
from generator.presenters.presenter import Presenter
from generator.presenters.sections import Instead, Sections, row
from generator.text.context import Context
from generator.view.bodies import KeyFact
from generator.view.text import Inline, Piece


class ProgrammePresenter(Presenter[Programme]):
    """Tells a programme."""

    def sections(self, context: Context, record: Record[Programme]) -> Sections:
        return Sections(
            kicker=self.kicker(context, record),
            key_facts=promoter_key_facts(context, record),
            instead=promotion(context, record, record.facts.partners),
        )


def promoters(context: Context, record: AnyRecord) -> tuple[Piece, ...]:
    """Who promotes a record: itself or, where it says nothing, its programme does."""
    return tuple(context.link(ref) for field, ref in context.showcase.participants(record) if field == "promoter")


def promoter_key_facts(context: Context, record: AnyRecord) -> tuple[KeyFact, ...]:
    """The promoters as key facts."""
    return tuple(KeyFact(said, context.words.text("promoter")) for said in promoters(context, record))


def promotion(context: Context, record: AnyRecord, partners: Iterable[Partner]) -> Instead:
    """The rows of who promotes a record, and of who takes part in which role."""
    return {
        "promoter": row(context, record, "promoter", *((said,) for said in promoters(context, record))),
        "partners": row(context, record, "partners", *(_partner(context, partner) for partner in partners)),
    }


def _partner(context: Context, partner: Partner) -> Inline:
    organisation = context.link(partner.organisation)
    if partner.role is None:
        return (organisation,)
    return context.phrase("{organisation}: {role}", organisation=organisation, role=context.localised(partner.role))
