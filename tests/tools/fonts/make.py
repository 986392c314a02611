"""Whole families, which come as packages → the site's fonts, cut for its languages, and the measures of its cards."""

import string
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from tests.tools.fonts import subset

DATA = Path(__file__).parents[3] / "generator/data"
"""Where all that is made has its place."""

LATIN = (
    string.digits
    + string.ascii_letters
    + string.punctuation
    + " \u00a0\u202f"  # spaces: plain, and of two widths where no line may break
    + "–—‘’‚“”„«»…·¡¿§©ª°º²³×−≈€→"
    + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŒßàáâãäåæçèéêëìíîïñòóôõöøùúûüýœ"
)
"""Italian, English and the languages of western Europe: what the first view of every page may need."""

MORE = (
    "‹›ÐÞÝŸðþÿ"
    "ĀĂĄĆĈĊČĎĐĒĖĘĚĜĞĠĢĤĦĪĮİĴĶĹĻĽŁŃŅŇŌŐŔŖŘŚŜŞŠŤŪŬŮŰŲŴŶŹŻŽȘȚ"
    "āăąćĉċčďđēėęěĝğġģĥħīįıĵķĺļľłńņňōőŕŗřśŝşšťūŭůűųŵŷźżžșț"
)
"""The other languages in Latin letters, by the letters that only they have: fetched by the pages that need one."""

FEATURES = ("kern", "liga", "lnum", "tnum")
"""What the stylesheet may ask of a font, where the font can do it."""


@dataclass(frozen=True)
class Face:
    """One font of the site, and where in its family it is cut."""

    name: str
    package: str
    file: str
    axes: dict[str, float] = field(default_factory=dict)
    """Where the axes of a variable font stand."""

    def whole(self) -> bytes:
        """The font with all its characters, at its place of the family."""
        return subset.whole((files(self.package) / "files" / self.file).read_bytes(), self.axes)


REGULAR = Face("titillium-400", "fontpkg_titillium_web", "TitilliumWeb-Regular.ttf")
SEMIBOLD = Face("titillium-600", "fontpkg_titillium_web", "TitilliumWeb-SemiBold.ttf")
SERIF = Face("newsreader-430", "fontpkg_newsreader", "Newsreader[opsz,wght].ttf", {"opsz": 40, "wght": 430})

_LICENCES = {"OFL-TitilliumWeb.txt": REGULAR.package, "OFL-Newsreader.txt": SERIF.package}


def made() -> dict[str, bytes]:
    """Every file by its name below `generator/data/`: fonts for pages, licences beside them, what cards are set in."""
    licences = {f"fonts/{name}": (files(package) / "LICENSE").read_bytes() for name, package in _LICENCES.items()}
    return licences | {name: content for face in (REGULAR, SEMIBOLD, SERIF) for name, content in _cut(face)}


def _cut(face: Face) -> Iterator[tuple[str, bytes]]:
    whole = face.whole()
    yield f"fonts/{face.name}.woff2", subset.for_browsers(whole, LATIN, FEATURES)
    yield f"fonts/more/{face.name}.woff2", subset.for_browsers(whole, MORE, FEATURES)
    yield f"social_cards/{face.name}.ttf", subset.for_drawing(whole, LATIN + MORE)
    yield f"social_cards/{face.name}.json", subset.measures(whole, LATIN + MORE)
