"""The hidden folder beside a site in which its next publication is prepared: `.site.vetrina` beside `site`.

Whoever deletes it loses nothing but what they had put into the site themselves, in `set-aside`.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from generator.output.switch import exchange
from generator.output.tree import remove

_IGNORED = b"# Vetrina's, beside the site: its next publication is prepared here.\n*\n"
_TWIN, _LOCK, _ASIDE, _TRIALS, _GITIGNORE = "twin", "lock", "set-aside", ("trial-a", "trial-b"), ".gitignore"
_OURS = {_TWIN, _LOCK, _ASIDE, *_TRIALS, _GITIGNORE}


class Room:
    """The folder beside a site: `twin` is the tree that is prepared, `aside` has what was in the site and not ours."""

    def __init__(self, folder: Path) -> None:
        self.twin, self.lock, self.aside = folder / _TWIN, folder / _LOCK, folder / _ASIDE
        self._trials = [folder / name for name in _TRIALS]

    @classmethod
    def beside(cls, site: Path) -> "Room | None":
        """The room of a site, made where there is none; None where there cannot be one, or another's has its name."""
        folder = site.with_name(f".{site.name}.vetrina") if site.name else site
        try:
            with suppress(FileExistsError):
                folder.mkdir(mode=0o700)  # nobody is served what is no longer published
            if folder.is_symlink() or not {one.name for one in folder.iterdir()} <= _OURS:
                return None
            if not (folder / _GITIGNORE).exists():
                (folder / _GITIGNORE).write_bytes(_IGNORED)
            return cls(folder) if os.access(folder, os.W_OK | os.X_OK) else None
        except OSError:
            return None

    def can_exchange(self) -> bool:
        """Whether two folders can exchange their names here; where they cannot, there has never been a twin."""
        if self.twin.is_dir():
            return True
        try:
            for trial in self._trials:
                remove(trial)
                trial.mkdir()
            done = exchange(*self._trials)
            for trial in self._trials:
                trial.rmdir()
        except OSError:
            return False
        return done

    def can_link(self) -> bool:
        """Whether a file can have two names here."""
        trial = self._trials[0]
        try:
            remove(trial)
            os.link(self.lock, trial)
            trial.unlink()
        except OSError:
            return False
        return True

    def set_aside(self, tree: Path, paths: set[str]) -> Path | None:
        """Move files and links of a tree, none of them ours, to where they are not served and not lost: told where."""
        if not paths:
            return None
        number = 1
        while (folder := self.aside / str(number)).exists():
            number += 1
        for path in sorted(paths):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(tree / path, target)
        return folder
