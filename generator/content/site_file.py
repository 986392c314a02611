"""The file of a site's settings: all that a command needs of it before it reads the rest."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from generator.content.bounds import LARGEST_FILE
from generator.fields.time_zones import ROME
from generator.machine.regular_files import text_of_regular
from generator.words import Words, languages, words_for

if TYPE_CHECKING:
    from generator.content.nodes import Value

SITE_FILE = "content/site.yaml"
_TIME_ZONE = re.compile(r"^time_zone:[ \t]*['\"]?([A-Za-z_/+-]+)", re.MULTILINE)


def site_words(root: Path) -> Words | None:
    """The words of a site's first language, as far as its settings can be read; None if they cannot."""
    from generator.content.catalogues import owners_words  # reads catalogues, which few sites have
    from generator.machine.memo import Memo

    written = written_settings(root).get("languages")
    first = written[0] if isinstance(written, list) and written else ""
    return owners_words(root, Memo())[0].get(first) or (words_for(first) if first in languages() else None)


def written_settings(root: Path) -> "Mapping[str, Value]":
    """The settings as they are written, sound or not; none where they cannot be read."""
    from generator.content.nodes import read_yaml  # reads YAML, which who names a language does without

    return read_yaml(_text(root), SITE_FILE)[0].value


def time_zone(root: Path) -> str:
    """The time zone of a site; Rome's where its settings name none that there is."""
    found = _TIME_ZONE.search(_text(root))
    try:
        return ZoneInfo(found[1]).key if found else ROME
    except (OSError, ValueError):  # no such zone, which a check tells
        return ROME


def base_url(root: Path) -> str:
    """The address of a site whose settings are sound."""
    from generator.content.nodes import read_yaml

    return str(read_yaml(_text(root), SITE_FILE)[0].value.get("base_url"))


def _text(root: Path) -> str:
    try:
        return text_of_regular(root / SITE_FILE, "utf-8-sig", LARGEST_FILE)
    except (OSError, UnicodeDecodeError):
        return ""
