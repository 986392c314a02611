"""Leaving out what a text has no sign of changes nothing: the HTML is that of the library with all its processors."""

from functools import cache

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.inlinepatterns import InlineProcessor

from generator.content.list_numbers import ListNumbers
from generator.content.markdown_reader import _ALL, to_html


@cache
def plain() -> markdown.Markdown:
    named = ["tables", "def_list", "abbr", "sane_lists", "attr_list", "toc", "footnotes", "fenced_code"]
    settings = {"tables": {"use_align_attribute": True}, "footnotes": {"BACKLINK_TITLE": "", "SEPARATOR": "-"}}
    reader = markdown.Markdown(extensions=[*named, ListNumbers()], extension_configs=settings, output_format="html")
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    return reader


def as_the_library(text: str) -> str:
    return plain().reset().convert(text)


EACH = [
    "Una `riga` di codice, ``con ` dentro``.",
    "Un \\*asterisco\\*, una \\\\ e un \\| solo.",
    "[x](ref:pages/method) e [y][1] e [1] e ![z](a.png \"b\") e ![w][1] e ![1].\n\n[1]: a.pdf 'Titolo'",
    "<https://a.example/?b=1&c=2> e <urp@a.example>, ma <b>no</b>.",
    "Una nota[^1], un’altra[^b].\n\n[^1]: La prima.\n\n[^b]: La seconda.",
    "```\n<b> e [x]\n```\n\n~~~\ny\n~~~",
    "Prima  \nseconda\t\nterza riga.",
    "a &amp; b &#38; c & d &copy;",
    "*uno* _due_ **tre** __quattro__ ***cinque*** _sei_sette * otto _ nove",
    "| a | b |\n|---|:-:|\n| c | `d|e` |",
    "a | b\n- | -\nc | d",
    "# Uno\n\n## Due ##\n\n## Due\n\n#Tre",
    "Uno\n===\n\nDue\n-\n\nTre",
    "a\n\n---\n\nb\n\n* * *\n\nc\n\n___",
    "> a\n> > b\n>\n> - c\n\nd",
    "Acqua\n:   un tema\n\n    e il suo seguito\n:   un altro\n\nAria\n: due",
    "Il CNR e l’ONU.\n\n*[CNR]: Consiglio\n*[ONU]: Nazioni",
    "## Altro {#altro}\n\nTesto *x*{: lang=en }\n{: lang=fr }",
    "[TOC]\n\nSenza titoli.",
    "[TOC]\n\n## Uno\n\n### Due\n\n[TOC]",
    "- a\n- b\n\n    c\n\n        d\n\n1. e\n3. f\n\n    - g",
    "\tcodice\n\n    e ancora\n\nTesto",
    "",
    " \n",
]


@pytest.mark.parametrize("text", EACH)
def test_each_sign_is_read_as_the_library_reads_it(text: str) -> None:
    assert to_html(text) == as_the_library(text)


def test_every_sign_is_in_one_of_them() -> None:
    assert [sign for sign in _ALL if not any(sign in text for text in EACH)] == []


OTHERS = """] ) ( ! : - 1. + > . } é amp ' " / @ ; #x [x] *[x]:y {:a=b} http://a.example uno due""".split()
pieces = st.sampled_from([*_ALL, *EACH, *OTHERS, "\n", "\n\n", "    ", "\n    ", " ", "\r", "\x02", "\x03"])


@given(st.lists(pieces, max_size=14).map("".join))
def test_any_text_is_read_as_the_library_reads_it(text: str) -> None:
    assert to_html(text) == as_the_library(text)


@given(st.text(st.sampled_from("`\\[]()<>&;*_ \t\n|#=-:{}!^ax1.\"'"), max_size=60))
def test_any_signs_are_read_as_the_library_reads_them(text: str) -> None:
    assert to_html(text) == as_the_library(text)


def test_a_text_without_signs_is_searched_for_none(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    expression = InlineProcessor.getCompiledRegExp
    monkeypatch.setattr(
        InlineProcessor, "getCompiledRegExp", lambda self: tried.append(type(self).__name__) or expression(self)
    )
    to_html("Una riga.\n\nUn’altra, di parole e basta.\n")
    assert tried == []
    to_html("Una riga con un `codice`.\n\nUn’altra.\n")
    assert set(tried) == {"BacktickInlineProcessor"}


def test_what_is_nested_too_deep_leaves_nothing_behind() -> None:
    with pytest.raises(RecursionError):
        to_html("- " * 3000 + "x")
    assert to_html("- a") == as_the_library("- a")
