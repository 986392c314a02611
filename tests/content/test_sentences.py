"""What a text says goes with its record: intentions are no promises, a gap is said once, a row takes a line."""

import re
from collections.abc import Iterator

from generator.content.record import AnyRecord, Record, leaves
from generator.fields.values import Ref
from generator.kinds.agreement import Agreement
from generator.kinds.initiative import Initiative
from generator.kinds.organisation import Organisation
from generator.kinds.plan import Area
from generator.showcase.model import Showcase
from generator.text.articles import with_article
from tests.content.conftest import Pages, nothing, words
from tests.real import ROOT

ROW = 85
"""The letters of a summary that stands on one line of the register."""

PROMISES = {
    "it": r"\w+(?:erà|eranno|irà|iranno|arà|aranno|vrà|vranno|rrà|rranno|drà|dranno|trà|tranno)",
    "en": r"will|shall",
}
"""A future: what a plan sets out may not come to pass."""

GAPS = {
    "signatories": r"non dic\w+ chi ha firmato|né da chi|does not say who signed|or by whom|not those who"
    r"|indicar\w+ come firmatar|name them as signator",
    "signed_on": r"ma non dice quando|ma non quando|but not when|does not say when",
    "duration": r"non dic\w+ quanto dura|does not say how long",
    "end": r"per quanto tempo .* non si sa|fino a quando .* non si sa|how long .* is not known",
    "state": r"che cosa sia accaduto|se sia andata così|che cosa sia stato|what happened after|what then became",
    "start": r"nessuna dà date|none gives dates",
    "recognition.on": r"non dà l[ae] dat[ae]|whose dates? .* not give",
    "funding": r"nessuna dà .*somme|none gives .*sums",
}
"""How a text says what the closing line of its page says already, by the field that nobody states."""


def test_a_plan_is_told_as_intentions(showcase: Showcase) -> None:
    plans = {one.source for area in showcase.of(Area) for one in area.facts.sources}
    planned: list[AnyRecord] = [*showcase.of(Area)]
    planned += [one for one in showcase.of(Initiative) if one.facts.state == "announced"]
    assert plans
    assert len(planned) > 40
    nothing(
        f"{wording.path}: {match[0]}"
        for record in planned
        for language, wording in record.wordings.items()
        for match in re.finditer(rf"\b(?:{PROMISES[language]})\b", wording.body, re.IGNORECASE)
    )


def test_a_text_does_not_repeat_what_its_closing_line_says(showcase: Showcase) -> None:
    nothing(
        f"{wording.path}: {match[0]}"
        for record in showcase.records.values()
        for field, pattern in GAPS.items()
        if field in record.facts.not_stated
        for wording in record.wordings.values()
        for match in re.finditer(pattern, wording.body, re.IGNORECASE)
    )


def test_another_translation_is_no_difference(showcase: Showcase) -> None:
    """Sources that name one thing in another language do not disagree on it."""
    tongue = re.compile(r"\b(?:in|en) (?:inglese|italiano|English|Italian)\b", re.IGNORECASE)
    nothing(
        f"{record.path}: {'.'.join(map(str, location))}: {value}"
        for record in showcase.records.values()
        for location, _, value in leaves(record.facts)
        if "differing" in location and tongue.search(str(value))
    )


def test_the_summary_of_an_agreement_takes_one_line(showcase: Showcase) -> None:
    nothing(
        f"{wording.path}: {len(wording.summary)} letters"
        for record in showcase.of(Agreement)
        for wording in record.wordings.values()
        if len(wording.summary) > ROW
    )


def in_common(pages: Pages, record: Record[Organisation]) -> Iterator[str]:
    """The partners that a university's page says it has in common with others."""
    told = words(pages.main(pages.path(str(record.ref), "it")))
    row = re.search(r"Partner in comune con altri atenei (.*?)(?: Altri enti| Vedi anche| Come partecipare|$)", told)
    yield from re.findall(r"(?:^|, )([^,(]+) \(con ", row[1]) if row else ()


def test_partners_in_common_are_those_of_the_home_page(showcase: Showcase, pages: Pages) -> None:
    home = pages.main("index.html")
    universities = [one for one in showcase.of(Organisation) if one.facts.nature == "university"]
    found = {name for one in universities for name in in_common(pages, one)}
    first, last = re.search(r"Con più di uno di questi atenei: ([^<]*) e ([^<]*)<", home).groups()
    assert {*first.split(", "), last} == {with_article(one, "it") for one in found}


def test_english_pages_call_towns_by_their_english_names(pages: Pages) -> None:
    towns = words(pages.main("en/organisations/index.html"))
    assert re.search(r" Milan \d+", towns)
    assert re.search(r" Turin \d+", towns)
    assert not re.search(r" (?<!di )(?<!Nord )(?:Milano|Torino) \d+", towns)


def test_a_title_of_a_source_that_is_ours_is_in_every_language(showcase: Showcase) -> None:
    files = [one for one in (ROOT / "content/sources").glob("*.yaml") if "title is ours" in one.read_text("utf-8")]
    assert len(files) > 30
    found = (showcase[Ref("sources", one.stem)] for one in files)
    nothing(one.path for one in found if set(one.wordings) != set(showcase.settings.languages))
