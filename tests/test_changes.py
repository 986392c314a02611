"""Files changed together: all or none, with a difference told, and nothing lost that git does not hold."""

import argparse
import os
import subprocess
from pathlib import Path

import pytest

from generator.commands.changing import carry_out
from generator.content.changes import Changes, uncommitted
from generator.problems.setup import SetupError
from generator.words import words_for

BEFORE = {"content/a.md": "uno\ndue\n", "content/x/index.md": "x\n", "content/x/foto.txt": "f\n", "content/b.md": "b\n"}
CHANGES = Changes(
    moved={"content/x": "content/y"},
    removed=frozenset({"content/b.md"}),
    written={"content/a.md": "uno\ntre\n", "content/y/index.md": "y\n", "content/new/c.md": "c\n"},
)
AFTER = {
    "content/a.md": "uno\ntre\n",
    "content/y/index.md": "y\n",
    "content/y/foto.txt": "f\n",
    "content/new/c.md": "c\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in BEFORE.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def held(root: Path) -> dict[str, str]:
    return {
        file.relative_to(root).as_posix(): file.read_text()
        for file in root.rglob("*")
        if file.is_file() and ".git" not in file.parts
    }


def git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Prova", "-c", "user.email=prova@example.org")
    subprocess.run(["git", "-C", root, *identity, *arguments], check=True, capture_output=True)


def commit(root: Path) -> None:
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "-m", "Prima")


def test_all_is_changed_and_nothing_else_is_left(root):
    with CHANGES.applied(root):
        assert held(root).items() >= AFTER.items()
    assert held(root) == AFTER
    assert sorted(path.name for path in root.iterdir()) == ["content"]
    assert not (root / "content/x").exists()


def test_what_is_raised_meanwhile_undoes_all(root):
    folders = {path for path in root.rglob("*") if path.is_dir()}
    with pytest.raises(RuntimeError), CHANGES.applied(root):
        raise RuntimeError
    assert held(root) == BEFORE
    assert {path for path in root.rglob("*") if path.is_dir()} == folders


@pytest.mark.parametrize("broken", range(9))
def test_a_move_that_fails_leaves_all_as_it_was(root, monkeypatch, broken):
    done = []
    rename = Path.rename

    def failing(self, target):
        done.append(target)
        if len(done) == broken + 1:
            raise PermissionError(13, "Permission denied", str(target))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    try:
        with CHANGES.applied(root):
            pass
    except PermissionError:
        assert held(root) == BEFORE
    else:
        assert broken >= len(done) and held(root) == AFTER


def test_the_difference_says_what_moves_and_which_lines_change(root):
    assert CHANGES.difference(root).splitlines() == [
        "content/x → content/y",
        "--- content/a.md", "+++ content/a.md", "@@ -1,2 +1,2 @@", " uno", "-due", "+tre",
        "--- content/b.md", "+++ ", "@@ -1 +0,0 @@", "-b",
        "--- ", "+++ content/new/c.md", "@@ -0,0 +1 @@", "+c",
        "--- content/y/index.md", "+++ content/y/index.md", "@@ -1 +1 @@", "-x", "+y",
    ]  # fmt: skip
    assert held(root) == BEFORE


def test_touched_is_what_is_there_already(root):
    assert CHANGES.touched(root) == ["content/a.md", "content/b.md", "content/x", "content/x/index.md"]
    assert not Changes() and CHANGES


def test_git_is_asked_what_it_has_no_copy_of(root):
    paths = ["content/a.md", "content/x"]
    assert uncommitted(root, paths) is None
    git(root, "init")
    assert uncommitted(root, paths) == paths
    commit(root)
    assert uncommitted(root, paths) == []
    (root / "content/a.md").write_text("altro\n")
    (root / "content/b.md").write_text("altro\n")
    (root / "content/x/nuovo.md").write_text("nuovo\n")
    git(root, "add", "content/a.md")
    assert uncommitted(root, paths) == ["content/a.md", "content/x/nuovo.md"]
    assert uncommitted(root / "content", ["a.md"]) == ["a.md"]
    assert uncommitted(root, []) == []


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_command_refuses_what_could_be_lost_unless_told(root, capsys, language):
    words = words_for(language)

    def asked(**options: bool) -> None:
        given = argparse.Namespace(root=root, **{"force": False, "dry_run": False, **options})
        carry_out(CHANGES, given, words)

    with pytest.raises(SetupError) as outside:
        asked()
    assert "--force" in words.say(outside.value.hint)
    commit(root)
    (root / "content/a.md").write_text("mio\n")
    with pytest.raises(SetupError) as unsaved:
        asked()
    assert "content/a.md" in words.say(unsaved.value.message)
    asked(dry_run=True)
    assert "+tre" in capsys.readouterr().out and (root / "content/a.md").read_text() == "mio\n"
    asked(force=True)
    assert "content/x → content/y" in capsys.readouterr().out and held(root) == AFTER


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(root):
    root.chmod(0o500)
    given = argparse.Namespace(root=root, force=True, dry_run=False)
    with pytest.raises(SetupError):
        carry_out(CHANGES, given, words_for("en"))
    root.chmod(0o700)
