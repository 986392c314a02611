"""A catalogue as translators write it (`.po`) → as it is looked up, or what is wrong with it."""

import string
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message


class CatalogueError(Exception):
    """A catalogue cannot be used: the `line`, and the message or the text that is wrong there."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line, self.text = line, text


def compiled_catalogue(written: bytes, language: str) -> bytes:
    """A catalogue, every translation of which has the gaps of its message and no other. Raises CatalogueError."""
    from babel.messages.mofile import write_mo  # slow to load

    catalogue = _read(written, language)
    for message in catalogue:
        for text in _texts(message.string) if message.id else ():
            if text and not _fits(text, message):
                raise CatalogueError(message.lineno or 1, text)
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


class Translated(NamedTuple):
    """A text of a catalogue: the line where its message begins, and the message with its context, its plural last."""

    line: int
    text: str
    context: str | None
    message: Sequence[str]


def translations(written: bytes, language: str) -> Iterator[Translated]:
    """Every translation of a catalogue. Raises CatalogueError."""
    for message in _read(written, language):
        if message.id:
            said = (message.context, tuple(_texts(message.id)))
            yield from (Translated(message.lineno or 1, text, *said) for text in _texts(message.string))


def _read(written: bytes, language: str) -> "Catalog":
    from babel.messages.pofile import PoFileError, read_po  # slow to load

    try:
        return read_po(BytesIO(written), locale=language, abort_invalid=True)
    except PoFileError as error:
        raise CatalogueError((error.lineno or 0) + 1, error.line or "") from None
    except (UnicodeDecodeError, ValueError, LookupError):
        raise CatalogueError(1, "") from None


def _fits(text: str, message: "Message") -> bool:
    """Whether what is to be filled in is there to be filled in."""
    try:
        return gaps(text) <= set().union(*map(gaps, _texts(message.id)))
    except ValueError:  # a brace too many
        return False


def _texts(written: object) -> Iterable[str]:
    return [str(one) for one in written] if isinstance(written, tuple | list) else [str(written or "")]


def gaps(text: str) -> set[str]:
    """The names of the gaps in a message. Raises ValueError where braces do not match."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
