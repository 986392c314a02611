"""HTML → PDF with tags, as PDF/UA-1 asks of files: the same bytes each time, in the fonts of the site.

The library is an extra and asks Pango of the system; it is imported when a PDF is written, which takes half a second.
"""

from base64 import b64encode
from functools import cache
from io import BytesIO
from pathlib import Path

from generator.machine.typesetting import typesetter
from generator.problems.setup import SetupError
from generator.words import N_, Phrase

_FONTS = Path(__file__).parents[1] / "data/fonts"
_FACES = (
    ("Titillium Web", 400, "titillium-400.woff2"),
    ("Titillium Web", 600, "titillium-600.woff2"),
    ("Newsreader", 430, "newsreader-430.woff2"),
)
_MORE = "more"
"""The folder of the letters that few pages have, and the ending of the family that has them."""
_SPACE = "space"


def pdf(html: bytes) -> bytes:
    """Write a page of HTML as PDF: its language, title and headings become those of the file.

    The page holds all that it shows: its style in an element, its pictures as `<svg>` with a `<title>` or as `data:`
    addresses with `alt`; nothing else is fetched. The only date of the file is what `<meta name="dcterms.created">`
    says. Families: "Titillium Web" and "Newsreader", each followed by its letters of rarer languages
    ("Titillium Web more", "Newsreader more").

    Raises SetupError where the library or Pango is missing.
    """
    try:
        library = typesetter()
    except ImportError as error:
        raise SetupError(
            Phrase(N_("PDF cannot be written: what writes it is not installed.")),
            Phrase(N_('Install it: pip install "vetrina[reports]".')),
        ) from error
    except OSError as error:
        raise SetupError(
            Phrase(N_("PDF cannot be written: the system has no Pango, which sets its letters.")),
            Phrase(N_("Install Pango; on Debian and Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0.")),
        ) from error
    fetcher, fonts = library.urls.URLFetcher(allowed_protocols=("data",)), library.text.fonts.FontConfiguration()
    faces = library.CSS(string=_font_faces(), font_config=fonts, url_fetcher=fetcher)
    page = library.HTML(string=html.decode(), url_fetcher=fetcher)
    return bytes(page.write_pdf(stylesheets=[faces], font_config=fonts, pdf_variant="pdf/ua-1"))


@cache
def _font_faces() -> str:
    """The fonts of the site, whole within the addresses of their rules: nothing is fetched for them."""
    return "".join(
        f'@font-face {{ font-family: "{family}{more}"; font-weight: {weight}; src: url({_within(font)}); }}\n'
        for family, weight, name in _FACES
        for more, font in (("", (_FONTS / name).read_bytes()), (f" {_MORE}", _with_a_space(_FONTS / _MORE / name)))
    )


def _within(font: bytes) -> str:
    return f"data:font/woff2;base64,{b64encode(font).decode()}"


def _with_a_space(file: Path) -> bytes:
    """A font of rarer letters with a space of its own: two words of such letters are set as one, the space between
    them too, which browsers take from elsewhere."""
    from fontTools.ttLib import TTFont  # comes with the library

    font, written = TTFont(file, recalcTimestamp=False), BytesIO()
    font.setGlyphOrder([*font.getGlyphOrder(), _SPACE])
    font["glyf"].glyphs[_SPACE] = type(font["glyf"][".notdef"])()
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["hmtx"].metrics[_SPACE] = (font["head"].unitsPerEm // 4, 0)
    for table in font["cmap"].tables:
        table.cmap[ord(" ")] = _SPACE
    font.save(written)
    return written.getvalue()
