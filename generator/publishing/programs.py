"""Programs of the system that put files elsewhere: what they say, and what is told where they fail."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.problems.setup import SetupError
from generator.words import N_, Phrase


def said_by(
    command: Sequence[str], *, given: bytes = b"", folder: Path | None = None, env: Mapping[str, str] | None = None
) -> bytes:
    """What a program prints. Raises SetupError where it is missing or fails."""
    try:
        done = subprocess.run(
            command, input=given, cwd=folder, env={**os.environ, **(env or {})}, capture_output=True, check=False
        )
    except OSError as error:
        raise _cannot_be_run(command[0], error) from error
    if done.returncode:
        complaint = " ".join(done.stderr.decode(errors="replace").split()) or str(done.returncode)
        printable = "".join(sign if sign.isprintable() else "�" for sign in complaint)
        raise SetupError(
            Phrase(N_("{program} fails: {cause}"), {"program": command[0], "cause": printable}),
            Phrase(N_("What is published there is as it was.")),
        )
    return done.stdout


def begun(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """A program that goes on until nothing more is said to it. Raises SetupError where it is missing."""
    try:
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except OSError as error:
        raise _cannot_be_run(command[0], error) from error


def _cannot_be_run(program: str, error: OSError) -> SetupError:
    return SetupError(
        Phrase(N_("{program} cannot be run: {cause}."), {"program": program, "cause": str(error.strerror)}),
        Phrase(N_("Install it, or publish in another way.")),
    )
