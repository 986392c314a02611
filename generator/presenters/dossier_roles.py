"""As what somebody takes part in a record: in their own right, by a part of theirs, or in what the record holds."""

from collections.abc import Iterable, Iterator, Sequence

from generator.fields.values import AnyRef
from generator.presenters.programme import is_our_reading
from generator.showcase.answers import settled
from generator.showcase.selection import parts_of, taking_part_inside
from generator.text.context import Context
from generator.text.listed import counted
from generator.view.text import Inline, Piece
from generator.words import N_

ROLE = N_("Role")
"""The head of the column."""


def role_in(context: Context, ref: AnyRef, asking: Iterable[AnyRef]) -> Inline:
    """The roles in a record of some organisations and their parts, each once; nothing where they have none."""
    whole = {str(one) for own in asking for one in (own, *parts_of(context.showcase, own))}
    roles = dict.fromkeys(role for name, role in _roles(context, ref) if name in whole)
    return (Piece(", ".join(roles)),) if roles else ()


def how_much(context: Context, refs: Sequence[AnyRef], partners: Iterable[AnyRef]) -> str:
    """What some records are, counted; first those in which a partner acts itself, as its own page counts them."""
    asked = {*partners}
    acts = (one for one in refs if not asked or any(who in asked for _, who in context.showcase.participants(one)))
    own = dict.fromkeys(acts)
    said, others = counted(context, own), counted(context, (one for one in refs if one not in own))
    if said and others:
        return context.words.text(
            "{things}; with another role or through a part of it, {others} besides.", things=said, others=others
        )
    return f"{said or others}." if refs else ""


@settled
def _roles(context: Context, ref: AnyRef) -> tuple[tuple[str, str], ...]:
    """Who takes part in a record, by name, and as what; our own reading is said to be that."""
    return tuple(_told(context, ref))


def _told(context: Context, ref: AnyRef) -> Iterator[tuple[str, str]]:
    text, showcase = context.words.text, context.showcase
    declared = showcase[ref].facts.declared
    for name, who in showcase.participants(ref):
        role = text(declared[name].role)
        yield str(who), text("{what} (inferred)", what=role) if _is_inferred(context, ref, name, who) else role
    for field, who in taking_part_inside(showcase, ref):
        yield str(who), text(field.role)


def _is_inferred(context: Context, ref: AnyRef, name: str, who: AnyRef) -> bool:
    """Whether only we read so that somebody acts in a record as a field says."""
    if name == "partners":
        return context.showcase.stands_as(ref, who, "deduced")
    return name == "promoter" and is_our_reading(context, ref)
