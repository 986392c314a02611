"""How much of a file is looked through for personal data, and why one cannot be."""

from collections.abc import Iterator
from typing import IO, Literal

Unexamined = Literal["", "locked", "damaged", "form", "large", "many"]
"""Why not all of a file is looked through: it is protected, damaged, in a form that is not known, too large, or enough
is found already."""
MOST_UNPACKED = 64_000_000
"""Bytes that are read of a file and of what is packed in it."""
_DEEPEST = 4
"""So many files are opened one within another."""


class UnexaminedError(Exception):
    """A file, or one in it, cannot be looked through."""

    def __init__(self, cause: Unexamined) -> None:
        super().__init__(cause)
        self.cause: Unexamined = cause


class Examination:
    """What may still be read of one file, and whether anything in it could not be. Raises UnexaminedError."""

    def __init__(self) -> None:
        self._left, self._deep = MOST_UNPACKED, 0
        self.unexamined: Unexamined = ""

    def read(self, stream: IO[bytes], size: int = MOST_UNPACKED) -> bytes:
        """The next bytes of a stream."""
        try:
            part = stream.read(min(size, self._left + 1))
        except Exception as error:  # a damaged archive can make its reader fail in any way
            raise UnexaminedError("damaged") from error
        self._left -= len(part)
        if self._left < 0:
            raise UnexaminedError("large")
        return part

    def part(self, texts: Iterator[str]) -> Iterator[str]:
        """The texts of the file or of one in it, up to what cannot be read, which is noted."""
        self._deep += 1
        try:
            if self._deep > _DEEPEST:
                raise UnexaminedError("large")
            yield from texts
        except UnexaminedError as error:
            self.unexamined = self.unexamined or error.cause
        finally:
            self._deep -= 1
