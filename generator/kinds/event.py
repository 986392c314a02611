"""Events: what takes place, when and where, for whom, and what one needs in order to take part."""

from generator.fields.dates import DAY
from generator.fields.declare import Backlink, many, optional, required
from generator.fields.moments import END_MOMENT, MOMENT
from generator.fields.quantities import MONEY
from generator.fields.values import Day, Moment, Quantity, Ref
from generator.fields.web import MAILBOX, URL
from generator.kinds.also_called import A_PLACE, A_SCOPE, A_SORT, ENROL, PRICE
from generator.kinds.base import BY_STATUS, Dated, Kind, Period
from generator.kinds.event_words import ACCESS, ATTENDED, BOOK, BOOKED_AT, BOOKING, FORMS, ONLINE, PRICED, STATUSES
from generator.kinds.facets import AUDIENCE, FORM, PLACES, STATUS, THIRD_MISSION, TOPIC, UNIVERSITY, YEAR
from generator.kinds.initiative import INITIATIVE, SCOPES, Initiative
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.kinds.place import PLACE, Place
from generator.kinds.programme import PROGRAMME, Programme
from generator.words import N_, NN_


class Event(Kind):
    folder, kicker, downloads, schema_org = "events", "form", ("ics",), "Event"
    singular, plural, noun = N_("an event"), N_("Events"), N_("Event")
    schema_org_filled = {"eventAttendanceMode": ATTENDED}
    whole = ""  # what it costs is a price
    counted, segments = NN_("{number} event", "{number} events"), {"it": "eventi", "en": "events"}
    facets = (UNIVERSITY, TOPIC, STATUS, YEAR, FORM, AUDIENCE, PLACES, *THIRD_MISSION)
    grouping, items_dated, status = BY_STATUS, True, STATUSES
    period = Period("starts", "ends", "coming", "under-way", "past", or_start=True, unsure="day-not-known")
    dates, same_if = (Dated("starts", N_("takes place {when}")),), ("organisers", "starts", "places", "title")
    backlinks = {
        "programme": Backlink(N_("Events of the programme"), {"it": "eventi-del-programma", "en": "its-events"}),
        "initiative": Backlink(N_("Events of the initiative"), {"it": "i-suoi-eventi", "en": "events-of-it"}),
        "organisers": Backlink(N_("Events it organises"), {"it": "eventi-organizzati", "en": "events-it-organises"}),
        "places": Backlink(N_("Events here"), {"it": "eventi-nel-luogo", "en": "events-here"}),
    }
    form: str | None = required(FORMS, N_("Kind"), help=N_("What kind of event it is."), also=A_SORT, block="what")
    programme: Ref[Programme] | None = optional(
        PROGRAMME, N_("Programme"), help=N_("The programme it is part of."), block="what", within=True
    )
    initiative: Ref[Initiative] | None = optional(
        INITIATIVE, N_("Initiative"), help=N_("The initiative it is part of."), block="what", within=True
    )
    scope: str | None = optional(SCOPES, N_("Scope"), help=N_("How far it reaches."), block="what", also=A_SCOPE)
    organisers: tuple[Ref[Organisation], ...] = many(
        ORGANISATION,
        N_("Organisers"),
        help=N_("The organisations that hold it."),
        required=True,
        block="who",
        role=N_("organiser"),
        schema_org="organizer",
        also=N_("organiser, promoter, organised by"),
    )
    starts: Moment | None = required(
        MOMENT,
        N_("Starts"),
        help=N_("When it begins: the day, and the hour where a source gives it, such as 2027-05-12 18:30."),
        also=N_("date, day, when, start"),
        block="when",
        schema_org="startDate",
    )
    ends: Moment | None = optional(
        END_MOMENT,
        N_("Ends"),
        help=N_("When it ends."),
        after=("starts",),
        block="when",
        schema_org="endDate",
        also=N_("end, end date, until"),
    )
    called_off: Day | None = optional(DAY, N_("Called off on"), help=N_("When that was said."), past=True, block="when")
    put_off: Day | None = optional(DAY, N_("Put off on"), help=N_("When that was said."), past=True, block="when")
    places: tuple[Ref[Place], ...] = many(
        PLACE, N_("Places"), help=N_("Where it takes place."), also=A_PLACE, block="where", schema_org="location"
    )
    online: str | None = optional(
        URL, N_("Online at"), help=N_("Where to follow it online."), block="taking-part", schema_org=ONLINE
    )
    booking: str | None = optional(BOOKING, N_("Booking"), help=N_("Whether to book."), also=ENROL, block="taking-part")
    booking_url: str | None = optional(
        URL, N_("To book"), help=N_("The page where one books."), block="taking-part", action=BOOK, schema_org=BOOKED_AT
    )
    cost: Quantity | None = required(
        MONEY, N_("Cost"), help=N_("What it costs: 0 EUR if free."), also=PRICE, block="taking-part", schema_org=PRICED
    )
    access: tuple[str, ...] = many(ACCESS, N_("Access"), help=N_("What makes it open to all."), block="taking-part")
    access_contact: str | None = optional(
        MAILBOX, N_("For needs of access"), help=N_("Whom to write to about access needs."), block="taking-part"
    )
