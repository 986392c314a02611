"""Cards → pictures, each drawn once: what was drawn before is in the store."""

from dataclasses import astuple, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from generator.machine.memo import Memo, version_of
from generator.output.social_cards.text_layout import Typeface
from generator.view.outputs import Card
from generator.view.pictures import BarPicture

_DATA = Path(__file__).parents[2] / "data/social_cards"
_SERIF, _SEMIBOLD, _REGULAR = "newsreader-430", "titillium-600", "titillium-400"
CARDS, BARS = "card-5", "bars-4"
"""What is drawn here, by the names of a store."""


class CardPainter:
    """Draws the cards of a run, in the fonts of the site."""

    def __init__(self, memo: Memo) -> None:
        self._memo = memo

    def png(self, card: Card) -> bytes:
        """The picture of a card, as PNG."""

        def make() -> bytes:
            from generator.output.social_cards.drawing import draw  # slow to load

            return draw(card, *self.typefaces)

        drawn = replace(card, path="", href="")  # where it stands does not show
        return self._memo.recall(make, CARDS, repr(astuple(drawn)), self._hash, version_of("pillow"))

    def picture(self, picture: BarPicture) -> bytes:
        """A picture of data, as PNG."""

        def make() -> bytes:
            from generator.output.social_cards.bar_drawing import draw_bars  # slow to load

            return draw_bars(picture, *self.typefaces)

        return self._memo.recall(make, BARS, repr(astuple(picture)), self._hash, version_of("pillow"))

    @cached_property
    def typefaces(self) -> tuple[Typeface, ...]:
        """The serif, the semibold and the regular."""
        return tuple(Typeface.of(*font) for font in self._fonts)

    @cached_property
    def _fonts(self) -> tuple[tuple[bytes, bytes], ...]:
        """Each font as TTF, and its measures."""
        names = (_SERIF, _SEMIBOLD, _REGULAR)
        return tuple(((_DATA / f"{name}.ttf").read_bytes(), (_DATA / f"{name}.json").read_bytes()) for name in names)

    @cached_property
    def _hash(self) -> bytes:
        return sha256(b"".join(part for font in self._fonts for part in font)).digest()
