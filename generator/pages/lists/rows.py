"""The rows of a list before it is cut into pages: each is made when its page is."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")
Row = TypeVar("Row")


class Rows(Sequence[Row], Generic[T, Row]):
    """What is made of each of several things, whenever it is asked for."""

    def __init__(self, of: Sequence[T], make: Callable[[T], Row]) -> None:
        self._of, self._make = of, make

    def __len__(self) -> int:
        return len(self._of)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        return tuple(map(self._make, self._of[at])) if isinstance(at, slice) else self._make(self._of[at])
