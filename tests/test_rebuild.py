"""A rebuild makes only what changed, and leaves what a clean build would, byte for byte."""

import datetime
import json
import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

import pytest

from generator.content.read import Contents
from generator.content.record_files import RecordFiles
from generator.content.records import Note
from generator.content.validate import validate
from generator.fields.values import Ref
from generator.incremental.build_key import key_of
from generator.incremental.states import States
from generator.machine.memo import Memo
from generator.options import Options
from generator.output.search import pagefind
from generator.output.templates import Templates
from generator.pipeline import build, check
from generator.problems.setup import SetupError
from generator.view.data_files import CsvTable
from tests.harness import DAY, SITES, BuiltSite, SiteTest
from tests.long import IS_LONG
from tests.real import ROOT
from tests.store import STORE, own_store

PAGE = "accordi/mobilita/index.html"
AGREEMENT = "content/agreements/mobilita.md"
TOPICS = (SITES / "showcase/content/vocabularies/topics.yaml").read_text("utf-8")
WORDED = {PAGE, "en/agreements/mobilita/index.html", "accordi/mobilita/index.json"}
"""What a word of it changes."""
SMALL = "showcase" if IS_LONG else "minimal"
"""The site of the tests to which any is good."""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return own_store(tmp_path)


@pytest.fixture
def site(store: Path) -> SiteTest:
    return SiteTest("showcase").build(store=store)


@pytest.fixture
def small(store: Path) -> SiteTest:
    return SiteTest(SMALL).build(store=store)


@pytest.fixture
def first_built(store: Path) -> SiteTest:
    """A site whose state was written whole."""
    return SiteTest(SMALL, from_nothing=True).build(store=store)


class Edited:
    """A site that one edit after the other is made to."""

    def __init__(self, store: Path) -> None:
        self.store = own_store(store)
        self.site = SiteTest("showcase").build(store=self.store)

    def made(self) -> set[str]:
        """What a rebuild could not keep; the site is that of a clean build."""
        return made(self.site, self.store)

    def anew(self) -> set[str]:
        """What a rebuild could not keep; the site, to which further edits are made, is held to a clean build later."""
        return anew(self.site, self.store)


@pytest.fixture(scope="module")
def edited_site(tmp_path_factory: pytest.TempPathFactory) -> Edited:
    return Edited(tmp_path_factory.mktemp("store"))


def anew(site: SiteTest, store: Path, **options: object) -> set[str]:
    """What a rebuild could not keep; that the site is that of a clean build is tried after each in `make test-long`."""
    if IS_LONG:
        return made(site, store, **options)
    built = site.build(store=store, **options).built
    assert built and built.published
    return set(built.anew)


def made(site: SiteTest, store: Path, clean: Mapping[str, bytes] | None = None, **options: object) -> set[str]:
    """What a rebuild could not keep; whatever it was, the site is that of a clean build, which may be known."""
    built = site.build(store=store, **options).built
    assert built and built.published
    out, rebuilt = site.out, site.tree()
    if clean is None:
        clean = site.build(store=STORE, out=site.root / "clean", **options).tree()
        shutil.rmtree(site.out)
        site.out = out
    assert {path for path in rebuilt.keys() | clean.keys() if rebuilt.get(path) != clean.get(path)} == set()
    return set(built.anew)


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What a first build makes, which can keep nothing."""
    built = SiteTest(SMALL).build(out=tmp_path_factory.mktemp("every") / "site").built
    assert built
    return set(built.anew)


# --- what is made after each kind of edit ---


def test_nothing_changed_makes_nothing(edited_site: Edited) -> None:
    as_it_is = BuiltSite(SiteTest.built_once("showcase")).tree()
    assert made(edited_site.site, edited_site.store, clean=as_it_is) == set()


def test_what_is_made_of_the_program_alone_is_kept(
    small: SiteTest, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the columns of the data mean: no file of it is written again."""

    def written(table: CsvTable) -> bytes:
        raise AssertionError(table.path)

    monkeypatch.setattr("generator.site_files.comma_separated", written)
    assert any(path.endswith("columns.csv") for path in small.tree())
    built = small.build(store=store).built
    assert built and built.published


def test_a_text_is_on_its_own_pages_and_in_its_data(edited_site: Edited) -> None:
    edited_site.site.write(AGREEMENT, edited_site.site.read(AGREEMENT) + "\nUna riga.\n")
    assert edited_site.anew() == WORDED


def test_a_fact_is_on_the_pages_of_who_shows_the_record(edited_site: Edited) -> None:
    edited_site.site.replace(AGREEMENT, "duration: 3 years", "duration: 4 years")
    found = edited_site.anew()
    assert {PAGE, "index.html", "accordi/index.html", "organizzazioni/unicollefiorito/index.html"} <= found
    others = {path for path in found if path.startswith(("luoghi/", "programmi/", "cantieri/acque/"))}
    assert all(path.endswith("/dossier/index.html") for path in others), "the dossiers of places list it"
    apart = ("centro-acque", "laboratorio-sorgenti", "regione-altavalle")
    dossiers = {f"organizzazioni/{one}/dossier/index.html" for one in apart}
    assert dossiers <= edited_site.site.tree().keys()
    assert dossiers.isdisjoint(found), "the dossier of who takes no part in it"


def test_a_name_is_on_the_pages_that_say_it(edited_site: Edited) -> None:
    edited_site.site.replace("content/organisations/comune-di-valdombra.yaml", "title: Comune", "title: Città")
    found = edited_site.made()  # what the text and the fact left is held to a clean build too
    assert {PAGE, "organizzazioni/comune-di-valdombra/index.html"} <= found
    assert "metodo/index.html" not in found


def test_another_day_makes_what_says_the_day(small: SiteTest, store: Path) -> None:
    found = made(small, store, on="2026-11-23")
    assert {PAGE, "index.html", "accordi/mobilita/index.json"} <= found
    assert not {path for path in found if path.startswith(("metodo/", "fonti/forma/", "cerca/"))}


@pytest.mark.parametrize(
    "change",
    [
        lambda site: site.replace("content/site.yaml", "title: ", "title: Nuova "),
        lambda site: site.write("content/vocabularies/topics.yaml", TOPICS.replace("it: acqua", "it: acque")),
    ],
    ids=["settings", "vocabulary"],
)
def test_what_every_page_may_show_makes_them_all(
    small: SiteTest, store: Path, every: set[str], change: Callable[[SiteTest], object]
) -> None:
    change(small)
    assert every == anew(small, store)


@pytest.mark.parametrize(
    ("template", "shown", "kept"),
    [
        ("base.html", {PAGE, "index.html", "accordi/index.html", "metodo/index.html"}, "accordi/mobilita/index.json"),
        ("record.html", {PAGE}, "accordi/index.html"),
        ("parts/register-table.html", {"accordi/index.html"}, "feed.xml"),
        ("feed.xml", {"feed.xml", "en/feed.xml"}, PAGE),
    ],
)
def test_a_template_makes_the_pages_that_it_may_show(
    small: SiteTest, store: Path, template: str, shown: set[str], kept: str
) -> None:
    """An owner has one of his own, then ours is shown again."""
    name, shipped = f"templates/{template}", (ROOT / "templates" / template).read_text("utf-8")
    as_shipped = small.tree()
    one_of_his_own = anew(small.write(name, f"{shipped}<!-- -->"), store)
    ours_again = made(small.remove(name), store, clean=as_shipped)
    for found in (one_of_his_own, ours_again):
        assert shown <= found
        assert kept not in found


# --- what is indexed for the search after each kind of edit ---


def test_only_what_changed_for_the_search_is_indexed(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One edit after the other, counted: the pages of each language that Pagefind is given."""
    site, english = SiteTest(SMALL), AGREEMENT.replace(".md", ".en.md")
    pages: Counter[str] = Counter()
    run = pagefind.run

    def counting(given: dict[str, str]) -> dict[str, bytes]:
        pages.update(re.findall(r'<html lang="(\w+)"', "".join(given.values())))
        return run(given)

    def given() -> dict[str, int]:
        pages.clear()
        site.build(search=True, store=store)
        return dict(pages)

    monkeypatch.setattr(pagefind, "run", counting)
    monkeypatch.setattr("generator.machine.parallel._cores", lambda: 1)  # a copy of the process would count for itself
    monkeypatch.setattr("generator.output.search.index_parts._LENGTH", 8 if IS_LONG else 2)
    everything = given()
    assert everything.keys() == {"it", "en"}
    assert given() == {}, "nothing changed"

    site.write(AGREEMENT, site.read(AGREEMENT) + "\nUna riga.\n")
    italian = given()
    assert italian.keys() == {"it"}, "a text"
    assert italian["it"] < everything["it"] / 2
    assert site.built
    assert {path for path in site.built.anew if path.startswith("pagefind/")}
    assert not [path for path in site.built.anew if re.search(r"pagefind/(.*[/.])?en_", path)]

    site.write(english, site.read(english) + "\nA line.\n")
    assert given().keys() == {"en"}, "a translation"

    site.replace(AGREEMENT, "duration: 3 years", "duration: 4 years")
    fact = given()
    assert fact.keys() == {"it", "en"}, "a fact"
    assert sum(fact.values()) < sum(everything.values()) / 2

    site.write("templates/parts/none.html", "{# nobody includes it #}")
    site.replace("content/site.yaml", "title: ", "title: Nuova ")
    assert given() == {}, "what stands around all pages"

    site.write("site/pagefind/start.it.json", "another")
    (site.out / "pagefind/wasm.en.pagefind").unlink()
    assert given() == {}, "what somebody touched"
    assert made(site, store, search=True) == set()


# --- what is read after each kind of edit ---


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The records that are read, as they are."""
    found: list[str] = []
    documents = Contents.documents

    def noting(contents: Contents, files: RecordFiles) -> object:
        found.append(str(files.ref))
        return documents(contents, files)

    monkeypatch.setattr(Contents, "documents", noting)
    return found


def test_a_record_is_read_once_and_only_where_somebody_asks(site: SiteTest, store: Path, read: list[str]) -> None:
    site.build(store=store)
    around = set(read)
    assert len(around) < 10, "only what surrounds every page is read again"
    assert not any(name.startswith("indicators/") for name in around), "where the page of a picture stands is known"
    read.clear()
    site.write(AGREEMENT, site.read(AGREEMENT) + "\nUna riga.\n").build(store=store)
    assert read[0] == "agreements/mobilita"
    assert len(set(read)) == len(read) < len(list(site.root.glob("content/*/*"))) / 3


def test_what_stands_beside_a_fact_is_not_read_for_it(site: SiteTest, store: Path, read: list[str]) -> None:
    site.replace(AGREEMENT, "duration: 3 years", "duration: 4 years").build(store=store)
    beside = {"cases/fiume-piu-sicuro", "events/orti-in-mostra", "organisations/centro-acque", "plans/piano-unico"}
    assert all(list(site.root.glob(f"content/{name}.*")) for name in beside)
    assert beside.isdisjoint(read), "the dossiers and the path for needs tell them as they are known"


def test_a_check_reads_again_only_what_changed(site: SiteTest, store: Path, read: list[str]) -> None:
    site.write(AGREEMENT, site.read(AGREEMENT) + "\nIl telefono è 02 2399 1234.\n")
    os.utime(site.root / AGREEMENT, (0, 0))  # what was written a moment ago is read again
    told = site.check(store=store).found
    assert "phone-number" in {one.code for one in told}
    read.clear()
    assert site.check(store=store).found == told
    assert read == []
    site.write(AGREEMENT, site.read(AGREEMENT) + "\nUna riga.\n").check(store=store)
    assert "agreements/mobilita" in read
    assert len(set(read)) < 10


def test_a_copy_is_read_only_where_it_differs(site: SiteTest, store: Path, tmp_path: Path, read: list[str]) -> None:
    """What a command writes is checked in a copy before: it goes on from what is known, and leaves nothing."""
    told, copy = site.check(store=store).found, tmp_path / "copy"
    shutil.copytree(site.root / "content", copy / "content", copy_function=os.link)
    states = sorted((store / "state-4").iterdir())
    read.clear()
    options = Options(copy, datetime.date.fromisoformat(DAY), store=store, copied=site.root)
    assert check(options).problems == told
    assert len(set(read)) < 10
    with_a_line = (copy / AGREEMENT).read_text("utf-8") + "\nIl telefono è 02 2399 1234.\n"
    (copy / AGREEMENT).unlink()
    (copy / AGREEMENT).write_text(with_a_line, "utf-8")
    assert "phone-number" in {one.code for one in check(options).problems}
    assert "agreements/mobilita" in read and len(set(read)) < 10
    assert sorted((store / "state-4").iterdir()) == states


def test_what_was_found_wrong_is_told_again_without_reading(site: SiteTest, store: Path, read: list[str]) -> None:
    file = next((site.root / "content/networks").glob("*.en.md"))
    file.unlink()
    told = site.build(store=store).found
    place = f"content/networks/{file.name.partition('.')[0]}.md"
    assert ("untranslated", place) in {(one.code, one.place.path) for one in told}
    read.clear()
    assert site.build(store=store).found == told
    assert not [name for name in read if name.startswith("networks/")]


def test_a_record_that_is_lost_while_others_are_read_is_told(site: SiteTest, store: Path) -> None:
    (site.root / "content/organisations/comune-di-valdombra.yaml").touch()
    content, _ = validate(Contents(site.root, Memo(store)), noted=noted(site, store))
    assert content
    site.write(AGREEMENT, "---\n")
    with pytest.raises(SetupError, match="changed while it was being read"):
        content.records[Ref("agreements", "mobilita")]


def noted(site: SiteTest, store: Path) -> dict[str, Note]:
    """What the last build noted of each record."""
    return States(store).load(site.out, key_of(site.root, repr(("", False, False)))).records


def test_whoever_builds_again_needs_no_store(small: SiteTest) -> None:
    states = States(None)
    options = Options(small.root, datetime.date.fromisoformat(DAY))
    assert build(options, small.out, search=False, states=states).anew
    assert not build(options, small.out, search=False, states=states).anew


# --- what is not trusted ---


def test_a_file_that_somebody_touched_is_made_again(small: SiteTest, store: Path) -> None:
    small.write(f"site/{PAGE}", "another")
    (small.out / "metodo/index.html").unlink()
    assert made(small, store) == {PAGE, "metodo/index.html"}


def test_templates_behind_a_link_are_never_trusted(tmp_path: Path) -> None:
    templates, elsewhere = tmp_path / "templates", tmp_path / "elsewhere"
    templates.mkdir()
    elsewhere.mkdir()
    (templates / "page.html").write_text("")
    assert Templates((templates,)).digest_of("page.html") == Templates((templates,)).digest_of("page.html")
    (templates / "parts").symlink_to(elsewhere, target_is_directory=True)
    assert Templates((templates,)).digest_of("page.html") != Templates((templates,)).digest_of("page.html")


def test_a_damaged_state_is_none(small: SiteTest, store: Path, every: set[str]) -> None:
    (file,) = (store / "state-4").iterdir()
    whole, dice = file.read_bytes(), Random(1)
    key = json.loads(whole[32:].split(b"\n")[0])["key"]
    assert States(store).load(small.out, key).files
    assert not States(store).load(small.out, "another").files
    for _ in range(200):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 4)):
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        file.write_bytes(data[: dice.choice([len(data), dice.randrange(len(data))])])
        assert not States(store).load(small.out, key).files
    assert every == anew(small, store)


def changes(store: Path) -> list[int]:
    """How large are the states that are written whole, and what has changed since."""
    return [file.stat().st_size for name in ("state-4", "state-4-changes") for file in (store / name).glob("*")]


def test_only_what_changed_is_written_down(first_built: SiteTest, store: Path) -> None:
    site = first_built
    (whole,) = changes(store)
    for words in ("Una frase.", "Due frasi.", "Tre frasi."):
        site.write(AGREEMENT, site.read(AGREEMENT) + f"\n{words}\n")
        assert anew(site, store) == WORDED
        same, changed = changes(store)
        assert same == whole
        assert changed < whole / 20
    assert made(site, store) == set()


def test_of_a_state_whose_changes_are_lost_all_is_kept_that_still_holds(first_built: SiteTest, store: Path) -> None:
    site = first_built
    site.write(AGREEMENT, site.read(AGREEMENT) + "\nUna frase.\n")
    anew(site, store)
    (file,) = (store / "state-4-changes").iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert made(site, store) == WORDED
    assert anew(site, store) == set()


TRANSLATED = [file.relative_to(SITES / "showcase").as_posix() for file in sorted(SITES.glob("showcase/**/*.en.md"))]
AWARD = "content/initiatives/premio-lanterna.en.md"


@pytest.mark.parametrize("translation", TRANSLATED if IS_LONG else [AWARD])
def test_a_translation_that_goes_and_comes_is_missed_nowhere(site: SiteTest, store: Path, translation: str) -> None:
    """Lists, places and dossiers ask whether a record has a page in their language, and nothing else of it."""
    written = site.read(translation)
    site.remove(translation)
    if any(one.is_error for one in site.check(store=store).found):
        pytest.skip("another page leads into that of the translation")
    assert made(site, store)
    site.write(translation, written)
    assert made(site, store, clean=BuiltSite(SiteTest.built_once("showcase")).tree())
