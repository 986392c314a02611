"""The places of a dossier: those of the part of each record that answers to what is asked."""

from collections.abc import Iterator

from generator.content.brief import ref_of
from generator.fields.values import AnyRef
from generator.presenters.dossier_parts import happens_in, is_within, parts_there
from generator.showcase.selection import Questions, group_of, takes_part_at
from generator.text.context import Context


def places_of_dossier(context: Context, refs: tuple[AnyRef, ...], asked: Questions) -> Iterator[AnyRef]:
    """The places that records name as where they happen or what they are about.

    Who takes part in a project alone has the places of that project; where a place is asked for, what happens there has
    the others that stand beside it, not those of every project.
    """
    showcase = context.showcase
    for ref in refs:
        groups = takes_part_at(showcase, ref, asked.partners) if asked.partners else {()}
        beside = parts_there(showcase, ref, asked)
        for way, name in happens_in(showcase, ref):
            if any(is_within(way, group) for group in groups) and (not asked.places or group_of(way) in beside):
                yield ref_of(name)
