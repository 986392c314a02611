"""The files of two publications that are no pages: which came, went and differ; those made of records are counted."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from posixpath import dirname

_PAGE = ".html"
_OF_THE_PROGRAM = ("assets/", "pagefind/")
_FINGERPRINT = re.compile(r"\.[0-9a-f]{10}(?=\.[^./]+\Z)")
_BESIDE_EACH_PAGE = re.compile(r"(?:.*/)?(?:index\.json|card\.png)")
_OF_RECORDS = re.compile(r".*\.(?:csv|ics|json|png|rdf|svg|ttl|xlsx|xml)(?:\.gz|\.br)?")
"""What data, feeds, calendars and pictures of numbers end in; those of an owner stand in no folder of a page."""
_ALWAYS_MADE = frozenset(("feed.xml", "robots.txt", "sitemap.xml", ".well-known/security.txt"))


@dataclass(frozen=True)
class FurtherFiles:
    """What became of files that are no pages, by their paths without fingerprints."""

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    remade: int = 0
    """So many that are made of records, or beside each page, are new, gone or have other bytes."""

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.changed or self.remade)


def further_files(before: Mapping[str, str], after: Mapping[str, str]) -> FurtherFiles:
    """What the later of two publications changes, whose files are given with their digests."""
    was, now = _further(before), _further(after)
    made = _made(before) | _made(after)
    new, gone = now.keys() - was.keys(), was.keys() - now.keys()
    changed = {path for path in was.keys() & now.keys() if was[path] != now[path]}
    beside = {path for path in new | gone if _BESIDE_EACH_PAGE.fullmatch(path) and path in made}
    remade = changed & made | beside
    told = [tuple(sorted(paths - remade)) for paths in (new, gone, changed)]
    return FurtherFiles(told[0], told[1], told[2], len(remade))


def _further(files: Mapping[str, str]) -> dict[str, list[str]]:
    """The digests of the files that are no pages, nor the program of all pages."""
    found: dict[str, list[str]] = {}
    for path, digest in sorted(files.items()):
        if not path.endswith(_PAGE) and not path.startswith(_OF_THE_PROGRAM):
            found.setdefault(_FINGERPRINT.sub("", path), []).append(digest)
    return found


def _made(files: Iterable[str]) -> set[str]:
    """Those that follow from records, as far as where they stand and what they are called tells."""
    folders = {f"{dirname(path)}/" for path in files if path.endswith(_PAGE)} - {"/"}
    others = (_FINGERPRINT.sub("", path) for path in files if not path.endswith(_PAGE))
    return {path for path in others if path in _ALWAYS_MADE or (_OF_RECORDS.fullmatch(path) and _is_in(path, folders))}


def _is_in(path: str, folders: Collection[str]) -> bool:
    """Whether a file stands in one of these folders, however deep, or beside the home page what is beside each."""
    return any(path[: at + 1] in folders for at, sign in enumerate(path) if sign == "/") or (
        _BESIDE_EACH_PAGE.fullmatch(path) is not None
    )
