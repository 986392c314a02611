"""One card → its picture: paper, a window with the panes of the navigation, the words beside it.

Its colours are few, so that the file is small.
"""

from dataclasses import replace
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw, ImageFont

from generator.output.social_cards.text_layout import Setting, Typeface, fitted
from generator.view.outputs import Card

GROUND, _GLASS, INK, ACCENT_INK = "#faf8f3", "#ffffff", "#171c28", "#12397f"
"""The colours of the style sheet, light scheme."""
_PARTS = 4
"""In how many places between two pixels a letter may begin: it is drawn at so many times its size, then reduced."""
_SHADES = 24
"""How many steps the edge of a letter has between its colour and the ground."""

_MARGIN, _GUTTER, _BAND = 56, 72, 64
_WINDOW, _ABREAST = 420, 2
"""How wide the window is, and how many panes stand side by side."""
_BAR, _RIM = 6, 8
"""How thick the bars of the window are, and how far from them a light ends."""
_INSET, _NAME = 22, (28, 14)
"""How far from the edges of its pane a name stands, and the largest and the smallest size of it."""
_MARK, _STROKE = 44, 5
_SITE, _KICKER, _TITLE, _NOTICE = (46, 24), (32, 20), (108, 34), (25, 14)
"""The largest and the smallest size of each text."""
_LEADING, _TRACKING = 1.06, -20
"""From line to line of a title, in parts of its size, and between its letters, in thousandths of it."""
_ROOM_ABOVE, _ROOM_BETWEEN = 50, 30
"""Between the site's name and the words below it; between kicker and title."""


def draw(card: Card, serif: Typeface, semibold: Typeface, regular: Typeface) -> bytes:
    """A card as PNG, in these fonts."""
    titles = replace(serif, tracking=_TRACKING)
    accent = card.accent or ACCENT_INK
    paper = Paper(card.width, card.height)
    right, foot = card.width - _MARGIN, card.height - _MARGIN
    if card.notice:
        foot -= _BAND
        paper.box(0, card.height - _BAND, card.width, card.height, INK)
        notice = fitted(card.notice, regular, right - _MARGIN, _NOTICE[0], _NOTICE)
        paper.write(notice, _MARGIN, card.height - (_BAND - notice.height) / 2, GROUND)
    _window(paper, card, (right - _WINDOW, _MARGIN, right, foot), accent, semibold)
    _mark(paper, accent)
    width = right - _WINDOW - _GUTTER - _MARGIN
    beside = _MARGIN + _MARK + 16
    site = fitted(card.site_title, titles, width - beside + _MARGIN, _MARK, _SITE)
    paper.write(site, beside, _MARGIN + (_MARK + site.height) / 2, INK)
    room = foot - _MARGIN - _MARK - _ROOM_ABOVE - (_KICKER[0] + _ROOM_BETWEEN if card.kicker else 0)
    title = fitted(card.title, titles, width, room, _TITLE, _LEADING)
    paper.write(title, _MARGIN, foot, INK)
    if card.kicker:
        kicker = fitted(card.kicker, semibold, width, _KICKER[0], _KICKER)
        paper.write(kicker, _MARGIN, foot - title.height - _ROOM_BETWEEN, accent)
    return paper.png(accent)


def _window(
    paper: "Paper", card: Card, edges: tuple[float, float, float, float], accent: str, typeface: Typeface
) -> None:
    """A frame with a named pane for each way into the site; a light burns in that which leads to the page."""
    left, top, right, foot = edges
    paper.box(*edges, INK)
    rows = max(1, -(-len(card.panes) // _ABREAST))
    down = (foot - top - _BAR) / rows
    room = (right - left - _BAR) / _ABREAST - _BAR - 2 * _INSET, down - _BAR - 2 * _INSET
    size = min((int(fitted(name, typeface, *room, _NAME).size) for name in card.panes if name), default=0)
    panes = iter(range(len(card.panes)))
    for row in range(rows):
        abreast = max(1, len(card.panes) // rows + (row < len(card.panes) % rows))
        across = (right - left - _BAR) / abreast
        for column in range(abreast):
            x, y, pane = left + column * across, top + row * down, next(panes, None)
            paper.box(x + _BAR, y + _BAR, x + across, y + down, _GLASS)
            if pane is None:
                continue
            if pane in card.lit:
                inset = _BAR + _RIM
                paper.box(x + inset, y + inset, x + across - _RIM, y + down - _RIM, accent)
            if card.panes[pane]:
                name = fitted(card.panes[pane], typeface, *room, (size, size))
                paper.write(name, x + _BAR + _INSET, y + down - _INSET, _GLASS if pane in card.lit else INK)


def _mark(paper: "Paper", accent: str) -> None:
    """The mark of the site's icon: a window with a transom."""
    left, foot = _MARGIN, _MARGIN + _MARK
    paper.box(left, left, foot, foot, accent)
    half, transom = (_MARK - 3 * _STROKE) / 2, _STROKE + (_MARK - 3 * _STROKE) * 5 / 14
    for x in (left + _STROKE, left + 2 * _STROKE + half):
        paper.box(x, left + _STROKE, x + half, left + transom, GROUND)
        paper.box(x, left + transom + _STROKE, x + half, foot - _STROKE, GROUND)


class Paper:
    """A picture on its way."""

    def __init__(self, width: int, height: int) -> None:
        self._image = Image.new("RGB", (width, height), GROUND)
        self._pen = ImageDraw.Draw(self._image)

    def box(self, left: float, top: float, right: float, foot: float, colour: str) -> None:
        """Fill a rectangle, up to its right and lower edge; one without room is none."""
        x, y, to_x, to_y = (round(edge) for edge in (left, top, right, foot))
        if x < to_x and y < to_y:
            self._pen.rectangle((x, y, to_x - 1, to_y - 1), fill=colour)

    def write(self, setting: Setting, left: float, foot: float, colour: str) -> None:
        """Write lines of which the last stands on `foot`."""
        for above, line in enumerate(reversed(setting.lines)):
            x, y = left, round(foot - above * setting.leading)
            for letter, step in zip(line, setting.typeface.steps(line), strict=True):
                if not letter.isspace():
                    whole, part = divmod(round(x * _PARTS), _PARTS)
                    shape, beside, above_line = _letter(setting.typeface.font, setting.size, letter, part)
                    self._pen.bitmap((whole + beside, y + above_line), shape, colour)
                x += step * setting.size / 1000

    def png(self, accent: str) -> bytes:
        """The picture as a PNG of few colours: inks on the ground and names on lights, in shades."""
        palette = Image.new("P", (1, 1))
        shades = [shade for ends in ((GROUND, INK), (GROUND, accent), (_GLASS, accent)) for shade in _ramp(*ends)]
        palette.putpalette([channel for shade in shades for channel in shade])
        out = BytesIO()
        picture = self._image.quantize(palette=palette, dither=Image.Dither.NONE)
        picture.save(out, "PNG", compress_level=5)  # 9 takes ten times as long
        return out.getvalue()


@lru_cache(maxsize=2048)
def _letter(font: bytes, size: float, letter: str, part: int) -> tuple[Image.Image, int, int]:
    """How a letter covers whole pixels, so many parts of one to the right, and where that begins beside its place."""
    drawn = _font(font, size * _PARTS)
    left, top, right, foot = (int(edge) for edge in drawn.getbbox(letter, anchor="ls"))
    x, y = left // _PARTS, top // _PARTS
    shape = Image.new("L", (right + part - x * _PARTS, foot - y * _PARTS))
    ImageDraw.Draw(shape).text((part - x * _PARTS, -y * _PARTS), letter, font=drawn, fill=255, anchor="ls")
    return shape.reduce(_PARTS), x, y


@lru_cache(maxsize=64)
def _font(font: bytes, size: float) -> ImageFont.FreeTypeFont:
    """A font at a size, with the only layout that every system has: we place each letter ourselves."""
    return ImageFont.truetype(BytesIO(font), size, layout_engine=ImageFont.Layout.BASIC)


def _ramp(ground: str, ink: str) -> list[tuple[int, ...]]:
    """The shades from a ground to an ink."""
    ends = list(zip(ImageColor.getrgb(ground), ImageColor.getrgb(ink), strict=True))
    return [tuple(round(a + (b - a) * step / (_SHADES - 1)) for a, b in ends) for step in range(_SHADES)]
