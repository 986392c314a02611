"""What the search shows of a record."""

import re

import pytest

from tests.harness import BuiltSite


def metadata(showcase: BuiltSite, path: str) -> dict[str, str]:
    html = (showcase.out / path / "index.html").read_text("utf-8")
    return {name: value for value, name in re.findall(r'content="([^"]*)" data-pagefind-meta="(\w+)\[content\]"', html)}


@pytest.mark.parametrize(
    ("path", "kind", "date"),
    [
        ("accordi/mobilita", "Accordi", "firmato il 1º marzo 2024"),
        ("accordi/acque-profonde", "Accordi", "firmato a novembre 2023"),
        ("accordi/energia", "Accordi", "annunciato nel 2023 (data dedotta)"),
        ("bandi/sponde", "Bandi", "scadenza il 1º dicembre 2026"),
        ("cantieri/acque", "Cantieri", "avvio a gennaio 2025"),
        ("cantieri/verde", "Cantieri", "verificata sulle fonti il 20 novembre 2026"),
        ("fonti/articolo-mobilita", "Fonti", "fonte del 4 marzo 2024"),
        ("fonti/pagina-citta-aperta", "Fonti", None),
        ("indicatori/visitatori", "Indicatori", "valore al 15 maggio 2023"),
        ("indicatori/accordi-firmati", "Indicatori", None),
        ("iniziative/passeggiate", "Iniziative", None),
        ("piani/piano-unico", "Piani", "avvio nel 2025"),
        ("programmi/citta-aperta", "Programmi", "avvio nel 2016"),
        ("reti/rete-fiumi", "Reti e cluster", "costituzione a marzo 2025"),
        ("en/agreements/mobilita", "Agreements", "signed on 1 March 2024"),
        ("en/sources/comunicato-mobilita", "Sources", "source of 1 March 2024"),
    ],
)
def test_a_result_says_of_what_its_date_is(showcase, path, kind, date):
    said = metadata(showcase, path)
    assert (said["kind"], said.get("date")) == (kind, date)
