"""Fields written with dots: `recognition.on`, and `editions.2018.amount`, where a word says which entry of a list."""

from collections.abc import Iterator

from generator.fields.declare import Field, Group


def find_field(group: type[Group], dotted: str) -> tuple[type[Group], Field] | None:
    """The group and the declaration of a field written with dots: `recognition.on`, `editions.2018.amount`."""
    name, _, rest = dotted.partition(".")
    found = group.declared.get(name)
    if found is None:
        return None
    if not rest:
        return group, found
    if found.group is None:
        return None
    return find_field(found.group, rest) or find_field(found.group, _after(rest))


def way_to(group: type[Group], dotted: str) -> Iterator[Field]:
    """The fields along the way to one written with dots, its own the last."""
    name, _, rest = dotted.partition(".")
    if found := group.declared.get(name):
        yield found
        if found.group and rest:
            yield from way_to(found.group, rest if rest.partition(".")[0] in found.group.declared else _after(rest))


def is_private(group: type[Group], dotted: str) -> bool:
    """Whether neither page nor data have a field, itself or with the group around it."""
    return any(one.private for one in way_to(group, dotted))


def is_impersonal(group: type[Group], dotted: str) -> bool:
    """Whether nothing in a field is of a person, whatever it looks like."""
    return any(one.item.is_impersonal for one in way_to(group, dotted))


def is_hidden(group: type[Group], dotted: str) -> bool:
    """Whether the page does not show a field, itself or with the group around it."""
    return any(one.hidden for one in way_to(group, dotted))


def _after(dotted: str) -> str:
    return dotted.partition(".")[2]


class Selector(str):
    """What says in a dotted name which entry of a list: the year in `editions.2018.amount`; it has no label."""


def labels(group: type[Group], dotted: str) -> tuple[str, ...]:
    """The English labels along the way to a field: `recognition.on` is "Recognition", "Day of recognition"."""
    name, _, rest = dotted.partition(".")
    found = group.declared.get(name)
    if found is None:
        return (dotted,)
    if not rest or found.group is None:
        return (found.label,)
    first, _, after = rest.partition(".")
    if first in found.group.declared:
        return (found.label, *labels(found.group, rest))
    return (found.label, Selector(first), *labels(found.group, after))
