"""What is wrong with the addresses of a site, told before any page is made: two things for one, and links to none."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urlsplit

from generator.content.brief import own_addresses
from generator.content.named_files import found
from generator.content.nodes import Nodes
from generator.content.site_file import SITE_FILE
from generator.exports.catalogue_rdf import CATALOGUE_FORMS
from generator.exports.feeds import ROBOTS, SITEMAP, feed_paths
from generator.exports.redirects import redirect_at
from generator.fields.values import AnyRef
from generator.fields.walk import leaves
from generator.kinds.catalogue import BY_FOLDER
from generator.pages.board.bar_pictures import edition_files
from generator.pages.frozen_tables import snapshot_files
from generator.pages.not_found import PATH as NOT_FOUND
from generator.pages.search import BUNDLE
from generator.pages.site_map import SiteMap, contact_of, data_of, moved
from generator.pages.social_cards import cards_of
from generator.planned import Planned, RecordFile
from generator.problems.problem import Position, Problem, problem
from generator.problems.spelling import did_you_mean
from generator.showcase.headings import headings
from generator.showcase.model import Showcase
from generator.text.anchors import source_anchor, text_anchor
from generator.urls import output_path
from generator.view.outputs import Redirect
from generator.words import N_, Phrase

_Name = str | Phrase
"""What has an address is called: a file by its path."""
_ORDER = ("data", "table", "feed", "calendar", "workbook", "pdf", "attachment", "redirect")
"""Whose address is the same as that of one before must give way."""
_SITE = Phrase(N_("a page of the site itself"))
_FOLDERS = frozenset({"assets", BUNDLE.strip("/")})
"""Of files that the site has for itself, in which no page stands."""


class Answering(NamedTuple):
    """Addresses of a site without its base path, each with the record that answers there, if it is one's."""

    pages: Mapping[str, AnyRef | None]
    old: Mapping[str, AnyRef | None]
    """Those that lead to where a page is."""


def answering(site_map: SiteMap) -> Answering:
    """Where a site answers."""
    others: dict[str, AnyRef | None] = {f"/{one.path.removesuffix('index.html')}": None for one in moved(site_map)}
    moved_ones = [one for one in site_map.files if one.is_a == "redirect"]
    of_records = {one.source.removesuffix("index.html"): one.ref for one in moved_ones}
    return Answering({f"/{page.path}": page.ref for page in site_map.pages}, others | of_records)


def files_of_the_site(site_map: SiteMap) -> set[str]:
    """The paths of all files that are planned."""
    pages = (output_path(page.path) for page in site_map.pages)
    paths = {*pages, *(file.path for file in site_map.files), *_of_the_site(site_map)}
    return paths | {old for path in paths for old in site_map.former.paths(path)}


def redirects(site_map: SiteMap) -> Iterator[Redirect]:
    """Every page that only leads elsewhere: at old addresses of records, of lists and of their parts."""
    context = site_map.contexts[0]
    for file in (one for one in site_map.files if one.is_a == "redirect"):
        record = context.showcase.records[file.ref]
        yield redirect_at(context, record, file.path.removesuffix("index.html"), file.to)
    yield from moved(site_map)


def address_problems(site_map: SiteMap, settings: Nodes) -> list[Problem]:
    """Every fault of the addresses that are planned; `settings` are the site's as they are written."""
    taken = _Taken(site_map.contexts[0].showcase, settings)
    # The pages every site has come first: whose address is the same must give way to them.
    for page in sorted(site_map.pages, key=lambda page: (page.ref is not None, _is_renamed(page))):
        taken.by_page(page)
    for file in sorted(site_map.files, key=lambda file: _ORDER.index(file.is_a)):
        taken.by_file(file)
    _take_former_ids(taken, site_map)
    taken.problems += _former_lists(site_map, settings)
    return [
        *taken.problems,
        *_lost_links(site_map, settings, {*files_of_the_site(site_map), *site_map.as_it_is}),
    ]


def _former_lists(site_map: SiteMap, settings: Nodes) -> Iterator[Problem]:
    """Words that the addresses of lists had before, and that others have now."""
    pages = {page.path: page for page in site_map.pages}
    context = site_map.contexts[0]
    for number, owned in enumerate(context.showcase.settings.kinds):
        for nth, word in enumerate(owned.former_addresses):
            for language in context.showcase.settings.languages:
                if other := pages.get(f"{context.urls.home(language)}{word}/"):
                    place, address = (
                        settings.place(("kinds", number, "former_addresses", nth)),
                        other.context.urls.href(other.path),
                    )
                    yield problem("same-address", place, address=address, other=_called(other))


def _take_former_ids(taken: "_Taken", site_map: SiteMap) -> None:
    """An id that a record had before stands for it still, in its data and its permanent name."""
    led = {file.path for file in site_map.files if file.is_a == "redirect"}
    for file in (one for one in site_map.files if one.is_a == "data"):
        for folder, old in site_map.former.below(file.path):
            if folder.ref == file.ref and output_path(folder.old) not in led:
                taken.by_file(RecordFile(folder.ref, old, "redirect", f"/{folder.old}", folder.number))


def _is_renamed(page: Planned) -> bool:
    """Whether it stands under the owner's own word for a list."""
    return bool(page.context.showcase.settings.list_address(page.section, page.context.language))


def _of_the_site(site_map: SiteMap) -> Iterator[str]:
    """The files that the site has for itself: those that programs read, and the cards."""
    yield from (NOT_FOUND, SITEMAP, ROBOTS)
    cards = {context.language: cards_of(context, "") for context in site_map.contexts}
    yield from {cards[page.context.language].card(page.section, page.ref).path: None for page in site_map.pages}
    yield from (one.path for one in moved(site_map))
    yield from (one.path for one in snapshot_files(site_map.contexts[0].urls, site_map.frozen))
    first = site_map.contexts[0]
    yield from (one.path for one in contact_of(site_map))
    yield from map(first.urls.catalogue, CATALOGUE_FORMS)
    yield from (path for path, _ in edition_files(site_map.pages))
    for context in site_map.contexts:
        yield from (path for path, _ in chain(feed_paths(context), data_of(context, site_map.changes)))


class _Taken:
    """The addresses that are taken, each by whom, as computers without capitals see them."""

    def __init__(self, showcase: Showcase, settings: Nodes) -> None:
        self.showcase, self.settings = showcase, settings
        self.problems: list[Problem] = []
        self.paths: set[str] = set()
        """The files that answer, by their path."""
        self._owners: dict[str, tuple[object, Callable[[], _Name]]] = {}

    def by_page(self, page: Planned) -> None:
        """A page stands at a path."""
        owner = self._record(page.ref) if page.ref else (id(page), partial(_called, page))
        if other := self._take(output_path(page.path), owner):
            place = self.showcase.records[page.ref].place("address") if page.ref else self._renamed(page)
            self._tell(place, page.context.urls.href(page.path), other)

    def by_file(self, file: RecordFile) -> None:
        """A file stands beside the page of a record, or at an old address of it."""
        if file.is_a == "data":
            self._take(file.path, self._record(file.ref))
        elif file.is_a == "attachment":
            if other := self._take(file.path, (file.source, lambda: file.source)):
                self._tell(self._naming(file), f"/{file.path}", other)
        elif other := self._take(file.path, ((file.ref, file.number), self._record(file.ref)[1])):
            place = self.showcase.records[file.ref].place("redirect_from", file.number)
            self._tell(place, file.source, other)

    def _naming(self, file: RecordFile) -> Position:
        """Where its record names the file of which an attachment is made."""
        stored = file.source.rpartition("/")[2]
        return next(place for media, place in found(self.showcase.records[file.ref]) if media.stored == stored)

    def _record(self, ref: AnyRef) -> tuple[object, Callable[[], _Name]]:
        return ref, lambda: self.showcase.briefs[ref].path

    def _renamed(self, page: Planned) -> Position:
        """Where the owner's word for a list is written, or the settings as a whole."""
        for number, one in enumerate(page.context.showcase.settings.kinds):
            at = ("kinds", number, "address", page.context.language)
            if one.kind == page.section and at in self.settings.values:
                return self.settings.place(at)
        return Position(SITE_FILE)

    def _take(self, path: str, owner: tuple[object, Callable[[], _Name]]) -> _Name:
        """Take a path for an owner, who has a name; the name of who had it before, if somebody else did."""
        self.paths.add(path)
        seen = (path if path.isascii() else unicodedata.normalize("NFC", path)).casefold()
        if seen.partition("/")[0] in _FOLDERS:
            return _SITE
        other, name = self._owners.setdefault(seen, owner)
        return "" if other == owner[0] else name()

    def _tell(self, place: Position, address: str, other: _Name) -> None:
        self.problems.append(problem("same-address", place, address=address, other=other))


def _called(page: Planned) -> _Name:
    """What a page of no record is called."""
    context, kind = page.context, BY_FOLDER.get(page.section)
    if kind and page.path == context.urls.section(page.section, context.language):
        return Phrase(N_("the list “{kind}”"), {"kind": Phrase(kind.plural)})
    return _SITE


def _lost_links(site_map: SiteMap, settings: Nodes, paths: set[str]) -> Iterator[Problem]:
    """Links to the site's own address at which nothing stands; whole addresses are checked like any other.

    What a link may name inside a page is a part of a record's text or a source: nothing else keeps its name, and a bare
    page that only leads elsewhere has neither.
    """
    showcase = site_map.contexts[0].showcase
    base = urlsplit(showcase.settings.base_url)
    pages = {output_path(page.path): page for page in site_map.pages}
    redirects = (file for file in site_map.files if file.is_a == "redirect")
    left = {file.path: file for file in redirects if file.number < len(showcase.briefs[file.ref].former)}
    written = own_addresses(_of_the_settings(showcase, settings), showcase.settings)
    for target, place in chain(*(brief.own_addresses for brief in showcase.briefs.values()), written):
        there = urlsplit(target)
        within, path = (there.path or "/").startswith(base.path), there.path.removeprefix(base.path)
        file = output_path(unquote(path))
        if not within or file not in paths:
            yield problem("broken-link", place, target=target)
        elif there.fragment and file.endswith(".html"):
            page = pages.get(file)
            anchor, known = unquote(there.fragment), _parts(page) if page else []
            if page and page.ref and known and anchor not in known:
                meant = did_you_mean(anchor, known)
                yield problem("unknown-anchor", place, meant=meant, id=page.ref.id, anchor=anchor, known=known)
            elif file in left:
                yield problem("record-moved", place, was=target, now=_now_at(site_map, left[file]))
            elif anchor not in known:
                yield problem("broken-link", place, meant=(urldefrag(target).url,), target=target)


def _now_at(site_map: SiteMap, left: RecordFile) -> str:
    """The whole address of the page to which the one leads that stands where a record was."""
    first = site_map.contexts[0]
    record = first.showcase.records[left.ref]
    return redirect_at(first, record, left.path.removesuffix("index.html"), left.to).canonical


def parts_by_path(site_map: SiteMap) -> Callable[[str], frozenset[str] | None]:
    """Tells of the page of a record, by the path of its file, what may be linked inside it; None of any other file."""
    pages = {output_path(page.path): page for page in site_map.pages if page.ref}
    return lambda path: frozenset(_parts(pages[path])) if path in pages else None


def _parts(page: Planned) -> list[str]:
    """What may be linked inside a page: the parts of a record's text, each of its sources, and all of them."""
    record = page.context.showcase.records[page.ref] if page.ref else None
    if record is None or record.facts.withdrawn:
        return []
    of_text = map(text_anchor, headings(page.context.showcase, record, page.context.language))
    numbered = [source_anchor(number) for number, _ in enumerate(record.facts.sources, 1)]
    return [*of_text, *(["sources", *numbered] if numbered else [])]


def _of_the_settings(showcase: Showcase, settings: Nodes) -> Iterator[tuple[str, Position]]:
    """Every text of the settings that may be a link."""
    for way, _, value in leaves(showcase.settings):
        if isinstance(value, str) and way != ("base_url",):
            yield value, settings.place(way)
