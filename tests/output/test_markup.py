from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.output.links.tags import Tag, read_tag, written_tags


class Reference(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag, attrs):
        attributes: dict[str, str] = {}
        for name, value in attrs:
            attributes.setdefault(name, value or "")
        self.found.append((tag, attributes))


def by_the_standard_library(html: str) -> list[tuple[str, dict[str, str]]]:
    parser = Reference()
    parser.feed(html)
    parser.close()
    return parser.found


def tags(html: str) -> list[Tag]:
    return [read_tag(written) for written in written_tags(html)]


@pytest.mark.parametrize(
    "html",
    [
        "<!doctype html><html lang=it><head><title>a < b & c</title><meta charset='utf-8'/></head>",
        "<a href=\"/a?b=1&amp;c=2#d\" class='x y' hidden>1 > 0</a>",
        '<a title="a > b" href=/x>y</a><br><br/><img alt="" src="a.png"/>',
        "<p>3 < 4, <b>bold</b> and <3</p>",
        "<!-- <a href='no'> --><a href='yes'><!----><i></i>",
        '<script type="module" src="a.js"></script><script>if (a<b) document.write("<a href=x>")</script><p>',
        "<style>a > b { content: '<p>' }</style><h1 id=\"è\">",
        "<A HREF='X' Data-X=1 href='second'>",
        "<svg viewBox='0 0 1 1'><use xlink:href='#a'/><path d='M1 1\nh2'/></svg>",
        "<input value=\"it's\" disabled\n  type = 'text' >",
        '<p title="&quot;&lt;b href=x&gt;&quot;">',
        "<scripty src=a><styles src=b>",
        "<p <script src=a><b></script>",
        "<SCRIPT src=a><b></Script\n><i>",
        "",
        "no tags at all",
    ],
)
def test_the_tags_are_those_the_standard_library_finds(html):
    assert [(tag.name, tag.attributes) for tag in tags(html)] == by_the_standard_library(html)


def test_tags_that_are_written_alike_are_read_once():
    assert written_tags("<p><a href=x>x</a></p><p><a href=x >x</a><!-- --><!-- --><a href=x>") == [
        "<p",
        "<a href=x",
        "<a href=x ",
    ]


def test_the_tags_of_our_own_pictures_too():
    for template in Path(__file__).parents[2].joinpath("templates").rglob("*.svg"):
        html = template.read_text()
        assert [(tag.name, tag.attributes) for tag in tags(html)] == by_the_standard_library(html)


def test_what_a_script_holds_is_not_read_as_tags():
    assert tags("<script>'<a href=x>'</script ><b title=y>") == [
        Tag("script", {}, "'<a href=x>'"),
        Tag("b", {"title": "y"}),
    ]


def test_what_a_style_holds():
    (tag,) = tags("<style media=print>a { b: url(c) }</style>")
    assert tag.text == "a { b: url(c) }"


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<" * 500_000, 0),
        ("<a '" * 100_001, 1),
        ("<!--" * 200_000, 0),
        ("<script>" * 100_000, 1),
        ("<a b=" * 100_000, 1),
        ("<a " + "b='" * 100_001, 1),
        ("<style a='" * 100_000, 1),
    ],
)
def test_hostile_markup_is_read_once(html, found):
    """Read again from every tag, any of these would take minutes."""
    assert len(list(tags(html))) == found
