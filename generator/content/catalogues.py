"""The owner's catalogues, beside content/: the words of further languages, or in place of ours."""

import errno
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.catalogue_file import CatalogueError, Translated, translations
from generator.content.bounds import LARGEST_FILE
from generator.machine.memo import Memo
from generator.machine.regular_files import leads_out, read_regular
from generator.options import CATALOGUES
from generator.problems.problem import Position, Problem, problem
from generator.words import SOURCE_LANGUAGE, Words, is_language, languages, words_for, words_of


def owners_words(root: Path, memo: Memo) -> tuple[dict[str, Words], list[Problem]]:
    """The words of each language that has a catalogue, and what is wrong with the others."""
    found: dict[str, Words] = {}
    problems: list[Problem] = []
    folder = root / CATALOGUES
    for file in sorted(folder.glob("*.po")) if folder.is_dir() else ():
        path, language = f"{CATALOGUES}/{file.name}", file.stem
        if language == SOURCE_LANGUAGE or not is_language(language):
            problems.append(problem("no-language", Position(path), value=language))
            continue
        try:
            found[language] = words_of(language, _written(root, file), memo)
        except CatalogueError as error:
            problems.append(problem("bad-catalogue", Position(path, error.line, 1), value=error.text))
        except OSError:
            problems.append(problem("unreadable-file", Position(path)))
    return found, problems


class CatalogueTexts(NamedTuple):
    """A catalogue as it is written, and its translations."""

    path: str
    written: str
    texts: list[Translated]


def owners_texts(root: Path, memo: Memo) -> Iterator[CatalogueTexts]:
    """Each catalogue that can be read."""
    for file in sorted((root / CATALOGUES).glob("*.po")):
        with suppress(CatalogueError, OSError):
            written = _written(root, file)
            texts = memo.recall(partial(_texts, written, file.stem), "catalogue-texts-2", written)
            found = [Translated(*one) for one in json.loads(texts)]
            yield CatalogueTexts(f"{CATALOGUES}/{file.name}", written.decode(), found)


def said_by_us(one: Translated) -> frozenset[str]:
    """What we say in the place of a translation, in every language; nothing where the message is none of ours."""
    first, last = one.message[0], one.message[-1]
    said = set()
    for catalogue in (words_for(language).catalogue for language in languages()):
        if one.context:
            said.add(str(catalogue.pgettext(one.context, first)))
        elif first == last:
            said.add(str(catalogue.gettext(first)))
        else:
            said |= {str(catalogue.ngettext(first, last, number)) for number in (1, 2)}
    return frozenset(said if said - {first, last} else ())


def _written(root: Path, file: Path) -> bytes:
    """What stands in a catalogue. Raises OSError."""
    if leads_out(file, root):
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(file))
    return read_regular(file, LARGEST_FILE)


def _texts(written: bytes, language: str) -> bytes:
    return json.dumps(list(translations(written, language))).encode()
