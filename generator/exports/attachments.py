"""The files beside a record that are published."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.text.images import largest, variants
from generator.urls import Urls
from generator.view.outputs import Copy, Variant


def published(urls: Urls, record: AnyRecord) -> Iterator[Copy | Variant]:
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
            yield Copy(urls.attachment(record, file), f"{folder}/{media.stored}")
