"""What git remembers: the texts a file had, in each commit that changed it; and which commit is taken out."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

_MOST = 200
"""Versions further back are no longer looked at."""


def versions(root: Path, path: str) -> Iterator[str]:
    """The texts that a file had; none where there is no repository, or git does not know it."""
    log = _git(root, "log", "--follow", f"--max-count={_MOST}", "--name-only", "--format=format:%x00%H", "--", path)
    for entry in (log or "").split("\0"):
        commit, _, name = entry.strip().partition("\n")
        if name and (text := _git(root, "show", f"{commit}:{name}")) is not None:
            yield text.replace("\r\n", "\n")


def last_commit(root: Path) -> str | None:
    """The commit that git has taken out in a folder; None outside a repository, and before the first."""
    found = _git(root, "rev-parse", "--verify", "--quiet", "HEAD")
    return found.strip() if found else None


def _git(root: Path, *arguments: str) -> str | None:
    """What git says, or None where it cannot."""
    command = ["git", "--literal-pathspecs", "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    except OSError:  # there is no git
        return None
    return None if done.returncode else done.stdout.decode(errors="replace")
