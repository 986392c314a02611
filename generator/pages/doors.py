"""The doors of the home page: what each leads to, and a picture that counts what is there and says what it counts."""

from collections import Counter

from generator.charts.enough import FEWEST
from generator.charts.time_axis import state_of
from generator.content.entrances import DoorEntry, NavigationEntry
from generator.fields.choices import Choice
from generator.fields.values import AnyRef, Ref
from generator.kinds.agreement_statuses import STATUSES
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER
from generator.pages.lists.listing import first_option
from generator.pages.navigation import browsed, pane
from generator.presenters.award_columns import award_of, columns, total
from generator.showcase.answers import settled
from generator.showcase.life import life_of
from generator.showcase.partnerships import partnerships_of
from generator.text.context import Context
from generator.text.inline import mid_sentence, sentence_case
from generator.text.listed import counted, names_listed, short_title
from generator.view.home import Door, DoorPicture, PaneRow, PaneRows, Strips

_DOORS = 4
_STRIPS = 5
_ROWS = 4


def doors(context: Context) -> tuple[Door, ...]:
    """The doors that the owner names; without any, the first panes of the navigation."""
    settings = context.showcase.settings
    named = settings.home.doors if settings.home else ()
    entries = named or settings.navigation or tuple(NavigationEntry(to=kind.folder) for kind in browsed(context))
    found = (_door(context, entry) for entry in entries)
    return tuple(door for door in found if door)[:_DOORS]


def _door(context: Context, entry: NavigationEntry) -> Door | None:
    title = pane(context, entry)
    if title is None:
        return None
    folder, _, id_ = entry.to.partition("/")
    text, picture = _of_a_record(context, Ref(folder, id_)) if id_ else _of_a_list(context, BY_FOLDER[folder])
    if isinstance(entry, DoorEntry) and entry.text:
        text = context.localised(entry.text).text
    return Door(title, text, picture)


# --- a record ---


def _of_a_record(context: Context, ref: AnyRef) -> tuple[str, DoorPicture | None]:
    """What a record is; of an award, or of a programme that has one, the projects of its editions."""
    said, found = context.summary(context.showcase[ref]), award_of(context, ref)
    if found is None:
        return said, None
    award, added = found
    return said, columns(context, award, total(context, added))


# --- a list ---


def _of_a_list(context: Context, kind: type[Kind]) -> tuple[str, DoorPicture | None]:
    refs = names_listed(context, kind)
    if kind.list_as == "register":
        return _agreements(context, refs)
    text = counted(context, refs)
    if len(refs) <= _STRIPS:
        return text, Strips(tuple(short_title(context, ref) for ref in refs))
    grouping = kind.declared[kind.grouping].item if kind.grouping in kind.declared else None
    groups = Counter(filter(None, (_group(context, ref) for ref in refs if isinstance(grouping, Choice))))
    if len(groups) < 2 or not isinstance(grouping, Choice):
        return text, PaneRows((PaneRow(len(refs), ""),))
    return text, PaneRows(tuple(_row(context, grouping, *group) for group in groups.most_common(_ROWS)))


def _row(context: Context, grouping: Choice, value: str, number: int) -> PaneRow:
    said = grouping.label(value, context.words) if number == 1 else grouping.heading(value, context.words)
    return PaneRow(number, f"{context.words.number(number)} {mid_sentence(said)}")


@settled
def _group(context: Context, ref: AnyRef) -> str:
    """The first option of the choice by which its list is divided; "" without one."""
    return first_option(context.showcase[ref].facts)


def _agreements(context: Context, refs: tuple[AnyRef, ...]) -> tuple[str, DoorPicture | None]:
    """How many there are, with how many partners, and where they stand."""
    lives = [life_of(context.showcase, ref) for ref in refs]
    found = Counter(life.status for life in lives)
    count = context.words.count
    partners = len(partnerships_of(context.showcase, refs).partners)
    said = [counted(context, refs), count("with {number} partner", "with {number} partners", partners)]
    text = " ".join(said[: 2 if partners else 1])
    if len(refs) < FEWEST:
        return text, Strips(tuple(short_title(context, ref) for ref in refs))
    rows = []
    for name in (name for name in STATUSES.options if found[name]):
        heading = sentence_case(STATUSES.heading(name, context.words))
        shown = context.words.text("{name}: {count}", name=heading, count=context.words.number(found[name]))
        rows.append(PaneRow(found[name], shown, state_of(name)))
    return text, PaneRows(tuple(rows))
