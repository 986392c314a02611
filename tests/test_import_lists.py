"""`vetrina import` with tables of lists: a row is one value of a list of a record in the first table."""

from typing import Any

import pytest
import xlsxwriter
import yaml

from tests.harness import DAY, SiteTest
from tests.ran import ran

AGREEMENTS = """\
id;titolo;forma;stadio;parti
molo;Un molo per tutti;memorandum;signed;unicollefiorito; comune-di-valdombra
ponte;Il ponte;memorandum;signed;unicollefiorito; comune-di-valdombra
"""
SIGNATORIES = """\
accordo,n,ruolo,per
ponte,10,Sindaco,comune-di-valdombra
ponte,9,Rettrice,unicollefiorito
molo,1,"Capo dell’ufficio; ad interim",Comune di Valdombra
"""
SOURCES = """\
accordo,fonte,dove,che cosa
ponte,comunicato-mobilita,pagina 2,parties; stage
ponte,altra-fonte,,
"""
MAP = """\
source: comunicato-mobilita
id: '{id}'
key: [id]
columns:
  - {header: id}
  - {header: titolo, field: title}
  - {header: forma, field: form}
  - {header: stadio, field: stage}
  - {header: parti, field: parties}
constants: {not_stated: [signed_on, effective_on, duration, renewal, value, act]}
tables:
  - file: firmatari.csv
    field: signatories
    record: [accordo]
    position: [n]
    columns:
      - {header: ruolo, field: signatories.role}
      - {header: per, field: signatories.on_behalf_of}
  - file: fonti.csv
    field: sources
    record: [accordo]
    columns:
      - {header: fonte, field: sources.source}
      - {header: dove, field: sources.where}
      - {header: che cosa, field: sources.fields}
"""
TOWN = "comune-di-valdombra"
RECTOR = {"role": {"it": "Rettrice"}, "on_behalf_of": "unicollefiorito"}
MAYOR = {"role": {"it": "Sindaco"}, "on_behalf_of": TOWN}


@pytest.fixture
def site() -> SiteTest:
    site = SiteTest()
    site.write("content/sources/altra-fonte.yaml", site.read("content/sources/comunicato-mobilita.yaml"))
    site.replace("content/sources/altra-fonte.yaml", "https://", "https://altra.")
    tables = {"accordi": AGREEMENTS.replace("; ", ", ").replace(";", "\t"), "firmatari": SIGNATORIES, "fonti": SOURCES}
    for name, text in tables.items():
        site.write(f"tavole/{name}.csv", text.replace("\t", ";"))
    return site.write("m.yaml", MAP.replace("field: parties}", "field: parties, split: ','}"))


@pytest.fixture
def run(site, capsys):
    def asked(table: str = "tavole/accordi.csv"):
        options = ("--as", "agreements", "--map", site.root / "m.yaml", "--root", site.root, "--on", DAY)
        return ran(capsys, "import", site.root / table, *options, "--lang", "en", "--force")

    return asked


def facts(site: SiteTest, record: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(site.read(f"content/agreements/{record}.md").split("---")[1], yaml.CSafeLoader)
    return found


def test_each_row_is_a_value_of_its_record_in_the_order_of_its_numbers(site, run):
    told = run()
    assert (told.code, told.last) == (
        0,
        "2 new records; 0 changed; 0 as they were; 0 more that they name; no problems.",
    )
    bridge, pier = facts(site, "ponte"), facts(site, "molo")
    assert bridge["signatories"] == [RECTOR, MAYOR]
    assert pier["signatories"] == [{"role": {"it": "Capo dell’ufficio; ad interim"}, "on_behalf_of": TOWN}]
    own = {"source": "comunicato-mobilita", "where": {"it": "pagina 2"}, "fields": ["parties", "stage"]}
    assert bridge["sources"] == [own, {"source": "altra-fonte"}]
    assert pier["sources"] == [{"source": "comunicato-mobilita"}], "that of all, without its own"
    again = run()
    assert (again.code, again.last[:45]) == (0, "0 new records; 0 changed; 2 as they were; 0 m")


def test_a_row_that_changed_or_went_changes_its_record_alone(site, run):
    run()
    before = site.read("content/agreements/molo.md")
    site.replace("tavole/firmatari.csv", "ponte,9,Rettrice,unicollefiorito\n", "")
    assert run().last.startswith("0 new records; 1 changed; 1 as it was;")
    assert facts(site, "ponte")["signatories"] == [MAYOR]
    assert site.read("content/agreements/molo.md") == before


def test_a_space_at_which_no_line_breaks_is_kept_in_what_a_source_says(site, run):
    site.replace("m.yaml", "{header: che cosa,", "{header: parole, field: sources.words}\n      - {header: che cosa,")
    lines = zip(SOURCES.splitlines(), ("parole", "dura tre anni", ""), strict=True)
    site.write("tavole/fonti.csv", "".join(f"{line},{words}\n" for line, words in lines))
    assert run().code == 0
    site.replace("tavole/fonti.csv", "dura tre", "dura\u00a0tre")
    assert run().last.startswith("0 new records; 1 changed; 1 as it was;")
    assert facts(site, "ponte")["sources"][0]["words"] == "dura\u00a0tre anni"
    assert run().last.startswith("0 new records; 0 changed; 2 as they were;")


def test_what_a_list_without_rows_owes_is_not_stated(site, run):
    site.replace("tavole/firmatari.csv", "molo,1", "ponte,1")
    assert run().code == 0
    assert "  - signatories\n" in site.read("content/agreements/molo.md")


def test_a_sheet_of_the_same_workbook_is_a_table_too(site, run):
    book = xlsxwriter.Workbook(site.root / "tavole/accordi.xlsx")
    rows = [line.split(";", 4) for line in AGREEMENTS.splitlines()]
    for name, lines in (("accordi", rows), ("chi firma", [one.split(",", 3) for one in SIGNATORIES.splitlines()])):
        sheet = book.add_worksheet(name)
        for number, cells in enumerate(lines):
            sheet.write_row(number, 0, [one.strip('"') for one in cells])
    book.close()
    site.replace("m.yaml", "  - file: firmatari.csv\n", "  - sheet: chi firma\n").replace("m.yaml", ", split: ','", "")
    site.replace("tavole/fonti.csv", "altra-fonte", "altra")
    told = run("tavole/accordi.xlsx")
    assert "fonti.csv, cell B3 (“fonte”): error (unknown-reference)" in told.out
    site.replace("tavole/fonti.csv", "altra,", "altra-fonte,")
    told = run("tavole/accordi.xlsx")
    assert told.code == 0, told.out
    assert facts(site, "ponte")["signatories"] == [RECTOR, MAYOR]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("pontr,3,Prorettore,unicollefiorito", "cell A5 (“accordo”): error (row-of-no-record): No row of the"),
        ("ponte,tre,Prorettore,unicollefiorito", "cell B5 (“n”): error (wrong-type): “n” should be a whole number"),
        ("ponte,9,Prorettore,unicollefiorito", "cell B5 (“n”): error (same-entry): “n” has 9 twice; the first is"),
        ("ponte,3,Prorettore,unicolle", "cell D5 (“per”): error (unknown-reference): No record “unicolle”"),
        (",3,Prorettore,unicollefiorito", "cell A5 (“accordo”): error (row-without-key)"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_row_is_told_at_its_cell_and_nothing_is_written(site, run, row, told):
    site.write("tavole/firmatari.csv", SIGNATORIES + row + "\n")
    found = run()
    assert found.code == 1
    assert f"firmatari.csv, {told}" in found.out
    assert not (site.root / "content/agreements/ponte.md").exists()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "field: signatories\n",
            "field: signatory\n",
            "13:12: error (bad-choice): “signatory” is not",
        ),
        ("field: sources\n", "field: parties\n", "error (one-of-two): Of “columns: parties” and “tables: parties”"),
        (
            "field: sources\n",
            "field: signatories\n",
            "error (one-of-two): Of “tables: signatories” and “tables",
        ),
        ("[n]", "[n, per]", "15:15: error (too-many-entries): Here stand more entries than can be read: at most 1."),
        ("[n]", "[numero]", "firmatari.csv has no column with the header: numero."),
        ("record: [accordo]\n    position", "record: [accordo, per]\n    position", "“accordo, per” is not one of"),
        ("field: signatories.role", "field: value", "17:32: error (bad-choice): “value” is not one of the values of"),
        (
            "field: signatories.role",
            "field: signatories.title",
            "error (unknown-key): “title” is not a field of",
        ),
        (
            "field: signatories.role",
            "field: summary, language: en",
            "error (unknown-key): “language” is not a",
        ),
        ("file: fonti.csv", "file: fonte.csv", "fonte.csv cannot be read"),
        *(
            ("file: fonti.csv", f"file: {way}", "19:11: error (wrong-type): “file” should be the name of a file in the")
            for way in ("../dati/fonti.csv", "/tmp/fonti.csv", "'dati\\fonti.csv'", "fonti/", "..")
        ),
    ],
)
def test_what_a_map_says_of_lists_is_checked_first(site, run, old, new, told):
    site.replace("m.yaml", old, new)
    found = run()
    assert found.code
    assert told in found.out + found.err


def test_columns_of_one_value_make_one_and_the_same_again_make_another(site, run):
    site.write(
        "tavole/accordi.csv",
        "id;titolo;forma;stadio;parti;primo;per il primo;secondo;per il secondo\n"
        "molo;Il molo;memorandum;signed;unicollefiorito,comune-di-valdombra;Rettrice;unicollefiorito;Sindaco;\n"
        "ponte;Il ponte;memorandum;signed;unicollefiorito,comune-di-valdombra;;;Sindaco;comune-di-valdombra\n",
    )
    site.write("m.yaml", site.read("m.yaml").partition("tables:")[0])
    names = ("primo", "per il primo", "secondo", "per il secondo")
    fields = ("role", "on_behalf_of") * 2
    lines = (f"  - {{header: {name}, field: signatories.{field}}}\n" for name, field in zip(names, fields, strict=True))
    site.replace("m.yaml", "constants:", f"{''.join(lines)}constants:")
    assert run().code == 0
    assert facts(site, "molo")["signatories"] == [RECTOR, {"role": MAYOR["role"]}]
    assert facts(site, "ponte")["signatories"] == [MAYOR]
