"""What `vetrina dossier` takes: its questions, each as often as needed, and where it writes."""

from collections.abc import Mapping
from typing import Any

from generator.usage import option_values
from generator.usage.option_forms import several, value
from generator.words import N_

OF_A_DOSSIER: tuple[tuple[str, tuple[str, ...], Mapping[str, Any]], ...] = (
    *(
        (option, ("dossier",), several(metavar, help_))
        for option, metavar, help_ in (
            (
                "--partner",
                N_("ORGANISATION"),
                N_("who takes part: an organisation, by id or name, itself or a part of it"),
            ),
            (
                "--place",
                N_("PLACE"),
                N_("where it happens, or what it is about: a place, by id or name, and all inside it"),
            ),
            ("--topic", N_("TOPIC"), N_("what it is about: an entry of the topics, by id or label")),
            ("--kind", N_("KIND"), N_("only records of this kind, such as agreement")),
            ("--university", N_("ORGANISATION"), N_("whose it is: a university, by id or name")),
            ("--audience", N_("AUDIENCE"), N_("whom it is for: an entry of the audiences, by id or label")),
        )
    ),
    ("--since", ("dossier",), value(option_values.when, N_("DAY"), N_("from then on: a day, a month or a year"))),
    ("--until", ("dossier",), value(option_values.when, N_("DAY"), N_("up to then: a day, a month or a year"))),
    ("--in-force-on", ("dossier",), value(option_values.day, N_("DAY"), N_("in force, open or under way on that day"))),
    ("--out", ("dossier",), value(option_values.new_folder, N_("FOLDER"), N_("where to write (default: dossier/)"))),
)
