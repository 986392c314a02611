"""A rebuild makes only what changed, and leaves what a clean build would, byte for byte."""

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings

from tests.harness import DAY, SiteTest

PAGE = "accordi/mobilita/index.html"
AGREEMENT = "content/agreements/mobilita.md"
ROUNDS = 10
CHAINS = max(4, settings.default.max_examples // 33)
"""Four chains of ten edits in `make test`, thirty in `make test-long`."""


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    return SiteTest("showcase").build(store=tmp_path)


def made(site: SiteTest, store: Path, **options: object) -> set[str]:
    """What a rebuild could not keep; whatever it was, the site is that of a clean build."""
    built = site.build(store=store, **options).built
    assert built and built.published
    out, rebuilt = site.out, site.tree()
    clean = site.build(store=None, out=site.root / "clean", **options).tree()
    shutil.rmtree(site.out)
    site.out = out
    assert {path for path in rebuilt.keys() | clean.keys() if rebuilt.get(path) != clean.get(path)} == set()
    return set(built.anew)


def every(site: SiteTest) -> set[str]:
    """What the first build made, which could keep nothing."""
    assert site.built
    return set(site.built.anew)


# --- what is made after each kind of edit ---


def test_nothing_changed_makes_nothing(site: SiteTest, tmp_path: Path) -> None:
    assert made(site, tmp_path) == set()


def test_a_text_is_on_its_own_pages_and_in_its_data(site: SiteTest, tmp_path: Path) -> None:
    site.write(AGREEMENT, site.read(AGREEMENT) + "\nUna riga.\n")
    own = {PAGE, "en/agreements/mobilita/index.html", "accordi/mobilita/index.json"}
    assert made(site, tmp_path) == own


def test_a_fact_is_on_the_pages_of_who_shows_the_record(site: SiteTest, tmp_path: Path) -> None:
    assert "duration: 3 years" in site.read(AGREEMENT)
    found = made(site.replace(AGREEMENT, "duration: 3 years", "duration: 4 years"), tmp_path)
    assert {PAGE, "index.html", "accordi/index.html", "organizzazioni/unicollefiorito/index.html"} <= found
    assert not {path for path in found if path.startswith(("luoghi/", "programmi/", "cantieri/acque/"))}


def test_a_name_is_on_the_pages_that_say_it(site: SiteTest, tmp_path: Path) -> None:
    body = "content/organisations/comune-di-valdombra.yaml"
    found = made(site.replace(body, "title: Comune", "title: Città"), tmp_path)
    assert {PAGE, "organizzazioni/comune-di-valdombra/index.html"} <= found
    assert "metodo/index.html" not in found


def test_another_day_makes_what_says_the_day(site: SiteTest, tmp_path: Path) -> None:
    found = made(site, tmp_path, on="2026-11-23")
    assert {PAGE, "index.html", "accordi/mobilita/index.json"} <= found
    assert not {path for path in found if path.startswith(("metodo/", "fonti/forma/", "cerca/"))}


@pytest.mark.parametrize(
    "change",
    [
        lambda site: site.replace("content/site.yaml", "title: ", "title: Nuova "),
        lambda site: site.replace("content/vocabularies/topics.yaml", "it: acqua", "it: acque"),
        lambda site: site.write("templates/parts/none.html", ""),
    ],
    ids=["settings", "vocabulary", "template"],
)
def test_what_every_page_may_show_makes_them_all(
    site: SiteTest, tmp_path: Path, change: Callable[[SiteTest], object]
) -> None:
    before = every(site)
    change(site)
    assert before == made(site, tmp_path)


def test_the_search_is_indexed_only_where_a_page_changed(tmp_path: Path) -> None:
    site = SiteTest("showcase").build(search=True, store=tmp_path)
    assert made(site, tmp_path, search=True) == set()
    site.write(AGREEMENT, site.read(AGREEMENT) + "\nUna riga.\n")
    assert any(path.startswith("pagefind/") for path in made(site, tmp_path, search=True))


# --- what is not trusted ---


def test_a_file_that_somebody_touched_is_made_again(site: SiteTest, tmp_path: Path) -> None:
    (site.out / PAGE).write_text("another", "utf-8")
    (site.out / "metodo/index.html").unlink()
    assert made(site, tmp_path) == {PAGE, "metodo/index.html"}


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_store_makes_no_other_site(site: SiteTest, tmp_path: Path, seed: int) -> None:
    dice = Random(seed)
    (state,) = (tmp_path / "state-1").iterdir()
    data = bytearray(state.read_bytes())
    for _ in range(dice.randint(1, 4)):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    state.write_bytes(data[: dice.choice([len(data), len(data) // 2])])
    assert every(site) == made(site, tmp_path)


# --- any history ---


def edited(site: SiteTest, dice: Random) -> None:
    """One edit of any kind, of a file chosen at random."""
    content = site.root / "content"
    files = sorted(file for file in content.rglob("*") if file.suffix in (".md", ".yaml") and file.name != "site.yaml")
    file = dice.choice(files)
    path, text = file.relative_to(site.root).as_posix(), file.read_text("utf-8")
    match dice.choice("title title text text fact remove remove-translation rename copy move".split()):
        case "title":
            site.write(path, text.replace("title: ", f"title: {dice.choice(['Altro', 'Nuovo', 'Terzo'])} ", 1))
        case "text" if file.suffix == ".md":
            site.write(path, f"{text}\n{dice.choice(['Vedi [qui](ref:pages/method).', '## Orari', 'Testo CDV.'])}\n")
        case "fact":
            lines = text.split("\n")
            lines[dice.randrange(len(lines))] = dice.choice(["draft: true", "verified_on: 2026-11-02", ""])
            site.write(path, "\n".join(lines))
        case "remove":
            site.remove(path)
        case "remove-translation":
            for translation in dice.sample(sorted(content.rglob("*.en.md")), 1):
                translation.unlink()
        case "rename":
            file.rename(file.with_name(f"nuovo-{dice.randrange(9)}-{file.name}"))
        case "copy":
            site.write(f"{Path(path).parent.as_posix()}/copia-{dice.randrange(9)}-{file.name}", text)
        case "move":
            site.replace("content/site.yaml", "title: ", f"title: {dice.choice('ABC')} ")


@pytest.mark.parametrize("chain", range(CHAINS))
def test_a_rebuild_is_a_clean_build_after_any_edits(chain: int, tmp_path: Path) -> None:
    dice, site = Random(chain), SiteTest("showcase")
    site.build(store=tmp_path)
    kept, day = 0, datetime.date.fromisoformat(DAY)
    for _ in range(ROUNDS):
        before = {file: file.read_bytes() for file in (site.root / "content").rglob("*") if file.is_file()}
        day += datetime.timedelta(days=dice.choice([0, 0, 1, 40]))
        for _ in range(dice.randint(1, 3)):
            edited(site, dice)
        if site.check(on=day.isoformat(), store=tmp_path).found and any(one.is_error for one in site.found):
            shutil.rmtree(site.root / "content")
            for file, data in before.items():
                site.write(file.relative_to(site.root).as_posix(), data)
        kept += len([path for path in site.tree() if path.endswith(".html")])
        kept -= len(made(site, tmp_path, on=day.isoformat()))
    assert kept > 0
