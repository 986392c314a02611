"""Pages → the search bundle: an index for each language, and what the browser needs to ask it.

A browser asks for as little as can be: `start.<language>.json`, Pagefind's program for the language, a file of words
for each word of a query, and a fragment for each page that it shows; where nothing is found, the names of another
language and the words of all texts.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias
from unicodedata import normalize

from generator.machine.memo import Memo, version_of
from generator.output.search import pagefind
from generator.output.search.findable import as_written
from generator.output.search.index_parts import Pages, content, parts_of
from generator.output.search.merge import FIELDS, FRAGMENT, SearchIndex, merged

_PROGRAM = "search-program-1"
_RANK, _PARTED, _UNNAMED = "rank", " | ", 5
"""What the metadata of a page say of it; from what rank on names are of no use."""
_LONG = re.compile(r"[^\W\d_]{5,}")
_MARK = re.compile("[\u0300-\u036f]")
_Row: TypeAlias = Sequence[str | int]
_Shown: TypeAlias = Mapping[str, Any]
_Page: TypeAlias = tuple[str, int, _Shown]
"""The name of a page's fragment, of how many words it is, and what the fragment says."""


def by_language(searched: Pages) -> dict[str, Pages]:
    """The pages of each language, in the order of the languages."""
    found: dict[str, dict[str, str]] = {}
    for path, said in searched.items():
        language, _, digest = said.partition(" ")
        found.setdefault(language, {})[path] = digest
    return dict(sorted(found.items()))


def bundle_of(searched: Pages, read: Callable[[str], bytes], memo: Memo) -> dict[str, bytes]:
    """The whole bundle for some pages, as `searched_as` says what they are; no pages, no bundle."""
    pages = by_language(searched)
    files: dict[str, bytes] = {}
    for language, found in pages.items():
        files |= index_of(language, found, read, memo)
    return files


def index_of(language: str, pages: Pages, read: Callable[[str], bytes], memo: Memo) -> dict[str, bytes]:
    """The index of a language and its program, by the paths of their files: the same bytes for the same pages.

    `pages` are all that are searched in it; `read` gives the HTML of those that `memo` does not remember.
    Raises OutputError with a `search-incomplete` for every page that cannot be found, SetupError when Pagefind is
    missing or fails.
    """
    index = merged(parts_of(pages, read, memo))
    shown = [(name, words, _shown(index.files[FRAGMENT.format(name)])) for name, words in index.pages]
    program = memo.recall(partial(_program, language), _PROGRAM, version_of("pagefind-bin"), language)
    told = {"start": _start(index, shown), "names": _names(index, shown), "words": _words(shown)}
    files = {f"{name}.{language}.json": said for name, said in told.items()}
    return {**index.files, **files, f"wasm.{language}.pagefind": program}


def _shown(fragment: bytes) -> _Shown:
    shown: _Shown = json.loads(content(fragment))
    return shown


def _start(index: SearchIndex, pages: Iterable[_Page]) -> bytes:
    """What a browser must know of an index before it asks it anything, what ranks its pages among it."""
    told = {
        "version": version_of("pagefind-bin"),
        "pages": [_row(*page) for page in pages],
        "chunks": index.chunks,
        "filters": {
            name: {value: _apart(pages) for value, pages in said.items()} for name, said in index.filters.items()
        },
        "fields": FIELDS,
    }
    return _json(told)


def _apart(numbers: Sequence[int]) -> list[int]:
    """Numbers in their order, each as how far it is from the one before: small ones, which compress better."""
    return [number - before for before, number in zip((0, *numbers), numbers, strict=False)]


def _names(index: SearchIndex, pages: Iterable[_Page]) -> bytes:
    """What pages are called, and of which kinds there are: what a browser is told of another language first."""
    rows = [(name, 0, *told) for name, _, *told in (_row(*page) for page in pages) if len(told) > 1]
    return _json({"pages": rows, "kinds": list(index.filters.get("kind", ()))})


def _json(told: object) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _words(pages: Iterable[_Page]) -> bytes:
    """The words of all texts that something may be taken for, as `folded` of typed.js has them."""
    texts = (_MARK.sub("", normalize("NFKD", as_written(shown["content"]))).lower() for _, _, shown in pages)
    found = {word for text in texts for word in _LONG.findall(text)}
    return _json(sorted(found))


def _row(name: str, words: int, shown: _Shown) -> _Row:
    """A page: the name of its fragment, of how many words it is, its rank, its title and its other names.

    Names that are of no use in ranking pages and in mending what is typed are left out.
    """
    meta: Mapping[str, str] = shown["meta"]
    if _RANK not in meta:
        return (name, words)
    rank = int(meta[_RANK])
    names = [as_written(meta["title"]), *filter(None, meta.get("names", "").split(_PARTED))]
    return (name, words, rank, *(names if rank < _UNNAMED else ()))


def _program(language: str) -> bytes:
    """The program as it comes, compressed: it knows the endings of words, where Pagefind knows the language."""
    files = pagefind.run({"index.html": f'<html lang="{language}"><body data-pagefind-body>a</body></html>'})
    (said,) = json.loads(files["pagefind-entry.json"])["languages"].values()
    return files[f"wasm.{said['wasm'] or 'unknown'}.pagefind"]
