"""The records, each read when somebody asks for it: what is known of it without is noted from one run to the next."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.content.brief import Brief
from generator.content.read import Contents, Document
from generator.content.record import AnyRecord
from generator.content.record_files import RecordFiles
from generator.content.settings import Settings
from generator.content.validate_record import record_of
from generator.fields.values import AnyRef
from generator.machine.memo import digest
from generator.machine.parallel import shared_out
from generator.problems.problem import Problem
from generator.problems.setup import SetupError
from generator.words import N_, Phrase

_ENOUGH = 60
"""Fewer records than this are read sooner than a process is copied."""


class Note(NamedTuple):
    """What is known of a sound record while its files are as they were; the problems are those of its files alone."""

    stamp: str
    facts: str
    """A digest of its facts and of the files beside it."""
    texts: str
    """A digest of its texts."""
    brief: Brief
    problems: tuple[Problem, ...]


class Records(Mapping[AnyRef, AnyRecord]):
    """Every sound record by its name, in the order of kinds and ids.

    Those `noted` by a run before are read when they are asked for, where their files are as they were; the settings
    must be the same. Whoever asks raises SetupError if a record is changed for the worse meanwhile.
    """

    def __init__(self, contents: Contents, settings: Settings, noted: Mapping[str, Note]) -> None:
        self._contents, self._settings = contents, settings
        self._files: dict[AnyRef, RecordFiles] = {
            files.ref: files for files in sorted(contents.records, key=lambda files: files.ref)
        }
        self._read: dict[AnyRef, AnyRecord] = {}
        self.notes: dict[AnyRef, Note] = {}
        """What is known of each sound record."""
        self.problems: list[Problem] = []
        """What is wrong with the files of records."""
        kept = {ref: note for ref, files in self._files.items() if (note := _of(files, noted.get(str(ref))))}
        unread = [files for ref, files in self._files.items() if ref not in kept]
        read = {one.ref: one for found in shared_out(self._all_read, unread, _ENOUGH) for one in found}
        self._read |= {ref: one.record for ref, one in read.items() if one.record}
        for ref in self._files:
            note, problems = (kept[ref], kept[ref].problems) if ref in kept else read[ref][2:]
            self.problems += problems
            if note:
                self.notes[ref] = note
        self.known = frozenset(self._files)
        """Every record that has a file, sound or not."""

    def __getitem__(self, ref: AnyRef) -> AnyRecord:
        if ref not in self.notes:
            raise KeyError(ref)
        if ref not in self._read:
            _, record, _ = self._read_anew(self._files[ref])
            if record is None:
                raise _changed(self.notes[ref].brief.path)
        return self._read[ref]

    def __iter__(self) -> Iterator[AnyRef]:
        return iter(self.notes)

    def __len__(self) -> int:
        return len(self.notes)

    def _read_anew(self, files: RecordFiles) -> tuple[list[Document], AnyRecord | None, list[Problem]]:
        """The documents of a record, the record itself where it is sound, and what is wrong with them."""
        documents, problems = self._contents.documents(files)
        record, told = record_of(documents, self._settings)
        if record is not None:
            self._read[files.ref] = record
        return documents, record, problems + told

    def _all_read(self, several: Sequence[RecordFiles]) -> list["_Read"]:
        """Read some records, and note what is known of each."""
        return [_Read(files.ref, *self._noted(files)) for files in several]

    def _noted(self, files: RecordFiles) -> tuple[AnyRecord | None, Note | None, tuple[Problem, ...]]:
        documents, record, problems = self._read_anew(files)
        if record is None:
            return None, None, tuple(problems)
        facts, texts = _facts(documents, files), [one.body for one in documents]
        brief = Brief.of(record, self._settings)
        note = Note(files.stamp, digest(repr(facts)), digest(repr(texts)), brief, tuple(problems))
        return record, note, note.problems


class _Read(NamedTuple):
    """A record as it was read, and what was noted of it; None where it is not sound."""

    ref: AnyRef
    record: AnyRecord | None
    note: Note | None
    problems: tuple[Problem, ...]


def _of(files: RecordFiles, note: Note | None) -> Note | None:
    """A note, if the files are as they were when it was made."""
    return note if note and files.stamp and note.stamp == files.stamp else None


def _facts(documents: list[Document], files: RecordFiles) -> list[object]:
    """All that a record is made of but its texts."""
    beside = [(file.name, file.stat()) for file in sorted({file for text in files.texts for file in text.beside})]
    seen = [(name, found.st_size, found.st_mtime_ns) for name, found in beside]
    return [seen, [(one.path, one.nodes.value, sorted(one.attachments.items())) for one in documents]]


def _changed(path: str) -> SetupError:
    return SetupError(
        Phrase(N_("{path} changed while it was being read."), {"path": path}), Phrase(N_("Give the command again."))
    )
