"""The copy of a built site that a reviewer opens by a double click (`vetrina build --portable`)."""

import argparse
from pathlib import Path
from urllib.parse import urlsplit

from generator.content.catalogues import owners_words
from generator.content.site_file import base_url
from generator.machine.memo import Memo
from generator.output.portable import portable
from generator.output.site_folder import publish
from generator.words import SOURCE_LANGUAGE, Words, languages, words_for


def write_portable(given: argparse.Namespace, site: Path, copy: Path, words: Words) -> None:
    """Write the copy of a site that was just built, and say where it begins. Raises SetupError."""
    owners = owners_words(given.root, Memo())[0]

    def notice(language: str) -> str:
        said = owners.get(language) or words_for(language if language in languages() else SOURCE_LANGUAGE)
        return said.text("Preview, not published: the search needs a server and is not here.")

    base_path = urlsplit(given.base_url or base_url(given.root)).path or "/"
    publish(dict(portable(site, base_path, notice)), copy, in_place=True)
    print(words.text("To be opened by a double click: {file}", file=copy / "index.html"))
