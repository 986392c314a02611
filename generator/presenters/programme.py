"""Programmes, and who promotes what with whom."""

from collections.abc import Iterable, Iterator

from generator.content.record import AnyRecord, Record
from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.kinds.programme import RELATIONS, Partner, Programme
from generator.presenters.award_columns import award_of, columns
from generator.presenters.award_figures import sum_of_editions
from generator.presenters.presenter import Presenter
from generator.presenters.sections import Instead, Sections, row
from generator.presenters.sought import pages_that_name
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.text.inline import sentence_case
from generator.text.marks import marks
from generator.view.record_page import KeyFact, Window
from generator.view.text import Fact, Inline, Piece


class ProgrammePresenter(Presenter[Programme]):
    """Tells a programme."""

    def sections(self, context: Context, record: Record[Programme]) -> Sections:
        return Sections(
            kicker=self.kicker(context, record),
            window=Window((*promoter_facts(context, record), *_award(context, record))),
            instead=promotion(context, record, record.facts.partners),
        )

    def item_note(self, context: Context, record: Record[Programme]) -> Inline:
        return promoted(context, record)

    def result_facts(self, context: Context, record: Record[Programme]) -> tuple[str, ...]:
        return (*super().result_facts(context, record), *pages_that_name(context, record))


def _award(context: Context, record: Record[Programme]) -> Iterator[KeyFact]:
    """How much the award of the programme has funded, as a figure and as a picture; both lead there."""
    if found := award_of(context, record.ref):
        award, _ = found
        figure = sum_of_editions(context, award.facts)
        if figure:
            title = context.link(award.ref)
            said = Piece(f"{sentence_case(figure.value)} {figure.label}")
            yield KeyFact(title, (said,), picture=columns(context, award, context.words.text("One square per project")))


def promoters(context: Context, record: AnyRecord) -> tuple[Piece, ...]:
    """Who promotes a record: itself or, where it says nothing, its programme does."""
    return tuple(context.link(ref) for field, ref in context.showcase.participants(record.ref) if field == "promoter")


@settled
def is_our_reading(context: Context, ref: AnyRef) -> bool:
    """Whether no source calls the promoter of a record so: its own word counts, or else that of its programme."""
    record = context.showcase[ref]
    wider = (one for name, one in record.facts.inherits if name == "promoter" and one in context.showcase)
    return not next((context.showcase[one].facts for one in wider), record.facts).asserts("promoter")


def promoter_facts(context: Context, record: AnyRecord) -> tuple[KeyFact, ...]:
    """The promoters in the window."""
    text = context.words.text
    note = text("promoter (inferred)") if is_our_reading(context, record.ref) else text("promoter")
    return tuple(
        KeyFact(said, (Piece(note),), marks(context, record, "promoter")) for said in promoters(context, record)
    )


def promoted(context: Context, record: AnyRecord) -> Inline:
    """Who promotes a record, as a line of a list says it."""
    said = promoters(context, record)
    if not said:
        return ()
    if is_our_reading(context, record.ref):
        return context.phrase("Promoter (inferred): {promoter}", promoter=Piece(said[0].text))
    return context.phrase("Promoter: {promoter}", promoter=Piece(said[0].text))


def promotion(context: Context, record: AnyRecord, partners: Iterable[Partner]) -> Instead:
    """The rows of who takes part in a record, in which role, of whom only we read so, and of whom its source only
    names; the window has who promotes it."""
    standing = by_standing(partners)
    labels = partner_labels(context, type(record.facts))
    told = {name: tuple(_partner(context, one) for one in standing[name]) for name in standing}
    others = tuple(Fact(labels[name], values) for name, values in told.items() if name != "partner")
    acting = told.get("partner", ())
    taking_part = row(context, record, "partners", *acting) if acting or not others else ()
    return {"promoter": (), "partners": (*taking_part, *others)}


def by_standing(partners: Iterable[Partner]) -> dict[str, list[Partner]]:
    """The partners by how they stand to a record: those who take part, of whom only we read so, who are only named."""
    told = list(partners)
    found = {name: [one for one in told if one.stands_as == name] for name in RELATIONS.options}
    return {name: standing for name, standing in found.items() if standing}


def partner_labels(context: Context, kind: type[Kind]) -> dict[str, str]:
    """How the partners of a record are headed, by how they stand to it."""
    label, text = context.label(kind, "partners"), context.words.text
    return {
        "partner": label,
        "deduced": text("{what} (inferred)", what=label),
        "named": text("Named in the source"),
    }


def _partner(context: Context, partner: Partner) -> Inline:
    said: Inline = (context.link(partner.organisation),)
    if partner.role:
        said = context.phrase("{organisation}: {role}", organisation=said, role=context.localised(partner.role))
    return context.whole(partner, said, "organisation", "role")
