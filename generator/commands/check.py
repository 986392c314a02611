"""`vetrina check`: reads everything and tells the problems; writes nothing."""

import argparse
import time

from generator.commands.asked import options_of_a_build
from generator.commands.summary import summary, tell
from generator.content.undone import undone
from generator.machine.garbage import uncollected
from generator.pipeline import check
from generator.problems.problem import stops
from generator.problems.report import count
from generator.words import Words


@uncollected()
def run(given: argparse.Namespace, words: Words) -> bool:
    """Check the content and tell its problems; whether a build would go on."""
    started = time.monotonic()
    checked = check(options_of_a_build(given))
    problems = (*checked.problems, *(undone(given.root, given.since) if given.since else ()))
    tell(problems, given.format, given, words)
    if given.format == "text":
        records = len(checked.showcase.records) if checked.showcase else 0
        said = words.count("{number} record read", "{number} records read", records)
        print(summary(said, count(problems, words), started, words))
    return not stops(problems, strict=given.strict)
