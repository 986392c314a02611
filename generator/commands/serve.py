"""`vetrina serve`: builds into folders of its own, follows every save, reloads the browser.

The preview never writes the site that is published. Mistakes are told on the terminal, and the pages of the last
good build stay.
"""

import argparse
import errno
import tempfile
from pathlib import Path

from generator.commands.asked import options_of
from generator.preview.preview import Preview
from generator.preview.server import serve
from generator.problems.setup import SetupError
from generator.words import N_, Phrase, Words


def run(given: argparse.Namespace, words: Words) -> bool:
    """Preview the site until interrupted. Raises SetupError when it cannot start."""
    host, port = given.host, given.port
    options = options_of(given, base_url=f"http://{'localhost' if host == '127.0.0.1' else host}:{port}/")
    with tempfile.TemporaryDirectory(prefix="vetrina-", ignore_cleanup_errors=True) as folder:
        preview = Preview(options, Path(folder), words, _say)
        try:
            serve(preview, host, port)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            raise SetupError(
                Phrase(N_("Port {port} is in use."), {"port": port}),
                Phrase(N_("End the program that uses it, or choose another with --port.")),
            ) from None
        finally:
            preview.end()
        print(words.text("The preview has ended."))
    return True


def _say(text: str) -> None:
    print(text, flush=True)
