"""How a command changes content: refused where something could be lost, all or nothing, and told."""

import argparse
from dataclasses import replace

from generator.commands.asked import options_as_published
from generator.commands.rehearsal import rehearsed
from generator.commands.summary import not_written, tell
from generator.content.changes import Changes, uncommitted
from generator.content.edits import Edits
from generator.pipeline import check
from generator.problems.problem import Problem, stops
from generator.problems.setup import SetupError, cannot_be_written
from generator.words import N_, Phrase, Words


def carry_out(changes: Changes, given: argparse.Namespace, words: Words, *, told: bool = False) -> None:
    """Change the files and print what was changed, unless it was `told` before.

    With `--dry-run` nothing is changed and the difference is printed. Raises SetupError where files have changes that
    git does not hold, unless `--force` is given, or cannot be written.
    """
    if given.dry_run:
        print(changes.difference(given.root), end="")
        print(words.text("Nothing is written: this is what would change."))
        return
    if not given.force:
        _refuse_unsafe(changes, given)
    difference = "" if told else changes.difference(given.root)
    try:
        with changes.applied(given.root):
            pass
    except OSError as error:
        raise cannot_be_written(str(error.filename or given.root), error) from error
    print(difference, end="")


def problems_after(changes: Changes, given: argparse.Namespace) -> tuple[Problem, ...]:
    """What a check finds once files are changed, drafts too; its places are those of the files then."""
    with rehearsed(given.root, changes) as copy:
        return check(replace(options_as_published(given, copy), drafts=True)).problems


def is_sound(changes: Changes, given: argparse.Namespace, words: Words, *, told: bool = False) -> bool:
    """Whether a check finds no error once files are changed; if it does, the errors are told and nothing is written.

    What else it finds in files that are written is told where asked. Raises SetupError.
    """
    with rehearsed(given.root, changes) as copy:
        problems = check(options_as_published(given, copy)).problems
        if stops(problems, strict=False):
            return not_written(problems, given, words, copy)
        if told:
            tell([one for one in problems if one.place.path in changes.written], "text", given, words, copy)
        return True


def tell_written_anew(edits: Edits, words: Words) -> None:
    """Tell of files in which more than the values has changed: their form."""
    if edits.anew:
        print(words.text("Written anew, for their form allows no less (comments are lost): {files}.", files=edits.anew))


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
