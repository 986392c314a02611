"""What a record needs beside its pages: the files it refers to, and a bare page at each of its old addresses."""

from collections.abc import Iterator

from generator.content.record import Record
from generator.pages.context import Context
from generator.pages.urls import Urls, output_path
from generator.view import Copy, Redirect


def copies_of(urls: Urls, record: Record) -> Iterator[Copy]:
    """The files a record refers to; others beside it are not published."""
    facts = record.facts
    named = {attachment.file for attachment in facts.attachments}
    named |= {facts.image.file} if facts.image else set()
    for wording in record.wordings.values():
        named |= {spot.target for spot in wording.prose.links} | {spot.target for spot, _ in wording.prose.images}
    folder = record.path.rpartition("/")[0]
    for file in sorted(named & record.attachments):
        yield Copy(urls.attachment(record, file), f"{folder}/{file}")


def redirects_to(context: Context, record: Record) -> Iterator[Redirect]:
    """A bare page at each old address of a record."""
    path = context.urls.record(record, context.language)
    for old in record.facts.redirect_from:
        yield Redirect(
            path=output_path(old.removeprefix("/")),
            language=context.language,
            title=context.title(record).text,
            href=context.urls.href(path),
            canonical=context.urls.absolute(path),
        )
