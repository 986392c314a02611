"""Rules about pictures, documents and videos."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.content.media import LONGEST_SIDE, MOST_PIXELS, OTHER_FORMATS, PICTURE_FORMATS, Class, Media
from generator.content.named_files import found, linked, named
from generator.content.prose import TextPlace
from generator.content.record import AnyRecord, Wording
from generator.fields.file_names import DEVICES, LONGEST_NAME, unusable
from generator.fields.texts import suggested_id
from generator.kinds.catalogue import WITH_PAGES
from generator.machine.run_by_servers import program_in
from generator.problems.problem import Position, Problem, problem
from generator.problems.spelling import did_you_mean
from generator.showcase.model import Showcase
from generator.words import N_, Phrase

_EXAMPLE = {"it": "Studenti al lavoro in un laboratorio", "en": "Students at work in a laboratory"}
_CREDIT = {"it": "Foto di Ada Rossi, CC BY 4.0", "en": "Photo by Ada Rossi, CC BY 4.0"}
HEAVY = 800_000
"""Bytes of a picture that it is no longer a matter of course to keep."""
_CALLED: dict[Class, Phrase] = {
    "document": Phrase(N_("a PDF document (.pdf)")),
    "video": Phrase(N_("a video in MP4 or WebM (.mp4, .webm)")),
    "subtitles": Phrase(N_("a file of WebVTT subtitles (.vtt)")),
    "other": Phrase(
        N_("of a form that can be published: .pdf, {endings}"), {"endings": [f".{e}" for e in OTHER_FORMATS]}
    ),
}


def files_are_named_where_there_is_a_page(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """What has no page beside which a file could be published, such as an introduction, names none."""
    if record.ref.folder not in WITH_PAGES:
        here = (naming for naming in linked(record) if naming.file in record.attachments)
        for naming in (*named(record), *here):
            yield problem("file-without-page", naming.place, file=naming.file)


def files_are_beside_their_record(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A picture or an attachment that a record names lies in the record's own folder."""
    if record.ref.folder not in WITH_PAGES:
        return
    for naming in named(record):
        if naming.file not in record.attachments:
            meant = nearest_file(naming.file, record.attachments)
            yield problem("missing-file", naming.place, meant=meant, file=naming.file, folder=f"{record.files_folder}/")


def files_are_what_they_are_named_for(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A file holds what its name says, and what it is named for: a picture, subtitles, a video."""
    for naming in {(one.file, one.meant): one for one in reversed([*named(record), *linked(record)])}.values():
        media = record.attachments.get(naming.file)
        if media is None:
            continue
        if "picture" in (naming.meant, media.is_a):
            if cause := _fault(media):
                yield problem("unreadable-picture", naming.place, file=naming.file, cause=cause)
        elif media.fault or naming.meant not in ("other", media.is_a):
            expected = _CALLED[media.is_a if naming.meant == "other" else naming.meant]
            yield problem("wrong-file", naming.place, file=naming.file, expected=expected)


def files_can_be_published(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A file that is published has a name that every computer and every host can keep."""
    names = [(record.ref.id, Position(record.path)), *((media.name, place) for media, place in found(record))]
    for name, place in names:
        if cause := unusable(name):
            yield problem("unpublishable-name", place, file=name, cause=cause, example=_usable(name))


def files_have_names_of_their_own(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """Two files beside a record do not share a name on computers that see no capitals, or store accents apart."""
    seen: dict[str, str] = {}
    for media, place in found(record):
        other: str | Phrase = seen.setdefault(media.name.casefold(), media.name)
        if media.is_twin:
            other = Phrase(N_("{file}, its accents stored in another way"), {"file": media.name})
        if other != media.name:
            yield problem("twin-names", place, file=media.name, other=other)


def pictures_are_not_heavy(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """The original of a picture is no larger than it need be."""
    for media, place in found(record):
        if media.is_a == "picture" and media.size > HEAVY:
            yield problem("heavy-picture", place, file=media.name, size=Decimal(media.size // 1000))


def pictures_have_alternative_text(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A picture says in words what it shows, in every language in which it is shown."""
    for language, wording in record.wordings.items():
        example = _EXAMPLE.get(language, _EXAMPLE["en"])
        if record.facts.image and not wording.alt:
            place = record.place("image") if wording.path == record.path else wording.nodes.place(("image",))
            own = wording.path == record.path
            shown_so = f"alt: {example}" if own else f"image: {{alt: {example}}}"
            yield problem("missing-alt", place, file=record.facts.image.file, example=shown_so)
        for shown in wording.prose.images:
            if not shown.alt:
                place, file = _at(wording, shown.place), shown.place.target
                yield problem("missing-alt", place, file=file, example=f"![{example}]({file})")


def pictures_in_texts_have_their_credit(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A picture in a text says whose it is and under which licence; that of the record has fields for it."""
    for language, wording in record.wordings.items():
        credit = _CREDIT.get(language, _CREDIT["en"])
        for shown in wording.prose.images:
            if not shown.credit:
                place, file = _at(wording, shown.place), shown.place.target
                example = f'![{shown.alt or "…"}]({file} "{credit}")'
                yield problem("missing-credit", place, file=file, example=example)


def documents_have_tags(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A PDF has the tags without which a screen reader cannot tell a heading from a table."""
    for media, place in found(record):
        if media.is_a == "document" and not media.tagged and not media.fault:
            yield problem("untagged-pdf", place, file=media.name)


def videos_can_be_followed_by_all(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A video has subtitles and a transcript, so it is an attachment; a version in sign language needs neither."""
    attachments = record.facts.attachments
    signed = {one.sign_language for one in attachments}
    for media, place in found(record):
        if media.is_a == "video" and not media.fault and media.name not in signed:
            beside = [one for one in attachments if one.file == media.name]
            lacking = [] if any(one.subtitles for one in beside) else [Phrase(N_("subtitles"))]
            lacking += [] if any(one.transcript for one in beside) else [Phrase(N_("a transcript"))]
            if lacking:
                yield problem("inaccessible-video", place, file=media.name, missing=lacking)


def nearest_file(written: str, names: Iterable[str]) -> tuple[str, ...]:
    """The file whose name people take for what was written: folders before it, capitals, accents and spaces set aside;
    then the only one that is called so but for its ending.
    """
    looks = {suggested_id(name): name for name in names}
    written = re.split(r"[/\\]", written.rstrip("/\\"))[-1]
    if alike := looks.get(suggested_id(written)):
        return (alike,)
    stem = suggested_id(written.rpartition(".")[0] or written)
    same = [name for name in looks.values() if suggested_id(name.rpartition(".")[0]) == stem]
    return (same[0],) if len(same) == 1 else did_you_mean(written, looks.values())


def _at(wording: Wording, spot: TextPlace) -> Position:
    return wording.place(spot.line, spot.column)


def _usable(name: str) -> str:
    """A name like it that can be kept everywhere."""
    stem, dot, ending = name.strip(" .").rpartition(".")
    usable = suggested_id(stem or ending)[: LONGEST_NAME // 4]
    usable = f"{usable}-1" if usable in DEVICES else usable
    return usable if not stem or program_in(f".{ending}") else f"{usable}{dot}{ending.lower()}"


def _fault(media: Media) -> Phrase | None:
    """Why a file is no picture that can be shown."""
    if media.is_a != "picture" or media.fault == "format":
        return Phrase(N_("it is none of {formats}"), {"formats": PICTURE_FORMATS})
    if media.fault == "large":
        limits = {"pixels": Decimal(MOST_PIXELS[media.form]), "side": Decimal(LONGEST_SIDE)}
        return Phrase(N_("it has more than {pixels} pixels, or a side longer than {side}"), limits)
    return Phrase(N_("it is damaged or incomplete")) if media.fault else None
