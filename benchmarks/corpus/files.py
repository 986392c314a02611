"""The files that records stand in: facts with the words of the first language, and a translation beside them."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any, cast

import yaml

from benchmarks.corpus.texts import text
from benchmarks.corpus.words import Said, fitting
from generator.content.freshness import fingerprint
from generator.content.record import Wording
from generator.kinds.common import TITLE_LIMIT

Facts = dict[str, Any]
_VERIFIED = "2026-11-20"
_FROM_THE_FIRST = ("duration", "start", "cost", "value")
"""What rests on the first source of a record and on no other."""
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_DECK = 10
_MORE = {"it": "insieme a chi vive vicino e a chi studia lontano", "en": "with those who live near and study far"}


class Files:
    """Writes records below a folder, their texts of about `words` words, a share `both` of them in both languages."""

    def __init__(self, content: Path, dice: Random, subjects: Iterator[Said], *, words: int, both: float) -> None:
        self._content, self._dice, self._subjects, self._words, self._both = content, dice, subjects, words, both
        self._deck: list[bool] = []
        self.sources: list[str] = []
        """The ids that records may rest on, once they are known; all of them rest on the first."""
        self.leads_to = ""
        """The record that texts link to."""

    def some(self, ids: list[str], most: int) -> list[str]:
        """At least one of the ids and at most so many, in order."""
        return sorted(self._dice.sample(ids, min(len(ids), self._dice.randint(1, most))))

    def told(self, folder: str, id_: str, facts: Facts, english: str = "", *, everywhere: bool = False) -> None:
        """A record with a text; every fifth has no summary. Without an English title it is called the same."""
        summary = next(self._subjects) if self._dice.randrange(5) else {"it": "", "en": ""}
        said = {one: f"{summary[one].capitalize()}, {more}." for one, more in _MORE.items() if summary[one]}
        prose = text(self._dice, self._subjects, self._words, f"ref:{self.leads_to}")
        it = {"title": fitting(facts["title"], TITLE_LIMIT), "summary": said.get("it", "")}
        self.bare(folder, id_, facts | it, f"---\n{prose['it']}")
        if everywhere or self._is_in_both():
            en = {"title": fitting(english or it["title"], TITLE_LIMIT), "summary": said.get("en", "")}
            self._translated(f"{folder}/{id_}", it, en, prose)

    def introduced(self, folder: str, title: Said) -> None:
        """What stands at the head of the list of a kind, in both languages: a title and a text."""
        prose = text(self._dice, self._subjects, self._words, f"ref:{self.leads_to}")
        it, en = ({"title": title[one], "summary": ""} for one in prose)
        self.yaml(f"intros/{folder}.md", it, f"---\n{prose['it']}")
        self._translated(f"intros/{folder}", it, en, prose)

    def _translated(self, path: str, it: Said, en: Said, prose: Said) -> None:
        """The translation of a text, up to date."""
        words = cast(Wording, SimpleNamespace(short_title=it["title"], alt="", body=prose["it"], **it))
        facts = {"title": en["title"], "translated_from": fingerprint(words), "summary": en["summary"]}
        self.yaml(f"{path}.en.md", facts, f"---\n{prose['en']}")

    def _is_in_both(self) -> bool:
        """Of every ten texts the share that was asked for, which ones by chance."""
        if not self._deck:
            self._deck = [at < round(_DECK * self._both) for at in range(_DECK)]
            self._dice.shuffle(self._deck)
        return self._deck.pop()

    def bare(self, folder: str, id_: str, facts: Facts, prose: str = "", *, cites: bool = True) -> None:
        """A record as it is; each but a source rests on the first source and on others."""
        sources = sorted({self.sources[0], *self.some(self.sources, 3)}) if cites else []
        cited: list[Facts] = [{"source": one} for one in sources]
        if cited and (named := [name for name in _FROM_THE_FIRST if name in facts]):
            cited[0]["fields"] = named
        told = {
            **facts,
            "title": fitting(facts["title"], TITLE_LIMIT),
            "verified_on": _VERIFIED,
            "sources": cited,
        }
        self.yaml(f"{folder}/{id_}.{'md' if prose else 'yaml'}", told, prose)

    def yaml(self, path: str, facts: Facts, prose: str = "") -> None:
        """A file of facts, without those that are empty."""
        stated = {key: value for key, value in facts.items() if value not in ("", [])}
        file = self._content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        written = yaml.dump(stated, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=1000)
        file.write_bytes(f"{'---' if prose else ''}\n{written}{prose}".lstrip().encode())
