"""The library that sets letters into a PDF, where this machine has it: it is an extra, and asks Pango of the system."""

from functools import cache
from typing import Any

from generator.machine.memo import is_installed


@cache
def can_write_pdf() -> bool:
    """Whether the library is there that writes PDF, and what it asks of the system; it takes half a second to load."""
    if not is_installed("weasyprint"):
        return False
    try:
        typesetter()
    except OSError:  # Pango is missing
        return False
    return True


def typesetter() -> Any:
    """The library. Where it is loaded, it has Pillow take every picture that is cut short, for the whole process: that
    is undone, since beside a record such a picture is a fault.

    Raises ImportError where it is not installed, OSError where the system has no Pango.
    """
    import weasyprint
    from PIL import ImageFile

    ImageFile.LOAD_TRUNCATED_IMAGES = False
    return weasyprint
