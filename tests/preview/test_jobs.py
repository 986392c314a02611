"""What the preview's processes answer when something stands in the way: a sentence, and never a traceback."""

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.options import Options
from generator.preview import jobs
from generator.preview.jobs import BuildDone, Builder, BuildJob, IndexJob, index_pages
from tests.harness import SITES, SiteTest
from tests.store import STORE

ROOT = SITES / "minimal"
RECORD = "content/agreements/mobilita.md"


@pytest.fixture
def asked(tmp_path: Path) -> BuildJob:
    options = Options(ROOT, datetime.date(2026, 11, 22), store=STORE)
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
    assert not (store / "state-4").exists()
    builder.rest()
    builder.rest()
    assert len(list((store / "state-4").iterdir())) == 1


def test_without_content_nothing_is_built(asked, tmp_path):
    options = Options(tmp_path, asked.options.day)
    built = Builder(None)(BuildJob(options, asked.out, asked.shown, "it"))
    assert built.said.startswith("Qui non c’è una vetrina")
    assert "\n  → " in built.said
    assert "Qui non c’è una vetrina" in built.report
    assert "--root" in built.report
    assert built.searched is None


def test_without_mistakes_there_is_nothing_to_report(asked):
    assert Builder(None)(asked).report == ""


def test_a_site_without_records_is_told_how_to_begin(asked):
    site = SiteTest().write("content/site.yaml", (ROOT / "content/site.yaml").read_text("utf-8") + "guide: true\n")
    for folder in ("agreements", "organisations", "sources"):
        site.remove(f"content/{folder}")
    options = Options(site.root, asked.options.day, base_url="http://localhost:8000/", store=STORE)
    built = Builder(None)(replace(asked, options=options, language="it"))
    assert "vetrina new agreement" in built.report and 'href="/guida/errori/../"' in built.report
    assert "Le prime pagine sono in preparazione." in (asked.out / "index.html").read_text("utf-8")


def mistaken(asked: BuildJob, *, opens: bool = True) -> BuildDone:
    site = SiteTest().replace(RECORD, "signed_on: ", "signed_on: il <b>").replace(RECORD, "duration", "durata")
    asked = replace(asked, options=Options(site.root, asked.options.day, store=STORE), opens=opens, language="it")
    return Builder(None)(asked)


def test_a_mistake_is_reported_with_its_line_its_mend_and_what_opens_the_file(asked):
    report = mistaken(asked).report
    assert report.startswith('<details open><summary><span role="alert">Sito non costruito: 2 errori. Non ci sono')
    assert re.search(rf'<h2><a href="vscode://file/[^"]*/{RECORD}:7:12">{RECORD}:7:12</a></h2>', report)
    assert "signed_on: il &lt;b&gt;2025-03-26" in report
    assert "<p>Volevi dire «duration»?" in report
    assert "<b>" not in report


def test_over_the_pages_of_a_good_build_a_report_says_so(asked):
    asked.shown.mkdir()
    assert "L’anteprima mostra le ultime pagine riuscite." in mistaken(asked).report


def test_for_other_computers_no_file_is_opened(asked):
    report = mistaken(asked, opens=False).report
    assert f"<h2>{RECORD}:7:12</h2>" in report
    assert "href" not in report


def test_what_stops_nothing_is_reported_folded(asked):
    site = SiteTest().remove("content/agreements/mobilita.en.md")
    built = Builder(None)(replace(asked, options=Options(site.root, asked.options.day, store=STORE)))
    assert built.report.startswith("<details><summary>")
    assert "Built: 1 notice" in built.report
    assert built.searched


def test_of_many_problems_the_first_are_reported_and_the_others_counted(asked):
    site = SiteTest()
    for number in range(60):
        site.write(f"content/accordi-{number}/x.md", "")
    built = Builder(None)(replace(asked, options=Options(site.root, asked.options.day, store=STORE), language="it"))
    assert built.report.count("<article>") == 50
    assert "Altri 10 problemi si leggono nel terminale." in built.report


DRAFT, SCHEDULED, ARCHIVED = "draft: true", "publish_on: 2026-12-24", "archived: true"


@pytest.mark.parametrize(
    ("fact", "why"),
    [
        (DRAFT, "it is a draft"),
        (SCHEDULED, "its day of publication has not come"),
        (ARCHIVED, "it is archived"),
    ],
)
def test_the_address_of_what_is_not_published_says_why_and_how_to_see_it(asked, fact, why):
    site = SiteTest().replace(RECORD, "form:", f"{fact}\nform:")
    built = Builder(None)(replace(asked, options=Options(site.root, asked.options.day, store=STORE)))
    for there in ("accordi/mobilita/", "en/agreements/mobilita/"):
        assert built.absent[there].because == f"{RECORD} has no page: {why}."
        assert built.absent[there].mend.endswith("vetrina serve --drafts")
    assert built.absent["accordi/mobilita/"].title == "Collefiorito e Valdombra per la mobilità"


@pytest.mark.parametrize("fact", [DRAFT, SCHEDULED])
def test_with_drafts_each_carries_a_ribbon(asked, fact):
    site = SiteTest().replace(RECORD, "form:", f"{fact}\nform:")
    built = Builder(None)(replace(asked, options=Options(site.root, asked.options.day, drafts=True)))
    assert built.absent == {}
    assert 'class="ribbon"' in (asked.out / "accordi/mobilita/index.html").read_text("utf-8")


def test_the_address_of_a_page_that_is_not_translated_says_what_to_write(asked):
    site = SiteTest().remove("content/agreements/mobilita.en.md").remove("content/pages/method.en.md")
    built = Builder(None)(replace(asked, options=Options(site.root, asked.options.day, store=STORE), language="it"))
    said = built.absent["en/agreements/mobilita/"]
    assert said.because == "Questa scheda non ha ancora una pagina in inglese."
    assert said.mend == "Scrivi content/agreements/mobilita.en.md con titolo, sommario e testo."
    assert (said.instead, said.instead_is) == ("/accordi/mobilita/", "La pagina in italiano")
    assert set(built.absent) == {"en/agreements/mobilita/", "en/method/"}


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
