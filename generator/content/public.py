"""What of a record is public: the values of private fields, and what names such a field, are left out of it here.

Of a record that was withdrawn no word is: its title, its texts, its files. Whatever is made of the showcase is made of
what is left: pages, data, links, feeds, figures.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.content.prose import Prose
from generator.content.record import AnyRecord, Wording
from generator.fields.choices import Choice
from generator.fields.declare import AnyGroup, Field, Group, is_filled
from generator.fields.dotted import is_private
from generator.kinds.common import STAYS
from generator.kinds.evidence import Differing, Support


def public(record: AnyRecord) -> AnyRecord:
    """The record without what is private, at every depth; if it was withdrawn, without a word but the reason."""
    facts = _public(record.facts, type(record.facts))
    if facts.withdrawn:
        wordings = {language: _untold(wording) for language, wording in record.wordings.items()}
        return replace(record, facts=wordless(facts), wordings=wordings, attachments={})
    return record if facts is record.facts else replace(record, facts=facts)


def _untold(wording: Wording) -> Wording:
    """Nothing in a language, from the file that says more."""
    return replace(wording, title="", short_title="", summary="", alt="", body="", prose=Prose())


def wordless(group: AnyGroup) -> AnyGroup:
    """The facts of a record that was withdrawn without what somebody wrote in them, but for when and why it was."""
    changed = {name: _silent(group.held(name), one) for name, one in group.declared.items() if name not in STAYS}
    return replace(group, **changed)


def _silent(held: object, field: Field) -> object:
    """What a field has where nothing may be said: choices, days, numbers and references."""
    if isinstance(held, tuple):
        return tuple(one for one in held if not isinstance(one, str | Group) or isinstance(field.item, Choice))
    if isinstance(held, Group):
        return wordless(held) if field.presence == "needed" else None
    if isinstance(held, str | Mapping) and not isinstance(field.item, Choice):
        return ("" if isinstance(held, str) else {}) if field.presence == "needed" else None
    return held


def _public(group: AnyGroup, owner: type[Group]) -> AnyGroup:
    """A group without what is private; the fields that are named in it are those of `owner`."""
    owner = type(group) if "not_stated" in group.declared else owner
    changed = {}
    for name, field in group.declared.items():
        held = group.held(name)
        kept: object
        if field.private:
            kept = type(held)() if isinstance(held, tuple | bool) else None
        elif name == "not_stated" or (name == "fields" and isinstance(group, Support)):
            kept = tuple(one for one in group.texts_of(name) if not is_private(owner, one))
        else:
            kept = _kept(held, owner)
        if kept is not held and kept != held:
            changed[name] = kept
    return replace(group, **changed) if changed else group


def _kept(held: object, owner: type[Group]) -> object:
    """A value without what is private inside it."""
    if isinstance(held, Group):
        return next(_groups((held,), owner), None)
    if isinstance(held, tuple) and any(isinstance(one, Group) for one in held):
        return tuple(_groups(held, owner))
    return held


def _groups(held: tuple[Group, ...], owner: type[Group]) -> Iterator[Group]:
    """The groups of which something is left; what tells of private fields alone goes with them."""
    for one in held:
        named = one.fields if isinstance(one, Support) else (one.field,) if isinstance(one, Differing) else ()
        kept = _public(one, owner)
        is_left = kept is one or any(is_filled(kept.held(name)) for name in kept.declared)
        if is_left and not (named and all(is_private(owner, name) for name in named)):
            yield kept
