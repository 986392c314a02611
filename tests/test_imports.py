"""A command imports what it needs and no more: who asks for the version need not wait for a web server."""

import subprocess
import sys

import pytest

from tests.harness import SITES

MINIMAL = str(SITES / "minimal")
ON = ("--root", MINIMAL, "--on", "2026-11-22")
PREVIEW = {"livereload", "tornado", "watchfiles", "generator.commands.serve"}
SEARCH = {"cbor2", "pagefind_bin"}
PICTURES = {"PIL", "pypdf"}
CONTENT = {"yaml", "nh3", "generator.content", "generator.kinds", "generator.pipeline"}
TEXTS = {"markdown"}


def imported(*arguments: str) -> set[str]:
    """The modules that a run of a command imports, on one core: what copies of the process import, nobody would see."""
    alone = "import os; hasattr(os, 'sched_setaffinity') and os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})"
    program = (
        f"{alone}; import sys; from generator.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", f"try:\n {program}\nexcept SystemExit:\n print(*sys.modules, file=sys.stderr)"]
    done = subprocess.run([*command, *arguments], capture_output=True, text=True, encoding="utf-8", check=True)
    found = set(done.stderr.split())
    assert "argparse" in found
    return found


@pytest.mark.parametrize(
    "arguments", [(), ("--version",), ("--help",), ("serve", "--help"), ("--version", "--lang=it")]
)
def test_help_and_version_read_nothing(arguments):
    unneeded = PREVIEW | SEARCH | PICTURES | CONTENT | TEXTS | {"jinja2", "ctypes", "generator.output"}
    assert imported(*arguments) & unneeded == set()


def test_a_check_makes_nothing():
    found = imported("check", *ON)
    assert found & (PREVIEW | SEARCH | PICTURES | {"jinja2"}) == set()
    assert found >= CONTENT


def test_a_build_without_search_shows_and_indexes_nothing(tmp_path):
    found = imported("build", *ON, "--out", str(tmp_path / "site"), "--no-search")
    assert found & (PREVIEW | SEARCH | {"pypdf"}) == set()
    assert found >= CONTENT | {"jinja2"}


def test_a_build_draws_nothing_that_was_drawn_before(tmp_path, monkeypatch):
    monkeypatch.setenv("VETRINA_STORE", str(tmp_path / "store"))
    build = ("build", *ON, "--out", str(tmp_path / "site"), "--no-search")
    assert "PIL" in imported(*build)
    assert "PIL" not in imported(*build)


def test_a_check_reads_no_text_that_was_read_before(tmp_path, monkeypatch):
    monkeypatch.setenv("VETRINA_STORE", str(tmp_path))
    assert imported("check", *ON) >= TEXTS
    assert imported("check", *ON) & TEXTS == set()


def test_schemas_need_no_site(tmp_path):
    assert imported("schema", str(tmp_path)) & (PREVIEW | SEARCH | PICTURES | {"jinja2", "generator.pipeline"}) == set()
