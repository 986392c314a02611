"""Places: what happens in them and inside them, who works there, and what has changed."""

from collections.abc import Iterator

from generator.content.brief import ref_of
from generator.content.record import Record
from generator.fields.values import AnyRef
from generator.kinds.organisation import UNIVERSITIES, Organisation
from generator.kinds.place import Place
from generator.presenters.doings import with_universities
from generator.presenters.place_projects import initiatives_here, projects_here, projects_number
from generator.presenters.places import happening, places, shown_inside, taking_place, told_in
from generator.presenters.presenter import Presenter
from generator.presenters.sections import Sections
from generator.presenters.sought import names_elsewhere
from generator.showcase.answers import settled
from generator.showcase.whereabouts import inside
from generator.text.context import Context
from generator.text.inline import Plain, inline_of, plain
from generator.text.listed import by_name, counted, short_title, summary_of
from generator.view.parts import Links
from generator.view.text import ListItem, Piece

_WHO = Place.headings["who"]
_NAMED = 3
"""So few are named rather than counted."""
_WORKERS = 4
"""Of more than these, the rest is folded."""


class PlacePresenter(Presenter[Place]):
    """Tells a place: one with others inside it by their list."""

    def sections(self, context: Context, record: Record[Place]) -> Sections:
        within = shown_inside(context, record.ref)
        part = places(context, within, context.words.text(Place.plural))
        heading = "" if part else context.words.text(_WHO)
        workers = tuple(_workers(context, record.ref, heading))
        return Sections(
            kicker=self.kicker(context, record),
            lead=_lead(context, record.ref, len(within)),
            notice=inline_of(_news(context, record.ref)),
            instead=self.in_kicker(record),
            drawn=(part,) if part else (),
            after={"who": workers} if part else {},
            belongs=(*_wider(context, record, within), *projects_here(context, record.ref), *(() if part else workers)),
            told=told_in(context, within),
        )

    def names(self, context: Context, record: Record[Place]) -> Iterator[str]:
        yield from names_elsewhere(context, record)

    def in_short(self, context: Context, record: Record[Place]) -> str:
        if context.summary(record):
            return context.summary(record)
        here = all_here(context, record.ref)
        if 0 < len(here) <= _NAMED and not projects_number(context, record.ref):
            names = context.words.listed(short_title(context, one) for one in here)
            return context.words.text("Here: {names}.", names=names)
        said = _lead(context, record.ref, len(shown_inside(context, record.ref)))
        return said or super().in_short(context, record)


def all_here(context: Context, ref: AnyRef) -> tuple[AnyRef, ...]:
    """Every record that happens in a place or inside it, once."""
    return tuple(map(ref_of, _all_here(context, ref)))


@settled
def _all_here(context: Context, ref: AnyRef) -> tuple[str, ...]:
    around = (ref, *inside(context.showcase, ref))
    return tuple(dict.fromkeys(str(one) for there in around for one in taking_place(context, there)))


def counted_here(context: Context, ref: AnyRef) -> tuple[int, str]:
    """How much happens in a place and inside it, and in words how much of what."""
    records, projects = all_here(context, ref), projects_number(context, ref)
    said = (context.words.count("{number} project", "{number} projects", projects),) if projects else ()
    return len(records) + projects, counted(context, records, *said)


def _wider(context: Context, record: Record[Place], within: tuple[AnyRef, ...]) -> Iterator[Links]:
    """What takes place inside and no row tells, because the rows tell its parts."""
    direct, told = taking_place(context, record.ref), {one for there in within for one in happening(context, there)}
    left = [one for one in all_here(context, record.ref) if one not in told and one not in direct]
    if left:
        entries = tuple(ListItem(context.link(one), note=(Piece(summary_of(context, one)),)) for one in left)
        yield Links(entries, context.words.text("In more than one place"))


def _lead(context: Context, ref: AnyRef, within: int) -> str:
    """How much is done there, and with which universities; where nothing happens, the places inside."""
    _, there = counted_here(context, ref)
    if there:
        return with_universities(context, there, (*all_here(context, ref), *initiatives_here(context, ref)))
    return f"{context.words.count(*Place.counted, within)}." if within else ""


@settled
def _news(context: Context, ref: AnyRef) -> Plain:
    """The newest notice of what happens there: of which record, when, what has changed."""
    showcase = context.showcase
    told = [(showcase[one].facts.notice, one) for one in all_here(context, ref)]
    dated = [(notice.on.last, str(one), notice) for notice, one in told if notice]
    if not dated:
        return ()
    _, name, notice = max(dated, key=lambda one: one[:2])
    said = context.phrase(
        "{record}, {day}. {text}",
        record=context.link(ref_of(name)),
        day=context.day(notice.on),
        text=context.localised(notice.text),
    )
    return plain(said)


def _workers(context: Context, ref: AnyRef, heading: str = "") -> Iterator[Links]:
    """Who acts in what happens there: universities by name, then those who do most."""
    entries = tuple(ListItem(context.link(ref_of(name)), note=(Piece(note),)) for name, note in _working(context, ref))
    if entries:
        yield Links(entries[:_WORKERS], heading, entries[_WORKERS:])


@settled
def _working(context: Context, ref: AnyRef) -> tuple[tuple[str, str], ...]:
    """The name of each who acts there, and in how much of what."""
    doing: dict[AnyRef, list[AnyRef]] = {}
    for one in all_here(context, ref):
        for other in dict.fromkeys(who for _, who in context.showcase.participants(one)):
            doing.setdefault(other, []).append(one)
    named = by_name(context, doing)
    order = sorted(named, key=lambda who: (0, 0) if _is_university(context, who) else (1, -len(doing[who])))
    return tuple((str(who), counted(context, doing[who])) for who in order)


@settled
def _is_university(context: Context, ref: AnyRef) -> bool:
    return context.showcase.facts(ref, Organisation).nature in UNIVERSITIES
