"""The parser of the command line, and what is said, in the reader’s language, of an argument nobody understands."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

from generator import __version__
from generator.problems.setup import SetupError
from generator.problems.spelling import did_you_mean
from generator.usage import option_values
from generator.usage.table import COMMANDS, options_of_command
from generator.words import N_, Phrase, Words, languages


class UsageError(SetupError):
    """The command was called in a way it does not understand."""


class Arguments:
    """The commands and their options, with their help in one language."""

    def __init__(self, words: Words) -> None:
        self._words = words
        text = words.text
        formatter = _formatter(words)
        self._parser = _ArgumentParser(
            prog="vetrina",
            formatter_class=formatter,
            usage=text("vetrina COMMAND [options]"),
            description=text("A static site generator for the public showcase of a university’s third mission."),
        )
        self._parser.set_defaults(command=None, root=Path())
        commands = self._parser.add_subparsers(title=text("commands"), metavar="")
        self._fill(self._parser, "").add_argument(
            "--version", action="version", version=__version__, help=text("show the version")
        )
        for name, summary in COMMANDS.items():
            places = [settings["metavar"] for key, settings in options_of_command(name).items() if key[0] != "-"]
            usage = text("vetrina {command} [options]", command=" ".join((name, *map(text, places))))
            command = commands.add_parser(
                name, help=text(summary), usage=usage, prog=f"vetrina {name}", formatter_class=formatter
            )
            command.set_defaults(command=name)
            self._fill(command, name)

    def parse(self, argv: Sequence[str]) -> argparse.Namespace:
        """Read the arguments; `command` is None where there is none. Raises UsageError."""
        name = next(self._names(argv), None)
        if name is not None and name not in COMMANDS:
            raise _not_understood(name, COMMANDS, "vetrina")
        program = f"vetrina {name}" if name else "vetrina"
        try:
            given, rest = self._parser.parse_known_args(argv)
        except argparse.ArgumentError as error:
            raise _told(error, name, program) from None
        if rest:
            raise _not_understood(rest[0], [key for key in options_of_command(name) if key[0] == "-"], program)
        return given

    def help(self) -> str:
        """The help of the whole command."""
        return self._parser.format_help()

    def _names(self, argv: Sequence[str]) -> Iterator[str]:
        """The arguments that are neither options nor their values, as far as the command."""
        return (word for before, word in zip(("", *argv), argv, strict=False) if word[:1] != "-" and before != "--lang")

    def _fill(self, parser: argparse.ArgumentParser, name: str) -> "argparse._ArgumentGroup":
        """Add the options of a command, and those every command has."""
        text = self._words.text
        options = parser.add_argument_group(text("options"))
        options.add_argument("--help", "-h", action="help", help=text("show this help"))
        lang = text("language of the messages: {known}", known=languages())
        options.add_argument(
            "--lang", type=option_values.language, metavar=text("LANGUAGE"), default=argparse.SUPPRESS, help=lang
        )
        debug = text("where Vetrina itself fails, show where")
        options.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=debug)
        for flag, settings in options_of_command(name).items():
            said = {key: text(settings[key]) for key in ("help", "metavar") if key in settings}
            options.add_argument(flag, **{**settings, **said})
        return options


def asked_language(argv: Sequence[str]) -> list[str]:
    """What follows `--lang`, before anything else is read: the messages about the rest are in that language."""
    following = [after for before, after in pairwise(argv) if before == "--lang"]
    return following + [word.removeprefix("--lang=") for word in argv if word.startswith("--lang=")]


def _formatter(words: Words) -> type[argparse.HelpFormatter]:
    """Help whose "usage:" is in the reader's language."""

    class Formatter(argparse.HelpFormatter):
        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
            super().add_usage(usage, actions, groups, words.text("usage:") + " ")

    return Formatter


class _ArgumentParser(argparse.ArgumentParser):
    """Leaves the help to us, and raises what argparse would print."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False, allow_abbrev=False, exit_on_error=False)

    def error(self, message: str) -> NoReturn:
        raise argparse.ArgumentError(None, message)


def _told(error: argparse.ArgumentError, name: str | None, program: str) -> UsageError:
    cause = error.__context__
    if isinstance(cause, argparse.ArgumentTypeError) and isinstance(cause.args[0], Phrase):
        said, name = cause.args[0], error.argument_name or ""
        named = Phrase(N_("{option}: {message}"), {"option": name, "message": said})
        return UsageError(named if name.startswith("-") else said, _help_hint(program))
    message = Phrase(N_("{option} is not followed by one value."), {"option": error.argument_name})
    if not error.argument_name:
        places = [settings["metavar"] for key, settings in options_of_command(name).items() if key[0] != "-"]
        values = {"program": program, "places": [Phrase(one) for one in places]}
        message = Phrase(N_("After {program} comes: {places}."), values)
    return UsageError(message, _help_hint(program))


def _not_understood(written: str, known: Iterable[str], program: str) -> UsageError:
    message = Phrase(N_("“{written}” is not understood."), {"written": written})
    if meant := did_you_mean(written.partition("=")[0], known):
        return UsageError(message, Phrase(N_("Did you mean “{suggestion}”?"), {"suggestion": meant[0]}))
    return UsageError(message, _help_hint(program))


def _help_hint(program: str) -> Phrase:
    return Phrase(N_("See: {program} --help"), {"program": program})
