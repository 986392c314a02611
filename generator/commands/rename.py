"""`vetrina rename`: a record under another id, in all files that name it; its old addresses lead to it."""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.commands.asked import options_as_published, store_of
from generator.commands.old_addresses import carry_out_answering
from generator.commands.record_named import record_named
from generator.commands.summary import not_written
from generator.content.edits import Edits
from generator.content.read import Contents
from generator.content.record import AnyRecord
from generator.content.renaming import files_moved, rename_everywhere
from generator.content.settings import Settings
from generator.content.validate import Content
from generator.fields.texts import ID, suggested_id
from generator.fields.values import AnyRef, Ref
from generator.imports.history import rename_in_histories
from generator.imports.renamed_in_maps import rename_in_maps
from generator.machine.memo import Memo
from generator.pipeline import check
from generator.reports.frozen_register import rename_in_frozen
from generator.urls import Urls
from generator.usage.arguments import UsageError
from generator.words import N_, Phrase, Words


def run(given: argparse.Namespace, words: Words) -> bool:
    """Rename a record and say what has changed; whether it is renamed.

    Raises SetupError where there is no such record, the new id is not free, or the files cannot be changed.
    """
    contents = Contents(given.root, Memo(store_of(given)))
    old = record_named(given.record, {files.ref for files in contents.records})
    new = _new(given.new, old)
    before = check(options_as_published(given))
    content = before.content
    if before.site_map is None or content is None:
        return not_written(before.problems, given, words)
    record = content.records[old]
    moves = files_moved(record, new)
    _refuse_taken(new, content, moves, given.root)
    edits = Edits(given.root, content.settings.languages)
    rename_everywhere(edits, content, old, new, _whole_addresses(record, new, content.settings))
    rename_in_frozen(edits, given.root, old, new)
    rename_in_histories(edits, given.root, old, new, content.records.known)
    rename_in_maps(edits, given.root, old, new)
    moved = carry_out_answering(edits, content, before.site_map, {old: new}, moves, given, words)
    if moved is None:
        return False
    if not given.dry_run:
        print(words.text("“{old}” is now “{new}”.", old=old, new=new))
        if moved:
            print(words.text("Its old addresses lead to the new ones."))
    return True


def _new(written: str, old: AnyRef) -> AnyRef:
    """The name that a record is to have: an id, with its folder or without. Raises UsageError."""
    folder, _, id_ = written.rpartition("/")
    if folder and folder != old.folder:
        message = Phrase(
            N_("“{old}” cannot become “{new}”: a record stays in its folder."), {"old": old, "new": written}
        )
        raise UsageError(message, Phrase(N_("Give the new id without a folder.")))
    if not ID.fullmatch(id_):
        hint = N_("Use lower-case letters without accents, digits and single hyphens, such as “{example}”.")
        example = {"example": suggested_id(id_)}
        raise UsageError(Phrase(N_("“{id}” cannot be an id."), {"id": id_}), Phrase(hint, example))
    return Ref(old.folder, id_)


def _refuse_taken(new: AnyRef, content: Content, moves: Mapping[str, str], root: Path) -> None:
    if new in content.records.known or any((root / path).exists() for path in moves.values()):
        raise UsageError(Phrase(N_("There is “{id}” already."), {"id": new}), Phrase(N_("Choose another id.")))


def _whole_addresses(record: AnyRecord, new: AnyRef, settings: Settings) -> Mapping[str, str]:
    """The whole address of its page in each language, and the one that it becomes, where it does."""
    urls, renamed = Urls(settings), replace(record, ref=Ref(new.folder, new.id))
    pairs = ((urls.record(record, one), urls.record(renamed, one)) for one in settings.languages)
    return {urls.absolute(before): urls.absolute(now) for before, now in pairs if before != now}
