"""What sorts of event there are."""

from generator.fields.choices import Choice, Option
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
