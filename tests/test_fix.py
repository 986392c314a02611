"""`vetrina fix` as an editor meets it: what is mended beyond doubt, and nothing besides."""

import builtins
import json
import re
import sys

import pytest

from generator.browser_editor.configuration import not_shown
from generator.content.read import Contents
from generator.content.validate import validate
from generator.machine.memo import Memo
from generator.problems.mend import GapMend, KeyMend, LineMend, NameMend, SignMend, ValueMend
from generator.problems.plain import plain, problem_of
from generator.problems.problem import Position, problem
from tests.harness import DAY, SITES, SiteTest
from tests.ran import Ran, ran

PATH = "content/agreements/mobilita.md"
MENDED = {
    "bad-degrees",
    "bad-duration", "bad-id", "bad-moment", "bad-quantity", "bad-url", "curly-quotes",
    "garbled-letters", "invisible-sign",
    "no-language", "table-of-tabs", "table-without-dashes", "text-below-table", "unknown-in-words",
    "wrong-dash", "wrong-name", "wrong-type", "yaml-syntax",
}  # fmt: skip
"""The sites that have one problem and nothing that only a person can mend."""
IN_PART = {"bad-reference", "broken-link"}


@pytest.fixture
def site() -> SiteTest:
    return SiteTest()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def asked(site: SiteTest, *arguments: str, lang: str = "en", force: bool = True) -> Ran:
        options = ["--force"] if force else []
        return ran(capsys, "fix", *arguments, *options, "--root", site.root, "--on", DAY, "--lang", lang)

    return asked


def content(site: SiteTest) -> dict[str, bytes]:
    files = (site.root / "content").rglob("*")
    return {file.relative_to(site.root).as_posix(): file.read_bytes() for file in files if file.is_file()}


def mistaken(site: SiteTest, *changes: tuple[str, str]) -> SiteTest:
    for old, new in changes:
        site.replace(PATH, old, new)
    return site


@pytest.mark.parametrize("code", sorted(folder.name for folder in (SITES / "broken").iterdir()))
def test_what_check_offers_an_exact_mend_for_is_mended_and_the_rest_is_let_be(run, code):
    site = SiteTest().overlay(SITES / "broken" / code)
    found = site.check().found
    before = content(site)
    _, out, _ = run(site, "--yes")
    if code not in MENDED | IN_PART:
        assert content(site) == before and "\nMended" not in out
        return
    left = site.check().found
    if code in MENDED:
        assert [one.code for one in left if one.is_error] == []
        assert out.splitlines()[-1].startswith("Mended; now: no problems.") or "notice" in out.splitlines()[-1]
    else:
        assert 0 < len(left) < len(found)


UNKNOWN = "value: non indicato\nrenewal: boh\nnot_stated:\n  - signatories\n  - effective_on\n  - act"
ITALIAN = (
    ("form: memorandum", "tipo: protocollo d'intesa  # come dice il comunicato"),
    ("stage: signed", "stage: firmato"),
    ("signed_on: 2025-03-26", "firma: 26/03/2025"),
    ("duration: 3 years", "durata: tre anni"),
    ("parties: [unicollefiorito, comune-di-valdombra]", "parties: unicollefiorito, comune-di-valdombra"),
    ("not_stated: [signatories, effective_on, renewal, value, act]", UNKNOWN),
)  # fmt: skip


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_a_record_as_italians_write_it_becomes_one_that_passes(site, run, line_break):
    site.write(PATH, mistaken(site, *ITALIAN).read(PATH).replace("\n", line_break))
    code, out, err = run(site, "--yes", lang="it")
    assert (code, err) == (0, "")
    assert "-firma: 26/03/2025" in out and "+signed_on: 2025-03-26" in out
    assert out.endswith("Corretto; ora: nessun problema.\n")
    written = (site.root / PATH).read_bytes().decode()
    assert written.count("\n") == written.count(line_break)
    assert "form: memorandum  # come dice il comunicato" in written
    assert {"  - act", "  - value", "  - renewal"} <= set(written.splitlines()) and "boh" not in written
    assert site.check().codes() == []


@pytest.mark.parametrize(
    ("old", "new", "mended"),
    [
        ("title: C", 'title: "Convenzione" con C', 'title: \'"Convenzione" con C'),
        ("title: C", 'title: "Una" e "due": C', 'title: \'"Una" e "due": C'),
        ("---\ntitle", "\n \n---\ntitle", "---\ntitle"),
        ("- source: comunicato-mobilita", "- source: comunicato-mobilita\n    campi: [form]", "    fields: [form]"),
        ("(ref:pages/method)", "(ref:enti/unicollefiorito)", "(ref:organisations/unicollefiorito)"),
        ("form: memo", "contact: mailto:ufficio@a.example\nform: memo", "contact: ufficio@a.example"),
        ("form: memo", "website: https//www.a.example/x\nform: memo", "website: https://www.a.example/x"),
    ],
)
def test_more_slips_of_the_pen_are_mended(site, run, old, new, mended):
    mistaken(site, (old, new))
    code, _, err = run(site, "--yes")
    assert (code, err) == (0, "") and {*site.check().codes()} <= {"stale-translation"}
    assert mended in site.read(PATH)


def test_the_hour_of_a_day_goes_only_where_somebody_agrees(site, run):
    mistaken(site, ("2025-03-26", "2025-03-26 10:00"))
    assert run(site, "--yes")[0] == 1 and "2025-03-26 10:00" in site.read(PATH)
    (told,) = [one for one in site.check().found if one.is_error]
    assert told.suggestions == ("2025-03-26",)


@pytest.mark.parametrize(
    "entries",
    [
        "  - unicollefiorito\n  comune-di-valdombra",
        "  - unicollefiorito\n  -comune-di-valdombra",
        "  - unicollefiorito\n   - comune-di-valdombra",
        "  - unicollefiorito\n   - comune-di-valdombra\n   - comune-di-esempio",
        "- unicollefiorito\n  - comune-di-valdombra",
    ],
)
def test_an_entry_gets_its_hyphen_and_stands_under_the_others(site, run, entries):
    mistaken(site, ("parties: [unicollefiorito, comune-di-valdombra]", f"parties:\n{entries}"))
    site.write("content/organisations/comune-di-esempio.md", ORG)
    code, _, err = run(site, "--yes")
    assert (code, err) == (0, "") and {one.code for one in site.check().found} <= {"untranslated"}
    indent = entries[: entries.index("-")]
    assert f"\n{indent}- unicollefiorito\n{indent}- comune-di-valdombra\n" in site.read(PATH)


ORG = "---\ntitle: Comune di Esempio\nnature: municipality\nsources:\n  - source: comunicato-mobilita\n---\n"


def test_words_that_may_go_on_get_no_hyphen(site, run):
    mistaken(site, ("duration: 3 years", "duration: 3 years\nother_names:\n  - Patto\n  per la città"))
    before = content(site)
    assert run(site, "--yes")[0] == 1 and content(site) == before
    (told,) = [one for one in site.check().found if one.code == "yaml-syntax"]
    assert told.suggestions == ("  - per la città",)


@pytest.mark.parametrize(
    ("unit", "written", "mended"),
    [
        ("milioni di euro", "2,5 milioni", "2.5"),
        ("milioni di euro", "2500000 EUR", "2.5"),
        ("euro", "1.500.000 euro", "1500000"),
        ("'%'", "12%", "12"),
        ("percento", "12,5 per cento", "12.5"),
        ("migliaia", "10mila", "10"),
        ("delle famiglie", "12%", "12 PERCENT"),
        ("persone", "12%", ""),
        ("persone", "12 PERCENT", ""),
    ],
)
def test_a_figure_is_mended_in_the_unit_of_its_record(site, run, unit, written, mended):
    path = "content/indicators/entrate.yaml"
    facts = f"title: Entrate\nabout: agreements/mobilita\nunit: {{it: {unit}, en: x}}\nseries:\n  - period: '2024'\n"
    source = "    source: comunicato-mobilita\nsources:\n  - source: comunicato-mobilita\n"
    site.write(path, f"{facts}    value: {written}\n{source}")
    code, _, _ = run(site, "--yes")
    assert code == (0 if mended else 1)
    assert f"    value: {mended or written}\n" in site.read(path).replace(f"'{mended}'", mended)
    assert [one.code for one in site.check().found if one.is_error] == ([] if mended else ["two-units"])


def test_the_difference_comes_first_and_whoever_is_there_is_asked(site, run, monkeypatch):
    mistaken(site, ("2025-03-26", "26 marzo 2025"))
    before = content(site)
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        assert content(site) == before
        return said

    monkeypatch.setattr(builtins, "input", ask)
    code, out, _ = run(site)
    assert code == 1 and asked == [] and out.endswith("Nothing is written: with --yes, this is.\n")
    assert "+signed_on: 2025-03-26" in out
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    said = "no"
    assert run(site)[0] == 1 and len(asked) == 1 and content(site) == before
    said = "yes"
    code, out, _ = run(site)
    assert code == 0 and out.count("+signed_on: 2025-03-26") == 1 and site.check().codes() == []


def test_with_nothing_to_mend_nothing_is_asked(site, run):
    before = content(site)
    assert run(site) == (0, "Nothing can be mended without asking you: no problems.\n", "")
    mistaken(site, ("2025-03-26", "domani"))
    code, out, _ = run(site, lang="it")
    assert code == 1 and out == "Non c’è nulla da correggere senza chiederti: 1 errore.\n"
    site.write(PATH, before[PATH])
    assert content(site) == before


def test_what_is_not_stated_is_listed_by_the_names_of_fields(site, run):
    mistaken(
        site, ("[signatories, effective_on, renewal, value, act]", "[firmatari, in vigore dal, renewal, value, atto]")
    )
    assert run(site, "--yes")[0] == 0
    assert "\nnot_stated: [signatories, effective_on, renewal, value, act]\n" in site.read(PATH)
    assert site.check().codes() == []


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_a_text_with_a_colon_is_put_between_quotes(site, run, line_break):
    mistaken(site, ("summary: Un accordo", "sommario: La navetta dell’ateneo: orari e prezzi: un accordo"))
    site.write(PATH, site.read(PATH).replace("\n", line_break))
    assert run(site, "--yes")[0] == 0
    said = 'summary: "La navetta dell’ateneo: orari e prezzi: un accordo per muoversi meglio fra università e città."'
    assert f"{line_break}{said}{line_break}" in (site.root / PATH).read_bytes().decode()


def test_what_only_a_person_can_mend_is_told_after(site, run):
    mistaken(site, ("2025-03-26", "26 marzo 2025"), ("3 years", "a lungo"))
    code, out, _ = run(site, "--yes")
    assert code == 1 and "(bad-duration)" in out and out.endswith("Mended; now: 1 error.\n")
    assert "signed_on: 2025-03-26" in site.read(PATH)


@pytest.mark.parametrize(
    "doubtful", ["value: 500.000 EUR", "form: memorandom", "signd_on: 2026", "duration: 3", "summary: a stage: signed"]
)
def test_what_is_in_doubt_is_never_mended(site, run, doubtful):
    mistaken(site, ("sources:", f"{doubtful}\nsources:"))
    for name in (doubtful.partition(":")[0], "value"):
        site.write(
            PATH,
            re.sub(
                rf"^{name}: (?!{re.escape(doubtful.partition(': ')[2])}).*\n", "", site.read(PATH), flags=re.MULTILINE
            ),
        )
    before = content(site)
    code, _, _ = run(site, "--yes")
    assert code == 1 and content(site) == before


def test_settings_vocabularies_and_translations_are_mended_too(site, run):
    site.replace("content/site.yaml", "kind: university", "kind: università")
    site.replace("content/agreements/mobilita.en.md", "title: ", "titolo: ")
    code, out, _ = run(site, "--yes")
    assert code == 0 and "+  kind: university" in out and site.check().codes() == []


def test_a_name_that_is_taken_stays(site, run):
    site.write("content/organisations/Unicollefiorito.yaml", site.read("content/organisations/unicollefiorito.yaml"))
    before = content(site)
    assert run(site, "--yes")[0] == 1 and content(site) == before


def test_two_wrong_names_for_one_right_name_are_not_both_mended(site, run):
    text = site.read("content/organisations/unicollefiorito.yaml").replace("title: ", "title: Altra ")
    site.write("content/organisations/Altra.yaml", text).write("content/organisations/ALTRA.yaml", text)
    code, _, _ = run(site, "--yes")
    assert code == 1 and (site.root / "content/organisations/altra.yaml").is_file()
    assert len([one for one in content(site) if "altra" in one.lower()]) == 2


def test_a_folder_that_is_called_as_people_call_its_kind_moves_with_what_is_mended_in_it(site, run):
    mistaken(site, ("2025-03-26", "26 marzo 2025")).rename("content/agreements", "content/accordi")
    code, out, _ = run(site, "--yes")
    assert code == 0 and out.startswith("content/accordi → content/agreements\n")
    assert "signed_on: 2025-03-26" in site.read(PATH) and not (site.root / "content/accordi").exists()
    assert site.check().codes() == []


def test_a_folder_stays_where_there_is_one_of_the_right_name(site, run):
    site.write("content/accordi/altro.md", site.read(PATH))
    code, _, _ = run(site, "--yes")
    assert code == 1 and (site.root / "content/accordi/altro.md").is_file()


def test_a_file_whose_folder_moves_is_renamed_by_the_next_run(site, run):
    site.rename("content/organisations", "content/organizzazioni")
    site.rename("content/organizzazioni/unicollefiorito.yaml", "content/organizzazioni/UniColleFiorito.yaml")
    run(site, "--yes")
    assert run(site, "--yes")[0] == 0
    assert site.check().codes() == []


def test_git_is_asked_and_a_dry_run_writes_nothing(site, run):
    mistaken(site, ("2025-03-26", "26 marzo 2025"))
    before = content(site)
    code, _, err = run(site, "--yes", force=False)
    assert code == 2 and "git keeps no copy" in err
    code, out, _ = run(site, "--dry-run", force=False)
    assert code == 0 and "+signed_on: 2025-03-26" in out and content(site) == before


@pytest.mark.parametrize(
    "mend",
    [
        None,
        ValueMend(("parties", 0), "x"),
        ValueMend(("aliases",), ["x", "y"]),
        ValueMend(("a",), {"it": "x"}),
        GapMend(("value",), ("not_stated",), "value"),
        KeyMend(("durata",), "duration"),
        SignMend("–", "-"),
        LineMend("a: b: c", 'a: "b: c"'),
        NameMend("content/x.md"),
    ],
)
def test_a_mend_is_told_again_by_the_next_run(mend):
    told = problem("bad-date", Position("x", 1, 2), meant=["2026"], exact=mend, value="x")
    assert problem_of(json.loads(json.dumps(plain(told)))) == told


def test_every_file_is_brought_into_the_form_of_the_editor_and_no_comment_is_lost(site, run):
    source = "content/sources/comunicato-mobilita.yaml"
    commented = f"# da rivedere\n{site.read(source)}".replace("title: ", "title:  ")
    site.write(source, commented)
    code, out, err = run(site, "--tidy", "--yes")
    assert (code, err) == (0, "")
    assert f"Not tidied, since comments would be lost: {source}.\n" in out
    assert "\nparties:\n  - unicollefiorito\n  - comune-di-valdombra\n" in site.read(PATH)
    assert site.read(source) == commented
    assert [one.code for one in site.check().found] == []
    before = content(site)
    assert "Nothing can be mended" in run(site, "--tidy", "--yes").out
    assert content(site) == before


def test_a_folder_of_two_endings_is_tidied_to_the_one_that_holds_texts(site, run):
    facts = site.read("content/sources/comunicato-mobilita.yaml")
    site.write("content/sources/altra.md", f"---\n{facts}---\n\nTesto.\n")
    site.replace("content/sources/altra.md", "title: ", "title: Un altro ")
    assert run(site, "--tidy", "--yes").code == 0
    assert not (site.root / "content/sources/comunicato-mobilita.yaml").exists()
    assert site.read("content/sources/comunicato-mobilita.md").startswith("---\ntitle: ")
    found, _ = validate(Contents(site.root, Memo()))
    assert found and not_shown(found) == {}
    assert "Nothing can be mended" in run(site, "--tidy", "--yes").out


def test_nothing_is_tidied_while_there_are_errors(site, run):
    site.replace(PATH, "stage: signed", "stage: firmatissimo")
    before = content(site)
    assert run(site, "--tidy", "--yes").code == 1
    assert content(site) == before
