import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import REGISTER, Site

pytestmark = pytest.mark.browser

ENERGY = "a[data-facet=tema][data-word=energia]"
MILAN = "a[data-facet=universita][data-word=politecnico-di-milano]"
ROWS = "table.register tbody tr:has(a[href^='/accordi/']):visible"


def count(page: Page, link: str) -> int:
    """How many records a choice says it leaves."""
    return int(page.locator(f"{link} b").inner_text())


def test_choices_combine_in_place_and_tell_how_many_are_left(tab, site: Site) -> None:
    page = tab(site.url(REGISTER["it"]))
    everything = page.locator(ROWS).count()
    energy = count(page, ENERGY)
    page.locator(ENERGY).press("Enter")
    expect(page.locator(ROWS)).to_have_count(energy)
    expect(page.locator(".facets + .count")).to_have_text(f"In elenco: {energy} su {everything}")
    both = count(page, MILAN)
    assert 0 < both < energy
    page.locator(MILAN).press("Enter")
    expect(page.locator(ROWS)).to_have_count(both)
    expect(page.locator(f"{ENERGY}[aria-current=true]")).to_be_visible()
    assert page.evaluate("document.activeElement.dataset.word") == "politecnico-di-milano", "the focus stays"
    assert page.url.endswith("/accordi/?tema=energia&universita=politecnico-di-milano")
    told = [
        int(one) for one in page.locator(".group:visible h2 b, tbody:visible th[scope=rowgroup] b").all_inner_texts()
    ]
    assert sum(told) == both, "the groups count what they show"


def test_back_undoes_a_choice_and_the_address_can_be_shared(tab, site: Site) -> None:
    page = tab(site.url(REGISTER["it"]))
    everything = page.locator(ROWS).count()
    energy = count(page, ENERGY)
    page.locator(ENERGY).click()
    page.locator(MILAN).click()
    shared = page.url
    page.go_back()
    expect(page.locator(ROWS)).to_have_count(energy)
    page.go_back()
    expect(page.locator(ROWS)).to_have_count(everything)
    assert page.url == site.url(REGISTER["it"])
    expect(page.locator(".facets a[aria-current]")).to_have_text(re.compile("Tutti"))
    page.goto(shared)
    expect(page.locator(f"{MILAN}[aria-current=true]")).to_be_visible()
    both = page.locator(ROWS).count()
    assert 0 < both < energy
    page.locator(MILAN).click()
    expect(page.locator(ROWS)).to_have_count(energy)
    page.locator(".facets a:not([data-facet])").click()
    expect(page.locator(ROWS)).to_have_count(everything)


def test_without_scripts_a_choice_is_a_page(tab, site: Site) -> None:
    page = tab(site.url(REGISTER["it"]), java_script_enabled=False)
    energy = count(page, ENERGY)
    page.locator(ENERGY).click()
    page.wait_for_url(site.url("accordi/tema/energia/"))
    expect(page.locator(ROWS)).to_have_count(energy)
    page.locator(".facets a:not([data-facet])").click()
    page.wait_for_url(site.url(REGISTER["it"]))


def test_on_a_phone_the_filters_are_folded(tab, site: Site) -> None:
    page = tab(site.url(REGISTER["it"]), viewport={"width": 390, "height": 844})
    expect(page.locator(ENERGY)).not_to_be_visible()
    page.locator(".facets > summary").press("Enter")
    page.locator(ENERGY).click()
    expect(page.locator(".facets + .count")).to_contain_text("In elenco")


def test_the_register_is_sorted_by_its_columns(tab, site: Site) -> None:
    page = tab(site.url(REGISTER["it"]))
    column = page.locator("thead th").filter(has_text=re.compile(r"^Firma")).first
    place = column.evaluate("head => head.cellIndex")
    days = f"rows => rows.map(row => row.cells[{place}].querySelector('time')?.dateTime ?? '')"
    groups = page.locator("table.register tbody").all()
    for order, told in (("ascending", "crescente"), ("descending", "decrescente")):
        column.get_by_role("button").press("Enter")
        assert column.get_attribute("aria-sort") == order
        expect(page.locator(".sorting")).to_contain_text(f"{told} per Firma")
        assert page.evaluate("document.activeElement.tagName") == "BUTTON", "the focus stays"
        for group in groups:
            found = group.locator("tr:has(td)").evaluate_all(days)
            known = [day for day in found if day]
            assert known == sorted(known, reverse=order == "descending")
            assert found == known + [""] * (len(found) - len(known)), "what nobody states stands last"
    assert page.locator("th[aria-sort]").count() == 1


def test_other_lists_are_refined_too(tab, site: Site) -> None:
    page = tab(site.url("organizzazioni/"))
    choice = page.locator("a[data-facet=natura]").first
    left = int(choice.locator("b").inner_text())
    choice.click()
    expect(page.locator(".entries > li:visible")).to_have_count(left)
    expect(page.locator(".group:visible h2")).to_have_count(1)
