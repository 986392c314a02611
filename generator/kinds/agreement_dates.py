"""The dates that place an agreement in time, what is said of an end that is counted from one of them, and those that
may be deduced.
"""

from generator.fields.choices import Choice
from generator.kinds.base import Dated, Estimate
from generator.words import N_

SIGNED = Dated(
    "signed_on",
    N_("signed {when}"),
    short=N_("signed"),
    estimate=Estimate(
        N_("{end}, estimate from the signature"),
        note=N_("The end is an estimate: we count the duration from the signature."),
    ),
)
ANNOUNCED = Dated(
    "announced_on",
    N_("announced {when}"),
    short=N_("announced"),
    binds=False,
    estimate=Estimate(
        N_("{end}, estimate from the announcement"),
        N_("estimate from the announcement"),
        N_("The end is an estimate: we count the duration from the announcement."),
    ),
)
DEDUCIBLE = Choice(
    {
        "signed_on": N_("Signature"),
        "announced_on": N_("Announcement"),
        "effective_on": N_("In effect from"),
        "until": N_("Until"),
    }
)
