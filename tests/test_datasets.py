"""The data of each kind as files: read again by other programs, compared with the records and with each other."""

import csv
import datetime
import io
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from generator.content.record import AnyRecord
from generator.exports.change_log import KeptLog
from generator.exports.datasets import dataset_files, kinds_with_data, relation_label, table
from generator.exports.relations import COMPUTED, WORDS, relations
from generator.exports.tables import names_of_data
from generator.fields.declare import ListOf, optional
from generator.fields.quantities import MONEY
from generator.fields.values import Day, Quantity
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS
from generator.kinds.event import Event
from generator.kinds.initiative import Initiative
from generator.output.comma_separated import comma_separated
from generator.output.workbook import workbook
from generator.pipeline import Options, check
from generator.text.context import Context
from generator.urls import Urls
from generator.view.data_files import CsvTable, Data, Sheet, Workbook
from generator.words import words_for
from tests.harness import SITES, BuiltSite, SiteTest, text_of
from tests.long import IS_LONG

LANGUAGES = ("it", "en")
EVENT = """\
title: Notte
form: talk
organisers: [unicollefiorito]
starts: {starts}
not_stated: [cost]
sources: [{{source: comunicato-mobilita}}]
"""


@pytest.fixture(scope="module")
def contexts() -> tuple[Context, ...]:
    """The small showcase in its languages, nothing built."""
    checked = check(Options(root=SITES / "showcase", day=datetime.date(2026, 11, 22)))
    assert checked.site_map
    return checked.site_map.contexts


def test_where_the_data_stand_is_told_before_what_their_columns_are(
    contexts: tuple[Context, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check asks for the paths alone, of every kind, each time."""

    def asked(*given: object) -> None:
        raise AssertionError(given)

    monkeypatch.setattr("generator.exports.datasets.relations", asked)
    monkeypatch.setattr("generator.exports.data_catalogue.relations", asked)
    for context in contexts:
        assert [path for path, _ in dataset_files(context, KeptLog((context,))) if path.endswith("columns.csv")]
    assert check(Options(root=SITES / "showcase", day=datetime.date(2026, 11, 22))).site_map


@pytest.fixture(scope="module")
def files(contexts: tuple[Context, ...]) -> dict[str, Any]:
    """Every file of the data by its path, as a view."""
    return {path: make() for context in contexts for path, make in dataset_files(context, KeptLog(contexts))}


def read_csv(view: CsvTable) -> list[dict[str, str]]:
    text = comma_separated(view).decode()
    assert text.count("\n") == text.count("\r\n") == len(view.rows) + 1
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_kind_that_has_a_record_has_every_form_in_each_language(
    contexts: tuple[Context, ...], files: dict[str, Any]
) -> None:
    for context, folder in zip(contexts, ("dati/v1/", "en/data/v1/"), strict=True):
        for kind in kinds_with_data(context):
            word = kind.segments[context.language]
            for form in ("csv", "json", "xlsx", "schema.json", "columns.csv", "sources.csv"):
                assert f"{folder}{word}.{form}" in files
    assert {kind.folder for kind in kinds_with_data(contexts[0])} == {
        ref.folder for ref in contexts[0].showcase.names()
    }


def test_no_two_columns_of_a_table_have_one_name(contexts: tuple[Context, ...]) -> None:
    for kind in KINDS:
        for relation in relations(contexts[0], kind):
            names = [one.name for one in relation.columns]
            assert len(set(names)) == len(names), f"{kind.folder} {relation.name}"


def expected(record: AnyRecord, name: str) -> str:
    """What a column that is a field by itself says, from the facts alone."""
    value = record.facts.held(name)
    written = record.facts.declared[name].is_a.write(value) if value is not None else ""
    return str(written)


def test_no_two_lists_of_a_kind_have_one_name_and_the_table_of_records_has_the_kinds(
    contexts: tuple[Context, ...],
) -> None:
    for context in contexts:
        for kind in KINDS:
            first, *lists = [relation_label(context, kind, one) for one in relations(context, kind)]
            assert first == context.words.text(kind.plural)
            assert len(set(lists)) == len(lists)


def test_a_row_says_what_the_record_does(contexts: tuple[Context, ...]) -> None:
    """Every field that one cell holds, of every record, as its own writer writes it."""
    compared = 0
    for context in contexts:
        for kind in kinds_with_data(context):
            rows = {row["id"]: row for row in read_csv(table(context, kind))}
            refs = names_of_data(context, kind)
            assert list(rows) == [ref.id for ref in refs]
            for ref in refs:
                record, row = context.showcase[ref], rows[ref.id]
                assert row["title"] == record.wordings[row["words_in"]].title
                for name, field in kind.declared.items():
                    is_one = (
                        field.group is None
                        and field.is_a.columns_of(context.site) == ("",)
                        and not isinstance(field.is_a, ListOf)
                    )
                    if is_one and not field.private and name not in WORDS:
                        assert row[name] == expected(record, name), f"{ref} {name}"
                        compared += 1
    assert compared > 500


def test_every_value_of_every_list_has_a_row(contexts: tuple[Context, ...]) -> None:
    for kind in kinds_with_data(contexts[0]):
        for name, field in kind.declared.items():
            if not isinstance(field.is_a, ListOf) or field.private:
                continue
            rows = read_csv(table(contexts[0], kind, name))
            for ref in names_of_data(contexts[0], kind):
                values = contexts[0].showcase[ref].facts.values_of(name)
                found = [row for row in rows if row["record"] == ref.id]
                assert [int(row["position"]) for row in found] == list(range(1, len(values) + 1))
                if field.group is None and field.item.columns_of(contexts[0].site) == ("",):
                    assert [row[name] for row in found] == [str(field.item.write(value)) for value in values]


def test_every_figure_has_its_qualifier_its_unit_and_its_source(contexts: tuple[Context, ...]) -> None:
    indicators = next(kind for kind in kinds_with_data(contexts[0]) if kind.folder == "indicators")
    rows = read_csv(table(contexts[0], indicators, "series"))
    held = [
        (ref.id, one)
        for ref in names_of_data(contexts[0], indicators)
        for one in contexts[0].showcase[ref].facts.values_of("series")
    ]
    assert len(rows) == len(held) > 2
    for row, (id_, reading) in zip(rows, held, strict=True):
        value: Quantity = reading.value  # type: ignore[attr-defined]
        told = (row["record"], row["value"], row["value.qualifier"], row["value.unit"], row["source"])
        assert told == (id_, str(value.number), value.qualifier, value.code, reading.source.id)  # type: ignore[attr-defined]


def test_json_holds_to_its_schema_and_says_what_the_tables_do(files: dict[str, Any]) -> None:
    """In the first language; in `make test-long` in all, whose schemas have other labels alone."""
    from jsonschema import Draft202012Validator  # slow to load

    for path, view in files.items():
        if not path.endswith(".json") or path.endswith("schema.json") or not (IS_LONG or path.startswith("dati/")):
            continue
        schema = files[path.replace(".json", ".schema.json")]
        assert isinstance(view, Data) and isinstance(schema, Data)
        Draft202012Validator.check_schema(dict(schema.value))
        Draft202012Validator(dict(schema.value)).validate(json.loads(json.dumps(view.value)))
        tables = view.value["tables"]
        assert isinstance(tables, dict)
        for name, rows in tables.items():
            beside = files[path.replace(".json", ".csv" if name == "records" else f".{name}.csv")]
            assert [[_as_text(cell) for cell in row.values()] for row in rows] == [
                [_number(cell, row[column]) for column, cell in zip(beside.head, cells, strict=True)]
                for row, cells in zip(rows, beside.rows, strict=True)
            ]


def _as_text(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _number(cell: str, told: object) -> str:
    """A cell; of a number with decimals, as Python writes it."""
    return str(float(cell)) if isinstance(told, float) else cell


def test_a_spreadsheet_has_numbers_days_and_truths_as_such(files: dict[str, Any]) -> None:
    """Read again by a library that did not write it, and compared with the tables cell by cell."""
    kinds: set[type] = set()
    for path, view in files.items():
        if isinstance(view, Workbook):
            read = CalamineWorkbook.from_filelike(io.BytesIO(workbook(view)))
            for number, sheet in enumerate(view.sheets):
                head, *rows = read.get_sheet_by_index(number).to_python(skip_empty_area=False)
                assert tuple(head) == sheet.head, path
                for row, cells in zip(rows, sheet.rows, strict=True):
                    for told, cell, holds in zip(row, cells, sheet.holds, strict=True):
                        kinds.add(type(told))
                        assert _told(told) == _comparable(cell, holds), f"{path} {sheet.name}"
    assert {str, float, bool, datetime.date, datetime.datetime} <= kinds


def _told(value: object) -> object:
    if isinstance(value, datetime.datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, datetime.date) else value


def _comparable(cell: str, holds: str) -> object:
    if cell and holds == "number":
        return float(cell)
    if holds == "date-time":
        return cell[: len("2026-12-05T18:30")]
    return cell == "true" if cell and holds == "yes-no" else cell


def test_a_spreadsheet_is_the_same_each_time_and_holds_no_formula() -> None:
    rows = (("=1+1", "2", "2026-11-22", "true"), ("https://x.example/", "", "2026-11", ""))
    sheet = Sheet("A/b: c?" * 9, ("a", "b", "c", "d"), ("text", "number", "date", "yes-no"), rows)
    view = Workbook("x.xlsx", "X", "2026-11-22", (sheet, sheet))
    once, twice = workbook(view), workbook(view)
    assert once == twice
    read = CalamineWorkbook.from_filelike(io.BytesIO(once))
    assert len(set(read.sheet_names)) == 2 and max(map(len, read.sheet_names)) <= 31
    told = read.get_sheet_by_index(0).to_python()
    assert told[1] == ["=1+1", 2.0, datetime.date(2026, 11, 22), True]
    assert told[2] == ["https://x.example/", "", "2026-11", ""]


def test_an_hour_in_a_spreadsheet_is_that_of_its_zone_which_stands_beside_it() -> None:
    """A day without an hour is that day, and a spreadsheet sorts both; what it cannot count is a text."""
    told = (
        "2026-12-05T18:30+00:00",
        "2026-12-05",
        "2026-12-05T00:00+01:00",
        "2026-12",
        "1088",
        "1850-03-01T10:00+00:49",
    )
    site = SiteTest()
    for number, written in enumerate(("2026-12-05 18:30 Europe/Lisbon", "2026-12-05")):
        site.write(f"content/events/e{number}.yaml", EVENT.format(starts=written))
    checked = site.check().checked
    assert checked and checked.site_map
    (context, _) = checked.site_map.contexts
    (starts, zone) = (one for one in relations(context, Event)[0].columns if one.name.startswith("starts"))
    assert (starts.holds, zone.holds) == ("date-time", "text")
    cells = [(row["starts"], row["starts.zone"]) for row in read_csv(table(context, Event))]
    assert cells == [(told[0], "Europe/Lisbon"), (told[1], "")]
    sheet = Sheet("A", ("starts",), (starts.holds,), tuple((one,) for one in told))
    read = CalamineWorkbook.from_filelike(io.BytesIO(workbook(Workbook("", "", "", (sheet,)))))
    assert [one for (one,) in read.get_sheet_by_index(0).to_python()[1:]] == [
        datetime.datetime.fromisoformat("2026-12-05T18:30"),
        datetime.date(2026, 12, 5),
        datetime.date(2026, 12, 5),
        *told[3:],
    ]


def test_what_is_said_in_each_language_has_a_column_for_each_and_no_cell_has_words_of_two() -> None:
    site = SiteTest("showcase").replace(
        "content/agreements/mobilita.md", "place: Valdombra", "place: {it: Caserma a Milano, en: Barracks in Milan}"
    )
    site.replace("content/agreements/mobilita.md", "value: 2024-03-02", "value: {it: a primavera, en: in spring}")
    checked = site.check().checked
    assert checked and checked.site_map
    for context in checked.site_map.contexts:
        row = next(row for row in read_csv(table(context, Agreement)) if row["id"] == "mobilita")
        assert [row[f"place{one}"] for one in ("", ".it", ".en")] == ["", "Caserma a Milano", "Barracks in Milan"]
        (differing,) = read_csv(table(context, Agreement, "differing"))
        assert [differing[f"value{one}"] for one in ("", ".it", ".en")] == ["", "a primavera", "in spring"]


def test_what_is_one_for_all_languages_stands_in_the_column_of_its_field(contexts: tuple[Context, ...]) -> None:
    for context in contexts:
        row = next(row for row in read_csv(table(context, Agreement)) if row["id"] == "mobilita")
        assert [row[f"place{one}"] for one in ("", ".it", ".en")] == ["Valdombra", "", ""]


def test_the_words_of_a_picture_are_of_the_language_of_the_table(contexts: tuple[Context, ...]) -> None:
    told = [
        next(row["image.alt"] for row in read_csv(table(context, Initiative)) if row["id"] == "festival-del-fiume")
        for context in contexts
    ]
    assert told == ["Il molo vecchio al tramonto", "The old pier at sunset"]


def test_a_site_without_the_library_has_no_spreadsheets(
    contexts: tuple[Context, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.exports.datasets.is_installed", lambda library: False)
    paths = [path for path, _ in dataset_files(contexts[0], KeptLog(contexts))]
    assert paths and not [path for path in paths if path.endswith(".xlsx")]


class Toll(Kind):
    singular, plural, folder = "a toll", "Tolls", "tolls"
    fee: Quantity | None = optional(MONEY, "Fee", help="What it costs.")


def test_a_field_is_a_column_as_soon_as_it_is_declared(contexts: tuple[Context, ...]) -> None:
    before = {one.name for one in relations(contexts[0], Kind)[0].columns}
    columns = {one.name: one for one in relations(contexts[0], Toll)[0].columns}
    assert columns.keys() - before == {"fee", "fee.qualifier", "fee.unit", "fee.sources"}
    assert columns["fee"].holds == "number" and columns["fee"].help == "What it costs."


NOTHING_NAMED = "sources: [{source: comunicato-mobilita}, {source: altro}]\n"
VALUE_NAMED = "sources: [{source: comunicato-mobilita, fields: [value]}, {source: altro}]\n"
OTHER_NAMED = "sources: [{source: comunicato-mobilita, fields: [stage]}, {source: altro}]\n"


@pytest.mark.parametrize(
    ("sources", "given_by", "codes"),
    [
        ("sources: [{source: altro}]\n", "altro", []),
        (NOTHING_NAMED, "comunicato-mobilita; altro", ["untraced-figure"]),
        (VALUE_NAMED, "comunicato-mobilita", []),
        (OTHER_NAMED, "altro", []),
        ("sources: [{source: altro, fields: [stage]}]\n", "", ["untraced-figure"]),
    ],
)
def test_a_figure_has_the_sources_that_give_it(sources: str, given_by: str, codes: list[str]) -> None:
    site = SiteTest()
    site.write("content/sources/altro.yaml", site.read("content/sources/comunicato-mobilita.yaml"))
    file = "content/agreements/mobilita.md"
    site.replace(file, "value, act]", "act]").replace(file, "stage: signed\n", "stage: signed\nvalue: 5000 EUR\n")
    site.replace(file, "sources:\n  - source: comunicato-mobilita\n", sources)
    assert [one for one in site.check().codes() if one == "untraced-figure"] == codes
    (row,) = csv.DictReader(io.StringIO(site.look().text("dati/v1/accordi.csv"), newline=""))
    assert (row["value"], row["value.sources"]) == ("5000", given_by)


@pytest.mark.parametrize(
    ("sources", "given_by"),
    [
        ("sources: [{source: comunicato-mobilita, fields: [value_note]}, {source: altro}]\n", "comunicato-mobilita"),
        ("sources: [{source: altro}]\n", "altro"),
    ],
)
def test_a_figure_that_only_words_give_has_the_sources_of_the_words(sources: str, given_by: str) -> None:
    site = SiteTest()
    site.write("content/sources/altro.yaml", site.read("content/sources/comunicato-mobilita.yaml"))
    file, note = "content/agreements/mobilita.md", "value_note: {it: tre borse di studio, en: three grants}\n"
    site.replace(file, "stage: signed\n", f"stage: signed\n{note}")
    site.replace(file, "sources:\n  - source: comunicato-mobilita\n", sources)
    (row,) = csv.DictReader(io.StringIO(site.look().text("dati/v1/accordi.csv"), newline=""))
    assert (row["value"], row["value_note.it"], row["value.sources"]) == ("", "tre borse di studio", given_by)


def test_a_sum_in_a_list_has_its_sources_too() -> None:
    site = SiteTest("showcase").check()
    assert [one.values["key"] for one in site.found if one.code == "untraced-figure"] == ["funding.amount"]
    file = "content/initiatives/premio-lanterna.md"
    site.replace(
        file, "  - source: articolo-mobilita\nrelated", "  - {source: articolo-mobilita, fields: [funding]}\nrelated"
    )
    showcase = site.check().showcase
    assert "untraced-figure" not in site.codes()
    context = Context(showcase, Urls(showcase.settings), words_for("it"))
    rows = read_csv(table(context, Initiative, "funding"))
    assert [row["amount.sources"] for row in rows if row["record"] == "premio-lanterna"] == ["articolo-mobilita", ""]
    columns = {one.name: {column.name for column in one.columns} for one in relations(context, Initiative)}
    assert "sources" in columns["editions"] and "amount.sources" not in columns["editions"]


def test_the_dictionary_tells_every_column_in_each_language(
    contexts: tuple[Context, ...], files: dict[str, Any]
) -> None:
    for path, label in (
        ("dati/v1/accordi.columns.csv", "Firma"),
        ("en/data/v1/agreements.columns.csv", "Signature"),
    ):
        told = read_csv(files[path])
        held = [
            (one.name or "records", column.name) for one in relations(contexts[0], Agreement) for column in one.columns
        ]
        assert [(row["table"], row["column"]) for row in told] == held
        assert all(row["label"] and row["holds"] for row in told)
        assert label in {row["label"] for row in told}


def test_what_is_computed_stands_in_the_table(contexts: tuple[Context, ...]) -> None:
    row = next(row for row in read_csv(table(contexts[0], Agreement)) if row["id"] == "mobilita")
    assert {one.name for one in COMPUTED} <= row.keys()
    ended = Day(*map(int, row["ends_to"].split("-")))
    status = contexts[0].showcase.status(
        next(one for one in contexts[0].showcase.of(Agreement) if one.ref.id == "mobilita")
    )
    assert status.end and ended.first == status.end.last and row["status"] == status.name


def test_the_page_of_the_data_leads_to_files_that_are_there(showcase: BuiltSite) -> None:
    tree = showcase.files()
    for page in ("/dati/", "/dati/colonne/", "/en/data/", "/en/data/columns/"):
        links = [one for one in _links(showcase.main(page)) if "/v1/" in one]
        assert len(links) > 20 and all(one.lstrip("/") in tree for one in links)
    assert "CC BY 4.0" in showcase.facts("/dati/")
    menu = showcase.page("/accordi/").partition(">Scarica</summary>")[2]
    assert _links(menu)[:2] == ["/dati/v1/accordi.xlsx", "/dati/v1/accordi.csv"]


def test_every_file_of_data_is_named_on_the_pages_of_the_data(showcase: BuiltSite) -> None:
    for page, columns in (("/dati/", "colonne/"), ("/en/data/", "columns/")):
        links = {*_links(showcase.main(page)), *_links(showcase.main(f"{page}{columns}"))}
        files = {f"/{path}" for path in showcase.files() if f"/{path}".startswith(f"{page}v1/")}
        assert len(files) > 50
        assert sorted(files - links) == []


def test_the_numbers_of_the_board_are_among_the_data_with_what_their_columns_mean(showcase: BuiltSite) -> None:
    def read(path: str) -> list[list[str]]:
        return list(csv.reader(io.StringIO(showcase.text(path), newline="")))

    for page, columns, path in (
        ("/dati/", "/dati/colonne/", "dati/v1/numeri"),
        ("/en/data/", "/en/data/columns/", "en/data/v1/numbers"),
    ):
        (head, *rows), (_, *told) = read(f"{path}.csv"), read(f"{path}.columns.csv")
        assert [(table, column) for table, column, *_ in told] == [("numbers", column) for column in head]
        listed, explained = (showcase.main(one).partition('id="numbers"')[2] for one in (page, columns))
        assert f"{sum(not by for _, _, by, *_ in rows)} num" in listed and f'href="/{path}.csv"' in listed
        assert re.findall("<code>(.*?)</code>", explained) == [one for one in head if not one.endswith(".label")]


@pytest.mark.parametrize(("page", "folder"), [("/dati/", "dati/v1/"), ("/en/data/", "en/data/v1/")])
def test_the_page_of_the_data_leads_to_every_table_of_a_list_that_has_a_row(
    showcase: BuiltSite, page: str, folder: str
) -> None:
    links, table = set(_links(showcase.main(page))), re.compile(rf"{folder}[a-z-]+\.[a-z_.]+\.csv")
    lists = [path for path in showcase.files() if table.fullmatch(path) and ".columns." not in path]
    filled = {f"/{path}" for path in lists if showcase.text(path).count("\n") > 1}
    assert 20 < len(filled) < len(lists)
    assert {one for one in links if table.fullmatch(one[1:])} == filled


def _links(html: str) -> list[str]:
    return [part.partition('"')[0] for part in html.split('href="')[1:]]


CODES = ("007", "12/3", "1E5", "015118", "3-4", "TRUE", "2026-11", "10.000", "'=1+1")
"""What a spreadsheet takes for a number, a day or a truth, where nobody tells it that this is a text."""
AS_THEY_ARE = {"text": 2, "number": 10, "date": 5, "date-time": 1, "yes-no": 1}
"""How LibreOffice is to take a column by what it holds: a text, a number as in English, year-month-day, as it looks."""


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_tables_as_they_are_when_it_is_told_which_columns_are_text(
    contexts: tuple[Context, ...], tmp_path: Path
) -> None:
    """As the page of the data advises, by what the dictionary says of columns. The tables of all kinds stand beside
    each other in one, for it is slow to start.
    """
    tables = [(relations(contexts[0], kind)[0].columns, table(contexts[0], kind).rows) for kind in KINDS]
    columns = [one.holds for held, _ in tables for one in held]
    height = max(len(CODES), *(len(rows) for _, rows in tables))
    filled = [[*rows, *[("",) * len(held)] * (height - len(rows))] for held, rows in tables]
    codes = [*CODES, *[""] * (height - len(CODES))]
    rows = tuple((code, *(cell for one in row for cell in one)) for code, *row in zip(codes, *filled, strict=True))
    holds = ("text", *columns)
    view = CsvTable("", tuple(f"c{number}" for number in range(len(holds))), rows)
    (tmp_path / "a.csv").write_bytes(comma_separated(view))
    types = "/".join(f"{number}/{AS_THEY_ARE[one]}" for number, one in enumerate(holds, 1))
    command = ["soffice", "--headless", "--convert-to", "xlsx", f"--infilter=CSV:44,34,76,1,{types}"]
    options = [f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--outdir", str(tmp_path)]
    subprocess.run([*command, *options, str(tmp_path / "a.csv")], check=True, capture_output=True)
    head, *told = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()
    assert tuple(head) == view.head and len(told) == height
    read = read_csv(view)
    compared = dict.fromkeys(AS_THEY_ARE, 0)
    for found, row in zip(told, read, strict=True):
        for value, cell, one in zip(found, row.values(), holds, strict=True):
            assert value == cell if one == "text" else _told(value) == _as_opened(cell, one), (cell, value)
            compared[one] += bool(cell)
    assert all(compared.values()), compared


def _as_opened(cell: str, holds: str) -> object:
    """A cell as LibreOffice has it: a year alone is a number, an hour with its distance from universal time a text."""
    if cell.isdigit():
        return float(cell)
    return cell if holds == "date-time" else _comparable(cell, holds)


def test_the_page_of_the_data_says_how_a_table_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    site = SiteTest()
    assert "015146" in site.build().facts("/dati/") and "foglio di calcolo (XLSX) si apre" in site.facts("/dati/")
    monkeypatch.setattr("generator.pages.data_pages.has_spreadsheets", lambda: False)
    without = SiteTest(from_nothing=True).look()
    assert "015146" in without.facts("/dati/") and "XLSX" not in without.facts("/dati/")


def test_the_page_of_the_data_tells_a_check_only_of_what_was_checked(tmp_path: Path) -> None:
    """As far as its day is known; of what never was, when it was published, or when a publication changed it."""
    site, agreement = SiteTest("minimal"), "content/agreements/mobilita.md"

    def said(previous: Path | None = None) -> str:
        site.look("2026-11-23", previous=previous)
        return text_of(site.main("/en/data/").partition('id="agreements"')[2].partition("</section>")[0])

    def checked(old: str, new: str) -> str:
        site.replace(agreement, old, new)
        return said()

    site.replace(agreement, "form: ", "publish_on: 2026-11-21\nform: ")
    first = said()
    site.publish(tmp_path / "first", lambda path: False, "2026-11-23")
    assert "last changed on 21 November 2026" in first and "last checked" not in first and "year: 0 of 1" in first
    site.replace(agreement, "duration: 3 years", "duration: 41 months")
    assert "last changed on 23 November 2026" in said(tmp_path / "first")
    assert "last checked in October 2026" in checked("publish_on: ", "verified_on: 2026-10\npublish_on: ")
    assert "last checked on 20 October 2026" in checked("2026-10\n", "2026-10-20\n")
    assert "last changed" not in said()


def test_the_period_is_from_the_first_to_the_last_year_that_records_state() -> None:
    """The same in the data, on their page and for programs; none where no record states a date."""
    site = SiteTest("minimal").write(
        "content/indicators/bagnanti.yaml",
        "title: Bagnanti\nverified_on: 2026-11-20\nabout: organisations/unicollefiorito\n"
        "unit: {it: persone, en: people}\nseries:\n"
        "  - {period: '2012-13', value: 9, source: comunicato-mobilita}\n"
        "  - {period: primavera 2019, value: 8, source: comunicato-mobilita}\n"
        "sources:\n  - source: comunicato-mobilita\n",
    )
    site.replace("content/agreements/mobilita.md", "duration: 3 years", "until: 2031-06\nreview_by: 2040")
    site.build()
    told = {"accordi": [2025, 2031], "indicatori": [2012, 2019], "organizzazioni": None}
    (catalogue,) = (one for one in site.structured("/dati/") if one["@type"] == "DataCatalog")
    sets = {one["@id"].rpartition("#")[2]: one.get("temporalCoverage") for one in catalogue["dataset"]}
    page = site.facts("/dati/")
    for folder, (word, years) in zip(("agreements", "indicators", "organisations"), told.items(), strict=True):
        assert json.loads(site.text(f"dati/v1/{word}.json"))["period"] == years
        assert sets[folder] == ("/".join(map(str, years)) if years else None)
        assert not years or "–".join(map(str, years)) in page
