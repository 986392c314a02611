"""What an organisation finds of itself, one click from its page: to print, to follow, to show, to correct."""

import re
from html import unescape
from pathlib import Path

import feedparser
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser

from tests.harness import DAY, SITES, BuiltSite, SiteTest
from tests.long import IS_LONG
from tests.output.test_pdf import assert_tagged
from tests.plain_reading import PlainSite
from tests.store import own_store

PARTNER = "/organizzazioni/comune-di-valdombra/dossier/"


def test_every_organisation_and_every_place_has_its_dossier_one_click_away(showcase: BuiltSite) -> None:
    found = [path for path in showcase.files() if path.endswith("/dossier/index.html")]
    dossiers = [path for path in found if path != "en/dossier/index.html"]
    plain = PlainSite(SITES / "showcase/content", DAY)
    known = plain.kind("organisations") | plain.kind("places")
    assert {path.split("/")[-3] for path in dossiers} == {name.partition("/")[2] for name in known}
    assert len(dossiers) == 2 * len(known)
    for path in dossiers:
        address = f"/{path.removesuffix('index.html')}"
        assert f'href="{address}"' in showcase.page(address.removesuffix("dossier/"))
        assert '<meta name="robots" content="noindex">' in showcase.page(address)
        assert address not in showcase.tree()["sitemap.xml"].decode()


def test_a_partner_is_told_what_is_done_with_it_since_when_and_what_is_not_known(showcase: BuiltSite) -> None:
    said = showcase.facts(PARTNER)
    for one in ("Biblioteche", "Con chi", "15 gennaio 2024", "In vigore", "Le cifre", "Che cosa non sappiamo ancora"):
        assert one in said, one


def test_the_feed_and_the_calendar_of_a_partner_are_read_by_others(showcase: BuiltSite) -> None:
    tree = showcase.tree()
    feed = feedparser.parse(tree[f"{PARTNER[1:]}dossier.xml"])
    assert not feed.bozo
    rows = re.findall(r'<th scope="row"[^>]*>\s*<a href="([^"]+)"', showcase.page(PARTNER))
    assert len(rows) > 5
    assert {one.link.removeprefix("https://finestra.example") for one in feed.entries} == set(rows)
    calendar = Calendar.from_ical(tree[f"{PARTNER[1:]}dossier.ics"])
    ends = {str(one["SUMMARY"]): one.decoded("DTSTART").isoformat() for one in calendar.walk("VEVENT")}
    assert "2029-01-14" in ends.values()


def test_no_calendar_is_without_a_day_and_no_page_leads_to_one() -> None:
    site = SiteTest("minimal")
    file = "content/agreements/mobilita.md"
    dossier = "organizzazioni/comune-di-valdombra/dossier"
    for is_dated in (True, False):
        site.look()
        for path, page in (
            (f"{dossier}/dossier.ics", f"{dossier}/index.html"),
            ("accordi/accordi.ics", "accordi/index.html"),
        ):
            assert (path in site.files(), ".ics" in site.text(page)) == (is_dated, is_dated), path
        site.write(
            file, site.read(file).replace("duration: 3 years\n", "").replace("value, act", "value, act, duration")
        )


def snippet(showcase: BuiltSite) -> str:
    (found,) = re.findall(r"<pre><code>(.*?)</code></pre>", showcase.page(PARTNER), re.DOTALL)
    return unescape(found)


@pytest.mark.browser
def test_the_snippet_shows_on_a_foreign_page_with_a_strict_policy_and_asks_for_nothing(
    showcase: BuiltSite, browser: Browser
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    policy = "default-src 'none'; style-src 'none'; script-src 'none'; form-action 'none'"
    page.set_content(
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><title>Comune</title>{snippet(showcase)}'
    )
    assert page.locator("section h2 a").get_attribute("href") == f"https://finestra.example{PARTNER}"
    assert "accordi" in page.locator("section p").inner_text()
    assert (asked, told, page.context.cookies()) == ([], [], [])
    page.close()


def test_who_reads_of_itself_can_ask_for_a_correction(showcase: BuiltSite) -> None:
    (href,) = re.findall(r'<a href="(mailto:[^"]*)">Correggi</a>', showcase.page(PARTNER))
    assert "comune-di-valdombra" in href


def test_where_nobody_receives_a_correction_the_page_says_so_and_leads_to_the_one_that_tells_more() -> None:
    site = SiteTest("showcase")
    contact = next(line for line in site.read("content/site.yaml").splitlines() if line.startswith("  contact:"))
    page = site.replace("content/site.yaml", contact, "  contact: placeholder").build().page(PARTNER)
    assert "Correggi</a>" not in page
    assert '<a href="/segnala/">Errori: non c’è ancora un indirizzo</a>' in page.partition("<footer")[0]


@pytest.mark.parametrize("address", ["/luoghi/molo-vecchio/", "/organizzazioni/comune-di-valdombra/"])
def test_what_can_be_done_with_a_page_follows_what_it_tells(showcase: BuiltSite, address: str) -> None:
    told, _, after = showcase.page(address).partition('<div class="tools"')
    assert 'class="block"' in told
    assert 'class="block"' not in after
    assert 'class="tail"' in after


@pytest.mark.pango
def test_a_dossier_that_the_settings_name_is_a_spreadsheet_and_a_pdf_too_the_same_each_time(tmp_path: Path) -> None:
    partner, folder = "comune-di-valdombra", "organizzazioni/comune-di-valdombra/dossier/"
    site = SiteTest("showcase" if IS_LONG else "minimal")
    settings = site.read("content/site.yaml")
    site.write("content/site.yaml", f"{settings}dossiers: [organisations/{partner}]\n").build()
    first = site.tree()
    assert [path for path in first if path.endswith(("dossier.pdf", "dossier.xlsx"))] == [
        f"{start}dossier.{form}"
        for start in (f"en/organisations/{partner}/dossier/", folder)
        for form in ("pdf", "xlsx")
    ]
    assert_tagged(first[f"{folder}dossier.pdf"], tmp_path)
    assert f'href="/{folder}dossier.pdf"' in site.page(f"/{folder}")
    assert site.build(out=tmp_path / "again", store=own_store(tmp_path / "store")).tree() == first
