"""How far agreements have come, and whether they are renewed."""

from generator.fields.choices import Choice, Option
from generator.words import N_

STAGES = Choice(
    {
        "announced": N_("announced"),
        "presented": N_("presented"),
        "approved": N_("approved"),
        "signed": Option(N_("signed"), also=N_("undersigned, in force")),
    }
)
RENEWALS = Choice(
    {
        "possible": Option(N_("possible"), also=N_("yes, renewable")),
        "tacit": Option(N_("automatic"), also=N_("tacit, tacit renewal")),
        "excluded": Option(N_("excluded"), also=N_("no, none, not renewable, without renewal")),
    }
)
