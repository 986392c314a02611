"""What a check would say of changed content, before anything is changed: tried on a copy of links."""

import os
import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.content.changes import Changes
from generator.options import Options
from generator.pipeline import check
from generator.problems.problem import Problem


def tried(changes: Changes, options: Options) -> tuple[Problem, ...]:
    """The problems of the content as it would be, drafts too."""
    with TemporaryDirectory(prefix=".trial.", dir=options.root) as folder:
        root = Path(folder)
        shutil.copytree(options.root / "content", root / "content", symlinks=True, copy_function=_linked)
        with changes.applied(root):
            return check(replace(options, root=root, drafts=True)).problems


def _linked(source: str, target: str) -> None:
    """A file that is changed is written anew, and its link here with it: so a link is a copy."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)
