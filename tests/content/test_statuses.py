"""Each status has one name and one count, whichever page says it: read from every built page of the demonstration."""

import json
import re
from collections import Counter

import pytest

from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import ENDING, STATUSES
from generator.text.inline import sentence_case
from generator.words import words_for
from tests.content.conftest import nothing, words

LISTS = {"it": "accordi/", "en": "en/agreements/"}
DEADLINES = {"it": "scadenze/", "en": "en/deadlines/"}
HOMES = {"it": "", "en": "en/"}
WAYS = {"it": "stato", "en": "status"}
REFUSED = {
    "it": r"scadut[oaie]|non (?:risulta\w* )?firmat[oi]\b|non determinabil|conclus[oi] o rinnovat|forse conclus|"
    r"in scadenza entro|conclus[oi] in anticipo|(?:manca|mancano)(?: al più)? 0 ",
    "en": r"\bexpired\b|\bnot signed\b|cannot be determined|undeterminable|past their end|ended or renewed|"
    r"may have ended|no one says when|ended early|\b0 days\b",
}
"""Words that statuses had before, each beside another for the same thing, and days that nobody counts."""
ITEM = re.compile(r"<li>\s*(<h\d>.*?)</li>", re.DOTALL)
TITLE = re.compile(r'<h\d><a href="([^"]+)"')
NOTE = re.compile(r'<p class="note">(.*?)</p>', re.DOTALL)
LANGUAGES = ("it", "en")


@pytest.fixture(scope="module")
def counted(showcase):
    """How many agreements have each status, and each part of one."""
    statuses = [showcase.status(record) for record in showcase.of(Agreement)]
    return Counter(name for status in statuses for name in (status.name, status.part) if name)


def name_of(status, language):
    return sentence_case(STATUSES.label(status, words_for(language)))


def in_language(pages, language):
    """Every page of a language, but for what only leads elsewhere."""
    for path in pages.files:
        if path.endswith("index.html") and path.startswith("en/") == (language == "en"):
            markup = pages.html(path)
            if 'http-equiv="refresh"' not in markup:
                yield path, markup


def test_the_statuses_are_all_agreements(showcase, counted):
    assert sum(counted[name] for name, one in STATUSES.options.items() if not one.part_of) == len(
        showcase.of(Agreement)
    )
    assert 0 < counted[ENDING] < counted["in-force"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_calls_a_status_otherwise(pages, language):
    found = {}
    for path, markup in in_language(pages, language):
        if other := re.findall(REFUSED[language], words(markup), re.IGNORECASE):
            found[path] = sorted(set(other))
    nothing(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_the_status_that_the_agreement_has(showcase, pages, language):
    names = {f"/{pages.urls.record(one, language)}": showcase.status(one).name for one in showcase.of(Agreement)}
    wrong, seen = [], Counter()
    ends_alone = f"{DEADLINES[language]}index.html"  # what is in force, by its end
    for path, markup in in_language(pages, language):
        for item in ITEM.finditer(markup if path != ends_alone else ""):
            title, note = TITLE.search(item[1]), NOTE.search(item[1])
            if title and title[1] in names and note:
                said, expected = words(note[1]), name_of(names[title[1]], language)
                seen[title[1]] += 1
                if said != expected and not said.startswith(f"{expected}, "):
                    wrong.append(f"{path}: {title[1]}: {said}")
    nothing(wrong)
    assert len(seen) > len(names) / 2
    for address, name in names.items():
        own = pages.main(f"{address[1:]}index.html")
        said = re.findall(r'<li class="strong">\s*<p class="name">([^<]*)(?:<sup|</p>)', own)
        assert said == [name_of(name, language)], address


def test_the_data_say_the_same(showcase, pages):
    for record in showcase.of(Agreement):
        told = json.loads(pages.html(f"{pages.urls.record(record, 'it')}index.json"))["computed"]
        status = showcase.status(record)
        assert (told["status"], told.get("part_of_status", "")) == (status.name, status.part)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_counts_alike(pages, counted, language):
    register = pages.main(f"{LISTS[language]}index.html")
    for status in (name for name in STATUSES.options if counted[name]):
        name, number = name_of(status, language), counted[status]
        word = STATUSES.segment(status, language)
        tile = rf'data-facet="{WAYS[language]}" data-word="{word}"[^>]*><b>{number}</b> '
        assert re.search(tile + ("" if STATUSES.options[status].part_of else f"<span>{name}</span>"), register), (
            f"{name}: its tile"
        )
        part = pages.main(f"{LISTS[language]}{WAYS[language]}/{word}/index.html")
        rows = [row for row in part.split("<tr")[1:] if '<th scope="row">' in row]
        assert len(rows) == number, f"{name}: its own list"
        if not STATUSES.options[status].part_of:
            head = sentence_case(STATUSES.heading(status, words_for(language)))
            opened = rf'<tbody id="{status}"[^>]*>\s*<tr[^>]*><th scope="rowgroup" colspan="4">'
            group = re.search(rf"{opened}{re.escape(head)} <b>{number}</b>(.*)", register)
            assert group, f"{name}: its group of the register"
            assert head == name or '<span class="note">' in group[1], f"{name}: what its heading leaves out"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_and_the_deadlines_count_alike(showcase, pages, counted, language):
    home = words(pages.main(f"{HOMES[language]}index.html"))
    for status in (one for one in STATUSES.options if counted[one] and one != ENDING):
        heading = sentence_case(STATUSES.heading(status, words_for(language)))
        assert f"{heading}: {counted[status]}" in home
    markup = pages.main(f"{DEADLINES[language]}index.html")
    sections = re.findall(r"<section.*?</section>", markup, re.DOTALL)
    agreements = {f"/{pages.urls.record(one, language)}" for one in showcase.of(Agreement)}
    listed = {
        words(re.search(r"<h2>(.*?)</h2>", one)[1]): sum(
            link in agreements for link in re.findall(r'<h3><a href="([^"]+)"', one)
        )
        for one in sections
    }
    near, later = next(iter(listed.values())), listed[{"it": "Più avanti", "en": "Later"}[language]]
    stands = [showcase.status(one) for one in showcase.of(Agreement)]
    within_limits = sum(one.name == "end-not-known" and one.end is not None for one in stands)
    assert (near, near + later) == (counted[ENDING], counted["in-force"] + within_limits)
    (unknown,) = re.findall(r'<p class="onward"><a href="([^"]+)">(\d+) [^<]*, (\d+) [^<]*</a>', markup)
    way = f"/{LISTS[language]}{WAYS[language]}/{STATUSES.segment('end-not-known', language)}/"
    assert unknown == (way, str(counted["end-not-known"]), str(within_limits)), "those with limits are listed above"


def test_the_addresses_that_statuses_had_lead_to_those_they_have(pages):
    for language in LANGUAGES:
        for status, option in STATUSES.options.items():
            new = f"{LISTS[language]}{WAYS[language]}/{STATUSES.segment(status, language)}/"
            if f"{new}index.html" in pages.files:
                for word in option.former.get(language, ()):
                    old = pages.html(f"{LISTS[language]}{WAYS[language]}/{word}/index.html")
                    assert f'content="0; url=/{new}"' in old
