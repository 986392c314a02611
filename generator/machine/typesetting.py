"""Whether this machine can set letters into a PDF: the library is an extra, and asks Pango of the system."""

from functools import cache

from generator.machine.memo import is_installed


@cache
def can_write_pdf() -> bool:
    """Whether the library is there that writes PDF, and what it asks of the system; it takes half a second to load."""
    if not is_installed("weasyprint"):
        return False
    try:
        import weasyprint  # noqa: F401
    except OSError:  # Pango is missing
        return False
    return True
