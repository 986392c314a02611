"""The files beside a record that are published."""

from collections.abc import Iterator

from generator.content.named_files import linked, named
from generator.content.record import AnyRecord
from generator.text.images import largest, variants
from generator.urls import Urls
from generator.view.outputs import Copy, Variant


def published(urls: Urls, record: AnyRecord) -> Iterator[Copy | Variant]:
    """The files a record refers to; others beside it are not published, nor is the original of a picture."""
    namings = (*named(record), *linked(record))
    files = {naming.file for naming in namings}
    shown = {naming.file for naming in namings if naming.meant == "picture"}
    for file, media in sorted(record.attachments.items()):
        if file in shown:
            yield from variants(urls, record, media)
        elif file in files and media.is_a == "picture":
            yield largest(urls, record, media)
        elif file in files:
            yield Copy(urls.attachment(record, file), f"{record.files_folder}/{media.stored}")
