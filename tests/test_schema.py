"""The schemas that `vetrina schema` writes: complete, valid themselves, and of one mind with `vetrina check`."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main
from generator.content.nodes import Nodes, read_yaml
from generator.content.parse import parse
from generator.content.told_apart import entries_again, values_again
from generator.content.workspace import schema_files
from generator.fields.choices import Choice
from generator.fields.declare import Group
from generator.fields.dotted import find_field
from generator.fields.texts import CodeType
from generator.fields.types import FieldType, RefusedError
from generator.kinds.catalogue import BY_FOLDER, KINDS
from generator.kinds.edition import Edition
from generator.problems.problem import Position
from generator.words import languages, words_for
from tests.harness import SITES, SiteTest
from tests.long import IS_LONG

ROOT = Path(__file__).parents[1]
BROKEN = sorted(folder.name for folder in (SITES / "broken").iterdir())
SEEN = set(
    """ambiguous-number bad-address-word bad-choice bad-date bad-degrees bad-duration bad-language bad-moment
    bad-path bad-quantity bad-reference bad-url comma-in-text contradiction empty-value fact-in-translation
    missing-classification missing-key missing-source named-empty no-language no-list no-page no-value no-words
    not-a-field old-name one-of-two personal-email required-field same-language stated-and-not too-deep too-few
    too-long too-many-words unknown-code unknown-computation unknown-in-words unknown-key unknown-model
    unnamed-value wrong-dash wrong-name wrong-type""".split()
)
"""The problems that one file alone shows to who knows its schema."""
NO_YAML = set(
    """alias control-character invisible-sign merge-conflict second-record
    no-front-matter unclosed-front-matter unquoted-quantity wrong-encoding
    empty-file yaml-syntax""".split()
)
"""The problems of files that no program reads as YAML."""
UNSEEN = {
    "how it is written, which is gone once YAML is read": "curly-quotes cut-value duplicate-key",
    "a file's name, its folder, or a file that is no YAML": """bad-catalogue bad-id document-as-record file-without-page
        frozen-gone frozen-withdrawn not-frozen-whole taken-path thawed too-much-as-it-is translation-alone
        unexpected-file unknown-folder unknown-vocabulary unpublishable-name unreadable-file unused-template
        wrong-public-name""",
    "the text, or the files that stand beside the record": """bank-account broken-link bullet-in-line facts-in-text
        garbled-letters heavy-picture html-comment identity-document lost-letter inaccessible-video missing-alt
        missing-credit missing-file pasted-file
        personal-data-in-file phone-number raw-html raw-markdown refused-word tax-code text-too-deep
        table-of-tabs table-without-dashes text-below-table too-many-cells too-many-signs twin-names
        uncalled-note unexamined-file unfinished unknown-anchor unreadable-picture
        untagged-pdf wrong-file""",
    "another file: of the record, of another, of the site": """first-language-missing hidden-reference leads-back
        leads-to-none lies-elsewhere missing-translation missing-vocabulary more-than-signed named-by-none names-itself
        names-later not-among
        older-source other-number other-sort plan-of-another shows-nothing same-address same-code same-id same-record
        record-moved stale-translation switched-off text-untranslated
        unknown-macro-area unknown-reference unknown-term unmarked-deduction unmarked-translation
        unreadable-mark untranslated unused-language unverified-term withdrawn-evidence withdrawn-subject
        written-twice""",
    "two values, which JSON Schema does not compare": """bad-years counted-back duration-and-end ends-before-start
        finding-disagrees more-than-all no-such-entry not-apart other-unit out-of-order same-entry same-term
        same-value two-units""",
    "the day": "not-yet period-to-come result-to-come review-due status-overtaken status-to-come",
    "a table too long for a schema: municipalities, time zones": """istat-mismatch istat-unknown no-time-zone
        wrong-point""",
    "what is sound all the same: it is told, and hinders nothing": """above-whole bad-contrast markup-in-fact
        older-model placeholder unlikely-duration unlikely-effect untraced-figure""",
}
"""The problems that a schema cannot see, by what it would have to know."""
_CORE = {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
}


class CoreLoader(yaml.CSafeLoader):
    """YAML as version 1.2 has it, and editors: its core schema, where a date is a text and `no` too."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 — its own, not those of YAML 1.1

    def construct_yaml_int(self, node: yaml.ScalarNode) -> int:
        text = node.value
        return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))


for _name, _pattern in _CORE.items():
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(rf"^(?:{_pattern})$"), None)
CoreLoader.add_constructor("tag:yaml.org,2002:int", CoreLoader.construct_yaml_int)


NAMES = (*BY_FOLDER, "site", "vocabulary", "style", "translation")


@cache
def draft_2020_12() -> Any:
    """The library that knows the standard."""
    from jsonschema import Draft202012Validator  # slow to load

    return Draft202012Validator


@cache
def schemas(language: str = "en") -> dict[str, dict[str, Any]]:
    """Every schema by its name."""
    files = schema_files(words_for(language))
    return {name.removesuffix(".schema.json"): json.loads(text) for name, text in files.items()}


def schema_of(file: Path) -> str:
    """The name of the schema that a file of content/ is to keep to; "" where there is none."""
    folder = file.parent.name if file.stem.partition(".")[0] != "index" else file.parents[1].name
    if file.name == "site.yaml":
        return "site"
    if file.name == "style.yaml":
        return "style"
    if folder == "vocabularies":
        return "vocabulary"
    if folder not in BY_FOLDER:
        return ""
    return "translation" if re.fullmatch(r".+\.[a-z]{2}", file.stem) else folder


def facts(file: Path) -> str:
    """The YAML of a file: the whole of it, or what stands between its two lines of hyphens."""
    text = file.read_text("utf-8")
    if file.suffix == ".yaml":
        return text
    before, between, _ = re.split(r"^---$", text, maxsplit=2, flags=re.MULTILINE)
    assert before == ""
    return between


def files(content: Path) -> list[Path]:
    found = [file for file in content.rglob("*") if file.suffix in (".md", ".yaml") and file.name != "expected.yaml"]
    return sorted(file for file in found if file.is_file() and schema_of(file))


def faults(file: Path) -> list[str]:
    """What the schema finds wrong in a file, both as editors read it and as we do."""
    schema = draft_2020_12()(schemas()[schema_of(file)])
    as_editors = yaml.load(facts(file), CoreLoader)
    as_we_do = read_yaml(facts(file), str(file))[0].value
    return [
        f"{file.name}: {error.json_path}: {error.message[:200]}"
        for value in (as_editors, as_we_do)
        for error in schema.iter_errors(value)
    ]


# --- complete, and valid ---


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_keeps_to_the_standards_own(name: str) -> None:
    schema = schemas()[name]
    draft_2020_12().check_schema(schema)
    assert schema["$schema"] == draft_2020_12().META_SCHEMA["$id"]
    assert schema["$id"] == f"{name}.schema.json"
    used = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema)))
    assert used == set(schema.get("$defs", {}))


def test_every_kind_has_a_schema_and_what_else_content_holds() -> None:
    assert schemas().keys() == {*NAMES}


def fields(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each field of a schema and of the groups inside it, and the groups themselves."""
    for where, group in {"": schema, **groups_of(schema)}.items():
        yield where, group
        for name, field in group["properties"].items():
            yield f"{where}.{name}", field


def groups_of(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The definitions that are groups of fields: the others say what can be written."""
    return {name: one for name, one in schema.get("$defs", {}).items() if "properties" in one}


@pytest.mark.parametrize("name", NAMES)
def test_no_field_is_empty(name: str) -> None:
    """Each says in every language what it is called and how it is written, and what it can hold."""
    for where, field in fields(schemas()[name]):
        for keyword, each in (("title", "x-labels"), ("description", "x-descriptions")):
            assert field[each].keys() == set(languages()), where
            assert all(field[each].values()), where
            assert field[keyword] == field[each]["en"], where
        assert field.keys() & {"type", "oneOf", "anyOf", "enum", "$ref"}, where
        if "properties" in field:
            assert field["additionalProperties"] is False, where
        else:
            assert field["examples"], where
            assert field["examples"] != [""], where
            assert field["x-widget"], where


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_one(name: str) -> None:
    schema = schemas()[name]
    for where, field in fields(schema):
        for example in field.get("examples", ()):
            validator = draft_2020_12()({**field, "$defs": schema.get("$defs", {})})
            assert [error.message for error in validator.iter_errors(example)] == [], where


@pytest.mark.parametrize("name", NAMES)
def test_patterns_are_of_the_common_tongue(name: str) -> None:
    """JSON Schema's regular expressions are JavaScript's, with its strict escapes."""
    for pattern in re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', json.dumps(schemas()[name])):
        written = json.loads(pattern)
        assert re.findall(r"\\[^nsSdw.*+?()\[\]{}|^$/\\]", written) == [], written
        assert not re.search(r"\(\?[^:=!]", written), written


def test_a_choice_says_its_words_in_every_language() -> None:
    for kind in KINDS:
        for name, field in kind.declared.items():
            if isinstance(field.is_a, Choice):
                options = schemas("it")[kind.folder]["properties"][name]["oneOf"]
                assert [one["const"] for one in options] == list(field.is_a.options)
                assert all(one["title"] == one["x-labels"]["it"] for one in options)
                assert all(one["x-labels"].keys() == set(languages()) for one in options)


def test_a_reference_says_where_it_leads() -> None:
    agreement = schemas()["agreements"]
    assert agreement["properties"]["parties"]["items"]["x-reference"] == "organisations"
    assert agreement["properties"]["topics"]["items"]["x-vocabulary"] == "topics"
    assert agreement["properties"]["related"]["items"]["x-reference"] == "*"
    assert agreement["$defs"]["Signatory"]["properties"]["person"]["x-reference"] == "people"


WORDS = {"title", "description", "x-labels", "x-descriptions"}


def without_words(field: dict[str, Any]) -> dict[str, Any]:
    """How a field is asked for: what it may hold is for its type to say, and words may be corrected at any time."""
    return {name: field[name] for name in ("x-widget", "x-columns", "maxLength", "$ref") if name in field}


def test_what_a_schema_asks_for(accept: bool) -> None:
    """Two kinds that together have all that a kind can have: a line a field, a rule."""
    groups = {name: schemas()[name] for name in ("agreements", "indicators")}
    for kind in list(groups.values()):
        groups |= groups_of(kind)
    lines = []
    for where, group in groups.items():
        head = {name: one for name, one in group.items() if name not in (*WORDS, "properties", "allOf", "$defs")}
        told = {"": head, **{name: without_words(field) for name, field in group["properties"].items()}}
        lines += [f"{where} {name}: {json.dumps(one)}" for name, one in told.items()]
        lines += [f"{where}: {json.dumps(rule)}" for rule in group.get("allOf", ())]
    found = "".join(f"{line}\n" for line in lines)
    expected = Path(__file__).with_name("schema.txt")
    if accept:
        expected.write_text(found, "utf-8", newline="\n")
    assert found == expected.read_text("utf-8")


# --- of one mind with the check ---


@pytest.mark.parametrize("site", ["minimal", "showcase"])
def test_every_file_of_a_sound_site_keeps_to_its_schema(site: str) -> None:
    found = files(SITES / site / "content")
    assert len(found) > 3
    assert [fault for file in found for fault in faults(file)] == []


@pytest.mark.content
def test_every_file_of_the_demonstration_keeps_to_its_schema() -> None:
    found = files(ROOT / "content")
    assert [fault for file in found for fault in faults(file)] == []


def test_what_is_seen_are_problems() -> None:
    """Each problem is one that a schema sees, that no program reads, or that no schema can see."""
    unseen = [code for codes in UNSEEN.values() for code in codes.split()]
    assert sorted([*SEEN, *NO_YAML, *unseen]) == BROKEN


@pytest.mark.parametrize("code", BROKEN)
def test_a_schema_sees_what_one_file_shows(code: str) -> None:
    found = files(SITES / "broken" / code / "content")
    if code in NO_YAML:
        with pytest.raises((yaml.YAMLError, ValueError)):
            [faults(file) for file in found]
    else:
        told = [fault for file in found for fault in faults(file)]
        assert bool(told) is (code in SEEN), "\n".join(told)


UNKNOWN = "signatories signed_on effective_on duration renewal value".split()
AGREEMENT = {
    "title": "Un accordo",
    "form": "memorandum",
    "stage": "signed",
    "parties": ["a", "b"],
    "sources": [{"source": "s"}],
    "not_stated": [*UNKNOWN, "act"],
}


@pytest.mark.parametrize(
    ("change", "sound"),
    [
        ({}, True),
        ({"not_stated": "signatories signed_on effective_on duration renewal act".split()}, False),
        ({"stage": "announced", "not_stated": "effective_on duration renewal act value".split()}, True),
        ({"until": 2027, "not_stated": "signatories signed_on effective_on renewal act value".split()}, True),
        ({"value": "0.5 EUR", "not_stated": "signatories signed_on effective_on duration renewal act".split()}, True),
        ({"value": "0.5 EUR"}, False),
        ({"parties": []}, False),
        ({"parties": ["a"]}, False),
        ({"not_stated": [*AGREEMENT["not_stated"], "signatories.2.role"]}, True),
        ({"not_stated": [*AGREEMENT["not_stated"], "act.number"]}, True),
        ({"not_stated": [*AGREEMENT["not_stated"], "act.numbers"]}, False),
        ({"act": {"number": "7"}, "not_stated": [*UNKNOWN, "act.on"]}, True),
        ({"act": {"number": "7"}, "not_stated": [*UNKNOWN, "act.number"]}, False),
        ({"draft": True}, True),
        ({"draft": "yes"}, False),
        ({"announced_on": "2025-02-29"}, True),
        ({"announced_on": "2025-02-30"}, False),
        ({"announced_on": "2025-13"}, False),
        ({"announced_on": 20250326}, False),
        ({"title": "due\nrighe"}, False),
        ({"title": "una riga\n"}, True),
        ({"title": "  "}, False),
        ({"title": 2025}, True),
        ({"contact": "ufficio.stampa@a.example"}, True),
        ({"contact": "mario.rossi@a.example"}, False),
        ({"topics": ["11"], "classification": "source"}, False),
        ({"topics": ["sdg-11"], "classification": "source"}, True),
        ({"topics": []}, False),
        ({"differing": [{"field": "signed_on", "value": "2025", "source": "s"}] * 2}, True),
        ({"sources": [{"source": "s", "fields": ["form", "parties"]}]}, True),
        ({"sources": [{"source": "s", "fields": ["forms"]}]}, False),
        ({"sources": [{"source": "s", "fields": ["form", "summary"]}]}, False),
        ({"sources": [{"source": "s"}, {"source": "t", "fields": ["act.number"]}]}, False),
        ({"deduced": ["signed_on"]}, False),
        ({"deduced": ["announced_on"], "announced_on": "2025-03-26"}, True),
        ({"deduced": ["signed_on"], "differing": [{"field": "signed_on", "value": "2025", "source": "s"}] * 2}, True),
        ({"related": ["agreements/un-altro"]}, True),
        ({"related": ["agreement/un-altro"]}, False),
        ({"related": ["intros/agreements"]}, False),
        ({"allow": [{"code": "untranslated", "because": "B"}]}, True),
        ({"allow": [{"code": "broken-link", "because": "B"}]}, False),
        ({"allow": [{"code": "phone-number", "because": "B"}]}, False),
        ({"allow": [{"code": "phone-number", "because": "B", "value": "123"}]}, True),
    ],
)
def test_rules_of_several_fields_are_told(change: dict[str, Any], sound: bool) -> None:
    assert draft_2020_12()(schemas()["agreements"]).is_valid({**AGREEMENT, **change}) is sound


@pytest.mark.parametrize(
    ("kind", "field", "written", "sound"),
    [
        ("events", "starts", "2027-05-12", True),
        ("events", "starts", "2027-05-12 18:30 Europe/Lisbon", True),
        ("events", "starts", "2027-05-12T23:59", True),
        ("events", "starts", "2027-05", True),
        ("events", "starts", 2027, True),
        ("events", "starts", 999, False),
        ("events", "starts", "2027-13-01", False),
        ("events", "starts", "2027-02-30", False),
        ("events", "starts", "2027-05-12 24:00", False),
        ("events", "starts", "2027-05-12 18:60", False),
        ("places", "latitude", "-90.000", True),
        ("places", "latitude", "089.99999999", True),
        ("places", "latitude", "90.1", False),
        ("places", "latitude", "123", False),
        ("places", "longitude", "180", True),
        ("places", "longitude", "-179.5", True),
        ("places", "longitude", "180.00001", False),
        ("places", "longitude", "200", False),
        ("places", "istat", "015146", True),
        ("places", "istat", 111009, True),
        ("places", "istat", 15146, False),
        ("sources", "language", "vec", True),
        ("sources", "language", "nap", True),
        ("sources", "language", "xx", False),
        ("sources", "language", "IT", False),
        ("agreements", "parties", ["a", "b", "c"], True),
        ("agreements", "parties", ["a", "b", "a"], False),
        ("agreements", "not_stated", ["value", "value"], False),
    ],
)
def test_what_is_written_keeps_within_its_bounds(kind: str, field: str, written: object, sound: bool) -> None:
    schema, *_ = (found for where, found in fields(schemas()[kind]) if where.rpartition(".")[2] == field)
    assert draft_2020_12()(schema).is_valid(written) is sound


@pytest.mark.parametrize(
    ("change", "sound"),
    [
        ({"navigation": ["agreements", "pages/metodo", {"to": "indicators"}]}, True),
        ({"navigation": ["agreement"]}, False),
        ({"navigation": [{"to": "vocabularies"}]}, False),
        ({"social_cards": ["intros"]}, False),
        ({"kinds": [{"kind": "pages", "off": True}]}, True),
        ({"kinds": [{"kind": "pages", "address": {"it": "pagine"}}]}, False),
        ({"kinds": [{"kind": "cantieri", "address": {"it": "progetti"}}]}, True),
    ],
)
def test_a_site_names_what_there_is(change: dict[str, Any], sound: bool) -> None:
    settings = read_yaml((SITES / "minimal/content/site.yaml").read_text("utf-8"), "site.yaml")[0].value
    assert isinstance(settings, dict)
    assert draft_2020_12()(schemas()["site"]).is_valid({**settings, **change}) is sound


SAID = """34 ~<|200 ~|2500000|EUR 1.000 12.5 x -1 2025 2025-03-26 2025-02-30 2025-13 2012-13 3|years 2027-05-12|18:30
    2027-05-12|24:00 energia 11 agreements/x agreement/x https://a.example/ a.example info@a.example true yes it xx
    una|frase|qualunque memorandum signed 45.5 015146 #12397f""".split()
"""What a source may say of a field, rightly or not."""


def inner_fields(group: type[Group]) -> Iterator[str]:
    """Each field of a group, and of those inside it, with dots."""
    for name, one in group.declared.items():
        yield name
        if one.group:
            yield from (f"{name}.{inner}" for inner in inner_fields(one.group))


TRIED: set[str] = set()
"""The types of which all is tried that may be said, of whichever kind; in `make test-long` that is tried of each."""


@pytest.mark.parametrize("model", [*KINDS, Edition], ids=lambda model: model.__name__)
def test_what_differs_is_written_as_its_field_is(model: type[Group]) -> None:
    whole = schemas()["initiatives" if model is Edition else model.folder]  # type: ignore[attr-defined]
    schema = {"$ref": "#/$defs/Edition", "$defs": whole["$defs"]} if model is Edition else whole
    unseen = {code for codes in UNSEEN.values() for code in codes.split()}
    types, told = set() if IS_LONG else TRIED, []
    for field in inner_fields(model):
        found = find_field(model, field)
        assert found
        is_a, as_schema = found[1].is_a, json.dumps(found[1].is_a.schema(words_for("en")))
        if not is_a.defined and not isinstance(is_a, CodeType):  # a type alone knows no folder and no code
            told += [(field, is_a, one.replace("|", " ")) for one in (SAID[:3] if as_schema in types else SAID)]
            types.add(as_schema)
    facts = {"differing": [{"field": field, "value": value, "source": "s"} for field, _, value in told]}
    wrong = {error.absolute_path[1] for error in draft_2020_12()(schema).iter_errors(facts) if error.absolute_path}
    for number, (field, is_a, value) in enumerate(told):
        code = refusal(is_a, value)
        assert (number in wrong) is bool(code) or code in unseen, f"{field}: {value}: {code or 'the schema alone'}"


def refusal(is_a: FieldType[Any], value: str) -> str:
    """The code of the problem that a type has with a text."""
    try:
        is_a.read(value)
    except RefusedError as error:
        return error.code
    return ""


def twice(value: Any) -> Iterator[Any]:
    """Facts with one entry of one of their lists of groups written twice."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in parts:
        copies = list(twice(one))
        if isinstance(one, list) and any(isinstance(entry, dict) for entry in one):
            copies += [[*one[: number + 1], entry, *one[number + 1 :]] for number, entry in enumerate(one)]
        for copy in copies:
            yield {**value, key: copy} if isinstance(value, dict) else [*value[:key], copy, *value[key + 1 :]]


def test_an_entry_that_is_written_twice_is_refused_by_both_or_neither() -> None:
    told = set()
    for file in files(SITES / "showcase/content"):
        if (name := schema_of(file)) in BY_FOLDER:
            validator = draft_2020_12()(schemas()[name])
            for mutated in twice(read_yaml(facts(file), str(file))[0].value):
                record, nodes, _ = parse(BY_FOLDER[name], Nodes(mutated, Position("")), {"title": "x"})
                assert record
                refused = [*entries_again(record, nodes), *values_again(record, nodes)]
                seen = [error for error in validator.iter_errors(mutated) if error.validator == "uniqueItems"]
                assert bool(seen) is bool(refused), f"{file.name}: {refused or seen}"
                told |= {one.values["key"] for one in refused}
    assert told >= {"sources", "editions", "partners"}


def test_a_term_that_is_written_twice_is_refused() -> None:
    file = SITES / "showcase/content/vocabularies/topics.yaml"
    vocabulary = read_yaml(facts(file), str(file))[0].value
    validator = draft_2020_12()(schemas()["vocabulary"])
    assert validator.is_valid(vocabulary)
    assert not validator.is_valid({**vocabulary, "terms": vocabulary["terms"] + vocabulary["terms"][:1]})


def test_a_group_that_is_told_otherwise_in_a_text_is_told_as_wrong() -> None:
    site = SiteTest()
    told = "differing:\n  - field: act\n    value: una delibera\n    source: comunicato-mobilita\n"
    site.replace("content/agreements/mobilita.md", "stage: signed\n", f"stage: signed\n{told}")
    assert "wrong-type" in site.check().codes()


def test_two_sources_that_differ_make_a_field_unneeded() -> None:
    without = {name: value for name, value in AGREEMENT.items() if name != "form"}
    validator = draft_2020_12()(schemas()["agreements"])
    told = {"field": "form", "value": "framework", "source": "s"}
    assert not validator.is_valid({**without, "differing": [told]})
    assert validator.is_valid({**without, "differing": [told, told]})


def test_of_two_fields_one_is_filled() -> None:
    source = {"title": "Una fonte", "not_stated": ["date", "language", "url"]}
    validator = draft_2020_12()(schemas()["sources"])
    assert validator.is_valid({**source, "publisher": "a"})
    assert validator.is_valid({**source, "publisher_name": "A"})
    assert not validator.is_valid({**source, "publisher": "a", "publisher_name": "A"})
    assert not validator.is_valid(source)
    signed = {**AGREEMENT, "not_stated": AGREEMENT["not_stated"][1:]}
    validator = draft_2020_12()(schemas()["agreements"])
    assert validator.is_valid({**signed, "signatories": [{"person": "p"}]})
    assert not validator.is_valid({**signed, "signatories": [{"on_behalf_of": "a"}]})


# --- the command ---


def test_the_schemas_need_no_content_and_are_the_same_bytes_twice(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["schema", "new/folder", "--lang", "it"]) == 0
    assert capsys.readouterr().out == f"{len(schemas())} schemi scritti in new/folder.\n"
    written = {file.name: file.read_bytes() for file in (tmp_path / "new/folder").iterdir()}
    assert written.keys() == {f"{name}.schema.json" for name in schemas()}
    assert json.loads(written["calls.schema.json"])["title"] == "Un bando"
    (tmp_path / "new/folder/mine.txt").write_text("x")
    assert main(["schema", "new/folder", "--lang", "it"]) == 0
    assert {file.name: file.read_bytes() for file in (tmp_path / "new/folder").iterdir()} == written | {
        "mine.txt": b"x"
    }


@pytest.mark.parametrize(
    ("arguments", "language", "said"),
    [
        (["{file}"], "en", "vetrina: {file} is a file.\n  → Name a folder"),
        (["{file}"], "it", "vetrina: {file} è un file.\n  → Indica una cartella"),
        (["{file}/x"], "en", "vetrina: {file}/x cannot be written: "),
        ([], "en", "vetrina: After vetrina schema comes: FOLDER.\n  → See: vetrina schema --help"),
        ([], "it", "vetrina: Dopo vetrina schema ci vuole: CARTELLA"),
        ([""], "en", "vetrina: The name of the folder is empty.\n  → See: vetrina schema --help"),
        ([""], "it", "vetrina: Il nome della cartella è vuoto."),
        (["a", "b"], "en", "vetrina: “b” is not understood."),
        (["a", "--root", "."], "en", "vetrina: “--root” is not understood."),
    ],
)
def test_where_nothing_can_be_written_it_is_told(tmp_path, capsys, monkeypatch, arguments, language, said):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "file"
    file.write_text("x")
    assert main(["schema", *(one.format(file=file) for one in arguments), "--lang", language]) == 2
    told = capsys.readouterr()
    assert told.err.startswith(said.format(file=file))
    assert told.out == ""
    assert [one.name for one in tmp_path.iterdir()] == ["file"]
