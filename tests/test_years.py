"""Agreements by year: every year has its bar, the finding counts them, and few are no picture."""

from generator.pages.lists.years import agreements_by_year
from generator.text.context import Context
from generator.urls import Urls
from generator.view.charts import YearCounts
from generator.words import words_for
from tests.harness import SiteTest


def site(*years: str) -> SiteTest:
    """The made-up site with an agreement of each of these years; "" for one that nobody dates."""
    made = SiteTest("minimal").remove("content/agreements")
    for number, year in enumerate(years):
        dated = f"announced_on: {year}\nnot_stated: [" if year else "not_stated: [announced_on, "
        made.write(
            f"content/agreements/a{number}.md",
            f"---\ntitle: A{number}\nform: collaboration\nstage: announced\n"
            "parties: [unicollefiorito, comune-di-valdombra]\n"
            f"{dated}effective_on, duration, renewal, value, act]\nverified_on: 2026-11-20\n"
            "sources:\n  - source: comunicato-mobilita\n---\nTesto.\n",
        )
    figure = "title: Accordi\nabout: organisations/unicollefiorito\nunit: {it: accordi, en: agreements}\n"
    return made.write(
        "content/indicators/accordi.md",
        f"---\n{figure}computed: agreements\nsources:\n  - source: comunicato-mobilita\n---\nTutti.\n",
    )


def drawn(made: SiteTest) -> YearCounts | None:
    showcase = made.check().showcase
    return agreements_by_year(Context(showcase, Urls(showcase.settings), words_for("it")))


def test_years_without_agreements_have_their_bar() -> None:
    tally = drawn(site("2019", "2019", "2021", "2023", "2023", ""))
    assert tally
    assert [(one.title.text, one.number, one.share) for one in tally.counts] == [
        ("2019", "2", 100),
        ("2020", "0", 0),
        ("2021", "1", 50),
        ("2022", "0", 0),
        ("2023", "2", 100),
    ]
    assert tally.heading == "Gli anni con più accordi sono 2019 e 2023: 2 ciascuno"
    assert tally.note.endswith("1 non ha data.")


def test_a_year_leads_to_its_agreements_in_the_register() -> None:
    built = site("2019", "2019", "2021", "2023", "2023", "2023").build()
    main = built.main("/indicatori/")
    assert "L’anno con più accordi è il 2023: 3" in main
    for year in ("2019", "2021", "2023"):
        assert f'<a href="/accordi/anno/{year}/">' in main
        assert f"accordi/anno/{year}/index.html" in built.files()
    assert "/accordi/anno/2020/" not in main


def test_few_agreements_are_no_picture() -> None:
    assert drawn(site("2019", "2019", "2021", "2023")) is None
    assert drawn(site("2019", "2019", "2021", "2023", "2023")) is not None
