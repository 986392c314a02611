"""Whose a web address is."""

from urllib.parse import urlsplit

_PORTS = {"http": 80, "https": 443}


def origin(address: str) -> tuple[str, str, int | None]:
    """Whose a web address is, as browsers see it: scheme, host, port; it is the same whoever signs in.

    Raises ValueError where it is none.
    """
    parts = urlsplit(address)
    return parts.scheme, parts.hostname or "", parts.port or _PORTS.get(parts.scheme)
