"""A site with a table and its map, and `vetrina import`."""

import pytest

from tests.harness import SiteTest
from tests.importing.imported import CSV, ENGAGEMENT, TABLES
from tests.ran import Ran, ran


@pytest.fixture
def site() -> SiteTest:
    site = SiteTest().write("content/vocabularies/engagement.yaml", ENGAGEMENT)
    site.write("imports/iniziative.yaml", (TABLES / "iniziative.yaml").read_bytes())
    return site.write("tavola.csv", CSV)


@pytest.fixture
def run(site, capsys):
    def asked(*arguments: str, table: str = "tavola.csv", kind: str = "iniziative", lang: str = "en") -> Ran:
        file, map_file = site.root / table, site.root / "imports/iniziative.yaml"
        options = ("--as", kind, "--map", map_file, "--root", site.root, "--lang", lang)
        return ran(capsys, "import", file, *options, *arguments)

    return asked
