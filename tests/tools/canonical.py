"""Brings content into the canonical form: `python -m tests.tools.canonical [ROOT]`.

It writes every file anew, comments are lost, and does nothing as long as the content has errors.
"""

import argparse
from pathlib import Path

from generator.content.read import Contents
from generator.content.validate import validate
from generator.content.write import write
from generator.machine.memo import Memo


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", nargs="?", type=Path, default=Path(), help="the folder that holds content/")
    root = parser.parse_args().root
    content, problems = validate(Contents(root, Memo()))
    if content is None or any(one.is_error for one in problems):
        parser.error("the content has errors: see `vetrina check`")
    changed = 0
    for path, text in write(content).items():
        file = root / path
        if file.read_bytes() != text.encode():
            file.write_bytes(text.encode())
            changed += 1
    print(f"{changed} files changed")


if __name__ == "__main__":
    main()
