"""What the interface says, in every language it speaks."""

import datetime
import re
import string
from decimal import Decimal
from functools import cache

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER
from generator.problems.codes import CODES
from generator.words import N_, Phrase, languages, words_for
from tests.harness import SiteTest
from tests.long import IS_LONG
from tests.tools.catalogues import ROOT, Key, extracted

OTHERS = [language for language in languages() if language != "en"]


@cache
def catalogue(language: str) -> Catalog:
    with (ROOT / f"generator/locale/{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def translated(language: str) -> dict[Key, tuple[str, ...]]:
    found: dict[Key, tuple[str, ...]] = {}
    for message in catalogue(language):
        if message.id:
            one, plural = message.id if isinstance(message.id, tuple | list) else (message.id, None)
            said = message.string if isinstance(message.string, tuple | list) else (message.string,)
            found[message.context, one, plural] = tuple(text or "" for text in said)
    return found


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_messages_are_found() -> None:
    found = extracted()
    assert len(found) > 300
    assert (None, "Signature", None) in found, "the label of a field"
    assert (None, "framework agreement", None) in found, "the label of a choice"
    assert ("millions", "€{amount}", None) in found, "with a context"
    assert (None, "{number} error", "{number} errors") in found, "with a plural"


AGREES = re.compile(
    r"\b(ciascun|ognun|nessun)[oa]\b|\b(un altro|un’altra|altri|altre|tutti|tutte|esso|essa|essi|esse|quello|quella)\b"
)
"""Italian words that agree with the gender of what they stand for."""


def test_italian_says_nothing_of_a_kind_that_would_have_to_agree_with_its_gender() -> None:
    """What stands in these gaps is called by a kind, of which each has its own gender: “2 aree: di ciascuno”."""
    said = ((key[1], text) for key, texts in translated("it").items() for text in texts)
    found = [one for one, text in said if gaps(text) & {"count", "label", "kind"} and AGREES.search(text)]
    assert found == []
    assert AGREES.search("2 aree: che cosa si sa di ciascuno") and AGREES.search("Imprese: altri 3")


UNREAD = [language for language in OTHERS if language != "it"]
"""The languages whose catalogues no native reader has read yet, which they say above their header."""


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_translated(language: str) -> None:
    said = translated(language)
    missing = [f"{where}: {key[1]}" for key, where in extracted().items() if not all(said.get(key, ("",)))]
    assert missing == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_says_whether_it_was_read(language: str) -> None:
    first = (ROOT / f"generator/locale/{language}.po").read_text("utf-8").splitlines()[0]
    assert (first == "# Not yet read by a native reader.") is (language in UNREAD)


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_outlives_its_message(language: str) -> None:
    assert [key[1] for key in translated(language).keys() - extracted().keys()] == []
    assert list(catalogue(language).obsolete) == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_a_guess(language: str) -> None:
    assert [message.id for message in catalogue(language) if message.id and message.fuzzy] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_fills_the_same_gaps(language: str) -> None:
    """Only a singular may leave its number out."""
    wrong = [
        text
        for (_, one, plural), said in translated(language).items()
        for number, text in enumerate(said)
        if text and gaps(text) != gaps(plural or one) - ({"number"} - gaps(text) if plural and number == 0 else set())
    ]
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_every_plural_of_its_language(language: str) -> None:
    expected = catalogue(language).num_plurals
    wrong = [key[1] for key, said in translated(language).items() if len(said) != (expected if key[2] else 1)]
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("kind", BY_FOLDER.values(), ids=lambda kind: kind.folder)
def test_a_kind_stands_with_its_article_where_a_sentence_names_it(language: str, kind: type[Kind]) -> None:
    """No preposition before it that would change or swallow the article."""
    words, values = words_for(language), {"key": "x", "where": Phrase(kind.singular), "what": Phrase(kind.singular)}
    for message in (CODES["unknown-key"].message, N_("For {what}, these are missing: {fields}.")):
        said = words.say(Phrase(message, {**values, "fields": ["x"]}))
        assert not re.search(r"\b(de|di|à|von|für|in|zu) (une?|una?|uno|eine?|l[ae]|il|der|die|das|ein)\b", said), said


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_ends_as_its_message_does(language: str) -> None:
    def ending(text: str) -> str:
        return text[-1] if text[-1] in ".:?…!" else ""

    def margins(text: str) -> tuple[str, str]:
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    wrong = [
        (key[1], text)
        for key, said in translated(language).items()
        for text in said
        if text and (ending(text) != ending(key[1]) or margins(text) != margins(key[1]))
    ]
    assert wrong == []


def test_no_page_says_what_the_catalogue_does_not_know(unknown: set[str]) -> None:
    """Whatever way a message takes to a page, also where the extraction cannot see it.

    In Italian, drafts included: all catalogues are held to have the same messages. `make test-long` says them in four.
    """
    site = SiteTest("showcase")
    if IS_LONG:
        site.replace("content/site.yaml", "languages: [it, en]", "languages: [it, en, de, fr]").build().whole()
    site.build(drafts=True).whole()
    assert unknown == set()


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_a_sentence_and_its_mend_too(code: str) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
    for text in (CODES[code].message, CODES[code].hint):
        assert text[0] in "“" or text[0].isupper() or text[0] == "{"
        assert text[-1] in ".…:}”)"


# --- dates, numbers, money ---


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("it", (2025, 3, 1), "1º marzo 2025"),
        ("it", (2025, 3, 11), "11 marzo 2025"),
        ("it", (2025, 3, 26), "26 marzo 2025"),
        ("it", (2025, 3), "marzo 2025"),
        ("it", (2025,), "2025"),
        ("en", (2025, 3, 1), "1 March 2025"),
        ("en", (2025, 3, 26), "26 March 2025"),
        ("en", (2025, 3), "March 2025"),
        ("en", (900,), "900"),
    ],
)
def test_a_date_reads_as_it_is_spoken(language: str, day: tuple[int, ...], said: str) -> None:
    assert words_for(language).day(*day) == said


@pytest.mark.parametrize(
    ("language", "amount", "said"),
    [
        ("it", "2500000", "2,5 milioni di euro"),
        ("it", "1000000", "1 milione di euro"),
        ("it", "1250000", "1,25 milioni di euro"),
        ("it", "73500", "73.500 euro"),
        ("it", "1234567", "1.234.567 euro"),
        ("it", "1", "1 euro"),
        ("it", "0.5", "0,5 euro"),
        ("en", "2500000", "€2.5 million"),
        ("en", "1000000", "€1 million"),
        ("en", "73500", "€73,500"),
        ("en", "1", "€1"),
    ],
)
def test_money_reads_as_it_is_spoken(language: str, amount: str, said: str) -> None:
    assert words_for(language).money(Decimal(amount)).replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [("it", 1234, "1.234"), ("it", Decimal("0.5"), "0,5"), ("en", 1234, "1,234"), ("en", 0, "0")],
)
def test_numbers_have_the_separators_of_their_language(language: str, number: int | Decimal, said: str) -> None:
    assert words_for(language).number(number) == said


@pytest.mark.parametrize(
    ("language", "size", "said"),
    [
        ("it", 0, "0 byte"), ("it", 1, "1 byte"), ("it", 999, "999 byte"), ("it", 1000, "1\N{NO-BREAK SPACE}kB"),
        ("it", 999_999, "999\N{NO-BREAK SPACE}kB"), ("it", 1_250_000, "1,2\N{NO-BREAK SPACE}MB"),
        ("en", 1, "1 byte"), ("en", 13, "13 bytes"), ("en", 345_678, "345 kB"), ("en", 3_000_000_000, "3,000 MB"),
    ],
)  # fmt: skip
def test_sizes_of_files_read_in_the_unit_that_fits(language: str, size: int, said: str) -> None:
    assert words_for(language).size(size) == said


@pytest.mark.parametrize(
    ("language", "said"), [("en", ["0 errors", "1 error", "2 errors"]), ("it", ["0 errori", "1 errore", "2 errori"])]
)
def test_plurals(language: str, said: list[str]) -> None:
    count = words_for(language).count
    assert [count("{number} error", "{number} errors", number) for number in range(3)] == said


def test_lists_are_joined_as_a_sentence_does() -> None:
    assert words_for("it").listed(["a", "b", "c"]) == "a, b e c"
    assert words_for("en").listed(["a", "b", "c"]) == "a, b and c"
    assert words_for("en").listed(["a"]) == "a"


def test_values_inside_values_are_said_too() -> None:
    phrase = Phrase("{folder} is not a folder.", {"folder": Phrase("Pages")})
    assert words_for("it").say(phrase) == "Pagine non è una cartella."
    told = words_for("en").text("{a} {b} {c}", a=["x", "y"], b=datetime.date(2026, 11, 22), c=Decimal("1234.5"))
    assert told == "x, y 22 November 2026 1,234.5"


@pytest.mark.parametrize("language", languages())
def test_of_nothing_nothing_is_said(language: str) -> None:
    assert words_for(language).text("") == ""
