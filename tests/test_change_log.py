"""The log of changes: what a publication changed, built with the folder of the one before."""

import hashlib
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import feedparser
import pytest
from rdflib import DCAT, DCTERMS, RDF, Graph

from generator.problems.setup import SetupError
from generator.publications.publication import publication
from tests.harness import SiteTest, text_of
from tests.ran import ran

LOG = "dati/v1/changes.json"
TELLING = re.compile(r"(modifiche|en/changes)/index\.html|(.*/)?(feed|dossier)\.xml|dati/v1/\w+\.json|.*/orari\.csv")
LIBRARY = "content/organisations/biblioteca-del-fiume.yaml"
NEW = """title: Biblioteca del Fiume
verified_on: 2026-11-20
nature: association
sources:
  - source: comunicato-mobilita
"""


@dataclass(frozen=True)
class Published:
    """Publications of one site, each built with the one before."""

    site: SiteTest
    where: Path

    def build(self, name: str, day: str, previous: str = "") -> Path:
        """All of it."""
        out = self.where / name
        self.site.build(day, out=out, previous=self.where / previous if previous else None)
        assert self.site.built and self.site.built.published, self.site.found
        return out

    def tell(self, name: str, day: str, previous: str = "") -> Path:
        """Its log, what tells of it, and what the next publication reads."""
        out = self.where / name
        self.site.publish(out, TELLING.fullmatch, day, previous=self.where / previous if previous else None)
        return out

    def log(self, name: str) -> dict[str, Any]:
        held: dict[str, Any] = json.loads((self.where / name / LOG).read_bytes())
        return held

    def page(self, name: str, path: str) -> str:
        return (self.where / name / path).read_text("utf-8")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The small site as it was, changed in four ways, and without what it had got."""
    found = Published(SiteTest("minimal"), tmp_path_factory.mktemp("published"))
    found.site.replace(
        "content/agreements/mobilita.md", "duration: 3 years", "verified_on: 2026-11-20\nduration: 3 years"
    )
    found.build("first", "2026-11-22")
    found.tell("night", "2026-11-23", "first")
    found.site.replace("content/agreements/mobilita.md", "duration: 3 years", "duration: 41 months")
    found.site.replace("content/agreements/mobilita.en.md", "title: ", "title: Anew, ")
    found.site.write(LIBRARY, NEW)
    found.site.replace("content/pages/method.md", "it: metodo", "it: come-si-fa").replace(
        "content/pages/method.md", "purpose: method", "purpose: method\nredirect_from: [/metodo/]"
    )
    found.build("second", "2026-11-25", "first")
    found.tell("again", "2026-11-25", "first")
    found.build("same", "2026-11-27", "second")
    found.site.remove(LIBRARY)
    found.build("third", "2026-11-28", "second")
    return found


def test_without_a_publication_before_the_log_starts_anew_and_says_so(published: Published) -> None:
    assert published.log("first") == {"since": None, "entries": []}
    assert "a partire da questa" in published.page("first", "modifiche/index.html")
    assert "nessuna modifica da segnalare" in published.page("first", "modifiche/index.html")
    assert feedparser.parse(published.page("first", "modifiche/feed.xml")).feed.updated == "2026-11-20T00:00:00Z"


def test_a_build_that_leaves_a_log_behind_says_so(
    published: Published, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not the first one of a site, not one whose log told nothing, not one that goes on with it or does not publish."""
    out, site, loss = tmp_path / "site", published.where / "second", "the log of changes begins anew"

    def told(root: Path, *options: str | Path) -> str:
        command = ("--lang", "en", "build", "--no-search", "--root", root, "--on", "2026-11-29", "--out", out)
        return ran(capsys, *command, *options).out

    assert loss not in told(published.site.root)
    assert loss not in told(published.site.root), "its log told nothing"
    shutil.rmtree(out)
    shutil.copytree(site, out)
    assert loss not in told(SiteTest("minimal").write("content/site.yaml", "title: []\n").root)
    assert loss not in told(published.site.root, "--previous", site)
    assert f"Without --previous {loss}: what that of {out} told is gone." in told(published.site.root)
    assert loss not in told(published.site.root)
    assert "from this one on" in (out / "en/changes/index.html").read_text("utf-8")


def test_a_night_in_which_nothing_changed_gives_the_same_bytes(published: Published) -> None:
    for path in (LOG, "modifiche/index.html", "modifiche/feed.xml", "en/changes/index.html", "en/changes/feed.xml"):
        assert (published.where / "night" / path).read_bytes() == (published.where / "first" / path).read_bytes()


def test_the_log_tells_from_which_publication_on(published: Published) -> None:
    assert published.log("second")["since"] == "2026-11-22"
    assert "dopo quella del 22 novembre 2026" in published.page("second", "modifiche/index.html")


def test_what_is_new_changed_and_moved_is_told_field_by_field_on_the_day_of_the_build(published: Published) -> None:
    (entry,) = published.log("second")["entries"]
    told = {one["record"]: one for one in entry["changes"]}
    assert entry["on"] == "2026-11-25" and entry["removed"] == {}
    assert told["organisations/biblioteca-del-fiume"] == {
        "record": "organisations/biblioteca-del-fiume",
        "what": "added",
    }
    assert told["agreements/mobilita"]["what"] == "changed"
    fields = {tuple(one) for one in told["agreements/mobilita"]["fields"]}
    assert fields == {("duration", ""), ("ends_on", ""), ("title", "en")}, "it has no short title"
    assert told["pages/method"]["what"] == "moved"
    assert len(told) == 3


def test_a_short_title_is_told_only_where_a_record_has_one(tmp_path: Path) -> None:
    """Whether it comes, stays as it is while the title changes, or goes."""
    found, file = Published(SiteTest("minimal"), tmp_path), "content/agreements/mobilita.en.md"
    title = "title: Collefiorito and Valdombra for mobility"
    steps = (
        (title, f"{title}\nshort_title: Mobility", ["short_title"]),
        ("for mobility", "for journeys", ["title"]),
        ("short_title: Mobility", "short_title: Journeys", ["short_title"]),
        ("short_title: Journeys\n", "", ["short_title"]),
        ("for journeys", "for mobility", ["title"]),
    )
    found.tell("0", "2026-11-20")
    for number, (old, new, changed) in enumerate(steps, 1):
        found.site.replace(file, old, new)
        found.tell(str(number), f"2026-11-2{number}", str(number - 1))
        (told,) = found.log(str(number))["entries"][0]["changes"]
        assert told["fields"] == [[name, "en"] for name in changed], new


def test_the_page_the_feed_and_the_first_page_tell_it(published: Published) -> None:
    page, english = (published.page("second", path) for path in ("modifiche/index.html", "en/changes/index.html"))
    assert 'href="/organizzazioni/biblioteca-del-fiume/"' in page and "25 novembre 2026" in page
    assert "Durata" in page and "Duration" in english
    feed = feedparser.parse(published.page("second", "modifiche/feed.xml"))
    assert not feed.bozo and {one.updated for one in feed.entries} == {"2026-11-25T00:00:00Z"}
    assert {one.link.rpartition("example")[2] for one in feed.entries} == {
        "/organizzazioni/biblioteca-del-fiume/",
        "/accordi/mobilita/",
        "/come-si-fa/",
    }


def news(page: str) -> list[str]:
    """What the home page tells as new, a text a line, the heading first."""
    before, _, rows = page.partition('<ul class="dated">')
    heading, told = before.rpartition("<section>")[2], rows.partition("</ul>")[0].split("</li>")[:-1]
    return [text_of(one) for one in (heading, *told)]


def test_the_home_page_has_the_newest_changes_else_what_was_done_lately(published: Published) -> None:
    day, fields = "25 novembre 2026", "Durata, Fine e Titolo (inglese)"
    assert news(published.page("second", "index.html")) == [
        "Che cosa è cambiato Tutte le modifiche",
        f"Collefiorito e Valdombra per la mobilità {day} Cambia: {fields}",
        f"Metodo {day} A un nuovo indirizzo · cambia: Indirizzo",
        f"Biblioteca del Fiume {day} Pagina nuova",
    ]
    assert '<a href="/accordi/mobilita/">' in published.page("second", "index.html")
    heading, *done = news(published.page("first", "index.html"))
    assert heading == "I più recenti per data" and len(done) == 1
    assert "/modifiche/" not in published.page("first", "index.html").partition("<main")[2].partition("</main")[0]


def test_the_same_content_day_and_publication_before_give_the_same_log(published: Published) -> None:
    first, again = ((published.where / name / LOG).read_bytes() for name in ("second", "again"))
    assert first == again
    assert published.log("same") == published.log("second"), "nothing changed on the 27th: the day stays"


def test_what_is_taken_out_leaves_no_trace(published: Published) -> None:
    log = published.log("third")
    assert log["since"] == "2026-11-22" and [one["on"] for one in log["entries"]] == ["2026-11-28", "2026-11-25"]
    assert log["entries"][0]["removed"] == {"organisations": 1}
    for file in published.where.joinpath("third").rglob("*"):
        if file.is_file():
            assert b"biblioteca-del-fiume" not in file.read_bytes() and b"Biblioteca del Fiume" not in file.read_bytes()
    assert "1 pagina rimossa" in published.page("third", "modifiche/index.html")


def test_the_feed_tells_how_many_were_taken_away_and_of_what_kind(published: Published) -> None:
    for path, page, said in (
        ("modifiche/feed.xml", "modifiche/", ("1 pagina rimossa", "Organizzazioni: 1")),
        ("en/changes/feed.xml", "en/changes/", ("1 page taken away", "Organisations: 1")),
    ):
        feed = feedparser.parse(published.page("third", path))
        told, *others = feed.entries
        assert (told.title, told.summary) == said
        assert told.id.endswith(f"{path}#removed/2026-11-28")
        assert told.updated == feed.feed.updated == "2026-11-28T00:00:00Z"
        address, _, anchor = told.link.rpartition("#")
        assert address.endswith(f".example/{page}")
        assert f'id="{anchor}"' in published.page("third", f"{page}index.html")
        assert len({one.id for one in feed.entries}) == len(feed.entries) and others
        assert "#removed/" not in published.page("second", path)


def test_a_publication_of_an_earlier_day_is_told_on_its_day_and_the_newest_stays_the_newest(
    published: Published, tmp_path: Path
) -> None:
    found, out = Published(SiteTest("minimal"), tmp_path), tmp_path / "earlier"
    found.site.write(LIBRARY, NEW)
    found.site.publish(out, TELLING.fullmatch, "2026-11-23", previous=published.where / "second")
    assert [one["on"] for one in found.log("earlier")["entries"]] == ["2026-11-25", "2026-11-23"]
    feed = feedparser.parse(found.page("earlier", "modifiche/feed.xml"))
    days = [one.updated for one in feed.entries]
    assert days == sorted(days, reverse=True)
    assert feed.feed.updated == days[0] == "2026-11-25T00:00:00Z"
    assert json.loads((out / "dati/v1/organizzazioni.json").read_bytes())["updated"] == "2026-11-25"


def test_what_came_and_went_on_one_day_is_not_said_to_be_taken_away(tmp_path: Path) -> None:
    found = Published(SiteTest("minimal"), tmp_path)
    found.tell("first", "2026-11-22")
    found.site.write(LIBRARY, NEW)
    found.tell("came", "2026-11-23", "first")
    found.site.remove(LIBRARY)
    found.tell("went", "2026-11-23", "came")
    found.tell("later", "2026-11-24", "came")
    assert found.log("went")["entries"] == []
    (entry,) = found.log("later")["entries"]
    assert (entry["on"], entry["removed"]) == ("2026-11-24", {"organisations": 1})


def test_no_value_stands_in_the_log(published: Published) -> None:
    for name in ("second", "third"):
        text = (published.where / name / LOG).read_text("utf-8")
        assert "41 months" not in text and "3 years" not in text and "Anew" not in text


def test_a_folder_that_is_no_publication_is_told(published: Published, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("[]", "utf-8")
    with pytest.raises(SetupError):
        published.site.build("2026-11-29", out=tmp_path / "out", previous=tmp_path)
    assert not (tmp_path / "out").exists()


def test_a_page_that_is_gone_in_one_language_has_not_moved(tmp_path: Path) -> None:
    found = Published(SiteTest("minimal"), tmp_path)
    found.tell("first", "2026-11-22")
    found.site.remove("content/agreements/mobilita.en.md")
    found.tell("second", "2026-11-23", "first")
    (entry,) = found.log("second")["entries"]
    (told,) = (one for one in entry["changes"] if one["record"] == "agreements/mobilita")
    assert told["what"] == "changed"
    assert ["title", "en"] in told["fields"]


def test_a_term_that_is_called_otherwise_is_told_and_dates_the_data_that_it_classifies(tmp_path: Path) -> None:
    found, topics = Published(SiteTest("showcase"), tmp_path), "content/vocabularies/topics.yaml"
    found.tell("first", "2026-11-22")
    found.site.replace(topics, "label: {it: mobilità, en: mobility}", "label: {it: spostamenti, en: getting around}")
    found.tell("second", "2026-11-23", "first")
    found.site.replace(topics, "it: spostamenti", "it: viaggi")
    found.tell("third", "2026-11-23", "second")
    found.tell("same", "2026-11-25", "third")
    assert found.log("first")["labels"]["topics/mobilita"] == {"it": "mobilità", "en": "mobility"}
    told = {"on": "2026-11-23", "changes": [], "removed": {}, "terms": ["topics/mobilita"]}
    for name in ("second", "third", "same"):
        assert found.log(name)["entries"] == [told]
        assert "mobilità" not in json.dumps(found.log(name), ensure_ascii=False)
    page = text_of(found.page("third", "modifiche/index.html").partition("<main")[2])
    assert "viaggi" in page and "cambia: Nome" in page
    assert 'href="/en/topics/topics/mobilita/"' in found.page("third", "en/changes/index.html")
    (entry,) = feedparser.parse(found.page("third", "en/changes/feed.xml")).entries
    assert (entry.title, entry.summary) == ("getting around", "changed: Name")
    address, _, anchor = entry.link.rpartition("#")
    assert address.endswith("/en/changes/") and f'id="{anchor}"' in found.page("third", "en/changes/index.html")
    data = [
        {one: found.page(name, f"dati/v1/{one}.json") for one in ("accordi", "fonti")} for name in ("first", "same")
    ]
    before, after = ({kind: json.loads(text)["updated"] for kind, text in one.items()} for one in data)
    assert before["accordi"] != after["accordi"] == "2026-11-23" and before["fonti"] == after["fonti"]


def test_who_has_no_page_and_introductions_are_told_where_they_are_read(tmp_path: Path) -> None:
    found, person = Published(SiteTest("showcase"), tmp_path), "content/people/carla-neve.yaml"
    found.tell("first", "2026-11-22")
    found.site.replace(person, "presidente della Regione", "assessora della Regione")
    found.tell("role", "2026-11-23", "first")
    found.site.replace(person, "roles:", "withdrawn: {on: 2026-11-24, because: {it: x, en: y}}\nroles:")
    found.tell("withdrawn", "2026-11-24", "role")
    found.site.write("content/intros/cantieri.md", "---\ntitle: Altro\n---\nTutto un altro testo.\n")
    found.tell("intro", "2026-11-25", "withdrawn")
    found.tell("same", "2026-11-27", "intro")
    line = {"record": "initiatives/festival-del-fiume", "what": "changed", "fields": [["line", ""]]}
    told = [
        {"on": "2026-11-25", "changes": [], "removed": {}, "lists": ["cantieri"]},
        {"on": "2026-11-24", "changes": [line], "removed": {}},
        {"on": "2026-11-23", "changes": [line], "removed": {}},
    ]
    for number, name in enumerate(("same", "intro", "withdrawn", "role")):
        assert found.log(name)["entries"] == told[max(number - 1, 0) :], name
    page = text_of(found.page("same", "modifiche/index.html").partition("<main")[2])
    assert "cambia: Ruoli pubblici" in page and "cambia: Introduzione" in page
    titles = [one.title for one in feedparser.parse(found.page("same", "en/changes/feed.xml")).entries]
    assert titles[1:] == ["River Festival", "River Festival"] and len(titles) == 3
    assert json.loads(found.page("role", "dati/v1/persone.json"))["updated"] == "2026-11-23"


def test_two_publications_of_a_day_are_told_as_one_and_a_renamed_record_keeps_what_was_told_of_it(tmp_path) -> None:
    found = Published(SiteTest("minimal"), tmp_path)
    found.tell("first", "2026-11-22")
    found.site.replace("content/agreements/mobilita.md", "duration: 3 years", "duration: 41 months")
    found.tell("second", "2026-11-23", "first")
    found.site.replace("content/agreements/mobilita.md", "form: ", "verified_on: 2026-11-20\nform: ")
    found.site.write(LIBRARY, NEW)
    found.tell("third", "2026-11-23", "second")
    found.site.replace(LIBRARY, "Fiume", "Canale")
    found.tell("fourth", "2026-11-23", "third")
    (entry,) = found.log("fourth")["entries"]
    told = {one["record"]: one for one in entry["changes"]}
    assert len(told) == len(entry["changes"])
    assert {"duration", "verified_on"} <= {name for name, _ in told["agreements/mobilita"]["fields"]}
    assert told["organisations/biblioteca-del-fiume"]["what"] == "added"
    feed = feedparser.parse(found.page("fourth", "modifiche/feed.xml")).entries
    assert len({one.id for one in feed}) == len(feed)

    for name in ("mobilita.md", "mobilita.en.md"):
        text = found.site.read(f"content/agreements/{name}")
        found.site.remove(f"content/agreements/{name}").write(f"content/agreements/patto{name[8:]}", text)
    found.site.replace("content/agreements/patto.md", "form: ", "redirect_from: [/accordi/mobilita/]\nform: ")
    found.tell("renamed", "2026-11-24", "fourth")
    newest, before = found.log("renamed")["entries"]
    assert [(one["record"], one["what"]) for one in newest["changes"]] == [("agreements/patto", "moved")]
    assert {one["record"] for one in before["changes"]} == {"agreements/patto", "organisations/biblioteca-del-fiume"}


def test_what_the_page_has_no_room_for_is_counted_and_in_the_data(tmp_path: Path) -> None:
    found = Published(SiteTest("minimal"), tmp_path)
    found.tell("first", "2026-11-22")
    for number in range(104):
        found.site.write(f"content/organisations/a-{number:03}.yaml", NEW.replace("del Fiume", f"numero {number}"))
    found.tell("second", "2026-11-23", "first")
    page = found.page("second", "modifiche/index.html")
    assert page.count('href="/organizzazioni/a-') == 100
    assert '<a href="/dati/v1/changes.json">Altre 4 modifiche nei dati</a>' in page
    assert (
        "nei dati</a>" not in found.page("first", "modifiche/index.html").partition("<main")[2].partition("Indice")[0]
    )


def test_the_feed_of_a_partner_tells_what_a_publication_changed(tmp_path: Path) -> None:
    found = Published(SiteTest("minimal"), tmp_path)
    found.tell("first", "2026-11-22")
    found.site.replace("content/agreements/mobilita.md", "duration: 3 years", "duration: 41 months")
    found.tell("second", "2026-11-23", "first")
    path = "organizzazioni/comune-di-valdombra/dossier/dossier.xml"
    before, after = (feedparser.parse(found.page(name, path)) for name in ("first", "second"))
    (told,) = (one for one in after.entries if "agreements/mobilita" in one.id)
    assert told.updated == after.feed.updated == "2026-11-23T00:00:00Z"
    assert "Durata" in told.summary
    assert "Durata" not in str(before.entries)


def test_the_feeds_of_the_site_and_of_a_kind_tell_it_too(published: Published) -> None:
    """On the day of the publication, or of a later check, with the names of the fields and without what they said."""
    for path, label in (("feed.xml", "Durata"), ("accordi/feed.xml", "Durata"), ("en/feed.xml", "Duration")):
        before, after, kept = (
            feedparser.parse(published.page(name, path)).entries for name in ("first", "second", "same")
        )
        (told,) = (one for one in after if "agreements/mobilita" in one.id)
        assert told.updated == "2026-11-25T00:00:00Z" and label in told.summary and "41" not in told.summary
        assert after[0].id == told.id and len({one.id for one in after}) == len(after)
        assert not any(label in one.summary for one in before)
        assert [(one.id, one.updated, one.summary) for one in kept] == [
            (one.id, one.updated, one.summary) for one in after
        ]
    third = published.page("third", "feed.xml")
    assert "biblioteca" not in third.lower()


HOME = "content/organisations/biblioteca-del-fiume"
WITH_FILE = f"""---
{NEW}attachments:
  - {{file: orari.csv, title: {{it: Gli orari, en: The hours}}, language: it}}
---
Il [piano](piano.csv).
"""


def test_a_file_with_other_bytes_under_the_same_name_is_told_and_leaves_no_trace(tmp_path: Path) -> None:
    found = Published(SiteTest("minimal"), tmp_path)
    found.site.write(f"{HOME}/index.md", WITH_FILE)
    for name in ("orari", "piano"):
        found.site.write(f"{HOME}/{name}.csv", f"{name},9-13\n")
    data = "organizzazioni/biblioteca-del-fiume/index.json"
    first = found.tell("first", "2026-11-22")
    digest = hashlib.sha256((first / data).with_name("orari.csv").read_bytes()).hexdigest()
    held = json.loads((first / data).read_bytes())["computed"]
    assert held["sha256"].keys() == held["files"].keys() and held["sha256"]["orari.csv"] == digest

    for name, on in (("orari", "2026-11-23"), ("piano", "2026-11-24")):
        found.site.write(f"{HOME}/{name}.csv", f"{name},9-12\n")
        before = {"orari": "first", "piano": "orari"}[name]
        found.build(name, on, before)
        entry, *_ = found.log(name)["entries"]
        assert (entry["on"], entry["changes"]) == (
            on,
            [{"record": "organisations/biblioteca-del-fiume", "what": "changed", "fields": [["file", ""]]}],
        )
    assert "File sostituito" in found.page("piano", "modifiche/index.html")
    assert "File replaced" in found.page("piano", "en/changes/feed.xml")
    assert not [file for file in (tmp_path / "piano").rglob("*.json") if digest in file.read_text("utf-8")]

    text = WITH_FILE.replace("orari", "estate").replace("Il [piano](piano.csv).", "Il piano.")
    found.site.remove(f"{HOME}/orari.csv").remove(f"{HOME}/piano.csv")
    found.site.write(f"{HOME}/index.md", text).write(f"{HOME}/estate.csv", "estate,9-12\n")
    found.tell("renamed", "2026-11-25", "piano")
    (told,) = found.log("renamed")["entries"][0]["changes"]
    assert told["fields"] == [["attachments", ""], ["text", "it"]], "a file of another name replaces none"


def test_of_a_publication_that_tells_no_digests_no_file_is_said_to_be_replaced(tmp_path: Path) -> None:
    found = Published(SiteTest("minimal"), tmp_path)
    found.site.write(f"{HOME}/index.md", WITH_FILE)
    for name in ("orari", "piano"):
        found.site.write(f"{HOME}/{name}.csv", f"{name},9-13\n")
    data = found.tell("first", "2026-11-22") / "organizzazioni/biblioteca-del-fiume/index.json"
    older = json.loads(data.read_bytes())
    del older["computed"]["sha256"]
    data.write_text(json.dumps(older), "utf-8")
    found.site.write(f"{HOME}/orari.csv", "orari,9-12\n")
    found.tell("second", "2026-11-23", "first")
    assert found.log("second")["entries"] == []


FESTIVAL = "content/initiatives/festival-del-fiume/index"


def test_what_changes_behind_the_words_is_told_and_how_lines_are_broken_is_not(tmp_path: Path) -> None:
    found = Published(SiteTest("showcase"), tmp_path)
    found.site.replace("content/cantieri/verde.md", "\n---\n", "\n---\nUna riga\ne un’altra.\n\n")
    found.tell("first", "2026-11-22")
    found.site.replace(f"{FESTIVAL}.md", "## Edizioni", "[//]: # (nota interna)\n\n## Edizioni")
    found.site.replace(f"{FESTIVAL}.md", "(ref:people/ada-fontana)", "(https://altrove.example/atto.pdf)")
    found.site.replace(f"{FESTIVAL}.en.md", "alt: The old pier at sunset", "alt: The new pier")
    found.site.replace("content/pages/method.md", "## Fonti", "Fonti")
    found.site.replace("content/cantieri/verde.md", "Una riga\ne un’altra", "Una\nriga e un’altra")
    after = found.tell("second", "2026-11-23", "first")
    (entry,) = found.log("second")["entries"]
    assert {one["record"]: one["fields"] for one in entry["changes"]} == {
        "initiatives/festival-del-fiume": [["text", "it"], ["image", "en"]],
        "pages/method": [["text", "it"]],
    }
    assert "altrove.example" not in (after / LOG).read_text("utf-8")
    data = (after / "iniziative/festival-del-fiume/index.json").read_text("utf-8")
    assert "altrove.example" in data and "nota interna" not in data, "what no page shows is in no data either"
    assert "Testo (italiano) e Immagine (inglese)" in found.page("second", "modifiche/index.html")


def test_of_a_publication_that_tells_no_texts_as_shown_only_what_it_tells_is_compared(tmp_path: Path) -> None:
    found = Published(SiteTest("showcase"), tmp_path)
    for data in found.tell("first", "2026-11-22").rglob("index.json"):
        older = json.loads(data.read_bytes())
        for words in older["words"].values():
            words.pop("html", None)
            words.pop("image", None)
        data.write_text(json.dumps(older), "utf-8")
    found.site.replace("content/pages/method.md", "ha le sue", "ne ha")
    found.tell("second", "2026-11-23", "first")
    (entry,) = found.log("second")["entries"]
    assert [(one["record"], one["fields"]) for one in entry["changes"]] == [("pages/method", [["text", "it"]])]


def test_who_names_a_record_that_has_another_id_has_not_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In lists, groups, what sources say otherwise, links of texts, and whole addresses."""
    found = Published(SiteTest("showcase"), tmp_path)
    town, page = "ref:organisations/comune-di-valdombra", "example/organizzazioni/comune-di-valdombra/"
    links = f"[Comune]({town}), [pagina](https://finestra.{page}), [altra](https://altro.{page})"
    found.site.replace("content/pages/method.md", "ha le sue", f"ha le sue: {links}")
    differ = "differing:\n" + "".join(
        f"  - {{field: promoter, value: {one}, source: pagina-citta-aperta}}\n"
        for one in ("politecnico-rocca-serena", "comune-di-valdombra")
    )
    found.site.replace(f"{FESTIVAL}.md", "promoter: politecnico-rocca-serena\npromoter_basis: editorial\n", differ)
    first = found.tell("first", "2026-11-22")
    before = publication(first).records
    options = ("--force", "--root", found.site.root, "--on", "2026-11-22")
    renamed = ran(capsys, "rename", "organisations/comune-di-valdombra", "citta-di-valdombra", *options)
    assert renamed.code == 0, renamed.out + renamed.err
    after = publication(found.tell("second", "2026-11-23", "first")).records
    (entry,) = found.log("second")["entries"]
    assert entry["changes"] == [{"record": "organisations/citta-di-valdombra", "what": "moved"}]
    assert sum(before[name].said != after[name].said for name in before.keys() & after.keys()) > 10

    found.site.replace("content/agreements/neve.md", "citta-di-valdombra", "unicollefiorito")
    found.tell("third", "2026-11-23", "first")
    told = {one["record"]: one for one in found.log("third")["entries"][0]["changes"]}
    assert told.keys() == {"organisations/citta-di-valdombra", "agreements/neve"}
    assert told["agreements/neve"]["fields"] == [["parties", ""]]


def test_data_were_changed_when_a_publication_last_changed_their_records(published: Published) -> None:
    """By the log where it tells of the kind; else as the records say: never on the day of the build for nothing."""
    days = {
        name: {
            path.name: json.loads(path.read_bytes())["updated"]
            for kind in ("accordi", "organizzazioni", "fonti")
            for path in [published.where / name / f"dati/v1/{kind}.json"]
        }
        for name in ("first", "night", "second", "same", "third")
    }
    checked = {"accordi.json": "2026-11-20", "organizzazioni.json": None, "fonti.json": None}
    assert days["first"] == days["night"] == checked
    changed = {"accordi.json": "2026-11-25", "organizzazioni.json": "2026-11-25", "fonti.json": None}
    assert days["second"] == days["same"] == changed
    assert days["third"] == {**changed, "organizzazioni.json": "2026-11-28"}, "one was taken away"
    for name, day in (("first", "2026-11-20"), ("same", "2026-11-25"), ("third", "2026-11-28")):
        graph = Graph().parse(published.where / name / "dati/v1/catalogo.ttl")
        (home,) = graph.subjects(RDF.type, DCAT.Catalog)
        told = {str(one).rpartition("#")[2]: str(when) for one, when in graph.subject_objects(DCTERMS.modified)}
        assert str(graph.value(home, DCTERMS.modified)) == day
        assert told["agreements"] == days[name]["accordi.json"]
        assert told.get("organisations") == days[name]["organizzazioni.json"]
