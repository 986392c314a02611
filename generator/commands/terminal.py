"""Whether somebody sits at a terminal, and what is answered there."""

import sys


def somebody_is_there() -> bool:
    """Whether a question would be read."""
    return sys.stdin.isatty()


def answer(question: str) -> str | None:
    """What is answered; None where the answers have ended."""
    try:
        return input(f"{question} ").strip()
    except EOFError:
        return None
