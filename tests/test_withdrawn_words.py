"""No word of a record that is withdrawn, a draft, archived or yet to come is in anything that is published."""

import re

import pytest

from tests.harness import BuiltSite, SiteTest
from tests.media import exif, picture, printed, unpacked

SECRET = "Zarzuela"
"""Stands in every text of these records, in the names and the insides of their files."""
WITHDRAWN = "withdrawn: {on: 2026-11-01, because: {it: Chiesto da chi può., en: Asked for by right.}}"
STATES = {
    **dict.fromkeys(("agreements/energia", "calls/ponti", "cantieri/verde", "programmes/citta-aperta"), WITHDRAWN),
    **dict.fromkeys(("organisations/officine-lumaca", "people/bruno-rovere", "places/valdombra"), WITHDRAWN),
    "events/orti-in-mostra": "draft: true",
    "initiatives/passeggiate": "archived: true",
    "networks/rete-fiumi": "publish_on: 2027-01-01",
}
TEXTS = re.compile(r"\b((?:title|short_title|summary|place|text|note|what|description|it|en): )(?=[^\s\[{|>\"'&])")
BESIDE = f"""image: {{file: {SECRET}.jpg, alt: {SECRET}, credit: {SECRET}, licence: CC BY 4.0}}
attachments: [{{file: {SECRET}.pdf, title: {{it: {SECRET}, en: {SECRET}}}, language: it}}]
"""


def with_secrets(site: SiteTest, ref: str, state: str) -> None:
    """Have every text of a record say the secret, with an old address, a picture and a document that do."""
    words = (
        f'{SECRET} racconta. Vedi [{SECRET}]({SECRET}.pdf).\n\n## {SECRET}\n\n![{SECRET}]({SECRET}.jpg "{SECRET}")\n'
    )
    written = [file for file in site.root.glob(f"content/{ref}.*") if file.is_file()]
    assert written
    for file in written:
        language = ".en" if ".en." in file.name else ""
        text = file.read_text("utf-8")
        planted = TEXTS.sub(rf"\1{SECRET} ", text.split("---\n")[1] if file.suffix == ".md" else text)
        own = f"image: {{alt: {SECRET}}}\n" if language else f"{state}\nredirect_from: [/vecchio/{ref}/]\n{BESIDE}"
        file.unlink()
        site.write(f"content/{ref}/index{language}.md", f"---\n{planted}{own}---\n{words}")
    site.write(f"content/{ref}/{SECRET}.jpg", picture((800, 600), "JPEG", exif=exif(SECRET)))
    site.write(f"content/{ref}/{SECRET}.pdf", printed(f"{SECRET}", Title=SECRET))


@pytest.fixture(scope="module")
def before() -> SiteTest:
    """The small showcase as it was published while two of them were public."""
    site = SiteTest("showcase")
    for ref in ("agreements/energia", "events/orti-in-mostra"):
        with_secrets(site, ref, "")
    return site.build()


@pytest.fixture(scope="module")
def site(before: SiteTest) -> SiteTest:
    """The small showcase with a record in each state, cards of all kinds among its settings."""
    site = SiteTest("showcase")
    for ref, state in STATES.items():
        with_secrets(site, ref, state)
    settings = site.read("content/site.yaml")
    folders = ", ".join(ref.partition("/")[0] for ref in STATES)
    site.write("content/site.yaml", f"{re.sub('social_cards:.*', '', settings)}\nsocial_cards: [{folders}]\n")
    assert [one for one in site.build(search=True, compressed=True, previous=before.out).found if one.is_error] == []
    return site


def test_they_would_say_it_if_they_were_published(before: BuiltSite) -> None:
    said = {path for path, content in before.tree().items() if SECRET.encode() in unpacked(content)}
    assert {f"accordi/energia/{name}" for name in ("index.html", "index.json", "Zarzuela.pdf")} <= said
    assert {"dati/v1/accordi.csv", "dati/v1/accordi.json", "dati/v1/accordi.xlsx"} <= said
    assert any(path.endswith(".ics") for path in said)


def test_the_secret_is_nowhere(site: SiteTest) -> None:
    said = {path: unpacked(content).lower() for path, content in site.tree().items()}
    found = {path for path, content in said.items() if SECRET.lower().encode() in content + path.lower().encode()}
    assert found == set()


def test_what_was_withdrawn_leaves_a_bare_notice(site: SiteTest) -> None:
    page = site.page("/accordi/energia/")
    assert '<meta name="robots" content="noindex">' in page
    assert site.facts("/accordi/energia/") == (
        "Accordi\nPagina ritirata\nRitirata il 1º novembre 2026: Chiesto da chi può.\n"
    )
    assert not (site.out / "accordi/energia/index.json").exists()
    assert "result:" not in page
