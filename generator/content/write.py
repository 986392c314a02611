"""Records → the files they were read from, in the canonical form.

The form is that of the editor in the browser, so that what it saves differs only in what was edited: fields in the
order their kind declares them, languages in the site's, everything in blocks, no line folded, no comment; a blank line
before the text, which stays as it is, and one line break at the end. No form of the editor knows what is a text or
words in each language by turns: such words stand last in their group, their languages by the alphabet.

Quotes go by type. A yes or no is a boolean and a whole number a number: they stand bare. All else is text for every
reader, quantities and years too (`'7'`, `'2019'`): the editor quotes them at its next save, and has rounded by then
what it read bare. `scalars` says which texts need quotes.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.content.parse import parse
from generator.content.record import AnyRecord
from generator.content.scalars import key, text
from generator.content.site_file import SITE_FILE
from generator.content.style import STYLE_FILE
from generator.content.validate import Content
from generator.content.vocabularies import VOCABULARIES
from generator.fields.declare import Group, GroupOf
from generator.fields.in_languages import DifferingType
from generator.fields.types import FieldType, ListOf, Written
from generator.kinds.translation import Translation

_BARE = ("boolean", "number")
"""How the editor asks for what stands bare."""
Lines = list[str]


def write(content: Content) -> Mapping[str, str]:
    """Every file of the content that was read, by path: records, settings, style sheet and vocabularies."""
    languages = content.settings.languages
    files = {SITE_FILE: write_group(content.settings, languages)}
    if content.style.terms:
        files[STYLE_FILE] = write_group(content.style, languages)
    for name, vocabulary in content.vocabularies.items():
        files[f"content/{VOCABULARIES}/{name}.yaml"] = write_group(vocabulary, languages)
    for record in content.records.values():
        files |= write_record(record, languages)
    return files


def write_record(record: AnyRecord, languages: Sequence[str]) -> Mapping[str, str]:
    """The files of a record by path: of its facts, and of each translation with what it was translated from.

    `languages` are the site's. Only what was read is written: a value that was refused is lost, so is every comment.
    """
    files = {}
    for number, wording in enumerate(record.wordings.values()):
        said: Group | None = record.facts
        if number:  # the first has the facts
            said, _, _ = parse(Translation, wording.nodes, {"title": wording.title})
        assert said
        facts = write_group(said, languages)
        body = wording.body.strip("\n")
        if wording.path.endswith(".md"):
            facts = f"---\n{facts}---\n" + (f"\n{body}\n" if body else "")
        files[wording.path] = facts
    return files


def write_group(group: Group, languages: Sequence[str]) -> str:
    """A group as a YAML file: the facts of a record, the settings, a vocabulary, the style sheet."""
    is_a = GroupOf(type(group))
    written = as_yaml(is_a, is_a.write(group), languages)
    return "".join(f"{line}\n" for line in ([written] if isinstance(written, str) else written))


def as_yaml(is_a: FieldType[Any], written: Written, languages: Sequence[str]) -> str | Lines:
    """What a type has written: a word that follows its key, or the lines of a block below it."""
    if isinstance(written, str):
        return written if stands_bare(is_a) else text(written)
    if isinstance(written, list):
        item = is_a.item if isinstance(is_a, ListOf) else is_a
        return [line for one in written for line in as_item(as_yaml(item, one, languages))] or "[]"
    if isinstance(is_a, GroupOf):
        types = {name: is_a.model.declared[name].is_a for name in written}
        in_order = sorted(written, key=lambda name: in_no_form(types[name], written[name]))
        inner = {name: as_yaml(types[name], written[name], languages) for name in in_order}
    else:
        in_order = sorted(written) if in_no_form(is_a, written) else _in_order(written, languages)
        inner = {name: as_yaml(is_a, written[name], languages) for name in in_order}
    return [line for name, one in inner.items() for line in as_entry(name, one)] or "{}"


def stands_bare(is_a: FieldType[Any]) -> bool:
    """Whether a type writes numbers, or yes and no."""
    return is_a.widget in _BARE


def in_no_form(is_a: FieldType[Any], written: Written) -> bool:
    """Whether it is words in each language where another value is a text: the editor sets these behind what it asks."""
    return isinstance(is_a, DifferingType) and isinstance(written, dict)


def as_entry(name: str, value: str | Lines) -> Lines:
    """A key with its value."""
    return [f"{key(name)}: {value}"] if isinstance(value, str) else [f"{key(name)}:", *indented(value)]


def as_item(value: str | Lines) -> Lines:
    """An entry of a list."""
    first, *more = [value] if isinstance(value, str) else value
    return [f"- {first}", *indented(more)]


def indented(lines: Lines) -> Lines:
    """Lines below a key or a hyphen."""
    return [f"  {line}" for line in lines]


def _in_order(written: Mapping[str, Written], languages: Sequence[str]) -> list[str]:
    """The languages of a text in the site's order; other keys stay after them as they are."""
    known = [language for language in languages if language in written]
    return known + [name for name in written if name not in known]
