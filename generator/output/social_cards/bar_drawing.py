"""Bars → their picture, on the paper of cards: what they find, each with its words over it, whose they are."""

from generator.output.social_cards.drawing import ACCENT_INK, GROUND, INK, Paper
from generator.output.social_cards.text_layout import Setting, Typeface, fitted
from generator.view.pictures import BarPicture

_FINDING, _SUBJECT, _WORDS, _SOURCE = (32, 20), (18, 12), (21, 13), (16, 11)
"""The largest and the smallest size of each text."""
_VALUE = 260
"""The room of a value; its label has the rest of the line."""
_LINE = 2
"""How thick the outline of an inexact value is."""


def draw_bars(picture: BarPicture, serif: Typeface, semibold: Typeface, regular: Typeface) -> bytes:
    """A picture of bars as PNG, in these fonts."""
    paper, left = Paper(picture.width, picture.height), picture.margin
    room = picture.width - 2 * left
    for number, line in enumerate(picture.finding):
        paper.write(fitted(line, serif, room, _FINDING[0], _FINDING), left, 58 + 38 * number, INK)
    under = 54 + 38 * len(picture.finding)
    paper.write(fitted(picture.subject, semibold, room, _SUBJECT[0], _SUBJECT), left, under, INK)
    _draw_marks(paper, picture, regular)
    for bar, y, length in picture.placed:
        paper.write(fitted(bar.label, regular, room - _VALUE, _WORDS[0], _WORDS), left, y + 20, INK)
        value = fitted(bar.value, regular, _VALUE, _WORDS[0], _WORDS)
        paper.write(value, left + room - _width(value), y + 20, INK)
        if length:
            paper.box(left, y + 29, left + length, y + 41, ACCENT_INK)
        if length and not bar.exact:
            paper.box(left + _LINE, y + 29 + _LINE, left + length - _LINE, y + 41 - _LINE, GROUND)
    paper.write(fitted(picture.source, regular, room, _SOURCE[0], _SOURCE), left, picture.height - 22, INK)
    return paper.png(ACCENT_INK)


def _draw_marks(paper: Paper, picture: BarPicture, regular: Typeface) -> None:
    """The scheme of where things are: a square each, with the number of its bar where there is room for it."""
    if picture.marks:
        north = fitted(f"{picture.north} ↑", regular, _VALUE, _SOURCE[0], _SOURCE)
        paper.write(north, picture.width - picture.margin - _width(north), picture.head - 6, INK)
    for mark, x, y in picture.marked:
        half = 5 if picture.dense else 16
        paper.box(x - half, y - half, x + half, y + half, ACCENT_INK)
        if not picture.dense:
            number = fitted(str(mark.number), regular, 2 * half, 18, (18, 11))
            paper.write(number, x - _width(number) / 2, y + 6, GROUND)


def _width(setting: Setting) -> float:
    """How long the longest line of a setting is."""
    return max((sum(setting.typeface.steps(line)) * setting.size / 1000 for line in setting.lines), default=0)
