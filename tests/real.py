"""The real content and its site, and what is made once in a whole run of the tests, whichever worker comes first."""

import datetime
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.options import Options
from generator.pipeline import build
from tests.store import STORE

ROOT = Path(__file__).parents[1]
DAY = datetime.date(2026, 11, 22)
OPTIONS = Options(ROOT, DAY, store=STORE)
PATIENCE = 3600
"""Seconds that a worker waits for another to build a site: who dies gives way at once, so this only ends what hangs."""


def built(folder: Path, options: Options = OPTIONS) -> Path:
    """Build a site, with its search index, into a folder."""
    told = build(options, folder)
    if told.published is None:
        errors = "\n".join(f"{one.place.path}:{one.place.line}: {one.code}" for one in told.problems)
        pytest.fail(f"the site could not be built:\n{errors}", pytrace=False)
    return folder


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that the first worker to ask for it makes, and the others wait for.

    The lock is SQLite's: it holds between the processes of every system, and ends with the one that had it.
    """
    base = factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    lock = sqlite3.connect(base / f"{name}.lock", timeout=PATIENCE, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
        if not (base / name / "index.html").exists():
            make(base / name)
    finally:
        lock.close()
    return base / name
