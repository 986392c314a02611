"""`vetrina upgrade` on content as it was written for older models: what is changed, what is told, what stays.

`sites/older/` holds excerpts of our own fixtures as they were when places of initiatives were told by name (1), when
towns were (2, early and late), and when both had become records (3, which still calls itself 1).
"""

from pathlib import Path

import pytest

from generator.content.settings_types import MODEL
from generator.kinds.agreement import Agreement
from generator.machine.memo import Memo
from generator.upgrades.old_site import OldSite
from generator.upgrades.steps import STEPS
from tests.harness import SITES, SiteTest
from tests.ran import Ran, ran

OLDER = sorted((SITES / "older").iterdir())
PLACES, TOWNS, _, RECORDS = (folder.name for folder in OLDER)
SITE_FILE = "content/site.yaml"


@pytest.fixture
def run(capsys):
    def asked(site: SiteTest, *arguments: str, lang: str = "en") -> Ran:
        return ran(capsys, "upgrade", "--root", site.root, "--lang", lang, *arguments)

    return asked


def older(name: str) -> SiteTest:
    return SiteTest(f"older/{name}")


def files(site: SiteTest) -> dict[str, str]:
    there = (file for file in (site.root / "content").rglob("*") if file.is_file())
    return {file.relative_to(site.root).as_posix(): file.read_text("utf-8") for file in there}


@pytest.mark.parametrize("folder", OLDER, ids=lambda folder: folder.name)
def test_content_of_each_time_follows_the_model_afterwards(folder: Path, run) -> None:
    site = older(folder.name)
    before = site.check().codes()
    assert [*before] != []
    ran = run(site, "--force")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith(f"For version {MODEL} of the content model: no problems.\n")
    assert {*site.check().codes()} <= {"untranslated", "unreadable-mark"}
    site.build()
    assert site.built
    assert site.built.published


@pytest.mark.parametrize("folder", OLDER, ids=lambda folder: folder.name)
def test_again_nothing_is_changed(folder: Path, run) -> None:
    site = older(folder.name)
    run(site, "--force")
    before = files(site)
    assert run(site, "--force").out == f"The content follows version {MODEL} of the content model already.\n"
    assert files(site) == before


def test_a_place_that_was_told_by_name_has_a_record_with_its_name_in_each_language(run):
    site = older(PLACES)
    ran = run(site, "--force")
    assert "places:\n  - canale-grande\nsources:" in site.read("content/cantieri/acque.md")
    assert site.read("content/places/canale-grande.md") == (
        "---\ntitle: Canale grande\nmunicipality: valdombra\nsources:\n  - source: comunicato-mobilita\n"
        "not_stated:\n  - address\n---\n"
    )
    assert "title: Grand canal\ntranslated_from: " in site.read("content/places/canale-grande.en.md")
    assert ran.out.splitlines()[-4:-1] == [f"- {step.says}" for step in STEPS if "addresses" not in step.says]


def test_a_town_is_made_once_and_found_where_it_is(run):
    site = older(TOWNS)
    run(site, "--force")
    assert "form: municipality\n" in site.read("content/places/valdombra.md")
    for file in ("organisations/comune-di-valdombra", "places/canale-grande", "places/molo-vecchio"):
        assert ": valdombra\n" in site.read(f"content/{file}.yaml")
    again = older(TOWNS).write(
        "content/places/valle.yaml", "title: Valdombra\nform: municipality\nsources: [{source: comunicato-mobilita}]\n"
    )
    run(again, "--force")
    assert not (again.root / "content/places/valdombra.md").exists()
    assert "town: valle\n" in again.read("content/organisations/comune-di-valdombra.yaml")


def test_only_what_has_the_old_form_is_changed(run):
    site = older(RECORDS)
    before = files(site)
    run(site, "--force")
    after = files(site)
    assert [path for path in after if after[path] != before.get(path)] == [SITE_FILE]
    assert after[SITE_FILE] == before[SITE_FILE].replace("model: 1", f"model: {MODEL}")


def test_looking_first_writes_nothing(run):
    site = older(PLACES)
    before = files(site)
    ran = run(site, "--dry-run")
    assert "-highlights: [agreements/mobilita]\n" in ran.out
    assert "Nothing is written: this is what would change." in ran.out
    assert files(site) == before


def test_words_of_addresses_stand_with_their_kinds(run):
    site = SiteTest()
    site.write(SITE_FILE, f"{site.read(SITE_FILE)}addresses:\n  agreements: {{it: patti, en: pacts}}\n")
    assert "old-name" in site.check().codes()
    assert run(site, "--force").code == 0
    assert site.check().codes() == [] and "addresses" not in site.read(SITE_FILE)
    assert site.build().tree().keys() >= {"patti/index.html", "en/pacts/index.html"}


def test_what_git_does_not_hold_is_refused(run):
    site = older(PLACES)
    before = files(site)
    ran = run(site)
    assert ran.code == 2
    assert "git keeps no copy" in ran.err
    assert files(site) == before


def test_content_of_a_newer_model_is_told(run):
    newer = MODEL + 1
    site = SiteTest().replace(SITE_FILE, "title:", f"model: {newer}\ntitle:")
    ran = run(site, "--force")
    assert (ran.code, ran.out) == (2, "")
    said = f"The content is written for version {newer} of the content model; this Vetrina knows version {MODEL}."
    assert ran.err.splitlines() == [
        f"vetrina: {said}",
        "  → Use a Vetrina that knows it: this one is older than the content.",
    ]
    assert site.check().codes() == ["unknown-model"]


@pytest.mark.parametrize("model", ["²", "9" * 5000], ids=["raised", "long"])
def test_a_model_that_is_no_number_is_the_first(run, model):
    site = SiteTest().replace(SITE_FILE, "title:", f"model: {model}\ntitle:")
    assert run(site, "--force").code == 0
    assert f"model: {MODEL}\n" in site.read(SITE_FILE)


def test_settings_that_cannot_be_read_are_to_be_mended_first(run):
    site = older(PLACES).replace(SITE_FILE, "title: Piccola", "title: 'Piccola")
    before = files(site)
    ran = run(site, "--force")
    assert ran.code == 1
    assert ran.out.startswith(f"{SITE_FILE}:1:8: error (yaml-syntax)")
    assert ran.out.endswith("Nothing is changed: 1 error.\n")
    assert files(site) == before


def test_mistakes_that_no_step_mends_are_counted_and_stay(run):
    site = older(TOWNS).replace("content/agreements/mobilita.md", "stage: signed", "stage: firmato")
    ran = run(site, "--force")
    assert ran.code == 0
    assert ran.out.endswith(f"For version {MODEL} of the content model: 1 error.\n")
    assert "stage: firmato" in site.read("content/agreements/mobilita.md")


def test_a_form_that_cannot_be_changed_in_place_is_told_and_nothing_is_written(run):
    site = older(PLACES).remove("content/cantieri/acque.md")
    facts = "title: Acque, theme: {it: acque, en: waters}, places: [{name: {it: Canale}}], not_stated: [state, start]"
    site.write("content/cantieri/acque.yaml", f"{{{facts}, sources: [{{source: comunicato-mobilita}}]}}\n")
    before = files(site)
    ran = run(site, "--force")
    assert ran.code == 2
    assert ran.err.startswith("vetrina: content/cantieri/acque.yaml has a form that is not changed in place.")
    assert files(site) == before


def test_a_step_can_rename_a_field_and_move_a_value(tmp_path):
    site = SiteTest().replace("content/agreements/mobilita.md", "signed_on: 2025-03-26", "firmato: 2025-03-26")
    old = OldSite(site.root, Memo(None))
    (record,) = old.of(Agreement)
    record.put("signed_on", record.facts["firmato"])
    record.put("firmato", None)
    with old.changes().applied(site.root):
        pass
    assert "signed_on: 2025-03-26\n" in site.read("content/agreements/mobilita.md")
    assert site.check().codes() == []


def test_the_last_step_leads_to_the_model_of_now():
    assert [step.version for step in STEPS] == sorted(step.version for step in STEPS)
    assert STEPS[-1].version == MODEL


def test_italian_is_spoken(run):
    ran = run(older(PLACES), "--force", lang="it")
    assert "- I luoghi di iniziative e cantieri sono schede di content/places." in ran.out
    assert ran.out.endswith(f"Per la versione {MODEL} del modello dei contenuti: nessun problema.\n")
