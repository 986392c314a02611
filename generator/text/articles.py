"""The article that a language puts before the names of bodies in a sentence: "the Lombardy Region", "il Comune"."""

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


_ARTICLES = {
    "en": (("the {name}", _ENGLISH),),
    "it": tuple(
        (form, re.compile(rf"^(?:{words})\b"))
        for form, words in (
            ("il {name}", "Politecnico|Comune|Comando|Ministero|Museo|Consorzio|Conservatorio|Centro|Dipartimento"),
            (
                "la {name}",
                (
                    "Fondazione|Città (?:di|metropolitana)|Provincia|Camera|Comunità|Società|Scuola|Guardia|Veneranda|"
                    "Direzione|Diocesi|Legione"
                ),
            ),
            (
                "l’{name}",
                "Università|Accademia|Agenzia|Amministrazione|Associazione|Autorità|Azienda|Istituto|Ordine|Ospedale|Ufficio",
            ),
        )
    ),
}
"""By language, how names stand with their article, and which names take it."""


def with_article(name: str, language: str) -> str:
    """A name as a sentence has it: in English, of the words for bodies that take an article, none but "University" ends
    without; in Italian the first word says it, and names of companies and of regions go without."""
    return next((form.format(name=name) for form, takes in _ARTICLES.get(language, ()) if takes.search(name)), name)


def in_sentence(context: Context, name: Piece) -> Piece:
    """The name of a body, perhaps a link, as a sentence has it; one in another language stands as it is."""
    return name if name.lang else replace(name, text=with_article(name.text, context.language))
