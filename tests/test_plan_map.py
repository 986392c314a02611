"""A plan as strips: one for each area, as much of it lit as it has records beside it."""

import re

from generator.fields.values import Ref
from generator.presenters.plan import PlanPresenter
from generator.text.context import Context
from generator.urls import Urls
from generator.view.charts import PlanMap
from generator.words import words_for
from tests.harness import BuiltSite, SiteTest, text_of

AREA = "content/areas/quartieri.md"


def site(areas: int) -> SiteTest:
    """The made-up plan, whose first area has records linked, with so many areas beside its own two."""
    made = SiteTest("showcase")
    head, _, rest = made.read(AREA).partition("actors:")
    text = f"{head}sources:{rest.partition('sources:')[2]}"
    for number in range(areas):
        made.write(f"content/areas/area-{number}.md", text.replace("title: ", f"title: {number} "))
    return made


def drawn(made: SiteTest) -> list[PlanMap]:
    showcase = made.check().showcase
    presenter = PlanPresenter()
    here = Context(showcase, Urls(showcase.settings), words_for("it"))
    return [
        part
        for part in presenter.sections(here, showcase[Ref("plans", "piano-unico")]).drawn
        if isinstance(part, PlanMap)
    ]


def test_every_area_is_a_strip_and_the_longest_has_most_pages() -> None:
    (part,) = drawn(site(9))
    strips = [strip for window in part.windows for strip in window.strips]
    assert len(strips) == 11
    (lit,) = (one for one in strips if one.linked)
    assert lit.share == 100
    assert lit.says == "3 pagine collegate"
    assert {one.share for one in strips if not one.linked} == {0}
    assert part.caption.startswith("1 area su 11")


def test_where_every_area_has_something_that_is_said() -> None:
    made = site(0).remove("content/areas/dottorati.md").remove("content/areas/dottorati.en.md")
    (part,) = drawn(made)
    assert part.caption == "L’unica area ha accordi, iniziative o enti collegati."


def test_a_short_plan_is_the_same_list() -> None:
    (part,) = drawn(site(2))
    assert sum(len(window.strips) for window in part.windows) == 4


def test_the_strips_are_the_only_list_of_the_areas() -> None:
    main = site(9).build().main("/piani/piano-unico/")
    links = re.findall(r'href="(/piani/piano-unico/[^"]+/)"', main)
    assert len(links) == len(set(links)) == 11
    assert "1 area su 11 ha accordi, iniziative o enti collegati." in text_of(main)
    assert '3</b><span class="unseen">: 3 pagine collegate</span>' in main
    assert "niente di collegato" not in main and "0 pagine collegate" not in main


def test_an_area_without_pages_says_no_more_than_that_it_is_there() -> None:
    main = site(1).build().main("/piani/piano-unico/area-0/")
    assert "collegat" not in main.lower()


def test_the_name_of_a_macro_area_has_our_translation_on_pages_of_another_language_alone(showcase: BuiltSite) -> None:
    it, en = (text_of(showcase.main(page)) for page in ("/piani/piano-unico/", "/en/plans/piano-unico/"))
    assert re.search(r"Città \d+ (?:area|areas) · our translation: The town", en)
    assert "traduzione" not in it and "The town" not in it
