"""The site's fonts: cut for the languages of the site from whole families, which come as packages.

Cutting is slow and depends on nothing but the family: what comes out is kept in the store, and the tools that cut are
loaded only where the store has nothing.
"""

import string
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files

from generator.memo import Memo

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
    axes: str = ""
    """Where the axes of a variable font stand: "opsz=40 wght=430"."""


@dataclass(frozen=True)
class Cut:
    """A font for pictures: as TTF, and its measures as `cutting.measures` writes them."""

    font: bytes
    measures: bytes


REGULAR = Face("titillium-400", "fontpkg_titillium_web", "TitilliumWeb-Regular.ttf")
SEMIBOLD = Face("titillium-600", "fontpkg_titillium_web", "TitilliumWeb-SemiBold.ttf")
SERIF = Face("newsreader-430", "fontpkg_newsreader", "Newsreader[opsz,wght].ttf", "opsz=40 wght=430")

_LICENCES = {"OFL-TitilliumWeb.txt": REGULAR.package, "OFL-Newsreader.txt": SERIF.package}
_TOOLS = ("fonttools", "brotli")


def for_pages(memo: Memo) -> dict[str, bytes]:
    """The fonts that the stylesheet names, by their names below `assets/`, and the licences beside them."""
    made = {f"fonts/{name}": (files(package) / "LICENSE").read_bytes() for name, package in _LICENCES.items()}
    for face in (REGULAR, SEMIBOLD, SERIF):
        made[f"fonts/{face.name}.woff2"] = _cut(memo, face, LATIN)
        made[f"fonts/more/{face.name}.woff2"] = _cut(memo, face, MORE)
    return made


def for_pictures(memo: Memo, face: Face) -> Cut:
    """A font that texts in pictures are set in."""

    def font() -> bytes:
        from generator.output.cutting import for_drawing  # slow to load

        return for_drawing(_whole(memo, face), LATIN + MORE)

    def measures() -> bytes:
        from generator.output.cutting import measures  # slow to load

        return measures(_whole(memo, face), LATIN + MORE)

    return Cut(
        memo.recall(font, "font-for-pictures-1", *_inputs(face), LATIN, MORE),
        memo.recall(measures, "font-measures-1", *_inputs(face), LATIN, MORE),
    )


def _cut(memo: Memo, face: Face, characters: str) -> bytes:
    def make() -> bytes:
        from generator.output.cutting import for_browsers  # slow to load

        return for_browsers(_whole(memo, face), characters, FEATURES)

    return memo.recall(make, "font-for-browsers-1", *_inputs(face), characters, *FEATURES)


def _whole(memo: Memo, face: Face) -> bytes:
    """A font with all its characters, at the place of its family where the site wants it."""

    def make() -> bytes:
        from generator.output.cutting import whole  # slow to load

        axes = dict(one.split("=") for one in face.axes.split())
        return whole(_source(face), {axis: float(value) for axis, value in axes.items()})

    return memo.recall(make, "font-whole-1", *_inputs(face))


def _inputs(face: Face) -> tuple[bytes | str, ...]:
    return (_source(face), face.axes, *(version(tool) for tool in _TOOLS))


def _source(face: Face) -> bytes:
    return (files(face.package) / "files" / face.file).read_bytes()
