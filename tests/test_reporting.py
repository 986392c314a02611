"""A mistake is reported with the page's title and address, whoever receives it."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.harness import SiteTest

PAGE = "accordi/mobilita/index.html"
ISSUES = 'issues: "https://git.example/issues/new?title={title}&description={body}"\n'
MAILBOX = "contact: vetrina.ufficio@unicollefiorito.example"
REPORT = """---
title: Segnala
address: {it: segnala, en: report}
purpose: report
---
Come si segnala.
"""


def way(site: SiteTest) -> str:
    """Where the agreement’s page leads whoever found a mistake."""
    html = (site.build().out / PAGE).read_text("utf-8")
    (found,) = re.findall(r'href="([^"]*)">Segnala un errore<', html)
    return unescape(found)


@pytest.fixture
def site() -> SiteTest:
    """A site whose owner has not said yet where to write."""
    settings = "content/site.yaml"
    return SiteTest().write("content/pages/segnala.md", REPORT).replace(settings, MAILBOX, "contact: placeholder")


def test_a_mailbox_gets_a_message_that_names_the_page(site):
    site.replace("content/site.yaml", "contact: placeholder", MAILBOX)
    address = way(site)
    assert address.startswith("mailto:vetrina.ufficio@unicollefiorito.example?")
    said = parse_qs(urlsplit(address).query)
    assert said["subject"][0].startswith("Un errore nella pagina ")
    title, where, *_ = said["body"][0].split("\r\n")
    assert title in said["subject"][0]
    assert where == "https://vetrina.example/accordi/mobilita/"
    asked = [line for line in said["body"][0].split("\r\n")[2:] if line]
    assert asked == ["Che cosa non va:", "Come dovrebbe essere:", "Il documento pubblico che lo dimostra:"]


def test_without_a_mailbox_a_repository_gets_an_issue(site):
    site.write("content/site.yaml", site.read("content/site.yaml") + ISSUES)
    address = way(site)
    said = parse_qs(urlsplit(address).query)
    assert address.startswith("https://git.example/issues/new?")
    assert "https://vetrina.example/accordi/mobilita/" in said["description"][0]
    assert said["description"][0].split("\n")[0] in said["title"][0]


def test_a_mailbox_comes_before_a_repository(site):
    site.replace("content/site.yaml", "contact: placeholder", MAILBOX)
    site.write("content/site.yaml", site.read("content/site.yaml") + ISSUES)
    assert way(site).startswith("mailto:")


@pytest.mark.parametrize("page_on_reports", [True, False])
def test_where_nobody_receives_a_report_each_page_says_so_in_place_of_the_button(site, page_on_reports):
    if not page_on_reports:
        site.remove("content/pages/segnala.md")
    out = site.build().out
    dossiers = {*out.rglob("*/*/dossier/index.html")}
    pages = [one for one in out.rglob("*.html") if one in dossiers or 'class="tools"' in one.read_text("utf-8")]
    assert {one.relative_to(out).parts[0] for one in pages} > {"accordi", "organizzazioni", "en"}
    for path in pages:
        page = path.read_text("utf-8")
        main = page.partition("<main")[2].partition("</main>")[0]
        assert not re.search(r"Segnala un errore|Correggi|Report a mistake|Correct this", main), path
        said = re.findall(r'(<a href="/segnala/">)?(?:Errori: non c’è ancora un|Mistakes: no address)', main)
        is_told = page_on_reports and "en" not in path.parts  # in Italian alone there is a page that tells more
        assert [bool(one) for one in said] == [is_told], path


def test_the_address_of_issues_says_where_title_and_text_go(site):
    settings = site.read("content/site.yaml")
    line = settings.count("\n") + 1
    site.write("content/site.yaml", f"{settings}issues: https://git.example/new?title={{title}}\n").check()
    site.problems(("wrong-type", "content/site.yaml", line, 9))
