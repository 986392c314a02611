"""`vetrina translate`: marks the translation of a record as following its original; its words are the editor's."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.commands.asked import store_of
from generator.commands.record_named import record_named
from generator.commands.summary import tell
from generator.content.freshness import lacks_text
from generator.content.mark import Mark, mark_of, old_words, one_record, write_mark
from generator.content.read import Contents
from generator.content.record import AnyRecord, Wording
from generator.content.replace import CannotReplaceError
from generator.machine.memo import Memo
from generator.problems.as_text import count
from generator.problems.setup import cannot_be_written
from generator.usage.arguments import UsageError
from generator.words import N_, Language, Phrase, Words


def run(given: argparse.Namespace, words: Words) -> bool:
    """Show what has changed and write in one file what its translation follows; whether it says so.

    Raises SetupError where there is no such record or translation, or the file cannot be written.
    """
    contents = Contents(given.root, Memo(store_of(given)))
    named = record_named(given.record, {files.ref for files in contents.records})
    settings, record, errors = one_record(contents, named)
    if settings is None or record is None or errors:
        tell(errors, "text", given, words)
        print(words.text("Not marked: {problems}.", problems=count(errors, words)))
        return False
    languages = settings.languages
    translation = record.wordings[_language(record, settings.languages_of_translations, given.language)]
    original = record.wordings[settings.language_of_facts]
    return _mark(given.root, translation, original, languages, words, only_shown=given.dry_run)


def _mark(
    root: Path, translation: Wording, original: Wording, languages: Sequence[str], words: Words, *, only_shown: bool
) -> bool:
    names = {"file": translation.path, "original": original.path}
    if lacks_text(original, translation.body):
        print(words.text("{file} has no text, and {original} has one: write it first. Nothing is written.", **names))
        return False
    mark = mark_of(translation, original)
    if mark.said == mark.current:
        print(words.text("{file} already follows {original}: nothing is written.", **names))
        return True
    if mark.said:
        print(words.say(_what_had_changed(mark)))
        _show(mark, old_words(root, original.path, mark.changed or ()), words)
    if only_shown:
        print(words.text("Nothing is written: this is what would change."))
        return True
    try:
        write_mark(root, translation, mark, languages)
    except CannotReplaceError:
        print(words.text("{file} has a form that is not changed in place.", **names))
        print(words.text("Write “translated_from: {mark}” in it yourself.", mark=mark.current))
        return False
    except OSError as error:
        raise cannot_be_written(translation.path, error) from error
    print(words.text("{file} is marked as following {original}.", **names))
    return True


def _show(mark: Mark, old: Mapping[str, str], words: Words) -> None:
    """Each part that has changed, with the old words where git has them."""
    for part in mark.changed or ():
        print(f"\n{words.say(part.said)}")
        for one in part.before:
            print(_prefixed("- ", old.get(one) or words.text("(git does not have the old words)")))
        for one in part.now:
            print(_prefixed("+ ", one.strip()))
    if mark.changed:
        print()


def _prefixed(sign: str, text: str) -> str:
    return "\n".join(f"{sign}{line}" for line in text.splitlines())


def _what_had_changed(mark: Mark) -> Phrase:
    """What a reader may want to compare once more."""
    if mark.changed is None:
        return Phrase(N_("The mark that it had does not tell what had changed since."))
    return Phrase(N_("Changed since it was marked before: {parts}."), {"parts": [one.said for one in mark.changed]})


def _language(record: AnyRecord, languages: Sequence[str], asked: str | None) -> str:
    """The language of the translation that is meant, of those that records are translated into."""
    there = [one for one in languages if one in record.wordings]
    names = {"record": str(record.ref), "known": there}
    if not there:
        message = Phrase(N_("“{record}” has no translation."), names)
        raise UsageError(message, Phrase(N_("Write it first, beside {file}."), {"file": record.path}))
    if asked is None and len(there) > 1:
        message = Phrase(N_("“{record}” has several translations: {known}."), names)
        raise UsageError(message, Phrase(N_("Choose one with --language.")))
    if asked is not None and asked not in there:
        message = Phrase(N_("“{record}” has no translation in {language}."), names | {"language": Language(asked)})
        raise UsageError(message, Phrase(N_("It is translated into: {known}."), names))
    return asked or there[0]
