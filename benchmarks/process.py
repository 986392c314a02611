"""A whole process, and what it cost: time, processor, memory.

Whoever measures must be small itself: the memory of a process counts from before it becomes another program. So nothing
of Vetrina's is imported here, and corpora are made by processes of their own.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

Command = list[str | Path]


@dataclass(frozen=True)
class Cost:
    """What a process took; processor and memory are those of whatever it started, too."""

    wall: float
    """Seconds from its start to its end."""
    cpu: float
    """Seconds of all cores together."""
    memory: float
    """Megabytes at the most."""


def run(command: Command, env: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end. Raises RuntimeError with what it said, where it fails."""
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=said, stderr=said, env=surroundings(env or {}))
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(map(str, command))}\n{said.read().decode(errors='replace')[-2000:]}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6)


def surroundings(own: Mapping[str, str]) -> dict[str, str]:
    """The environment of a process: ours and its own, in which Python keeps what it compiled, as it does for users."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | dict(own)


def vetrina() -> Path:
    """The command as it is installed beside this Python."""
    return Path(sys.executable).with_name("vetrina")
