"""Problems as text for a terminal, as annotations, as JSON."""

import json
from pathlib import Path

import pytest

from generator.pages.guide.page_names import address_of_mistakes
from generator.problems.as_text import REPORTS, as_github, as_gitlab, as_html, as_json, as_text, count
from generator.problems.problem import Position, Problem, problem, stops
from generator.problems.spelling import did_you_mean
from generator.words import words_for

EN, IT = words_for("en"), words_for("it")
PATH = "content/agreements/x.md"


def bad_date(line: int = 3, column: int = 7, path: str = PATH, value: str = "ieri") -> Problem:
    return problem("bad-date", Position(path, line, column), value=value)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content/agreements").mkdir(parents=True)
    (tmp_path / PATH).write_text("---\ntitle: x\ndata: ieri\n---\n", "utf-8")
    return tmp_path


def test_a_terminal_shows_place_line_and_mend(root: Path) -> None:
    assert as_text([bad_date()], EN, root) == (
        "content/agreements/x.md:3:7: error (bad-date): “ieri” is not a date.\n"
        "     3 | data: ieri\n"
        "       |       ^\n"
        "    → Write a day (2025-03-26), a month (2025-03) or a year (2025) that exists.\n"
    )


def test_it_is_said_in_the_readers_language(root: Path) -> None:
    said = as_text([bad_date()], IT, root)
    assert said.startswith("content/agreements/x.md:3:7: errore (bad-date): ")
    assert "ieri" in said
    assert "is not a date" not in said


def test_a_problem_of_a_whole_file_shows_no_line(root: Path) -> None:
    said = as_text([problem("unexpected-file", Position(PATH))], EN, root)
    assert said.startswith("content/agreements/x.md: warning (unexpected-file): ")
    assert "|" not in said


@pytest.mark.parametrize("path", ["content/gone.md", "content/agreements", "/nowhere/x.html"])
def test_a_line_that_cannot_be_shown_is_left_out(root: Path, path: str) -> None:
    assert "|" not in as_text([bad_date(path=path)], EN, root)


def test_the_caret_stands_under_the_column_whatever_stands_before_it(root: Path) -> None:
    (root / PATH).write_text(f"{'è' * 300}X\n\tperché X\n", "utf-8")
    for line, column in ((1, 301), (2, 9)):
        _, shown, caret, *_ = as_text([bad_date(line, column)], EN, root).split("\n")
        assert len(shown) <= 130
        assert shown[caret.index("^")] == "X"


def test_the_problems_stand_in_the_order_of_the_files(root: Path) -> None:
    jumbled = [bad_date(3, 7), bad_date(1, 9), bad_date(1, 2), bad_date(1, 1, "content/a.md")]
    told = json.loads(as_json(jumbled, EN, root))
    assert [(one["path"], one["line"], one["column"]) for one in told] == [
        ("content/a.md", 1, 1),
        (PATH, 1, 2),
        (PATH, 1, 9),
        (PATH, 3, 7),
    ]


def test_json_has_the_promised_keys_and_keeps_accents(root: Path) -> None:
    written = as_json([bad_date(value="è")], EN, root)
    assert "è" in written
    assert json.loads(written) == [
        {
            "code": "bad-date",
            "level": "error",
            "path": PATH,
            "line": 3,
            "column": 7,
            "message": "“è” is not a date.",
            "hint": "Write a day (2025-03-26), a month (2025-03) or a year (2025) that exists.",
            "suggestions": [],
            "guide": "",
        }
    ]
    assert json.loads(as_json([], EN, root)) == []


def test_an_annotation_stands_at_its_line_and_escapes_what_the_host_reads(root: Path) -> None:
    said = as_github([bad_date(path="content/a,b:c.md", value="50%\n::error::x")], EN, root)
    assert said == (
        "::error file=content/a%2Cb%3Ac.md,line=3,col=7,title=bad-date::“50%25␊::error::x” is not a date."
        "%0AWrite a day (2025-03-26), a month (2025-03) or a year (2025) that exists."
    )
    assert as_github([problem("unexpected-file", Position("x"))], EN, root).startswith("::warning file=x,title=")
    assert as_github([], EN, root) == ""


def test_gitlab_has_one_finding_a_problem_each_known_again(root: Path) -> None:
    (first,) = json.loads(as_gitlab([bad_date(line=3)], EN, root))
    (moved,) = json.loads(as_gitlab([bad_date(line=9)], EN, root))
    assert first["location"] == {"path": PATH, "lines": {"begin": 3}}
    assert (first["severity"], first["check_name"]) == ("blocker", "bad-date")
    assert first["fingerprint"] == moved["fingerprint"]
    assert json.loads(as_gitlab([problem("unexpected-file", Position("x"))], EN, root))[0]["location"]["lines"] == {
        "begin": 1
    }


@pytest.mark.parametrize("form", REPORTS)
def test_each_message_links_its_place_in_the_guide(root: Path, form: str) -> None:
    said = REPORTS[form]([bad_date(value="x")], EN, root, "https://x.example/en/guide/mistakes/")
    assert said.count("https://x.example/en/guide/mistakes/#bad-date") == 1
    assert "#bad-date" not in REPORTS[form]([bad_date(value="x")], EN, root, "")


@pytest.mark.parametrize(
    ("settings", "language", "address"),
    [
        ("[it, en]\nguide: true", "it", "https://x.example/sito/guida/errori/"),
        ("[it, en]\nguide: true", "en", "https://x.example/sito/en/guide/mistakes/"),
        ("[de, en]\nguide: true", "it", "https://x.example/sito/en/guide/mistakes/"),
        ("[de]\nguide: true", "it", ""),
        ("[it, en]\nguide: false", "it", ""),
        ("[it, en]", "it", ""),
        ("it\nguide: true", "it", ""),
        (": [", "it", ""),
    ],
)
def test_the_guide_is_where_the_settings_say(root: Path, settings: str, language: str, address: str) -> None:
    (root / "content/site.yaml").write_text(f"base_url: https://x.example/sito\nlanguages: {settings}\n", "utf-8")
    assert address_of_mistakes(root, language) == address
    preview = address_of_mistakes(root, language, "http://localhost:8000")
    assert preview == address.replace("https://x.example/sito", "http://localhost:8000")


def test_a_page_of_problems_escapes_what_editors_write(root: Path) -> None:
    page = as_html([bad_date(value="<b>&")], EN, root)
    assert "“&lt;b&gt;&amp;” is not a date." in page
    assert f"<h2>{PATH}:3:7</h2>" in page
    assert "<title>1 error</title>" in page


@pytest.mark.parametrize(
    ("code", "level"), [("bad-date", "error"), ("too-long", "warning"), ("untranslated", "notice")]
)
def test_each_level_has_its_annotation(root: Path, code: str, level: str) -> None:
    one = problem(code, Position("x"), value="x", language="x", file="x", key="x", length=1, limit=1)
    assert as_github([one], EN, root).startswith(f"::{level} ")


def test_what_was_meant_comes_before_the_mend(root: Path) -> None:
    one = problem(
        "unknown-reference", Position(PATH, 1, 1), meant=["prato", "prati"], id="prat", folder="organisations"
    )
    assert json.loads(as_json([one], EN, root))[0]["hint"].startswith("Did you mean “prato” or “prati”? Correct the id")


def test_braces_in_what_editors_write_are_no_gaps(root: Path) -> None:
    assert "“{value}”" in as_text([bad_date(value="{value}")], EN, root)


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        ([], "no problems"),
        (["bad-date"], "1 error"),
        (["bad-date", "bad-date", "too-long"], "2 errors and 1 warning"),
        (["bad-date", "too-long", "untranslated", "untranslated"], "1 error, 1 warning and 2 notices"),
    ],
)
def test_problems_are_counted_by_level(codes: list[str], said: str) -> None:
    assert count([problem(code, Position("x")) for code in codes], EN) == said


@pytest.mark.parametrize(
    ("code", "strict", "stopped"),
    [("bad-date", False, True), ("too-long", False, False), ("too-long", True, True), ("untranslated", True, False)],
)
def test_what_stops_a_build(code: str, strict: bool, stopped: bool) -> None:
    assert stops([problem(code, Position("x"))], strict=strict) is stopped


@pytest.mark.parametrize(
    ("written", "meant"),
    [("tilte", ("title",)), ("sumary", ("summary",)), ("xyz", ()), ("", ()), ("TITLE", ("title",)), ("bottle", ())],
)
def test_only_what_is_near_is_suggested(written: str, meant: tuple[str, ...]) -> None:
    assert did_you_mean(written, ["title", "summary", "sources"]) == meant
