"""A view written down: what its page says, line by line."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.view.text import Piece


def told(value: Any, indent: int = 0, name: str = "") -> Iterator[str]:
    """A view, a line for each thing in it; what is empty is left out."""
    pad = "  " * indent + (f"{name}: " if name else "")
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
        short = {part: said for part, held in parts.items() if (said := _short(held)) is not None}
        yield pad + " | ".join((type(value).__name__, *(f"{part} {said}" for part, said in short.items() if said)))
        for part, held in parts.items():
            if part not in short:
                yield from _within(part, held, indent + 1)
    else:
        yield from _within("", value, indent)


def _within(name: str, held: Any, indent: int) -> Iterator[str]:
    if (said := _short(held)) is not None:
        yield f"{'  ' * indent}{name} {said}".rstrip()
        return
    if isinstance(held, Mapping):
        for key, one in held.items():
            yield from _within(str(key), one, indent)
        return
    if dataclasses.is_dataclass(held):
        yield from told(held, indent, name)
        return
    for one in held:
        yield from _within(name, one, indent)


def _short(value: Any) -> str | None:
    """A value that fits in its line; "" for an empty one."""
    if value is None or value is False:
        return ""
    if isinstance(value, Piece):
        more = (f"<{value.href}>" if value.href else "", f"({value.lang})" if value.lang else "")
        more = (*more, f"@{value.datetime}" if value.datetime else "")
        return f"{'?' * value.unknown}{value.text}{''.join(more)}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        several = [_short(one) for one in value]
        if all(isinstance(one, Piece) for one in value):
            return "".join(one or "" for one in several)
        if all(one is None or isinstance(one, str | int | float) for one in value) or all(
            isinstance(one, tuple) and all(isinstance(x, int | float) for x in one) for one in value
        ):
            return repr(tuple(value)) if value else ""
        return None
    if isinstance(value, Mapping):
        return None if value else ""
    return None if dataclasses.is_dataclass(value) else str(value)
