"""Invented prose of any length, in paragraphs, as an editor writes it: headings, a list, a link, a word in emphasis."""

from collections.abc import Iterator
from random import Random

from benchmarks.corpus.words import TOWNS, Said

_SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "Chi abita a {town} si occupa di {one} da molti anni, e lo fa insieme a chi studia",
        "Those who live in {town} have cared for {one} for many years, together with those who study",
    ),
    (
        "Il lavoro comincia da {one}, perché **nessuno** sa ancora quanto conti",
        "The work begins with {one}, for **nobody** knows yet how much it matters",
    ),
    ("Ogni martedì si discute di {one} e poi di {two}", "Every Tuesday people talk about {one} and then about {two}"),
    (
        "Una parte dei fondi va a {one}, l’altra resta per le lanterne e per chi le accende",
        "Part of the funds goes to {one}, the rest to the lanterns and to those who light them",
    ),
    (
        "Nel secondo anno il gruppo misura che cosa è cambiato, e pubblica i risultati su {two}",
        "In its second year the group measures what has changed, and publishes its findings on {two}",
    ),
    ("A {town} nessuno era mai venuto a chiedere di {one}", "In {town} nobody had ever come to ask about {one}"),
    (
        "Le scuole portano domande, le imprese portano strumenti, e tutti imparano qualcosa di *{two}*",
        "Schools bring questions, companies bring tools, and all of them learn something of *{two}*",
    ),
    (
        "Restano da chiarire i tempi, i costi e il posto che avranno {one}",
        "What remains to be settled is the timing, the cost, and the place to be given to {one}",
    ),
)
_HEADINGS: tuple[tuple[str, str], ...] = (
    ("Che cosa si fa", "What is done"),
    ("Perché", "Why"),
    ("Come continua", "How it goes on"),
)
_A_PARAGRAPH, _A_CHAPTER = 4, 3
"""So many sentences, then so many paragraphs."""
_HALF_A_PARAGRAPH = 40
"""So many words."""


def text(dice: Random, subjects: Iterator[Said], words: int, link: str) -> Said:
    """About so many words in each language, of the same content; `link` is the address that one of them leads to."""
    parts: dict[str, list[str]] = {"it": [], "en": []}
    number = 0
    while sum(len(part.split()) for part in parts["it"]) < words - _HALF_A_PARAGRAPH:
        if number % _A_CHAPTER == 0 and number:
            _add(parts, _HEADINGS[number // _A_CHAPTER % len(_HEADINGS)], "## {}\n")
            items = [next(subjects) for _ in range(3)]
            _add(parts, tuple("\n".join(f"- {item[one]}" for item in items) for one in parts), "{}\n")
        sentences = [_sentence(dice, subjects) for _ in range(_A_PARAGRAPH)]
        _add(parts, tuple(" ".join(one[at] for one in sentences) for at in range(2)), "{}\n")
        number += 1
    _add(parts, ("chi ne risponde", "who answers for it"), f"[{{}}]({link})\n")
    return {language: "\n".join(told) for language, told in parts.items()}


def _add(parts: dict[str, list[str]], said: tuple[str, ...], shape: str) -> None:
    for told, one in zip(parts.values(), said, strict=True):
        told.append(shape.format(one))


def _sentence(dice: Random, subjects: Iterator[Said]) -> tuple[str, str]:
    it, en = dice.choice(_SENTENCES)
    town, one, two = dice.choice(TOWNS), next(subjects), next(subjects)
    return (
        f"{it.format(town=town, one=one['it'], two=two['it'])}.",
        f"{en.format(town=town, one=one['en'], two=two['en'])}.",
    )
