"""Partner, named in the source, example of a plan, our reading: each is said to be what it is, and no more."""

import re

from generator.fields.values import Ref
from generator.kinds.initiative import Initiative
from generator.pages.board.tally import tally
from generator.showcase.selection import Questions, selected
from tests.harness import BuiltSite, SiteTest

ACQUE = Ref("cantieri", "acque")
LUMACA = Ref("organisations", "officine-lumaca")


def test_whom_a_source_only_names_is_no_partner(showcase: BuiltSite) -> None:
    told = showcase.facts("/cantieri/acque/")
    partners, named = re.search(r"\nPartner\n(.*)\nLa fonte nomina\n(.*)\n", told).groups()
    assert partners == "[Comune di Valdombra](/organizzazioni/comune-di-valdombra/)"
    assert named == "[Officine Lumaca](/organizzazioni/officine-lumaca/): ha scritto la notizia"
    listed = showcase.facts("/cantieri/")
    assert "La fonte nomina\n[Officine Lumaca](/organizzazioni/officine-lumaca/)" in listed


def test_who_is_only_named_does_not_act_and_is_no_member() -> None:
    site = SiteTest("showcase").build()
    showcase = site.check().showcase
    assert ("partners", LUMACA) not in showcase.participants(ACQUE)
    assert showcase.stands_as(ACQUE, LUMACA, "named")
    told = str(site.structured("/cantieri/acque/"))
    assert "Comune di Valdombra" in told
    assert "Officine Lumaca" not in told


def test_a_university_that_is_only_named_is_counted_nowhere_and_no_filter_loses_the_record() -> None:
    """One number of a university everywhere: what only names it is a choice and a row of its own."""
    site = SiteTest("showcase")
    before = _counted(site.check())
    record = "title: Mappe\nsummary: Mappe di scuole.\nform: project\n"
    named = "partners: [{organisation: unicollefiorito, relation: named}]\n"
    silent = "not_stated: [promoter, state, start]\nsources: [{source: pagina-citta-aperta}]\n"
    after = _counted(site.write("content/initiatives/mappe.md", f"---\n{record}{named}{silent}---\n").check())
    assert not site.showcase.universities_in(Ref("initiatives", "mappe"))
    assert [one["unicollefiorito"] for one in after] == [one["unicollefiorito"] for one in before]
    assert [one["only-named"] for one in after] == [1, 1]
    asked = Questions(partners=(Ref("organisations", "unicollefiorito"),), kinds=(Initiative,))
    assert after[1]["unicollefiorito"] == len(selected(site.showcase, asked).refs)


def _counted(site: SiteTest) -> list[dict[str, int]]:
    """Of how many activities and of how many initiatives each university is, or they only name one."""
    assert site.checked and site.checked.site_map, site.found
    numbers = [tally(site.checked.site_map.contexts[0], one) for one in ("activities", "initiatives-under-way")]
    parts = [one for number in numbers for one in number.parts if one.facet.id == "university"]
    return [{row.answer.key: row.of for row in one.rows} for one in parts]


def test_its_page_says_that_it_is_only_named(showcase: BuiltSite) -> None:
    told = showcase.facts("/organizzazioni/officine-lumaca/")
    assert "Compare nelle fonti di\n[Cantiere delle acque](/cantieri/acque/)" in told


def test_a_promoter_that_no_source_names_is_our_reading_wherever_it_stands() -> None:
    site = SiteTest("showcase")
    site.replace("content/programmes/citta-aperta.md", "promoter_basis: source", "promoter_basis: editorial").build()
    inherited = site.facts("/iniziative/premio-lanterna/")
    assert "\nPromotore (lo deduciamo noi)\n[Università di Collefiorito]" in inherited
    assert "Promotore (lo deduciamo noi): Università di Collefiorito" in site.facts("/iniziative/")
    assert "lo deduciamo noi" not in site.facts("/cantieri/acque/").partition("Vedi anche")[0]
    for address in ("/programmi/citta-aperta/", "/iniziative/premio-lanterna/", "/iniziative/festival-del-fiume/"):
        assert "parentOrganization" not in str(site.structured(address))
    assert "parentOrganization" in str(site.structured("/cantieri/acque/"))


def test_a_partner_that_no_source_calls_so_is_our_reading_wherever_it_stands() -> None:
    site = SiteTest("showcase")
    valdombra = "organisation: comune-di-valdombra\n"
    for record in ("programmes/citta-aperta", "cantieri/acque"):
        site.replace(f"content/{record}.md", valdombra, f"{valdombra}    relation: deduced\n")
    site.build()
    told = site.facts("/programmi/citta-aperta/")
    assert "\nPartner\n[Politecnico di Rocca Serena]" in told
    assert (
        "\nPartner (lo deduciamo noi)\n[Comune di Valdombra](/organizzazioni/comune-di-valdombra/): offre gli spazi"
        in told
    )
    assert "\nPartner (lo deduciamo noi)\n[Comune di Valdombra]" in site.facts("/cantieri/")
    members = str(site.structured("/programmi/citta-aperta/"))
    assert "Politecnico di Rocca Serena" in members
    assert "Comune di Valdombra" not in members
    assert "Programmi di cui è partner (lo deduciamo noi)" in site.facts("/organizzazioni/comune-di-valdombra/")
    assert "Programmi di cui è partner\n" in site.facts("/organizzazioni/politecnico-rocca-serena/")
    dossier = site.facts("/organizzazioni/comune-di-valdombra/dossier/")
    assert "partner (lo deduciamo noi)" in dossier


def test_an_example_of_a_plan_is_no_actor_and_leads_to_the_body_of_the_plan(showcase: BuiltSite) -> None:
    area = showcase.facts("/piani/piano-unico/quartieri/")
    assert (
        "Citati come esempi\n[Officine Lumaca](/organizzazioni/officine-lumaca/): convenzione per i laboratori" in area
    )
    told = showcase.facts("/organizzazioni/officine-lumaca/")
    with_whom = "convenzione per i laboratori con [l’Università di Collefiorito](/organizzazioni/unicollefiorito/)"
    assert f"Esempio citato da un piano\n{with_whom}" in told
    assert "Esempio citato in queste aree di un piano\n[Quartieri]" in told


def test_an_example_works_with_the_body_of_the_plan() -> None:
    showcase = SiteTest("showcase").check().showcase
    assert Ref("organisations", "unicollefiorito") in showcase.works_with(LUMACA)


def test_an_area_counts_who_acts_in_it_and_all_beside_it_alike_on_every_page(showcase: BuiltSite) -> None:
    area = r"\[Quartieri\]\(/piani/piano-unico/quartieri/\)"
    assert re.search(rf"{area} 3: 3 pagine collegate", showcase.facts("/piani/piano-unico/"))
    for page in ("/organizzazioni/comune-di-valdombra/", "/organizzazioni/officine-lumaca/"):
        assert re.search(rf"{area}\n(?:.*\n)?3 pagine collegate", showcase.facts(page))


def test_what_we_chose_is_marked_where_it_stands(showcase: BuiltSite) -> None:
    told = showcase.facts("/iniziative/premio-lanterna/")
    assert "Temi\n[acqua](/temi/topics/acqua/)\n" in told
    assert "\nScelta nostra: temi, obiettivi di sviluppo sostenibile e aree di intervento.\n" in told
    assert "lassificazione" not in told


def test_a_source_says_what_was_read_and_keeps_its_slips_to_itself(showcase: BuiltSite) -> None:
    copy = showcase.facts("/fonti/articolo-mobilita/")
    assert "una copia della pagina, letta il 20 novembre 2026; la pagina in rete non è stata aperta" in copy
    preview = showcase.facts("/fonti/pagina-citta-aperta/")
    assert "un’anteprima del sito, letta il 19 novembre 2026; la pagina in rete non è stata aperta" in preview
    assert "[anteprima del sito](https://unicollefiorito.example/citta-aperta)" in preview
    assert "Affidabilità\nfonte diretta" in showcase.facts("/fonti/comunicato-mobilita/")
    for told in (preview, showcase.facts("/programmi/citta-aperta/")):
        assert "fonte diretta" not in told
    release = showcase.facts("/fonti/comunicato-mobilita/")
    assert "Letta\n20 novembre 2026" in release
    assert "Non dice chi paga." in release
    assert "patto" not in release
    assert "patto" not in showcase.tree()["fonti/comunicato-mobilita/index.json"].decode()
