"""How much pages show of what is much: the home page a few, the pages behind it all."""

import datetime
import re

import pytest

from generator.charts.enough import MOST_ROWS
from generator.fields.references import TermType
from generator.kinds.base import Kind
from generator.kinds.common import CLASSIFIED
from tests.harness import SiteTest
from tests.test_dates_agree import facts
from tests.test_related import with_agreements

NUMBER = 104
FIRST = datetime.date(2024, 1, 1)


@pytest.fixture(scope="module")
def site() -> SiteTest:
    """Many agreements, each signed a day after the one before; all end in the coming twelve months, but for one."""
    made = with_agreements(NUMBER, lambda number: FIRST + datetime.timedelta(days=number))
    return made.write("content/agreements/girandola.md", facts("Girandola", "signed", {})).build()


def listed(site: SiteTest, address: str, heading: str) -> list[int]:
    """The numbers of the agreements under a heading."""
    section = site.main(address).partition(f"<h2>{heading}</h2>")[2].partition("</section>")[0]
    return [int(number) for number in re.findall(r"(?:<h3>|<li>)<a [^>]*>Accordo (\d+)</a>", section)]


def test_the_home_page_tells_the_nearest_ends_and_the_newest_agreements(site: SiteTest) -> None:
    assert listed(site, "/", "Che cosa sta per finire") == [0, 1, 2]
    assert listed(site, "/", "I più recenti per data") == [103, 102, 101], (
        "and the one of the minimal site, which is younger"
    )


def test_the_page_of_deadlines_tells_them_all(site: SiteTest) -> None:
    soon = "Che cosa sta per finire"
    assert listed(site, "/scadenze/", soon) == list(range(NUMBER)), "the others in a line each"
    section = site.main("/scadenze/").partition(f"<h2>{soon}</h2>")[2].partition("</section>")[0]
    first, more, others = section.partition('<p class="note">Altri 99 finiscono nei prossimi dodici mesi</p>')
    assert more and (first.count("<h3>"), others.count("<h3>")) == (5, NUMBER - 5)
    assert f"{NUMBER} finiscono nei prossimi dodici mesi" in site.main("/")


def test_later_is_what_does_not_end_within_a_year(site: SiteTest) -> None:
    section = site.main("/scadenze/").partition("<h2>Più avanti</h2>")[2].partition("</section>")[0]
    assert re.findall(r'<h3><a href="([^"]*)"', section) == ["/accordi/mobilita/"]


def test_an_end_that_lies_between_two_days_is_listed_and_counted_among_those_not_known_as_everywhere() -> None:
    extended = {"signed_on": "2020-01-02", "until": "2026-01-02", "extension": "3 years"}
    made = SiteTest().write("content/agreements/girandola.md", facts("Girandola", "signed", extended))
    made.write("content/agreements/mulino.md", facts("Mulino", "signed", {"signed_on": "2020-01-02"})).build()
    page = made.main("/scadenze/")
    assert "Girandola" in page.partition("<h2>Più avanti</h2>")[2].partition("</section>")[0]
    assert ">2 accordi di cui non si conosce la fine, 1 già elencato qui sopra</a>" in page
    assert "Fine non nota <b>2</b>" in made.main("/accordi/")


def test_a_list_goes_on_upon_a_second_page(site: SiteTest) -> None:
    first, second = site.main("/accordi/"), site.main("/accordi/pagina/2/")
    assert [page.count('<th scope="row">') for page in (first, second)] == [50, 56], (
        "one more is of the minimal site, one has no end"
    )
    assert "Registro degli accordi, pagina 2 di 2" in second
    assert "Da 51 a 106 su 106." in second
    once = ('class="states"', 'data-index="/accordi/choices.json"', 'class="strip"')
    assert [(mark in first, mark in second) for mark in once] == [(True, False)] * len(once)
    ways = [re.findall(r'<a rel="(\w+)" href="([^"]+)"', page) for page in (first, second)]
    assert ways == [[("next", "/accordi/pagina/2/")], [("prev", "/accordi/")]]
    assert '<a href="/accordi/stato/fine-non-nota/"' in first, "the tile of a group that begins on the last page"


def test_a_feed_has_the_latest_fifty(site: SiteTest) -> None:
    assert site.text("accordi/feed.xml").count("<entry>") == 50


@pytest.mark.parametrize(
    ("kind", "name", "segment"), [("areas", "dottorati", "aree"), ("initiatives", "passeggiate", "iniziative")]
)
def test_what_rests_on_a_source_has_a_list_of_its_own_whatever_its_kind(kind: str, name: str, segment: str) -> None:
    made = SiteTest("showcase")
    written = made.read(f"content/{kind}/{name}.md")
    for number in range(MOST_ROWS + 1):
        made.write(f"content/{kind}/copy-{number}.md", written)
    source = re.findall(r"source: ([\w-]+)", written)[0]
    assert made.build().main(f"/fonti/{source}/{segment}/").count("<h2><a ") > MOST_ROWS


def test_every_vocabulary_classifies() -> None:
    used = {name for name, field in Kind.declared.items() if isinstance(field.item, TermType)}
    assert set(CLASSIFIED) == used | {"plan_areas"}
