"""What git remembers: the texts a file had, in each commit that changed it; and which commit is taken out."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

_MOST = 200
"""Versions further back are no longer looked at."""
_CANNOT_SAY = 128
"""How git ends where there is no repository, or it does not trust whose it is."""
_SERVICES = (("CI_PROJECT_DIR", "CI_COMMIT_SHA"), ("GITHUB_WORKSPACE", "GITHUB_SHA"))
"""The variables in which GitLab and GitHub tell a job where they have taken out which commit."""
_COMMIT = re.compile(r"[0-9a-f]{40,64}")


def versions(root: Path, path: str) -> Iterator[str]:
    """The texts that a file had; none where there is no repository, or git does not know it."""
    log = said_by_git(
        root, "log", "--follow", f"--max-count={_MOST}", "--name-only", "--format=format:%x00%H", "--", path
    )
    for entry in (log or "").split("\0"):
        commit, _, name = entry.strip().partition("\n")
        if name and (text := said_by_git(root, "show", f"{commit}:{name}")) is not None:
            yield text.replace("\r\n", "\n")


def last_commit(root: Path) -> str | None:
    """The commit that is taken out in a folder; None outside a repository, and before the first.

    Git says it. Only where there is no git, or it cannot say, does the service say it that runs this job.
    """
    done = _run(root, "rev-parse", "--verify", "--quiet", "HEAD")
    if done is None or done.returncode == _CANNOT_SAY:
        return _taken_out_by_a_service(root.resolve())
    return done.stdout.decode().strip() or None


def _taken_out_by_a_service(root: Path) -> str | None:
    """The commit that a service has taken out for a job, of which a folder is, unless it is of another repository."""
    for where, what in _SERVICES:
        folder, commit = os.environ.get(where), os.environ.get(what, "")
        if folder and _COMMIT.fullmatch(commit) and root.is_relative_to(job := Path(folder).resolve()):
            within = (root, *root.parents)[: len(root.relative_to(job).parts)]
            return None if any((one / ".git").exists() for one in within) else commit
    return None


def said_by_git(root: Path, *arguments: str) -> str | None:
    """What git says, or None where it cannot."""
    done = _run(root, *arguments)
    return None if done is None or done.returncode else done.stdout.decode(errors="replace")


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes] | None:
    command = ["git", "--literal-pathspecs", "-c", "core.quotepath=off", *arguments]
    try:
        return subprocess.run(command, cwd=root, capture_output=True, check=False)
    except OSError:  # there is no git
        return None
