"""Every picture on every page: what it finds is said, each mark is a link with a name, and all are one tab stop."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.elements import Element, elements
from tests.full import full_site
from tests.long import IS_LONG

SIGNS = {"key", "defs", "search", "plates"}
"""What holds signs and no data."""
ROWS = {"li": {"due", "states", "strips", "windows"}, "tr": {"register"}, "figure": {"front"}}
"""Lists and tables of which a picture is a part, and bars of very many agreements: the link of the row covers it."""
NO_WAY = {"axis", "slots", "years", "parts"}
"""Where what is no link has nowhere to go: years over the bars, a value that nobody tells, a year without a record; and
the rows of a number of the board, a table of which no list has just the records that a row counts."""
WORDED = {"years", "money"}
"""Pictures whose marks are links in words, one stop each without a script."""
OWN = "validity"
"""The life of the page's own record: there is nowhere to go, and its ends stand before it in words."""


def name(link: Element) -> str:
    """What a link is called."""
    title = next((one.text for one in link.all("title")), "")
    return link.attributes.get("aria-label") or title or link.text or link.attributes.get("title", "")


def pictures(main: Element) -> Iterator[Element]:
    """The drawings of data on a page."""
    for svg in main.all("svg"):
        above = [*svg.above()]
        inner = any(one.tag in ("svg", "summary", "button") for one in above)
        if not inner and not SIGNS & {word for one in (svg, *above) for word in one.classes}:
            yield svg


def leads_nowhere(svg: Element) -> bool:
    """Whether a picture is no door."""
    above = [*svg.above()]
    if any(one.tag == "a" and name(one) for one in above) or any(name(one) for one in svg.all("a")):
        return False
    if OWN in svg.classes:
        said = next(one for one in above if one.tag == "li")
        return not any("unseen" in one.classes and one.text for one in said.all("p"))
    if NO_WAY & _classes(svg):
        return False
    row = next((one for one in above if one.tag in ROWS and ROWS[one.tag] & _classes(one)), None)
    return row is None or not any(name(link) for link in row.all("a"))


def _classes(one: Element) -> set[str]:
    """The classes of what an element stands in."""
    return {word for above in one.above() for word in above.classes}


def finding(marks: Element, main: Element) -> str:
    """What a picture finds: the caption of its figure, what labels that, or the heading over it."""
    figure = next((one for one in marks.above() if one.tag == "figure"), None)
    if figure is None:
        section = next(one for one in marks.above() if one.tag == "section")
        return next((one.text for one in section.all("h2")), "")
    if label := figure.attributes.get("aria-labelledby"):
        return next((one.text for one in main.all() if one.attributes.get("id") == label), "")
    caption = next((one.text for one in figure.all("figcaption")), "")
    outer = next((one for one in figure.above() if one.tag == "figure"), None)
    return caption or (next((one.text for one in outer.all("figcaption")), "") if outer else "")


def faults(html: str) -> list[str]:
    """What is wrong with the pictures of a page."""
    main = next(elements(html).all("main"))
    found = [f"{svg.attributes} leads nowhere" for svg in pictures(main) if leads_nowhere(svg)]
    for marks in (one for one in main.all() if "marks" in one.classes):
        links = [one for one in marks.all("a") if one.attributes.get("aria-hidden") != "true"]
        stops = [one for one in links if one.attributes.get("tabindex") != "-1"]
        plain = {one.attributes["href"] for one in main.all("a") if marks not in one.above()}
        plain |= {f"#{one.attributes['id']}" for one in main.all() if "id" in one.attributes}
        if not finding(marks, main):
            found.append(f"{marks.classes} has no finding")
        found += [f"{marks.classes}: {one.attributes['href']} has no name" for one in links if not name(one)]
        if links and len(stops) != (len(links) if WORDED & {*marks.classes} else 1):
            found.append(f"{marks.classes} has {len(stops)} stops of {len(links)}")
        if not {"years", "months"} & {*marks.classes}:  # of what ends the nearest are listed, and a link has them all
            ways = {one.attributes["href"] for one in links if not _is_thread(one)}
            found += [f"{marks.classes}: the list has not {way}" for way in sorted(ways - plain)]
        for one in marks.all("a"):
            if any("aria-hidden" in above.attributes for above in one.above()):
                found.append(f"{one.attributes['href']} is hidden from who listens")
    return found


def _is_thread(link: Element) -> bool:
    """Whether it is a tie of two; the list has both of them."""
    return any("shared" in one.classes for one in link.above())


def all_faults(folder: Path, every: int = 1) -> dict[str, list[str]]:
    """The faults of each page of a site, or of one in so many: those of pages of one kind are alike."""
    files = sorted(folder.rglob("*.html"))[::every]
    pages = {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}
    told = {path: faults(html) for path, html in pages.items() if "<main" in html}
    return {path: wrong for path, wrong in told.items() if wrong}


def test_every_picture_of_the_real_site_is_a_door(real_site):
    assert all_faults(real_site, 1 if IS_LONG else 3) == {}


def test_every_picture_of_the_showcase_is_a_door(showcase):
    assert all_faults(showcase.out) == {}


@pytest.mark.parametrize("records", [2, 50])
def test_so_is_every_picture_of_a_made_up_site(tmp_path_factory, records):
    assert all_faults(full_site(tmp_path_factory, records)) == {}


@pytest.mark.parametrize(
    ("main", "told"),
    [
        ("<svg><rect/></svg>", "leads nowhere"),
        ('<a href="/x/"><svg><rect/></svg></a>', "leads nowhere"),
        (
            '<figure><svg class="marks"><a href="/x/"><title>X</title></a></svg></figure><a href="/x/">X</a>',
            "no finding",
        ),
        (
            '<figure><figcaption>X</figcaption><svg class="marks"><a href="/x/"><title>X</title></a></svg></figure>',
            "the list",
        ),
    ],
)
def test_a_picture_that_is_none_is_told(main, told):
    assert told in " ".join(faults(f"<main>{main}</main>"))
