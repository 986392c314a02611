"""By which names the preview is asked: a page of elsewhere that has its own name lead to this computer is refused."""

import re
import socket

_HERE = ("localhost", "127.0.0.1", "[::1]")
EVERYWHERE = ("0.0.0.0", "::")
"""The addresses to listen at for whoever can reach this computer."""
_NUMERIC = r"\d+\.\d+\.\d+\.\d+|\[[0-9a-f:.]+\]"


def is_local(host: str) -> bool:
    """Whether only this computer can ask."""
    return in_address(host) in _HERE


def in_address(host: str) -> str:
    """A host as it stands in an address."""
    return f"[{host}]" if ":" in host else host.lower()


def address(host: str, port: int) -> str:
    """Where to look at the preview from this computer."""
    return f"http://{_HERE[0] if host in EVERYWHERE or is_local(host) else in_address(host)}:{port}/"


def pattern_of(host: str) -> str:
    """The names that are answered, as a regular expression."""
    names = [*_HERE, in_address(host)]
    if host in EVERYWHERE:
        own = socket.gethostname().lower()
        names += [own, f"{own}.local"]
    numeric = f"|{_NUMERIC}" if host in EVERYWHERE else ""
    return f"(?:{'|'.join(map(re.escape, names))}{numeric})$"
