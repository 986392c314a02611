"""People are told for their public role alone: a line a role, and no page for somebody whom one record names."""

import pytest

from tests.harness import BuiltSite, SiteTest

FESTIVAL = "content/initiatives/festival-del-fiume/index.md"
SPOKE = "[Ada Fontana](ref:people/ada-fontana), [Bruno Rovere](ref:people/bruno-rovere) e "


def test_a_role_is_one_line_with_the_days_that_attest_it(showcase: BuiltSite) -> None:
    told = showcase.facts("/persone/bruno-rovere/").splitlines()
    lines = [line for line in told if line.startswith("sindaco, ")]
    assert len(lines) == 1
    assert (
        "risulta nelle fonti da marzo 2024 al 2 giugno 2025 ([fonte 1](#source-1) · [fonte 2](#source-2))" in lines[0]
    )


def test_whom_one_record_names_is_told_there_and_has_no_page(showcase: BuiltSite) -> None:
    told = showcase.facts("/iniziative/festival-del-fiume/")
    assert "Carla Neve, presidente della Regione, il 14 maggio 2023 ([fonte 1](#source-1))" in told
    assert "people/carla-neve" not in told
    assert "/persone/carla-neve/" not in told
    assert "Carla Neve" not in showcase.main("/persone/")
    assert "/persone/carla-neve/" not in "".join(
        showcase.page(page) for page in ("/organizzazioni/regione-altavalle/",)
    )


@pytest.mark.parametrize(
    ("old", "there"),
    [
        ("/persone/carla-neve/", "/iniziative/festival-del-fiume/"),
        ("/en/people/carla-neve/", "/en/initiatives/festival-del-fiume/"),
    ],
)
def test_the_address_of_somebody_without_a_page_leads_there(showcase: BuiltSite, old: str, there: str) -> None:
    assert f'content="0; url={there}"' in showcase.page(old)


def test_a_signatory_whom_nobody_else_names_keeps_the_role_and_loses_the_page() -> None:
    site = SiteTest("showcase").replace(FESTIVAL, SPOKE, "")
    site.replace(FESTIVAL.replace("index", "index.en"), SPOKE.replace(" e ", " and "), "").build()
    told = site.facts("/accordi/mobilita/")
    assert "Ada Fontana, rettrice il 1º marzo 2024" in told
    assert "/persone/" not in told
    assert 'url=/accordi/mobilita/"' in site.page("/persone/ada-fontana/")
    assert "persone/index.html" not in site.files()


def test_a_second_record_gives_somebody_a_page() -> None:
    site = SiteTest("showcase")
    site.replace(
        "content/agreements/orti.md", "\n---\n", "\n---\nNe ha parlato [Carla Neve](ref:people/carla-neve).\n\n"
    )
    told = site.build().facts("/persone/carla-neve/")
    assert "Nominata nel testo di" in told
    assert "[Festival del fiume](/iniziative/festival-del-fiume/)" in told
    assert "[Carla Neve](/persone/carla-neve/)" in site.facts("/iniziative/festival-del-fiume/")


def test_a_statement_says_in_what_role(showcase: BuiltSite) -> None:
    assert "[Ada Fontana](/persone/ada-fontana/), rettrice, " in showcase.facts("/accordi/mobilita/")


def test_no_list_of_people_is_in_the_sitemap(showcase: BuiltSite) -> None:
    sitemap = showcase.tree()["sitemap.xml"].decode()
    assert "/iniziative/" in sitemap
    assert "/persone/" not in sitemap
    assert "/people/" not in sitemap
    assert '<meta name="robots" content="noindex">' in showcase.page("/persone/")
