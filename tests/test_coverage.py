"""How complete the register of agreements is: said plainly, with number, day and rule, and only by its owner."""

import pytest

from tests.harness import SiteTest

RULE = "rule: {it: Ci sono quelli del Senato., en: Those of the Senate are here.}"
IN_ITALIAN, IN_ENGLISH = "A novembre 2026 questo registro", "As of November 2026 this register"


def site(signed: str = "") -> SiteTest:
    said = f"coverage:\n  as_of: 2026-11\n  {RULE}\n" + (f"  signed: {signed}\n" if signed else "")
    made = SiteTest()
    return made.write("content/site.yaml", made.read("content/site.yaml") + said)


@pytest.mark.parametrize(
    ("signed", "italian", "english"),
    [
        (
            "",
            "non è completo: quanti accordi siano stati firmati in tutto non è noto.",
            "is not complete: how many agreements were signed in all is not known.",
        ),
        ("40", "non è completo: di 40 accordi firmati ne ha 1.", "is not complete: of 40 agreements signed it has 1."),
        ("1", "ha tutti gli accordi firmati: 1.", "has all the agreements signed: 1."),
    ],
)
def test_the_register_says_how_much_it_holds_and_by_what_rule(signed: str, italian: str, english: str) -> None:
    built = site(signed).build()
    assert f"{IN_ITALIAN} {italian} Ci sono quelli del Senato." in built.facts("/accordi/")
    assert f"{IN_ENGLISH} {english} Those of the Senate are here." in built.facts("/en/agreements/")


@pytest.mark.parametrize(
    ("signed", "italian", "english"),
    [
        ('"> 1"', "oltre 1", "more than 1"),
        ('"~ 1"', "circa 1", "about 1"),
        ('"~< 400"', "quasi 400", "almost 400"),
        ("0", "0", "0"),  # and one is here: no claim is right
    ],
)
def test_where_the_numbers_allow_no_claim_they_stand_side_by_side(signed: str, italian: str, english: str) -> None:
    built = site(signed).build()
    told = f"A novembre 2026, accordi firmati: {italian}; in questo registro: 1. Ci sono quelli del Senato."
    assert told in built.facts("/accordi/")
    told = f"As of November 2026, agreements signed: {english}; in this register: 1. Those of the Senate are here."
    assert told in built.facts("/en/agreements/")


OTHERS = """title: Un altro ateneo
nature: university
verified_on: 2026-11-20
sources:
  - source: comunicato-mobilita
"""


def with_agreements(signed: str, **dates: str) -> SiteTest:
    """The register of one agreement of March 2025, and others by name, each with lines that are put for its date."""
    made = site(signed)
    for name, instead in dates.items():
        for language in ("", ".en"):
            made.write(
                f"content/agreements/{name}{language}.md",
                made.read(f"content/agreements/mobilita{language}.md")
                .replace("title: Collefiorito", f"title: {name}, Collefiorito")
                .replace("signed_on: 2025-03-26\n", instead),
            )
    return made


def test_what_was_signed_after_the_day_is_not_counted() -> None:
    made = with_agreements("2", prima="signed_on: 2024-05-02\n").replace("content/site.yaml", "2026-11", "2024-06")
    told = "A giugno 2024 questo registro non è completo: di 2 accordi firmati ne ha 1."
    assert told in made.build().facts("/accordi/")
    assert "more-than-signed" not in made.codes()


def test_what_has_no_date_is_said_and_lets_no_claim_be_made() -> None:
    made = with_agreements("2", prima="").replace(
        "content/agreements/prima.md", "[signatories,", "[signed_on, signatories,"
    )
    assert "accordi firmati: 2; in questo registro: 1. 1 senza data non è contato. Ci sono" in made.build().facts(
        "/accordi/"
    )


def test_agreements_of_other_universities_are_not_the_owners() -> None:
    made = with_agreements("1", prima="signed_on: 2024-05-02\n").write("content/organisations/altro.yaml", OTHERS)
    made.replace("content/agreements/prima.md", "parties: [unicollefiorito,", "parties: [altro,").build()
    who = "[l’Università di Collefiorito](/organizzazioni/unicollefiorito/)"
    told = f"questo registro ha tutti gli accordi firmati: 1. Sono contati solo quelli a cui partecipa {who}."
    assert told in made.facts("/accordi/")
    assert "more-than-signed" not in made.codes()


def test_where_the_owners_record_cannot_be_told_it_is_said_that_all_are_counted() -> None:
    made = (
        site("1")
        .replace("content/site.yaml", "it: Università di Collefiorito", "it: L’Ateneo")
        .replace("content/site.yaml", "en: University of Collefiorito", "en: The University")
    )
    told = "Sono contati tutti quelli di questo registro, qualunque università li abbia firmati. Ci sono quelli"
    assert told in made.build().facts("/accordi/")


def test_more_here_than_were_signed_is_told_by_a_check() -> None:
    made = with_agreements("1", prima="signed_on: 2024-05-02\n").build()
    found = [(one.place.path, one.values["number"]) for one in made.found if one.code == "more-than-signed"]
    assert found == [("content/site.yaml", 2)]
    assert "accordi firmati: 1; in questo registro: 2." in made.facts("/accordi/")


def test_who_says_nothing_of_it_has_nothing_said() -> None:
    assert 'class="note coverage"' not in SiteTest().build().main("/accordi/")


@pytest.mark.parametrize("missing", ["as_of", "rule"])
def test_a_day_and_a_rule_are_owed(missing: str) -> None:
    made = site()
    kept = [line for line in made.read("content/site.yaml").splitlines() if not line.startswith(f"  {missing}")]
    told = made.write("content/site.yaml", "\n".join(kept)).check().found
    assert [(one.code, one.values["key"]) for one in told] == [("missing-key", missing)]


def test_a_rule_is_in_the_first_language_of_the_site() -> None:
    made = site().replace("content/site.yaml", "it: Ci sono quelli del Senato., ", "")
    assert made.check().codes() == ["first-language-missing"]
