"""The made-up site, built once in a whole run of the tests."""

from pathlib import Path

import pytest

from generator.options import Options
from generator.pipeline import build
from tests.real import DAY, once
from tests.store import STORE
from tests.tools.full.site import RECORDS, write


def full_site(factory: pytest.TempPathFactory, records: int = RECORDS) -> Path:
    """Where the built site is; it has no problem, not even a small one."""

    def make(folder: Path) -> None:
        told = build(Options(write(factory.mktemp("full"), records), DAY, store=STORE), folder, search=False)
        assert told.problems == ()

    return once(factory, f"full-{records}", make)
