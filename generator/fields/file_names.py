"""Which names every computer and every host can keep, of files and of what stands in addresses."""

from decimal import Decimal

from generator.words import N_, Phrase

_FORBIDDEN = frozenset('<>:"/\\|?*')
DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)))
)
LONGEST = 240
"""In bytes; what is made of a picture adds its width and its form, and file systems end at 255."""


def unusable(name: str) -> Phrase | None:
    """Why a name cannot be kept everywhere."""
    if sign := next((sign for sign in name if sign in _FORBIDDEN or ord(sign) < 32), ""):
        return Phrase(N_("“{sign}” cannot stand in the name of a file on every computer"), {"sign": sign})
    if name.partition(".")[0].strip().lower() in DEVICES:
        return Phrase(N_("Windows keeps this name for itself"))
    if name != name.strip(" ."):
        return Phrase(N_("it begins or ends with a space or a full stop"))
    if len(name.encode()) > LONGEST:
        return Phrase(N_("it is longer than {limit} bytes"), {"limit": Decimal(LONGEST)})
    return None
