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
        (
            '"> 1"',
            "non è completo: di oltre 1 accordi firmati ne ha 1.",
            "is not complete: of more than 1 agreements signed it has 1.",
        ),
        ("1", "ha tutti gli accordi firmati: 1.", "has all the agreements signed: 1."),
    ],
)
def test_the_register_says_how_much_it_holds_and_by_what_rule(signed: str, italian: str, english: str) -> None:
    built = site(signed).build()
    assert f"{IN_ITALIAN} {italian} Ci sono quelli del Senato." in built.facts("/accordi/")
    assert f"{IN_ENGLISH} {english} Those of the Senate are here." in built.facts("/en/agreements/")


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
