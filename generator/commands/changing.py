"""How a command changes content: refused where something could be lost, all or nothing, and told."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from generator.content.changes import Changes, uncommitted
from generator.problems.setup import SetupError, cannot_be_written
from generator.words import N_, Phrase, Words


@contextmanager
def carried_out(changes: Changes, given: argparse.Namespace, words: Words) -> Iterator[bool]:
    """Within, the files are changed, and stay so unless the block raises; what was changed is printed after it.

    With `--dry-run` nothing is changed and the difference is printed: the block is given whether the files are changed.
    Raises SetupError where files have changes that git does not hold, unless `--force` is given, or cannot be written.
    """
    if given.dry_run:
        yield False
        print(changes.difference(given.root), end="")
        print(words.text("Nothing is written: this is what would change."))
        return
    if not given.force:
        _refuse_unsafe(changes, given)
    told = changes.difference(given.root)
    try:
        with changes.applied(given.root):
            yield True
    except OSError as error:
        raise cannot_be_written(str(error.filename or given.root), error) from error
    print(told, end="")


def _refuse_unsafe(changes: Changes, given: argparse.Namespace) -> None:
    touched = changes.touched(given.root)
    unsaved = uncommitted(given.root, touched) if touched else []
    if unsaved is None:
        raise SetupError(
            Phrase(N_("{files} would change, and git keeps no copy: there is no repository here."), {"files": touched}),
            Phrase(N_("Look first with --dry-run; --force goes on without a copy.")),
        )
    if unsaved:
        raise SetupError(
            Phrase(N_("Changes to {files} are not committed, and could be lost."), {"files": unsaved}),
            Phrase(N_("Commit them first; --force goes on without.")),
        )
