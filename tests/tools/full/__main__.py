"""Writes a made-up site into a folder: `python -m tests.tools.full DIR [--records N] [--seed S]`."""

import argparse
from pathlib import Path

from tests.tools.full.site import RECORDS, SEED, write


def main() -> None:
    """Write the site."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.full", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=RECORDS, help="besides sources and areas; %(default)s")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed, other words; %(default)s")
    asked = parser.parse_args()
    write(asked.folder, asked.records, asked.seed)


if __name__ == "__main__":
    main()
