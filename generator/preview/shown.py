"""What the browser is shown of something that is written again and again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.preview.absent import Absent


@dataclass(frozen=True)
class Now:
    """What there is to be shown at a moment; whoever answers a request takes all of it from one."""

    pages: Path
    search: Path
    build: str
    """Another one whenever what is shown has changed: by it a tab knows that it shows what is old."""
    is_built: bool = False
    """Whether there are pages at all."""
    report: str = ""
    """What there is to be mended, as HTML."""
    search_is: str = ""
    """What is wrong with the search, "" where it is that of the pages."""
    index: int = 0
    """How often the search was brought up to date."""
    absent: Mapping[str, Absent] = field(default_factory=dict)


class ShownSite:
    """Two folders that take turns: one is shown while the other is written, so that nothing shown ever changes."""

    def __init__(self, folder: Path) -> None:
        self._folders = (folder / "a", folder / "b")

    @property
    def current(self) -> Path:
        """The one that is shown; there may be none yet."""
        return self._folders[0]

    @property
    def spare(self) -> Path:
        """The one to be written."""
        return self._folders[1]

    def swap(self) -> None:
        """Show what was written."""
        self._folders = self._folders[::-1]
