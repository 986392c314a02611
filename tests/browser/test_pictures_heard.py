"""Ten questions on the pictures, answered from what a screen reader says of them, and of nothing else."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from math import inf

import pytest

from tests.browser.screen_reader import transcript
from tests.browser.site import LANGUAGES

pytestmark = pytest.mark.browser

WIDE = {"width": 1280, "height": 900}
WEB, EDITIONS, SERIES = "figure:has(.web)", "figure:has(.editions-front)", ".series"
GROUP = re.compile(r"^  (\S.*): (\d+)[^:]*, group$", re.MULTILINE)
"""A group of marks: what it is called, and how many they are."""


def _named(heard: str, role: str) -> list[str]:
    return [line.strip().removesuffix(f", {role}") for line in heard.splitlines() if line.endswith(f", {role}")]


def _most(heard: str, pattern: str) -> str:
    """Of what a pattern finds as (name, number), the name with the highest."""
    found = re.findall(pattern, heard, re.MULTILINE)
    return max(found, key=lambda one: int(one[1]))[0]


def _in_force(heard: str) -> str:
    (number,) = re.findall(r"^ *(\d+) (?:In vigore|In force), link$", heard, re.MULTILINE)
    return number


def _ends_first(heard: str) -> str:
    """The end that has the fewest days left; a mark tells those too near each other to be touched one by one."""
    ends = [one for mark in _named(heard, "link") for one in mark.split("; ")]
    marks = [re.fullmatch(r"(.+): (?:\D+ )?(\d+) (giorni|mesi|days|months).*", one) for one in ends]
    days = {"giorni": 1, "days": 1, "mesi": 30, "months": 30}
    return min((one for one in marks if one), key=lambda one: int(one[2]) * days[one[3]])[1]


def _of_most_universities(heard: str) -> str:
    return max(_named(heard, "link"), key=lambda one: one.count(" · ")).partition(" (")[0]


def _companies(heard: str) -> str:
    return next(number for name, number in GROUP.findall(heard) if name in ("Imprese", "Companies"))


def _most_projects(heard: str) -> str:
    return _most(heard, r"^  ([\d-]+): (\d+) [a-z]+, group$")


def _named_in_2021(heard: str) -> str:
    group = heard.partition("  2021: ")[2].partition(", group\n")[2].partition(", group")[0].splitlines()[1:-1]
    return ", ".join(line.strip().removesuffix(", link") for line in group)


def _highest_value(heard: str) -> str:
    values = [re.fullmatch(r"(\d{4}) ([€\d.,]+)\D*", one) for one in _named(heard, "link")]
    return max((one for one in values if one), key=lambda one: int(re.sub(r"\D", "", one[2])))[1]


def _missing_year(heard: str) -> str:
    (said,) = re.findall(r"(?:il valore del|the value of) (\d{4})", heard)
    return said


def _until(heard: str) -> str:
    (said,) = re.findall(r"^.*(?:fine stimata|estimated end) (.+)$", heard, re.MULTILINE)
    return said


AWARD = {"it": "iniziative/polisocial-award/", "en": "en/initiatives/polisocial-award/"}
AMOUNT = {"it": "indicatori/polimi-cinque-per-mille-importo/", "en": "en/indicators/polimi-cinque-per-mille-importo/"}
HOME = {"it": "", "en": "en/"}
ENDS_FIRST = {
    "it": "Milano-Bicocca e Carabinieri della Lombardia si scambiano formazione ed esperienza",
    "en": "Milano-Bicocca and the Carabinieri of Lombardy exchange training and experience",
}
Answer = Callable[[str], str]
QUESTIONS: dict[str, tuple[dict[str, str], str, Answer, dict[str, str]]] = {
    "How many agreements are in force?": (
        {"it": "accordi/", "en": "en/agreements/"},
        ".states",
        _in_force,
        {"it": "9", "en": "9"},
    ),
    "Which agreement ends first?": (HOME, "figure:has(.months)", _ends_first, ENDS_FIRST),
    "Which university has most agreements?": (
        HOME,
        WEB,
        lambda heard: _most(heard, r"^ *(.+): (\d+) (?:accordi|agreements), link$"),
        {"it": "Politecnico di Torino", "en": "Politecnico di Torino"},
    ),
    "Which partner works with most universities?": (
        HOME,
        WEB,
        _of_most_universities,
        {"it": "Regione Lombardia", "en": "Lombardy Region"},
    ),
    "With how many companies do they work?": (HOME, WEB, _companies, {"it": "15", "en": "15"}),
    "In which year does a figure say that nothing is known?": (
        AMOUNT,
        SERIES,
        _missing_year,
        {"it": "2021", "en": "2021"},
    ),
    "In which year did the five per thousand bring the most?": (
        AMOUNT,
        SERIES,
        _highest_value,
        {"it": "2020", "en": "2020"},
    ),
    "Which edition of the Award funded most projects?": (
        AWARD,
        EDITIONS,
        _most_projects,
        {"it": "2012-13", "en": "2012-13"},
    ),
    "Which projects did the edition of 2021 fund?": (
        AWARD,
        EDITIONS,
        _named_in_2021,
        dict.fromkeys(LANGUAGES, "BUDD-e, CoWIN, EQUI_06, RESTARTHealth, SOSpesa"),
    ),
    "Until when do Milano-Bicocca and Politecnico di Torino work together?": (
        {"it": "accordi/bicocca-polito/", "en": "en/agreements/bicocca-polito/"},
        ".lights",
        _until,
        {"it": "26 marzo 2028", "en": "26 March 2028"},
    ),
}
"""Of each question: where its picture is, how it is found there, how the answer is read, and the answer."""


@pytest.fixture(scope="module")
def hear(windows, site) -> Iterator[Callable[[str, str], str]]:
    """What is heard of a picture; it is asked once, for all questions on it."""
    page = windows.tab("about:blank", viewport=WIDE)

    @cache
    def heard(path: str, picture: str) -> str:
        if page.url != site.url(path):
            page.goto(site.url(path))
        return transcript(page, picture)

    yield heard
    page.close()


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_answered_by_what_is_heard(hear, question, language):
    paths, picture, answer, expected = QUESTIONS[question]
    heard = hear(paths[language], picture)
    assert answer(heard) == expected[language], heard


@pytest.mark.parametrize("path", [HOME["it"], AWARD["en"], AMOUNT["it"], "luoghi/", "en/organisations/"])
def test_a_picture_is_walked_from_the_whole_to_its_marks(tab, site, path):
    page = tab(site.url(path), viewport=WIDE)
    heard = transcript(page, "figure:has(.marks)")
    whole, *within = heard.splitlines()
    assert "figure" in whole
    links = [line for line in within if line.endswith(", link")]
    assert sum(len(line.split("; ")) for line in links) >= 3, "a mark may stand for several ends"
    assert all(line.strip() != ", link" for line in links)
    assert not [line for line in within if line.strip() in ("image", "group", "link")], "something says only what it is"


KEYS = [("ArrowRight", 1), ("ArrowDown", 1), ("ArrowLeft", -1), ("End", inf), ("ArrowRight", 1), ("Home", -inf)]
"""How far each goes; none goes beyond the first and the last."""


@pytest.mark.parametrize(
    ("path", "picture"),
    [
        ("", ".web"),
        ("en/", ".months"),
        (AWARD["it"], ".editions-front"),
        ("luoghi/", ".map .marks"),
        ("indicatori/", ".years"),
    ],
)
def test_a_picture_is_one_tab_stop_and_arrows_go_from_mark_to_mark(tab, site, path, picture):
    page = tab(site.url(path), viewport=WIDE)
    marks = page.locator(picture).first.locator("a")
    total, stops = marks.count(), "all => all.filter(one => one.tabIndex === 0).length"
    assert marks.evaluate_all(stops) == 1
    assert total > 1
    marks.first.focus()
    at = 0
    for key, steps in KEYS:
        at = min(max(at + steps, 0), total - 1)
        page.keyboard.press(key)
        focused = marks.evaluate_all("all => all.indexOf(document.activeElement)")
        assert focused == at, key
        assert marks.evaluate_all(stops) == 1
    page.keyboard.press("Tab")
    assert marks.evaluate_all("all => all.indexOf(document.activeElement)") == -1, "Tab leaves the picture"


@pytest.mark.parametrize(
    ("path", "picture"), [("", ".web"), (AWARD["it"], ".editions-front"), ("luoghi/", ".map .marks")]
)
def test_without_scripts_a_picture_is_one_tab_stop_too(tab, site, path, picture):
    page = tab(site.url(path), viewport=WIDE, java_script_enabled=False)
    links = page.locator(picture).first.locator("a")
    stops = [one for one in links.all() if one.get_attribute("tabindex") != "-1"]
    assert len(stops) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_mark_that_has_the_focus_is_seen(tab, site, scheme):
    page = tab(site.url(""), viewport=WIDE, color_scheme=scheme)
    mark = page.locator(".web a").first
    before = mark.screenshot()
    page.keyboard.press("Tab")
    mark.focus()
    assert mark.screenshot() != before


def test_a_thread_leads_to_what_two_did_together(tab, site):
    page = tab(site.url("organizzazioni/"), viewport=WIDE)
    threads = page.locator(".web .shared a").evaluate_all(
        "all => all.map(one => [one.querySelector('title').textContent, one.getAttribute('href')])"
    )
    ways = dict(threads)
    assert ways["Politecnico di Torino con l’Università di Milano-Bicocca (1)"] == "/accordi/bicocca-polito/"
    several = next(title for title in ways if title.startswith("Politecnico di Milano con Regione Lombardia"))
    number = int(re.search(r"\((\d+)", several)[1])
    page.goto(site.url(ways[several].removeprefix("/")))
    page.wait_for_selector("[data-refined]")
    assert page.locator(".register tbody tr:not(.heading):not([hidden])").count() == number > 1
