"""Answers computed once: what a pure function says of a record, remembered as long as who asks it lives.

A showcase never changes, so an answer never does. A `Witness` sees what was asked of the showcase meanwhile, however
deep, and whether an answer is computed or recalled: the day, records, which records there are. So every page knows all
that it was made of.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from hashlib import sha256
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
_DIGITS = 16
DAY = "day"
"""What is asked where something is computed for the day."""


class Witness:
    """Sees what is asked: names such as `day`, `agreements/x`, `every agreements`."""

    def __init__(self) -> None:
        self._seen: list[set[str]] = [set()]
        self.settled: dict[str, tuple[str, frozenset[str]]] = {}
        """The digest of each answer that is settled, and what was asked for it."""

    def sees(self, *asked: str) -> None:
        """Something is asked for."""
        self._seen[-1].update(asked)

    def sees_all(self, asked: Iterable[str]) -> None:
        """Several things are asked for."""
        self._seen[-1].update(asked)

    def settles(self, name: str, answer: object, asked: frozenset[str] = frozenset()) -> None:
        """An answer is settled: who asks for it by its name need not know what was asked for it."""
        self.settled[name] = (digest(repr(answer)), asked)

    @contextmanager
    def watching(self, *, apart: bool = False) -> Iterator[Callable[[], frozenset[str]]]:
        """Gives what tells, once it is over, what was asked for meanwhile; `apart` from what is asked around it."""
        self._seen.append(set())
        outcome: list[frozenset[str]] = []
        try:
            yield lambda: outcome[0]
        finally:
            outcome.append(frozenset(self._seen.pop()))
            if not apart:
                self._seen[-1] |= outcome[0]


def digest(text: str) -> str:
    """What changes when a text does."""
    return sha256(text.encode(errors="backslashreplace")).hexdigest()[:_DIGITS]


Answers = dict[tuple[Hashable, ...], tuple[Any, frozenset[str]]]
"""What was answered, and what was asked for it."""


class Remembers(Protocol):
    """Who is asked, and keeps the answers."""

    @property
    def answers(self) -> Answers: ...
    @property
    def witness(self) -> Witness: ...
    @property
    def language(self) -> str: ...


Asked = TypeVar("Asked", bound=Remembers)


def remembered(ask: Callable[Concatenate[Asked, P], R]) -> Callable[Concatenate[Asked, P], R]:
    """Ask once for the same arguments: records count by their names, everything else by its value."""
    name = f"{ask.__module__}.{ask.__qualname__}"

    @wraps(ask)
    def answer(asked: Asked, /, *args: P.args, **kwargs: P.kwargs) -> R:
        key = (name, *(getattr(one, "ref", one) for one in args), *kwargs.items())
        answers = asked.answers
        if key not in answers:
            with asked.witness.watching() as seen:
                found = ask(asked, *args, **kwargs)
            answers[key] = (found, seen())
        else:
            asked.witness.sees_all(answers[key][1])
        answered: R = answers[key][0]
        return answered

    return answer


SETTLED: dict[str, Callable[..., Any]] = {}
"""Every function whose answers are settled, by its name."""


def settled(ask: Callable[Concatenate[Asked, P], R]) -> Callable[Concatenate[Asked, P], R]:
    """Ask once, as `remembered`; who asks depends on the answer alone, not on all that was asked for it.

    It takes records and kinds, and answers with plain values that `repr` tells apart, never with records: whoever held
    one would have to have asked for it. That an answer depends on the day is seen all the same.
    """
    name = f"{ask.__module__.rpartition('.')[2]}.{ask.__name__}"
    kept = remembered(ask)

    @wraps(ask)
    def answer(asked: Asked, /, *args: P.args, **kwargs: P.kwargs) -> R:
        called = " ".join((name, asked.language, *map(_named, args)))
        with asked.witness.watching(apart=True) as seen:
            found = kept(asked, *args, **kwargs)
        if called not in asked.witness.settled:
            asked.witness.settles(called, found, seen())
        depends = asked.witness.settled[called][1]
        asked.witness.sees(called, *({DAY} & depends))
        return found

    SETTLED[name] = answer
    return answer


def _named(argument: object) -> str:
    """A record or a kind by its name."""
    return str(getattr(argument, "name", None) or getattr(argument, "folder", argument))


def once(witness: Witness, make: Callable[[], R]) -> Callable[[], R]:
    """Make something once, when it is first asked for; whoever asks has asked for what it is made of."""
    made: list[tuple[R, frozenset[str]]] = []

    def answer() -> R:
        if not made:
            with witness.watching() as seen:
                found = make()
            made.append((found, seen()))
        else:
            witness.sees_all(made[0][1])
        return made[0][0]

    return answer
