"""The parts of a page that links may name: sources, and parts of the prose."""

OF_TEXT = "text-"
"""How the anchors of the prose begin, so that none is that of a block."""


def source_anchor(number: int) -> str:
    """The anchor of a source in the page's list."""
    return f"source-{number}"


def text_anchor(anchor: str) -> str:
    """The anchor on the page of a part of the prose."""
    return f"{OF_TEXT}{anchor}"
