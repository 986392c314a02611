"""`vetrina import` of tables in every form that spreadsheets write."""

import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from generator.imports.encodings import is_garbled
from generator.imports.spreadsheet import letter_of
from generator.imports.workbook_cells import unit_of
from tests.harness import SiteTest
from tests.importing.imported import CSV, ENGAGEMENT, NIGHT, TABLES, content


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
