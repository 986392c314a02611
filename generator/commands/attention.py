"""`vetrina attention`: what ends, is old, untranslated or unknown, ranked, with who could answer and what to ask."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace

from generator.attention.matters import matters
from generator.attention.reports import as_calendar, as_document, as_lines, letters_of
from generator.attention.requests import Request, requests
from generator.commands.asked import options_as_published
from generator.commands.record_named import record_named
from generator.commands.summary import tell
from generator.pipeline import check
from generator.problems.as_text import count
from generator.showcase.known_as import called
from generator.showcase.model import Showcase
from generator.text.context import contexts_of
from generator.usage.arguments import UsageError
from generator.words import N_, Phrase, Words


def run(given: argparse.Namespace, words: Words) -> bool:
    """Print what is to be seen to, or the request to one organisation; whether the content could be read.

    Raises SetupError where there is no such organisation, or nothing to ask it.
    """
    checked = check(options_as_published(given))
    if checked.showcase is None:
        tell(checked.problems, "text", given, words)
        print(words.text("Nothing can be told: {problems}.", problems=count(checked.problems, words)))
        return False
    contexts = {context.language: context for context in contexts_of(checked.showcase)}
    reader = contexts.get(words.language) or replace(next(iter(contexts.values())), words=words)
    found = {language: matters(context, checked.problems) for language, context in contexts.items()}
    read = found.get(words.language) or matters(reader, checked.problems)
    asked = requests(contexts, found)
    if given.to is not None:
        for line in letters_of(_request_to(checked.showcase, given.to, asked), words):
            print(line)
    elif given.format == "json":
        print(as_document(read, asked))
    elif given.format == "ics":
        sys.stdout.flush()
        sys.stdout.buffer.write(as_calendar(reader, read))
    else:
        for line in as_lines(read, asked, words):
            print(line)
    return True


def _request_to(showcase: Showcase, written: str, asked: Sequence[Request]) -> Request:
    """The request to an organisation. Raises UsageError."""
    by_name = {one.office.ref: one for one in asked}
    if not by_name:
        raise UsageError(Phrase(N_("There is nothing to ask anybody.")), Phrase(N_("Leave --to out.")))
    return by_name[record_named(written, by_name, called(showcase, by_name))]
