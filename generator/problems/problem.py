"""One problem and its place. The sentences of each code are in `codes.py`."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from generator.problems.codes import CODES, Code
from generator.problems.mend import Mend


@dataclass(frozen=True, order=True)
class Position:
    """A point of a file below the root: `path` with slashes; line and column from 1, 0 for the whole file."""

    path: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True)
class Problem:
    """A code of `codes.py`, its place, the values its sentences need, and what the writer may have meant."""

    code: str
    place: Position
    values: Mapping[str, object] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    exact: Mend | None = None
    """What mends it beyond doubt: `vetrina fix` does that and nothing else."""

    @property
    def kind(self) -> Code:
        """The declaration of the code: level, message, hint."""
        return CODES[self.code]

    @property
    def choices(self) -> Collection[object]:
        """All that could have been written instead, where the hint lists it."""
        known = self.values.get("known", ())
        return known if isinstance(known, Collection) else ()

    @property
    def is_error(self) -> bool:
        """Whether it stops the site from being published."""
        return self.kind.level == "error"

    @property
    def is_warning(self) -> bool:
        """Whether `--strict` stops for it."""
        return self.kind.level == "warning"


def problem(
    code: str, place: Position, /, *, meant: Iterable[str] = (), exact: Mend | None = None, **values: object
) -> Problem:
    """Make a problem; `meant` are likely spellings of what was written, best first."""
    return Problem(code, place, values, tuple(meant), exact)


def wrong_encoding(path: str, error: UnicodeDecodeError) -> Problem:
    """That a file is not in UTF-8, at the byte that is not."""
    before = error.object[: error.start].decode().split("\n")
    return problem("wrong-encoding", Position(path, len(before), len(before[-1]) + 1))


def stops(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether any of `problems` keeps the site from being published."""
    return any(one.is_error or (strict and one.is_warning) for one in problems)
