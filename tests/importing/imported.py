"""A table of initiatives, and what is there once it is imported."""

from pathlib import Path

from tests.harness import SiteTest

TABLES = Path(__file__).parents[1] / "tables"
CSV = (TABLES / "iniziative.csv").read_text("utf-8")
ENGAGEMENT = """\
title: {it: Categorie di public engagement, en: Categories of public engagement}
version: "2026"
source: elenco della redazione
terms:
  - {id: incontri, label: {it: Incontri, en: Meetings}, verified: true}
  - {id: spettacoli, label: {it: Spettacoli, en: Performances}, verified: true}
  - {id: scuole, label: {it: Mondo della scuola, en: Schools}, verified: true}
"""
NIGHT = "content/initiatives/la-notte-delle-lucciole-2023.md"
HISTORY = "imports/iniziative.imported.yaml"
REDIRECTED = "---\nredirect_from: [/iniziative/la-notte-delle-lucciole-2023/]\n"


def content(site: SiteTest) -> dict[str, str]:
    folders = (site.root / name for name in ("content", "imports"))
    files = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(site.root).as_posix(): file.read_text("utf-8") for file in files}
