"""What is wrong with the addresses of a site, told before any page is made: two things for one, and links to none."""

import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from generator.content.record import AnyRecord
from generator.exports.attachments import published
from generator.fields.declare import leaves
from generator.fields.web import UrlType
from generator.pages.site_map import SiteMap
from generator.planned import Planned
from generator.problems.problem import Place, Problem, problem
from generator.showcase.model import Showcase
from generator.text.context import Context
from generator.urls import output_path


def address_problems(site_map: SiteMap) -> list[Problem]:
    """Every fault of the addresses that are planned."""
    context = site_map.contexts[0]
    taken = _Taken(context.words.text("a page of the site itself"))
    # The pages every site has come first: whose address is the same must give way to them.
    for page in sorted(site_map.pages, key=lambda page: page.record is not None):
        taken.by_page(page)
    records = context.showcase.records.values()
    for record in records:
        taken.by_files(context, record)
    for record in records:
        taken.by_redirects(record)
    return [*taken.problems, *_lost_links(context.showcase, taken.paths)]


class _Taken:
    """The addresses that are taken, each by whom, as computers without capitals see them."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.problems: list[Problem] = []
        self.paths: set[str] = set()
        """The files that answer, by their path."""
        self._owners: dict[str, tuple[object, str]] = {}

    def by_page(self, page: Planned) -> None:
        """A page stands at a path."""
        context, path, record = page.context, page.path, page.record
        owner = (record.ref, record.path) if record else (id(page), self.site)
        if other := self._take(output_path(path), owner):
            place = record.place("address") if record else Place("content/site.yaml")
            self._tell(place, context.urls.href(path), other)
        if record and path == context.urls.record(record, context.first_language):
            self._take(context.urls.data(record), owner)

    def by_files(self, context: Context, record: AnyRecord) -> None:
        """The files of a record stand beside its page."""
        for file in published(context.urls, record):
            if other := self._take(file.path, (file.source, file.source)):
                self._tell(Place(file.source), f"/{file.path}", other)

    def by_redirects(self, record: AnyRecord) -> None:
        """A record was at old addresses."""
        for number, old in enumerate(record.facts.redirect_from):
            if other := self._take(output_path(old.removeprefix("/")), ((record.ref, number), record.path)):
                self._tell(record.place("redirect_from", number), old, other)

    def _take(self, path: str, owner: tuple[object, str]) -> str:
        """Take a path for an owner, who has a name; the name of who had it before, if somebody else did."""
        self.paths.add(path)
        other, name = self._owners.setdefault(unicodedata.normalize("NFC", path).casefold(), owner)
        return "" if other == owner[0] else name

    def _tell(self, place: Place, address: str, other: str) -> None:
        self.problems.append(problem("same-address", place, address=address, other=other))


def _lost_links(showcase: Showcase, paths: set[str]) -> Iterator[Problem]:
    """Links to the site's own address at which nothing stands; whole addresses are checked like any other."""
    base = urlsplit(showcase.settings.base_url)
    for record in showcase.records.values():
        for place, target in _whole_addresses(record):
            there = urlsplit(target)
            if (there.scheme, there.netloc) != (base.scheme, base.netloc):
                continue
            path = unquote(there.path.removeprefix(base.path)) if there.path.startswith(base.path) else None
            if path is None or output_path(path) not in paths:
                yield problem("broken-link", place, target=target)


def _whole_addresses(record: AnyRecord) -> Iterator[tuple[Place, str]]:
    """Every web address that a record's page links: in its texts and its facts."""
    for wording in record.wordings.values():
        yield from ((wording.place(link.line, link.column), link.target) for link in wording.prose.links)
    for location, field, value in leaves(record.facts):
        if isinstance(field.item, UrlType):
            yield record.place(*location), value
