"""A folder of content for Hugo: files are written only where they differ, and what is no longer written goes."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Params = Mapping[str, Any]


class Folder:
    """Keeps a folder as it is told: `finish` takes away whatever was not written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._written: set[Path] = set()

    def page(self, path: str, params: Params, text: str = "") -> None:
        """A page of content: front matter as JSON, and its text."""
        self.write(path, f"{json.dumps(params, ensure_ascii=False)}\n\n{text}")

    def data(self, path: str, value: Any) -> None:
        """A file of data."""
        self.write(path, json.dumps(value, ensure_ascii=False))

    def write(self, path: str, text: str) -> None:
        """A file, unless it is there and the same."""
        file, content = self.folder / path, text.encode()
        self._written.add(file)
        if not file.is_file() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)

    def copy(self, source: Path) -> None:
        """All files of another folder."""
        for file in sorted(source.rglob("*")):
            if file.is_file():
                self.write(file.relative_to(source).as_posix(), file.read_text("utf-8"))

    def finish(self) -> None:
        """Take away every other file."""
        for file in self.folder.rglob("*"):
            if file.is_file() and file not in self._written:
                file.unlink()
