"""Where an agreement can stand on a day: each status has one name, which every page, list, picture and search says."""

from generator.fields.choices import Option, Ranked
from generator.fields.declare import Backlink
from generator.words import N_

IN_FORCE, ENDING, UPCOMING = "in-force", "ends-within-twelve-months", "not-yet-in-effect"
END_NOT_KNOWN, PERHAPS_ENDING = "end-not-known", "ends-within-twelve-months-at-the-latest"
TERM_PASSED, CONCLUDED = "term-passed", "concluded"
NO_RECORD = "no-record-of-signature"

STATUSES = Ranked(
    {
        IN_FORCE: Option(N_("in force"), segments={"it": "in-vigore", "en": "in-force"}, also=N_("valid, running")),
        ENDING: Option(
            N_("in force, ends within twelve months"),
            segments={"it": "finisce-entro-dodici-mesi", "en": "ends-within-twelve-months"},
            part_of=(IN_FORCE, N_("ending within twelve months")),
        ),
        UPCOMING: Option(N_("not yet in effect"), segments={"it": "non-ancora-in-vigore", "en": "not-yet-in-effect"}),
        END_NOT_KNOWN: Option(
            N_("end not known"),
            segments={"it": "fine-non-nota", "en": "end-not-known"},
            former={"it": ("non-determinabile",), "en": ("cannot-be-determined",)},
            asks=N_("when it ends"),
            answered_by=("duration", "until"),
        ),
        PERHAPS_ENDING: Option(
            N_("end not known, within twelve months at the latest"),
            segments={"it": "finisce-al-piu-tardi-entro-dodici-mesi", "en": PERHAPS_ENDING},
            part_of=(END_NOT_KNOWN, N_("ending within twelve months at the latest")),
        ),
        TERM_PASSED: Option(
            N_("term passed, renewal not known"),
            segments={"it": "durata-trascorsa", "en": "term-passed"},
            former={"it": ("scaduto",), "en": ("expired",)},
            also=N_("expired, lapsed"),
            asks=N_("whether it was renewed or has ended"),
            answered_by=("renewal", "ended_on"),
        ),
        CONCLUDED: Option(
            N_("concluded"),
            segments={"it": "concluso", "en": "concluded"},
            former={"it": ("rinnovato", "concluso-in-anticipo"), "en": ("renewed", "ended-early")},
            also=N_("ended, terminated"),
        ),
        NO_RECORD: Option(
            N_("no record of a signature"),
            segments={"it": "firma-non-documentata", "en": "no-record-of-signature"},
            former={"it": ("non-firmato",), "en": ("not-signed",)},
            asks=N_("whether it was signed, and when"),
            answered_by=("signed_on",),
        ),
    }
)
"""In the order lists show them. Those that are `part_of` another are no statuses but parts, as a list may show them."""
UNSIGNED_RENEWAL = Backlink(
    N_("Renewal, no record of a signature"),
    {"it": "rinnovo-firma-non-documentata", "en": "renewal-no-record-of-a-signature"},
)
"""How an agreement is headed on the page of the one that it renews, where nothing says that it was signed."""
