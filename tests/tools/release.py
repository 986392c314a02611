"""What the changelog says of the version that a tag releases: `python -m tests.tools.release v1.2.0`."""

import re
import sys
from pathlib import Path

from generator import __version__

CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"


def notes(tag: str, changelog: str, version: str = __version__) -> str:
    """The section of the version. Raises ValueError where the tag is not that of the version, or has no section."""
    if tag != f"v{version}":
        raise ValueError(f"the tag {tag} is not v{version}, the version in generator/__init__.py")
    found = re.search(rf"^## \[{re.escape(version)}\].*?\n(.*?)(?=^## \[|\Z)", changelog, re.DOTALL | re.MULTILINE)
    if found is None or not found[1].strip():
        raise ValueError(f"CHANGELOG.md says nothing of {version}: give it a section “## [{version}]”")
    return f"{found[1].strip()}\n"


if __name__ == "__main__":
    try:
        print(notes(sys.argv[1], CHANGELOG.read_text("utf-8")), end="")
    except ValueError as error:
        sys.exit(str(error))
