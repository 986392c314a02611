"""YAML as our editors write it: every value the text that was written, every key and value with its place."""

from typing import Any

import pytest

from generator.content.nodes import DEPTH_LIMIT, read_yaml, walk
from generator.problems.mend import SignMend
from generator.problems.problem import Position
from generator.words import Phrase
from tests.harness import SiteTest


def value(text: str) -> Any:
    nodes, problems = read_yaml(text, "x.yaml")
    assert problems == []
    return nodes.value


def told(text: str) -> list[tuple[str, int, int]]:
    return [(one.code, one.place.line, one.place.column) for one in read_yaml(text, "x.yaml")[1]]


@pytest.mark.parametrize(
    "written",
    (
        "18:30 | no | yes | on | 06123 | 0x1F | 1e3 | 2025-03-26 | 3.10 | .5 | 1_000 | true | +39 | nan | ="
        " | NO | Null | 12:30:45 | 0o17 | https://a.example/#x | a#b | città | «x» | -x | 🌊"
    ).split(" | "),
)
def test_a_value_is_the_text_that_was_written(written: str) -> None:
    assert value(f"a: {written}\nb: [{written}]") == {"a": written, "b": [written]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a: "~"', {"a": "~"}),
        ("a: 'null'", {"a": "null"}),
        ('a: "x: y # z"', {"a": "x: y # z"}),
        ("a: 'l''altro'", {"a": "l'altro"}),
        ("a: [b, {c: d}]", {"a": ["b", {"c": "d"}]}),
        ("a:\n  - b\n  - c: d\n    e: f", {"a": ["b", {"c": "d", "e": "f"}]}),
        ("a: >-\n  due\n  righe", {"a": "due righe"}),
        ("# solo un commento", {}),
        ("", {}),
        ("a: []\nb: {}", {"a": [], "b": {}}),
        ("---\na: b", {"a": "b"}),
        ("12: x", {"12": "x"}),
        ("yes: x", {"yes": "x"}),
    ],
)
def test_the_shapes_of_yaml(text: str, expected: dict[str, Any]) -> None:
    assert value(text) == expected


def test_columns_count_characters_not_bytes() -> None:
    nodes, _ = read_yaml("perché: {città: «è», età: 🌊, più: qui}", "x.yaml")
    assert nodes.key_place(("perché",)) == Position("x.yaml", 1, 1)
    assert nodes.place(("perché", "città")) == Position("x.yaml", 1, 17)
    assert nodes.place(("perché", "età")) == Position("x.yaml", 1, 27)
    assert nodes.key_place(("perché", "più")) == Position("x.yaml", 1, 30)
    assert nodes.place(("perché", "più")) == Position("x.yaml", 1, 35)


def test_lines_count_from_where_the_text_begins_in_its_file() -> None:
    nodes, _ = read_yaml("a: b\nc:\n  - d", "x.md", first_line=2)
    assert nodes.place(("a",)) == Position("x.md", 2, 4)
    assert nodes.place(("c", 0)) == Position("x.md", 4, 5)
    assert nodes.start == Position("x.md", 2, 1)


def test_the_place_of_what_is_not_there_is_that_of_what_holds_it() -> None:
    nodes, _ = read_yaml("a:\n  - {b: c}", "x.yaml")
    assert nodes.place(("a", 0, "z")) == nodes.place(("a", 0)) == Position("x.yaml", 2, 5)
    assert nodes.place(("z",)) == nodes.start
    assert nodes.key_place(("a", 0, "z")) == Position("x.yaml", 2, 5)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: &x b", 1, 4),
        ("a: b\nc: *x", 2, 4),
        ("c: *città", 1, 4),
        ("a: **grassetto**", 1, 4),
        ("a: !important", 1, 4),
        ("a: !!int 3", 1, 4),
        ("- &a x", 1, 1),
        ("<<: {a: b}", 1, 1),
        ("a:\n  <<: {b: c}", 2, 3),
        ("a: [b, *c]", 1, 8),
        ("&a b: c", 1, 1),
        ("? &x a\n: b", 1, 3),
    ],
)
def test_shortcuts_are_refused_where_they_stand(text: str, line: int, column: int) -> None:
    found = told(text)
    if text.startswith("- "):
        assert [code for code, *_ in found] == ["yaml-syntax"]
    else:
        assert found == [("alias", line, column)]


@pytest.mark.parametrize("depth", [1_000, 1_001, 5_000, 40_000])
@pytest.mark.parametrize("bracket", ["[", "{a: ", "[{a: ", "\n - "])
def test_any_number_of_brackets_is_too_deep_and_no_more(bracket: str, depth: int) -> None:
    text = "a: " + bracket + bracket.lstrip() * (depth - 1)
    [(code, line, column)] = told(text)
    assert code == "too-deep"
    assert text.split("\n")[line - 1][column - 1] in "[{-"


@pytest.mark.parametrize("depth", [1_000, 1_001, 2_000])
@pytest.mark.parametrize("sign", ["a:", "-"])
def test_any_number_of_indented_lines_is_too_deep_and_no_more(sign: str, depth: int) -> None:
    assert told("a:\n" + "\n".join(" " * spaces + sign for spaces in range(1, depth))) == [
        ("too-deep", DEPTH_LIMIT + 1, DEPTH_LIMIT + 1)
    ]


def test_a_depth_past_that_of_the_scanner_keeps_what_stands_before() -> None:
    nodes, problems = read_yaml("a: b\nc: " + "[" * 5_000, "x.yaml", first_line=2)
    assert nodes.value["a"] == "b"
    assert nodes.broken
    assert [(one.code, one.place.line) for one in problems] == [("too-deep", 3)]


def test_the_limit_of_depth_is_exact() -> None:
    def nested(depth: int) -> str:
        return "a: " + "[" * (depth - 1) + "x" + "]" * (depth - 1)

    assert told(nested(DEPTH_LIMIT)) == []
    assert told(nested(DEPTH_LIMIT + 1)) == [("too-deep", 1, 3 + DEPTH_LIMIT)]


def test_a_duplicate_key_is_told_once_and_the_first_value_stands() -> None:
    nodes, problems = read_yaml("a: b\nc: {d: e}\na: z\nc: {d: f}", "x.yaml")
    assert nodes.value == {"a": "b", "c": {"d": "e"}}
    assert [(one.code, one.place.line, one.place.column) for one in problems] == [
        ("duplicate-key", 3, 1),
        ("duplicate-key", 4, 1),
    ]
    assert problems[0].values["line"] == 1


def test_the_same_key_in_two_groups_is_no_duplicate() -> None:
    assert value("a: [{b: c}, {b: d}]\nb: e") == {"a": [{"b": "c"}, {"b": "d"}], "b": "e"}


@pytest.mark.parametrize(
    ("text", "key", "line", "column"),
    [
        ("a:", "a", 1, 1),
        ("a: ~", "a", 1, 1),
        ("a: null", "a", 1, 1),
        ('a: ""', "a", 1, 1),
        ("a: '  '", "a", 1, 1),
        ("b: c\na: {d: }", "d", 2, 5),
        ("a: [b, ~]", "a", 1, 1),
        ("a:\n  - b: c\n    d:", "d", 3, 5),
    ],
)
def test_an_empty_value_is_told_at_its_key(text: str, key: str, line: int, column: int) -> None:
    problems = read_yaml(text, "x.yaml")[1]
    assert [(one.code, one.values["key"]) for one in problems] == [("empty-value", key)]
    assert problems[0].place.line == line


COLON = "a colon followed by a space inside a text that has no quotes"
SIGN = "a sign stands here that needs quotes, or a tab is used for indentation"
TAB = "a tab is used for indentation; use spaces"
OPEN = "a quotation mark or a bracket is opened and never closed"
LIST = "a list in square brackets lacks a comma or its closing bracket"
GROUP = "a group in curly brackets lacks a comma or its closing bracket"
INDENT = "this line is not indented like its neighbours, or lacks its “key: ”"
QUOTE = "a text between quotation marks holds the same mark, or goes on after it"
GLUED = "a space is missing after the colon of “{key}”"
CURLY = "curly quotation marks hold no text together"
DEEPER = "this line begins further in than its neighbours"
COLONLESS = "a key without its colon"
SHAPE = "“key: value” lines are expected here"


@pytest.mark.parametrize(
    ("text", "cause", "line", "column"),
    [
        ("a: b: c", COLON, 1, 5),
        ("a: b\n c: d", DEEPER, 2, 2),
        ("a: b\n\tc: d", TAB, 2, 1),
        ("a:\n\t- b", TAB, 2, 1),
        ("a: @x", SIGN, 1, 4),
        ("a: `x`", SIGN, 1, 4),
        ('a: "b', OPEN, 1, 4),
        ('a: b\nc: "d\ne: f\n', OPEN, 2, 4),
        ('a: "b\nc: "d"', OPEN, 1, 4),
        ("x: y\na:b\nc: d", GLUED, 2, 2),
        ("a: “b: c”", CURLY, 1, 6),
        ("a: [b, c", OPEN, 1, 4),
        ("a: [b c: d}", LIST, 1, 11),
        ("a: {b: c", OPEN, 1, 4),
        ("a: [b, c\nd: e", OPEN, 1, 4),
        ("a:\n  -b: c", "a space is missing after the hyphen that begins an entry", 2, 3),
        ("'': x", "the name of a field is missing before the colon", 1, 1),
        ("a:\n  ? ''\n  : ~", "the name of a field is missing before the colon", 2, 5),
        ("a: {b: c]", GROUP, 1, 9),
        ("a: b\nc", COLONLESS, 2, 1),
        ("a: b\nc d\ne: f", COLONLESS, 2, 1),
        ("a: b\nc = d\ne: f", COLONLESS, 2, 1),
        ("a:\n  - b: c\n    d e\n    f: g", COLONLESS, 3, 5),
        ("a: b\nc d\n\n# e\nf: g", COLONLESS, 2, 1),
        ("a:\n  - b\n c: d", INDENT, 3, 2),
        ("a: 'l'altro'", QUOTE, 1, 7),
        ('a: "b" c', QUOTE, 1, 8),
        ('a: "C:\\documenti"', "a backslash between double quotes; use single quotes or none", 1, 7),
        ("a: |x\n  b", "a text that begins with “>” or “|” needs quotes", 1, 5),
        ("a: > oltre 250", "a text that begins with “>” or “|” needs quotes", 1, 6),
        ("- a\n- b", SHAPE, 1, 1),
        ("solo testo", SHAPE, 1, 1),
        ("? [a, b]\n: c", SHAPE, 1, 3),
        ("a: - b", "a text that begins with “- ” needs quotes", 1, 4),
    ],
)
def test_broken_yaml_says_where_and_why(text: str, cause: str, line: int, column: int) -> None:
    problems = read_yaml(text, "x.yaml")[1]
    assert [(one.code, one.place.line, one.place.column) for one in problems] == [("yaml-syntax", line, column)]
    said = problems[0].values["cause"]
    assert isinstance(said, Phrase)
    assert said.text == cause


@pytest.mark.parametrize(
    ("text", "sign", "column"),
    [("value: > 250", ">", 8), ("value: >250 EUR", ">", 8), ("a: b\nvalue:  | 250", "|", 9), ("a:\n  - > 250", ">", 5)],
)
def test_a_quantity_that_forgot_its_quotes_has_its_own_message(text: str, sign: str, column: int) -> None:
    problems = read_yaml(text, "x.yaml")[1]
    assert [(one.code, one.values["sign"], one.place.column) for one in problems] == [
        ("unquoted-quantity", sign, column)
    ]


@pytest.mark.parametrize("text", ["a: {it: circa 3.000, en: about 3,000 people}", "a: {it: uno, due, en: one}"])
def test_a_comma_that_cuts_a_text_in_brackets_has_its_own_message(text: str) -> None:
    assert [code for code, *_ in told(text)] == ["comma-in-text"]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("form：memorandum", ("form: memorandum",)),
        ("form = memorandum", ("form: memorandum",)),
        ("form memorandum", ()),
    ],
)
def test_what_stands_for_a_colon_is_told_with_one(line: str, meant: tuple[str, ...]) -> None:
    [told] = read_yaml(f"title: A\n{line}\nstage: signed", "x.yaml")[1]
    assert (told.place.line, told.suggestions) == (2, meant)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("a:\n– b\n– c\nd: e", 2, 1), ("a:\n  - b\n  — c\nd: e", 3, 3), ("a:\n• b\nc: d", 2, 1)],
)
def test_a_pasted_dash_is_told_at_its_line_with_the_hyphen(text: str, line: int, column: int) -> None:
    [told] = read_yaml(text, "x.yaml")[1]
    sign = text.split("\n")[line - 1][column - 1]
    assert (told.code, told.place.line, told.place.column) == ("wrong-dash", line, column)
    assert told.exact == SignMend(sign, "-")


def test_what_stands_before_a_mistake_is_kept() -> None:
    nodes, problems = read_yaml("a: b\nc: [d\ne: f", "x.yaml")
    assert nodes.value["a"] == "b"
    assert [one.code for one in problems] == ["yaml-syntax"]


def test_a_long_text_is_walked_without_recursion() -> None:
    assert list(walk({"a": ["b", {"c": "d"}], "e": "f"})) == [
        (("a", 0), "b"),
        (("a", 1, "c"), "d"),
        (("e",), "f"),
    ]


def test_windows_line_ends_and_a_byte_order_mark_move_no_place() -> None:
    page = "---\ntitle: X\nnature: universita\nsources:\n  - source: comunicato-mobilita\n---\nTesto [x](y.pdf).\n"
    for written in (page.encode(), page.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + page.encode()):
        SiteTest().write("content/organisations/x.md", written).check().problems(
            ("bad-choice", "content/organisations/x.md", 3, 9), ("broken-link", "content/organisations/x.md", 7, 11)
        )
