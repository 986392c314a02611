"""What a newly built site changes for visitors is told in words: pages added, changed, removed, moved."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.publications.further_files import FurtherFiles, further_files
from generator.publications.publication import publication
from tests.harness import BuiltSite, SiteTest

EXPECTED = Path(__file__).parent / "compared.md"


@pytest.fixture(scope="module")
def changed() -> BuiltSite:
    """The small showcase with records added, changed, removed, moved and renamed."""
    site = SiteTest("showcase")
    site.write("content/pages/nuova.md", '---\ntitle: "Nuova [pagina]"\naddress: {it: nuova, en: new}\n---\nTesto.\n')
    site.replace("content/agreements/mobilita.md", "duration: 3 years", "duration: 4 years")
    site.replace("content/cantieri/verde.en.md", "Trees are", "Many trees are")
    site.replace("content/pages/method.md", "{it: metodo,", "{it: come-si-legge,")
    site.remove("content/initiatives/passeggiate.md")
    for name in ("neve.md", "neve.en.md"):
        site.rename(f"content/agreements/{name}", f"content/agreements/nevaio{name.removeprefix('neve')}")
    site.replace("content/agreements/nevaio.md", "\nform: ", "\nredirect_from: [/accordi/neve/]\nform: ")
    site.write("public/moduli/richiesta.txt", "Da compilare.\n")
    built = site.build()
    assert built.built
    assert built.built.published, built.found
    return built


def told(before: BuiltSite, after: BuiltSite, capsys: pytest.CaptureFixture[str], language: str = "en") -> str:
    assert main(["compare", str(before.out), str(after.out), "--lang", language]) == 0
    return capsys.readouterr().out


def test_what_became_of_each_page_is_told(
    showcase: BuiltSite, changed: BuiltSite, capsys: pytest.CaptureFixture[str], accept: bool
) -> None:
    said = told(showcase, changed, capsys)
    if accept:
        EXPECTED.write_text(said, "utf-8")
    assert said == EXPECTED.read_text("utf-8")


def test_it_is_told_in_the_readers_language(
    showcase: BuiltSite, changed: BuiltSite, capsys: pytest.CaptureFixture[str]
) -> None:
    said = told(showcase, changed, capsys, "it")
    assert "Che cosa cambia per chi visita il sito" in said
    assert "Testo (inglese)" in said


def test_of_two_alike_nothing_is_told(showcase: BuiltSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(showcase, showcase, capsys).splitlines()[2:] == ["Nothing."]


def test_what_became_of_files_that_are_no_pages_is_told() -> None:
    before = {
        "index.html": "0",
        "x/index.html": "0",
        "x/index.json": "1",
        "x/molo.0123456789.jpg": "2",
        "x/v1/x.csv": "3",
        "CNAME": "4",
        "moduli/elenco.csv": "5",
        "moduli/vecchio.pdf": "6",
        "assets/vetrina.0123456789.css": "7",
        "y/index.html": "8",
        "y/index.json": "8",
        "sitemap.xml": "9",
    }
    after = {
        **before,
        "x/index.json": "a",
        "x/v1/x.csv": "b",
        "sitemap.xml": "c",
        "CNAME": "d",
        "moduli/elenco.csv": "e",
    }
    after |= {"moduli/nuovo.pdf": "f", "assets/vetrina.9999999999.css": "g", "x/molo.9999999999.jpg": "h"}
    for gone in ("moduli/vecchio.pdf", "assets/vetrina.0123456789.css", "x/molo.0123456789.jpg", "y/index.html"):
        del after[gone]
    del after["y/index.json"]
    changed = ("CNAME", "moduli/elenco.csv", "x/molo.jpg")
    assert further_files(before, after) == FurtherFiles(("moduli/nuovo.pdf",), ("moduli/vecchio.pdf",), changed, 4)
    assert not further_files(before, before)


def test_a_long_list_is_cut_and_says_so(
    showcase: BuiltSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("generator.commands.compare._MOST", 3)
    (tmp_path / "manifest.json").write_text('{"files": {}}')
    said = told(BuiltSite(tmp_path), showcase, capsys)
    records = len(publication(showcase.out).records)
    assert f"### Pages added ({records})" in said
    assert said.count("\n- **") == 3
    assert f"- and {records - 3} more" in said


@pytest.mark.parametrize("manifest", [None, "[]", "{}", '{"files": {"x/index.json": "0"}}', "\0"])
def test_what_is_no_site_is_refused_in_a_sentence(
    tmp_path: Path, manifest: str | None, showcase: BuiltSite, capsys: pytest.CaptureFixture[str]
) -> None:
    if manifest is not None:
        (tmp_path / "manifest.json").write_text(manifest)
    assert main(["compare", str(tmp_path), str(showcase.out), "--lang", "en"]) == 2
    assert str(tmp_path) in capsys.readouterr().err
