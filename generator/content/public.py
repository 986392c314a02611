"""What of a record is public: the values of private fields, and what names such a field, are left out of it here.

Whatever is made of the showcase is made of what is left: pages, data, links, feeds, figures.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.content.record import AnyRecord
from generator.fields.declare import AnyGroup, Group, is_filled
from generator.fields.dotted import is_private
from generator.kinds.evidence import Differing, Support


def public(record: AnyRecord) -> AnyRecord:
    """The record without what is private, at every depth."""
    facts = _public(record.facts, type(record.facts))
    return record if facts is record.facts else replace(record, facts=facts)


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
