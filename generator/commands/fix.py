"""`vetrina fix`: what `check` offers an exact mend for is mended, once it was shown."""

import argparse
from collections.abc import Sequence
from dataclasses import replace

from generator.commands.asked import options_as_published, store_of
from generator.commands.changing import carry_out
from generator.commands.rehearsal import rehearsed
from generator.commands.summary import tell
from generator.commands.terminal import answer, somebody_is_there
from generator.content.changes import Changes
from generator.content.mending import Mending
from generator.content.read import Contents
from generator.content.tidying import tidied
from generator.content.validate import settings_of, validate
from generator.fields.texts import FLAG
from generator.machine.memo import Memo
from generator.pipeline import check
from generator.problems.as_text import count
from generator.problems.problem import Problem, stops
from generator.words import Words, languages

_ROUNDS = 50
"""How often a mend may bring to light what can be mended too."""


def run(given: argparse.Namespace, words: Words) -> bool:
    """Mend what can be mended beyond doubt and tell what is left; whether that is no error.

    Raises SetupError where the files cannot be changed.
    """
    settings, _ = settings_of(Contents(given.root, Memo(store_of(given))))
    mending = Mending(given.root, settings.languages if settings else languages())
    before = left = check(options_as_published(given)).problems
    for _ in range(_ROUNDS):
        if not mending.mend(left):
            break
        with rehearsed(given.root, mending.changes()) as copy:
            left = check(options_as_published(given, copy)).problems
    changes = mending.changes()
    if given.tidy and not stops(left, strict=False):
        changes = _tidy(changes, given, words)
    if not changes:
        print(words.text("Nothing can be mended without asking you: {problems}.", problems=count(before, words)))
        return not stops(before, strict=False)
    if not given.dry_run:
        print(changes.difference(given.root), end="")
        if not (given.yes or _agreed(words)):
            print(words.text("Nothing is written: with --yes, this is."))
            return False
    carry_out(changes, given, words, told=not given.dry_run)
    if given.dry_run:
        return not stops(left, strict=False)
    return _told(left, given, words)


def _tidy(changes: Changes, given: argparse.Namespace, words: Words) -> Changes:
    """What mends, with every file in the form of the editor; what stays for its comments is told."""
    with rehearsed(given.root, changes) as copy:
        content, _ = validate(Contents(copy, Memo(store_of(given))))
        if content is None:
            return changes
        found = tidied(copy, content)
    if found.commented:
        print(words.text("Not tidied, since comments would be lost: {files}.", files=found.commented))
    return replace(changes, written={**changes.written, **found.written}, moved={**changes.moved, **found.moved})


def _told(left: Sequence[Problem], given: argparse.Namespace, words: Words) -> bool:
    """Tell what only a person can mend."""
    tell([one for one in left if one.kind.level != "notice"], "text", given, words)
    print(words.text("Mended; now: {problems}.", problems=count(left, words)))
    return not stops(left, strict=False)


def _agreed(words: Words) -> bool:
    """Whether somebody at the terminal wants it so."""
    said = answer(words.text("Write this? (yes or no)")) if somebody_is_there() else None
    return FLAG.meant(said or "") == ("true",)
