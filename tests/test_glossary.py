"""Words of the owner's glossary explained in place."""

import re

import pytest

from generator.text.mentions import first_mentions
from tests.harness import SiteTest

SITE = "content/site.yaml"
AGREEMENT = "content/agreements/mobilita.md"
PAGE = "/accordi/mobilita/"
GLOSSARY = """glossary:
  - word: {it: "protocollo d’intesa, protocolli d’intesa", en: memorandum of understanding}
    meaning: {it: "Dice che cosa si vuole fare <insieme> & come.", en: It says what is wanted.}
  - word: {it: "terza missione", en: third mission}
    meaning: {it: Ciò che si fa con gli altri., en: What is done with others.}
"""
TERM = re.compile(
    r'<button type="button" class="term" popovertarget="([^"]+)">([^<]*)</button>'
    r'<span popover class="meaning" id="\1" data-pagefind-ignore>([^<]*)</span>'
)


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p>la convenzione, le convenzioni</p>", "<p>la [convenzione=1], le convenzioni</p>"),
        ("<p>Convenzioni e piano</p>", "<p>[Convenzioni=1] e [piano=2]</p>"),
        ("<p>CONVENZIONE, riconvenzione, piano-casa, aPIANO</p>", None),
        ("<h2>Piano</h2><p><a href='/piano/'>piano</a> <code>piano</code></p>", None),
        ("<blockquote>Il piano</blockquote><p>Il piano</p>", "<blockquote>Il piano</blockquote><p>Il [piano=2]</p>"),
        ('<p><img alt="il piano" src="x.png"></p>', None),
    ],
)
def test_the_first_mention_of_a_thing_is_explained_where_it_is_safe(html, told):
    things = {"convenzione": "1", "convenzioni": "1", "piano": "2"}
    assert first_mentions(html, things, lambda word, thing: f"[{word}={thing}]") == (told or html)


@pytest.fixture
def site() -> SiteTest:
    site = SiteTest()
    return site.write(SITE, site.read(SITE) + GLOSSARY)


def terms(site: SiteTest) -> list[tuple[str, str, str]]:
    return TERM.findall(site.page(PAGE))


def test_a_word_says_what_it_means_once_on_a_page(site):
    text = "Il protocollo d’intesa riguarda la terza missione. La terza missione cresce, come i protocolli d’intesa."
    site.write(AGREEMENT, f"{site.read(AGREEMENT)}\n{text}\n").build()
    found = terms(site)
    assert [(word, meaning) for _, word, meaning in found] == [
        ("Protocollo d’intesa", "Dice che cosa si vuole fare &lt;insieme&gt; &amp; come."),
        ("terza missione", "Ciò che si fa con gli altri."),
    ], "the form of the agreement, above its title, explains the first word"
    assert len({id_ for id_, *_ in found}) == 2


def test_where_nothing_above_it_does_the_text_explains_the_word(site):
    site.replace(AGREEMENT, "form: memorandum", "form: framework")
    site.write(AGREEMENT, f"{site.read(AGREEMENT)}\nUn protocollo d’intesa.\n").build()
    assert [word for _, word, _ in terms(site)] == ["protocollo d’intesa"]


def test_without_a_glossary_nothing_is_explained():
    site = SiteTest()
    site.write(AGREEMENT, f"{site.read(AGREEMENT)}\nLa terza missione.\n").build()
    assert terms(site) == []


def test_a_word_needs_a_meaning_in_each_language(site):
    settings = site.read(SITE)
    broken = settings.replace("meaning: {it: Ciò che si fa con gli altri., en: What is done with others.}", "")
    site.write(SITE, broken).check()
    assert site.codes() == ["missing-key"]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("la «terza missione», in breve", ("«", "»,")),
        ("cresce la terza missione.", ("", ".")),
        ("della “terza missione” si dice", ("“", "”")),
    ],
)
def test_the_marks_close_to_a_word_stay_with_it_at_the_end_of_a_line(site, text, held):
    site.write(AGREEMENT, f"{site.read(AGREEMENT)}\nSi parla di {text}\n").build()
    around = re.search(
        rf'<span class="held">([^<]*){TERM.pattern}([^<]*)</span>'.replace(r"\1", r"\2"), site.page(PAGE)
    )
    assert around
    assert (around[1], around[5]) == held


def test_a_word_among_words_is_held_by_nothing(site):
    site.write(AGREEMENT, f"{site.read(AGREEMENT)}\nLa terza missione cresce\n").build()
    assert 'class="held"' not in site.page(PAGE)


def test_a_word_in_a_row_beside_the_text_is_explained_where_the_text_does_not(site):
    site.replace(
        AGREEMENT, "\n---\n", "\nbeneficiaries: [{it: la terza missione, en: the third mission}]\n---\n"
    ).build()
    assert [(id_, word) for id_, word, _ in terms(site)] == [
        ("word-1", "Protocollo d’intesa"),
        ("row-2", "terza missione"),
    ]
    site.write(AGREEMENT, f"{site.read(AGREEMENT)}\nEcco la terza missione.\n").build()
    assert [word for _, word, _ in terms(site)] == ["Protocollo d’intesa", "terza missione"]
    assert 'id="row-2"' not in site.page(PAGE)
