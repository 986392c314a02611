"""The pages of a language in parts, each indexed by Pagefind alone and remembered while its pages are the same.

Where a part ends depends on the addresses of its pages alone, so that one page more or less makes one part another.
"""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias
from zlib import crc32

import cbor2

from generator.machine.memo import Memo, version_of
from generator.machine.parallel import shared_out
from generator.output.errors import OutputError
from generator.output.search import pagefind
from generator.output.search.findable import findable
from generator.output.search.merge import FIELDS, HEAD, Forms, PartialIndex, Run
from generator.output.search.searchable import entries, searchable
from generator.problems.problem import Position, problem

Pages = Mapping[str, str]
"""The paths of pages, each with a digest of what the search has of it."""
_Page: TypeAlias = tuple[int, Sequence[int], Sequence[int]]
"""A page that has a word: how far it is from the one before, and the places in its text and in its metadata."""
_REMEMBERED = "search-part-5"
_LENGTH = 64
"""Pages of a part, more or less."""
_ENOUGH = 2
"""Fewer parts than this are made sooner than a process is copied."""
_NOWHERE = Run(0, 0, 0, 0, b"", b"")
_INDEX = "/index.html"


def parts_of(pages: Pages, read: Callable[[str], bytes], memo: Memo) -> list[PartialIndex]:
    """The pages of a language in parts; `read` gives the HTML of a path, and is asked for what must be indexed.

    Raises OutputError with a `search-incomplete` for every page that cannot be found, SetupError when Pagefind is
    missing or fails.
    """
    told = shared_out(partial(_remembered, pages, read, memo), list(_cut(pages)), _ENOUGH)
    return [_read(part) for piece in told for part in piece]


def content(file: bytes) -> bytes:
    """What a `.pf_…` file holds, without compression and head. Raises ValueError when it is no such file."""
    plain = file if file.startswith(HEAD) else gzip.decompress(file)
    if not plain.startswith(HEAD):
        raise ValueError("not a file of a Pagefind bundle")
    return plain.removeprefix(HEAD)


def _cut(pages: Pages) -> Iterator[list[str]]:
    part = []
    for path in sorted(pages):
        part.append(path)
        if crc32(path.encode()) % _LENGTH == 0:
            yield part
            part = []
    if part:
        yield part


def _remembered(pages: Pages, read: Callable[[str], bytes], memo: Memo, parts: Sequence[Sequence[str]]) -> list[bytes]:
    return [
        memo.recall(
            partial(_indexed, paths, read),
            _REMEMBERED,
            version_of("pagefind-bin"),
            *(f"{path} {pages[path]}" for path in paths),
        )
        for paths in parts
    ]


def _indexed(paths: Iterable[str], read: Callable[[str], bytes]) -> bytes:
    expected = {_url(path): path for path in paths}
    files = pagefind.run({name: html for path in expected.values() for name, html in _told(path, read(path))})
    languages = json.loads(files["pagefind-entry.json"])["languages"].values()
    found = [_part(files, cbor2.loads(content(files[f"pagefind.{one['hash']}.pf_meta"]))) for one in languages]
    urls = {json.loads(content(shown))["url"] for part in found for shown, _ in part.pages}
    if astray := sorted(path for url, path in expected.items() if url not in urls):
        raise OutputError(*(problem("search-incomplete", Position(path), page=path) for path in astray))
    (part,) = found
    return cbor2.dumps((part.pages, part.filters, part.words))


def _told(path: str, html: bytes) -> Iterator[tuple[str, str]]:
    """A page for the search, and what is found of it by itself, each by its path and anchor."""
    yield path, findable(searchable(html).decode())
    for anchor, entry in entries(html).items():
        yield f"{path}#{anchor}", findable(entry.decode())


def _url(path: str) -> str:
    """What Pagefind calls the page of the file `path`."""
    url = f"/{path}"
    return f"{url.removesuffix(_INDEX)}/" if url.endswith(_INDEX) else url


def _part(files: Mapping[str, bytes], metadata: Sequence[Any]) -> PartialIndex:
    _, pages, chunks, filters, _, fields = metadata
    numbers = [FIELDS.index(field) if field in FIELDS else None for field in fields]
    words: dict[str, tuple[Run, Forms]] = {}
    for *_, name in chunks:
        (held,) = cbor2.loads(content(files[f"index/{name}.pf_index"]))
        for word, plain, forms in held:
            where = _run(plain, numbers)
            others = [(form, run) for form, pages_of_it in forms if (run := _run(pages_of_it, numbers)).length]
            if where.length or others:
                words[word] = (where, others)
    values = (cbor2.loads(content(files[f"filter/{name}.pf_filter"])) for _, name in filters)
    shown = [(files[f"fragment/{name}.pf_fragment"], length) for name, length in pages]
    return PartialIndex(shown, {name: dict(said) for name, said in values}, words)


def _run(pages: Sequence[_Page], fields: Sequence[int | None]) -> Run:
    """What Pagefind says of the pages that have a word, as it says it."""
    if any(metadata for *_, metadata in pages):
        pages = list(_renumbered(pages, fields))
    if not pages:
        return _NOWHERE
    size = sum(1 + len(places) + len(metadata) for _, places, metadata in pages)
    (first, *head), *rest = pages
    return Run(len(pages), size, first, sum(distance for distance, *_ in pages), _items(head), _items(rest))


def _items(values: Sequence[object]) -> bytes:
    """Values encoded one after the other."""
    return cbor2.dumps(values)[len(cbor2.dumps(len(values))) :]


def _renumbered(pages: Iterable[_Page], fields: Sequence[int | None]) -> Iterator[_Page]:
    """The same pages with our numbers for their metadata, without those that have the word in none that is searched."""
    far = 0
    for distance, places, metadata in pages:
        far += distance
        ours = _ours(metadata, fields)
        if places or ours:
            yield far, places, ours
            far = 0


def _ours(places: Iterable[int], fields: Sequence[int | None]) -> list[int]:
    """Places in metadata, where a negative number says of which field those are that follow."""
    told: list[int] = []
    field: int | None = None
    for place in places:
        if place < 0:
            field = fields[-place - 1]
        if field is not None:
            told.append(-field - 1 if place < 0 else place)
    return told


def _read(told: bytes) -> PartialIndex:
    pages, filters, words = cbor2.loads(told)
    return PartialIndex(
        pages,
        filters,
        {word: (Run(*run), [(form, Run(*where)) for form, where in forms]) for word, (run, forms) in words.items()},
    )
