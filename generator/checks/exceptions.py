"""What records and settings allow themselves: which codes those can be, and which values they explain."""

from collections.abc import Callable, Iterable, Iterator

from generator.kinds.allowance import OF_A_VALUE, Allowance
from generator.problems.problem import Position, Problem, problem
from generator.problems.spelling import did_you_mean
from generator.showcase.model import Showcase


def is_explained(one: Problem, allowed: Iterable[Allowance]) -> bool:
    """Whether exceptions say of the value of a problem that it is none of a person's."""
    return one.code in {exception.code for exception in allowed} and bare(str(one.values["value"])) in _values(allowed)


def exceptions_are_known(
    allowed: Iterable[Allowance], known: tuple[str, ...], place: Callable[[int], Position]
) -> Iterator[Problem]:
    """What is allowed is a code that can be, and names the value where one is meant."""
    for number, exception in enumerate(allowed):
        if exception.code not in known:
            meant = did_you_mean(exception.code, known)
            yield problem("unknown-code", place(number), meant=meant, code=exception.code, known=known)
        elif exception.code in OF_A_VALUE and not exception.value:
            yield problem("unnamed-value", place(number), code=exception.code)


def explained_anywhere(showcase: Showcase) -> frozenset[str]:
    """The values that the settings or a record say are none of a person's, as `bare` has them."""
    allowed = (showcase.settings.allow, *(showcase[name].facts.allow for name in showcase.briefs))
    return frozenset[str]().union(*map(_values, allowed))


def _values(allowed: Iterable[Allowance]) -> frozenset[str]:
    return frozenset(bare(exception.value) for exception in allowed if exception.value)


def bare(value: str) -> str:
    """A value by its letters, digits and @ alone, however it is written."""
    return "".join(sign for sign in value.lower() if sign.isalnum() or sign == "@")
