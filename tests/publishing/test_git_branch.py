"""A branch: a commit a publication, none for nothing, on top of what is there, and taken back by one more."""

import subprocess
import tempfile
from pathlib import Path

import pytest

from generator.output.ownership import Manifest
from generator.problems.setup import SetupError
from generator.publishing.git_branch import A_BRANCH, GitBranch
from tests.publishing.sites import NEW, OLD, built, served


def git(folder: Path, *arguments: str) -> str:
    settings = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)
    return done.stdout.decode()


class Repository:
    """A repository with content, and a bare one that stands for the host."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.root, self.host = folder, folder / "root", folder / "host.git"
        git(folder, "init", "--quiet", "--bare", str(self.host))
        git(folder, "init", "--quiet", str(self.root))
        (self.root / "content").mkdir()
        (self.root / "content/x.md").write_text("x")
        (self.root / ".gitattributes").write_text("* text=auto eol=crlf\n")
        git(self.root, "add", "--all")
        git(self.root, "commit", "--quiet", "--message=a")
        git(self.root, "remote", "add", "origin", str(self.host))
        self.branch = GitBranch(self.root, "origin", "pages")

    def publish(self, files: dict[str, bytes], *, moves: bool = False, **inputs: str) -> bool:
        manifest = built(self.folder / "site", files, **inputs)
        return self.branch.publish(self.folder / "site", manifest, moves=moves).is_new

    def commits(self) -> list[str]:
        return git(self.host, "rev-list", "--first-parent", "pages").split()

    def holds(self) -> dict[str, bytes]:
        paths = [path for path in git(self.host, "ls-tree", "-rz", "--name-only", "pages").split("\0") if path]
        show = ["git", "show"]
        files = {path: subprocess.run([*show, f"pages:{path}"], cwd=self.host, capture_output=True) for path in paths}
        return {path: done.stdout for path, done in files.items() if path != "manifest.json"}

    def manifest(self, commit: str) -> Manifest:
        found = Manifest.parsed(git(self.host, "show", f"{commit}:manifest.json").encode())
        assert found
        return found


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_what_was_built_anew_while_it_is_read_is_not_pushed(repository):
    repository.publish(OLD)
    manifest = built(repository.folder / "site", NEW)
    built(repository.folder / "site", {**NEW, "index.html": b"a draft"})
    with pytest.raises(SetupError, match="is not as it was published"):
        repository.branch.publish(repository.folder / "site", manifest, moves=False)
    assert repository.holds() == OLD


def test_a_commit_a_publication_and_none_for_nothing(repository):
    assert repository.publish(OLD) and repository.holds() == OLD
    assert not repository.publish(OLD, day="2026-11-23")
    assert repository.publish(NEW) and repository.holds() == NEW
    new, old = repository.commits()
    assert repository.manifest(new).inputs["previous"] == repository.manifest(old).digest
    assert git(repository.host, "show", "-s", "--format=%an %cn %at %ct %s", new) == (
        "Vetrina Vetrina 1795305600 1795305600 The site of 2026-11-22\n"
    )
    assert git(repository.root, "status", "--porcelain") == "", "nothing is staged, nothing taken out"


def test_the_same_publications_are_the_same_commits(tmp_path):
    commits = []
    for name in "ab":
        (tmp_path / name).mkdir()
        repository = Repository(tmp_path / name)
        repository.publish(OLD)
        repository.publish(NEW)
        commits.append(repository.commits())
    assert commits[0] == commits[1]


def test_what_the_branch_holds_is_what_the_next_build_goes_on_from(repository, tmp_path):
    assert repository.branch.before(tmp_path / "first") is None
    repository.publish({**OLD, "a/index.json": b'{"a":\n"\xc3\xa8"}\n', "a/changes.json": b""})
    folder = repository.branch.before(tmp_path / "then")
    assert served(folder) == {"a/index.json": b'{"a":\n"\xc3\xa8"}\n', "a/changes.json": b""}


def test_back_and_on(repository):
    for files in (OLD, NEW, {"index.html": b"3"}):
        repository.publish(files)
    for files in (NEW, OLD):
        repository.branch.back()
        assert repository.holds() == files
    with pytest.raises(SetupError, match="no publication before"):
        repository.branch.back()
    assert repository.publish(NEW) and len(repository.commits()) == 6


def theirs(repository: Repository, files: dict[str, str], *how: str) -> None:
    """Somebody else commits files to the branch."""
    other = Path(tempfile.mkdtemp(dir=repository.folder))
    git(repository.folder, "clone", "--quiet", "--branch", "pages", str(repository.host), str(other))
    for name, content in files.items():
        (other / name).write_text(content)
    git(other, "add", "--all")
    git(other, "commit", "--quiet", "--message=theirs", *how)
    git(other, "push", "--quiet", "--force")


@pytest.mark.parametrize(("name", "told"), [("CNAME", "lie files that"), ("manifest.json", "holds files that")])
def test_what_somebody_else_committed_is_refused_and_stays(repository, name, told):
    repository.publish(OLD)
    theirs(repository, {name: "theirs"})
    before = repository.commits()
    with pytest.raises(SetupError, match=told):
        repository.publish(NEW)
    assert repository.commits() == before


def test_what_somebody_else_committed_is_not_lost_by_going_back(repository):
    repository.publish(OLD)
    repository.publish(NEW)
    theirs(repository, {"CNAME": "theirs"})
    before = repository.commits()
    with pytest.raises(SetupError, match="lie files that Vetrina did not put there"):
        repository.branch.back()
    assert repository.commits() == before


def test_a_gitignore_in_the_branch_stays(repository):
    repository.publish(OLD)
    theirs(repository, {".gitignore": "theirs"})
    assert not repository.publish(OLD)
    repository.publish(NEW)
    assert repository.holds() == {**NEW, ".gitignore": b"theirs"}
    theirs(repository, {".gitignore": "theirs, another"})
    repository.branch.back()
    assert repository.holds() == {**OLD, ".gitignore": b"theirs, another"}


def test_what_a_colleague_changed_by_hand_is_passed_by_on_the_way_back(repository):
    repository.publish(OLD)
    theirs(repository, {"index.html": "by hand"})
    theirs(repository, {"index.html": "by hand once more"})
    repository.publish(NEW)
    repository.branch.back()
    assert repository.holds() == OLD


def test_what_is_not_as_it_was_published_is_not_gone_back_to(repository):
    repository.publish(OLD)
    theirs(repository, {"index.html": "damaged"}, "--amend")
    damaged = repository.commits()[0]
    repository.publish(NEW)
    with pytest.raises(SetupError, match="is not as it was published") as raised:
        repository.branch.back()
    assert raised.value.message.values == {"target": f"origin pages {damaged[:12]}", "files": ["index.html"]}
    assert repository.holds() == NEW


def test_another_address_is_refused(repository):
    repository.publish(OLD)
    with pytest.raises(SetupError, match="has the site of"):
        repository.publish(NEW, address="https://another.example/")
    assert repository.publish(NEW, address="https://another.example/", moves=True)


def test_who_comes_second_is_told_and_changes_nothing(repository, monkeypatch):
    repository.publish(OLD)
    tip = repository.commits()[0]
    repository.publish(NEW)
    monkeypatch.setattr(GitBranch, "_tip", lambda self: tip)
    with pytest.raises(SetupError, match="fails"):
        repository.publish({"index.html": b"3"})
    assert repository.holds() == NEW


def test_what_is_no_repository_is_told(tmp_path, repository):
    with pytest.raises(SetupError, match="fails"):
        GitBranch(tmp_path, "origin", "pages")
    with pytest.raises(SetupError, match="is no repository"):
        GitBranch(repository.root, "--upload-pack=x", "pages")
    with pytest.raises(SetupError, match="fails"):
        GitBranch(repository.root, "nowhere", "pages").back()


@pytest.mark.parametrize(
    ("written", "branch"),
    [
        *(("git:gh-pages", "gh-pages"), ("git:a/b", "a/b"), ("git:", None), ("git:-x", None), ("git:a b", None)),
        *(("git:HEAD", None), ("git:@", None), ("git:HEADS", "HEADS"), ("git:a/HEAD", "a/HEAD")),
    ],
)
def test_what_is_a_branch(written, branch):
    found = A_BRANCH.fullmatch(written)
    assert (found["branch"] if found else None) == branch


def test_a_variable_of_git_s_does_not_lead_elsewhere(repository, monkeypatch, tmp_path):
    git(tmp_path, "init", "--quiet", "--bare", "elsewhere.git")
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    repository.publish(OLD)
    assert repository.holds() == OLD and not (tmp_path / "index").exists()
