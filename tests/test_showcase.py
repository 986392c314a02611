"""The small made-up showcase as last read and accepted; `pytest --accept` accepts what comes out.

Markup is read once, in Italian, of the few pages that together hold all there is of it; of other pages what they say.
tests/test_twins.py holds the English pages to the Italian ones.
"""

import json
from pathlib import Path

import pytest

from generator.kinds.catalogue import KINDS
from tests.browser.site import marks
from tests.harness import BuiltSite, SiteTest

GOLDEN = Path(__file__).parent / "golden"

HOME = ""
MARKUP = [
    HOME,
    *"""
    accordi accordi/mobilita cantieri cerca fonti fonti/comunicato-mobilita indicatori indicatori/acque-riaperte
    iniziative/festival-del-fiume iniziative/premio-lanterna iniziative/premio-lanterna/progetti luoghi/valdombra
    organizzazioni organizzazioni/unicollefiorito piani/piano-unico programmi/citta-aperta
    metodo segnala scadenze dati dati/colonne proponi dossier organizzazioni/comune-di-valdombra/dossier numeri
    numeri/accordi-in-vigore numeri/accordi-in-vigore/universita 404.html
    """.split(),
]
"""The pages whose <main> is compared as markup."""
RECORDS = {
    "programmes": "programmi/citta-aperta",
    "initiatives": "iniziative/premio-lanterna",
    "cantieri": "cantieri/acque",
    "agreements": "accordi/mobilita",
    "networks": "reti/rete-fiumi",
    "calls": "bandi/sponde",
    "events": "eventi/notte-delle-lanterne",
    "news": "notizie/navetta-ripartita",
    "cases": "casi/fiume-piu-sicuro",
    "corrections": "correzioni/posto-della-firma",
    "plans": "piani/piano-unico",
    "areas": "piani/piano-unico/quartieri",
    "indicators": "indicatori/visitatori",
    "organisations": "organizzazioni/unicollefiorito",
    "places": "luoghi/molo-vecchio",
    "people": "persone/bruno-rovere",
    "sources": "fonti/comunicato-mobilita",
    "pages": "metodo",
}
"""A page of every kind: JSON-LD is compared, and the page as markup or as facts."""
FACTS = [
    *(address for address in RECORDS.values() if address not in MARKUP),
    *"""
    temi temi/topics/acqua accordi/biblioteche-2020 accordi/sentieri accordi/neve accordi/fiume
    iniziative/passeggiate iniziative/ritirata indicatori/accordi-firmati programmi iniziative reti bandi piani
    persone
    """.split(),
]
"""The pages of which what <main> says is compared, without its markup."""
FRAMES = [HOME, "accordi", "accordi/mobilita", "metodo", "cerca"]
"""The pages of which all around <main> is compared: the home, a list, a record, a page, the search."""
FILES = """
    accordi/mobilita/index.json indicatori/visitatori/index.json feed.xml sitemap.xml robots.txt
    accordi/choices.json dossier/selection.json
""".split()


def url(address: str) -> str:
    return f"/{address}" if address.endswith(".html") or not address else f"/{address}/"


def golden(folder: str, address: str, suffix: str) -> str:
    """The file that holds what is expected of a page."""
    return f"{folder}/{address.removesuffix('.html') or 'home'}{suffix}"


def compare(name: str, came_out: str, accept: bool) -> None:
    file = GOLDEN / name
    if accept:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(came_out, "utf-8")
    assert came_out == file.read_text("utf-8")


@pytest.mark.parametrize("address", MARKUP)
def test_the_inside_of_main(address: str, showcase: BuiltSite, accept: bool) -> None:
    compare(golden("markup", address, ".html"), showcase.main(url(address)), accept)


@pytest.mark.parametrize("address", FACTS)
def test_what_a_page_says(address: str, showcase: BuiltSite, accept: bool) -> None:
    compare(golden("facts", address, ".txt"), showcase.facts(url(address)), accept)


@pytest.mark.parametrize("address", FRAMES)
def test_the_head_and_the_foot(address: str, showcase: BuiltSite, accept: bool) -> None:
    compare(golden("frames", address, ".html"), showcase.frame(url(address)), accept)


@pytest.mark.parametrize("address", RECORDS.values())
def test_json_ld(address: str, showcase: BuiltSite, accept: bool) -> None:
    things = (json.dumps(thing, ensure_ascii=False, indent=1) for thing in showcase.structured(url(address)))
    compare(golden("json-ld", address, ".json"), "".join(f"{thing}\n" for thing in things), accept)


@pytest.mark.parametrize("path", FILES)
def test_what_programs_read(path: str, showcase: BuiltSite, accept: bool) -> None:
    compare(f"files/{path}", showcase.tree()[path].decode(), accept)


def test_the_list_of_files(showcase: BuiltSite, accept: bool) -> None:
    compare("files.txt", "".join(f"{path}\n" for path in showcase.files()), accept)


def test_the_problems_of_the_showcase() -> None:
    SiteTest("showcase").check().problems(
        ("untranslated", "content/initiatives/passeggiate.md", 0, 0),
        ("untraced-figure", "content/initiatives/premio-lanterna.md", 25, 13),
    )


def test_a_page_of_every_kind_is_compared() -> None:
    assert RECORDS.keys() == {kind.folder for kind in KINDS}
    assert set(RECORDS.values()) <= {*MARKUP, *FACTS}


def test_all_the_markup_there_is_stands_in_a_page_whose_markup_is_compared(showcase: BuiltSite) -> None:
    """Every element and every class of any page."""
    compared = set().union(*(marks(showcase.main(url(address))) for address in MARKUP))
    pages = [path for path, content in showcase.tree().items() if path.endswith(".html") and b"<main" in content]
    assert {path: new for path in pages if (new := marks(showcase.main(path)) - compared)} == {}


def test_nothing_is_kept_that_is_not_compared(accept: bool) -> None:
    compared = {
        *(golden("markup", address, ".html") for address in MARKUP),
        *(golden("facts", address, ".txt") for address in FACTS),
        *(golden("frames", address, ".html") for address in FRAMES),
        *(golden("json-ld", address, ".json") for address in RECORDS.values()),
        *(f"files/{path}" for path in FILES),
        "files.txt",
    }
    kept = {file.relative_to(GOLDEN).as_posix() for file in GOLDEN.rglob("*") if file.is_file()}
    for name in kept - compared if accept else ():
        (GOLDEN / name).unlink()
    assert accept or kept == compared
