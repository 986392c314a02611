"""The file of a site's settings, and the site's language: all that a command needs before it reads the rest."""

from pathlib import Path

from generator.content.nodes import read_yaml
from generator.words import languages

SITE_FILE = "content/site.yaml"


def site_language(root: Path) -> str:
    """The first language of a site, as far as its settings can be read; "" if they cannot."""
    try:
        text = (root / SITE_FILE).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""
    written = read_yaml(text, SITE_FILE)[0].value.get("languages")
    first = written[0] if isinstance(written, list) and written else ""
    return first if first in languages() else ""
