"""A process of its own for a command: `vetrina`, or `python -m generator`."""

import gc
import sys

from generator.cli import main


def run() -> int:
    """Run a command and return its exit code. The process ends with it: nothing is searched for garbage any more."""
    code = main()
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(run())
