"""What the README shows is what happens."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path

import pytest

from generator.cli import main
from generator.usage.table import COMMANDS
from tests.harness import SITES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BESIDE = {
    "site.yaml": """\
title: Esempio
description: {it: Un esempio., en: An example.}
languages: [it, en]
base_url: https://vetrina.example/
owner:
  name: {it: Università di Esempio, en: University of Esempio}
  contact: placeholder
  kind: demonstration
demonstration: true
navigation: [agreements]
obligations:
  accessibility_url: placeholder
  privacy_url: placeholder
  data_protection_contact: placeholder
  licence: {title: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/}
""",
    "organisations/universita-di-esempio.yaml": """\
title: Università di Esempio
verified_on: 2026-11-22
nature: university
sources:
  - source: comunicato-mobilita-2026
""",
    "organisations/comune-di-esempio.yaml": """\
title: Comune di Esempio
verified_on: 2026-11-22
nature: municipality
sources:
  - source: comunicato-mobilita-2026
""",
    "sources/comunicato-mobilita-2026.yaml": """\
title: Università e Comune insieme per la mobilità
verified_on: 2026-11-22
publisher: universita-di-esempio
date: 2026-05-04
language: it
url: https://universita.example/comunicati/mobilita
""",
}


def plain(system: str) -> list[str]:
    """The commands that do the same without make."""
    [block] = re.findall(rf"on {system}[^:]*:\n\n((?:    .*\n)+)", README)
    return [line.strip() for line in block.splitlines()]


def test_the_plain_commands_are_the_same_on_windows() -> None:
    there = [line.replace("\\", "/").replace("/Scripts/", "/bin/") for line in plain("Windows")]
    assert [re.sub("^py ", "python3 ", line) for line in there] == plain("Linux and macOS")


@pytest.mark.pinned
@pytest.mark.skipif(os.name != "posix", reason="the commands for Linux and macOS")
def test_the_plain_commands_do_what_they_say(tmp_path: Path) -> None:
    """In an environment of their own, where the packages of the constraints are found but not Vetrina."""
    for name in "pyproject.toml constraints.txt constraints-dev.txt README.md LICENSE generator templates".split():
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, tmp_path / name)
    shutil.copytree(SITES / "minimal/content", tmp_path / "content")
    first, *commands = plain("Linux and macOS")
    assert first == "python3 -m venv .venv"
    subprocess.run([sys.executable, "-m", "venv", ".venv"], cwd=tmp_path, check=True)
    [packages] = tmp_path.glob(".venv/lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    env = {**os.environ, "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    for command in commands:
        words = [*command.split(), *(["--version"] if "pytest" in command else [])]
        if "serve" not in words:
            subprocess.run(words, cwd=tmp_path, env=env, check=True, stdout=subprocess.DEVNULL)
    assert (tmp_path / "site/index.html").is_file()


def vetrina(*arguments: str | Path) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "generator", *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    return done.returncode, done.stdout


def example(root: Path) -> Path:
    """A site with the README's agreement and what it refers to."""
    italian, english = re.findall(r"```markdown\n(.*?)```", README, re.DOTALL)
    shown = {"agreements/mobilita-sostenibile.md": italian, "agreements/mobilita-sostenibile.en.md": english}
    for name, text in (BESIDE | shown).items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_the_example_has_no_mistake(tmp_path: Path) -> None:
    code, told = vetrina("check", "--strict", "--lang", "en", "--on", "2026-11-22", "--root", example(tmp_path))
    assert code == 0, told


def test_a_missing_party_is_told_as_shown(tmp_path: Path) -> None:
    root = example(tmp_path)
    (root / "content/organisations/comune-di-esempio.yaml").unlink()
    code, told = vetrina("check", "--lang", "en", "--on", "2026-11-22", "--root", root)
    assert code == 1
    assert "content/agreements/mobilita-sostenibile.md:7:" in told
    assert [line for line in re.findall(r"^> (.*)", README, re.MULTILINE) if line not in told] == []


@cache
def help_of(command: str) -> tuple[object, str]:
    """In this process: it takes a tenth of the time of one of its own."""
    with redirect_stdout(StringIO()) as told, pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    return ended.value.code, told.getvalue()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_in_the_table(command: str) -> None:
    code, told = help_of(command)
    assert code == 0, told
    assert f"| `vetrina {command}` |" in README
    options = set(re.findall(r"--[a-z][a-z-]+", told)) - {"--help"}
    assert [option for option in sorted(options) if f"| `{option}" not in README] == []


def test_every_option_in_the_table_exists() -> None:
    told = "".join(help_of(command)[1] for command in COMMANDS)
    assert [option for option in re.findall(r"^\| `(--[a-z-]+)", README, re.MULTILINE) if option not in told] == []


def test_every_file_it_points_to_is_there() -> None:
    shown = re.sub(r"^```.*?^```", "", README, flags=re.DOTALL | re.MULTILINE)
    pointed = [target for target in re.findall(r"\]\(([^)# ]+)\)", shown) if "://" not in target]
    assert any(target.endswith(".webp") for target in pointed)
    assert [target for target in pointed if not (ROOT / target).is_file()] == []
