"""`vetrina report`: what offices are asked for, as a page, a spreadsheet and a PDF in each language."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.commands.asked import options_as_published
from generator.commands.files_written import write_into
from generator.commands.freezing import freeze, refuse_other_than_whole
from generator.commands.on_paper import OnPaper, files_on_paper
from generator.commands.organisations_named import structures_named, universities_named
from generator.commands.period_asked import period_asked
from generator.commands.summary import not_written
from generator.pipeline import check
from generator.problems.spelling import did_you_mean
from generator.reports.office_report import REPORT_PARTS, report, report_workbook, reported, told_in
from generator.reports.reported import Reported
from generator.showcase.model import Showcase
from generator.showcase.selection import Questions
from generator.text.context import Context, contexts_of
from generator.usage.arguments import UsageError
from generator.words import N_, Phrase, Words

_NAME = "report"


def run(given: argparse.Namespace, words: Words) -> bool:
    """Write the report; whether the content could be read.

    Raises UsageError for what is asked for and is not there, SetupError where nothing can be written.
    """
    parts = _parts(given.parts)
    refuse_other_than_whole(given, parts)
    checked = check(replace(options_as_published(given), base_url=given.base_url or ""))
    if checked.showcase is None or checked.site_map is None:
        return not_written(checked.problems, given, words)
    if given.freeze:
        freeze(given, checked.site_map.contexts[0], words)
        return True
    asked = _asked(given, checked.showcase)
    made_of = {name: reported(checked.showcase, name, asked) for name in parts}
    told = (_on_paper(context, made_of, asked) for context in contexts_of(checked.showcase))
    files, left_out = files_on_paper(given.root, _NAME, told)
    out: Path = given.out or given.root / _NAME
    write_into(out, files)
    said = words.count("{number} record answers.", "{number} records answer.", len(told_in(made_of).refs))
    print(said, words.text("Written into {out}: {files}.", out=out, files=", ".join(files)))
    for reason in left_out:
        print(words.say(reason))
    return True


def _parts(written: Sequence[str]) -> tuple[str, ...]:
    """The parts that are asked for, in the order of a report; all where none is. Raises UsageError."""
    for one in written:
        if one not in REPORT_PARTS:
            meant = did_you_mean(one, list(REPORT_PARTS))
            known = Phrase(N_("Use one of: {known}."), {"known": list(REPORT_PARTS)})
            suggestion = Phrase(N_("Did you mean “{suggestion}”?"), {"suggestion": meant[0]}) if meant else known
            raise UsageError(Phrase(N_("“{written}” is no part of a report."), {"written": one}), suggestion)
    return tuple(name for name in REPORT_PARTS if name in written or not written)


def _asked(given: argparse.Namespace, showcase: Showcase) -> Questions:
    """The questions. Raises UsageError."""
    since, until = period_asked(given)
    return Questions(
        universities=tuple(universities_named(showcase, given.university)),
        partners=tuple(structures_named(showcase, given.structure)),
        since=since,
        until=until,
    )


def _on_paper(context: Context, parts: Mapping[str, Reported], asked: Questions) -> OnPaper:
    told = report(context, f"{_NAME}.{context.language}.html", parts, asked)
    return OnPaper(context, told, lambda path: report_workbook(context, path, told))
