"""The files beside a record that it names or links, and where: these are published, and no other."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.content.media import Class, Media
from generator.content.record import AnyRecord
from generator.problems.problem import Position


class Naming(NamedTuple):
    """A file that a record names, where, and what it is to be there; "other" is anything."""

    file: str
    place: Position
    meant: Class = "other"


def named(record: AnyRecord) -> Iterator[Naming]:
    """Every file that a record names, but those that its texts only link, each time it does."""
    facts = record.facts
    if facts.image:
        yield Naming(facts.image.file, record.place("image", "file"), "picture")
    for number, attachment in enumerate(facts.attachments):
        at = ("attachments", number)
        yield Naming(attachment.file, record.place(*at, "file"))
        for nth, one in enumerate(attachment.subtitles):
            yield Naming(one.file, record.place(*at, "subtitles", nth, "file"), "subtitles")
        if attachment.transcript:
            yield Naming(attachment.transcript, record.place(*at, "transcript"))
        if attachment.sign_language:
            yield Naming(attachment.sign_language, record.place(*at, "sign_language"), "video")
    for wording in record.wordings.values():
        for shown in wording.prose.images:
            yield Naming(shown.place.target, wording.place(shown.place.line, shown.place.column), "picture")


def linked(record: AnyRecord) -> Iterator[Naming]:
    """Every file that a text of the record links; a link to anything else is among them."""
    for wording in record.wordings.values():
        for link in wording.prose.links:
            yield Naming(link.target, wording.place(link.line, link.column))


def found(record: AnyRecord) -> Iterator[tuple[Media, Position]]:
    """Every file beside a record that it names or links, and where it does first."""
    places = {naming.file: naming.place for naming in reversed([*named(record), *linked(record)])}
    for file, place in places.items():
        if file in record.attachments:
            yield record.attachments[file], place
