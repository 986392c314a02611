"""Which names every computer and every host can keep, and no server runs, of files and of what stands in addresses."""

import unicodedata
from decimal import Decimal

from generator.machine.run_by_servers import program_in
from generator.words import N_, Phrase

_FORBIDDEN = frozenset('<>:"/\\|?*')
DEVICES = frozenset(
    (
        "con",
        "conin$",
        "conout$",
        "prn",
        "aux",
        "nul",
        *(f"{port}{one}" for port in ("com", "lpt") for one in "123456789¹²³"),
    )
)
_UNSEEN = ("Cc", "Cf")
"""The categories of signs that nobody sees: controls, and what turns the direction of writing or joins letters."""
LONGEST_NAME = 240
"""In bytes; what is made of a picture adds its width and its form, and file systems end at 255."""


def unusable(name: str) -> Phrase | None:
    """Why a name cannot be kept everywhere."""
    if unseen := next((sign for sign in name if unicodedata.category(sign) in _UNSEEN), ""):
        code = f"U+{ord(unseen):04X}"
        return Phrase(N_("it has a sign that nobody sees, {code}"), {"code": code})
    if sign := next((sign for sign in name if sign in _FORBIDDEN), ""):
        return Phrase(N_("“{sign}” cannot stand in the name of a file on every computer"), {"sign": sign})
    if name.partition(".")[0].strip().lower() in DEVICES:
        return Phrase(N_("Windows keeps this name for itself"))
    if ending := program_in(name):
        return Phrase(N_("“.{ending}” stands in it, which servers run as a program"), {"ending": ending})
    if name != name.strip(" ."):
        return Phrase(N_("it begins or ends with a space or a full stop"))
    if len(name.encode()) > LONGEST_NAME:
        return Phrase(N_("it is longer than {limit} bytes"), {"limit": Decimal(LONGEST_NAME)})
    return None
