"""What changes when any file of the site might: all that a build is made of, but for records, templates and the day."""

import os
import sys
import time
from functools import cache
from hashlib import sha256
from pathlib import Path

import generator
from generator import __version__
from generator.content.site_file import SITE_FILE
from generator.content.style import STYLE_FILE
from generator.content.vocabularies import VOCABULARIES
from generator.machine.memo import digest, is_installed, version_of
from generator.options import CATALOGUES, Options
from generator.output.ownership import PREVIOUS, Manifest

_LIBRARIES = ("babel", "jinja2", "markdown", "markupsafe", "nh3", "pagefind-bin", "pillow", "pyyaml")

_EXTRAS = ("xlsxwriter", "weasyprint")
"""Those that a site may do without."""

_PARTS = (".py", ".mo", ".po", ".csv", ".md", ".json")
"""The endings of what the program is made of."""


def key_of(root: Path, options: str) -> str:
    """What changes when any page might: program, libraries, settings, style sheet, vocabularies, options."""
    parts: list[object] = [options, *_of_the_program()]
    for folder in (root / SITE_FILE, root / STYLE_FILE, root / CATALOGUES, root / "content" / VOCABULARIES):
        found = sorted(folder.rglob("*"))
        files = [file for file in (folder, *found) if file.is_file()]
        if any(one.is_symlink() and one.is_dir() for one in found):
            parts.append(time.time_ns())  # it is not followed: what lies there may change unseen
        parts += [(os.path.relpath(file, folder), sha256(file.read_bytes()).hexdigest()) for file in files]
    return digest(repr(parts))


@cache
def _of_the_program() -> tuple[object, ...]:
    """The program as it runs in this process, and its libraries."""
    package = Path(generator.__file__).parent
    files = sorted(file for file in package.rglob("*") if file.suffix in _PARTS)
    return (
        sys.version,
        *((name, version_of(name)) for name in _LIBRARIES),
        *_extras().items(),
        *(_stamp(file, package) for file in files),
    )


def inputs_of(options: Options, address: str, *, search: bool) -> dict[str, object]:
    """What whoever builds the same site again needs to know; `address` is that of the site.

    The commit is the one taken out when it was built, if any. Python is not among them: all give the same bytes.
    """
    from generator.content.versions import last_commit  # runs git, which a check does without

    before = Manifest.read(options.previous) if options.previous else None
    chosen = {"compressed": options.compressed, "drafts": options.drafts, "production": options.production}
    chosen["search"] = search
    return {
        "commit": last_commit(options.root),
        "day": options.day.isoformat(),
        "address": address,
        "options": [name for name, is_chosen in chosen.items() if is_chosen],
        "versions": {"vetrina": __version__, **{name: version_of(name) for name in _LIBRARIES}, **_extras()},
        **({PREVIOUS: before.digest} if before else {}),
    }


def _extras() -> dict[str, str]:
    """The version of each extra; "none" of one that is not installed, without which other files are made."""
    return {name: version_of(name) if is_installed(name) else "none" for name in _EXTRAS}


def _stamp(file: Path, package: Path) -> tuple[str, int, int]:
    found = file.stat()
    return file.relative_to(package).as_posix(), found.st_size, found.st_mtime_ns
