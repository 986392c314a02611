"""`vetrina rename` as an editor meets it: every place that names the record, and its old addresses."""

import re

import pytest

from generator.pages.addresses import answering, redirects
from tests.harness import DAY, SiteTest
from tests.long import IS_LONG
from tests.ran import Ran, ran

OLD, NEW = "content/agreements/mobilita.md", "content/agreements/in-movimento.md"
SMALL = "showcase" if IS_LONG else "minimal"
"""The site of the tests to which any is good that has both."""
OLD_EN, NEW_EN = "content/agreements/mobilita.en.md", "content/agreements/in-movimento.en.md"


@pytest.fixture
def site() -> SiteTest:
    return SiteTest()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def asked(site: SiteTest, *arguments: str, lang: str = "en", force: bool = True) -> Ran:
        options = ["--force"] if force else []
        return ran(capsys, "rename", *arguments, *options, "--root", site.root, "--on", DAY, "--lang", lang)

    return asked


def content(site: SiteTest) -> dict[str, bytes]:
    return {
        file.relative_to(site.root).as_posix(): file.read_bytes()
        for file in (site.root / "content").rglob("*")
        if file.is_file()
    }


def leads(site: SiteTest, address: str) -> str:
    """Where an old address leads."""
    found = re.search(r'http-equiv="refresh" content="0; *url=([^"]*)"', site.page(address))
    assert found
    return found[1]


def test_the_files_move_and_the_old_address_leads_to_the_new_in_each_language(site, run):
    site.build()
    before = {path for path in site.tree() if path.endswith("/index.html")}
    code, out, err = run(site, "mobilita", "in-movimento")
    assert (code, err) == (0, "")
    assert out.startswith(f"{OLD_EN} → {NEW_EN}\n{OLD} → {NEW}\n")
    assert out.endswith("is now “agreements/in-movimento”.\nIts old addresses lead to the new ones.\n")
    assert site.build().codes() == []
    assert leads(site, "/accordi/mobilita/") == "/accordi/in-movimento/"
    assert leads(site, "/en/agreements/mobilita/") == "/en/agreements/in-movimento/"
    assert before <= site.tree().keys()


FACTS = """title: Doc
address: {it: altro, en: other}
purpose: method
related: [agreements/mobilita, agreements/mobilita-due]
website: https://vetrina.example/en/agreements/mobilita/?x#sources
"""
TEXT = """Si veda [uno](ref:agreements/mobilita), [due](ref:agreements/mobilita-due) e
[la parte](ref:agreements/mobilita#che-cosa-prevede), [tre](ref:pages/mobilita).

<https://vetrina.example/accordi/mobilita/> e ref:agreements/mobilita-due.
"""


def test_it_is_renamed_wherever_it_is_named_and_nowhere_else(site, run):
    copy = site.read(OLD).replace("2025-03-26", "2025-03-27")
    site.write("content/agreements/mobilita-due.md", copy).write(
        "content/pages/mobilita.md",
        site.read("content/pages/method.md").replace("metodo", "uno").replace("method}", "one}"),
    )
    facts = FACTS.replace("Doc\n", "Doc   # un titolo\n")
    site.write("content/pages/altro.md", f"---\r\n{facts}---\r\n{TEXT}".replace("\r\n", "\n").replace("\n", "\r\n"))
    site.write("content/pages/altro.en.md", "---\ntitle: Other\n---\nSee [it](ref:agreements/mobilita).\n")
    settings = (
        "social_cards:\n  - agreements\n  - agreements/mobilita # la prima\nhome:\n  doors: [agreements/mobilita]\n"
    )
    site.replace("content/site.yaml", "pages/method]\n", f"agreements/mobilita]\n{settings}")
    assert [one for one in site.check().found if one.is_error] == []
    before = content(site)
    assert run(site, "agreements/mobilita", "agreements/in-movimento")[0] == 0
    after = content(site)
    expected = {path.replace("agreements/mobilita.", "agreements/in-movimento."): text for path, text in before.items()}
    assert after.keys() == expected.keys()
    changed = {path for path in after if after[path] != expected[path]}
    assert changed == {NEW, "content/pages/altro.md", "content/pages/altro.en.md", "content/site.yaml"}
    said = after["content/pages/altro.md"].decode()
    assert said == expected["content/pages/altro.md"].decode().replace(
        "[agreements/mobilita,", "[agreements/in-movimento,"
    ).replace("/en/agreements/mobilita/?", "/en/agreements/in-movimento/?").replace(
        "(ref:agreements/mobilita)", "(ref:agreements/in-movimento)"
    ).replace("ref:agreements/mobilita#", "ref:agreements/in-movimento#").replace(
        "/accordi/mobilita/", "/accordi/in-movimento/"
    )
    assert after["content/site.yaml"].count(b"agreements/in-movimento") == 3
    assert b"agreements/in-movimento # la prima" in after["content/site.yaml"]
    assert b"mobilita" not in after["content/site.yaml"]
    assert [one.code for one in site.build().found if one.is_error] == []


def test_what_another_source_says_of_a_reference_follows_too(site, run):
    differing = "differing:\n  - {field: publisher, value: unicollefiorito, source: comunicato-mobilita}\n"
    path = "content/sources/comunicato-mobilita.yaml"
    site.write(
        path, site.read(path).replace("publisher: unicollefiorito", "publisher: comune-di-valdombra") + differing
    )
    assert run(site, "organisations/unicollefiorito", "unico")[0] == 0
    assert "unicollefiorito," not in site.read(path) and "value: unico," in site.read(path)
    assert site.check().codes() == []


def test_maps_of_tables_name_it_by_its_new_id(site, run):
    written = (
        "source: comunicato-mobilita\ncolumns:\n  - {header: comunicato-mobilita, new: {part_of: unicollefiorito}}\n"
    )
    site.write("imports/elenco.yaml", written)
    assert run(site, "sources/comunicato-mobilita", "comunicato").code == 0
    assert run(site, "organisations/unicollefiorito", "ateneo").code == 0
    then = "source: comunicato\ncolumns:\n  - {header: comunicato-mobilita, new: {part_of: ateneo}}\n"
    assert site.read("imports/elenco.yaml") == then


def test_a_translation_that_follows_its_original_still_does(site, run):
    assert site.check().codes() == []
    assert run(site, "pages/method", "come-lavoriamo")[0] == 0
    assert "ref:pages/come-lavoriamo" in site.read(OLD)
    assert site.check().codes() == []


def test_one_that_does_not_is_told_of_the_same_parts_as_before(site, run):
    site.replace(OLD, "orari coordinati", "orari comuni")
    before = site.check().found
    assert run(site, "pages/method", "come-lavoriamo")[0] == 0
    assert [one.values["parts"] for one in site.check().found] == [one.values["parts"] for one in before]


def test_to_and_fro_leaves_the_way_and_nothing_else(site, run):
    site.build()
    before = content(site)
    for old, new in (("unicollefiorito", "unico"), ("unico", "unicollefiorito")):
        assert run(site, f"organisations/{old}", new)[0] == 0
    after = content(site)
    path = "content/organisations/unicollefiorito.yaml"
    assert {one for one in before if before[one] != after[one]} == {path}
    written = after[path].decode()
    assert written.startswith(before[path].decode())
    assert re.findall(r"- /organizzazioni/(\w+)/\n", written) == ["unicollefiorito", "unico"], (
        "what it was first called"
    )
    assert site.build().codes() == []
    assert leads(site, "/en/organisations/unico/") == "/en/organisations/unicollefiorito/"


def test_of_what_was_never_published_no_address_is_kept(site, run):
    site.replace(OLD, "sources:", "draft: true\nsources:")
    code, out, _ = run(site, "mobilita", "in-movimento", lang="it")
    assert code == 0 and "redirect_from" not in site.read(NEW)
    assert out.endswith("«agreements/mobilita» ora si chiama «agreements/in-movimento».\n")


def test_a_folder_moves_with_what_lies_in_it(site, run):
    site.rename(OLD, "content/agreements/mobilita/index.md").rename(OLD_EN, "content/agreements/mobilita/index.en.md")
    site.write("content/agreements/mobilita/dati.csv", "a,b\n")
    site.replace(
        "content/agreements/mobilita/index.md",
        "sources:",
        "attachments:\n  - {file: dati.csv, title: {it: i dati, en: the data}, language: it}\nsources:",
    )
    code, out, _ = run(site, "mobilita", "in-movimento", lang="it")
    assert code == 0 and out.startswith("content/agreements/mobilita → content/agreements/in-movimento\n")
    assert not (site.root / "content/agreements/mobilita").exists()
    assert site.build().codes() == []
    assert (site.out / "accordi/in-movimento/dati.csv").read_bytes() == (
        site.out / "accordi/mobilita/dati.csv"
    ).read_bytes()


def test_what_answers_below_a_record_and_in_lists_still_does(run):
    site = SiteTest("showcase").check()
    pages, old = answering(site.checked.site_map)
    before = pages.keys() | old.keys()
    assert "/en/people/carla-neve/" in old, "told on the page of another"
    plan, *_ = (site.root / "content/plans").glob("*.md")
    assert run(site, f"plans/{plan.name.partition('.')[0]}", "nuovo-piano")[0] == 0
    assert run(site, "organisations/unicollefiorito", "nuovo-ateneo")[0] == 0
    assert run(site, "people/carla-neve", "carla")[0] == 0
    assert [one.code for one in site.check().found if one.is_error] == []
    after = answering(site.checked.site_map)
    assert before - after.pages.keys() - after.old.keys() == set() and before - after.pages.keys()


def below(site: SiteTest, folder: str) -> dict[str, bytes]:
    """The files below a folder of a site, but for pages."""
    files = (one for one in (site.out / folder).rglob("*") if one.is_file() and one.name != "index.html")
    return {one.relative_to(site.out / folder).as_posix(): one.read_bytes() for one in files}


def test_feeds_calendars_and_data_answer_where_they_did_under_the_names_they_had(run):
    site = SiteTest(SMALL).build()
    folders = ("organizzazioni/unicollefiorito", "accordi/mobilita", "en/organisations/unicollefiorito")
    before = {old: below(site, old) for old in folders}
    assert {"dossier/dossier.ics", "dossier/dossier.xml", "index.json"} <= before[
        "organizzazioni/unicollefiorito"
    ].keys()
    named = names(site)
    university, agreement = "unicollefiorito", "mobilita"
    for new_university, new_agreement in (("mezzo", "mezzo-vie"), ("nuovo", "vie")):
        assert run(site, f"organisations/{university}", new_university)[0] == 0
        assert run(site, f"agreements/{agreement}", new_agreement)[0] == 0
        university, agreement = new_university, new_agreement
        assert [one.code for one in site.build().found if one.is_error] == []
        homes = (f"organizzazioni/{university}", f"accordi/{agreement}", f"en/organisations/{university}")
        for old, new in zip(folders, homes, strict=True):
            now = below(site, new)
            assert below(site, old) == now and before[old].keys() == now.keys()
            assert leads(site, f"/{old}/") == f"/{new}/"
        for old, new in (one for one in zip(folders, homes, strict=True) if "organi" in one[0]):
            assert leads(site, f"/{old}/dossier/") == f"/{new}/dossier/"
        assert names(site) == named
        data = (site.out / f"accordi/{agreement}/index.json").read_text()
        assert f"tag:{'finestra' if IS_LONG else 'vetrina'}.example,2026:agreements/mobilita" in data


@pytest.mark.parametrize("ids", [("nuovo", "altro", None), ("nuovo", None, "nuovo", None)])
def test_away_and_back_ends_at_the_names_that_were(run, ids):
    site = SiteTest(SMALL).build()
    folders = ("organizzazioni/unicollefiorito", "accordi/mobilita", "en/organisations/unicollefiorito")
    before, named, data = {one: below(site, one) for one in folders}, names(site), identifiers(site)
    assert all(named.values()) and all(data)
    university, agreement = "unicollefiorito", "mobilita"
    for id_ in ids:
        assert run(site, f"organisations/{university}", id_ or "unicollefiorito")[0] == 0
        assert run(site, f"agreements/{agreement}", id_ or "mobilita")[0] == 0
        university, agreement = id_ or "unicollefiorito", id_ or "mobilita"
        if id_:
            continue
        assert [one.code for one in site.build().found if one.is_error] == []
        assert (names(site), identifiers(site)) == (named, data)
        for folder, files in before.items():
            now = below(site, folder)
            assert now.keys() == files.keys()
            for name in (one for one in files if one.endswith((".xml", ".ics"))):
                assert now[name] == files[name], name
        assert leads(site, "/accordi/nuovo/") == "/accordi/mobilita/"
        assert below(site, "accordi/nuovo")["index.json"] == below(site, "accordi/mobilita")["index.json"]


def identifiers(site: SiteTest) -> list[str]:
    """What names the records in data and the sets of data in the catalogue."""
    files = ("accordi/mobilita/index.json", "organizzazioni/unicollefiorito/index.json", "dati/v1/catalogo.ttl")
    found = (re.findall(r'identifier"?:? "([^"]+)"', (site.out / one).read_text()) for one in files)
    return [name for one in found for name in one]


def names(site: SiteTest) -> dict[str, list[str]]:
    """The names of all in what others subscribe to of a record that is renamed, and of the list that has another."""
    dossier = "organizzazioni/unicollefiorito/dossier/dossier"
    paths = (f"{dossier}.xml", f"{dossier}.ics", "accordi/accordi.ics", "accordi/feed.xml")
    return {one: sorted(re.findall(r"<id>.*?</id>|UID:\S+", (site.out / one).read_text())) for one in paths}


def test_an_old_address_that_is_written_by_hand_does_all_of_this(site):
    site.replace(OLD, "sources:", "redirect_from: [/en/agreements/passi/]\nsources:")
    assert site.build().codes() == []
    data = (site.out / "accordi/passi/index.json").read_text()
    assert data == (site.out / "accordi/mobilita/index.json").read_text() and "2026:agreements/passi" in data


def test_an_id_that_stands_for_a_record_of_before_is_taken_whatever_the_language(site):
    site.replace(OLD, "sources:", "redirect_from: [/en/agreements/passi/]\nsources:")
    copy = site.read(OLD).replace("2025-03-26", "2025-03-27").replace("redirect_from: [/en/agreements/passi/]\n", "")
    site.write("content/agreements/passi.md", copy)
    assert [one.code for one in site.check().found if one.is_error] == ["same-address"]


def test_servers_lead_from_the_old_dossier_to_the_new(site, run):
    assert run(site, "organisations/unicollefiorito", "nuovo")[0] == 0
    site.check()
    led = {one.path: one.href for one in redirects(site.checked.site_map)}
    assert led["organizzazioni/unicollefiorito/dossier/index.html"] == "/organizzazioni/nuovo/dossier/"


# --- what is refused ---

REFUSED = [
    (("mobilita", "mobilita"), "There is “agreements/mobilita” already.", "«agreements/mobilita» esiste già."),
    (("mobilita", "Città Nuova"), "“Città Nuova” cannot be an id.", "«Città Nuova» non può essere un identificativo"),
    (
        ("mobilita", "pages/x"),
        "“agreements/mobilita” cannot become “pages/x”",
        "«agreements/mobilita» non può diventare",
    ),
    (("mobilitá", "x"), "There is no record “mobilitá”.", "La scheda «mobilitá» non esiste."),
]


@pytest.mark.parametrize(("arguments", "english", "italian"), REFUSED, ids=[new for (_, new), *_ in REFUSED])
def test_what_cannot_be_renamed_is_told_and_nothing_is_written(site, run, arguments, english, italian):
    before = content(site)
    for lang, said in (("en", english), ("it", italian)):
        code, out, err = run(site, *arguments, lang=lang)
        assert (code, out) == (2, "") and err.startswith(f"vetrina: {said}")
    assert content(site) == before


def test_an_id_that_a_record_had_before_and_still_answers_for_is_refused(site, run):
    site.replace(OLD, "sources:", "redirect_from: [/accordi/nuovo/]\nsources:")
    copy = site.read(OLD).replace("2025-03-26", "2025-03-27").replace("redirect_from: [/accordi/nuovo/]\n", "")
    site.write("content/agreements/altro.md", copy)
    before = content(site)
    code, out, _ = run(site, "altro", "nuovo")
    assert code == 1 and "(same-address)" in out and out.endswith("Nothing is written: 1 error.\n")
    assert content(site) == before


def test_with_errors_elsewhere_nothing_is_renamed(site, run):
    site.replace(OLD, "2025-03-26", "domani")
    before = content(site)
    code, out, _ = run(site, "pages/method", "altro", lang="it")
    assert code == 1 and out.endswith("Non è stato scritto nulla: 1 errore.\n")
    assert content(site) == before


def test_without_git_it_is_refused_unless_told_and_a_dry_run_only_tells(site, run):
    before = content(site)
    code, out, err = run(site, "mobilita", "nuovo", force=False)
    assert (code, out) == (2, "") and "git keeps no copy" in err
    code, out, _ = run(site, "mobilita", "nuovo", "--dry-run", force=False)
    assert code == 0 and "+  - /accordi/mobilita/" in out and out.endswith("this is what would change.\n")
    assert content(site) == before
    assert [one.name for one in site.root.iterdir() if one.name.startswith((".rehearsal", ".changes"))] == []
