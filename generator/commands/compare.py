"""`vetrina compare`: what a newly built site changes for visitors, in words, for whoever reviews a change.

It is told in Markdown, which hosts show beside a request and which reads well as it is.
"""

import argparse
import re
from collections.abc import Iterable, Iterator

from generator.kinds.catalogue import BY_FOLDER
from generator.publications.differences import Differences, RecordDifference, differences
from generator.publications.labels import field_label
from generator.publications.publication import Publication, PublishedRecord, answers, publication
from generator.words import Words

_MOST = 50
"""Under one heading so many are named; a reviewer reads no more."""
_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])")


def run(given: argparse.Namespace, words: Words) -> bool:
    """Tell what changes. Raises SetupError where a folder is no built site."""
    after = publication(given.after)
    print(_told(differences(publication(given.before), after), after, words))
    return True


def _told(found: Differences, after: Publication, words: Words) -> str:
    heading = words.text("What changes for visitors")
    parts = [f"## {heading}"]
    if not found:
        parts.append(words.text("Nothing."))
    new = [one for one in found.records if one.before is None]
    gone = [one for one in found.records if one.after is None]
    moved = [one for one in found.records if one.moved]
    changed = [one for one in found.records if one.fields]
    removed = {page for one in (*gone, *moved) if one.before for page in one.before.pages.values()}
    lost = [path.removesuffix("index.html") for path in found.gone]
    parts += _listed(words.text("Pages added"), (_named(one.after, words) for one in new), len(new), words)
    parts += _listed(words.text("Pages changed"), (_changed(one, words) for one in changed), len(changed), words)
    parts += _listed(words.text("Pages removed"), (_removed(one, after, words) for one in gone), len(gone), words)
    parts += _listed(words.text("Pages moved"), (_moved(one, after, words) for one in moved), len(moved), words)
    others = [path for path in lost if path not in removed]
    parts += _listed(
        words.text("Other addresses that answer no more"), (_address(path) for path in others), len(others), words
    )
    if count := len(found.new_pages):
        parts.append(
            words.count("Besides, {number} further page is new.", "Besides, {number} further pages are new.", count)
        )
    if count := len(found.other_pages):
        parts.append(
            words.count("{number} further page looks otherwise.", "{number} further pages look otherwise.", count)
        )
    for heading, paths in (
        (words.text("Files added"), found.further.new),
        (words.text("Files removed"), found.further.gone),
        (words.text("Files replaced"), found.further.changed),
    ):
        parts += _listed(heading, map(_address, paths), len(paths), words)
    if count := found.further.remade:
        parts.append(
            words.count("{number} further file of data differs.", "{number} further files of data differ.", count)
        )
    return "\n\n".join(parts)


def _listed(heading: str, lines: Iterable[str], count: int, words: Words) -> Iterator[str]:
    """A heading with how many there are, and a line for each of the first."""
    if not count:
        return
    shown = [f"- {line}" for line, _ in zip(lines, range(_MOST), strict=False)]
    if count > _MOST:
        shown.append("- " + words.count("and {number} more", "and {number} more", count - _MOST))
    yield f"### {heading} ({words.number(count)})"
    yield "\n".join(shown)


def _named(record: PublishedRecord | None, words: Words) -> str:
    """A record by its title, its kind and its addresses."""
    return _with(record, map(_address, record.pages.values()), words) if record else ""


def _with(record: PublishedRecord, what: Iterable[str], words: Words) -> str:
    """A record, and what is to be said of it, if anything."""
    return ": ".join(filter(None, (_title(record, words), ", ".join(what))))


def _title(record: PublishedRecord, words: Words) -> str:
    titles = record.titles
    title = _plain(titles.get(words.language) or next(iter(titles.values()), record.ref))
    kind = BY_FOLDER.get(record.folder)
    return f"**{title}** ({words.text(kind.plural) if kind else record.folder})"


def _changed(one: RecordDifference, words: Words) -> str:
    record = one.after
    assert record
    labels = dict.fromkeys(field_label(record.folder, *name, words) for name in one.fields)
    return f"{_title(record, words)}: {words.listed(labels)}"


def _removed(one: RecordDifference, after: Publication, words: Words) -> str:
    record = one.before
    assert record
    return _with(record, (_fate(page, "", after, words) for page in record.pages.values()), words)


def _moved(one: RecordDifference, after: Publication, words: Words) -> str:
    record = one.after
    assert record
    return _with(record, (_fate(old, new, after, words) for old, new in one.moved), words)


def _fate(old: str, new: str, after: Publication, words: Words) -> str:
    """What became of an address: where its page is, and whether it answers still."""
    led = f"{_address(old)} → {_address(new)}" if new else _address(old)
    return led if answers(after, old) else words.text("{address} (answers no more)", address=led)


def _address(path: str) -> str:
    return f"`/{path.replace('`', '')}`"


def _plain(text: str) -> str:
    """A text whose signs mean nothing in Markdown."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
