"""Cards → pictures, each drawn once: what was drawn before is in the store."""

from dataclasses import astuple, replace
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version

from generator.memo import Memo
from generator.output import fonts
from generator.output.typesetting import Type
from generator.view.page import Card


class Cards:
    """Draws the cards of a run, in the fonts of the site."""

    def __init__(self, memo: Memo) -> None:
        self._memo = memo

    def png(self, card: Card) -> bytes:
        """The picture of a card, as PNG."""

        def make() -> bytes:
            from generator.output.drawing import draw  # slow to load

            return draw(card, *self._types)

        drawn = replace(card, path="", href="")  # where it stands does not show
        return self._memo.recall(make, "card-1", repr(astuple(drawn)), self._hash, version("pillow"))

    @cached_property
    def _fonts(self) -> tuple[fonts.Cut, ...]:
        return tuple(fonts.for_pictures(self._memo, face) for face in (fonts.SERIF, fonts.SEMIBOLD, fonts.REGULAR))

    @cached_property
    def _types(self) -> tuple[Type, ...]:
        return tuple(map(Type.of, self._fonts))

    @cached_property
    def _hash(self) -> bytes:
        return sha256(b"".join(part for cut in self._fonts for part in (cut.font, cut.measures))).digest()
