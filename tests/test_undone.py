"""What a second writer takes back without seeing it, as the check of a request tells it."""

import subprocess
from pathlib import Path

import pytest

from generator.content.undone import undone
from generator.problems.setup import SetupError
from tests.harness import DAY, SiteTest
from tests.ran import ran

PATH = "content/agreements/mobilita.md"
ADA, BRUNO = "Ada", "Bruno"


def git(root: Path, *arguments: str, author: str = ADA) -> None:
    identity = ("-c", f"user.name={author}", "-c", f"user.email={author}@x.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", root, *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def site() -> SiteTest:
    site = SiteTest()
    git(site.root, "init", "-b", "main")
    return commit(site, ADA)


def commit(site: SiteTest, author: str, *changes: tuple[str, str]) -> SiteTest:
    for old, new in changes:
        site.replace(PATH, old, new)
    git(site.root, "add", ".")
    git(site.root, "commit", "-m", "x", "--allow-empty", author=author)
    return site


def told(site: SiteTest, since: str = "main") -> list[tuple[object, ...]]:
    values = [(one.place.path, one.place.line, one.values) for one in undone(site.root, since)]
    return [(path, line, said["key"], said["first"], said["second"]) for path, line, said in values]


def test_what_another_saves_from_an_older_copy_is_told_by_name_and_field(site):
    git(site.root, "checkout", "-b", "draft")
    before = site.read(PATH)
    commit(site, ADA, ("2025-03-26", "2025-03-27"), ("Percorsi sicuri", "Percorsi più sicuri"))
    site.write(PATH, before.replace("3 years", "4 years"))
    commit(site, BRUNO)
    assert told(site) == [(PATH, 7, "signed_on", ADA, BRUNO), (PATH, 0, "text", ADA, BRUNO)]


def test_who_mends_a_word_or_changes_ones_own_mind_undoes_nothing(site):
    git(site.root, "checkout", "-b", "draft")
    commit(site, ADA, ("2025-03-26", "2025-03-27"))
    commit(site, ADA, ("2025-03-27", "2025-03-26"))
    commit(site, BRUNO, ("2025-03-26", "2025-03-28"))
    assert told(site) == []


def test_what_was_written_again_since_is_told_no_more(site):
    git(site.root, "checkout", "-b", "draft")
    before = site.read(PATH)
    commit(site, ADA, ("2025-03-26", "2025-03-27"))
    site.write(PATH, before)
    commit(site, BRUNO)
    assert len(told(site)) == 1
    commit(site, ADA, ("2025-03-26", "2025-03-27"))
    assert told(site) == []


def test_a_line_that_was_added_and_is_gone_is_told_too(site, capsys):
    git(site.root, "checkout", "-b", "draft")
    before = site.read(PATH)
    commit(site, ADA, ("stage: signed\n", "stage: signed\nplace: Valdombra\n"))
    site.write(PATH, before.replace("3 years", "4 years"))
    commit(site, BRUNO)
    code, out, _ = ran(capsys, "check", "--since", "main", "--root", site.root, "--on", DAY, "--lang", "it")
    assert code == 0
    assert f"{PATH}: promemoria (undone): Bruno ha rimesso ciò che «place» diceva prima che Ada lo cambiasse." in out


@pytest.mark.parametrize("since", ["nowhere", "--help", ""])
def test_a_commit_that_git_does_not_know_is_said(site, since):
    with pytest.raises(SetupError):
        list(undone(site.root, since or "x y"))
