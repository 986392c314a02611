"""A process of its own for a command: `vetrina`, or `python -m generator`."""

import gc
import sys

_INTERRUPTED = 2


def run() -> int:
    """Run a command and return its exit code. The process ends with it: nothing is searched for garbage any more."""
    try:
        from generator.cli import main  # it takes a moment, in which Ctrl-C is no accident

        code = main()
    except KeyboardInterrupt:
        return _INTERRUPTED
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(run())
