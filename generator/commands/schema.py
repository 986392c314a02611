"""`vetrina schema`: what each file of content/ can hold, as JSON Schema, a file a kind; needs no content."""

import argparse

from generator.commands.files_written import write_into
from generator.content.workspace import schema_files
from generator.words import Words


def run(given: argparse.Namespace, words: Words) -> bool:
    """Write the schemas; what else the folder holds stays. Raises SetupError where it cannot be written."""
    files = schema_files(words)
    write_into(given.folder, files)
    print(words.text("{number} schemas written into {out}.", number=len(files), out=given.folder))
    return True
