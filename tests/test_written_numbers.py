"""Numbers as sentences write them, in figures and in words."""

import pytest

from generator.charts.written_numbers import numbers_in


@pytest.mark.parametrize(
    ("language", "sentence", "numbers"),
    [
        ("it", "Nel 2024 riaperti 2.030,5 metri", {"2024": 2024, "2.030,5": 2030.5}),
        ("it", "Sono 10mila, o 3 mila", {"10mila": 10_000, "3 mila": 3000}),
        ("it", "Tremila metri in due anni", {"Tremila": 3000, "due": 2}),
        ("it", "duemilatrenta e duemilaventiquattro", {"duemilatrenta": 2030, "duemilaventiquattro": 2024}),
        ("it", "mille, millecinquecento, centomila", {"mille": 1000, "millecinquecento": 1500, "centomila": 100_000}),
        ("it", "ventuno, ventun, ventotto, ventitré", {"ventuno": 21, "ventun": 21, "ventotto": 28, "ventitré": 23}),
        ("it", "cento, centodue, novecentonovantanove", {"cento": 100, "centodue": 102, "novecentonovantanove": 999}),
        ("it", "cinque per cento", {"cinque": 5}),
        ("it", "Uno su una decina, un centinaio, migliaia, alcune mila", {}),
        ("it", "Sette di dieci", {"Sette": 7, "dieci": 10}),
        ("it", "settembre, ottobre, dieresi, seicolori", {}),
        ("en", "Three thousand metres in 2024", {"Three thousand": 3000, "2024": 2024}),
        ("en", "two thousand and thirty", {"two thousand and thirty": 2030}),
        ("en", "a hundred, one thousand, 10 thousand", {"a hundred": 100, "one thousand": 1000, "10 thousand": 10_000}),
        ("en", "nine hundred and ninety-nine", {"nine hundred and ninety-nine": 999}),
        ("en", "between two and three", {"two": 2, "three": 3}),
        ("en", "one of a dozen, hundreds, several thousand, often, heighten", {}),
        ("en", "twenty-one, forty", {"twenty-one": 21, "forty": 40}),
        ("it", "1,5 milioni, 3 mln", {"1,5 milioni": 1_500_000, "3 mln": 3_000_000}),
        ("it", "Un milione e mezzo, due miliardi", {"Un milione e mezzo": 1_500_000, "due miliardi": 2_000_000_000}),
        ("it", "Il cinque per mille, il 5 per mille e il 5x1000 di 20 enti", {"20": 20}),
        ("en", "a million, 2.5 million", {"a million": 1_000_000, "2.5 million": 2_500_000}),
        ("de", "1,5 Millionen", {"1,5 Millionen": 1_500_000}),
        ("fr", "1,5 million", {"1,5 million": 1_500_000}),
        ("de", "zwei von 1.200", {"1.200": 1200}),
    ],
)
def test_the_numbers_of_a_sentence(language: str, sentence: str, numbers: dict[str, float]) -> None:
    found = numbers_in(sentence, language)
    assert [(one, float(number)) for one, number in found] == list(numbers.items())
