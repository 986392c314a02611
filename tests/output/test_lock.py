"""Two builds into one folder: one after the other, or the second is told."""

import pytest

from generator.output.site_folder import publish
from generator.problems.setup import SetupError
from tests.output.test_publish import tree
from tests.output.test_switch import NEW, OLD, PUBLISHER, room_of, run

HOLDER = """
import sys
from pathlib import Path
from generator.output.lock import alone
with alone(Path(sys.argv[1]), Path("site")):
    print("held", flush=True)
    input()
"""


def test_who_comes_second_waits_or_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("generator.output.lock._PATIENCE", 0)
    site = tmp_path / "site"
    publish(OLD, site)
    with run(HOLDER, str(room_of(site) / "lock")) as holder:
        assert holder.stdout and holder.stdout.readline() == "held\n"
        with pytest.raises(SetupError, match="Another build is writing"):
            publish(NEW, site)
        assert tree(site) == OLD
        holder.kill()
    publish(NEW, site)
    assert tree(site) == NEW


def test_two_at_once_come_one_after_the_other(tmp_path):
    site = tmp_path / "site"
    processes = [run(PUBLISHER, str(site), version) for version in "abab"]
    assert [process.communicate() for process in processes] == [("", "")] * 4
    last = tree(site)["last"][:1]
    assert last in b"ab" and {content[:1] for content in tree(site).values()} == {last}
