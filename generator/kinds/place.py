"""Places: where something stands or happens, each told once and referred to by all that is there."""

from collections.abc import Mapping
from typing import ClassVar

from generator.fields.declare import Backlink, Group, GroupOf, Property, needed, optional, required
from generator.fields.degrees import LATITUDE, LONGITUDE
from generator.fields.references import MUNICIPALITY, Reference
from generator.fields.texts import TextType
from generator.fields.values import AnyRef, Ref, Term
from generator.kinds.base import Kind
from generator.kinds.evidence import SOURCE
from generator.kinds.facets import TOWN, Facet
from generator.words import N_

PLACE: Reference["Place"] = Reference("places")


class Point(Group):
    """Where on the map a place is, and who says so."""

    singular: ClassVar[str] = N_("a point")
    latitude: str = needed(LATITUDE, N_("Latitude"), schema_org=Property("latitude"))
    longitude: str = needed(LONGITUDE, N_("Longitude"), schema_org=Property("longitude"))
    source: AnyRef = needed(SOURCE, N_("Source"), help=N_("The source: a record of content/sources."))


class Place(Kind):
    singular: ClassVar[str] = N_("a place")
    folder: ClassVar[str] = "places"
    plural: ClassVar[str] = N_("Places")
    search_rank: ClassVar[int] = 3
    sought: ClassVar[str] = N_("map, where")
    noun: ClassVar[str] = N_("Place")
    segments: ClassVar[Mapping[str, str]] = {"it": "luoghi", "en": "places"}
    details: ClassVar[tuple[str, ...]] = ("address", "municipality")
    facets: ClassVar[tuple[Facet, ...]] = (TOWN.of("municipality"),)
    schema_org: ClassVar[str] = "Place"
    in_feeds: ClassVar[bool] = False
    every_language: ClassVar[bool] = True

    municipality: Term | None = required(
        MUNICIPALITY,
        N_("Municipality"),
        block="what",
        help=N_("The municipality it stands in: an entry of the vocabulary of municipalities, by id."),
        schema_org=Property("address", "PostalAddress", "addressLocality"),
    )
    address: str | None = required(
        TextType("via dei Mulini 12"),
        N_("Address"),
        block="what",
        help=N_("Street and number, as a source gives them, without the municipality."),
        schema_org=Property("address", "PostalAddress", "streetAddress"),
    )
    part_of: "Ref[Place] | None" = optional(
        PLACE,
        N_("Part of"),
        block="what",
        help=N_("The place that it stands inside, such as the campus of a building."),
        backlink=Backlink(N_("Places inside it"), {"it": "luoghi-al-suo-interno", "en": "places-inside-it"}),
        schema_org=Property("containedInPlace"),
    )
    point: Point | None = optional(
        GroupOf(Point),
        N_("Point on the map"),
        block="what",
        help=N_("Latitude and longitude, only where a source gives them."),
        schema_org=Property("geo", "GeoCoordinates"),
    )
