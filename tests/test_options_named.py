"""Options that messages name: the command that says so has them, or the message names the one that has."""

import ast
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest

from generator.usage.arguments import Arguments, UsageError
from generator.usage.table import COMMANDS, options_of_command
from generator.words import words_for

PROGRAM = Path(__file__).parents[1] / "generator"
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
COMMAND = re.compile(r"vetrina ([a-z]+)")
OF_ALL = {"--help", "--lang", "--debug", "--version"}
OF_OTHERS = {"npm install": {"--prefix"}}
"""Programs whose command lines messages give, with their options."""
OF_COMMANDS = ("commands", "publishing", "preview")
"""The folders whose messages are said by the commands that import them; all others by whatever reads a site."""
SAYING = {"N_", "NN_", "text", "count"}


@cache
def read(file: Path) -> tuple[Sequence[str], Sequence[Path]]:
    """What a module says, or marks to be translated, and the files that its imports may name."""
    said: list[str] = []
    imported: list[Path] = []
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in SAYING:
            said += (one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator."):
            base = PROGRAM.parent / str(node.module).replace(".", "/")
            imported += (base.with_suffix(".py"), *(base / f"{alias.name}.py" for alias in node.names))
    return said, imported


def messages(file: Path) -> Sequence[str]:
    """What a module says, or marks to be translated."""
    return read(file)[0]


def reached(file: Path, found: set[Path]) -> set[Path]:
    """A module and all that it imports, directly or not."""
    if file not in found and file.is_file():
        found.add(file)
        for one in read(file)[1]:
            reached(one, found)
    return found


def speakers() -> Mapping[Path, set[str]]:
    """The commands that may say what a module says; those that work on a site for what none has of its own."""
    of_a_site = {name for name in COMMANDS if "--root" in options_of_command(name)}
    found = dict.fromkeys(PROGRAM.rglob("*.py"), of_a_site)
    by_command = {name: reached(PROGRAM / "commands" / f"{name}.py", set()) for name in COMMANDS}
    for file in found:
        if file.relative_to(PROGRAM).parts[0] in OF_COMMANDS:
            found[file] = {name for name, files in by_command.items() if file in files}
    return found


def unfounded(message: str, commands: set[str]) -> list[str]:
    """The options of a message that not all of the commands have, nor the one that the message names."""
    there = OF_ALL.union(*(options for program, options in OF_OTHERS.items() if program in message))
    named = set(COMMAND.findall(message)) & COMMANDS.keys()
    has = [{*options_of_command(name)} for name in named or commands]
    return [one for one in OPTION.findall(message) if one not in there and not all(one in options for options in has)]


def test_every_option_that_is_named_can_be_given() -> None:
    told = speakers()
    wrong = {
        (str(file.relative_to(PROGRAM)), message): options
        for file, commands in told.items()
        if file.relative_to(PROGRAM).parts[0] != "usage"
        for message in messages(file)
        if (options := unfounded(message, commands))
    }
    assert wrong == {}
    assert sum(len(OPTION.findall(one)) for file in told for one in messages(file)) > 40


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_an_option_names_options_of_its_command(name: str) -> None:
    assert [one for option in options_of_command(name).values() for one in unfounded(option["help"], {name})] == []


def test_how_a_value_is_read_names_no_option() -> None:
    """Several options are read alike; which one it is, the parser says."""
    said = messages(PROGRAM / "usage" / "option_values.py")
    assert [one for one in said if OPTION.search(one)] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("init x --address ftp://x", "--address: “ftp://x” is not a web address such as https://example.org/path/."),
        ("build --base-url ftp://x", "--base-url: “ftp://x” is not a web address such as https://example.org/path/."),
        ("build --previous ftp://x", "--previous: “ftp://x” is not a web address such as https://example.org/path/."),
        ("newsletter --since ieri", "--since: “ieri” is not a day such as 2026-11-22."),
        ("dossier --in-force-on ieri", "--in-force-on: “ieri” is not a day such as 2026-11-22."),
        ("check --on ieri", "--on: “ieri” is not a day such as 2026-11-22."),
        ("init x --light blu", "--light: “blu” is not a colour of six digits after #, such as #12397f."),
        ("hosting iis", "“iis” is not one of: nginx, apache, headers."),
    ],
)
def test_a_value_that_cannot_be_read_is_told_with_its_own_option(arguments: str, said: str) -> None:
    words = words_for("en")
    with pytest.raises(UsageError) as refused:
        Arguments(words).parse(arguments.split())
    assert words.say(refused.value.message) == said
