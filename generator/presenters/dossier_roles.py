"""As what somebody takes part in a record: in their own right, by a part of theirs, or in what the record holds."""

from collections.abc import Iterable, Iterator, Sequence

from generator.fields.values import AnyRef
from generator.presenters.place import all_here
from generator.presenters.programme import is_our_reading
from generator.showcase.answers import settled
from generator.showcase.selection import Questions, taking_part_inside, with_parts
from generator.text.context import Context
from generator.text.listed import counted
from generator.view.text import Inline, Piece
from generator.words import N_

ROLE = N_("Role")
"""The head of the column."""


def role_in(context: Context, ref: AnyRef, asking: Iterable[AnyRef]) -> Inline:
    """The roles in a record of some organisations and their parts, each once; nothing where they have none."""
    whole = with_parts(context.showcase, asking)
    roles = dict.fromkeys(role for name, role in _roles(context, ref) if name in whole)
    return (Piece(", ".join(roles)),) if roles else ()


def how_much(context: Context, refs: Sequence[AnyRef], asked: Questions) -> str:
    """What some records are, counted as the page of the organisation or of the place that is asked for counts them.

    First those in which it acts itself, or that happen there; then the others.
    """
    if not refs:
        return ""
    own = dict.fromkeys(one for one in refs if _is_its_own(context, one, asked))
    said, others = counted(context, own), counted(context, (one for one in refs if one not in own))
    text = context.words.text
    if asked.partners or not (asked.places and others):
        if said and others:
            return text(
                "{things}; with another role or through a part of it, {others} besides.", things=said, others=others
            )
        return f"{said or others}."
    if not said:
        return text("By a project or another part of it there: {others}.", others=others)
    return text("{things}; by a project or another part of it there, {others} besides.", things=said, others=others)


def _is_its_own(context: Context, ref: AnyRef, asked: Questions) -> bool:
    """Whether a partner that is asked for acts in a record itself; else whether it happens in a place of those."""
    if asked.partners:
        return any(who in asked.partners for _, who in context.showcase.participants(ref))
    return not asked.places or any(ref in all_here(context, place) for place in asked.places)


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
