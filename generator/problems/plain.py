"""A problem as JSON has it, and back: what one run finds is told again by the next."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from generator.problems import mend
from generator.problems.problem import Position, Problem
from generator.words import Labelled, Language, Phrase

PlainProblem = tuple[Any, ...]
_TAGGED: dict[str, tuple[tuple[type, ...], Callable[[Any], PlainProblem], Callable[..., Any]]] = {
    "day": ((datetime.date,), lambda day: (day.isoformat(),), datetime.date.fromisoformat),
    "number": ((Decimal,), lambda number: (str(number),), Decimal),
    "language": ((Language,), lambda language: (language.code,), Language),
    "phrase": ((Phrase,), lambda said: (said.text, _pairs(said.values)), lambda text, gaps: Phrase(text, _dict(gaps))),
    "labelled": ((Labelled,), lambda one: (one.name, one.label), Labelled),
    "list": ((list, tuple), lambda values: tuple(map(_plain, values)), lambda *values: tuple(map(_value, values))),
}
"""What JSON has no form for: how it is told by plain values, and made of them again; a list comes back as a tuple."""


def plain(problem: Problem) -> PlainProblem:
    """A problem as texts, numbers and tuples."""
    place = problem.place
    return (
        problem.code,
        place.path,
        place.line,
        place.column,
        _pairs(problem.values),
        problem.suggestions,
        mend.plain(problem.exact),
    )


def problem_of(written: PlainProblem) -> Problem:
    """The problem that `plain` told of."""
    code, path, line, column, values, suggestions, exact = written
    return Problem(code, Position(path, line, column), _dict(values), tuple(suggestions), mend.mend_of(exact))


def _pairs(values: Any) -> PlainProblem:
    return tuple((name, _plain(value)) for name, value in values.items())


def _dict(pairs: PlainProblem) -> dict[str, Any]:
    return {name: _value(written) for name, written in pairs}


def _plain(value: object) -> Any:
    for tag, (types, told, _) in _TAGGED.items():
        if isinstance(value, types):
            return (tag, *told(value))
    return value if isinstance(value, int) else str(value)


def _value(written: Any) -> Any:
    if not isinstance(written, list | tuple):
        return written
    tag, *told = written
    return _TAGGED[tag][2](*told)
