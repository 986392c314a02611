import json
import os
import random
from hashlib import sha256
from pathlib import Path

import pytest

from generator.output.ownership import Manifest
from generator.output.room import Room
from generator.output.site_folder import Published, publish
from generator.problems.setup import SetupError

LONG_AGO = 1_000_000_000


@pytest.fixture(params=["one switch", "in place"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How the site is published: all promises but that of the switch hold in both ways."""
    if request.param == "in place":
        monkeypatch.setattr("generator.output.room.exchange", lambda one, other: False)
    elif not Room.beside(request.getfixturevalue("tmp_path")).can_exchange():
        pytest.skip("two folders cannot exchange their names here")
    return request.param


def set_aside(site: Path) -> dict[str, bytes]:
    """What was in a site and is not ours, as it lies beside it."""
    return tree(site.with_name(f".{site.name}.vetrina") / "set-aside")


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
    manifest = Manifest.read(site)
    assert manifest and manifest.is_whole and manifest.written.endswith(b"}\n")
    told = json.loads(manifest.written)["files"]
    assert list(told.items()) == [(path, sha256(files[path]).hexdigest()) for path in sorted(files)]


def test_the_manifest_tells_what_the_site_is_made_of_and_whether_it_has_changed(tmp_path):
    inputs = {"day": "2026-11-22", "versions": {"vetrina": "1"}}
    publish({"a.html": b"1"}, tmp_path, inputs=inputs)
    manifest = Manifest.read(tmp_path)
    assert manifest and manifest.inputs == inputs and manifest.is_whole
    for number in range(len(manifest.written)):
        flipped = bytearray(manifest.written)
        flipped[number] ^= 4
        other = Manifest.parsed(bytes(flipped))
        assert other is None or not other.is_whole
    assert publish({"a.html": b"1"}, tmp_path, inputs={**inputs, "day": "2026-11-23"}) == Published((), ("a.html",), ())
    after = Manifest.read(tmp_path)
    assert after and after.inputs["day"] == "2026-11-23" and after.digest != manifest.digest


def test_a_site_with_a_manifest_of_before_is_ours(tmp_path):
    (tmp_path / "a.html").write_bytes(b"1")
    (tmp_path / "manifest.json").write_text(json.dumps({"a.html": sha256(b"1").hexdigest()}))
    assert publish({"b.html": b"1"}, tmp_path).removed == ("a.html",)


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


def test_what_was_put_there_by_hand_goes_and_is_kept_and_what_was_lost_comes_back(tmp_path):
    site = tmp_path / "site"
    files = {"index.html": b"1", "a/index.html": b"2"}
    publish(files, site)
    for number in (1, 2):
        (site / "a/index.html").unlink()
        (site / "index.html").write_bytes(b"X")
        (site / "stray/empty").mkdir(parents=True)
        (site / "stray/file").write_bytes(b"theirs")
        aside = tmp_path / f".site.vetrina/set-aside/{number}"
        assert publish(files, site) == Published(("a/index.html", "index.html"), (), ("stray/file",), aside)
        assert tree(site) == files
        assert tree(aside) == {"stray/file": b"theirs"}
    (site / "empty").mkdir()
    assert publish(files, site) == Published((), ("a/index.html", "index.html"), ())
    assert tree(site) == files


def test_what_is_not_ours_is_kept_also_where_a_file_of_ours_goes(tmp_path):
    site = tmp_path / "site"
    publish({"index.html": b"1"}, site)
    (site / "a").write_bytes(b"theirs")
    (site / "b").mkdir()
    (site / "b/deep").write_bytes(b"theirs, too")
    files = {"index.html": b"1", "a/index.html": b"2", "b": b"3"}
    assert publish(files, site).removed == ("a", "b/deep")
    assert tree(site) == files
    assert set_aside(site) == {"1/a": b"theirs", "1/b/deep": b"theirs, too"}


def test_no_files_at_all(tmp_path):
    publish({"a/index.html": b"1"}, tmp_path)
    publish({}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]


def test_the_mode_of_a_file_is_that_of_any_new_file(tmp_path):
    site = tmp_path / "site"
    publish({"a.html": b"1"}, site)
    (tmp_path / "usual").write_bytes(b"")
    assert (site / "a.html").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.parametrize("name", [".gitignore", ".git", ".git/config"])
def test_git_is_left_alone(tmp_path, name):
    site = tmp_path / "site"
    (site / name).parent.mkdir(parents=True)
    (site / name).write_bytes(b"theirs")
    age(site)
    assert publish({"a.html": b"1"}, site) == Published(("a.html",), (), ())
    assert (site / name).read_bytes() == b"theirs"
    assert publish({}, site) == Published((), (), ("a.html",))
    assert (site / name).read_bytes() == b"theirs"
    assert young(site) == {"manifest.json"}
    (site / name).write_bytes(b"theirs, another")
    publish({"a.html": b"1"}, site)
    assert (site / name).read_bytes() == b"theirs, another"


def test_a_file_that_is_kept_is_what_the_build_that_kept_it_saw(tmp_path):
    digest = {"a.html": sha256(b"1").hexdigest()}
    publish({"a.html": b"1", "b.html": b"1"}, tmp_path)
    published = publish({"b.html": b"2"}, tmp_path, digest)
    assert (published.written, published.unchanged) == (("b.html",), ("a.html",))
    (tmp_path / "manifest.json").write_bytes(Manifest.of({}).written)  # then the file itself is asked
    (tmp_path / "b.html").unlink()
    (tmp_path / "a.html").unlink()
    with pytest.raises(SetupError, match="has changed since this build began"):
        publish({"b.html": b"3"}, tmp_path, digest)
    publish({"a.html": b"another build's", "b.html": b"2"}, tmp_path)
    with pytest.raises(SetupError, match="has changed since this build began"):
        publish({"b.html": b"3"}, tmp_path, digest)
    assert tree(tmp_path) == {"a.html": b"another build's", "b.html": b"2"}
    assert publish({}, tmp_path, {"a.html": sha256(b"another build's").hexdigest()}).removed == ("b.html",)


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
    published = publish(files, site)
    assert (published.written, published.unchanged, published.removed) == (("a/kept", "b"), (), ("a", "c"))
    assert tree(site) == files
    assert not any(path.is_symlink() for path in (site / "a", site / "b"))
    assert tree(outside) == {"kept": b"theirs", "same": b"2"}


@pytest.mark.parametrize("name", ["notes.txt", "a/notes.txt"])
@pytest.mark.parametrize(
    "manifest",
    [None, b"", b"{}", b"{", b"[]", b'{"name": "An app", "icons": []}', b'{"a.html": 1}', b'{"a.html": "x"}', b"\xff"],
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


def test_a_name_that_is_too_long_leaves_the_site_as_it_was(tmp_path):
    publish({"a.html": b"1"}, tmp_path)
    with pytest.raises(SetupError, match="cannot be written"):
        publish({"a.html": b"2", "b/" + "x" * 300: b"1", "c.html": b"1"}, tmp_path)
    assert tree(tmp_path) == {"a.html": b"1"}
    publish({"a.html": b"2"}, tmp_path)
    assert tree(tmp_path) == {"a.html": b"2"}


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
