"""A published site against its manifest: each file that is another, is not there, or was not published."""

import datetime
import urllib.error
import urllib.request
from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from ipaddress import ip_address
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, urlsplit

from generator.output.ownership import Manifest
from generator.output.paths import MANIFEST, check_paths
from generator.output.tree import look
from generator.problems.setup import SetupError
from generator.words import N_, Phrase

_PATIENCE = 30
"""Seconds for an answer."""
_LARGEST = 200_000_000
_OLD = 2
"""Days after which a site that is built every night is told: forty-eight hours since its day began."""
_INDEX = "index.html"
_FOR_THE_SERVER = ("_headers", "_redirects")


class PublishedSite(Protocol):
    """A published site, wherever it is."""

    @property
    def name(self) -> str:
        """What it is called."""

    def read(self, path: str) -> bytes | None:
        """The file at a path; None where there is none."""

    def paths(self) -> Collection[str] | None:
        """All there is; None where nobody can tell."""

    def shows(self, path: str) -> bool:
        """Whether a file that is there can be read."""


class SiteFolder:
    """A site in a folder."""

    def __init__(self, folder: Path) -> None:
        self.name, self._folder = str(folder), folder

    def read(self, path: str) -> bytes | None:
        """The file at a path, unless it is a link."""
        file = self._folder / path
        try:
            return None if file.is_symlink() or not file.is_file() else file.read_bytes()
        except OSError:
            return None

    def paths(self) -> Collection[str]:
        """All files, but for what is git's and ours."""
        found = look(self._folder)
        return found.files.keys() | found.others

    def shows(self, path: str) -> bool:
        """All of them."""
        return True


class SiteAddress:
    """A site that this computer serves. Raises SetupError for any other address: nobody else is asked."""

    def __init__(self, address: str) -> None:
        self.name = address
        self._base = address if address.endswith("/") else f"{address}/"
        if not _is_here(address):
            raise SetupError(
                Phrase(N_("{address} is not an address of this computer."), {"address": address}),
                Phrase(N_("Name one such as http://localhost:8000/, or the folder that is served.")),
            )
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirects)

    def read(self, path: str) -> bytes | None:
        """What is answered at a path, unless it leads elsewhere. Raises SetupError where nobody answers."""
        try:
            with self._opener.open(self._base + quote(path), timeout=_PATIENCE) as answer:
                content: bytes = answer.read(_LARGEST)
                return content
        except urllib.error.HTTPError:
            return None
        except (OSError, ValueError) as error:
            raise SetupError(
                Phrase(N_("{address} does not answer: {cause}."), {"address": self.name, "cause": str(error)}),
                Phrase(N_("Begin to serve the site, then verify it again.")),
            ) from error

    def paths(self) -> None:
        """Nobody can ask an address what else there is."""

    def shows(self, path: str) -> bool:
        """Servers keep what is meant for them to themselves."""
        hidden = any(part.startswith(".") and part != ".well-known" for part in path.split("/"))
        return not hidden and path not in _FOR_THE_SERVER


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A file is where it is: what leads elsewhere is none."""

    def redirect_request(self, *_: object) -> None:
        """Follow nothing."""


def manifest_of(site: PublishedSite) -> tuple[Manifest, list[Phrase]]:
    """The manifest of a site, and what is wrong with it. Raises SetupError where there is none, or one leads out."""
    written = site.read(MANIFEST)
    if written is None:
        raise SetupError(
            Phrase(N_("{site} has no {file}: it cannot be verified."), {"site": site.name, "file": MANIFEST}),
            Phrase(N_("Name a folder or an address in which Vetrina has published a site.")),
        )
    manifest = Manifest.parsed(written)
    check_paths(manifest.hashes if manifest else ())
    if manifest and manifest.is_whole:
        return manifest, []
    told = Phrase(N_("{file} has changed since it was written; what it says is not to be trusted."), {"file": MANIFEST})
    return manifest or Manifest({}, written), [told]


def compared(site: PublishedSite, manifest: Manifest) -> Iterator[Phrase]:
    """Each file of a site that is not as its manifest says, with its page."""
    for path, digest in manifest.hashes.items():
        if not site.shows(path):
            continue
        content = site.read(path)
        if content is None:
            yield _told(N_("{file} is missing (page {page})."), path, manifest)
        elif sha256(content).hexdigest() != digest:
            yield _told(N_("{file} has changed (page {page})."), path, manifest)
    for path in sorted({*(site.paths() or ())} - manifest.hashes.keys()):
        yield _told(N_("{file} lies there and was not published (page {page})."), path, manifest)


def compared_with_a_build(manifest: Manifest, built: Mapping[str, str]) -> Iterator[Phrase]:
    """Each file that a build of the same inputs makes otherwise, not at all, or besides; `built` has their hashes."""
    for path in sorted(manifest.hashes.keys() | built.keys()):
        if path not in built:
            yield _told(N_("{file} is made by no build (page {page})."), path, manifest)
        elif path not in manifest.hashes:
            yield _told(N_("{file} is made by a build and was not published (page {page})."), path, manifest)
        elif manifest.hashes[path] != built[path]:
            yield _told(N_("{file} is not as a build makes it (page {page})."), path, manifest)


def too_old(manifest: Manifest, today: datetime.date) -> Phrase | None:
    """That a site has not followed the days."""
    try:
        day = datetime.date.fromisoformat(str(manifest.inputs.get("day")))
    except ValueError:
        return None
    if (today - day).days < _OLD:
        return None
    return Phrase(
        N_("The site is of {day}, which began more than 48 hours ago: what depends on the day is old."), {"day": day}
    )


def page_near(path: str, manifest: Manifest) -> str:
    """The address of the page that a file is, or beside or below which it lies."""
    address = str(manifest.inputs.get("address", "")) or "/"
    if path.endswith(".html") and path.rpartition("/")[2] != _INDEX:
        return address + path
    folder = path.rpartition("/")[0]
    while folder and f"{folder}/{_INDEX}" not in manifest.hashes:
        folder = folder.rpartition("/")[0]
    return f"{address}{folder}/" if folder else address


def _told(message: str, path: str, manifest: Manifest) -> Phrase:
    return Phrase(message, {"file": path, "page": page_near(path, manifest)})


def _is_here(address: str) -> bool:
    """Whether an address is one of this computer."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        return parts.scheme in ("http", "https") and (host == "localhost" or ip_address(host).is_loopback)
    except ValueError:
        return False
