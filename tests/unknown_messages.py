"""The messages that are asked for and stand in no catalogue, whatever way they take."""

from collections.abc import Iterator
from contextlib import contextmanager

from babel.support import NullTranslations

from generator.words import languages, words_for


@contextmanager
def unknown_messages() -> Iterator[set[str]]:
    """Those that are asked for meanwhile in another language than English, whose catalogue does not have them."""
    asked: set[str] = set()

    class Unknown(NullTranslations):
        def gettext(self, message: str) -> str:
            asked.update(filter(None, [message]))
            return message

        def ngettext(self, one: str, many: str, number: int) -> str:
            return self.gettext(one)

        def pgettext(self, context: str, message: str) -> str:
            return self.gettext(message)

    catalogues = [words_for(language).catalogue for language in languages() if language != "en"]
    for one in catalogues:
        one.add_fallback(Unknown())
    try:
        yield asked
    finally:
        for one in catalogues:
            one._fallback = None
