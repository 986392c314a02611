"""The small made-up showcase, page by page, as last read and accepted; `pytest --accept` accepts what comes out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.kinds.catalogue import KINDS
from tests.harness import BuiltSite, SiteTest

GOLDEN = Path(__file__).parent / "golden"

RECORDS = {
    "programmes": ["programmi/citta-aperta", "programmes/citta-aperta"],
    "initiatives": ["iniziative/premio-lanterna", "initiatives/premio-lanterna"],
    "cantieri": ["cantieri/acque", "cantieri/acque"],
    "agreements": ["accordi/mobilita", "agreements/mobilita"],
    "networks": ["reti/rete-fiumi", "networks/rete-fiumi"],
    "calls": ["bandi/sponde", "calls/sponde"],
    "plans": ["piani/piano-unico", "plans/piano-unico"],
    "areas": ["piani/piano-unico/quartieri", "plans/piano-unico/quartieri"],
    "indicators": ["indicatori/visitatori", "indicators/visitatori"],
    "organisations": ["organizzazioni/unicollefiorito", "organisations/unicollefiorito"],
    "people": ["persone/bruno-rovere", "people/bruno-rovere"],
    "sources": ["fonti/comunicato-mobilita", "sources/comunicato-mobilita"],
    "pages": ["metodo", "method"],
}
MORE = """
    scadenze cerca temi temi/topics/acqua accordi/biblioteche-2020 accordi/sentieri accordi/neve accordi/fiume
    iniziative/festival-del-fiume iniziative/passeggiate iniziative/ritirata indicatori/accordi-firmati programmi
    iniziative cantieri accordi reti bandi piani indicatori organizzazioni persone fonti 404.html en en/deadlines
    en/search en/topics en/topics/topics/acqua en/agreements/neve en/agreements/fiume
    en/initiatives/festival-del-fiume en/initiatives/ritirata en/indicators/accordi-firmati en/programmes
    en/initiatives en/cantieri en/agreements en/networks en/calls en/plans en/indicators en/organisations
    en/people en/sources
""".split()
WHOLE = """
    accordi/mobilita/index.json indicatori/visitatori/index.json feed.xml en/feed.xml sitemap.xml robots.txt
""".split()


def addresses() -> Iterator[str]:
    for it, en in RECORDS.values():
        yield from (it, f"en/{en}")
    yield from ("", *MORE)


def compare(name: str, came_out: str, accept: bool) -> None:
    file = GOLDEN / name
    if accept:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(came_out, "utf-8")
    assert came_out == file.read_text("utf-8")


@pytest.mark.parametrize("address", list(addresses()))
def test_the_inside_of_main(address: str, showcase: BuiltSite, accept: bool) -> None:
    page = address if address.endswith(".html") else f"{address}/".lstrip("/")
    name = f"{address or 'home'}.html".replace(".html.html", ".html")
    compare(f"pages/{name}", showcase.main(f"/{page}"), accept)


@pytest.mark.parametrize("path", WHOLE)
def test_what_programs_read(path: str, showcase: BuiltSite, accept: bool) -> None:
    compare(f"files/{path}", showcase.tree()[path].decode(), accept)


def test_the_list_of_files(showcase: BuiltSite, accept: bool) -> None:
    compare("files.txt", "".join(f"{path}\n" for path in showcase.files()), accept)


def test_the_problems_of_the_showcase() -> None:
    SiteTest("showcase").check().problems(("untranslated", "content/initiatives/passeggiate.md", 0, 0))


def test_a_page_of_every_kind_is_compared() -> None:
    assert RECORDS.keys() == {kind.folder for kind in KINDS}


def test_nothing_is_kept_that_is_not_compared() -> None:
    kept = {file.relative_to(GOLDEN).as_posix() for file in GOLDEN.rglob("*") if file.is_file()}
    pages = {f"pages/{address.removesuffix('.html') or 'home'}.html" for address in addresses()}
    assert kept == pages | {f"files/{path}" for path in WHOLE} | {"files.txt"}
