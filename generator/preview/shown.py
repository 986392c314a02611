"""What the browser is shown of something that is written again and again."""

from pathlib import Path


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
