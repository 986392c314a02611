"""What the changelog says of the version that a tag releases: `python -m tests.tools.release v1.2.0`; and that version,
written into the list of packages, whose maker cannot read it: `python -m tests.tools.release vetrina.cdx.json`.
"""

import json
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


def of_a_version(packages: str, version: str = __version__) -> str:
    """A list of packages (CycloneDX) that says of which version of Vetrina it is."""
    listed = json.loads(packages)
    listed["metadata"]["component"]["version"] = version
    return f"{json.dumps(listed, indent=2, sort_keys=True)}\n"


def main(asked: str) -> None:
    """Print the notes of a tag, or complete a list of packages. Raises ValueError."""
    if asked.endswith(".json"):
        file = Path(asked)
        file.write_text(of_a_version(file.read_text("utf-8")), "utf-8")
    else:
        print(notes(asked, CHANGELOG.read_text("utf-8")), end="")


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except ValueError as error:
        sys.exit(str(error))
