"""Releases in a folder of another computer, over SSH and rsync: it needs a shell and the usual tools of GNU."""

import re
import secrets
import subprocess
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import contextmanager, suppress
from pathlib import Path
from shlex import quote

from generator.output.ownership import Manifest
from generator.output.paths import LOCK, MANIFEST
from generator.problems.setup import SetupError
from generator.publications.publication import ASKED
from generator.publishing.before import take
from generator.publishing.programs import begun, said_by
from generator.publishing.refusals import refuse_damaged
from generator.publishing.releases import CURRENT, RELEASE_NAME, RELEASES, UNFINISHED, in_the_way
from generator.words import N_, Phrase

A_HOST = re.compile(
    r"(?P<host>(?!-)(?:[\w.-]+@)?(?:[\w.-]{2,}|\[[\da-fA-F:.]+(?:%[\w.-]+)?\])):(?P<folder>(?![\s~]|//|[^/]*:).+)"
)
"""`host:folder`, `user@host:/folder`, `[2001:db8::1]:folder`; a single letter before the colon is a disk of Windows.

`~`, which stands there in quotes, is no home, `ssh://…`, `host::module` and `2001:db8::1:x` are no folder of a host.
"""
_SSH = ("ssh", "-o", "BatchMode=yes", "-o", "ServerAliveInterval=30")
_RSYNC: Sequence[str] = ("rsync", "--recursive", "--checksum", "--protect-args", f"--rsh={' '.join(_SSH)}")
_CLEAR = f"""
find . {RELEASES} -maxdepth 1 -name '{UNFINISHED}*' -exec rm -rf {{}} + 2>/dev/null || :
find . {RELEASES} -maxdepth 1 -name '{UNFINISHED}*' -printf '%f\\n'
"""
_CURRENT = f"""
if [ -L {CURRENT} ]; then readlink {CURRENT}; [ -d {CURRENT} ] || echo gone
elif [ -e {CURRENT} ]; then echo another; fi
"""
_HASHES = "find . -type f -exec sha256sum -z {} + && find . ! -type d ! -type f -printf '  %p\\0'"

_HELD = "held"
_PATIENCE = 60
"""Seconds."""
_ALONE = f"""
while :; do
  exec 9>>{LOCK}
  flock -w {_PATIENCE} 9 || exit 1
  [ {LOCK} -ef /dev/fd/9 ] && break
done
echo {_HELD}
cat > /dev/null
rm -f {LOCK}
"""
"""Holds the file that a publication from there holds, too, until nothing more is said: the connection is the lock, so
that none outlasts who held it.
"""


class OverSsh:
    """A folder of another computer that holds releases, and the link to the one that is served."""

    def __init__(self, host: str, folder: str) -> None:
        self.name, self._host, self._folder = f"{host}:{folder}", host, folder
        self._names: list[str] = []
        self._lock: subprocess.Popen[bytes] | None = None

    @contextmanager
    def alone(self) -> Iterator[None]:
        """One publication at a time, from wherever it comes, as long as the connection lasts that holds the lock."""
        self._do(f"mkdir -p {quote(self._folder)}", within=False)
        self._lock = begun(self._command(_ALONE))
        try:
            if self._lock.stdout and self._lock.stdout.readline().decode(errors="replace").strip() != _HELD:
                raise _not_alone(self.name)
            self._names = self._do(f"mkdir -p {RELEASES} && ls {RELEASES}").decode(errors="replace").split("\n")
            self.clear()
            yield
        finally:
            self._lock.communicate()
            self._lock = None

    def before(self, folder: Path) -> Path | None:
        """What the next build asks of the release that is served, put into a folder."""
        if not self._do(f"[ ! -d {quote(self._folder)} ] || echo there", within=False) or not (now := self.current()):
            return None
        only = [f"--include={name}" for name in (MANIFEST, *ASKED)]
        there = f"{self._host}:{self._folder}/{RELEASES}/{now}/"
        said_by([*_RSYNC, "--prune-empty-dirs", "--include=*/", *only, "--exclude=*", "--", there, f"{folder}/"])

        def read(path: str) -> bytes | None:
            file = folder / path
            return file.read_bytes() if file.is_file() and not file.is_symlink() else None

        return take(self.name, read, folder)

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

    def hashes(self, release: str) -> Mapping[str, str]:
        """The hash of what lies in the folder of a release."""
        return self._hashes(f"{RELEASES}/{release}")

    def _hashes(self, folder: str) -> Mapping[str, str]:
        found = self._do(f"cd {folder} && {_HASHES}").decode(errors="replace").split("\0")
        split = (line.partition("  ./") for line in found if line)
        return {path: digest for digest, _, path in split if path != MANIFEST}

    def is_same(self, release: str, site: Path) -> bool:
        """Whether rsync would change nothing, whatever times files have."""
        told = self._sync(site, f"{RELEASES}/{release}", "--dry-run", "--itemize-changes", "--delete")
        return not any(line[:1] in b"<>c*" for line in told.split(b"\n") if line)

    def send(self, site: Path, manifest: Manifest, release: str, like: str) -> None:
        """Send a site; a file that another release has is the same file there, by a second name."""
        incoming = f"{RELEASES}/{UNFINISHED}{secrets.token_hex(8)}"
        try:
            self._do(f"mkdir {incoming}")
            self._sync(site, incoming, "--chmod=D755,F644", *([f"--link-dest=../{like}"] if like else []))
            refuse_damaged(f"{self.name}/{RELEASES}/{release}", manifest, self._hashes(incoming))
            self._do(f"cat > {incoming}/{MANIFEST}", given=manifest.written)
            self._do(f"mv -T {incoming} {RELEASES}/{release}")
        except SetupError:
            with suppress(SetupError):  # the connection has ended: the next publication does it
                self.clear()
            raise

    def switch(self, release: str) -> None:
        """Have the link lead elsewhere, in one step."""
        other = f"{UNFINISHED}{secrets.token_hex(8)}"
        self._do(f"ln -s {RELEASES}/{release} {other} && mv -T {other} {CURRENT}")

    def put_aside(self, release: str) -> None:
        """Give the folder of a release another name."""
        self._do(f"mv -T {RELEASES}/{release} {RELEASES}/{UNFINISHED}{release}-{secrets.token_hex(8)}")

    def clear(self) -> Sequence[str]:
        """Remove what has no name of a release: while the lock is held, nobody else is sending it."""
        return self._do(_CLEAR).decode(errors="replace").split()

    def _do(self, script: str, *, within: bool = True, given: bytes = b"") -> bytes:
        """What a script says that runs there, in the folder."""
        if self._lock and self._lock.poll() is not None:
            raise _not_alone(self.name)
        return said_by(self._command(script, within=within), given=given)

    def _command(self, script: str, *, within: bool = True) -> list[str]:
        steps = f"cd {quote(self._folder)} && {{ {script.strip()}\n}}" if within else script
        host = self._host.replace("[", "").replace("]", "")  # rsync wants brackets around an address, ssh wants none
        return [*_SSH, host, f"sh -c {quote(f'set -e; {steps}')}"]

    def _sync(self, site: Path, folder: str, *options: str) -> bytes:
        excluded = f"--exclude=/{MANIFEST}"
        return said_by([*_RSYNC, excluded, *options, "--", f"{site}/", f"{self._host}:{self._folder}/{folder}/"])


def _not_alone(name: str) -> SetupError:
    """That another publication is under way there, or the connection has ended by which it was kept out."""
    return SetupError(
        Phrase(N_("Another publication may be under way: {target} cannot be held for this one."), {"target": name}),
        Phrase(N_("Wait until it has ended, then publish again. On that computer the program flock is needed.")),
    )
