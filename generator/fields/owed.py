"""What a group owes."""

from generator.fields.declare import Field, Group, is_filled


def is_required(group: Group, field: Field) -> bool:
    """Whether a group, being what it is, owes a field, or that it is not stated."""
    if field.presence != "required" or any(is_filled(group.held(name)) for name in field.unless):
        return False
    return field.only_if is None or group.held(field.only_if[0]) == field.only_if[1]
