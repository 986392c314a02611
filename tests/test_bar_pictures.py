"""Pictures of data as objects: what stands beside each page, and what it says to whoever takes it away."""

import csv
import io
import re
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from generator.charts.written_findings import strange_numbers
from generator.kinds.indicator import Indicator
from generator.view.pictures import BarPicture
from tests.full import full_site
from tests.harness import BuiltSite, SiteTest, facts_of, text_of

PAGE = "numeri/accordi-in-vigore/universita/"
SVG = "{http://www.w3.org/2000/svg}"


def test_each_picture_says_the_same_in_every_form(showcase: BuiltSite) -> None:
    page, folder = showcase.page(f"/{PAGE}"), showcase.out / PAGE
    drawing = ElementTree.fromstring((folder / "universita.svg").read_bytes())
    title, desc = drawing.findtext(f"{SVG}title"), drawing.findtext(f"{SVG}desc")
    rows = list(csv.DictReader(io.StringIO((folder / "universita.csv").read_text("utf-8"))))
    assert title and f">{title}</h1>" in page and desc and desc.startswith(title)
    for row in rows:
        assert f"{row['part.label']}: {row['number']}" in desc or not row["part"]
    words = [one.text for one in drawing.iter(f"{SVG}text")]
    assert "22 novembre 2026 · CC BY 4.0" in words[-1] and desc.endswith(f" {words[-1]}."), "whose, of when"
    assert f'{words[-1]}."' in showcase.page(f"/{PAGE}embed/"), "who does not see it is told, too"
    assert {row["number"] for row in rows if row["part"]} <= set(words)
    picture = Image.open(BytesIO((folder / "universita.png").read_bytes()))
    assert picture.size == (int(drawing.attrib["width"]), int(drawing.attrib["height"]))


def test_the_plain_page_asks_nothing_and_leads_back(showcase: BuiltSite) -> None:
    embed = showcase.page(f"/{PAGE}embed/")
    assert "<script" not in embed and "<form" not in embed and "<iframe" not in embed
    assert f'href="/{PAGE}"' in embed and f'src="/{PAGE}universita.svg"' in embed
    assert re.search(r'alt="[^"]+: \d', embed), "who does not see it has its values"
    assert "embed/&#34; title=" in showcase.page(f"/{PAGE}") or "embed/" in showcase.page(f"/{PAGE}")


def test_the_plain_page_says_for_which_day_it_counts(showcase: BuiltSite) -> None:
    """Nobody who sees it elsewhere sees the foot of our page; what no day changes has none."""
    assert "al 22 novembre 2026" in text_of(showcase.page(f"/{PAGE}"))
    assert "Pagine aggiornate al 22 novembre 2026." in showcase.page(f"/{PAGE}embed/")
    assert "aggiornat" not in showcase.page("/indicatori/acque-riaperte/figura/embed/")


def test_the_values_of_an_indicator_are_a_picture_too(showcase: BuiltSite) -> None:
    path = "indicatori/acque-riaperte/figura/"
    assert "Nel 2024 riaperti 2.030 metri</h1>" in showcase.page(f"/{path}")
    rows = list(csv.DictReader(io.StringIO((showcase.out / path / "figura.csv").read_text("utf-8"))))
    whole = [(row["period"], row["value"]) for row in rows if not row["part"]]
    assert whole == [("2021", "1200"), ("2022", "990"), ("2024", "2030")]
    assert [row["value"] for row in rows if row["part"]] == ["1500", "500"], "what the last one is made of"
    assert f'href="/{path}"' in showcase.page("/indicatori/acque-riaperte/")
    drawing = ElementTree.fromstring((showcase.out / path / "figura.svg").read_bytes())
    assert "ultimo controllo il 20 novembre" in [one.text for one in drawing.iter(f"{SVG}text")][-1]


def test_what_ends_in_a_year_is_a_picture_by_itself_each_month_of_it(showcase: BuiltSite) -> None:
    path = "scadenze/figura/"
    assert f'href="/{path}"' in showcase.page("/") and f'href="/{path}"' in showcase.page("/scadenze/")
    rows = list(csv.DictReader(io.StringIO((showcase.out / path / "figura.csv").read_text("utf-8"))))
    assert [row["month"] for row in rows] == [f"{2026 + at // 12}-{at % 12 + 1:02}" for at in range(10, 23)]
    assert sum(int(row["ends"]) for row in rows) == sum(len(row["records"].split()) for row in rows) > 1
    assert "0" in {row["ends"] for row in rows}, "a month in which nothing ends stays"
    drawing = ElementTree.fromstring((showcase.out / path / "figura.svg").read_bytes())
    title = str(drawing.findtext(f"{SVG}title"))
    assert title and title in text_of(showcase.page("/")) and f"{title}</h1>" in showcase.page(f"/{path}")


PARTS = """title: Barche
about: organisations/unicollefiorito
unit: {it: barche, en: boats}
sources: [{source: comunicato-mobilita}]
series:
  - {value: "5", source: comunicato-mobilita, parts: [{label: {it: a remi, en: with oars}, value: "4"}]}
"""


def test_a_value_in_parts_is_a_picture_by_itself() -> None:
    site = SiteTest().write("content/indicators/barche.yaml", PARTS).build()
    assert 'href="/indicatori/barche/figura/"' in site.page("/indicatori/barche/")
    page = site.page("/indicatori/barche/figura/")
    assert "A remi: 4 su 5 barche</h1>" in page
    figure = site.out / "indicatori/barche/figura"
    bars = ElementTree.fromstring((figure / "figura.svg").read_bytes()).findall(f"{SVG}rect")[1:]
    assert [float(one.attrib["width"]) for one in bars] == [920, 736]
    rows = list(csv.DictReader(io.StringIO((figure / "figura.csv").read_text("utf-8"))))
    assert [(row["part"], row["value"]) for row in rows] == [("", "5"), ("a remi", "4")]


DRAWN = {
    "organizzazioni/figura/": ("/organizzazioni/", "organisation", "agreements"),
    "iniziative/iniziativa-000/figura/": ("/iniziative/iniziativa-000/", "year", "projects.told"),
}


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A made-up site with several towns, partners and projects."""
    return BuiltSite(full_site(tmp_path_factory, 60))


@pytest.mark.parametrize("path", DRAWN)
def test_what_stands_at_the_head_of_a_list_or_an_award_is_a_picture_by_itself(several: BuiltSite, path: str) -> None:
    above, key, number = DRAWN[path]
    assert f'href="/{path}"' in several.page(above)
    page, folder = several.page(f"/{path}"), several.out / path
    drawing = ElementTree.fromstring((folder / "figura.svg").read_bytes())
    rows = list(csv.DictReader(io.StringIO((folder / "figura.csv").read_text("utf-8"))))
    assert len(rows) > 1 and all(row[key] and row[number].isdecimal() for row in rows)
    found = str(drawing.findtext(f"{SVG}title")).removesuffix(" …")
    assert f">{found}" in page.replace("&#39;", "'")
    with Image.open(BytesIO((folder / "figura.png").read_bytes())) as picture:
        assert picture.size == (int(drawing.attrib["width"]), int(drawing.attrib["height"]))
    embed = several.page(f"/{path}embed/")
    assert "<script" not in embed and f'src="/{path}figura.svg"' in embed and f'href="/{path}"' in embed
    assert "BibTeX" in page and "&lt;iframe" in page


def test_the_map_is_a_picture_by_itself_each_mark_with_the_number_of_its_bar() -> None:
    site = SiteTest("showcase")
    towns = {"torino": ("001272", 3), "milano": ("015146", 1)}
    for town, (code, number) in towns.items():
        facts = f"title: {town.title()}\nsources:\n  - source: comunicato-mobilita\n"
        site.write(f"content/places/{town}.yaml", f"{facts}form: municipality\nistat: '{code}'\n")
        for at in range(number):
            inner = f"title: Sala {at}\nsources:\n  - source: comunicato-mobilita\n"
            site.write(f"content/places/{town}-{at}.yaml", f"{inner}municipality: {town}\nnot_stated: [address]\n")
    site.build()
    folder = site.out / "luoghi/figura"
    rows = list(csv.DictReader(io.StringIO((folder / "figura.csv").read_text("utf-8"))))
    told = {row["place"]: row for row in rows}
    assert {town: int(told[town]["places"]) for town in towns} == {town: number for town, (_, number) in towns.items()}
    assert 45 < float(told["torino"]["latitude"]) < 45.2 and 9 < float(told["milano"]["longitude"]) < 9.3
    drawing = ElementTree.fromstring((folder / "figura.svg").read_bytes())
    words = [one.text for one in drawing.iter(f"{SVG}text")]
    marks = {one: f"{told[one]['number']} {told[one]['place.label']}" for one in towns}
    assert all(words.count(told[one]["number"]) >= 1 and bar in words for one, bar in marks.items())
    assert "nord ↑" in words
    page = site.page("/luoghi/figura/")
    assert "openpolis" in page
    assert 'href="/luoghi/figura/"' in site.page("/luoghi/")
    with Image.open(BytesIO((folder / "figura.png").read_bytes())) as picture:
        assert picture.size == (int(drawing.attrib["width"]), int(drawing.attrib["height"]))


@pytest.mark.parametrize(
    ("said", "strange"),
    [
        ("Nel 2023 sono stati 1.200", ()),
        ("Nel 2023 400 a scuola", ()),
        ("Nel 2023 sono stati 12,00", ("12,00",)),
        ("Nel 2022 sono stati 1.200", ("1.200",)),
        ("Da 900 a 1.200 nel 2023", ()),
        ("Nel 2023 sono stati 1\u00a0200", ()),
        ("Di 1.200, 400 a scuola", ()),
        ("Nel 2024 sono stati 1.200", ("2024",)),
        ("Sono stati 1.300 su 1.200", ("1.300",)),
        ("Sono cresciuti", ()),
        ("Da 900 nel 2022 a 1.200 nel 2023", ()),
        ("Da 1.200 nel 2022 a 900 nel 2023", ("1.200", "900")),
        ("Nel 2022 e nel 2023 900 e 1.200", ()),
        ("Tra il 2022 e il 2023: 1.200, poi 900", ("1.200", "900")),
        ("Nel 2023, più che nel 2022, 1.200 e non 900", ()),
        ("Nel 2022 400 a scuola", ("400",)),
        ("Milleduecento nel duemilaventitré", ()),
        ("Tremila nel 2023", ("Tremila",)),
        ("Novecento nel 2023", ("Novecento",)),
        ("Nel 2024 sono stati 1,5 milioni", ("2024", "1,5 milioni")),
        ("Nel 2023 1.200 dal cinque per mille, non dall’8 per mille", ()),
        ("Nel 2023 1.200 con più di 65 anni", ()),
    ],
)
def test_a_sentence_has_no_number_that_is_none_of_the_values(said: str, strange: tuple[str, ...]) -> None:
    series = [
        {"period": "2022", "value": "900", "source": "x"},
        {"period": "2023", "value": "1200", "source": "x", "parts": [{"label": {"it": "a scuola"}, "value": "400"}]},
    ]
    facts = facts_of(Indicator, series=series, finding={"it": said}, unit={"it": "persone di 65 anni e oltre"})
    assert strange_numbers(facts, "it") == strange


def test_numbers_are_read_as_their_language_writes_them() -> None:
    series = [{"period": "2023", "value": "1200", "source": "x"}]
    said = {"en": "In 2023 there were 1,200", "it": "Nel 2023 sono stati 1,200"}
    facts = facts_of(Indicator, series=series, finding=said)
    assert (strange_numbers(facts, "en"), strange_numbers(facts, "it")) == ((), ("1,200",))
    great = [{"period": "2023", "value": "1500000 EUR", "source": "x"}]
    facts = facts_of(Indicator, series=great, finding={"it": "Nel 2023 1,5 milioni", "en": "1.5 million in 2023"})
    assert (strange_numbers(facts, "en"), strange_numbers(facts, "it")) == ((), ())
    facts = facts_of(Indicator, series=series, finding={"en": "Three thousand in 2023"})
    assert strange_numbers(facts, "en") == ("Three thousand",)


def test_a_sentence_in_a_language_that_is_none_is_told() -> None:
    site = SiteTest("showcase").replace(
        "content/indicators/acque-riaperte.yaml", "finding: {", "finding: {xx: Nel 2024, "
    )
    assert "bad-language" in site.check().codes()


@pytest.mark.parametrize("wrong", ["Nel 2024 riaperti 2.000 metri", "Tremila metri riaperti nel 2024"])
def test_a_sentence_that_no_longer_agrees_is_left_out_and_told(wrong: str) -> None:
    site = SiteTest("showcase").replace(
        "content/indicators/acque-riaperte.yaml", "Nel 2024 riaperti 2.030 metri", wrong
    )
    site.check()
    assert [one.code for one in site.found if one.code == "finding-disagrees"]
    assert site.checked and site.checked.site_map
    pages = {page.path: page for page in site.checked.site_map.pages}
    assert pages["indicatori/acque-riaperte/figura/"].content().title.startswith("Il valore più alto")


INDICATOR = """title: Euro raccolti
about: organisations/unicollefiorito
unit: {it: euro}
definition: {it: Somme raccolte per le barche.}
period_is: year
verified_on: 2026-11-20
sources:
  - source: comunicato-mobilita
series:
  - {period: "2020", value: "100", source: comunicato-mobilita}
  - {period: "2021", value: "150000", source: comunicato-mobilita}
  - {period: "2022", value: "692215", source: comunicato-mobilita}
"""


def test_what_follows_a_sum_is_not_told_as_what_is_counted() -> None:
    for unit, subject in (("", "Euro raccolti: euro"), (" EUR", "Euro raccolti")):
        written = re.sub(r'value: "(\d+)"', rf'value: "\1{unit}"', INDICATOR)
        written = written.replace("it: euro", "it: per le barche") if unit else written
        site = SiteTest().write("content/indicators/euro.yaml", written).build()
        drawing = ElementTree.fromstring((site.out / "indicatori/euro/figura/figura.svg").read_bytes())
        assert subject in [one.text for one in drawing.iter(f"{SVG}text")]


def test_a_small_value_beside_a_large_one_is_drawn_as_a_hair() -> None:
    site = SiteTest().write("content/indicators/euro.yaml", INDICATOR).build()
    figure = site.out / "indicatori/euro/figura"
    bars = ElementTree.fromstring((figure / "figura.svg").read_bytes()).findall(f"{SVG}rect")[1:]
    assert [float(one.attrib["width"]) for one in bars] == [9.2, 199.4, 920]
    rows = BarPicture.head + 35  # in the middle of the bar of the first value
    with Image.open(BytesIO((figure / "figura.png").read_bytes())) as drawn:
        paper = drawn.convert("RGB")
        inked = [at for at in range(paper.width) if paper.getpixel((at, rows)) != paper.getpixel((0, 0))]
    assert inked == list(range(BarPicture.margin, BarPicture.margin + 9))
