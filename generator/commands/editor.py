"""`vetrina editor`: writes the editor in the browser into a folder of its own, never of the site."""

import argparse
from pathlib import Path

from generator.browser_editor.configuration import backend_of, configuration, hosts_of, not_shown
from generator.browser_editor.program import page, program_files
from generator.commands.asked import store_of
from generator.commands.summary import tell
from generator.content.read import Contents
from generator.content.validate import validate
from generator.machine.memo import Memo
from generator.problems.as_text import count
from generator.problems.problem import stops
from generator.problems.setup import SetupError, cannot_be_written
from generator.words import N_, Phrase, Words, words_for


def run(given: argparse.Namespace, words: Words) -> bool:
    """Write the forms, the page and, where its package is named, the program; whether the content allowed it.

    Raises SetupError where the settings name no repository, the package is another, or nothing can be written.
    """
    content, problems = validate(Contents(given.root, Memo(store_of(given))))
    if content is None or stops(problems, strict=False):
        tell(problems, "text", given, words)
        print(words.text("Not written: {problems}.", problems=count(problems, words)))
        return False
    settings = content.settings
    if settings.editor is None:
        raise SetupError(
            Phrase(N_("The settings do not say where the content is kept.")),
            Phrase(N_("Write “editor” in content/site.yaml, with its host and its repository.")),
        )
    own = words_for(settings.first_language)
    title = own.text("{site}: editor", site=settings.title)
    files = {
        "config.yml": configuration(content, backend_of(settings.editor), own).encode(),
        "index.html": page(title, own.language, hosts_of(settings.editor)).encode(),
    }
    files |= program_files(given.program) if given.program else {}
    folder: Path = given.folder
    try:
        for name, written in files.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(written)
    except OSError as error:
        raise cannot_be_written(str(error.filename or folder), error) from error
    print(
        words.count("{number} file written into {out}.", "{number} files written into {out}.", len(files), out=folder)
    )
    for name, number in not_shown(content).items():
        print(
            words.count(
                "{folder}: the editor does not show {number} record; it knows those called <id>.md, "
                "as “vetrina fix --tidy” calls them.",
                "{folder}: the editor does not show {number} records; it knows those called <id>.md, "
                "as “vetrina fix --tidy” calls them.",
                number,
                folder=name,
            )
        )
    return True
