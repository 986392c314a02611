"""The records, each read when somebody asks for it: what is known of it without is noted from one run to the next."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.content.brief import Brief
from generator.content.read import Contents, Document
from generator.content.record import AnyRecord
from generator.content.record_files import RecordFiles
from generator.content.settings import Settings
from generator.content.validate_record import record_of
from generator.fields.values import AnyRef
from generator.memo import digest
from generator.problems.problem import Problem
from generator.problems.setup import SetupError
from generator.words import N_, Phrase


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
        for ref, files in self._files.items():
            note = noted.get(str(ref))
            if note is None or not files.stamp or note.stamp != files.stamp:
                note = self._noted(files)
            else:
                self.problems += note.problems
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

    def _noted(self, files: RecordFiles) -> Note | None:
        """Read a record, and note what is known of it; None where it is not sound."""
        documents, record, problems = self._read_anew(files)
        self.problems += problems
        if record is None:
            return None
        facts, texts = _facts(documents, files), [one.body for one in documents]
        brief = Brief.of(record, self._settings)
        return Note(files.stamp, digest(repr(facts)), digest(repr(texts)), brief, tuple(problems))


def _facts(documents: list[Document], files: RecordFiles) -> list[object]:
    """All that a record is made of but its texts."""
    beside = [(file.name, file.stat()) for file in sorted({file for text in files.texts for file in text.beside})]
    seen = [(name, found.st_size, found.st_mtime_ns) for name, found in beside]
    return [seen, [(one.path, one.nodes.value, sorted(one.attachments.items())) for one in documents]]


def _changed(path: str) -> SetupError:
    return SetupError(
        Phrase(N_("{path} changed while it was being read."), {"path": path}), Phrase(N_("Give the command again."))
    )
