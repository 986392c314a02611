"""A site at its public address, wherever that is: it is asked for the publication before, and for nothing else."""

import http.client
import socket
import time
import urllib.error
import urllib.request
from urllib.parse import quote

from generator import __version__
from generator.problems.setup import SetupError
from generator.publishing.before import TRY_AGAIN
from generator.words import N_, Phrase

_PATIENCE = 30
"""Seconds for an answer."""
_LARGEST = 200_000_000
_PAUSES = (2.0, 10.0)
"""Seconds before who did not answer is asked again."""
_NOTHING_THERE = (404, 410)
_TOO_MANY = 429


class PublicSite:
    """A site as anybody on the web gets it."""

    def __init__(self, address: str) -> None:
        self.name = address if address.endswith("/") else f"{address}/"

    def read(self, path: str) -> bytes | None:
        """What is answered at a path; None where there is nothing, and where nobody has that name.

        Raises SetupError where it is not known what there is: what is out of reach, or refused, may be published.
        """
        asked = urllib.request.Request(
            self.name + quote(path), headers={"User-Agent": f"Vetrina/{__version__}", "Cache-Control": "no-cache"}
        )
        cause: object = None
        for pause in (0.0, *_PAUSES):
            time.sleep(pause)
            try:
                with urllib.request.urlopen(asked, timeout=_PATIENCE) as answer:
                    content: bytes = answer.read(_LARGEST)
                    return content
            except urllib.error.HTTPError as error:
                if error.code in _NOTHING_THERE:
                    return None
                cause = f"{error.code} {error.reason}"
                if error.code < 500 and error.code != _TOO_MANY:
                    break
            except urllib.error.URLError as error:
                if isinstance(error.reason, socket.gaierror) and error.reason.errno == socket.EAI_NONAME:
                    return None
                cause = error.reason
            except (OSError, http.client.HTTPException) as error:
                cause = error
        told = {"address": self.name, "file": path, "cause": str(cause)}
        raise SetupError(
            Phrase(N_("{address} does not give {file}: {cause}."), told),
            TRY_AGAIN,
        )
