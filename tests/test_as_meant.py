"""Markdown as people write it is shown as they mean it, and never as raw signs."""

import json
import re
import time

import pytest

from generator.content.prose import read_prose
from tests.harness import SiteTest

PAGE = "content/organisations/biblioteca.md"
FACTS = "---\ntitle: Biblioteca\nnature: cultural-body\nsources:\n  - source: comunicato-mobilita\n---\n"


def html(text: str) -> str:
    return re.sub(r"\s*\n\s*", "", read_prose(text).html)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I partner sono:\n- uno\n- due", "<p>I partner sono:</p><ul><li>uno</li><li>due</li></ul>"),
        ("Fasi:\n1. uno\n2. due", "<p>Fasi:</p><ol><li>uno</li><li>due</li></ol>"),
        ("- a\n  - b\n    - c\n- d", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"),
        ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("- a\n\n  di più\n- b", "<ul><li><p>a</p><p>di più</p></li><li><p>b</p></li></ul>"),
        ("• uno\n• due", "<ul><li>uno</li><li>due</li></ul>"),
        ("Ecco:\n▪ uno\n▪ due", "<p>Ecco:</p><ul><li>uno</li><li>due</li></ul>"),
        ("1) uno\n2) due", "<ol><li>uno</li><li>due</li></ol>"),
        ("Poi:\n\n3. tre\n4. quattro", '<p>Poi:</p><ol start="3"><li>tre</li><li>quattro</li></ol>'),
        ("2019. Un anno.", "<p>2019. Un anno.</p>"),
        ("Nel\n2. maggio", "<p>Nel2. maggio</p>"),
        ("– uno\n– due", "<ul><li>uno</li><li>due</li></ul>"),
        ("— uno\n\n— due", "<ul><li><p>uno</p></li><li><p>due</p></li></ul>"),
        ("· uno\n·due", "<ul><li>uno</li><li>due</li></ul>"),
        ("-uno\n-due", "<ul><li>uno</li><li>due</li></ul>"),
        ("1.uno\n2.due", "<ol><li>uno</li><li>due</li></ol>"),
        ("– Una sola.\nPoi altro.", "<p>– Una sola.Poi altro.</p>"),
        ("-5 gradi\n-3 gradi", "<p>-5 gradi-3 gradi</p>"),
        ("a) uno\nb) due\n\nPoi.", "<p>a) uno<br>b) due</p><p>Poi.</p>"),
        ("(1) uno\n(2) due", "<p>(1) uno<br>(2) due</p>"),
        ("Uno\\\ndue", "<p>Uno<br>due</p>"),
        ("1.1 uno\n1.2 due", "<p>1.1 uno<br>1.2 due</p>"),
        (
            "Fasi:\n1.1. uno\n1.1.1. dentro\n1.2. due\n2. tre",
            "<p>Fasi:<br>1.1. uno<br>1.1.1. dentro<br>1.2. due<br>2. tre</p>",
        ),
        ("1. A\n1.1 uno\n1.2 due\n2. B", "<ol><li>A<br>1.1 uno<br>1.2 due  </li><li>B</li></ol>"),
        ("1.1 milioni di euro nel\n2.3 capitoli", "<p>1.1 milioni di euro nel2.3 capitoli</p>"),
        ("Aule di 20*30*4 metri e *belle*", "<p>Aule di 20*30*4 metri e <em>belle</em></p>"),
        (
            "2*1,5 ore e `2*3` e **3*5*2** crediti",
            "<p>2*1,5 ore e <code>2*3</code> e <strong>3*5*2</strong> crediti</p>",
        ),
        ("#unipo #terzamissione", "<p>#unipo #terzamissione</p>"),
        (
            "#unipo è un hashtag\n\n- #uno\n\n> #due",
            "<p>#unipo è un hashtag</p><ul><li>#uno</li></ul><blockquote><p>#due</p></blockquote>",
        ),
        ("```\n#x = 2*3\n```", "<pre><code>#x = 2*3</code></pre>"),
        ("H~2~O e m^2^", "<p>H<sub>2</sub>O e m<sup>2</sup></p>"),
        ("10^-3^ x^n+1^ Ca^2+^ a~i-1~", "<p>10<sup>-3</sup> x<sup>n+1</sup> Ca<sup>2+</sup> a<sub>i-1</sub></p>"),
        ("m<SUP>2</SUP><BR>poi", "<p>m<sup>2</sup><br>poi</p>"),
        ("[TOC]", ""),
        ("> - a\n> - b", "<blockquote><ul><li>a</li><li>b</li></ul></blockquote>"),
        ("H<sub>2</sub>O e m<sup>2</sup>,<br>poi", "<p>H<sub>2</sub>O e m<sup>2</sup>,<br>poi</p>"),
        ("`<sub>`", "<p><code>&lt;sub&gt;</code></p>"),
        ("## Risultati {2024}", '<h2 id="risultati-2024">Risultati {2024}</h2>'),
        ("## Esito {#fine}", '<h2 id="fine">Esito</h2>'),
        ("    Rientrato.\n\n\tAnche questo.", "<p>Rientrato.</p><p>Anche questo.</p>"),
        ("```\n- a\n  www.a.example\n```", "<pre><code>- awww.a.example</code></pre>"),
        ("a - b\n\n---\n\nc", "<p>a - b</p><hr><p>c</p>"),
        ("Vocabolo\n: Il senso\n    di esso", "<dl><dt>Vocabolo</dt><dd>Il sensodi esso</dd></dl>"),
    ],
)
def test_what_is_meant_is_shown(text: str, shown: str) -> None:
    assert html(text) == shown


WORD = "•\tA\n•\tB\no\tsotto\n§\tpiù sotto\no\tdue\n•\tC"
LEVELS = "<ul><li>A</li><li>B<ul><li>sotto<ul><li>più sotto</li></ul></li><li>due</li></ul></li><li>C</li></ul>"

MIXED = "<ul><li>b</li></ul><ol><li>c</li></ol>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (WORD, LEVELS),
        (WORD.replace("\t", "   "), LEVELS),
        ("•\tA\n\n•\tB\n\no\tc\n", "<ul><li><p>A</p></li><li><p>B</p><ul><li>c</li></ul></li></ul>"),
        ("• a\n  ▪ b\n• c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("Ø\tuno\nØ\tdue", "<ul><li>uno</li><li>due</li></ul>"),
        ("\uf0d8\tuno\n⁃ due\n✓ tre\n□ quattro", "<ul><li>uno</li><li>due</li><li>tre</li><li>quattro</li></ul>"),
        ("*primo\n*secondo **certo**", "<ul><li>primo</li><li>secondo <strong>certo</strong></li></ul>"),
        ("→ uno\n→ due", "<ul><li>uno</li><li>due</li></ul>"),
        ("§ uno\n§ due", "<ul><li>uno</li><li>due</li></ul>"),
        ("q uno\nq due", "<ul><li>uno</li><li>due</li></ul>"),
        ("• a\n§ b\n§ c\n• d", "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"),
        ("§ 3 della legge\n§ 4 poi", "<p>§ 3 della legge§ 4 poi</p>"),
        ("q una sola.\nPoi.", "<p>q una sola.Poi.</p>"),
        ("- a\n- b\n1. c\n2. d", "<ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol>"),
        (
            "1. A:\n- a\n- b\n2. B:\n- c",
            "<ol><li>A:<ul><li>a</li><li>b</li></ul></li><li>B:<ul><li>c</li></ul></li></ol>",
        ),
        ("1. A:\n\n- a\n\n2. B:", '<ol><li>A:</li></ol><ul><li>a</li></ul><ol start="2"><li>B:</li></ol>'),
        (
            "- a\n  - b\n  1. c\n- d",
            "<ul><li><p>a</p><ul><li>b</li></ul><ol><li>c</li></ol></li><li><p>d</p></li></ul>",
        ),
        ("- a\n\n  - b\n- c", "<ul><li><p>a</p><ul><li>b</li></ul></li><li><p>c</p></li></ul>"),
        ("- nato il\n2. maggio", "<ul><li>nato il2. maggio</li></ul>"),
        ("1. nel\n2019. Poi", "<ol><li>nel2019. Poi</li></ol>"),
        ("a. uno\nb. due", "<p>a. uno<br>b. due</p>"),
        ("Ecco:\nI. uno\nche segue\nII. due", "<p>Ecco:<br>I. unoche segue<br>II. due</p>"),
        ("i. uno\nii. due\niii. tre", "<p>i. uno<br>ii. due<br>iii. tre</p>"),
        ("1- uno\n2- due", "<p>1- uno<br>2- due</p>"),
        ("1°) uno\n2°) due", "<p>1°) uno<br>2°) due</p>"),
        ("1° premio\n2° premio", "<p>1° premio<br>2° premio</p>"),
        ("A) uno\nche segue\nB) due", "<p>A) unoche segue<br>B) due</p>"),
        ("- voce:\n  a) uno\n  b) due", "<ul><li>voce:<br>a) uno<br>b) due</li></ul>"),
        ("- uno\\\n  due", "<ul><li>uno<br>due</li></ul>"),
    ],
)
def test_a_list_is_read_as_it_was_pasted(text: str, shown: str) -> None:
    assert html(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "*Corsivo* all’inizio\n*anche* qui",
        "*Un corsivo che va\na capo* e basta",
        "→ Una sola.",
        "§ 3 del regolamento\n§ 4 e seguenti",
        "nero\no bianco",
        "e. g. una cosa\ni. e. un’altra",
        "Ne parlano\nA. Volta e\nB. Croce",
        "A. Volta nacque\nG. Galvani morì",
        "Fino al\n1° maggio e dal\n2° in poi",
        "a) Una sola.",
    ],
)
def test_a_sentence_that_begins_like_an_entry_is_none(text: str) -> None:
    shown = html(text)
    assert "<li>" not in shown
    assert "<br>" not in shown


def test_code_is_no_list() -> None:
    assert read_prose("```\n*a\n*b\n\na. c\nb. d\n```").html == "<pre><code>*a\n*b\n\na. c\nb. d\n</code></pre>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. uno\n3. tre\n5. cinque", '<ol><li>uno</li><li value="3">tre</li><li value="5">cinque</li></ol>'),
        ("10. a\n9. b\n8. c", '<ol start="10"><li>a</li><li value="9">b</li><li value="8">c</li></ol>'),
        ("1. a\n2. b\n\n5. e\n6. f", '<ol><li>a</li><li><p>b</p></li><li value="5"><p>e</p></li><li>f</li></ol>'),
        ("1. a\n2. b\n\n1. c", '<ol><li>a</li><li><p>b</p></li><li value="1"><p>c</p></li></ol>'),
        ("- x\n  1) a\n  4) b\n- y", '<ul><li>x<ol><li>a</li><li value="4">b</li></ol></li><li>y</li></ul>'),
        ("1. a\n   - x\n4. b\n5. c", '<ol><li>a<ul><li>x</li></ul></li><li value="4">b</li><li>c</li></ol>'),
        ("> 1. a\n> 3. b", '<blockquote><ol><li>a</li><li value="3">b</li></ol></blockquote>'),
        ("7. a\n\n   di più\n9. b", '<ol start="7"><li><p>a</p><p>di più</p></li><li value="9"><p>b</p></li></ol>'),
        ("1. a\n0. b", '<ol><li>a</li><li value="0">b</li></ol>'),
        ("007. a\n008. b\n010. c", '<ol start="007"><li>a</li><li>b</li><li value="10">c</li></ol>'),
        ("1. a\n1. b\n1. c", "<ol><li>a</li><li>b</li><li>c</li></ol>"),
        ("1. a\n2. b\n3. c", "<ol><li>a</li><li>b</li><li>c</li></ol>"),
    ],
)
def test_an_entry_keeps_the_number_that_does_not_follow_on(text: str, shown: str) -> None:
    assert html(text) == shown


def test_a_number_that_no_browser_counts_with_is_left_to_the_library() -> None:
    number = "9" * 5000
    assert (
        html(f"- > {number}. a") == f'<ul><li><blockquote><ol start="{number}"><li>a</li></ol></blockquote></li></ul>'
    )


def test_numbers_stand_in_the_data_as_on_the_page() -> None:
    site = SiteTest().write(PAGE, f"{FACTS}1. Oggetto\n3. Durata\n").build()
    assert '<li value="3">Durata</li>' in site.page("/organizzazioni/biblioteca/")
    data = json.loads(site.text("organizzazioni/biblioteca/index.json"))
    assert '<li value="3">Durata</li>' in data["words"]["it"]["html"]


def test_a_table_right_after_a_sentence_keeps_its_alignment() -> None:
    shown = html("Ecco:\n| anno | numero |\n|---|--:|\n| 2024 | 5 |")
    assert shown.startswith("<p>Ecco:</p><table>")
    assert '<th class="right">numero</th>' in shown
    assert '<td class="right">5</td>' in shown


@pytest.mark.parametrize("indent", ["", "  ", "    "])
def test_a_table_right_after_an_entry_is_a_table(indent: str) -> None:
    rows = "\n".join(f"{indent}{row}" for row in ("| Anno | Corse |", "|---|---|", "| 2023 | 3 |"))
    html = read_prose(f"- percorsi:\n{rows}\n- altro").html
    assert html.count("<tr>") == 2 and "|" not in html
    assert ("</ul>" in html.partition("<table>")[0]) != bool(indent), "what is indented stands in the entry"


def test_notes_lead_there_and_back() -> None:
    shown = html("Testo[^1] e altro[^b].\n\n[^1]: La *nota*.\n\n[^b]: Altra.")
    assert re.findall(r'id="([^"]*)"', shown) == ["fnref-1", "fnref-b", "fn-1", "fn-b"]
    assert re.findall(r'href="#([^"]*)"', shown) == ["fn-1", "fn-b", "fnref-1", "fnref-b"]


def test_notes_stand_on_a_page_whose_links_lead_somewhere() -> None:
    site = SiteTest().write(PAGE, f"{FACTS}Una sala[^1].\n\n[^1]: Aperta dal 1990.\n").build()
    assert site.codes() == []
    assert '<a href="#text-fn-1">1</a>' in site.page("/organizzazioni/biblioteca/")


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Vedi https://a.example/b, poi.", ["https://a.example/b"]),
        ("Vedi (www.a.example/c).", ["https://www.a.example/c"]),
        ("Vedi https://a.example/b_(c).", ["https://a.example/b_(c)"]),
        ("<https://a.example> [x](https://b.example) `https://c.example`", ["https://a.example", "https://b.example"]),
        ("[https://a.example](https://a.example/)", ["https://a.example/"]),
        ("[x][1]\n\n[1]: https://a.example", ["https://a.example"]),
        ("urp@a.example", []),
    ],
)
def test_a_bare_address_is_a_link(text: str, targets: list[str]) -> None:
    prose = read_prose(text)
    assert re.findall(r'href="([^"]*)"', prose.html) == targets
    assert [link.target for link in prose.links] == targets


def test_a_bare_address_has_its_place() -> None:
    (link,) = read_prose("Prima.\n\nVedi www.a.example ora.").links
    assert (link.line, link.column) == (3, 6)


@pytest.mark.parametrize("target", ["una%20guida.csv", "./una guida.csv", "./una%20guida.csv"])
def test_a_file_is_found_however_its_name_is_written(target: str) -> None:
    site = SiteTest().write("content/organisations/biblioteca/una guida.csv", b"a,b")
    site.write("content/organisations/biblioteca/index.md", f"{FACTS}Ecco [la guida](<{target}>).\n")
    assert site.check().codes() == []


@pytest.mark.parametrize(
    ("written", "meant"), [("Una Guida.CSV", "una guida.csv"), ("una-guida.csv", "una guida.csv"), ("x.csv", "")]
)
def test_a_file_of_another_name_is_the_one_meant(written: str, meant: str) -> None:
    site = SiteTest().write("content/organisations/biblioteca/una guida.csv", b"a,b")
    site.write("content/organisations/biblioteca/index.md", f"{FACTS}Ecco [la guida](<{written}>).\n").check()
    told = [one.suggestions for one in site.found if one.code == "broken-link"]
    assert told == [(meant,) if meant else ()]


@pytest.mark.parametrize(
    "text",
    [
        "Un **x.",
        "[x] (https://a.example)",
        "Nota[^9].",
        "~~no~~",
        "## A\n### B\n\nx | y\n\n|---|",
        "[](x) **",
        "- [ ] da fare",
        "[[Pagina]]",
        "::: nota",
        "Testo^[nota]",
        "Testo {.classe}",
        "==evidenziato==",
        "L`altro",
        "## ",
        "Vedi il [bando][rif].",
        "Vedi il [**bando 2024**][B&B].",
        "Vedi il [bando][].",
        "![Il ponte][foto]",
        "> [!NOTE]\n> avviso",
        "[!attenzione] avviso",
        "!!! note\n    avviso",
        "$x^{2}$",
        "Sia $a_1 + b_1$ la somma.",
        "Costa $5: $\\alpha$",
        "$$ E = m $$",
        "{: .classe}",
        '{: lang="en"}',
        "{{ variabile }}",
        "{% raw %}",
        "(bando)[https://a.example/]",
        "== Titolo ==",
        "x^a(b)c^",
        "##Titolo",
        "<https://a.example/x y>",
        "*testo * e altro",
        "_ testo_ e altro",
        ":smile: ciao",
        "Sono ~circa~ 500",
        "Sotto:\n###Titolo",
    ],
)
def test_no_sign_of_markdown_is_left_over_in_silence(text: str) -> None:
    assert {"raw-markdown", "broken-link"} & set(SiteTest().write(PAGE, FACTS + text + "\n").check().codes())


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4",
        "nome_di_file",
        "a\\*\\*b",
        "`**`",
        "uno ~ due",
        "~500 e ~600 euro",
        "alle 10:30:00 di: sera: tardi",
        "prezzo* alto\n\n*IVA esclusa",
        "Titolo\n=======\n\nTesto",
        "f(x) [1] (2)",
        "C# e #hashtag",
        "3 < 4 > 2",
        "a == b",
        "{x}",
        "`[[x]]`",
        "^ e ~",
        "Da $5 a $10, o US$5_000 e $6",
        "Il 5 % di {a, b} e {{1}, {2}}",
        "«[…] così [sic] [...]» [sic][…] [1][2] [a] [b]",
        "Scritto \\[così\\]\\[qui\\], \\{{ x }}, \\$x^2$",
        "`$x^2$` e `{{ x }}` e `[a][b]`",
        "[bando][rif]\n\n[rif]: https://a.example/",
        "Davvero!!! note a margine???",
        "Home | Chi siamo | Contatti",
        "Tel. 1 | Fax 2\nOrari | Sede",
        "|x| è un valore",
        "```\n| a | b |\n| 1 | 2 |\n```",
        "\\| a | b |\n\\| 1 | 2 |",
        "Tabella:\n| a | b |\n|---|---|\n| 1 | 2 |",
        "> a | b | c\n> --- | --- | ---\n> 1 | 2 | 3\n> 4 | 5 | 6",
    ],
)
def test_signs_that_are_meant_are_left_alone(text: str) -> None:
    assert SiteTest().write(PAGE, FACTS + text + "\n").check().codes() == []


@pytest.mark.parametrize(
    ("text", "line", "dashes"),
    [
        ("| a | b |\n| 1 | 2 |", 1, "|---|---|"),
        ("|a|b|c|\n|1|2|3|", 1, "|---|---|---|"),
        ("Ecco:\n| a | b |\n| 1 | 2 |", 2, "|---|---|"),
        ("a | b | c\n1 | 2 | 3", 1, "---|---|---"),
        ("|a||c|\n|1|2|3|", 1, "|---|---|---|"),
        ("> | a | b |\n> | 1 | 2 |", 1, "|---|---|"),
        ("| a | b |\n|---|---|\n\n| 1 | 2 |", 4, "|---|---|"),
    ],
)
def test_a_table_without_its_dashes_is_told_with_the_line_to_write(text: str, line: int, dashes: str) -> None:
    site = SiteTest().write(PAGE, FACTS + text + "\n").check()
    (told,) = [one for one in site.found if one.code == "table-without-dashes"]
    assert (told.place.line - FACTS.count("\n"), told.values["dashes"]) == (line, dashes)


@pytest.mark.parametrize(
    ("summary", "codes"),
    [
        ("Il valore di $x^2$.", ["markup-in-fact"]),
        ("Di {{ nome }}.", ["markup-in-fact"]),
        ("Da $5 a $10, in {a, b}.", []),
    ],
)
def test_signs_of_templates_and_formulas_stand_in_no_fact(summary: str, codes: list[str]) -> None:
    site = SiteTest().write(PAGE, FACTS.replace("nature:", f"summary: '{summary}'\nnature:"))
    assert [(one.code, one.suggestions) for one in site.check().found] == [(code, ()) for code in codes]


@pytest.mark.parametrize(
    ("summary", "sign", "meant"),
    [
        ("Un accordo *bello* e _nuovo_ con `codice`.", "*", "Un accordo bello e nuovo con codice."),
        ("***Forte*** e **_tanto_**", "***", "Forte e tanto"),
        ("«_Opera_», vedi [qui](https://x.example/_a_/)", "_", "«Opera», vedi qui"),
        ("In __evidenza__, da https://x.example/_a_/", "__", "In evidenza, da https://x.example/_a_/"),
        ("Un <b>testo</b> <!-- da confermare --> *vero*", "<b>", "Un testo vero"),
    ],
)
def test_of_a_fact_with_markdown_the_words_alone_are_meant(summary: str, sign: str, meant: str) -> None:
    site = SiteTest().write(PAGE, FACTS.replace("nature:", f"summary: '{summary}'\nnature:")).check()
    (told,) = [one for one in site.found if one.code == "markup-in-fact"]
    assert (told.values["sign"], told.suggestions) == (sign, (meant,))


@pytest.mark.parametrize(
    "summary",
    [
        "Ragazz* e amic* di tutt*",
        "Costa 10* a testa (* IVA esclusa)",
        "Il segno * e il segno **, note (*) e (**)",
        "I file nome_del_file.pdf, _foto_.jpg, __init__.py e *.doc o *.pdf",
        "Da https://x.example/_a_/*b* e www.x.example/_next_/a",
        "Si cerca =* oppure a_b_c, 2*3*4",
        "L`Aquila e l`altra citta`",
    ],
)
def test_asterisks_and_underscores_that_mark_no_words_are_left_alone(summary: str) -> None:
    assert SiteTest().write(PAGE, FACTS.replace("nature:", f"summary: '{summary}'\nnature:")).check().codes() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "meant"),
    [
        (PAGE, "title: Biblioteca", "title: Biblioteca <!-- da <b>confermare</b> -->", ("Biblioteca",)),
        (PAGE, "nature:", "summary: '<!-- TODO -->'\nnature:", ()),
        (PAGE, "nature:", "aliases:\n  - BC <!-- o BCV? -->\nnature:", ("BC",)),
        ("content/organisations/biblioteca.en.md", "Library", "Library <!-- forse", ("Library",)),
        ("content/site.yaml", "title: ", "title: <!-- prova -->", None),
        ("content/vocabularies/topics.yaml", "it: Ponti", "it: Ponti <!-- o trasporti -->", ("Ponti",)),
    ],
)
def test_a_comment_in_a_fact_is_told_wherever_it_stands(
    file: str, old: str, new: str, meant: tuple[str, ...] | None
) -> None:
    site = SiteTest().write(PAGE, FACTS).write("content/organisations/biblioteca.en.md", "---\ntitle: Library\n---\n")
    topics = "title: {it: Temi, en: Topics}\nterms:\n  - id: ponti\n    title: {it: Ponti, en: Bridges}\n"
    site.write("content/vocabularies/topics.yaml", topics).replace(file, old, new).check()
    assert [one.code for one in site.found if one.code in ("html-comment", "markup-in-fact", "unfinished")] == [
        "html-comment"
    ]
    (told,) = [one for one in site.found if one.code == "html-comment"]
    assert told.place.path == file
    assert meant is None or told.suggestions == meant


@pytest.mark.parametrize("opens", ["[", "$$ =", "[a][", "{{"])
def test_what_opens_and_never_closes_is_looked_through_once(opens: str) -> None:
    """As long as a text may be, it takes no more than its length."""
    site = SiteTest().write(PAGE, FACTS + opens + ("parola" * 400 + "\n") * 40)
    before = time.process_time()
    assert not {"too-many-signs", "too-large"} & set(site.check().codes())
    assert time.process_time() - before < 10


@pytest.mark.parametrize("scheme", ["https", "HTTPS", "Http"])
def test_a_link_leads_somewhere_whatever_the_letters_of_its_scheme(scheme: str) -> None:
    site = SiteTest().write(PAGE, f"{FACTS}\n[La pagina]({scheme}://www.regione.example/pagina)\n").build()
    assert not {"broken-link", "dead-link"} & set(site.codes())
    assert f'href="{scheme}://www.regione.example/pagina"' in site.page("/organizzazioni/biblioteca/")
