"""Records that have another id: what named them before names them still, where two publications are compared."""

import re
from collections.abc import Iterable, Mapping

from generator.publications.publication import PublishedRecord


class Renamed:
    """What names some records in facts, links and addresses, as it was in one publication and is in the next."""

    def __init__(self, pairs: Iterable[tuple[PublishedRecord, PublishedRecord]]) -> None:
        self._now: dict[str, str] = {}
        self._ids: set[tuple[str, str]] = set()
        patterns = []
        for was, now in pairs:
            self._ids.add((was.ref.partition("/")[2], now.ref.partition("/")[2]))
            pages = {page: now.pages[language] for language, page in was.pages.items() if language in now.pages}
            self._now |= {was.ref: now.ref, **pages}
            patterns += [rf"(?<![\w/-]){re.escape(was.ref)}(?![\w/-])", *(f"(?<=/){re.escape(one)}" for one in pages)]
        self._pattern = re.compile("|".join(patterns)) if patterns else None

    def _by_now(self, text: str) -> str:
        """A text with the records that it names or links as they are called now."""
        return self._pattern.sub(lambda match: self._now[match[0]], text) if self._pattern else text

    def same(self, was: object, now: object) -> bool:
        """Whether a value says what it said."""
        if was == now:
            return True
        if isinstance(was, str) and isinstance(now, str):
            return self._by_now(was) == self._by_now(now) or (was, now) in self._ids
        if isinstance(was, list) and isinstance(now, list):
            return len(was) == len(now) and all(map(self.same, was, now))
        if isinstance(was, Mapping) and isinstance(now, Mapping):
            return was.keys() == now.keys() and all(self.same(was[name], now[name]) for name in was)
        return False
