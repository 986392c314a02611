"""The words of events: their sorts, how one stands on a day, how one takes part, and what programs are told of it."""

from generator.fields.choices import Choice, Option, Ranked
from generator.fields.declare import Property
from generator.words import N_

FORMS = Choice(
    {
        "talk": Option(
            N_("talk or meeting"),
            N_("Talks and meetings"),
            {"it": "incontro", "en": "talk"},
            also=N_("lecture, conference, seminar, debate"),
        ),
        "workshop": Option(N_("workshop"), N_("Workshops"), {"it": "laboratorio", "en": "workshop"}),
        "exhibition": Option(N_("exhibition"), N_("Exhibitions"), {"it": "mostra", "en": "exhibition"}),
        "performance": Option(
            N_("performance"),
            N_("Performances"),
            {"it": "spettacolo", "en": "performance"},
            also=N_("concert, play, screening"),
        ),
        "open-day": Option(N_("open day"), N_("Open days"), {"it": "porte-aperte", "en": "open-day"}),
    }
)
STATUSES = Ranked(
    {
        "under-way": Option(N_("under way"), N_("Under way"), {"it": "in-corso", "en": "under-way"}),
        "coming": Option(N_("to come"), N_("To come"), {"it": "in-arrivo", "en": "to-come"}),
        "day-not-known": Option(N_("exact day not known"), "", {"it": "giorno-non-noto"}, asks=N_("on which day")),
        "called-off": Option(
            N_("called off"), N_("Called off"), {"it": "annullati"}, since=("called_off",), schema_org="EventCancelled"
        ),
        "put-off": Option(
            N_("put off"),
            N_("Put off"),
            {"it": "rinviati"},
            since=("put_off",),
            schema_org="EventPostponed",
            asks=N_("to which day"),
        ),
        "undeterminable": Option(N_("undated"), N_("Undated"), {"it": "senza-data", "en": "undated"}),
        "past": Option(N_("over"), N_("Over"), {"it": "conclusi", "en": "over"}),
    }
)
BOOKING = Choice({"required": N_("required"), "advised": N_("advised")})
ACCESS = Choice({"sign-language": N_("in sign language"), "subtitles": N_("subtitled"), "step-free": N_("step-free")})
BOOK = N_("Book a place")
ONLINE = Property("location", "VirtualLocation", "url")
PRICED = Property("offers", "Offer", "price", unit="priceCurrency", free="isAccessibleForFree")
BOOKED_AT = Property("offers", "Offer", "url")
ATTENDED = {
    ("places",): "OfflineEventAttendanceMode",
    ("online",): "OnlineEventAttendanceMode",
    ("places", "online"): "MixedEventAttendanceMode",
}
"""How one can be there, by the fields that say where."""
