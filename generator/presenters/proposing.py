"""The way to the page where a need is proposed, where there is one."""

from generator.showcase.answers import settled
from generator.showcase.model import Showcase
from generator.showcase.selection import Questions, selected
from generator.text.context import Context
from generator.view.text import Piece


@settled
def can_propose(showcase: Showcase) -> bool:
    """Whether there is a path at all: where nothing is done, nothing can be told from it."""
    return bool(selected(showcase, Questions()).refs)


def propose(context: Context) -> tuple[Piece, ...]:
    """The link to the page; none where there is no such page."""
    href = context.urls.href(context.urls.fixed("propose", context.language))
    return (Piece(context.words.text("Propose a need"), href=href),) if can_propose(context.showcase) else ()
