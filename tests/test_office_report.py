"""`vetrina report` as an office meets it: every table held to the files, every form of it to the others."""

import datetime
import io
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
import yaml
from python_calamine import CalamineWorkbook

from generator.commands import on_paper
from generator.fields.values import Day
from generator.kinds.agreement import Agreement
from generator.problems.as_text import message
from generator.reports.register_period import NO, POSSIBLY, YES, is_new
from generator.showcase.placed import Placed
from generator.showcase.selection import Questions
from generator.words import words_for
from tests.harness import DAY, SITES, SiteTest
from tests.output.test_pdf import assert_tagged
from tests.ran import Ran, ran

CONTENT = SITES / "showcase" / "content"
HIDDEN = {"draft", "withdrawn", "archived", "publish_on"}
ROW = re.compile(r"<tr><th scope=\"row\">(.*?)</th>(.*?)</tr>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")

Told = Callable[..., Ran]


def written(folder: str) -> dict[str, dict[str, object]]:
    """The facts of a folder as they are written, read by nothing of ours."""
    found = {}
    for file in sorted((CONTENT / folder).rglob("*")):
        if file.suffix in {".md", ".yaml"} and "." not in file.stem:
            text = file.read_text("utf-8")
            found[file.stem] = yaml.load(text.split("---\n")[1] if text.startswith("---\n") else text, yaml.CSafeLoader)
    return {name: one for name, one in found.items() if not HIDDEN & one.keys()}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All parts of the report of the small site."""
    from generator.cli import main

    folder, site = tmp_path_factory.mktemp("report"), SiteTest("showcase")
    assert main(["report", "--root", str(site.root), "--on", DAY, "--out", str(folder)]) == 0
    return folder


@pytest.fixture
def without_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where there is no Pango: that of all parts is looked at, and takes longer than all else."""
    monkeypatch.setattr(on_paper, "can_write_pdf", lambda: False)


def section(out: Path, anchor: str, language: str = "it") -> str:
    html = (out / f"report.{language}.html").read_text("utf-8")
    found = re.search(rf'<section id="{anchor}">(.*?)</section>', html, re.DOTALL)
    assert found, anchor
    return found[1]


def rows(part: str) -> dict[str, str]:
    """What each row says, by its first cell."""
    return {unescape(TAG.sub("", head)): unescape(TAG.sub("|", rest)) for head, rest in ROW.findall(part)}


def test_each_scheme_is_named_with_its_version_and_counts_what_the_files_say(out: Path) -> None:
    part = section(out, "fields-of-action")
    assert "<h2>Campi di azione: 2026</h2>" in part
    folders = ("agreements", "initiatives", "cantieri", "programmes", "networks", "calls", "events")
    found = [one for folder in folders for one in written(folder).values()]
    number = sum("campo-a" in str(one.get("fields_of_action", "")) for one in found)
    assert f"|{number}|" in rows(part)["campo immaginario"]
    without = sum(not one.get("fields_of_action") for one in found)
    assert f"{without} attività non sono classificate" in part


OTHER = """other_scheme:
  title: {it: Ambiti, en: Areas}
  version: 2020-2024
  source: bando, allegato 2
  terms:
    - {id: uno, label: {it: primo ambito, en: first area}, verified: true}
    - {id: due, label: {it: secondo ambito, en: second area}, verified: true}
    - {id: tre, label: {it: terzo ambito, en: third area}, verified: true}
    - {id: quattro, label: {it: quarto ambito, en: fourth area}}
"""
FIELDS = "content/vocabularies/fields-of-action.yaml"


def with_other_scheme(stands_for: str) -> SiteTest:
    """The small site with a second entry, and another scheme for which both stand."""
    site = SiteTest("showcase")
    second = (
        "  - id: campo-b\n    label: {it: altro campo, en: other field}\n    verified: true\n    stands_for: [due]\n"
    )
    site.write(FIELDS, f"{site.read(FIELDS).rstrip()}\n    stands_for: [{stands_for}]\n{second}{OTHER}")
    return site


def test_two_schemes_stand_side_by_side_as_the_content_says_which_stands_for_which(tmp_path: Path) -> None:
    from generator.cli import main

    site = with_other_scheme("uno, due, quattro")
    folders = ("agreements", "initiatives", "cantieri", "programmes", "networks", "calls", "events")
    listed = [name for folder in folders for name, one in written(folder).items() if "campo-a" in str(one)]
    files = (one for end in ("md", "yaml") for one in site.root.glob(f"content/*/{listed[0]}.{end}"))
    path = next(files).relative_to(site.root).as_posix()
    site.replace(path, "campo-a", "campo-a, campo-b" if "[campo-a]" in site.read(path) else "campo-a\n  - campo-b")
    assert main(["report", "mapping", "--root", str(site.root), "--on", DAY, "--out", str(tmp_path)]) == 0
    part = section(tmp_path, "fields-of-action-beside")
    assert "<h2>Campi di azione: 2026, a fianco di Ambiti: 2020-2024</h2>" in part
    cells = [
        tuple(unescape(TAG.sub("", one)) for one in re.findall(r"<t[hd][ >].*?</t[hd]>", row))
        for row in part.split("<tr>")
    ]
    number = str(len(listed))
    assert cells[2:] == [
        ("campo immaginario", number, "primo ambito", number),
        ("campo immaginario", number, "secondo ambito", number),
        ("altro campo", "1", "secondo ambito", number),
        ("–", "–", "terzo ambito", "0"),
    ]
    assert "bando, allegato 2" in part and "1 voce non è stata verificata" in part and "quarto" not in part
    book = CalamineWorkbook.from_filelike(io.BytesIO((tmp_path / "report.en.xlsx").read_bytes()))
    (sheet,) = [one for one in book.sheet_names if "beside" in one or one.endswith("(2)")]
    assert book.get_sheet_by_name(sheet).to_python()[-1] == ["", "", "third area", 0.0]


def test_an_entry_stands_for_none_that_the_other_scheme_does_not_have() -> None:
    site = with_other_scheme("uno, dua")
    (told,) = [one for one in site.check().found if one.is_error]
    assert (told.code, told.place.path) == ("bad-choice", FIELDS)
    assert "stands_for: [uno, dua]" in site.read(FIELDS).splitlines()[told.place.line - 1]
    site.replace(FIELDS, "dua]", "due]").replace(FIELDS, "{id: due,", "{id: uno,")
    assert {one.code for one in site.check().found if one.is_error} == {"same-term", "bad-choice"}
    site.write(FIELDS, site.read(FIELDS).partition("other_scheme")[0])
    (told,) = [one for one in site.check().found if one.is_error]
    assert told.code == "missing-key" and "other_scheme" in message(told, words_for("it"))


def test_the_register_has_every_agreement_its_parties_and_a_dash_for_what_is_not_stated(out: Path) -> None:
    agreements = written("agreements")
    found = rows(section(out, "register"))
    assert set(found) == {str(one["title"]) for one in agreements.values()}
    mobility = found[str(agreements["mobilita"]["title"])]
    assert "Comune di Valdombra" in mobility and "20 febbraio 2024" in mobility
    assert any("|–|" in row for row in found.values())
    assert "Non sostituisce" in section(out, "register")


def test_the_plan_keeps_areas_without_activities(out: Path) -> None:
    areas = written("areas")
    found = rows(section(out, "piano-unico"))
    html = section(out, "piano-unico")
    assert len(ROW.findall(html)) == len(areas) and found
    assert "non dice che il piano è stato attuato" in html


def test_what_is_owed_and_not_stated_is_what_is_told_as_not_known(out: Path) -> None:
    coverage, gaps = (
        [row.strip("|").split("||") for row in rows(section(out, one)).values()] for one in ("coverage", "gaps")
    )
    owed, stated = (sum(int(row[place]) for row in coverage) for place in (2, 3))
    told, of_these = (sum(int(row[place]) for row in gaps) for place in (1, 2))
    assert told > of_these == owed - stated > 0, "what is not required may be told as not known, too"


def test_the_spreadsheet_says_the_same_with_numbers_as_numbers_and_its_definitions(out: Path) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO((out / "report.it.xlsx").read_bytes()))
    assert book.sheet_names[-2:] == ["Definizioni", "Le domande"]
    register = book.get_sheet_by_name("Registro degli accordi").to_python()
    head, *listed = register
    assert head[:3] == ["Oggetto", "Tipo", "Parti"] and len(listed) == len(written("agreements"))
    assert all("–" not in row for row in listed), "what is not known is an empty cell"
    coverage = book.get_sheet_by_name(book.sheet_names[-4]).to_python()
    assert all(isinstance(cell, float) for row in coverage[1:] for cell in row[1:])
    owed, stated = (coverage[0].index(name) for name in ("Dati dovuti", "Dati presenti"))
    assert all(row[owed] >= row[stated] for row in coverage[1:])
    signed = written("agreements")["mobilita"]
    (day,) = [row[head.index("Data")] for row in listed if row[0] == signed["title"]]
    assert day == signed["signed_on"] and isinstance(day, datetime.date)
    assert sum(row[1] for row in coverage[1:] if row[0] == "Accordi") == len(written("agreements"))
    definitions = book.get_sheet_by_name("Definizioni").to_python()
    assert {row[1] for row in definitions if row[0] == "Registro degli accordi"} >= set(head)


def test_the_register_has_sums_lengths_and_days_as_such_in_columns_that_only_spreadsheets_have(out: Path) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO((out / "report.en.xlsx").read_bytes()))
    head, *listed = book.get_sheet_by_name("Register of agreements").to_python()
    told = {str(row[-1]).rstrip("/").rpartition("/")[2]: dict(zip(head, row, strict=True)) for row in listed}
    lengths = ("Duration, number", "Duration, unit", "Extension, number", "Extension, unit")
    only_there = (*lengths, "Stated end", "Amount", "Qualifier", "Currency")
    found = set[str]()
    for name, one in written("agreements").items():
        row, value = told[name], re.fullmatch(r"(\D*?) ?([0-9.]+) ([A-Z]+)", str(one.get("value", "")))
        qualifier, number, currency = value.groups() if value else ("", "", "")
        expected: list[object] = []
        for length in (str(one.get("duration", "")), str(one.get("extension", ""))):
            lasts, _, unit = length.partition(" ")
            expected += (lasts and float(lasts), unit and f"{unit.removesuffix('s')}s")
        expected += (one.get("until", ""), number and float(number), qualifier, currency)
        assert [row[label] for label in only_there] == expected, name
        found |= {label for label in only_there if row[label]}
    assert found == set(only_there)
    assert any(isinstance(row["Date"], datetime.date) for row in told.values())
    page = section(out, "register", "en")
    assert "Expected expenditure" in page and "Duration, number" not in page and "Currency" not in page
    assert "Signed or announced in the period" in head and "in the period" not in page, "no period is asked for"
    assert len(re.findall('<th scope="col"', page)) == len(head) - len(only_there) - 1


EXTENDABLE = {"duration: 3 years": "duration: 3 years\nextension: 15 days"}
TWO_ENDS = {
    "duration: 3 years": "differing:\n  - {field: until, value: '2026', source: comunicato-mobilita}\n"
    "  - {field: until, value: 2027-05, source: comunicato-mobilita}",
    "not_stated: [": "not_stated: [duration, ",
}
ENDED_THEN_OR_THEN = {
    "duration: 3 years": "duration: 3 years\ndiffering:\n"
    "  - {field: ended_on, value: '2025', source: comunicato-mobilita}\n"
    "  - {field: ended_on, value: 2026-01, source: comunicato-mobilita}"
}
DEDUCED_END = {"duration: 3 years": "duration: 3 years\nuntil: 2028-03\ndeduced: [until]"}


@pytest.mark.usefixtures("without_pdf")
@pytest.mark.parametrize(
    ("lines", "lasts", "typed"),
    [
        ({}, "3 anni", (3, "anni", "", "", "")),
        (EXTENDABLE, "3 anni; prorogabile di 15 giorni", (3, "anni", 15, "giorni", "")),
        (TWO_ENDS, "fino al 2026 o a maggio 2027", ("", "", "", "", "2026 o maggio 2027")),
        (ENDED_THEN_OR_THEN, "3 anni; finito nel 2025 o a gennaio 2026", (3, "anni", "", "", "")),
        (
            DEDUCED_END,
            "fino a marzo 2028 (data dedotta); 3 anni",
            (3, "anni", "", "", "marzo 2028 (data dedotta)"),
        ),
    ],
    ids=["a length", "extendable", "two ends", "ended then or then", "a deduced end"],
)
def test_the_register_says_all_that_is_known_of_how_long_an_agreement_lasts(
    lines: dict[str, str], lasts: str, typed: tuple[object, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = SiteTest()
    for old, new in lines.items():
        site.replace("content/agreements/mobilita.md", old, new)
    assert ran(capsys, "report", "register", "--root", site.root, "--on", DAY, "--out", tmp_path).code == 0
    book = CalamineWorkbook.from_filelike(io.BytesIO((tmp_path / "report.it.xlsx").read_bytes()))
    head, row = book.get_sheet_by_name("Registro degli accordi").to_python()
    at = head.index("Durata")
    assert head[at + 3 : at + 6] == ["Proroga, numero", "Proroga, unità", "Fine dichiarata"]
    assert (row[at], tuple(row[at + 1 : at + 6])) == (lasts, typed)
    assert lasts in unescape(TAG.sub("", section(tmp_path, "register")))


@pytest.mark.pango
def test_the_pdf_keeps_the_rules_that_a_machine_can_check(out: Path, tmp_path: Path) -> None:
    for language in ("it", "en"):
        assert_tagged((out / f"report.{language}.pdf").read_bytes(), tmp_path)


@pytest.fixture(scope="module")
def small() -> SiteTest:
    return SiteTest()


@pytest.fixture
def run(small: SiteTest, without_pdf: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    def asked(*arguments: str) -> Ran:
        places = ("--root", str(small.root), "--on", DAY, "--lang", "en", "--out", str(tmp_path / "out"))
        return Ran(*ran(capsys, "report", *places, *arguments))

    return asked


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ((), 1),
        (("--university", "unicollefiorito"), 1),
        (("--since", "2024", "--until", "2024-03"), 0),
        (("--since", "2026"), 1),
    ],
)
def test_period_university_and_structure_choose_the_records(
    run: Told, tmp_path: Path, asked: tuple[str, ...], number: int
) -> None:
    told = run("register", *asked)
    assert told.code == 0 and told.out.startswith(f"{number} record"), told
    html = (tmp_path / "out/report.en.html").read_text("utf-8")
    assert len(ROW.findall(html)) == number
    assert ("Nothing answers." in html) is (not number)


@pytest.fixture(scope="module")
def large() -> SiteTest:
    """The showcase, in which nobody says when one agreement was signed."""
    site, agreement = SiteTest("showcase"), "content/agreements/sentieri.md"
    site.replace(agreement, "signed_on: 2018-04-30\n", "")
    return site.replace(agreement, "not_stated: [", "not_stated: [signed_on, ")


@pytest.fixture
def tell(large: SiteTest, without_pdf: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """The page of a report of the showcase, once the command has said the same number."""

    def asked(*arguments: str) -> str:
        places = ("--root", str(large.root), "--on", DAY, "--lang", "en", "--out", str(tmp_path / "out"))
        told = Ran(*ran(capsys, "report", *places, *arguments))
        html = (tmp_path / "out/report.en.html").read_text("utf-8")
        lead = re.findall(r'<p class="lead">(\d+ records?) in this report', html)
        assert told.code == 0 and [re.match(r"\d+ records?", told.out)[0]] == lead, told
        return html

    return asked


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        (("register", "--since", "2024", "--until", "2024"), 6),
        (("register", "--until", "1990"), 0),
        (("register", "--structure", "centro-acque"), 3),
        (("cases",), 1),
        (("cases", "--university", "politecnico-rocca-serena"), 0),
    ],
)
def test_a_report_counts_the_records_that_it_shows(
    tell: Callable[..., str], asked: tuple[str, ...], number: int
) -> None:
    page = tell(*asked)
    assert f"{number} record" in page and len(ROW.findall(page)) == number


def test_only_what_a_part_is_about_is_said_to_have_no_date(tell: Callable[..., str]) -> None:
    assert "Besides, 1 record has no date" in tell("register", "--since", "2024")
    assert "Besides, 1 record has no date" not in tell("mapping", "--since", "2024")
    assert "Besides" not in tell("cases", "--since", "2024") + tell("register")


def test_the_spreadsheet_says_of_what_it_is(tell: Callable[..., str], tmp_path: Path) -> None:
    tell("register", "--since", "2024", "--university", "unicollefiorito", "--structure", "centro-acque")
    assert asked_of(tmp_path) == {
        "University": "University of Collefiorito",
        "Department or centre": "Centro Acque e Suoli",
        "From": "1 January 2024",
        "Up to date as of": DAY,
    }
    tell("register", "--since", "2024")
    assert asked_of(tmp_path)["Undated"].startswith("Besides, 1 record has no date")


def asked_of(folder: Path) -> dict[str, str]:
    """The last sheet of the English spreadsheet."""
    book = CalamineWorkbook.from_filelike(io.BytesIO((folder / "out/report.en.xlsx").read_bytes()))
    (head, *told) = book.get_sheet_by_name(book.sheet_names[-1]).to_python()
    assert (book.sheet_names[-1], head) == ("The questions", ["Question", "Answer"])
    return {str(label): str(answer) for label, answer in told}


def test_the_register_of_a_period_has_what_was_signed_in_it_and_takes_effect_later(
    tell: Callable[..., str], tmp_path: Path
) -> None:
    agreements = written("agreements")
    assert str(agreements["neve"]["signed_on"]) == "2023-12-01" and agreements["neve"]["effective_on"] == "2025-01"
    tell("register", "--since", "2023-07", "--until", "2023")
    part = section(tmp_path / "out", "register", "it")
    found = rows(part)
    assert "|sì|" in found[agreements["neve"]["title"]] and "|no|" in found[agreements["biblioteche-2020"]["title"]]
    assert "Firmato o annunciato nel periodo" in part and "quelli firmati o annunciati nel periodo" in part
    tell("register", "--since", "2024", "--until", "2024")
    assert agreements["neve"]["title"] not in rows(section(tmp_path / "out", "register", "it"))


@pytest.mark.parametrize(
    ("days", "answer"),
    [
        ((Day(2024, 6, 30),), YES),
        ((Day(2024, 1),), YES),
        ((Day(2024),), POSSIBLY),
        ((Day(2023, 12, 31), Day(2024, 1, 1)), POSSIBLY),
        ((Day(2023, 12, 31),), NO),
        ((Day(2024, 7),), NO),
    ],
)
def test_a_date_is_in_a_half_year_perhaps_or_not(days: tuple[Day, ...], answer: str) -> None:
    half_year = Questions(since=datetime.date(2024, 1, 1), until=datetime.date(2024, 6, 30))
    assert is_new(Placed(Agreement.dates[0], days), half_year) == answer


@pytest.mark.parametrize(
    ("asked", "is_told"),
    [
        ((), True),
        (("--university", "unicollefiorito"), True),
        (("--structure", "laboratorio-sorgenti"), True),
        (("--university", "politecnico-rocca-serena"), False),
        (("--university", "politecnico-rocca-serena", "--university", "unicollefiorito"), True),
        (("--university", "politecnico-rocca-serena", "--structure", "centro-acque"), False),
    ],
)
def test_a_plan_is_told_to_those_whose_it_is_alone(
    tell: Callable[..., str], asked: tuple[str, ...], is_told: bool
) -> None:
    page = tell("plan", *asked)
    assert ('id="piano-unico"' in page) is is_told
    assert (": no plan is on this site." in page) is not is_told


def test_the_report_of_a_plan_counts_what_is_linked_to_it(tell: Callable[..., str]) -> None:
    page = tell("plan", "--university", "unicollefiorito")
    linked = {name for name, one in written("initiatives").items() if one.get("plan_areas")}
    assert linked and f"{len(linked)} record in this report" in page
    assert all(f"/{name}/" in page for name in linked)


@pytest.mark.usefixtures("without_pdf")
def test_the_plan_of_a_part_is_told_to_the_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = SiteTest("showcase").replace("content/initiatives/premio-lanterna.md", "plan_areas: [quartieri]\n", "")
    site.replace("content/plans/piano-unico.md", "body: unicollefiorito", "body: laboratorio-sorgenti")
    asked = ("plan", "--university", "unicollefiorito", "--root", site.root, "--on", DAY, "--out", tmp_path)
    assert ran(capsys, "report", *asked).code == 0
    assert rows(section(tmp_path, "piano-unico"))


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("regster",), "Did you mean “register”?"),
        (("everything",), "Use one of: mapping, register, plan, cases, coverage."),
        (("--university", "unicolefiorito"), "Did you mean “organisations/unicollefiorito”?"),
        (("--university", "comune-di-valdombra"), "“comune-di-valdombra” is no university."),
        (("--structure", "Comune di Valdombra"), "“comune-di-valdombra” is no department or centre"),
        (("--structure", "unicollefiorito"), "For a university use --university"),
        (("--since", "2026", "--until", "2025"), "The period ends before it begins."),
        (("--since", "spring"), "“spring” is not a day"),
    ],
)
def test_what_is_not_understood_is_told_with_what_is_meant(run: Told, asked: tuple[str, ...], says: str) -> None:
    told = run(*asked)
    assert told.code and says in told.err and not told.out


@pytest.mark.usefixtures("without_pdf")
def test_an_entry_that_was_not_checked_at_its_source_is_not_offered(tmp_path: Path) -> None:
    site = SiteTest("showcase")
    file = "content/vocabularies/fields-of-action.yaml"
    site.write(file, f"{site.read(file)}  - id: campo-b\n    label: {{it: campo incerto, en: unsure field}}\n")
    from generator.cli import main

    asked = ("report", "mapping", "--root", str(site.root), "--on", DAY, "--out", str(tmp_path))
    assert main(list(asked)) == 0
    part = section(tmp_path, "fields-of-action")
    assert "campo incerto" not in part and "1 voce non è stata verificata alla fonte" in part
