"""The real content and its site, and what is made once in a whole run of the tests, whichever worker comes first."""

import datetime
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pipeline import Options, build
from tests.store import STORE

ROOT = Path(__file__).parents[1]
DAY = datetime.date(2026, 11, 22)
OPTIONS = Options(ROOT, DAY, store=STORE)
PATIENCE = 300  # seconds


def built(folder: Path, options: Options = OPTIONS) -> Path:
    """Build a site, with its search index, into a folder."""
    told = build(options, folder)
    if told.published is None:
        errors = "\n".join(f"{one.place.path}:{one.place.line}: {one.code}" for one in told.problems)
        pytest.fail(f"the site could not be built:\n{errors}", pytrace=False)
    return folder


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that the first worker to ask for it makes, and the others wait for."""
    base = factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, over = base / name, base / f"{name}.over"
    try:
        folder.mkdir()
    except FileExistsError:
        deadline = time.monotonic() + PATIENCE
        while not over.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        if not (folder / "index.html").exists():
            pytest.fail(f"another worker could not build {name}", pytrace=False)
    else:
        try:
            make(folder)
        finally:
            over.touch()
    return folder
