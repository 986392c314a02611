"""Where nothing has changed, a build reads nothing; whatever it is not sure of counts as changed."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from tests.harness import SITES, SiteTest
from tests.store import own_store
from tests.test_imports import imported

MINUTES_AGO = time.time_ns() - 10**11
TEXT = "content/pages/method.md"
COMMITTER = ("-c", "user.name=Prova", "-c", "user.email=prova@example.org", "-c", "commit.gpgsign=false")
LOOKING_FOR_PANGO = ("machine.typesetting", "incremental.rebuild", "pages.dossier_pages")


class Built:
    """The minimal site, built by the command into a folder and with a store of its own."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.site, self._capsys = SiteTest(), capsys
        for file in self.site.root.rglob("*"):
            os.utime(file, ns=(MINUTES_AGO, MINUTES_AGO))
        self.site.begin(Path(os.environ["VETRINA_STORE"]))
        self.run()

    def run(self, *more: str) -> str:
        """What a build says."""
        where = ("--root", str(self.site.root), "--on", "2026-11-22", "--lang", "en", "--no-search", *more)
        main(("build", *where))
        return self._capsys.readouterr().out


@pytest.fixture
def built(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Built:
    monkeypatch.setenv("VETRINA_STORE", str(own_store(tmp_path)))
    return Built(capsys)


def never(*_: object, **__: object) -> None:
    raise BuildsError


class BuildsError(BaseException):
    """What the command does not catch."""


def is_built(built: Built, monkeypatch: pytest.MonkeyPatch, *more: str) -> bool:
    """Whether a run builds, instead of telling at once that there is nothing to do."""
    with monkeypatch.context() as patched:
        patched.setattr("generator.pipeline.build", never)
        try:
            built.run(*more)
        except BuildsError:
            return True
    return False


def test_a_second_run_builds_nothing_and_says_the_same(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_built(built, monkeypatch)
    first, second = built.run("--strict"), built.run("--strict")
    assert first.rpartition(";")[0] == second.rpartition(";")[0]
    assert "pages in Italian" in second
    assert "; 0 files written" in second


CHANGES: dict[str, Callable[[SiteTest], object]] = {
    "a longer text": lambda site: site.write(TEXT, site.read(TEXT) + "\n"),
    "another letter": lambda site: site.write(TEXT, site.read(TEXT).replace("a", "e", 1)),
    "a file of the system": lambda site: site.write("content/pages/.hidden", ""),
    "a template": lambda site: site.write("templates/parts/none.html", ""),
    "records gone": lambda site: site.remove("content/agreements"),
    "a page gone": lambda site: site.remove("site/metodo/index.html"),
    "a page touched": lambda site: site.write("site/metodo/index.html", "x"),
    "a file in the site": lambda site: site.write("site/more.html", ""),
    "a file that is published as it is": lambda site: site.write("public/CNAME", "x"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_is_built(
    built: Built, monkeypatch: pytest.MonkeyPatch, change: Callable[[SiteTest], object]
) -> None:
    change(built.site)
    assert is_built(built, monkeypatch)


@pytest.mark.parametrize("folder", ["content", "templates"])
def test_a_link_to_a_folder_is_not_followed(built: Built, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    for name in ("one", "other"):  # two that lead round: whoever follows them never comes back
        link = built.site.root / folder / name
        link.parent.mkdir(exist_ok=True)
        link.symlink_to(built.site.root / folder, target_is_directory=True)
    monkeypatch.setattr("generator.pipeline.build", never)
    with pytest.raises(BuildsError):
        built.run()


@pytest.mark.parametrize("more", ["--on=2026-11-23", "--drafts", "--strict", "--base-url=https://x.example/"])
def test_so_is_what_is_asked_otherwise(built: Built, monkeypatch: pytest.MonkeyPatch, more: str) -> None:
    assert is_built(built, monkeypatch, more)


def test_what_changed_a_moment_before_may_be_changing_still(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time_ns() + 10**11
    os.utime(built.site.root / TEXT, ns=(now, now))
    built.run()
    assert is_built(built, monkeypatch)


def test_where_a_disk_knows_whole_seconds_a_moment_is_two_of_them(
    built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text keeps its size and its time, as where it is saved twice within a second."""
    second, text = time.time_ns() // 10**9 * 10**9, built.site.read(TEXT)
    for said in ("Prima.", "Dopo ."):
        built.site.write(TEXT, f"{text}\n{said}\n")
        os.utime(built.site.root / TEXT, ns=(second, second))
        monkeypatch.setattr(time, "time_ns", lambda: second + 15 * 10**8)
        built.run()
        assert said in built.site.read("site/metodo/index.html")
    monkeypatch.setattr(time, "time_ns", lambda: second + 19 * 10**8)
    assert is_built(built, monkeypatch)
    monkeypatch.setattr(time, "time_ns", lambda: second + 21 * 10**8)
    built.run()
    assert not is_built(built, monkeypatch)


def test_a_site_with_something_to_tell_tells_it_each_time(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    translation = TEXT.replace(".md", ".en.md")
    built.site.write(translation, "---\ntitle: Method\n---\nText.\n")
    os.utime(built.site.root / translation, ns=(MINUTES_AGO, MINUTES_AGO))
    first = built.run()
    assert "translated_from" in first
    assert not is_built(built, monkeypatch)
    second = built.run()
    assert second.rpartition("\n\n")[0] == first.rpartition("\n\n")[0]
    assert "1 notice" in second


def test_without_a_change_little_is_imported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VETRINA_STORE", str(tmp_path / "store"))
    build = ("build", "--root", str(SITES / "minimal"), "--out", str(tmp_path / "site"), "--no-search", "--lang", "en")
    assert "generator.pipeline" in imported(*build)
    assert {"generator.pipeline", "generator.kinds", "yaml", "nh3"} & imported(*build) == set()


def test_a_commit_is_named_by_the_site_that_is_made_of_it(built: Built) -> None:
    site, commits = built.site, list[str]()
    for text in ("", "\n"):
        site.write(TEXT, site.read(TEXT) + text)
        built.run()
        for command in (("init", "-q"), ("add", "."), (*COMMITTER, "commit", "-qm", "x"), ("rev-parse", "HEAD")):
            done = subprocess.run(["git", *command], cwd=site.root, check=True, capture_output=True, text=True)
        built.run()
        named = json.loads(site.read("site/manifest.json"))["inputs"]["commit"]
        assert named == done.stdout.strip()
        commits.append(named)
    assert len(set(commits)) == 2


@pytest.mark.pango
def test_what_the_system_lacked_is_made_once_it_has_it(
    built: Built, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    site, papers = built.site, ["organizzazioni/comune-di-valdombra/dossier/dossier.pdf"]
    papers.append(f"en/{papers[0].replace('organizzazioni', 'organisations')}")
    site.replace("content/site.yaml", "languages:", "dossiers: [organisations/comune-di-valdombra]\nlanguages:")

    def written() -> list[str]:
        return [path for path in papers if (site.root / "site" / path).is_file()]

    with monkeypatch.context() as lacking:
        for module in LOOKING_FOR_PANGO:
            lacking.setattr(f"generator.{module}.can_write_pdf", lambda: False)
        assert "install Pango" in built.run()
        assert "install Pango" in built.run()
        assert written() == []
    assert "Pango" not in built.run()
    assert written() == papers
    made = site.tree()
    assert site.build(out=tmp_path / "clean", store=own_store(tmp_path / "another")).tree() == made
    with monkeypatch.context() as lacking:
        for module in LOOKING_FOR_PANGO:
            lacking.setattr(f"generator.{module}.can_write_pdf", lambda: False)
        shutil.rmtree(site.root / "site")
        assert "install Pango" in built.run()
        assert written() == []
