"""What has changed in the content model since its first version, each change a step that old content takes.

A step finds what has the old form and leaves the rest alone: content that follows the model already is not changed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.content.nodes import Value
from generator.kinds.initiative import Undertaking
from generator.kinds.organisation import Organisation
from generator.kinds.place import Place
from generator.upgrades.old_site import OldRecord, OldSite
from generator.words import N_

_MUNICIPALITY = "municipality"
_TOWNS = ((Organisation, "town"), (Place, _MUNICIPALITY))
"""The fields that held the name of a town."""


@dataclass(frozen=True)
class Step:
    """A change of the model: the version that it led to, what it is, and how content follows it."""

    version: int
    says: str
    """In English, for the catalogues."""
    apply: Callable[[OldSite], bool]
    """Changes what has the old form, and tells whether anything had."""


def venues_are_places(site: OldSite) -> bool:
    """The places of initiatives and cantieri, once told there by name, are records of their own."""
    found = False
    for record in site.of(Undertaking):
        places = record.facts.get("places")
        if isinstance(places, list) and any(isinstance(one, dict) for one in places):
            record.put("places", [_place(site, record, one) if isinstance(one, dict) else one for one in places])
            found = True
    return found


def _place(site: OldSite, record: OldRecord, venue: Mapping[str, Value]) -> str:
    """The id of the place that a venue is, which is made where there is none."""
    name = venue.get("name")
    titles = {language: str(title) for language, title in name.items()} if isinstance(name, dict) else {"": str(name)}
    for title in titles.values():
        if there := site.named(title, site.of(Place)):
            return there.ref.id
    facts = {key: venue[key] for key in ("address",) if key in venue}
    if "town" in venue:
        facts[_MUNICIPALITY] = venue["town"]
    unstated = [key for key in (_MUNICIPALITY, "address") if key not in facts]
    return site.add(Place, titles, _resting(record, facts, unstated)).ref.id


def towns_are_places(site: OldSite) -> bool:
    """The towns of organisations and places, once told there by name, are places whose form is “municipality”."""
    found = False
    for kind, name in _TOWNS:
        for record in site.of(kind):
            town = record.facts.get(name)
            if isinstance(town, str) and not any(one.ref.id == town for one in site.of(Place)):
                record.put(name, _town(site, record, town))
                found = True
    return found


def _town(site: OldSite, record: OldRecord, town: str) -> str:
    """The id of the place that a town is, which is made where there is none."""
    towns = [one for one in site.of(Place) if one.facts.get("form") == _MUNICIPALITY]
    there = site.named(town, towns)
    made = there or site.add(Place, {"": town}, _resting(record, {"form": _MUNICIPALITY}, []))
    return made.ref.id


def _resting(record: OldRecord, facts: dict[str, Value], unstated: list[str]) -> dict[str, Value]:
    """Facts of a new record, which rest on the sources of the record that told them."""
    sources = record.facts.get("sources")
    if isinstance(sources, list):
        named = [one["source"] if isinstance(one, dict) else one for one in sources]
        facts["sources"] = [{"source": one} for one in named]
    return facts | ({"not_stated": unstated} if unstated else {})


def highlights_are_gone(site: OldSite) -> bool:
    """The home page chooses by itself what is new and what ends."""
    if "highlights" not in site.settings:
        return False
    site.put_setting("highlights", None)
    return True


def addresses_stand_with_kinds(site: OldSite) -> bool:
    """The words of the addresses of lists, once a setting of their own, stand with what else the owner calls a kind."""
    addresses = site.settings.get("addresses")
    if not isinstance(addresses, dict):
        return False
    kinds = site.settings.get("kinds")
    owned = [dict(one) for one in kinds if isinstance(one, dict)] if isinstance(kinds, list) else []
    for folder, words in addresses.items():
        known = next((one for one in owned if one.get("kind") == folder), None)
        if known is None:
            owned.append(known := {"kind": folder})
        known.setdefault("address", words)
    site.put_setting("addresses", None)
    site.put_setting("kinds", owned)
    return True


STEPS = (
    Step(2, N_("Places of initiatives and cantieri are records of content/places."), venues_are_places),
    Step(3, N_("Towns of organisations and places are records of content/places too."), towns_are_places),
    Step(3, N_("“highlights” is gone: the home page shows by itself what is new and what ends."), highlights_are_gone),
    Step(
        3,
        N_("“addresses” is gone: each kind has the words of its address under “kinds”."),
        addresses_stand_with_kinds,
    ),
)
"""In their order; the last leads to the version that is current."""
