"""Writes a made-up site into a folder: `python -m benchmarks.corpus DIR [--records N] [--seed S] [--words W]`."""

import argparse
from pathlib import Path

from benchmarks.corpus.site import BOTH, RECORDS, SEED, WORDS, write


def main() -> None:
    """Write the site."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=RECORDS, help="of all kinds together; %(default)s")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed, other words; %(default)s")
    parser.add_argument("--words", type=int, default=WORDS, help="about so many in each text; %(default)s")
    parser.add_argument("--both", type=float, default=BOTH, help="the share of texts in both languages; %(default)s")
    asked = parser.parse_args()
    write(asked.folder, asked.records, asked.seed, words=asked.words, both=asked.both)


if __name__ == "__main__":
    main()
