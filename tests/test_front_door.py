"""The page for who proposes a need: whoever asks has a path, and every path ends at somebody or says that none does."""

import re
from html import unescape

import pytest

from generator.kinds.organisation import UNIVERSITIES, Organisation
from generator.personal_data.mailboxes import is_for_the_press
from tests.harness import BuiltSite, SiteTest, text_of

DOSSIER = "/organizzazioni/comune-di-valdombra/dossier/"
NOBODY = {
    "/proponi/": "Dove qui sotto non c’è un indirizzo, nessuno lo ha dato.",
    "/en/propose/": "Where no address is given below, nobody has given one.",
}
NOTHING = "nessuna è indicata sotto questa voce"
ASKERS = {"citizen", "municipality", "association", "company", "school", "other"}


def paths(page: str, question: str = "") -> dict[str, str]:
    """What each path holds, by its anchor."""
    found = dict(re.findall(rf'<details id="({question}[^"]*)">(.*?)</details>', page, re.DOTALL))
    assert found
    return found


def mailboxes(html: str) -> list[str]:
    return re.findall(r'href="mailto:([^?"]*)', unescape(html))


def unanswered(page: str) -> str:
    """What stands above all paths: what it means that one names no mailbox; "" where each does."""
    above = page.partition('<section class="block"')[0]
    return text_of(above.rpartition('<p class="note">')[2].partition("</p>")[0]) if 'class="note"' in above else ""


def test_every_path_ends_at_a_mailbox_or_says_that_there_is_none(showcase: BuiltSite) -> None:
    for address in ("/proponi/", "/en/propose/"):
        page = showcase.page(address)
        found = paths(page)
        assert len(found) >= 8
        for path in found.values():
            works = re.findall(r"<li", path)
            assert len(works) <= 3
            assert works or NOTHING in path or "nothing is marked so" in path
            assert mailboxes(path)
        assert unanswered(page) == ""
        assert all(f'id="{anchor}"' in page for anchor in ("topic", "place", "asker", "audience"))
        assert f'href="{address}"' in showcase.page("/en/" if address.startswith("/en") else "/")


def test_it_is_one_click_from_home_reports_and_dossiers(showcase: BuiltSite) -> None:
    for address in ("/", "/segnala/", DOSSIER):
        assert 'href="/proponi/"' in showcase.page(address).partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("name", ["minimal", "showcase"])
def test_whoever_asks_has_a_path_before_anything_was_done_for_their_like(name: str) -> None:
    site = SiteTest(name).build()
    natures = {site.showcase.facts(ref, Organisation).nature for ref in site.showcase.names(Organisation)}
    for address in ("/proponi/", "/en/propose/"):
        found = {anchor.removeprefix("asker-") for anchor in paths(site.page(address), "asker-")}
        assert found >= ASKERS
        assert found - ASKERS <= natures - {*UNIVERSITIES}


def citizen_of(site: SiteTest) -> str:
    return paths(site.page("/proponi/"), "asker-citizen")["asker-citizen"]


def test_a_citizen_finds_what_is_for_citizens_and_nothing_else() -> None:
    site = SiteTest("showcase").build()
    assert works(citizen_of(site)) == ["/cantieri/acque/"]
    citizen = citizen_of(site.replace("content/vocabularies/audiences.yaml", "    for_citizens: true\n", "").build())
    assert NOTHING in text_of(citizen)
    assert mailboxes(citizen) == ["ufficio.territorio@unicollefiorito.example"]


def works(path: str) -> list[str]:
    """The works that a path leads to."""
    return re.findall(r'class="title"><a href="([^"]*)"', path)


NEWS, CALL, EVENT = "/notizie/navetta-ripartita/", "/bandi/ponti/", "/eventi/notte-delle-lanterne/"
AGREEMENT, PLANNED = "/accordi/scuole/", "/iniziative/passeggiate/"
ABOUT_WATER = "topics: [acqua]\nclassification: editorial\n"
MARSHES = ABOUT_WATER.replace("acqua", "paludi")


def test_what_was_done_is_neither_to_come_nor_a_call_nor_news() -> None:
    site = SiteTest("showcase")
    site.replace("content/news/navetta-ripartita.md", "---\ntitle:", f"---\n{ABOUT_WATER}title:")
    before = works(paths(site.look().page("/proponi/"), "asker-region")["asker-region"])
    after = works(paths(site.look(on="2027-06-01").page("/proponi/"), "asker-region")["asker-region"])
    assert AGREEMENT not in before and AGREEMENT in after, "in effect from 2027 on"
    assert CALL not in before + after
    assert EVENT in works(water_of(site)) and EVENT not in works(water_of(site.look()))
    assert works(water_of(site)) and NEWS not in works(water_of(site))


def test_what_is_only_planned_was_not_done() -> None:
    site, walks = SiteTest("showcase"), "content/initiatives/passeggiate.md"
    site.replace(walks, "state: announced\n", f"state: announced\n{ABOUT_WATER}")
    assert PLANNED not in works(water_of(site.look()))
    assert PLANNED in works(water_of(site.replace(walks, "state: announced", "state: active").look()))


def test_of_what_is_only_planned_no_university_is_said_to_do_it_and_the_search_may_find_more() -> None:
    site = without_any_mailbox(without_mailbox_of_owner())
    site.replace("content/initiatives/passeggiate.md", "state: announced\n", f"state: announced\n{MARSHES}")
    promoted = "promoter: unicollefiorito\nnot_stated: [start]"
    site.replace("content/initiatives/passeggiate.md", "not_stated: [start, promoter]", promoted)
    vocabulary = "content/vocabularies/topics.yaml"
    marshes = "  - {id: paludi, verified: true, label: {it: Paludi, en: Marshes}}\n"
    site.write(vocabulary, site.read(vocabulary) + marshes)
    site.look()
    path = paths(site.page("/proponi/"), "topics-paludi")["topics-paludi"]
    assert "Se ne occupa" not in text_of(path) and "attività non ancora avviate; vi prende parte" in text_of(path)
    assert NOTHING in text_of(path) and 'href="/cerca/?q=Paludi"' in path


def test_each_path_without_a_mailbox_says_so_once() -> None:
    site = without_any_mailbox(without_mailbox_of_owner()).look()
    for path in paths(site.page("/proponi/")).values():
        assert text_of(path).count("Non abbiamo un indirizzo a cui scrivere.") == 1
    assert "Non abbiamo un indirizzo" not in SiteTest("showcase").look().page("/proponi/")


def test_who_does_as_much_is_named_or_counted_alike_whatever_its_name() -> None:
    """Of eight all are named; of more those that do more than all others, and of those that do as much none."""
    site = without_any_mailbox(without_mailbox_of_owner())
    for at in range(8):
        named_university(site, at)
    first = text_of(paths(site.look().page("/proponi/"), "topics-acqua")["topics-acqua"])
    named = [at for at in range(8) if f"Ateneo {at}" in first]
    assert named in ([], list(range(8))), "all or none of those that do as much"
    assert "altri 9 atenei" in first and "Università di Collefiorito" in first


def named_university(site: SiteTest, at: int) -> None:
    """A university that takes part in one thing about water."""
    facts = "nature: university\nsources: [{source: comunicato-mobilita}]\n"
    site.write(f"content/organisations/ateneo-{at}.yaml", f"title: Ateneo {at}\n{facts}")
    facts = f"summary: Prove.\nform: project\nstate: active\npromoter: ateneo-{at}\nnot_stated: [start]\n{ABOUT_WATER}"
    source = "sources: [{source: pagina-citta-aperta}]\n"
    site.write(f"content/initiatives/prova-{at}.md", f"---\ntitle: Prova {at}\n{facts}{source}---\n")


def test_the_mailbox_of_a_work_comes_after_the_owners_and_not_once_the_work_is_over() -> None:
    site, university = SiteTest("showcase"), "content/organisations/unicollefiorito.md"
    contact, _, note = site.read(university).partition("contact: ")[2].partition("contact_note:\n")
    site.replace(university, f"contact: {contact}", "")
    site.replace(university, "contact_note:\n" + "".join(note.splitlines(keepends=True)[:2]), "")
    owner, event = "vetrina.ufficio@altavalle.example", "ufficio.eventi@unicollefiorito.example"
    for day, expected in (("2026-12-05", [owner, event]), ("2026-12-06", [owner])):
        assert mailboxes(water_of(site.look(on=day))) == expected, day


def water_of(site: SiteTest) -> str:
    return paths(site.page("/proponi/"), "topics-acqua")["topics-acqua"]


def test_who_finds_nothing_that_fits_is_sent_to_who_does_most_where_the_owner_gives_no_mailbox() -> None:
    site = without_mailbox_of_owner()
    assert mailboxes(otherwise(site.look())) == ["ufficio.territorio@unicollefiorito.example"]
    assert "non ha dato un indirizzo a cui scrivere" in otherwise(without_any_mailbox(site).look())


def test_that_nobody_gives_a_mailbox_is_said_once_and_each_path_says_who_does_it_in_one_order() -> None:
    site = without_any_mailbox(without_mailbox_of_owner()).build()
    said = {}
    for address, nobody in NOBODY.items():
        page = site.page(address)
        assert unanswered(page) == nobody
        assert text_of(page).count(nobody) == 1
        begins = r"(?:Se ne occupa(?:no)?|It is done by) [^.]*"
        said[address] = {
            found[0].strip() for html in paths(page).values() if (found := re.search(begins, text_of(html)))
        }
    assert said["/proponi/"] == {
        "Se ne occupa l’Università di Collefiorito",
        "Se ne occupano il Politecnico di Rocca Serena e l’Università di Collefiorito",
    }
    assert said["/en/propose/"] == {
        "It is done by the University of Collefiorito",
        "It is done by Politecnico di Rocca Serena and the University of Collefiorito",
    }


def test_a_contact_for_the_press_is_said_to_be_one_where_there_is_no_other() -> None:
    site, university = without_mailbox_of_owner(), "content/organisations/unicollefiorito.md"
    press = "ufficio.stampa@unicollefiorito.example"
    site.replace(university, "ufficio.territorio@unicollefiorito.example", press).build()
    page = site.page("/proponi/")
    assert "I soli contatti che abbiamo sono per la stampa: Università di Collefiorito" in unanswered(page)
    assert mailboxes(page) == [press], "once, above all paths"
    assert "crivere: " not in text_of(page)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        *((one, True) for one in ("ufficio.stampa", "ufficiostampa", "relazionimedia", "press-office", "pressestelle")),
        *((one, False) for one in ("ufficio.territorio", "mediateca", "multimedia", "espressione", "stamperia")),
    ],
)
def test_who_answers_journalists_is_known_by_the_name(name: str, *, is_one: bool) -> None:
    assert is_for_the_press(f"{name}@stampa.example") == is_one


def without_mailbox_of_owner() -> SiteTest:
    site = SiteTest("showcase")
    contact = next(line for line in site.read("content/site.yaml").splitlines() if line.startswith("  contact:"))
    return site.replace("content/site.yaml", contact, "  contact: placeholder")


def without_any_mailbox(site: SiteTest) -> SiteTest:
    """The site without the one mailbox that a university gives."""
    given = "contact: ufficio.territorio@unicollefiorito.example\ncontact_note:\n"
    record = site.read("content/organisations/unicollefiorito.md")
    note = "".join(record.partition(given)[2].splitlines(keepends=True)[:2])
    return site.replace("content/organisations/unicollefiorito.md", given + note, "")


def otherwise(site: SiteTest) -> str:
    """The last line of the page."""
    return site.page("/proponi/").rpartition('<p class="note">')[2].partition("</p>")[0]
