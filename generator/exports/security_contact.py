"""`/.well-known/security.txt`: whom to tell of a fault of the site, where the owner says it."""

import datetime
from collections.abc import Iterator

from generator.content.settings_types import PLACEHOLDER
from generator.showcase.model import Showcase
from generator.urls import Urls
from generator.view.outputs import SecurityContact

_PATH = ".well-known/security.txt"
_JULY = 7


def security_contact(showcase: Showcase, urls: Urls) -> Iterator[SecurityContact]:
    """The owner's mailbox, unless it is a placeholder."""
    settings = showcase.settings
    if settings.owner.contact != PLACEHOLDER:
        languages = tuple(settings.languages)
        yield SecurityContact(_PATH, settings.owner.contact, expiry(showcase.day), languages, urls.absolute(_PATH))


def expiry(day: datetime.date) -> str:
    """The end of the next half of a year: at least six months on, less than a year, and the same on many days."""
    last = f"{day.year + 1}-06-30" if day.month >= _JULY else f"{day.year}-12-31"
    return f"{last}T23:59:59Z"
