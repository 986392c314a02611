"""The forms of an option, as argparse takes them."""

from collections.abc import Callable
from typing import Any


def flag(help_: str) -> dict[str, Any]:
    """What is said or not."""
    return {"action": "store_true", "help": help_}


def positional(read: Callable[[str], object], metavar: str, help_: str) -> dict[str, Any]:
    """What stands by its place, in whatever way it is read."""
    return {"type": read, "metavar": metavar, "help": help_}


def value(read: Callable[[str], object], metavar: str, help_: str, default: object = None) -> dict[str, Any]:
    """What is given after its name."""
    return {"type": read, "metavar": metavar, "help": help_, "default": default}


def several(metavar: str, help_: str) -> dict[str, Any]:
    """What is given after its name, as often as needed."""
    return {"type": str, "action": "append", "default": [], "metavar": metavar, "help": help_}
