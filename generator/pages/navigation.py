"""The panes of the navigation: what each of them leads to, and in which of them a page stands."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from generator.content.brief import ref_of
from generator.content.entrances import NavigationEntry
from generator.content.record import AnyRecord
from generator.fields.values import AnyRef, Ref
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER
from generator.planned import Planned
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.text.listed import has_few, has_list, kinds_listed, list_href, list_of
from generator.view.outputs import Frame, Link
from generator.view.text import Piece

_MOST = 7
"""The panes of a site that names none."""
_RANK = 3
"""People look through the lists of what is done, measured and planned, and of who and where."""


def panes(context: Context) -> tuple[Piece, ...]:
    """The panes of a language, as far as they lead to something in it.

    A list of one or two records is none, unless no list of what is done has more.
    """
    named = context.showcase.settings.navigation
    entries = named or (NavigationEntry(to=kind.folder) for kind in browsed(context))
    left = (entry for entry in entries if not _has_few(context, entry)) if _any_longer(context) else entries
    found = tuple(one for entry in left if (one := pane(context, entry)))
    return found if named else found[:_MOST]


def _any_longer(context: Context) -> bool:
    """Whether some list of what is done, measured or planned has more than few records: who and where follow."""
    return any(kind.search_rank < _RANK and not has_few(context, kind) for kind in browsed(context))


def _has_few(context: Context, entry: NavigationEntry) -> bool:
    kind = BY_FOLDER.get(entry.to)
    return kind is not None and has_few(context, kind)


def other_lists(context: Context) -> tuple[Piece, ...]:
    """The lists to which no pane leads: of those that people look through, and of those that the owner names."""
    taken = {one.href for one in panes(context)}
    named = (BY_FOLDER[entry.to] for entry in context.showcase.settings.navigation if entry.to in BY_FOLDER)
    kinds = dict.fromkeys((*browsed(context), *(kind for kind in named if _of_a_kind(context, kind))))
    return tuple(one for kind in kinds if (one := _list(context, kind)).href not in taken)


def browsed(context: Context) -> Iterator[type[Kind]]:
    """The kinds whose lists people look through."""
    return (kind for kind in kinds_listed(context) if kind.search_rank <= _RANK and list_of(context, kind) is kind)


def pane(context: Context, entry: NavigationEntry) -> Piece | None:
    """What an entry is called and leads to, where it leads to something in this language."""
    folder, _, id_ = entry.to.partition("/")
    found = _record(context, Ref(folder, id_)) if id_ else _of_a_kind(context, BY_FOLDER[folder])
    if found is None or entry.title is None:
        return found
    title = context.localised(entry.title)
    return replace(found, text=title.text, lang=title.lang)


def _record(context: Context, ref: AnyRef) -> Piece | None:
    record = context.showcase.get(ref)
    if record is None or not context.has_page(record):
        return None
    return replace(context.title(record, short=True), href=context.href(record))


def _of_a_kind(context: Context, kind: type[Kind]) -> Piece | None:
    return _list(context, kind) if has_list(context, kind) and list_of(context, kind) is kind else None


def _list(context: Context, kind: type[Kind]) -> Piece:
    href = list_href(context, kind)
    return Piece(context.words.text(kind.plural), href=href)


# --- in which of them a page stands ---


def marked(surrounding: Frame, planned: Planned, crumbs: tuple[Link, ...]) -> Frame:
    """The frame with one pane marked: that of the page, or the nearest of those around it."""
    context = planned.context
    here = context.urls.href(planned.path)
    hrefs = {link.href for link in surrounding.navigation}
    around = _around(context, planned.section, planned.ref, crumbs)
    nearest = next((href for href in (here, *around) if href in hrefs), None)
    if nearest is None:
        return surrounding
    current = "page" if nearest == here else "true"
    return replace(surrounding, navigation=_marked(surrounding.navigation, nearest, current))


@lru_cache(maxsize=1000)
def _marked(navigation: tuple[Link, ...], href: str, current: str) -> tuple[Link, ...]:
    """The very same for all pages that mark the same pane, so that it is written once."""
    return tuple(replace(link, current=current) if link.href == href else link for link in navigation)


def pane_of(context: Context, section: str, ref: AnyRef | None = None) -> int | None:
    """The number of the pane that leads to a record, or to a list, or nearest to it."""
    hrefs = [pane.href for pane in panes(context)]
    here = [context.link(ref).href] if ref else []
    return next((hrefs.index(href) for href in (*here, *_around(context, section, ref)) if href in hrefs), None)


def _around(context: Context, section: str, ref: AnyRef | None, crumbs: tuple[Link, ...] = ()) -> Iterator[str]:
    """The addresses of what a page is part of, the nearest first: wider records, the way to it, the lists."""
    wider = [ref_of(name) for name in wider_records(context, ref)] if ref else []
    yield from (context.link(ref).href for ref in wider)
    yield from (crumb.href for crumb in reversed(crumbs))
    for folder in dict.fromkeys((section, *(ref.folder for ref in wider))):
        kind = BY_FOLDER.get(folder)
        while kind:
            yield list_href(context, kind)
            kind = BY_FOLDER.get(kind.stands_under)


@settled
def wider_records(context: Context, ref: AnyRef) -> tuple[str, ...]:
    """The records that a record is part of, the nearest first."""
    found: dict[AnyRef, None] = {}
    waiting: list[AnyRef] = [ref]
    for one in waiting:  # grows while it is read
        record = context.showcase.get(one)
        for wider in _named(record) if record else ():
            if wider not in found and wider != ref:
                found[wider] = None
                waiting.append(wider)
    return tuple(map(str, found))


def _named(record: AnyRecord) -> Iterator[AnyRef]:
    """What a record says that it is part of."""
    wider = (name for name, one in record.facts.declared.items() if one.within)
    return (ref for name in wider for ref in record.facts.refs_of(name))
