"""Writes both sites of Hugo's: `python -m benchmarks.hugo ROOT ALIKE PLAIN --on DAY`."""

import argparse
import datetime
from pathlib import Path

from benchmarks.hugo.sites import write_sites
from generator.options import Options


def main() -> None:
    """Write them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hugo", description=__doc__)
    parser.add_argument("root", type=Path, help="the folder that holds content/")
    parser.add_argument("alike", type=Path, help="where the site goes that is like Vetrina’s")
    parser.add_argument("plain", type=Path, help="where the plain one goes")
    parser.add_argument("--on", type=datetime.date.fromisoformat, required=True, help="the day to compute for")
    asked = parser.parse_args()
    write_sites(Options(asked.root, asked.on), asked.alike, asked.plain)


if __name__ == "__main__":
    main()
