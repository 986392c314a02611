"""Names of fields that say which entry of a list they are of: the list has such an entry."""

from collections.abc import Iterator

from generator.content.nodes import Location, Nodes
from generator.fields.declare import Group
from generator.fields.dotted import find_field, missing_entry
from generator.kinds.base import Kind
from generator.kinds.evidence import differing_of, in_their_holders
from generator.problems.problem import Problem, problem
from generator.words import N_, Phrase


def entries_are_there(facts: Kind, nodes: Nodes, raw: Nodes) -> Iterator[Problem]:
    """`no-such-entry`: nothing is told of an entry that a list does not have.

    `raw` is what was written: of a list of which something was set aside nobody knows what it would have.
    """
    for location, group, holder in in_their_holders(facts):
        for way, whose, dotted in _named(group, holder):
            missing = missing_entry(whose, dotted) if find_field(type(whose), dotted) else None
            if missing is None:
                continue
            top = str((location if whose is not facts else missing.way)[0])
            if raw.value.get(top) == nodes.value.get(top):
                known = missing.known or Phrase(N_("none, the list is empty"))
                place, listed = nodes.place((*location, *way)), missing.way[-1]
                yield problem("no-such-entry", place, key=dotted, list=listed, name=missing.name, known=known)


def _named(group: Group, holder: Group) -> Iterator[tuple[Location, Group, str]]:
    """Each name of a field that a group gives: the way to it, whose field it is, and the name."""
    for number, entry in enumerate(differing_of(group)):
        yield ("differing", number, "field"), group, entry.field
    for name, field in group.declared.items():
        if name == "not_stated" or field.names_fields:
            whose = group if name == "not_stated" else holder
            yield from (((name, number), whose, dotted) for number, dotted in enumerate(group.texts_of(name)))
