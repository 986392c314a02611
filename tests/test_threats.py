"""The threat model names tests that there are, and every threat has one."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "THREATS.md").read_text("utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("|")][2:]


def test_every_test_that_is_named_is_there() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)
    assert len(named) >= len(ROWS) > 15
    there = {
        path: {
            one.name
            for one in ast.walk(ast.parse((ROOT / path).read_text("utf-8")))
            if isinstance(one, ast.FunctionDef)
        }
        for path in {path for path, _ in named}
    }
    assert [(path, name) for path, name in named if name not in there[path]] == []


def test_every_threat_says_what_stops_it_and_which_test_shows_it() -> None:
    for row in ROWS:
        _, _, could, stops, shown, _ = (cell.strip() for cell in row.split("|"))
        assert could and stops, row
        assert re.fullmatch(r"(`tests/[\w/]+\.py::test_\w+`(, )?)+", shown), row


def test_it_is_one_page_and_the_rest_is_named_where_it_is_looked_for() -> None:
    assert len(PAGE.split()) < 1500
    for name in ("SECURITY.md", "README.md"):
        assert "THREATS.md" in (ROOT / name).read_text("utf-8")
