"""The made-up site, built once in a whole run of the tests."""

from pathlib import Path

import pytest

from benchmarks.corpus.site import write
from generator.options import Options
from generator.pipeline import build
from tests.real import DAY, once
from tests.store import STORE

RECORDS = 480


def full_site(factory: pytest.TempPathFactory, records: int = RECORDS) -> Path:
    """Where the built site is; it has no problem, not even a small one: every text, a short one, in both languages."""

    def make(folder: Path) -> None:
        root = write(factory.mktemp("full"), records, words=60, both=1)
        told = build(Options(root, DAY, store=STORE), folder, search=False)
        assert told.problems == ()

    return once(factory, f"full-{records}", make)
