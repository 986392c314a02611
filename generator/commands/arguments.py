"""What each command takes, and what is said, in the reader's language, of an argument nobody understands."""

import argparse
import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

from generator import __version__
from generator.fields.types import RefusedError
from generator.fields.web import URL, base_of
from generator.problems.setup import SetupError
from generator.problems.spelling import did_you_mean
from generator.words import N_, Phrase, Words, languages

FORMATS = ("text", "json", "github", "gitlab", "html")
_PORT = 8000


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
        for name, summary in _COMMANDS.items():
            places = [settings["metavar"] for key, settings in _options(name).items() if key[0] != "-"]
            usage = text("vetrina {command} [options]", command=" ".join((name, *map(text, places))))
            command = commands.add_parser(
                name, help=text(summary), usage=usage, prog=f"vetrina {name}", formatter_class=formatter
            )
            command.set_defaults(command=name)
            self._fill(command, name)

    def parse(self, argv: Sequence[str]) -> argparse.Namespace:
        """Read the arguments; `command` is None where there is none. Raises UsageError."""
        name = next(self._names(argv), None)
        if name is not None and name not in _COMMANDS:
            raise _not_understood(name, _COMMANDS, "vetrina")
        program = f"vetrina {name}" if name else "vetrina"
        try:
            given, rest = self._parser.parse_known_args(argv)
        except argparse.ArgumentError as error:
            raise _told(error, program) from None
        if rest:
            raise _not_understood(rest[0], [key for key in _options(name) if key[0] == "-"], program)
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
        options.add_argument("--lang", type=_language, metavar=text("LANGUAGE"), default=argparse.SUPPRESS, help=lang)
        for flag, settings in _options(name).items():
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


def _told(error: argparse.ArgumentError, program: str) -> UsageError:
    cause = error.__context__
    if isinstance(cause, argparse.ArgumentTypeError) and isinstance(cause.args[0], Phrase):
        return UsageError(cause.args[0], _help_hint(program))
    message = Phrase(N_("{option} is not followed by one value."), {"option": error.argument_name or program})
    return UsageError(message, _help_hint(program))


def _not_understood(written: str, known: Iterable[str], program: str) -> UsageError:
    message = Phrase(N_("“{written}” is not understood."), {"written": written})
    if meant := did_you_mean(written.partition("=")[0], known):
        return UsageError(message, Phrase(N_("Did you mean “{suggestion}”?"), {"suggestion": meant[0]}))
    return UsageError(message, _help_hint(program))


def _help_hint(program: str) -> Phrase:
    return Phrase(N_("See: {program} --help"), {"program": program})


# --- the values of options --------------------------------------------------------------------------------------------


def _refused(message: str, **values: object) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(Phrase(message, values))


def _folder(text: str) -> Path:
    folder = Path(text)
    if not folder.is_dir():
        raise _refused(N_("--root: {folder} is not a folder."), folder=text)
    return folder


def _new_folder(text: str) -> Path:
    if not text.strip():
        raise _refused(N_("The name of the folder is empty."))
    return Path(text)


def _language(text: str) -> str:
    if text not in languages():
        raise _refused(N_("--lang: “{value}” is not one of: {known}."), value=text, known=languages())
    return text


def _day(text: str) -> datetime.date:
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=datetime.UTC).date()
    except ValueError:
        raise _refused(N_("--on: “{value}” is not a day such as 2026-11-22."), value=text) from None


def _base_url(text: str) -> str:
    try:
        URL.read(text)
    except RefusedError:
        message = N_("--base-url: “{value}” is not a web address such as https://example.org/path/.")
        raise _refused(message, value=text) from None
    return base_of(text)


def _format(text: str) -> str:
    if text not in FORMATS:
        raise _refused(N_("--format: “{value}” is not one of: {known}."), value=text, known=FORMATS)
    return text


def _host(text: str) -> str:
    if not text.strip():
        raise _refused(N_("--host: the address is empty."))
    return text.strip()


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or not 0 < int(text) < 65536:
        raise _refused(N_("--port: “{value}” is not a port number."), value=text)
    return int(text)


# --- the commands and their options -----------------------------------------------------------------------------------

_COMMANDS = {
    "build": N_("build the site"),
    "check": N_("look for mistakes without building"),
    "serve": N_("preview the site while editing"),
    "schema": N_("write what content/ can hold as JSON Schema"),
    "translate": N_("mark the translation of a record as up to date"),
}
_SITE = ("build", "check", "serve")


def _flag(help_: str) -> dict[str, Any]:
    return {"action": "store_true", "help": help_}


def _value(read: Callable[[str], object], metavar: str, help_: str, default: object = None) -> dict[str, Any]:
    return {"type": read, "metavar": metavar, "help": help_, "default": default}


_OPTIONS: Mapping[str, tuple[tuple[str, ...], Mapping[str, Any]]] = {
    "folder": (("schema",), {"type": _new_folder, "metavar": N_("FOLDER"), "help": N_("where to write the schemas")}),
    "record": (
        ("translate",),
        {"type": str, "metavar": N_("RECORD"), "help": N_("folder/id of the record, or its id alone")},
    ),
    "--root": (
        (*_SITE, "translate"),
        _value(_folder, N_("FOLDER"), N_("the folder that holds content/ (default: here)"), Path()),
    ),
    "--language": (
        ("translate",),
        _value(str, N_("LANGUAGE"), N_("the translation that is meant, where there are several: such as en")),
    ),
    "--on": (_SITE, _value(_day, N_("DAY"), N_("the day to compute for, such as 2026-11-22 (default: today in Rome)"))),
    "--drafts": (_SITE, _flag(N_("include drafts, archived records and those not yet due"))),
    "--strict": (("build", "check"), _flag(N_("let warnings stop too"))),
    "--out": (("build",), _value(_new_folder, N_("FOLDER"), N_("where to write (default: site/)"))),
    "--base-url": (
        ("build", "check"),
        _value(_base_url, N_("ADDRESS"), N_("the site’s address; a path in it prefixes every link")),
    ),
    "--production": (("build", "check"), _flag(N_("the real site, for search engines too: refuses placeholders"))),
    "--no-search": (("build",), _flag(N_("leave the search index out"))),
    "--format": (("check",), _value(_format, N_("FORMAT"), N_("text, json, github, gitlab or html"), "text")),
    "--host": (
        ("serve",),
        _value(_host, N_("ADDRESS"), N_("where to listen (default: this computer only)"), "127.0.0.1"),
    ),
    "--port": (("serve",), _value(_port, N_("NUMBER"), N_("port to listen on (default: 8000)"), _PORT)),
}


def _options(name: str | None) -> dict[str, Mapping[str, Any]]:
    """What a command takes; a name without hyphens is what it cannot do without."""
    return {key: settings for key, (commands, settings) in _OPTIONS.items() if name in commands}
