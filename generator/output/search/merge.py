"""Indexes of some pages each → one index of all of them, the same that Pagefind would have made of them together.

Pages have numbers in the order in which they stand; an index says for each word in which pages it is, and where. So the
pages of one part follow those of another, and what is said of them is copied as it stands, but for the number of the
first. Nothing is compressed, since compressed bytes would depend on the machine's zlib; the browser's side reads both.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple, TypeAlias

import cbor2

HEAD = b"pagefind_dcd"
"""How each file begins that Pagefind's side in the browser reads."""
FIELDS = ("date", "image", "image_alt", "kind", "names", "title")
"""The metadata that is searched, as numbered in the index: the same in every part, whatever its pages have."""
FRAGMENT = "fragment/{}.pf_fragment"
"""Where what is shown of a page lies, by its name."""
_CHUNK = 1_000
"""Places of words in a file of the index, some 3 KB of them: a search asks for one such file a word."""
_SIGNS, _LENGTH = "0123456789abcdefghijklmnopqrstuvwxyz", 9
"""What names of files are made of: in so few signs a start that names them all weighs a tenth less than in sixteen."""


class Run(NamedTuple):
    """Pages in a row that have a word: how many, in how many places, and what the index says of them.

    `head` and `rest` are said of the first, whose number depends on the parts before, and of the others.
    """

    length: int
    size: int
    first: int
    last: int
    head: bytes
    rest: bytes


Forms: TypeAlias = Sequence[tuple[str, Run]]
"""The pages that have a word in each form that it is written in besides the plain one."""


@dataclass(frozen=True)
class PartialIndex:
    """The index of some pages."""

    pages: Sequence[tuple[bytes, int]]
    """Of each page what is shown of it, as a file, and of how many words it is."""
    filters: Mapping[str, Mapping[str, Sequence[int]]]
    """The numbers of the pages by each value of each filter."""
    words: Mapping[str, tuple[Run, Forms]]


@dataclass(frozen=True)
class SearchIndex:
    """The index of all pages: its files by their paths, and what leads to them."""

    files: Mapping[str, bytes]
    pages: Sequence[tuple[str, int]]
    """Of each page the name of its fragment, and of how many words it is."""
    chunks: Sequence[tuple[str, str, str]]
    """Between which words each file of words is, and its name."""
    filters: Mapping[str, Mapping[str, Sequence[int]]]
    """The numbers of the pages by each value of each filter."""


class _Chunk(NamedTuple):
    first: str
    last: str
    said: bytes


def merged(parts: Sequence[PartialIndex]) -> SearchIndex:
    """The index of the pages of all parts, each file named after what it holds."""
    files: dict[str, bytes] = {}

    def named(form: str, data: bytes) -> str:
        name = _name(data)
        files[form.format(name)] = data
        return name

    pages = [(named(FRAGMENT, shown), words) for part in parts for shown, words in part.pages]
    chunks = list(_chunks(parts))
    names = [named("index/{}.pf_index", HEAD + b"\x81" + chunk.said) for chunk in chunks]
    bounds = [(*bound, name) for bound, name in zip(_bounds(chunks), names, strict=True)]
    return SearchIndex(files, pages, bounds, _filters(parts))


def _name(data: bytes) -> str:
    """What a file is called after what it holds."""
    number, signs = int.from_bytes(sha256(data).digest(), "big"), list[str]()
    for _ in range(_LENGTH):
        number, sign = divmod(number, len(_SIGNS))
        signs.append(_SIGNS[sign])
    return "".join(signs)


def _starts(parts: Sequence[PartialIndex]) -> Iterator[tuple[int, PartialIndex]]:
    """Each part with the number of its first page."""
    start = 0
    for part in parts:
        yield start, part
        start += len(part.pages)


def _filters(parts: Sequence[PartialIndex]) -> dict[str, dict[str, list[int]]]:
    found: dict[str, dict[str, list[int]]] = {}
    for start, part in _starts(parts):
        for name, values in part.filters.items():
            for value, numbers in values.items():
                found.setdefault(name, {}).setdefault(value, []).extend(start + number for number in numbers)
    return {name: dict(sorted(values.items())) for name, values in sorted(found.items())}


def _chunks(parts: Sequence[PartialIndex]) -> Iterator[_Chunk]:
    """All words in their order, cut where a file has enough, and before a word that is enough by itself.

    So who asks for “idrogeno” need not have “il”. Not after a word with which the next begins: where a file ends with
    “mil”, Pagefind asks for it for “milano” too.
    """
    found: dict[str, list[tuple[int, tuple[Run, Forms]]]] = {}
    for start, part in _starts(parts):
        for word, where in part.words.items():
            found.setdefault(word, []).append((start, where))
    words, told, size = list[str](), list[bytes](), 0
    for word, everywhere in sorted(found.items()):
        said, places = _word(word, everywhere)
        if words and max(size, places) >= _CHUNK and not word.startswith(words[-1]):
            yield _Chunk(words[0], words[-1], _array(told))
            words, told, size = [], [], 0
        words.append(word)
        told.append(said)
        size += places
    if words:
        yield _Chunk(words[0], words[-1], _array(told))


def _word(word: str, everywhere: Sequence[tuple[int, tuple[Run, Forms]]]) -> tuple[bytes, int]:
    """What is said of a word, and of how much room it is."""
    plain = [(start, run) for start, (run, _) in everywhere]
    forms: dict[str, list[tuple[int, Run]]] = {}
    for start, (_, others) in everywhere:
        for form, run in others:
            forms.setdefault(form, []).append((start, run))
    variants = _array([_array((cbor2.dumps(form), _pages(runs))) for form, runs in forms.items()])
    size = sum(run.size for runs in (plain, *forms.values()) for _, run in runs) + len(forms)
    return _array((cbor2.dumps(word), _pages(plain), variants)), size


def _pages(runs: Iterable[tuple[int, Run]]) -> bytes:
    """What is said of the pages of all runs; each has its number as the distance from the one before."""
    said, length, before = list[bytes](), 0, 0
    for start, run in runs:
        if run.length:
            said += [b"\x83", cbor2.dumps(start + run.first - before), run.head, run.rest]
            length, before = length + run.length, start + run.last
    return _length(length) + b"".join(said)


def _array(items: Sequence[bytes]) -> bytes:
    """An array of what is encoded already."""
    return _length(len(items)) + b"".join(items)


def _length(number: int) -> bytes:
    """How an array of so many begins: as the number itself would, but for the bit that says what it is."""
    first, *rest = cbor2.dumps(number)
    return bytes((first | 0x80, *rest))


def _bounds(chunks: Sequence[_Chunk]) -> Iterator[tuple[str, str]]:
    """Between which words each chunk is, in no more letters than part it from its neighbours."""
    before = ""
    for chunk, after in zip(chunks, [*(one.first for one in chunks[1:]), ""], strict=True):
        first = _parting(chunk.first, before) if before else chunk.first
        last = _parting(chunk.last, after) if after else chunk.last
        yield first, last if last >= first else chunk.last
        before = chunk.last


def _parting(word: str, other: str) -> str:
    """The beginning of a word up to the first letter in which another differs."""
    same = next((at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), None)
    return word[: (min(len(word), len(other)) if same is None else same) + 1]
