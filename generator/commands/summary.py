"""What a command says when it is done: the problems, and one line about the whole."""

import argparse
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.problems.as_text import REPORTS, count
from generator.problems.problem import Problem
from generator.words import Words


def tell(
    problems: Sequence[Problem], form: str, given: argparse.Namespace, words: Words, root: Path | None = None
) -> str:
    """Print the problems, if there are any, of the site that is asked about or of a copy of it; what was printed."""
    if not problems and form == "text":
        return ""
    from generator.pages.guide.page_names import address_of_mistakes  # slow to load, for a command that tells of none

    root = root or given.root
    if told := REPORTS[form](problems, words, root, address_of_mistakes(root, words.language)):
        print(told)
    return told


def summary(said: str, problems: str, started: float, words: Words) -> str:
    """The last line: what was done, how many problems there are, how long it took."""
    seconds = words.seconds(time.monotonic() - started)
    return words.text("{said}; {problems}; {seconds} s.", said=said, problems=problems, seconds=seconds)


def not_written(problems: Iterable[Problem], given: argparse.Namespace, words: Words, root: Path | None = None) -> bool:
    """Tell the errors that keep a command from writing, of the site or of a copy of it; False."""
    errors = [one for one in problems if one.is_error]
    tell(errors, "text", given, words, root)
    print(words.text("Nothing is written: {problems}.", problems=count(errors, words)))
    return False
