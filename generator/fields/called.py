"""What fields are called in every language of the interface: for who writes such a word as a field's name."""

from collections.abc import Iterable, Mapping

from generator.fields.declare import Field, Group
from generator.words import Labelled, called


def fields_called(model: type[Group]) -> Mapping[str, tuple[str, ...]]:
    """The fields of a group, each with what it is called."""
    return {name: called(one.label, one.missing, one.also) for name, one in model.declared.items()}


def fields_listed(fields: Iterable[Field]) -> list[Labelled]:
    """Fields for a message, each with its label."""
    return [Labelled(one.name, one.label) for one in fields]
