"""Whose the records of a list are: the university that alone acts in what they are about, or that itself."""

from collections import defaultdict
from collections.abc import Iterable

from generator.content.brief import ref_of
from generator.fields.values import AnyRef
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.view.text import Piece


def by_owner(context: Context, refs: Iterable[AnyRef]) -> dict[tuple[str, Piece], list[AnyRef]]:
    """Records by whose they are, each owner by an anchor and a link, by name.

    After them come those about what a university does with others, of which none is the owner; last those of owners who
    have one alone, and of which nobody says what they are about.
    """
    owned: dict[str, list[AnyRef]] = defaultdict(list)
    together: list[AnyRef] = []
    for ref in refs:
        (together if _is_shared(context, ref) else owned[_owner(context, ref)]).append(ref)
    links = {name: context.link(ref_of(name)) for name in owned if name and len(owned[name]) > 1}
    order = sorted(links, key=lambda name: (links[name].text.casefold(), name))
    found = {(name.replace("/", "-"), links[name]): owned[name] for name in order}
    if together:
        found["together", Piece(context.words.text("Several bodies together"))] = together
    if others := [ref for name in owned if name not in links for ref in owned[name]]:
        found["others", Piece(context.words.text("Other bodies") if found else "")] = others
    return found


def owner(context: Context, ref: AnyRef) -> Piece | None:
    """Whose a record is, as a link; where several act in what it is about, that."""
    name = _owner(context, ref)
    return context.link(ref_of(name)) if name else None


@settled
def _about(context: Context, ref: AnyRef) -> str:
    """The name of what a record is about; "" where nobody says it."""
    facts = context.showcase[ref].facts
    return str(next(iter(facts.refs_of(facts.subject)), ""))


@settled
def _owner(context: Context, ref: AnyRef) -> str:
    """The name of whose a record is; "" where nobody says what it is about."""
    about = _about(context, ref)
    acting = context.showcase.universities_in(ref_of(about)) if about else ()
    return str(acting[0]) if len(acting) == 1 and not _is_shared(context, ref) else about


@settled
def _is_shared(context: Context, ref: AnyRef) -> bool:
    """Whether a university and others act in what a record is about."""
    if not (about := _about(context, ref)):
        return False
    acting = {one for _, one in context.showcase.participants(ref_of(about))}
    return len(acting) > 1 and bool(context.showcase.universities_in(ref_of(about)))
