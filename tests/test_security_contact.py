"""`/.well-known/security.txt` says whom to tell of a fault, where the owner says it, and does not change every day."""

import datetime
import re

from generator.exports.security_contact import security_contact
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


def test_it_holds_for_half_a_year_at_least_and_less_than_a_year() -> None:
    checked = SiteTest("showcase").check().checked
    assert checked
    assert checked.site_map
    context = checked.site_map.contexts[0]
    for day in map(datetime.date.fromisoformat, ("2026-01-01", "2026-06-30", "2026-07-01", "2026-12-31")):
        [told] = security_contact(context.showcase.settings, context.urls, day)
        assert 180 <= (datetime.date.fromisoformat(told.expires[:10]) - day).days < 365
