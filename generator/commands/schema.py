"""`vetrina schema`: what each file of content/ can hold, as JSON Schema, a file a kind; needs no content."""

import argparse
import json
from pathlib import Path

from generator.content.settings import Settings
from generator.content.style import StyleSheet
from generator.content.vocabularies import Vocabulary
from generator.fields.declare import Group
from generator.kinds.catalogue import BY_FOLDER
from generator.kinds.schema import SCHEMA_ENDING, schema
from generator.kinds.translation import Translation
from generator.problems.setup import SetupError
from generator.words import N_, Phrase, Words

_GROUPS: dict[str, type[Group]] = {
    **BY_FOLDER,
    "site": Settings,
    "vocabulary": Vocabulary,
    "style": StyleSheet,
    "translation": Translation,
}


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


def schema_files(words: Words) -> dict[str, str]:
    """The text of each schema by the name of its file; titles and descriptions in one language, and in every."""
    return {
        f"{name}{SCHEMA_ENDING}": f"{json.dumps(schema(group, name, words), ensure_ascii=False, indent=2)}\n"
        for name, group in _GROUPS.items()
    }
