"""What a record needs beside its pages: the files it refers to, and a bare page at each of its old addresses."""

from collections.abc import Iterator, Mapping

from generator.content.record import Record
from generator.kinds.types.values import Ref
from generator.problems.problem import Place, Problem, problem
from generator.showcase.model import Showcase
from generator.text.context import Context
from generator.text.images import largest, variants
from generator.urls import Urls, output_path
from generator.view.page import Copy, Redirect, Variant


def published(urls: Urls, record: Record) -> Iterator[Copy | Variant]:
    """The files a record refers to; others beside it are not published, nor is the original of a picture."""
    facts = record.facts
    shown = {facts.image.file} if facts.image else set()
    named: set[str | None] = set()
    for one in facts.attachments:
        named |= {one.file, one.transcript, one.sign_language, *(subtitles.file for subtitles in one.subtitles)}
    for wording in record.wordings.values():
        named |= {link.target for link in wording.prose.links}
        shown |= {picture.place.target for picture in wording.prose.images}
    folder = record.path.rpartition("/")[0]
    for file, media in sorted(record.attachments.items()):
        if file in shown:
            yield from variants(urls, record, media)
        elif file in named and media.is_a == "picture":
            yield largest(urls, record, media)
        elif file in named:
            yield Copy(urls.attachment(record, file), f"{folder}/{file}")


def overwritten(showcase: Showcase, urls: Urls, beside: Mapping[Ref, tuple[Copy | Variant, ...]]) -> Iterator[Problem]:
    """Files beside a record that would have the address of its page, of its data or of each other."""
    for ref, found in beside.items():
        record = showcase[ref]
        page = output_path(urls.record(record, showcase.settings.first_language))
        taken = {page: record.path, urls.data(record): record.path}
        for file in found:
            other = taken.setdefault(file.path, file.source)
            if other != file.source:
                yield problem("same-address", Place(file.source), address=f"/{file.path}", other=other)


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
