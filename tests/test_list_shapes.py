"""What a list looks like follows from its kind: rows, windows, names in columns, figures."""

import re

import pytest

from generator.kinds.catalogue import KINDS
from generator.kinds.indicator import Indicator
from generator.pages.lists.owners import by_owner, owner
from generator.text.context import Context
from generator.text.listed import names_listed
from generator.urls import Urls
from generator.words import words_for
from tests.harness import BuiltSite, SiteTest

MARKS = {
    "rows": 'class="entries rows"',
    "windows": 'class="entries windows"',
    "columns": 'class="entries names"',
    "figures": 'class="entries figures tiles"',
    "register": 'class="register"',
}
ADDRESSES = {
    "agreements": "accordi",
    "cantieri": "cantieri",
    "initiatives": "iniziative",
    "indicators": "indicatori",
    "networks": "reti",
    "organisations": "organizzazioni",
    "plans": "piani",
    "programmes": "programmi",
    "sources": "fonti",
}


@pytest.mark.parametrize("folder", ADDRESSES)
def test_a_list_shows_its_records_as_the_kind_declares(showcase: BuiltSite, folder: str) -> None:
    (kind,) = (one for one in KINDS if one.folder == folder)
    main = showcase.main(f"/{ADDRESSES[folder]}/")
    own = main.partition('class="group"')[0] + main  # the marks of others that stand below do not count
    assert MARKS[kind.list_as] in own


def test_a_window_has_the_picture_that_its_editors_set_beside_it_or_its_own_figures(showcase: BuiltSite) -> None:
    main = showcase.main("/cantieri/")
    waters, greenery = main.split("Cantiere verde</a>")
    assert '<figcaption><a href="/indicatori/acque-riaperte/">Canali riaperti: 2.030 metri riaperti</a>' in waters
    assert "1.500</b> in città" in waters and "500</b> nella valle" in waters
    assert '<a href="/accordi/mobilita/">Mobilità: dal' in greenery
    assert 'class="life"' in greenery
    assert main.count('<li class="glass">') == 2


def test_a_record_without_a_picture_stands_in_no_glass() -> None:
    made = SiteTest("showcase").remove("content/indicators/acque-riaperte.yaml")
    main = made.remove("content/indicators/acque-riaperte.en.md").build().main("/cantieri/")
    assert main.count('<li class="glass">') == 1


def test_an_organisation_tells_how_many_agreements_it_has(showcase: BuiltSite) -> None:
    main = showcase.main("/organizzazioni/")
    rows = {
        match[1]: match[2] or ""
        for match in re.finditer(r'<li>\s*<a href="[^"]+">([^<]+)</a>(?: <b aria-hidden="true">(\d+)</b>)?', main)
    }
    assert rows["Comune di Valdombra"] not in ("", "0")
    assert rows["Officine Lumaca"] in rows.values()
    assert "0" not in rows.values(), "none is no number"
    for name, number in rows.items():
        if number == "1":
            assert f'{name}</a> <b aria-hidden="true">1</b><span class="unseen">: 1 accordo</span>' in main


def with_figures(*about: str) -> Context:
    """The made-up showcase with indicators about these, and no others."""
    made = SiteTest("showcase")
    for name in ("accordi-firmati", "visitatori", "acque-riaperte"):
        made.remove(f"content/indicators/{name}.yaml").remove(f"content/indicators/{name}.en.md")
    for number, one in enumerate(about):
        what = f"about: {one}" if one else "not_stated: [about]"
        made.write(
            f"content/indicators/i{number}.yaml",
            f"title: I{number}\n{what}\nunit: {{it: cose, en: things}}\nverified_on: 2026-11-20\n"
            "series:\n  - value: '5'\n    source: comunicato-mobilita\nsources:\n  - source: comunicato-mobilita\n",
        )
    showcase = made.check().showcase
    return Context(showcase, Urls(showcase.settings), words_for("it"))


def owned(*about: str) -> dict[str, list[str]]:
    """The headings of a list of indicators about these, and how many stand under each."""
    here = with_figures(*about)
    found = by_owner(here, names_listed(here, Indicator))
    return {heading.text: [ref.id for ref in refs] for (_, heading), refs in found.items()}


def test_figures_stand_under_the_university_of_what_they_are_about() -> None:
    university, town = "organisations/unicollefiorito", "organisations/comune-di-valdombra"
    assert owned(university, town, "cantieri/verde", town, "organisations/regione-altavalle", "") == {
        "Comune di Valdombra": ["i1", "i3"],
        "Di più enti insieme": ["i2"],
        "Altri enti": ["i0", "i4", "i5"],
    }


def test_no_figure_of_what_several_do_stands_under_the_heading_of_one_of_them() -> None:
    university, town = "organisations/unicollefiorito", "organisations/comune-di-valdombra"
    agreement = "agreements/mobilita"
    assert owned(university, "cantieri/verde", university, agreement, town) == {
        "Università di Collefiorito": ["i0", "i2"],
        "Di più enti insieme": ["i1", "i3"],
        "Altri enti": ["i4"],
    }


def test_a_figure_says_whose_it_is_where_no_heading_does() -> None:
    made = SiteTest("showcase")
    made.replace("content/indicators/acque-riaperte.yaml", "cantieri/acque", "organisations/unicollefiorito")
    main = made.build().main("/indicatori/")
    owners = re.findall(r'<h2><a href="(/organizzazioni/[^"]+)"', main)
    told = re.findall(r'<p class="source"><a href="([^"]+)">', main)
    assert len(owners) == 1 and told
    assert set(told).isdisjoint(owners)


def test_a_figure_of_what_several_do_is_told_as_of_that_and_not_as_the_university_s() -> None:
    alone, shared = "organisations/unicollefiorito", "cantieri/verde"
    here = with_figures(alone, shared, "")
    told = [owner(here, ref) for ref in sorted(names_listed(here, Indicator))]
    assert [one and one.text for one in told] == ["Università di Collefiorito", "Cantiere verde", None]


def test_the_introduction_is_the_lead_of_a_list(showcase: BuiltSite) -> None:
    main = showcase.main("/cantieri/")
    assert re.search(r'<div class="lead">\s*<p>', main)
    assert '<p class="lead">' not in main
    assert '<p class="lead">1 rete o cluster.' in showcase.main("/reti/")


def test_the_register_in_another_order_begins_as_the_register_does(showcase: BuiltSite) -> None:
    lead = re.compile(r'<div class="lead">.*?</div>', re.DOTALL)
    assert lead.findall(showcase.main("/accordi/ordina/fine/")) == lead.findall(showcase.main("/accordi/"))
    assert 'property="og:description" content="Un accordo dice' in showcase.page("/accordi/ordina/fine/")
    assert len(lead.findall(showcase.main("/accordi/"))) == 1


def test_pages_that_a_list_in_columns_no_longer_needs_lead_to_it() -> None:
    made = SiteTest("minimal")
    for number in range(60):
        made.write(
            f"content/organisations/o{number}.yaml",
            f"title: O{number}\nnature: company\nverified_on: 2026-11-20\nsources:\n  - source: comunicato-mobilita\n",
        )
    built = made.build()
    assert 'url=/organizzazioni/"' in built.page("/organizzazioni/pagina/2/")
    assert "organizzazioni/pagina/3/index.html" not in built.files()
    assert len(re.findall(r'<a href="/organizzazioni/o\d+/">', built.main("/organizzazioni/"))) == 60


def test_a_list_is_described_by_its_introduction(showcase: BuiltSite) -> None:
    assert 'property="og:description" content="Un cantiere' in showcase.page("/cantieri/")
    assert 'property="og:description" content="1 rete o cluster.">' in showcase.page("/reti/")
