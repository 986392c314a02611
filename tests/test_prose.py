"""Markdown becomes safe HTML whose links keep their tokens and their places."""

import re

import pytest
from markupsafe import Markup

from generator.content.prose import ImageUse, TextPlace, read_prose
from generator.text.prose_html import parted
from tests.harness import BuiltSite, SiteTest, text_of

PAGE = "content/organisations/biblioteca.md"
FACTS = "---\ntitle: Biblioteca\nnature: cultural-body\nsources:\n  - source: comunicato-mobilita\n---\n"
BODY_LINE = 7


def site(body: str) -> SiteTest:
    return SiteTest().write(PAGE, FACTS + body)


def html(text: str) -> str:
    return read_prose(text).html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<b onmouseover=alert(1)>x</b>",
        "<div>\n\n*x*\n\n</div>",
        "<!-- segreto -->",
        "<iframe src=https://a.example></iframe>",
        "a <img src=x onerror=alert(1)> b",
        "<style>p {color: red}</style>",
        "</main></body>",
        '<a href="javascript:alert(1)">x</a>',
        "<svg/onload=alert(1)>",
        "<?php echo 1 ?>",
        "<![CDATA[x]]>",
    ],
)
def test_html_that_editors_write_is_text(text: str) -> None:
    tags = set(re.findall(r"</?([a-z0-9]+)", html(text)))
    assert tags <= {"p", "em"}
    assert read_prose(text).text.replace("*", "").startswith(text.split("\n")[0].replace("*", "")[:5])


def test_code_shows_html_and_runs_none() -> None:
    expected = "<p><code>&lt;b&gt;</code> e</p>\n<pre><code>&lt;script&gt;\n</code></pre>"
    assert html("`<b>` e\n\n```\n<script>\n```") == expected


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](vbscript:x)",
        "[x](data:text/html,x)",
        "[x](file:///etc/passwd)",
        "[x][1]\n\n[1]: javascript:alert(1)",
        "![x](javascript:alert(1))",
        "![x](data:image/png;base64,AAAA)",
        "![x](data:image/PNG;base64,AAAA)",
        "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
        "![x](data&#58;text/html,x)",
        "![x][1]\n\n[1]: DATA:,x",
    ],
)
def test_a_dangerous_address_is_gone_and_told(text: str) -> None:
    assert not re.search(r'(?:href|src)="(?!ref:|https?:|mailto:)', html(text))
    told = set(site(text).check().codes()) - {"missing-credit"}
    assert told in ({"broken-link"}, {"missing-file"}, {"pasted-file"})


@pytest.mark.parametrize(
    "text",
    ["[x](https://a.example/){: onclick=a style=b target=_blank class=y }", "Testo\n{: onclick=a class=x id=main }"],
)
def test_attributes_that_could_harm_are_gone(text: str) -> None:
    assert not re.search(r"onclick|style|target|class|id=", html(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Uno\n\n## Due", '<h2 id="uno">Uno</h2>\n<h3 id="due">Due</h3>'),
        (
            "### Uno\n\n##### Due\n\n## Tre",
            '<h2 id="uno">Uno</h2>\n<h3 id="due">Due</h3>\n<h2 id="tre">Tre</h2>',
        ),
        ("## Uno\n\n## Uno", '<h2 id="uno">Uno</h2>\n<h2 id="uno_1">Uno</h2>'),
        ("| a | b |\n|---|---|\n| c | d |", None),
        ("Acqua\n:   un tema", "<dl>\n<dt>Acqua</dt>\n<dd>un tema</dd>\n</dl>"),
        ("Il CNR.\n\n*[CNR]: Consiglio", '<p>Il <abbr title="Consiglio">CNR</abbr>.</p>'),
        ("Si dice *slow food*{: lang=en }.", '<p>Si dice <em lang="en">slow food</em>.</p>'),
        ("1. a\n\n- b", "<ol>\n<li>a</li>\n</ol>\n<ul>\n<li>b</li>\n</ul>"),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
        ("", ""),
        ("   \n", ""),
    ],
)
def test_what_markdown_says(text: str, expected: str | None) -> None:
    if expected is None:
        assert "<table>" in html(text) and "<th>a</th>" in html(text)
    else:
        assert html(text) == expected


def test_plain_text_has_no_tags_and_no_line_ends() -> None:
    assert read_prose("## Uno\n\nDue *tre*\nquattro & <b>").text == "Uno Due tre quattro & <b>"


def test_anchors_are_those_of_the_headings_in_order() -> None:
    prose = read_prose("## Che cosa è?\n\n### Perché\n\n## Attività { #altro }")
    assert prose.anchors == ("che-cosa-e", "perche", "altro")


def test_a_heading_in_another_language_keeps_its_anchor() -> None:
    assert read_prose("## Public engagement {: lang=en }").anchors == ("public-engagement",)


def test_a_link_in_another_language_is_a_link_like_any_other() -> None:
    assert read_prose("[x](ref:pages/method){: lang=en }").links == (TextPlace("ref:pages/method", 1, 5),)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[x](a.pdf)", [(1, 5)]),
        ("Due righe\ne [x](a.pdf)", [(2, 7)]),
        ("perché [città](a.pdf)", [(1, 16)]),
        ("[x](a.pdf) [y](a.pdf)", [(1, 5), (1, 16)]),
        ("[x](a.pdf) [y](a.pdfx)", [(1, 5), (1, 16)]),
        ("[x](a.pdfx) [y](a.pdf)", [(1, 5), (1, 17)]),
        ("[x](<a.pdf> 'titolo')", [(1, 6)]),
        ("[![s](i.png)](a.pdf)", [(1, 15)]),
        ("[x](https://a.example/?b=1&c=2)", [(1, 5)]),
        ("<https://a.example/>", [(1, 2)]),
        ("scrivi: <urp@a.example>", [(1, 10)]),
        ("[x][1] e [y][1]\n\n[1]: a.pdf", [(3, 6), (3, 6)]),
        ("- [x](a.pdf)\n- [y](b.pdf)", [(1, 7), (2, 7)]),
        ("| a |\n|---|\n| [x](a.pdf) |", [(3, 7)]),
        ("Testo.\n\n[x](a\\_b.pdf)", [(1, 1)]),  # spelt as it is not written: the text at least
        ("`[x](a.pdf)`", []),
        ("\\[x](a.pdf)", []),
    ],
)
def test_a_link_knows_where_it_stands(text: str, places: list[tuple[int, int]]) -> None:
    assert [(one.line, one.column) for one in read_prose(text).links] == places


def test_a_picture_knows_where_it_stands_and_what_it_shows() -> None:
    found = read_prose('Testo.\n\n![Una "sala" & più](sala.png "Comune, «CC» & co.") ![](b.png)').images
    sala = ImageUse(TextPlace("sala.png", 3, 21), 'Una "sala" & più', "Comune, «CC» & co.")
    assert found == (sala, ImageUse(TextPlace("b.png", 3, 56), "", ""))


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("ref:pages/metod", "unknown-reference"),
        ("ref:page/method", "broken-link"),
        ("ref:pages", "broken-link"),
        ("ref:pages/method#nulla", "broken-link"),  # it has no parts at all
        ("ref:agreements/mobilita#nulla", "unknown-anchor"),
        ("#nulla", "unknown-anchor"),
        ("orari.pdf", "broken-link"),
        ("../x", "broken-link"),
        ("/accordi/mobilita/", "broken-link"),
        ("//a.example/x", "broken-link"),
        ("www.a.example", "broken-link"),
        ("tel:112", "broken-link"),
        ("mailto:anna.verdi@a.example", "personal-email"),
        ("mailto:urp@a.example?subject=x", None),
        ("mailto:urp@a.example,info@b.example?cc=stampa@a.example&subject=x%40y", None),
        ("mailto:urp%40a.example", None),
        ("mailto:?to=urp@a.example", None),
        ("mailto:", "broken-link"),
        ("mailto:urp", "broken-link"),
        ("mailto:urp@", "broken-link"),
        ("mailto:urp@ateneo", "broken-link"),
        ("mailto:urp@ateneo..example", "broken-link"),
        ("mailto:@a.example", "broken-link"),
        ("mailto:urp a", "broken-link"),
        ("mailto:urp@a.example,", "broken-link"),
        ("mailto:urp@a.example info@b.example", "broken-link"),
        ("mailto:urp@a.example%2Cinfo", "broken-link"),
        ("mailto:?subject=x", "broken-link"),
        ("mailto:urp@a.example?cc=info", "broken-link"),
        ("https://a.example/x y", "broken-link"),
        (r"https://a.example\@b.example", "broken-link"),
        ("https://a.example@b.example/", "broken-link"),
        ("https://a.example/@b", None),
        ("", "broken-link"),
        ("https://a", "broken-link"),
        ("ref:pages/method", None),
        ("ref:agreements/mobilita#che-cosa-prevede", None),
        ("#orari", None),
        ("https://a.example/?b=1&c=2#d", None),
        ("mailto:ufficio.stampa@a.example", None),
    ],
)
def test_every_link_leads_somewhere_or_is_told(link: str, code: str | None) -> None:
    found = site(f"## Orari\n\nVedi [qui]({link}).\n").check()
    assert found.codes() == ([code] if code else [])
    if code and link:
        place, before = found.found[0].place, f"Vedi [qui]({'mailto:' if code == 'personal-email' else ''}"
        assert (place.line, place.column) == (BODY_LINE + 2, len(before) + 1)


def test_tokens_become_addresses_and_headings_stand_below_that_of_the_page() -> None:
    body = "## Orari\n\n[a](ref:pages/method) [b](#orari) [c](ref:agreements/mobilita#che-cosa-prevede)\n"
    main = site(body).build().main("/organizzazioni/biblioteca/")
    orari = re.search(r'<h2 id="([\w-]+)">Orari</h2>', main)
    assert orari
    assert f'<a href="/metodo/">a</a> <a href="#{orari[1]}">b</a>' in main
    agreement = re.search(r'href="/accordi/mobilita/#([\w-]+)">c</a>', main)
    assert agreement
    assert "ref:" not in main


def test_a_heading_that_is_called_like_a_part_of_the_page_is_no_duplicate() -> None:
    built = site("## Sources\n\n## Body { #main }\n\n[x](#sources) [y](#main)\n").build()
    ids = re.findall(r'id="([^"]+)"', built.page("/organizzazioni/biblioteca/"))
    assert len(ids) == len(set(ids))


def test_a_link_leads_to_the_page_in_the_same_language() -> None:
    main = SiteTest().build().main("/en/agreements/mobilita/")
    assert '<a href="/en/method/">journeys</a>' in main


def test_html_in_a_title_is_shown_as_it_is_written() -> None:
    built = SiteTest().replace("content/organisations/unicollefiorito.yaml", "Università", "<b>Università</b> & {co}")
    built.build()
    page = built.page("/organizzazioni/unicollefiorito/")
    assert "<b>Univ" not in page
    assert "&lt;b&gt;Università&lt;/b&gt; &amp; {co}" in text_of(page)


PARTS = "## Parte\n\nTesto.\n"
MARK = "withdrawn: {on: 2025-05-01, because: {it: a, en: b}}\n"


@pytest.mark.parametrize(
    ("facts", "text", "english", "codes"),
    [
        ("", PARTS, False, []),
        ("", PARTS, True, ["broken-link"]),  # the page of a source is there in every language, its text is not
        ("", "Testo.\n", False, ["broken-link"]),
        (MARK, PARTS, False, ["broken-link"]),
    ],
)
def test_a_part_that_is_linked_is_on_the_page_that_a_reader_gets(
    facts: str, text: str, english: bool, codes: list[str]
) -> None:
    source, page = "content/sources/comunicato-mobilita", f"content/pages/method{'.en' * english}.md"
    made = SiteTest().rename(f"{source}.yaml", f"{source}.md")
    made.write(f"{source}.md", f"---\n{made.read(f'{source}.md').strip()}\n{facts}---\n{text}")
    made.write(page, f"{made.read(page).strip()}\n\n[qui](ref:sources/comunicato-mobilita#parte)\n").check()
    others = ("stale-translation", "withdrawn-evidence")
    assert [code for code in made.codes() if code not in others] == codes
    told = made.found
    assert made.build().found == told


@pytest.mark.parametrize(
    ("html", "before", "after"),
    [
        ("<p>a</p><h2>b</h2><p>c</p>", "<p>a</p>", "<h2>b</h2><p>c</p>"),
        ("<h2>b</h2><p>c</p>", "", "<h2>b</h2><p>c</p>"),
        ("<p>a</p>", "<p>a</p>", ""),
        ("<blockquote><h2>b</h2></blockquote><h3>c</h3>", "<blockquote><h2>b</h2></blockquote>", "<h3>c</h3>"),
        ("<ul><li><h2>b</h2></li></ul>", "<ul><li><h2>b</h2></li></ul>", ""),
    ],
)
def test_a_text_is_parted_at_its_first_heading_and_within_nothing(html: str, before: str, after: str) -> None:
    one, other = parted((Markup(html),))
    assert ("".join(map(str, one)), "".join(map(str, other))) == (before, after)


def test_aims_stand_between_what_a_text_begins_with_and_what_has_headings(showcase: BuiltSite) -> None:
    """Tags have no heading of their own: under one of the text they would be taken for part of it."""
    shown = showcase.main("/accordi/mobilita/")
    assert shown.index('class="prose"') < shown.index('<ul class="tags"') < shown.index('<h2 id="text-sources">')
