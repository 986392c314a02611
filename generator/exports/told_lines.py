"""Digests of what pages say of what has no data of its own: of who is told in a line there, and of lists."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.fields.values import AnyRef, Ref
from generator.kinds.catalogue import KINDS, kind_of
from generator.kinds.intro import Intro
from generator.machine.memo import digest
from generator.presenters.person import told_with
from generator.showcase.answers import settled, texts_of
from generator.showcase.model import Showcase
from generator.text.context import Context
from generator.text.inline import text_of


def told_lines(contexts: Iterable[Context]) -> Mapping[str, str]:
    """The digests, by the record on whose page the lines stand, and by the introduction of a list; `contexts` are the
    showcase in each language.
    """
    several = tuple(contexts)
    showcase, told = several[0].showcase, defaultdict[str, list[list[str]]](list)
    for ref, brief in showcase.briefs.items():
        if kind_of(ref).own_page_from and not brief.withdrawn and (there := showcase.told_in(ref)):
            told[str(there)] += ([one.language, *_in_lines(one, there, ref)] for one in several)
    for kind in filter(showcase.names, KINDS):
        intro = Ref[object](Intro.folder, kind.folder)
        if kind.is_listed and intro in showcase:
            told[str(intro)] = [list(words) for words in _introducing(showcase, intro)]
    return {name: digest(json.dumps(sorted(said))) for name, said in sorted(told.items())}


@settled
def _in_lines(context: Context, there: AnyRef, ref: AnyRef) -> tuple[str, ...]:
    """What the page of a record says of another, which has none of its own."""
    return tuple(map(text_of, told_with(context, context.showcase[there], (ref,))))


@settled
def _introducing(showcase: Showcase, intro: AnyRef) -> tuple[tuple[str, str, str], ...]:
    """The words of an introduction in each language."""
    record = showcase[intro]
    showcase.witness.sees(texts_of(record))
    words = record.wordings.items()
    return tuple((language, one.title, one.prose.html) for language, one in words)
