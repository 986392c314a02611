"""A plan as windows: a pane for each area, lit by the records linked to it."""

from generator.fields.values import Ref
from generator.presenters.plan import PlanPresenter
from generator.text.context import Context
from generator.urls import Urls
from generator.view.charts import PlanMap
from generator.words import words_for
from tests.harness import SiteTest, text_of

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


def test_a_short_plan_is_told_by_its_list() -> None:
    assert drawn(site(2)) == []


def test_every_area_has_its_pane_and_those_with_records_are_lit() -> None:
    (part,) = drawn(site(9))
    panes = [pane for window in part.windows for pane in window.panes]
    assert len(panes) == 11
    assert sum(pane.linked > 0 for pane in panes) == 1
    for window in part.windows:
        places = {(pane.x, pane.y) for pane in window.panes}
        assert len(places) == len(window.panes)
        right, bottom = max(x for x, _ in places) + part.pane_width, max(y for _, y in places) + part.pane_height
        assert window.width - right >= window.height - bottom == 1, "the margin below is that of the first pane"
        assert min(places) == (1, 1)
    assert (part.pane_width, part.pane_height) == (36, 46)
    assert {pane.x for window in part.windows for pane in window.panes} == {1, 43, 85, 127, 169}
    assert part.caption.startswith("1 area su 11")


def test_the_map_stands_above_the_list_and_is_hidden_from_readers() -> None:
    main = site(9).build().main("/piani/piano-unico/")
    assert '<div class="plan">' in main
    assert "1 area su 11 ha accordi, iniziative o enti collegati." in text_of(main)
