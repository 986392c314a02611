"""What is not known is said once: in the closing line of a record's page, by an explained dash in lists and tables."""

import pytest

from tests.gaps import faults
from tests.harness import BuiltSite, SiteTest

AGREEMENT = "content/agreements/mobilita.md"
NOT_STATED = "not_stated: [signatories, effective_on, renewal, value, act]"
SOURCE = "content/sources/comunicato-mobilita.yaml"


def page(*more: str, part: bool = False, not_stated: str = NOT_STATED) -> str:
    made = SiteTest().replace(AGREEMENT, NOT_STATED, "\n".join((not_stated, *more)))
    if part:
        made.replace(SOURCE, "language: it", "language: it\nread: part")
    return made.look().facts("/accordi/mobilita/")


def test_no_page_says_a_gap_twice_or_leaves_a_dash_unexplained(showcase: BuiltSite) -> None:
    pages = [path for path in showcase.tree() if path.endswith(".html") and path != "404.html"]
    told = {}
    for path in pages:
        text = (showcase.out / path).read_text("utf-8")
        found = faults(text, "en" if path.startswith("en/") else "it") if "<main" in text else []
        if "/dossier/" in path:  # it tells of each of its records what is not known
            found = [one for one in found if not one.endswith("closing lines")]
        if found:
            told[path] = found
    assert told == {}


def test_the_closing_line_has_all_that_no_source_states() -> None:
    said = page()
    assert (
        "La fonte non dice: firmatari, entrata in vigore, rinnovo, valore economico e atto che approva l’accordo."
        in said
    )
    assert said.count("entrata in vigore") == 1


def test_of_what_was_read_in_part_nothing_is_said_not_to_be_stated() -> None:
    said = page(part=True)
    assert "Non trovato nella parte letta della fonte: firmatari, entrata in vigore," in said
    assert "La fonte non dice" not in said
    assert "letta in parte" in said


@pytest.mark.parametrize(
    ("said", "told"),
    [("La fonte non riporta il titolo.", "fonte non riporta"), ("L’articolo non lo dice.", "articolo non lo dice")],
)
def test_a_text_says_of_no_source_read_in_part_what_it_leaves_out(said: str, told: str) -> None:
    made = SiteTest().replace(AGREEMENT, "\n---\n", f"\n---\n{said}\n\n")
    assert faults(made.look().page("/accordi/mobilita/"), "it") == []
    made.replace(SOURCE, "language: it", "language: it\nread: part")
    assert faults(made.look().page("/accordi/mobilita/"), "it") == [told]


def test_one_source_read_in_part_is_enough_not_to_say_that_none_states_it() -> None:
    another = "title: Altro\npublisher: unicollefiorito\nform: press-release\nlanguage: it\ndate: 2025\n"
    made = SiteTest().replace(AGREEMENT, "sources:\n", "sources:\n  - source: altro\n")
    made.write("content/sources/altro.yaml", f"{another}not_stated: [url]\n")
    assert "Le fonti non dicono: firmatari" in made.look().facts("/accordi/mobilita/")
    made.write("content/sources/altro.yaml", f"{another}read: part\nnot_stated: [url]\n")
    assert "Non trovato nella parte letta delle fonti: firmatari" in made.look().facts("/accordi/mobilita/")


def test_a_note_on_what_is_not_known_is_its_value() -> None:
    said = page("value_note: {it: tre borse l’anno, en: three grants a year}")
    assert "Valore\ntre borse l’anno\n" in said
    assert "Nota sul valore" not in said
    assert "La fonte non dice: firmatari, entrata in vigore, rinnovo e atto che approva l’accordo." in said


def test_what_an_agreement_follows_says_nothing_of_its_renewal() -> None:
    said = page("follows: {it: un patto del 2008, en: a pact of 2008}")
    assert "Segue\nun patto del 2008\n" in said
    assert "La fonte non dice: firmatari, entrata in vigore, rinnovo, valore economico e atto" in said


def test_a_note_on_what_is_known_stands_with_it() -> None:
    stated = "not_stated: [signatories, effective_on, renewal, act]"
    said = page("value: 5000 EUR", "value_note: {it: in tre rate, en: in three parts}", not_stated=stated)
    assert "Valore\n5.000 euro\nin tre rate\n" in said


def test_what_sources_differ_on_is_no_gap() -> None:
    differing = "differing: [{field: value, value: 5000 EUR, source: comunicato-mobilita}]"
    said = page(differing)
    assert "La fonte non dice: firmatari, entrata in vigore, rinnovo e atto che approva l’accordo." in said
    assert "5.000 euro (" in said


def test_the_closing_line_counts_its_sources() -> None:
    made = SiteTest("showcase")
    assert "La fonte non dice: " in made.look().facts("/reti/rete-fiumi/")
    made.replace("content/networks/rete-fiumi.md", "sources:\n", "sources:\n  - source: comunicato-mobilita\n")
    assert "Le fonti non dicono: " in made.look().facts("/reti/rete-fiumi/")


def test_the_day_of_a_recognition_is_missed_once_there_is_one() -> None:
    made = SiteTest("showcase")
    assert "giorno del riconoscimento" not in made.look().facts("/reti/rete-fiumi/")
    made.replace("content/networks/rete-fiumi.md", "{state: under-way, ", "{state: recognised, ")
    assert "giorno del riconoscimento" in made.look().facts("/reti/rete-fiumi/")


def test_a_source_does_not_send_to_the_sources() -> None:
    made = SiteTest().replace(SOURCE, "url: https://unicollefiorito.example/comunicati/mobilita", "not_stated: [url]")
    assert "Di questa fonte non conosciamo: indirizzo." in made.look().facts("/fonti/comunicato-mobilita/")


def test_a_record_of_which_all_is_known_has_no_closing_line() -> None:
    assert "sappiamo" not in SiteTest().build().facts("/organizzazioni/comune-di-valdombra/")


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (False, "."),
        (True, ": almeno una sua fonte è stata letta solo in parte."),
    ],
)
def test_the_headline_says_what_was_not_found_and_what_was_not_read(part: bool, said: str) -> None:
    made = SiteTest().replace(AGREEMENT, "duration: 3 years\nnot_stated: [", "not_stated: [duration, ")
    if part:
        made.replace(SOURCE, "language: it", "language: it\nread: part")
    assert f"Dell’unico accordo firmato non abbiamo trovato la durata{said}" in made.look().facts("/accordi/")


def test_the_register_has_a_dash_and_one_line_that_explains_it() -> None:
    made = SiteTest().replace(AGREEMENT, "duration: 3 years\nnot_stated: [", "not_stated: [duration, ").build()
    assert made.facts("/accordi/").count("–: le fonti non lo dicono") == 1
    assert "–: le fonti non lo dicono" not in SiteTest().build().facts("/accordi/")


def test_a_row_is_never_empty() -> None:
    made = SiteTest().replace(SOURCE, "url: https://unicollefiorito.example/comunicati/mobilita", "not_stated: [url]")
    said = (
        made.replace(SOURCE, "language: it", "language: it\nread_in: preview")
        .build()
        .page("/fonti/comunicato-mobilita/")
    )
    assert faults(said, "it") == []
    assert "indirizzo</span>" in said


def test_an_address_that_was_cut_is_none() -> None:
    for end in ("...", "…"):
        made = SiteTest().replace(SOURCE, "comunicati/mobilita", f"comunicati/mobi{end}")
        assert made.check().codes() == ["bad-url"]
