"""The owner's style sheet: which words it finds, where in a showcase it looks for them, and where it does not."""

import pytest

from generator.content.style import Style, StyleTerm
from tests.harness import SiteTest

SHEET = """terms:
  - language: it
    refused: [sinergi*]
    preferred: dire chi lavora con chi
    because: non dice nulla
    unless: [Festa delle sinergie]
  - language: en
    refused: [synerg*]
    preferred: say who works with whom
    because: it says nothing
"""
AGREEMENT = "content/agreements/mobilita.md"
TRANSLATION = "content/agreements/mobilita.en.md"


def found(text: str, *refused: str, unless: tuple[str, ...] = ()) -> list[tuple[int, str]]:
    term = StyleTerm(language="it", refused=refused, preferred="altro", because="così", unless=unless)
    return [(hit.start, hit.word) for hit in Style([term]).found(text, "it")]


@pytest.mark.parametrize(
    ("text", "refused", "at"),
    [
        ("una convenzione quadro", "convenzione", [(4, "convenzione")]),
        ("Convenzione", "convenzione", [(0, "Convenzione")]),
        ("le riconvenzioni", "convenzion", []),
        ("riconvenzione", "convenzione", []),
        ("It foresees, it Foreseen.", "foresee*", [(3, "foresees"), (16, "Foreseen")]),
        ("il piano\nvuole", "il piano vuole", [(0, "il piano vuole")]),
        ("il piano vuole", "il  piano vuole", [(0, "il piano vuole")]),
        ("dell'ateneo e dell’ateneo", "dell’ateneo", [(0, "dell'ateneo"), (14, "dell’ateneo")]),
        ("an «intesa»", "«", [(3, "«")]),
        ("the city of Milan, the City of Milan", "City of Milan", [(23, "City of Milan")]),
        ("a.b", "a.b", [(0, "a.b")]),
        ("axb", "a.b", []),
        ("qualunque cosa", "*", [(0, "qualunque"), (10, "cosa")]),
    ],
)
def test_a_word_is_found_whole(text: str, refused: str, at: list[tuple[int, str]]) -> None:
    assert found(text, refused) == at


def test_the_longer_of_two_phrases_is_told() -> None:
    assert found("il piano vuole", "il piano", "il piano vuole") == [(0, "il piano vuole")]


def test_a_word_may_stand_within_a_phrase_that_is_allowed() -> None:
    assert found("La sinergia, la Festa della sinergia", "sinergia", unless=("festa della sinergia",)) == [
        (3, "sinergia")
    ]


def test_a_word_is_refused_in_its_own_language_alone() -> None:
    term = StyleTerm(language="en", refused=("convention",), preferred="agreement", because="so")
    assert Style([term]).found("convention", "it") == ()


def test_the_reason_stands_in_the_message_as_the_end_of_a_sentence() -> None:
    sheet = "terms:\n  - {language: it, refused: [percorsi], preferred: strade, because: Non dice nulla.}\n"
    found = SiteTest().write("content/style.yaml", sheet).check().found
    assert [one.values["because"] for one in found if one.code == "refused-word"] == ["non dice nulla"]


def told(site: SiteTest) -> list[tuple[str, int, int, object]]:
    problems = [one for one in site.check().found if one.code == "refused-word"]
    return [(one.place.path, one.place.line, one.place.column, one.values["word"]) for one in problems]


def site(**changed: tuple[str, str]) -> SiteTest:
    """The smallest site with the style sheet, a passage of the agreement or of its translation being another."""
    made = SiteTest().write("content/style.yaml", SHEET)
    for name, (old, new) in changed.items():
        path = {"it": AGREEMENT, "en": TRANSLATION}[name]
        made.replace(path, old, new)
    return made


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        ("title: Collefiorito e", "title: Sinergie e", 2, 8),
        ("summary: Un accordo", "summary: Una sinergia", 3, 10),
        ("form: memorandum", "form: memorandum\nvalue_note: {it: una sinergia, en: one}", 5, 18),
        ("form: memorandum", "form: memorandum\nfocus: [{it: strade, en: a synergy}]", 5, 26),
        ("Percorsi sicuri", "Percorsi [in sinergia](ref:pages/method)", 17, 14),
    ],
)
def test_a_record_is_looked_through_wherever_its_words_are_ours(old: str, new: str, line: int, column: int) -> None:
    ((path, *place, _),) = told(site(it=(old, new)))
    assert (path, place) == (AGREEMENT, [line, column])


def test_a_translation_is_looked_through_in_its_own_file() -> None:
    assert told(site(en=("Safe routes", "Synergies, safe routes"))) == [(TRANSLATION, 10, 1, "Synergies")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("form: memorandum", "form: memorandum\nform_as_named: {it: patto di sinergia, en: pact}"),
        ("Percorsi sicuri", "Percorsi <https://sinergia.example/sinergia>"),
        ("Percorsi sicuri", "Percorsi [sicuri](https://sinergia.example/)"),
        ("Percorsi sicuri", "Percorsi `sinergia`"),
        ("Percorsi sicuri", "Percorsi synergy"),
        ("Percorsi sicuri", "Alla Festa delle sinergie"),
    ],
)
def test_what_others_named_and_what_is_no_word_is_let_be(old: str, new: str) -> None:
    assert told(site(it=(old, new))) == []


def test_the_names_of_bodies_and_the_titles_of_sources_are_let_be() -> None:
    made = site().replace("content/sources/comunicato-mobilita.yaml", "Ateneo", "Sinergia")
    made.replace("content/organisations/comune-di-valdombra.yaml", "Comune di", "Sinergia di")
    assert told(made) == []


def test_the_settings_are_looked_through() -> None:
    made = site().replace("content/site.yaml", "Una vetrina", "Una sinergia")
    assert told(made) == [("content/site.yaml", 3, 7, "sinergia")]


VOCABULARY = """title: {it: Temi in sinergia, en: Topics}
version: 2026-11
source: sinergia
terms:
  - id: sinergia
    label: {it: Acqua, en: Synergies of water}
"""


def test_the_vocabularies_are_looked_through() -> None:
    path = "content/vocabularies/topics.yaml"
    assert told(site().write(path, VOCABULARY)) == [(path, 1, 13, "sinergia"), (path, 6, 28, "Synergies")]


def test_a_word_of_a_vocabulary_is_told_at_its_line_where_an_entry_before_it_is_set_aside() -> None:
    path = "content/vocabularies/topics.yaml"
    made = site().write(path, VOCABULARY.replace("terms:\n", "terms:\n  - id: without-label\n"))
    assert told(made)[1:] == [(path, 7, 28, "Synergies")]


def test_a_record_may_keep_a_word_with_a_reason() -> None:
    allowed = "form: memorandum\nallow: [{code: refused-word, because: è il nome di un progetto}]"
    assert told(site(it=("form: memorandum", allowed)).replace(AGREEMENT, "Percorsi", "Sinergie")) == []


def test_a_sheet_is_of_the_languages_of_the_site() -> None:
    made = SiteTest().write("content/style.yaml", SHEET.replace("language: en", "language: de"))
    assert [(one.code, one.place.line) for one in made.check().found] == [("unused-language", 1)]


def test_a_site_without_a_sheet_refuses_nothing() -> None:
    assert SiteTest().replace(AGREEMENT, "Percorsi", "Sinergie").check().codes() == ["stale-translation"]


def test_a_sheet_that_changes_is_followed_by_the_next_build() -> None:
    made = site(it=("Percorsi sicuri", "Percorsi in sinergia")).build()
    assert "refused-word" in made.codes()
    made.replace("content/style.yaml", "sinergi*", "rete").build()
    assert "refused-word" not in made.codes()


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ("La prima *scelta* è questa.", 4),
        ("La **prima** scelta è questa.", 6),
        ("La _prima_ scelta è questa.", 5),
        ("La prima [scelta](https://a.example) è questa.", 4),
        ("[La prima](https://a.example) [*scelta*](ref:pages/method) è questa.", 5),
    ],
)
def test_a_phrase_is_found_however_emphasis_and_links_part_it(written: str, column: int) -> None:
    sheet = "terms:\n  - {language: it, refused: [prima scelta], preferred: scelta, because: è vago}\n"
    site = SiteTest().write("content/style.yaml", sheet)
    site.replace(AGREEMENT, "Percorsi sicuri", f"{written}\n\nPercorsi sicuri").check()
    told = [(one.place.line, one.place.column, one.values["word"]) for one in site.found if one.code == "refused-word"]
    line = site.read(AGREEMENT).splitlines().index(written) + 1
    assert told == [(line, column, "prima scelta")]


@pytest.mark.parametrize(
    "written", ["La prima `scelta`.", "La prima https://a.example/ scelta.", "La prima <br> scelta."]
)
def test_code_and_addresses_part_a_phrase(written: str) -> None:
    sheet = "terms:\n  - {language: it, refused: [prima scelta], preferred: scelta, because: è vago}\n"
    site = SiteTest().write("content/style.yaml", sheet)
    assert "refused-word" not in site.replace(AGREEMENT, "Percorsi sicuri", f"{written}\n\nPercorsi sicuri").codes()
