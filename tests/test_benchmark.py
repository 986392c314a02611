"""The corpus of the benchmark, and that Hugo is given as much to do as Vetrina."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import mean
from types import SimpleNamespace
from typing import Any

import pytest
from babel.support import NullTranslations

from benchmarks import edits
from benchmarks.corpus.site import write
from benchmarks.hugo.binary import hugo
from benchmarks.hugo.former import former_addresses
from benchmarks.hugo.sites import write_sites
from benchmarks.hugo.words import words as words_for_hugo
from benchmarks.phases import Sample
from benchmarks.process import Cost, run, surroundings
from benchmarks.sites import TOOLS, Built, template_of
from benchmarks.stages import _STAGES, _TOP
from benchmarks.table import of_builds
from benchmarks.written import Written, state, written
from generator.options import Options
from generator.pipeline import build, check
from tests.long import IS_LONG
from tests.real import DAY, ROOT
from tests.store import STORE
from tests.tools.catalogues import extracted

# --- the corpus ---


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    for number in ("1", "2"):
        command = [sys.executable, "-m", "benchmarks.corpus", tmp_path / number, "--records", "20"]
        environment = {**os.environ, "PYTHONHASHSEED": number, "PYTHONPATH": str(ROOT)}
        subprocess.run(command, check=True, cwd=ROOT, env=environment)
    assert _bytes(tmp_path / "1") == _bytes(tmp_path / "2")
    assert _bytes(tmp_path / "1") != _bytes(write(tmp_path / "3", 20, seed=2))


def _bytes(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("records", [100, 700] if IS_LONG else [100])
def test_the_corpus_has_its_number_of_records_half_of_the_texts_in_both_languages_and_no_warning(
    tmp_path: Path, records: int
) -> None:
    root = write(tmp_path, records)
    told = {problem.code for problem in check(Options(root, DAY)).problems}
    assert told == {"untranslated"}
    files = [file for file in root.glob("content/*/*") if file.parent.name != "vocabularies"]
    translations = [file for file in files if file.name.endswith(".en.md")]
    texts = [file for file in files if file.suffix == ".md" and file not in translations]
    assert len(files) - len(translations) == records
    assert 0.4 < len(translations) / len(texts) < 0.6
    words = [len(file.read_text("utf-8").split("---\n")[2].split()) for file in texts]
    assert 270 < mean(words) < 330


@pytest.mark.parametrize("edit", ["cold", "text"] if IS_LONG else ["text"])
def test_each_stage_of_a_build_has_its_time(edit: str) -> None:
    edited = [] if edit == "cold" else ["--edit", edit]
    command = [sys.executable, "-m", "benchmarks.stages", "--records", "8", *edited]
    told = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True).stdout
    stages, functions = told.split("\n\n")
    named = [row.split("|")[1].strip() for row in stages.splitlines()[2:]]
    assert sorted(named) == sorted([*(called for _, _, called in _STAGES), "all else", "**the build**"])
    assert len(functions.splitlines()) == 2 + _TOP


# --- Hugo ---


def run_hugo(source: Path, out: Path) -> None:
    """Build a site of Hugo's; what it complains of fails the test."""
    program = hugo()
    assert program
    command = [program, "--source", source, "--destination", out, "--quiet", "--panicOnWarning"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


_OURS_ALONE = re.compile(
    r"(iniziative/iniziativa-000/progetti|en/initiatives/iniziativa-000/projects)/index\.html"
    r"|(en/)?(modifiche|changes)/(index\.html|feed\.xml)|dati/v1/changes\.json|(en/)?(proponi|propose)/index\.html"
    r"|(luoghi|organizzazioni|iniziative/iniziativa-000)/figura/.*"
    r"|en/(places|organisations|initiatives/iniziativa-000)/picture/.*"
)
"""What Hugo leaves out: the projects of an award, which one page has; the log of changes; the front door; the pages of
pictures that one page has.
"""


def weighed(folder: Path, suffix: str) -> dict[str, int]:
    """The size of each file of a sort, but for styles, fonts and scripts, and what we alone write."""
    files = {file.relative_to(folder).as_posix(): file.stat().st_size for file in folder.rglob(f"*{suffix}")}
    beside = ("manifest.json", *filter(_OURS_ALONE.fullmatch, files))
    return {path: size for path, size in files.items() if path not in beside and not path.startswith("assets/")}


@pytest.fixture(scope="module", params=[60, 100] if IS_LONG else [60])
def both_built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """The same site as Vetrina builds it, and as Hugo builds it: like for like, and plain."""
    folder = tmp_path_factory.mktemp("hugo")
    options = Options(write(folder, request.param), DAY, store=STORE)
    build(options, folder / "vetrina", search=False)
    write_sites(options, folder / "alike", folder / "plain")
    for name in ("alike", "plain"):
        run_hugo(folder / name, folder / f"{name}-site")
    return folder / "vetrina", folder / "alike-site", folder / "plain-site"


@pytest.mark.hugo
def test_hugo_writes_the_same_pages_and_data_and_about_as_many_bytes(both_built: tuple[Path, Path, Path]) -> None:
    ours, theirs, _ = both_built
    for suffix in (".html", ".json", ".xml", ".csv", ".ics", ".svg"):
        assert weighed(theirs, suffix).keys() == weighed(ours, suffix).keys()
        assert 0.85 < sum(weighed(theirs, suffix).values()) / sum(weighed(ours, suffix).values()) < 1.15


@pytest.mark.hugo
def test_hugo_leads_to_the_same_pages(both_built: tuple[Path, Path, Path]) -> None:
    """What links a page has is what its lists, back-links, facets and facts are made of."""
    ours, theirs, _ = both_built
    links = [
        {
            path: set(re.findall(r' href="(/[^"#]*/)"', (site / path).read_text("utf-8")))
            for path in weighed(site, ".html")
        }
        for site in (ours, theirs)
    ]
    common = sum(len(own & links[1][path]) for path, own in links[0].items())
    assert common / sum(map(len, links[0].values())) > 0.95
    assert common / sum(map(len, links[1].values())) > 0.95


_SPARED = re.compile(
    r"(en/)?(index|404|cantieri/index|(cerca|search|indicatori|indicators|organizzazioni|organisations|piani/piano|plans/piano)/index"
    r"|(iniziative|initiatives)/iniziativa-000/index|(programmi|programmes)/porte-aperte/index)\.html"
)
"""Pages with a picture that no other has, or with what only scripts show: Hugo leaves those out."""


def classes(site: Path, *, spared: bool) -> set[str]:
    """The classes of the elements of a site, perhaps without the pages of which Hugo is spared something."""
    pages = (site / path for path in weighed(site, ".html") if spared or not _SPARED.fullmatch(path))
    found = (re.findall(r' class="([^"]+)"', page.read_text("utf-8")) for page in pages)
    return {name for said in found for names in said for name in names.split()}


@pytest.mark.hugo
def test_hugo_has_the_elements_that_ours_has(both_built: tuple[Path, Path, Path]) -> None:
    ours, theirs, _ = both_built
    assert classes(ours, spared=False) - classes(theirs, spared=True) == set()
    assert classes(theirs, spared=True) - classes(ours, spared=True) == set()
    assert {"notice", "update", "intro", "coverage"} < classes(theirs, spared=True)


class _Asked(NullTranslations):
    """Notes every message that is asked for, and says it in English."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: set[str] = set()

    def gettext(self, message: str) -> str:
        self.messages.add(message)
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.messages.add(msgid1)
        return super().ngettext(msgid1, msgid2, n)


def test_the_words_of_hugo_are_messages_of_ours(tmp_path: Path) -> None:
    site_map = check(Options(write(tmp_path, 60), DAY)).site_map
    assert site_map
    asked, context = _Asked(), site_map.contexts[0]
    words_for_hugo(replace(context, words=replace(context.words, catalogue=asked)))
    assert {"Skip to the content", "What you are looking for is on this page"} <= asked.messages
    assert asked.messages - {one for _, one, _ in extracted()} == set()


@pytest.mark.hugo
def test_hugo_gives_the_same_facts_as_data(both_built: tuple[Path, Path, Path]) -> None:
    ours, theirs, _ = both_built
    for path in weighed(ours, ".json"):
        one, other = (json.loads((site / path).read_text("utf-8")) for site in (ours, theirs))
        assert one.get("words", {}).keys() == other.get("words", {}).keys()
        for language, words in one.get("words", {}).items():
            for form in ("text", "html"):  # white space, headings and links differ
                assert bool(words.pop(form, "")) == bool(other["words"][language].pop(form, ""))
        assert one == other


@pytest.mark.hugo
def test_hugo_has_the_same_days_in_its_calendars(both_built: tuple[Path, Path, Path]) -> None:
    """Lines are cut elsewhere: Hugo counts letters, we count bytes."""
    ours, theirs, _ = both_built
    for path in weighed(ours, ".ics"):
        one, other = ((site / path).read_bytes().decode().replace("\r\n ", "") for site in (ours, theirs))
        assert one == other


@pytest.mark.hugo
def test_the_plain_site_has_a_page_for_each_record_and_list(both_built: tuple[Path, Path, Path]) -> None:
    ours, _, plain = both_built
    records = {path.rpartition("/")[0].rpartition("/")[2] for path in weighed(ours, "index.json")}
    assert records <= {path.rpartition("/")[0].rpartition("/")[2] for path in weighed(plain, ".html")}
    assert {"index.xml", "sitemap.xml", "topics/index.html", "agreements/index.html"} <= {
        file.relative_to(plain).as_posix() for file in plain.rglob("*") if file.is_file()
    }


def test_the_old_address_of_a_further_page_is_an_alias_of_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hugo gives the further pages of a list no aliases."""
    moved = {"fonti/vecchia/index.html": "/fonti/nuova/", "fonti/vecchia/pagina/2/index.html": "/fonti/nuova/pagina/2/"}
    found = [SimpleNamespace(path=path, href=href) for path, href in moved.items()]
    monkeypatch.setattr("benchmarks.hugo.former.redirects", lambda _: found)
    site_map: Any = None
    assert former_addresses(site_map) == {"/fonti/nuova/": ["fonti/vecchia/", "fonti/vecchia/pagina/2/"]}


# --- the runner ---


@pytest.mark.parametrize("edit", [edits.text, edits.fact, edits.rename])
def test_an_edit_can_be_made_again_and_leaves_the_content_valid(tmp_path: Path, edit: Callable[[Path], None]) -> None:
    root, seen = write(tmp_path, 60, words=20), list[dict[str, bytes]]()
    for _ in range(3):
        edit(root)
        seen.append(_bytes(root / "content"))
        assert not {one.kind.level for one in check(Options(root, DAY)).problems} & {"error", "warning"}
    assert seen[0] != seen[1] != seen[2]
    assert all(sum(one[path] != other[path] for path in one) == 1 for one, other in pairwise(seen))


@pytest.mark.parametrize("tool", TOOLS)
def test_a_template_is_edited_for_each_tool(tmp_path: Path, tool: str) -> None:
    shipped, theirs = template_of(tool), tmp_path / "own/template.html"
    edits.template(shipped, theirs)
    assert theirs.read_text("utf-8").replace(' edited"', '"') == shipped.read_text("utf-8") != theirs.read_text("utf-8")


def test_a_process_costs_time_and_memory_and_says_why_it_fails() -> None:
    busy = run([sys.executable, "-c", "sum(range(5_000_000))"])
    idle = run([sys.executable, "-c", "import time; time.sleep(0.5)"])
    assert busy.wall >= 0 < busy.cpu
    assert idle.wall >= 0.5
    assert idle.cpu < idle.wall
    with pytest.raises(RuntimeError, match="no such luck"):
        run([sys.executable, "-c", "raise SystemExit('no such luck')"])


def test_a_measured_process_keeps_what_python_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("LANG", "C")
    own = surroundings({"VETRINA_STORE": "x"})
    assert "PYTHONDONTWRITEBYTECODE" not in own
    assert (own["LANG"], own["VETRINA_STORE"]) == ("C", "x")


def test_a_small_process_sees_the_memory_of_another() -> None:
    """This one is large, and what it starts seems to be as large."""
    program = """
import sys
from benchmarks.process import run
print(*(run([sys.executable, "-c", f"held = b'x' * {size}"]).memory for size in (1, 100_000_000)))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    idle, hungry = map(float, done.stdout.split())
    assert idle < 50 < 90 < hungry - idle < 110


def test_what_a_build_wrote_is_what_is_new_or_other(tmp_path: Path) -> None:
    for name in ("kept", "changed", "gone"):
        (tmp_path / name).write_text(name)
    before = state(tmp_path)
    (tmp_path / "changed").write_text("other")
    (tmp_path / "gone").unlink()
    (tmp_path / "new").write_text("123")
    assert written(before, state(tmp_path)) == Written(files=2, size=8)
    assert written(before, before) == Written(files=0, size=0)
    assert state(tmp_path / "nowhere") == {}


def test_ratios_are_of_neighbours_and_all_else_is_a_median() -> None:
    """In the slow second round both take twice as long: the ratio does not change."""
    took = {"vetrina": (1.0, 2.0, 1.2), "alike": (2.0, 4.0, 2.4), "plain": (0.5, 1.0, 0.6)}
    found = [
        Sample(1000, "text", number, tool, Built(Cost(wall, wall / 2, 123.4), Written(3, 2_500_000)))
        for number in range(3)
        for tool, walls in took.items()
        for wall in (walls[number],)
    ]
    row = of_builds(found).splitlines()[-1].split(" | ")
    assert row[:7] == ["| 1,000", "one text edited", "3", "1.20 / 0.60", "**0.50**", "**2.00**", "2.40 / 1.20"]
    assert row[7:] == ["0.60 / 0.30", "123 · 123 · 123", "3 · 3 · 3", "2.5 · 2.5 · 2.5 |"]


@pytest.mark.hugo
def test_the_command_measures_what_is_asked_for_and_prints_a_table(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "benchmarks", "--records", "8", "--rounds", "1", "--json", tmp_path / "all.json"]
    builds_tried = ("nothing", "template") if IS_LONG else ("nothing",)
    phases = ["--phases", *builds_tried, "start"]
    done = subprocess.run([*command, *phases], cwd=ROOT, check=True, capture_output=True, text=True)
    builds = json.loads((tmp_path / "all.json").read_text("utf-8"))["builds"]
    assert {(one["phase"], one["tool"]) for one in builds} == {
        (phase, tool) for phase in builds_tried for tool in TOOLS
    }
    wrote = {(one["phase"], one["tool"]): one["built"]["written"]["files"] for one in builds}
    assert wrote["nothing", "vetrina"] == 0
    assert all(files for (phase, _), files in wrote.items() if phase == "template")
    for said in ("| 8 | nothing changed | 1 |", "| `vetrina --version` |"):
        assert said in done.stdout


@pytest.mark.hugo
def test_the_templates_of_hugo_are_profiled(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "benchmarks", "--records", "20", "--profile"]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert told.count("_partials/row.html") == told.count("Template Metrics:") == 2
    assert told.count("potential") == 1
