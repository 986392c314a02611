"""`vetrina attention` as who keeps a showcase meets it: what is told, in which order, whom to ask and how."""

import io
import json
import sys
from typing import Any

import pytest

from generator.cli import main
from generator.kinds.catalogue import KINDS
from tests.harness import DAY, SiteTest
from tests.ran import Ran, ran

FILE = "content/agreements/mobilita.md"
MAILBOX = "segreteria.sindaco@valdombra.example"
CHECKED = "verified_on: 2026-08-20"
ENDS = "Ends on 26 March 2027, estimate from the signature (about 4 months left)."
PARTNER = "content/organisations/comune-di-valdombra.yaml"


class Told(Ran):
    @property
    def matters(self) -> list[dict[str, Any]]:
        return list(json.loads(self.out)["matters"])

    def of(self, sort: str) -> list[str]:
        """What is said of a sort, a record after the other."""
        return [one["says"] for one in self.matters if one["sort"] == sort]


@pytest.fixture
def site() -> SiteTest:
    site = SiteTest().replace(PARTNER, "title:", f"contact: {MAILBOX}\ntitle:")
    return site.replace(FILE, "duration: 3 years", f"duration: 2 years\n{CHECKED}")


@pytest.fixture
def run(site, capsys):
    def asked(*arguments: str, on: str = DAY, lang: str = "en") -> Told:
        return Told(*ran(capsys, "attention", "--root", site.root, "--on", on, "--lang", lang, *arguments))

    return asked


def test_what_ends_within_a_year_is_told_with_its_renewal_and_who_could_answer(site, run):
    ran = run()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[:4] == [
        "Ends soon (1)",
        "   1. Collefiorito and Valdombra for mobility · agreements/mobilita",
        f"      {ENDS} Not stated in the source: renewal.",
        f"      Who could answer: Università di Collefiorito and Comune di Valdombra ({MAILBOX}).",
    ]


@pytest.mark.parametrize(("on", "number"), [("2026-03-25", 0), ("2026-03-26", 1), ("2027-03-26", 1), ("2027-03-27", 0)])
def test_a_year_before_it_ends_it_is_told_and_until_its_last_day(run, on, number):
    assert len(run("--format", "json", on=on).of("ends")) == number


def test_on_its_last_day_it_is_said_once_that_it_ends_today(run):
    (said,) = run("--format", "json", on="2027-03-26").of("ends")
    assert said == "Ends today, estimate from the signature. Not stated in the source: renewal."


@pytest.mark.parametrize(
    ("line", "unknown", "said"),
    [
        ("renewal: excluded", "", "Renewal: excluded."),
        ("renewal_note: {it: con un atto scritto, en: by a written act}", "renewal, ", "Renewal: by a written act."),
        ("draft: false", "renewal, ", "Not found in the part of the source that was read: renewal."),
    ],
    ids=["a value", "a note", "nothing, in a part"],
)
def test_of_its_renewal_all_is_told_that_its_page_says(site, run, line, unknown, said):
    source = "content/sources/comunicato-mobilita.yaml"
    site.write(source, f"{site.read(source)}read: part\n")
    site.replace(FILE, CHECKED, f"{CHECKED}\n{line}").replace(FILE, "renewal, ", unknown)
    (told,) = run("--format", "json").of("ends")
    assert told == f"{ENDS} {said}"


@pytest.mark.parametrize(
    ("old", "new", "on", "asked"),
    [
        ("signed_on", "signed_on", "2027-03-27", "whether it was renewed or has ended; signatories, day"),
        ("duration: 2 years\n", "", DAY, "when it ends; signatories, day it takes effect, renewal, value"),
    ],
    ids=["its term has passed", "its end is not known"],
)
def test_a_letter_asks_for_a_field_once(site, run, old, new, on, asked):
    site.replace(FILE, old, new)
    if not new:
        site.replace(FILE, "not_stated: [", "not_stated: [duration, ")
    letter = run("--to", "comune-di-valdombra", on=on).out.partition("--- English ---")[2]
    assert asked in letter
    (line,) = [one for one in letter.splitlines() if one.startswith("- ")]
    assert (line.count("renew"), line.count("duration")) == (1, 0)


def test_what_answers_a_question_is_a_field_of_its_kind():
    answers = [
        (kind, name)
        for kind in KINDS
        if kind.status
        for one in kind.status.options.values()
        for name in one.answered_by
    ]
    assert answers and all(name in kind.declared for kind, name in answers)


def test_what_its_status_leaves_open_is_asked(run):
    (said,) = run("--format", "json", on="2027-03-27").of("unclear")
    assert said == "Term passed, renewal not known: ask whether it was renewed or has ended."


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2026-09-01", []),
        ("2026-09-02", ["To be reviewed by 1 November 2026."]),
        ("2026-11-01", ["To be reviewed by 1 November 2026."]),
        ("2026-11-02", ["Was to be reviewed by 1 November 2026."]),
    ],
)
def test_a_review_is_told_two_months_before(site, run, on, said):
    site.replace(FILE, CHECKED, f"{CHECKED}\nreview_by: 2026-11-01")
    assert run("--format", "json", on=on).of("review") == said


@pytest.mark.parametrize(
    ("checked", "said"),
    [
        ("verified_on: 2025-11-22", []),
        ("verified_on: 2025-11-21", ["Last checked against its sources on 21 November 2025."]),
        ("", ["It does not say when it was checked against its sources."]),
    ],
)
def test_what_was_checked_long_ago_or_never_is_told(site, run, checked, said):
    site.replace(FILE, CHECKED, checked or "draft: false")
    assert run("--format", "json").of("verification") == said


def test_a_translation_that_is_behind_comes_before_one_that_is_missing(site, run):
    site.replace(FILE, "Un accordo per", "Accordo per")
    site.remove("content/pages/method.en.md")
    told = [(one["record"], one["says"]) for one in run("--format", "json").matters if one["sort"] == "translation"]
    assert [record for record, _ in told] == ["agreements/mobilita", "pages/method"]
    assert told[0][1].endswith("(content/agreements/mobilita.en.md)")


def test_a_translation_without_its_text_is_to_be_translated(site, run):
    english = "content/agreements/mobilita.en.md"
    head, _, _ = site.read(english).rpartition("---\n")
    site.write(english, f"{head}---\n")
    (told,) = [one for one in run("--format", "json").matters if one["sort"] == "translation"]
    assert (told["record"], english in told["says"]) == ("agreements/mobilita", True)


def test_what_nobody_states_is_told_with_all_who_could_answer(run):
    gaps = [one for one in run("--format", "json").matters if one["sort"] == "gaps"]
    assert gaps[0]["record"] == "agreements/mobilita"
    assert gaps[0]["says"].startswith("Not stated in the source: ")
    assert [one["organisation"] for one in gaps[0]["offices"]] == [
        "organisations/unicollefiorito",
        "organisations/comune-di-valdombra",
    ]


def test_ranks_go_from_one_on_and_days_are_days(run):
    found = run("--format", "json").matters
    assert [one["rank"] for one in found] == [*range(1, len(found) + 1)]
    assert [one["day"] for one in found if one["sort"] == "ends"] == ["2027-03-26"]
    assert {one["day"] for one in found if one["sort"] == "gaps"} == {None}


REQUEST = """\
To: Comune di Valdombra (segreteria.sindaco@valdombra.example)

--- Italian ---

Piccola vetrina: una domanda su pagine che vi riguardano

Buongiorno,

Nel sito «Piccola vetrina» (https://vetrina.example/) ci sono pagine che riguardano il Comune di Valdombra.

Nelle fonti che abbiamo letto non abbiamo trovato quanto segue:

- Collefiorito e Valdombra per la mobilità (https://vetrina.example/accordi/mobilita/): {italian}.

Se è pubblico, potete dirci dove si può leggere? Se non lo è, basta che ce lo diciate.

Grazie per l’attenzione.

Università di Collefiorito

--- English ---

Piccola vetrina: a question about pages that concern you

Good morning,

The site “Piccola vetrina” (https://vetrina.example/) has pages that concern Comune di Valdombra.

In the sources that we have read we did not find the following:

- Collefiorito and Valdombra for mobility (https://vetrina.example/en/agreements/mobilita/): {english}.

If it is public, could you tell us where it can be read? If it is not, it is enough to tell us so.

Thank you for your time.

University of Collefiorito
"""


def test_a_request_is_ready_in_each_language_of_the_site(run):
    italian = "se si prevede di rinnovarlo; firmatari, entrata in vigore, valore economico e atto che approva l’accordo"
    english = (
        "whether it is to be renewed; signatories, day it takes effect, value in money and act that approves "
        "the agreement"
    )
    assert run("--to", "comune-di-valdombra").out == REQUEST.format(italian=italian, english=english)
    letters = json.loads(run("--format", "json").out)["requests"]
    assert [one["organisation"] for one in letters] == [
        "organisations/comune-di-valdombra",
        "organisations/unicollefiorito",
    ]
    assert [one["language"] for one in letters[0]["letters"]] == ["it", "en"]


def test_whoever_is_not_asked_has_no_request(run):
    ran = run("--to", "comune-di-valdombre")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[1] == "  → Did you mean “organisations/comune-di-valdombra”?"


def test_days_come_as_a_calendar(site, run, monkeypatch):
    site.replace(FILE, CHECKED, f"{CHECKED}\nreview_by: 2026-12-01")
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    monkeypatch.setattr(sys, "stdout", out)
    assert main(["attention", "--root", str(site.root), "--on", DAY, "--lang", "it", "--format", "ics"]) == 0
    written = out.buffer.getvalue().decode()  # type: ignore[attr-defined]
    assert written.startswith("BEGIN:VCALENDAR\r\n")
    lines = written.split("\r\n")
    assert [line for line in lines if line.startswith("DTSTART")] == [
        "DTSTART;VALUE=DATE:20261201",
        "DTSTART;VALUE=DATE:20270326",
    ]
    assert "SUMMARY:Da rivedere: Collefiorito e Valdombra per la mobilità" in lines
    assert "SUMMARY:Fine stimata: Collefiorito e Valdombra per la mobilità" in lines


def test_italian_is_spoken(run):
    ran = run(lang="it")
    assert ran.out.startswith(
        "Finisce presto (1)\n   1. Collefiorito e Valdombra per la mobilità · agreements/mobilita\n      Finisce il 26"
    )
    assert "Chi potrebbe rispondere: Università di Collefiorito" in ran.out
    assert (
        "Sono pronte richieste a 2 organizzazioni; per esempio: vetrina attention --to comune-di-valdombra" in ran.out
    )


def test_a_form_that_is_none_is_told(run):
    assert run("--format", "xml").err.startswith("vetrina: --format: “xml” is not one of: text, json, ics.")


def test_settings_that_cannot_be_read_are_told(site, run):
    site.replace("content/site.yaml", "base_url: https", "base_url: htps")
    ran = run()
    assert ran.code == 1
    assert ran.out.endswith("Nothing can be told: 1 error.\n")
