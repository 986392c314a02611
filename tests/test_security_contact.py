"""`/.well-known/security.txt` says whom to tell of a fault, where the owner says it, and does not change every day."""

import datetime
import re

import pytest

from generator.exports.security_contact import expiry
from tests.harness import BuiltSite, SiteTest

PATH = ".well-known/security.txt"


def test_it_names_the_mailbox_of_the_owner(showcase: BuiltSite) -> None:
    assert (showcase.out / PATH).read_text("utf-8").splitlines() == [
        "Contact: mailto:vetrina.ufficio@altavalle.example",
        "Expires: 2027-06-30T23:59:59Z",
        "Preferred-Languages: it, en",
        f"Canonical: https://finestra.example/{PATH}",
    ]


def test_without_a_mailbox_there_is_none() -> None:
    site = SiteTest()
    [contact] = re.findall(r"^  contact: .*", site.read("content/site.yaml"), re.MULTILINE)
    site.replace("content/site.yaml", contact, "  contact: placeholder")
    assert PATH not in site.build().tree()


def test_a_file_of_the_owner_takes_its_place() -> None:
    site = SiteTest().write(f"public/{PATH}", "Contact: https://ateneo.example/sicurezza\n")
    assert site.build().tree()[PATH] == b"Contact: https://ateneo.example/sicurezza\n"


@pytest.mark.parametrize("day", ["2026-01-01", "2026-06-30", "2026-07-01", "2026-12-31"])
def test_it_holds_for_half_a_year_at_least_and_less_than_a_year(day: str) -> None:
    today = datetime.date.fromisoformat(day)
    assert 180 <= (datetime.date.fromisoformat(expiry(today)[:10]) - today).days < 365
