import re
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.output.assets import our_fonts
from tests.harness import SiteTest
from tests.long import IS_LONG
from tests.tools.fonts.kerning import pairs
from tests.tools.fonts.make import DATA, LATIN, MORE, REGULAR, SEMIBOLD, SERIF, Face, made

ROOT = Path(__file__).parents[2]
NAMES = ["titillium-400", "titillium-600", "newsreader-430"]
MOST = 32_600
"""Bytes of the fonts that every page needs."""


def opened(data: bytes) -> TTFont:
    return TTFont(BytesIO(data))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("folder", "characters"), [("fonts", LATIN), ("fonts/more", MORE)])
def test_a_font_has_its_characters_and_no_others(name: str, folder: str, characters: str) -> None:
    font = opened(our_fonts()[f"{folder}/{name}.woff2"])
    assert font.flavor == "woff2"
    assert {chr(code) for code in font.getBestCmap()} == set(characters)


def test_the_languages_of_the_latin_letters_are_covered() -> None:
    for words in (
        "«Perché l’università è così: più €, 1.506 → 2,5 – …»",
        "“Naïve façades” — it’s 1 506",
        "Œuvre, straße, Ångström, señor, coração, cañón, æble",
    ):
        assert set(words) - set(LATIN) == set()
    for words in ("Łódź, Źdźbło, Škoda, Řeka, Győr, Țară, Çiğdem, Ħal, Žižek, Ķegums, Ŝi, Łącka", "L’Haÿ, þjóð"):
        assert set(words) - set(LATIN + MORE) == set()
    assert set(LATIN) & set(MORE) == set()


@pytest.mark.parametrize("name", NAMES)
def test_an_arrow_is_drawn_and_spaces_are_empty(name: str) -> None:
    font = opened(our_fonts()[f"fonts/{name}.woff2"])
    names = font.getBestCmap()
    widths = {character: font["hmtx"][names[ord(character)]][0] for character in "  →"}
    assert font["glyf"][names[ord("→")]].numberOfContours == 1
    assert font["glyf"][names[ord(" ")]].numberOfContours == 0
    assert 0 < widths[" "] < widths[" "] < widths["→"]


def test_the_serif_is_cut_at_one_place_and_keeps_figures_and_ligatures() -> None:
    font = opened(our_fonts()["fonts/newsreader-430.woff2"])
    assert "fvar" not in font
    assert (font["OS/2"].usWeightClass, font["head"].unitsPerEm) == (430, 2000)
    assert {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord} == {"liga", "tnum"}


@pytest.mark.parametrize("face", [REGULAR, SEMIBOLD, SERIF] if IS_LONG else [SERIF], ids=lambda face: face.name)
def test_the_kerning_is_that_of_the_family(face: Face) -> None:
    whole, cut = opened(face.whole()), opened(our_fonts()[f"fonts/{face.name}.woff2"])
    there, here = whole.getBestCmap(), cut.getBestCmap()
    expected, found = pairs(whole), pairs(cut)
    for left in "AFTVLWÀ«’oeràd":
        for right in "AToàeV».,":
            pair = [ord(left), ord(right)]
            assert found.get(tuple(here[one] for one in pair)) == expected.get(tuple(there[one] for one in pair))
    assert found[here[ord("T")], here[ord("o")]] < 0


@pytest.mark.pinned
def test_the_first_view_stays_light() -> None:
    assert sum(len(our_fonts()[f"fonts/{name}.woff2"]) for name in NAMES) <= MOST


def test_letters_of_other_languages_are_fetched_by_pages_that_have_them() -> None:
    css = (ROOT / "templates/assets/styles/fonts.css").read_text("utf-8")
    faces = re.findall(r"@font-face {[^}]*fonts/more/[^}]*unicode-range: ([^;]*);", css)
    assert len(faces) == len(NAMES) and len(set(faces)) == 1
    ranges = [[int(end, 16) for end in one.strip().removeprefix("U+").split("-")] for one in faces[0].split(",")]
    fetched = {chr(code) for ends in ranges for code in range(ends[0], ends[-1] + 1)}
    assert set(MORE) <= fetched
    assert set(LATIN) & fetched == set()


@pytest.mark.pinned
@pytest.mark.skipif(not IS_LONG, reason="it cuts every face anew: `make test-long` does")
def test_the_font_tool_makes_the_same_bytes_again() -> None:
    there = {file.relative_to(DATA).as_posix(): file.read_bytes() for file in DATA.rglob("*") if file.is_file()}
    again = made()
    fonts = {name: content for name, content in there.items() if name in again or name.startswith("fonts/")}
    assert again == fonts


def test_the_fonts_of_a_site_their_licences_and_those_an_owner_brings() -> None:
    site = SiteTest().write("templates/assets/fonts/titillium-400.woff2", b"the owner's").build()
    files = {path: data for path, data in site.tree().items() if path.startswith("assets/fonts/")}
    names = {re.sub(r"\.[0-9a-f]{10}\.", ".", path.removeprefix("assets/")): path for path in files}
    assert names.keys() == our_fonts().keys()
    assert files[names["fonts/titillium-400.woff2"]] == b"the owner's"
    assert files[names["fonts/OFL-Newsreader.txt"]].startswith(b"Copyright 2020 The Newsreader Project Authors")
    preloaded = re.findall(r'<link rel="preload" href="/([^"]*)" as="font"', site.page("/"))
    assert sorted(preloaded) == sorted(names[f"fonts/{name}.woff2"] for name in NAMES)
