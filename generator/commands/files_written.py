"""Writing files that a command makes of nothing but what it is asked, into a folder in which all else stays."""

from collections.abc import Mapping
from pathlib import Path

from generator.problems.setup import SetupError
from generator.words import N_, Phrase


def write_into(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files into a folder, which is made if it is not there. Raises SetupError where it cannot be written."""
    hint = Phrase(N_("Name a folder that you may write into."))
    if folder.is_file():
        raise SetupError(Phrase(N_("{folder} is a file."), {"folder": str(folder)}), hint)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    except OSError as error:
        told = {"file": str(error.filename), "cause": error.strerror}
        raise SetupError(Phrase(N_("{file} cannot be written: {cause}."), told), hint) from error
