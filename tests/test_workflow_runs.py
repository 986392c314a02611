"""The steps of the publishing workflows do what they promise, run as the hosts run them."""

import json
import os
import re
import shutil
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

import pytest
from hatchling.builders.wheel import WheelBuilder

from generator.cli import main
from tests.long import IS_LONG
from tests.test_workflows import GITLAB, PUBLISH, ROOT, THEIRS, ExitError, load, run

SENTENCE = "This sentence arrived with a merge."


class Host:
    """A bare repository in place of the host, with a site as `vetrina init` begins it; and an editor's clone."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.bare, self.desk = folder, folder / "host.git", folder / "desk"
        asked = ["--name", "Ateneo aperto", "--address", "https://ateneo.example/", "--languages", "it"]
        for host in ("github", "gitlab"):
            assert main(["init", str(folder / host), *asked, "--ci", host, "--lang", "en"]) == 0
        shutil.copytree(folder / "gitlab", folder / "github", dirs_exist_ok=True)
        (folder / "github").rename(self.desk)
        self.git("init", "--quiet", "--bare", "--initial-branch=main", self.bare, at=folder)
        self.git("init", "--quiet", "--initial-branch=main", self.desk, at=folder)
        self.git("remote", "add", "origin", self.bare)
        self.commit("main", "Begin")

    def git(self, *arguments: str | Path, at: Path | None = None) -> str:
        settings = ["safe.directory=*", "user.name=Desk", "user.email=desk@host.example"]
        options = [option for setting in settings for option in ("-c", setting)]
        return run("git", *options, *arguments, at=at or self.desk)

    def commit(self, branch: str, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        self.git("push", "--quiet", "origin", branch)

    def fill_in(self) -> None:
        """What only the owner knows."""
        file = self.desk / "content/site.yaml"
        text = file.read_text("utf-8")
        for name, value in {
            "contact": "ufficio.stampa@ateneo.example",
            "data_protection_contact": "privacy@ateneo.example",
            "accessibility_url": "https://www.ateneo.example/accessibilita",
            "privacy_url": "https://www.ateneo.example/privacy",
        }.items():
            text = text.replace(f" {name}: placeholder", f" {name}: {value}")
        file.write_text(text, "utf-8")
        self.commit("main", "What only we know")

    def edit_on_a_branch(self) -> None:
        self.git("switch", "--quiet", "--create", "one-sentence-more")
        text = self.desk / "content/pages/method.md"
        text.write_text(f"{text.read_text('utf-8').rstrip()}\n\n{SENTENCE}\n", "utf-8")
        self.commit("one-sentence-more", "One sentence more")

    def leave_open_on_a_branch(self, branch: str) -> None:
        """What the owner has yet to say."""
        self.git("switch", "--quiet", "--create", branch, "main")
        file = self.desk / "content/site.yaml"
        text = file.read_text("utf-8")
        file.write_text(re.sub(r"(?m)^  contact: .*", "  contact: placeholder", text), "utf-8")
        self.commit(branch, "Contact to come")
        self.git("switch", "--quiet", "main")

    def two_save_the_same_draft(self, branch: str) -> None:
        """The second saves the whole file as it was before the first."""
        self.git("switch", "--quiet", "--create", branch, "main")
        text = self.desk / "content/pages/method.md"
        before = text.read_text("utf-8")
        for author, written in (("Ada", f"{before.rstrip()}\n\nQuesta frase è di Ada.\n"), ("Bruno", before)):
            text.write_text(written, "utf-8")
            self.git("commit", "--quiet", "--all", "--author", f"{author} <x@host.example>", "--message", "Save")
        self.git("push", "--quiet", "origin", branch)
        self.git("switch", "--quiet", "main")

    def merge(self) -> None:
        self.git("switch", "--quiet", "main")
        self.git("merge", "--quiet", "--no-ff", "--message", "Merge", "one-sentence-more")
        self.git("push", "--quiet", "origin", "main")


class Runner:
    """A Python that finds the dependencies already there but not Vetrina, which it installs from the wheel alone."""

    def __init__(self, host: Host) -> None:
        self._host, self._folder, self._clones = host, host.folder, 0
        self._installed: set[tuple[str, ...]] = set()
        python, self.wheels = self._folder / "python", self._folder / "wheels"
        run(sys.executable, "-m", "venv", "--without-pip", python, at=self._folder)
        paths = {"base": str(python), "platbase": str(python)}
        there = Path(sysconfig.get_path("purelib", "venv", paths))
        for one in Path(sysconfig.get_path("purelib")).iterdir():
            if "vetrina" not in one.name.lower() and one.name != "generator":
                (there / one.name).symlink_to(one)
        for built in WheelBuilder(str(ROOT)).build(directory=str(self.wheels), versions=["standard"]):
            assert built.endswith(".whl")
        self.env = {
            "PATH": f"{sysconfig.get_path('scripts', 'venv', paths)}{os.pathsep}{os.environ['PATH']}",
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "PIP_QUIET": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "VETRINA_STORE": str(self._folder / "store"),
        }

    def clone(self, branch: str) -> Path:
        self._clones += 1
        checkout = self._folder / f"clone-{self._clones}"
        self._host.git("clone", "--quiet", "--branch", branch, self._host.bare, checkout, at=self._folder)
        return checkout

    def github(self, job: str, branch: str, outputs: Mapping[str, str], **env: str) -> "Ran":
        """The commands of a job in order, in a clean clone; `outputs` are what expressions give."""
        checkout = self.clone(branch)
        return self.steps(load(checkout / ".github/workflows/publish.yml")["jobs"][job], checkout, outputs, **env)

    def steps(self, job: Mapping[str, Any], checkout: Path, outputs: Mapping[str, str], **env: str) -> "Ran":
        """The commands of a job in order, in a folder."""
        temporary = Path(f"{checkout}-temporary")
        temporary.mkdir()
        files = {name: temporary / name for name in ("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        told = {name: str(file) for name, file in files.items()}
        files["GITHUB_ENV"].touch()
        said = ""
        for step in job["steps"]:
            if step.get("name") == "Install" and self._has(step["run"], checkout):
                continue
            given = {name: outputs.get(value.strip("${ }"), "") for name, value in step.get("env", {}).items()}
            if "run" in step:
                noted = dict(line.split("=", 1) for line in files["GITHUB_ENV"].read_text().splitlines())
                there = {**self.env, **told, "RUNNER_TEMP": str(temporary), **noted, **given, **env}
                said += run("bash", "-e", "-o", "pipefail", "-c", step["run"], at=checkout, **there)
        return Ran(checkout, said)

    def _has(self, install: str, checkout: Path) -> bool:
        """Whether the same was installed before; from now on it is: all jobs share one environment."""
        named = [checkout / name for name in ("constraints.txt", "requirements.txt")]
        asked = (install, *(file.read_text("utf-8") for file in named if file.is_file()))
        is_there = asked in self._installed
        self._installed.add(asked)
        return is_there

    def gitlab(self, job: str, branch: str, **env: str) -> "Ran":
        """The same of GitLab, whose lines share one shell."""
        checkout = self.clone(branch)
        workflow = load(checkout / ".gitlab-ci.yml")
        lines = [*workflow[".cached"]["before_script"], *workflow[job]["script"]]
        script = "\n".join(line for line in lines if "apt-get" not in line)
        return Ran(checkout, run("bash", "-e", "-o", "pipefail", "-c", script, at=checkout, **self.env, **env))

    def gitlab_before(self, checkout: Path, **env: str) -> None:
        """What each job of GitLab does first, but for what it installs."""
        cached = load(checkout / ".gitlab-ci.yml")[".cached"]["before_script"]
        lines = [line for line in cached if not re.search(r"pip |apt-get", line)]
        run("bash", "-e", "-o", "pipefail", "-c", "\n".join(lines), at=checkout, **self.env, **env)


class Ran(NamedTuple):
    """What a job left, and what it said."""

    checkout: Path
    said: str

    def has(self, folder: str, text: str) -> bool:
        """Whether any page has it."""
        return any(text in page.read_text("utf-8") for page in (self.checkout / folder).rglob("*.html"))


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder, empty at first, and the address at which the host shows it."""
    folder = tmp_path_factory.mktemp("served")
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield folder, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Host:
    host = Host(tmp_path_factory.mktemp("host"))
    host.fill_in()
    return host


@pytest.fixture(scope="module")
def runner(host: Host) -> Runner:
    return Runner(host)


@pytest.mark.pinned
def test_a_change_is_reviewed_on_its_branch_published_by_its_merge_and_left_alone_by_night(
    host: Host, runner: Runner, served: tuple[Path, str]
) -> None:
    shown, address = served
    pages = {"steps.pages.outputs.base_url": address}
    base = host.git("rev-parse", "main").strip()
    host.edit_on_a_branch()

    outputs = {"github.event.pull_request.base.sha": base}
    review = runner.github("review", "one-sentence-more", outputs, GITHUB_BASE_REF="main")
    assert review.has("preview", SENTENCE)
    assert not review.has("preview", "<script")
    assert "Che cosa cambia per chi visita il sito" in review.said
    assert "Pagine cambiate (1)" in review.said

    shutil.copytree(Path(f"{review.checkout}-temporary/site-before"), shown, dirs_exist_ok=True)
    host.merge()
    after = runner.github("build", "main", pages)
    assert "changed=true" in after.said
    assert after.has("site", SENTENCE)
    log = json.loads((after.checkout / "site/dati/v1/changes.json").read_bytes())
    assert [one["record"] for entry in log["entries"] for one in entry["changes"]] == ["pages/method"]
    run("tar", "--extract", "--file", after.checkout / "artifact.tar", at=shown)
    assert host.git("status", "--porcelain", "--untracked-files=no", at=after.checkout) == ""

    host.git("commit", "--quiet", "--allow-empty", "--message", "Nothing that visitors see")
    host.git("push", "--quiet", "origin", "main")
    assert "changed=false" in runner.github("build", "main", pages).said

    if IS_LONG:
        request = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "CI_PROJECT_PATH": "a/b", "CI_JOB_ID": "1"}
        in_gitlab = runner.gitlab("review", "one-sentence-more", **request)
        assert (in_gitlab.checkout / "changes.md").read_text("utf-8") in review.said
        with pytest.raises(ExitError) as error:
            runner.gitlab("pages", "main", CI_PAGES_URL=address)
        assert error.value.code == 77
        (shown / "manifest.json").unlink()
        published = runner.gitlab("pages", "main", CI_PAGES_URL=address)
        assert published.has("public", SENTENCE)
        assert "non mostra ancora nessuna pubblicazione" in published.said
        (shown / "manifest.json").write_text("<html>Sign in</html>")
        with pytest.raises(ExitError):
            runner.gitlab("pages", "main", CI_PAGES_URL=address)
        assert runner.gitlab("pages", "main", CI_PAGES_URL=address, BEGIN="true").has("public", SENTENCE)


@pytest.mark.pinned
def test_a_request_in_which_one_author_takes_back_what_another_wrote_says_so(host: Host, runner: Runner) -> None:
    base = host.git("rev-parse", "main").strip()
    host.two_save_the_same_draft("one-draft")
    checkout = runner.clone("one-draft")
    github = load(checkout / ".github/workflows/publish.yml")["jobs"]["review"]["steps"]
    checks = {"steps": [step for step in github if "vetrina check" in step.get("run", "")]}
    assert "::notice file=content/pages/method.md" in runner.steps(checks, checkout, {}, GITHUB_BASE_REF="main").said
    runner.gitlab_before(checkout, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    [told] = [
        one for one in json.loads((checkout / "quality.json").read_text("utf-8")) if one["check_name"] == "undone"
    ]
    assert "Bruno" in told["description"] and "Ada" in told["description"]


@pytest.mark.pinned
def test_a_request_in_which_the_owner_has_yet_to_say_something_says_so_at_its_line(host: Host, runner: Runner) -> None:
    base = host.git("rev-parse", "main").strip()
    host.leave_open_on_a_branch("contact-to-come")
    outputs = {"github.event.pull_request.base.sha": base}
    with pytest.raises(ExitError, match=r"::error file=content/site\.yaml,line=\d+,col=\d+,title=placeholder"):
        runner.github("review", "contact-to-come", outputs, GITHUB_BASE_REF="main")
    checkout = runner.clone("contact-to-come")
    with pytest.raises(ExitError):
        runner.gitlab_before(checkout, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    told = json.loads((checkout / "quality.json").read_text("utf-8"))
    assert [one["check_name"] for one in told if one["location"]["path"] == "content/site.yaml"] == ["placeholder"]


def test_what_the_owner_has_not_written_is_not_published_but_by_a_demonstration(tmp_path: Path) -> None:
    [line] = {line for path in (*GITLAB, PUBLISH) for line in re.findall(r"grep --quiet '[^']*' \S+", path.read_text())}
    for written, production in (
        ("demonstration: true", False),
        ("title: x", True),
        ("x: {demonstration: true}", True),
    ):
        (tmp_path / "content").mkdir(exist_ok=True)
        (tmp_path / "content/site.yaml").write_text(f"model: 3\n{written}\n")
        assert run("bash", "-c", f"{line} || echo --production", at=tmp_path).strip() == (
            "--production" if production else ""
        )


def test_newer_versions_are_proposed_on_a_branch_and_nothing_where_there_are_none(host: Host, tmp_path: Path) -> None:
    gh = tmp_path / "bin/gh"
    gh.parent.mkdir()
    gh.write_text('#!/bin/sh\necho "gh $*"\n')
    gh.chmod(0o755)
    env = {
        "PATH": f"{gh.parent}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_SERVER_URL": "https://host.example",
        "GITHUB_REPOSITORY": "ateneo/vetrina",
        "GH_TOKEN": "t",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{host.bare}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://x-access-token:t@host.example/ateneo/vetrina",
    }
    [propose] = [step["run"] for step in load(THEIRS[1])["jobs"]["propose"]["steps"] if "run" in step]
    host.git("clone", "--quiet", "--branch", "main", host.bare, tmp_path / "clone", at=tmp_path)
    assert run("bash", "-e", "-c", propose, at=tmp_path / "clone", **env) == ""
    (tmp_path / "clone/constraints.txt").write_text("newer\n")
    assert "gh pr create --head renew" in run("bash", "-e", "-c", propose, at=tmp_path / "clone", **env)
    assert host.git("show", "renew:constraints.txt", at=host.bare) == "newer\n"


@pytest.mark.pinned
def test_a_release_is_installed_from_the_wheel_alone(runner: Runner, tmp_path: Path) -> None:
    if not IS_LONG:
        pytest.skip("`make test-long` installs it; `make test` looks into the wheel")
    (tmp_path / "dist").mkdir()
    for wheel in runner.wheels.iterdir():
        shutil.copy(wheel, tmp_path / "dist")
    assert runner.steps(load(ROOT / ".github/workflows/release.yml")["jobs"]["install"], tmp_path, {}).has(
        "begun/site", "Prova"
    )
