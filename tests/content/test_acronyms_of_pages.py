"""An acronym is explained on the page where it is met, or it is somebody's name, or everybody knows it."""

import re
from collections.abc import Iterator

from generator.kinds.initiative import Initiative
from generator.kinds.network import Network
from generator.kinds.organisation import Organisation
from generator.kinds.source import Source
from generator.showcase.model import Showcase
from generator.text.projects import projects_of
from tests.content.conftest import Pages, in_every_language, nothing, words

ACRONYM = re.compile(r"(?<![\w.’-])[A-Z]{2,}[A-Z0-9]*(?![\w])")
KNOWN = {
    "CSV": "a form of file, beside the word table",
    "HTML": "a form of file, what pages are made of",
    "DCAT": "the standard of catalogues of data, by its name",
    "IPA": "the public index whose code an owner has, in what is missing of the catalogue",
    "UTF": "an encoding, by the name with which spreadsheets ask for it (UTF-8)",
    "XML": "a form of file, beside the word catalogue",
    "RIS": "a form of citation, beside its name",
    "JSON": "a form of file, beside the word data",
    "CC": "the licence, by its name (CC BY)",
    "BY": "the licence, by its name (CC BY)",
    "AA": "a level of the guidelines named beside it",
    "ISTAT": "the national statistics office, in the credit of a map",
    "UE": "the European Union",
    "EU": "the European Union",
    "ONU": "the United Nations",
    "UN": "the United Nations",
    "UNITE": "the name of a research project",
    "XIII": "a number",
    "HUB": "an English word that its owners write in capitals",
    "MADE": "the name of a competence centre",
    "DESIS": "the name of a laboratory",
    "IULM": "the name of a university",
    "KU": "part of the name of a university (KU Leuven)",
    "PTAB": "in the plan’s own title of an area, whose page explains it",
}
"""What is explained nowhere, each with the reason."""
OF_OTHERS = re.compile(
    r'<details class="fold" id="sources">.*?</details>\s*(?=<)|<details class="citation".*?</details>'
    r'|<a [^>]*href="/(?:en/sources|fonti)/[^>]*>.*?</a>|<abbr\b.*?</abbr>|<pre.*?</pre>',
    re.DOTALL,
)
"""What sources say, and how a page is cited."""


def named(showcase: Showcase) -> set[str]:
    """The words of names: of bodies, networks, projects and newspapers, in every language."""
    names = [name for one in showcase.of(Source) for name in in_every_language(one.facts.publisher_name)]
    for record in showcase.records.values():
        if isinstance(record.facts, Organisation | Network):
            names += [wording.title for wording in record.wordings.values()]
            names += record.facts.aliases
    for record in showcase.of(Initiative):
        for one in projects_of(record.facts):
            names += [one.project.name or "", one.project.long_name or "", *one.project.aliases]
    return {word for name in names for word in ACRONYM.findall(name)}


BESIDE = (
    r"\({0}\)|\b{0},? (?:\(|– |cioè|that is|which|che |the |an? |l[ao’]|il |un)|\b{0} (?:is|è|stands|sta) "
    r"|(?: –|,|Sigla|Acronym) {0}\b|\b{0}\. (?:L’acronimo|The acronym)|{0} principles\b"
)
"""How a page explains one: in brackets after its name, before it, or in so many words."""


def bare(page: str, told: str) -> Iterator[str]:
    """The acronyms of a page that it does not explain."""
    for one in sorted(set(ACRONYM.findall(told))):
        short = re.escape(one)
        if not re.search(BESIDE.format(short), told) and not re.search(rf"<abbr[^>]*>{short}</abbr>", page):
            yield one


def test_no_page_has_an_acronym_that_nobody_explains(showcase: Showcase, pages: Pages) -> None:
    names, found = named(showcase) | KNOWN.keys(), []
    for path in pages.files:
        if (
            path.endswith("index.html")
            and not path.startswith(("fonti/", "en/sources/"))
            and "<main" in pages.html(path)
        ):
            page = pages.main(path)
            told = words(OF_OTHERS.sub(" ", page))
            found += [f"{path}: {one}" for one in bare(page, told) if one not in names]
    nothing(found)


def test_a_body_named_by_an_acronym_alone_says_what_it_is(showcase: Showcase) -> None:
    found = []
    for record in showcase.of(Organisation):
        for language, wording in record.wordings.items():
            is_alone = ACRONYM.search(wording.title) and not re.search(r" – |\(", wording.title)
            if is_alone and not wording.summary:
                found.append(f"{record.ref} {language}: {wording.title}")
    nothing(found)
