"""What `vetrina report` takes besides what other commands take too."""

from collections.abc import Mapping
from typing import Any

from generator.usage import option_values
from generator.usage.option_forms import flag, positional, several, value
from generator.words import N_

REPORT_OPTIONS: tuple[tuple[str, tuple[str, ...], Mapping[str, Any]], ...] = (
    (
        "parts",
        ("report",),
        positional(str, N_("[PART …]"), N_("mapping, register, plan, cases, coverage (default: all)")) | {"nargs": "*"},
    ),
    ("--university", ("report",), several(N_("ORGANISATION"), N_("whose it is: a university, by id or name"))),
    (
        "--structure",
        ("report",),
        several(N_("ORGANISATION"), N_("who takes part: a department or a centre, itself or a part of it")),
    ),
    ("--since", ("report",), value(option_values.when, N_("DAY"), N_("from then on: a day, a month or a year"))),
    ("--until", ("report",), value(option_values.when, N_("DAY"), N_("up to then: a day, a month or a year"))),
    ("--freeze", ("report",), flag(N_("keep the register of a half-year as it is, for good: in snapshots/register/"))),
    (
        "--half-year",
        ("report",),
        value(
            option_values.half_year, N_("HALF-YEAR"), N_("which one --freeze keeps (default: the last that is over)")
        ),
    ),
    ("--out", ("report",), value(option_values.new_folder, N_("FOLDER"), N_("where to write (default: report/)"))),
)
