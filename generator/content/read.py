"""The only reader of content/: files → documents, split into facts and text, each with its place."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.content.media import Media, inspect
from generator.content.nodes import Nodes, read_yaml
from generator.content.prose import Prose, read_prose
from generator.content.site_file import SITE_FILE
from generator.content.vocabularies import FOLDER as VOCABULARIES
from generator.content.vocabularies import NAMES
from generator.fields.texts import ID
from generator.kinds.catalogue import BY_FOLDER
from generator.memo import Memo
from generator.problems.problem import Place, Problem, did_you_mean, problem
from generator.problems.setup import SetupError
from generator.words import N_, Phrase

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_NAME = re.compile(r"(?P<id>[^.]+)(?:\.(?P<language>[a-z]{2}))?\.(?:md|yaml)")


@dataclass(frozen=True)
class Document:
    """A file of content as it was written: its facts with their places, and its text.

    `language` is "" for the file that holds the facts; `attachments` are the files beside it, by name.
    """

    path: str
    folder: str
    id: str
    language: str
    nodes: Nodes
    body: str
    body_line: int
    prose: Prose
    attachments: Mapping[str, Media] = field(default_factory=dict)


@dataclass(frozen=True)
class Contents:
    """Everything under content/."""

    settings: Nodes
    documents: tuple[Document, ...]
    vocabularies: Mapping[str, Nodes]
    """The vocabularies by name."""


def read(root: Path, memo: Memo) -> tuple[Contents, list[Problem]]:
    """Read all of `root`/content; raises SetupError where there is no showcase to read.

    What is slow to see in pictures, documents and texts is remembered in `memo`.
    """
    if not (root / SITE_FILE).is_file():
        raise SetupError(
            Phrase(N_("There is no showcase here: {path} does not exist."), {"path": root / SITE_FILE}),
            Phrase(N_("Go to the folder that holds content/, or name it with --root.")),
        )
    reader = _Reader(root, memo)
    settings = reader.settings()
    documents = tuple(reader.documents())
    return Contents(settings, documents, dict(reader.vocabularies())), reader.problems


class _Reader:
    def __init__(self, root: Path, memo: Memo) -> None:
        self.root = root
        self.memo = memo
        self.problems: list[Problem] = []
        self._inside: dict[Path, bool] = {}

    def settings(self) -> Nodes:
        text = self._text(self.root / SITE_FILE)
        return Nodes({}, Place(SITE_FILE), broken=True) if text is None else self._yaml(text, SITE_FILE, 1, facts=False)

    def documents(self) -> Iterator[Document]:
        for entry in self._entries(self.root / "content"):
            if entry.is_dir() and entry.name in BY_FOLDER:
                yield from self._kind(entry)
            elif entry.is_dir() and entry.name != VOCABULARIES:
                known = [*BY_FOLDER, VOCABULARIES]
                self._tell("unknown-folder", entry, meant=did_you_mean(entry.name, known), name=entry.name, known=known)
            elif entry.name not in ("site.yaml", VOCABULARIES):
                self._tell("unexpected-file", entry)

    def vocabularies(self) -> Iterator[tuple[str, Nodes]]:
        folder = self.root / "content" / VOCABULARIES
        for file in self._entries(folder) if folder.is_dir() else ():
            if file.suffix != ".yaml":
                self._tell("unexpected-file", file)
            elif file.stem not in NAMES:
                meant = did_you_mean(file.stem, NAMES)
                self._tell("unknown-vocabulary", file, meant=meant, name=file.stem, known=NAMES)
            elif (text := self._text(file)) is not None:
                yield file.stem, self._yaml(text, self._path(file), 1, facts=False)

    def _kind(self, folder: Path) -> Iterator[Document]:
        for entry in self._entries(folder):
            if entry.is_dir():
                files = self._entries(entry)
                texts = [
                    file for file in files if _NAME.fullmatch(file.name) and file.stem.partition(".")[0] == "index"
                ]
                beside = self._media(file for file in files if file not in texts and self._is_ours(file))
                for other in (file for file in files if not self._is_ours(file)):
                    self._tell("unexpected-file", other)
                if not texts:
                    self._tell("unexpected-file", entry)
                for file in texts:
                    yield from self._document(file, folder.name, entry.name, beside)
            else:
                yield from self._document(entry, folder.name, entry.name.partition(".")[0], {})

    def _media(self, files: Iterable[Path]) -> dict[str, Media]:
        found = {}
        for file in files:
            try:
                media = inspect(file, self.memo)
                found[media.name] = media
            except OSError:
                self._tell("unreadable-file", file)
        return found

    def _document(self, file: Path, folder: str, id_: str, attachments: Mapping[str, Media]) -> Iterator[Document]:
        if not (match := _NAME.fullmatch(file.name)):
            self._tell("unexpected-file", file)
            return
        if not ID.fullmatch(id_):
            self._tell("bad-id", file, id=id_, example=suggested_id(id_))
            return
        path, language = self._path(file), match["language"] or ""
        nodes, body, body_line = Nodes({}, Place(path), broken=True), "", 0
        text = self._text(file)
        if text is not None and file.suffix == ".yaml":
            nodes = self._yaml(text, path, 1, facts=not language)
        elif text is not None and (split := self._split(text, path)):
            facts, body, body_line = split
            nodes = self._yaml(facts, path, 2, facts=not language)
        prose = read_prose(body, self.memo)
        yield Document(path, folder, id_, language, nodes, body, body_line, prose, attachments)

    def _split(self, text: str, path: str) -> tuple[str, str, int] | None:
        lines = text.split("\n")
        if lines[0].rstrip() != "---":
            self.problems.append(problem("no-front-matter", Place(path, 1, 1)))
            return None
        for number, line in enumerate(lines[1:], start=1):
            if line.rstrip() == "---":
                return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
        self.problems.append(problem("unclosed-front-matter", Place(path, 1, 1)))
        return None

    def _yaml(self, text: str, path: str, first_line: int, *, facts: bool) -> Nodes:
        """`facts` where a source may leave a value unstated: not in settings, vocabularies and translations."""
        nodes, problems = read_yaml(text, path, first_line)
        self.problems += [
            replace(one, code="no-value") if one.code == "empty-value" and not facts else one for one in problems
        ]
        return nodes

    def _text(self, file: Path) -> str | None:
        try:
            data = file.read_bytes() if self._is_ours(file) else None
        except OSError:
            data = None
        if data is None:
            self._tell("unreadable-file", file)
            return None
        try:
            text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError as error:
            self.problems.append(problem("wrong-encoding", _position(self._path(file), data[: error.start].decode())))
            return None
        if match := _CONTROL.search(text):
            place = _position(self._path(file), text[: match.start()])
            self.problems.append(problem("control-character", place, number=f"U+{ord(match[0]):04X}"))
            return None
        return text

    def _entries(self, folder: Path) -> list[Path]:
        return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))

    def _is_ours(self, file: Path) -> bool:
        """Whether it is a file, and no link that leads out of content/."""
        return file.is_file() and self._is_inside(file if file.is_symlink() else file.parent)

    def _is_inside(self, path: Path) -> bool:
        """Whether what a path leads to lies in content/."""
        if path not in self._inside:
            self._inside[path] = path.resolve().is_relative_to((self.root / "content").resolve())
        return self._inside[path]

    def _path(self, file: Path) -> str:
        return file.relative_to(self.root).as_posix()

    def _tell(self, code: str, file: Path, *, meant: tuple[str, ...] = (), **values: object) -> None:
        self.problems.append(problem(code, Place(self._path(file)), meant=meant, **values))


def suggested_id(name: str) -> str:
    """An id made from any words: accents folded, everything else a hyphen."""
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", folded)) or "record"


def _position(path: str, before: str) -> Place:
    return Place(path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
