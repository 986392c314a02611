"""How a page is cited is read by programs: each form is parsed here as they would."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.fields.values import Day
from generator.presenters.citation import bibtex, ris
from tests.harness import BuiltSite

ADDRESS = "https://vetrina.example/accordi/bicocca-polito/"
WRITTEN = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{sign}": sign for sign in "&%$#_"},
}
texts = st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(r"\{}~^&%$#_ "), max_size=30)


def braced(text: str, at: int) -> tuple[str, int]:
    """What stands in the braces that open at a place, and where they close; BibTeX counts braces, escaped or not."""
    depth, start = 0, at + 1
    while True:
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if not depth:
            return text[start:at], at + 1
        at += 1


def read_bibtex(entry: str) -> dict[str, str]:
    """The fields of an entry, which is one."""
    head = re.match(r"@misc\{([A-Za-z0-9-]+),\n", entry)
    fields, at = {"key": head[1]}, head.end()
    while field := re.compile(r"  (\w+) = (?=\{)").match(entry, at):
        fields[field[1]], at = braced(entry, field.end())
        assert entry[at : at + 2] == ",\n"
        at += 2
    assert entry[at:] == "}"
    return fields


def plain(said: str) -> str:
    """What LaTeX prints."""
    return re.sub("|".join(map(re.escape, WRITTEN)), lambda sign: WRITTEN[sign[0]], said)


def read_ris(entry: str) -> dict[str, str]:
    lines = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line).groups() for line in entry.split("\n")]
    assert (lines[0], lines[-1]) == (("TY", "ELEC"), ("ER", ""))
    assert len({tag for tag, _ in lines}) == len(lines)
    return dict(lines)


@given(title=texts, site=texts, owner=texts)
def test_whatever_a_page_is_called_both_forms_are_read_as_it_was_written(title, site, owner):
    told = [" ".join(text.split()) for text in (title, site, owner)]
    day = Day(2026, 11, 22)
    read = read_bibtex(bibtex("agreements/bicocca-polito", title, site, owner, ADDRESS, "it", day))
    assert plain(read["title"][1:-1]) == told[0]
    assert plain(read.get("howpublished", "")) == told[1]
    assert plain(read["author"][1:-1]) == told[2]
    assert (read["url"], read["year"], read["urldate"]) == (ADDRESS, "2026", "2026-11-22")
    read = read_ris(ris(title, site, owner, ADDRESS, "it", day))
    assert [read.get(tag, "") for tag in ("TI", "T2", "PB")] == told
    assert (read["UR"], read["PY"], read["Y2"], read["LA"]) == (ADDRESS, "2026", "2026/11/22/", "it")


@pytest.mark.parametrize(
    ("day", "urldate", "y2"), [(Day(2026, 3), "2026-03", "2026/03//"), (Day(2026), "2026", "2026///")]
)
def test_a_day_is_said_as_far_as_it_is_known(day, urldate, y2):
    facts = ("Titolo", "Sito", "Ente", ADDRESS, "en", day)
    assert read_bibtex(bibtex("pages/a", *facts))["urldate"] == urldate
    assert read_ris(ris(*facts))["Y2"] == y2


def test_what_was_never_checked_has_no_day():
    facts = ("Titolo", "Sito", "Ente", ADDRESS, "la", None)
    assert read_bibtex(bibtex("pages/a", *facts)).keys() == {"key", "author", "title", "howpublished", "url", "langid"}
    assert read_ris(ris(*facts)).keys() == {"TY", "TI", "T2", "PB", "UR", "LA", "ER"}


def test_every_page_of_a_record_is_cited_with_its_own_title_and_address(showcase: BuiltSite):
    keys = set()
    for file in sorted(showcase.out.rglob("index.html")):
        page = file.read_text("utf-8")
        entries = [html.unescape(one) for one in re.findall(r'<pre class="cite"[^>]*>(.*?)</pre>', page, re.DOTALL)]
        if not entries:
            continue
        first, second = read_bibtex(entries[0]), read_ris(entries[1])
        heading = html.unescape(re.sub("<[^>]*>", "", re.search(r"<h1[^>]*>(.*?)</h1>", page)[1]))
        assert plain(first["title"][1:-1]) == second["TI"] == heading
        assert first["url"] == second["UR"]
        assert f'<link rel="canonical" href="{html.escape(first["url"])}"' in page
        assert first["key"] not in keys
        keys.add(first["key"])
    assert len(keys) > 20
