"""Which files content/ holds, record by record, and as of when: only what is out of place is opened."""

import os
import stat
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.content.meant_translations import meant_translation
from generator.content.naming import (
    NAME,
    Meant,
    free_name,
    indexed,
    is_index,
    is_left_behind,
    meant_name,
    strayed_name,
    with_single_dots,
)
from generator.content.site_file import SITE_FILE
from generator.content.style import STYLE_FILE
from generator.content.vocabularies import NAMES, VOCABULARIES
from generator.fields.texts import ID, suggested_id
from generator.fields.values import Ref
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER, folders_called, folders_sought
from generator.machine.memo import digest, is_sure
from generator.machine.regular_files import read_regular
from generator.problems.mend import Mend, NameMend
from generator.problems.problem import Position, Problem, problem
from generator.problems.spelling import did_you_mean, named_so
from generator.words import N_, Labelled, Phrase

_IN_A_FOLDER = N_("the record of a folder is called “index”, and folders stand in no other")
_CAPITAL = N_("it has a capital letter")
_SPACED = N_("it has a space or a dot too many")
_TRANSLATION = N_("it says the words of a translation, whose language stands between two dots")
_TAKEN = N_("“{name}” is there already; if they say the same, keep one of the two")


@dataclass(frozen=True)
class TextFile:
    """A file of a record: of its facts, whose language is "", or of a translation; and the files beside it."""

    file: Path
    language: str
    beside: tuple[Path, ...] = ()


@dataclass(frozen=True)
class RecordFiles:
    """All files of a record. While its `stamp` is the same they are; without one they may be others."""

    ref: Ref[Kind]
    texts: tuple[TextFile, ...]
    stamp: str


class Listing:
    """What lies below `root`/content; `problems` tell of what does not belong there, once all was asked for."""

    def __init__(self, root: Path) -> None:
        self._root, self._folder = root, root / "content"
        self.problems: list[Problem] = []
        self._inside: dict[Path, bool] = {}

    def records(self) -> Iterator[RecordFiles]:
        """The files of each record, in the order of the first of them."""
        found: dict[Ref[Kind], list[TextFile]] = defaultdict(list)
        for entry in self._entries(self._folder):
            if self._leads_out(entry):
                self.tell("unreadable-file", entry)
            elif entry.is_dir() and entry.name in BY_FOLDER:
                for ref, text in self._kind(entry):
                    found[ref].append(text)
            elif entry.is_dir() and entry.name != VOCABULARIES:
                known = [*(Labelled(kind.folder, kind.plural) for kind in BY_FOLDER.values()), VOCABULARIES]
                folders = {**folders_called(), VOCABULARIES: ()}
                called = named_so(entry.name, folders)
                meant = did_you_mean(entry.name, folders) or did_you_mean(entry.name, folders_sought())
                is_free = called and not (self._folder / called).exists()
                exact = NameMend(self.path(self._folder / called)) if is_free else None
                self.tell("unknown-folder", entry, meant=meant, exact=exact, name=entry.name, known=known)
            elif self.path(entry) not in (SITE_FILE, STYLE_FILE) and entry.name != VOCABULARIES:
                if self._is_record(entry):
                    cause = Phrase(N_("a record lies in the folder of its kind"))
                    self.tell("wrong-name", entry, cause=cause, example=f"content/…/{entry.name}")
                else:
                    self.tell("unexpected-file", entry)
        for ref, texts in found.items():
            yield RecordFiles(ref, tuple(texts), _stamp(texts, self._root))

    def vocabularies(self) -> Iterator[tuple[str, Path]]:
        """The file of each vocabulary by its name."""
        folder = self._folder / VOCABULARIES
        for file in self._entries(folder) if folder.is_dir() and not self._leads_out(folder) else ():
            if file.suffix != ".yaml":
                slip = self._meant(file)
                right = f"{slip.name.partition('.')[0]}.yaml" if slip and not slip.is_document else ""
                if slip and right.removesuffix(".yaml") in NAMES and not (folder / right).exists():
                    self._misnamed(file, slip._replace(name=right), folder)
                else:
                    self.tell("unexpected-file", file)
            elif file.stem not in NAMES:
                meant = did_you_mean(file.stem, NAMES)
                self.tell("unknown-vocabulary", file, meant=meant, name=file.stem, known=NAMES)
            else:
                yield file.stem, file

    def is_ours(self, file: Path) -> bool:
        """Whether it is a file, and no link that leads out of content/."""
        return file.is_file() and self._is_inside(file if file.is_symlink() else file.parent)

    def path(self, file: Path) -> str:
        """The path of a file below the root."""
        return file.relative_to(self._root).as_posix()

    def tell(
        self, code: str, file: Path, *, meant: tuple[str, ...] = (), exact: Mend | None = None, **values: object
    ) -> None:
        """Tell of a file as a whole."""
        self.problems.append(problem(code, Position(self.path(file)), meant=meant, exact=exact, **values))

    def _tell_name(self, file: Path, cause: Phrase, right: str) -> None:
        """Tell of a file that is not read under its name, and which it is to have."""
        self.tell("wrong-name", file, exact=NameMend(right), cause=cause, example=right)

    def _kind(self, folder: Path) -> Iterator[tuple[Ref[Kind], TextFile]]:
        entries = self._entries(folder)
        names = {entry.name for entry in entries}
        for entry in entries:
            if self._leads_out(entry):
                self.tell("unreadable-file", entry)
            elif entry.is_dir():
                yield from self._of_one(entry)
            elif translation := meant_translation(entry, names):
                self._misnamed(entry, translation, folder)
            else:
                ref = Ref[Kind](folder.name, entry.name.partition(".")[0])
                yield from self._text(entry, ref, self._apart(folder / ref.id))

    def _of_one(self, folder: Path) -> Iterator[tuple[Ref[Kind], TextFile]]:
        files = self._entries(folder)
        texts = [file for file in files if is_index(file)]
        named = {file: meant for file in files if file not in texts and (meant := self._meant(file))}
        wrong = [file for file, meant in named.items() if not texts and meant.name.startswith("index.")]
        for file in wrong:
            self._misnamed(file, named[file], folder)
        names = {file.name for file in files if texts}
        translations = {file: meant for file in files if (meant := meant_translation(file, names))}
        for file, meant in translations.items():
            self._misnamed(file, meant, folder)
        records = [file for file in files if texts and _ends_as_record(file) and file not in (*texts, *translations)]
        strayed = [file for file in records if self._is_record(file)]
        for file in strayed:
            self.tell("wrong-name", file, cause=Phrase(_IN_A_FOLDER), example=self.path(strayed_name(file)))
        others = [file for file in files if file not in (*texts, *wrong, *translations, *strayed)]
        ours = [file for file in others if self.is_ours(file)]
        deeper = [self._deeper(file) for file in others if file not in ours]
        if not texts and not wrong and not any(deeper):
            self._without_index(folder, [file for file in ours if NAME.fullmatch(file.name)])
        for file in (file for file in texts if file not in translations):
            yield from self._text(file, Ref(folder.parent.name, folder.name), tuple(ours))

    def _deeper(self, folder: Path) -> bool:
        """Tell of the records in a folder too deep, if there are any; else of that itself."""
        inside = self._entries(folder) if folder.is_dir() and self._is_inside(folder) else []
        records = [file for file in inside if NAME.fullmatch(file.name) and self._is_record(file)]
        for file in records:
            right = folder.parent.parent / (f"{folder.name}/{file.name}" if is_index(file) else file.name)
            self._tell_name(file, Phrase(_IN_A_FOLDER), self.path(right))
        if not records:
            self.tell("unexpected-file", folder)
        return bool(records)

    def _apart(self, folder: Path) -> tuple[Path, ...]:
        """The files in the folder of a record that lies beside it, as the editor in the browser has it."""
        files = self._entries(folder) if folder.is_dir() else []
        return () if any(map(is_index, files)) else tuple(file for file in files if self.is_ours(file))

    def _without_index(self, folder: Path, texts: list[Path]) -> None:
        """What lies in a folder where no record is: that is beside it, or not called index, or there are several."""
        beside = [file for file in self._entries(folder.parent) if file.name.partition(".")[0] == folder.name]
        if any(NAME.fullmatch(file.name) for file in beside):
            return
        several = len({file.name.partition(".")[0] for file in texts}) > 1 or folder.name.isdigit()
        for file in texts:
            right = folder.parent / file.name if several else indexed(file, folder)
            self._tell_name(file, Phrase(_IN_A_FOLDER), self.path(right))
        if not texts:
            self.tell("unexpected-file", folder)

    def _text(self, file: Path, ref: Ref[Kind], beside: tuple[Path, ...] = ()) -> Iterator[tuple[Ref[Kind], TextFile]]:
        if match := NAME.fullmatch(file.name):
            if ID.fullmatch(ref.id):
                yield ref, TextFile(file, match["language"] or "", beside)
            else:
                example = suggested_id(ref.id)
                right = file.with_name(example + file.name[len(ref.id) :])
                if right.exists() and not is_index(file):
                    self._tell_taken(file, right)
                else:
                    mend = None if is_index(file) else NameMend(self.path(right))
                    self.tell("bad-id", file, exact=mend, id=ref.id, example=example)
        elif (meant := self._meant(file)) and not (file.parent / meant.name).exists():
            self._misnamed(file, meant, file.parent)
        elif meant and _ends_as_record(file):
            self._tell_taken(file, file.with_name(meant.name))
        else:
            self.tell("unexpected-file", file)

    def _tell_taken(self, file: Path, right: Path) -> None:
        """Tell of a file whose right name another has."""
        cause = Phrase(_TAKEN, {"name": right.name})
        self.tell("wrong-name", file, cause=cause, example=self.path(free_name(right)))

    def _misnamed(self, file: Path, meant: Meant, folder: Path) -> None:
        """Tell of a file whose name only a person understands."""
        example = self.path(folder / meant.name)
        if meant.is_document:
            self.tell("document-as-record", file, ending=meant.ending, example=example)
        else:
            self._tell_name(file, _cause(file, meant), example)

    def _meant(self, file: Path) -> Meant | None:
        """The name of a file that stands for a record under a wrong one; of some only what they say tells."""
        meant = meant_name(file)
        return meant if meant and (meant.is_sure or self._is_record(file)) else None

    def _is_record(self, file: Path) -> bool:
        """Whether a file begins as a record does: with facts between dashes."""
        try:
            return self.is_ours(file) and read_regular(file).startswith(b"---")
        except OSError:
            return False

    def _entries(self, folder: Path) -> list[Path]:
        try:
            return sorted(entry for entry in folder.iterdir() if not is_left_behind(entry.name))
        except OSError:
            self.tell("unreadable-file", folder)
            return []

    def _leads_out(self, entry: Path) -> bool:
        """Whether it is a link to a folder that is not in content/: what lies there is nobody's to tell."""
        return entry.is_symlink() and entry.is_dir() and not self._is_inside(entry)

    def _is_inside(self, path: Path) -> bool:
        """Whether what a path leads to lies in content/."""
        if path not in self._inside:
            self._inside[path] = path.resolve().is_relative_to(self._folder.resolve())
        return self._inside[path]


def _ends_as_record(file: Path) -> bool:
    return Path(with_single_dots(file.name)).suffix.lower() in (".md", ".yaml")


def _cause(file: Path, meant: Meant) -> Phrase:
    """Why a file is not read under its name."""
    if not meant.ending:
        return Phrase(N_("it has no ending"))
    if with_single_dots(file.name) != file.name:
        return Phrase(_SPACED)
    if meant.is_translation and file.name.lower() != meant.name:
        return Phrase(_TRANSLATION)
    if meant.ending not in (".md", ".yaml"):
        return Phrase(N_("it ends in “{ending}”"), {"ending": meant.ending})
    return Phrase(_CAPITAL if file.name != file.name.lower() else _IN_A_FOLDER)


def _stamp(texts: Iterable[TextFile], root: Path) -> str:
    """The sizes and times of files below `root`, wherever that is; "" where one changed a moment ago, or is a link."""
    seen = []
    for file in (file for text in texts for file in (text.file, *text.beside)):
        try:
            found = file.lstat()
        except OSError:
            return ""
        if stat.S_ISLNK(found.st_mode) or not is_sure(found.st_mtime_ns, time.time_ns()):
            return ""
        seen.append((os.path.relpath(file, root), found.st_size, found.st_mtime_ns))
    return digest(repr(seen))
