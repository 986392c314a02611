import re
from collections import Counter, deque
from urllib.parse import urljoin, urlsplit

import pytest

from generator.content.record import leaves
from generator.fields.values import Ref
from generator.kinds.catalogue import WITH_PAGES
from generator.kinds.common import SHORT_TITLE_LIMIT, SUMMARY_LIMIT
from generator.kinds.organisation import Organisation
from generator.kinds.place import Place
from generator.kinds.plan import Area
from generator.kinds.source import Source
from tests.content.conftest import in_every_language, nothing, words

LANGUAGES = ("it", "en")
CLICKS = 4
LONG = 25  # words in a sentence
ALIKE = 6  # words in a row

DEICTIC = {
    "it": r"""oggi|ieri|domani|attual(?:e|i|mente)|odiern[oaie]|recent(?:e|i|emente)|di recente|ultimamente
        |prossim[oaie]|prossimamente|a breve|al momento|in questi giorni|quest[’']anno|l[’']anno (?:scorso|prossimo)
        |scors[oaie]|finora|ad oggi|nei giorni scorsi|tuttora|adesso|nuov[oaie] di zecca""",
    "en": r"""today|yesterday|tomorrow|currently|nowadays|recent(?:ly)?|lately|soon|at present|at the moment
        |this (?:year|month|week)|last (?:year|month|week)|next (?:year|month|week|days)|so far|to date|until now
        |upcoming|ongoing|these days""",
}
ALLOWED = {
    "pages/": "what the site does each time it is built, or the law asks of whoever publishes it",
}
"""Records whose words may depend on the day they are read, each with the reason."""

ABBREVIATIONS = re.compile(
    r"\b(?:n|art|artt|co|sig|prof|dott|ecc|es|cfr|pag|St|Dr|Mr|e\.g|i\.e|no|H\.P\.C|S\.p\.A|M\.O\.S\.T)\."
)


def wordings(showcase, *, bodies=True):
    """Every text of ours: file, field, language, text. Sources keep the words of others."""
    for record in showcase.records.values():
        for language, wording in record.wordings.items():
            yield wording.path, "title", language, wording.title
            if wording.summary:
                yield wording.path, "summary", language, wording.summary
            if bodies and wording.body:
                yield wording.path, "body", language, wording.body
        for location, _, value in leaves(record.facts):
            if isinstance(value, dict):
                for language, text in value.items():
                    yield record.path, ".".join(map(str, location)), language, text


def own(text):
    """A text without what others wrote: quotations, addresses, the targets of links."""
    return re.sub(r"«[^»]*»|“[^”]*”|\]\([^)]*\)|https?://\S+", " … ", text)


def sentences(markdown):
    """The sentences of a text; an item of a list, a heading or a row of a table is one too."""
    for line in re.sub(r"\]\([^)]*\)", "]", markdown).splitlines():
        line = ABBREVIATIONS.sub(lambda match: match[0].replace(".", ""), line.strip("#*->| \t"))
        yield from (part for part in re.split(r"(?<=[.!?])[»”)*]*\s+", line) if part)


# --- titles and summaries ---------------------------------------------------------------------------------------------


def test_titles_and_summaries_fit(showcase):
    long = []
    for record in showcase.records.values():
        limit = record.facts.declared["title"].limit
        for wording in record.wordings.values():
            for name, text, most in (
                ("title", wording.title, limit),
                (
                    "short_title",
                    wording.short_title,
                    SHORT_TITLE_LIMIT if wording.short_title != wording.title else limit,
                ),
                ("summary", wording.summary, SUMMARY_LIMIT),
            ):
                if len(text) > most:
                    long.append(f"{wording.path}: {name} has {len(text)} characters, not {most}")
    nothing(long)


@pytest.mark.parametrize("name", ["title", "summary"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_none_is_repeated_within_a_kind(showcase, name, language):
    said = Counter(
        (record.ref.folder, getattr(wording, name))
        for record in showcase.records.values()
        if (wording := record.wordings.get(language)) and getattr(wording, name)
    )
    nothing([what for what, times in said.items() if times > 1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_does_not_say_its_summary_again(showcase, language):
    nothing(
        f"{wording.path}: {said}"
        for record in showcase.records.values()
        if (wording := record.wordings.get(language)) and wording.summary and wording.body
        for said in runs_of_words(wording.summary)
        if f" {said} " in f" {plain(own(wording.body))} "
    )


def runs_of_words(text):
    """The words of a text, so many in a row as say the same and are no mere name."""
    said = plain(text).split()
    return (" ".join(said[start : start + ALIKE]) for start in range(len(said) - ALIKE + 1))


def plain(text):
    """The words of a text alone."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def test_a_title_ends_without_a_full_stop_and_a_summary_with_one(showcase):
    texts = [
        one for one in wordings(showcase, bodies=False) if "/organisations/" not in one[0]
    ]  # names are as they are
    nothing([path for path, name, _, text in texts if name == "title" and re.search(r"[^.]\.$", text)])
    nothing([path for path, name, _, text in texts if name == "summary" and not text.endswith((".", "?", "”.", "»."))])


# --- typography and words ---------------------------------------------------------------------------------------------


def test_apostrophes_and_quotation_marks_are_curly(showcase):
    straight = [
        f"{path}: {name}: …{text[max(0, match.start() - 20) : match.end() + 20]}…"
        for path, name, _, text in wordings(showcase)
        if (match := re.search(r"['\"]", re.sub(r"https?://\S+", "", text)))
    ]
    nothing(straight)


def test_accents_are_not_apostrophes(showcase):
    wrong = re.compile(r"\b(?:E|e|citta|universita|perche|piu|puo|gia|cosi|attivita|qualita|societa)['’](?!\w)")
    accent = re.compile(r"\b(?:perchè|poichè|benchè|affinchè|nè|sè|pò|qual’è)\b")
    found = [
        f"{path}: {name}: {match[0]}"
        for path, name, language, text in wordings(showcase)
        if language == "it" and (match := wrong.search(text) or accent.search(text))
    ]
    nothing(found)


def test_each_language_has_its_quotation_marks(showcase):
    foreign = [
        f"{path}: {name}: {text[match.start() : match.end() + 30]}"
        for path, name, language, text in wordings(showcase)
        if language == "it" and "sources/" not in path and (match := re.search(r"[“”]", text))
    ]
    nothing(foreign)


def test_english_is_british(showcase):
    american = re.compile(r"\b(?:center|organiz\w+|recogniz\w+|labor|color|behavior|favor\w*|fulfill|enroll)\b")
    found = [
        f"{path}: {name}: {match[0]}"
        for path, name, language, text in wordings(showcase)
        if language == "en" and "sources/" not in path and (match := american.search(own(text)))
    ]
    nothing(found)


def test_a_body_has_one_name_in_english(showcase):
    """Where its page has an English name, no English text uses the Italian one."""
    names = {
        one.wordings["it"].title: one.wordings.get("en", one.wordings["it"]).title for one in showcase.of(Organisation)
    }
    renamed = {italian: english for italian, english in names.items() if english != italian}
    kept = re.compile("|".join(map(re.escape, names.keys() - renamed)))
    found = [
        f"{path}: {name}: {italian}, not {english}"
        for path, name, language, text in wordings(showcase)
        if language == "en" and "sources/" not in path
        for italian, english in renamed.items()
        if italian in kept.sub("…", own(text))
    ]
    assert renamed
    nothing(found)


def test_a_university_is_called_one_in_english(showcase):
    """Titles may be short; a text says that Milano-Bicocca is a university, as a reader abroad does not know."""
    settings = showcase.settings
    texts = [("site.yaml", one["en"]) for one in (settings.description, settings.home.lead, settings.coverage.rule)]
    texts += [(path, text) for path, name, language, text in wordings(showcase) if (name, language) == ("body", "en")]
    alone = re.compile(r"(?<!University of )(?<!niversities of )Milano-Bicocca")
    nothing(f"{path}: {match[0]}" for path, text in texts for match in alone.finditer(own(text)))


def test_no_word_depends_on_the_day_it_is_read(showcase):
    found = [
        f"{path}: {name}: {match[0]}"
        for path, name, language, text in wordings(showcase)
        if not any(f"content/{start}" in path for start in (*ALLOWED, "sources/"))
        for match in re.finditer(rf"\b(?:{DEICTIC[language]})\b", own(text), re.IGNORECASE | re.VERBOSE)
    ]
    nothing(found)


def test_a_deictic_word_is_found():
    for language, text in {"it": "Il prossimo bando", "en": "It is currently open"}.items():
        assert re.search(rf"\b(?:{DEICTIC[language]})\b", text, re.IGNORECASE | re.VERBOSE)


def test_sentences_are_short(showcase):
    counted = sorted(
        (len(re.findall(r"[\w’'./-]*\w[\w’'./-]*", sentence)), f"{path}: {name}: {sentence[:90]}")
        for path, name, _, text in wordings(showcase)
        for sentence in sentences(text)
    )
    nothing(f"{number} words: {where}" for number, where in counted if number > LONG)


def test_openings_differ(showcase):
    """A list of texts that all begin alike is read by nobody."""
    opened = Counter(
        (language, " ".join(wording.body.split()[:3]))
        for record in showcase.of(Area)
        for language, wording in record.wordings.items()
    )
    nothing([words for words, times in opened.items() if times > 2])


# --- sources ----------------------------------------------------------------------------------------------------------

WORKSHOP = {
    "it": r"redazional|refuso|manca una lettera|caratteri\b|maiuscol|parte letta|accorciato|non è sciolto",
    "en": r"title is ours|misprint|letter is missing|characters\b|capitals|part (?:that was )?read|shortened|spelt out",
}
"""What whoever wrote the record noticed, and no reader needs."""
COPIES = r"netlify\.app|herokuapp\.com|\.\.\.$|…$"
"""An address that is a preview of a site, or cut."""
HOSTS = r"readkong|studylib|zbook|yumpu|law insider"
"""Sites that hold documents others wrote."""


def test_the_limits_of_a_source_are_those_a_reader_needs(showcase):
    told = [
        (record.path, language, text)
        for record in showcase.of(Source)
        for limit in record.facts.errata
        for language, text in limit.items()
    ]
    nothing([one for one in told if re.search(WORKSHOP[one[1]], one[2], re.IGNORECASE)])


def test_an_address_leads_to_the_page_itself(showcase):
    nothing([record.path for record in showcase.of(Source) if re.search(COPIES, record.facts.url or "")])


def test_the_publisher_is_who_wrote_and_not_who_hosts(showcase):
    names = {one.path: " ".join(in_every_language(one.facts.publisher_name)) for one in showcase.of(Source)}
    nothing([path for path, name in names.items() if re.search(HOSTS, name, re.IGNORECASE)])


# --- ways through the site --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def distances(pages):
    """How many clicks away from each language's home every page is, without searching and without changing language."""
    links = {}
    for path in pages.files:
        if path.endswith(".html"):
            found = re.findall(r'<(?:a|form) [^>]*?(?:href|action)="([^"#?]*)[^"]*"(?![^>]*hreflang)', pages.html(path))
            here = f"/{path.removesuffix('index.html')}"
            links[here] = {urlsplit(urljoin(here, href)).path for href in found if not href.startswith("http")}
    told = {}
    for language, home in {"it": "/", "en": "/en/"}.items():
        clicks, waiting = {home: 0}, deque([home])
        while waiting:
            here = waiting.popleft()
            for target in links.get(here, ()):
                if target not in clicks and target in links and target.startswith("/en/") == (language == "en"):
                    clicks[target] = clicks[here] + 1
                    waiting.append(target)
        told[language] = clicks
    return told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_is_a_few_clicks_from_home(showcase, pages, distances, language):
    far = {}
    for record in showcase.records.values():
        if record.ref.folder not in WITH_PAGES:
            continue
        address = f"/{pages.urls.record(record, language)}"
        clicks = distances[language].get(address)
        if language in showcase.languages(record.ref) and (clicks is None or clicks > CLICKS):
            far[address] = clicks
    nothing(far)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_an_orphan(pages, distances, language):
    addresses = {f"/{path.removesuffix('index.html')}" for path in pages.files if path.endswith("index.html")}
    expected = {one for one in addresses if one.startswith("/en/") == (language == "en")}
    redirects = {one for one in expected if 'http-equiv="refresh"' in pages.html(f"{one[1:]}index.html")}
    nothing(expected - redirects - distances[language].keys())


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_organisation_shows_what_refers_to_it(showcase, pages, language):
    missing = []
    for record in showcase.of(Organisation):
        main = pages.main(pages.path(str(record.ref), language))
        for link in showcase.referring(record.ref):
            other = showcase[link.ref]
            if language in showcase.languages(other.ref) and not other.facts.withdrawn:
                href = f'href="/{pages.urls.record(other, language)}"'
                if href not in main and link.location[-1] != "on_behalf_of":
                    missing.append(f"{record.ref} does not show {other.ref} ({link.field})")
    nothing(missing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_source_shows_what_rests_on_it(showcase, pages, language):
    missing = []
    for record in showcase.records.values():
        for support in record.facts.sources:
            main = pages.main(pages.path(str(support.source), language))
            if language in showcase.languages(record.ref) and f'"/{pages.urls.record(record, language)}"' not in main:
                missing.append(f"{support.source} does not show {record.ref}")
    nothing(missing)


def test_no_organisation_person_or_source_is_there_for_nothing(showcase):
    kinds = ("organisations", "people", "sources")
    alone = [str(ref) for ref in showcase.records if ref.folder in kinds and not showcase.referring(ref)]
    linked = {
        target
        for record in showcase.records.values()
        for wording in record.wordings.values()
        for target in re.findall(r"ref:([\w/-]+)", wording.body)
    }
    nothing([ref for ref in alone if ref not in linked])


def test_words_keep_their_spaces():
    assert words("<p>L’ateneo&nbsp;e</p><p>la città</p>") == "L’ateneo e la città"


LOMBARD_PROVINCES = {*(f"{number:03}" for number in range(12, 21)), "097", "098", "108"}
"""How the codes of ISTAT for its municipalities begin."""


def test_a_municipality_of_the_region_stands_in_it(showcase):
    lombard = [one for one in showcase.of(Place) if (one.facts.istat or "")[:3] in LOMBARD_PROVINCES]
    assert len(lombard) > 2
    assert [one.ref.id for one in lombard if one.facts.part_of != Ref("places", "lombardia")] == []
