"""A site as releases in one folder: each a whole copy, and a link `current` that leads to the one that is served.

    /srv/vetrina/releases/0006  0007  0008
    /srv/vetrina/current → releases/0008

A release is sent under another name and is never changed once it has its own; the link changes in one step. So whoever
looks sees one release whole, whatever breaks off. Each manifest names the digest of the one that was served before.
"""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.output.ownership import PREVIOUS, Manifest
from generator.output.paths import MANIFEST
from generator.problems.setup import SetupError
from generator.publishing.refusals import nothing_before, refuse_another, refuse_damaged
from generator.words import N_, Phrase

RELEASES, CURRENT = "releases", "current"
RELEASE_NAME = re.compile(r"[0-9]{4,9}")
UNFINISHED = ".incoming-"
"""How the name begins of what is no release yet, or none any more: nobody ever serves it."""


class ReleasePlace(Protocol):
    """Where releases are kept: a folder of this computer, or of another."""

    @property
    def name(self) -> str:
        """What it is called."""

    def alone(self) -> AbstractContextManager[None]:
        """Held while something is done there; makes the place where there is none."""

    def releases(self) -> list[str]:
        """The names of the releases there are."""

    def current(self) -> str:
        """The release that is served; "" where none is. Raises SetupError where another's stands in its place."""

    def manifest(self, release: str) -> Manifest | None:
        """What a release says it is."""

    def files(self, release: str) -> Set[str]:
        """The paths of all that lies in a release."""

    def hashes(self, release: str) -> Mapping[str, str]:
        """The hash of each file in a release, by its path, but for the manifest; "" for what is no file."""

    def is_same(self, release: str, site: Path) -> bool:
        """Whether a release has the files of a site, byte for byte, and no other; manifests do not count."""

    def send(self, site: Path, manifest: Manifest, release: str, like: str) -> None:
        """Make a release, all or nothing, with another manifest than the site's; of `like` it may share files.

        Raises SetupError where what has arrived is not what the manifest names: somebody may build into `site`.
        """

    def switch(self, release: str) -> None:
        """Serve this release from now on."""

    def put_aside(self, release: str) -> None:
        """Have a release be none any more, in one step; `clear` removes it."""

    def clear(self) -> Sequence[str]:
        """Remove what is no release yet, or none any more; the names of what cannot be removed."""


@dataclass(frozen=True)
class Done:
    """What became of a publication."""

    release: str
    is_new: bool
    left: tuple[str, ...] = ()
    """The releases that were to be erased and stay, since something that is not ours lies in them."""
    unremoved: tuple[str, ...] = ()
    """What was to be removed and cannot be, whatever is served."""


def publish_release(
    place: ReleasePlace, site: Path, manifest: Manifest, *, kept: int, moves: bool, erases: bool = False
) -> Done:
    """Serve a built site from a place, unless the same bytes are served there; keep so many releases.

    `erases`: no release of ours stays but the one that is served, be it this or the same. Raises SetupError, what is
    served being as it was.
    """
    with place.alone():
        now = place.current()
        before = place.manifest(now) if now else None
        refuse_another(place.name, before, place.files(now) if now else (), manifest, moves=moves)
        if before and before.is_whole and before.hashes == manifest.hashes and place.is_same(now, site):
            left, unremoved = _remove(place, (one for one in place.releases() if erases and one != now))
            return Done(now, is_new=False, left=left, unremoved=unremoved)
        names = place.releases()
        release = f"{max(map(int, names), default=0) + 1:04}"
        place.send(site, manifest.after(before), release, now)
        place.switch(release)
        old = sorted(names, key=int)[: 1 - kept or None]
        left, unremoved = _remove(place, names if erases else (one for one in old if one != now))
        return Done(release, is_new=True, left=left if erases else (), unremoved=unremoved)


def back_to_the_release_before(place: ReleasePlace) -> Done:
    """Serve what was served before what is served now. Raises SetupError where it is not there any more as it was."""
    with place.alone():
        now = place.current()
        served = place.manifest(now) if now else None
        digest = served.inputs.get(PREVIOUS) if served else None
        for release in sorted(place.releases(), key=int, reverse=True):
            found = place.manifest(release) if digest and release != now else None
            if found and found.digest == digest:
                refuse_damaged(f"{place.name}/{RELEASES}/{release}", found, place.hashes(release))
                place.switch(release)
                return Done(release, is_new=True)
    raise nothing_before(place.name)


def in_the_way(name: str) -> SetupError:
    """That something else stands where the link to the release that is served has to be."""
    return SetupError(
        Phrase(N_("{folder} is not a link of Vetrina’s to a release."), {"folder": name}),
        Phrase(N_("Name another folder, or move it away.")),
    )


def _remove(place: ReleasePlace, releases: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Remove releases; those in which lies what is not ours, and what cannot be removed. What is served is served."""
    left, unremoved = [], []
    for release in releases:
        try:
            if _is_ours(place, release):
                place.put_aside(release)
            else:
                left.append(release)
        except (OSError, SetupError):
            unremoved.append(release)
    try:
        unremoved += place.clear()
    except (OSError, SetupError):
        unremoved.append(f"{UNFINISHED}*")
    return tuple(left), tuple(unremoved)


def _is_ours(place: ReleasePlace, release: str) -> bool:
    """Whether all that is in a release was put there by us."""
    manifest = place.manifest(release)
    return manifest is not None and place.files(release) <= {MANIFEST, *manifest.hashes}
