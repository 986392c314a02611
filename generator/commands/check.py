"""`vetrina check`: reads everything and tells the problems; writes nothing outside of the store."""

import argparse
import sys
import time
from typing import TYPE_CHECKING

from generator.commands.asked import options_of_a_build, store_of
from generator.commands.summary import summary, tell
from generator.content.undone import undone
from generator.machine.garbage import uncollected
from generator.pipeline import Checked, check
from generator.problems.as_text import count
from generator.problems.problem import stops
from generator.words import Words

if TYPE_CHECKING:
    from generator.sources_online.drift import SourcesAsked


@uncollected()
def run(given: argparse.Namespace, words: Words) -> bool:
    """Check the content and tell its problems; whether a build would go on."""
    started = time.monotonic()
    checked = check(options_of_a_build(given))
    asked = _sources_asked(checked, given, words) if given.sources else None
    of_the_web = asked.problems if asked else ()
    problems = (*checked.problems, *(undone(given.root, given.since) if given.since else ()), *of_the_web)
    tell(problems, given.format, given, words)
    if given.format == "text":
        records = len(checked.showcase.records) if checked.showcase else 0
        said = words.count("{number} record read", "{number} records read", records)
        if asked:
            said = words.listed((said, _compared(asked, words)))
        print(summary(said, count(problems, words), started, words))
    return not stops(problems, strict=given.strict)


def _sources_asked(checked: Checked, given: argparse.Namespace, words: Words) -> "SourcesAsked | None":
    """What has become of the sources of what is published; nothing where the content cannot be read."""
    if checked.showcase is None or checked.content is None:
        return None
    from generator.sources_online.drift import drift  # what asks the web is slow to load
    from generator.sources_online.polite import Reader

    print(words.text("Asking for the sources, one after the other: this takes some minutes."), file=sys.stderr)
    whole = checked.content.records  # the words to compare are in no record that is published
    return drift({ref: whole[ref] for ref in checked.showcase.briefs}, Reader(store_of(given)).read)


def _compared(asked: "SourcesAsked", words: Words) -> str:
    """How many sources were asked for, and of how many something was compared."""
    number = words.number(asked.compared)
    return words.count(
        "{number} source asked for (with words or a digest compared: {compared})",
        "{number} sources asked for (with words or a digest compared: {compared})",
        asked.sources,
        compared=number,
    )
