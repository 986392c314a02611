"""The command as its user meets it: exit codes, messages in both languages, never a traceback."""

import contextlib
import gc
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote

import pytest

from generator import pipeline
from generator.__main__ import run as run_as_process
from generator.cli import main
from tests.harness import DAY, SiteTest
from tests.ran import Ran, ran

ERROR = ("content/organisations/unicollefiorito.yaml", "nature: university", "nature: università")
WARNING = ("content/organisations/unicollefiorito.yaml", "title: Università", f"title: {'Università ' * 9}")


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> SiteTest:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    return SiteTest()


@pytest.fixture
def run(site: SiteTest, capsys: pytest.CaptureFixture[str]):
    def asked(*arguments: str | Path) -> Ran:
        return ran(capsys, *arguments)

    return asked


def process(*arguments: str | Path, **env: str) -> Ran:
    done = subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **env},
        check=False,
    )
    return Ran.of(done.returncode, done.stdout, done.stderr)


# --- exit codes ---


@pytest.mark.parametrize(
    ("change", "strict", "code"),
    [(None, False, 0), (None, True, 0), (WARNING, False, 0), (WARNING, True, 1), (ERROR, False, 1), (ERROR, True, 1)],
    ids=["fine", "fine, strict", "warning", "warning, strict", "error", "error, strict"],
)
def test_check_and_build_agree_on_the_exit_code(site, run, change, strict, code):
    if change:
        site.replace(*change)
    options = ("--root", site.root, "--on", DAY, *(("--strict",) if strict else ()))
    assert run("check", *options).code == code
    assert run("build", *options, "--no-search").code == code
    assert site.out.exists() is (code == 0)


@pytest.mark.parametrize(
    ("text", "asked", "told"),
    [
        ("", ["--production"], "placeholder"),
        *(
            (f"[x]({written}/nulla/)", ["--base-url", "https://finestra.example"], "broken-link")
            for written in ("https://finestra.example", "http://finestra.example", "HTTPS://Finestra.example:443")
        ),
    ],
)
def test_check_tells_what_a_build_with_the_same_options_would(site, run, text, asked, told):
    site.replace("content/site.yaml", "https://unicollefiorito.example/privacy", "placeholder")
    site.write("content/pages/method.md", f"{site.read('content/pages/method.md')}\n{text}\n")
    options = ("--root", site.root, "--on", DAY)
    assert run("check", *options).code == 0
    assert f"({told})" in (checked := run("check", *options, *asked)).out
    built = run("build", *options, *asked, "--no-search")
    assert (checked.code, built.code) == (1, 1)
    assert checked.out.splitlines()[:-1] == built.out.splitlines()[:-1]


USAGE = [
    (["build", "--out"], "--out is not followed by one value."),
    (["build", "--no-serch"], "“--no-serch” is not understood."),
    (["biuld"], "“biuld” is not understood."),
    (["check", "extra"], "“extra” is not understood."),
    (["check", "--on", "domani"], "--on: “domani” is not a day such as 2026-11-22."),
    (["check", "--on", "2026-02-30"], "--on: “2026-02-30” is not a day such as 2026-11-22."),
    (["check", "--on", "20261122"], "--on: “20261122” is not a day such as 2026-11-22."),
    (["check", "--format", "xml"], "--format: “xml” is not one of: text, json, github, gitlab, html."),
    (["check", "--root", "/nowhere"], "--root: /nowhere is not a folder."),
    (["check", "--lang", "xx"], "--lang: “xx” is not one of: en, de, fr, it."),
    (["build", "--base-url", "x.example"], "--base-url: “x.example” is not a web address"),
    (["build", "--drafts=yes"], "--drafts is not followed by one value."),
    (["serve", "--production"], "“--production” is not understood."),
    (["serve", "--port", "0"], "--port: “0” is not a port number."),
    (["serve", "--port", "²"], "--port: “²” is not a port number."),
    (["serve", "--port", "9" * 5000], f"--port: “{'9' * 5000}” is not a port number."),
]


@pytest.mark.parametrize(("arguments", "said"), USAGE, ids=[" ".join(arguments) for arguments, _ in USAGE])
def test_what_nobody_understands_is_told_with_exit_code_2(run, arguments, said):
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith(f"vetrina: {said}")
    assert ran.err.count("\n  → ") == 1


def test_a_slip_is_answered_with_what_was_meant(run):
    assert "Did you mean “build”?" in run("biuld").err
    assert "Did you mean “--no-search”?" in run("build", "--no-serch").err


@pytest.mark.parametrize("arguments", [[], ["--help"], ["build", "--help"], ["check", "-h"], ["--version"]])
def test_help_is_given_in_the_language_of_the_reader(site, arguments, capsys):
    def said(language: str) -> str:
        capsys.readouterr()
        with contextlib.suppress(SystemExit):
            main(["--lang", language, *arguments])
        return capsys.readouterr().out

    assert said("en")
    assert (said("it") != said("en")) is (arguments != ["--version"])


# --- the surroundings ---


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_folder_without_a_showcase_is_told(run, tmp_path, command):
    ran = run(command, "--root", tmp_path)
    assert ran.code == 2
    assert str(tmp_path / "content" / "site.yaml") in ran.err
    assert "--root" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_an_empty_content_is_told(run, tmp_path):
    (tmp_path / "content").mkdir()
    assert run("build", "--root", tmp_path).code == 2


@pytest.mark.parametrize("text", ["", "# niente\n", "title: X\n", "- a\n", "title: [\n"])
def test_settings_without_what_is_needed_are_told(site, run, text):
    site.write("content/site.yaml", text)
    ran = run("build", "--root", site.root, "--on", DAY)
    assert ran.code == 1
    assert "content/site.yaml" in ran.out
    assert not site.out.exists()


def test_a_dangling_link_is_told(site, run):
    (site.root / "content/organisations/x.md").symlink_to("/nowhere")
    ran = run("build", "--root", site.root, "--on", DAY)
    assert ran.code == 1
    assert "content/organisations/x.md: error (unreadable-file): The file cannot be read." in ran.out


def test_a_folder_in_the_place_of_a_file_is_told(site, run):
    (site.root / "content/organisations/x.md").mkdir()
    ran = run("check", "--root", site.root, "--on", DAY, "--strict")
    assert ran.code == 1
    assert "content/organisations/x.md" in ran.out


def test_site_yaml_that_is_a_folder_is_told(site, run):
    site.remove("content/site.yaml")
    (site.root / "content/site.yaml").mkdir()
    assert run("build", "--root", site.root).code == 2


@pytest.mark.parametrize(
    ("template", "line", "cause"),
    [
        ("{{ page.titel }}", 1, "titel"),
        ("\n\n{{ nothing }}", 3, "nothing"),
        ("{% if %}", 1, ""),
        ("{% include 'parts/nothing.html' %}", 1, "nothing.html"),
        ("\n{{ 1 / 0 }}", 2, "division"),
    ],
)
def test_a_template_that_cannot_be_used_is_told_at_its_line(site, run, template, line, cause):
    assert run("build", "--root", site.root, "--on", DAY, "--no-search").code == 0
    before = site.tree()
    site.write("templates/home.html", template)
    ran = run("build", "--root", site.root, "--on", DAY, "--no-search")
    assert ran.code == 1
    assert re.search(rf"^templates/home.html:{line}: ", ran.out, re.MULTILINE)
    assert "template-error" in ran.out
    assert cause in ran.out
    assert site.tree() == before


@pytest.mark.parametrize(
    ("path", "template", "told"),
    [
        ("templates/home.html", b"{% extends 'base.html' %}\n{% if %}", "templates/home.html:2: "),
        ("templates/home.html", b"\n\n{{ 1|unheard }}", "templates/home.html:3: "),
        ("templates/base.html", b"\xff\xfe\0{{", "templates/base.html:1:1: "),
        ("templates/seal.html", b"{% once %}", "templates/seal.html:1: "),
    ],
)
def test_a_check_tells_what_is_wrong_with_an_owners_templates_at_their_lines(site, run, path, template, told):
    site.write("templates/redirect.html", '{% include "seal.html" %}{{ view.titel }}').write("templates/seal.html", "")
    site.write(path, template)
    ran = run("check", "--root", site.root, "--on", DAY)
    assert ran.code == 1
    assert [line for line in re.findall("^templates/.*", ran.out, re.MULTILINE) if not line.startswith(told)] == []
    assert told in ran.out


def test_what_an_owner_leaves_in_templates_and_nothing_shows_is_not_read(site, run):
    site.write("templates/notes.txt", b"\xe8 {% if %}")
    ran = run("check", "--root", site.root, "--on", DAY)
    assert (ran.code, "unused-template" in ran.out, "error" in ran.out) == (0, True, False)


def test_an_owners_template_and_asset_take_the_place_of_ours(site, run):
    site.write("templates/404.html", "<!doctype html><html lang=it><title>x</title><main>Perso!</main></html>")
    site.write("templates/assets/icon.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert run("build", "--root", site.root, "--on", DAY, "--no-search").code == 0
    assert site.main("/404.html") == "Perso!\n"
    icon = re.search(r'<link rel="icon" href="data:image/svg\+xml,([^"]*)"', site.page("/"))
    assert icon
    assert unquote(icon[1]) == "<svg xmlns='http://www.w3.org/2000/svg'/>"
    assert not [path for path in site.tree() if "icon" in path]


def test_a_missing_pagefind_is_told_and_the_site_stays(site, run, monkeypatch):
    assert run("build", "--root", site.root, "--on", DAY, "--no-search").code == 0
    before = site.tree()
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    ran = run("build", "--root", site.root, "--on", "2026-11-23")
    assert ran.code == 2
    assert "Pagefind" in ran.err
    assert "--no-search" in ran.err
    assert site.tree() == before


def test_a_folder_of_somebody_else_is_not_touched(site, run, tmp_path):
    (tmp_path / "tesi.doc").write_text("x")
    ran = run("build", "--root", site.root, "--out", tmp_path, "--no-search")
    assert ran.code == 2
    assert [file.name for file in tmp_path.iterdir()] == ["tesi.doc"]


def test_a_file_in_the_place_of_the_site_is_told(site, run, tmp_path):
    (tmp_path / "site").write_text("x")
    assert run("build", "--root", site.root, "--out", tmp_path / "site", "--no-search").code == 2


# --- what is said ---


def test_the_last_line_says_pages_files_problems_and_time(site, run):
    site.replace(*WARNING)
    ran = run("build", "--root", site.root, "--on", DAY, "--no-search", "--out", site.root / "x")
    pages = r"\d+ pages in Italian and \d+ pages in English"
    assert re.fullmatch(rf"{pages}; \d+ files written into .*/x; 1 warning; [\d.]+ s\.", ran.last)
    again = run("build", "--root", site.root, "--on", DAY, "--no-search", "--out", site.root / "x")
    assert "; 0 files written into " in again.last


def test_what_is_not_ours_in_the_site_is_told(site, run):
    build = ("build", "--root", site.root, "--on", DAY, "--no-search", "--lang", "en")
    assert "Vetrina’s" not in run(*build).out
    site.write("site/CNAME", "theirs")
    assert re.search(
        "What lay in .*/site and is not Vetrina’s is now in .*/.site.vetrina/set-aside/1.", run(*build).out
    )
    assert site.read(".site.vetrina/set-aside/1/CNAME") == "theirs"


def test_the_last_line_says_why_nothing_was_built(site, run):
    site.replace(*ERROR)
    ran = run("build", "--root", site.root, "--on", DAY, "--lang", "en")
    assert re.fullmatch(r"Not built: .*/site is as it was; 1 error; [\d.]+ s\.", ran.last)
    assert re.fullmatch(r"\d+ records? read; 1 error; [\d.]+ s\.", run("check", "--root", site.root, "--on", DAY).last)


@pytest.mark.parametrize(
    ("env", "arguments", "said"),
    [
        ({"LC_ALL": "it_IT.UTF-8"}, [], "nessun problema"),
        ({"LC_ALL": "en_GB.UTF-8"}, [], "no problems"),
        ({"LC_ALL": "en_GB.UTF-8"}, ["--lang", "it"], "nessun problema"),
        ({"LC_ALL": "en_GB.UTF-8"}, ["--lang=it"], "nessun problema"),
        ({"LC_ALL": "it_IT.UTF-8"}, ["--lang", "en"], "no problems"),
        ({"LC_ALL": "", "LANG": "it_IT.UTF-8"}, [], "nessun problema"),
        ({"LC_ALL": "", "LC_MESSAGES": "en_US.UTF-8", "LANG": "it_IT.UTF-8"}, [], "no problems"),
    ],
)
def test_the_language_is_the_one_asked_for_the_readers_or_the_sites(site, run, monkeypatch, env, arguments, said):
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert said in run("check", "--root", site.root, "--on", DAY, *arguments).last


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "es_ES.UTF-8", ""])
def test_a_reader_of_no_language_of_ours_is_told_in_the_first_of_the_site(site, locale):
    ran = process("check", "--root", site.root, "--on", DAY, LC_ALL=locale, LC_MESSAGES="", LANG=locale)
    assert "nessun problema" in ran.last


def test_an_error_of_usage_is_said_in_italian_too(run):
    assert "vetrina: --on: «domani» non è un giorno" in run("check", "--on", "domani", "--lang", "it").err


def test_json_is_one_list_and_nothing_else(site, run):
    site.replace(*ERROR)
    ran = run("check", "--root", site.root, "--on", DAY, "--format", "json")
    assert [one["code"] for one in json.loads(ran.out)] == ["bad-choice"]
    assert ran.code == 1


def test_github_annotations_are_one_a_line(site, run):
    site.replace(*ERROR)
    ran = run("check", "--root", site.root, "--on", DAY, "--format", "github")
    assert ran.out.startswith("::error file=content/organisations/unicollefiorito.yaml,line=2,col=9,title=bad-choice::")
    assert ran.out.count("\n") == 1


def test_without_a_folder_the_showcase_is_here(site, run, monkeypatch):
    monkeypatch.chdir(site.root)
    assert run("build", "--on", DAY, "--no-search").code == 0
    assert (site.root / "site" / "index.html").is_file()


# --- in a pipe ---


def test_a_pipe_hears_the_result_and_no_progress(site):
    ran = process("build", "--root", site.root, "--on", DAY, LC_ALL="C.UTF-8")
    assert ran.code == 0
    assert ran.err == ""
    assert ran.out.count("\n") == 1
    assert "\r" not in ran.out + ran.err


def test_a_terminal_sees_each_long_step(site):
    terminal, end = os.openpty()
    command = [sys.executable, "-m", "generator", "build", "--root", site.root, "--on", DAY, "--lang", "en"]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=end, check=True)
    os.close(end)
    seen = os.read(terminal, 10_000).decode()
    os.close(terminal)
    steps = [
        "Reading the content…",
        "Making the pages…",
        "Indexing for the search…",
        "Verifying the links…",
        "Writing the site…",
    ]
    assert re.findall(r"[A-Z][a-z ]+…", seen) == steps


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_of_another_encoding_is_no_obstacle(site, encoding):
    site.replace(*ERROR)
    ran = process("check", "--root", site.root, "--on", DAY, PYTHONIOENCODING=encoding)
    assert "«università»" in ran.out or "“università”" in ran.out


def test_a_reader_that_goes_away_is_no_crash(site):
    for number in range(300):
        site.write(f"content/organisations/ente-{number}.yaml", "title: [\n")
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "check", "--root", site.root],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()
        assert running.wait() in (1, 2)


def test_a_build_does_without_the_search_for_garbage(site, run, monkeypatch):
    searched = []

    def build(*given: object, **options: object) -> pipeline.Built:
        searched.append(gc.isenabled())
        return pipeline.Built(())

    monkeypatch.setattr(pipeline, "build", build)
    run("build", "--root", site.root)
    assert searched == [False]
    assert gc.isenabled()


def test_a_day_far_from_ours_is_a_day_like_any_other(site, run):
    assert run("build", "--root", site.root, "--on", "9999-12-31", "--no-search").code == 0
    for day in ("1900-01-01", "0001-01-01"):  # on which nothing of it has been signed yet
        done = run("check", "--root", site.root, "--on", day, "--format", "github")
        assert done.code == 1
        assert set(re.findall(r"title=([a-z-]+)", done.out + done.err)) - {"untranslated"} == {"not-yet"}


def test_ctrl_c_while_it_starts_is_no_accident(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(ModuleType):
        def __getattr__(self, name: str) -> None:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "generator.cli", Interrupted("generator.cli"))
    assert run_as_process() == 2


@pytest.mark.parametrize("inside", ["content", "content/x"])
def test_no_site_is_written_among_the_content(inside: str, capsys: pytest.CaptureFixture[str]) -> None:
    site = SiteTest()
    out = site.root / inside
    there = sorted(site.root.rglob("*"))
    assert main(["build", "--root", str(site.root), "--on", DAY, "--out", str(out), "--lang", "en"]) == 2
    assert f"{out} lies in content/" in capsys.readouterr().err
    assert sorted(site.root.rglob("*")) == there
