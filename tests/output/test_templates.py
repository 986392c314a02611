"""Which templates a page depends on: those that its own may take in."""

import re
from pathlib import Path
from types import CodeType

import pytest
from jinja2 import Environment, meta

from generator.machine.memo import Memo
from generator.output.compiled import CompiledOnce
from generator.output.once import Once
from generator.output.templates import Templates
from tests.real import ROOT

OURS = ROOT / "templates"


def changed(folder: Path, name: str, other: str) -> bool:
    """Whether a template is another when another one is."""
    before = Templates((folder,)).digest_of(name)
    (folder / other).parent.mkdir(exist_ok=True)
    (folder / other).write_text("another", "utf-8")
    return Templates((folder,)).digest_of(name) != before


@pytest.mark.parametrize(
    "tag",
    [
        '{% extends "parts/a.html" %}',
        "{%- include 'parts/a.html' -%}",
        '{% include "parts//./a.html" ignore missing %}',
        '{% include "parts/a.html" ignore missing without context %}',
        '{% from "parts/a.html" import one, two as three with context %}',
        '{% import "parts/a.html" as a %}',
        '{%\n  include "parts/a.html"\n%}',
        '{% include "parts/" ~ body.template ~ ".html" %}',
        '{% include "parts/" ~ (body.template if body.template is defined else "b") ~ ".html" %}',
        '{% include ["b.html", "parts/a.html"] %}',
        '{% include "b.html" if body else "parts/a.html" %}',
        "{% extends body.layout %}",
        '{% from "b.html" import b %}',
    ],
)
def test_a_template_is_another_when_one_is_that_it_may_take_in(write, tag: str) -> None:
    files = {"page.html": tag, "parts/a.html": "a", "b.html": '{% import "parts/a.html" as a %}', "other.html": ""}
    assert changed(write(files), "page.html", "parts/a.html")


@pytest.mark.parametrize("tag", ['{% include "parts/" ~ body.template %}', '{% include "b.html" %}', "{# include #}"])
def test_and_no_other(write, tag: str) -> None:
    files = {"page.html": tag, "parts/a.html": "a", "b.html": "b", "other.html": ""}
    assert not changed(write(files), "page.html", "other.html")


def test_one_that_comes_later_counts(write) -> None:
    assert changed(write({"page.html": '{% include "later.html" ignore missing %}'}), "page.html", "later.html")


def test_templates_that_take_each_other_in_are_told_all_the_same(write) -> None:
    folder = write({"a.html": '{% include "b.html" %}', "b.html": '{% include "a.html" %}'})
    assert changed(folder, "b.html", "a.html")


def test_the_first_folder_wins(write) -> None:
    ours, theirs = write({"a.html": "ours"}, "ours"), write({"a.html": "theirs"}, "theirs")
    assert Templates((theirs, ours)).digest_of("a.html") == Templates((theirs,)).digest_of("a.html")
    assert Templates((theirs, ours)).key != Templates((ours,)).key


def test_assets_are_no_templates(write) -> None:
    assert list(Templates((write({"assets/a.css": "", "a.html": ""}),))) == ["a.html"]


def test_what_jinja_finds_in_ours_is_found() -> None:
    environment, ours = Environment(extensions=[Once]), Templates((OURS,))
    for name in ours:
        if name.endswith((".html", ".xml")):
            wanted = meta.find_referenced_templates(environment.parse((OURS / name).read_text("utf-8")))
            assert {one for one in wanted if one} <= set(ours.taken_in(name))


# --- templates as they were compiled ---


def test_a_template_is_compiled_anew_where_its_text_is_another(write, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("generator.output.compiled.OF_THE_PROGRAM", Memo(tmp_path / "kept"))
    said, compiled = "{{ 1 + 1 }} of " + str(write({})), list[str]()
    compile_ = Environment.compile

    def seen(self: Environment, source: str, *given: str | None) -> CodeType:
        compiled.append(source)
        return compile_(self, source, *given)

    monkeypatch.setattr(Environment, "compile", seen)
    for text in (said, said, f"{said}!"):
        assert CompiledOnce().from_string(text).render() == re.sub(r"\{\{.*?\}\}", "2", text)
    assert compiled == [said, f"{said}!"]


# --- what is written once ---


def test_what_many_pages_have_is_written_once() -> None:
    views, asked = [["a"], ["b"]], list[str]()
    page = Environment(extensions=[Once]).from_string(
        "{% for one in views %}{% once one, level %}<h{{ level }}>{{ told(one[0]) }}{% endonce %}{% endfor %}"
    )

    def told(word: str) -> str:
        asked.append(word)
        return word

    assert page.render(views=[*views, *views], level=2, told=told) == "<h2>a<h2>b<h2>a<h2>b"
    assert page.render(views=views, level=3, told=told) == "<h3>a<h3>b"
    assert page.render(views=[["a"]], level=3, told=told) == "<h3>a"
    assert asked == ["a", "b", "a", "b", "a"]
