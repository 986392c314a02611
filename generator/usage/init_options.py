"""What `vetrina init` takes besides its folder."""

from collections.abc import Mapping
from typing import Any

from generator.usage import option_values
from generator.usage.option_forms import value
from generator.words import N_

INIT_OPTIONS: tuple[tuple[str, tuple[str, ...], Mapping[str, Any]], ...] = (
    ("--name", ("init",), value(option_values.some_text, N_("NAME"), N_("the name of the site"))),
    ("--owner", ("init",), value(option_values.some_text, N_("NAME"), N_("whose it is (default: its name)"))),
    (
        "--languages",
        ("init",),
        value(option_values.site_languages, N_("LANGUAGES"), N_("its languages, the first one first, such as it,en")),
    ),
    (
        "--ipa",
        ("init",),
        value(option_values.some_text, N_("CODE"), N_("its owner’s code in IPA, for the catalogue of the data")),
    ),
    ("--address", ("init",), value(option_values.base_url, N_("ADDRESS"), N_("its address, from https:// on"))),
    (
        "--light",
        ("init",),
        value(option_values.colour, N_("COLOUR"), N_("its colour on light backgrounds, such as #12397f")),
    ),
    (
        "--dark",
        ("init",),
        value(option_values.colour, N_("COLOUR"), N_("its colour on dark backgrounds, such as #a5c3ff")),
    ),
    (
        "--ci",
        ("init",),
        value(option_values.ci_host, N_("HOST"), N_("github or gitlab: the file by which its CI publishes it")),
    ),
    (
        "--package",
        ("init",),
        value(
            option_values.some_text, N_("PACKAGE"), N_("what pip installs Vetrina from there (default: this version)")
        ),
    ),
)
