"""The circle: a record is written, checked, built, taken out as a table and read in again, and says what it said."""

import csv
import io

from tests.harness import DAY, SiteTest
from tests.ran import ran

MAP = """\
source: comunicato-mobilita
id: '{title}'
key: [title]
columns:
  - {header: title, field: title}
  - {header: summary, field: summary}
  - {header: nature, field: nature}
  - {header: website, field: website}
  - {header: verified_on, field: verified_on}
  - {header: identifiers.wikidata, field: identifiers.wikidata}
"""
SAID = (
    "title=Teatro del Fiume",
    "summary=+ teatro in valle, + gente: “una cooperativa”.",
    "nature=association",
    "sources=comunicato-mobilita",
    "website=https://teatro.example/",
    "verified_on=2026-11-20",
)


def table(site: SiteTest) -> dict[str, dict[str, str]]:
    text = (site.out / "dati/v1/organizzazioni.csv").read_text("utf-8")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def test_what_is_exported_comes_back_as_it_was(capsys):
    site = SiteTest()
    asked = [part for one in SAID for part in ("--set", one)]
    written = ran(capsys, "new", "organisation", *asked, "--root", site.root, "--on", DAY)
    assert written.code == 0, written.err + written.out
    (file,) = (one for one in site.root.glob("content/organisations/teatro-*"))
    assert ran(capsys, "check", "--root", site.root, "--on", DAY).code == 0
    before = table(site.build())
    assert before["teatro-del-fiume"]["summary"].startswith("'+"), "no spreadsheet takes it for a formula"
    (site.root / "organisations.csv").write_bytes((site.out / "dati/v1/organizzazioni.csv").read_bytes())
    (site.root / "organisations.yaml").write_text(MAP, "utf-8")
    as_written = file.read_text("utf-8")
    file.unlink()
    table_of_it = site.root / "organisations.csv"
    lines = table_of_it.read_text("utf-8").splitlines()
    table_of_it.write_text("\n".join(line for line in lines if line.startswith(("id,", "teatro"))), "utf-8")
    read = ran(
        capsys, "import", table_of_it, "--as", "organisations", "--map", site.root / "organisations.yaml",
        "--root", site.root, "--on", DAY, "--force",
    )  # fmt: skip
    assert read.code == 0, read.err + read.out
    assert next(site.root.glob("content/organisations/teatro-*")).read_text("utf-8") == as_written
    assert ran(capsys, "check", "--root", site.root, "--on", DAY).code == 0
    assert table(site.build())["teatro-del-fiume"] == before["teatro-del-fiume"]
