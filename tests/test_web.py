"""Who works with whom: what is counted, and where it is drawn."""

import itertools

import pytest

from generator.charts.graph_layout import NARROW, WIDE, Measures, Names, drawing, wrapped
from generator.charts.partnership_graph import GROUPS, web
from generator.fields.values import Ref
from generator.kinds.organisation import NATURES
from generator.showcase.partnerships import Partnerships, partnerships_of
from generator.text.context import Context
from generator.urls import Urls
from generator.view.charts import Label, Web, WebDrawing
from generator.words import words_for
from tests.harness import SiteTest, text_of

ORGANISATION = "title: {title}\nnature: {nature}\nverified_on: 2026-11-20\nsources:\n  - source: comunicato-mobilita\n"
AGREEMENT = """---
title: Accordo {number}
verified_on: 2026-11-20
form: collaboration
stage: announced
parties: [{parties}]
announced_on: 2025
not_stated: [effective_on, duration, renewal, value, act]
sources:
  - source: comunicato-mobilita
---
Testo.
"""


def site(*parties: str) -> SiteTest:
    """The made-up site with these agreements only, of universities (u1), their centres (c1) and companies (x1)."""
    made = SiteTest("minimal").remove("content/agreements")
    made.replace("content/site.yaml", "agreements/mobilita", "organisations/unicollefiorito")
    for name in {name for group in parties for name in group.split()}:
        nature = {"u": "university", "c": "university-centre"}.get(name[0], "company")
        text = ORGANISATION.format(title=name.upper(), nature=nature)
        made.write(f"content/organisations/{name}.yaml", text + (f"part_of: u{name[1:]}\n" if name[0] == "c" else ""))
    for number, group in enumerate(parties):
        made.write(
            f"content/agreements/a{number}.md", AGREEMENT.format(number=number, parties=", ".join(group.split()))
        )
    return made


def organisation(name: str) -> Ref:
    return Ref("organisations", name)


def counted(made: SiteTest) -> Partnerships:
    showcase = made.check().showcase
    return partnerships_of(showcase, (ref for ref in showcase.records if ref.folder == "agreements"))


def view(made: SiteTest) -> Web | None:
    showcase = made.check().showcase
    return web(Context(showcase, Urls(showcase.settings), words_for("it")))


def test_a_part_of_a_university_works_for_the_university() -> None:
    ties = counted(site("u1 x1", "c1 x1", "u2 x1"))
    assert ties.hubs == {organisation("u1"): 2, organisation("u2"): 1}
    assert ties.partners == {organisation("x1"): {organisation("u1"): 2, organisation("u2"): 1}}
    assert ties.shared == (organisation("x1"),)


def test_a_university_met_only_beside_another_is_its_partner() -> None:
    ties = counted(site("u1 x1", "u1 u3", "u2 x2", "u2 u1"))
    assert list(ties.hubs) == [organisation("u1"), organisation("u2")]
    assert organisation("u3") in ties.partners
    assert ties.between == {(organisation("u1"), organisation("u2")): 1}


def test_an_agreement_of_one_university_with_itself_is_no_tie() -> None:
    assert counted(site("u1 c1", "x1 x2")).agreements == 0


def test_without_ties_there_is_no_web() -> None:
    assert view(site("x1 x2")) is None


@pytest.mark.parametrize(("partners", "drawings"), [(4, 0), (5, 2)])
def test_below_five_partners_words_take_the_place_of_the_picture(partners: int, drawings: int) -> None:
    told = view(site(*(f"u1 x{number}" for number in range(partners))))
    assert told is not None
    assert len(told.drawings) == drawings
    assert len(told.entries) == partners


def test_a_tie_is_as_thick_as_its_agreements() -> None:
    told = view(site("u1 x1", "u1 x1", "u1 x1", "u2 x1", "u1 x2", "u1 x3", "u1 x4", "u1 x5"))
    assert told is not None
    shared = [strand for strand in told.drawings[0].strands if strand.shared]
    alone = [strand for strand in told.drawings[0].strands if not strand.shared]
    assert sorted(strand.width for strand in shared) == [1.2, 3.4]
    assert sum(len(strand.ends) for strand in alone) == 4
    assert len(told.drawings[0].knots) == 1
    assert [entry.title.text for entry in told.entries] == ["X1"]
    styles = {label.lines[0]: label.style for label in told.drawings[0].labels}
    assert (styles["X1"], styles["X2"]) == ("shared", "partner")
    assert told.entries[0].note[0].text == "U1: 3 · U2: 1"


@pytest.mark.parametrize(("partners", "labelled"), [(20, 20), (21, 1)])
def test_of_many_partners_those_of_most_agreements_are_named(partners: int, labelled: int) -> None:
    told = view(site(*(f"u1 x{number}" for number in range(partners)), "u1 x7", "u1 x7", "u1 x8"))
    assert told is not None
    assert [sum(label.style == "partner" for label in one.labels) for one in told.drawings] == [labelled, labelled]
    assert [entry.title.text for entry in told.entries[:2]] == ["X7", "X8"]
    assert len(told.entries) == 8
    assert [len(members.values) for members in told.groups] == [partners]


def test_a_partner_is_called_by_its_short_name() -> None:
    made = site(*(f"u1 x{number}" for number in range(5)))
    made.replace("content/organisations/x3.yaml", "title: X3", "title: Officina Tre\nshort_title: Tre")
    shown = view(made)
    assert shown
    assert {" ".join(label.lines) for label in shown.drawings[0].labels} >= {"X0", "X1", "X2", "Tre", "X4"}


def test_where_things_stand() -> None:
    told = view(site("u1 x1", "u1 x1", "u1 x1", "u2 x1", "u1 x2", "u1 x3", "u1 x4", "u1 x5", "u1 u2"))
    assert told is not None
    wide, narrow = told.drawings
    for one in (wide, narrow):
        assert (one.height, one.bars) == (131.0, ((34.6, 8.2), (88.2, 8.0)))
        assert (one.knots, one.dots, one.arcs) == ((42.0,), (59.0, 76.0, 93.0, 110.0), ((38.7, 92.2, 1.2),))
        assert [label.y for label in one.labels] == [24, 46, 63, 80, 97, 114, 34.8, 51.8, 88.2, 105.2]
    assert [label.x for label in wide.labels] == [518, *[532] * 5, *[136] * 4]
    assert [label.x for label in narrow.labels] == [324, *[224] * 5, *[98] * 4]


def test_every_nature_has_one_group() -> None:
    assert sorted(nature for natures in GROUPS.values() for nature in natures) == sorted(["", *NATURES.options])


def boxes(labels: tuple[Label, ...], drawn: WebDrawing) -> list[tuple[float, float, float, float]]:
    """Left, right, top and bottom of each label, letters being seven units wide."""
    found = []
    for label in labels:
        width = max(len(line) for line in label.lines) * (7.0 if label.style == "hub" else 6.6)
        left = label.x - width if label.end else label.x
        assert left > -4, label
        if label.style != "group":
            assert left + width <= drawn.width + 4, label
        found.append((left, left + width, label.y - 11, label.y - 11 + 16 * len(label.lines)))
    return found


@pytest.mark.parametrize("measures", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize(("hubs", "partners"), [(1, 5), (2, 20), (4, 46), (15, 5), (15, 300)])
def test_no_label_lies_over_another(measures: Measures, hubs: int, partners: int) -> None:
    universities = [organisation(f"u{number}") for number in range(hubs)]
    others = [organisation(f"x{number:03}") for number in range(partners)]
    owned = {
        other: {universities[(number + step) % hubs]: 1 + number % 5 for step in range(1 + (number % 7 == 0))}
        for number, other in enumerate(others)
    }
    ties = Partnerships(partners, dict.fromkeys(universities, 9), owned, {})
    names = Names(
        dict.fromkeys(universities, ("Università degli Studi di Milano-Bicocca", "9 accordi")),
        dict.fromkeys(others[::4], "Ministero delle Infrastrutture e dei Trasporti"),
        [("Ministeri, Regioni, Comuni", others[: partners // 2]), ("Imprese", others[partners // 2 :])],
    )
    drawn = drawing(ties, names, measures)
    for one, other in itertools.combinations(boxes(drawn.labels, drawn), 2):
        apart = one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] + 1 or other[3] <= one[2] + 1
        assert apart, (one, other)
    if hubs == 1:
        assert drawn.bars[0][0] + drawn.bars[0][1] / 2 == pytest.approx(drawn.height / 2, abs=0.2)
    heights = [*drawn.dots, *drawn.knots]
    assert len(set(heights)) == partners
    assert max(*heights, *(label.y for label in drawn.labels)) < drawn.height
    assert sum(len(strand.ends) for strand in drawn.strands) == sum(len(own) for own in owned.values())
    beside = [round(label.y - 4, 1) for label in drawn.labels if label.style in ("partner", "shared")]
    assert set(beside) <= set(heights)
    assert len(beside) == len(names.partners)
    ends = [(y, strand.width) for strand in drawn.strands for y, _ in strand.ends]
    named = zip(
        *([label.y for label in drawn.labels if label.style == style] for style in ("hub", "number")), strict=True
    )
    for (top, height), (name, number) in zip(drawn.bars, named, strict=True):
        middle = top + height / 2
        assert (name + number) / 2 == pytest.approx(middle + 4.5, abs=0.2), "what is written is beside the bar"
        mine = [(y, width) for y, width in ends if top < y < top + height]
        weight = sum(width for _, width in mine)
        if weight:
            assert sum(y * width for y, width in mine) / weight == pytest.approx(middle, abs=0.2), "ties fill the bar"


def test_a_name_is_broken_into_even_lines() -> None:
    assert wrapped("Politecnico di Torino", 18) == ("Politecnico", "di Torino")
    assert wrapped("Eni", 18) == ("Eni",)


def test_a_name_is_broken_at_a_hyphen_only_where_a_word_is_longer_than_the_line() -> None:
    assert wrapped("Ente Milano-Bicocca di Parco", 17) == ("Ente", "Milano-Bicocca", "di Parco")
    assert wrapped("Ente Milano-Bicocca di Parco", 8) == ("Ente", "Milano-", "Bicocca", "di Parco")


@pytest.mark.parametrize(("partners", "pitch"), [(2, 8.0), (60, 8.0), (100, 4.8), (160, 3.0), (1000, 3.0)])
def test_partners_without_a_name_stand_the_nearer_the_more_they_are(partners: int, pitch: float) -> None:
    others = [organisation(f"x{number:04}") for number in range(partners)]
    ties = Partnerships(partners, {organisation("u1"): partners}, {one: {organisation("u1"): 1} for one in others}, {})
    dots = drawing(ties, Names({organisation("u1"): ("U1", "9")}, {}, [("Imprese", others)]), WIDE).dots
    assert {round(below - above, 1) for above, below in itertools.pairwise(dots)} == {pitch}


def test_the_home_page_draws_the_web_beside_its_list() -> None:
    made = site("u1 x1", "u2 x1", "u1 x2", "u1 x3", "u1 x4", "u1 x5").build()
    main = made.main("/")
    assert main.count('<svg class="web ') == 2
    assert '<div class="glass" aria-hidden="true">' in main
    assert "6 accordi, 5 partner, 2 atenei protagonisti." in text_of(main)
    assert "Tutti i 5 partner" in text_of(main)
