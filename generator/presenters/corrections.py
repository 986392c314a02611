"""Corrections: as their own page tells them, and as the page of what was corrected says it: when, and why."""

import datetime
from dataclasses import replace

from generator.content.record import AnyRecord, Record
from generator.kinds.catalogue import kind_of
from generator.kinds.correction import Correction
from generator.presenters.presenter import Presenter
from generator.presenters.sections import Sections
from generator.text.clauses import as_clause
from generator.text.context import Context
from generator.view.text import Inline, Piece


class CorrectionPresenter(Presenter[Correction]):
    """Tells a correction, what was reported first."""

    def sections(self, context: Context, record: Record[Correction]) -> Sections:
        told = super().sections(context, record)
        reported = context.localised(record.facts.reported).text
        return replace(
            told, lead=reported, instead={**told.instead, **({} if context.summary(record) else {"reported": ()})}
        )

    def written(self, context: Context, record: Record[Correction]) -> str:
        said = (context.localised(one).text for one in (record.facts.reported, record.facts.done) if one)
        return super().written(context, record) or " ".join(said)


def corrected(context: Context, record: AnyRecord) -> tuple[Inline, ...]:
    """A sentence for each correction of a record that was made, the newest first, with the way to it."""
    more = context.words.text("what was corrected")
    return tuple(
        context.phrase("{said}: {more}.", said=_why(context, one.facts), more=Piece(more, href=context.href(one)))
        for one in _made(context, record)
    )


def corrected_since(context: Context, record: AnyRecord, since: datetime.date) -> Inline:
    """The latest correction of a record, if one was made since a day."""
    made = (one.facts for one in _made(context, record) if one.facts.done_on and one.facts.done_on.first >= since)
    return next((_why(context, one) for one in made), ())


def _why(context: Context, facts: Correction) -> Inline:
    """When something was corrected, and why if that is known."""
    on_day = context.dated("on", facts.done_on) if facts.done_on else context.phrase("on a day that was not noted")
    if not facts.because:
        return context.phrase("Corrected {on_day}", on_day=on_day)
    said = context.localised(facts.because)
    why = replace(said, text=as_clause(said.text, said.lang or context.language))
    return context.phrase("Corrected {on_day} because {why}", on_day=on_day, why=why)


def _made(context: Context, record: AnyRecord) -> list[Record[Correction]]:
    """The corrections of a record that were made, the newest first."""
    showcase = context.showcase
    names = dict.fromkeys(one.ref for one in showcase.referring(record.ref) if kind_of(one.ref) is Correction)
    found = (one for ref in names if (one := showcase[ref].of(Correction)))
    made = [(str(one.facts.done_on), one.name, one) for one in found if _is_made(one, record)]
    return [one for *_, one in sorted(made, key=lambda one: one[:2], reverse=True)]


def _is_made(one: Record[Correction], record: AnyRecord) -> bool:
    facts = one.facts
    return facts.outcome == "corrected" and facts.withdrawn is None and facts.record == record.ref
