"""The corpus of the benchmark, and that Hugo is given as much to do as Vetrina."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import mean

import pytest

from benchmarks.corpus.site import write
from generator.pipeline import Options, check
from tests.real import DAY, ROOT

# --- the corpus ---


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    for number in ("1", "2"):
        command = [sys.executable, "-m", "benchmarks.corpus", tmp_path / number, "--records", "20"]
        environment = {**os.environ, "PYTHONHASHSEED": number, "PYTHONPATH": str(ROOT)}
        subprocess.run(command, check=True, cwd=ROOT, env=environment)
    assert _bytes(tmp_path / "1") == _bytes(tmp_path / "2")
    assert _bytes(tmp_path / "1") != _bytes(write(tmp_path / "3", 20, seed=2))


def _bytes(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("records", [100, 700])
def test_the_corpus_has_its_number_of_records_half_of_the_texts_in_both_languages_and_no_warning(
    tmp_path: Path, records: int
) -> None:
    root = write(tmp_path, records)
    told = {problem.code for problem in check(Options(root, DAY)).problems}
    assert told == {"untranslated"}
    files = [file for file in root.glob("content/*/*") if file.parent.name != "vocabularies"]
    translations = [file for file in files if file.name.endswith(".en.md")]
    texts = [file for file in files if file.suffix == ".md" and file not in translations]
    assert len(files) - len(translations) == records
    assert 0.4 < len(translations) / len(texts) < 0.6
    words = [len(file.read_text("utf-8").split("---\n")[2].split()) for file in texts]
    assert 270 < mean(words) < 330
