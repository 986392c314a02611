"""Any history of edits: after each round a rebuild leaves what a clean build would, and a check tells the same."""

import datetime
import re
import shutil
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.harness import DAY, SiteTest
from tests.long import IS_LONG
from tests.media import picture
from tests.real import ROOT
from tests.store import own_store
from tests.test_rebuild import made

ROUNDS = 5 if IS_LONG else 2
CHAINS = 300 if IS_LONG else 15
"""Histories of two rounds in `make test`, without a search index; in `make test-long` many of five, half of them with
one. Those of test_reproducible.py make them 40."""
LARGE_AMONG = 10
"""One in so many histories of `make test-long` is of the showcase; all others are of a site of a few records."""


EDITS = """title title text text fact remove remove-translation rename copy move template
    languages term style beside public""".split()


def edited(site: SiteTest, dice: Random) -> None:
    """One edit of any kind, of a file chosen at random."""
    content = site.root / "content"
    files = sorted(file for file in content.rglob("*") if file.suffix in (".md", ".yaml") and file.name != "site.yaml")
    file = dice.choice(files)
    path, text = file.relative_to(site.root).as_posix(), file.read_text("utf-8")
    match dice.choice(EDITS):
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
            for translation in sorted(content.rglob("*.en.md"))[: dice.choice([1, 1, 99])]:
                translation.unlink()
        case "rename":
            file.rename(file.with_name(f"nuovo-{dice.randrange(9)}-{file.name}"))
        case "copy":
            site.write(f"{Path(path).parent.as_posix()}/copia-{dice.randrange(9)}-{file.name}", text)
        case "template":
            name = dice.choice(
                ["base.html", "record.html", "list.html", "feed.xml", "parts/entry.html", "parts/tail.html"]
            )
            shipped = (ROOT / "templates" / name).read_text("utf-8")
            site.write(f"templates/{name}", f"{shipped}{dice.choice(['', '<!-- a -->', '<!-- b -->'])}")
        case "move":
            site.replace("content/site.yaml", "title: ", f"title: {dice.choice('ABC')} ")
        case "languages":
            one, other = dice.sample(["languages: [it, en]", "languages: [en, it]"], 2)
            site.write("content/site.yaml", site.read("content/site.yaml").replace(one, other))
        case "term":
            words = sorted(content.glob("vocabularies/*.yaml"))
            named = dice.choice(words).relative_to(site.root).as_posix() if words else path
            site.write(
                named, re.sub(r"\b(it: )(?=\w)", rf"\1{dice.choice(['Altro', 'Nuovo'])} ", site.read(named), count=1)
            )
        case "style":
            refused = dice.choice(["testo", "orari*", "sinergi*"])
            term = f"{{language: it, refused: [{refused}], preferred: altro, because: non dice nulla}}"
            site.write("content/style.yaml", f"terms:\n  - {term}\n")
        case "beside":
            pictures = [file for file in content.rglob("*.*") if file.suffix in (".png", ".jpg")]
            for file in dice.sample(sorted(pictures), min(1, len(pictures))):
                file.write_bytes(picture((dice.randrange(40, 90), 60), "PNG" if file.suffix == ".png" else "JPEG"))
        case "public":
            site.write(
                f"public/{dice.choice(['CNAME', '.well-known/x.txt', 'y.html'])}", dice.choice(["a", "b", "<p>c"])
            )


def otherwise(site: SiteTest, dice: Random) -> dict[str, Any]:
    """With what a round builds; now and then what is published becomes the publication before."""
    previous = site.root / "previous"
    if dice.random() < 0.3:
        shutil.rmtree(previous, ignore_errors=True)
        shutil.copytree(site.out, previous)
    chosen = dice.choice([{}, {}, {"drafts": True}, {"base_url": "https://altrove.example/v/"}, {"compressed": True}])
    return chosen | ({"previous": previous} if previous.exists() and dice.random() < 0.7 else {})


@pytest.mark.parametrize("chain", range(CHAINS))
def test_a_rebuild_is_a_clean_build_after_any_edits(chain: int, tmp_path: Path) -> None:
    store = own_store(tmp_path)
    dice, site, search = (
        Random(chain),
        SiteTest("showcase" if IS_LONG and not chain % LARGE_AMONG else "minimal"),
        IS_LONG and not chain % 2,
    )
    site.build(store=store, search=search)
    day = datetime.date.fromisoformat(DAY)
    for _ in range(ROUNDS):
        before = {file: file.read_bytes() for file in (site.root / "content").rglob("*") if file.is_file()}
        day += datetime.timedelta(days=dice.choice([0, 0, 1, 40]))
        for _ in range(dice.randint(1, 3)):
            edited(site, dice)
        options = {"on": day.isoformat(), **otherwise(site, dice)}
        found = site.check(store=store, **options).found
        assert found == site.check(store=None, **options).found, "a check tells what a clean one tells"
        if any(one.is_error for one in found):
            shutil.rmtree(site.root / "content")
            for file, data in before.items():
                site.write(file.relative_to(site.root).as_posix(), data)
        made(site, store, search=search, **options)
