"""The state of a site that was built into a folder: its files, what was asked for each, and what is known of records.

Names, sets of names and references are told by their numbers, which last from one build to the next.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Generic, NamedTuple, Self, TypeVar

from generator.content.records import Note
from generator.output.links.extract import Hyperlink, Outline
from generator.output.links.faults import outline_of
from generator.output.search.searchable import searched_as
from generator.personal_data.find import personal_data_of_file
from generator.problems.problem import Problem

T = TypeVar("T")


class File(NamedTuple):
    """A published file."""

    digest: str
    size: int
    time: int
    """When it was written, in nanoseconds."""
    asked: int
    """The number of the set of names that was asked for it; 0, of the empty set, for a file that is made each time."""
    searched: str
    """In which language the search finds it, and a digest of what it has of it; "" where it does not."""
    references: tuple[int, ...]
    anchors: tuple[str, ...] | None


class Numbered(Generic[T]):
    """Values by their numbers, each once."""

    def __init__(self, values: Iterable[T] = ()) -> None:
        self.values: list[T] = []
        self.numbers: dict[T, int] = {}
        self.extend(values)

    def extend(self, values: Iterable[T]) -> None:
        """Further values, none of which has a number yet."""
        start = len(self.values)
        self.values += values
        self.numbers.update(zip(self.values[start:], range(start, len(self.values)), strict=True))

    def number(self, value: T) -> int:
        """The number of a value, perhaps a new one."""
        if value not in self.numbers:
            self.numbers[value] = len(self.values)
            self.values.append(value)
        return self.numbers[value]


class State:
    """What a build left."""

    def __init__(self) -> None:
        self.saved = 0
        """When, in nanoseconds."""
        self.files: dict[str, File] = {}
        self.names: Numbered[str] = Numbered()
        """What was asked for."""
        self.answers: dict[int, str] = {}
        """The digest of the answer, by the number of its name."""
        self.settled: dict[int, tuple[int, str]] = {}
        """By the number of its name each answer that is settled: the number of the set asked for it, and its value as
        JSON has it."""
        self.asks: Numbered[tuple[int, ...]] = Numbered([()])
        """The sets of names that are asked for together, by their numbers."""
        self.references: Numbered[Hyperlink] = Numbered()
        """What files refer to."""
        self.records: dict[str, Note] = {}
        """What is known of each record, by its name."""

    def asked(self, names: frozenset[str]) -> int:
        """The number of a set of names."""
        self.names.extend(sorted(names.difference(self.names.numbers)))
        return self.asks.number(tuple(sorted(map(self.names.numbers.__getitem__, names))))

    def outline(self, file: File) -> Outline:
        """What a file refers to, and its anchors."""
        anchors = None if file.anchors is None else frozenset(file.anchors)
        return Outline(tuple(self.references.values[number] for number in file.references), anchors)

    def add(self, path: str, file: "Made", size: int, time: int) -> None:
        """A file that was made is published, of so many bytes, at a time in nanoseconds."""
        outline = file.outline
        if new := set(outline.references).difference(self.references.numbers):
            self.references.extend(one for one in outline.references if one in new)
        references = tuple(map(self.references.numbers.__getitem__, outline.references))
        anchors = None if outline.anchors is None else tuple(sorted(outline.anchors))
        asked = self.asked(file.asked)
        self.files[path] = File(file.digest, size, time, asked, file.searched, references, anchors)


@dataclass(frozen=True)
class Made:
    """A file that was made: its bytes, their hash, what was asked for it, what is searched of it, what it refers to."""

    content: bytes
    digest: str
    asked: frozenset[str]
    searched: str
    outline: Outline
    malformed: Problem | None
    personal: tuple[tuple[str, str], ...]
    """Personal data in its name and in what it shows: the code of each and its spelling."""

    @classmethod
    def of(cls, path: str, content: bytes, asked: Iterable[str] = (), *, is_searched: bool = False) -> Self:
        """The file of a path, once it is looked through; without what was asked for it, it is made each time."""
        outline, malformed = outline_of(path, content)
        searched = searched_as(content) if is_searched else ""
        personal = tuple(personal_data_of_file(path, content))
        return cls(content, sha256(content).hexdigest(), frozenset(asked), searched, outline, malformed, personal)


def compacted(state: State) -> State:
    """The same state without what was of files and answers that are gone."""
    less = State()

    def asked(number: int) -> int:
        return less.asked(frozenset(state.names.values[one] for one in state.asks.values[number]))

    for path, file in state.files.items():
        references = tuple(less.references.number(state.references.values[one]) for one in file.references)
        less.files[path] = file._replace(asked=asked(file.asked), references=references)
    for number, (asked_for, value) in state.settled.items():
        less.settled[less.names.number(state.names.values[number])] = (asked(asked_for), value)
    less.answers = {less.names.numbers[state.names.values[one]]: answer for one, answer in state.answers.items()}
    less.saved, less.records = state.saved, state.records
    return less
