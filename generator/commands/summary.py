"""What a command says when it is done: the problems, and one line about the whole."""

import argparse
import time
from collections.abc import Sequence

from generator.problems.problem import Problem
from generator.problems.report import FORMATS, count
from generator.words import Words


def tell(problems: Sequence[Problem], form: str, given: argparse.Namespace, words: Words) -> None:
    """Print the problems, if there are any."""
    if told := FORMATS[form](problems, words, given.root):
        print(told)


def summary(said: str, problems: Sequence[Problem], started: float, words: Words) -> str:
    """The last line: what was done, how many problems there are, how long it took."""
    seconds = words.seconds(time.monotonic() - started)
    return words.text("{said}; {problems}; {seconds} s.", said=said, problems=count(problems, words), seconds=seconds)
