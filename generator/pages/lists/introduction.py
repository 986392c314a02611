"""What stands at the head of a list: what its records are, in the owner's words."""

from generator.fields.values import Ref
from generator.kinds.base import Kind
from generator.kinds.intro import Intro
from generator.showcase.answers import texts_of
from generator.text.context import Context
from generator.text.inline import excerpt
from generator.text.prose_html import passages
from generator.view.register import Introduction


def introduction(context: Context, kind: type[Kind]) -> Introduction | None:
    """The introduction of a kind, where the owner wrote one in this language."""
    record = context.showcase.get(Ref[object](Intro.folder, kind.folder))
    if record is None:
        return None
    context.witness.sees(texts_of(record))
    wording = record.wordings.get(context.language)
    if wording is None:
        return None
    told = passages(context, record, wording.prose, inner=True)
    return Introduction(wording.title, told, excerpt(wording.prose.text))
