"""`vetrina serve`: builds into folders of its own, follows every save, keeps the browser up to date.

The preview never writes the site that is published. Mistakes are told on the terminal and in the browser, over the
pages of the last good build.
"""

import argparse
import errno
import socket
import tempfile
from functools import partial
from pathlib import Path

from generator.commands.asked import options_of
from generator.preview.hosts import address, is_local
from generator.preview.preview import Preview
from generator.preview.server import listen, serve
from generator.problems.setup import SetupError
from generator.words import N_, Phrase, Words


def run(given: argparse.Namespace, words: Words) -> bool:
    """Preview the site until interrupted. Raises SetupError when it cannot start."""
    host, port = given.host, given.port
    sockets = _taken(host, port)
    if not is_local(host):
        _say(words.text("Other computers of the network can see this preview too."))
    with tempfile.TemporaryDirectory(prefix="vetrina-", ignore_cleanup_errors=True) as folder:
        options = partial(options_of, given, base_url=address(host, port))  # days go by while it is open
        preview = Preview(options, Path(folder), words, _say, opens=is_local(host))
        try:
            serve(preview, sockets, host, words)
        finally:
            preview.end()
        print(words.text("The preview has ended."))
    return True


def _taken(host: str, port: int) -> list[socket.socket]:
    """The port, before anything else is done. Raises SetupError where it cannot be had."""
    other_port = Phrase(N_("End the program that uses it, or choose another with --port."))
    other_host = Phrase(N_("Leave --host out; or write 0.0.0.0, and other computers can see the preview too."))
    try:
        return listen(host, port)
    except UnicodeError:
        pass
    except PermissionError:
        raise SetupError(
            Phrase(N_("The system does not give port {port} to you."), {"port": port}), other_port
        ) from None
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise SetupError(Phrase(N_("Port {port} is in use."), {"port": port}), other_port) from None
    raise SetupError(Phrase(N_("{host} is not an address of this computer."), {"host": host}), other_host)


def _say(text: str) -> None:
    print(text, flush=True)
