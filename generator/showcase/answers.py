"""Answers computed once: what a pure function says of a record, remembered as long as who asks it lives.

A showcase never changes, so an answer never does. A `Witness` sees what was asked of the showcase meanwhile, however
deep, and whether an answer is computed or recalled: the day, records, which records there are. So every page knows all
that it was made of.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from itertools import islice
from typing import Any, Concatenate, NamedTuple, ParamSpec, Protocol, TypeVar

from generator.content.record import AnyRecord, Record
from generator.fields.values import AnyRef, Ref, Term
from generator.kinds.base import Kind
from generator.machine.memo import digest
from generator.machine.parallel import shared_out

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
OF_DAY = "day"
"""What is asked where something is computed for the day."""
DAY_SAID = "day said"
"""What is asked where a page says beside it for which day: the foot of that page says it no more."""
OF_SYSTEM = "system"
"""What is asked where it counts whether this computer can write a PDF."""
WORD = "="
"""What a word begins with among what an answer is about."""


def texts_of(record: AnyRecord) -> str:
    """What the witness sees where a record is asked for its text."""
    return f"text {record.name}"


def every(folder: str) -> str:
    """What the witness sees where it is asked which records of a kind there are."""
    return f"every {folder}"


def references_to(ref: AnyRef) -> str:
    """What the witness sees where it is asked who refers to a record."""
    return f"to {ref}"


def classified(term: Term) -> str:
    """What the witness sees where it is asked what a term classifies."""
    return f"by {term.vocabulary}/{term.id}"


class Settled(NamedTuple):
    """An answer that is settled, its digest, and what was asked for it."""

    value: Any
    digest: str
    asked: frozenset[str] | None
    """None where a run before knows it, and it still holds."""
    of_day: bool
    """Whether it depends on the day."""


class Witness:
    """Sees what is asked: names such as `day`, `agreements/x`, `every agreements`."""

    def __init__(self) -> None:
        self._seen: list[set[str]] = [set()]
        self.settled: dict[str, Settled] = {}
        """Each answer that is settled."""
        self.told: dict[str, str] = {}
        """The digest of each answer that is none of the showcase's."""
        self.recall: Callable[[str], Settled | None] = lambda name: None
        """An answer that was settled by a run before, and still holds."""

    def sees(self, *asked: str) -> None:
        """Something is asked for."""
        self.sees_all(asked)

    def sees_all(self, asked: Iterable[str]) -> None:
        """Several things are asked for."""
        self._seen[-1].update(asked)

    def knows(self, name: str) -> bool:
        """Whether an answer is settled, by this run or by one before."""
        if name not in self.settled and (known := self.recall(name)):
            self.settled[name] = known
        return name in self.settled

    def settled_since(self, number: int) -> dict[str, Settled]:
        """The answers that were settled after so many others."""
        return dict(islice(reversed(self.settled.items()), len(self.settled) - number))

    def tell(self, name: str, answer: object) -> None:
        """There is an answer that pages ask for by this name."""
        self.told[name] = digest(repr(answer))

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
        key = (name, *(one.ref if isinstance(one, Record) else one for one in args), *kwargs.items())
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
    """Ask once, and not again in the next run while all that was asked for the answer is as it was.

    Who asks depends on the answer alone, not on all that was asked for it; but that it depends on the day is seen all
    the same. It takes names of records, kinds, terms, and words without spaces; it answers with what JSON can hold:
    texts, numbers, truths, tuples of these.
    """
    name = _name_of(ask)

    @wraps(ask)
    def answer(asked: Asked, /, *args: P.args, **kwargs: P.kwargs) -> R:
        witness = asked.witness
        called = _called(name, asked, args)
        if not witness.knows(called):
            with witness.watching(apart=True) as seen:
                found = ask(asked, *args, **kwargs)
            witness.settled[called] = Settled(found, digest(repr(found)), seen(), OF_DAY in seen())
        known = witness.settled[called]
        witness.sees_all((called, OF_DAY) if known.of_day else (called,))
        value: R = known.value
        return value

    if name in SETTLED:
        raise ValueError(f"two answers are called {name}")
    SETTLED[name] = answer
    return answer


def settle(ask: Callable[[Asked, T], R], asked: Asked, things: Sequence[T], enough: int) -> None:
    """Have a settled answer about each of several things ready, by all cores where it is not known of many."""
    witness, name = asked.witness, _name_of(ask)

    def answers(several: Sequence[T]) -> dict[str, Settled]:
        known = len(witness.settled)
        for one in several:
            ask(asked, one)
        return witness.settled_since(known)

    unknown = [one for one in things if not witness.knows(_called(name, asked, (one,)))]
    for found in shared_out(answers, unknown, enough):
        witness.settled |= found


def _name_of(ask: Callable[..., object]) -> str:
    return f"{ask.__module__.rpartition('.')[2]}.{ask.__name__}"


def _called(name: str, asked: Remembers, args: Iterable[object]) -> str:
    """What an answer is known by."""
    return " ".join((name, asked.language, *map(_named, args)))


def _named(argument: object) -> str:
    """A record by its name, a kind by its folder, a term as "topics:water", a word as "=university"."""
    if isinstance(argument, Ref):  # most are
        return f"{argument.folder}/{argument.id}"
    if isinstance(argument, str):
        return f"{WORD}{argument}"
    if isinstance(argument, Term):
        return f"{argument.vocabulary}:{argument.id}"
    if isinstance(argument, type) and issubclass(argument, Kind):
        return argument.folder
    return str(argument)


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
