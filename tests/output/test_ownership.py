"""Whose a folder is: what a manifest says of it must be so."""

import shutil

import pytest

from generator.output.publish import publish
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
