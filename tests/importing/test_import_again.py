"""`vetrina import` of a table that was imported before: what changed in it, and in its records, since."""

import pytest

from tests.importing.imported import CSV, HISTORY, NIGHT, REDIRECTED, content
from tests.ran import ran

WORDS = {
    "S": ("summary", "", "Al buio, sul fiume"),
    "W": ("searched_as", "", "uno due; tre quattro"),
    "X": ("text", "", "Vicino al fiume"),
    "Title": ("title", "en", "The night of fireflies"),
    "Abstract": ("summary", "en", "On the river"),
    "Text": ("text", "en", "A night on the river"),
    "Allow": ("allow.value", "", "0321 123456"),
    "Code": ("allow.code", "", "phone-number"),
    "Why": ("allow.because", "", "Un codice, non un numero"),
}


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
@pytest.mark.parametrize("header", [one for one in WORDS if one != "Code"])
def test_a_row_that_differs_by_a_space_at_which_no_line_breaks_changes_its_record_once(site, run, header, space):
    columns = (
        f"  - {{header: {one}, field: {field}{f', language: {language}' if language else ''}}}\n"
        for one, (field, language, _) in WORDS.items()
    )
    site.replace("imports/iniziative.yaml", "constants:\n", f"{''.join(columns)}constants:\n")

    def table(**other: str) -> None:
        lines = CSV.splitlines()
        cells = (other.get(one, text) for one, (_, _, text) in WORDS.items())
        more = {2: ";".join(WORDS), 3: ";".join(f'"{one}"' for one in cells)}
        nothing = ";" * (len(WORDS) - 1)
        site.write("tavola.csv", "".join(f"{one};{more.get(at, nothing)}\n" for at, one in enumerate(lines)))

    table()
    assert run().code == 0
    table(**{header: WORDS[header][2].replace(" ", space)})
    assert run("--force").code == 0
    after = content(site)
    assert [path for path, text in after.items() if space in text] == [
        NIGHT.replace(".md", ".en.md") if WORDS[header][1] else NIGHT
    ]
    assert run("--force").last.startswith("0 new records; 0 changed; 6 as they were; 0 more")
    assert content(site) == after
    table()
    assert run("--force").code == 0
    assert not [path for path, text in content(site).items() if space in text]


def test_again_nothing_is_written_twice(site, run):
    run()
    before = content(site)
    ran = run()
    assert ran.last == "0 new records; 0 changed; 6 as they were; 0 more that they name; no problems."
    assert content(site) == before


def test_a_row_that_changed_changes_its_record_alone_and_keeps_its_id(site, run):
    run()
    before = content(site)
    site.replace("tavola.csv", "La notte delle lucciole;Locale", "La notte delle lucciole;Nazionale")
    ran = run("--force")
    assert ran.last == "0 new records; 1 changed; 5 as they were; 0 more that they name; no problems."
    assert "-scope: local\n+scope: national\n" in ran.out
    after = content(site)
    assert [path for path in after if after[path] != before[path]] == [NIGHT, HISTORY]


def test_a_day_written_otherwise_is_the_same_row_and_the_same_id(site, run):
    for spelling, last in (("26/09/2024", "6 new"), ("26 settembre 2024", "0 new"), ("2024-09-26", "0 new")):
        site.write("tavola.csv", CSV.replace("Lettere e arti;2024;", f"Lettere e arti;{spelling};"))
        ran = run("--force")
        assert ran.last.startswith(last)
    assert ran.last.startswith("0 new records; 0 changed; 6 as they were")
    assert "start: 2024-09-26\n" in site.read("content/initiatives/voci-d-acqua-concerto-sul-molo-2024-09-26.md")


def test_a_row_known_by_its_words_alone_is_known_still(site, run):
    site.write("tavola.csv", CSV.replace("Lettere e arti;2024;", "Lettere e arti;26/09/2024;"))
    run()
    site.replace(HISTORY, "molo · 2024-09-26", "molo · 26/09/2024")
    assert run().last.startswith("0 new records; 0 changed; 6 as they were")


def test_what_was_edited_by_hand_stays_and_is_told(site, run):
    run()
    site.replace(NIGHT, "scope: local", "scope: regional").replace(NIGHT, "not_stated:\n  - form\n", "form: culture\n")
    site.replace(NIGHT, "title: La notte", "summary: Una sera lungo il fiume.\ntitle: La notte")
    site.replace(
        "tavola.csv", "La notte delle lucciole;Locale;Incontri", "La notte delle lucciole;Nazionale;Spettacoli"
    )
    ran = run("--force")
    assert ran.code == 0
    edited = site.read(NIGHT)
    assert "scope: regional\n" in edited
    assert "summary: Una sera lungo il fiume.\n" in edited
    assert "form: culture\n" in edited
    assert "not_stated" not in edited
    assert "- spettacoli\n" in edited
    told = "initiatives/la-notte-delle-lucciole-2023: “scope” was edited since and stays: “regional”."
    assert f"{told} The table says: “national”." in ran.out.splitlines()
    assert run("--force").out.count("was edited since") == 1


def test_what_is_no_longer_in_the_table_stays_and_what_was_removed_does_not_come_back(site, run):
    run()
    site.remove(NIGHT)
    site.write("tavola.csv", "\n".join(line for line in CSV.split("\n") if "ponti" not in line))
    ran = run("--force")
    assert "No longer in the table, and still here: initiatives/il-laboratorio-dei-ponti-2024." in ran.out
    gone = (
        "Removed or renamed since they were imported, and not written again: initiatives/la-notte-delle-lucciole-2023."
    )
    assert gone in ran.out
    assert not (site.root / NIGHT).exists()


@pytest.mark.parametrize("id_", ["initiatives/la-notte-delle-lucciole-2023", "la-notte-delle-lucciole-2023"])
def test_a_record_that_is_renamed_follows_its_row_still(site, run, capsys, id_):
    """Also where the row was imported when rows named no folder."""
    run()
    site.replace(HISTORY, "initiatives/la-notte-delle-lucciole-2023", id_)
    assert (
        ran(capsys, "rename", "initiatives/la-notte-delle-lucciole-2023", "notte", "--force", "--root", site.root)[0]
        == 0
    )
    site.replace("tavola.csv", "La notte delle lucciole;Locale", "La notte delle lucciole;Nazionale")
    again = run("--force")
    assert again.last == "0 new records; 1 changed; 5 as they were; 0 more that they name; no problems."
    assert "scope: national\n" in site.read("content/initiatives/notte.md")
    assert not (site.root / NIGHT).exists()


@pytest.mark.parametrize(
    ("old", "title"),
    [("organisations/lettere-e-arti", "Lettere e arti"), ("sources/elenco-iniziative-2024", "Elenco delle")],
)
def test_what_rows_name_is_known_by_the_id_it_had(site, run, capsys, old, title):
    """Whatever it is called now."""
    run()
    folder = old.partition("/")[0]
    assert ran(capsys, "rename", old, "altro", "--force", "--root", site.root)[0] == 0
    file = f"content/{folder}/altro.md"
    site.replace(file if (site.root / file).exists() else file.replace(".md", ".yaml"), f"title: {title}", "title: Un")
    before = content(site)
    again = run("--force")
    assert again.last == "0 new records; 0 changed; 6 as they were; 0 more that they name; no problems."
    assert content(site) | {HISTORY: ""} == before | {HISTORY: ""}


def test_a_new_row_does_not_take_an_id_that_still_answers(site, run, capsys):
    run()
    ran(capsys, "rename", "initiatives/la-notte-delle-lucciole-2023", "notte", "--force", "--root", site.root)
    site.remove(HISTORY)
    assert run("--force").code == 0
    assert (site.root / "content/initiatives/la-notte-delle-lucciole-2023-2.md").exists()


def test_what_would_be_wrong_elsewhere_is_told_and_nothing_is_written(site, run):
    """An old address, written by hand, of a record that a row becomes."""
    site.write("content/pages/lucciole.md", site.read("content/pages/method.md").replace("---\n", REDIRECTED, 1))
    before = content(site)
    told = run()
    assert "content/pages/lucciole.md" in told.out and "same-address" in told.out
    assert (told.code, content(site)) == (1, before)


@pytest.mark.parametrize("id_", ["initiatives/biblioteca", "biblioteca"])
def test_a_row_of_another_kind_keeps_its_record(site, run, capsys, id_):
    run()
    site.replace(HISTORY, "initiatives/la-notte-delle-lucciole-2023", id_)
    site.write("content/initiatives/biblioteca.md", site.read(NIGHT)).remove(NIGHT)
    site.write("content/organisations/biblioteca.yaml", site.read("content/organisations/comune-di-valdombra.yaml"))
    before = site.read(HISTORY)
    ran(capsys, "rename", "organisations/biblioteca", "libri", "--force", "--root", site.root)
    assert (site.root / "content/organisations/libri.yaml").exists()
    assert site.read(HISTORY) == before


def test_a_record_that_was_withdrawn_takes_nothing_from_its_row(site, run, capsys):
    run()
    because = ("--because", "Mai avvenuta.", "--because", "en=It never took place.")
    asked = ("withdraw", "initiatives/la-notte-delle-lucciole-2023", *because, "--erase", "--force")
    told = ran(capsys, *asked, "--root", site.root, "--on", "2026-11-22", "--lang", "en")
    assert f"Its row stays in {HISTORY}, by its key: else an import would write it anew." in told.out.splitlines()
    assert "{id: initiatives/la-notte-delle-lucciole-2023}" in site.read(HISTORY)
    erased = site.read(NIGHT)
    site.replace("tavola.csv", "La notte delle lucciole;Locale", "La notte delle lucciole;Nazionale")
    again = run("--force")
    told = "Withdrawn since they were imported, and not written again: initiatives/la-notte-delle-lucciole-2023."
    assert told in again.out.splitlines()
    assert site.read(NIGHT) == erased


def test_a_value_that_the_table_no_longer_has_goes_with_it(site, run):
    run()
    site.replace("tavola.csv", "lucciole;Locale;", "lucciole;;")
    assert run("--force").code == 0
    assert "scope" not in site.read(NIGHT)


def test_the_text_below_the_facts_can_come_from_a_column(site, run):
    column = "  - header: Note interne\n    field: text\nconstants:"
    site.replace("imports/iniziative.yaml", "constants:", column)
    assert "(unfinished)" in run().out and not (site.root / NIGHT).exists()
    site.replace("tavola.csv", "da rivedere", "Vicino al fiume")
    run()
    assert site.read(NIGHT).endswith("---\n\nVicino al fiume\n")
    site.replace("tavola.csv", "Vicino al fiume", "Lungo il fiume")
    assert run("--force").code == 0
    assert site.read(NIGHT).endswith("---\n\nLungo il fiume\n")


def test_a_record_that_cannot_be_read_is_to_be_mended_first(site, run):
    run()
    site.replace(NIGHT, "title: La notte delle lucciole", "title: 'La notte")
    before = content(site)
    ran = run("--force")
    assert ran.code == 1
    assert f"{NIGHT}:2:8: error (yaml-syntax)" in ran.out
    assert content(site) == before


def test_files_that_git_does_not_hold_are_refused(site, run):
    run()
    site.replace("tavola.csv", "lucciole;Locale;", "lucciole;;")
    ran = run()
    assert ran.code == 2
    assert ran.err.startswith(f"vetrina: {NIGHT}, {HISTORY} would change")
