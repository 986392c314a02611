"""`vetrina publish` and `vetrina verify`: what they refuse, what they say, and what they leave."""

import json
import os
import subprocess
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands import publish
from generator.incremental.build_key import inputs_of
from generator.options import Options
from generator.output.ownership import Manifest
from generator.publishing import folder
from tests.harness import DAY, SITES, SiteTest
from tests.publishing.sites import served

SOURCED = "sources:\n  - source: comunicato-mobilita\n"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a link needs a privilege here")


def run(site: SiteTest, command: str, *arguments: str, on: str = DAY) -> int:
    return main([command, "--root", str(site.root), "--on", on, "--lang", "en", *arguments])


@pytest.fixture(scope="module")
def site() -> SiteTest:
    """A site with nothing to warn of."""
    return SiteTest()


def test_the_real_site_is_built_published_and_verified(site, tmp_path, capsys):
    www = str(tmp_path / "www")
    assert run(site, "publish", www) == 0
    assert "Published:" in capsys.readouterr().out
    assert run(site, "publish", www) == 0
    assert "Nothing has changed:" in capsys.readouterr().out
    current = tmp_path / "www/current"
    manifest = Manifest.read(current)
    assert manifest and manifest.inputs["options"] == ["production", "search"]
    assert (manifest.inputs["day"], manifest.inputs["address"]) == (DAY, "https://vetrina.example/")
    assert manifest.inputs["versions"]["vetrina"] and manifest.inputs["commit"] is None
    assert run(site, "verify", str(current)) == 0
    assert "0 findings" in capsys.readouterr().out
    assert run(site, "verify", str(current), "--no-build", on="2026-11-24") == 1
    assert "more than 48 hours ago" in capsys.readouterr().out
    (current / "404.html").write_bytes(b"x")
    (current / "dati/v1/changes.json").write_bytes(b"{}")
    assert run(site, "verify", str(current)) == 1
    assert "404.html has changed (page https://vetrina.example/404.html)" in capsys.readouterr().out
    assert run(site, "publish", www) == 0
    assert "The log of changes begins anew." in capsys.readouterr().out


def test_no_name_of_a_foreign_file_steers_a_terminal(site, tmp_path, capsys):
    assert run(site, "publish", str(tmp_path / "www")) == 0
    for name in ("a\x1b[2Jb", "a\x07b", "a\nvetrina: 0 findings"):
        (tmp_path / "www/current" / name).write_text("x")
    capsys.readouterr()
    assert run(site, "verify", str(tmp_path / "www/current"), "--no-build") == 1
    said = capsys.readouterr().out
    assert not {"\x1b", "\x07"} & {*said} and "\nvetrina: 0" not in said
    assert all(f"  {name} lies there" in said for name in ("a␛[2Jb", "a␇b", "a␊vetrina: 0 findings"))


def test_a_build_that_goes_on_from_a_publication_names_it(tmp_path):
    site, out = SiteTest(), tmp_path / "next"
    before = Manifest.read(site.build().out)
    assert before and "previous" not in before.inputs
    after = Manifest.read(site.build(out=out, previous=site.out).out)
    assert after and after.inputs["previous"] == before.digest
    assert after.after(None).inputs == before.inputs, "where it is put nothing was before"


def test_an_extra_that_is_not_installed_is_told_where_files_differ(tmp_path, capsys, monkeypatch):
    site = SiteTest()
    assert run(site, "build") == 0
    there = Manifest.read(site.root / "site")
    assert there and there.inputs["versions"]["xlsxwriter"] == version("xlsxwriter")
    for module in ("exports.datasets", "incremental.build_key"):
        monkeypatch.setattr(f"generator.{module}.is_installed", lambda library: False)
    capsys.readouterr()
    assert run(site, "verify") == 1
    assert "made by other versions of Vetrina or its libraries" in capsys.readouterr().out
    assert inputs_of(Options(site.root, date.fromisoformat(DAY)), "", search=True)["versions"]["xlsxwriter"] == "none"


def test_the_log_goes_on_from_what_is_served_and_what_the_content_says_otherwise_is_found(tmp_path, capsys):
    site, log = SiteTest(), tmp_path / "www/current/dati/v1/changes.json"
    www = str(tmp_path / "www")
    assert run(site, "publish", www, on="2026-11-20") == 0
    site.replace("content/agreements/mobilita.md", "duration: 3 years", "duration: 41 months")
    assert run(site, "publish", www) == 0
    held = json.loads(log.read_bytes())
    assert (held["since"], [entry["on"] for entry in held["entries"]]) == ("2026-11-20", [DAY])
    assert run(site, "verify", str(log.parents[2])) == 0
    site.replace("content/pages/method.md", "title: ", "title: X")
    assert run(site, "verify", str(tmp_path / "www/current")) == 1
    assert "is not as a build makes it" in capsys.readouterr().out
    site.write("content/pages/broken.md", "x")
    assert run(site, "verify", str(tmp_path / "www/current")) == 1
    assert "cannot be built" in capsys.readouterr().out


def test_a_site_is_no_place_for_releases_and_what_is_damaged_in_it_is_not_published(tmp_path, capsys):
    site = SiteTest()
    assert run(site, "build") == 0
    assert run(site, "publish", str(site.out)) == 2
    assert "is itself a site" in capsys.readouterr().err
    page = site.out / "metodo/index.html"
    times, content = page.stat(), page.read_bytes()
    page.unlink()
    page.write_bytes(content[::-1])
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))  # as a disk that fails
    assert run(site, "publish", str(tmp_path / "www")) == 2
    assert "metodo/index.html has changed" in capsys.readouterr().err
    assert not (tmp_path / "www").exists()


def test_a_build_that_fails_or_has_placeholders_publishes_nothing(tmp_path, capsys):
    site = SiteTest()
    assert run(site, "publish", str(tmp_path / "www")) == 0
    before = served(tmp_path / "www/current")
    assert run(site, "publish", str(tmp_path / "www"), "--demonstration") == 2
    assert "no demonstration" in capsys.readouterr().err
    for harm in ("placeholder", "merge-conflict"):
        site.overlay(SITES / "broken" / harm)
        assert run(site, "publish", str(tmp_path / "www")) == 1
        assert "Not published:" in capsys.readouterr().out
        assert served(tmp_path / "www/current") == before


def test_drafts_are_never_published(tmp_path):
    site = SiteTest()
    site.write("content/organisations/x.yaml", f"title: Scuola in bozza\nnature: school\ndraft: true\n{SOURCED}").build(
        drafts=True
    )
    assert any(b"Scuola in bozza" in content for content in site.tree().values())
    assert run(site, "publish", str(tmp_path / "www")) == 0
    assert not any(b"Scuola in bozza" in content for content in served(tmp_path / "www/current").values())


def test_what_git_has_no_copy_of_is_not_published(tmp_path, capsys):
    site = SiteTest()
    for command in (
        ["init"],
        ["add", "content"],
        ["-c", "user.name=x", "-c", "user.email=x@x.org", "commit", "-m", "x"],
    ):
        subprocess.run(["git", *command], cwd=site.root, check=True, capture_output=True)
    assert run(site, "publish", str(tmp_path / "www")) == 0
    manifest = Manifest.read(tmp_path / "www/current")
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=site.root, check=True, capture_output=True).stdout
    assert manifest and manifest.inputs["commit"] == commit.decode().strip()
    site.write("content/.DS_Store", "left behind").write("public/new.txt", "x")
    assert run(site, "publish", str(tmp_path / "www")) == 2
    assert "public/new.txt" in capsys.readouterr().err


def test_taken_back(site, tmp_path, capsys):
    www = str(tmp_path / "www")
    assert run(site, "publish", www) == 0
    before = served(tmp_path / "www/current")
    assert run(site, "publish", www, "--rollback") == 2
    assert run(site, "publish", www, "--base-url", "https://another.example/") == 2
    assert run(site, "publish", www, "--base-url", "https://another.example/", "--new-address") == 0
    assert served(tmp_path / "www/current") != before
    assert run(site, "publish", www, "--rollback") == 0
    assert served(tmp_path / "www/current") == before


def test_what_somebody_else_builds_into_the_same_folder_is_not_published(site, tmp_path, capsys, monkeypatch):
    def meanwhile(*_: object) -> None:
        assert run(site, "build", "--drafts", "--base-url", "https://another.example/") == 0

    www = str(tmp_path / "www")
    assert run(site, "publish", www) == 0
    before = served(tmp_path / "www/current")
    with monkeypatch.context() as patch:
        patch.setattr(publish, "tell", meanwhile)
        assert run(site, "publish", www, "--new-address") == 2
    assert "is not as it was built" in capsys.readouterr().err
    assert served(tmp_path / "www/current") == before


@pytest.mark.parametrize(
    "target",
    ["host:", "me@host:~/www", "~/www", "ssh://me@host/srv", "host::module", "[www]:x", "deploy@2001:db8::1:~", "h:x"],
)
def test_what_is_no_host_is_no_folder_either_and_none_is_made(site, tmp_path, capsys, monkeypatch, target):
    monkeypatch.chdir(tmp_path)
    for more in ((), ("--rollback",)):
        assert run(site, "publish", target, *more) == 2
        assert f"“{target}” is neither a folder nor a folder of a host." in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []


def test_a_folder_with_a_colon_is_one_by_its_path(site, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(site, "publish", "./a:b") == 0
    assert (tmp_path / "a:b/current/index.html").is_file()


def test_what_cannot_be_removed_is_told_and_fails_only_what_was_to_erase_it(site, tmp_path, capsys, monkeypatch):
    www, to = str(tmp_path / "www"), ("--new-address", "--keep", "2", "--base-url")
    for address in ("https://one.example/", "https://two.example/"):
        assert run(site, "publish", www, *to, address) == 0

    def refused(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(folder, "remove", refused)
    assert run(site, "publish", www, *to, "https://three.example/") == 0
    said = capsys.readouterr().out
    assert "0003" in said and "The site is served, but this cannot be removed: .incoming-0001-" in said
    before = served(tmp_path / "www/current")
    assert run(site, "publish", www, *to, "https://three.example/", "--erase") == 1
    after = served(tmp_path / "www/current")
    differing = {path: (before.get(path), after.get(path)) for path in sorted(before.keys() | after.keys())}
    assert [(path, *both) for path, both in differing.items() if both[0] != both[1]] == [], said
    assert "Nothing has changed" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ("publish",),
        ("publish", "git:"),
        ("publish", "x", "--keep", "1"),
        ("publish", "git:x", "--erase"),
        ("verify", "nowhere"),
        ("verify", "ftp://x/"),
        ("build", "--previous", "ftp://x/"),
        ("build", "--previous", "nowhere"),
    ],
)
def test_what_makes_no_sense_is_a_sentence(site, capsys, arguments):
    assert run(site, *arguments) == 2
    assert "vetrina: " in capsys.readouterr().err
