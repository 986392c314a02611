"""Which texts look like a telephone number or a person's mailbox, and which do not."""

import pytest

from tests.harness import SiteTest

PAGE = "content/organisations/biblioteca.md"
FACTS = "---\ntitle: Biblioteca\nnature: cultural-body\nsources:\n  - source: comunicato-mobilita\n---\n"


def codes(text: str) -> list[str]:
    return SiteTest().write(PAGE, f"{FACTS}{text}\n").check().codes()


@pytest.mark.parametrize(
    "number",
    (
        "02 1234 5678 | +39 02 12345678 | 0039 02 12345678 | +39 333 123 4567 | 333 1234567 | 347.123.4567"
        " | 3331234567 | 0471 123456 | 06/12345678 | +390212345678 | 011-1234567"
    ).split(" | "),
)
def test_a_telephone_number_is_told(number: str) -> None:
    assert codes(f"Chiamare lo {number}.") == ["phone-number"]


@pytest.mark.parametrize(
    "text",
    [
        "Nel 2012-2013 e nel 2019/2020.",
        "Il 15/03/2023, il 01-02-2025 e il 2025-03-26.",
        "Circa 2.500.000 euro, cioè 2 500 000.",
        "Delibera n. 123/2024 e D.M. 270/2004.",
        "CAP 20133 Milano, via Bassini 15.",
        "CUP D43C22003080001 e IBAN IT60X0542811101000000123456.",
        "ISBN 978-88-420-1234-5 e DOI 10.1000/182.",
        "Dalle 18:30 alle 20.00, il 12 e il 13.",
        "Sono 340 progetti e 1200 persone.",
        "Vedi https://a.example/333-1234567/02-12345678.",
        "Codice 06123 e prot. 0012345.",
    ],
)
def test_other_numbers_are_not(text: str) -> None:
    assert codes(text) == []


def test_a_telephone_number_hides_nowhere() -> None:
    site = SiteTest()
    site.write(PAGE, FACTS.replace("title: Biblioteca", "title: Biblioteca 02 1234 5678") + "\n\nDue: 02 1234 5678\n")
    english = "---\ntitle: x\nsummary: call 02 1234 5678\n---\n+39 333 1234567\n"
    site.write("content/organisations/biblioteca.en.md", english)
    site.replace("content/agreements/mobilita.md", "duration", "focus:\n  - {it: lo 02 1234 5678, en: x}\nduration")
    told = [one.place for one in site.check().found if one.code == "phone-number"]
    assert sorted((place.path.rpartition("/")[2], place.line, place.column) for place in told) == [
        ("biblioteca.en.md", 3, 15),
        ("biblioteca.en.md", 5, 1),
        ("biblioteca.md", 2, 19),
        ("biblioteca.md", 9, 6),
        ("mobilita.md", 9, 13),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("anna.verdi@a.example", ["personal-email"]),
        ("Anna.Verdi@a.example", ["personal-email"]),
        ("<anna.verdi@a.example>", ["personal-email"]),
        ("[Anna](mailto:anna.verdi@a.example)", ["personal-email"]),
        ("ufficio.stampa@a.example e urp@a.example", []),
        ("[ufficio](mailto:ufficio.stampa@a.example)", []),
        ("l’account @ateneo su una rete", []),
        ("https://a.example/@anna/x", []),
    ],
)
def test_a_mailbox_is_told_once_unless_it_is_an_office(text: str, told: list[str]) -> None:
    assert codes(f"Scrivere a {text}") == told


def test_a_mailbox_in_a_field_is_told_once() -> None:
    site = SiteTest().write(PAGE, FACTS.replace("nature", "contact: anna.verdi@a.example\nnature"))
    site.check().problems(("personal-email", PAGE, 3, 10))


def test_what_a_record_explains_is_not_told() -> None:
    allow = "allow:\n  - {code: phone-number, because: è il numero di una delibera}\nnature"
    text = FACTS.replace("nature", allow) + "Delibera 02 1234 5678, di anna.verdi@a.example\n"
    assert SiteTest().write(PAGE, text).check().codes() == ["personal-email"]


def test_the_hash_of_a_translation_is_no_number_of_a_person() -> None:
    site = SiteTest()
    site.write("content/pages/method.en.md", "---\ntitle: Method\ntranslated_from: 333123 4567ab\n---\n\nText.\n")
    assert "phone-number" not in site.check().codes()
