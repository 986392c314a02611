"""Who and where: what people look for by its names, and by some that it does not bear."""

from generator.fields.declare import many
from generator.fields.texts import TEXT
from generator.kinds.base import Kind
from generator.words import N_


class Named(Kind):
    """A kind whose records are bodies or places."""

    searched_as: tuple[str, ...] = many(
        TEXT,
        N_("Searched for as"),
        help=N_("Other words by which people look for it, in any language: the search knows them, no page shows them."),
        example=["River Museum", "Museo del fiume"],
        hidden=N_("only the search has them"),
    )
