"""Names that every computer and every host can keep."""

import pytest

from generator.fields.file_names import unusable
from generator.words import words_for


@pytest.mark.parametrize("name", ["verbale.pdf", "Perché no.pdf", "com10.txt", "conti.csv", "a.b.c", "php.x", "a.phpx"])
def test_what_every_computer_keeps(name: str) -> None:
    assert unusable(name) is None


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("note?.txt", "“?” cannot stand"),
        ("com1.txt", "Windows keeps"),
        ("COM¹.txt", "Windows keeps"),
        ("Lpt³", "Windows keeps"),
        ("conin$.pdf", "Windows keeps"),
        ("CONOUT$", "Windows keeps"),
        ("a\tb.pdf", "nobody sees, U+0009"),
        ("a\x7fb.pdf", "nobody sees, U+007F"),
        ("fattura\u202efdp.exe", "nobody sees, U+202E"),
        ("a\u2067b.pdf", "nobody sees, U+2067"),
        ("nota.php.csv", "“.php” stands in it"),
        ("Nota.PHTML .csv", "“.phtml” stands in it"),
        ("nota.cgi", "“.cgi” stands in it"),
        (" a.pdf", "begins or ends"),
        ("a" * 241, "longer than 240 bytes"),
    ],
)
def test_what_some_cannot_keep_is_told(name: str, why: str) -> None:
    said = unusable(name)
    assert said
    assert why in words_for("en").say(said)
