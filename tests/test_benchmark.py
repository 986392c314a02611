"""The corpus of the benchmark, and that Hugo is given as much to do as Vetrina."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from statistics import mean

import pytest

from benchmarks.corpus.site import write
from benchmarks.hugo.binary import hugo
from benchmarks.hugo.sites import write_sites
from generator.pipeline import Options, build, check
from tests.real import DAY, ROOT
from tests.store import STORE

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


@pytest.mark.parametrize("records", [100, 700])
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


# --- Hugo ---


def run_hugo(source: Path, out: Path) -> None:
    """Build a site of Hugo's; what it complains of fails the test."""
    program = hugo()
    assert program
    command = [program, "--source", source, "--destination", out, "--quiet", "--panicOnWarning"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def weighed(folder: Path, suffix: str) -> dict[str, int]:
    """The size of each file of a sort, but for styles, fonts and scripts."""
    files = {file.relative_to(folder).as_posix(): file.stat().st_size for file in folder.rglob(f"*{suffix}")}
    return {path: size for path, size in files.items() if path != "manifest.json" and not path.startswith("assets/")}


@pytest.fixture(scope="module", params=[60, 100])
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
    for suffix in (".html", ".json", ".xml"):
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


@pytest.mark.hugo
def test_hugo_gives_the_same_facts_as_data(both_built: tuple[Path, Path, Path]) -> None:
    ours, theirs, _ = both_built
    for path in weighed(ours, ".json"):
        one, other = (json.loads((site / path).read_text("utf-8")) for site in (ours, theirs))
        for record in (one, other):
            for words in record["words"].values():
                words.pop("text", None)  # white space and headings differ
        assert one == other


@pytest.mark.hugo
def test_the_plain_site_has_a_page_for_each_record_and_list(both_built: tuple[Path, Path, Path]) -> None:
    ours, _, plain = both_built
    records = {path.rpartition("/")[0].rpartition("/")[2] for path in weighed(ours, ".json")}
    assert records <= {path.rpartition("/")[0].rpartition("/")[2] for path in weighed(plain, ".html")}
    assert {"index.xml", "sitemap.xml", "topics/index.html", "agreements/index.html"} <= {
        file.relative_to(plain).as_posix() for file in plain.rglob("*") if file.is_file()
    }
