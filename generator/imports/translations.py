"""The words of a row in another language → the translation of its record, marked as following it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.content.freshness import new_mark
from generator.content.nodes import Nodes, Value, read_yaml
from generator.content.parse import parse
from generator.content.record import Wording, words_of
from generator.content.replace import FRONT_MATTER
from generator.content.write import write_group
from generator.imports.history import Kept, digests, merged
from generator.imports.import_map import TEXT_BELOW
from generator.imports.table_rows import MappedRow
from generator.kinds.translation import Translation
from generator.problems.problem import Position

_MARK = "translated_from"


@dataclass(frozen=True)
class TranslatedRow:
    """What becomes of the file of a translation."""

    path: str
    text: str
    """What it is to hold; "" where it stays as it is."""
    row: MappedRow
    said: Mapping[str, str]
    """What is remembered of the row's words."""
    kept: Sequence[Kept] = ()


def translations(
    root: Path, row: MappedRow, main: str, written: str, before: Mapping[str, str], languages: Sequence[str]
) -> Iterator[TranslatedRow]:
    """The translations of the record whose file `main` holds what is `written`; `before` is what the row said then."""
    for language, words in row.words.items():
        path = f"{main.rpartition('.')[0]}.{language}.md"
        table = _parts(words.nodes.value, words.text)
        said = {name.partition(".")[2]: digest for name, digest in before.items() if name.startswith(f"{language}.")}
        now = {f"{language}.{name}": digest for name, digest in digests(table).items()}
        if not (root / path).is_file():
            text = "" if said else _as_file(table, _mark(table, written, main), path, languages)
            yield TranslatedRow(path, text, words, now)
            continue
        there = (root / path).read_bytes().decode()
        values, body = _read(there, path)
        parts, kept = merged(_parts(values, body), table, said)
        mark = str(values.get(_MARK, "")) if kept else _mark(parts, written, main)
        text = _as_file(parts, mark, path, languages)
        named = [Kept(f"{language}.{one.part}", one.here, one.table) for one in kept]
        is_same = parts == _parts(values, body) and mark == values.get(_MARK, "")
        yield TranslatedRow(path, "" if is_same else text, words, now, named)


def _parts(values: Mapping[str, Value], text: str) -> dict[str, Value]:
    found = {name: value for name, value in values.items() if name != _MARK}
    return found | ({TEXT_BELOW: text.strip()} if text.strip() else {})


def _read(text: str, path: str) -> tuple[Mapping[str, Value], str]:
    """The facts of a file, and the text below them."""
    found = FRONT_MATTER.match(text.replace("\r\n", "\n"))
    if not found:
        return read_yaml(text, path)[0].value, ""
    return read_yaml(found["facts"], path)[0].value, found.string[found.end() :]


def _words(written: str, path: str) -> Wording:
    """The words of a record in its first language, as its file is to have them."""
    values, body = _read(written, path)
    title, short, summary = (str(values.get(name, "")) for name in ("title", "short_title", "summary"))
    image = values.get("image")
    return words_of(title, short, summary, str(image.get("alt", "")) if isinstance(image, dict) else "", body.strip())


def _mark(parts: Mapping[str, Value], written: str, main: str) -> str:
    """What says that the parts of a translation follow the record whose file `main` holds what is `written`."""
    return new_mark(_words(written, main), str(parts.get(TEXT_BELOW, "")))


def _as_file(parts: Mapping[str, Value], mark: str, path: str, languages: Sequence[str]) -> str:
    values = {name: value for name, value in parts.items() if name != TEXT_BELOW}
    said, _, _ = parse(Translation, Nodes({**values, **({_MARK: mark} if mark else {})}, Position(path)))
    text = str(parts.get(TEXT_BELOW, ""))
    return f"---\n{write_group(said, languages)}---\n" + (f"\n{text}\n" if text else "") if said else ""
