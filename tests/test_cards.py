"""Which card stands for which page, and that every card is there, once, and asked for by a page."""

import re
from io import BytesIO

import pytest
from PIL import Image

from tests.harness import BuiltSite, SiteTest
from tests.media import picture

SETTINGS = "content/site.yaml"
CARDS = """
    card.png accordi/card.png accordi/mobilita/card.png cantieri/card.png cantieri/acque/card.png
    cantieri/verde/card.png metodo/card.png programmi/citta-aperta/card.png piani/card.png persone/card.png
""".split()


def told(page: str) -> dict[str, str]:
    """What a page tells those who show a link to it."""
    return dict(re.findall(r'<meta (?:property|name)="((?:og:image|twitter)[^"]*)" content="([^"]*)">', page))


@pytest.mark.parametrize(
    ("page", "card"),
    [
        ("", "card.png"),
        ("en/", "en/card.png"),
        ("cerca/", "card.png"),
        ("scadenze/", "card.png"),
        ("temi/topics/acqua/", "card.png"),
        ("404.html", "card.png"),
        ("accordi/", "accordi/card.png"),
        ("accordi/anno/2018/", "accordi/card.png"),
        ("accordi/neve/", "accordi/card.png"),
        ("en/agreements/neve/", "en/agreements/card.png"),
        ("accordi/mobilita/", "accordi/mobilita/card.png"),
        ("en/agreements/mobilita/", "en/agreements/mobilita/card.png"),
        ("cantieri/verde/", "cantieri/verde/card.png"),
        ("piani/piano-unico/quartieri/", "piani/card.png"),
        ("persone/ada-fontana/", "persone/card.png"),
        ("iniziative/ritirata/", "iniziative/card.png"),
        ("metodo/", "metodo/card.png"),
        ("en/report/", "en/card.png"),
    ],
)
def test_a_page_has_its_own_card_or_that_of_its_list_or_of_the_site(showcase: BuiltSite, page: str, card: str) -> None:
    said = told(showcase.page(f"/{page}"))
    assert said["og:image"] == f"https://finestra.example/{card}"
    assert said["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize(
    ("page", "alt"),
    [
        ("", "Quello che due atenei immaginari fanno con il loro territorio, con le fonti. – Finestra aperta"),
        ("en/agreements/neve/", "Agreements – Finestra aperta"),
        ("en/programmes/citta-aperta/", "Programmes – Open City – Finestra aperta"),
        ("metodo/", "Metodo – Finestra aperta"),
    ],
)
def test_a_card_is_told_in_words(showcase: BuiltSite, page: str, alt: str) -> None:
    assert told(showcase.page(f"/{page}"))["og:image:alt"] == alt


def test_every_card_is_asked_for_by_a_page(showcase: BuiltSite) -> None:
    files = showcase.tree()
    cards = {path for path in files if path.endswith("card.png")}
    asked = {told(data.decode()).get("og:image") for path, data in files.items() if path.endswith(".html")}
    assert {f"https://finestra.example/{path}" for path in cards} == asked - {None}
    assert set(CARDS) <= cards
    assert all(files[path].startswith(b"\x89PNG") for path in cards)
    assert files["accordi/card.png"] != files["accordi/mobilita/card.png"] != files["card.png"]


def test_cards_follow_the_address_of_the_site() -> None:
    site = SiteTest().build(base_url="https://host.example/terza/")
    assert (
        told(site.page("/en/agreements/mobilita/"))["og:image"] == "https://host.example/terza/en/agreements/card.png"
    )
    assert "en/agreements/card.png" in site.files()


def test_cards_asked_for_by_name_must_exist() -> None:
    site = SiteTest().replace(
        SETTINGS, "obligations:", "social_cards: [agreements, agrements, agreements/mobilit, x/y]\nobligations:"
    )
    line = site.read(SETTINGS).splitlines().index("social_cards: [agreements, agrements, agreements/mobilit, x/y]") + 1
    site.check().problems(
        ("unknown-folder", SETTINGS, line, 28),
        ("unknown-reference", SETTINGS, line, 39),
        ("unknown-folder", SETTINGS, line, 59),
    )
    assert [one.suggestions for one in site.found] == [("agreements",), ("mobilita",), ()]


def test_a_picture_beside_a_record_never_takes_the_place_of_its_card() -> None:
    site = SiteTest().replace(SETTINGS, "obligations:", "social_cards: [organisations]\nobligations:")
    site.write(
        "content/organisations/biblioteca/index.md",
        "---\ntitle: Biblioteca\nnature: school\nverified_on: 2026-11-20\nsources:\n  - source: comunicato-mobilita\n"
        "attachments:\n  - {file: card.png, title: {it: x, en: x}, language: it}\n---\n",
    )
    files = site.write("content/organisations/biblioteca/card.png", picture()).build().tree()
    assert Image.open(BytesIO(files["organizzazioni/biblioteca/card.png"])).size == (1200, 630)
    assert "organizzazioni/biblioteca/card-40.jpg" in files


def test_a_site_that_is_no_demonstration_says_so_on_no_card() -> None:
    site = SiteTest()
    without = site.build().tree()["card.png"]
    settings = site.read(SETTINGS)
    with_notice = site.write(SETTINGS, f"{settings}demonstration: true\n").build().tree()["card.png"]
    with_none = site.write(SETTINGS, f"{settings}demonstration: false\n").build().tree()["card.png"]
    assert with_none == without != with_notice
