"""The period that a command is asked about, by `--since` and `--until`."""

import argparse
import datetime

from generator.usage.arguments import UsageError
from generator.words import N_, Phrase


def period_asked(given: argparse.Namespace) -> tuple[datetime.date | None, datetime.date | None]:
    """Its first and its last day; None where it is open. Raises UsageError where it ends before it begins."""
    since = given.since.first if given.since else None
    until = given.until.last if given.until else None
    if since and until and until < since:
        raise UsageError(
            Phrase(N_("The period ends before it begins.")), Phrase(N_("Give --since a day that --until follows."))
        )
    return since, until
