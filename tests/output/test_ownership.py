"""Whose a folder is: what a manifest says of it must be so."""

import shutil
from pathlib import Path

import pytest

from generator.output.ownership import Manifest
from generator.output.site_folder import publish
from generator.problems.setup import SetupError
from tests.output.test_publish import tree


def test_a_manifest_that_does_not_match_its_folder_makes_it_nobodys(tmp_path):
    publish({"index.html": b"1", "a.html": b"2", "b.html": b"3"}, tmp_path / "site")
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    shutil.copy(tmp_path / "site/manifest.json", theirs)
    (theirs / "index.html").write_bytes(b"theirs")
    (theirs / "thesis.doc").write_bytes(b"theirs")
    before = tree(theirs)
    with pytest.raises(SetupError, match="files that Vetrina did not put there"):
        publish({"index.html": b"1"}, theirs)
    assert tree(theirs) == before


@pytest.mark.parametrize("written", ["{}", '{"files": {}}', '{"files": {}, "inputs": {}}', '{"name": "An app"}'])
def test_a_manifest_that_lists_nothing_is_anybodys(tmp_path, written):
    (tmp_path / "manifest.json").write_text(written)
    with pytest.raises(SetupError, match="files that Vetrina did not put there"):
        publish({"index.html": b"1"}, tmp_path)
    assert (tmp_path / "manifest.json").read_text() == written


def test_our_own_that_lists_nothing_is_ours(tmp_path):
    publish({}, tmp_path)
    publish({"index.html": b"1"}, tmp_path)
    assert (tmp_path / "index.html").read_bytes() == b"1"


def test_a_little_of_what_a_manifest_lists_is_ours_where_it_is_as_it_says(tmp_path):
    site = {"index.html": b"1", "a.html": b"2", "b.html": b"3"}
    publish(site, tmp_path)
    for path in ("a.html", "b.html"):
        (tmp_path / path).unlink()
    publish(site, tmp_path)
    assert (tmp_path / "a.html").read_bytes() == b"2"
    for path in ("a.html", "b.html"):
        (tmp_path / path).unlink()
    (tmp_path / "index.html").write_bytes(b"theirs")
    with pytest.raises(SetupError, match="files that Vetrina did not put there"):
        publish(site, tmp_path)
    assert (tmp_path / "index.html").read_bytes() == b"theirs"


THEIRS = {
    "a file of another name": lambda site: put(site / ".vetrina.tmp/notes.txt"),
    "a folder": lambda site: put(site / ".vetrina.tmp/0/notes.txt"),
    "a file": lambda site: put(site / ".vetrina.tmp"),
    "a link": lambda site: (site / ".vetrina.tmp").symlink_to(site.parent),
    "a lock in which something is": lambda site: put(site / ".vetrina.lock"),
    "a folder for a lock": lambda site: put(site / ".vetrina.lock/notes.txt"),
}


def put(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"theirs")


@pytest.mark.parametrize("theirs", THEIRS.values(), ids=THEIRS)
def test_what_has_a_name_of_ours_and_is_not_stays(tmp_path, theirs):
    site = tmp_path / "site"
    publish({"index.html": b"1"}, site)
    theirs(site)
    before = tree(site)
    with pytest.raises(SetupError, match="files that Vetrina did not put there"):
        publish({"index.html": b"2"}, site)
    assert tree(site) == before


def test_what_a_killed_build_left_beside_is_removed(tmp_path):
    site = tmp_path / "site"
    publish({"index.html": b"1", "a.html": b"1"}, site)
    for name in ("0", "12", "both.json", "manifest.json"):
        put(site / ".vetrina.tmp" / name)
    (site / ".vetrina.lock").touch()
    (site / "a.html").unlink()
    (site / "index.html").write_bytes(b"2")
    both = Manifest.of(dict.fromkeys(("index.html", "a.html", "b.html"), "0" * 64))
    (site / "manifest.json").write_bytes(both.written)
    publish({"index.html": b"3"}, site)
    assert {path for path in tree(site) if path != "manifest.json"} == {"index.html"}
