"""`vetrina new`: a record of a kind, asked for or given, with the partners and sources that it is the first to name."""

import argparse
from collections.abc import Sequence

from generator.commands.asked import options_as_published
from generator.commands.asking import Asking
from generator.commands.changing import carry_out, is_sound
from generator.commands.kind_named import kind_named
from generator.commands.no_such_field import no_such_field
from generator.commands.summary import not_written
from generator.commands.terminal import somebody_is_there
from generator.content.changes import Changes
from generator.content.given import NoFieldError, field_called
from generator.content.nodes import Nodes
from generator.content.parse import refused
from generator.content.settings import Settings
from generator.content.writing import Writing
from generator.fields.declare import Field
from generator.fields.texts import ID, suggested_id
from generator.fields.types import RefusedError
from generator.kinds.base import Kind
from generator.pipeline import check
from generator.problems.problem import Position, stops
from generator.problems.setup import SetupError
from generator.usage.arguments import UsageError
from generator.words import N_, Labelled, Phrase, Words


def run(given: argparse.Namespace, words: Words) -> bool:
    """Write a record, with all that it brings along; whether it is written.

    Raises SetupError where something is lacking and nobody is there to be asked, or the files cannot be written.
    """
    kind = kind_named(given.kind)
    before = check(options_as_published(given))
    content = before.content
    if content is None or stops(
        before.problems, strict=False
    ):  # whoever is asked is not to be told of other mistakes afterwards
        return not_written(before.problems, given, words)
    writing = Writing(kind, content, _translated(given, content.settings))
    if given.text:
        writing.put("text", given.text)
    _put_all(writing, given.set)
    asking = (
        Asking(writing, content.settings.languages_of_translations, words)
        if somebody_is_there() and any(writing.lacks())
        else None
    )
    if asking:
        asking.all()
    elif lacking := [*writing.lacks()]:
        raise _incomplete(kind, lacking)
    id_ = _id(writing, given.id) or (asking.id() if asking else writing.suggested_id())
    while not is_sound(changes := Changes(written=writing.files(id_)), given, words, told=True):
        if asking is None or not asking.mends():
            return False
    carry_out(changes, given, words)
    if not given.dry_run:
        print(words.text("Written: {files}.", files=[*changes.written]))
    return True


def _translated(given: argparse.Namespace, settings: Settings) -> Sequence[str]:
    """The languages of the translations that are to be written: those asked for, and those that words are given in."""
    others = settings.languages_of_translations
    for language in (one for one in given.translate if one not in others):
        message = Phrase(
            N_("“{value}” is no language that the records of this site are translated into."), {"value": language}
        )
        raise UsageError(message, Phrase(N_("Use one of: {known}."), {"known": others}))
    begun = [path.partition(".")[0] for path, _ in given.set]
    return [one for one in others if one in given.translate or one in begun]


def _put_all(writing: Writing, pairs: Sequence[tuple[str, str]]) -> None:
    """Give the fields their values; those of records that others bring along come when these are known, figures when
    their unit is.
    """
    groups = [one.group for one in writing.kind.declared.values() if one.group]
    units = {inner.unit_in for group in groups for inner in group.declared.values()}
    waiting = sorted(pairs, key=lambda pair: _name(writing, pair[0]) not in units)
    while waiting:
        later = []
        for path, value in waiting:
            try:
                writing.put(path, value)
            except NoFieldError as error:
                later.append((path, value))
                unknown = error
            except RefusedError as error:
                raise _refused(writing, path, error) from None
        if len(later) == len(waiting):
            raise UsageError(*no_such_field(unknown))
        waiting = later


def _name(writing: Writing, path: str) -> str:
    """The field of the record that a path leads to or into; "" where it has none."""
    try:
        return field_called(writing.kind, path.partition(".")[0]).name
    except NoFieldError:
        return ""


def _refused(writing: Writing, path: str, error: RefusedError) -> UsageError:
    """What a type says of a value that is given for a field."""
    draft, name = writing.draft_at(path)
    field = field_called(draft.model, name.partition(".")[0])
    told = refused(error, Nodes({}, Position("")), (path,), field.is_a, writing.languages)
    return UsageError(Phrase(told.kind.message, told.values), Phrase(told.kind.hint, told.values))


def _incomplete(kind: type[Kind], lacking: Sequence[tuple[str, Field]]) -> SetupError:
    """All that is to be given before a record can be written."""
    named = [Labelled(f"{prefix}{field.name}", field.label) for prefix, field in lacking]
    can_be_unknown = [(prefix, field.name) for prefix, field in lacking if field.presence == "required"]
    message = Phrase(N_("For {what}, these are missing: {fields}."), {"what": Phrase(kind.singular), "fields": named})
    hint = N_("Give each with --set, such as --set {example}=…; in a terminal, the command asks for them.")
    if can_be_unknown:
        hint = N_(
            "Give each with --set, such as --set {example}=…; if no source states it, "
            "--set {prefix}not_stated={unknown}. In a terminal, the command asks for them."
        )
    prefix, unknown = next(iter(can_be_unknown), ("", ""))
    values = {"example": named[0].name, "prefix": prefix, "unknown": unknown}
    return SetupError(message, Phrase(hint, values))


def _id(writing: Writing, asked: str | None) -> str:
    """The id that is asked for. Raises UsageError where no record can have it, or one has."""
    if asked and not ID.fullmatch(asked):
        hint = N_("Use lower-case letters without accents, digits and single hyphens, such as “{example}”.")
        example = {"example": suggested_id(asked)}
        raise UsageError(Phrase(N_("“{id}” cannot be an id."), {"id": asked}), Phrase(hint, example))
    if asked and not writing.is_free(asked):
        raise UsageError(Phrase(N_("There is “{id}” already."), {"id": asked}), Phrase(N_("Choose another id.")))
    return asked or ""
