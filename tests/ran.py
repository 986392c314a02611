"""The command run as its user runs it, and what it leaves behind."""

from pathlib import Path
from typing import NamedTuple, Self

import pytest

from generator.cli import main


class Ran(NamedTuple):
    """What a run of the command left behind."""

    code: int
    out: str
    err: str

    @classmethod
    def of(cls, code: int, out: str, err: str) -> Self:
        """What was left; where the command fails it never shows its own inside."""
        assert "Traceback" not in out + err
        return cls(code, out, err)

    @property
    def last(self) -> str:
        """The last line that was printed."""
        return self.out.rstrip("\n").rpartition("\n")[2]


def ran(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> Ran:
    """Run the command in this process."""
    capsys.readouterr()
    return Ran.of(main([str(one) for one in arguments]), *capsys.readouterr())
