"""Places: where something stands or happens, each told once and referred to by all that is there."""

from generator.fields.choices import Choice, Option
from generator.fields.declare import Group, GroupOf, Property, needed, optional, required
from generator.fields.degrees import LATITUDE, LONGITUDE
from generator.fields.istat import ISTAT
from generator.fields.references import Reference
from generator.fields.texts import TextType
from generator.fields.values import AnyRef, Ref
from generator.kinds.also_called import A_SORT
from generator.kinds.base import BY_TOWN, Kind
from generator.kinds.evidence import SOURCE
from generator.words import N_, NN_

PLACE: Reference["Place"] = Reference("places", "mulino-vecchio")
FORMS = Choice(
    {
        "neighbourhood": Option(N_("neighbourhood"), N_("Neighbourhoods")),
        "municipality": Option(N_("municipality"), N_("Municipalities"), schema_org="City"),
        "region": Option(N_("region"), N_("Regions"), schema_org="State"),
        "country": Option(N_("country"), N_("Countries"), schema_org="Country"),
    }
)
WIDER = ("municipality", "country")
"""The fields that say in which wider place one stands, and the forms of those: lists go by them."""
WITHIN = (*WIDER, "part_of")
"""The fields that name a place around another."""
WHERE = ("places", "area")
"""The fields that say where something happens, of a record or of a group in it."""


class Point(Group):
    """Where on the map a place is, and who says so."""

    singular = N_("a point")
    latitude: str = needed(LATITUDE, N_("Latitude"), help=N_("How far north, such as 45.47826."), schema_org="latitude")
    longitude: str = needed(
        LONGITUDE, N_("Longitude"), help=N_("How far east, such as 9.22769."), schema_org="longitude"
    )
    source: AnyRef = needed(SOURCE, N_("Source"), help=N_("The source: a record of content/sources."))


class Place(Kind):
    singular = N_("a place")
    folder = "places"
    plural = N_("Places")
    counted = NN_("{number} place", "{number} places")
    search_rank = 3
    found_by = N_("map, where")
    noun = N_("Place")
    kicker = "form"
    segments = {"it": "luoghi", "en": "places"}
    headings = {
        "who": N_("Organisations involved"),
        "related": N_("What concerns this place"),
    }
    grouping = BY_TOWN
    list_as = "columns"
    list_picture = "map"
    details = ("address", *WIDER)
    wider = WITHIN
    schema_org = "Place"
    schema_org_by = "form"
    in_feeds = False
    mentions_refer = True
    every_language = True

    form: str | None = optional(
        FORMS,
        N_("Kind"),
        also=A_SORT,
        block="what",
        help=N_("What sort of place it is, where it is not a building, a square or the like."),
    )
    municipality: "Ref[Place] | None" = required(
        PLACE,
        N_("Municipality"),
        block="what",
        unless=("country", "form"),
        help=N_("The municipality it stands in: a place of its own, whose form is “municipality”."),
        stands_as=("form", "municipality"),
        example="collefiorito",
        schema_org=Property("address", "PostalAddress", "addressLocality", goes_along=True),
        also=N_("town, city"),
    )
    country: "Ref[Place] | None" = optional(
        PLACE,
        N_("Country"),
        block="what",
        help=N_("The country it stands in, if that is not Italy: a place of its own, whose form is “country”."),
        stands_as=("form", "country"),
        example="mozambico",
        schema_org=Property("address", "PostalAddress", "addressCountry", goes_along=True),
        also=N_("nation, state"),
    )
    address: str | None = required(
        TextType("via dei Mulini 12"),
        N_("Address"),
        block="what",
        unless=("country", "form"),
        help=N_("Street and number, as a source gives them, without the municipality."),
        schema_org=Property("address", "PostalAddress", "streetAddress", goes_along=True),
        also=N_("street, where"),
    )
    part_of: "Ref[Place] | None" = optional(
        PLACE,
        N_("Part of"),
        block="what",
        help=N_("The place that it stands inside, such as the campus of a building."),
        agrees_on=WIDER,
        schema_org="containedInPlace",
    )
    istat: str | None = optional(
        ISTAT,
        N_("ISTAT code"),
        block="what",
        help=N_("The code of a municipality in the list of ISTAT: pictures of places know from it where it is."),
        one_record=True,
        hidden=N_("it says where a picture has the municipality"),
    )
    point: Point | None = optional(
        GroupOf(Point),
        N_("Point on the map"),
        block="what",
        help=N_("Latitude and longitude, only where a source gives them."),
        schema_org=Property("geo", "GeoCoordinates"),
        also=N_("coordinates, position, map"),
    )
