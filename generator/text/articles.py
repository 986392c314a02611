"""The article that a language puts before the names of many bodies in a sentence: "the Lombardy Region"."""

import re
from dataclasses import replace

from generator.text.context import Context
from generator.view.text import Piece

_BODIES = (
    "Academy|Administration|Agency|Association|Authority|Chamber|City|Command|Community|Council|Department|"
    "Directorate-General|Foundation|Institute|Ministry|Municipality|Province|Region|School|Society|University"
)
_ENGLISH = re.compile(
    rf"(?:^|\s)(?:{_BODIES})\s(?:of|for)\s"  # the University of Milan, the Brera Academy of Fine Arts
    rf"|\s(?:{_BODIES.replace('|University', '')})(?:\s“[^”]*”)?$"  # the Lombardy Region, but Bocconi University
)


_ARTICLES = {"en": ("the {name}", _ENGLISH)}
"""By language, how a name stands with its article, and which names take one."""


def with_article(name: str, language: str) -> str:
    """A name as a sentence has it: of the words for bodies that take an article, none but "University" ends without."""
    form, takes = _ARTICLES.get(language, ("", None))
    return form.format(name=name) if takes and takes.search(name) else name


def in_sentence(context: Context, name: Piece) -> Piece:
    """The name of a body, perhaps a link, as a sentence has it."""
    return replace(name, text=with_article(name.text, name.lang or context.language))
