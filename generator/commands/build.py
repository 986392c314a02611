"""`vetrina build`: checks, then writes the site; with an error nothing is written."""

import argparse
import sys
import time

from generator.commands.options import options_of
from generator.commands.summary import summary, tell
from generator.pipeline import Progress, build
from generator.words import Words


def run(given: argparse.Namespace, words: Words) -> bool:
    """Build the site and say what became of it; whether it was published."""
    started = time.monotonic()
    out = given.out or given.root / "site"
    options = options_of(given, base_url=given.base_url or "", production=given.production, strict=given.strict)
    built = build(options, out, search=not given.no_search, progress=_progress(words))
    tell(built.problems, "text", given, words)
    if built.published is None:
        print(summary(words.text("Not built: {out} is as it was", out=out), built.problems, started, words))
        return False
    pages = words.listed(
        words.count(
            "{number} page in {language}",
            "{number} pages in {language}",
            number,
            language=words.language_name(language),
        )
        for language, number in built.pages.items()
    )
    written = words.count("{number} file written", "{number} files written", len(built.published.written))
    said = words.text("{pages}; {written} into {out}", pages=pages, written=written, out=out)
    print(summary(said, built.problems, started, words))
    return True


def _progress(words: Words) -> Progress:
    """Shows each long step while it lasts, on a terminal; says nothing in a pipe."""
    if not sys.stderr.isatty():
        return lambda step: None
    return lambda step: print(f"\r\033[K{words.text(step)}…\r", end="", file=sys.stderr, flush=True)
