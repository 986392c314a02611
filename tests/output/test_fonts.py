import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.memo import Memo
from generator.output import fonts
from generator.output.kerning import pairs
from tests.harness import SiteTest
from tests.store import STORE

ROOT = Path(__file__).parents[2]
NAMES = ["titillium-400", "titillium-600", "newsreader-430"]
MOST = 32_600
"""Bytes of the fonts that every page needs."""


def opened(data: bytes) -> TTFont:
    return TTFont(BytesIO(data))


def kept() -> dict[str, bytes]:
    return fonts.for_pages(Memo(STORE))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("folder", "characters"), [("fonts", fonts.LATIN), ("fonts/more", fonts.MORE)])
def test_a_font_has_its_characters_and_no_others(name: str, folder: str, characters: str) -> None:
    font = opened(kept()[f"{folder}/{name}.woff2"])
    assert font.flavor == "woff2"
    assert {chr(code) for code in font.getBestCmap()} == set(characters)


def test_the_languages_of_the_latin_letters_are_covered() -> None:
    for words in (
        "«Perché l’università è così: più €, 1.506 → 2,5 – …»",
        "“Naïve façades” — it’s 1 506",
        "Œuvre, straße, Ångström, señor, coração, cañón, æble",
    ):
        assert set(words) - set(fonts.LATIN) == set()
    for words in ("Łódź, Źdźbło, Škoda, Řeka, Győr, Țară, Çiğdem, Ħal, Žižek, Ķegums, Ŝi, Łącka", "L’Haÿ, þjóð"):
        assert set(words) - set(fonts.LATIN + fonts.MORE) == set()
    assert set(fonts.LATIN) & set(fonts.MORE) == set()


@pytest.mark.parametrize("name", NAMES)
def test_an_arrow_is_drawn_and_spaces_are_empty(name: str) -> None:
    font = opened(kept()[f"fonts/{name}.woff2"])
    names = font.getBestCmap()
    widths = {character: font["hmtx"][names[ord(character)]][0] for character in "  →"}
    assert font["glyf"][names[ord("→")]].numberOfContours == 1
    assert font["glyf"][names[ord(" ")]].numberOfContours == 0
    assert 0 < widths[" "] < widths[" "] < widths["→"]


def test_the_serif_is_cut_at_one_place_and_keeps_figures_and_ligatures() -> None:
    font = opened(kept()["fonts/newsreader-430.woff2"])
    assert "fvar" not in font
    assert (font["OS/2"].usWeightClass, font["head"].unitsPerEm) == (430, 2000)
    assert {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord} == {"liga", "tnum"}


@pytest.mark.parametrize("face", [fonts.REGULAR, fonts.SEMIBOLD, fonts.SERIF], ids=NAMES)
def test_the_kerning_is_that_of_the_family(face: fonts.Face) -> None:
    whole, cut = opened(fonts._whole(Memo(STORE), face)), opened(kept()[f"fonts/{face.name}.woff2"])
    there, here = whole.getBestCmap(), cut.getBestCmap()
    expected, found = pairs(whole), pairs(cut)
    for left in "AFTVLWÀ«’oeràd":
        for right in "AToàeV».,":
            pair = [ord(left), ord(right)]
            assert found.get(tuple(here[one] for one in pair)) == expected.get(tuple(there[one] for one in pair))
    assert found[here[ord("T")], here[ord("o")]] < 0


@pytest.mark.pinned
def test_the_first_view_stays_light() -> None:
    assert sum(len(kept()[f"fonts/{name}.woff2"]) for name in NAMES) <= MOST


def test_letters_of_other_languages_are_fetched_by_pages_that_have_them() -> None:
    css = (ROOT / "templates/assets/vetrina.css").read_text("utf-8")
    faces = re.findall(r"@font-face {[^}]*fonts/more/[^}]*unicode-range: ([^;]*);", css)
    assert len(faces) == len(NAMES) and len(set(faces)) == 1
    ranges = [[int(end, 16) for end in one.strip().removeprefix("U+").split("-")] for one in faces[0].split(",")]
    fetched = {chr(code) for ends in ranges for code in range(ends[0], ends[-1] + 1)}
    assert set(fonts.MORE) <= fetched
    assert set(fonts.LATIN) & fetched == set()


def test_the_same_bytes_come_out_each_time() -> None:
    assert fonts.for_pages(Memo()) == kept()


def test_a_second_run_cuts_nothing(tmp_path: Path) -> None:
    asked = (
        "import sys; from pathlib import Path; from generator.memo import Memo; from generator.output import fonts;"
        f"memo = Memo(Path({str(tmp_path)!r})); fonts.for_pages(memo); fonts.for_pictures(memo, fonts.SERIF);"
        "print([name for name in sys.modules if name.startswith('fontTools')] != [])"
    )
    runs = [subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True) for _ in range(2)]
    assert [run.stdout.strip() for run in runs] == ["True", "False"]


def test_the_fonts_of_a_site_their_licences_and_those_an_owner_brings() -> None:
    site = SiteTest().write("templates/assets/fonts/titillium-400.woff2", b"the owner's").build()
    files = {path: data for path, data in site.tree().items() if path.startswith("assets/fonts/")}
    names = {re.sub(r"\.[0-9a-f]{10}\.", ".", path.removeprefix("assets/")): path for path in files}
    assert names.keys() == kept().keys()
    assert files[names["fonts/titillium-400.woff2"]] == b"the owner's"
    assert files[names["fonts/OFL-Newsreader.txt"]].startswith(b"Copyright 2020 The Newsreader Project Authors")
    preloaded = re.findall(r'<link rel="preload" href="/([^"]*)" as="font"', site.page("/"))
    assert sorted(preloaded) == sorted(names[f"fonts/{name}.woff2"] for name in NAMES)
