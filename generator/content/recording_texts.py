"""What a recording (MP3, MP4, WebM) says of itself in its tags → the words in them; what is heard is not read."""

import re
from collections.abc import Callable, Iterator, Mapping
from io import SEEK_CUR, SEEK_END
from typing import IO

from generator.content.examination import UnexaminedError

_LARGEST = 1_000_000
"""Bytes of a tag: what is larger is no text."""
_MOST = 100_000
"""Parts of a recording that are gone through."""
_MARK = re.compile(rb"\xff\xfe|\xfe\xff")
"""What a text in UTF-16 begins with."""
_CONTROL = re.compile(r"[\0-\x08\x0b-\x1f\x7f]+")
_NO_WORDS = frozenset((b"APIC", b"PIC", b"GEOB", b"GEO", b"covr"))
"""Tags that hold pictures and other files."""
_BOXES = frozenset((b"moov", b"trak", b"mdia", b"udta", b"meta", b"ilst"))
"""The boxes of MP4 in which those with words lie."""
_OF_WORDS = frozenset((b"udta", b"meta"))
_MASTERS = frozenset(map(bytes.fromhex, "18538067 1549a966 1254c367 7373 67c8 1654ae6b ae 1043a770 45b9 b6 80".split()))
"""The elements of WebM in which those with words lie: segment, information, tags, tracks, chapters."""
_WORDS = frozenset(map(bytes.fromhex, "7ba9 4487 45a3 536e 85".split()))
"""Titles, the names and the texts of tags, names of tracks and of chapters."""


def texts_of_recording(ending: str, recording: IO[bytes]) -> Iterator[str]:
    """The texts in the tags of a recording whose name ends so. Raises UnexaminedError."""
    for tag in _TAGS[ending](recording):
        marked = _MARK.search(tag)
        text = tag[marked.start() :].decode("utf-16", "replace") if marked else tag.decode(errors="replace")
        yield from filter(None, _CONTROL.split(text))


def _of_mp3(recording: IO[bytes]) -> Iterator[bytes]:
    """The frames of ID3v2, at the beginning; ID3v1 and APE, which stand at the end."""
    head = recording.read(10)
    if head[:3] == b"ID3" and len(head) == 10:
        yield from _frames(head[3], head[5], recording.read(_seven_bits(head[6:])))
    ends = recording.seek(0, SEEK_END)
    recording.seek(max(0, ends - 128))
    last = recording.read()
    if last[:3] == b"TAG":
        yield last[3:]
        ends -= 128
    recording.seek(max(0, ends - 32))
    foot = recording.read(32)
    if foot[:8] == b"APETAGEX":
        size = int.from_bytes(foot[12:16], "little")
        recording.seek(max(0, ends - size))
        yield recording.read(min(_LARGEST, max(0, size - len(foot))))


def _frames(version: int, flags: int, tag: bytes) -> Iterator[bytes]:
    letters, head = (3, 6) if version == 2 else (4, 10)
    tag = tag.replace(b"\xff\0", b"\xff") if flags & 0x80 else tag
    at = 0
    if flags & 0x40:
        at = _seven_bits(tag[:4]) if version == 4 else 4 + int.from_bytes(tag[:4])
    while at < len(tag) and tag[at]:
        written = tag[at + letters : at + 2 * letters]
        size = _seven_bits(written) if version == 4 else int.from_bytes(written)
        if tag[at : at + letters] not in _NO_WORDS:
            frame = tag[at + head : at + head + size]
            yield b"\xfe\xff" + frame[1:] if frame[:1] == b"\2" else frame
        at += head + size


def _seven_bits(written: bytes) -> int:
    """A number of which each byte holds seven bits."""
    return sum((byte & 0x7F) << 7 * place for place, byte in enumerate(reversed(written)))


def _of_mp4(recording: IO[bytes]) -> Iterator[bytes]:
    """The boxes of what is said of it, and those of other makers, such as XMP."""
    words_until, length = 0, _length(recording)
    for _ in range(_MOST):
        begins, head = recording.tell(), recording.read(8)
        size, name = int.from_bytes(head[:4]), head[4:]
        if size == 1:
            size = int.from_bytes(recording.read(8))
        ends, inside = begins + size, recording.tell()
        if len(head) < 8 or ends > length or (ends < inside and begins >= words_until):
            return
        if ends < inside:  # QuickTime ends what is said with four bytes of nothing
            recording.seek(begins + 4)
        elif name in _BOXES:
            words_until = max(words_until, ends) if name in _OF_WORDS else words_until
            is_plain = name != b"meta" or recording.read(8)[4:] == b"hdlr"
            recording.seek(inside if is_plain else inside + 4)
        else:
            if (begins < words_until or name == b"uuid") and name not in _NO_WORDS and size <= _LARGEST:
                held = recording.read(ends - inside)
                yield held[16:] if name == b"uuid" else held
            recording.seek(ends)
    raise UnexaminedError("large")


def _of_webm(recording: IO[bytes]) -> Iterator[bytes]:
    """The elements that hold words; what is sent as it is recorded has none behind its first cluster."""
    length = _length(recording)
    for _ in range(_MOST):
        name, written = _number(recording), _number(recording)
        if name in _MASTERS and written:
            continue
        size = int.from_bytes(written) & ((1 << 7 * len(written)) - 1)
        if not name or not written or size > length - recording.tell():
            return
        if name in _WORDS and size <= _LARGEST:
            yield recording.read(size)
        else:
            recording.seek(size, SEEK_CUR)
    raise UnexaminedError("large")


def _length(recording: IO[bytes]) -> int:
    length = recording.seek(0, SEEK_END)
    recording.seek(0)
    return length


def _number(recording: IO[bytes]) -> bytes:
    """A number as EBML writes it: as many bytes as its first one tells; none where there is none."""
    first = recording.read(1)
    return first + recording.read(8 - first[0].bit_length()) if first and first[0] else b""


_TAGS: Mapping[str, Callable[[IO[bytes]], Iterator[bytes]]] = {"mp3": _of_mp3, "mp4": _of_mp4, "webm": _of_webm}
RECORDINGS = frozenset(_TAGS)
"""The endings of recordings."""
