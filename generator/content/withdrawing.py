"""A record withdrawn: its page then says that alone, nothing of the settings leads to it, and who names it is told."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from generator.content.edits import Edits
from generator.content.file_texts import is_text
from generator.content.nodes import Location, walk
from generator.content.public import wordless
from generator.content.record import AnyRecord
from generator.content.settings import Settings
from generator.content.site_file import SITE_FILE
from generator.content.validate import Content
from generator.content.write import write_group
from generator.fields.declare import Group
from generator.fields.references import ListOrRecord
from generator.fields.texts import suggested_id
from generator.fields.values import AnyRef, Ref
from generator.fields.walk import leaves
from generator.kinds.common import STAYS, Withdrawal
from generator.kinds.translation import Translation
from generator.machine.regular_files import read_regular
from generator.problems.problem import Position

_SHORTEST_TELLING = 4
"""Letters of a word that tells whom a record is about: shorter ones are articles and the like."""
_OTHER_TEXTS = frozenset(".srt .yaml .yml".split())
"""The endings of files with lines that are read for a name, besides those of attachments."""
_WORDS_OF_A_NAME = 2
_MOST_BETWEEN = 12
"""Signs between two words: the end of a line and what marks the next one."""


class NamedPlace(NamedTuple):
    """Where a record is named: in a field, or in a text, whose field is ""."""

    place: Position
    field: str
    label: str


def withdraw(edits: Edits, content: Content, records: Collection[AnyRecord], withdrawn: Withdrawal) -> None:
    """Let records say when and why they were withdrawn, and take them out of the settings."""
    for record in records:
        edits.set(record.path, type(record.facts), ("withdrawn",), withdrawn)
    for location, numbers in _entries(content.settings, {record.name for record in records}).items():
        edits.without(SITE_FILE, content.settings, location, numbers)


def erase(
    edits: Edits, record: AnyRecord, withdrawn: Withdrawal, title: Mapping[str, str], languages: Sequence[str]
) -> None:
    """Let the files of a record hold no word of it but when and why it was withdrawn, and what lies beside them go.

    `title` is what it is called from now on in each language, and what stands where it needs words; `languages` are
    the site's.
    """
    first = next(iter(record.wordings))
    for language, wording in record.wordings.items():
        said: Group = Translation(title=title[language])
        if language == first:
            bare = wordless(record.facts)
            still_needed: dict[str, Any] = {name: title for name in bare.declared if bare.held(name) == {}}
            said = replace(bare, title=title[language], withdrawn=withdrawn, **still_needed)
        text = write_group(said, languages)
        edits.put(wording.path, f"---\n{text}---\n" if wording.path.endswith(".md") else text)
    for media in record.attachments.values():
        edits.remove(f"{record.files_folder}/{media.stored}")


def addresses_with_words(record: AnyRecord, settings: Settings) -> tuple[str, ...]:
    """What would stay of a record that is erased and has a word of its texts: its id, and addresses of before."""
    said = set[str]()
    for wording in record.wordings.values():
        texts = (text for location, text in walk(wording.nodes.value) if location[0] not in STAYS)
        said.update(*(suggested_id(text).split("-") for text in (*texts, wording.body)))
    own = set(suggested_id(record.ref.id).split("-"))
    former = [one for one in settings.former_pages if own & set(suggested_id(one).split("-"))]
    paths = dict.fromkeys((record.ref.id, *record.facts.redirect_from, *former))
    return tuple(
        path
        for path in paths
        if any(len(word) >= _SHORTEST_TELLING and word in said for word in suggested_id(path).split("-"))
    )


def named_in_words(root: Path, records: Collection[AnyRecord], titles: Collection[str]) -> Iterator[tuple[str, int]]:
    """Where the texts below `content/` still say a title that one of some records had, beside their own files: the
    path and the line of each. `titles` are those that say nothing of any record.
    """
    wordings = [wording for record in records for wording in record.wordings.values()]
    said = {title for one in wordings for title in (one.title, one.short_title)} - {*titles}
    patterns = [re.compile(one, re.IGNORECASE) for title in sorted(said) if (one := _however_written(title))]
    own = {wording.path for wording in wordings}
    for file in sorted((root / "content").rglob("*")):
        path = file.relative_to(root).as_posix()
        if path in own or not (is_text(file.name) or file.suffix.lower() in _OTHER_TEXTS):
            continue
        try:
            text = read_regular(file).decode(errors="replace")
        except OSError:
            continue
        found = {match.start() for pattern in patterns for match in pattern.finditer(text)}
        yield from ((path, line) for line in sorted({text.count("\n", 0, at) + 1 for at in found}))


def _however_written(title: str) -> str:
    """A pattern of a title, whatever stands between its words; of two words in either order."""
    words = [re.escape(word) for word in re.findall(r"\w+", title)]
    orders = [words, words[::-1]] if len(words) == _WORDS_OF_A_NAME else [words]
    between = rf"[\W_]{{1,{_MOST_BETWEEN}}}"
    return "|".join(rf"(?<![^\W_]){between.join(order)}(?![^\W_])" for order in orders) if words else ""


def _entries(settings: Settings, names: Collection[str]) -> Mapping[Location, set[int]]:
    """The entries of lists that lead to one of some records, by their names, list by list."""
    found: dict[Location, set[int]] = defaultdict(set)
    for location, field, value in leaves(settings):
        if (isinstance(value, Ref) or isinstance(field.item, ListOrRecord)) and str(value) in names:
            at = max(number for number, part in enumerate(location) if isinstance(part, int))
            found[location[:at]].add(int(location[at]))
    return found


def withdrawn_with(content: Content, ref: AnyRef) -> tuple[AnyRecord, ...]:
    """The records that say again what a record says, and are withdrawn with it."""
    return tuple(one for one in content.records.values() if ref in one.facts.refs_of(one.facts.withdrawn_with))


def namings(content: Content, refs: Collection[AnyRef]) -> Iterator[NamedPlace]:
    """Every place of other records that names one of some."""
    targets = {f"ref:{ref}" for ref in refs}
    for record in content.records.values():
        if record.ref in refs:
            continue
        for location, named in record.references():
            if named in refs:
                field = str(location[0])
                yield NamedPlace(record.place(*location), field, type(record.facts).declared[field].label)
        for wording in record.wordings.values():
            for link in wording.prose.links:
                if link.target.partition("#")[0] in targets:
                    yield NamedPlace(wording.place(link.line, link.column), "", "")
