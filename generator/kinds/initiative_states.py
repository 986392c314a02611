"""How far what a university does with others has come."""

from generator.fields.choices import Option, Ranked
from generator.words import N_

STATES = Ranked(
    {
        "announced": Option(
            N_("planned"),
            segments={"it": "in-programma", "en": "planned"},
            marks=True,
            until=("start",),
            also=N_("to come, future"),
        ),
        "active": Option(
            N_("under way"),
            segments={"it": "in-corso", "en": "under-way"},
            since=("start",),
            until=("end",),
            also=N_("active, open, in progress"),
        ),
        "concluded": Option(
            N_("no longer under way"),
            segments={"it": "non-piu-in-corso", "en": "no-longer-under-way"},
            marks=True,
            since=("start", "end"),
            also=N_("concluded, closed, finished, ended"),
        ),
    }
)
