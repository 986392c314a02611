"""Atom, sitemap, robots: what programs read. Their dates come from the records, never from the clock."""

from collections.abc import Iterable

from generator.content.record import Record
from generator.pages.context import Context
from generator.pages.urls import Urls, tag
from generator.view import Feed, FeedEntry, Page, Robots, Sitemap, SitemapEntry

_ENTRIES = 50


def feed(context: Context) -> Feed:
    """The latest verified records of a language, newest first."""
    settings, urls, text = context.showcase.settings, context.urls, context.words.text
    records = [record for record in context.showcase.records.values() if _is_fed(context, record)]
    records.sort(key=lambda record: (_updated(record), record.ref), reverse=True)
    entries = tuple(_entry(context, record) for record in records[:_ENTRIES])
    banner = text("Demonstration, not an official channel.") if settings.demonstration else ""
    description = context.localised(settings.description).text
    return Feed(
        path=urls.feed(context.language),
        language=context.language,
        identifier=urls.absolute(urls.feed(context.language)),
        title=settings.title,
        subtitle=f"{description} {banner}".strip(),
        author=context.localised(settings.owner.name).text,
        href=urls.absolute(urls.feed(context.language)),
        home=urls.absolute(urls.home(context.language)),
        updated=max((entry.updated for entry in entries), default="1970-01-01T00:00:00Z"),
        entries=entries,
    )


def _is_fed(context: Context, record: Record) -> bool:
    kept_out = ("people", "sources", "pages", "areas", "organisations")
    return context.has_page(record) and record.ref.folder not in kept_out and not record.facts.withdrawn


def _updated(record: Record) -> str:
    """The day of the last verification or publication, at midnight UTC."""
    days = [day.last for day in (record.facts.verified_on, record.facts.publish_on) if day]
    return f"{max(days).isoformat()}T00:00:00Z" if days else "1970-01-01T00:00:00Z"


def _entry(context: Context, record: Record) -> FeedEntry:
    path = context.urls.record(record, context.language)
    identifier = f"{tag(context.showcase.settings, record.ref)}#{context.language}"
    title = context.title(record).text
    return FeedEntry(identifier, title, context.urls.absolute(path), _updated(record), context.summary(record) or title)


def sitemap(pages: Iterable[Page]) -> Sitemap:
    """Every page that search engines may show, with its other languages."""
    entries = tuple(
        SitemapEntry(page.canonical, _modified(page), page.alternates) for page in pages if not page.noindex
    )
    return Sitemap("sitemap.xml", entries)


def _modified(page: Page) -> str:
    return next((piece.datetime for piece in page.verified if piece.datetime), "")


def robots(urls: Urls, *, noindex: bool) -> Robots:
    """What crawlers may read: nothing, while the site is a demonstration."""
    return Robots("robots.txt", urls.absolute("sitemap.xml"), disallow_all=noindex)
