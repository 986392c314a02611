"""Rules over the owner's settings."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.content.nodes import Nodes
from generator.content.settings import Settings
from generator.problems.codes import CODES
from generator.problems.problem import Problem, problem
from generator.words import N_, Phrase

NEEDED_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3."""
_GROUNDS = {"light": ("#faf8f3", "#ffffff", "#eaeef6"), "dark": ("#11151e", "#171c27", "#1d2637")}
"""The backgrounds of the style sheet on which the accent stands: ground, glass and wash of each scheme."""
_SCHEMES = {"light": N_("light"), "dark": N_("dark")}
_DIRECTIONS = {"light": N_("darker"), "dark": N_("lighter")}


def accent_is_legible(settings: Settings, nodes: Nodes) -> Iterator[Problem]:
    """The owner's accent can be read on every background of its scheme."""
    if settings.accent is None:
        return
    for scheme, colour in (("light", settings.accent.light), ("dark", settings.accent.dark)):
        if values := _too_pale(scheme, colour):
            yield problem("bad-contrast", nodes.place(("accent", scheme)), meant=(), **values)


def is_illegible(scheme: str, colour: str) -> tuple[Phrase, Phrase] | None:
    """What is wrong with a colour on the backgrounds of a scheme, and how to mend it; None where it can be read."""
    code, values = CODES["bad-contrast"], _too_pale(scheme, colour)
    return (Phrase(code.message, values), Phrase(code.hint, values)) if values else None


def _too_pale(scheme: str, colour: str) -> dict[str, Any]:
    """What a message says of a colour that cannot be read; nothing where it can."""
    ratio = min(contrast(colour, ground) for ground in _GROUNDS[scheme])
    if ratio >= NEEDED_CONTRAST:
        return {}
    return {
        "value": colour,
        "scheme": Phrase(_SCHEMES[scheme]),
        "ratio": Decimal(f"{ratio:.1f}"),
        "needed": Decimal(str(NEEDED_CONTRAST)),
        "direction": Phrase(_DIRECTIONS[scheme]),
    }


def nothing_is_a_placeholder(settings: Settings, nodes: Nodes) -> Iterator[Problem]:
    """A production build has the owner's own declaration, notice and contacts."""
    for name in settings.placeholders():
        yield problem("placeholder", nodes.place(tuple(name.split("."))), key=name)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2), from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
