"""The folder of a built site → what it says of each record, and the files it has; read from its data alone."""

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.machine.regular_files import read_regular
from generator.problems.setup import SetupError
from generator.words import N_, Phrase

_MANIFEST = "manifest.json"
_DATA = "index.json"
_LOG = "changes.json"
ASKED = (_DATA, _LOG)
"""The names of the files that the next build reads besides the manifest: data of records, and the log of changes."""
_COMPUTED = ("status", "part_of_status", "value", "ends_on")
"""What is computed of a record and is told a visitor as a fact."""
_WORDS = ("title", "short_title", "summary", "text")
"""What is said in each language, as every version has told it."""
_FORMER = "redirect_from"
_DIGESTS = "sha256"
_PAGE = "index.html"


@dataclass(frozen=True)
class PublishedRecord:
    """What a site says of a record."""

    ref: str
    """Its folder and id: "agreements/x"."""
    folder: str
    titles: Mapping[str, str]
    """By language, the first language of the site first."""
    pages: Mapping[str, str]
    """The path of its page in each language."""
    said: Mapping[tuple[str, str], object]
    """Its facts by name and "", its words by name and language, and what is computed that visitors are told."""
    former: frozenset[str] = frozenset()
    """The paths of the pages that lead to it."""
    files: Mapping[str, str] = field(default_factory=dict)
    """The digest of each file beside it that is published, by name; none of a site that an older version built."""
    html: Mapping[str, str] = field(default_factory=dict)
    """Its texts with their links and headings, by language; none of a site that an older version built."""
    alts: Mapping[str, str] = field(default_factory=dict)
    """What translations say that its picture shows, by language; none of a site that an older version built."""


@dataclass(frozen=True)
class Publication:
    """A built site."""

    records: Mapping[str, PublishedRecord]
    """By folder and id."""
    files: Mapping[str, str]
    """The digest of each file, by path."""
    day: str = ""
    """The day for which it was built, where it says so."""

    def page_files(self) -> Iterator[str]:
        """The paths of the files that visitors open, those of records among them."""
        return (path for path in self.files if path.endswith(".html"))


def publication(site: Path) -> Publication:
    """The site in a folder. Raises SetupError where it is none, or its files are not those of a build."""
    try:
        manifest = json.loads(read_regular(site / _MANIFEST))
        files: Mapping[str, str] = manifest["files"]
        read = ((path, json.loads(read_regular(site / path))) for path in files if path.rpartition("/")[2] == _DATA)
        data = [(path, one) for path, one in read if isinstance(one, dict)]  # not what an owner publishes as it is
        base = next((found for path, one in data if (found := _base(path, one))), "")
        records = [published_record(one, base) for _, one in data if "facts" in one]
        written = manifest.get("inputs", {}).get("day")
        day = datetime.date.fromisoformat(written).isoformat() if written else ""
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise not_a_site(site) from error
    return Publication({one.ref: one for one in records}, files, day)


def tells_changes(folder: Path) -> bool:
    """Whether a folder holds a publication whose log of changes tells any."""
    try:
        paths = (path for path in json.loads(read_regular(folder / _MANIFEST))["files"] if path.endswith(f"/{_LOG}"))
        logs = [json.loads(read_regular(folder / path)) for path in paths]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return any(isinstance(one, dict) and bool(one.get("entries")) for one in logs)


def not_a_site(folder: Path) -> SetupError:
    """That a folder holds no site as a build leaves it."""
    message = Phrase(N_("{folder} is no site as Vetrina builds it."), {"folder": str(folder)})
    return SetupError(message, Phrase(N_("Build it again.")))


def _base(path: str, data: Mapping[str, Any]) -> str:
    """The address of the site, as the page beside a record's data tells it; "" where the record has none there."""
    folder = path.removesuffix(_DATA)
    return next((page.removesuffix(folder) for page in data.get("pages", {}).values() if page.endswith(folder)), "")


def published_record(data: Mapping[str, Any], base: str) -> PublishedRecord:
    """What the data of a record say, `base` being the address of the site."""
    words: Mapping[str, Mapping[str, Any]] = data["words"]
    _, *translations = words.items()
    said: dict[tuple[str, str], object] = {
        (name, ""): value for name, value in data["facts"].items() if name != _FORMER
    }
    said |= {(name, ""): data["computed"][name] for name in _COMPUTED if name in data["computed"]}
    said |= {(name, language): one[name] for language, one in words.items() for name in _own_words(one)}
    return PublishedRecord(
        ref=f"{data['kind']}/{data['id']}",
        folder=data["kind"],
        titles={language: one["title"] for language, one in words.items()},
        pages={language: page.removeprefix(base) for language, page in data["pages"].items()},
        said=said,
        former=frozenset(path.lstrip("/") for path in data["facts"].get(_FORMER, ())),
        files=data["computed"].get(_DIGESTS, {}),
        html={language: " ".join(one["html"].split()) for language, one in words.items() if "html" in one},
        alts={language: one["image"]["alt"] for language, one in translations if "image" in one},
    )


def _own_words(words: Mapping[str, Any]) -> Iterator[str]:
    """What is said in a language: data have the title as the short one too, where the record has no short one."""
    has_no_short = words.get("short_title") == words["title"]
    return (name for name in words if name in _WORDS and not (has_no_short and name == "short_title"))


def answers(publication: Publication, path: str) -> bool:
    """Whether anything is at the address of a page."""
    return f"{path}{_PAGE}" in publication.files
