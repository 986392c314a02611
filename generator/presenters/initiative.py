"""Initiatives and cantieri: who promotes them, with whom, since when, and their figures."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from generator.content.record import AnyRecord, Record
from generator.kinds.funding import Funding
from generator.kinds.initiative import Cantiere, Initiative, Undertaking
from generator.presenters.award_figures import figures_of, money_figures, project_figures
from generator.presenters.disagreements import disagreements
from generator.presenters.moneys import moneys
from generator.presenters.places import places, told_in
from generator.presenters.presenter import Presenter
from generator.presenters.programme import by_standing, partner_labels, promoted, promoter_facts, promotion
from generator.presenters.recurring import recurring, recurs
from generator.presenters.sections import Sections, Shown, row
from generator.presenters.totals import totals
from generator.text.context import Context
from generator.text.marks import marks
from generator.text.when import state_note
from generator.view.parts import Figures
from generator.view.record_page import KeyFact, Window
from generator.view.text import Fact, Figure, Inline, Piece

AnyUndertaking = TypeVar("AnyUndertaking", bound=Undertaking)


class UndertakingPresenter(Presenter[AnyUndertaking]):
    """What initiatives and cantieri have in common."""

    def sections(self, context: Context, record: Record[AnyUndertaking]) -> Sections:
        facts = record.facts
        several = facts.places if len(facts.places) > 1 else ()
        part = places(context, several, besides=record.ref)
        return Sections(
            kicker=self.kicker(context, record),
            window=Window((*promoter_facts(context, record), *_state(context, record))),
            told=told_in(context, several, record.ref),
            instead={
                **self.in_kicker(record),
                **({"places": (part,)} if part else {}),
                **promotion(context, record, facts.partners),
                "state": (),
                "funding": _funding(context, record),
            },
        )

    def item_note(self, context: Context, record: Record[AnyUndertaking]) -> Inline:
        return promoted(context, record)


class InitiativePresenter(UndertakingPresenter[Initiative]):
    """Tells an initiative: its totals, as pictures where they are many enough; one with editions by these."""

    def sections(self, context: Context, record: Record[Initiative]) -> Sections:
        facts, common = record.facts, super().sections(context, record)
        if recurs(facts):
            instead = {**common.instead, "funding": _funding(context, record, compared=True)}
            return recurring(context, record, replace(common, instead=instead))
        money = moneys(context, record)
        figures = (*project_figures(context, facts), *(money_figures(context, facts) if not money else ()))
        return replace(
            common,
            instead={**common.instead, "totals": totals(context, record)},
            before={"figures": (*((Figures(figures),) if figures else ()), *money)},
            compared=True,
            folds=disagreements(context, record),
        )

    def names(self, context: Context, record: Record[Initiative]) -> Iterator[str]:
        """By the year of an edition, too."""
        title = context.title(record, short=True).text
        for edition in record.facts.editions:
            yield f"{title} {edition.year}"

    def figure(self, context: Context, record: Record[Initiative]) -> Figure | None:
        return next(iter(figures_of(context, record.facts)), None)


class CantierePresenter(UndertakingPresenter[Cantiere]):
    """Tells a cantiere; its theme only where the title does not say it."""

    def sections(self, context: Context, record: Record[Cantiere]) -> Sections:
        common = super().sections(context, record)
        told = record.facts.theme and not _theme(context, record)
        return replace(common, instead={**common.instead, "theme": ()}) if told else common

    def item_kicker(self, context: Context, record: Record[Cantiere]) -> Inline:
        return _theme(context, record)

    def item_facts(self, context: Context, record: Record[Cantiere]) -> tuple[Fact, ...]:
        labels, standing = partner_labels(context, Cantiere), by_standing(record.facts.partners)
        return tuple(
            Fact(labels[name], tuple((context.link(one.organisation),) for one in partners))
            for name, partners in standing.items()
        )


def _theme(context: Context, record: Record[Cantiere]) -> Inline:
    theme = context.localised(record.facts.theme) if record.facts.theme else Piece("")
    return () if theme.text.casefold() in context.title(record).text.casefold() else (theme,)


def _state(context: Context, record: Record[AnyUndertaking]) -> tuple[KeyFact, ...]:
    state = context.choice(record.facts, "state")
    note = state_note(context, record.facts)
    if not state:
        return ()
    return (KeyFact(Piece(state), (Piece(note),) if note else (), marks(context, record, "state"), strong=True),)


def _funding(context: Context, record: Record[AnyUndertaking], *, compared: bool = False) -> Shown:
    """The funds; where a fold compares what sources say differently, these alone."""
    funds = tuple(_fund(context, record, one) for one in record.facts.funding)
    if compared and funds:
        return (Fact(context.label(type(record.facts), "funding"), funds, marks(context, record, "funding")),)
    return () if compared else row(context, record, "funding", *funds)


def _fund(context: Context, record: AnyRecord, funding: Funding) -> Inline:
    """A fund, its years, and its amount with the as-of date and the source: the one for funding, or else the first."""
    said: Inline = (context.localised(funding.fund),)
    if funding.amount:
        said = context.phrase("{fund}: {amount}", fund=said, amount=context.quantity(funding.amount))
    if funding.note:
        said = (*said, Piece("; "), context.localised(funding.note))
    if funding.since:
        said = context.phrase("{fund}, {since}", fund=said, since=context.dated("since", funding.since))
    if funding.until:
        said = context.phrase("{fund}, {until}", fund=said, until=context.dated("until", funding.until))
    if funding.amount and record.facts.sources:
        sources = record.facts.sources
        support = next((one for one in sources if "funding" in one.fields), sources[0])
        source = context.dated_source(support.source, record.facts.as_of)
        said = context.phrase("{fund} ({source})", fund=said, source=source)
    return context.whole(funding, said, "fund", "amount", "note", "since", "until")
