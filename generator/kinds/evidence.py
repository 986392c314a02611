"""What a record rests on: its sources, what people said, where the sources do not agree."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.fields.dates import DAY
from generator.fields.declare import Group, many, needed, optional
from generator.fields.in_languages import DIFFERING
from generator.fields.quantities import QuantityType
from generator.fields.references import Reference
from generator.fields.texts import FEW_WORDS, LOCALISED, TEXT
from generator.fields.values import AnyRef, Day
from generator.fields.walk import groups
from generator.words import N_

SOURCE: Reference[object] = Reference("sources", "comunicato-navetta")
PERSON: Reference[object] = Reference("people")


class Support(Group):
    singular = N_("a source of the record")
    told_apart_by = (("source", "fields"),)
    source: AnyRef = needed(
        SOURCE, N_("Source"), help=N_("The source: a record of content/sources."), example="comunicato-navetta"
    )
    where: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Where"),
        help=N_("Where in the source to look."),
        example={"it": "terzo paragrafo", "en": "third paragraph"},
    )
    fields: tuple[str, ...] = many(
        TEXT,
        N_("Fields it supports"),
        help=N_("The names of the fields it supports; leave them out if it supports the whole record."),
        also=N_("fields"),
        names_fields=True,
        example=["signed_on", "duration"],
    )
    words: str | None = optional(
        FEW_WORDS,
        N_("Its words"),
        help=N_(
            "The few words of the source that say so, as they stand there: only to see whether it still says them."
        ),
        example="il protocollo, firmato il 26 marzo 2025, dura tre anni",
        given=True,
        private=N_("they are only compared with what the source says today"),
    )


class Statement(Group):
    singular = N_("a statement")
    person: AnyRef = needed(
        PERSON, N_("Person"), help=N_("Who said it: a record of content/people."), example="ada-fontana"
    )
    on: Day | None = optional(DAY, N_("Day"), help=N_("Day, month or year when it was said."), past=True)
    said: Mapping[str, str] = needed(
        LOCALISED,
        N_("Said"),
        help=N_("What was said, in your own words: a summary, not a quotation."),
        example={
            "it": "Secondo la rettrice il fiume unisce le due città.",
            "en": "In the Rector’s view the river unites the two towns.",
        },
    )


class Differing(Group):
    """What another source says of a field."""

    singular = N_("a differing value")
    field: str = needed(
        TEXT,
        N_("Field"),
        help=N_("The name of the field, with dots for an inner one: editions.2018.amount."),
        example="signed_on",
    )
    value: str | Mapping[str, str] = needed(
        DIFFERING,
        N_("Value"),
        help=N_("What the source says instead: written as the field is, or in words in each language."),
        example="2025-03-27",
    )
    source: AnyRef = needed(
        SOURCE,
        N_("Source"),
        help=N_("The source that says so: a record of content/sources."),
        example="articolo-navetta",
    )
    note: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Note"),
        help=N_("What explains the difference, where it is known."),
        example={"it": "giorno della cerimonia", "en": "day of the ceremony"},
    )


def differing_of(group: Group) -> tuple[Differing, ...]:
    """What other sources say of the fields of a group, be it a record or inside one."""
    entries = group.values_of("differing") if "differing" in group.declared else ()
    return tuple(one for one in entries if isinstance(one, Differing))


def in_their_holders(facts: Group) -> Iterator[tuple[tuple[str | int, ...], Group, Group]]:
    """Every group inside a record, with the one whose fields it names: the nearest that tells what differs."""
    holders: dict[tuple[str | int, ...], Group] = {}
    for location, group in groups(facts):
        around = next((one for size in range(1, 3) if (one := holders.get(location[:-size]))), facts)
        holders[location] = group if "differing" in group.declared else around
        yield location, group, holders[location]


def traced_figures(model: type[Group]) -> frozenset[tuple[str, ...]]:
    """The ways to the figures that the sources of the record attest: those of groups that name none of their own."""
    own = (one for one in model.declared.values() if isinstance(one.item, Reference) and one.item.folder == "sources")
    return frozenset() if any(own) else frozenset(_figures(model))


def _figures(model: type[Group]) -> Iterator[tuple[str, ...]]:
    for name, field in model.declared.items():
        if isinstance(field.item, QuantityType):
            yield (name,)
        elif field.group:
            yield from ((name, *inner) for inner in traced_figures(field.group))


def attesting(sources: Sequence[Support], differing: Sequence[Differing], names: Collection[str]) -> tuple[int, ...]:
    """Which sources of a record, from 1, give a value that is known by some names: those that name it; or else the one
    that holds for the whole, if there is only one that does not say otherwise.
    """
    numbered = list(enumerate(sources, start=1))
    if named := tuple(number for number, one in numbered if not {*names}.isdisjoint(one.fields)):
        return named
    otherwise = {one.source for one in differing if one.field in names}
    whole = tuple(number for number, one in numbered if not one.fields and one.source not in otherwise)
    return whole if len(whole) == 1 else ()


def sources_of_figure(sources: Sequence[Support], differing: Sequence[Differing], way: Sequence[str]) -> list[AnyRef]:
    """The sources of a record that give the figure at the end of a way: what it stands in has names too.

    Where it cannot be told which of several does, all that are for the whole record and do not say otherwise.
    """
    names = _along(way)
    otherwise = {one.source for one in differing if one.field in names}
    whole = [one.source for one in sources if not one.fields and one.source not in otherwise]
    return [sources[number - 1].source for number in attesting(sources, differing, names)] or whole


def is_traced(sources: Sequence[Support], differing: Sequence[Differing], way: Sequence[str]) -> bool:
    """Whether it can be told which source gives the figure at the end of a way."""
    return bool(attesting(sources, differing, _along(way)))


def _along(way: Sequence[str]) -> list[str]:
    return [".".join(way[:number]) for number in range(1, len(way) + 1)]
