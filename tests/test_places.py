"""Places: what happens in each and inside it, under which town lists have it, what its page tells first."""

import re
from functools import cache

import pytest

from generator.content.brief import ref_of
from generator.fields.values import Ref
from generator.kinds.place import Place
from generator.pages.lists.towns import town_map
from generator.presenters.place import all_here, counted_here
from generator.presenters.places import happening, places, shown_inside
from generator.showcase.points import municipalities, point_of
from generator.showcase.whereabouts import inside, projects_naming, town_of
from generator.text.context import Context, contexts_of
from tests.harness import BuiltSite, SiteTest, facts_of

SOURCES = "sources: [{source: comunicato-mobilita}]\n"


def place(site: SiteTest, id_: str, facts: str = "", title: str = "") -> SiteTest:
    return site.write(f"content/places/{id_}.yaml", f"title: {title or id_.title()}\n{facts}{SOURCES}")


def town(site: SiteTest, id_: str, istat: str = "") -> SiteTest:
    return place(site, id_, "form: municipality\n" + (f"istat: '{istat}'\n" if istat else ""))


def spot(site: SiteTest, id_: str, within: str, facts: str = "") -> SiteTest:
    return place(site, id_, f"municipality: {within}\nnot_stated: [address]\n{facts}")


def initiative(site: SiteTest, id_: str, *places: str, facts: str = "") -> SiteTest:
    return site.write(
        f"content/initiatives/{id_}.md",
        f"---\ntitle: {id_.title()}\nform: project\nstate: active\npromoter: unicollefiorito\nstart: 2024\n{facts}"
        f"places: [{', '.join(places)}]\n{SOURCES}---\n",
    )


def context_of(site: SiteTest) -> Context:
    return contexts_of(site.check().showcase)[0]


def names(refs: object) -> list[str]:
    return [one.id for one in refs]  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def here() -> Context:
    """A town with a campus, a hall on it, a square; a country with a village; a region."""
    site = town(SiteTest(), "valdombra")
    spot(site, "campus", "valdombra")
    place(site, "sala", "part_of: campus\nmunicipality: valdombra\nnot_stated: [address]\n")
    spot(site, "piazza", "valdombra")
    place(site, "lontana", "form: country\n")
    place(site, "villaggio", "country: lontana\n")
    place(site, "valle", "form: region\n")
    place(site, "stanza", "part_of: sala\ncountry: lontana\n")
    initiative(site, "festa", "sala", "piazza")
    initiative(site, "ballo", "sala", facts="part_of: festa\n")
    initiative(site, "corsa", "valdombra")
    initiative(site, "ritirata", "piazza", facts="withdrawn: {on: 2026-01-01, because: {it: x, en: x}}\n")
    return context_of(site)


def test_what_lies_inside_a_place_is_found_however_deep(here: Context) -> None:
    assert set(names(inside(here.showcase, Ref("places", "valdombra")))) == {"campus", "sala", "piazza", "stanza"}
    assert names(inside(here.showcase, Ref("places", "piazza"))) == []


@pytest.mark.parametrize(
    ("id_", "under"),
    [
        ("valdombra", "valdombra"),
        ("sala", "valdombra"),
        ("villaggio", "lontana"),
        ("lontana", "lontana"),
        ("valle", None),
        ("stanza", "lontana"),
    ],
)
def test_lists_have_a_place_under_its_town_or_country(here: Context, id_: str, under: str | None) -> None:
    found = town_of(here.showcase, Ref("places", id_))
    assert (found.id if found else None) == under


def test_the_part_tells_of_the_whole_where_both_are_in_a_place(here: Context) -> None:
    assert names(happening(here, Ref("places", "sala"))) == ["ballo"]
    assert names(happening(here, Ref("places", "piazza"))) == ["festa"], "what was withdrawn does not happen"


def test_a_town_has_all_that_happens_inside_it_once(here: Context) -> None:
    assert sorted(names(all_here(here, Ref("places", "valdombra")))) == ["ballo", "corsa", "festa"]
    assert counted_here(here, Ref("places", "valdombra")) == (3, "3 iniziative")


def test_the_whole_that_its_parts_tell_is_counted_with_them_and_told_apart() -> None:
    site = town(SiteTest(), "valdombra")
    for id_ in ("sala", "piazza"):
        spot(site, id_, "valdombra")
    initiative(site, "festa", "sala", "piazza")
    initiative(site, "ballo", "sala", facts="part_of: festa\n")
    initiative(site, "corsa", "piazza", facts="part_of: festa\n")
    said = site.look().facts("/luoghi/valdombra/")
    assert "3 iniziative, con l’Università di Collefiorito." in said
    assert "In più di un luogo\n[Festa](/iniziative/festa/)" in said
    assert counted_here(context_of(site), Ref("places", "sala")) == (2, "2 iniziative")


def test_a_place_told_by_those_inside_it_alone_has_no_row(here: Context) -> None:
    assert set(names(shown_inside(here, Ref("places", "valdombra")))) == {"sala", "piazza", "stanza"}


def test_a_place_around_itself_is_told() -> None:
    site = place(SiteTest(), "uno", "part_of: due\nnot_stated: [municipality, address]\n")
    place(site, "due", "part_of: uno\nnot_stated: [municipality, address]\n")
    assert {one.code for one in site.build().found if one.is_error} >= {"leads-back"}


def test_points_come_from_sources_and_from_the_code_of_a_municipality_alone() -> None:
    assert point_of(facts_of(Place, municipality="milano", address="via Dante")) is None
    milano = point_of(facts_of(Place, form="municipality", istat="015146"))
    assert milano
    assert (round(milano[0]), round(milano[1])) == (45, 9)
    assert point_of(facts_of(Place, form="municipality", istat="999999")) is None


def test_the_table_has_every_municipality_inside_italy() -> None:
    table = municipalities()
    assert len(table) == 7899
    assert {len(code) for code in table} == {6}
    assert all(35 < one.latitude < 47.2 and 6.6 < one.longitude < 18.6 for one in table.values())


def test_projects_stand_where_they_work() -> None:
    site = town(SiteTest("showcase"), "montelago")
    site.replace(
        "content/initiatives/premio-lanterna.md",
        "projects:\n",
        "projects:\n      - name: Lampara\n        area: montelago\n        sources: [comunicato-mobilita]\n"
        "        not_stated: [subject]\n",
    )
    page = site.look().main("/luoghi/montelago/")
    [(name, way)] = projects_naming(site.check().showcase, Ref("places", "montelago"))
    assert ref_of(name).id == "premio-lanterna"
    assert re.fullmatch(r"editions\.\d\.projects\.0", way)
    assert re.search(r'class="lead">1 progetto, con [^<]+\.</p>', page), "and with which university, of its initiative"
    assert 'href="/iniziative/premio-lanterna/progetti/#lampara-' in page


# --- sites of every size ---


def sized(number: int) -> SiteTest:
    """Two towns, and so many places in them, with an initiative in each."""
    site = SiteTest()
    town(site, "milano", "015146")
    town(site, "torino", "001272")
    for at in range(number):
        spot(site, f"sala-{at:03}", "milano" if at % 3 else "torino")
        initiative(site, f"festa-{at:03}", f"sala-{at:03}")
    return site


@cache
def sized_and_built(number: int) -> SiteTest:
    return sized(number).build()


@pytest.mark.parametrize("number", [2, 20, 300])
def test_a_list_of_places_names_each_once_whatever_their_number(number: int) -> None:
    built = sized_and_built(number)
    whole = built.main("/luoghi/")
    named = re.findall(r'href="/luoghi/(sala-\d+)/"', whole)
    assert sorted(named) == [f"sala-{at:03}" for at in range(number)]
    assert whole.count('<a href="#town-') == 2, "a mark for each town"
    english = built.main("/en/places/")
    assert len(re.findall(r'href="/en/places/sala-', english)) == number


@pytest.mark.parametrize("number", [2, 20, 300])
def test_a_town_has_every_place_in_it_and_folds_what_is_long(number: int) -> None:
    page = sized_and_built(number).main("/luoghi/milano/")
    inner = [at for at in range(number) if at % 3]
    rows = re.findall(r'<li id="place-(sala-\d+)"', page)
    assert rows == [f"sala-{at:03}" for at in inner]
    open_rows = page.partition('<details class="rest-of-links">')[0]
    assert open_rows.count('<li id="place-') == min(len(inner), 24)
    assert "map" not in page.partition("<h2")[0], "no point, no map"


def test_the_map_of_a_town_has_the_places_whose_points_are_known_and_says_how_many_are_not() -> None:
    site = town(SiteTest(), "valdombra")
    for id_, north in (("molo", "45.4"), ("ponte", "45.5")):
        point = f"point: {{latitude: '{north}', longitude: '9.2', source: comunicato-mobilita}}\n"
        spot(site, id_, "valdombra", point)
    spot(site, "altrove", "valdombra")
    page = site.build().main("/luoghi/valdombra/")
    assert "Ponte a nord, Molo a sud" in page
    assert "1 luogo è solo nell’elenco" in page
    marks = re.findall(r'<a href="#(place-\w+)"[^>]*><title>(\w+)</title>', page)
    assert marks == [("place-molo", "Molo"), ("place-ponte", "Ponte")]
    assert all(f'<li id="{anchor}">' in page for anchor, _ in marks)


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ("45.4 9.2, 45.4 9.2", "2 luoghi nello stesso punto"),
        ("45.4 9.2, 45.40001 9.20001", "2 luoghi nello stesso punto"),
        ("45.4 9.2, 45.4 9.2, 45.4 9.2", "3 luoghi nello stesso punto"),
        ("45.4 9.2, 45.5 9.2, 45.5 9.2", "3 luoghi"),
        ("45.4 9.2, 45.5 9.2, 45.45 9.2", "3 luoghi: i più lontani fra loro sono Posto0 e Posto1"),
    ],
)
def test_a_map_says_no_direction_and_no_distance_that_there_is_not(points: str, said: str) -> None:
    site = town(SiteTest(), "valdombra")
    ids = []
    for number, (north, east) in enumerate(one.split() for one in points.split(", ")):
        ids.append(f"posto{number}")
        point = f"point: {{latitude: '{north}', longitude: '{east}', source: comunicato-mobilita}}\n"
        spot(site, ids[-1], "valdombra", point)
    drawn = places(context_of(site), [Ref("places", one) for one in ids])
    assert drawn
    assert drawn.map
    assert drawn.map.finding == said


def test_what_moved_is_said_on_the_page_of_the_place(showcase: BuiltSite) -> None:
    assert "La riva destra è chiusa." in showcase.main("/luoghi/molo-vecchio/")


def test_programs_are_told_a_point_only_where_a_source_gives_it(showcase: BuiltSite) -> None:
    told = [showcase.page(f"/luoghi/{place}/") for place in ("molo-vecchio", "valdombra")]
    assert ["GeoCoordinates" in one for one in told] == [True, False]


@pytest.mark.parametrize(
    ("in_milan", "in_turin", "said"),
    [
        (1, 0, "L’unico luogo in elenco dentro un comune è a Milano"),
        (3, 0, "I 3 luoghi in elenco dentro un comune sono tutti a Milano"),
        (2, 1, "Dei 3 luoghi in elenco dentro un comune, 2 sono a Milano"),
    ],
)
def test_the_map_of_towns_has_words_for_the_only_place_and_for_all(in_milan: int, in_turin: int, said: str) -> None:
    site = town(town(SiteTest(), "milano", "015146"), "torino", "001272")
    for number in range(in_milan + in_turin):
        spot(site, f"luogo-{number}", "milano" if number < in_milan else "torino")
    drawn = town_map(context_of(site))
    assert drawn and drawn.finding == said


def test_a_place_has_who_only_names_it_in_a_text_and_nothing_happens_there_for_that() -> None:
    site = spot(town(SiteTest(), "valdombra"), "campus", "valdombra")
    initiative(site, "corso", "campus").write(
        "content/initiatives/corso.en.md", "---\ntitle: Course\n---\nOn the [campus](ref:places/campus).\n"
    )
    mobilita = site.read("content/agreements/mobilita.md")
    site.write("content/agreements/mobilita.md", f"{mobilita}\nParte dal [campus](ref:places/campus).\n").build()
    main = site.main("/luoghi/campus/")
    naming = main.partition("<h3>Se ne parla in</h3>")[2].partition("</div>")[0]
    assert re.findall(r'href="([^"]*)"', naming) == ["/accordi/mobilita/"], "not what is told there anyway"
    assert names(all_here(context_of(site), Ref(Place.folder, "campus"))) == ["corso"]
