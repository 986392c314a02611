"""How an event can stand on a day."""

from generator.fields.choices import Option, Ranked
from generator.words import N_

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
