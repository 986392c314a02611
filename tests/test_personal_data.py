"""What is found as personal data, and what is not: every spelling, as the page shows it."""

from pathlib import Path
from time import process_time

import pytest
import yaml

from generator.content.plain_texts import shown_by_folded
from generator.content.prose import read_prose
from generator.personal_data.find import personal_data, personal_data_of_file, personal_data_of_page
from generator.personal_data.seen_text import shown_by_fact, shown_by_markup

TABLE = yaml.load((Path(__file__).parent / "personal_data.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
PERSONAL = [(code, text) for code, texts in TABLE.items() if code != "none" for text in texts]


def found_in_text(text: str) -> list[str]:
    return sorted({code for code, _ in personal_data(shown_by_markup(read_prose(f"Qui c’è {text}").html))})


def test_the_table_is_long_enough():
    assert len({text for _, text in PERSONAL}) >= 150 and len(set(TABLE["none"])) >= 100


@pytest.mark.parametrize(("code", "text"), PERSONAL)
def test_it_is_found(code: str, text: str) -> None:
    assert found_in_text(text) == [code]


@pytest.mark.parametrize("text", TABLE["none"])
def test_it_is_none(text: str) -> None:
    assert found_in_text(text) == []
    assert list(personal_data(shown_by_fact(text))) == []


@pytest.mark.parametrize("between", [" / ", "\n", ", ", " ", "; IBAN ", " e "])
def test_an_account_after_another_is_found(between: str) -> None:
    accounts = [account for account in TABLE["bank-account"] if account.startswith(("FR", "GB", "DE", "NO", "CH"))]
    text = between.join(accounts)
    assert [value for _, value in personal_data(shown_by_fact(text))] == accounts


ROWS = """x|é|1|x1|A|1.|a-|-at-|a-at-|-at-a.|_at_a.|a.-at-|@|a@|a@a.|a(a)|(|( | |+|_|__a|;|1;|\t|\\|"a|«a|& |<
<a |href="|title='|tel:|https://|wa.me/|api.whatsapp.com/send?|api.whatsapp.com/send?x&|viber://a?|viber://a?x&|a dot
a.b dot c@|a chiocciola |IT60 X|RSS|A1-|prot. |passaporto |CIE |\u00ad|³
{a,|a}@|tre 12 |12tre|3due|_at_a_dot_|«at»|[a}|-dot-|347 uno due tre |IT60 X0542 """
"""What a text may repeat for long, to the harm of who looks through it."""


@pytest.mark.parametrize("row", [row for line in ROWS.split("\n") for row in line.split("|")])
def test_a_text_that_is_longer_takes_longer_by_as_much(row: str) -> None:
    """Eight times the length takes eight times the time, give or take; a search that begins anew at each sign, 64."""

    def spent(length: int) -> float:
        text, began = (row * length)[:length], process_time()
        list(personal_data(shown_by_folded(text)))
        list(personal_data_of_page(text))
        return process_time() - began

    assert spent(40_000) < 25 * max(
        min(spent(5_000), spent(5_001)), 0.003
    )  # of the same it is remembered what is in it


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("persone/mario-333-1234567/index.html", ["333-1234567"]),
        ("persone/x/cv_RSSMRA80A01F205X.pdf", ["RSSMRA80A01F205X"]),
        ("persone/x/Rossi_3471234567.pdf", ["3471234567"]),
        ("persone/x/foto-3471234567.webp", []),
    ],
)
def test_a_finished_file_is_known_by_its_name_too(path: str, told: list[str]) -> None:
    """The figures of a fingerprint are nobody's number."""
    assert [value for _, value in personal_data_of_file(path, b"<p>x")] == told
