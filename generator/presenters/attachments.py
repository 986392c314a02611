"""Files beside a record as its page offers them: a link that says what one gets, a video that all can follow."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.kinds.files import Attachment
from generator.text.context import Context
from generator.text.images import address, largest
from generator.view.parts import Track, Video
from generator.view.text import Inline, Piece

_VIDEO_TYPES = {"MP4": "video/mp4", "WebM": "video/webm"}
_TRACK = ("file", "language")
"""What a track, or a link, says of subtitles."""


def attachment(context: Context, record: AnyRecord, one: Attachment) -> Inline:
    """A link to a file, with all that one wants to know before following it: form, size, language."""
    media = record.attachments[one.file]
    title = context.localised(one.title)
    link = Piece(title.text, href=_href(context, record, one.file), lang=title.lang)
    language = context.words.language_name(one.language)
    if media.is_a == "picture":
        there = largest(context.urls, record, media)
        form = there.form.upper()
        size = context.words.text("{width} × {height} pixels", width=there.width, height=there.height)
    else:
        form, size = media.form or context.words.text("file"), context.words.size(media.size)
    said = context.phrase("{title} ({form}, {size}, {language})", title=link, form=form, size=size, language=language)
    return context.whole(one, said, "file", "title", "language", "subtitles", "transcript", "sign_language")


def companions(context: Context, record: AnyRecord, one: Attachment) -> Iterator[Inline]:
    """What goes with a file that is no video, as links."""
    for subtitles in one.subtitles:
        label, language = context.label(Attachment, "subtitles"), context.words.language_name(subtitles.language)
        said = (Piece(f"{label} ({language})", href=_href(context, record, subtitles.file)),)
        yield context.whole(subtitles, said, *_TRACK)
    for name, file in (("transcript", one.transcript), ("sign_language", one.sign_language)):
        if file:
            yield (Piece(context.label(Attachment, name), href=_href(context, record, file)),)


def video(context: Context, record: AnyRecord, one: Attachment) -> Video:
    """A video with all that makes it accessible."""
    words = context.words
    links = [attachment(context, record, one), *filter(None, (context.whole(it, (), *_TRACK) for it in one.subtitles))]
    if one.transcript:
        href = _href(context, record, one.transcript)
        links.append((Piece(words.text("Transcript of the video"), href=href),))
    if one.sign_language:
        href = _href(context, record, one.sign_language)
        links.append((Piece(words.text("The video in sign language"), href=href),))
    return Video(
        src=_href(context, record, one.file),
        media_type=_VIDEO_TYPES[record.attachments[one.file].form],
        title=context.localised(one.title),
        tracks=tuple(
            Track(
                src=_href(context, record, subtitles.file),
                kind="captions" if subtitles.language == one.language else "subtitles",
                lang=subtitles.language,
                label=words.language_name(subtitles.language),
            )
            for subtitles in one.subtitles
        ),
        links=tuple(links),
    )


def _href(context: Context, record: AnyRecord, file: str) -> str:
    return context.urls.href(address(context.urls, record, file))
