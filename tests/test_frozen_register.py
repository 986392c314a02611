"""The register of a half-year frozen: written once, published as it is, changed by a withdrawal alone, and told."""

import csv
import io
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.problems.as_text import message
from generator.words import words_for
from tests.harness import DAY, SiteTest
from tests.ran import Ran, ran

FOLDER = "snapshots/register"
TABLE, TOLD = f"{FOLDER}/2026-h1.csv", f"{FOLDER}/2026-h1.json"
WHY = ("--because", "Lo ha chiesto l’interessato.", "--because", "en=Somebody asked for it.")
WRONG = [
    (("coverage", "--freeze"), "Only the register is frozen."),
    (("--freeze",), "Only the register is frozen."),
    (("register", "--freeze", "--half-year", "2026-h2"), "2026-h2 is not over"),
    (("register", "--freeze", "--half-year", "2026-h3"), "“2026-h3” is no half-year"),
    (("register", "--freeze", "--since", "2026", "--university", "x"), "--since, --university cannot be used"),
    (("register", "--half-year", "2026-h1"), "--half-year goes with --freeze."),
]

Told = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Told:
    def asked(site: SiteTest, *arguments: str, on: str = DAY, lang: str = "en") -> Ran:
        return ran(capsys, *arguments, "--root", site.root, "--on", on, "--lang", lang)

    return asked


@pytest.fixture
def site(run: Told) -> SiteTest:
    """The smallest site with its register of the first half of 2026."""
    found = SiteTest()
    assert run(found, "report", "register", "--freeze")[0] == 0
    return found


def cells(table: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table, newline="")))


def frozen(site: SiteTest, path: str = TABLE) -> str:
    return (site.root / path).read_bytes().decode()


def told(site: SiteTest) -> dict[str, Any]:
    """What the JSON says, once its digest and its number of rows are those of the table."""
    found: dict[str, Any] = json.loads(site.read(TOLD))
    assert found["sha256"] == sha256((site.root / TABLE).read_bytes()).hexdigest()
    assert found["rows"] == len(cells(frozen(site))) - 1
    return found


def test_it_says_what_the_files_say_for_which_half_year_on_which_day(site: SiteTest) -> None:
    written = yaml.load(site.read("content/agreements/mobilita.md").split("---\n")[1], yaml.CSafeLoader)
    found, (head, row) = told(site), cells(frozen(site))
    assert [one["label"] for one in found["columns"]] == head
    by_name = dict(zip((one["name"] for one in found["columns"]), row, strict=True))
    assert by_name["record"] == "agreements/mobilita"
    assert by_name["object"] == written["title"]
    assert by_name["date"] == str(written["signed_on"])
    assert by_name["party_records"] == "; ".join(f"organisations/{one}" for one in map(_id, written["parties"]))
    assert by_name["expenditure"] == ""
    days = [found[one] for one in ("period", "first_day", "last_day", "frozen_on")]
    assert days == ["2026-h1", "2026-01-01", "2026-06-30", DAY]
    assert all(one["definition"] for one in found["columns"])


def _id(written: str) -> str:
    return written.rpartition("/")[2]


def test_it_has_what_may_have_held_in_the_half_year_alone(run: Told) -> None:
    site = SiteTest()
    assert run(site, "report", "register", "--freeze", "--half-year", "2024-H2")[1].startswith(
        "0 agreements are frozen"
    )
    assert len(cells(frozen(site, f"{FOLDER}/2024-h2.csv"))) == 1


@pytest.mark.parametrize(
    ("period", "answer"), [("2023-h1", None), ("2023-h2", "sì"), ("2024-h2", None), ("2025-h1", "no")]
)
def test_it_has_what_was_signed_in_the_half_year_and_takes_effect_later(
    period: str, answer: str | None, run: Told
) -> None:
    site = SiteTest("showcase")
    assert run(site, "report", "register", "--freeze", "--half-year", period).code == 0
    found = {row[0]: row for row in cells(frozen(site, f"{FOLDER}/{period}.csv"))[1:]}
    names = [one["name"] for one in json.loads(site.read(f"{FOLDER}/{period}.json"))["columns"]]
    neve = found.get("agreements/neve")
    assert (neve and neve[names.index("new_in_period")]) == answer


@pytest.mark.parametrize(("on", "period"), [("2026-06-30", "2025-h2"), ("2026-07-01", "2026-h1"), (DAY, "2026-h1")])
def test_without_a_half_year_it_is_the_last_that_is_over(on: str, period: str, run: Told) -> None:
    site = SiteTest()
    assert run(site, "report", "register", "--freeze", on=on)[0] == 0
    assert sorted(one.name for one in (site.root / FOLDER).iterdir()) == [f"{period}.csv", f"{period}.json"]


def test_what_is_frozen_is_not_frozen_again(site: SiteTest, run: Told) -> None:
    before = frozen(site)
    site.replace("content/agreements/mobilita.md", "title: Collefiorito e Valdombra", "title: Valdombra e Collefiorito")
    code, _, err = run(site, "report", "register", "--freeze", "--half-year", "2026-h1")
    assert code != 0 and "2026-h1.csv is frozen already" in err
    assert frozen(site) == before
    assert [one for one in site.check().found if one.is_error] == []


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_anything_else_is_refused_with_its_mend_and_nothing_is_written(
    arguments: tuple[str, ...], said: str, run: Told
) -> None:
    site = SiteTest()
    code, _, err = run(site, "report", *arguments)
    assert code != 0 and said in err and "Traceback" not in err
    assert not (site.root / "snapshots").exists() and not (site.root / "report").exists()


def test_the_site_has_the_same_bytes_and_a_line_with_day_and_digest(site: SiteTest) -> None:
    site.build()
    assert site.tree()["dati/v1/registro-2026-h1.csv"] == (site.root / TABLE).read_bytes()
    assert site.tree()["dati/v1/registro-2026-h1.json"] == (site.root / TOLD).read_bytes()
    for address, period, day in (
        ("/dati/", "Primo semestre 2026", "22 novembre 2026"),
        ("/en/data/", "2026, January to June", "22 November 2026"),
    ):
        page = site.main(address)
        assert all(one in page for one in (period, day, told(site)["sha256"], "/dati/v1/registro-2026-h1.csv"))


def test_without_any_the_page_of_the_data_has_no_word_of_them(run: Told) -> None:
    assert 'id="register"' not in SiteTest().build().page("/dati/")


def test_a_page_that_was_built_before_learns_of_it(tmp_path: Path, run: Told) -> None:
    site = SiteTest().begin(tmp_path)
    assert 'id="register"' not in site.build().page("/dati/")
    assert run(site, "report", "register", "--freeze")[0] == 0
    assert 'id="register"' in site.build().page("/dati/")


@pytest.mark.parametrize("erase", [(), ("--erase",)], ids=["withdrawn", "erased"])
def test_a_withdrawal_takes_the_words_of_a_record_out_and_says_so(
    erase: tuple[str, ...], site: SiteTest, run: Told
) -> None:
    before = told(site)["sha256"]
    code, out, _ = run(site, "withdraw", "agreements/mobilita", *WHY, *erase, "--force", on="2026-12-01")
    assert code == 0 and TABLE in out
    found, (_, row) = told(site), cells(frozen(site))
    assert [one for one in row if one] == ["agreements/mobilita", "Scheda ritirata", row[-3]]
    assert row[-3].endswith("/accordi/mobilita/")
    because = {"it": "Lo ha chiesto l’interessato.", "en": "Somebody asked for it."}
    assert found["reissues"] == [{"on": "2026-12-01", "record": "agreements/mobilita", "because": because}]
    assert before not in site.read(TOLD)
    site.build(on="2026-12-01").problems()
    assert b"Valdombra" not in site.tree()["dati/v1/registro-2026-h1.csv"]
    assert found["sha256"] in site.main("/en/data/") and "Somebody asked for it." in site.main("/en/data/")
    assert "1 December 2026" in site.main("/en/data/")


def test_a_reason_given_anew_is_the_only_one(site: SiteTest, run: Told) -> None:
    first = ("--because", "Lo vuole Zarzuela.", "--because", "en=Zarzuela asked.")
    assert run(site, "withdraw", "agreements/mobilita", *first, "--force")[0] == 0
    assert "Zarzuela" in site.read(TOLD)
    assert run(site, "withdraw", "agreements/mobilita", *WHY, "--erase", "--force", on="2026-12-01")[0] == 0
    assert "Zarzuela" not in site.read(TOLD)
    [reissue] = told(site)["reissues"]
    assert reissue["on"] == "2026-11-22" and reissue["because"]["en"] == "Somebody asked for it."
    assert site.check().codes() == []


def test_the_name_of_a_record_goes_from_the_rows_of_others(site: SiteTest, run: Told) -> None:
    assert run(site, "withdraw", "comune-di-valdombra", *WHY, "--erase", "--force")[0] == 0
    _, row = cells(frozen(site))
    assert row[3] == "Università di Collefiorito; Scheda ritirata" and row[0] == "agreements/mobilita"
    assert told(site)["reissues"][0]["record"] == "organisations/comune-di-valdombra"


def test_a_record_is_found_under_the_id_that_it_had(site: SiteTest, run: Told) -> None:
    before = frozen(site)
    assert run(site, "rename", "agreements/mobilita", "muoversi", "--force")[0] == 0
    assert frozen(site) == before and told(site)["renamed"] == {"agreements/mobilita": "agreements/muoversi"}
    assert run(site, "withdraw", "muoversi", *WHY, "--erase", "--force")[0] == 0
    assert [one for one in cells(frozen(site))[1] if one][:2] == ["agreements/mobilita", "Scheda ritirata"]
    assert site.check().codes() == []


def test_withdrawn_by_hand_it_is_taken_out_by_the_command_that_is_told(site: SiteTest, run: Told) -> None:
    withdrawn = "---\nwithdrawn:\n  on: 2026-11-01\n  because: {it: Mai firmato., en: Never signed.}\n"
    path = "content/agreements/mobilita.md"
    site.write(path, withdrawn + site.read(path).removeprefix("---\n"))
    assert site.check().codes() == ["frozen-withdrawn"]
    assert run(site, "withdraw", "agreements/mobilita", "--force")[0] == 0
    assert site.check().codes() == [] and told(site)["reissues"][0]["because"]["en"] == "Never signed."


def test_a_record_whose_files_somebody_removed_is_told_with_its_table_and_row(site: SiteTest, run: Told) -> None:
    for path in ("content/agreements/mobilita.md", "content/agreements/mobilita.en.md"):
        (site.root / path).unlink(missing_ok=True)
    (found,) = [one for one in site.check().found if one.code == "frozen-gone"]
    assert (found.place.path, found.place.line) == ("snapshots/register/2026-h1.csv", 2)
    assert "row 1" in message(found, words_for("en")) and "agreements/mobilita" in message(found, words_for("it"))
    assert not found.is_error


def test_withdrawing_something_else_leaves_it_as_it_is(site: SiteTest, run: Told) -> None:
    before = frozen(site), site.read(TOLD)
    assert run(site, "withdraw", "pages/method", *WHY, "--erase", "--force")[0] == 0
    assert (frozen(site), site.read(TOLD)) == before
