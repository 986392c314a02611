"""Programmes, initiatives and cantieri: who promotes them, with whom, since when, and their figures."""

from typing import cast

from generator.content.record import Record
from generator.kinds.initiative import FORM, STATE, Cantiere, Funding, Initiative, Total, Undertaking
from generator.kinds.programme import Partner, Programme
from generator.presenters.award_figures import money_figures, project_figures
from generator.presenters.award_totals import facades, money
from generator.presenters.disagreements import disagreements
from generator.presenters.editions import editions
from generator.presenters.sections import Sections, bullets, rows, sentence_case
from generator.text.context import Context, text_of
from generator.view.bodies import KeyFact
from generator.view.parts import Facts, Figures, Part, Table
from generator.view.text import Inline, Piece


def programme(context: Context, record: Record) -> Sections:
    """Tell a programme."""
    facts = cast(Programme, record.facts)
    return Sections(
        kicker=context.words.text("Programme"),
        key_facts=_key_facts(context, record),
        who=_who(context, record, facts.partners),
        when=rows(context, record, "start", "end"),
        purpose=bullets(context, record, "aims"),
    )


def initiative(context: Context, record: Record) -> Sections:
    """Tell an initiative."""
    facts = cast(Initiative, record.facts)
    drawn_projects, drawn_money = facades(context, facts), money(context, record)
    figures = (
        *(project_figures(context, facts) if not drawn_projects else ()),
        *(money_figures(context, facts) if not drawn_money else ()),
    )
    return Sections(
        kicker=sentence_case(context.words.text(FORM.labels[facts.form])) if facts.form else "",
        key_facts=_key_facts(context, record),
        what=rows(context, record, "form", "programme", "part_of", "frequency", "scope"),
        who=_who(context, record, facts.partners),
        when=rows(context, record, "state", "start", "end"),
        purpose=_purpose(context, record, facts),
        taking_part=rows(context, record, "how_to_take_part"),
        figures=(
            *((Figures(figures),) if figures else ()),
            *_totals(context, record, facts),
            *editions(context, record, facts),
            *_funding(context, record, facts),
            *disagreements(context, record),
        ),
        drawn=(*drawn_projects, *drawn_money),
    )


def cantiere(context: Context, record: Record) -> Sections:
    """Tell a cantiere."""
    facts = cast(Cantiere, record.facts)
    return Sections(
        kicker=context.words.text("Cantiere"),
        key_facts=_key_facts(context, record),
        what=rows(context, record, "theme", "programme", "part_of", "frequency", "scope"),
        who=_who(context, record, facts.partners),
        when=rows(context, record, "state", "start", "end"),
        purpose=_purpose(context, record, facts),
        taking_part=rows(context, record, "how_to_take_part"),
        figures=_funding(context, record, facts),
    )


def promoter(context: Context, record: Record) -> tuple[Inline, ...]:
    """Who promotes it: itself or, where it says nothing, its programme does."""
    acting = context.showcase.participants(record)
    return tuple((context.link(ref),) for field, ref in acting if field == "promoter")


def _key_facts(context: Context, record: Record) -> tuple[KeyFact, ...]:
    promoters = tuple(KeyFact(said[0], context.words.text("promoter")) for said in promoter(context, record))
    state = getattr(record.facts, "state", None)
    if state is None:
        return promoters
    key_fact = KeyFact(
        Piece(sentence_case(context.words.text(STATE.labels[state]))), _state_note(context, record), strong=True
    )
    return (*promoters, key_fact)


def _state_note(context: Context, record: Record) -> str:
    as_of = record.facts.as_of
    if as_of:
        return text_of(context.dated("as of", as_of))
    return context.words.text("as its sources put it")


def _who(context: Context, record: Record, partners: tuple[Partner, ...]) -> tuple[Part, ...]:
    told = tuple(_partner(context, partner) for partner in partners)
    found = [context.fact(record, "promoter", *promoter(context, record)), context.fact(record, "partners", *told)]
    if isinstance(record.facts, Undertaking):
        found += context.facts(record, "other_partners", "structures")
    shown = tuple(row for row in found if row.values)
    return (Facts(shown),) if shown else ()


def _partner(context: Context, partner: Partner) -> Inline:
    organisation = context.link(partner.organisation)
    if partner.role is None:
        return (organisation,)
    return context.phrase("{organisation}: {role}", organisation=organisation, role=context.localised(partner.role))


def _purpose(context: Context, record: Record, facts: Undertaking) -> tuple[Part, ...]:
    places = tuple(
        (context.localised(place.name), *(Piece(f", {text}") for text in (place.address, place.town) if text))
        for place in facts.places
    )
    found = (context.fact(record, "places", *places), *context.facts(record, "estimated_impact"))
    shown = tuple(row for row in found if row.values)
    return (Facts(shown),) if shown else ()


def _funding(context: Context, record: Record, facts: Undertaking) -> tuple[Part, ...]:
    row = context.fact(record, "funding", *(_fund(context, record, one) for one in facts.funding))
    return (Facts((row,)),) if row.values else ()


def _fund(context: Context, record: Record, funding: Funding) -> Inline:
    """A fund, its years, and its amount with the as-of date and the source of the record."""
    said: Inline = (context.localised(funding.fund),)
    if funding.amount:
        said = context.phrase("{fund}: {amount}", fund=said, amount=context.quantity(funding.amount))
    if funding.since:
        said = context.phrase("{fund}, {since}", fund=said, since=context.dated("since", funding.since))
    if funding.until:
        said = context.phrase("{fund}, {until}", fund=said, until=context.dated("until", funding.until))
    if funding.amount and record.facts.sources:
        source = context.dated_source(record.facts.sources[0].source, record.facts.as_of)
        said = context.phrase("{fund} ({source})", fund=said, source=source)
    return said


def _totals(context: Context, record: Record, facts: Initiative) -> tuple[Part, ...]:
    if not facts.totals:
        return ()
    text = context.words.text
    head = (text("Measure"), text("Value"), text("Period"), text("Source"))
    return (
        Table(text("Totals, each with its source"), head, tuple(_total(context, record, one) for one in facts.totals)),
    )


def _total(context: Context, record: Record, total: Total) -> tuple[Inline, ...]:
    since = context.dated("since", total.since) if total.since else ()
    until = context.dated("until", total.until) if total.until else ()
    period = (*since, *((Piece(" "),) if since and until else ()), *until)
    note = (Piece(" · "), context.localised(total.note)) if total.note else ()
    measure = sentence_case(context.say(Total, "measure", total.measure).text)
    return (
        (Piece(measure),),
        (Piece(context.quantity(total.value)),),
        period or (Piece("–"),),
        (*context.dated_source(total.source, total.as_of, context.cite(record, total.source)), *note),
    )
