"""Lists, back-links and pictures on a site of few, of fifty and of 480 records."""

import gzip
import re
from collections import Counter, deque
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest

from benchmarks.corpus.records import EDITIONS
from generator.presenters.partners import OPEN_PARTNERS
from tests.full import full_site

LISTS = {
    "/accordi/": "agreements",
    "/fonti/": "sources",
    "/en/agreements/": "agreements",
    "/en/sources/": "sources",
}
BYTES, REQUESTS, CLICKS = 60_000, 6, 4
PAGER = re.compile(r'<nav class="wrap pager".*?</nav>', re.DOTALL)
ROW = re.compile(r'<(?:h2|h3|th scope="row")><a href="([^"]+)"')


class Built:
    """A built site: its pages and what they refer to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def html(self, address: str) -> str:
        return (self.folder / address.lstrip("/") / "index.html").read_text("utf-8")

    def addresses(self) -> list[str]:
        found = (file.relative_to(self.folder).parent.as_posix() for file in self.folder.rglob("index.html"))
        return sorted("/" if one == "." else f"/{one}/" for one in found)

    def numbered(self, address: str) -> list[str]:
        """The pages of the list that begins at an address, itself included."""
        pager = PAGER.search(self.html(address))
        return [address, *re.findall(r'<li><a href="([^"]+)"', pager[0])] if pager else [address]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Built(full_site(tmp_path_factory))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Built(full_site(tmp_path_factory, 2))


@pytest.fixture(scope="module")
def fifty(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Built(full_site(tmp_path_factory, 50))


# --- pages of lists ---


@pytest.mark.parametrize("address", LISTS)
def test_every_record_is_on_one_page_of_its_list(full: Built, address: str) -> None:
    pages = full.numbered(address)
    assert len(pages) > 1
    found = [href for page in pages for href in ROW.findall(full.html(page))]
    own = re.compile(rf"{address}(?:fonte|accordo)-\d+/")
    assert Counter(found) == Counter(one for one in full.addresses() if own.fullmatch(one))
    assert all(len(ROW.findall(full.html(page))) <= 60 for page in pages)


@pytest.mark.parametrize("address", ["/organizzazioni/", "/en/organisations/"])
def test_no_page_cuts_the_names_in_columns(full: Built, address: str) -> None:
    assert full.numbered(address) == [address]
    names = full.html(address).partition('<div class="wrap columns">')[2]
    found = re.findall(rf'<li>\s*<a href="({address}ente-\d+/)"', names)
    assert Counter(found) == Counter(one for one in full.addresses() if re.fullmatch(rf"{address}ente-\d+/", one))


def test_a_further_page_says_which_it_is(full: Built) -> None:
    html = full.html("/fonti/pagina/2/")
    pages = len(full.numbered("/fonti/"))
    assert f"<title>Fonti, pagina 2 di {pages} – Finestra piena</title>" in html
    assert f">Fonti, pagina 2 di {pages}</h1>" in html
    assert "Da 51 a 100 su 120." in html
    assert '<link rel="canonical" href="https://piena.example/fonti/pagina/2/">' in html
    assert '<link rel="alternate" hreflang="en" href="https://piena.example/en/sources/page/2/">' in html
    assert '<li><a href="/fonti/">Fonti</a></li>' in html and '<li aria-current="page">' in html
    assert 'name="robots"' not in html and "data-pagefind-body" not in html
    sitemap = (full.folder / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://piena.example/fonti/pagina/2/</loc>" in sitemap
    assert "/fonti/universita/" not in sitemap


def test_the_pager_is_plain_links(full: Built) -> None:
    pager = PAGER.search(full.html("/fonti/pagina/2/"))
    assert pager
    assert re.findall(r'<a (rel="\w+") href="([^"]+)"', pager[0]) == [
        ('rel="prev"', "/fonti/"),
        ('rel="next"', "/fonti/pagina/3/"),
    ]
    assert re.findall(r'<li aria-current="page">.*?(\d)</li>', pager[0]) == ["2"]
    assert 'aria-label="Pagine"' in pager[0]
    last = full.numbered("/fonti/")[-1]
    assert 'rel="next"' not in full.html(last) and 'rel="prev"' in full.html(last)


def test_a_group_that_goes_on_keeps_its_heading_and_its_count(full: Built) -> None:
    groups: dict[str, set[str]] = {}
    for page in full.numbered("/accordi/"):
        for anchor, heading in re.findall(
            r'<tbody id="([^"]+)".*?scope="rowgroup"[^>]*>(.*?</b>).*?</th>', full.html(page)
        ):
            groups.setdefault(anchor, set()).add(heading)
    assert all(len(headings) == 1 for headings in groups.values())
    told = re.findall(r'<li data-state="[^"]*"><a href="([^"]+)"[^>]*><b>(\d+)</b>', full.html("/accordi/"))
    assert sum(int(count) for _, count in told) == 120


def test_a_tile_leads_to_the_page_where_its_group_begins(full: Built) -> None:
    divided = next(one for one in full.addresses() if re.fullmatch(r"/accordi/universita/[\w-]+/pagina/2/", one))
    first = divided.removesuffix("pagina/2/")
    hrefs = re.findall(r'<li data-state="[^"]*"><a href="([^"]+)"', full.html(first))
    assert any(href.startswith(divided) for href in hrefs)
    for href in hrefs:
        page, anchor = urljoin(first, href).split("#")
        assert f'<tbody id="{anchor}"' in full.html(page)


def test_only_the_first_page_tells_of_the_whole(full: Built) -> None:
    first, second = full.html("/accordi/"), full.html("/accordi/pagina/2/")
    for mark in ('class="states"', 'class="unfold"', 'data-index="/accordi/choices.json"', 'class="note coverage"'):
        assert mark in first and mark not in second
    assert 'class="toolbar"' in second and "Accordi per stato al" in second


def test_a_page_names_some_of_many_choices_and_another_all_of_them(full: Built) -> None:
    html = full.html("/accordi/")
    named = set(re.findall(r'<a href="/accordi/partner/([\w-]+)/">[^<]* <b>', html))
    assert len(named) == 24
    assert '<p class="whole"><a href="/accordi/partner/">Elenco completo: ' in html
    pages = [full.html(page) for page in full.numbered("/accordi/partner/")]
    all_of_them = {href for page in pages for href in re.findall(r'<li><a href="(/accordi/partner/[\w-]+/)"', page)}
    assert all_of_them == {one for one in full.addresses() if re.fullmatch(r"/accordi/partner/(?!pagina)[\w-]+/", one)}
    assert len(all_of_them) > 36


def test_the_choices_are_divided_too(full: Built) -> None:
    divided = [one for one in full.addresses() if re.fullmatch(r"/accordi/\w+/[\w-]+/pagina/2/", one)]
    assert divided
    assert '<meta name="robots" content="noindex">' in full.html(divided[0])


# --- long groups of a record ---


def test_a_long_group_has_a_list_of_its_own(full: Built) -> None:
    html = full.html("/fonti/fonte-000/")
    assert '<a href="/fonti/fonte-000/accordi/">Tutte le 120 pagine<span class="unseen">: Accordi</span></a>' in html
    assert len(re.findall(r'href="/accordi/accordo-\d+/"', html)) == 10
    pages = full.numbered("/fonti/fonte-000/accordi/")
    found = [href for page in pages for href in ROW.findall(full.html(page))]
    assert len(found) == len(set(found)) == 120
    part = full.html("/fonti/fonte-000/accordi/")
    assert '<meta name="robots" content="noindex">' in part
    assert 'hreflang="en" href="https://piena.example/en/sources/fonte-000/agreements/"' in part


def test_every_page_is_four_clicks_from_home(full: Built) -> None:
    clicks, waiting = {"/": 0}, deque(["/"])
    while waiting:
        here = waiting.popleft()
        for href in re.findall(r'<(?:a|form) [^>]*?(?:href|action)="([^"#?]+)"(?![^>]*hreflang)', full.html(here)):
            if href.startswith("/") and not href.startswith("/en/") and href.endswith("/") and href not in clicks:
                clicks[href] = clicks[here] + 1
                waiting.append(href)
    shown = (one for one in full.addresses() if 'http-equiv="refresh"' not in full.html(one))
    far = {one: clicks.get(one) for one in shown if not one.startswith("/en/")}
    assert {one: number for one, number in far.items() if number is None or number > CLICKS} == {}


def test_many_partners_are_folded(full: Built) -> None:
    who = full.html("/organizzazioni/ente-000/").partition('id="who"')[2].partition("</section>")[0]
    shown, *folded = re.split("<details", who)
    assert len(re.findall(r'<a href="/organizzazioni/', shown)) <= 2 + 2 * OPEN_PARTNERS
    assert re.search(r"Altri partner: ancora \d+", folded[0])


# --- weight ---


def _asked(html: str) -> Iterator[str]:
    """What a first view fetches beside the page: styles, fonts, scripts. The icon comes after it."""
    head = html.partition("</head>")[0]
    for tag in re.findall(r"<(?:link|script)\b[^>]*>", head):
        if re.search(r'rel="(?:stylesheet|preload)"|src=', tag):
            yield re.search(r'(?:href|src)="([^"]+)"', tag)[1]


def test_no_page_is_heavy(full: Built) -> None:
    sizes = {
        f"/{file.relative_to(full.folder).as_posix()}": _weight(file) for file in (full.folder / "assets").rglob("*.*")
    }
    heavy = {}
    for address in full.addresses():
        html = full.html(address)
        asked = set(_asked(html))
        weight = len(gzip.compress(html.encode())) + sum(sizes[one] for one in asked)
        if weight > BYTES or 1 + len(asked) > REQUESTS:
            heavy[address] = weight, 1 + len(asked)
    assert heavy == {}


def _weight(file: Path) -> int:
    content = file.read_bytes()
    return len(content) if file.suffix == ".woff2" else len(gzip.compress(content))


# --- pictures ---


def test_the_pictures_of_the_home_page_stay_in_bounds(full: Built) -> None:
    html = full.html("/")
    doors = html.partition('<ul class="casement glass"')[2].partition("</ul>")[0]
    notes, heights = re.findall(r"<p>(.*?)</p>", doors), re.findall(r'<svg [^>]*height="(\d+)"', doors)
    assert len(notes) >= 4 and all(len(note) < 200 for note in notes)
    assert len(heights) >= 4 and sum(map(int, heights)) <= 4 * 132
    drawn = re.findall(r'<svg class="web marks" viewBox="0 0 [\d.]+ ([\d.]+)"', html)
    assert len(drawn) == 1 and float(drawn[0]) <= 1600


def test_the_plan_has_a_strip_for_each_area_and_the_award_a_row_for_each_edition(full: Built) -> None:
    plan, award = full.html("/piani/piano/"), full.html("/iniziative/iniziativa-000/")
    strips = re.findall(r'<ul class="glass strips">(.*?)</ul>', plan, re.DOTALL)
    assert sum(one.count("<li") for one in strips) >= 36
    assert len(re.findall(r'<details id="edition-', award)) >= EDITIONS


# --- few records ---


def test_below_five_plain_text_takes_the_place_of_filters_and_charts(small: Built) -> None:
    lists = [one for one in small.addresses() if re.fullmatch(r"/(?:en/)?(?:[\w-]+/)?", one)]
    assert {"/", "/accordi/", "/fonti/", "/en/agreements/"} <= set(lists)
    for address in lists:
        html = small.html(address)
        assert not re.search(r'class="(?:wrap refining|wrap pager|web|glass)\b', html), address
        assert 'src="/assets/list.' not in html, address


def test_at_fifty_lists_have_filters_and_one_page(fifty: Built) -> None:
    assert 'class="toolbar"' in fifty.html("/accordi/")
    assert not [one for one in fifty.addresses() if "/pagina/" in one or "/page/" in one]
