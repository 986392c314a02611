"""The arguments of a command → the options of the pipeline."""

import argparse
import datetime
import os
from pathlib import Path

from generator.memo import STORE
from generator.options import Options, today_in_rome


def options_of(
    given: argparse.Namespace, *, base_url: str = "", production: bool = False, strict: bool = False
) -> Options:
    """What the pipeline is to do."""
    return Options(
        root=given.root,
        day=given.on or today_in_rome(datetime.datetime.now(datetime.UTC)),
        base_url=base_url,
        drafts=given.drafts,
        production=production,
        strict=strict,
        store=store_of(given),
    )


def options_of_a_build(given: argparse.Namespace) -> Options:
    """The same for a build, and for a check of what it would build."""
    return options_of(given, base_url=given.base_url or "", production=given.production, strict=given.strict)


def options_of_a_look(given: argparse.Namespace) -> Options:
    """The same for a command that only looks at the content: as it is published today, or on the day it is given."""
    day = getattr(given, "on", None) or today_in_rome(datetime.datetime.now(datetime.UTC))
    return Options(given.root, day, store=store_of(given))


def store_of(given: argparse.Namespace) -> Path:
    """Where results are remembered between runs."""
    return Path(os.environ.get("VETRINA_STORE") or given.root / STORE)
