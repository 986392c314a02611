"""Atom, sitemap, robots: what programs read. Their dates come from the records, never from the clock."""

from collections.abc import Iterable, Iterator

from generator.content.record import AnyRecord
from generator.kinds.base import Kind
from generator.text.context import Context
from generator.text.listed import kinds_listed
from generator.urls import Urls, tag
from generator.view.outputs import Feed, FeedEntry, Link, Robots, Sitemap, SitemapEntry

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"
_ENTRIES = 50


def feeds(context: Context) -> Iterator[Feed]:
    """The latest verified records of a language, newest first: of every kind, and of each kind that has a list."""
    records = [record for record in context.showcase.every() if _is_fed(context, record)]
    records.sort(key=lambda record: (_updated(record), record.ref), reverse=True)
    yield _feed(context, records)
    for kind in kinds_listed(context):
        if found := [record for record in records if record.ref.folder == kind.folder]:
            yield _feed(context, found, kind)


def feed_paths(context: Context) -> Iterator[str]:
    """Where the feeds of a language stand."""
    yield context.urls.feed(context.language)
    yield from (
        context.urls.feed(context.language, kind.folder) for kind in kinds_listed(context) if feed_link(context, kind)
    )


def feed_link(context: Context, kind: type[Kind]) -> Link | None:
    """The way to the feed of a kind, where it has one."""
    if not any(_is_fed(context, record) for record in context.showcase.of(kind)):
        return None
    title = context.words.text("Feed of updates: {kind}", kind=context.words.text(kind.plural))
    return Link(title, context.urls.href(context.urls.feed(context.language, kind.folder)))


def _feed(context: Context, records: list[AnyRecord], kind: type[Kind] | None = None) -> Feed:
    settings, urls, text, language = context.showcase.settings, context.urls, context.words.text, context.language
    folder = kind.folder if kind else ""
    path = urls.feed(language, folder)
    entries = tuple(_entry(context, record) for record in records[:_ENTRIES])
    banner = text("Demonstration, not an official channel.") if settings.demonstration else ""
    description = context.localised(settings.description).text
    return Feed(
        path=path,
        language=language,
        identifier=urls.absolute(path),
        title=f"{settings.title} – {text(kind.plural)}" if kind else settings.title,
        subtitle=f"{description} {banner}".strip(),
        author=context.localised(settings.owner.name).text,
        href=urls.absolute(path),
        home=urls.absolute(urls.section(folder, language) if kind else urls.home(language)),
        updated=max((entry.updated for entry in entries), default="1970-01-01T00:00:00Z"),
        entries=entries,
    )


def _is_fed(context: Context, record: AnyRecord) -> bool:
    return context.has_page(record) and record.facts.in_feeds and not record.facts.withdrawn


def _updated(record: AnyRecord) -> str:
    """The day of the last verification or publication, at midnight UTC."""
    days = [day.last for day in (record.facts.verified_on, record.facts.publish_on) if day]
    return f"{max(days).isoformat()}T00:00:00Z" if days else "1970-01-01T00:00:00Z"


def _entry(context: Context, record: AnyRecord) -> FeedEntry:
    path = context.urls.record(record, context.language)
    identifier = f"{tag(context.showcase.settings, record.ref)}#{context.language}"
    title = context.title(record).text
    return FeedEntry(identifier, title, context.urls.absolute(path), _updated(record), context.summary(record) or title)


def sitemap(entries: Iterable[SitemapEntry]) -> Sitemap:
    """Every page that search engines may show, with its other languages."""
    return Sitemap(SITEMAP, tuple(entries))


def robots(urls: Urls, *, noindex: bool) -> Robots:
    """What crawlers may read: nothing, while the site is a demonstration."""
    return Robots(ROBOTS, urls.absolute(SITEMAP), disallow_all=noindex)
