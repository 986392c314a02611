"""What programs read of a page: JSON-LD, Open Graph, feeds; and nothing the record does not have."""

import re
from typing import Any

import pytest

from tests.harness import BuiltSite, SiteTest


def things(site: BuiltSite, address: str) -> dict[str, Any]:
    """What a page says in JSON-LD, by type."""
    return {thing["@type"]: thing for thing in site.structured(address)}


def blanks(value: Any) -> list[Any]:
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return [one for one in inner if one in ("", None, [], {})] + [blank for one in inner for blank in blanks(one)]


TYPES = {
    "accordi/mobilita/": "CreativeWork",
    "programmi/citta-aperta/": "Project",
    "iniziative/premio-lanterna/": "Project",
    "cantieri/verde/": "Project",
    "reti/rete-fiumi/": "Organization",
    "bandi/sponde/": "CreativeWork",
    "piani/piano-unico/": "CreativeWork",
    "piani/piano-unico/quartieri/": "CreativeWork",
    "indicatori/visitatori/": "StatisticalVariable",
    "organizzazioni/unicollefiorito/": "CollegeOrUniversity",
    "persone/ada-fontana/": "Person",
    "metodo/": "WebPage",
}


@pytest.mark.parametrize(("path", "kind"), TYPES.items())
def test_each_kind_says_what_it_is_and_nothing_blank(showcase: BuiltSite, path: str, kind: str) -> None:
    said = things(showcase, path)
    assert said[kind]["name"]
    assert said[kind]["@id"] == f"https://finestra.example/{path}"
    assert blanks(list(said.values())) == []


def test_a_person_has_a_name_and_no_more(showcase: BuiltSite) -> None:
    assert set(things(showcase, "/persone/ada-fontana/")["Person"]) <= {
        "@type",
        "@id",
        "url",
        "name",
        "description",
    }


def test_an_agreement_covers_the_time_its_sources_state() -> None:
    site = SiteTest().build()
    said = things(site, "/accordi/mobilita/")["CreativeWork"]
    assert said["temporalCoverage"] == "2025-03-26/..", "the end is our estimate"
    assert [one["@type"] for one in said["contributor"]] == ["CollegeOrUniversity", "GovernmentOrganization"]
    assert said["additionalType"] == "https://vetrina.example/accordi/"


def test_the_crumbs_lead_from_the_home_to_the_page() -> None:
    said = things(SiteTest().build(base_url="https://host.example/terza/"), "/en/agreements/mobilita/")
    steps = said["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert [step.get("item") for step in steps] == [
        "https://host.example/terza/en/",
        "https://host.example/terza/en/agreements/",
        None,
    ]


def test_a_title_cannot_close_the_script() -> None:
    site = SiteTest().replace("content/agreements/mobilita.md", "title: ", 'title: "</script><b>" # ').build()
    page = site.page("/accordi/mobilita/")
    assert things(site, "/accordi/mobilita/")["CreativeWork"]["name"] == "</script><b>"
    assert "</script><b>" not in page


def test_open_graph_names_the_other_locales_and_the_day() -> None:
    page = (
        SiteTest()
        .replace("content/agreements/mobilita.md", "form:", "verified_on: 2026-11-20\nform:")
        .build()
        .page("/accordi/mobilita/")
    )
    assert '<meta property="og:locale" content="it_IT">' in page
    assert '<meta property="og:locale:alternate" content="en_GB">' in page
    assert '<meta property="og:type" content="article">' in page
    assert '<meta property="article:modified_time" content="2026-11-20">' in page


def test_each_kind_has_a_feed_that_its_list_names(showcase: BuiltSite) -> None:
    files = showcase.tree()
    page = showcase.page("/en/agreements/")
    assert 'type="application/atom+xml"' in page and 'href="/en/agreements/feed.xml"' in page
    feed = files["en/agreements/feed.xml"].decode()
    entries = re.findall(r'<link rel="alternate" type="text/html" href="([^"]*)"/>\s*<updated>', feed)
    assert entries and all(one.startswith("https://finestra.example/en/agreements/") for one in entries)
    assert not [path for path in files if path.endswith("feed.xml") and "person" in path]
