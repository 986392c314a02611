"""The commands: arguments in, exit code out. The only file that exits.

0: fine. 1: an error in the content, or a warning under `--strict`; nothing was published. 2: the command cannot run.
"""

import argparse
import datetime
import locale
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from generator import __version__
from generator.content.fields import read_url
from generator.problems.problem import did_you_mean
from generator.problems.setup import SetupError
from generator.words import N_, SOURCE_LANGUAGE, Phrase, Words, languages, words_for

FINE, WRONG, UNUSABLE = 0, 1, 2
FORMATS = ("text", "json", "github")
_PORT = 8000


class UsageError(SetupError):
    """The command was called in a way it does not understand."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    _write_utf8()
    argv = list(sys.argv[1:] if arguments is None else arguments)
    words = words_for(_language(argv))
    try:
        return _run(argv, words)
    except SetupError as error:
        print(f"vetrina: {words.say(error.message)}", file=sys.stderr)
        print(f"  → {words.say(error.hint)}", file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        return UNUSABLE


def _run(argv: Sequence[str], words: Words) -> int:
    parser = _parser(words)
    options, rest = parser.parse_known_args(argv)
    if rest:
        raise _unknown(rest[0], parser, options.command)
    if options.command is None:
        parser.print_help()
        return FINE
    run: Any = options.run
    return int(run(options, words))


# --- the commands ----------------------------------------------------------------------------------------------------


def _build(given: argparse.Namespace, words: Words) -> int:
    from generator.pipeline import build

    started = time.monotonic()
    root = given.root
    out = given.out or root / "site"
    built = build(_options(given), out, search=not given.no_search, progress=_progress(words))
    _tell(built.problems, given, words)
    seconds = words.number(round(time.monotonic() - started, 1))
    if built.published is None:
        print(_summary(words.text("Not built: {out} is as it was", out=out), built.problems, seconds, words))
        return WRONG
    pages = words.listed(
        words.count("{number} page in {language}", "{number} pages in {language}", number, language=language)
        for language, number in built.pages.items()
    )
    written = words.count("{number} file written", "{number} files written", len(built.published.written))
    said = words.text("{pages}; {written} into {out}", pages=pages, written=written, out=out)
    print(_summary(said, built.problems, seconds, words))
    return FINE


def _check(given: argparse.Namespace, words: Words) -> int:
    from generator.pipeline import check
    from generator.problems.problem import stops

    started = time.monotonic()
    checked = check(_options(given))
    _tell(checked.problems, given, words)
    if given.format == "text":
        records = len(checked.showcase.records) if checked.showcase else 0
        said = words.count("{number} record read", "{number} records read", records)
        seconds = words.number(round(time.monotonic() - started, 1))
        print(_summary(said, checked.problems, seconds, words))
    return WRONG if stops(checked.problems, strict=given.strict) else FINE


def _serve(given: argparse.Namespace, words: Words) -> int:
    from generator.desk.serve import serve

    return serve(_options(given), given.host, given.port, words)


def _options(given: argparse.Namespace) -> Any:
    from generator.pipeline import Options
    from generator.showcase.lifecycle import today_in_rome

    return Options(
        root=given.root,
        day=given.on or today_in_rome(datetime.datetime.now(datetime.UTC)),
        base_url=getattr(given, "base_url", None) or "",
        drafts=given.drafts,
        production=getattr(given, "production", False),
        strict=getattr(given, "strict", False),
    )


def _tell(problems: Sequence[Any], given: argparse.Namespace, words: Words) -> None:
    from generator.problems.report import FORMATS as WRITERS

    form = getattr(given, "format", "text")
    told = WRITERS[form](problems, words, given.root)
    if told:
        print(told)


def _summary(said: str, problems: Sequence[Any], seconds: str, words: Words) -> str:
    from generator.problems.report import count

    return words.text("{said}; {problems}; {seconds} s.", said=said, problems=count(problems, words), seconds=seconds)


def _progress(words: Words) -> Any:
    """Shows each long step while it lasts, on a terminal; says nothing in a pipe."""
    if not sys.stderr.isatty():
        return lambda step: None
    return lambda step: print(f"\r\033[K{words.text(step)}…\r", end="", file=sys.stderr, flush=True)


# --- arguments -------------------------------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    """Raises our own sentences, in the reader's language, instead of printing argparse's."""

    def __init__(self, *, words: Words, **settings: Any) -> None:
        super().__init__(**settings, add_help=False, allow_abbrev=False, exit_on_error=False)
        self.words = words
        self._optionals.title = words.text("options")
        self._positionals.title = words.text("commands")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[argparse.Namespace, list[str]]:
        """Parse, or raise UsageError."""
        try:
            return super().parse_known_args(args, namespace)
        except argparse.ArgumentError as error:
            raise self._told(error) from None

    def error(self, message: str) -> NoReturn:
        """Anything argparse says that has no sentence of ours."""
        raise UsageError(Phrase(message.replace("{", "{{").replace("}", "}}")), _help_hint(self.prog))

    def _told(self, error: argparse.ArgumentError) -> UsageError:
        cause = error.__context__
        if isinstance(cause, argparse.ArgumentTypeError) and isinstance(cause.args[0], Phrase):
            return UsageError(cause.args[0], _help_hint(self.prog))
        values = {"option": error.argument_name or ""}
        return UsageError(Phrase(N_("{option} is not followed by one value."), values), _help_hint(self.prog))


def _parser(words: Words) -> _Parser:
    text = words.text
    parser = _Parser(
        words=words,
        prog="vetrina",
        usage=text("vetrina COMMAND [options]"),
        description=text("A static site generator for the public showcase of a university’s third mission."),
    )
    parser.add_argument("--help", "-h", action="help", help=text("show this help"))
    parser.add_argument("--version", action="version", version=__version__, help=text("show the version"))
    parser.add_argument("--lang", metavar=text("LANGUAGE"), help=text("language of the messages: {known}", known=languages()))
    commands = parser.add_subparsers(dest="command", metavar="", prog="vetrina", parser_class=_command_class(words))
    build = commands.add_parser("build", help=text("build the site"))
    check = commands.add_parser("check", help=text("look for mistakes without building"))
    serve = commands.add_parser("serve", help=text("preview the site while editing"))
    for command, run in ((build, _build), (check, _check), (serve, _serve)):
        command.set_defaults(run=run)
        add = command.add_argument
        add("--help", "-h", action="help", help=text("show this help"))
        add("--root", type=_folder, default=Path(), metavar=text("FOLDER"), help=text("the folder that holds content/ (default: here)"))
        add("--on", type=_day, metavar=text("DAY"), help=text("the day to compute for, such as 2026-11-22 (default: today in Rome)"))
        add("--drafts", action="store_true", help=text("include drafts, archived records and those not yet due"))
        add("--lang", metavar=text("LANGUAGE"), default=argparse.SUPPRESS, help=text("language of the messages: {known}", known=languages()))
    for command in (build, check):
        command.add_argument("--strict", action="store_true", help=text("let warnings stop too"))
    add = build.add_argument
    add("--out", type=Path, metavar=text("FOLDER"), help=text("where to write (default: site/)"))
    add("--base-url", type=_base_url, metavar="URL", help=text("the site’s address; a path in it prefixes every link"))
    add("--production", action="store_true", help=text("for search engines too; refuses placeholders"))
    add("--no-search", action="store_true", help=text("leave the search index out"))
    check.add_argument("--format", type=_format, default="text", metavar=text("FORMAT"), help="text, json, github")
    serve.add_argument("--host", default="127.0.0.1", metavar=text("ADDRESS"), help=text("where to listen (default: this computer only)"))
    serve.add_argument("--port", type=_port, default=_PORT, metavar=text("NUMBER"), help=text("port to listen on (default: 8000)"))
    return parser


def _command_class(words: Words) -> Any:
    """A parser for one command, which knows the words."""

    def make(**settings: Any) -> _Parser:
        return _Parser(words=words, **settings)

    return make


def _help_hint(program: str) -> Phrase:
    return Phrase(N_("See: {program} --help"), {"program": program})


def _unknown(written: str, parser: argparse.ArgumentParser, command: str | None) -> UsageError:
    known = ("build", "check", "serve") if command is None else _option_names(parser, command)
    meant = did_you_mean(written.partition("=")[0], known)
    message = Phrase(N_("“{written}” is not understood."), {"written": written})
    if meant:
        return UsageError(message, Phrase(N_("Did you mean “{suggestion}”?"), {"suggestion": meant[0]}))
    return UsageError(message, _help_hint(f"vetrina {command}" if command else "vetrina"))


def _option_names(parser: argparse.ArgumentParser, command: str) -> list[str]:
    subparsers = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return list(subparsers.choices[command]._option_string_actions)


def _refused(message: str, **values: object) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(Phrase(message, values))


def _folder(text: str) -> Path:
    folder = Path(text)
    if not folder.is_dir():
        raise _refused(N_("--root: {folder} is not a folder."), folder=text)
    return folder


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise _refused(N_("--on: “{value}” is not a day such as 2026-11-22."), value=text) from None


def _base_url(text: str) -> str:
    try:
        read_url(text)
    except ValueError:
        raise _refused(N_("--base-url: “{value}” is not a web address such as https://example.org/path/."), value=text) from None
    return text if text.endswith("/") else f"{text}/"


def _format(text: str) -> str:
    if text not in FORMATS:
        raise _refused(N_("--format: “{value}” is not one of: {known}."), value=text, known=FORMATS)
    return text


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise _refused(N_("--port: “{value}” is not a port number."), value=text)
    return int(text)


# --- the surroundings ------------------------------------------------------------------------------------------------


def _language(argv: Sequence[str]) -> str:
    """The language of the messages: `--lang`, else the locale's, else the first of the site, else English."""
    asked = _asked(argv)
    if asked is not None:
        return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(name, "")[:2].lower()
        if code in languages():
            return code
    system = (locale.getlocale()[0] or "")[:2].lower()
    if system in languages():
        return system
    return SOURCE_LANGUAGE


def _asked(argv: Sequence[str]) -> str | None:
    for number, argument in enumerate(argv):
        value = None
        if argument.startswith("--lang="):
            value = argument.removeprefix("--lang=")
        elif argument == "--lang" and number + 1 < len(argv):
            value = argv[number + 1]
        if value in languages():
            return value
    return None


def _write_utf8() -> None:
    """Messages hold “quotes” and accents, which some consoles' own encodings do not have."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
