"""Answers that a server packs, whatever it was asked for."""

import zlib

_WINDOW = zlib.MAX_WBITS
_GZIP, _DEFLATE = ("gzip", "x-gzip"), "deflate"


class PackedError(Exception):
    """An answer is packed in a way that is not read, by its name; or not as it says."""


def unpacked(content: bytes, encodings: str, most: int) -> bytes:
    """What an answer holds, its first `most` bytes; `encodings` are those it says, the last applied last.

    Raises PackedError.
    """
    for name in reversed([one.strip().lower() for one in encodings.split(",")]):
        if name in ("", "identity"):
            continue
        if name not in (*_GZIP, _DEFLATE):
            raise PackedError(name)
        try:
            content = _members(content, most) if name in _GZIP else _deflated(content, most)
        except zlib.error as error:
            raise PackedError(name) from error
    return content


def _members(content: bytes, most: int) -> bytes:
    """All parts of a gzip, which may be several."""
    found = b""
    while content and len(found) < most:
        reader = zlib.decompressobj(_WINDOW | 16)
        found += reader.decompress(content, most - len(found))
        content = reader.unused_data.lstrip(b"\0")
    return found


def _deflated(content: bytes, most: int) -> bytes:
    """With a head, as the rules have it, or without, as some servers do."""
    try:
        return zlib.decompressobj(_WINDOW).decompress(content, most)
    except zlib.error:
        return zlib.decompressobj(-_WINDOW).decompress(content, most)
