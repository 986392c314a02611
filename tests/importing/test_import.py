"""`vetrina import` as who has a table meets it: what becomes of its rows, and what is said of cells."""

import csv

import pytest

from generator.cli import main
from generator.imports.import_map import ImportMap
from generator.imports.spreadsheet import letter_of, read_table
from generator.kinds.initiative import Initiative
from tests.harness import SiteTest
from tests.importing.imported import CSV, HISTORY, NIGHT, content

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
