"""`vetrina report register --freeze`: the register of a half-year kept as it was beside content/, for good."""

import argparse
from collections.abc import Sequence

from generator.commands.files_written import write_into
from generator.content.snapshots import REGISTERS
from generator.fields.half_years import HalfYear
from generator.options import SNAPSHOTS
from generator.reports.frozen_register import frozen_register
from generator.reports.office_report import reported
from generator.reports.reported import undated
from generator.showcase.selection import Questions
from generator.text.context import Context
from generator.usage.arguments import UsageError
from generator.words import N_, Phrase, Words

_REGISTER = "register"


def refuse_other_than_whole(given: argparse.Namespace, parts: Sequence[str]) -> None:
    """Raise UsageError where something else than the whole register of a half-year is asked for."""
    if not given.freeze:
        if given.half_year:
            raise UsageError(
                Phrase(N_("--half-year goes with --freeze.")), Phrase(N_("For a report, use --since and --until."))
            )
        return
    if [*parts] != [_REGISTER]:
        raise UsageError(
            Phrase(N_("Only the register is frozen.")), Phrase(N_("Use “vetrina report register --freeze”."))
        )
    chosen = {
        "--since": given.since,
        "--until": given.until,
        "--university": given.university,
        "--structure": given.structure,
        "--out": given.out,
    }
    if names := [name for name, value in chosen.items() if value]:
        raise UsageError(
            Phrase(N_("A register is frozen whole: {options} cannot be used with --freeze."), {"options": names}),
            Phrase(N_("Leave it out; --half-year 2026-h1 says which half-year.")),
        )


def freeze(given: argparse.Namespace, context: Context, words: Words) -> None:
    """Write the register of a half-year. Raises UsageError where it is not over or is frozen, SetupError."""
    day = context.showcase.day
    half_year = given.half_year or HalfYear.ended_before(day)
    if half_year.last >= day:
        raise UsageError(
            Phrase(N_("{period} is not over: its register still changes."), {"period": str(half_year)}),
            Phrase(N_("The last that is over is {period}."), {"period": str(HalfYear.ended_before(day))}),
        )
    made_of = reported(context.showcase, _REGISTER, Questions(since=half_year.first, until=half_year.last))
    files = frozen_register(context, half_year, made_of)
    if there := [path for path in files if (given.root / path).exists()]:
        raise UsageError(
            Phrase(N_("{file} is frozen already, and is not changed."), {"file": there[0]}),
            Phrase(N_("What came later is for the next half-year; “vetrina withdraw” takes a withdrawn record out.")),
        )
    write_into(given.root / SNAPSHOTS, {".gitattributes": "* -text\n"})  # git keeps every byte: the digest is of them
    write_into(given.root / REGISTERS, {path.rpartition("/")[2]: text for path, text in files.items()})
    print(words.count("{number} agreement is frozen.", "{number} agreements are frozen.", len(made_of.refs)))
    if said := undated(words, made_of.found):
        print(said)
    print(words.text("Written: {files}. Commit them: they are published with the site, and stay.", files=[*files]))
