"""Organisations: with whom they make agreements."""

from generator.content.record import Record
from generator.kinds.organisation import Organisation
from generator.presenters.partners import own_front, partners
from generator.presenters.presenter import Presenter
from generator.presenters.sections import Sections
from generator.text.context import Context
from generator.view.text import Inline, Piece


class OrganisationPresenter(Presenter[Organisation]):
    """Tells an organisation."""

    def sections(self, context: Context, record: Record[Organisation]) -> Sections:
        return Sections(
            kicker=self.kicker(context, record),
            drawn=own_front(context, record),
            after={"who": partners(context, record)},
        )

    def item_kicker(self, context: Context, record: Record[Organisation]) -> Inline:
        kicker = self.kicker(context, record)
        return (Piece(kicker),) if kicker else ()
