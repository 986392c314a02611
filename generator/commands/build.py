"""`vetrina build`: checks, then writes the site; with an error nothing is written."""

import argparse
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from generator.commands.asked import options_of_a_build
from generator.commands.previous import publication_before
from generator.commands.summary import summary, tell
from generator.commands.terminal import on_one_line
from generator.incremental.unchanged import LastBuild, Unchanged
from generator.machine.garbage import uncollected
from generator.problems.as_text import count
from generator.publications.publication import tells_changes
from generator.usage.arguments import UsageError
from generator.words import N_, Phrase, Words


@uncollected()
def run(given: argparse.Namespace, words: Words) -> bool:
    """Build the site and say what became of it; whether it was published.

    Raises UsageError where the site would lie in content/, or one of it and the copy to be opened by a double click
    in the other.
    """
    out = given.out or given.root / "site"
    if out.resolve().is_relative_to((given.root / "content").resolve()):
        message = Phrase(N_("{out} lies in content/, which holds what the site is built from."), {"out": str(out)})
        raise UsageError(message, Phrase(N_("Name another folder: “vetrina build --out”.")))
    copy: Path | None = given.portable
    if copy is not None:
        _refuse_one_within_the_other(out.resolve(), copy.resolve())
    with publication_before(given.previous, words) as previous:
        is_built = _build(given, out, previous, words)
    if copy is None or not is_built:
        return is_built
    from generator.commands.copying import write_portable  # few builds are for a review

    write_portable(given, out, copy, words)
    return True


def _refuse_one_within_the_other(out: Path, copy: Path) -> None:
    if out.is_relative_to(copy) or copy.is_relative_to(out):
        raise UsageError(
            Phrase(N_("{copy} and {out} lie one in the other."), {"copy": str(copy), "out": str(out)}),
            Phrase(N_("Name another folder with --portable.")),
        )


def _build(given: argparse.Namespace, out: Path, previous: Path | None, words: Words) -> bool:
    started = time.monotonic()
    options = replace(options_of_a_build(given), previous=previous, compressed=given.compressed)
    unchanged = Unchanged(options, out, search=not given.no_search, language=words.language)
    if last := unchanged.last():
        if last.told:
            print(last.told)
        print(summary(_said(words, last.pages, 0, out), last.problems, started, words))
        return True
    from generator.exports.datasets import has_spreadsheets
    from generator.pipeline import build  # brings all that builds, which takes longer than to see that nothing changed

    begins_anew = given.previous is None and tells_changes(out)
    built = build(options, out, search=not given.no_search, progress=_progress(words))
    told, problems = tell(built.problems, "text", given, words), count(built.problems, words)
    if built.published is None:
        print(summary(words.text("Not built: {out} is as it was", out=out), problems, started, words))
        return False
    if not has_spreadsheets():
        left_out = words.text(
            'Spreadsheets (XLSX) of the data are left out: to write them, pip install "vetrina[reports]".'
        )
        print(left_out)
        told = "\n".join(filter(None, (told, left_out)))
    has_dossiers = any(one.showcase.settings.dossiers for one in built.contexts)
    if without_pdf := _without_pdf(has_dossiers, words):
        print(without_pdf)
    if aside := built.published.aside:
        print(words.text("What lay in {out} and is not Vetrina’s is now in {folder}.", out=out, folder=aside))
    if begins_anew:
        print(
            words.text("Without --previous the log of changes begins anew: what that of {out} told is gone.", out=out)
        )
    if not without_pdf:  # the system may have what it lacks the next time
        unchanged.keep(LastBuild(told, problems, built.pages))
    print(summary(_said(words, built.pages, len(built.published.written), out), problems, started, words))
    return True


def _without_pdf(has_dossiers: bool, words: Words) -> str:
    """That dossiers are not written as PDF, where the site names some and they cannot be."""
    from generator.machine.typesetting import can_write_pdf

    if not has_dossiers or can_write_pdf():
        return ""
    return words.text('The PDF is left out: to write it, pip install "vetrina[reports]", and install Pango.')


def _said(words: Words, pages: Mapping[str, int], written: int, out: Path) -> str:
    """How many pages there are, and how many files were written."""
    said = words.listed(
        words.count(
            "{number} page in {language}",
            "{number} pages in {language}",
            number,
            language=words.language_name(language),
        )
        for language, number in pages.items()
    )
    files = words.count("{number} file written", "{number} files written", written)
    return words.text("{pages}; {written} into {out}", pages=said, written=files, out=out)


def _progress(words: Words) -> Callable[[str], None]:
    """Shows each long step while it lasts, on a terminal; says nothing in a pipe."""
    if not sys.stderr.isatty():
        return lambda step: None
    return lambda step: on_one_line(f"{words.text(step)}…")
