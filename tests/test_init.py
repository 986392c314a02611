"""`vetrina init`: a site that builds at once, with nothing made up in it, all of it or nothing."""

import datetime
import io
import re
import shlex
from pathlib import Path

import pytest
import yaml

from generator import __version__
from generator.cli import main
from generator.content.new_site import CI_FILES, offered
from generator.content.read import Contents
from generator.content.validate import validate
from generator.content.write import write
from generator.machine.memo import Memo
from generator.options import Options
from generator.pipeline import build
from generator.words import languages
from tests.harness import DAY
from tests.real import ROOT

ASKED = ["--name", "Ateneo aperto", "--owner", "Università di Prova"]


def init(folder: Path, *more: str) -> int:
    return main(["init", str(folder), *ASKED, "--lang", "it", *more])


def test_the_command_that_comes_next_can_be_given_as_it_is_told(tmp_path, capsys) -> None:
    folder = tmp_path / "b 2 è"
    assert init(folder) == 0
    told = capsys.readouterr().out.splitlines()[-1].partition(": ")[2]
    assert shlex.split(told) == ["vetrina", "serve", "--root", str(folder)]


@pytest.mark.parametrize("chosen", ["it", "it,en", "en,it", "de", "fr,de,en,it"])
def test_a_new_site_is_sound_and_builds_at_once(
    tmp_path: Path, chosen: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new"
    assert init(folder, "--languages", chosen) == 0
    assert main(["check", "--strict", "--root", str(folder), "--on", DAY, "--lang", "en"]) == 0
    assert "no problems" in capsys.readouterr().out
    built = build(Options(folder, datetime.date.fromisoformat(DAY)), folder / "site", search=False)
    assert built.published
    assert [*built.pages] == chosen.split(",")
    assert {path.name for path in tmp_path.iterdir()} == {"new"}


@pytest.mark.parametrize("given", ["", "https://vetrina.prova.example/"])
def test_an_address_that_is_given_is_the_first_which_stays(tmp_path: Path, given: str) -> None:
    init(tmp_path, *(("--address", given) if given else ()))
    written = yaml.load((tmp_path / "content/site.yaml").read_text("utf-8"), yaml.CSafeLoader)
    assert written["base_url"] and written.get("first_address", "") == given


@pytest.mark.parametrize(("languages", "has_guide"), [("fr,de", False), ("fr,it", True)])
def test_the_guide_is_asked_for_where_there_is_one(tmp_path: Path, languages: str, has_guide: bool) -> None:
    init(tmp_path, "--languages", languages)
    assert ("guide" in yaml.load((tmp_path / "content/site.yaml").read_text("utf-8"), yaml.CSafeLoader)) is has_guide


def test_a_language_without_a_catalogue_is_refused_with_the_way_to_it(tmp_path: Path, capsys) -> None:
    assert main(["init", str(tmp_path / "x"), "--name", "Aula", "--languages", "es,it", "--lang", "en"]) == 2
    assert "put its catalogue beside content/ (locale/<code>.po)" in capsys.readouterr().err


def test_its_files_are_in_the_canonical_form(tmp_path: Path) -> None:
    init(
        tmp_path,
        "--languages",
        "it,en",
        "--address",
        "https://vetrina.prova.example/",
        "--light",
        "#7a1f3d",
        "--dark",
        "#ffb3c7",
    )
    content, problems = validate(Contents(tmp_path, Memo()))
    assert content
    assert problems == []
    for path, text in write(content).items():
        assert (tmp_path / path).read_text("utf-8") == text, path


def test_it_says_nothing_of_an_owner_but_what_it_was_told(tmp_path: Path) -> None:
    init(tmp_path, "--languages", "it,en,de,fr")
    written = "".join(file.read_text("utf-8") for file in sorted((tmp_path / "content").rglob("*.*")))
    assert written.count("placeholder") == 4
    assert len(re.findall(r"^\*[^*]+\*$", written, re.MULTILINE)) == 20, "in italics what only the owner knows"
    assert not re.search("bicocca|polimi|milan", written, re.IGNORECASE)


@pytest.mark.parametrize("name", offered())
def test_a_vocabulary_that_ships_is_verified_in_every_language(name: str) -> None:
    shipped = yaml.load((ROOT / f"generator/data/vocabularies/{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)
    for entry in shipped["terms"]:
        assert entry["verified"] is True
        assert set(entry["label"]) == set(languages())


def test_what_was_not_verified_is_not_offered_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "sdgs" not in offered()
    init(tmp_path)
    assert "sdgs" in capsys.readouterr().out


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert init(tmp_path) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    assert "c’è già qualcosa" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--light", "#aabbcc", "--dark", "#a5c3ff"], "il contrasto è 1,7"),
        (["--light", "#12397f"], "un solo schema"),
        (["--light", "blu", "--dark", "#a5c3ff"], "non è un colore"),
        (["--languages", "it,xx"], "«xx» non è fra"),
        (["--ci", "jenkins"], "«jenkins» non è fra"),
        (["--address", "vetrina"], "non è un indirizzo"),
    ],
)
def test_an_answer_that_cannot_be_meant_leaves_nothing(
    tmp_path: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(tmp_path / "new", *arguments) == 2
    assert said in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []


def test_what_breaks_off_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*asked: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.commands.init._mark_translations", broken)
    assert init(tmp_path / "new") == 2
    assert [*tmp_path.iterdir()] == []


def test_without_options_it_asks_until_it_understands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    answers = ["", "Ateneo aperto", "", "it,xx", "it, en", "", "uaperta", "#12397f", "#a5c3ff", "gitlab"]
    monkeypatch.setattr("sys.stdin", Terminal("".join(f"{one}\n" for one in answers)))
    assert main(["init", str(tmp_path / "new"), "--lang", "it"]) == 0
    said = capsys.readouterr().out
    assert "Nome del sito" in said
    assert "«xx» non è fra" in said
    settings = yaml.load((tmp_path / "new/content/site.yaml").read_text("utf-8"), yaml.CSafeLoader)
    assert (settings["languages"], settings["owner"]["name"]["it"]) == (["it", "en"], "Ateneo aperto")
    assert settings["open_data"]["ipa"] == "uaperta" and settings["open_data"]["covers"][0].endswith("/country/ITA")
    assert (tmp_path / "new/.gitlab-ci.yml").is_file()


def test_without_a_terminal_it_needs_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path / "new"), "--lang", "it"]) == 2
    assert "--name" in capsys.readouterr().err


@pytest.mark.parametrize("host", [host for host in CI_FILES if host != "none"])
def test_the_ci_installs_a_pinned_version_with_the_constraints_it_was_tried_with(tmp_path: Path, host: str) -> None:
    init(tmp_path, "--ci", host)
    written = "".join((tmp_path / path).read_text("utf-8") for path in CI_FILES[host])
    assert "pip install --require-hashes --requirement constraints.txt" in written
    assert "pip install --no-deps --no-build-isolation --requirement requirements.txt" in written
    assert "git+" not in written
    assert (tmp_path / "requirements.txt").read_text() == f"vetrina=={__version__}\n"
    assert (tmp_path / "constraints.txt").read_bytes() == (ROOT / "constraints.txt").read_bytes()


def test_another_package_is_installed_where_one_is_named(tmp_path: Path) -> None:
    init(tmp_path, "--ci", "github", "--package", "vetrina @ https://git.example/vetrina-1-py3-none-any.whl")
    assert (tmp_path / "requirements.txt").read_text() == "vetrina @ https://git.example/vetrina-1-py3-none-any.whl\n"
