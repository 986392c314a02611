"""How a kind declares its fields: a label, whether it is required, its limits. Everything else is driven by this."""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, TypeAdapter

from generator.kinds.fields import Choices


class Group(BaseModel):
    """Fields that belong together; an unknown key is an error, and a value never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    singular: ClassVar[str] = ""
    """How messages call the group, in English."""
    exactly_one: ClassVar[tuple[str, str] | None] = None
    """Two fields of which one is filled and the other is not."""


def needed(label: str) -> Any:
    """A field without which its group means nothing."""
    return Field(title=label)


def required(label: str) -> Any:
    """A field that a record states, or lists under `not_stated`."""
    return Field(default=None, title=label, json_schema_extra={"required": True})


def optional(label: str, limit: int | None = None) -> Any:
    """A field that a record may have; `limit` is in characters."""
    return Field(default=None, title=label, json_schema_extra={"limit": limit})


def many(label: str, *, required: bool = False, at_least: int = 0) -> Any:
    """A field that holds a list, empty unless the record has some."""
    return Field(default=(), title=label, json_schema_extra={"required": required, "at_least": at_least})


def declared(group: type[Group], name: str, what: str) -> Any:
    """What the declaration of a field says of `what`: "required", "limit", "at_least"."""
    extra = group.model_fields[name].json_schema_extra
    return extra.get(what) if isinstance(extra, dict) else None


class Selector(str):
    """What says in a dotted name which entry of a list: the year in `editions.2018.amount`; it has no label."""


def labels(group: type[Group], dotted: str) -> tuple[str, ...]:
    """The English labels along the way to a field: `recognition.on` is "Recognition", "Recognised on"."""
    name, _, rest = dotted.partition(".")
    if name not in group.model_fields:
        return (dotted,)
    own = group.model_fields[name].title or name
    inner = inner_group(group, name)
    if not rest or inner is None:
        return (own,)
    first, _, after = rest.partition(".")
    return (own, *labels(inner, rest)) if first in inner.model_fields else (own, Selector(first), *labels(inner, after))


def choices(group: type[Group], name: str) -> Choices | None:
    """The list of values a field chooses from, if it does."""
    field = group.model_fields[name]
    waiting: list[Any] = [*field.metadata, field.annotation]
    while waiting:
        what = waiting.pop()
        if isinstance(what, PlainValidator) and isinstance(what.func, Choices):
            return what.func
        waiting.extend(getattr(what, "__metadata__", ()))
        waiting.extend(getattr(what, "__args__", ()))
    return None


def find_field(group: type[Group], dotted: str) -> tuple[type[Group], str] | None:
    """The group and the name of a field written with dots: `amount`, `recognition.on`, `editions.2018.amount`."""
    name, _, rest = dotted.partition(".")
    if name not in group.model_fields:
        return None
    if not rest:
        return group, name
    inner = inner_group(group, name)
    if inner is None:
        return None
    return find_field(inner, rest) or find_field(inner, rest.partition(".")[2])


def read_as(group: type[Group], name: str, text: str) -> Any:
    """Read a text as a field of `group` would; raises pydantic's ValidationError."""
    return TypeAdapter(group.model_fields[name].rebuild_annotation()).validate_python(text)


def inner_group(group: type[Group], name: str) -> type[Group] | None:
    """The group that a field holds, alone or in a list."""
    waiting: list[Any] = [group.model_fields[name].annotation]
    while waiting:
        what = waiting.pop()
        if isinstance(what, type) and issubclass(what, Group):
            return what
        waiting.extend(getattr(what, "__args__", ()))
    return None
