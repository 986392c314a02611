"""`vetrina withdraw` as an editor meets it: the page that stays, the ways to it that go, who names it still."""

import builtins
import re
import sys

import pytest

from generator.cli import main
from generator.pages.addresses import answering
from tests.harness import DAY, SiteTest
from tests.media import picture, unpacked
from tests.ran import Ran, ran

PATH = "content/agreements/mobilita.md"
WHY = ("--because", "L’accordo non è mai stato firmato.", "--because", "en=The agreement was never signed.")
FORMER = re.compile(r"former_pages:\n(  - /.*\n)+")
LIST, EN_LIST, NUMBER = "/accordi/", "/en/agreements/", "/numeri/accordi-in-vigore/"
SITE = """navigation: [agreements, organisations, agreements/mobilita] # le voci
social_cards:
  - agreements/mobilita
home:
  # le prime
  doors:
    - agreements   # tutti
    - to: agreements/mobilita
      title: {it: Uno, en: One}
  figures: [agreements/mobilita]
"""


@pytest.fixture
def site() -> SiteTest:
    return SiteTest()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def asked(site: SiteTest, *arguments: str, lang: str = "en", force: bool = True) -> Ran:
        options = ["--force"] if force else []
        return ran(capsys, "withdraw", *arguments, *options, "--root", site.root, "--on", DAY, "--lang", lang)

    return asked


def test_it_says_when_and_why_and_every_address_answers_still(site, run):
    site.build()
    before = {path for path in site.tree() if path.endswith("index.html")}
    written = site.read(PATH)
    code, out, err = run(site, "mobilita", *WHY)
    assert (code, err) == (0, "")
    assert out.endswith("“agreements/mobilita” is withdrawn: its page says so, and nothing else.\n")
    said = "withdrawn:\n  on: 2026-11-22\n  because:\n    it: L’accordo non è mai stato firmato.\n"
    assert said + "    en: The agreement was never signed.\n" in site.read(PATH)
    assert all(line in site.read(PATH) for line in written.splitlines())
    assert site.build().codes() == []
    assert "never signed" in site.main("/en/agreements/mobilita/")
    assert "Percorsi sicuri" not in site.main("/accordi/mobilita/")
    gone = before - site.tree().keys()
    assert {path for path in gone if not path.endswith("/embed/index.html")} == set(), "numbers go with what they count"


def test_nothing_of_the_settings_leads_to_it_and_all_else_in_them_stays(site, run):
    site.replace("content/site.yaml", "navigation: [agreements, organisations, pages/method]\n", SITE)
    assert [one for one in site.check().found if one.is_error] == []
    assert run(site, "mobilita", *WHY)[0] == 0
    written = site.read("content/site.yaml")
    assert "mobilita" not in written
    assert "social_cards" not in written and "figures" not in written
    assert "# le voci\nnavigation:\n  - agreements\n  - organisations\n" in written, "what stood behind all is above"
    assert "  # le prime\n  doors:\n    - agreements   # tutti\nobligations:\n" in FORMER.sub("", written)
    assert site.check().codes() == []


def test_what_has_nothing_left_goes_with_it(site, run):
    path = "content/site.yaml"
    site.write(path, site.read(path) + "home:\n  figures: [agreements/mobilita]\n")
    before = site.read(path)
    assert run(site, "mobilita", *WHY)[0] == 0
    assert FORMER.sub("", site.read(path)) == before.partition("home:")[0]


def test_who_names_it_is_told(site, run):
    site.write(
        "content/pages/a.md",
        "---\ntitle: A\naddress: {it: a, en: a}\nrelated: [agreements/mobilita]\n---\n"
        "A [b](ref:agreements/mobilita).\n",
    )
    code, out, _ = run(site, "mobilita", *WHY, lang="it")
    assert code == 0
    assert out.splitlines()[-3:] == [
        "Resta citata, con un link alla sua pagina:",
        "  content/pages/a.md:4:11: related (Vedi anche)",
        "  content/pages/a.md:6:7: nel testo",
    ]


def test_a_link_to_a_part_of_its_page_is_to_be_mended_first(site, run):
    site.write(
        "content/pages/a.md",
        "---\ntitle: A\naddress: {it: a, en: a}\n---\n[b](ref:agreements/mobilita#che-cosa-prevede)\n",
    )
    code, out, _ = run(site, "mobilita", *WHY)
    assert code == 1 and "(broken-link)" in out and "withdrawn" not in site.read(PATH)


def test_why_is_asked_for_in_a_terminal_and_missing_without(site, run, monkeypatch):
    before = site.read(PATH)
    code, out, err = run(site, "mobilita", "--because", "Mai firmato.", lang="it")
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        "vetrina: Perché si ritira? Manca il motivo in: inglese.",
        "  → Scrivilo con --because en=…, in una frase, per ciascuna.",
    ]
    assert site.read(PATH) == before
    monkeypatch.setattr(builtins, "input", lambda question: "Never signed.")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert run(site, "mobilita", "--because", "Mai firmato.")[0] == 0
    assert "    it: Mai firmato.\n    en: Never signed.\n" in site.read(PATH)


def test_once_is_enough_and_git_is_asked(site, run):
    assert run(site, "mobilita", *WHY, force=False)[0] == 2
    code, out, _ = run(site, "mobilita", *WHY, "--dry-run", force=False)
    assert code == 0 and "+withdrawn:" in out and "withdrawn" not in site.read(PATH)
    assert run(site, "mobilita", *WHY)[0] == 0
    code, out, err = run(site, "mobilita", *WHY)
    assert (code, out) == (2, "") and err.startswith("vetrina: “agreements/mobilita” is withdrawn already.")


def test_of_what_others_rest_on_the_addresses_stay(run):
    site = SiteTest("showcase").check()
    before = answering(site.checked.site_map).pages.keys()
    code, out, err = run(site, "organisations/unicollefiorito", *WHY)
    assert (code, err) == (0, "") and "content/agreements/" in out
    assert [one.code for one in site.check().found if one.is_error] == []
    after = answering(site.checked.site_map)
    assert before - after.pages.keys() - after.old.keys() == set()


def holding(folders, secret):
    """The files in these folders that hold a word, packed or not, or have it in their names."""
    files = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    return [file for file in files if secret.encode() in unpacked(file.read_bytes()) or secret in file.name]


def test_erased_no_word_of_it_stays_in_content_store_site_or_release(site, run, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("VETRINA_STORE", str(tmp_path / "store"))
    secret = "Zarzuela"
    site.replace(PATH, "Collefiorito e Valdombra per la mobilità", f"{secret} per la mobilità")
    site.replace(PATH, "Percorsi sicuri", f"{secret}: percorsi sicuri")
    site.rename(PATH, "content/agreements/mobilita/index.md").rename(
        "content/agreements/mobilita.en.md", "content/agreements/mobilita/index.en.md"
    )
    site.write(f"content/agreements/mobilita/{secret}.txt", secret)
    publish = ["publish", str(tmp_path / "www"), "--root", str(site.root), "--on", DAY]
    assert main(publish) == 0
    addresses = {path for path in site.tree() if path.endswith("index.html")}
    assert secret in site.main("/accordi/mobilita/") and holding([tmp_path / "store"], secret)
    capsys.readouterr()
    code, out, err = run(site, "mobilita", *WHY, "--erase")
    assert (code, err) == (0, "")
    assert secret not in out
    assert holding([site.root / "content", tmp_path / "store"], secret) == []
    (tmp_path / "store/left").mkdir(exist_ok=True)
    (tmp_path / "store/left/over").write_text(secret)
    assert main([*publish, "--erase"]) == 0
    assert holding([site.root, tmp_path], secret) == []
    assert [one.name for one in (tmp_path / "www/releases").iterdir()] == ["0002"]
    assert '"agreements": 1' in (tmp_path / "www/current/dati/v1/changes.json").read_text()
    assert "mai stato firmato" in site.main("/accordi/mobilita/")
    gone = addresses - site.tree().keys()
    assert {path for path in gone if not path.endswith("/embed/index.html")} == set(), "numbers go with what they count"


def test_what_goes_is_shown_and_steers_nothing_and_what_is_no_text_is_named(site, run):
    folder = "content/agreements/mobilita"
    site.rename(PATH, f"{folder}/index.md").rename("content/agreements/mobilita.en.md", f"{folder}/index.en.md")
    site.write(f"{folder}/dati.csv", "a;b\n\x1b]0;x\x07;\x9b2J\r;è\n").write(f"{folder}/foto.jpg", picture(form="JPEG"))
    code, out, _ = run(site, "mobilita", *WHY, "--erase", "--dry-run")
    assert code == 0
    assert "-␛]0;x␇;\ufffd2J" in out
    assert not {"\x1b", "\x07", "\x9b"} & {*out}
    assert f"--- {folder}/foto.jpg\n+++ \n" in out and "JFIF" not in out


def test_erased_the_texts_that_still_say_its_name_are_told(run):
    """However it is written there; only where, for whoever asks it to go wants it printed nowhere."""
    site = SiteTest("showcase")
    page, asked = "content/pages/a.md", ("people/ada-fontana", *WHY, "--erase")
    head = "---\ntitle: A\nsummary: Con ADA  FONTANA\naddress: {it: a, en: a}\n---\n"
    site.write(page, f"{head}Nada Fontana e Ada Fontanarossa.\n\nPoi **Ada**\nFontana ha aperto; [Fontana, Ada].\n")
    card = "content/initiatives/festival-del-fiume/relatori.vcf"
    site.write(card, "BEGIN:VCARD\nFN:Ada Fontana\nEND:VCARD\n")
    name = [f"  {card}:2", f"  {page}:3", f"  {page}:8", f"  {page}:9"]
    for options in (["--dry-run"], []):
        code, out, err = run(site, *asked, *options)
        assert (code, err) == (0, "")
        told = [line for line in out.splitlines() if re.match(rf"  (?:{page}|{card}):\d+$", line)]
        assert told == name and ("Ada" not in out or options)
        assert "gone from content/" not in out


@pytest.mark.parametrize("is_renamed_first", [False, True])
def test_of_an_erased_record_it_is_told_which_addresses_hold_its_words(site, run, capsys, is_renamed_first):
    """And with the mend that is told none is left, in the site or in its redirects."""
    site.replace(PATH, "Collefiorito e Valdombra per la mobilità", "Zarzuela per la mobilità")
    for language in ("", ".en"):
        site.rename(f"content/agreements/mobilita{language}.md", f"content/agreements/caso-zarzuela{language}.md")
    site.replace(PATH.replace("mobilita", "caso-zarzuela"), "sources:", "redirect_from: [/vecchio/zarzuela/]\nsources:")
    renaming = ["rename", "caso-zarzuela", "scheda-1", "--force", "--root", str(site.root), "--on", DAY]
    if is_renamed_first:
        assert main(renaming) == 0
    capsys.readouterr()
    code, out, _ = run(site, "scheda-1" if is_renamed_first else "caso-zarzuela", *WHY, "--erase")
    assert code == 0 and "`vetrina rename`" in out and "/vecchio/zarzuela/" in out
    assert ("data of whoever names it: caso-zarzuela, " in out) != is_renamed_first
    if not is_renamed_first:
        assert main(renaming) == 0
    record = PATH.replace("mobilita", "scheda-1")
    site.write(record, re.sub(r"redirect_from:.*\n(  ?- .*\n|- .*\n)*", "", site.read(record)))
    site.write("content/site.yaml", re.sub(r"(?m)^.*zarzuela.*\n", "", site.read("content/site.yaml")))
    assert [one for one in site.build().found if one.is_error] == []
    files = site.tree().items()
    assert [path for path, content in files if b"zarzuela" in path.encode() + unpacked(content).lower()] == []
    capsys.readouterr()
    assert run(site, "scheda-1", "--erase")[0] == 0
    assert "`vetrina rename`" not in capsys.readouterr().out


CORRECTION = """---
title: Zarzuela e la data
record: agreements/mobilita
outcome: corrected
reported: {it: La data di Zarzuela non è giusta.}
because: {it: lo diceva Zarzuela}
reported_on: 2026-10-05
done_on: 2026-10-07
---
"""
REPORTED = "content/corrections/data.md"


def test_what_was_reported_of_it_is_withdrawn_with_it(site, run):
    site.write(REPORTED, CORRECTION).build()
    site.write("content/pages/a.md", "---\ntitle: A\naddress: {it: a, en: a}\n---\nA [b](ref:corrections/data).\n")
    assert "Zarzuela" in site.page("/correzioni/data/")
    code, out, err = run(site, "mobilita", *WHY)
    assert (code, err) == (0, "")
    assert out.splitlines()[-3:] == [
        "Withdrawn with it, since they repeat what it said: corrections/data.",
        "Still named, with a link to that page:",
        "  content/pages/a.md:5:7: in the text",
    ]
    assert [one for one in site.build().found if one.is_error] == []
    assert [path for path, content in site.tree().items() if b"zarzuela" in unpacked(content).lower()] == []
    assert "mai stato firmato" in site.main("/correzioni/data/")


def test_where_the_record_was_withdrawn_by_hand_it_is_to_be_withdrawn_too(site, run):
    withdrawn = "---\nwithdrawn: {on: 2026-11-01, because: {it: Mai firmato., en: Never signed.}}\n"
    site.write(REPORTED, CORRECTION).write(PATH, site.read(PATH).replace("---\n", withdrawn, 1))
    found = [(one.code, one.place.path, one.place.line) for one in site.check().found if one.is_error]
    assert found == [("withdrawn-subject", REPORTED, 3)]
    site.write(REPORTED, CORRECTION.replace("---\n", withdrawn, 1))
    assert [one for one in site.check().found if one.is_error] == []
    assert run(site, "mobilita", "--erase")[0] == 0
    assert holding([site.root / "content"], "Zarzuela") == []


def test_it_is_erased_with_it(site, run):
    site.write(REPORTED, CORRECTION)
    assert run(site, "mobilita", *WHY, "--erase")[0] == 0
    assert holding([site.root / "content"], "Zarzuela") == []
    assert [one for one in site.check().found if one.is_error] == []


def test_what_was_withdrawn_before_can_be_erased(site, run):
    assert run(site, "mobilita", *WHY)[0] == 0
    code, out, _ = run(site, "mobilita", "--erase")
    assert code == 0 and "stays public" in out and "  The agreement was never signed.\n" in out
    assert "Valdombra" not in site.read(PATH)
    assert "mai stato firmato" in site.read(PATH)
    assert site.check().codes() == []


def test_erased_it_says_the_reason_that_is_given_and_the_day_of_its_withdrawal(site, run):
    assert run(site, "mobilita", "--because", "Lo vuole Zarzuela.", "--because", "en=Zarzuela asked.")[0] == 0
    site.replace(PATH, "on: 2026-11-22", "on: 2026-11-20")
    code, out, _ = run(site, "mobilita", *WHY, "--erase")
    assert code == 0 and "stays public" not in out
    assert holding([site.root], "Zarzuela") == []
    assert "on: 2026-11-20" in site.read(PATH) and "mai stato firmato" in site.read(PATH)
    assert site.check().codes() == []


def test_erased_it_has_its_new_reason_in_each_language(site, run):
    assert run(site, "mobilita", *WHY)[0] == 0
    before = site.read(PATH)
    code, _, err = run(site, "mobilita", *WHY[:2], "--erase")
    assert code != 0 and "The reason is missing in: English." in err
    assert site.read(PATH) == before


ADA = """title: Ada Fontana
roles:
  - {title: {it: rettrice, en: Rector}, organisation: unicollefiorito, attested_on: 2025, source: comunicato-mobilita}
sources:
  - source: comunicato-mobilita
"""
COMPUTED = {LIST: "/", EN_LIST: "/en/", NUMBER: "/"}
"""What counts and lists the one agreement of the small site, and the page above that is there without it."""


def led(site: SiteTest, address: str) -> str:
    """Where an address leads; "" where there is a page."""
    return "".join(re.findall('http-equiv="refresh" content="0; *url=([^"]*)"', site.page(address)))


def test_a_page_that_has_nothing_left_leads_above_until_it_is_there_again(site, run):
    assert run(site, "mobilita", *WHY)[0] == 0
    assert "redirect_from" not in site.read(PATH), "what was no page of it is no old address of it"
    assert site.build().codes() == []
    assert {old: led(site, old) for old in COMPUTED} == COMPUTED
    site.write(PATH, re.sub(r"withdrawn:\n(  .*\n)+", "", site.read(PATH)))
    assert site.build().codes() == []
    assert {old: led(site, old) for old in COMPUTED} == dict.fromkeys(COMPUTED, "")


def test_an_old_address_of_a_record_gives_way_to_what_is_computed_there(site):
    site.replace(PATH, "sources:", f"redirect_from: [{', '.join(COMPUTED)}, /vecchio/]\nsources:")
    assert site.build().codes() == []
    assert {old: led(site, old) for old in COMPUTED} == dict.fromkeys(COMPUTED, "")
    assert led(site, "/vecchio/") == "/accordi/mobilita/"


def test_whom_only_it_named_can_be_erased_and_no_other_address_bears_the_name(site, run):
    site.replace(PATH, "sources:", "related: [people/ada]\nsources:").write("content/people/ada.yaml", ADA)
    assert site.check().codes() == []
    assert run(site, "mobilita", *WHY)[0] == 0
    method = "content/pages/method.md"
    site.replace(method, "---\n", "---\nredirect_from: [/vecchio/ada/, /vecchio/metodo/]\n")
    assert "/persone/ada/" in site.read("content/site.yaml")
    assert run(site, "people/ada", *WHY, "--erase")[0] == 0
    assert "/ada/" not in site.read("content/site.yaml") + site.read(method)
    assert "/vecchio/metodo/" in site.read(method)
    assert [one for one in site.build().found if one.is_error] == []
    assert "mai stato firmato" in site.main("/persone/ada/")
