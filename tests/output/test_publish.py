import json
import os
import random
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from generator.output.publish import Published, publish
from generator.problems.setup import SetupError

LONG_AGO = 1_000_000_000


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` except the manifest; and that there is no empty folder."""
    assert all(any(path.iterdir()) for path in folder.rglob("*") if path.is_dir())
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    files.pop("manifest.json", None)
    return files


def age(folder: Path) -> None:
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


def young(folder: Path) -> set[str]:
    """The files written since `age`."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.stat().st_mtime > LONG_AGO)
    return {path.relative_to(folder).as_posix() for path in files}


def test_a_new_folder(tmp_path):
    site = tmp_path / "deep" / "site"
    files = {"index.html": b"home", "b/c/index.html": b"\0\r\n", "a/è.html": b""}
    assert publish(files, site) == Published(("a/è.html", "b/c/index.html", "index.html"), (), ())
    assert tree(site) == files
    manifest = (site / "manifest.json").read_bytes()
    assert list(json.loads(manifest).items()) == [(path, sha256(files[path]).hexdigest()) for path in sorted(files)]
    assert manifest.endswith(b"}\n")


def test_only_what_changed_is_written_and_what_is_gone_goes(tmp_path):
    publish({"same.html": b"1", "longer.html": b"1", "other.html": b"1", "gone/deep/a.html": b"1"}, tmp_path)
    age(tmp_path)
    files = {"same.html": b"1", "longer.html": b"12", "other.html": b"2", "new/a.html": b"1"}
    published = publish(files, tmp_path)
    assert published.written == ("longer.html", "new/a.html", "other.html")
    assert published.unchanged == ("same.html",)
    assert published.removed == ("gone/deep/a.html",)
    assert tree(tmp_path) == files
    assert young(tmp_path) == {"longer.html", "new/a.html", "other.html", "manifest.json"}


def test_the_same_again_writes_nothing(tmp_path):
    files = {"index.html": b"1", "a/index.html": b"2"}
    publish(files, tmp_path)
    age(tmp_path)
    assert publish(files, tmp_path) == Published((), ("a/index.html", "index.html"), ())
    assert young(tmp_path) == set()


def test_what_was_put_there_by_hand_goes_and_what_was_lost_comes_back(tmp_path):
    files = {"index.html": b"1", "a/index.html": b"2"}
    publish(files, tmp_path)
    (tmp_path / "a/index.html").unlink()
    (tmp_path / "index.html").write_bytes(b"X")
    (tmp_path / "stray/empty").mkdir(parents=True)
    (tmp_path / "stray/file").write_bytes(b"")
    assert publish(files, tmp_path) == Published(("a/index.html", "index.html"), (), ("stray/file",))
    assert tree(tmp_path) == files


def test_no_files_at_all(tmp_path):
    publish({"a/index.html": b"1"}, tmp_path)
    publish({}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]


def test_the_mode_of_a_file_is_that_of_any_new_file(tmp_path):
    site = tmp_path / "site"
    publish({"a.html": b"1"}, site)
    (tmp_path / "usual").write_bytes(b"")
    assert (site / "a.html").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.parametrize("name", [".gitignore", ".git"])
def test_git_is_left_alone(tmp_path, name):
    (tmp_path / name).write_bytes(b"theirs")
    age(tmp_path)
    assert publish({"a.html": b"1"}, tmp_path) == Published(("a.html",), (), ())
    assert publish({}, tmp_path) == Published((), (), ("a.html",))
    assert (tmp_path / name).read_bytes() == b"theirs"
    assert young(tmp_path) == {"manifest.json"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"a": b"1", "b": b"1"}, {"a/index.html": b"2", "b": b"1"}),
        ({"a/b/index.html": b"1", "a/c": b"1"}, {"a": b"2"}),
        ({"a/index.html": b"1"}, {"A/index.html": b"1", "b": b"2"}),
        ({"a.html": b"1"}, {"A.html": b"1"}),
        ({"caf\u00e9": b"1"}, {"cafe\u0301": b"1"}),
        ({"a/b": b"1"}, {"a/b/c": b"1", "a.b": b""}),
    ],
)
def test_a_name_that_changes_its_nature_or_its_spelling(tmp_path, old, new):
    publish(old, tmp_path)
    published = publish(new, tmp_path)
    assert tree(tmp_path) == new
    assert set(published.removed) == old.keys() - new.keys()


def test_links_in_the_folder_are_replaced_and_never_followed(tmp_path):
    site, outside = tmp_path / "site", tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").write_bytes(b"theirs")
    (outside / "same").write_bytes(b"2")
    files = {"a/kept": b"1", "b": b"2"}
    publish(files, site)
    (site / "a/kept").unlink()
    (site / "a").rmdir()
    (site / "b").unlink()
    try:
        (site / "a").symlink_to(outside)
        (site / "b").symlink_to(outside / "same")
        (site / "c").symlink_to(outside)
    except OSError:
        pytest.skip("links need a privilege here")
    assert publish(files, site) == Published(("a/kept", "b"), (), ("a", "c"))
    assert tree(site) == files
    assert not any(path.is_symlink() for path in (site / "a", site / "b"))
    assert tree(outside) == {"kept": b"theirs", "same": b"2"}


@pytest.mark.parametrize("name", ["notes.txt", "a/notes.txt"])
@pytest.mark.parametrize(
    "manifest", [None, b"{", b"[]", b'{"name": "An app", "icons": []}', b'{"a.html": 1}', b'{"a.html": "x"}', b"\xff"]
)
def test_a_folder_of_somebody_else_is_refused(tmp_path, name, manifest):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"theirs")
    if manifest is not None:
        (tmp_path / "manifest.json").write_bytes(manifest)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(SetupError) as caught:
        publish({"a.html": b"1"}, tmp_path)
    assert caught.value.message.values["folder"] == str(tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_file_where_the_folder_should_be_is_told(tmp_path):
    (tmp_path / "site").write_bytes(b"theirs")
    with pytest.raises(SetupError, match="is a file"):
        publish({"a.html": b"1"}, tmp_path / "site")
    with pytest.raises(SetupError, match="cannot be written"):
        publish({"a.html": b"1"}, tmp_path / "site" / "below")
    assert (tmp_path / "site").read_bytes() == b"theirs"


@pytest.mark.parametrize(
    "path",
    [
        "../a", "a/../../b", "/a", "a//b", "a/", "", ".", "./a", "a/./b", "..\\a", "C:a", "a\0b",
        "manifest.json", "Manifest.json", ".gitignore", ".git/config", ".vetrina.tmp",
    ],
)  # fmt: skip
def test_a_path_that_cannot_stand_in_the_folder_is_refused(tmp_path, path):
    with pytest.raises(SetupError) as caught:
        publish({"fine.html": b"1", path: b"2"}, tmp_path / "site")
    assert caught.value.message.values == {"path": path}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "paths",
    [
        ("a.html", "A.html"),
        ("a/x.html", "A/y.html"),
        ("stra\u00dfe", "STRASSE"),
        ("caf\u00e9/x", "cafe\u0301/y"),
        ("a", "a/index.html"),
        ("a/b/c", "a/b"),
    ],
)
def test_paths_that_are_one_on_some_computers_are_refused(tmp_path, paths):
    with pytest.raises(SetupError):
        publish(dict.fromkeys(paths, b"1"), tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_paths_that_only_begin_alike_are_fine(tmp_path):
    files = {"a/b": b"1", "a.html": b"2", "ab": b"3", "a-b/c": b"4", "x/.gitignore": b"5", "x/manifest.json": b"6"}
    publish(files, tmp_path)
    assert {path: (tmp_path / path).read_bytes() for path in files} == files


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path):
    publish({"a.html": b"1"}, tmp_path)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(SetupError, match="cannot be written"):
            publish({"a.html": b"2"}, tmp_path)
    finally:
        tmp_path.chmod(0o700)
    assert (tmp_path / "a.html").read_bytes() == b"1"


PUBLISHER = """
import os
import sys
from pathlib import Path
from generator.output.publish import publish
from generator.problems.setup import SetupError

def files(version):
    return {f"{number % 7}/{number}/index.html": version * 20_000 for number in range(int(sys.argv[3]))}

def end(event, _):
    if event in ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir"):
        steps.pop() if steps else os._exit(9)

if sys.argv[4:] and sys.argv[4].startswith("step "):
    steps = [None] * int(sys.argv[4].removeprefix("step "))
    sys.addaudithook(end)
elif sys.argv[4:]:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]),) * 2)
try:
    publish(files(sys.argv[2].encode()) | {"last": b"x" * 90_000}, Path(sys.argv[1]))
except SetupError as error:
    sys.exit(error.message.text)
"""


def publishing(site: Path, version: str, number: int, *limit: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", PUBLISHER, str(site), version, str(number), *limit]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


def test_a_build_that_is_killed_leaves_whole_files_and_the_next_completes_it(tmp_path):
    steps = random.Random(1)
    site = tmp_path / "site"
    ends = []
    for attempt in range(12):
        with publishing(site, "ab"[attempt % 2], 400, f"step {steps.randrange(800)}") as process:
            process.communicate()
        ends.append(process.returncode)
        left = tree_of_a_killed_build(site)
        assert set(left.values()) <= {b"a" * 20_000, b"b" * 20_000, b"x" * 90_000}
        if attempt == 5:
            publish({f"{number % 7}/{number}/index.html": b"a" * 20_000 for number in range(400)}, site)
        if attempt > 5:
            assert len(left) >= 400
    assert ends.count(9) > 6 and set(ends) == {0, 9}
    files = {"index.html": b"1"}
    publish(files, site)
    assert tree(site) == files


def tree_of_a_killed_build(site: Path) -> dict[str, bytes]:
    files = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    passing = {"manifest.json", ".vetrina.tmp"}
    return {path.relative_to(site).as_posix(): data for path, data in files.items() if path.name not in passing}


@pytest.mark.skipif(os.name != "posix", reason="needs a limit on the size of files")
def test_a_disk_without_room_leaves_whole_files_and_no_debris(tmp_path):
    publish({"last": b"old", "z": b"old", "manifest/x": b"1"}, tmp_path)
    manifest = (tmp_path / "manifest.json").read_bytes()
    with publishing(tmp_path, "a", 3, "50000") as process:
        _, complaint = process.communicate()
    assert process.returncode == 1
    assert complaint == "{file} cannot be written: {cause}.\n"
    assert tree(tmp_path) == {
        "0/0/index.html": b"a" * 20_000,
        "1/1/index.html": b"a" * 20_000,
        "2/2/index.html": b"a" * 20_000,
        "last": b"old",
        "z": b"old",
        "manifest/x": b"1",
    }
    assert (tmp_path / "manifest.json").read_bytes() == manifest


def test_random_histories_end_like_a_clean_build(tmp_path):
    chance = random.Random(7)
    names = ["a", "b", "a/index.html", "a/b/index.html", "b/index.html", "c/x", "c/x/y", "d.html", "A", "C/z"]
    for step in range(60):
        files = {name: chance.choice([b"1", b"2", b"longer"]) for name in chance.sample(names, chance.randint(0, 5))}
        clean = tmp_path / str(step)
        try:
            publish(files, clean)
        except SetupError:
            continue
        publish(files, tmp_path / "site")
        assert tree(tmp_path / "site") == tree(clean) == files
        assert (tmp_path / "site/manifest.json").read_bytes() == (clean / "manifest.json").read_bytes()
