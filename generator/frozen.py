"""Frozen dataclasses that are quick to declare: a command waits for every declaration each time it starts.

To mypy `dataclass` is the standard library's, and mypy is what keeps a value from being changed. When the program runs,
a class has an `__init__` of its own and the rest from here: the library would compile six functions for each class.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool, kw_only: bool = False) -> Callable[[type], type]:
        """Make a dataclass that is compared, hashed and written out by its fields."""

        def declared(cls: type) -> type:
            cls.__doc__ = cls.__doc__ or cls.__name__  # the library would write one, which is slow
            dataclasses.dataclass(eq=False, repr=False, kw_only=kw_only)(cls)
            for method in _methods([one.name for one in dataclasses.fields(cls)]):
                setattr(cls, method.__name__, method)
            return cls

        return declared


def _methods(names: list[str]) -> tuple[Callable[..., Any], ...]:
    """What the library would write for a class with these fields."""
    values: Callable[[object], object] = attrgetter(*names) if names else lambda one: ()

    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(values(self))

    def __repr__(self: object) -> str:  # noqa: N807
        return f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return __eq__, __hash__, __repr__
