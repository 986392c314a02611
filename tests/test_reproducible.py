"""Same input, same bytes: elsewhere, and after any edit."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.harness import DAY, SiteTest
from tests.long import IS_LONG
from tests.media import picture


@pytest.fixture(scope="module")
def here() -> SiteTest:
    return SiteTest("showcase").build(search=True)


APART = {
    "another place, order of sets, zone of time and language": {
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "it_IT.UTF-8",
        "LANG": "it_IT.UTF-8",
    },
    "another place, no language, optimised": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONOPTIMIZE": "1"},
}
TOGETHER = {name: value for env in APART.values() for name, value in env.items() if name != "LANG"}
ELSEWHERE = APART if IS_LONG else {"all of it, in no language": TOGETHER}


@pytest.mark.parametrize("env", ELSEWHERE.values(), ids=ELSEWHERE)
def test_the_same_bytes_come_out_elsewhere(here: SiteTest, env: dict[str, str], tmp_path: Path) -> None:
    there = tmp_path / "perché no"
    shutil.copytree(here.root / "content", there / "content")
    for number, file in enumerate(sorted(there.rglob("*"))):
        os.utime(file, (number, number))
    command = [sys.executable, "-m", "generator", "build", "--on", DAY, "--lang", "en"]
    env = {**os.environ, "PYTHONHASHSEED": "1", **env}
    subprocess.run(command, cwd=there, env=env, check=True, capture_output=True)
    site = SiteTest()
    site.out = there / "site"
    tree = site.tree()
    assert any(path.startswith("pagefind/") for path in tree)
    assert tree == here.tree()


def test_another_day_changes_no_feed_calendar_or_sitemap() -> None:
    site = SiteTest()
    one = site.build(DAY, out=site.root / "one").tree()
    two = site.build("2026-11-23", out=site.root / "two").tree()
    assert one.keys() == two.keys()
    differ = {path for path in one if one[path] != two[path]}
    assert differ
    assert not [path for path in differ if path.endswith((".xml", ".ics", ".txt"))]


def test_a_feed_without_entries_is_of_the_newest_day_that_the_content_knows() -> None:
    site = SiteTest()
    updated = re.compile("<updated>(.*)T00:00:00Z</updated>")
    assert updated.findall(site.look().text("modifiche/feed.xml")) == ["2025-03-26"], "a source was published"
    site.replace("content/sources/comunicato-mobilita.yaml", "language:", "consulted_on: 2025-04-01\nlanguage:")
    assert updated.findall(site.look().text("modifiche/feed.xml")) == ["2025-04-01"], "it was read"
    site.replace("content/agreements/mobilita.md", "form:", "verified_on: 2026-03-05\nform:")
    assert updated.findall(site.look().text("modifiche/feed.xml")) == ["2026-03-05"], "a record was compared with it"


# --- a rebuild equals a clean build ---

NAMES = ["alfa", "beta", "gamma", "delta", "mobilita", "unicollefiorito"]
WORDS = [
    "",
    "Testo.",
    "## Orari\n\nVedi [qui](#orari).",
    "[x](ref:pages/method)",
    '![s](sala.png "Comune")',
    "Ünï*cödé*",
]
FACTS = [
    "nature: university",
    "nature: school\naliases: [uno, due]",
    "nature: region\ndraft: true",
    "nature: region\npart_of: unicollefiorito",
    "nature: region\npublish_on: 2027-01-01",
    "nature: school\nredirect_from: [/vecchia/]",
    "nature: sbagliata",
    "nature: school\nwithdrawn: {on: 2026, because: {it: x, en: x}}",
    "nature: school\nattachments:\n  - {file: sala.png, title: {it: x, en: x}, language: it}",
]
name, words, facts = st.sampled_from(NAMES), st.sampled_from(WORDS), st.sampled_from(FACTS)
edit = st.one_of(
    st.tuples(st.just("write"), name, facts, words, st.sampled_from(["{}.md", "{}/index.md"])),
    st.tuples(st.just("translate"), name, words),
    st.tuples(st.just("remove"), name),
    st.tuples(st.just("rename"), name, name),
    st.tuples(st.just("attach"), name, st.sampled_from([(9, 6), (6, 9)])),
    st.tuples(st.just("title"), st.sampled_from(["Piccola vetrina", "Grande vetrina"])),
)
ORGANISATIONS = "content/organisations"


def apply(site: SiteTest, what: str, *values: Any) -> None:
    folder = site.root / ORGANISATIONS
    if what == "title":
        settings = site.read("content/site.yaml").split("\n")
        site.write("content/site.yaml", "\n".join([f"title: {values[0]}", *settings[1:]]))
    elif what == "write":
        title, text, body, form = values
        head = f"---\ntitle: {title}\n{text}\nsources:\n  - source: comunicato-mobilita\n---\n{body}\n"
        site.write(f"{ORGANISATIONS}/{form.format(title)}", head)
    elif what == "translate":
        site.write(f"{ORGANISATIONS}/{values[0]}.en.md", f"---\ntitle: {values[0]} in English\n---\n{values[1]}\n")
    elif what == "attach":
        site.write(f"{ORGANISATIONS}/{values[0]}/sala.png", picture(values[1]))
    elif what == "remove":
        for one in sorted(folder.glob(f"{values[0]}*")):
            site.remove(one.relative_to(site.root).as_posix())
    else:
        for one in sorted(folder.glob(f"{values[0]}*")):
            there = folder / one.name.replace(values[0], values[1], 1)
            if not there.exists():
                one.rename(there)


@settings(max_examples=max(25, settings.default.max_examples // 4))  # each builds up to four sites, or eight
@given(st.lists(st.lists(edit, min_size=1, max_size=4), min_size=1, max_size=4 if IS_LONG else 2))
def test_a_rebuild_equals_a_clean_build_after_any_edits(rounds: list[list[tuple[Any, ...]]]) -> None:
    """In `make test` once all rounds are made: what one of them left wrong is wrong still."""
    site = SiteTest().build()
    for number, edits in enumerate(rounds, 1):
        before = site.tree()
        for what, *values in edits:
            apply(site, what, *values)
        built = site.build().built
        assert built
        if built.published is None:
            assert site.tree() == before
            continue
        if number < len(rounds) and not IS_LONG:
            continue
        after = site.tree()
        clean = site.build(out=site.root / "clean").tree()
        shutil.rmtree(site.out)
        site.out = site.root / "site"
        assert after == clean


def test_a_rebuild_writes_only_what_changed() -> None:
    site = SiteTest("showcase").build()
    site.replace("content/cantieri/verde.en.md", "Trees are", "Many trees are").build()
    assert site.built
    assert site.built.published
    assert set(site.built.published.written) == {"cantieri/verde/index.json", "en/cantieri/verde/index.html"}
    assert site.built.published.removed == ()


def test_a_rebuild_removes_what_is_gone() -> None:
    site = SiteTest().write("content/pages/x.md", "---\ntitle: X\naddress: {it: x, en: x}\n---\nTesto\n").build()
    assert "x/index.html" in site.files()
    site.remove("content/pages/x.md").build()
    assert site.built
    assert site.built.published
    assert {"x/index.html", "x/index.json"} <= set(site.built.published.removed)
    assert not (site.out / "x").exists()
