"""The owner's glossary: what a word means, for who touches it or chooses it with the keyboard, without scripts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from markupsafe import Markup, escape

from generator.text.context import Context
from generator.text.inline import mid_sentence
from generator.text.mentions import first_mentions
from generator.view.text import Fact

_TERM = re.compile(
    r"""(?P<before>[“«‘("']|\w’)?(?P<term><button type="button" class="term".*?</button><span popover.*?</span>)"""
    r"""(?P<after>[”»’)"'.,;:!?]+)?"""
)


def glossed(context: Context, html: str, name: str, but: str = "") -> str:
    """A text in which the first mention of each word of the glossary says what it means when it is chosen.

    `name` is the text's own on its page, `but` a word that the page has explained before it.
    """
    words, meanings = _words(context)
    told = _entry(words, but)
    things = {word: thing for word, thing in words.items() if thing != told}
    said = first_mentions(html, things, lambda word, thing: _term(Markup(word), meanings[thing], f"{name}-{thing}"))
    return _TERM.sub(_held, said)


def explained(context: Context, word: str) -> Markup | str:
    """A word by itself, as the form of an agreement, that says what it means where the glossary has it."""
    words, meanings = _words(context)
    thing = _entry(words, word)
    return _term(word, meanings[thing], f"word-{thing}") if thing else word


def glossed_rows(context: Context, rows: Iterable[Fact], above: str) -> Iterator[Fact]:
    """Rows in which the first mention of each word says what it means, unless the text `above` has explained it."""
    words, meanings = _words(context)
    told = {thing for thing in meanings if re.search(rf'popovertarget="[^"]*-{thing}"', above)}

    def say(word: str, thing: str) -> str:
        told.add(thing)
        return _term(Markup(word), meanings[thing], f"row-{thing}")

    def glossed(text: str) -> str:
        left = {word: thing for word, thing in words.items() if thing not in told}
        plain = str(escape(text))
        said = first_mentions(plain, left, say)
        return text if said == plain else Markup(_TERM.sub(_held, said))

    for row in rows:
        label = glossed(row.label)
        values = tuple(
            tuple(one if one.href else replace(one, text=glossed(one.text)) for one in value) for value in row.values
        )
        yield replace(row, label=label, values=values)


def _entry(words: Mapping[str, str], word: str) -> str:
    """The entry of a word, which may begin a sentence; "" for none."""
    return words.get(word) or words.get(mid_sentence(word), "")


def _words(context: Context) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """By each form of each word the number of its entry, and by that what it means, in the language of the page."""
    entries = enumerate(context.showcase.settings.glossary, 1)
    known = [(str(number), one) for number, one in entries if context.language in one.word]
    forms = {form.strip(): number for number, one in known for form in one.word[context.language].split(",")}
    return forms, {number: context.localised(one.meaning).text for number, one in known}


def _held(found: re.Match[str]) -> str:
    """A term and the marks that stand close to it: a button parts from them at the end of a line, as no word does."""
    return f'<span class="held">{found[0]}</span>' if found["before"] or found["after"] else found[0]


def _term(word: str, meaning: str, id_: str) -> Markup:
    """The meaning stands in a popover, which opens by a button, and closes by Escape or a touch elsewhere."""
    button = Markup('<button type="button" class="term" popovertarget="{id}">{word}</button>')
    said = Markup('<span popover class="meaning" id="{id}" data-pagefind-ignore>{meaning}</span>')
    return (button + said).format(id=id_, word=word, meaning=escape(meaning))
