"""What a run is asked for. Nothing looks at the clock but `today`."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import generator

CATALOGUES = "locale"
"""The folder beside content/ that has the owner’s catalogues: `locale/es.po`."""
PUBLIC = "public"
"""The folder beside content/ whose files are published as they are: `public/CNAME`."""
SNAPSHOTS = "snapshots"
"""The folder beside content/ that has the tables frozen as they were: `snapshots/register/2026-h1.csv`."""


@dataclass(frozen=True)
class Options:
    """What a run is asked for: the folder, the day, and how the site differs from what its settings say."""

    root: Path
    day: datetime.date
    base_url: str = ""
    drafts: bool = False
    production: bool = False
    strict: bool = False
    compressed: bool = False
    """Whether large texts lie there compressed, too."""
    previous: Path | None = None
    """The folder of the publication before, from which on changes are told; None where it is not known."""
    store: Path | None = None
    """Where results are remembered between runs; None remembers nothing."""
    copied: Path | None = None
    """The folder of which `root` is a copy that is soon gone: a check goes on from what is known of that one."""


def today(instant: datetime.datetime, zone: str) -> datetime.date:
    """The day it is in a time zone at `instant`, which knows its own."""
    return instant.astimezone(ZoneInfo(zone)).date()


def template_folders(root: Path) -> tuple[Path, ...]:
    """Where templates are looked for: the owner's first, then Vetrina's own."""
    package = Path(generator.__file__).parent
    shipped = package / "_templates"
    ours = shipped if shipped.is_dir() else package.parent / "templates"
    owners = root / "templates"
    return (owners, ours) if owners.is_dir() and owners.resolve() != ours.resolve() else (ours,)
