"""`vetrina import` as who has a table meets it: what becomes of its rows, once and again, and what is said of cells."""

import csv
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from generator.cli import main
from generator.imports.encodings import is_garbled
from generator.imports.import_map import ImportMap
from generator.imports.spreadsheet import letter_of, read_table
from generator.imports.workbook_cells import unit_of
from generator.kinds.initiative import Initiative
from tests.harness import SiteTest
from tests.ran import Ran, ran

TABLES = Path(__file__).parent / "tables"
CSV = (TABLES / "iniziative.csv").read_text("utf-8")
ENGAGEMENT = """\
title: {it: Categorie di public engagement, en: Categories of public engagement}
version: "2026"
source: elenco della redazione
terms:
  - {id: incontri, label: {it: Incontri, en: Meetings}, verified: true}
  - {id: spettacoli, label: {it: Spettacoli, en: Performances}, verified: true}
  - {id: scuole, label: {it: Mondo della scuola, en: Schools}, verified: true}
"""
NIGHT = "content/initiatives/la-notte-delle-lucciole-2023.md"
HISTORY = "imports/iniziative.imported.yaml"
REDIRECTED = "---\nredirect_from: [/iniziative/la-notte-delle-lucciole-2023/]\n"


@pytest.fixture
def site() -> SiteTest:
    site = SiteTest().write("content/vocabularies/engagement.yaml", ENGAGEMENT)
    site.write("imports/iniziative.yaml", (TABLES / "iniziative.yaml").read_bytes())
    return site.write("tavola.csv", CSV)


@pytest.fixture
def run(site, capsys):
    def asked(*arguments: str, table: str = "tavola.csv", kind: str = "iniziative", lang: str = "en") -> Ran:
        file, map_file = site.root / table, site.root / "imports/iniziative.yaml"
        options = ("--as", kind, "--map", map_file, "--root", site.root, "--lang", lang)
        return ran(capsys, "import", file, *options, *arguments)

    return asked


def content(site: SiteTest) -> dict[str, str]:
    folders = (site.root / name for name in ("content", "imports"))
    files = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(site.root).as_posix(): file.read_text("utf-8") for file in files}


# --- what becomes of the rows ---


def test_rows_become_records_that_pass_the_check(site, run):
    before = content(site)
    ran = run()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[-3:] == [
        "Columns that the map does not name: Note interne.",
        "1 row says the same as another, cell by cell, and counts once.",
        "6 new records; 0 changed; 0 as they were; 3 more that they name; no problems.",
    ]
    assert sorted(content(site).keys() - before.keys()) == [
        "content/initiatives/il-laboratorio-dei-ponti-2024.md",
        NIGHT,
        "content/initiatives/la-notte-delle-lucciole-2024.md",
        "content/initiatives/radici-un-ciclo-di-incontri-2022.md",
        "content/initiatives/un-mulino-per-tutti-n-d.md",
        "content/initiatives/voci-d-acqua-concerto-sul-molo-2024.md",
        "content/organisations/lettere-e-arti.yaml",
        "content/organisations/scienze-del-fiume.yaml",
        "content/sources/elenco-iniziative-2024.yaml",
        HISTORY,
    ]
    assert {*site.check().codes()} == {"untranslated"}


def test_a_row_says_what_its_cells_mean(site, run):
    run()
    assert site.read(NIGHT) == (
        "---\ntitle: La notte delle lucciole\nscope: local\nengagement:\n  - incontri\nclassification: source\n"
        "promoter: scienze-del-fiume\nstate: concluded\nstart: '2023'\nsources:\n  - source: elenco-iniziative-2024\n"
        "not_stated:\n  - form\n---\n"
    )
    assert "nature: department\npart_of: unicollefiorito\n" in site.read("content/organisations/scienze-del-fiume.yaml")


def test_what_a_map_translates_what_nobody_states_and_what_was_kept_from_computing(site, run):
    run()
    mill = site.read("content/initiatives/un-mulino-per-tutti-n-d.md")
    assert "scope: national\n" in mill
    assert "- scuole\n" in mill
    assert "not_stated:\n  - form\n  - start\n" in mill
    roots = site.read("content/initiatives/radici-un-ciclo-di-incontri-2022.md")
    assert "title: =Radici, un ciclo di incontri\n" in roots


def test_levels_categories_and_departments_are_offered_to_refine_the_list(site, run):
    run()
    site.build()
    files = site.files()
    assert {one.split("/")[2] for one in files if one.startswith("iniziative/struttura/")} == {
        "lettere-e-arti",
        "scienze-del-fiume",
    }
    assert "iniziative/portata/regional/index.html" in files
    assert "iniziative/public-engagement/scuole/index.html" in files


def test_only_looking_writes_nothing(site, run):
    before = content(site)
    ran = run("--dry-run")
    assert ran.code == 0
    assert f"+++ {NIGHT}" in ran.out
    assert "Nothing is written: this is what would change." in ran.out
    assert content(site) == before


# --- forms of tables ---


@pytest.mark.parametrize(
    "written",
    [
        CSV.encode("cp1252"),
        CSV.encode("utf-16"),
        CSV.encode("utf-8-sig").replace(b"\n", b"\r\n"),
        CSV.replace("Titolo;Livello", "TÍTOLO ;livello").encode(),
        CSV.replace("Titolo;", "Denominazione;").encode(),
        CSV.replace(",", "¤")
        .replace(";", ",")
        .replace("'=Radici¤ un ciclo", "\"'=Radici, un ciclo")
        .replace("incontri,Internazionale", 'incontri",Internazionale')
        .encode(),
    ],
    ids=["cp1252", "UTF-16", "BOM and CRLF", "other capitals", "another header", "commas"],
)
def test_a_csv_is_read_as_spreadsheets_write_it(site, run, written):
    run()
    expected = content(site)
    again = SiteTest().write("content/vocabularies/engagement.yaml", ENGAGEMENT)
    site.root, again.root = again.root, site.root
    site.write("imports/iniziative.yaml", (TABLES / "iniziative.yaml").read_bytes()).write("tavola.csv", written)
    assert run().code == 0
    assert content(site) == expected
    site.root, again.root = again.root, site.root


def workbook(file: Path, rows: list[list[object]]) -> None:
    """A workbook as small as can be: numbers as numbers, all else as text in its cell."""
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = [
            f'<c r="{letter_of(column)}{number}"><v>{cell}</v></c>'
            if isinstance(cell, int)
            else f'<c r="{letter_of(column)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>'
            for column, cell in enumerate(row, start=1)
        ]
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    space, office = "http://schemas.openxmlformats.org", "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    for part, kind in (("/xl/workbook.xml", "sheet.main"), ("/xl/worksheets/sheet1.xml", "worksheet")):
        types += f'<Override PartName="{part}" ContentType="{office}.{kind}+xml"/>'
    relation = f"{space}/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{space}/package/2006/content-types">{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{space}/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{space}/spreadsheetml/2006/main" xmlns:r="{relation}"><sheets>'
        '<sheet name="Elenco" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{space}/package/2006/relationships"><Relationship '
        f'Id="r1" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{space}/spreadsheetml/2006/main"><sheetData>{"".join(lines)}'
        "</sheetData></worksheet>",
    }
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')


def test_a_workbook_says_what_its_csv_says(site, run):
    rows: list[list[object]] = [
        [int(one) if one.isdigit() else one for one in row.split(";")] for row in CSV.splitlines()
    ]
    rows[6][0] = "=Radici, un ciclo di incontri"
    workbook(site.root / "tavola.xlsx", rows)
    run()
    expected = content(site)
    ran = run(table="tavola.xlsx")
    assert ran.last == "0 new records; 0 changed; 6 as they were; 0 more that they name; no problems."
    assert content(site) == expected


HEADERS = ("Titolo", "Livello", "Categoria", "Dipartimento", "Anno")


def of_events(site: SiteTest) -> None:
    """The map makes events, with what they cost."""
    for old, new in (("promoter", "organisers"), ("    field: start\n", "    field: starts\n")):
        site.replace("imports/iniziative.yaml", old, new)
    cost = "  - {header: Costo, field: cost}\n"
    site.replace("imports/iniziative.yaml", "constants:\n  state: concluded\n", f"{cost}constants:\n")


def formatted(site: SiteTest, *costs: tuple[object, str]) -> None:
    """A workbook of events, each with the value of its cost and the format of its cell."""
    with xlsxwriter.Workbook(site.root / "tavola.xlsx") as book:
        sheet = book.add_worksheet("Elenco")
        sheet.write_row(0, 0, (*HEADERS, "Costo"))
        for row, (cost, form) in enumerate(costs, start=1):
            sheet.write_row(row, 0, (f"Festa {row}", "Locale", "Incontri", "Lettere e arti", 2024))
            style = book.add_format({"num_format": form})
            if str(cost).startswith("#"):
                sheet.write_formula(row, 5, "=NA()", style, cost)
            else:
                sheet.write(row, 5, cost, style)


def test_a_sum_in_a_workbook_is_in_the_currency_of_its_format(site, run):
    of_events(site)
    formatted(site, (500, '#,##0.00\\ "€"'), (500.1 + 0.2, "[$€-410] 0.00"), (500, "[$$-409]#,##0.00"), (7, '"CHF" 0'))
    assert run(table="tavola.xlsx", kind="eventi").code == 0
    for number, cost in enumerate(("500 EUR", "500.3 EUR", "500 USD", "7 CHF"), start=1):
        assert f"cost: {cost}\n" in site.read(f"content/events/festa-{number}-2024.md")


def test_a_sum_without_a_currency_is_told_until_the_map_says_which(site, run):
    of_events(site)
    formatted(site, (500, "0.00"), (20, "[$$-C09]0"), (3, '0 "€"'))
    told = [line for line in run(table="tavola.xlsx", kind="eventi").out.splitlines() if "error (" in line]
    assert [line.partition(" is not")[0] for line in told] == [
        "tavola.xlsx, cell F2 (“Costo”): error (bad-quantity): “500”",
        "tavola.xlsx, cell F3 (“Costo”): error (bad-quantity): “20 $-C09”",
    ]
    site.replace("imports/iniziative.yaml", "field: cost}", "field: cost, unit: EUR}")
    formatted(site, (500, "0.00"), (20, "[$$-409]0"), (3, '0 "€"'))
    assert run(table="tavola.xlsx", kind="eventi").code == 0
    assert "cost: 500 EUR\n" in site.read("content/events/festa-1-2024.md")
    assert "cost: 20 USD\n" in site.read("content/events/festa-2-2024.md")


def test_what_a_spreadsheet_could_not_compute_is_no_empty_cell(site, run):
    of_events(site)
    formatted(site, ("#N/A", "0"), ("#DIV/0!", "0"), ("", "0"))
    told = [line for line in run(table="tavola.xlsx", kind="eventi").out.splitlines() if "tavola" in line]
    assert told == [
        "tavola.xlsx, cell F2 (“Costo”): error (not-computed): The cell shows “#N/A” in place of a value.",
        "tavola.xlsx, cell F3 (“Costo”): error (not-computed): The cell shows “#DIV/0!” in place of a value.",
    ]
    site.replace("tavola.csv", "Lettere e arti;2022", "#RIF!;2022").replace("tavola.csv", "Note interne", "Costo")
    told = "tavola.csv, cell D7 (“Dipartimento”): error (not-computed): The cell shows “#RIF!”"
    assert told in run(kind="eventi").out


def test_a_merged_cell_is_of_each_of_its_rows_and_an_amount_of_none(site, run):
    of_events(site)
    with xlsxwriter.Workbook(site.root / "tavola.xlsx") as book:
        sheet = book.add_worksheet("Elenco")
        for column, header in enumerate((*HEADERS, "Costo")):
            sheet.merge_range(0, column, 1, column, header)
        for row in (2, 3, 4):
            sheet.write_row(row, 0, (f"Festa {row}", "Locale", "Incontri", "", 2024, ""))
        sheet.merge_range("D3:D5", "Lettere e arti")
        sheet.merge_range("F3:F4", "90 €")
    told = [line for line in run(table="tavola.xlsx", kind="eventi").out.splitlines() if "error (" in line]
    assert [line.partition(": The")[0] for line in told] == ["tavola.xlsx, cell F3 (“Costo”): error (shared-amount)"]
    site.replace("imports/iniziative.yaml", "  - {header: Costo, field: cost}\n", "")
    site.replace("imports/iniziative.yaml", "[form]", "[form, cost]")
    assert run(table="tavola.xlsx", kind="eventi").last.startswith("3 new records;")
    for row in (2, 3, 4):
        assert "organisers:\n  - lettere-e-arti\n" in site.read(f"content/events/festa-{row}-2024.md")


@pytest.mark.parametrize(
    ("form", "unit"),
    [
        ("General", ""),
        ("#,##0.00;[Red]-#,##0.00", ""),
        ('_-* #,##0.00\\ "€"_-;-* #,##0.00\\ "€"_-', "€"),
        ("[$USD] 0", "USD"),
        ("[$-410]d mmmm yyyy", ""),
        ('0 "ore"', ""),
        ("0.0%", "%"),
        ("[$kr-41D]0", "kr"),
    ],
)
def test_what_a_format_says_of_numbers(form, unit):
    assert unit_of(form) == unit


@pytest.mark.parametrize(
    "written",
    [
        CSV.encode().replace(b"lucciole;Locale", b"lucciol\xe8;Locale"),
        CSV.encode("mac_roman"),
        CSV.encode("cp850", errors="ignore").replace(b"dacqua", b"d\x8acqua"),
        CSV.encode().decode("cp1252").encode(),
        CSV.encode().decode("mac_roman").encode(),
    ],
    ids=["a stray byte", "Mac", "DOS", "UTF-8 as Windows", "UTF-8 as Mac"],
)
def test_signs_of_another_encoding_are_told_at_their_cells(site, run, written):
    site.write("tavola.csv", written)
    before = content(site)
    ran = run()
    assert (ran.code, content(site)) == (1, before)
    assert "error (garbled-text): “" in ran.out


@pytest.mark.parametrize("name", ["«PERCHÉ»", "L’università di Žižek", "Šmarje: «così…»", "100 °C", "SÃO — ‘é’", "x√2"])
def test_what_people_write_is_not_garbled(name):
    assert not is_garbled(name)


def test_headers_of_another_encoding_are_not_mended_in_the_map(site, run):
    site.replace("imports/iniziative.yaml", "header: Livello", "header: Qualità")
    site.write("tavola.csv", CSV.replace("Livello", "Qualità").encode("mac_roman"))
    ran = run()
    assert ran.code == 2
    assert "→ Its signs are of another encoding. Save it from the spreadsheet as “CSV UTF-8” or as XLSX." in ran.err


def test_a_row_without_its_key_is_no_record(site, run):
    site.write("tavola.csv", f"{CSV}TOTALE;;;;;7\n")
    before = content(site)
    ran = run()
    assert (ran.code, content(site)) == (1, before)
    assert "tavola.csv, cell E11 (“Anno”): error (row-without-key): The row has nothing under “Anno”" in ran.out


def test_two_columns_that_may_be_the_same_are_told(site, run):
    site.replace("tavola.csv", "Note interne", "anno")
    ran = run()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("vetrina: tavola.csv has several columns that may be “Anno”: E, F.\n")


def test_a_header_goes_before_the_others_that_a_column_may_have(site, run):
    site.replace("tavola.csv", "Note interne", "Title")
    ran = run()
    assert ran.last.startswith("6 new records;")
    assert "Columns that the map does not name: Title." in ran.out


def test_a_unit_is_of_numbers_alone(site, run):
    site.replace("imports/iniziative.yaml", "    field: start\n", "    field: start\n    unit: EUR\n")
    assert "error (unknown-key): “unit” is not a field of a column." in run().out


def test_headers_that_come_again_are_no_row(site, run):
    header = CSV.splitlines()[2]
    site.replace("tavola.csv", "Il laboratorio", f"{header}\nIl laboratorio")
    assert run().last.startswith("6 new records;")


def test_the_sheet_is_chosen_by_the_map(site, run):
    workbook(site.root / "tavola.xlsx", [["Titolo"]])
    site.replace("imports/iniziative.yaml", "columns:", "sheet: Dati\ncolumns:")
    ran = run(table="tavola.xlsx")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == "vetrina: tavola.xlsx has no sheet “Dati”. Its sheets are: Elenco."


def test_cells_may_have_lines_and_spaces_of_all_sorts(site, run):
    written = CSV.replace("La notte delle lucciole;Locale", '"La notte\ndelle\u00a0lucciole ";Locale')
    site.write("tavola.csv", written.replace("Un mulino", f"Un {'lungo ' * 99}mulino"))
    ran = run()
    assert ran.code == 0
    assert "title: La notte delle\u00a0lucciole\n" in site.read(NIGHT), "no line breaks there"
    assert run().last.startswith("0 new records; 0 changed; 6 as they were")


def test_a_space_at_which_no_line_breaks_is_kept_in_texts_and_stands_in_no_name(site, run):
    site.write(
        "tavola.csv", CSV.replace("La notte delle l", "La notte\u00a0delle\u202fl").replace("e arti", "e\u00a0arti")
    )
    assert run().code == 0
    assert "title: La notte\u00a0delle\u202flucciole\n" in site.read(NIGHT)
    assert not any("\u00a0arti" in text for name, text in content(site).items() if name.startswith("content/"))
    assert run().last.startswith("0 new records; 0 changed; 6 as they were")


# --- again ---

WORDS = {
    "S": ("summary", "", "Al buio, sul fiume"),
    "W": ("searched_as", "", "uno due; tre quattro"),
    "X": ("text", "", "Vicino al fiume"),
    "Title": ("title", "en", "The night of fireflies"),
    "Abstract": ("summary", "en", "On the river"),
    "Text": ("text", "en", "A night on the river"),
    "Allow": ("allow.value", "", "0321 123456"),
    "Code": ("allow.code", "", "phone-number"),
    "Why": ("allow.because", "", "Un codice, non un numero"),
}


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
@pytest.mark.parametrize("header", [one for one in WORDS if one != "Code"])
def test_a_row_that_differs_by_a_space_at_which_no_line_breaks_changes_its_record_once(site, run, header, space):
    columns = (
        f"  - {{header: {one}, field: {field}{f', language: {language}' if language else ''}}}\n"
        for one, (field, language, _) in WORDS.items()
    )
    site.replace("imports/iniziative.yaml", "constants:\n", f"{''.join(columns)}constants:\n")

    def table(**other: str) -> None:
        lines = CSV.splitlines()
        cells = (other.get(one, text) for one, (_, _, text) in WORDS.items())
        more = {2: ";".join(WORDS), 3: ";".join(f'"{one}"' for one in cells)}
        nothing = ";" * (len(WORDS) - 1)
        site.write("tavola.csv", "".join(f"{one};{more.get(at, nothing)}\n" for at, one in enumerate(lines)))

    table()
    assert run().code == 0
    table(**{header: WORDS[header][2].replace(" ", space)})
    assert run("--force").code == 0
    after = content(site)
    assert [path for path, text in after.items() if space in text] == [TRANSLATION if WORDS[header][1] else NIGHT]
    assert run("--force").last.startswith("0 new records; 0 changed; 6 as they were; 0 more")
    assert content(site) == after
    table()
    assert run("--force").code == 0
    assert not [path for path, text in content(site).items() if space in text]


def test_again_nothing_is_written_twice(site, run):
    run()
    before = content(site)
    ran = run()
    assert ran.last == "0 new records; 0 changed; 6 as they were; 0 more that they name; no problems."
    assert content(site) == before


def test_a_row_that_changed_changes_its_record_alone_and_keeps_its_id(site, run):
    run()
    before = content(site)
    site.replace("tavola.csv", "La notte delle lucciole;Locale", "La notte delle lucciole;Nazionale")
    ran = run("--force")
    assert ran.last == "0 new records; 1 changed; 5 as they were; 0 more that they name; no problems."
    assert "-scope: local\n+scope: national\n" in ran.out
    after = content(site)
    assert [path for path in after if after[path] != before[path]] == [NIGHT, HISTORY]


def test_a_day_written_otherwise_is_the_same_row_and_the_same_id(site, run):
    for spelling, last in (("26/09/2024", "6 new"), ("26 settembre 2024", "0 new"), ("2024-09-26", "0 new")):
        site.write("tavola.csv", CSV.replace("Lettere e arti;2024;", f"Lettere e arti;{spelling};"))
        ran = run("--force")
        assert ran.last.startswith(last)
    assert ran.last.startswith("0 new records; 0 changed; 6 as they were")
    assert "start: 2024-09-26\n" in site.read("content/initiatives/voci-d-acqua-concerto-sul-molo-2024-09-26.md")


def test_a_row_known_by_its_words_alone_is_known_still(site, run):
    site.write("tavola.csv", CSV.replace("Lettere e arti;2024;", "Lettere e arti;26/09/2024;"))
    run()
    site.replace(HISTORY, "molo · 2024-09-26", "molo · 26/09/2024")
    assert run().last.startswith("0 new records; 0 changed; 6 as they were")


def test_what_was_edited_by_hand_stays_and_is_told(site, run):
    run()
    site.replace(NIGHT, "scope: local", "scope: regional").replace(NIGHT, "not_stated:\n  - form\n", "form: culture\n")
    site.replace(NIGHT, "title: La notte", "summary: Una sera lungo il fiume.\ntitle: La notte")
    site.replace(
        "tavola.csv", "La notte delle lucciole;Locale;Incontri", "La notte delle lucciole;Nazionale;Spettacoli"
    )
    ran = run("--force")
    assert ran.code == 0
    edited = site.read(NIGHT)
    assert "scope: regional\n" in edited
    assert "summary: Una sera lungo il fiume.\n" in edited
    assert "form: culture\n" in edited
    assert "not_stated" not in edited
    assert "- spettacoli\n" in edited
    told = "initiatives/la-notte-delle-lucciole-2023: “scope” was edited since and stays: “regional”."
    assert f"{told} The table says: “national”." in ran.out.splitlines()
    assert run("--force").out.count("was edited since") == 1


def test_what_is_no_longer_in_the_table_stays_and_what_was_removed_does_not_come_back(site, run):
    run()
    site.remove(NIGHT)
    site.write("tavola.csv", "\n".join(line for line in CSV.split("\n") if "ponti" not in line))
    ran = run("--force")
    assert "No longer in the table, and still here: initiatives/il-laboratorio-dei-ponti-2024." in ran.out
    gone = (
        "Removed or renamed since they were imported, and not written again: initiatives/la-notte-delle-lucciole-2023."
    )
    assert gone in ran.out
    assert not (site.root / NIGHT).exists()


@pytest.mark.parametrize("id_", ["initiatives/la-notte-delle-lucciole-2023", "la-notte-delle-lucciole-2023"])
def test_a_record_that_is_renamed_follows_its_row_still(site, run, capsys, id_):
    """Also where the row was imported when rows named no folder."""
    run()
    site.replace(HISTORY, "initiatives/la-notte-delle-lucciole-2023", id_)
    assert (
        ran(capsys, "rename", "initiatives/la-notte-delle-lucciole-2023", "notte", "--force", "--root", site.root)[0]
        == 0
    )
    site.replace("tavola.csv", "La notte delle lucciole;Locale", "La notte delle lucciole;Nazionale")
    again = run("--force")
    assert again.last == "0 new records; 1 changed; 5 as they were; 0 more that they name; no problems."
    assert "scope: national\n" in site.read("content/initiatives/notte.md")
    assert not (site.root / NIGHT).exists()


@pytest.mark.parametrize(
    ("old", "title"),
    [("organisations/lettere-e-arti", "Lettere e arti"), ("sources/elenco-iniziative-2024", "Elenco delle")],
)
def test_what_rows_name_is_known_by_the_id_it_had(site, run, capsys, old, title):
    """Whatever it is called now."""
    run()
    folder = old.partition("/")[0]
    assert ran(capsys, "rename", old, "altro", "--force", "--root", site.root)[0] == 0
    file = f"content/{folder}/altro.md"
    site.replace(file if (site.root / file).exists() else file.replace(".md", ".yaml"), f"title: {title}", "title: Un")
    before = content(site)
    again = run("--force")
    assert again.last == "0 new records; 0 changed; 6 as they were; 0 more that they name; no problems."
    assert content(site) | {HISTORY: ""} == before | {HISTORY: ""}


def test_a_new_row_does_not_take_an_id_that_still_answers(site, run, capsys):
    run()
    ran(capsys, "rename", "initiatives/la-notte-delle-lucciole-2023", "notte", "--force", "--root", site.root)
    site.remove(HISTORY)
    assert run("--force").code == 0
    assert (site.root / "content/initiatives/la-notte-delle-lucciole-2023-2.md").exists()


def test_what_would_be_wrong_elsewhere_is_told_and_nothing_is_written(site, run):
    """An old address, written by hand, of a record that a row becomes."""
    site.write("content/pages/lucciole.md", site.read("content/pages/method.md").replace("---\n", REDIRECTED, 1))
    before = content(site)
    told = run()
    assert "content/pages/lucciole.md" in told.out and "same-address" in told.out
    assert (told.code, content(site)) == (1, before)


@pytest.mark.parametrize("id_", ["initiatives/biblioteca", "biblioteca"])
def test_a_row_of_another_kind_keeps_its_record(site, run, capsys, id_):
    run()
    site.replace(HISTORY, "initiatives/la-notte-delle-lucciole-2023", id_)
    site.write("content/initiatives/biblioteca.md", site.read(NIGHT)).remove(NIGHT)
    site.write("content/organisations/biblioteca.yaml", site.read("content/organisations/comune-di-valdombra.yaml"))
    before = site.read(HISTORY)
    ran(capsys, "rename", "organisations/biblioteca", "libri", "--force", "--root", site.root)
    assert (site.root / "content/organisations/libri.yaml").exists()
    assert site.read(HISTORY) == before


def test_a_record_that_was_withdrawn_takes_nothing_from_its_row(site, run, capsys):
    run()
    because = ("--because", "Mai avvenuta.", "--because", "en=It never took place.")
    asked = ("withdraw", "initiatives/la-notte-delle-lucciole-2023", *because, "--erase", "--force")
    told = ran(capsys, *asked, "--root", site.root, "--on", "2026-11-22", "--lang", "en")
    assert f"Its row stays in {HISTORY}, by its key: else an import would write it anew." in told.out.splitlines()
    assert "{id: initiatives/la-notte-delle-lucciole-2023}" in site.read(HISTORY)
    erased = site.read(NIGHT)
    site.replace("tavola.csv", "La notte delle lucciole;Locale", "La notte delle lucciole;Nazionale")
    again = run("--force")
    told = "Withdrawn since they were imported, and not written again: initiatives/la-notte-delle-lucciole-2023."
    assert told in again.out.splitlines()
    assert site.read(NIGHT) == erased


def test_a_value_that_the_table_no_longer_has_goes_with_it(site, run):
    run()
    site.replace("tavola.csv", "lucciole;Locale;", "lucciole;;")
    assert run("--force").code == 0
    assert "scope" not in site.read(NIGHT)


def test_the_text_below_the_facts_can_come_from_a_column(site, run):
    column = "  - header: Note interne\n    field: text\nconstants:"
    site.replace("imports/iniziative.yaml", "constants:", column)
    assert "(unfinished)" in run().out and not (site.root / NIGHT).exists()
    site.replace("tavola.csv", "da rivedere", "Vicino al fiume")
    run()
    assert site.read(NIGHT).endswith("---\n\nVicino al fiume\n")
    site.replace("tavola.csv", "Vicino al fiume", "Lungo il fiume")
    assert run("--force").code == 0
    assert site.read(NIGHT).endswith("---\n\nLungo il fiume\n")


def test_a_record_that_cannot_be_read_is_to_be_mended_first(site, run):
    run()
    site.replace(NIGHT, "title: La notte delle lucciole", "title: 'La notte")
    before = content(site)
    ran = run("--force")
    assert ran.code == 1
    assert f"{NIGHT}:2:8: error (yaml-syntax)" in ran.out
    assert content(site) == before


def test_files_that_git_does_not_hold_are_refused(site, run):
    run()
    site.replace("tavola.csv", "lucciole;Locale;", "lucciole;;")
    ran = run()
    assert ran.code == 2
    assert ran.err.startswith(f"vetrina: {NIGHT}, {HISTORY} would change")


# --- what is said of mistakes ---


def test_all_mistakes_are_told_at_once_by_their_cells_and_nothing_is_written(site, run):
    rows = (
        ("Locale;Incontri;Scienze del fiume;2023", "Comunale;Fiere;Scienze del fiume;2023"),
        ("Nazionale;Scuole;Scienze del fiume;2024", "Comunale;Scuole;Scienze del fiume;l’anno scorso"),
        ("locale;Incontri;Scienze del fiume;2024", "locale;Incontri;Scienze del fiume;2023"),
    )
    for old, new in rows:
        site.replace("tavola.csv", old, new)
    site.replace("imports/iniziative.yaml", "  not_stated: [form]\n", "")
    before = content(site)
    ran = run()
    assert ran.code == 1
    assert content(site) == before
    twice = "“Titolo, Anno” has “La notte delle lucciole · 2023” twice; the first is at line 4."
    heads = [line for line in ran.out.splitlines() if line.startswith(("tavola.csv", "    The same"))]
    assert heads == [
        "tavola.csv, row 4: error (required-field): “form” is missing.",
        "    The same in 4 further rows: 5, 6, 7, 9.",
        "tavola.csv, cell B4 (“Livello”): error (bad-choice): “Comunale” is not one of the values of “scope”.",
        "    The same in 1 further row: 6.",
        "tavola.csv, cell C4 (“Categoria”): error (bad-reference): “Fiere” is not a reference.",
        "tavola.csv, cell E6 (“Anno”): error (bad-date): “l’anno scorso” is not a date.",
        f"tavola.csv, cell A8 (“Titolo”): error (same-entry): {twice}",
    ]
    assert ran.last.startswith("Nothing is imported: ")


def test_what_is_wrong_in_the_map_is_counted_as_often_as_it_is_told(site, run):
    site.replace("imports/iniziative.yaml", "state: concluded", "state: finita")
    site.replace("imports/iniziative.yaml", "classification: source", "classification: fonte")
    ran = run()
    assert sum("iniziative.yaml:" in line and ": error (" in line for line in ran.out.splitlines()) == 2
    assert "The same in 5 further rows" in ran.out
    assert ran.last == "Nothing is imported: 8 errors."


def test_what_only_the_whole_knows_is_told_at_its_cell_too(site, run):
    site.replace("tavola.csv", "Locale;Incontri", "Locale;fiere")
    site.replace("tavola.csv", "La notte delle lucciole;Locale", "La notte TODO delle lucciole;Locale")
    ran = run()
    assert ran.code == 1
    assert "tavola.csv, cell C4 (“Categoria”): error (unknown-term): “fiere” is not an entry" in ran.out
    assert "tavola.csv, cell A4 (“Titolo”): error (unfinished)" in ran.out


def test_a_quotation_mark_that_is_not_closed_takes_in_no_other_row(site, run):
    before = content(site)
    for old, new in (
        ("La notte delle lucciole;Locale", '"La notte" delle lucciole;Locale'),
        ("Il laboratorio dei ponti", '"Il laboratorio dei ponti'),
        ("La notte delle lucciole;locale", 'La notte "delle lucciole";locale'),
        ("Sovraregionale;Scuole;Scienze", '"Sovraregionale;Scuole;Scienze'),
    ):
        site.replace("tavola.csv", old, new)
    ran = run()
    assert (ran.code, content(site)) == (1, before)
    unclosed = "error (unclosed-quote): The cell begins with a quotation mark that does not close it"
    assert [line.partition(": where")[0] for line in ran.out.splitlines() if "tavola.csv" in line] == [
        f"tavola.csv, cell A4 (“Titolo”): {unclosed}",
        f"tavola.csv, cell B9 (“Livello”): {unclosed}",
    ]
    assert "The same in 1 further row: 6." in ran.out


def test_rows_in_a_cell_of_one_line_are_told_and_lines_of_a_text_are_none(site, run):
    site.replace("tavola.csv", ";Note interne", ";Testo")
    site.replace("tavola.csv", ";da rivedere", ';"Sul fiume;\n\ndi sera"')
    site.replace("imports/iniziative.yaml", "constants:", "  - {header: Testo, field: text}\nconstants:")
    assert run().code == 0
    site.replace("tavola.csv", "Il laboratorio dei ponti", '"Il laboratorio dei ponti')
    site.replace("tavola.csv", "La notte delle lucciole;locale", 'La notte delle lucciole";locale')
    ran = run()
    assert ran.code == 1
    told = "tavola.csv, cell A6 (“Titolo”): error (rows-in-cell): The cell has several lines, with “;” among them"
    assert [line.partition(": other")[0] for line in ran.out.splitlines() if "error (" in line] == [told]


def test_a_mark_outside_the_columns_is_told_by_its_row(site, run):
    site.replace("tavola.csv", "2024;\nIl", '2024;;"x\nIl')
    assert "tavola.csv, row 5: error (unclosed-quote)" in run().out


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_a_spreadsheet_writes_is_read_cell_by_cell(tmp_path, delimiter, end):
    rows = (("a", "b"), ('Uno "due"; tre, quattro\tcinque', 'sei\nsette "otto"'), ("", '"'), ("nove", ""))
    with (tmp_path / "x.csv").open("w", newline="") as file:
        csv.writer(file, delimiter=delimiter, lineterminator=end).writerows(rows)
    read = read_table(tmp_path / "x.csv", {"a": (), "b": ()})
    assert [(row.cells, row.unclosed) for row in read.rows] == [(row, ()) for row in rows[1:]]


def test_italian_is_spoken(site, run):
    site.replace("tavola.csv", "Locale;Incontri", "Comunale;Incontri")
    ran = run(lang="it")
    assert "tavola.csv, cella B4 («Livello»): errore (bad-choice)" in ran.out
    assert ran.last == "Non si importa nulla: 1 errore."


def test_a_map_is_read_as_content_is(site, run):
    site.replace("imports/iniziative.yaml", "field: title", "field: titolo")
    site.replace("imports/iniziative.yaml", "key: [Titolo, Anno]", "key: [Titolo, Hanno]")
    ran = run()
    assert ran.code == 1
    assert "iniziative.yaml:9:15: error (bad-choice): “Hanno” is not one of the values of “key”." in ran.out
    assert "iniziative.yaml:13:12: error (unknown-key): “titolo” is not a field of an initiative." in ran.out
    assert "Did you mean “title”?" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"kind": "incontro"}, "vetrina: “incontro” is no kind of record."),
        ({"table": "manca.csv"}, "manca.csv cannot be read: No such file or directory."),
        ({"table": "content/site.yaml"}, "vetrina: site.yaml is no table that can be imported."),
    ],
)
def test_what_cannot_begin_says_why(site, run, arguments, said):
    ran = run(**arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_missing_column_is_told_with_those_there_are(site, run):
    site.replace("tavola.csv", "Livello;", "Ambito;").replace("tavola.csv", ";Anno;", ";Year;")
    ran = run()
    assert ran.err.splitlines()[0] == (
        "vetrina: tavola.csv has no column with the header: Livello, Anno. Its headers are: Titolo, Ambito, Categoria, "
        "Dipartimento, Year, Note interne."
    )


def test_every_option_that_is_needed_is_asked_for(site, capsys):
    assert main(["import", "tavola.csv", "--root", str(site.root), "--lang", "en"]) == 2
    assert capsys.readouterr().err.startswith("vetrina: --as is missing.")


# --- many ---


def test_six_hundred_rows_in_one_go(site, run):
    levels, categories = ("Locale", "Regionale", "Nazionale", "Internazionale"), ("Incontri", "Spettacoli", "Scuole")
    departments = ("Scienze del fiume", "Lettere e arti", "Economia della valle")
    rows = [
        f"Incontro A{one};{levels[one % 4]};{categories[one % 3]};{departments[one % 3]};{2020 + one % 5};"
        for one in range(600)
    ]
    site.write("tavola.csv", "\n".join(["Titolo;Livello;Categoria;Dipartimento;Anno;Note interne", *rows]))
    ran = run()
    assert ran.last == "600 new records; 0 changed; 0 as they were; 4 more that they name; no problems."


# --- what is read ---


def test_letters_of_columns():
    assert [letter_of(number) for number in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_table_may_have_its_headers_below_a_title(site):
    table = read_table(site.root / "tavola.csv", {"Titolo": ()})
    assert (table.headers[0], table.rows[0].number) == ("Titolo", 4)


def test_a_field_of_another_record_cannot_be_new(site, run):
    site.replace("imports/iniziative.yaml", "    field: start\n", "    field: start\n    new: {nature: department}\n")
    assert "error (unknown-key): “new” is not a field of a column." in run().out


def test_what_a_map_declares_is_all_it_knows():
    assert {*ImportMap.declared} == {"source", "id", "key", "sheet", "columns", "constants", "tables"}
    assert "text" not in Initiative.declared


def test_rows_can_be_events_of_which_only_the_year_is_known(site, run):
    for old, new in (("promoter", "organisers"), ("field: start", "field: starts"), ("  state: concluded\n", "")):
        site.replace("imports/iniziative.yaml", old, new)
    site.replace("imports/iniziative.yaml", "[form]", "[form, cost]")
    assert run(kind="eventi").last == "6 new records; 0 changed; 0 as they were; 3 more that they name; no problems."
    assert "starts: '2023'\n" in site.read("content/events/la-notte-delle-lucciole-2023.md")
    assert {"eventi/portata/local", "eventi/struttura/lettere-e-arti", "eventi/public-engagement/scuole"} <= {
        one.rpartition("/")[0] for one in site.build().files()
    }


# --- translations ---

ENGLISH = """\
  - {header: Title, field: title, language: en}
  - {header: Abstract, field: summary, language: en}
  - {header: Text, field: text, language: en}
"""
TRANSLATION = NIGHT.replace(".md", ".en.md")


def with_english(site: SiteTest, summary: str = "Fireflies.") -> None:
    """The first row has a translation, the others have none."""
    lines = CSV.splitlines()
    cells = {2: "Title;Abstract;Text", 3: f"The night of fireflies;{summary};On the river."}
    site.write("tavola.csv", "".join(f"{line};{cells.get(number, ';;')}\n" for number, line in enumerate(lines)))
    if "language: en" not in site.read("imports/iniziative.yaml"):
        site.replace("imports/iniziative.yaml", "constants:\n", f"{ENGLISH}constants:\n")


def test_columns_in_another_language_become_a_translation_that_follows_its_record(site, run):
    with_english(site)
    assert run().last == (
        "6 new records; 0 changed; 0 as they were; 1 translation; 3 more that they name; no problems."
    )
    written = site.read(TRANSLATION)
    assert "title: The night of fireflies\nsummary: Fireflies.\ntranslated_from: " in written
    assert written.endswith("---\n\nOn the river.\n")
    assert [one.place.path for one in site.check().found if one.place.path == TRANSLATION] == []
    assert run().last == "0 new records; 0 changed; 6 as they were; 0 more that they name; no problems."


def test_of_what_was_edited_to_no_value_of_its_field_what_stands_there_is_shown(site, run):
    run()
    site.replace(NIGHT, "scope: local", "scope: della valle")
    assert "“scope” was edited since and stays: “della valle”. " in run("--force").out
    assert "scope: della valle\n" in site.read(NIGHT)


def test_a_translation_that_was_edited_stays_and_what_was_not_follows_the_table(site, run):
    with_english(site)
    run()
    site.replace(TRANSLATION, "The night of fireflies", "Fireflies by night")
    with_english(site, "Fireflies and stars.")
    ran = run("--force")
    assert (
        "“en.title” was edited since and stays: “Fireflies by night”. The table says: “The night of fireflies”."
        in ran.out
    )
    written = site.read(TRANSLATION)
    assert "title: Fireflies by night\nsummary: Fireflies and stars.\n" in written
    site.remove(TRANSLATION)
    run("--force")
    assert not (site.root / TRANSLATION).exists()


def test_a_translation_without_a_title_and_a_map_in_no_language_of_the_site_are_told(site, run):
    with_english(site)
    site.replace("tavola.csv", "The night of fireflies", "")
    ran = run()
    assert ran.code == 1
    assert "missing-key" in ran.out
    with_english(site)
    site.replace("imports/iniziative.yaml", "field: summary, language: en", "field: scope, language: fr")
    ran = run()
    assert ran.code == 1
    assert "“fr”" in ran.out
    assert "“scope”" in ran.out
    assert not (site.root / TRANSLATION).exists()
