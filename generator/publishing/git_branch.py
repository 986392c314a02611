"""A site as a branch of a repository: a commit for each publication, on top of the one before, and none that changes
nothing. Nothing is taken out or staged: the commit is made beside the working tree, and is the same for the same site.
"""

import os
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from generator.output.ownership import PREVIOUS, Manifest
from generator.output.paths import MANIFEST, OTHERS
from generator.problems.setup import SetupError
from generator.publishing.before import asked_of, take
from generator.publishing.programs import said_by
from generator.publishing.refusals import nothing_before, refuse_another, refuse_damaged
from generator.publishing.releases import Done
from generator.words import N_, Phrase

A_BRANCH = re.compile(r"git:(?!(?:HEAD|@)\Z)(?P<branch>[^\s:~^?*\[\\-][^\s:~^?*\[\\]*)")
"""`git:gh-pages`; what git calls whatever is taken out is none."""
_FAR_BACK = 500
"""Commits among which the publication before is looked for."""
_SHORT = 12
_FILE = "100644 "
"""How git writes that something is a plain file."""


class GitBranch:
    """A branch of a remote repository, as the one in `root` knows it. Raises SetupError outside a repository."""

    def __init__(self, root: Path, remote: str, branch: str) -> None:
        if remote.startswith("-"):  # an option in disguise
            raise SetupError(
                Phrase(N_("“{value}” is no repository."), {"value": remote}),
                Phrase(N_("Name a remote of this repository, such as origin, or the address of another.")),
            )
        self.name = f"{remote} {branch}"
        self._remote, self._ref = remote, f"refs/heads/{branch}"
        self._folder = Path(os.fsdecode(said_by(["git", "rev-parse", "--absolute-git-dir"], folder=root)).strip())
        self._root = root

    def publish(self, site: Path, manifest: Manifest, *, moves: bool) -> Done:
        """Have the branch hold a built site, unless it does already. Raises SetupError; then it is as it was."""
        tip = self._tip()
        there = self._tree(tip) if tip else {}
        before = self._manifest(tip) if tip else None
        refuse_another(self.name, before, there, manifest, moves=moves)
        theirs, ours = _apart(there)
        here = {path: _FILE + blob for path, blob in zip(manifest.hashes, self._stored(site, manifest), strict=True)}
        refuse_damaged(self.name, manifest, self._hashes(here))
        if before and before.is_whole and ours == here:
            return Done(tip[:_SHORT], is_new=False)
        told = manifest.after(before).written
        here[MANIFEST] = _FILE + self._git("hash-object", "-w", "--stdin", given=told).strip()
        return self._push({**theirs, **here}, tip, manifest.inputs)

    def before(self, folder: Path) -> Path | None:
        """What the next build asks of what the branch holds, put into a folder."""
        if not (tip := self._tip()):
            return None
        blobs = {path: about.rpartition(" ")[2] for path, about in self._tree(tip).items() if about.startswith(_FILE)}
        asked = [path for path in blobs if path == MANIFEST or path in asked_of([path])]
        held = dict(zip(asked, self._contents([blobs[path] for path in asked]), strict=True))
        return take(self.name, held.get, folder)

    def back(self) -> Done:
        """Have the branch hold what it held before what it holds now, by a commit more.

        Of several commits that say they hold it, the newest is taken that does: somebody may have changed a file by
        hand. Raises SetupError where none is as it was published, or what is not ours would be lost.
        """
        tip = self._tip()
        served = self._manifest(tip) if tip else None
        digest = served.inputs.get(PREVIOUS) if served else None
        older = self._git("rev-list", "--first-parent", f"--max-count={_FAR_BACK}", tip).split() if digest else []
        damaged: SetupError | None = None
        for commit in older[1:]:
            found = self._manifest(commit)
            if found and found.digest == digest:
                there, then = self._tree(tip), self._tree(commit)
                refuse_another(self.name, served, there, found, moves=True)
                theirs, ours = _apart(there)[0], _apart(then)[1]
                try:
                    refuse_damaged(f"{self.name} {commit[:_SHORT]}", found, self._hashes(ours))
                except SetupError as error:
                    damaged = damaged or error
                    continue
                return self._push({**theirs, **ours, MANIFEST: then[MANIFEST]}, tip, found.inputs)
        raise damaged or nothing_before(self.name)

    def _tip(self) -> str:
        """The commit at which the branch is, fetched; "" where there is no such branch."""
        if not self._git("ls-remote", self._remote, self._ref):
            return ""
        self._git("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", self._remote, f"+{self._ref}:{self._kept}")
        return self._git("rev-parse", self._kept).strip()

    @property
    def _kept(self) -> str:
        """Where what was fetched is kept, so that it need not be fetched again."""
        return f"refs/vetrina/{sha256(self.name.encode()).hexdigest()[:_SHORT]}"

    def _tree(self, commit: str) -> Mapping[str, str]:
        """What a commit holds, by its path: what it is for git, and the name of its blob."""
        entries = self._git("ls-tree", "-r", "-z", "--full-tree", commit).split("\0")
        split = (entry.partition("\t") for entry in entries if entry)
        return {path: "{0} {2}".format(*about.split()) for about, _, path in split}

    def _manifest(self, commit: str) -> Manifest | None:
        if not self._git("ls-tree", "--full-tree", commit, "--", MANIFEST):
            return None
        return Manifest.parsed(said_by(["git", "cat-file", "blob", f"{commit}:{MANIFEST}"], folder=self._root))

    def _stored(self, site: Path, manifest: Manifest) -> list[str]:
        """The blob of each file, as it is: no filter of git's changes an end of a line."""
        paths = "".join(f"{site.resolve() / path}\n" for path in manifest.hashes)
        return self._git("hash-object", "-w", "--no-filters", "--stdin-paths", given=paths.encode()).split()

    def _hashes(self, files: Mapping[str, str]) -> Mapping[str, str]:
        """The hash of each file, by its path; "" for what is no plain one."""
        blobs = {path: it.removeprefix(_FILE) for path, it in files.items() if it.startswith(_FILE)}
        digests = (sha256(content).hexdigest() for content in self._contents([*blobs.values()]))
        return dict.fromkeys(files, "") | dict(zip(blobs, digests, strict=True))

    def _contents(self, blobs: Sequence[str]) -> Iterator[bytes]:
        """What is in each of these blobs."""
        given = "".join(f"{blob}\n" for blob in blobs).encode()
        said = said_by(["git", f"--git-dir={self._folder}", "cat-file", "--batch"], given=given, folder=self._root)
        at = 0
        for _ in blobs:
            begins = said.index(b"\n", at) + 1
            ends = begins + int(said[at:begins].split()[2])
            yield said[begins:ends]
            at = ends + 1

    def _written(self, files: Mapping[str, str]) -> str:
        """The tree that holds these files at their paths."""
        with tempfile.TemporaryDirectory() as folder:
            env = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            entries = "".join(f"{it}\t{path}\0" for path, it in files.items())
            self._git("update-index", "-z", "--index-info", given=entries.encode(), env=env)
            return self._git("write-tree", env=env).strip()

    def _push(self, files: Mapping[str, str], tip: str, inputs: Mapping[str, object]) -> Done:
        """Add a commit to the branch, unless somebody else has meanwhile; its date is the day of the site."""
        tree = self._written(files)
        day, commit = inputs.get("day", "1970-01-01"), inputs.get("commit")
        mailbox = f"vetrina@{urlsplit(str(inputs.get('address', ''))).hostname or 'localhost'}"
        env = {
            f"GIT_{role}_{what}": value
            for role in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", "Vetrina"), ("EMAIL", mailbox), ("DATE", f"{day}T00:00:00Z"))
        }
        message = f"The site of {day}" + (f", from {str(commit)[:_SHORT]}" if commit else "")
        new = self._git("commit-tree", tree, *(["-p", tip] if tip else []), "-m", message, env=env).strip()
        self._git("push", "--quiet", self._remote, f"{new}:{self._ref}")
        return Done(new[:_SHORT], is_new=True)

    def _git(self, *arguments: str, given: bytes = b"", env: Mapping[str, str] | None = None) -> str:
        command = ["git", f"--git-dir={self._folder}", *arguments]
        return said_by(command, given=given, folder=self._root, env=env).decode(errors="surrogateescape")


def _apart(files: Mapping[str, str]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """What others may have beside a site, which stays; and the site, without its manifest."""
    theirs = {path: it for path, it in files.items() if path.partition("/")[0] in OTHERS}
    return theirs, {path: it for path, it in files.items() if path not in {*theirs, MANIFEST}}
