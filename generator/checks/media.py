"""Rules about pictures and files."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.content.record import Record
from generator.problems.problem import Place, Problem, problem
from generator.showcase.model import Showcase

_EXAMPLE = {"it": "Studenti al lavoro in un laboratorio", "en": "Students at work in a laboratory"}


def files_are_beside_their_record(showcase: Showcase) -> Iterator[Problem]:
    """A picture or an attachment that a record names lies in the record's own folder."""
    for record in showcase.records.values():
        if record.facts.image:
            yield from _missing(record, record.facts.image.file, record.place("image", "file"))
        for number, attachment in enumerate(record.facts.attachments):
            yield from _missing(record, attachment.file, record.place("attachments", number, "file"))
        for wording in record.wordings.values():
            for spot, _ in wording.prose.images:
                yield from _missing(record, spot.target, wording.spot(spot.line, spot.column))


def _missing(record: Record, file: str, place: Place) -> Iterator[Problem]:
    if file not in record.attachments:
        folder = PurePosixPath(record.path).parent
        own = folder if folder.name == record.ref.id else folder / record.ref.id
        yield problem("missing-file", place, file=file, folder=f"{own}/")


def pictures_have_alternative_text(showcase: Showcase) -> Iterator[Problem]:
    """A picture says in words what it shows, in every language in which it is shown."""
    for record in showcase.records.values():
        for language, wording in record.wordings.items():
            example = _EXAMPLE.get(language, _EXAMPLE["en"])
            if record.facts.image and not wording.alt:
                place = record.place("image") if wording.path == record.path else Place(wording.path)
                yield problem("missing-alt", place, file=record.facts.image.file, example=f"alt: {example}")
            for spot, alt in wording.prose.images:
                if not alt:
                    place = wording.spot(spot.line, spot.column)
                    yield problem("missing-alt", place, file=spot.target, example=f"![{example}]({spot.target})")
