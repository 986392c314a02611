"""A page changes with the day only where it says for which day it was made."""

import datetime
import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from generator.view.outputs import HtmlPage
from tests.days import computed_for_nothing, content_of, pages_on
from tests.harness import DAY, SITES, BuiltSite, SiteTest

NEXT = "2026-11-23"
SAID = re.compile(
    r"(?:Pagine aggiornate|Aggiornato|Accordi per stato|Situazione|stati) a"
    r"|(?:[Uu]p to date|Agreements by status|[Ss]tatus|statuses) as of"
    r"|<dd>(?:as of|al|all’) ?<time"
    r"|dopo quella del|each publication has changed, since"
)
LOG = {"modifiche/index.html", "en/changes/index.html"}
"""The log of changes: where no publication before is known, it begins on the day, and says so."""
CATALOGUE = (".rdf", ".ttl")
SIZE = re.compile(rb"<?dcat:byteSize.*")
COUNTED = re.compile(rb"<?dct:modified.*2026-11-2[23].*")
"""The numbers are counted anew each day: theirs alone, of the sets, is that of the build."""


@pytest.fixture(scope="module")
def trees(showcase: BuiltSite) -> list[dict[str, bytes]]:
    return [showcase.tree(), SiteTest("showcase").build(on=NEXT).tree()]


def test_a_page_that_names_no_day_is_the_same_on_the_next(trees: list[dict[str, bytes]]) -> None:
    first, second = trees
    assert first.keys() == second.keys()
    unmarked = [path for path in first if path.endswith(".html") and not SAID.search(first[path].decode())]
    assert [path for path in unmarked if first[path] != second[path]] == []
    assert len(unmarked) > 20


def test_data_change_with_the_day_only_where_they_give_one(trees: list[dict[str, bytes]]) -> None:
    first, second = trees
    others = [path for path in first if not path.endswith((".html", "manifest.json", *CATALOGUE))]
    drawn = {path.removesuffix(".svg") for path in first if path.endswith(".svg")}
    changed = [
        path for path in others if first[path] != second[path] and path.removesuffix(".png") not in drawn
    ]  # what is drawn as SVG is drawn as PNG, too
    given = re.compile(
        rf'"(?:on|since)": ?"{DAY}"|>{DAY}<|"{DAY}"|[, ]{DAY}|22.{{1,2}}[Nn]ovemb(?:re|er).{{1,2}}2026'
        rf"|created.*>{DAY}T".encode()
    )
    assert [path for path in changed if not given.search(_properties(first[path]) or first[path])] == []
    assert changed


def test_the_catalogue_changes_with_the_day_only_in_how_large_files_are_and_in_when_numbers_were_counted(
    trees: list[dict[str, bytes]],
) -> None:
    first, second = ({path: data for path, data in tree.items() if path.endswith(CATALOGUE)} for tree in trees)
    assert len(first) == 2
    for path, data in first.items():
        one, other = (COUNTED.sub(b"", SIZE.sub(b"", found)) for found in (data, second[path]))
        assert one == other
        assert len(SIZE.findall(data)) > 50


def _properties(data: bytes) -> bytes:
    """What a spreadsheet says of itself; nothing of other files."""
    if not data.startswith(b"PK"):
        return b""
    with ZipFile(BytesIO(data)) as book:
        return book.read("docProps/core.xml")


def test_a_page_that_names_a_day_has_something_computed_for_it(trees: list[dict[str, bytes]]) -> None:
    marked = {path for path, data in trees[0].items() if path.endswith(".html") and SAID.search(data.decode())}
    assert {"index.html", "accordi/index.html", "accordi/mobilita/index.html", "scadenze/index.html"} <= marked
    assert not marked & {
        "metodo/index.html",
        "reti/index.html",
        "iniziative/index.html",
        "iniziative/premio-lanterna/index.html",
    }


def test_the_views_of_such_pages_are_the_same_values() -> None:
    content = content_of(SITES / "showcase")
    first, second = (
        {path: view for path, one in pages_on(content, day).items() if isinstance(view := one.make(), HtmlPage)}
        for day in map(datetime.date.fromisoformat, (DAY, NEXT))
    )
    undated = [path for path, page in first.items() if not page.built and path not in LOG]
    assert undated
    assert [path for path in undated if first[path] != second[path]] == []


def test_a_page_that_says_its_day_is_another_on_some_day() -> None:
    """What stands in its foot alone would change each night, for nothing that anybody reads."""
    assert computed_for_nothing(content_of(SITES / "showcase"), datetime.date.fromisoformat(DAY)) == []
