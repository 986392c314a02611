"""The numbers of the board: what is counted of all that is done, and of single kinds besides."""

from generator.kinds.agreement_statuses import IN_FORCE
from generator.kinds.base import BY_STATUS
from generator.kinds.facets import (
    AUDIENCE,
    ENGAGEMENT,
    FIELD_OF_ACTION,
    FORM,
    KIND_OF_RECORD,
    NATURE,
    PARTNER,
    PLAN,
    READ_AS_THIRD_MISSION,
    UNIVERSITY,
    YEAR,
)
from generator.kinds.measures import BoardMeasure, Holds, InEveryLanguage, Lacks, NamedIn, Since
from generator.words import N_

CHECKED_LATELY = BoardMeasure(
    "checked-lately",
    N_("Checked in the last twelve months"),
    N_("Of all activities, those compared with their sources within the last 365 days."),
    {"it": "verificate-nell-ultimo-anno", "en": "checked-in-the-last-year"},
    (Since("verified_on", 365),),
    (KIND_OF_RECORD, UNIVERSITY),
)
IN_EVERY_LANGUAGE = BoardMeasure(
    "in-every-language",
    N_("Told in every language of the site"),
    N_("Of all activities, those that have a page in each language of the site."),
    {"it": "in-ogni-lingua", "en": "in-every-language"},
    (InEveryLanguage(),),
    (KIND_OF_RECORD, UNIVERSITY, FIELD_OF_ACTION, AUDIENCE),
)

OF_ALL_THAT_IS_DONE = (
    BoardMeasure(
        "activities",
        N_("Activities told here"),
        N_("All that this site tells of what is done: {kinds}."),
        {"it": "attivita-raccontate", "en": "activities-told"},
        by=(KIND_OF_RECORD, UNIVERSITY, FIELD_OF_ACTION, ENGAGEMENT, AUDIENCE, YEAR),
    ),
    CHECKED_LATELY,
    IN_EVERY_LANGUAGE,
)
"""What is counted over all kinds that tell what is done."""

OF_AGREEMENTS = (
    BoardMeasure(
        "agreements-in-force",
        N_("Agreements in force"),
        N_("The agreements that are signed, have begun and have not ended, as far as their sources tell."),
        {"it": "accordi-in-vigore", "en": "agreements-in-force"},
        (Holds(BY_STATUS, IN_FORCE),),
        (FORM, UNIVERSITY, NATURE, PARTNER),
    ),
    BoardMeasure(
        "agreements-duration-unknown",
        N_("Agreements of unknown duration"),
        N_("The agreements of which neither length nor end was found in what was read of the sources."),
        {"it": "accordi-di-durata-non-nota", "en": "agreements-of-unknown-duration"},
        (Lacks(("duration", "until", "ended_on")),),
        (FORM, UNIVERSITY, NATURE, PARTNER),
    ),
)
OF_INITIATIVES = (
    BoardMeasure(
        "initiatives-under-way",
        N_("Initiatives under way"),
        N_("The initiatives that their sources say are going on."),
        {"it": "iniziative-in-corso", "en": "initiatives-under-way"},
        (Holds("state", "active"),),
        (FORM, UNIVERSITY, AUDIENCE, FIELD_OF_ACTION),
    ),
)
OF_AREAS = (
    BoardMeasure(
        "areas-with-activities",
        N_("Areas of a plan with an activity"),
        N_("The areas of the plans to which at least one activity told here is linked: the link is no judgement."),
        {"it": "aree-del-piano-con-attivita", "en": "plan-areas-with-activities"},
        (NamedIn("plan_areas"),),
        (PLAN, READ_AS_THIRD_MISSION),
    ),
)
