"""The files beside a record that it names: a picture, documents, videos with all that they need to be followed."""

from collections.abc import Mapping

from generator.fields.declare import Group, GroupOf, many, needed, optional
from generator.fields.texts import FILE, LANGUAGE, LOCALISED, TEXT
from generator.words import N_


class Image(Group):
    singular = N_("the picture")
    file: str = needed(
        FILE, N_("File"), help=N_("The name of the picture, a file in the record’s own folder."), example="molo.jpg"
    )
    alt: str | None = optional(
        TEXT,
        N_("Alternative text"),
        help=N_("What the picture shows, in a few words, for those who cannot see it."),
        example="Il molo vecchio al tramonto",
    )
    credit: str = needed(TEXT, N_("Credit"), help=N_("Who took or made the picture."), example="Ufficio comunicazione")
    licence: str = needed(
        TEXT, N_("Licence"), help=N_("The licence under which it may be published."), example="CC BY 4.0"
    )


class Subtitles(Group):
    singular = N_("the subtitles")
    file: str = needed(
        FILE,
        N_("File"),
        help=N_("The name of a WebVTT file (.vtt) in the record’s own folder."),
        example="regata.it.vtt",
    )
    language: str = needed(
        LANGUAGE, N_("Language"), help=N_("The language of the subtitles, by its code of two letters.")
    )


class Attachment(Group):
    """A file beside the record. A video has subtitles and a transcript too, perhaps a version in sign language."""

    singular = N_("an attachment")
    file: str = needed(
        FILE, N_("File"), help=N_("The name of the file, in the record’s own folder."), example="regolamento.pdf"
    )
    title: Mapping[str, str] = needed(
        LOCALISED,
        N_("Title"),
        help=N_("What the page calls the file."),
        example={"it": "Regolamento del concorso", "en": "Rules of the competition"},
    )
    language: str = needed(LANGUAGE, N_("Language"), help=N_("The language of the file, by its code of two letters."))
    subtitles: tuple[Subtitles, ...] = many(
        GroupOf(Subtitles),
        N_("Subtitles"),
        help=N_("For a video, its subtitles: a file for each language, at least one."),
    )
    transcript: str | None = optional(
        FILE,
        N_("Transcript"),
        help=N_("For a video, the name of the file that tells in writing all that is said and seen."),
        example="regata.txt",
    )
    sign_language: str | None = optional(
        FILE,
        N_("Sign language"),
        help=N_("For a video, the name of its version in sign language, where there is one."),
        example="regata-lis.webm",
    )
