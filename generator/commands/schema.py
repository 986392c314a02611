"""`vetrina schema`: what each file of content/ can hold, as JSON Schema, a file a kind; needs no content."""

import argparse
from pathlib import Path

from generator.content.workspace import schema_files
from generator.problems.setup import SetupError
from generator.words import N_, Phrase, Words


def run(given: argparse.Namespace, words: Words) -> bool:
    """Write the schemas; what else the folder holds stays. Raises SetupError where it cannot be written."""
    files = schema_files(words)
    folder: Path = given.folder
    hint = Phrase(N_("Name a folder that you may write into."))
    if folder.is_file():
        raise SetupError(Phrase(N_("{folder} is a file."), {"folder": str(folder)}), hint)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, "utf-8", newline="\n")
    except OSError as error:
        told = {"file": str(error.filename), "cause": error.strerror}
        raise SetupError(Phrase(N_("{file} cannot be written: {cause}."), told), hint) from error
    print(words.text("{number} schemas written into {out}.", number=len(files), out=folder))
    return True
