"""Who works with whom: what is counted, and where it is drawn."""

import itertools

import pytest

from generator.charts.graph_layout import Names, NodeLabel, drawing, wrapped
from generator.charts.partnership_graph import GROUPS, web
from generator.fields.values import Ref
from generator.kinds.organisation import NATURES
from generator.pages.home import home_body
from generator.presenters.partners import partners
from generator.showcase.partnerships import Partnerships, partnerships_of
from generator.text.context import Context
from generator.text.inline import text_of as said_in
from generator.urls import Urls
from generator.view.charts import Label, LabelGroup, Strand, Web, WebDrawing
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


def labels(drawn: WebDrawing) -> list[Label]:
    """All that is written in a drawing."""
    return [label for column in drawn.columns for group in column.groups for label in _written(group)]


def _written(group: LabelGroup) -> tuple[Label, ...]:
    return (*((group.heading,) if group.heading else ()), *group.labels)


def strands(drawn: WebDrawing) -> list[Strand]:
    """All ties: those of one university's partners, then those that lead somewhere by themselves."""
    own = [label.strand for label in labels(drawn) if label.strand]
    return own + [thread.strand for thread in drawn.threads]


def test_without_ties_there_is_no_web() -> None:
    assert view(site("x1 x2")) is None


@pytest.mark.parametrize(("partners", "is_drawn"), [(4, False), (5, True)])
def test_below_five_partners_words_take_the_place_of_the_picture(partners: int, is_drawn: bool) -> None:
    told = view(site(*(f"u1 x{number}" for number in range(partners))))
    assert told is not None
    assert (told.drawing is not None) == is_drawn
    assert len(told.entries) == 4
    assert sum(len(group.values) for group in told.groups) == (partners if is_drawn else 0)


def test_a_tie_is_as_thick_as_its_agreements_and_every_name_is_a_link() -> None:
    told = view(site("u1 x1", "u1 x1", "u1 x1", "u2 x1", "u1 x2", "u1 x3", "u1 x4", "u1 x5"))
    assert told is not None
    assert told.drawing is not None
    assert sorted(thread.strand.width for thread in told.drawing.threads) == [1.0, 2.6]
    assert [thread.title for thread in told.drawing.threads] == [
        "U1 con X1 (3; firma non documentata)",
        "U2 con X1 (1; firma non documentata)",
    ]
    several, one = (thread.href for thread in told.drawing.threads)
    assert several == "/accordi/?universita=u1&partner=x1", "the register, filtered by both"
    assert one == "/accordi/a3/", "the one agreement that they have"
    assert sum(label.strand is not None for label in labels(told.drawing)) == 4
    assert [entry.title.text for entry in told.entries] == ["X1"]
    both = "U1: 3 · U2: 1; firma non documentata"
    called = {label.lines[0]: label for label in labels(told.drawing)}
    assert (called["X1 4"].style, called["X2"].style) == ("shared", "partner")
    assert (called["X1 4"].href, called["X1 4"].title) == ("/organizzazioni/x1/", f"X1 ({both})")
    assert called["U1"].href == "/organizzazioni/u1/"
    assert told.entries[0].note[0].text == both
    assert told.finding == "Con più di uno di questi atenei: X1"
    in_words = {piece.href for group in told.groups for value in group.values for piece in value if piece.href}
    assert in_words == {label.href for label in labels(told.drawing) if label.style in ("shared", "partner")}


@pytest.mark.parametrize(("partners", "drawn"), [(60, 60), (61, 60)])
def test_of_many_partners_those_of_most_agreements_are_drawn_and_it_says_so(partners: int, drawn: int) -> None:
    told = view(site(*(f"u1 x{number}" for number in range(partners)), "u1 x7", "u1 x7", "u1 x8"))
    assert told is not None
    assert told.drawing is not None
    assert sum(label.style == "partner" for label in labels(told.drawing)) == drawn
    assert ("La figura è parziale" in told.caption) == (drawn < partners)
    assert [entry.title.text for entry in told.entries[:2]] == ["X7", "X8"]
    assert len(told.entries) == 4
    assert [len(members.values) for members in told.groups] == [partners]


def test_a_partner_is_called_by_its_short_name() -> None:
    made = site(*(f"u1 x{number}" for number in range(5)))
    made.replace("content/organisations/x3.yaml", "title: X3", "title: Officina Tre\nshort_title: Tre")
    shown = view(made)
    assert shown
    assert shown.drawing
    assert {" ".join(label.lines) for label in labels(shown.drawing)} >= {"X0", "X1", "X2", "Tre", "X4"}


def test_every_nature_has_one_group() -> None:
    assert sorted(nature for natures in GROUPS.values() for nature in natures) == sorted(["", *NATURES.options])


def boxes(drawn: WebDrawing) -> list[tuple[float, float, float, float]]:
    """Left, right, top and bottom of each label, letters being seven units wide."""
    found = []
    for column in drawn.columns:
        for label in (label for group in column.groups for label in _written(group)):
            width = max(len(line) for line in label.lines) * 7.0
            left = column.x - {"start": 0, "middle": width / 2, "end": width}[column.anchor]
            assert left > -15, label
            assert left + width <= drawn.width + 15, label
            found.append((left, left + width, label.y - 11, label.y - 11 + column.line * len(label.lines)))
    return found


@pytest.mark.parametrize(("hubs", "partners"), [(1, 5), (2, 20), (4, 46), (15, 5), (15, 60)])
def test_no_label_lies_over_another(hubs: int, partners: int) -> None:
    universities = [organisation(f"u{number}") for number in range(hubs)]
    others = [organisation(f"x{number:03}") for number in range(partners)]
    owned = {
        other: {universities[(number + step) % hubs]: 1 + number % 5 for step in range(1 + (number % 7 == 0))}
        for number, other in enumerate(others)
    }
    between = {(universities[0], universities[-1]): 2, (universities[0], universities[1]): 3} if hubs > 2 else {}
    ties = Partnerships(partners, dict.fromkeys(universities, 9), owned, between)
    long = "Ministero delle Infrastrutture e dei Trasporti"
    called = [(other, NodeLabel(long if number % 4 == 0 else "Eni", "", "/x/")) for number, other in enumerate(others)]
    pairs = [*between, *((hub, other) for other, own in owned.items() for hub in own)]
    names = Names(
        dict.fromkeys(universities, NodeLabel("Università degli Studi di Milano-Bicocca", "", "/u/", "9 accordi")),
        "atenei",
        [("Ministeri, Regioni, Comuni", "", called[: partners // 2]), ("Imprese", "", called[partners // 2 :])],
        dict.fromkeys(pairs, NodeLabel("", "", "/a/")),
        "",
    )
    drawn = drawing(ties, names)
    for one, other in itertools.combinations(boxes(drawn), 2):
        apart = one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] + 1 or other[3] <= one[2] + 1
        assert apart, (one, other)
    for column in drawn.columns:
        written = [label for group in column.groups for label in _written(group)]
        areas = [label.area for label in written if label.area]
        assert len(areas) == sum(bool(label.href) for label in written), "every link has its area, and nothing else"
        assert all(one[1] + one[3] <= other[1] for one, other in itertools.pairwise(areas))
    assert len({label.end for label in labels(drawn) if label.style == "group"}) == 2, "both sides are used"
    assert max(label.y + 15 * (len(label.lines) - 1) for label in labels(drawn)) < drawn.height
    assert len(strands(drawn)) == sum(map(len, owned.values())) + len(between)
    middles = [top + tall / 2 for top, tall in drawn.boxes]
    assert middles == sorted(middles)
    assert all(top > 0 and top + tall < drawn.height for top, tall in drawn.boxes)
    assert all(above[0] + above[1] < below[0] for above, below in itertools.pairwise(drawn.boxes))
    named = [label for label in labels(drawn) if label.style in ("hub", "number")]
    for (top, tall), name, number in zip(drawn.boxes, named[::2], named[1::2], strict=True):
        assert top < name.y - 11
        assert number.y < top + tall, "what is written is in its box"


def test_a_name_is_broken_into_even_lines() -> None:
    assert wrapped("Politecnico di Torino", 18) == ("Politecnico", "di Torino")
    assert wrapped("Eni", 18) == ("Eni",)


def test_a_name_is_broken_at_a_hyphen_only_where_a_word_is_longer_than_the_line() -> None:
    assert wrapped("Ente Milano-Bicocca di Parco", 17) == ("Ente", "Milano-Bicocca", "di Parco")
    assert wrapped("Ente Milano-Bicocca di Parco", 8) == ("Ente", "Milano-", "Bicocca", "di Parco")


def test_agreements_without_a_record_of_a_signature_are_told_from_the_signed() -> None:
    made = site("u1 x1", "u1 x1", "u1 x2", "u1 x3", "u1 x4", "u1 x5", "u2 x1", "u2 u3")
    for number in (0, 2):
        made.replace(f"content/agreements/a{number}.md", "stage: announced", "stage: signed")
    told = view(made)
    assert told is not None
    assert told.drawing is not None
    assert told.note == (
        "8 accordi, 2 atenei protagonisti, 5 partner, un altro ateneo. Di 6 accordi la firma non è documentata."
    )
    assert told.caption.startswith(
        "Ogni linea unisce due enti che hanno almeno un accordo; più è spessa, più sono gli accordi. "
        "È tratteggiata dove la firma non è documentata."
    )
    assert told.all_label == "Tutti i 5 partner e un altro ateneo"
    assert ["".join(piece.text for piece in one.note) for one in told.entries] == [
        "U1: 2 · U2: 1; di 2 la firma non è documentata"
    ]
    called = {label.lines[0]: label for label in labels(told.drawing)}
    assert [called[name].strand.dashed for name in ("X2", "X3")] == [False, True]
    assert sorted(thread.strand.dashed for thread in told.drawing.threads) == [False, True]


def test_the_page_of_an_organisation_tells_them_from_the_signed_too() -> None:
    made = site("u1 x1", "u1 x1", "u1 x2", "u1 x3", "u1 x3", "u1 x4", "u2 x1", "u3 x1", "u1 u2")
    for number in (0, 3, 4, 5, 6):
        made.replace(f"content/agreements/a{number}.md", "stage: announced", "stage: signed")
    showcase = made.check().showcase
    context = Context(showcase, Urls(showcase.settings), words_for("it"))

    def rows(name: str) -> dict[str, str]:
        told = partners(context, showcase[organisation(name)])
        return {row.label: ", ".join(map(said_in, row.values)) for part in told for row in part.rows}

    assert rows("u1") == {
        "Atenei partner": "U2 (firma non documentata)",
        "Partner più frequenti": "X1 (2; di 1 la firma non è documentata), X3 (2)",
        "Partner in comune con altri atenei": "X1 (con U2; con U3, firma non documentata)",
    }
    in_common = "X1 (con U1 e U2; il proprio: firma non documentata)"
    assert rows("u3")["Partner in comune con altri atenei"] == in_common
    assert rows("x2") == {"Atenei partner": "U1 (firma non documentata)"}
    assert rows("x4") == {"Atenei partner": "U1"}


def test_universities_stand_by_name_and_not_by_their_number_of_agreements() -> None:
    made = site("u2 x1", "u2 x2", "u2 x3", "u2 x4", "u2 x5", "u1 x1", "u3 x1", "u3 x1", "u2 u3", "u2 u1", "u2 u3")
    told = view(made)
    assert told is not None
    assert told.drawing is not None
    hubs = [label for label in labels(told.drawing) if label.style == "hub"]
    assert [one.lines[0] for one in hubs] == ["U1", "U2", "U3"]
    assert told.entries[0].note[0].text.startswith("U1: 1 · U2: 1 · U3: 2")
    showcase = made.check().showcase
    context = Context(showcase, Urls(showcase.settings), words_for("it"))
    assert [one.text for one in home_body(context).universities] == ["U1", "U2", "U3"]
    row = next(row for part in partners(context, showcase[organisation("u2")]) for row in part.rows)
    assert ", ".join(map(said_in, row.values)) == "U1 (firma non documentata), U3 (2; firma non documentata)"


def test_where_all_is_signed_nothing_is_said_of_it() -> None:
    made = site("u1 x1", "u1 x2", "u1 x3", "u1 x4", "u1 x5")
    for number in range(5):
        made.replace(f"content/agreements/a{number}.md", "stage: announced", "stage: signed")
    told = view(made)
    assert told is not None
    assert "firma" not in f"{told.note} {told.caption}"


def test_the_home_page_draws_the_web_over_its_list() -> None:
    made = site("u1 x1", "u2 x1", "u1 x2", "u1 x3", "u1 x4", "u1 x5").build()
    main = made.main("/")
    assert main.count('<svg class="web marks"') == 1
    picture = main.partition('<svg class="web marks"')[2].partition("</svg>")[0]
    assert picture.count("<a ") == picture.count('tabindex="-1"') + 1 == 9
    assert "6 accordi, 2 atenei protagonisti, 5 partner." in text_of(main)
    assert "Tutti i 5 partner" in text_of(main)
