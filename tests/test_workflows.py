"""The publishing workflows are valid and least privileged, and their own steps do what they promise."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import yaml

from tests.harness import SITES

ROOT = Path(__file__).parents[1]
GITHUB = ROOT / ".github/workflows/publish.yml"
NEWEST = ROOT / ".github/workflows/newest.yml"
EDITOR = ROOT / ".github/workflows/editor.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
SENTENCE = "This sentence arrived with a merge."
PAGES_URL = "https://pages.example/showcase"


def load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # `on` stays a word
    return loaded


def run(*command: str | Path, at: Path, **env: str) -> str:
    """What the command prints; where it fails, what it printed is in the failure."""
    done = subprocess.run(
        command,
        cwd=at,
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}"
    return done.stdout


# The files


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        (GITHUB, ["--builtin-schema", "vendor.github-workflows"]),
        (NEWEST, ["--builtin-schema", "vendor.github-workflows"]),
        (EDITOR, ["--builtin-schema", "vendor.github-workflows"]),
        (GITLAB, ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"]),
    ],
)
def test_the_file_keeps_to_its_hosts_schema(path: Path, schema: list[str]) -> None:
    run(sys.executable, "-m", "check_jsonschema", *schema, path, at=ROOT)


def test_all_of_them_are_tested() -> None:
    assert sorted((ROOT / ".github/workflows").iterdir()) == sorted([EDITOR, GITHUB, NEWEST])


@pytest.mark.parametrize("path", [EDITOR, GITHUB, NEWEST])
def test_every_action_is_pinned_by_commit_and_says_its_version(path: Path) -> None:
    uses = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert uses
    assert [use for use in uses if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)] == []


def test_the_build_only_reads_and_only_publishing_may_write() -> None:
    workflow = load(GITHUB)
    assert workflow["permissions"] == {"contents": "read"}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == {
        "build": {"contents": "read", "pages": "read"},
        "publish": {"pages": "write", "id-token": "write"},
    }
    editor = load(EDITOR)
    assert editor["permissions"] == editor["jobs"]["editor"]["permissions"] == {"contents": "read"}
    newest = load(NEWEST)
    assert newest["permissions"] == newest["jobs"]["test"]["permissions"] == {"contents": "read"}


def test_no_pull_request_publishes() -> None:
    workflow = load(GITHUB)
    assert set(workflow["on"]) == {"pull_request", "push", "schedule", "workflow_dispatch"}
    assert workflow["on"]["push"] == {"branches": ["main"]}
    condition = workflow["jobs"]["publish"]["if"]
    assert condition == "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"
    assert [rule["if"] for rule in load(GITLAB)["pages"]["rules"]] == ["$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"]


def test_nothing_from_outside_is_pasted_into_a_command() -> None:
    jobs = (job for path in (GITHUB, NEWEST) for job in load(path)["jobs"].values())
    steps = [step for job in jobs for step in job["steps"]]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize(("path", "job"), [(GITHUB, "build"), (NEWEST, "test")])
def test_the_token_is_not_left_in_the_checkout(path: Path, job: str) -> None:
    [checkout] = [s for s in load(path)["jobs"][job]["steps"] if "actions/checkout@" in s.get("uses", "")]
    assert checkout["with"]["persist-credentials"] == "false"


def test_every_job_ends_in_time() -> None:
    assert all(int(job["timeout-minutes"]) <= 20 for job in load(GITHUB)["jobs"].values())
    assert load(GITLAB)["default"]["timeout"] == "20 minutes"
    assert load(NEWEST)["jobs"]["test"]["timeout-minutes"] == "60"
    assert load(GITLAB)["newest"]["timeout"] == "60 minutes"


def test_the_newest_versions_are_tried_on_a_schedule_without_the_constraints_and_what_holds_only_with_them() -> None:
    github, gitlab = load(NEWEST), load(GITLAB)["newest"]
    assert set(github["on"]) == {"schedule", "workflow_dispatch"}
    assert [rule["if"] for rule in gitlab["rules"]] == ['$CI_PIPELINE_SOURCE == "schedule"']
    lines = [step["run"] for step in github["jobs"]["test"]["steps"] if "run" in step]
    assert lines == gitlab["before_script"] + gitlab["script"]
    assert "constraints" not in "".join(lines)
    assert "-m 'not pinned'" in lines[-1]


# What the files do


def github_steps(outputs: Mapping[str, str] = MappingProxyType({})) -> list[tuple[str, dict[str, str]]]:
    """The commands of the build job in order, each with its environment; `outputs` are the actions'."""
    return [
        (
            step["run"],
            {name: outputs.get(value.strip("${ }"), "") for name, value in step.get("env", {}).items()},
        )
        for step in load(GITHUB)["jobs"]["build"]["steps"]
        if "run" in step
    ]


def gitlab_steps(job: str) -> list[tuple[str, dict[str, str]]]:
    workflow = load(GITLAB)
    lines = workflow["default"]["before_script"] + workflow[job]["script"]
    return [(line, {"CI_PAGES_URL": PAGES_URL}) for line in lines]


class Host:
    """A bare repository in place of the host, an editor's clone, and a runner with a Python of its own.

    The repository is this one, with the content of the small site.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bare = folder / "host.git"
        self.desk = folder / "desk"
        self.git("init", "--quiet", "--bare", "--initial-branch=main", self.bare, at=folder)
        self.git("init", "--quiet", "--initial-branch=main", self.desk, at=folder)
        self.git("remote", "add", "origin", self.bare)
        for name in self.git("ls-files", "--cached", "--others", "--exclude-standard", at=ROOT).splitlines():
            if (ROOT / name).is_file() and not name.startswith("content/"):
                (self.desk / name).parent.mkdir(parents=True, exist_ok=True)
                (self.desk / name).write_bytes((ROOT / name).read_bytes())
        shutil.copytree(SITES / "minimal/content", self.desk / "content")
        self.commit("main", "Begin")

    def git(self, *arguments: str | Path, at: Path | None = None) -> str:
        settings = [
            "safe.directory=*",
            "user.name=Desk",
            "user.email=desk@host.example",
            "core.quotePath=false",
        ]
        options = [option for setting in settings for option in ("-c", setting)]
        return run("git", *options, *arguments, at=at or self.desk)

    def commit(self, branch: str, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        self.git("push", "--quiet", "origin", branch)

    def edit_on_a_branch(self) -> None:
        """A sentence more at the end of the first text in the first language."""
        self.git("switch", "--quiet", "--create", "one-sentence-more")
        texts = (self.desk / "content").glob("*/*.md")
        text = min(path for path in texts if "." not in path.stem)
        text.write_text(f"{text.read_text(encoding='utf-8').rstrip()}\n\n{SENTENCE}\n", encoding="utf-8")
        self.commit("one-sentence-more", "One sentence more")

    def merge(self) -> None:
        self.git("switch", "--quiet", "main")
        self.git("merge", "--quiet", "--no-ff", "--message", "Merge", "one-sentence-more")
        self.git("push", "--quiet", "origin", "main")

    def runner(self, name: str, branch: str) -> "Runner":
        checkout = self.folder / name
        self.git("clone", "--quiet", "--branch", branch, self.bare, checkout, at=self.folder)
        return Runner(checkout, self.folder / f"{name}-python")


class Runner:
    """A clean clone with a fresh Python, which finds the dependencies already there but not Vetrina."""

    def __init__(self, checkout: Path, python: Path) -> None:
        self.checkout = checkout
        run(sys.executable, "-m", "venv", "--without-pip", python, at=checkout)
        paths = {"base": str(python), "platbase": str(python)}
        here, there = sysconfig.get_path("purelib"), Path(sysconfig.get_path("purelib", "venv", paths))
        (there / "dependencies.pth").write_text(here)
        self.env = {
            "PATH": f"{sysconfig.get_path('scripts', 'venv', paths)}{os.pathsep}{os.environ['PATH']}",
            "PIP_NO_INDEX": "1",
            "PIP_QUIET": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        }

    def run(self, steps: list[tuple[str, dict[str, str]]]) -> str:
        return "".join(
            run("bash", "-e", "-o", "pipefail", "-c", line, at=self.checkout, **self.env, **env) for line, env in steps
        )

    def published(self, folder: str) -> str:
        """All pages as one text."""
        pages = sorted((self.checkout / folder).rglob("*.html"))
        return "\n".join(page.read_text(encoding="utf-8") for page in pages)


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Host:
    if not (ROOT / ".git").exists():
        pytest.skip("needs a git checkout")
    return Host(tmp_path_factory.mktemp("host"))


@pytest.mark.pinned
def test_a_change_is_built_on_its_branch_and_published_by_its_merge(host: Host) -> None:
    host.edit_on_a_branch()
    review = host.runner("review", "one-sentence-more")
    review.run(github_steps())
    assert SENTENCE in review.published("site")

    host.merge()
    after = host.runner("after", "main")
    after.run(github_steps({"steps.pages.outputs.base_url": PAGES_URL}))
    assert SENTENCE in after.published("site")
    assert PAGES_URL in after.published("site")
    assert host.git("status", "--porcelain", at=after.checkout) == ""

    pages = host.runner("pages", "main")
    pages.run(gitlab_steps("pages"))
    assert pages.published("public") == after.published("site")
