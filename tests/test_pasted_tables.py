"""Tables as they are pasted: nothing of them is lost in silence, and what is meant is mended."""

import pytest

from generator.content.mending import Mending
from generator.content.prose import read_prose
from tests.harness import SiteTest
from tests.test_as_meant import FACTS, PAGE


def as_mended(site: SiteTest) -> str:
    """The page as `vetrina fix` leaves it; empty where it leaves it as it is."""
    mending = Mending(site.root, ["it", "en"])
    mending.mend(site.found)
    return mending.changes().written.get(PAGE, "")


@pytest.mark.parametrize(
    ("text", "line", "column", "cell"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 | 500 EUR |", 3, 11, "500 EUR"),
        ("Ecco:\n| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | | x | y |", 5, 13, "x"),
        ("a | b\n--- | ---\n1 | 2 | 3", 3, 9, "3"),
        ("a | b\n--- | ---\n| 1 | 2 |", 3, 7, "2"),
        ("| a | b |\n|---|---|\n| 1 | 2 | `x|y` |", 3, 11, "`x|y`"),
        ("> | a | b |\n> |---|---|\n> | 1 | 2 | 3 |", 3, 13, "3"),
        ("| a |\n|---|\n| 1 | 2 |", 3, 7, "2"),
    ],
)
def test_a_cell_beyond_the_last_column_is_told(text: str, line: int, column: int, cell: str) -> None:
    site = SiteTest().write(PAGE, FACTS + text + "\n").check()
    (told,) = site.found
    assert (told.code, told.place.line - FACTS.count("\n"), told.place.column) == ("too-many-cells", line, column)
    assert told.values["cell"] == cell
    assert cell.strip("`") not in read_prose(text).text


@pytest.mark.parametrize(
    ("below", "mended"),
    [
        ("Una frase.", "\nUna frase."),
        ("Una frase\nsu due righe.", "\nUna frase\nsu due righe."),
        ("`x|y` non è una riga.", "\n`x|y` non è una riga."),
        ("terra\ne fuoco | 4 |", ""),
    ],
)
def test_a_sentence_right_below_a_table_is_told_and_set_apart(below: str, mended: str) -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    site = SiteTest().write(PAGE, f"{FACTS}{table}{below}\n").check()
    (told,) = site.found
    assert (told.code, told.place.line - FACTS.count("\n"), told.place.column) == ("text-below-table", 4, 1)
    assert as_mended(site) == (f"{FACTS}{table}{mended}\n" if mended else "")


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 |  |\n| 1 | a \\| b |\n| `x|y` | 2 |",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\nUna frase.",
        "| a | b |\n|---|---|\n| 1 | 2 |\n- uno\n- due",
        "| a | b |\n|---|---|\n| 1 | 2 |\n– uno\n– due",
        "> | a | b |\n> |---|---|\n> | 1 | 2 |\n>\n> Una frase.",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n| c | d |\n|---|---|\n| 3 | 4 |",
        "a \\| b\n|---|---|\n",
        "\tUn rientro\n\te un altro",
        "•\tUno\n•\tDue",
        "1.\tUno\n2.\tDue",
        "a)\tUno\nb)\tDue",
        "Uno\tdue\nTre quattro",
        "Uno\tdue\n\nTre\tquattro",
        "```\na\tb\nc\td\n```",
        "a\tb\nc\t`d\te`\n",
        "a\t\nb\t",
    ],
)
def test_what_is_a_table_or_none_is_told_of_nothing(text: str) -> None:
    told = SiteTest().write(PAGE, FACTS + text + "\n").check().codes()
    assert not {"too-many-cells", "text-below-table", "table-of-tabs"} & set(told)


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Anno\tTema\n2017\tacqua\n2018\tterra", "| Anno | Tema |\n|---|---|\n| 2017 | acqua |\n| 2018 | terra |"),
        ("Ecco:\na\tb\t\n1\t\t\nPoi.", "Ecco:\n| a | b |\n|---|---|\n| 1 |  |\n\nPoi."),
        ("1\tacqua\n2\tterra", "| 1 | acqua |\n|---|---|\n| 2 | terra |"),
        ("> a\tb\n> c\td", ""),
    ],
)
def test_rows_divided_by_tabs_are_told_and_become_a_table(text: str, mended: str, line_break: str) -> None:
    site = SiteTest().write(PAGE, f"{FACTS}{text}\n".replace("\n", line_break).encode()).check()
    assert site.codes() == ["table-of-tabs"]
    assert as_mended(site) == (f"{FACTS}{mended}\n".replace("\n", line_break) if mended else "")
