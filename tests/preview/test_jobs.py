"""What the preview's processes answer when something stands in the way: a sentence, and never a traceback."""

import datetime
from pathlib import Path

import pytest

from generator.options import Options
from generator.preview import jobs
from generator.preview.jobs import Builder, BuildJob, IndexJob, index_pages
from tests.harness import SITES

ROOT = SITES / "minimal"


@pytest.fixture
def asked(tmp_path: Path) -> BuildJob:
    options = Options(ROOT, datetime.date(2026, 11, 22))
    return BuildJob(options, tmp_path / "b", tmp_path / "a", "en")


def test_a_build_tells_what_differs_from_what_is_shown(asked, tmp_path):
    first = Builder(None)(asked)
    assert first.said == "Built: no problems."
    assert {"index.html", "robots.txt"} <= first.changed
    again = Builder(None)(BuildJob(asked.options, tmp_path / "c", asked.out, "en"))
    assert again.changed == set()
    assert again.searched == first.searched
    assert (asked.out / "accordi/mobilita/index.html").is_file()
    assert not (asked.out / "pagefind").exists()
    assert "accordi/mobilita/index.html" in first.searched


def test_a_second_folder_begins_with_the_files_of_the_first(asked, tmp_path):
    builder = Builder(tmp_path / "store")
    first = builder(asked)
    shown = {path: (asked.out / path).stat() for path in first.changed}
    again = builder(BuildJob(asked.options, tmp_path / "c", asked.out, "en"))
    assert again.changed == set()
    assert {path: (tmp_path / "c" / path).stat().st_ino for path in shown} == {
        path: found.st_ino for path, found in shown.items()
    }


def test_what_is_built_is_written_down_when_there_is_time(asked, tmp_path):
    store = tmp_path / "store"
    builder = Builder(store)
    builder(asked)
    assert not (store / "state-3").exists()
    builder.rest()
    builder.rest()
    assert len(list((store / "state-3").iterdir())) == 1


def test_without_content_nothing_is_built(asked, tmp_path):
    options = Options(tmp_path, asked.options.day)
    built = Builder(None)(BuildJob(options, asked.out, asked.shown, "it"))
    assert built.said.startswith("Qui non c’è una vetrina")
    assert "\n  → " in built.said
    assert built.searched is None


def test_a_file_that_is_gone_when_it_is_read_is_told(asked, monkeypatch):
    def moved(*_: object, **__: object) -> None:
        raise FileNotFoundError(2, "No such file or directory", "content/pages")

    monkeypatch.setattr(jobs, "build", moved)
    built = Builder(None)(asked)
    assert built.said == "content/pages cannot be read: No such file or directory."
    assert built.searched is None


def test_the_index_holds_the_pages_of_the_build(asked, tmp_path):
    built = Builder(None)(asked)
    indexed = index_pages(IndexJob(built.searched, asked.out, tmp_path / "search", asked.options, "en"))
    assert indexed.done
    assert (tmp_path / "search/pagefind/start.it.json").is_file()


def test_a_page_that_cannot_be_found_is_told(asked, tmp_path):
    (tmp_path / "empty.html").write_text("<html lang=it><body></body></html>", "utf-8")
    indexed = index_pages(IndexJob({"empty.html": "it 1"}, tmp_path, tmp_path / "search", asked.options, "en"))
    assert "(search-incomplete)" in indexed.said
    assert not indexed.done
    assert not (tmp_path / "search").exists()


def test_a_page_that_is_gone_is_told(asked, tmp_path):
    indexed = index_pages(IndexJob({"gone.html": "it 1"}, tmp_path, tmp_path / "search", asked.options, "en"))
    assert "gone.html cannot be read" in indexed.said
    assert not indexed.done
