"""Case studies: the claims, and which evidence supports which of them."""

from generator.content.record import Record
from generator.kinds.case import Case
from generator.presenters.presenter import Presenter
from generator.presenters.sections import Sections, Shown
from generator.text.context import Context
from generator.view.parts import Bullets, Table
from generator.view.text import Inline, Piece


class CasePresenter(Presenter[Case]):
    """Tells a case study."""

    def sections(self, context: Context, record: Record[Case]) -> Sections:
        told = super().sections(context, record)
        return Sections(
            kicker=told.kicker, window=told.window, instead={**told.instead, "claims": _matrix(context, record)}
        )


def _matrix(context: Context, record: Record[Case]) -> Shown:
    """The claims by number, and a table: a row for each piece of evidence, a column for each claim."""
    claims, text = record.facts.claims, context.words.text
    if not claims:
        return ()
    said: list[Inline] = [
        context.whole(one, (Piece(f"{number}. "), context.localised(one.claim)), "claim", "evidence")
        for number, one in enumerate(claims, start=1)
    ]
    evidence = dict.fromkeys(ref for one in claims for ref in one.evidence)
    yes, no = (Piece(text("yes")),), (Piece("–"),)
    rows = tuple(((context.link(ref),), *(yes if ref in one.evidence else no for one in claims)) for ref in evidence)
    head = (text("Evidence"), *(text("Claim {number}", number=number) for number in range(1, len(claims) + 1)))
    label = context.label(Case, "claims")
    return (
        Bullets(tuple(said), title=label),
        Table(text("Which evidence supports which claim"), head, rows),
    )
