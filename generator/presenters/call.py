"""A call: who issues it, and whether it is open on the day."""

from generator.content.record import Record
from generator.kinds.call import Call
from generator.presenters.presenter import Presenter
from generator.presenters.sections import Sections
from generator.text.context import Context, text_of
from generator.view.bodies import KeyFact
from generator.view.parts import Paragraph
from generator.view.text import Piece


class CallPresenter(Presenter[Call]):
    """Tells a call."""

    def sections(self, context: Context, record: Record[Call]) -> Sections:
        issuer, status, computed = record.facts.issued_by, context.status(record), context.computed_on()
        issued_by = (KeyFact(context.link(issuer), context.words.text("issued by")),) if issuer else ()
        return Sections(
            kicker=self.kicker(context, record),
            key_facts=(*issued_by, KeyFact(Piece(status), text_of(computed), strong=True)),
            before={"when": (Paragraph((Piece(status),), "state"), Paragraph(computed, "note"))},
        )
