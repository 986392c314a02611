"""Files of a site changed together: all of them or none, and told as a difference."""

import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.machine.control_signs import shown


@dataclass(frozen=True)
class Changes:
    """What becomes of files, by their paths below the folder of the site: moved first, then removed and written."""

    moved: Mapping[str, str] = field(default_factory=dict)
    """Files or folders to new paths, which are free; none lies in another. A folder that this leaves empty goes."""
    removed: frozenset[str] = frozenset()
    """Files that go, by the path that they have then."""
    written: Mapping[str, str] = field(default_factory=dict)
    """What files are to hold, by the path that they have then; new ones too."""

    def __bool__(self) -> bool:
        return bool(self.moved or self.removed or self.written)

    def touched(self, root: Path) -> list[str]:
        """The paths of what is there already and would be another: without a copy elsewhere, it could be lost."""
        paths = {*self.moved, *map(self.before, (*self.removed, *self.written))}
        return sorted(path for path in paths if (root / path).exists())

    def difference(self, root: Path) -> str:
        """What would change: "old → new" for what moves, and lines as `diff -u` shows them, of a file that is no text
        none but its name. Nothing is written.
        """
        told = [f"{shown(old)} → {shown(new)}\n" for old, new in sorted(self.moved.items())]
        for path in sorted({*self.removed, *self.written}):
            file = root / self.before(path)
            content = file.read_bytes() if file.is_file() else b""
            after = self.written.get(path, "")
            names = (shown(path) if file.is_file() else "", shown(path) if path in self.written else "")
            before = _lines_in(content)
            if before is None:
                told += (f"--- {names[0]}\n", f"+++ {names[1]}\n")
                continue
            told += unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), *names)
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in told)

    @contextmanager
    def applied(self, root: Path) -> Iterator[None]:
        """Change the files. They stay so if the block ends well; if it raises, all are as they were.

        All that is new is written beside `content/` first: a full disk is met before anything has changed. Raises
        OSError.
        """
        with TemporaryDirectory(prefix=".changes.", dir=root) as name, ExitStack() as undo:
            aside = Path(name)
            fresh = {path: aside / f"new {number}" for number, path in enumerate(sorted(self.written))}
            for path, file in fresh.items():
                file.write_bytes(self.written[path].encode())
            for old, new in sorted(self.moved.items()):
                _move(root / old, root / new, undo)
            for number, path in enumerate(sorted({*self.removed, *self.written})):
                if (root / path).exists():
                    _move(root / path, aside / f"old {number}", undo)
            for path, file in fresh.items():
                _move(file, root / path, undo)
            yield
            undo.pop_all()
        for path in (*self.moved, *self.removed):
            _without_empty(root / path, root)

    def before(self, path: str) -> str:
        """The path that a file has before anything is moved."""
        for old, new in self.moved.items():
            if path == new or path.startswith(f"{new}/"):
                return old + path[len(new) :]
        return path


def uncommitted(root: Path, paths: Iterable[str]) -> list[str] | None:
    """Those of the paths, files or folders, of which git's last commit has no copy; None outside a repository."""
    asked = [*paths]
    others = _git(root, "ls-files", "--others", "-z", "--", *asked)
    if others is None:
        return None
    changed = _git(root, "diff", "--name-only", "--relative", "--no-renames", "-z", "HEAD", "--", *asked)
    if changed is None:  # nothing is committed yet
        return sorted(asked)
    return sorted({*others, *changed}) if asked else []


def _git(root: Path, *arguments: str) -> list[str] | None:
    """The paths that git names, or None where it cannot."""
    try:
        done = subprocess.run(["git", "--literal-pathspecs", *arguments], cwd=root, capture_output=True, check=False)
    except OSError:  # there is no git
        return None
    return None if done.returncode else [name for name in done.stdout.decode(errors="replace").split("\0") if name]


def _move(old: Path, new: Path, undo: ExitStack) -> None:
    """Move a file or a folder to a place that is free, with the folders it needs."""
    for folder in reversed([one for one in new.parents if not one.exists()]):
        folder.mkdir()
        undo.callback(folder.rmdir)
    if new.exists():
        raise FileExistsError(None, "File exists", str(new))
    old.rename(new)
    undo.callback(new.rename, old)


def _without_empty(path: Path, root: Path) -> None:
    """Take away the folders that held something and hold nothing now."""
    for folder in path.parents:
        if folder == root or not folder.is_dir() or any(folder.iterdir()):
            return
        folder.rmdir()


def _lines_in(content: bytes) -> str | None:
    """The text of a file whose lines can be shown."""
    try:
        return None if b"\0" in content else content.decode()
    except UnicodeDecodeError:
        return None
