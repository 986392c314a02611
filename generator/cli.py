"""The commands: arguments in, exit code out. The only file that exits.

0: fine. 1: an error in the content, or a warning under `--strict`; nothing was published. 2: the command cannot run.
"""

import argparse
import importlib
import locale
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path, PurePath

from generator.commands.terminal import guarded
from generator.machine.control_signs import shown
from generator.problems.setup import SetupError, cannot_be_used
from generator.usage.arguments import Arguments, asked_language
from generator.words import N_, SOURCE_LANGUAGE, Phrase, Words, languages, words_for

FINE, WRONG, UNUSABLE = 0, 1, 2
_LONGEST_CAUSE = 200
_REPORT = Phrase(N_("Please report it, with what --debug prints besides."))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    _write_utf8()
    with guarded():
        return _main(arguments)


def _main(arguments: Sequence[str] | None) -> int:
    argv = list(sys.argv[1:] if arguments is None else arguments)
    words = _on_lines(words_for(_language(argv) or SOURCE_LANGUAGE))
    try:
        parser = Arguments(words)
        given = parser.parse(argv)
        if given.command is None:
            print(parser.help())
            return FINE
        words = _on_lines(_words(argv, given.root))
        return FINE if _run(given, words) else WRONG
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNUSABLE
    except SetupError as error:
        return _fails(error.message, error.hint, words)
    except KeyboardInterrupt:
        return UNUSABLE
    except Exception as error:  # nobody foresaw it: a sentence, and on demand where it happened
        if "--debug" in argv:
            raise
        if isinstance(error, OSError) and error.filename:
            told = cannot_be_used(os.fsdecode(error.filename), error)
            return _fails(told.message, told.hint, words)
        return _fails(Phrase(N_("This is a fault of Vetrina ({cause})."), {"cause": _cause(error)}), _REPORT, words)


def _fails(message: Phrase, hint: Phrase, words: Words) -> int:
    print(f"vetrina: {words.say(message)}", file=sys.stderr)
    print(f"  → {words.say(hint)}", file=sys.stderr)
    return UNUSABLE


def _words(argv: Sequence[str], root: Path) -> Words:
    """The words of the messages: of the reader's language, else of the site's first, else ours."""
    if known := _language(argv):
        return words_for(known)
    from generator.content.site_file import site_words  # reads YAML, which who names a language does without

    return site_words(root) or words_for(SOURCE_LANGUAGE)


def _on_lines(words: Words) -> Words:
    return _WordsOnLines(words.language, words.locale, words.catalogue)


class _WordsOnLines(Words):
    """Words whose messages no name and no value gives another line."""

    def _said(self, value: object) -> object:
        return shown(str(value)) if isinstance(value, str | PurePath) else super()._said(value)


def _run(given: argparse.Namespace, words: Words) -> bool:
    """Run the command's own module, and tell whether all went well: no other command's is imported."""
    command: Callable[[argparse.Namespace, Words], bool]
    command = importlib.import_module(f"generator.commands.{given.command}").run
    return command(given, words)


def _language(argv: Sequence[str]) -> str:
    """The language of the messages: `--lang`, else the locale's; "" where neither is one of ours."""
    candidates = [
        *asked_language(argv),
        *(os.environ.get(name, "")[:2].lower() for name in ("LC_ALL", "LC_MESSAGES", "LANG")),
        (locale.getlocale()[0] or "")[:2].lower() if sys.platform == "win32" else "",
    ]
    return next((code for code in candidates if code in languages()), "")


def _cause(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST_CAUSE]


def _write_utf8() -> None:
    """Messages hold “quotes” and accents, which some consoles' own encodings do not have."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
