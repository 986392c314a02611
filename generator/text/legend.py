"""What the dash of lists and tables stands for."""

from generator.text.context import GAP, Context
from generator.view.text import Inline


def legend(context: Context) -> Inline:
    """The line that explains `Context.not_stated`, once a page."""
    return context.phrase("{gap}: not stated in the sources, or not found in the part that was read.", gap=GAP)
