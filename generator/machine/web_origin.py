"""Whose a web address is."""

from urllib.parse import urlsplit

_PORTS = {"http": 80, "https": 443}


def origin(address: str) -> tuple[str, str, int | None]:
    """Whose a web address is, as browsers see it: scheme, host, port; it is the same whoever signs in.

    Raises ValueError where it is none.
    """
    parts = urlsplit(address)
    return parts.scheme, parts.hostname or "", parts.port or _PORTS.get(parts.scheme)


def web_host(address: str) -> tuple[str, int | None]:
    """Where a web address leads, encrypted or not: its host, and its port where that is not the one of its scheme.

    Raises ValueError where it is none.
    """
    scheme, host, port = origin(address)
    return host, None if port == _PORTS.get(scheme) else port
