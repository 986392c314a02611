"""Whether somebody sits at a terminal, what is answered there, and what is sent there."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from generator.machine.control_signs import shown_in_lines


def somebody_is_there() -> bool:
    """Whether a question would be read."""
    return sys.stdin.isatty()


def answer(question: str) -> str | None:
    """What is answered; None where the answers have ended."""
    try:
        return input(f"{question} ").strip()
    except EOFError:
        return None


@contextmanager
def guarded() -> Iterator[None]:
    """Whatever is printed meanwhile, of names and of contents, steers nothing: its control characters are shown."""
    streams = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = map(_guarded, streams)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = streams


def on_one_line(said: str) -> None:
    """Show on the terminal what the next line takes the place of: the only signs that steer it, and ours."""
    print(f"\r\033[K{shown_in_lines(said)}\r", end="", file=getattr(sys.stderr, "stream", sys.stderr), flush=True)


def _guarded(stream: Any) -> Any:
    return _Guarded(stream) if stream and not isinstance(stream, _Guarded) else stream


class _Guarded:
    """A stream to which control characters come as what stands for them; bytes, which files have, as they are."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Write a text of lines."""
        return self.stream.write(shown_in_lines(text))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)
