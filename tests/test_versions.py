"""Which commit a site was made of: git says it, and where it cannot, the service that took the folder out."""

import subprocess
from pathlib import Path

import pytest

from generator.content.versions import last_commit

SERVICES = [("CI_PROJECT_DIR", "CI_COMMIT_SHA"), ("GITHUB_WORKSPACE", "GITHUB_SHA")]
TOLD = "0123456789" * 4


def committed(folder: Path) -> str:
    """Make a folder a repository with a commit, which is told."""
    identity = ("-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "commit.gpgsign=false")
    folder.mkdir(exist_ok=True)
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    subprocess.run(["git", *identity, "commit", "--quiet", "--allow-empty", "--message=x"], cwd=folder, check=True)
    return subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, check=True, capture_output=True, text=True).stdout[
        :-1
    ]


@pytest.fixture(params=SERVICES, ids=["GitLab", "GitHub"])
def job(request, tmp_path, monkeypatch) -> Path:
    """The folder into which a service has taken out TOLD, as it says."""
    for variable in (one for both in SERVICES for one in both):
        monkeypatch.delenv(variable, raising=False)
    where, what = request.param
    (tmp_path / "job/site").mkdir(parents=True)
    monkeypatch.setenv(where, str(tmp_path / "job"))
    monkeypatch.setenv(what, TOLD)
    return tmp_path / "job"


@pytest.fixture
def without_git(tmp_path, monkeypatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))


def test_git_s_word_wins(job):
    commit = committed(job)
    assert TOLD != commit == last_commit(job) == last_commit(job / "site")


def test_before_the_first_commit_there_is_none(job):
    subprocess.run(["git", "init", "--quiet"], cwd=job, check=True)
    assert last_commit(job) is None


def test_where_git_does_not_trust_the_owner_the_service_says_it(job, monkeypatch):
    committed(job)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert last_commit(job / "site") == TOLD


def test_without_git_the_service_says_it_of_its_own_folder_alone(job, without_git):
    assert last_commit(job) == last_commit(job / "site") == TOLD
    assert last_commit(job.parent) is None
    (job / ".git").mkdir()
    assert last_commit(job / "site") == TOLD
    (job / "site/.git").mkdir()
    assert last_commit(job / "site") is None, "it is of another repository"


@pytest.mark.parametrize("commit", ["", "main", f"{TOLD} x", TOLD[:12]])
def test_what_is_no_commit_is_none(job, without_git, monkeypatch, commit):
    for _, what in SERVICES:
        monkeypatch.setenv(what, commit)
    assert last_commit(job) is None
