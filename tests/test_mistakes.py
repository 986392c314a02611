"""What people write by mistake, and the first thing they are told, in both languages: `--accept` takes what is told."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.problems.as_text import as_json
from generator.words import words_for
from tests.harness import SiteTest

TABLE = Path(__file__).with_name("mistakes.yaml")
LANGUAGES = ("it", "en")
LEVELS = ("error", "warning", "notice")
Row = dict[str, Any]


class _Dumper(yaml.SafeDumper):
    """Long texts as they are written, a line each."""


_Dumper.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, "|" if "\n" in text[:-1] else None)
)


def first_told(site: SiteTest, language: str) -> str:
    """The first message: errors come before what stops nothing. It is the place, the code, what is wrong, the mend."""
    told = json.loads(as_json(site.found, words_for(language), site.root))
    one = min(told, key=lambda one: LEVELS.index(one["level"]), default=None)
    if one is None:
        return ""
    place = f"{one['path']}:{one['line']}:{one['column']}" if one["line"] else one["path"]
    return f"{place} {one['code']}: {one['message']} → {one['hint']}"


def told_of(site: SiteTest, row: Row) -> Row:
    """A row with what is told of its mistake, which is then taken back."""
    file = site.root / row["file"]
    before = file.read_bytes() if file.is_file() else None
    if "new" not in row:
        site.remove(row["file"])
    elif "old" in row:
        site.replace(row["file"], row["old"], row["new"])
    else:
        site.write(row["file"], row["new"])
    site.check()
    said = {language: first_told(site, language) for language in LANGUAGES}
    if before is None:
        site.remove(row["file"])
        if not any(file.parent.iterdir()):
            file.parent.rmdir()
    else:
        file.write_bytes(before)
    return {**row, **said}


@pytest.fixture(scope="module")
def table() -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(TABLE.read_text("utf-8"), yaml.CSafeLoader)
    return found


@pytest.fixture(scope="module")
def site(table: dict[str, Any]) -> SiteTest:
    """A site of every kind in which people make mistakes, without one."""
    site = SiteTest()
    for path, text in table["base"].items():
        site.write(path, text)
    assert {one.kind.level for one in site.check().found} <= {"notice"}
    return site


def test_each_mistake_is_told_as_it_should_be(site: SiteTest, table: dict[str, Any], accept: bool) -> None:
    told = [told_of(site, row) for row in table["rows"]]
    if accept:
        new = {"base": table["base"], "rows": told}
        TABLE.write_text(yaml.dump(new, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
    assert [row for row, now in zip(table["rows"], told, strict=True) if row != now and not accept] == []


def test_there_are_enough_and_none_is_told_nothing(table: dict[str, Any]) -> None:
    assert len(table["rows"]) >= 150
    assert [row for row in table["rows"] if not row["it"] or not row["en"]] == []
    assert len({(row["file"], row.get("old"), row.get("new")) for row in table["rows"]}) == len(table["rows"])
