"""A dossier: what answers to some questions, with whom, since when, until when, its figures, its places, its gaps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.content.nodes import Location
from generator.fields.choices import Choice
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS, kind_of
from generator.presenters.dossier_apart import PERHAPS, apart
from generator.presenters.dossier_figures import DossierFigure, figures_of
from generator.presenters.dossier_parts import is_within, parts_asked
from generator.presenters.dossier_places import places_of_dossier
from generator.presenters.dossier_questions import asked_of
from generator.presenters.dossier_roles import ROLE, how_much, role_in
from generator.presenters.dossier_stated import stated
from generator.presenters.dossier_table import figures_part
from generator.presenters.gaps import gaps
from generator.presenters.places import places
from generator.showcase.answers import settled
from generator.showcase.selection import Questions, Selected, selected
from generator.showcase.status import start_of
from generator.text.context import Context
from generator.text.endings import course, ending
from generator.text.inline import Plain, capital, inline_of, joined, plain
from generator.text.legend import legend
from generator.text.when import date_of, days, happened, state_note, statuses_on
from generator.view.dossiers import DossierBody
from generator.view.parts import Block, Bullets, Links, Part, Table
from generator.view.text import Inline, ListItem, Piece
from generator.words import N_

DOSSIER_HEAD = (N_("What"), N_("With whom"), N_("Since"), N_("Until"), N_("Status"))
NO_ANSWER = N_("Nothing on this site answers to this.")
KNOWN_BELOW = N_("No activity told here answers to this; what is known stands below.")
"""What is said where nothing answers, in all and of what is done."""
_NOTHING = Questions()


@dataclass(frozen=True)
class DossierRow:
    """A record as a dossier tells it."""

    ref: AnyRef
    title: Piece
    role: Inline
    """Of whoever is asked for; nothing where nobody is."""
    who: Inline
    since: Inline
    until: Inline
    status: Inline

    @property
    def cells(self) -> tuple[Inline, ...]:
        """What stands below `dossier_head`."""
        return (self.title,), *((self.role,) if self.role else ()), self.who, self.since, self.until, self.status


@dataclass(frozen=True)
class Dossier:
    """What answers to some questions, in a language."""

    asked: Questions
    found: Selected
    rows: tuple[DossierRow, ...]
    figures: tuple[DossierFigure, ...]
    elsewhere: tuple[AnyRef, ...]
    """Of what only a part answers, so that the figures of all of it are left to its page."""
    places: tuple[AnyRef, ...]
    named: tuple[AnyRef, ...]
    """Where a source names who is asked about, without saying that it takes part."""


def dossier(context: Context, asked: Questions) -> Dossier:
    """Find what answers."""
    found = selected(context.showcase, asked)
    parts = {ref: parts_asked(context.showcase, ref, asked) for ref in found.refs}
    partly = dict.fromkeys(ref for ref, ways in parts.items() if () not in ways)
    about = (*(ref for ref in found.refs if ref not in partly), *asked.partners, *asked.places)
    told = tuple(figures_of(context, (*found.refs, *_measuring(context, about))))
    figures = tuple(one for one in told if _answers(one, parts))
    left_out = {one.ref for one in told if not _answers(one, parts)}
    return Dossier(
        asked=asked,
        found=found,
        rows=tuple(dossier_row(context, ref, asked) for ref in found.refs),
        figures=figures,
        elsewhere=tuple(ref for ref in partly if ref in left_out),
        places=tuple(dict.fromkeys(places_of_dossier(context, found.refs, asked))),
        named=tuple(_named(context, asked)),
    )


def _answers(one: DossierFigure, parts: Mapping[AnyRef, set[Location]]) -> bool:
    """Whether a figure is of what answers: of all of its record, or of a part that does."""
    return any(is_within(one.way, part) for part in parts.get(one.ref, {()}))


def _measuring(context: Context, about: tuple[AnyRef, ...]) -> Iterator[AnyRef]:
    """The records whose kind has others as its subject, as indicators do, and that are about some of these."""
    found: dict[AnyRef, None] = {}
    for ref in about:
        for link in context.showcase.referring(ref):
            subject = kind_of(link.ref).subject
            if subject and link.location == (subject,) and not context.showcase.briefs[link.ref].withdrawn:
                found[link.ref] = None
    return iter(found)


def _named(context: Context, asked: Questions) -> Iterator[AnyRef]:
    for ref in asked.partners:
        for link in context.showcase.referring(ref):
            if not context.showcase.briefs[link.ref].withdrawn and context.showcase.stands_as(link.ref, ref, "named"):
                yield link.ref


# --- a record in a line ---


def acting_in(context: Context, ref: AnyRef) -> tuple[AnyRef, ...]:
    """Who acts in a record, each once."""
    return tuple(dict.fromkeys(other for _, other in context.showcase.participants(ref)))


def dossier_head(context: Context, asked: Questions) -> tuple[str, ...]:
    """The columns of the records: where an organisation is asked for, its role too."""
    what, *others = map(context.words.text, DOSSIER_HEAD)
    return (what, *((context.words.text(ROLE),) if asked.organisations else ()), *others)


def dossier_row(context: Context, ref: AnyRef, asked: Questions = _NOTHING) -> DossierRow:
    """A record; the partners that are asked for know that they take part themselves."""
    unknown: Inline = (context.not_stated(),)
    who = joined(", ", ((context.link(one),) for one in acting_in(context, ref) if one not in asked.partners))
    role = (role_in(context, ref, asked.organisations) or unknown) if asked.organisations else ()
    since, until, status = (inline_of(one) or unknown for one in _when(context, ref))
    return DossierRow(ref, context.link(ref), role, who or unknown, since, until, status)


@settled
def _when(context: Context, ref: AnyRef) -> tuple[Plain, Plain, Plain]:
    """Since when, until when, and where it stands on the day; nothing of what is not known."""
    facts = context.showcase[ref].facts
    return plain(_since(context, facts, ref)), plain(_until(context, facts, ref)), plain(_status(context, ref))


def _since(context: Context, facts: Kind, ref: AnyRef) -> Inline:
    """When it began: of an agreement when it takes effect or was signed; else by the field that its kind declares.

    What binds nobody, such as an announcement, is said to be that: nothing has begun with it.
    """
    if isinstance(facts, Agreement):
        begun = start_of(facts)
        return (days if begun.dated.binds else happened)(context, begun) if begun else ()
    if facts.period:
        return date_of(context, facts, facts.period.start)
    placed = context.showcase.placed_in_time(context.showcase[ref])
    return days(context, placed) if placed else ()


def _until(context: Context, facts: Kind, ref: AnyRef) -> Inline:
    """When it ends, as far as that is known; of what has not begun, or is not known to be signed, the end alone."""
    if isinstance(facts, Agreement):
        status = context.showcase.status(context.showcase[ref])
        return capital(course(context, status) or (ending(context, status) if status.end else ()))
    if facts.period:
        return date_of(context, facts, facts.period.end)
    begun = {dated.field for dated in facts.dates}
    ends = (name for name, one in facts.declared.items() if not begun.isdisjoint(one.after))
    return next(filter(None, (date_of(context, facts, name) for name in ends)), ())


def _status(context: Context, ref: AnyRef) -> Inline:
    """Where it stands on the day; else as its sources put it, and when, by the choice whose options hold at times."""
    record = context.showcase[ref]
    if said := context.status(record):
        return (Piece(said),)
    for name, field in record.facts.declared.items():
        timely = isinstance(field.is_a, Choice) and any(one.since or one.until for one in field.is_a.options.values())
        if timely and (choice := context.choice(record.facts, name)):
            return joined(", ", ((Piece(choice),), (Piece(state_note(context, record.facts)),)))
    return ()


# --- the page ---


def dossier_body(
    context: Context, title: str, told: Dossier, ways: tuple[Inline, ...] = (), snippet: str = ""
) -> DossierBody:
    """A dossier as a page: its questions, a table a kind, its figures, its places, what is not known."""
    blocks = tuple(_blocks(context, told))
    day = statuses_on(context, *(row.ref for row in told.rows))
    nothing = context.words.text(KNOWN_BELOW if blocks else NO_ANSWER)
    said = how_much(context, told.found.refs, told.asked) or nothing
    return DossierBody(
        title=title,
        lead=" ".join((said, *_perhaps(context, told.found))),
        asked=asked_of(context, told.asked),
        blocks=blocks,
        note=joined(" ", filter(None, (day, legend(context) if _is_dashed(told) else ()))),
        ways=ways,
        snippet=snippet,
    )


def _perhaps(context: Context, found: Selected) -> Iterator[str]:
    """That others may answer too: who reads the first line alone is not to think that there is nothing else."""
    if number := len({*found.unsure, *found.possible}):
        yield context.words.count(
            "Perhaps {number} more: it is named at the end.",
            "Perhaps {number} more: they are named at the end.",
            number,
        )


def _is_dashed(told: Dossier) -> bool:
    """Whether a dash stands somewhere."""
    cells = (cell for row in told.rows for cell in row.cells)
    return any(piece.unknown for cell in cells for piece in cell) or not all(one.period for one in told.figures)


def _blocks(context: Context, told: Dossier) -> Iterator[Block]:
    text = context.words.text
    if not told.rows:
        yield from stated(context, told.asked)
    for kind in KINDS:
        rows = tuple(row.cells for row in told.rows if row.ref.folder == kind.folder)
        if rows:
            heading = text(kind.plural)
            yield Block(kind.folder, heading, (Table(heading, dossier_head(context, told.asked), rows),))
    if parts := tuple(figures_part(context, told.figures, told.elsewhere, told.asked.named)):
        yield Block("figures", text("The figures"), parts)
    among = frozenset(map(str, told.found.refs))
    if part := places(context, told.places, among=among):
        yield Block("where", text("Where it is"), (part,))
    if unknown := tuple(_unknown(context, told)):
        yield Block("not-known", text("What we do not know yet"), unknown)


def _unknown(context: Context, told: Dossier) -> Iterator[Part]:
    """What the records do not say, those that nobody dates, and where somebody is only named."""
    for name, refs in apart(context.showcase, told.found).items():
        if refs:
            links = context.listed(context.link(one) for one in refs)
            yield Bullets((context.phrase(PERHAPS[name], records=links),), "dash")
    if told.named:
        links = context.listed(context.link(one) for one in dict.fromkeys(told.named))
        said = context.phrase("Named in the sources of, without being said to take part: {records}.", records=links)
        yield Bullets((said,), "dash")
    missing = ((ref, _gaps(context, ref)) for ref in told.found.refs)
    entries = tuple(ListItem(context.link(ref), note=inline_of(said)) for ref, said in missing if said)
    if entries:
        yield Links(entries)


@settled
def _gaps(context: Context, ref: AnyRef) -> Plain:
    return plain(gaps(context, context.showcase[ref]))
