"""`vetrina translate` as an editor meets it: one value of one file, and what is said of it."""

import subprocess
from pathlib import Path

import pytest

from tests.harness import SITES, SiteTest
from tests.ran import Ran, ran

FILE, ORIGINAL = "content/agreements/mobilita.en.md", "content/agreements/mobilita.md"
MARK = "translated_from: e10b42 - 580edc - 0c4392 afb28f 6e8f4e"
OLD_FORM = "translated_from: f9f084805cc9"
CHANGED = ("sicuri e orari", "sicuri, orari")
CHANGED_MARK = f"{MARK.rpartition(' ')[0]} 067966"


@pytest.fixture
def site() -> SiteTest:
    return SiteTest()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def asked(site: SiteTest | Path, *arguments: str, lang: str = "en") -> Ran:
        root = site.root if isinstance(site, SiteTest) else site
        return ran(capsys, "translate", *arguments, "--root", root, "--lang", lang)

    return asked


def everything(site: SiteTest) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in site.root.rglob("*") if file.is_file()}


# --- what is written ---


@pytest.mark.parametrize("name", ["agreements/mobilita", "mobilita"])
def test_a_stale_translation_is_marked_and_what_had_changed_is_said(site, run, name):
    site.replace(ORIGINAL, *CHANGED).replace(ORIGINAL, "Un accordo per", "Accordo per")
    assert site.check().codes() == ["stale-translation"]
    before = everything(site)
    ran = run(site, name)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Changed since it was marked before: summary, paragraph “Percorsi sicuri, orari coordinati.”.",
        "",
        "summary",
        "- (git does not have the old words)",
        "+ Accordo per muoversi meglio fra università e città.",
        "",
        "paragraph “Percorsi sicuri, orari coordinati.”",
        "- (git does not have the old words)",
        "+ Percorsi sicuri, orari coordinati.",
        "",
        f"{FILE} is marked as following {ORIGINAL}.",
    ]
    after = everything(site)
    assert [file for file in before if after[file] != before[file]] == [str(site.root / FILE)]
    assert site.check().codes() == []


def test_of_what_is_up_to_date_nothing_is_written(site, run):
    file = site.root / FILE
    before = file.stat().st_mtime_ns
    ran = run(site, "mobilita")
    assert (ran.code, ran.out) == (0, f"{FILE} already follows {ORIGINAL}: nothing is written.\n")
    assert file.stat().st_mtime_ns == before


def test_a_translation_without_a_mark_gets_one(site, run):
    site.replace(FILE, f"{MARK}\n", "")
    unmarked = site.read(FILE)
    ran = run(site, "mobilita")
    assert (ran.code, ran.out) == (0, f"{FILE} is marked as following {ORIGINAL}.\n")
    assert site.read(FILE) == unmarked.replace("town.\n", f"town.\n{MARK}\n")
    assert site.check().codes() == []


@pytest.mark.parametrize("is_marked", [True, False])
def test_a_translation_without_its_text_is_told_and_never_marked(site, run, is_marked):
    head, _, _ = site.read(FILE).rpartition("---\n")
    kept = head if is_marked else head.replace(f"{MARK}\n", "")
    site.write(FILE, f"{kept}---\n\n")
    assert site.check().codes() == ["text-untranslated"]
    before = everything(site)
    for arguments in ([], ["--dry-run"]):
        ran = run(site, "mobilita", *arguments)
        assert (ran.code, everything(site)) == (1, before)
        assert ran.out == f"{FILE} has no text, and {ORIGINAL} has one: write it first. Nothing is written.\n"


def test_where_the_original_has_no_text_its_translation_owes_none(site, run):
    for file in (ORIGINAL, FILE):
        head, _, _ = site.read(file).rpartition("---\n")
        site.write(file, f"{head}---\n")
    assert run(site, "mobilita").code == 0
    assert site.check().codes() == []


def test_a_mark_of_another_form_is_replaced(site, run):
    expected = site.read(FILE)
    site.replace(FILE, MARK, OLD_FORM)
    assert site.check().codes() == ["unreadable-mark"]
    ran = run(site, "mobilita")
    assert ran.code == 0
    assert ran.out.splitlines()[:-1] == ["The mark that it had does not tell what had changed since."]
    assert site.read(FILE) == expected


@pytest.mark.parametrize(
    "before",
    [
        "---\r\ntitle: Mobility\r\n# from 2025:\r\ntranslated_from:   x\r\n---\r\nThe text.\r\n",
        "\ufeff---\ntitle: 'Mobility'\ntranslated_from: 'x'\nsummary: >-\n  Folded\n  here.\n---\n\n\nThe text.",
        "--- \ntranslated_from: >-\n  x\n  y\ntitle: Mobility\n---\n---\nThe text.\n",
    ],
)
def test_every_other_byte_stays(site, run, before):
    site.write(FILE, before.encode())
    assert run(site, "mobilita").code == 0
    after = (site.root / FILE).read_bytes().decode()
    value = MARK.partition(" ")[2]
    old = next(one for one in (">-\n  x\n  y", "'x'", "x") if one in before)
    assert after == before.replace(f" {old}", f" {value}", 1)
    assert site.check().codes() == []


def test_a_mark_is_added_with_the_line_breaks_of_the_file(site, run):
    site.write(FILE, b"---\r\ntitle: Mobility # short\r\n---\r\nThe text.\r\n")
    assert run(site, "mobilita").code == 0
    expected = f"---\r\ntitle: Mobility # short\r\n{MARK}\r\n---\r\nThe text.\r\n"
    assert (site.root / FILE).read_bytes() == expected.encode()


def test_a_record_in_a_folder_and_facts_without_text_are_files_like_others(site, run):
    site.rename(FILE, "content/agreements/mobilita/index.en.md").rename(
        ORIGINAL, "content/agreements/mobilita/index.md"
    )
    site.replace("content/agreements/mobilita/index.md", *CHANGED)
    assert run(site, "mobilita").code == 0
    assert CHANGED_MARK in site.read("content/agreements/mobilita/index.en.md")
    site.write("content/organisations/unicollefiorito.en.yaml", "title: A university\n")
    assert run(site, "unicollefiorito").code == 0
    assert site.check().codes() == []


# --- which one ---


def test_of_several_translations_one_is_chosen(site, run, monkeypatch):
    monkeypatch.setattr("generator.content.validate.languages", lambda: ("en", "it", "de"))
    site.replace("content/site.yaml", "languages: [it, en]", "languages: [it, en, de]").replace(ORIGINAL, *CHANGED)
    german = FILE.replace(".en.", ".de.")
    site.write(german, "---\ntitle: Mobilität\n---\nDer Text.\n")
    ran = run(site, "mobilita")
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err == "vetrina: “agreements/mobilita” has several translations: en, de.\n  → Choose one with --language.\n"
    )
    assert run(site, "mobilita", "--language", "de").out.startswith(f"{german} is marked")
    assert CHANGED_MARK in site.read(german)
    assert MARK in site.read(FILE)


USAGE = [
    ([], "After vetrina translate comes: RECORD.", "See: vetrina translate --help"),
    (["mobilita", "method"], "“method” is not understood.", "See: vetrina translate --help"),
    (["mobilita", "--languge=en"], "“--languge=en” is not understood.", "Did you mean “--language”?"),
    (["mobilità"], "There is no record “mobilità”.", "Did you mean “agreements/mobilita”?"),
    (["pages/mobilita"], "There is no record “pages/mobilita”.", "Did you mean “agreements/mobilita”?"),
    ([FILE], f"There is no record “{FILE}”.", "Did you mean “agreements/mobilita”?"),
    ([""], "There is no record “”.", "Name it by its folder and its id, such as agreements/mobilita."),
    (["xyz"], "There is no record “xyz”.", "Name it by its folder and its id, such as agreements/mobilita."),
    (
        ["unicollefiorito"],
        "“organisations/unicollefiorito” has no translation.",
        "Write it first, beside content/organisations/unicollefiorito.yaml.",
    ),
    (
        ["mobilita", "--language", "it"],
        "“agreements/mobilita” has no translation in Italian.",
        "It is translated into: en.",
    ),
    (["mobilita", "--language", "?"], "“agreements/mobilita” has no translation in ?.", "It is translated into: en."),
]


@pytest.mark.parametrize(("arguments", "said", "hint"), USAGE, ids=[repr(arguments) for arguments, *_ in USAGE])
def test_what_cannot_be_meant_is_told_with_what_could(site, run, arguments, said, hint):
    before = everything(site)
    ran = run(site, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"vetrina: {said}\n  → {hint}\n"
    assert everything(site) == before


def test_an_id_of_several_records_wants_its_folder(site, run):
    site.write("content/organisations/method.yaml", "title: Method\n")
    ran = run(site, "method")
    assert ran.code == 2
    assert ran.err.splitlines() == [
        "vetrina: Several records are called “method”: organisations/method, pages/method.",
        "  → Name one of them with its folder.",
    ]
    assert run(site, "pages/method").code == 0


def test_it_is_said_in_italian_too(site, run):
    site.replace(ORIGINAL, *CHANGED)
    assert "La scheda «x» non esiste." in run(site, "x", lang="it").err
    assert "Cambiato da quando era stata segnata: paragrafo «Percorsi" in run(site, "mobilita", lang="it").out


# --- where it cannot ---


def test_where_there_is_no_showcase_that_is_told(run, tmp_path):
    ran = run(tmp_path, "mobilita")
    assert ran.code == 2
    assert "There is no showcase here" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_where_there_are_no_records_that_is_told(site, run):
    for folder in ("agreements", "organisations", "pages", "sources"):
        site.remove(f"content/{folder}")
    ran = run(site, "mobilita")
    assert (ran.code, ran.err.splitlines()[-1]) == (2, "  → There are no records in content/ yet.")


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (FILE, "title: ", "title: [", "yaml-syntax"),
        (FILE, f"{MARK}\n---", f"<<<<<<< ours\n{MARK}\n=======\n{OLD_FORM}\n>>>>>>> theirs\n---", "merge-conflict"),
        (FILE, MARK, "translated_from: [x]", "wrong-type"),
        (FILE, MARK, "translated_from:", "no-value"),
        (ORIGINAL, "2025-03-26", "ieri", "bad-date"),
        ("content/site.yaml", "languages: [it, en]", "languages: it", "wrong-type"),
        ("content/site.yaml", "languages: ", "languages: {", "yaml-syntax"),
    ],
)
def test_a_mistake_in_its_files_is_told_and_nothing_is_marked(site, run, file, old, new, code):
    site.replace(file, old, new)
    before = everything(site)
    ran = run(site, "mobilita")
    assert ran.code == 1
    assert f"{file}:" in ran.out
    assert f"({code})" in ran.out
    assert ran.out.endswith("\nNot marked: 1 error.\n")
    assert everything(site) == before


def test_mistakes_elsewhere_are_of_no_concern(site, run):
    site.write("content/organisations/rotto.md", "---\ntitle: [\n---\n").replace(ORIGINAL, *CHANGED)
    assert run(site, "mobilita").code == 0
    assert CHANGED_MARK in site.read(FILE)


def test_what_is_not_changed_in_place_is_told(site, run):
    site.write(FILE, "---\n{title: Mobility}\n---\nThe text.\n")
    ran = run(site, "mobilita")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        f"{FILE} has a form that is not changed in place.",
        f"Write “{MARK}” in it yourself.",
    ]
    assert site.read(FILE) == "---\n{title: Mobility}\n---\nThe text.\n"


def test_a_file_that_cannot_be_written_is_told(site, run, monkeypatch):
    site.replace(ORIGINAL, *CHANGED)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.content.mark.replace_value", full)
    ran = run(site, "mobilita")
    assert ran.code == 2
    assert ran.err.startswith(f"vetrina: {FILE} cannot be written: No space left on device.\n  → Check that")


@pytest.mark.parametrize("folder", sorted((SITES / "broken").iterdir()), ids=lambda folder: folder.name)
def test_no_broken_site_brings_it_down(run, folder):
    site = SiteTest().overlay(folder)
    for file in (site.root / "content").rglob("*.en.*"):
        before = everything(site)
        name = f"{file.parent.name}/{file.name.partition('.')[0]}"
        if run(site, name).code:
            assert everything(site) == before
        else:
            assert run(site, name).out.endswith("nothing is written.\n")


# --- what has changed, with the words of before ---


def git(site: SiteTest, *arguments: str) -> None:
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@a.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=site.root, check=True, capture_output=True)


@pytest.mark.parametrize("renamed", [False, True])
def test_git_tells_the_old_words(site, run, renamed):
    git(site, "init")
    git(site, "add", ".")
    git(site, "commit", "-m", "prima")
    original, name = ORIGINAL, "mobilita"
    if renamed:
        original, name = "content/agreements/nuovo.md", "nuovo"
        site.rename(ORIGINAL, original).rename(FILE, "content/agreements/nuovo.en.md")
        git(site, "add", "-A")
        git(site, "commit", "-m", "rinomina")
    site.replace(original, *CHANGED).replace(original, "Un accordo per", "Accordo per")
    git(site, "commit", "-am", "dopo")
    site.replace(original, "sicuri, orari coordinati.", "sicuri, orari coordinati.\n\nUn paragrafo nuovo.")
    before = everything(site)
    ran = run(site, name, "--dry-run", lang="it")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[1:] == [
        "",
        "sommario",
        "- Un accordo per muoversi meglio fra università e città.",
        "+ Accordo per muoversi meglio fra università e città.",
        "",
        "paragrafo «Percorsi sicuri, orari coordinati.»",
        "- Percorsi sicuri e orari coordinati.",
        "+ Percorsi sicuri, orari coordinati.",
        "",
        "paragrafo nuovo «Un paragrafo nuovo.»",
        "+ Un paragrafo nuovo.",
        "",
        "Non è stato scritto nulla: ecco che cosa cambierebbe.",
    ]
    assert everything(site) == before
    assert run(site, name).code == 0 and site.check().codes() == []


def test_what_was_taken_away_is_shown(site, run):
    git(site, "init")
    git(site, "add", ".")
    git(site, "commit", "-m", "prima")
    site.replace(ORIGINAL, "\nPercorsi sicuri e orari coordinati.\n", "")
    ran = run(site, "mobilita")
    assert "- Percorsi sicuri e orari coordinati.\n\n" in ran.out and "\n+ " not in ran.out


def test_the_language_of_the_records_need_not_be_the_first_of_the_site(site, run):
    settings = site.read("content/site.yaml").replace("languages: [it, en]", "languages: [en, it]\nwritten_in: it")
    site.write("content/site.yaml", settings).replace(ORIGINAL, *CHANGED)
    ran = run(site, "mobilita")
    assert (ran.code, ran.err) == (0, "")
    assert f"{FILE} is marked as following {ORIGINAL}." in ran.out
    assert site.check().codes() == []
