"""`build --portable` writes a copy that a reviewer opens by a double click: relative links, no scripts, no search."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.cli import main
from generator.output.portable import portable
from tests.harness import DAY, BuiltSite, SiteTest

NOTICE = "Only a preview."
ADDRESS = re.compile(r' (?:href|src|poster|srcset|imagesrcset)="([^"]*)"')


@pytest.fixture(scope="module")
def copy(showcase: BuiltSite) -> dict[str, bytes]:
    return dict(portable(showcase.out, "/", lambda language: NOTICE))


@pytest.fixture(scope="module")
def pages(copy: dict[str, bytes]) -> dict[str, str]:
    return {path: content.decode() for path, content in copy.items() if path.endswith(".html")}


def test_every_link_names_a_file_of_the_copy(copy: dict[str, bytes], pages: dict[str, str]) -> None:
    wrong = []
    for path, page in pages.items():
        found = (one.split()[0] for value in ADDRESS.findall(page) if value for one in value.split(", "))
        for address in found:
            if not re.match(r"[a-z]+:|#", address):
                file = re.split("[?#]", unquote(address))[0]
                there = (Path("/site") / path).parent / file
                parts: list[str] = []
                for part in there.parts[2:]:
                    parts = parts[:-1] if part == ".." else [*parts, part]
                if "/".join(parts) not in copy:
                    wrong.append((path, address))
    assert wrong == []


def test_pictures_in_several_widths_are_found(pages: dict[str, str]) -> None:
    festival = pages["iniziative/festival-del-fiume/index.html"]
    [srcset] = set(re.findall(r'srcset="([^"]*webp[^"]*)"', festival)[:1])
    assert all(re.fullmatch(r"(\.\./)+\S+ \d+w", one) for one in srcset.split(", "))


def test_it_has_no_script_no_search_and_says_so_at_its_head(pages: dict[str, str], copy: dict[str, bytes]) -> None:
    for path, page in pages.items():
        assert not re.search(r"<script|<noscript|<template|<form class=\"search\"|Content-Security-Policy", page), path
        assert page.count(NOTICE) == (0 if "http-equiv" in page else 1), path
    assert not [path for path in copy if path.endswith(".js") or path.startswith("pagefind/")]


def test_search_engines_are_told_to_keep_out(pages: dict[str, str], copy: dict[str, bytes]) -> None:
    assert [path for path, page in pages.items() if page.count('<meta name="robots" content="noindex">') != 1] == []
    assert copy["robots.txt"] == b"User-agent: *\nDisallow: /\n"


def test_a_redirect_leads_to_the_file(pages: dict[str, str]) -> None:
    target = '"0; url=../../iniziative/festival-del-fiume/index.html"'
    assert target in pages["iniziative/festa-del-fiume/index.html"] or target in pages["eventi/fiume/index.html"]


def test_what_leads_elsewhere_and_what_is_only_text_stays(tmp_path: Path) -> None:
    page = (
        '<html lang="en"><head></head><header></header>'
        '<a class="a" href="/path/x/?q=1#y" title="a > b">href="/path/x/"</a><a href="//other.example/">o</a>'
        '<a href="#z">z</a><a href="/elsewhere/">e</a><img srcset="/path/a.png 1w, /path/b.png 2w">'
    )
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text(page)
    (_, made), *_ = portable(tmp_path, "/path/", lambda language: f"<{language}>")
    said = made.decode()
    assert '<a class="a" href="../x/index.html?q=1#y" title="a > b">href="/path/x/"</a>' in said
    assert '<a href="//other.example/">o</a><a href="#z">z</a><a href="/elsewhere/">e</a>' in said
    assert 'srcset="../a.png 1w, ../b.png 2w"' in said
    assert "&lt;en&gt;" in said


def test_the_command_writes_it_beside_the_site(capsys: pytest.CaptureFixture[str]) -> None:
    site = SiteTest()
    asked = ["build", "--root", str(site.root), "--on", DAY, "--no-search", "--lang", "it"]
    preview = site.root / "preview"
    assert main([*asked, "--base-url", "https://x.example/below/", "--portable", str(preview)]) == 0
    assert str(preview / "index.html") in capsys.readouterr().out
    page = (preview / "index.html").read_text("utf-8")
    assert "Anteprima" in page
    assert 'href="/' not in page
    assert main([*asked, "--portable", str(site.out / "preview")]) == 2
    assert "una dentro l’altra" in capsys.readouterr().err


def test_a_copy_that_is_written_again_keeps_no_word_of_what_was_withdrawn_nor_of_drafts(tmp_path: Path) -> None:
    site, secret, copy = SiteTest(), "Zarzuela", tmp_path / "preview"
    page, asked = "content/agreements/segreto.md", ["--root", str(site.root), "--on", DAY, "--lang", "it"]
    text = site.read("content/agreements/mobilita.md").replace("Collefiorito", secret)

    def copied(*more: str) -> bool:
        """Whether the copy, with all that lies beside it, has the word."""
        assert main(["build", *asked, "--no-search", "--portable", str(copy), *more]) == 0
        assert (copy / "index.html").is_file()
        return any(secret.encode() in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())

    site.write(page, text)
    assert copied()
    assert (
        main(["withdraw", "agreements/segreto", *asked, "--force", "--because", "it=Chiesto", "--because", "en=Asked"])
        == 0
    )
    assert not copied()
    site.write(page, text.replace("title:", "draft: true\ntitle:", 1))
    assert copied("--drafts")
    assert not copied()
