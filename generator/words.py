"""The interface's words in one language: texts, plurals, dates, numbers, lists.

English stands in the code and the templates; every other language is one catalogue in `locale/`, read through Babel.
A `Words` is a value that is passed along: nothing here is global.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO

from babel import Locale
from babel.core import get_global
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_decimal
from babel.support import NullTranslations, Translations

from generator.catalogue_file import compiled_catalogue
from generator.machine.memo import OF_THE_PROGRAM, Memo, version_of

SOURCE_LANGUAGE = "en"
_REGIONS = {"en": "en_GB"}  # the English we write is British
_MILLION = 1_000_000
_EUPHONY = {"it": (" e ", " ed ", "eEèÈ")}
"""How a language joins the last item of a list, how it does before some letters, and before which."""
_MANY = 10_000
"""Dates, numbers and names that are remembered as they are written: pages repeat them."""


@dataclass(frozen=True)
class Phrase:
    """An English sentence with {named} gaps and what fills them, not yet said in any language."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Labelled:
    """A name as it is written in files, to be told with what it is called, in English."""

    name: str
    label: str


@dataclass(frozen=True)
class Language:
    """A language to be named in a message: each language has its own name for it."""

    code: str


def N_(text: str) -> str:
    """Mark a text for the catalogues where it is declared; it is said later, through a `Words`."""
    return text


def NN_(one: str, many: str) -> tuple[str, str]:
    """Mark a text that depends on a count; `Words.count` says it."""
    return one, many


@dataclass(frozen=True)
class Words:
    """What the interface says in `language`."""

    language: str
    locale: Locale
    catalogue: NullTranslations

    def reworded(self, said: Mapping[str, str | tuple[str, str]]) -> "Words":
        """The same words but for some messages; of one that depends on a count, what is said of one and of more."""
        return replace(self, catalogue=_Reworded(self.catalogue, said))

    def text(self, message: str, /, **values: object) -> str:
        """Say `message` (English, with {named} gaps) with `values` in the gaps; of nothing, nothing."""
        return self._filled(self.catalogue.gettext(message), values) if message else ""

    def in_context(self, context: str, message: str) -> str:
        """Say a message whose English alone is ambiguous."""
        return str(self.catalogue.pgettext(context, message))

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Say a message that depends on a count; {number} stands for the count as this language writes it."""
        said = self.catalogue.ngettext(one, many, number)
        return self._filled(said, {"number": self.number(number), **values})

    def say(self, phrase: Phrase) -> str:
        """Say a phrase, and the phrases inside it."""
        return self.text(phrase.text, **phrase.values)

    def number(self, number: int | Decimal) -> str:
        """Write a number with this language's separators."""
        return _number(number, self.locale)

    def seconds(self, seconds: float) -> str:
        """Write a time to a tenth of a second."""
        return self.number(Decimal(f"{seconds:.1f}"))

    def money(self, amount: Decimal) -> str:
        """Write an amount in euros: 2500000 is "€2.5 million", 73500 "€73,500"."""
        if amount >= _MILLION and amount % 10_000 == 0:
            millions = format_compact_decimal(amount, format_type="long", locale=self.locale, fraction_digits=2)
            return self.in_context("millions", "€{amount}").format(amount=millions)
        if amount == 1:
            return self.text("€1")
        return self.text("€{amount}", amount=self.number(amount))

    def size(self, size: int) -> str:
        """Write the size of a file, given in bytes: "13 bytes", "345 kB", "1.2 MB"."""
        if size < 1000:
            return self.count("{number} byte", "{number} bytes", size)
        if size < _MILLION:
            return self.text("{amount} kB", amount=self.number(size // 1000))
        return self.text("{amount} MB", amount=self.number(Decimal(size // (_MILLION // 10)) / 10))

    def day(self, year: int, month: int | None = None, day: int | None = None, *, short: bool = False) -> str:
        """Write a date, or a partial one: "26 March 2025", "March 2025", "2025"; or "26 Mar 2025"."""
        if month is None:
            return str(year)
        if day is None:
            return _formatted(datetime.date(year, month, 1), "LLL y" if short else "LLLL y", self.locale)
        whole = self.locale.date_formats["long"].pattern
        written = _formatted(
            datetime.date(year, month, day), whole.replace("MMMM", "MMM") if short else whole, self.locale
        )
        first = self.in_context("first day of a month", "1")
        return f"{first}{written[1:]}" if day == 1 else written

    def short_month(self, month: int) -> str:
        """The name of a month in a few letters."""
        return _formatted(datetime.date(2000, month, 1), "LLL", self.locale)

    def hour(self, time: datetime.time) -> str:
        """Write an hour: "18:30"."""
        return str(format_time(time, "HH:mm", locale=self.locale))

    def date(self, day: datetime.date) -> str:
        """Write a full date."""
        return self.day(day.year, day.month, day.day)

    def listed(self, items: Iterable[str], last: str = "") -> str:
        """Join items as a sentence does: "a, b and c"; `last` is how the last one will read, if not as it stands."""
        written = list(items)
        said = str(format_list(written, locale=self.locale))
        usual, euphonic, letters = _EUPHONY.get(self.language, ("", "", ""))
        if len(written) > 1 and (first := (last or written[-1])[:1]) and first in letters:
            head, _, tail = said.rpartition(f"{usual}{written[-1]}")
            return f"{head}{euphonic}{written[-1]}{tail}"
        return said

    def either(self, items: Iterable[str]) -> str:
        """Join items as alternatives: "a, b or c"."""
        return str(format_list(list(items), style="or", locale=self.locale))

    def language_name(self, code: str) -> str:
        """What this language calls another; the code where it has no name for it."""
        return _language_names(self.language).get(code, code)

    def _filled(self, text: str, values: Mapping[str, object]) -> str:
        if "{" not in text:
            return text
        return text.format_map({name: self._said(value) for name, value in values.items()})

    def _said(self, value: object) -> object:
        """A value as it stands in a message: dates, numbers and lists as this language writes them."""
        if isinstance(value, str):
            return value
        if isinstance(value, Phrase):
            return self.say(value)
        if isinstance(value, Labelled):
            label = self.text(value.label)
            return value.name if label.casefold() == value.name.casefold() else f"{value.name} ({label})"
        if isinstance(value, Language):
            return self.language_name(value.code)
        if isinstance(value, datetime.date):
            return self.date(value)
        if isinstance(value, Decimal):
            return self.number(value)
        if isinstance(value, list | tuple | dict):
            return ", ".join(str(self._said(item)) for item in value) or self.text("none")
        return value


class _Reworded(NullTranslations):
    """A catalogue with other words for some messages."""

    def __init__(self, catalogue: NullTranslations, said: Mapping[str, str | tuple[str, str]]) -> None:
        super().__init__()
        self._catalogue, self._said = catalogue, said

    def gettext(self, message: str) -> str:
        said = self._said.get(message)
        return said if isinstance(said, str) else str(self._catalogue.gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        said = self._said.get(msgid1)
        return said[n != 1] if isinstance(said, tuple) else str(self._catalogue.ngettext(msgid1, msgid2, n))

    def pgettext(self, context: str, message: str) -> str:
        return str(self._catalogue.pgettext(context, message))


@lru_cache(maxsize=_MANY)
def _formatted(day: datetime.date, pattern: str, locale: Locale) -> str:
    return str(format_date(day, pattern, locale=locale))


@lru_cache(maxsize=_MANY, typed=True)
def _number(number: int | Decimal, locale: Locale) -> str:
    return str(format_decimal(number, locale=locale, group_separator=True))


@cache
def _language_names(language: str) -> Mapping[str, str]:
    """What a language calls all languages, by their codes of two or three letters."""
    return {code: name for code, name in Locale.parse(language).languages.items() if len(code) in (2, 3)}


def called(*messages: str) -> tuple[str, ...]:
    """What messages say in each language of the interface; those of several words are parted by commas."""
    found = (words_for(language).text(message) for language in languages() for message in messages if message)
    return tuple(dict.fromkeys(word.strip() for said in found for word in (said, *said.split(","))))


def is_language(code: str) -> bool:
    """Whether a language has this code, which is in small letters."""
    return any(code in _language_names(language) for language in languages())


def language_codes() -> list[str]:
    """The codes of all languages that the interface has a name for."""
    return sorted({code for language in languages() for code in _language_names(language)})


def language_called(name: str) -> str:
    """The code of a language by its name in any language of the interface; "" where none has it, or two differ."""
    spelt, names = name.strip().casefold(), map(_language_names, languages())
    if found := {code for named in names for code, called in named.items() if called.casefold() == spelt}:
        return found.pop() if len(found) == 1 else ""
    code = get_global("language_aliases").get(spelt) or (spelt[:2] if spelt[2:3] in ("", "-", "_") else "")
    return code if is_language(code) else ""


@cache
def words_for(language: str) -> Words:
    """The words of `language`, which must be one of `languages()`."""
    if language == SOURCE_LANGUAGE:
        return _words(language, NullTranslations())
    written = (resources.files("generator") / "locale" / f"{language}.po").read_bytes()
    return _words(language, _catalogue(language, written, OF_THE_PROGRAM))


def words_of(language: str, written: bytes, memo: Memo) -> Words:
    """The words of `language` that a catalogue has; what it does not have is said in ours, else in English.

    `memo` remembers the catalogue as it was compiled. Raises CatalogueError.
    """
    catalogue = _catalogue(language, written, memo)
    if language in languages():
        catalogue.add_fallback(words_for(language).catalogue)
    return _words(language, catalogue)


def _words(language: str, catalogue: NullTranslations) -> Words:
    return Words(language, Locale.parse(_REGIONS.get(language, language)), catalogue)


def _catalogue(language: str, written: bytes, memo: Memo) -> Translations:
    def compiled() -> bytes:
        return compiled_catalogue(written, language)

    return Translations(BytesIO(memo.recall(compiled, "catalogue-2", version_of("babel"), language, written)))


@cache
def languages() -> tuple[str, ...]:
    """The languages the interface speaks."""
    catalogues = (resources.files("generator") / "locale").iterdir()
    found = (entry.name.removesuffix(".po") for entry in catalogues if entry.name.endswith(".po"))
    return (SOURCE_LANGUAGE, *sorted(found))
