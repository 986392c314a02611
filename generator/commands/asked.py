"""The arguments of a command → the options of the pipeline."""

import argparse
import datetime
import os
from pathlib import Path

from generator.content.site_file import time_zone
from generator.machine.memo import STORE
from generator.options import Options, today


def day_of(given: argparse.Namespace) -> datetime.date:
    """The day that is asked about: unless one is named, today where the site is."""
    day: datetime.date | None = given.on
    return day or today(datetime.datetime.now(datetime.UTC), time_zone(given.root))


def options_of(
    given: argparse.Namespace, *, base_url: str = "", production: bool = False, strict: bool = False
) -> Options:
    """What the pipeline is to do."""
    return Options(
        root=given.root,
        day=day_of(given),
        base_url=base_url,
        drafts=given.drafts,
        production=production,
        strict=strict,
        store=store_of(given),
    )


def options_of_a_build(given: argparse.Namespace) -> Options:
    """The same for a build, and for a check of what it would build."""
    return options_of(given, base_url=given.base_url or "", production=given.production, strict=given.strict)


def store_of(given: argparse.Namespace) -> Path:
    """Where results are remembered between runs."""
    return Path(os.environ.get("VETRINA_STORE") or given.root / STORE)


def options_as_published(given: argparse.Namespace, root: Path | None = None) -> Options:
    """What a plain check is to do, of the site that is asked about, or of a copy of it, which is `root`."""
    return Options(root or given.root, day_of(given), store=store_of(given), copied=given.root if root else None)
