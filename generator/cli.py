"""The commands: arguments in, exit code out. The only file that exits.

0: fine. 1: an error in the content, or a warning under `--strict`; nothing was published. 2: the command cannot run.
"""

import argparse
import datetime
import locale
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.commands.arguments import Arguments, asked_language
from generator.content.read import site_language
from generator.memo import FOLDER as STORE
from generator.pipeline import Options, Progress, build, check
from generator.problems.problem import Problem, stops
from generator.problems.report import FORMATS, count
from generator.problems.setup import SetupError
from generator.showcase.status import today_in_rome
from generator.words import SOURCE_LANGUAGE, Words, languages, words_for

FINE, WRONG, UNUSABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    _write_utf8()
    argv = list(sys.argv[1:] if arguments is None else arguments)
    words = words_for(_language(argv) or SOURCE_LANGUAGE)
    try:
        parser = Arguments(words)
        given = parser.parse(argv)
        if given.command is None:
            print(parser.help())
            return FINE
        words = words_for(_language(argv) or site_language(given.root) or SOURCE_LANGUAGE)
        return _COMMANDS[given.command](given, words)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNUSABLE
    except SetupError as error:
        print(f"vetrina: {words.say(error.message)}", file=sys.stderr)
        print(f"  → {words.say(error.hint)}", file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        return UNUSABLE


def _build(given: argparse.Namespace, words: Words) -> int:
    started = time.monotonic()
    out = given.out or given.root / "site"
    options = _options(given, base_url=given.base_url or "", production=given.production, strict=given.strict)
    built = build(options, out, search=not given.no_search, progress=_progress(words))
    _tell(built.problems, "text", given, words)
    if built.published is None:
        print(_summary(words.text("Not built: {out} is as it was", out=out), built.problems, started, words))
        return WRONG
    pages = words.listed(
        words.count(
            "{number} page in {language}",
            "{number} pages in {language}",
            number,
            language=words.language_name(language),
        )
        for language, number in built.pages.items()
    )
    written = words.count("{number} file written", "{number} files written", len(built.published.written))
    said = words.text("{pages}; {written} into {out}", pages=pages, written=written, out=out)
    print(_summary(said, built.problems, started, words))
    return FINE


def _check(given: argparse.Namespace, words: Words) -> int:
    started = time.monotonic()
    checked = check(_options(given, strict=given.strict))
    _tell(checked.problems, given.format, given, words)
    if given.format == "text":
        records = len(checked.showcase.records) if checked.showcase else 0
        said = words.count("{number} record read", "{number} records read", records)
        print(_summary(said, checked.problems, started, words))
    return WRONG if stops(checked.problems, strict=given.strict) else FINE


def _serve(given: argparse.Namespace, words: Words) -> int:
    from generator.commands.serve import serve  # its web server takes longer to import than a check of the content

    return serve(_options(given), given.host, given.port, words)


_COMMANDS: dict[str, Callable[[argparse.Namespace, Words], int]] = {"build": _build, "check": _check, "serve": _serve}


def _options(
    given: argparse.Namespace, *, base_url: str = "", production: bool = False, strict: bool = False
) -> Options:
    return Options(
        root=given.root,
        day=given.on or today_in_rome(datetime.datetime.now(datetime.UTC)),
        base_url=base_url,
        drafts=given.drafts,
        production=production,
        strict=strict,
        store=Path(os.environ.get("VETRINA_STORE") or given.root / STORE),
    )


def _tell(problems: Sequence[Problem], form: str, given: argparse.Namespace, words: Words) -> None:
    if told := FORMATS[form](problems, words, given.root):
        print(told)


def _summary(said: str, problems: Sequence[Problem], started: float, words: Words) -> str:
    seconds = words.seconds(time.monotonic() - started)
    return words.text("{said}; {problems}; {seconds} s.", said=said, problems=count(problems, words), seconds=seconds)


def _progress(words: Words) -> Progress:
    """Shows each long step while it lasts, on a terminal; says nothing in a pipe."""
    if not sys.stderr.isatty():
        return lambda step: None
    return lambda step: print(f"\r\033[K{words.text(step)}…\r", end="", file=sys.stderr, flush=True)


def _language(argv: Sequence[str]) -> str:
    """The language of the messages: `--lang`, else the locale's; "" where neither is one of ours."""
    candidates = [
        *asked_language(argv),
        *(os.environ.get(name, "")[:2].lower() for name in ("LC_ALL", "LC_MESSAGES", "LANG")),
        (locale.getlocale()[0] or "")[:2].lower() if sys.platform == "win32" else "",
    ]
    return next((code for code in candidates if code in languages()), "")


def _write_utf8() -> None:
    """Messages hold “quotes” and accents, which some consoles' own encodings do not have."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
