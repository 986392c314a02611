"""What CONTRIBUTING says of adding a field, a kind, a facet, a sentence, an export, a language, tried as it stands."""

import json
import os
import re
import shutil
import subprocess
import sys
from difflib import ndiff
from pathlib import Path

import pytest

from tests.harness import DAY, SITES

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
BLOCKS = dict(re.findall(r"```python\n# (generator/[\w/]+\.py)[^\n]*\n(.*?)```", TEXT, re.DOTALL))
EVENT = "generator/kinds/event.py"


class Copy:
    """A copy of the generator beside a site, to which a recipe is added."""

    def __init__(self, folder: Path, site: str) -> None:
        self.root = folder
        shutil.copytree(ROOT / "generator", folder / "generator")  # with what Python compiled: only edits are compiled
        shutil.copytree(ROOT / "templates", folder / "templates")
        shutil.copytree(SITES / site, folder / "site")

    def add(self, path: str, text: str) -> None:
        """Append to a file, or make it."""
        file = self.root / path
        file.parent.mkdir(exist_ok=True)
        file.write_text((file.read_text("utf-8") if file.exists() else "") + text, "utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        """Change one passage."""
        file = self.root / path
        text = file.read_text("utf-8")
        assert text.count(old) == 1, f"{path}: {old}"
        file.write_text(text.replace(old, new), "utf-8")

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run a command of the copy on the site."""
        command = [sys.executable, "-m", "generator", *arguments, "--root", "site", "--on", DAY]
        around = {**os.environ, "PYTHONPATH": str(self.root)}
        return subprocess.run(command, cwd=self.root, env=around, capture_output=True, text=True)

    def build(self) -> Path:
        """Build the site with the copy; give where it is."""
        told = self.run("build", "--no-search")
        assert told.returncode == 0, told.stdout + told.stderr
        return self.root / "site/site"

    def cost(self) -> str:
        """What was added to the generator: files of its own, lines in the others, and in how many of those."""
        new, lines, touched = 0, 0, 0
        for file in sorted((self.root / "generator").rglob("*.p[yo]")):
            before = ROOT / file.relative_to(self.root)
            if not before.exists():
                new += 1
            elif file.read_bytes() != before.read_bytes():
                touched += 1
                old, now = (one.read_text("utf-8").splitlines() for one in (before, file))
                lines += sum(mark.startswith("+ ") and mark.strip() != "+" for mark in ndiff(old, now))
        said = [f"{new} new file"] if new else []
        said += [f"{lines} lines in {touched} file{'s' * (touched > 1)}"] if touched else []
        return ", ".join(said)

    def page(self, path: str) -> str:
        """A page of the built site."""
        return (self.root / "site/site" / path / "index.html").read_text("utf-8")


@pytest.fixture
def copy(request: pytest.FixtureRequest, tmp_path: Path) -> Copy:
    """Beside the minimal site, unless a test names another."""
    return Copy(tmp_path, getattr(request, "param", "minimal"))


def test_a_field(copy: Copy) -> None:
    copy.add("generator/kinds/agreement.py", BLOCKS["generator/kinds/agreement.py"])
    copy.replace("site/content/agreements/mobilita.md", "stage: signed\n", "stage: signed\nregistered_on: 2024-03-09\n")
    out = copy.build()
    assert "9 marzo 2024" in copy.page("accordi/mobilita")
    data = json.loads((out / "accordi/mobilita/index.json").read_text("utf-8"))
    assert data["facts"]["registered_on"] == "2024-03-09"
    assert f"**a field: {copy.cost()}.**" in TEXT


def test_a_kind(copy: Copy) -> None:
    copy.add("generator/kinds/prize.py", BLOCKS["generator/kinds/prize.py"])
    catalogue, before = "generator/kinds/catalogue.py", "from generator.kinds.programme"
    imported, listed = BLOCKS[catalogue].strip("\n").split("\n")
    copy.replace(catalogue, before, f"{imported}\n{before}")
    copy.replace(catalogue, "    Programme,\n", f"    Programme,\n{listed}\n")
    facts = (
        "title: Il remo d’oro\ngivers: [unicollefiorito]\nsince: 2011-04\nsources: [{source: comunicato-mobilita}]\n"
        "verified_on: 2026-11-20\n"
    )
    copy.add("site/content/prizes/remo.md", f"---\n{facts}---\n")
    out = copy.build()
    assert "aprile 2011" in copy.page("premi/remo")
    assert "Università di Collefiorito" in copy.page("premi/remo")
    assert "Il remo d’oro" in copy.page("premi")
    assert "Il remo d’oro" in copy.page("organizzazioni/unicollefiorito")
    assert "Il remo d’oro" in (out / "premi/feed.xml").read_text("utf-8")
    assert f"**a kind: {copy.cost()}.**" in TEXT


@pytest.mark.parametrize("copy", ["showcase"], indirect=True)
def test_a_facet(copy: Copy) -> None:
    copy.add("generator/kinds/facets.py", BLOCKS["generator/kinds/facets.py"])
    copy.replace("generator/kinds/initiative.py", "        PLACES,\n", "        PLACES,\n        PROMOTER,\n")
    copy.replace("generator/kinds/initiative.py", "    PLACES,\n    STATUS", "    PLACES,\n    PROMOTER,\n    STATUS")
    text = (copy.root / "site/content/initiatives/passeggiate.md").read_text("utf-8")
    for number in range(6):
        promoter = "unicollefiorito" if number % 2 else "comune-di-valdombra"
        told = text.replace("not_stated: [start, promoter]", f"promoter: {promoter}\nnot_stated: [start]")
        copy.add(f"site/content/initiatives/giro-{number}.md", told)
    copy.build()
    assert 'href="/iniziative/promotore/comune-di-valdombra/"' in copy.page("iniziative")
    assert f"**a facet: {copy.cost()}.**" in TEXT


def test_a_sentence(copy: Copy) -> None:
    copy.replace("generator/problems/codes.py", "] = {\n", "] = {\n" + BLOCKS["generator/problems/codes.py"])
    copy.add("generator/checks/languages.py", "\n\n" + BLOCKS["generator/checks/languages.py"])
    policy, before = "generator/checks/policy.py", "    numbers_are_the_same_in_all_languages,\n    reviews"
    imported = "    records_have_every_language,\n)"
    copy.replace(policy, imported, f"    records_have_a_summary,\n{imported}")
    copy.replace(policy, before, f"    records_have_a_summary,\n{before}")
    told = copy.run("check", "--format", "json", "--lang", "en")
    assert "no-summary" in {one["code"] for one in json.loads(told.stdout)}
    assert f"**a sentence of the policy: {copy.cost()}.**" in TEXT


def test_an_export(copy: Copy) -> None:
    copy.add("generator/exports/names.py", BLOCKS["generator/exports/names.py"])
    site_map, before = "generator/pages/site_map.py", "from generator.exports.redirects"
    copy.replace(site_map, before, f"from generator.exports.names import names\n{before}")
    before = "    for file in site_map.files:\n        yield"
    copy.replace(site_map, before, BLOCKS["generator/pages/site_map.py"] + before)
    names = json.loads((copy.build() / "names.json").read_text("utf-8"))
    assert names["organisations/unicollefiorito"] == "Università di Collefiorito"
    assert f"**an export: {copy.cost()}.**" in TEXT


def test_a_language(copy: Copy) -> None:
    header = (ROOT / "generator/locale/it.po").read_text("utf-8").split("\n\n")[0]
    spanish = header.replace("Language: it", "Language: es")
    copy.add("generator/locale/es.po", f'{spanish}\n\nmsgid "Agreements"\nmsgstr "Acuerdos"\n')
    copy.replace("site/content/site.yaml", "languages: [it, en]", "languages: [it, en, es]")
    copy.build()
    assert "/es/topics/" not in copy.page("es")
    copy.add("site/content/agreements/mobilita.es.md", "---\ntitle: Juntos por la movilidad\n---\n")
    copy.build()
    assert "Juntos por la movilidad" in copy.page("es/agreements/mobilita")
    assert "Acuerdos" in copy.page("es/agreements")
    assert f"**a language: {copy.cost()}.**" in TEXT


def test_an_event_is_what_it_declares() -> None:
    """The proof: no file of the engine names it, and it has as many lines as CONTRIBUTING says."""
    naming = [
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "generator").rglob("*.py")
        if re.search(r"kinds\.event\b|(?<!threading\.)\bEvent\b(?!\w)|[\"']events[\"']", file.read_text("utf-8"))
    ]
    assert sorted(naming) == ["generator/kinds/catalogue.py", EVENT]
    number = len((ROOT / EVENT).read_text("utf-8").splitlines())
    assert f"an `event` has none, in {number} lines" in TEXT
    assert number <= 100
