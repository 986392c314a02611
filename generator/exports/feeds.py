"""Atom, sitemap, robots: what programs read. Dates are those of records and of the log of changes, not of the clock."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.content.brief import ref_of
from generator.content.record import AnyRecord
from generator.exports.change_log import KeptLog
from generator.exports.change_words import what_became
from generator.exports.former_names import first_path, permanent_name
from generator.exports.last_known import day_of_its_sources, last_day_of_sources
from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS
from generator.presenters.of_kind import presenter_of
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.text.inline import sentence_case
from generator.text.listed import kinds_listed
from generator.urls import Urls
from generator.view.outputs import Feed, FeedEntry, Link, Robots, Sitemap, SitemapEntry

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"
_ENTRIES = 50


def feed_paths(context: Context) -> Iterator[tuple[str, type[Kind] | None]]:
    """Where the feeds of a language stand: of every kind, and of each kind that has a list."""
    yield context.urls.feed(context.language), None
    yield from (
        (context.urls.feed(context.language, kind.folder), kind)
        for kind in kinds_listed(context)
        if _is_followed(context, kind)
    )


def feed_link(context: Context, kind: type[Kind]) -> Link | None:
    """The way to the feed of a kind, where it has one."""
    if not _is_followed(context, kind):
        return None
    title = context.words.text("Feed of updates: {kind}", kind=context.words.text(kind.plural))
    return Link(title, context.urls.href(context.urls.feed(context.language, kind.folder)))


@settled
def _is_followed(context: Context, kind: type[Kind]) -> bool:
    """Whether a kind has a feed: as soon as it has a record, so that the address stays; entries need a day."""
    return any(_followed(context, kind))


def _followed(context: Context, kind: type[Kind]) -> Iterator[AnyRef]:
    """The records that a feed tells of, once they have a day."""
    showcase = context.showcase
    return (ref for ref in showcase.names(kind) if kind.in_feeds and context.language in showcase.languages(ref))


@settled
def _latest(context: Context, kind: type[Kind]) -> tuple[tuple[str, str], ...]:
    """The latest verified records of a kind, newest first: the day of each, without which it has no entry, its name."""
    briefs = context.showcase.briefs
    dated = sorted(((day, ref) for ref in _followed(context, kind) if (day := briefs[ref].updated)), reverse=True)
    return tuple((day, str(ref)) for day, ref in dated[:_ENTRIES])


def feed(context: Context, changes: KeptLog, kind: type[Kind] | None = None) -> Feed:
    """The records of a kind, or of all, that were verified or changed last, newest first."""
    kinds = (kind,) if kind else KINDS
    latest = {ref_of(name): day for one in kinds for day, name in _latest(context, one)}
    followed = {ref for one in kinds for ref in _followed(context, one)}
    settings, urls, language = context.showcase.settings, context.urls, context.language
    folder = kind.folder if kind else ""
    title = f"{settings.title} – {context.words.text(kind.plural)}" if kind else settings.title
    home = urls.section(folder, language) if kind else urls.home(language)
    made = _feed(context, urls.feed(language, folder), title, home, _newest(context, changes, latest, followed))
    # Under our word for a list, whatever the owner's is: a feed whose list gets another is the same to who follows it.
    first = f"{urls.common_section(folder, language)}{made.path.rpartition('/')[2]}" if folder else made.path
    return replace(made, identifier=urls.named(first))


def dossier_feed(context: Context, changes: KeptLog, record: AnyRecord, refs: Iterable[AnyRef]) -> Feed:
    """The records of a dossier that were verified or changed last, else told by a source: newest first."""
    briefs, language = context.showcase.briefs, context.language
    told = [ref for ref in refs if language in context.showcase.languages(ref)]
    latest = {ref: day for ref in told if (day := briefs[ref].updated or day_of_its_sources(context, ref))}
    newest = _newest(context, changes, latest, told)
    title = f"{context.showcase.settings.title} – {context.title(record).text}"
    path = context.urls.dossier_file(record, "xml", language)
    told_at = context.urls.dossier(record, language)
    return replace(
        _feed(context, path, title, told_at, newest),
        identifier=context.urls.named(first_path(context.urls, record, path)),
    )


def _feed(context: Context, path: str, title: str, home: str, newest: Sequence[tuple[str, AnyRef, str]]) -> Feed:
    """A feed of the first of some records, each with its day and what became of it."""
    settings, urls, text, language = context.showcase.settings, context.urls, context.words.text, context.language
    entries = tuple(_told(FeedEntry(*_entry(context, ref, day)), said) for day, ref, said in newest[:_ENTRIES])
    banner = text("A demonstration, not an official channel.") if settings.demonstration else ""
    description = context.localised(settings.description).text
    return Feed(
        path=path,
        language=language,
        identifier=urls.named(path),
        title=title,
        subtitle=f"{description} {banner}".strip(),
        author=context.localised(settings.owner.name).text,
        href=urls.absolute(path),
        home=urls.absolute(home),
        updated=max(entry.updated for entry in entries) if entries else midnight(newest_day(context)),
        entries=entries,
    )


def _newest(
    context: Context, changes: KeptLog, verified: Mapping[AnyRef, str], followed: Collection[AnyRef]
) -> list[tuple[str, AnyRef, str]]:
    """Records by the day on which they were verified, or changed since: newest first, with what became of them."""
    latest = {ref: (day, "") for ref, day in verified.items()}
    for ref, (day, said) in _changed(context, changes, followed).items():
        if day >= latest.get(ref, ("", ""))[0]:
            latest[ref] = day, said
    return sorted(((day, ref, said) for ref, (day, said) in latest.items()), reverse=True)


def _changed(context: Context, changes: KeptLog, followed: Collection[AnyRef]) -> Mapping[AnyRef, tuple[str, str]]:
    """Those of some records that publications changed: on what day the last one did, and what."""
    found: dict[AnyRef, tuple[str, str]] = {}
    for entry in changes.seen().entries:
        for one in entry.changes:
            ref = ref_of(one.ref)
            if ref in followed and ref not in found:
                found[ref] = entry.on, what_became(context, one)
    return found


def _told(entry: FeedEntry, said: str) -> FeedEntry:
    """An entry that says what a publication changed of the record, too."""
    return replace(entry, summary=f"{sentence_case(said)}. {entry.summary}") if said else entry


def newest_day(context: Context) -> str:
    """The day of the newest entry of all, which a feed without any has, too; where none has any, of the sources."""
    days = (day for kind in KINDS for day, _ in _latest(context, kind)[:1])
    return max(days, default="") or last_day_of_sources(context)


@settled
def _entry(context: Context, ref: AnyRef, day: str) -> tuple[str, ...]:
    """A record as it was verified, published or changed on a day, at midnight UTC, by the values of its entry."""
    record = context.showcase[ref]
    path = context.urls.record(record, context.language)
    identifier = f"{permanent_name(context.urls, record)}#{context.language}"
    title, href = context.title(record).text, context.urls.absolute(path)
    said = presenter_of(record).written(context, record) or title
    if record.facts.dated_status:
        said = f"{context.status(record)}. {said}"
    return identifier, title, href, midnight(day), said


def midnight(day: str) -> str:
    """The beginning of a day, in UTC."""
    return f"{day}T00:00:00Z"


def sitemap(entries: Iterable[SitemapEntry]) -> Sitemap:
    """Every page that search engines may show, with its other languages."""
    return Sitemap(SITEMAP, tuple(entries))


def robots(urls: Urls, *, noindex: bool) -> Robots:
    """What crawlers may read: nothing, while the site is a demonstration; else all but the data of `noindex` kinds."""
    disallowed = ("/",) if noindex else tuple(_data_not_offered(urls))
    return Robots(ROBOTS, urls.absolute(SITEMAP), disallowed)


def _data_not_offered(urls: Urls) -> Iterator[str]:
    """How the addresses of data begin whose kinds search engines leave out: no file says so itself, as pages do."""
    for kind in (kind for kind in KINDS if kind.noindex):
        for language in urls.settings.languages:
            yield urls.href(urls.dataset(kind.folder, "", language))
        yield f"{urls.href(urls.section(kind.folder, urls.settings.first_language))}*.json"
