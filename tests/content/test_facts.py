import re
from itertools import pairwise

import pytest

from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.evidence import attesting
from generator.kinds.indicator import Indicator
from generator.kinds.initiative import Cantiere
from generator.kinds.network import Network
from generator.kinds.organisation import Organisation
from generator.kinds.person import Person
from generator.kinds.plan import Area
from generator.showcase.calculations import pairs
from tests.content.conftest import field, nothing, plain, ref, words
from tests.content.facts import (
    AREAS,
    AWARD_TOTALS,
    BACKLINKS,
    CLUSTERS,
    EDITIONS,
    ENGLISH,
    FIGURES,
    FROM,
    MAILBOXES,
    NAMES,
    NEVER,
    NOT_STATED,
    PEOPLE,
    PLACES,
    RECORDS,
    ROLES,
    SAID,
    SECTIONS,
    SIX,
    SOCIAL,
    STATEMENTS,
    THEMES,
    THIRD_MISSION,
)

AWARD = "initiatives/polisocial-award"
READINGS = {"plan_areas", "form", "deduced", "aliases"}
"""Fields by which we classify or name, or say how a date was found."""


def title(record):
    return record.wordings["it"].title


def worded(record, language):
    """The title on the record's page in a language, which is the Italian one where it is not translated."""
    return record.wordings.get(language, record.wordings["it"]).title


def facts(showcase, record):
    return showcase[ref(record)].facts


# --- what the records state -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("record", "name"), [(record, name) for record, fields in RECORDS.items() for name in fields])
def test_a_fact(showcase, record, name):
    assert field(facts(showcase, record), name) == RECORDS[record][name]


@pytest.mark.parametrize("kind", [Agreement, Network, Cantiere])
def test_of_several_sources_each_fact_names_those_that_hold_it_up(showcase, kind):
    """What a kind declares of its own, and is no reading of ours, has a number on the page."""
    own = kind.declared.keys() - Kind.declared.keys() - READINGS
    told = [one for one in showcase.of(kind) if len(one.facts.sources) > 1]
    assert told
    nothing(
        f"{one.ref}: {name}"
        for one in told
        for name in sorted(own)
        if one.facts.values_of(name) and not attesting(one.facts.sources, one.facts.differing, {name})
    )


@pytest.mark.parametrize("record", NAMES)
def test_a_name(showcase, record):
    spelled = title(showcase[ref(record)])
    assert all(word in spelled for word in NAMES[record].split()), spelled


@pytest.mark.parametrize("body", ENGLISH)
def test_the_english_name_of_a_body(showcase, body):
    assert worded(showcase[ref(f"organisations/{body}")], "en") == ENGLISH[body]


def test_no_body_has_an_english_alias(showcase):
    """Aliases stand on pages of every language: a name in another language is the title of that language's page, or is
    searched for alone."""
    english = re.compile(r"\b(?:University|Region|Municipality|City of|Ministry|Agency|Academy|Society|Community of)\b")
    nothing(
        f"{one.ref}: {name}" for one in showcase.of(Organisation) for name in one.facts.aliases if english.search(name)
    )


def test_one_university_has_two_names(showcase):
    aliases = facts(showcase, "organisations/universita-di-milano-bicocca").aliases
    assert "Università degli Studi Milano-Bicocca" in aliases


@pytest.mark.parametrize(
    ("record", "name"), [(one, name) for one, names in NOT_STATED.items() for name in names.split()]
)
def test_what_the_six_sources_leave_out(showcase, record, name):
    stated = facts(showcase, record)
    further = {support.source.id for support in stated.sources} - SIX
    if further and name not in stated.not_stated:
        differing = [entry for entry in stated.differing if entry.field == name]
        assert field(stated, name) or len(differing) > 1, f"{record}: {name} is neither stated nor told as not stated"
    else:
        assert name in stated.not_stated
        assert not field(stated, name)


@pytest.mark.parametrize("record", FROM)
def test_its_source(showcase, record):
    assert FROM[record] in [support.source.id for support in facts(showcase, record).sources]


def test_the_call_owes_only_its_deadline_to_the_sixth_source(showcase):
    supports = {one.source.id: one.fields for one in facts(showcase, "calls/bando-cluster-lombardi-2026").sources}
    assert supports["cluster-tecnologico-lombardo-della-cosmesi"] == ("deadline",)


def test_the_framework_agreement_has_five_commitments(showcase):
    assert len(facts(showcase, "agreements/anci-lombardia-polimi").commitments) == 5


def test_the_memorandum_has_three_fields(showcase):
    assert len(facts(showcase, "agreements/bicocca-polito").focus) == 3


def test_the_cantieri_are_five(showcase):
    programme = ref("programmes/cantieri-milano")
    linked = {link.ref for link in showcase.referring(programme) if link.field == "programme"}
    assert linked == {ref(record) for record in RECORDS if record.startswith("cantieri/")}


# --- people -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("person", ROLES)
def test_a_public_role(showcase, person):
    roles = [
        (role.title["it"], role.title["en"], role.organisation.id, str(role.attested_on), role.source.id)
        for role in facts(showcase, f"people/{person}").roles
    ]
    assert ROLES[person] in roles


@pytest.mark.parametrize("language", ["it", "en"])
def test_an_office_does_not_name_its_body_again(showcase, language):
    repeated = {}
    for person in showcase.of(Person):
        for role in person.facts.roles:
            body = worded(showcase[role.organisation], language)
            if again := _words(role.title[language]) & _words(body):
                repeated[str(person.ref)] = f"{role.title[language]}, {body}: {', '.join(sorted(again))}"
    nothing(repeated)


def _words(name):
    """The words of a name that say something."""
    return {word for word in re.findall(r"\w{4,}", name.lower()) if word not in {"della", "delle", "degli", "with"}}


def test_only_public_offices_have_a_record(showcase):
    nothing({title(record) for record in showcase.of(Person)} - PEOPLE)


@pytest.mark.parametrize(("record", "person"), STATEMENTS)
def test_a_statement_is_dated_and_told_in_both_languages(showcase, record, person):
    said = [one for one in facts(showcase, record).statements if one.person.id == person]
    assert [str(one.on) for one in said] == [STATEMENTS[record, person]]
    assert all(said[0].said.get(language) for language in ("it", "en"))


# --- Polisocial -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("source", AWARD_TOTALS)
def test_the_totals_of_the_award(showcase, source):
    totals = [one for one in facts(showcase, AWARD).totals if one.source.id == source]
    assert [(one.measure, str(one.value), plain(one.since)) for one in totals] == AWARD_TOTALS[source]


def test_the_first_totals_are_those_of_the_first_source(showcase):
    assert facts(showcase, AWARD).totals[0].source.id == SOCIAL


def test_no_edition_is_missing(showcase):
    years = [edition.year for edition in facts(showcase, AWARD).editions]
    assert [year for year in EDITIONS if year not in years] == []


@pytest.mark.parametrize("year", EDITIONS)
def test_an_edition_of_the_award(showcase, year):
    edition = next(one for one in facts(showcase, AWARD).editions if one.year == year)
    others = [str(one.value) for one in edition.differing if one.field == "amount"]
    amounts = list(dict.fromkeys([str(edition.amount)] * bool(edition.amount) + others))
    number, results_on, submitted, funded, amount, projects = EDITIONS[year]
    assert edition.number == number
    assert plain(edition.results_on) == results_on
    assert plain(edition.submitted) == submitted
    assert plain(edition.funded) == funded
    assert ", ".join(amounts) == (amount or "")
    assert sum(one.name is not None for one in edition.projects) == projects
    assert THEMES.get(year, "") in (edition.theme["it"] if edition.theme else "")


@pytest.mark.parametrize("place", PLACES)
def test_a_place_of_off_campus(showcase, place):
    stated = facts(showcase, f"initiatives/{place}")
    there = showcase[stated.places[0]].facts
    assert (str(stated.start), there.address) == PLACES[place]
    assert (stated.form, stated.part_of.id) == ("place", "off-campus")


# --- clusters, figures, plan ------------------------------------------------------------------------------------------


def test_nine_clusters_are_recognised(showcase):
    by_state = {
        state: {title(one) for one in showcase.of(Network) if field(one.facts, "recognition.state") == state}
        for state in ("recognised", "under-way")
    }
    assert by_state["recognised"] == CLUSTERS
    assert by_state["under-way"] == {NAMES["networks/cluster-cosmesi-lombardia"]}


@pytest.mark.parametrize(("about", "word"), FIGURES)
def test_a_figure(showcase, about, word):
    found = [one for one in showcase.of(Indicator) if one.facts.about == ref(about) and word in title(one)]
    assert len(found) == 1, [title(one) for one in found]
    series = [(str(row.value), plain(row.as_of), row.source.id) for row in found[0].facts.series]
    assert series == FIGURES[about, word]


@pytest.mark.parametrize("macro_area", AREAS)
def test_the_areas_of_the_plan(showcase, macro_area):
    found = {title(one) for one in showcase.of(Area) if one.facts.macro_area == macro_area}
    assert found == set(AREAS[macro_area])


def test_four_sections_have_another_name(showcase):
    assert {title(one): one.facts.section_name for one in showcase.of(Area) if one.facts.section_name} == SECTIONS


def test_which_areas_are_of_third_mission(showcase):
    assert {title(one) for one in showcase.of(Area) if one.facts.third_mission} == THIRD_MISSION


def test_the_plan_governs_no_other_university(showcase):
    torino = ref("organisations/politecnico-di-torino")
    wrong = [
        str(record.ref)
        for record in showcase.records.values()
        if record.facts.plan_areas and torino not in [one.ref for one in showcase.universities(record)]
    ]
    nothing(wrong)


# --- derived, on 22 November 2026 -------------------------------------------------------------------------------------


def test_the_memorandum_is_in_force(showcase):
    status = showcase.status(showcase[ref("agreements/bicocca-polito")])
    assert (status.name, status.days_left) == ("in-force", 490)
    assert (str(status.end.first), status.end.exact, status.end.estimated) == ("2028-03-26", True, True)


def test_nobody_knows_when_the_framework_agreement_ends(showcase):
    status = showcase.status(showcase[ref("agreements/anci-lombardia-polimi")])
    assert (status.name, status.end, status.days_left) == ("end-not-known", None, None)


def test_the_call_is_closed(showcase):
    assert showcase.status(showcase[ref("calls/bando-cluster-lombardi-2026")]).name == "closed"


def test_what_the_award_funds(showcase):
    award = facts(showcase, AWARD)
    rate, mean = next(pairs(award, "funded", "submitted")), next(pairs(award, "amount", "funded"))
    assert (str(rate.percentage.number), rate.percentage.qualifier, rate.source.id) == ("17", "at-least", SOCIAL)
    assert (int(mean.average.number), mean.average.qualifier, mean.source.id) == (73500, "about", SOCIAL)


def test_universities_are_derived(showcase):
    names = {
        "agreements/anci-lombardia-polimi": ["politecnico-di-milano"],
        "cantieri/salute": ["politecnico-di-milano"],
        "initiatives/off-campus": ["politecnico-di-milano"],
        "plans/piao-polito-2025-2027": ["politecnico-di-torino"],
    }
    assert {one: [found.ref.id for found in showcase.universities(showcase[ref(one)])] for one in names} == names


# --- relations and words, as the pages show them ----------------------------------------------------------------------


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("record", BACKLINKS)
def test_a_page_links_what_refers_to_it(pages, showcase, record, language):
    main = pages.main(pages.path(record, language))
    targets = {one: f'href="/{pages.urls.record(showcase[ref(one)], language)}"' for one in BACKLINKS[record].split()}
    nothing(f"{record} does not link {one}" for one, href in targets.items() if href not in main)


@pytest.mark.parametrize(("record", "language", "told"), SAID)
def test_a_page_says(pages, record, language, told):
    if not re.search(told, pages.text(record, language)):
        pytest.fail(f"the page of {record} in “{language}” does not say: {told}", pytrace=False)


def test_home_tells_each_figure_with_its_qualifier_and_date(pages):
    for path, figures in {
        "index.html": (
            "almeno 53 progetti finanziati in 9 edizioni, dal 2012-13 al 2024 Polisocial Award somma nostra",
            "7.686 persone che scelgono l’ateneo Cinque per mille al Politecnico di Milano: chi lo sceglie anno 2022",
            "9 cluster riconosciuti Cluster riconosciuti da Regione Lombardia: il decimo era in attesa al 17",
        ),
        "en/index.html": (
            "at least 53 projects funded in 9 editions, from 2012-13 to 2024 Polisocial Award our sum",
            "7,686 taxpayers who choose the university",
            "9 recognised clusters Clusters recognised by the Lombardy Region: the tenth was awaiting recognition",
        ),
    }.items():
        told = words(pages.main(path))
        nothing(f"{path}: {one}" for one in figures if one not in told)


# --- what must not be published ---------------------------------------------------------------------------------------

TEXTS = (".html", ".json", ".xml", ".txt")
PHONE = re.compile(
    r"""(?<![\w.,/-])(?:
      (?:\+|00)39[ .]?\d[\d ./-]{5,12}\d          # with the country's code
    | 3\d\d[ ./-]?\d{3}[ ./-]?\d{3,4}             # mobile
    | 0\d{1,3}[ /.-]\d{3,4}[ .-]?\d{3,4}          # landline
    )(?![\w-])""",
    re.VERBOSE,
)


@pytest.fixture(scope="module")
def published(pages):
    """The words of every published text file; addresses of web pages and the points of a line drawn are left out."""
    return {
        path: re.sub(r"https?://\S+|<path [^>]*>", " ", file.read_text("utf-8"))
        for path, file in pages.files.items()
        if path.endswith(TEXTS) and not path.startswith("assets/")
    }


@pytest.mark.parametrize("what", NEVER)
def test_never_published(published, what):
    forbidden = re.compile(NEVER[what], re.IGNORECASE if "cluster" in what else 0)
    nothing({path: match[0] for path, text in published.items() if (match := forbidden.search(text))})


def test_no_telephone_number(published):
    nothing({path: match[0] for path, text in published.items() if (match := PHONE.search(text))})


def test_the_pattern_knows_a_telephone_number():
    for number in ("39 347 1234567", "+39 02 6448 1234", "02 6448 1234", "347.123.4567", "3471234567", "011/090 1234"):
        assert PHONE.search(f"tel. {number}"), number


def test_only_role_mailboxes(published):
    found = {
        address.lower() for text in published.values() for address in re.findall(r"[\w.+-]+@[\w-]+\.[\w.-]*\w", text)
    }
    nothing(found - MAILBOXES)


def test_no_press_office_names_anybody(published):
    named = re.compile(r"(?i:ufficio stampa|press (?:office|contact))[^<]{0,60}?[:–(] ?[A-Z][a-z]+ [A-Z][a-z]+")
    nothing({path: match[0] for path, text in published.items() if (match := named.search(text))})


def test_no_goal_is_claimed_and_every_classification_is_ours(showcase):
    records = [record for record in showcase.records.values() if record.ref.folder != "pages"]
    nothing([str(one.ref) for one in records if one.facts.sdgs])
    classified = [one for one in records if one.facts.topics or one.facts.audiences or one.facts.fields_of_action]
    nothing([str(one.ref) for one in classified if one.facts.classification != "editorial"])


def test_no_raw_source_is_published(pages):
    assert [path for path in pages.files if re.search(r"\.(it|en)\.txt$|facts", path)] == []


def test_the_tables_repeat_nothing():
    told = sorted(SAID)
    assert [one for one, other in pairwise(told) if one == other] == []
