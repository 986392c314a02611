"""How one takes part in what takes place: booking, access, and what programs are told of place and price."""

from generator.fields.choices import Choice
from generator.fields.declare import Property
from generator.words import N_

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
