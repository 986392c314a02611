"""The only reader of content/: files → documents, split into facts and text, each with its place."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path

from generator.content.bounds import LARGEST_FILE, LONGEST_LINE, LONGEST_TEXT, excess, long_line
from generator.content.catalogues import owners_words
from generator.content.leftovers import WIDE_SPACES, conflict, facts_below, garbled, invisible
from generator.content.media import Media, inspect
from generator.content.nodes import Nodes, read_yaml
from generator.content.prose import Prose, read_prose
from generator.content.record_files import Listing, RecordFiles, TextFile
from generator.content.site_file import SITE_FILE
from generator.content.style import STYLE_FILE
from generator.content.syntax import CONTROL
from generator.fields.values import Ref
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER
from generator.kinds.translation import Translation
from generator.machine.memo import Memo
from generator.problems.mend import SignMend
from generator.problems.problem import Position, Problem, problem, wrong_encoding
from generator.problems.setup import SetupError
from generator.words import N_, Phrase

_MARK = "---"
"""What stands before the facts and after them."""
_LIKE_A_MARK = re.compile(r"\s*(?:[–—―−]+|[-–—―−]{2,})\s*")
"""What a word processor makes of it, or a hand."""
_LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"})
"""The letters that PDFs draw as one: nobody who searches writes them."""
_NAMES = {
    "\u00a0": N_("a no-break space"),
    "\u202f": N_("a narrow no-break space"),
    "\u200b": N_("a zero-width space"),
    "\ufeff": N_("a byte order mark"),
    "\u00ad": N_("a soft hyphen"),
    "\u2028": N_("a line separator"),
    "\u2029": N_("a paragraph separator"),
}
_NO_WIDTH, _WIDTH = N_("a sign without width"), N_("a space of another width")
_PARTING = re.compile(f"[{WIDE_SPACES}\u2028\u2029]")
"""Those that part words."""


@dataclass(frozen=True)
class Document:
    """A file of content as it was written: its facts with their places, and its text.

    `language` is "" for the file that holds the facts; `attachments` are the files beside it, by name.
    """

    path: str
    ref: Ref[Kind]
    language: str
    nodes: Nodes
    body: str
    body_line: int
    prose: Prose
    attachments: Mapping[str, Media] = field(default_factory=dict)


class Contents:
    """Everything under `root`/content. Of the records only the files are known, until they are asked for.

    What is slow to see in pictures and texts is remembered in `memo`. Raises SetupError where there is no showcase.
    """

    def __init__(self, root: Path, memo: Memo) -> None:
        if not (root / SITE_FILE).exists() or (root / SITE_FILE).is_dir():
            raise SetupError(
                Phrase(N_("There is no showcase here: {path} does not exist."), {"path": root / SITE_FILE}),
                Phrase(N_("Go to the folder that holds content/, or name it with --root; “init” begins a new one.")),
            )
        self._listing, self._memo = Listing(root), memo
        reading = _Reading(self._listing, memo)
        text = reading.text(root / SITE_FILE)
        self.settings = Nodes({}, Position(SITE_FILE), broken=True)
        """The settings as they are written."""
        if text is not None:
            self.settings = reading.yaml(text, SITE_FILE, 1, facts=False)
        self.records: tuple[RecordFiles, ...] = tuple(self._listing.records())
        """The files of each record."""
        self.vocabularies: dict[str, Nodes] = {}
        """The vocabularies by name, as they are written."""
        for name, file in self._listing.vocabularies():
            if (text := reading.text(file)) is not None:
                self.vocabularies[name] = reading.yaml(text, self._listing.path(file), 1, facts=False)
        self.style: Nodes | None = None
        """The style sheet as it is written, where there is one."""
        if (root / STYLE_FILE).exists() and (text := reading.text(root / STYLE_FILE)) is not None:
            self.style = reading.yaml(text, STYLE_FILE, 1, facts=False)
        self.words, told = owners_words(root, memo)
        """The words of languages for which there is a catalogue beside content/."""
        self.problems: tuple[Problem, ...] = (*self._listing.problems, *reading.problems, *told)
        """What is wrong with all this; the problems of a record are told with its documents."""

    def position(self, file: Path) -> Position:
        """A file as a whole."""
        return Position(self._listing.path(file))

    def documents(self, files: RecordFiles) -> tuple[list[Document], list[Problem]]:
        """Read the files of a record."""
        reading = _Reading(self._listing, self._memo)
        return [reading.document(files.ref, text) for text in files.texts], reading.problems


class _Reading:
    """Reads some files, and keeps what is wrong with them."""

    def __init__(self, listing: Listing, memo: Memo) -> None:
        self._listing, self._memo = listing, memo
        self.problems: list[Problem] = []

    def document(self, ref: Ref[Kind], written: TextFile) -> Document:
        """Read a file of a record."""
        file = written.file
        path = self._listing.path(file)
        nodes, body, body_line = Nodes({}, Position(path), broken=True), "", 0
        text = self.text(file)
        if text is not None and not text.strip():
            self._tell("empty-file", Position(path))
        elif text is not None and file.suffix == ".yaml":
            nodes = self.yaml(text, path, 1, facts=not written.language)
        elif text is not None and (split := self._split(text, path)):
            facts, body, body_line = split
            nodes = self.yaml(facts, path, 2, facts=not written.language)
            if below := facts_below(body, BY_FOLDER[ref.folder], Translation):
                line = body.count("\n", 0, below.at) + body_line
                self._tell(below.code, Position(path, line, 1), below.meant, key=below.sign)
                body = ""
        if len(body) > LONGEST_TEXT:
            self._tell("too-large", Position(path, body_line, 1), size=len(body), limit=LONGEST_TEXT)
            body = ""
        elif long := long_line(body):
            place = Position(path, body_line + long[0] - 1, 1)
            self._tell("too-large", place, size=long[1], limit=LONGEST_LINE)
            body = ""
        elif too_much := excess(body):
            place = Position(path, body_line + too_much.line - 1, 1)
            self._tell("too-many-signs", place, sign=too_much.sign, limit=too_much.limit)
            body = ""
        prose = read_prose(body, self._memo)
        return Document(path, ref, written.language, nodes, body, body_line, prose, self._media(written))

    def _media(self, written: TextFile) -> dict[str, Media]:
        """The files beside it; those of a translation are the original's."""
        found: dict[str, Media] = {}
        for file in () if written.language else written.beside:
            try:
                media = inspect(file, self._memo)
                found[media.name] = replace(media, is_twin=media.name in found)
            except OSError:
                self._tell("unreadable-file", Position(self._listing.path(file)))
        return found

    def _split(self, text: str, path: str) -> tuple[str, str, int] | None:
        lines = text.split("\n")
        if lines[0].rstrip() != _MARK:
            meant = (_MARK,) if _LIKE_A_MARK.fullmatch(lines[0]) else ()
            blank = "\n".join([*takewhile(lambda line: not line.strip(), lines), ""])
            exact = SignMend(blank, "") if blank and text.startswith(_MARK, len(blank)) else None
            self.problems.append(problem("no-front-matter", Position(path, 1, 1), meant=meant, exact=exact))
            return None
        for number, line in enumerate(lines[1:], start=1):
            if line.rstrip() == _MARK:
                return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
        alike = next((number for number, line in enumerate(lines[1:], start=2) if _LIKE_A_MARK.fullmatch(line)), 0)
        self._tell("unclosed-front-matter", Position(path, alike or 1, 1), (_MARK,) if alike else ())
        return None

    def yaml(self, text: str, path: str, first_line: int, *, facts: bool) -> Nodes:
        """`facts` where a source may leave a value unstated: not in settings, vocabularies and translations."""
        nodes, problems = read_yaml(text, path, first_line)
        self.problems += [
            replace(one, code="no-value") if one.code == "empty-value" and not facts else one for one in problems
        ]
        return nodes

    def text(self, file: Path) -> str | None:
        """The text of a file, or None."""
        path = self._listing.path(file)
        try:
            is_ours = self._listing.is_ours(file)
            if is_ours and (size := file.stat().st_size) > LARGEST_FILE:
                self._tell("file-too-large", Position(path), size=size, limit=LARGEST_FILE)
                return None
            data = file.read_bytes() if is_ours else None
        except OSError:
            data = None
        if data is None:
            self._tell("unreadable-file", Position(path))
            return None
        try:
            text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").translate(_LIGATURES)
        except UnicodeDecodeError as error:
            self.problems.append(wrong_encoding(path, error))
            return None
        if match := CONTROL.search(text):
            self._tell("control-character", _position(path, text[: match.start()]), number=_number(match[0]))
            return None
        if left := conflict(text):
            self._tell(left.code, _position(path, text[: left.at]))
            return None
        facts = text if file.suffix == ".yaml" else "\n---".join(text.split("\n---", 2)[:1])
        if left := invisible(text, facts):
            mend = SignMend(left.sign, " " if _PARTING.match(left.sign) else "")
            place, number = _position(path, text[: left.at]), _number(left.sign)
            self.problems.append(problem(left.code, place, exact=mend, number=number, name=_name(left.sign)))
            return None
        if (left := garbled(text)) and not left.meant:
            self._tell(left.code, _position(path, text[: left.at]))
            return None
        if left:
            place, (letter,) = _position(path, text[: left.at]), left.meant
            mend = SignMend(left.sign, letter)
            self.problems.append(problem(left.code, place, exact=mend, sign=left.sign, letter=letter))
            return None
        return text

    def _tell(self, code: str, place: Position, meant: Iterable[str] = (), **values: object) -> None:
        self.problems.append(problem(code, place, meant=meant, exact=None, **values))


def _number(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def _name(sign: str) -> Phrase:
    return Phrase(_NAMES.get(sign, _WIDTH if _PARTING.match(sign) else _NO_WIDTH))


def _position(path: str, before: str) -> Position:
    return Position(path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
