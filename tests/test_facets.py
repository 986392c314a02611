"""Lists refined by plain links: which choices there are, where they lead, and what each page keeps."""

import json
import re

import pytest

from generator.fields.choices import Choice, Option
from generator.fields.dates import DayType
from generator.fields.dotted import way_to
from generator.fields.moments import MomentType
from generator.fields.references import Reference, TermType
from generator.fields.texts import FlagType
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS
from generator.kinds.event import Event
from generator.kinds.facets import Facet
from generator.kinds.network import Network
from generator.kinds.plan import Plan
from generator.kinds.source import Source
from generator.urls import slug
from generator.words import words_for
from tests.harness import BuiltSite, SiteTest, text_of
from tests.long import IS_LONG

LINK = re.compile(r'<li><a href="([^"]*/([\w-]+)/([\w-]+)/)"([^>]*)>([^<]*) <b>(\d+)</b></a>')
"""A choice: its address, of which the last words are its facet and itself."""
TILE = re.compile(
    r'<a (?:class="part" )?href="([^"]*)" data-facet="([^"]*)" data-word="([^"]*)"([^>]*)>'
    r"<b>(\d+)</b> (?:<span>)?([^<]*)<"
)
WITHOUT_A_LIST = (Network, Event, Plan, Source)
"""The kinds that are tried without their list: all of them at once, and in `make test-long` one at a time."""
TOPICS = """\
title: {it: Temi, en: Topics}
version: prova
source: the test
terms:
  - {id: acqua, label: {it: Acqua, en: Water}, verified: true}
  - {id: boschi, label: {it: Boschi, en: Woods}, verified: true}
"""


def agreement(number: int, *, signed_on: str, topic: str) -> str:
    return f"""\
---
title: Accordo {number}
verified_on: 2026-11-20
form: memorandum
stage: signed
parties: [unicollefiorito, comune-di-valdombra]
signed_on: {signed_on}
duration: 3 years
topics: [{topic}]
classification: editorial
not_stated: [signatories, effective_on, renewal, value, act]
sources: [{{source: comunicato-mobilita}}]
---
Testo.
"""


def with_agreements(*topics: str) -> SiteTest:
    """The minimal site and an agreement more for each topic, each a year younger."""
    site = SiteTest().write("content/vocabularies/topics.yaml", TOPICS)
    for number, topic in enumerate(topics):
        written = agreement(number, signed_on=f"{2018 + number}-05-04", topic=topic)
        site.write(f"content/agreements/a{number}.md", written)
        site.write(f"content/agreements/a{number}.en.md", f"---\ntitle: Agreement {number}\n---\nText.\n")
    return site


@pytest.fixture(scope="module")
def site() -> SiteTest:
    return with_agreements("acqua", "acqua", "acqua", "boschi", "boschi").build()


def links(html: str) -> dict[str, tuple[str, int, str, bool]]:
    """Of each choice: its address, how many it leaves, its label, whether it is the page's own."""
    found = LINK.findall(html)
    found += [(href, facet, word, rest, label, n) for href, facet, word, rest, n, label in TILE.findall(html)]
    return {
        f"{facet}={word}": (href, int(n), label, "aria-current" in rest) for href, facet, word, rest, label, n in found
    }


def test_each_choice_leads_to_as_many_records_as_it_says(site: SiteTest) -> None:
    offered = links(site.page("/accordi/"))
    assert offered["tema=acqua"] == ("/accordi/tema/acqua/", 3, "Acqua", False)
    assert offered["tema=boschi"][1] == 2
    assert [key for key in offered if key.startswith("anno=")][:2] == ["anno=2025", "anno=2022"]
    for href, count, _, _ in offered.values():
        assert len(set(re.findall(r'href="(/accordi/\w+/)">', site.main(href)))) == count, href


def test_a_facet_to_which_all_records_answer_alike_is_not_offered(site: SiteTest) -> None:
    assert not {key for key in links(site.page("/accordi/")) if key.startswith(("universita=", "forma=", "natura="))}


def test_what_all_records_answer_is_a_choice_beside_what_some_answer_too() -> None:
    site = with_agreements("acqua", "acqua", "acqua, boschi", "acqua", "acqua")
    site.replace("content/agreements/mobilita.md", "form:", "topics: [acqua]\nclassification: editorial\nform:").build()
    offered = links(site.page("/accordi/"))
    assert offered["tema=acqua"] == ("/accordi/tema/acqua/", 6, "Acqua", False)
    assert offered["tema=boschi"][1] == 1


def test_the_page_of_a_choice_marks_it_and_leads_back_to_all(site: SiteTest) -> None:
    page = site.page("/accordi/tema/acqua/")
    assert [key for key, found in links(page).items() if found[3]] == ["tema=acqua"]
    assert '<a aria-current="true" data-all><b>3</b> <span>Tutti</span></a>' in page
    chips = re.search(r'<ul class="chips">\s*<li><a href="/accordi/"><span[^>]*>Togli il filtro: </span>(.*)</a>', page)
    assert chips and chips[1] == "Tema: Acqua"
    assert "Registro degli accordi · Tema: Acqua</h1>" in page
    assert "Registro degli accordi · Tema: Acqua 3 accordi su 6." in text_of(site.main("/accordi/tema/acqua/"))


def test_the_pages_of_two_choices_never_have_one_title(site: SiteTest, showcase: BuiltSite) -> None:
    """A year may be that of the signature or of the end, a word a choice of two facets."""
    for built, least in ((site, 8), (showcase, 20)):
        pages = [path for path in built.files() if re.fullmatch(r"(en/)?\w+/[\w-]+/[\w-]+/index\.html", path)]
        titles = [
            (path.startswith("en/"), re.search("<title>.*?</title>", text)[0])
            for path in pages
            if 'class="chips"' in (text := built.text(path))
        ]
        assert len(titles) > least
        assert sorted(titles) == sorted(set(titles))


def test_the_page_of_an_entry_says_its_vocabulary_where_another_has_one_of_the_same_label() -> None:
    site = SiteTest("showcase").replace(
        "content/vocabularies/audiences.yaml", "{it: abitanti, en: residents}", "{it: Acqua, en: residents}"
    )
    site.build()
    for path, title in (
        ("temi/topics/acqua", "Temi: acqua"),
        ("temi/audiences/abitanti", "Destinatari: Acqua"),
        ("en/topics/topics/acqua", "water"),
        ("temi/topics/mobilita", "mobilità"),
    ):
        assert f"<h1>{title}</h1>" in re.sub("<h1[^>]*>", "<h1>", site.page(f"/{path}/")), path


def test_the_page_of_a_choice_stays_out_of_search_engines_and_knows_its_other_languages(site: SiteTest) -> None:
    page = site.page("/en/agreements/topic/acqua/")
    assert '<meta name="robots" content="noindex">' in page
    assert '<link rel="canonical" href="https://vetrina.example/en/agreements/topic/acqua/">' in page
    assert '<link rel="alternate" hreflang="it" href="https://vetrina.example/accordi/tema/acqua/">' in page
    assert "data-pagefind-body" not in page
    assert "/tema/" not in site.text("sitemap.xml")
    assert "noindex" not in site.page("/accordi/")


def test_a_file_beside_the_list_holds_the_choices_of_each_record_by_number(site: SiteTest) -> None:
    page = site.page("/accordi/")
    told = json.loads(site.text("accordi/choices.json"))
    assert 'data-index="/accordi/choices.json"' in page and "application/json" not in page
    assert 'data-index=""' in site.page("/accordi/tema/acqua/")
    offered = [f"{facet}={word}" for facet, word, _ in told["choices"]]
    assert set(offered) == set(links(page))
    assert told["facets"]["anno"] == "Firmato o annunciato nel: {value}"
    assert {facet for facet, _, _ in told["choices"]} <= set(told["facets"])
    assert {offered[number] for number in told["records"]["/accordi/a4/"]} >= {"tema=boschi", "anno=2022"}
    assert set(told["records"]) == {f"/accordi/{name}/" for name in ("a0", "a1", "a2", "a3", "a4", "mobilita")}


def test_the_file_has_the_records_in_each_order_that_the_list_has(showcase: BuiltSite) -> None:
    told = json.loads(showcase.text("accordi/choices.json"))
    records = list(told["records"])
    for word in ("titolo", "firma", "fine"):
        written = re.findall(r'<th scope="row"><a href="([^"]*)"', showcase.page(f"/accordi/ordina/{word}/"))
        known = [records[number] for number in told["orders"].get(word, range(len(records)))]
        assert written == [*known, *(one for one in records if one not in known)], word


def test_the_tiles_sum_up_to_all_and_a_part_of_one_stands_within_it(showcase: BuiltSite) -> None:
    for address in ("/accordi/", "/accordi/stato/in-vigore/"):
        tiles = re.search(r'<ul class="states".*?</ul>', showcase.page(address), re.DOTALL)
        assert tiles
        whole, *parts = map(int, re.findall(r"<li[^>]*><a [^>]*><b>(\d+)</b>", tiles[0]))
        assert whole == sum(parts) > 0


def test_tiles_lead_to_the_groups_of_the_part_that_a_choice_leaves(site: SiteTest) -> None:
    page = site.page("/accordi/tema/acqua/")
    hrefs = [href for href, *_ in TILE.findall(page)]
    assert hrefs and all(href.startswith("#") and f'<tbody id="{href[1:]}"' in page for href in hrefs)
    on_all = [href for href, *_ in TILE.findall(site.page("/accordi/"))]
    assert all(href.startswith("/accordi/stato/") for href in on_all)


def test_what_does_not_divide_the_list_has_no_tiles(showcase: BuiltSite) -> None:
    assert 'class="states"' not in showcase.page("/organizzazioni/")


def test_below_five_records_there_is_nothing_to_refine() -> None:
    site = with_agreements("acqua", "boschi", "boschi").build()
    assert links(site.page("/accordi/")) == {}
    assert "/assets/list." not in site.page("/accordi/")
    assert not [path for path in site.files() if "/tema/" in path]


def test_a_facet_that_few_answer_is_not_offered() -> None:
    site = with_agreements("acqua", "acqua", "boschi", "boschi", "boschi")
    site.replace("content/agreements/a0.md", "topics: [acqua]\nclassification: editorial\n", "").build()
    assert not [key for key in links(site.page("/accordi/")) if key.startswith("tema=")]
    assert [key for key in links(site.page("/accordi/")) if key.startswith("anno=")]


def test_a_day_answers_with_its_year_and_yes_or_no_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = (Facet("signature", "Signature", {}, "signed_on"), Facet("draft", "Draft", {}, "draft"))
    monkeypatch.setattr(Agreement, "facets", asked)
    site = with_agreements("acqua", "acqua", "acqua", "boschi", "boschi")
    site.replace("content/agreements/a0.md", "form:", "draft: true\nform:").build(drafts=True)
    offered = links(site.page("/accordi/"))
    assert offered["signature=2022"] == ("/accordi/signature/2022/", 1, "2022", False)
    assert offered["draft=yes"] == ("/accordi/draft/yes/", 1, "Sì", False)
    assert "draft=yes" in links(site.page("/en/agreements/"))


def test_an_option_without_a_heading_is_headed_by_its_label() -> None:
    choice = Choice({"plain": Option("in force"), "headed": Option("cultural body", "Cultural bodies")})
    assert choice.heading("plain", words_for("it")) == "in vigore"
    assert choice.heading("headed", words_for("en")) == "Cultural bodies"


def test_a_list_divided_by_a_choice_of_several_has_each_record_under_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Event, "grouping", "access")
    listed = SiteTest("showcase", from_nothing=True).build().facts("/eventi/")
    headings = ("In lingua dei segni", "Notte delle lanterne", "Altro", "Orti in mostra")
    assert re.findall("|".join(headings), listed) == list(headings)
    assert listed.count("Notte delle lanterne") == 1


@pytest.mark.parametrize(
    "kinds", [(kind,) for kind in WITHOUT_A_LIST] if IS_LONG else [WITHOUT_A_LIST], ids=lambda kinds: kinds[0].folder
)
def test_nothing_leads_to_a_list_that_a_kind_has_not(
    kinds: tuple[type[Kind], ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in kinds:
        monkeypatch.setattr(kind, "is_listed", False)
    site = SiteTest("showcase", from_nothing=True).build()
    assert site.built
    assert site.built.published, site.codes()
    for folder in (kind.segments["it"] for kind in kinds):
        assert not {f"{folder}/index.html", f"{folder}/feed.xml"} & set(site.files())


def test_every_facet_takes_the_words_of_its_addresses_from_a_declaration_or_an_id() -> None:
    for kind in KINDS:
        for asked in (field for field, computed in (one.asks for one in kind.facets) if not computed):
            *_, field = way_to(kind, asked)
            declared = isinstance(field.item, Choice | TermType | Reference | DayType | MomentType | FlagType)
            assert declared, f"{kind.folder}: {asked}"


def test_what_has_no_word_for_an_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Agreement, "facets", (Facet("place", "Place", {}, "place"),))
    site = SiteTest().replace("content/agreements/mobilita.md", "form:", "place: Valdombra\nform:")
    with pytest.raises(TypeError, match="place"):
        site.build()


def test_the_year_of_an_end_may_be_each_that_it_can_be_in() -> None:
    site = with_agreements("acqua", "acqua", "acqua", "boschi", "boschi")
    site.replace("content/agreements/a0.md", "duration: 3 years", 'until: "2030"\nextension: 18 months').build()
    offered = links(site.page("/accordi/"))
    assert [offered[f"fine={year}"][1] for year in (2030, 2031, 2032)] == [1, 1, 1]
    assert offered["fine=2030"][0] == "/accordi/fine/2030/"


@pytest.mark.parametrize(
    ("text", "word"), [("Città di Castello", "citta-di-castello"), ("L’Aquila", "l-aquila"), ("東京", "")]
)
def test_a_text_becomes_a_word_of_an_address(text: str, word: str) -> None:
    assert slug(text) == word


# --- who published a source ---


def with_sources() -> SiteTest:
    """The minimal site and five sources more: of the municipality, of a department, three that only name who."""
    site = SiteTest()
    department = "title: Dipartimento di Acque\nnature: department\npart_of: unicollefiorito\n"
    site.write("content/organisations/acque.yaml", f"{department}sources: [{{source: comunicato-mobilita}}]\n")
    published = ["publisher: comune-di-valdombra", "publisher: acque"]
    published += [f"publisher_name: {name}" for name in ("Il Corriere", "La Gazzetta", "Il Corriere")]
    for number, who in enumerate(published):
        facts = f"title: Fonte {number}\n{who}\nform: article\nlanguage: it\ndate: 2025\n"
        site.write(
            f"content/sources/s{number}.yaml", f"{facts}url: https://prova.example/{number}\nconsulted_on: 2026-11-20\n"
        )
    return site.build()


def test_by_who_published_them_every_source_is_found() -> None:
    site = with_sources()
    offered = {key: found for key, found in links(site.page("/fonti/")).items() if key.startswith("pubblicata-da=")}
    assert {key.removeprefix("pubblicata-da="): (number, label) for key, (_, number, label, _) in offered.items()} == {
        "unicollefiorito": (2, "Università di Collefiorito"),
        "acque": (1, "Dipartimento di Acque"),
        "comune-di-valdombra": (1, "Comune di Valdombra"),
        "altri": (3, "Altri, senza una pagina propria"),
    }
    assert list(offered)[-1] == "pubblicata-da=altri"
    others = site.main("/fonti/pubblicata-da/altri/")
    assert re.findall(r"Fonte \d", text_of(others)) == ["Fonte 2", "Fonte 3", "Fonte 4"]
    assert "published-by=others" in links(site.page("/en/sources/"))


def test_what_stood_below_the_word_that_a_facet_had_leads_to_where_it_stands() -> None:
    site = with_sources()
    assert 'content="0; url=/fonti/pubblicata-da/acque/"' in site.page("/fonti/universita/acque/")
    assert 'content="0; url=/en/sources/published-by/others/"' in site.page("/en/sources/university/others/")
    assert "/fonti/universita/" not in site.text("sitemap.xml")


# --- what a choice was called before ---


def test_the_address_that_a_status_had_leads_to_the_one_it_has(showcase: BuiltSite) -> None:
    old = showcase.page("/accordi/stato/scaduto/")
    assert 'content="0; url=/accordi/stato/durata-trascorsa/"' in old
    assert "Registro degli accordi · Stato: Durata trascorsa, rinnovo non noto" in showcase.main(
        "/accordi/stato/durata-trascorsa/"
    )
    assert "/accordi/stato/scaduto/" not in showcase.text("sitemap.xml")


def test_a_text_may_link_the_address_that_a_status_had() -> None:
    site = SiteTest("showcase")
    text = site.read("content/agreements/mobilita.md")
    list_, never = "https://finestra.example/accordi/stato/", "https://finestra.example/accordi/stato/mai/"
    site.write("content/agreements/mobilita.md", f"{text}\n[Prima]({list_}scaduto/), [mai]({never}).\n").check()
    assert [one.values["target"] for one in site.found if one.code == "broken-link"] == [never]


def test_where_nothing_has_a_status_today_its_address_leads_to_what_it_is_a_part_of(site: SiteTest) -> None:
    """A status that the day decides may be empty tomorrow: whoever keeps its address finds the list."""
    leads = {"in-vigore": "", "durata-trascorsa": "", "scaduto": "stato/durata-trascorsa/"}
    leads |= {"finisce-entro-dodici-mesi": "stato/in-vigore/", "non-ancora-in-vigore": "", "non-firmato": ""}
    for word, there in leads.items():
        page = site.page(f"/accordi/stato/{word}/")
        is_list = word in ("in-vigore", "durata-trascorsa")
        assert (f'content="0; url=/accordi/{there}"' not in page) == is_list, word
