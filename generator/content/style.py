"""`content/style.yaml`: the words an owner refuses, each with what to write instead and the reason.

A word is found whole; one without capitals is found with them too. A space stands for any white space, an apostrophe
for either sign, and `*` at the end of a word for any ending: `foresee*` finds “foresees” and “Foreseen”.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from generator.fields.declare import Group, GroupOf, many, needed
from generator.fields.texts import LANGUAGE, TEXT, TextType
from generator.fields.types import ListOf
from generator.words import N_

STYLE_FILE = "content/style.yaml"
_ANY_ENDING = "*"
_WORD = re.compile(r"\w+")


class StyleTerm(Group):
    """Words that are refused in a language, and what to write instead."""

    singular: ClassVar[str] = N_("an entry of the style sheet")
    language: str = needed(LANGUAGE, N_("Language"), help=N_("The language it holds for, by its code of two letters."))
    refused: tuple[str, ...] = needed(
        ListOf(TextType("vede protagonist*"), 1),
        N_("Refused"),
        help=N_("The words or phrases not to be written; * at the end of a word stands for any ending."),
        example=["vede protagonist*"],
    )
    preferred: str = needed(
        TEXT,
        N_("Preferred"),
        help=N_("What to write instead; several ways with commas between them."),
        example="dire chi fa che cosa",
    )
    because: str = needed(
        TEXT,
        N_("Reason"),
        help=N_("Why, for those who write: half a sentence, without a full stop."),
        example="è una formula che non dice nulla",
    )
    unless: tuple[str, ...] = many(
        TEXT,
        N_("Unless within"),
        help=N_("The phrases in which the words may stand, such as the name of an act."),
        example=["vede protagonista il fiume"],
    )


class StyleSheet(Group):
    """The owner's style sheet of words."""

    singular: ClassVar[str] = N_("the style sheet")
    terms: tuple[StyleTerm, ...] = needed(
        ListOf(GroupOf(StyleTerm), 1),
        N_("Entries"),
        help=N_("The words refused, in the order in which they are to be read."),
        example=[
            {"language": "it", "refused": ["sinergi*"], "preferred": "dire chi lavora con chi", "because": "è vago"}
        ],
    )


@dataclass(frozen=True)
class Refused:
    """A refused word in a text: where it begins, how it is written there, and the entry that refuses it."""

    start: int
    word: str
    term: StyleTerm


class Style:
    """A style sheet ready to look for its words."""

    def __init__(self, terms: Iterable[StyleTerm] = ()) -> None:
        self._of: dict[str, list[_PhraseFinder]] = {}
        for term in terms:
            self._of.setdefault(term.language, []).append(_PhraseFinder(term))

    def found(self, text: str, language: str) -> tuple[Refused, ...]:
        """The refused words of a text in a language, in the order in which they stand."""
        lowered = text.lower()
        hits = (hit for one in self._of.get(language, ()) if one.may_be_in(lowered) for hit in one.found(text))
        return tuple(sorted(hits, key=lambda hit: hit.start))


class _PhraseFinder:
    """Looks for the words of an entry."""

    def __init__(self, term: StyleTerm) -> None:
        self._term = term
        self._longest = tuple(max(_WORD.findall(phrase.lower()), key=len, default="") for phrase in term.refused)

    def may_be_in(self, lowered: str) -> bool:
        """Whether a text in small letters has what a phrase cannot do without: nearly all have not."""
        return any(word in lowered for word in self._longest)

    def found(self, text: str) -> Iterator[Refused]:
        """Each place where the entry refuses what a text says."""
        allowed = [match.span() for match in self._unless.finditer(text)] if self._term.unless else []
        for hit in self._refused.finditer(text):
            if hit[0] and not any(start <= hit.start() and hit.end() <= end for start, end in allowed):
                yield Refused(hit.start(), " ".join(hit[0].split()), self._term)

    @cached_property
    def _refused(self) -> re.Pattern[str]:
        return _pattern(self._term.refused)

    @cached_property
    def _unless(self) -> re.Pattern[str]:
        return _pattern(self._term.unless)


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases, the longest first."""
    longest_first = sorted(phrases, key=lambda phrase: -len(phrase))
    return re.compile("|".join(map(_phrase, longest_first)))


def _phrase(phrase: str) -> str:
    """A phrase that goes on at neither end, where it begins and ends with a letter."""
    before, after = (r"(?<!\w)" if _WORD.match(phrase) else ""), (r"(?!\w)" if _WORD.match(phrase[-1:]) else "")
    whole = before + r"\s+".join(map(_word, phrase.split())) + after
    return f"(?i:{whole})" if phrase == phrase.lower() else whole


def _word(word: str) -> str:
    whole = re.escape(word.removesuffix(_ANY_ENDING)).replace("’", "'").replace("'", "[’']")
    return whole + (r"\w*" if word.endswith(_ANY_ENDING) else "")
