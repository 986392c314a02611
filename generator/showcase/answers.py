"""Answers computed once: what a pure function says of a record, remembered as long as who asks it lives.

A showcase never changes, so an answer never does. A `Witness` sees which answers depend on the day, however deep it was
asked for and whether they are computed or recalled: only those pages say for which day they were made.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Witness:
    """Sees whether the day was asked for."""

    def __init__(self) -> None:
        self._seen = [False]

    def sees(self) -> None:
        """The day is asked for."""
        self._seen[-1] = True

    @contextmanager
    def watching(self) -> Iterator[Callable[[], bool]]:
        """Gives what tells, once it is over, whether the day was asked for meanwhile."""
        self._seen.append(False)
        outcome: list[bool] = []
        try:
            yield lambda: outcome[0]
        finally:
            outcome.append(self._seen.pop())
            self._seen[-1] |= outcome[0]


Answers = dict[tuple[Hashable, ...], tuple[Any, bool]]
"""What was answered, and whether it depends on the day."""


class Remembers(Protocol):
    """Who is asked, and keeps the answers."""

    @property
    def answers(self) -> Answers: ...
    @property
    def witness(self) -> Witness: ...


Asked = TypeVar("Asked", bound=Remembers)


def remembered(ask: Callable[Concatenate[Asked, P], R]) -> Callable[Concatenate[Asked, P], R]:
    """Ask once for the same arguments: records count by their names, everything else by its value."""
    name = f"{ask.__module__}.{ask.__qualname__}"

    @wraps(ask)
    def answer(asked: Asked, /, *args: P.args, **kwargs: P.kwargs) -> R:
        key = (name, *(getattr(one, "ref", one) for one in args), *kwargs.items())
        answers = asked.answers
        if key not in answers:
            with asked.witness.watching() as depends:
                found = ask(asked, *args, **kwargs)
            answers[key] = (found, depends())
        answered: R
        answered, by_day = answers[key]
        if by_day:
            asked.witness.sees()
        return answered

    return answer
