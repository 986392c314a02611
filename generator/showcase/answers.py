"""Answers computed once: what a pure function says of a record, remembered as long as who asks it lives.

A showcase never changes, so an answer never does. Who remembers has `answers`, a dictionary of its own.
"""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

Answers = dict[tuple[Hashable, ...], Any]
P = ParamSpec("P")
R = TypeVar("R")


class Remembers(Protocol):
    """Who is asked, and keeps the answers."""

    @property
    def answers(self) -> Answers: ...


Asked = TypeVar("Asked", bound=Remembers)


def remembered(ask: Callable[Concatenate[Asked, P], R]) -> Callable[Concatenate[Asked, P], R]:
    """Ask once for the same arguments: records count by their names, everything else by its value."""
    name = f"{ask.__module__}.{ask.__qualname__}"

    @wraps(ask)
    def answer(asked: Asked, /, *args: P.args, **kwargs: P.kwargs) -> R:
        key = (name, *(getattr(one, "ref", one) for one in args), *kwargs.items())
        answers = asked.answers
        if key not in answers:
            answers[key] = ask(asked, *args, **kwargs)
        answered: R = answers[key]
        return answered

    return answer
