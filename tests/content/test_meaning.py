"""What the demonstration says must be no more than what its data say: the rows of the audit, each a test."""

import html
import json
import re

import pytest

from generator.fields.declare import is_filled
from generator.kinds.agreement import Agreement
from generator.kinds.indicator import Indicator
from generator.kinds.initiative import Cantiere, Initiative
from generator.kinds.organisation import Organisation
from generator.kinds.person import Person
from generator.kinds.place import Place
from generator.kinds.plan import Area
from generator.kinds.source import Source
from generator.presenters.plan import linked_to
from generator.showcase.calculations import funded_in_editions
from generator.text.projects import projects_of
from generator.words import words_for
from tests.content.conftest import nothing, ref

WORKSHOP = re.compile(
    r"classificazione: redazional|classified by|consultata il|no figure appears without|netlify|herokuapp|2026-11<"
    r"|manca una lettera|refuso|titolo è redazionale|the title is ours|finisce con tre punti",
    re.IGNORECASE,
)
"""What those who write need and readers do not."""
UNSEEN = re.compile(r'href="[^"]*"|<script type="application/ld\+json">.*?</script>', re.DOTALL)
AWARD = "initiatives/polisocial-award"
MUSEUMS = ("museo-egizio", "museo-dell-auto", "trg", "teatro-stabile-torino", "fondazione-cultura-torino")


def page(real_site, address):
    return (real_site / address / "index.html").read_text("utf-8")


def said(real_site, address):
    """What a page says, without its markup."""
    main = re.search(r"<main.*?</main>", page(real_site, address), re.DOTALL)[0]
    drawn = re.sub(r"<(svg|script).*?</\1>", " ", main, flags=re.DOTALL)
    return re.sub(r"\s+(?=[,.:;])", "", re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", drawn))))


# --- figures ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("indicator", "counted", "period"),
    [
        ("polimi-quota-internazionale-magistrale", "iscritti internazionali alle lauree magistrali", "anno accademico"),
        ("polimi-cinque-per-mille-importo", "euro dal cinque per mille", "anno 2022"),
        ("polimi-cinque-per-mille-donatori", "persone che scelgono l’ateneo", "anno 2022"),
        ("off-campus-obiettivo-studenti", "studenti da coinvolgere", "obiettivo 2023–25"),
    ],
)
def test_a_figure_shows_first_the_period_it_is_about(real_site, indicator, counted, period):
    assert f"{counted} {period}" in said(real_site, "indicatori")
    shown = said(real_site, f"indicatori/{indicator}")
    assert period in shown
    assert not re.search(r"\bal \d+ \w+ 20\d\d", shown.partition("Come citare")[0])


def test_data_have_the_period_of_the_value_they_lead_with(real_site):
    data = json.loads((real_site / "indicatori/polimi-cinque-per-mille-importo/index.json").read_text("utf-8"))
    assert data["computed"]["value"] == "692215 EUR"
    assert data["computed"]["period"] == "2022"
    assert "as_of" not in data["computed"]


def test_the_award_leads_with_the_sum_of_its_editions(real_site, showcase):
    added = funded_in_editions(showcase[ref(AWARD)].facts)
    assert (int(added.funded.number), added.funded.qualifier, added.editions) == (53, "at-least", 9)
    assert (added.first, added.last) == ("2012-13", "2024")
    told = said(real_site, "iniziative/polisocial-award")
    assert told.index("Almeno 53 progetti finanziati in 9 edizioni, dal 2012-13 al 2024") < told.index("quasi 200")
    assert "i totali non datati delle fonti, 34 e 30, sono probabilmente precedenti" in told[: told.index("2012-13 8")]
    assert told.count("è probabilmente precedente") == 2
    assert "almeno 53" in said(real_site, ".")


def test_with_the_source_that_counts_two_editions_the_sum_is_the_one_its_note_says(showcase):
    facts = showcase[ref(AWARD)].facts
    both = next(one for one in facts.totals if one.measure == "funded" and one.until)
    first = next(one for one in facts.editions if one.year == "2012-13")
    added = funded_in_editions(facts)
    with_both = added.funded.number - first.funded.number + both.value.number
    assert f"almeno {with_both} progetti in {added.editions + 1}" in both.note["it"]
    assert f"at least {with_both} projects in {added.editions + 1}" in both.note["en"]


def test_a_pane_is_drawn_for_each_project_of_the_editions_and_none_for_almost_200(real_site):
    drawn = page(real_site, "iniziative/polisocial-award").partition('class="glass editions-front')[2]
    links = re.compile(r'<a href="([^"]*)" tabindex="-1" title="[^"]*"(?: class="(\w+)")?>')
    panes = links.findall(drawn.partition("</figure>")[0])
    kinds = [kind for _, kind in panes]
    assert (kinds.count(""), kinds.count("light"), kinds.count("open")) == (38, 15, 2)
    told = said(real_site, "iniziative/polisocial-award")
    assert "38 hanno un nome. Solo con il contorno 15: 10 solo contati, 5 senza nome." in told
    located = int(re.search(r"I (\d+) progetti di cui le fonti dicono dove", told)[1])
    missing = int(re.search(r"luogo preciso di (\d+) progetti", told)[1])
    whole = said(real_site, "iniziative/polisocial-award/progetti")
    assert f"{located + missing} progetti di cui si sa qualcosa: 41 con un nome, 5 senza" in whole


def test_each_named_project_of_the_award_has_its_anchor_and_its_row(real_site, showcase):
    placed = [one for one in projects_of(showcase[ref(AWARD)].facts) if one.project.name]
    assert len(placed) == 41
    for address in ("iniziative/polisocial-award/progetti", "en/initiatives/polisocial-award/projects"):
        markup = page(real_site, address)
        nothing(one.anchor for one in placed if f'<li id="{one.anchor}" data-found=' not in markup)
    table = (real_site / "iniziative/polisocial-award/progetti/progetti.csv").read_text("utf-8")
    nothing(one.anchor for one in placed if f"/iniziative/polisocial-award/progetti/#{one.anchor}" not in table)


def test_how_the_award_works_is_told_in_sixty_words(showcase):
    for wording in showcase[ref(AWARD)].wordings.values():
        assert len(wording.prose.text.split()) <= 60


def test_the_bars_of_the_award_are_the_totals_of_the_university(real_site, showcase):
    award = page(real_site, "iniziative/polisocial-award")
    bars = re.search(r'<ul class="glass money marks">.*?</ul>', award, re.DOTALL)[0]
    assert re.findall(r"<b>([^<]*)</b>", bars.replace("&nbsp;", " ").replace("\xa0", " ")) == [
        "2,5 milioni di euro",
        "2.970.666 euro",
    ]


def test_the_home_page_claims_nothing_of_its_figures_that_they_deny(real_site):
    told = said(real_site, ".")
    assert "ogni cosa con la sua fonte" in told
    assert "Una cifra senza data" not in told


# --- relations --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("museum", MUSEUMS)
def test_a_cultural_partner_leads_to_the_university_and_acts_in_no_area(real_site, museum):
    told = page(real_site, f"organizzazioni/{museum}")
    assert "di cui si occupa" not in told
    assert "Esempio citato da un piano" in told
    assert '<a href="/organizzazioni/politecnico-di-torino/">' in told


def test_areas_are_counted_alike_on_every_page(real_site, showcase):
    plan, wrong = said(real_site, "piani/piao-polito-2025-2027"), []
    for area in showcase.of(Area):
        number = len(linked_to(showcase, area))
        counted = f"{number} pagine collegate" if number > 1 else f"{number} pagina collegata"
        title = re.escape(area.wordings["it"].title)
        beside = [one.id for one in linked_to(showcase, area) if one.folder == "organisations"]
        pages = [said(real_site, f"organizzazioni/{one}") for one in beside]
        wrong += [area.name for told in pages if not re.search(rf"{title}[^·]{{0,400}}?{counted}", told)]
        beside_it = rf" {title} {number}: {counted}" if number else rf" {title}(?! \d)"
        wrong += [area.name] if not re.search(beside_it, plan) else []
    nothing(wrong)


def test_a_town_counts_as_many_initiatives_as_its_part_of_their_list(real_site, showcase):
    pages = [said(real_site, f"luoghi/{one.ref.id}") for one in showcase.of(Place) if one.facts.form == "municipality"]
    found = [(re.search(r"(\d+) iniziativ", told), re.search(r"Iniziative: [^(]* \((\d+)\)", told)) for told in pages]
    counted = [(counted and counted[1], listed[1]) for counted, listed in found if listed]
    assert counted
    nothing(f"{here} beside {there}" for here, there in counted if here != there)


def test_every_university_of_a_list_is_among_its_choices(real_site, showcase):
    for kind, folder in ((Initiative, "iniziative"), (Cantiere, "cantieri")):
        acting = {one.id for record in showcase.of(kind) for one in showcase.universities_in(record.ref)}
        offered = set(re.findall(rf'href="/{folder}/universita/([^/"]+)/"', page(real_site, folder)))
        assert offered - {"solo-nominata"} in (set(), acting)
    assert "politecnico-di-milano" in set(re.findall(r"/iniziative/universita/([^/]+)/", page(real_site, "iniziative")))


def test_a_project_stands_at_the_place_of_off_campus_that_its_words_name(real_site, showcase):
    """And not on the page of its district alone: each of the four places of Off Campus has its projects."""
    homes = {one.wordings["it"].title: one.facts.places for one in showcase.of(Initiative) if one.facts.part_of}
    award = next(one.facts for one in showcase.of(Initiative) if one.name == AWARD)
    told = [one for edition in award.editions for one in edition.projects if one.place]
    named = [(one, homes[home]) for one in told for home in homes if home in one.place["it"]]
    assert len(named) > 1
    nothing(one.name for one, places in named if not set(places) & set(one.places))
    assert len(re.findall(r" \d progett[oi] ", said(real_site, "iniziative/off-campus"))) == 4


@pytest.mark.parametrize(
    ("cantiere", "named"),
    [("beni-culturali", "Veneranda Fabbrica del Duomo di Milano"), ("salute", "Human Technopole")],
)
def test_whom_the_page_on_the_cantieri_only_names_is_no_partner(real_site, cantiere, named):
    told = said(real_site, f"cantieri/{cantiere}")
    assert f"La fonte nomina {named}" in told
    assert "Politecnico di Milano promotore (lo deduciamo noi)" in told
    assert f"La fonte nomina {named}" in said(real_site, "cantieri")


def test_a_source_says_once_where_its_date_comes_from(showcase):
    """What a stamp in the copy says is not stated on the page, nor has a source without a date one beside its note."""
    wrong = []
    for source in showcase.of(Source):
        told = " ".join(one["it"] for one in (*source.facts.errata, *source.facts.slips))
        if "dalla copia letta" in told or "timbro" in told:
            wrong += [source.name] if source.facts.date_basis == "stated" else []
        wrong += [source.name] if source.facts.date and re.search("non è datata", told, re.IGNORECASE) else []
    nothing(wrong)


@pytest.mark.parametrize("name", ["off-campus", "off-campus-nolo", "off-campus-provvisorio"])
def test_a_state_is_marked_as_its_date_is_deduced(real_site, name):
    assert "al 28 ottobre 2025 (data dedotta)" in said(real_site, f"iniziative/{name}")


@pytest.mark.parametrize("name", ["marina-brambilla", "lorenzo-radice", "giorgio-mantoan"])
def test_a_role_is_marked_as_the_day_of_the_signature_is(real_site, showcase, name):
    person = next(one for one in showcase.of(Person) if one.ref.id == name)
    assert all(one.deduced_date for one in person.facts.roles if str(one.attested_on) == "2026-02-11")
    told = said(real_site, "accordi/statale-legnano-2026")
    assert len(re.findall(r"all’ ?11 febbraio 2026, data dedotta\)", told)) == 3


def test_a_month_that_only_a_copy_tells_is_marked(showcase):
    """A source without a date of its own states no month either: that in which somebody had a role is deduced."""
    undated = {one.ref for one in showcase.of(Source) if not one.facts.date}
    roles = [(one.name, role) for one in showcase.of(Person) for role in one.facts.roles if role.source in undated]
    of_a_month = [(name, role) for name, role in roles if not role.attested_on.day]
    assert of_a_month
    nothing(f"{name}: {role.attested_on}" for name, role in of_a_month if not role.deduced_date)


def test_a_text_has_no_day_bare_that_its_figure_has_as_deduced(showcase):
    nothing(
        f"{wording.path}: {said}"
        for one in showcase.of(Indicator)
        for reading in one.facts.series
        if reading.deduced_date
        for language, wording in one.wordings.items()
        if (said := words_for(language).day(reading.as_of.year, reading.as_of.month, reading.as_of.day)) in wording.body
    )


def test_a_name_for_all_languages_holds_no_body_that_has_another_name_in_one(showcase):
    """A place of signature, a publisher: “Università di Milano-Bicocca” is no name in English."""
    bodies = [{language: word.title for language, word in one.wordings.items()} for one in showcase.of(Organisation)]
    named = [(one["it"], one["en"]) for one in bodies if "en" in one]
    italian = [*(it for it, en in named if it not in en), "Dipartimento di ", "Comando "]
    held = [(one.name, one.facts.place) for one in showcase.of(Agreement)]
    held += [(one.name, one.facts.publisher_name) for one in showcase.of(Source)]
    names = [(record, name if isinstance(name, str) else name["en"]) for record, name in held if name]
    nothing(f"{record}: {name}" for record, name in names for one in italian if one in name)


@pytest.mark.parametrize(
    "name", ["sdsn-italia", "rus-universita-per-lo-sviluppo-sostenibile", "unite", "copernicus-alliance"]
)
def test_what_clusters_alone_have_is_no_gap_of_a_network_of_universities(real_site, name):
    told = said(real_site, f"reti/{name}")
    assert "riconoscimento" not in told.partition("Non trovat")[2].partition(".")[0].lower()
    assert name != "sdsn-italia" or ("copresiedono" in told and "coordina" not in told.partition("Non trovat")[2][:200])


def test_the_award_is_yearly_by_its_own_page_and_its_sums_have_their_period(showcase):
    award = next(one.facts for one in showcase.of(Initiative) if one.name == AWARD)
    assert award.frequency["it"] == "ogni anno"
    assert "frequency" in next(one.fields for one in award.sources if one.source.id == "responsabilita-sociale-polimi")
    sums = [one for one in award.totals if one.source.id == "social-responsibility"]
    assert len(sums) == 4 and all(str(one.since) == "2013" for one in sums)


def test_no_source_calls_the_university_the_promoter_of_the_vivaio(real_site):
    assert "Università di Milano-Bicocca promotore (lo deduciamo noi)" in said(real_site, "iniziative/vivaio-bicocca")
    assert "parentOrganization" not in page(real_site, "iniziative/vivaio-bicocca")


def test_what_was_renewed_is_not_said_to_be_renewable(real_site):
    told = said(real_site, "accordi/polimi-statale-citta-studi-2013")
    assert "rinnovato ogni tre anni, nel 2022 fino al 2025" in told
    assert "ossibile" not in told.partition("Vedi anche")[0]


def test_a_cantiere_has_nothing_that_belongs_to_another_thing(showcase):
    """A convention, a laboratory and a trial have their own dates, places and money; so has the programme's page."""
    taken = ("start", "end", "places", "funding", "website")
    cantieri = showcase.of(Cantiere)
    assert len(cantieri) == 5
    nothing(f"{one.ref}: {name}" for one in cantieri for name in taken if is_filled(one.facts.held(name)))


def test_every_source_of_a_person_attests_a_role(showcase):
    """Another one would give a page to somebody whom a line tells whole."""
    for person in showcase.of(Person):
        attesting = {role.source for role in person.facts.roles}
        nothing(f"{person.ref}: {one.source}" for one in person.facts.sources if one.source not in attesting)


def test_the_university_that_reports_on_euthmappers_is_no_partner(real_site):
    assert "La fonte nomina Politecnico di Milano: ateneo che ne dà notizia" in said(
        real_site, "iniziative/euthmappers"
    )


def test_the_home_page_says_which_universities_it_counts(real_site):
    told = said(real_site, ".")
    assert "atenei protagonisti" in told
    assert re.search(r"atenei protagonisti, \d+ partner, altri \d+ atenei\.", told)


# --- what belongs in the workshop -------------------------------------------------------------------------------------


def test_no_page_speaks_of_the_workshop(real_site, pages):
    found = []
    for file in sorted(file for path, file in pages.files.items() if path.endswith("index.html")):
        told = UNSEEN.sub("", file.read_text("utf-8"))
        if match := WORKSHOP.search(told):
            found.append(f"{file.relative_to(real_site)}: {match[0]}")
    nothing(found)


def test_nothing_leads_to_a_preview_and_what_was_read_in_one_says_so(real_site, showcase):
    hosts = ("netlify.app", "herokuapp.com")
    assert not [one.name for one in showcase.of(Source) if any(host in (one.facts.url or "") for host in hosts)]
    previews = [one.ref.id for one in showcase.of(Source) if one.facts.read_in == "preview"]
    assert len(previews) == 3
    nothing(one for one in previews if "un’anteprima del sito, letta " not in said(real_site, f"fonti/{one}"))


def test_whom_one_record_names_has_no_page(real_site, showcase):
    for person in showcase.of(Person):
        home = showcase.told_in(person.ref)
        shown = page(real_site, f"persone/{person.ref.id}")
        assert ('http-equiv="refresh"' in shown) == bool(home), person.name
        naming = {link.ref for link in showcase.referring(person.ref)}
        assert len(naming) > 1 or home or not showcase.briefs[person.ref].fits_a_line, person.name


def test_no_person_is_told_twice_in_one_role(real_site):
    told = said(real_site, "persone/ferruccio-resta").partition("Vedi anche")[0]
    assert told.count("rettore, Politecnico di Milano") == 1
    assert re.search(r"la prima volta l’ ?11 dicembre 2017, l’ultima il 9 febbraio 2022", told)


def test_people_and_their_lists_are_in_no_sitemap(real_site):
    sitemap = (real_site / "sitemap.xml").read_text("utf-8")
    assert "/persone/" not in sitemap
    assert "/people/" not in sitemap


# --- the home sentence ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "mission"), [("it", "terza missione"), ("en", "third mission")])
def test_the_home_page_says_in_two_sentences_who_for_whom_and_what_a_third_mission_is(showcase, language, mission):
    for said in (showcase.settings.description, showcase.settings.home.lead):
        first, second = re.split(r"(?<=\.)\s", said[language])
        assert mission in first.casefold() + second
        assert max(len(first.split()), len(second.split())) <= 25
