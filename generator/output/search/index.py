"""Pages → the search bundle: an index for each language, and what the browser needs to ask it."""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib.metadata import version

import cbor2

from generator.memo import Memo
from generator.output.search import pagefind
from generator.output.search.merge import merged
from generator.output.search.parts import Pages, content, parts_of
from generator.output.search.searchable import PARTING

_ENTRY = "pagefind-entry.json"
_ENGINE = "search-engine-1"
_FRAGMENTS, _RANK, _PARTED, _UNNAMED = "fragment/", "rank", " | ", 5
"""Where the pages are in a bundle, and what their metadata say; from what rank on names are of no use."""


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
    return files | engine_of(pages, tuple(files), memo) if files else files


def index_of(language: str, pages: Pages, read: Callable[[str], bytes], memo: Memo) -> dict[str, bytes]:
    """The index of a language, by the paths of its files in the bundle: the same bytes for the same pages.

    `pages` are all that are searched in it; `read` gives the HTML of those that `memo` does not remember.
    Raises OutputError with a `search-incomplete` for every page that cannot be found, SetupError when Pagefind is
    missing or fails.
    """
    files = merged(language, parts_of(pages, read, memo), version("pagefind-bin"))
    return {**files, f"names.{language}.json": names_of(files)}


def names_of(files: Mapping[str, bytes]) -> bytes:
    """What ranks the pages of an index and mends the words typed: of each its rank, its title and its other names.

    Pages whose names are of no use in that have their rank alone.
    """
    shown = ((name, json.loads(content(file))["meta"]) for name, file in files.items() if name.startswith(_FRAGMENTS))
    told = {
        name.removeprefix(_FRAGMENTS).partition(".")[0]: _named(meta) for name, meta in shown if meta.get(_RANK, "")
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _named(meta: Mapping[str, str]) -> list[int | str]:
    """The rank of a page, its title and its other names."""
    rank = int(meta[_RANK])
    names = [meta["title"].replace(PARTING, ""), *filter(None, meta.get("names", "").split(_PARTED))]
    return [rank, *names] if rank < _UNNAMED else [rank]


def engine_of(pages: Mapping[str, Pages], files: Iterable[str], memo: Memo) -> dict[str, bytes]:
    """What the browser needs besides the indexes, of which `files` are the paths: scripts, and where each begins.

    Left out are the ready-made interfaces, and the engine's build for languages that are not in the bundle.
    """
    metas = [name.split(".")[1] for name in files if name.endswith(".pf_meta")]
    names = {name.rpartition("_")[0]: name for name in metas}
    result: dict[str, bytes] = {}
    entry, languages = {}, {}
    for language, found in pages.items():
        engine = memo.recall(partial(_engine, language), _ENGINE, version("pagefind-bin"), language)
        held = cbor2.loads(engine)
        entry = json.loads(held.pop(_ENTRY))
        (said,) = entry["languages"].values()
        languages[language] = {**said, "hash": names[language], "page_count": len(found)}
        result |= held
    entry |= {"languages": languages}
    result[_ENTRY] = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return result


def _engine(language: str) -> bytes:
    """The files that Pagefind gives to every bundle with a language, and nothing else."""
    files = pagefind.run({"index.html": f'<html lang="{language}"><body data-pagefind-body>a</body></html>'})
    (said,) = json.loads(files[_ENTRY])["languages"].values()
    names = ("pagefind.js", "pagefind-worker.js", f"wasm.{said['wasm'] or 'unknown'}.pagefind", _ENTRY)
    return cbor2.dumps({name: files[name] for name in names})
