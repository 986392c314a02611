"""The log of changes: what each publication changed, newest first, told by the names of records and of fields.

It holds nothing that a record said, and names no record that is published no more: so what is taken out of the content
is in it neither as it was nor as it is. Of the terms that classify records it has the labels as they are, by which the
next build sees what pages call otherwise. It stands in the published site, from where the next build goes on with it.
"""

import datetime
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from generator.exports.json_records import record_data
from generator.exports.told_lines import told_lines
from generator.fields.values import Term
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS, WITH_PAGES
from generator.kinds.intro import Intro
from generator.machine.regular_files import read_regular
from generator.publications.differences import TOLD_IN_A_LINE, RecordDifference, record_differences
from generator.publications.publication import PublishedRecord, not_a_site, publication, published_record
from generator.text.context import Context
from generator.view.data_files import Data

CHANGES = "changes"
"""What the witness sees of the log."""
LABELS = "labels of terms"
"""What it sees of what terms are called."""
ADDED, CHANGED, MOVED = "added", "changed", "moved"
Labels = Mapping[str, Mapping[str, str]]
"""What pages call terms, "topics/x", in each language."""


class Change(NamedTuple):
    """What became of a record: added, changed or moved; which fields say something else, each with its language."""

    ref: str
    what: str
    fields: tuple[tuple[str, str], ...] = ()


class LogEntry(NamedTuple):
    """What a publication changed, by the day for which it was built."""

    on: str
    changes: tuple[Change, ...]
    removed: tuple[tuple[str, int], ...] = ()
    """How many records of a kind, by its folder, are published no more."""
    terms: tuple[str, ...] = ()
    """The terms, "topics/x", that pages call otherwise."""
    lists: tuple[str, ...] = ()
    """The kinds, by their folders, whose list is introduced otherwise."""

    @property
    def folders(self) -> frozenset[str]:
        """Of which kinds it tells a change, by their folders: a line on a page is of those told in lines, too."""
        has_line = any((TOLD_IN_A_LINE, "") in one.fields for one in self.changes)
        in_lines = (kind.folder for kind in KINDS if has_line and kind.own_page_from)
        return frozenset((*(one.ref.partition("/")[0] for one in self.changes), *dict(self.removed), *in_lines))


class ChangeLog(NamedTuple):
    """What was changed since the day of the first publication known, newest first.

    There is no such day before something has changed: so what is built anew each night, and says the same, is the same.
    """

    since: str = ""
    entries: tuple[LogEntry, ...] = ()


@dataclass(frozen=True)
class KeptLog:
    """The log of a site, made when it is first asked for: `previous` is the folder of the publication before."""

    contexts: tuple[Context, ...]
    previous: Path | None = None

    @cached_property
    def log(self) -> ChangeLog:
        """The log of before, and what has changed since. Raises SetupError where the folder is no built site."""
        if self.previous is None:
            return ChangeLog()
        day, before = self.contexts[0].showcase.on.isoformat(), publication(self.previous)
        (known, labels, lines), now = self._read(self.previous), {one.ref: one for one in self._records()}
        found = tuple(record_differences(before.records, now))
        names = {one.before.ref: one.after.ref for one in found if one.before and one.after}
        terms = tuple(sorted(name for name, said in self.labels.items() if labels.get(name, said) != said))
        entry = _entry(day, found, known)._replace(terms=terms)
        others = _other_lines(day, {names.get(ref, ref): said for ref, said in lines.items()}, self.lines)
        entries = _of_each_day((entry, others, *(_renamed(one, names) for one in known.entries)))
        told = tuple(kept for one in entries if (kept := _without_gone(one, now, self.labels, self.lines)))
        return ChangeLog(known.since or (before.day or day if told else ""), told)

    @cached_property
    def labels(self) -> Labels:
        """What the terms are called that classify what is published."""
        showcase, used = self.contexts[0].showcase, {term for terms in self._terms.values() for term in terms}
        found = ((term, showcase.vocabularies[term.vocabulary].entry(term.id)) for term in sorted(used, key=_name))
        spoken = showcase.settings.languages
        return {
            _name(term): {language: text for language, text in entry.label.items() if language in spoken}
            for term, entry in found
            if entry
        }

    @cached_property
    def lines(self) -> Mapping[str, str]:
        """Digests of what pages say of what has no data of its own there."""
        return told_lines(self.contexts)

    @cached_property
    def _terms(self) -> Mapping[str, set[Term]]:
        """The terms that classify the records of a kind, by its folder."""
        showcase, found = self.contexts[0].showcase, defaultdict[str, set[Term]](set)
        for ref, brief in showcase.briefs.items():
            if showcase.languages(ref) and not brief.withdrawn:
                found[ref.folder].update(brief.terms)
        return found

    def seen(self) -> ChangeLog:
        """The same for a page, which is another where the log is."""
        self.contexts[0].witness.sees(CHANGES)
        return self.log

    def last_of(self, kind: type[Kind]) -> str:
        """The day of the last publication that changed records of a kind; "" where the log tells none."""
        self.contexts[0].witness.sees(_changes_of(kind))
        return self._last_of(kind)

    def tell(self) -> None:
        """Let the witness know the log, and when each kind was changed last."""
        witness = self.contexts[0].witness
        witness.tell(CHANGES, self.log)
        witness.tell(LABELS, (self.labels, self.lines))
        for kind in KINDS:
            witness.tell(_changes_of(kind), self._last_of(kind))

    def _last_of(self, kind: type[Kind]) -> str:
        terms = set(map(_name, self._terms.get(kind.folder, ())))
        entries = self.log.entries
        return next((one.on for one in entries if kind.folder in one.folders or terms.intersection(one.terms)), "")

    def _read(self, previous: Path) -> tuple[ChangeLog, Labels, Mapping[str, str]]:
        """The log that a publication has, what it calls terms, and the digests of its lines; where it has none, a new
        one.
        """
        try:
            held = json.loads(read_regular(previous / self.contexts[0].urls.change_data()))
            log = ChangeLog(_day(held["since"]), tuple(map(_read_entry, held["entries"])))
            labels = {name: dict(said) for name, said in held.get("labels", {}).items()}
            return log, labels, dict(held.get("lines", {}))
        except FileNotFoundError:
            return ChangeLog(), {}, {}
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise not_a_site(previous) from error

    def _records(self) -> Iterator[PublishedRecord]:
        """What is published now of each record that has a page, and with it its data."""
        showcase = self.contexts[0].showcase
        for ref, brief in showcase.briefs.items():
            if ref.folder in WITH_PAGES and showcase.languages(ref) and not brief.withdrawn:
                data = record_data(self.contexts, showcase[ref]).value
                yield published_record(json.loads(json.dumps(data)), showcase.settings.base_url)


def _changes_of(kind: type[Kind]) -> str:
    """What the witness sees where it is asked when a kind was changed last."""
    return f"{CHANGES} {kind.folder}"


def _name(term: Term) -> str:
    return f"{term.vocabulary}/{term.id}"


def log_data(changes: KeptLog) -> Data:
    """The log as the next build and other programs read it."""
    log, context = changes.seen(), changes.contexts[0]
    context.witness.sees(LABELS)
    told: dict[str, object] = {"since": log.since or None, "entries": list(map(_written, log.entries))}
    told |= {"labels": changes.labels} if changes.labels else {}
    return Data(context.urls.change_data(), told | ({"lines": changes.lines} if changes.lines else {}))


def _written(entry: LogEntry) -> dict[str, object]:
    said: dict[str, object] = {"on": entry.on}
    said["changes"] = [
        {"record": one.ref, "what": one.what, **({"fields": [list(name) for name in one.fields]} if one.fields else {})}
        for one in entry.changes
    ]
    said["removed"] = dict(entry.removed)
    at_times = {"terms": entry.terms, "lists": entry.lists}
    return said | {name: list(held) for name, held in at_times.items() if held}


def _read_entry(held: Mapping[str, Any]) -> LogEntry:
    changes = (
        Change(one["record"], one["what"], tuple((name, language) for name, language in one.get("fields", ())))
        for one in held["changes"]
    )
    removed, terms, lists = held["removed"], held.get("terms", ()), held.get("lists", ())
    return LogEntry(_day(held["on"]), tuple(changes), tuple(removed.items()), tuple(terms), tuple(lists))


def _day(written: str | None) -> str:
    """A day as it was written, "" where none was. Raises ValueError."""
    return datetime.date.fromisoformat(written).isoformat() if written else ""


def _entry(day: str, found: tuple[RecordDifference, ...], known: ChangeLog) -> LogEntry:
    """What differs between two publications; what came and went on one day is not said to be taken away."""
    came = {one.ref for entry in known.entries if entry.on == day for one in entry.changes if one.what == ADDED}
    gone = (one.before for one in found if one.before and not one.after)
    removed = Counter(one.folder for one in gone if one.ref not in came)
    changed = (one for one in found if one.after and (one.before is None or one.fields or one.elsewhere))
    return LogEntry(day, tuple(map(_change, changed)), tuple(sorted(removed.items())))


def _other_lines(day: str, was: Mapping[str, str], now: Mapping[str, str]) -> LogEntry:
    """What lines and introductions say otherwise, or no more; one that is new belongs to what is new there."""
    other = sorted(name for name, said in was.items() if now.get(name) != said)
    is_list = {name: name.startswith(f"{Intro.folder}/") for name in other}
    changes = tuple(Change(name, CHANGED, ((TOLD_IN_A_LINE, ""),)) for name in other if not is_list[name])
    return LogEntry(day, changes, lists=tuple(name.partition("/")[2] for name in other if is_list[name]))


def _change(one: RecordDifference) -> Change:
    assert one.after
    what = MOVED if one.elsewhere else CHANGED if one.before else ADDED
    return Change(one.after.ref, what, one.fields)


def _renamed(entry: LogEntry, names: Mapping[str, str]) -> LogEntry:
    """An entry with its records by the names they have now."""
    return entry._replace(changes=tuple(one._replace(ref=names.get(one.ref, one.ref)) for one in entry.changes))


def _of_each_day(entries: Sequence[LogEntry]) -> Iterator[LogEntry]:
    """An entry for each day, the newest day first: what several publications of one changed of a record is told once.

    A site can be built for a day before that of the publication before.
    """
    for on, same in groupby(sorted(entries, key=lambda one: one.on, reverse=True), key=lambda one: one.on):
        changes: dict[str, Change] = {}
        removed: Counter[str] = Counter()
        terms, lists = set[str](), set[str]()
        for entry in same:  # the last published first
            terms.update(entry.terms)
            lists.update(entry.lists)
            removed.update(dict(entry.removed))
            for one in entry.changes:
                newer = changes.get(one.ref)
                changes[one.ref] = _both(one, newer) if newer else one
        told = tuple(changes[ref] for ref in sorted(changes))
        yield LogEntry(on, told, tuple(sorted(removed.items())), tuple(sorted(terms)), tuple(sorted(lists)))


def _both(older: Change, newer: Change) -> Change:
    """Two changes of a record as one: what is new stays new."""
    fields = tuple(dict.fromkeys((*newer.fields, *older.fields)))
    if ADDED in (older.what, newer.what):
        return Change(newer.ref, ADDED)
    return Change(newer.ref, MOVED if MOVED in (older.what, newer.what) else CHANGED, fields)


def _without_gone(
    entry: LogEntry, now: Mapping[str, PublishedRecord], labels: Labels, lines: Mapping[str, str]
) -> LogEntry | None:
    """An entry without the records and terms that are published no more; none where nothing is left of it."""
    changes = tuple(one for one in entry.changes if one.ref in now)
    terms = tuple(one for one in entry.terms if one in labels)
    lists = tuple(one for one in entry.lists if f"{Intro.folder}/{one}" in lines)
    left = entry._replace(changes=changes, terms=terms, lists=lists)
    return left if left.changes or left.removed or left.terms or left.lists else None
