"""The circle: a record is written, checked, built, taken out as a table and read in again, and says what it said."""

import csv
import io
import json
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, strategies
from python_calamine import CalamineWorkbook

from generator.content.read import Contents
from generator.content.validate import validate
from generator.exports.datasets import table
from generator.exports.relations import COMPUTED, NAMED, SOURCES, WORDS, Relation, relations
from generator.exports.tables import names_of_data
from generator.fields.declare import Field, Group, is_filled
from generator.fields.moments import MOMENT
from generator.fields.types import FieldType, Site
from generator.imports.map_tables import read_tables
from generator.imports.read_map import read_map
from generator.imports.spreadsheet import read_table
from generator.imports.table_rows import mapped
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS
from generator.kinds.organisation import Organisation
from generator.machine.memo import Memo
from generator.output.comma_separated import comma_separated
from generator.output.workbook import workbook
from generator.text.context import Context
from generator.urls import Urls
from generator.view.data_files import Sheet, Workbook
from generator.words import words_for
from tests.filled_records import TURNS, Writer, empty_site
from tests.harness import DAY, SiteTest
from tests.ran import Ran, ran
from tests.written import values

MAP = """\
source: comunicato-mobilita
id: '{title}'
key: [title]
columns:
  - {header: title, field: title}
  - {header: summary, field: summary}
  - {header: nature, field: nature}
  - {header: website, field: website}
  - {header: verified_on, field: verified_on}
  - {header: identifiers.wikidata, field: identifiers.wikidata}
"""
SAID = (
    "title=Teatro del Fiume",
    "summary=+ teatro in valle, + gente: “una cooperativa”.",
    "nature=association",
    "sources=comunicato-mobilita",
    "website=https://teatro.example/",
    "verified_on=2026-11-20",
)


def rows_of(site: SiteTest) -> dict[str, dict[str, str]]:
    text = (site.out / "dati/v1/organizzazioni.csv").read_text("utf-8")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def test_what_is_exported_comes_back_as_it_was(capsys):
    site = SiteTest()
    asked = [part for one in SAID for part in ("--set", one)]
    written = ran(capsys, "new", "organisation", *asked, "--root", site.root, "--on", DAY)
    assert written.code == 0, written.err + written.out
    (file,) = (one for one in site.root.glob("content/organisations/teatro-*"))
    assert ran(capsys, "check", "--root", site.root, "--on", DAY).code == 0
    before = rows_of(site.build())
    assert before["teatro-del-fiume"]["summary"].startswith("'+"), "no spreadsheet takes it for a formula"
    (site.root / "organisations.csv").write_bytes((site.out / "dati/v1/organizzazioni.csv").read_bytes())
    (site.root / "organisations.yaml").write_text(MAP, "utf-8")
    as_written = file.read_text("utf-8")
    file.unlink()
    table_of_it = site.root / "organisations.csv"
    lines = table_of_it.read_text("utf-8").splitlines()
    table_of_it.write_text("\n".join(line for line in lines if line.startswith(("id,", "teatro"))), "utf-8")
    read = ran(
        capsys, "import", table_of_it, "--as", "organisations", "--map", site.root / "organisations.yaml",
        "--root", site.root, "--on", DAY, "--force",
    )  # fmt: skip
    assert read.code == 0, read.err + read.out
    (again,) = site.root.glob("content/organisations/teatro-*")
    assert again.read_text("utf-8").strip("-\n") == as_written.strip()
    assert ran(capsys, "check", "--root", site.root, "--on", DAY).code == 0
    assert rows_of(site.build())["teatro-del-fiume"] == before["teatro-del-fiume"]


# --- every field that a column of a table is ---


class Filled:
    """Records that fill every field of every kind: as files, as they are published, as an import meets them."""

    def __init__(self) -> None:
        self.site = empty_site()
        writer = Writer(self.site)
        for kind in KINDS:
            for turn in TURNS:
                writer.full(kind, turn)
        writer.vocabularies()
        showcase = self.site.check().showcase
        assert not self.site.stopped_by
        self.context = Context(showcase, Urls(showcase.settings), words_for("it"))
        content, _ = validate(Contents(self.site.root, Memo(None)))
        assert content
        self.content = content


@pytest.fixture(scope="module")
def filled() -> Filled:
    return Filled()


def in_tables(group: Group) -> dict[str, Any]:
    """What a group says, as files have it, in the fields that are published."""
    found = dict[str, Any]()
    for name, field in group.declared.items():
        if is_filled(held := group.held(name)) and not field.private:
            found[name] = _in_tables(held, field)
    return {name: said for name, said in found.items() if said != {}}


def _in_tables(held: Any, field: Field) -> Any:
    if isinstance(held, Group):
        return in_tables(held)
    return [in_tables(one) for one in held] if field.group else field.is_a.write(held)


def without_no(said: Any) -> Any:
    """What is said without what is no, which files do not say, and without empty groups."""
    if isinstance(said, list):
        return [without_no(one) for one in said]
    if not isinstance(said, dict):
        return said
    told = {name: without_no(one) for name, one in said.items() if one != "false"}
    return {name: one for name, one in told.items() if one != {}}


def map_of(context: Context, kind: type[Kind]) -> dict[str, Any]:
    """The map of all tables of a kind: each column that is a field, but for lists, which have tables of their own."""
    computed = {one.name for one in COMPUTED} - {*WORDS}
    records, *lists = relations(context, kind)
    listed = {one.name for one in lists}

    def columns(relation: Relation, before: str, taken: Container[str]) -> list[dict[str, str]]:
        names = (one.name for one in relation.columns if not one.name.endswith((NAMED, SOURCES)))
        fields = ((name, f"{before}{name}") for name in names if name not in taken)
        return [{"header": name, "field": field} for name, field in fields if field not in listed - {relation.name}]

    def table_of(relation: Relation) -> dict[str, Any]:
        around = [one.name for one in lists if relation.name.startswith(f"{one.name}.")]
        names, group = relation.name.split("."), cast(type[Group] | None, kind)
        for name in names:
            assert group
            group = group.declared[name].group
        before = "".join(f"{name}." for name in (names if group else names[:-1]))
        return {
            "file": f"{relation.name}.csv",
            "field": relation.name,
            "record": ["record"],
            "position": [*around, "position"],
            "columns": columns(relation, before, {"record", "position", *around}),
        }

    return {
        "source": "x",
        "id": "{id}",
        "key": ["id"],
        "columns": [{"header": "id"}, *columns(records, "", computed)],
        "tables": [table_of(one) for one in lists],
    }


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_every_column_that_is_a_field_comes_back(kind: type[Kind], form: str, filled: Filled, tmp_path: Path) -> None:
    written = {one.name or "records": one for one in relations(filled.context, kind)}
    views = {name: table(filled.context, kind, one.name) for name, one in written.items()}
    asked = map_of(filled.context, kind)
    if form == "csv":
        for name, view in views.items():
            (tmp_path / f"{name}.csv").write_bytes(comma_separated(view))
    else:
        holds = {name: tuple(column.holds for column in one.columns) for name, one in written.items()}
        sheets = tuple(Sheet(name, view.head, holds[name], view.rows) for name, view in views.items())
        (tmp_path / "records.xlsx").write_bytes(workbook(Workbook("", "", "", sheets)))
        _, *names = CalamineWorkbook.from_path(tmp_path / "records.xlsx").sheet_names
        for one, name in zip(asked["tables"], names, strict=True):
            del one["file"]
            one["sheet"] = name
    (tmp_path / "map.yaml").write_text(json.dumps(asked), "utf-8")
    of_table, nodes, problems = read_map(tmp_path / "map.yaml", kind, ())
    assert of_table and not problems, problems
    read, lists = read_tables(tmp_path / f"records.{form}", of_table)
    told = mapped(read, of_table, nodes, kind, filled.content, {}, Memo(None), lists)
    assert not told.problems
    assert len(told.rows) == len(views["records"].rows) > 1
    for row, ref in zip(told.rows, names_of_data(filled.context, kind), strict=True):
        assert without_no(row.nodes.value) == in_tables(filled.context.showcase[ref].facts), ref


def fields_of(group: type[Group]) -> Iterator[Field]:
    """Every field at every depth that holds no group."""
    for field in group.declared.values():
        yield from fields_of(field.group) if field.group else (field,)


TYPES = {type(field.item): field.item for kind in KINDS for field in fields_of(kind)}
SITE = Site(("it", "en"), "it")


@pytest.mark.parametrize("is_a", TYPES.values(), ids=[one.__name__ for one in TYPES])
@given(data=strategies.data())
def test_what_a_type_puts_into_its_cells_it_makes_of_them(is_a: FieldType[Any], data: strategies.DataObject) -> None:
    value = data.draw(values(is_a))
    cells = dict(zip(is_a.columns_of(SITE), is_a.cells(value, SITE), strict=True))
    filled = {column: text for column, text in cells.items() if text}
    assert is_a.read_for(SITE, is_a.of_cells(filled, SITE)) == value


@pytest.mark.parametrize(
    ("cells", "written"),
    [
        ({"": "2026-12-05T18:30+00:00", ".zone": "Europe/Lisbon"}, "2026-12-05 18:30 Europe/Lisbon"),
        ({"": "2026-12-05T18:30+01:00", ".zone": "Europe/Lisbon"}, "2026-12-05 17:30 Europe/Lisbon"),
        ({"": "2026-12-05T18:30+01:00", ".zone": "Europe/Rome"}, "2026-12-05 18:30"),
        ({"": "2026-12-05T18:30+01:00"}, "2026-12-05 18:30"),
        ({"": "2026-12-05T18:30Z"}, "2026-12-05 18:30 UTC"),
        ({"": "2026-12-05 18:30", ".zone": "Europe/Lisbon"}, "2026-12-05 18:30 Europe/Lisbon"),
        ({"": "5/12/2026 18:30", ".zone": "Europe/Lisbon"}, "2026-12-05 18:30 Europe/Lisbon"),
        ({"": "2026-12-05", ".zone": "Europe/Rome"}, "2026-12-05 00:00"),
        ({"": "5/12/2026 18:30"}, "5/12/2026 18:30"),
        ({"": "2025-02-29T18:30+01:00"}, "2025-02-29T18:30+01:00"),
        ({"": "9999-12-31T23:30-12:00", ".zone": "UTC"}, "9999-12-31T23:30-12:00"),
        ({"": "2026-12-05T18:30+01:00", ".zone": "Europe/Nowhere"}, "2026-12-05T18:30+01:00 Europe/Nowhere"),
        ({".zone": "Europe/Rome"}, ""),
    ],
)
def test_an_hour_is_read_with_its_zone(cells: dict[str, str], written: str) -> None:
    assert MOMENT.of_cells(cells, SITE) == written


AGREEMENTS = """\
source: comunicato-mobilita
id: '{id}'
key: [id]
columns:
  - {header: id}
  - {header: title, field: title}
  - {header: form, field: form}
  - {header: stage, field: stage}
  - {header: parties, field: parties}
  - {header: value, field: value}
  - {header: value.qualifier, field: value.qualifier}
  - {header: value.unit, field: value.unit}
  - {header: place, field: place}
  - {header: place.it, field: place.it}
  - {header: place.en, field: place.en}
  - {header: not_stated, field: not_stated}
"""


def test_an_estimate_stays_one_and_a_name_in_each_language_too(capsys: pytest.CaptureFixture[str]) -> None:
    parties, gaps = (
        "unicollefiorito; comune-di-valdombra",
        "signatories; signed_on; effective_on; duration; renewal; act",
    )
    site = SiteTest().write(
        "t.csv",
        "id,title,form,stage,parties,value,value.qualifier,value.unit,place,place.it,place.en,not_stated\n"
        f"a,Accordo,memorandum,signed,{parties},20000,~,EUR,,Milano,Milan,{gaps}\n"
        f"b,Secondo,memorandum,signed,{parties},20000,,euro,Lodi,,,{gaps}\n",
    )
    unit, number = "  - {header: value.unit, field: value.unit", "  - {header: value, field: value}\n"
    with_unit = AGREEMENTS.replace(unit, f"{unit}, values: {{euro: EUR}}")
    options = ("--as", "agreements", "--map", site.root / "m.yaml", "--root", site.root, "--on", DAY, "--lang", "en")

    def imported(asked: str) -> Ran:
        site.write("m.yaml", asked)
        return ran(capsys, "import", site.root / "t.csv", *options)

    assert imported(AGREEMENTS.replace(unit, f"{unit}, unit: EUR")).out.startswith(
        f"{site.root}/m.yaml:12:45: error (unknown-key): “unit” is not a field of a column."
    )
    assert "“town” is not a field of" in imported(AGREEMENTS.replace("field: place.it", "field: place.town")).out
    assert "m.yaml:10:38: error (missing-key): “value” is missing." in imported(AGREEMENTS.replace(number, "")).out
    told = imported(with_unit)
    assert told.code == 0, told.out
    first, second = (site.read(f"content/agreements/{one}.md") for one in "ab")
    assert "value: ~ 20000 EUR\n" in first and "place:\n  en: Milan\n  it: Milano\n" in first
    assert "value: 20000 EUR\n" in second and "place: Lodi\n" in second
    unstated = "not_stated:\n" + "".join(f"  - {one}\n" for one in gaps.split("; "))
    assert unstated in first and unstated in second
    assert imported(with_unit).last.startswith("0 new records; 0 changed; 2 as they were")


TOLD_AGAIN = """\
source: comunicato-mobilita
id: '{id}'
key: [id]
columns:
  - {header: id}
  - {header: title, field: title}
  - {header: nature, field: nature}
  - {header: aliases, field: aliases}
  - {header: said, field: attachments.title}
"""


def test_a_list_in_a_cell_is_parted_as_the_data_part_it_and_a_text_in_a_group_is_not() -> None:
    site = SiteTest()
    site.write("t.csv", 'id,title,nature,aliases,said\na,Ente,association,"uno; +C; \'D",primo; secondo\n')
    site.write("m.yaml", TOLD_AGAIN)
    content, _ = validate(Contents(site.root, Memo(None)))
    assert content
    of_table, nodes, problems = read_map(site.root / "m.yaml", Organisation, ())
    assert of_table and not problems, problems
    read = read_table(site.root / "t.csv", of_table.wanted)
    (row,) = mapped(read, of_table, nodes, Organisation, content, {}, Memo(None)).rows
    told: Any = row.nodes.value
    assert told["aliases"] == ["uno", "+C", "'D"]
    assert [one["title"] for one in told["attachments"]] == [{"it": "primo; secondo"}]
