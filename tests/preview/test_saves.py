"""What counts as a save: whatever changes a file of ours, whoever does it; nothing of what editors leave beside."""

import os
import queue
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from generator.content.as_it_is import is_passed_over
from generator.preview import saves as module
from generator.preview.saves import is_noise, saves

PATIENCE = 120
"""Seconds that a test waits for what is to be told: this only ends what hangs."""


class Watching:
    """Three folders watched, of which only the first is there; in the last, files are published as they are."""

    def __init__(self, root: Path) -> None:
        self.folder, self.later, self.public = root / "content", root / "templates", root / "public"
        self.folder.mkdir()
        self.told: queue.Queue[frozenset[Path]] = queue.Queue()
        self.ended = Event()
        watched = {self.folder: is_noise, self.later: is_noise, self.public: is_passed_over}
        self.thread = Thread(target=lambda: [self.told.put(one) for one in saves(watched, self.ended)])

    def write(self, name: str, text: str = "x") -> Path:
        file = self.folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
        return file

    def next(self) -> frozenset[Path]:
        return self.told.get(timeout=PATIENCE)

    def until(self, *files: Path) -> set[Path]:
        """All that is told until each of `files` is."""
        told: set[Path] = set()
        while not told >= set(files):
            told |= self.next()
        return told

    def until_watched(self) -> None:
        """Until folders are watched anew."""
        while self.next():
            pass


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    watching = Watching(tmp_path.resolve())
    watching.write("old.md")
    watching.thread.start()
    yield watching
    watching.ended.set()
    watching.thread.join(PATIENCE)
    assert not watching.thread.is_alive()


@pytest.fixture
def folder(watching: Watching) -> Watching:
    """The same, from when it is watched."""
    assert watching.next() == frozenset()
    return watching


def test_a_save_is_told(folder):
    file = folder.folder / "old.md"
    file.write_text("new", "utf-8")
    assert folder.until(file) == {file}


def test_a_burst_is_told_whole(folder):
    files = [folder.write(f"{number}.md") for number in range(100)]
    assert folder.until(*files) == set(files)


def test_a_file_of_a_new_folder_is_told(folder):
    file = folder.write("agreements/one.md")
    told = folder.until(file.parent)
    file.write_text("two", "utf-8")
    assert told | folder.until(file) <= {file.parent, file}


def test_what_is_deleted_is_told(folder):
    file = folder.folder / "old.md"
    file.unlink()
    assert folder.until(file) == {file}


def test_an_old_file_that_is_moved_here_is_told(folder, tmp_path):
    old = tmp_path / "older.md"
    old.write_text("old", "utf-8")
    os.utime(old, (0, 0))
    moved = old.replace(folder.folder / "old.md")
    assert folder.until(moved) == {moved}


def test_what_is_moved_away_is_told(folder, tmp_path):
    gone = folder.folder / "old.md"
    gone.replace(tmp_path / "old.md")
    assert folder.until(gone) == {gone}


NOISE = """.DS_Store .old.md.swp old.md~ 4913 .#old.md ~$old.md #old.md# Thumbs.db desktop.ini .goutputstream-X1
    .~lock.old.md# old.md.tmp old.md___jb_tmp___ old.md.swp""".split()


def test_what_editors_leave_is_not_told(folder):
    noise = [folder.write(name) for name in NOISE]
    folder.write(".git/index")
    for file in noise:
        file.unlink()
    file = folder.write("old.md", "new")
    assert folder.until(file) == {file}


@pytest.mark.parametrize("name", [*NOISE, ".git/index", "agreements/.old.md.swp"])
def test_noise(name):
    assert any(map(is_noise, Path(name).parts))


@pytest.mark.parametrize(
    "name", ["old.md", "4913.md", "a/b.en.md", "tmp.md", "a~b.jpg", "site.yaml", "swp", "a#b.md", ""]
)
def test_no_noise(name):
    assert not any(map(is_noise, Path(name).parts))


def test_hidden_files_that_are_published_as_they_are_are_told(folder):
    hidden = folder.public / ".well-known"
    hidden.mkdir(parents=True)
    folder.until_watched()
    files = [hidden / "security.txt", folder.public / ".htaccess", folder.public / ".nojekyll"]
    for file in (folder.public / ".index.html.swp", folder.public / ".git", *files):
        file.write_text("x", "utf-8")
    assert folder.until(*files) <= {hidden, *files}
    files[0].unlink()
    assert folder.until(files[0]) == {files[0]}


def test_a_folder_that_is_replaced_is_watched_anew(folder, tmp_path):
    folder.folder.rename(tmp_path / "before")
    folder.until_watched()
    folder.folder.mkdir()
    folder.until_watched()
    file = folder.write("new.md")
    assert file in folder.until(file)


def test_a_folder_that_comes_later_is_watched(folder):
    folder.later.mkdir()
    folder.until_watched()
    file = folder.later / "base.html"
    file.write_text("x", "utf-8")
    assert folder.until(file) == {file}


def test_none_need_be_there(tmp_path):
    watching = Watching(tmp_path)
    watching.folder.rmdir()
    watching.thread.start()
    watching.until_watched()
    watching.ended.set()
    watching.thread.join(PATIENCE)


@pytest.mark.parametrize("error", [OSError("no more watches"), RuntimeError("no events")])
def test_where_the_system_does_not_tell_files_are_compared(tmp_path, monkeypatch, error):
    ways = []

    def refusing(*folders, force_polling, **settings):
        ways.append(force_polling)
        if not force_polling:
            raise error
        return watch(*folders, force_polling=force_polling, **settings)

    watch = module.watch
    monkeypatch.setattr(module, "watch", refusing)
    watching = Watching(tmp_path.resolve())
    watching.thread.start()
    watching.until_watched()
    file = watching.write("new.md")
    assert file in watching.until(file)
    watching.ended.set()
    watching.thread.join(PATIENCE)
    assert ways == [None, True]


def test_a_folder_that_goes_at_the_wrong_moment_is_looked_at_again(tmp_path, monkeypatch):
    failures = iter([FileNotFoundError("gone")])
    watch = module.watch

    def failing(*folders, **settings):
        for failure in failures:
            raise failure
        return watch(*folders, **settings)

    monkeypatch.setattr(module, "watch", failing)
    watching = Watching(tmp_path.resolve())
    watching.thread.start()
    watching.until_watched()
    file = watching.write("new.md")
    assert watching.until(file) == {file}
    watching.ended.set()
    watching.thread.join(PATIENCE)
