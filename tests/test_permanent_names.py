"""What calendars, feeds and data tell is named by the first address of the site, wherever the site moves to."""

import csv
import io
import json
import re

from tests.harness import BuiltSite, SiteTest

SETTINGS, FIRST, OWN = "content/site.yaml", "https://finestra.example/", "https://vetrina.ateneo.example/nuova/"
NAMES = re.compile(r"tag:[^<\r\n]+|(?<=<id>)[^<]+")
"""Those of records and of what is told of them; in feeds every name, that of the feed too."""
FOLLOWED = (
    "accordi/accordi.ics",
    "eventi/eventi.ics",
    "feed.xml",
    "en/feed.xml",
    "accordi/feed.xml",
    "modifiche/feed.xml",
)


def names(site: BuiltSite) -> dict[str, object]:
    """What names the things that programs follow, file by file."""
    said: dict[str, object] = {path: NAMES.findall(site.text(path).replace("\r\n ", "")) for path in FOLLOWED}
    table = csv.DictReader(io.StringIO(site.text("dati/v1/accordi.csv")))
    said["table"] = [row["identifier"] for row in table]
    said["record"] = json.loads(site.text("accordi/mobilita/index.json"))["identifier"]
    return said


def moved(*, first: str) -> SiteTest:
    """The site at another address."""
    return SiteTest("showcase").replace(SETTINGS, f"base_url: {FIRST}\n", f"base_url: {OWN}\n{first}").build()


def test_a_site_that_moves_keeps_the_names_of_what_it_tells(showcase: BuiltSite) -> None:
    before = names(showcase)
    assert all(before.values())
    stayed = moved(first=f"first_address: {FIRST}\n")
    assert names(stayed) == before
    assert f'href="{OWN}feed.xml"' in stayed.text("feed.xml"), "only names stay: links lead to where it is"


def test_a_site_that_moves_keeps_the_names_of_its_sets_of_data() -> None:
    """Its owner has no code in IPA, by which they would be named."""

    def sets(site: BuiltSite) -> list[str]:
        return re.findall(r'dct:identifier "([^"]+)"', site.text("dati/v1/catalogo.ttl"))

    first = "https://vetrina.example/"
    before = sets(BuiltSite(SiteTest.built_once("minimal")))
    assert before and all("vetrina.example" in one for one in before)
    site = SiteTest().replace(SETTINGS, f"base_url: {first}\n", f"base_url: {OWN}\nfirst_address: {first}\n")
    assert sets(site.build()) == before


def test_without_a_first_address_names_are_of_where_the_site_is() -> None:
    site = moved(first="")
    assert names(site)["record"] == "tag:vetrina.ateneo.example,2026:agreements/mobilita"
