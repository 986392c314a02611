"""Corrections: as their own page tells them, and as the page of what was corrected says it: when, and why."""

from collections.abc import Iterator
from dataclasses import replace

from generator.content.record import AnyRecord, Record
from generator.kinds.correction import Correction
from generator.presenters.presenter import Presenter
from generator.presenters.sections import Sections
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
        return super().written(context, record) or context.localised(record.facts.reported).text


def corrected(context: Context, record: AnyRecord) -> tuple[Inline, ...]:
    """A sentence for each correction of a record that was made, the newest first."""
    return tuple(said for _, said in sorted(_corrected(context, record), key=lambda one: one[0], reverse=True))


def _corrected(context: Context, record: AnyRecord) -> Iterator[tuple[tuple[str, str], Inline]]:
    showcase = context.showcase
    names = dict.fromkeys(one.ref for one in showcase.referring(record.ref) if one.ref.folder == Correction.folder)
    for ref in names:
        made = showcase[ref].of(Correction)
        if made is None or made.facts.withdrawn:
            continue
        facts = made.facts
        if facts.outcome == "corrected" and facts.done_on and facts.because and facts.record == record.ref:
            more = Piece(context.words.text("what was corrected"), href=context.href(made))
            said = context.phrase(
                "Corrected {on_day} because {why}: {more}.",
                on_day=context.dated("on", facts.done_on),
                why=context.localised(facts.because),
                more=more,
            )
            yield (facts.done_on.first.isoformat(), ref.id), said
