"""What stands at the head of a list or of an award, as bars: where places are, who works with whom, editions."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.charts.bar_share import bar_share
from generator.charts.partnership_graph import is_pictured, web
from generator.content.brief import ref_of
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.edition import Edition
from generator.kinds.initiative import Initiative
from generator.kinds.place import Place
from generator.pages.board.data_picture import MOST_BARS, DataPicture
from generator.pages.lists.towns import town_map, towns_listed
from generator.presenters.editions_front import editions_front
from generator.showcase.answers import settled
from generator.showcase.partnerships import Partnerships, partnerships_of
from generator.showcase.points import point_of
from generator.text.context import Context
from generator.text.listed import list_href, names_listed, short_title
from generator.view.outputs import Link
from generator.view.pictures import PictureBar, PictureMark
from generator.view.text import Fact, Piece


def has_picture(context: Context, kind: type[Kind]) -> bool:
    """Whether what is drawn at the head of a list is a picture by itself, too."""
    drawn = _DRAWN.get(kind.list_picture)
    return bool(drawn and drawn[0](context))


def of_a_list(context: Context, path: str, kind: type[Kind]) -> DataPicture:
    """The picture at the head of the list of a kind."""
    return _DRAWN[kind.list_picture][1](context, path, kind)


def _way(context: Context, kind: type[Kind]) -> tuple[Link, ...]:
    return (Link(context.words.text(kind.plural), list_href(context, kind)),)


# --- where places are ---


@settled
def _has_map(context: Context) -> bool:
    return town_map(context) is not None


def _of_the_map(context: Context, path: str, kind: type[Kind]) -> DataPicture:
    """The towns, by how many places stand in each, under the scheme of where they lie."""
    text, drawn, towns = context.words.text, town_map(context), towns_listed(context)
    if drawn is None:
        raise KeyError(path)
    most = max(towns.values())
    numbered = [(str(at), town, number) for at, (town, number) in enumerate(towns.items(), start=1)]
    points = {town: point_of(context.showcase.facts(town, Place)) or ("", "") for town in towns}
    return DataPicture(
        path=path,
        finding=drawn.finding,
        subject=text("The places listed here, by municipality; a scheme, not to scale"),
        bars=tuple(
            PictureBar(f"{at} {short_title(context, town)}", context.words.number(number), bar_share(number, most))
            for at, town, number in numbered
        ),
        head=("number", "place", "place.label", "latitude", "longitude", "places"),
        rows=tuple(
            (at, town.id, short_title(context, town), *map(str, points[town]), str(number))
            for at, town, number in numbered
        ),
        facts=(Fact(text("Note"), tuple((Piece(note),) for note in drawn.notes)),),
        way=_way(context, kind),
        labels=(text("Municipality"), text("Places")),
        is_of_the_day=True,
        marks=tuple(PictureMark(one.x, one.y, one.number) for one in drawn.marks),
        dense=drawn.dense,
    )


# --- who works with whom ---


@settled
def _has_web(context: Context) -> bool:
    return is_pictured(context)


def _of_the_web(context: Context, path: str, kind: type[Kind]) -> DataPicture:
    """The partners by how many agreements each has; in the file each tie."""
    text, drawn = context.words.text, web(context)
    if drawn is None:
        raise KeyError(path)
    ties = partnerships_of(context.showcase, names_listed(context, Agreement))
    totals = {one: sum(own.values()) for one, own in ties.partners.items()}
    most = max(totals.values())
    notes = [drawn.note]
    if len(totals) > MOST_BARS:
        total, number = context.words.number(len(totals)), context.words.number(MOST_BARS)
        notes.append(
            text("The drawing has {number} of {total} organisations, the table has all.", number=number, total=total)
        )
    notes.append(text("An outlined bar: of none of the agreements a record of the signature was found."))
    return DataPicture(
        path=path,
        finding=drawn.finding or text("Who has agreements with whom"),
        subject=text("Organisations by their agreements with the universities"),
        bars=tuple(
            PictureBar(
                short_title(context, one),
                context.words.number(totals[one]),
                bar_share(totals[one], most),
                any(ties.have_signed(hub, one) for hub in ties.partners[one]),
            )
            for one in sorted(totals, key=lambda one: (-totals[one], ties.weight(one)))
        ),
        head=(
            *("university", "university.label", "organisation", "organisation.label"),
            *("agreements", "without_record_of_signature"),
        ),
        rows=tuple(_ties(context, ties)),
        facts=(Fact(text("Note"), tuple((Piece(note),) for note in notes)),),
        way=_way(context, kind),
        labels=(text("Organisation"), text("Agreements")),
        is_of_the_day=True,
    )


def _ties(context: Context, ties: Partnerships) -> Iterator[tuple[str, ...]]:
    """Each tie of a university: its agreements with a partner, or with another university."""
    pairs = dict(ties.between)
    pairs |= {(hub, one): own[hub] for one, own in ties.partners.items() for hub in ties.hubs if hub in own}
    for pair, number in sorted(pairs.items()):
        ends = (told for one in pair for told in (one.id, short_title(context, one)))
        yield (*ends, str(number), str(ties.unsigned.get(pair, 0)))


# --- editions ---


def of_editions(context: Context, path: str, name: str) -> DataPicture:
    """The editions of an initiative, by how many projects each has; in the file what the source says of it."""
    text, record = context.words.text, context.showcase[ref_of(name)].of(Initiative)
    front = next(iter(editions_front(context, record)), None) if record else None
    if record is None or front is None:
        raise KeyError(name)
    by_year = sorted(record.facts.editions, key=lambda one: one.year)
    known = [sum(pane.known for pane in one.panes) for one in front.columns]
    most, title = max(known), context.title(record).text
    exact = [all(pane.known for pane in one.panes) for one in front.columns]
    sources = _sources(context, (one.source for one in record.facts.sources))
    return DataPicture(
        path=path,
        finding=_found(context, sum(number for number, is_all in zip(known, exact, strict=True) if is_all), exact),
        subject=text("{list}: {value}", list=title, value=text("projects by edition")),
        bars=tuple(
            PictureBar(
                one.year,
                _value(context, one.count, number, is_all=is_all),
                bar_share(number, most),
                is_all,
            )
            for one, number, is_all in zip(front.columns, known, exact, strict=True)
        ),
        head=("year", "projects", "projects.qualifier", "projects.told"),
        rows=tuple(_row(edition, number) for edition, number in zip(by_year, known, strict=True)),
        facts=(Fact(text("Note"), (front.note,)), Fact(text("Source"), sources)),
        way=(*_way(context, Initiative), Link(title, context.href(record))),
        labels=(text("Edition"), text("Projects")),
        checked=record.facts.verified_on,
    )


def _found(context: Context, total: int, exact: list[bool]) -> str:
    """How many projects, in how many editions."""
    count, number = context.words.count, context.words.number(total)
    if not all(exact):
        return count(
            "{total} projects in the one edition of which the number is known",
            "{total} projects in the {number} editions of which the number is known",
            sum(exact),
            total=number,
        )
    return count(
        "{total} projects in {number} edition", "{total} projects in {number} editions", len(exact), total=number
    )


def _value(context: Context, stated: str, number: int, *, is_all: bool) -> str:
    """What a source says of the number; without it how many are told here, and that nobody says how many there are."""
    if stated or is_all:
        return stated or context.words.number(number)
    least = context.words.number(number)
    return context.words.text("at least {number}", number=least) if number else context.words.text("not found")


def _row(edition: Edition, told: int) -> tuple[str, ...]:
    stated = edition.funded
    return (edition.year, str(stated.number) if stated else "", stated.qualifier if stated else "", str(told))


def _sources(context: Context, refs: Iterable[AnyRef]) -> tuple[tuple[Piece, ...], ...]:
    return tuple((context.link(ref),) for ref in dict.fromkeys(refs))


_DRAWN: Mapping[str, tuple[Callable[[Context], bool], Callable[[Context, str, type[Kind]], DataPicture]]] = {
    "map": (_has_map, _of_the_map),
    "web": (_has_web, _of_the_web),
}
"""Of what is drawn at the head of a list: whether it is there, and the same as bars."""
