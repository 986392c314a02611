"""`vetrina init`: writes a site that builds at once, in a folder of its own, all of it or nothing."""

import argparse
import datetime
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote
from typing import TypeVar

from generator import __version__
from generator.checks.owner import is_illegible
from generator.commands.summary import tell
from generator.commands.terminal import answer, somebody_is_there
from generator.content.mark import mark_of, write_mark
from generator.content.new_site import CI_FILES, NO_ADDRESS_YET, REQUIREMENTS, NewSite, files_of, offered
from generator.content.read import Contents
from generator.content.validate import validate
from generator.content.vocabularies import NAMES
from generator.machine.memo import Memo
from generator.options import Options
from generator.pages.guide.chapters import guide_languages
from generator.pipeline import check
from generator.problems.problem import stops
from generator.problems.setup import SetupError, cannot_be_written
from generator.usage import option_values
from generator.usage.arguments import UsageError
from generator.words import N_, Language, Phrase, Words

T = TypeVar("T")


def run(given: argparse.Namespace, words: Words) -> bool:
    """Write a new site into a folder that holds nothing; whether it is sound.

    Raises SetupError where the folder holds something or cannot be written, UsageError for what cannot be meant.
    """
    folder: Path = given.folder
    _refuse_full(folder)
    site = _answers(given, words)
    with _written(site, folder) as root:
        checked = check(Options(root, datetime.datetime.now(datetime.UTC).date()))
        if stops(checked.problems, strict=True):
            tell(checked.problems, "text", argparse.Namespace(root=root), words)
            raise SetupError(
                Phrase(N_("What would be written has mistakes: nothing is written.")),
                Phrase(N_("Give other answers; if these are right, this is a fault of Vetrina: please report it.")),
            )
    _tell(site, folder, words)
    return True


def _refuse_full(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SetupError(
            Phrase(N_("{folder} holds something already: nothing is written."), {"folder": str(folder)}),
            Phrase(N_("Name a folder that is empty or does not exist yet.")),
        )


# --- what is asked ---


def _answers(given: argparse.Namespace, words: Words) -> NewSite:
    """What the options say; what they do not say is asked on a terminal, and elsewhere is what is usual."""
    ask = _Asking(words, asks=somebody_is_there() and given.name is None)
    if given.name is None and not ask.asks:
        raise UsageError(
            Phrase(N_("A new site needs a name.")), Phrase(N_("Give it with --name, such as --name “Ateneo aperto”."))
        )
    name = ask(given.name, N_("Name of the site"), "", option_values.some_text)
    owner = ask(given.owner, N_("Whose it is"), name, option_values.some_text)
    languages = ask(
        given.languages,
        N_("Languages, the first one first, such as it,en"),
        words.language,
        option_values.site_languages,
    )
    address = ask(given.address, N_("Address of the site"), NO_ADDRESS_YET, option_values.base_url)
    ipa = ask(given.ipa, N_("The owner’s code in IPA, for the catalogue of the data; empty if none"), "", str.strip)
    light = ask(given.light, N_("Colour on light backgrounds, such as #12397f; empty for the usual one"), "", _colour)
    dark = (
        ask(given.dark, N_("Colour on dark backgrounds, such as #a5c3ff"), "", _colour) if light else given.dark or ""
    )
    if bool(light) is not bool(dark):
        raise UsageError(
            Phrase(N_("A colour is given for one scheme alone.")), Phrase(N_("Give both, with --light and --dark."))
        )
    for scheme, colour in (("light", light), ("dark", dark)):
        if colour:
            _refuse_pale(scheme, colour)
    host = ask(given.ci, N_("Host whose CI publishes it: github, gitlab or none"), "none", option_values.ci_host)
    package = given.package or f"vetrina=={__version__}"
    has_guide = not guide_languages().isdisjoint(languages)
    return NewSite(name, owner, languages, address, (light, dark) if light else None, ipa, host, package, has_guide)


class _Asking:
    """Asks for what was not given, until the answer can be meant."""

    def __init__(self, words: Words, *, asks: bool) -> None:
        self._words, self.asks = words, asks

    def __call__(self, given: T | None, question: str, usual: str, read: Callable[[str], T]) -> T:
        if given is not None:
            return given
        while self.asks:
            said = f" [{usual}]" if usual else ""
            answered = answer(f"{self._words.text(question)}{said}:")
            if answered is None:
                break
            try:
                return read(answered or usual)
            except argparse.ArgumentTypeError as error:
                print(f"  {self._words.say(error.args[0])}")
        return read(usual)


def _colour(text: str) -> str:
    return option_values.colour(text) if text else ""


def _refuse_pale(scheme: str, colour: str) -> None:
    if told := is_illegible(scheme, colour):
        raise UsageError(*told)


# --- what is written ---


@contextmanager
def _written(site: NewSite, folder: Path) -> Iterator[Path]:
    """The new site in a folder beside the one it is for, which it becomes if the block ends well."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".vetrina-init-", dir=folder.parent))
    except OSError as error:
        raise cannot_be_written(str(error.filename or folder), error) from error
    root = aside / "site"
    try:
        for path, text in files_of(site).items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        _mark_translations(root)
        yield root
        if folder.exists():
            folder.rmdir()
        root.rename(folder)
    except OSError as error:
        raise cannot_be_written(str(error.filename or folder), error) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _mark_translations(root: Path) -> None:
    """Each translation says what it translates."""
    content, _ = validate(Contents(root, Memo()))
    for record in content.records.values() if content else ():
        original, *translations = record.wordings.values()
        for one in translations:
            write_mark(root, one, mark_of(one, original), content.settings.languages if content else ())


def _tell(site: NewSite, folder: Path, words: Words) -> None:
    """What there is now, what is not in it and why, and how to go on."""
    languages = [Language(language) for language in site.languages]
    print(words.text("{folder} holds a new site, in {languages}.", folder=folder, languages=languages))
    print(words.text("Vocabularies with entries worded as their source words them: {names}.", names=list(offered())))
    missing = [name for name in NAMES if name not in offered()]
    print(
        words.text(
            "Not among them, for want of a source that was read or because each owner has its own: {names}.",
            names=missing,
        )
    )
    print(
        words.text("In content/site.yaml, “placeholder” stands for what only you know; the pages have it in italics.")
    )
    if CI_FILES[site.host]:
        print(words.text("{file} says from where the CI installs Vetrina: correct it.", file=REQUIREMENTS))
    print(words.text("See it: vetrina serve --root {folder}", folder=quote(str(folder))))
