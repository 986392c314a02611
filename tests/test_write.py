"""What is written is what was read, in one form."""

import datetime
import re
from itertools import pairwise
from typing import Any, ClassVar

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.content.nodes import Nodes, read_yaml
from generator.content.parse import parse
from generator.content.prose import Prose
from generator.content.read import Contents
from generator.content.record import Record, Wording
from generator.content.replace import replace_value
from generator.content.scalars import key, text
from generator.content.validate import Content, validate
from generator.content.write import write, write_group, write_record
from generator.fields.declare import Group, GroupOf
from generator.fields.values import Ref
from generator.kinds.agreement import Agreement
from generator.kinds.initiative import Initiative
from generator.kinds.source import Source
from generator.kinds.translation import Translation
from generator.machine.memo import Memo
from generator.problems.problem import Position
from tests.harness import SiteTest, facts_of
from tests.test_hostile import markup
from tests.written import LANGUAGES, LOOKALIKES, any_group, groups, texts


def read_back(written: str, model: type[Group]) -> Group:
    nodes, problems = read_yaml(written, "x.yaml")
    facts, _, told = parse(model, nodes)
    assert [*problems, *told] == []
    assert facts
    return facts


# --- read, write, read ---


@given(any_group)
def test_what_is_written_is_read_as_the_same(facts: Group) -> None:
    written = write_group(facts, LANGUAGES)
    again = read_back(written, type(facts))
    assert again == facts
    assert write_group(again, LANGUAGES) == written


@given(any_group)
def test_only_blocks_are_written_each_text_on_its_line(facts: Group) -> None:
    """Brackets hold nothing."""
    events = list(yaml.parse(write_group(facts, LANGUAGES), Loader=yaml.CSafeLoader))
    for one, after in pairwise(events):
        if isinstance(one, yaml.CollectionStartEvent) and one.flow_style:
            assert isinstance(after, yaml.CollectionEndEvent)
        if isinstance(one, yaml.ScalarEvent):
            assert one.start_mark.line == one.end_mark.line


@given(groups(Agreement), st.none() | groups(Translation), markup, markup)
def test_a_record_is_written_into_its_files(facts: Any, words: Any, body: str, translated: str) -> None:
    """Its text stays as it is, but for empty lines around it."""
    wordings = {"it": wording("x.md", Nodes({}, Position("x.md")), facts.title, body)}
    if words:
        written = GroupOf(Translation).write(words)
        wordings["en"] = wording("x.en.md", Nodes(written, Position("x.en.md")), words.title, translated)
    files = write_record(Record(Ref("agreements", "x"), facts, wordings["it"].nodes, wordings, {}), LANGUAGES)
    told = {"x.md": (facts, body), "x.en.md": (words, translated)}
    assert list(files) == [one.path for one in wordings.values()]
    for path, written in files.items():
        group, said = told[path]
        said = said.strip("\n")
        assert written == f"---\n{write_group(group, LANGUAGES)}---\n" + (f"\n{said}\n" if said else "")


def wording(path: str, nodes: Nodes, title: str, body: str) -> Wording:
    return Wording(nodes, title, title, "", "", body, 1, Prose())


def content_of(site: SiteTest) -> Content:
    content, problems = validate(Contents(site.root, Memo()))
    assert content
    assert not [one for one in problems if one.is_error]
    return content


@pytest.mark.parametrize("name", ["minimal", "showcase"])
def test_every_file_of_a_site_can_be_written_anew(name: str) -> None:
    site = SiteTest(name)
    content = content_of(site)
    files = write(content)
    assert set(files) == {file.relative_to(site.root).as_posix() for file in (site.root / "content").rglob("*.[my]*")}
    for path, written in files.items():
        site.write(path, written)
    again = content_of(site)
    assert again.settings == content.settings
    assert again.vocabularies == content.vocabularies
    assert [facts_and_words(one) for one in again.records.values()] == [
        facts_and_words(one) for one in content.records.values()
    ]
    assert write(again) == files


def facts_and_words(record: Any) -> tuple[Any, ...]:
    words = [(one.title, one.summary, one.alt, one.prose.html) for one in record.wordings.values()]
    marks = [one.nodes.value.get("translated_from") for one in record.wordings.values()]
    return record.ref, record.facts, words, marks


# --- the form ---

FORM = """\
title: 'MADE: x'
publisher_name: L’Ateneo
date: 2025-03-26
language: it
url: https://a.example/#x
consulted_on: '2025'
external: true
errata:
  - it: l’una
    en: "it's: one"
"""


def test_the_form_is_that_of_the_editor() -> None:
    facts = facts_of(
        Source,
        errata=[{"en": "it's: one", "it": "l’una"}],
        external="true",
        consulted_on="2025",
        url="https://a.example/#x",
        title="MADE: x",
        date="2025-03-26",
        language="it",
        publisher_name="L’Ateneo",
    )
    assert write_group(facts, LANGUAGES) == FORM
    assert write_group(facts, LANGUAGES[::-1]).endswith('  - en: "it\'s: one"\n    it: l’una\n')


def test_words_that_no_form_asks_for_stand_last_as_the_editor_sets_them() -> None:
    words = {"it": "una", "en": "one"}
    differing = [{"field": "act", "value": words, "source": "x"}, {"field": "form", "value": "y", "source": "x"}]
    written = write_group(facts_of(Agreement, title="1", place=words, differing=differing), LANGUAGES)
    assert written.startswith("title: '1'\ndiffering:\n  - field: act\n    source: x\n    value:\n      en: one\n")
    assert written.endswith("  - field: form\n    value: y\n    source: x\nplace:\n  en: one\n  it: una\n")
    changed = replace_value(written, Agreement, ("form",), "memorandum", LANGUAGES)
    assert changed.startswith("title: '1'\nform: memorandum\n") and changed.endswith("place:\n  en: one\n  it: una\n")


def test_numbers_and_yes_stand_bare_and_all_else_is_text() -> None:
    editions = [{"year": "2017", "number": "7", "funded": "7", "duration": "1 year"}]
    written = write_group(facts_of(Initiative, title="1", draft="true", editions=editions), LANGUAGES)
    assert written == (
        "title: '1'\ndraft: true\neditions:\n  - year: '2017'\n    number: 7\n    duration: 1 year\n    funded: '7'\n"
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("città", "città"),
        ("a: b", "'a: b'"),
        ("l'a: b", '"l\'a: b"'),
        ('l\'a: "b"', "'l''a: \"b\"'"),
        ("a #b", "'a #b'"),
        ("a#b", "a#b"),
        ("- a", "'- a'"),
        ("-a", "-a"),
        ("> 250", "'> 250'"),
        ("~< 5", "~< 5"),
        ("a\tb", "'a\tb'"),
        ("a\u2028b", '"a\\Lb"'),
        ("a\\\x07\x9f\ufeffb", '"a\\\\\\a\\x9f\\ufeffb"'),
        ("2026-03-26", "2026-03-26"),
        ("2025-02-30", "'2025-02-30'"),
        ("no", "'no'"),
        ("12:30", "'12:30'"),
    ],
)
def test_quotes_stand_where_they_are_needed(value: str, written: str) -> None:
    assert text(value) == written


@pytest.mark.parametrize("name", ["on", "no", "it", "12:30"])
def test_keys_are_written_as_the_editor_writes_them(name: str) -> None:
    assert key(name) == name


class Core(yaml.SafeLoader):
    """Reads as the core schema of YAML 1.2 says, section 10.3.2."""

    yaml_implicit_resolvers: ClassVar[dict[Any, Any]] = {}


for _tag, _pattern in (
    ("null", r"null|Null|NULL|~"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), None)


@given(texts | st.sampled_from(LOOKALIKES.split(" ")))
def test_every_reader_takes_a_text_for_that_text(value: str) -> None:
    """A date is the one exception: YAML 1.1 has a type for it."""
    for written in (f"a: {text(value)}\n", f"- {text(value)}\n", f"a:\n  - b: {text(value)}\n"):
        [found] = scalars(yaml.load(written, Loader=Core))
        assert found == value
        [found] = scalars(yaml.safe_load(written))
        assert (found.isoformat() if isinstance(found, datetime.date) else found) == value


def scalars(found: Any) -> list[Any]:
    while isinstance(found, dict | list):
        [found] = found.values() if isinstance(found, dict) else found
    return [found]
