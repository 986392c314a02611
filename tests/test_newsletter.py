"""The letter of what is new: what it tells, of which records, and that programs for e-mail can show it."""

import json
import re
import sys
from html import unescape
from pathlib import Path

import pytest

from tests.harness import DAY, SITES, BuiltSite, SiteTest
from tests.ran import Ran, ran

SHOWCASE = SITES / "showcase"


@pytest.fixture
def letter(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    def write(*arguments: str | Path, since: str = "2026-01-01") -> tuple[Ran, dict[str, str]]:
        out = tmp_path / "letter"
        run = ran(capsys, "newsletter", "--root", SHOWCASE, "--on", DAY, "--since", since, "--out", out, *arguments)
        files = sorted(out.iterdir()) if out.is_dir() else []
        return run, {file.name.removeprefix("newsletter."): file.read_text("utf-8") for file in files}

    return write


def sections(text: str) -> dict[str, list[str]]:
    """The titles under each heading of the plain text."""
    found: dict[str, list[str]] = {}
    for part in text.split("\n\n")[2:-1]:
        if part.isupper():
            heading = part
        else:
            found.setdefault(heading, []).append(part.splitlines()[0].removeprefix("* "))
    return found


def test_it_tells_what_is_new_changed_ending_and_to_come(letter) -> None:
    told = sections(letter()[1]["it.txt"])
    assert list(told) == ["NOVITÀ", "MODIFICHE", "CHE COSA STA PER FINIRE", "IN ARRIVO"]
    assert told["NOVITÀ"][0] == "La navetta fra i due atenei è ripartita"
    assert "Due atenei e Valdombra per la mobilità" in told["MODIFICHE"]
    assert "Bando per le sponde" in told["CHE COSA STA PER FINIRE"]
    assert told["IN ARRIVO"][0] == "Notte delle lanterne"
    assert "NOVITÀ" not in sections(letter(since="2026-11-20")[1]["it.txt"])


def test_it_keeps_to_the_topic_that_is_asked_for(letter) -> None:
    whole, some = (sections(letter(*arguments)[1]["it.txt"]) for arguments in ((), ("--topic", "mobilita")))
    assert some["MODIFICHE"] == ["Due atenei e Valdombra per la mobilità"]
    assert sum(map(len, some.values())) < sum(map(len, whole.values()))


@pytest.fixture
def published(showcase: BuiltSite, tmp_path: Path):
    """The folder of a publication with a log since a day: what it tells of each record, on the tenth of November."""

    def write(since: str, **changes: dict[str, object]) -> Path:
        for path in ("manifest.json", *(path for path in showcase.tree() if path.endswith("index.json"))):
            (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "site" / path).write_bytes((showcase.out / path).read_bytes())
        told = [{"record": f"agreements/{name}", **one} for name, one in changes.items()]
        log = {"since": since, "entries": [{"on": "2026-11-10", "changes": told, "removed": {}}]}
        (tmp_path / "site/dati/v1").mkdir(parents=True, exist_ok=True)
        (tmp_path / "site/dati/v1/changes.json").write_text(json.dumps(log), "utf-8")
        return tmp_path / "site"

    return write


def changed(*fields: tuple[str, str]) -> dict[str, object]:
    return {"what": "changed", "fields": fields}


def test_where_there_is_a_log_it_tells_what_that_says_and_notices_and_corrections(letter, published) -> None:
    told = letter("--previous", published("2026-01-01", neve=changed(("value", ""))))[1]["it.txt"]
    of_themselves = sections(letter()[1]["it.txt"])["MODIFICHE"]
    assert sections(told)["MODIFICHE"] == ["La neve che resta", *of_themselves]
    assert "* La neve che resta\ncambia: Valore\n" in told
    assert "NOVITÀ" not in sections(told)


def test_a_record_that_says_itself_what_changed_is_told_once_with_what_the_log_says(letter, published) -> None:
    told = letter("--previous", published("2026-01-01", mobilita=changed(("value", ""))))[1]["it.txt"]
    assert sections(told)["MODIFICHE"].count("Due atenei e Valdombra per la mobilità") == 1
    note = told.partition("* Due atenei e Valdombra per la mobilità\n")[2].partition("\nhttps:")[0]
    own = letter()[1]["it.txt"].partition("* Due atenei e Valdombra per la mobilità\n")[2].partition("\nhttps:")[0]
    assert note == f"{own} · cambia: Valore"


def test_what_is_of_the_days_before_the_log_is_told_by_its_dates(letter, published) -> None:
    by_dates = sections(letter()[1]["it.txt"])["NOVITÀ"]
    assert len(by_dates) > 1
    told = sections(letter("--previous", published("2026-11-10", neve={"what": "added"}))[1]["it.txt"])["NOVITÀ"]
    assert told == ["La neve che resta", *(one for one in by_dates if one != "La neve che resta")]
    day = "2026-06-01"
    before = sections(letter("--previous", published(day, neve={"what": "added"}))[1]["it.txt"])["NOVITÀ"]
    assert set(before) < set(told)
    later = letter("--previous", published(day, neve={"what": "added"}), since=day)[1]["it.txt"]
    assert sections(later)["NOVITÀ"] == ["La neve che resta"]


def test_a_letter_leaves_out_what_changed_in_another_language_alone(letter, published) -> None:
    own = letter()[1]
    alone = {"acque-profonde": changed(("text", "it"))}
    site = published("2026-01-01", neve=changed(("summary", "it"), ("text", "en")), **alone)
    told = letter("--previous", site)[1]
    assert "\ncambia: Sommario\n" in told["it.txt"] and "\nchanged: Text\n" in told["en.txt"]
    for name, heading, more in (("it.txt", "MODIFICHE", 2), ("en.txt", "CHANGED", 1)):
        assert len(sections(told[name])[heading]) == len(sections(own[name])[heading]) + more
    assert "1 more page is not available in this language." in told["en.txt"]  # one that has no English page


def test_a_notice_stands_beside_what_is_to_come(tmp_path: Path, capsys) -> None:
    site = with_evenings(1)
    site.replace("content/events/sera-0.md", "title:", "notice: {on: 2026-10-01, text: {it: Ora è al molo.}}\ntitle:")
    arguments = ("--root", site.root, "--on", DAY, "--since", "2026-11-20", "--out", tmp_path)
    assert ran(capsys, "newsletter", *arguments).code == 0
    assert "1º dicembre 2026 · 1º ottobre 2026. Ora è al molo." in (tmp_path / "newsletter.it.txt").read_text("utf-8")


def with_evenings(many: int) -> SiteTest:
    """A site with so many events to come."""
    site = SiteTest()
    for number in range(many):
        site.write(
            f"content/events/sera-{number}.md",
            f"---\ntitle: Sera {number}\nform: talk\norganisers: [unicollefiorito]\nstarts: 2026-12-{number + 1:02}\n"
            "not_stated: [cost, ends]\nsources: [{source: comunicato-mobilita}]\n---\n",
        )
    return site


def test_what_a_letter_leaves_to_the_site_is_said_with_where_it_is(tmp_path: Path, capsys) -> None:
    site = with_evenings(28)
    arguments = ("--root", site.root, "--on", DAY, "--since", "2026-11-01", "--out", tmp_path)
    assert ran(capsys, "newsletter", *arguments).code == 0
    told = (tmp_path / "newsletter.it.txt").read_text("utf-8")
    assert told.count("* Sera") == 25
    assert "\n\naltre 3 pagine sul sito\nhttps://" in told.casefold()
    assert told.partition("ltre 3 pagine sul sito\n")[2].startswith("https://vetrina.example/scadenze/")
    page = (tmp_path / "newsletter.it.html").read_text("utf-8")
    assert '<a href="https://vetrina.example/scadenze/">Altre 3 pagine sul sito</a>' in page


def test_a_letter_says_how_many_records_only_others_tell(tmp_path: Path, capsys) -> None:
    site = with_evenings(30)
    site.write("content/events/sera-0.en.md", "---\ntitle: Evening\n---\n")
    arguments = ("--root", site.root, "--on", DAY, "--since", "2026-11-01", "--out", tmp_path)
    assert ran(capsys, "newsletter", *arguments).code == 0
    said = "29 more pages are not available in this language."
    assert f"\n\n{said}\n\n" in (tmp_path / "newsletter.en.txt").read_text("utf-8")
    assert said in (tmp_path / "newsletter.en.html").read_text("utf-8")
    assert "in questa lingua" not in (tmp_path / "newsletter.it.txt").read_text("utf-8")


def test_programs_for_e_mail_can_show_it(letter) -> None:
    mail = letter()[1]["it.mail.html"]
    assert len(mail.encode()) < 100_000
    assert "@media (prefers-color-scheme: dark)" in mail
    assert not re.search(r"<(script|link|img|iframe|form)\b|url\(|@import", mail)
    assert all(href.startswith("https://finestra.example/") for href in re.findall(r'href="([^"]*)"', mail))
    styled = re.findall(r"<(body|h1|h2|p|a|main|span)\b([^>]*)>", mail)
    assert [tag for tag, attributes in styled if tag in ("body", "h1", "h2", "a") and "style=" not in attributes] == []


def test_without_the_library_the_form_for_e_mail_is_left_out_and_said(letter, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "css_inline", None)
    monkeypatch.setattr("generator.commands.newsletter.is_installed", lambda library: False)
    run, files = letter()
    assert sorted(files) == ["en.html", "en.txt", "it.html", "it.txt"]
    assert "vetrina[reports]" in run.out


def test_the_same_day_gives_the_same_bytes_and_nothing_new_no_file(letter) -> None:
    assert letter()[1] == letter()[1]


def test_what_cannot_be_meant_is_refused(letter, capsys: pytest.CaptureFixture[str]) -> None:
    assert (letter("--topic", "mobilit")[0].code, letter(since="2027-01-01")[0].code) == (2, 2)
    assert "«mobilita»" in letter("--topic", "mobilit")[0].err
    assert "--since 2026-11-01" in ran(capsys, "newsletter", "--root", SHOWCASE).err


@pytest.mark.parametrize(
    ("since", "language", "said"),
    [
        ("2026-10-08", "it", "Le novità dall’8 ottobre 2026 al 22 novembre 2026."),
        ("2026-09-01", "it", "Le novità dal 1º settembre 2026 al 22 novembre 2026."),
        ("2026-10-08", "en", "What is new from 8 October 2026 to 22 November 2026."),
    ],
)
def test_a_letter_says_of_which_days_it_tells(letter, since: str, language: str, said: str) -> None:
    written = letter(since=since)[1]
    for form in (f"{language}.txt", f"{language}.html", f"{language}.mail.html"):
        assert said in " ".join(unescape(written[form]).split()), form
