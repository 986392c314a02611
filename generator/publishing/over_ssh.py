"""Releases in a folder of another computer, over SSH and rsync: it needs a shell and the usual tools of GNU."""

import re
import secrets
from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from pathlib import Path
from shlex import quote

from generator.output.ownership import Manifest
from generator.output.paths import MANIFEST
from generator.publishing.programs import said_by
from generator.publishing.releases import CURRENT, RELEASE_NAME, RELEASES, in_the_way

A_HOST = re.compile(r"(?P<host>(?!-)(?:[\w.-]+@)?[\w.-]{2,}):(?P<folder>\S.*)")
"""`host:folder`, `user@host:/folder`; a single letter before the colon is a disk of Windows."""
_SSH = ("ssh", "-o", "BatchMode=yes")
_INCOMING = ".incoming-"
_OLD_MINUTES = 24 * 60
_STATE = f"""
mkdir -p {RELEASES}
find . {RELEASES} -maxdepth 1 -name '{_INCOMING}*' -mmin +{_OLD_MINUTES} -exec rm -rf {{}} +
ls {RELEASES}
"""
_CURRENT = f"""
if [ -L {CURRENT} ]; then readlink {CURRENT}; [ -d {CURRENT} ] || echo gone
elif [ -e {CURRENT} ]; then echo another; fi
"""


class OverSsh:
    """A folder of another computer that holds releases, and the link to the one that is served."""

    def __init__(self, host: str, folder: str) -> None:
        self.name, self._host, self._folder = f"{host}:{folder}", host, folder
        self._names: list[str] = []

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody is kept out: whoever comes second finds its release taken, and what is served as it was."""
        self._do(f"mkdir -p {quote(self._folder)}", within=False)
        self._names = self._do(_STATE).decode(errors="replace").split("\n")
        yield

    def releases(self) -> list[str]:
        """The names of the folders of releases."""
        return [name for name in self._names if RELEASE_NAME.fullmatch(name)]

    def current(self) -> str:
        """The release that the link leads to."""
        first, *others = self._do(_CURRENT).decode(errors="replace").split("\n")
        if not first:
            return ""
        folder, _, name = first.rpartition("/")
        if folder != RELEASES or not RELEASE_NAME.fullmatch(name):
            raise in_the_way(f"{self.name}/{CURRENT}")
        return "" if "gone" in others else name

    def manifest(self, release: str) -> Manifest | None:
        """The manifest in the folder of a release."""
        file = f"{RELEASES}/{release}/{MANIFEST}"
        return Manifest.parsed(self._do(f"if [ -f {file} ]; then cat {file}; fi"))

    def files(self, release: str) -> Set[str]:
        """What lies in the folder of a release."""
        found = self._do(f"cd {RELEASES}/{release} && find . ! -type d -print0").split(b"\0")
        return {path.decode(errors="replace").removeprefix("./") for path in found if path} - {MANIFEST}

    def is_same(self, release: str, site: Path) -> bool:
        """Whether rsync would change nothing, whatever times files have."""
        told = self._sync(site, f"{RELEASES}/{release}", "--dry-run", "--itemize-changes", "--delete")
        return not any(line[:1] in b"<>c*" for line in told.split(b"\n") if line)

    def send(self, site: Path, manifest: Manifest, release: str, like: str) -> None:
        """Send a site; a file that another release has is the same file there, by a second name."""
        incoming = f"{RELEASES}/{_INCOMING}{secrets.token_hex(8)}"
        self._do(f"mkdir {incoming}")
        self._sync(site, incoming, "--chmod=D755,F644", *([f"--link-dest=../{like}"] if like else []))
        self._do(f"cat > {incoming}/{MANIFEST}", given=manifest.written)
        self._do(f"mv -T {incoming} {RELEASES}/{release}")

    def switch(self, release: str) -> None:
        """Have the link lead elsewhere, in one step."""
        other = f"{_INCOMING}{secrets.token_hex(8)}"
        self._do(f"ln -s {RELEASES}/{release} {other} && mv -T {other} {CURRENT}")

    def remove(self, release: str) -> None:
        """Remove the folder of a release."""
        self._do(f"rm -rf {RELEASES}/{release}")

    def _do(self, script: str, *, within: bool = True, given: bytes = b"") -> bytes:
        """What a script says that runs there, in the folder."""
        steps = f"cd {quote(self._folder)} && {{ {script.strip()}\n}}" if within else script
        return said_by([*_SSH, self._host, f"sh -c {quote(f'set -e; {steps}')}"], given=given)

    def _sync(self, site: Path, folder: str, *options: str) -> bytes:
        command: Sequence[str] = ("rsync", "--recursive", "--checksum", "--protect-args", f"--rsh={' '.join(_SSH)}")
        excluded = f"--exclude=/{MANIFEST}"
        return said_by([*command, excluded, *options, "--", f"{site}/", f"{self._host}:{self._folder}/{folder}/"])
