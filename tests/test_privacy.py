"""Which texts look like a telephone number or a person's mailbox, and which do not."""

import re

import pytest

from generator.personal_data import telephones
from generator.personal_data.find import personal_data_of_page
from tests.harness import SiteTest
from tests.media import exif, locked, picture, printed, zipped

PAGE = "content/organisations/biblioteca.md"
FACTS = "---\ntitle: Biblioteca\nnature: cultural-body\nsources:\n  - source: comunicato-mobilita\n---\n"


def codes(text: str) -> list[str]:
    return SiteTest().write(PAGE, f"{FACTS}{text}\n").check().codes()


@pytest.mark.parametrize(
    "number",
    (
        "02 1234 5678 | +39 02 12345678 | 0039 02 12345678 | +39 333 123 4567 | 333 1234567 | 347.123.4567"
        " | 3331234567 | 0471 123456 | 06/12345678 | +390212345678 | 011-1234567"
    ).split(" | "),
)
def test_a_telephone_number_is_told(number: str) -> None:
    assert codes(f"Chiamare lo {number}.") == ["phone-number"]


@pytest.mark.parametrize(
    "text",
    [
        "Nel 2012-2013 e nel 2019/2020.",
        "Il 15/03/2023, il 01-02-2025 e il 2025-03-26.",
        "Circa 2.500.000 euro, cioè 2 500 000.",
        "Delibera n. 123/2024 e D.M. 270/2004.",
        "CAP 20133 Milano, via Bassini 15.",
        "CUP D43C22003080001 e IBAN IT00X0000000000000000000000.",
        "ISBN 978-88-420-1234-5 e DOI 10.1000/182.",
        "Dalle 18:30 alle 20.00, il 12 e il 13.",
        "Sono 340 progetti e 1200 persone.",
        "Vedi https://a.example/333-1234567/02-12345678.",
        "Codice 06123 e prot. 0012345.",
    ],
)
def test_other_numbers_are_not(text: str) -> None:
    assert codes(text) == []


def test_a_telephone_number_hides_nowhere() -> None:
    site = SiteTest()
    site.write(PAGE, FACTS.replace("title: Biblioteca", "title: Biblioteca 02 1234 5678") + "\n\nDue: 02 1234 5678\n")
    english = "---\ntitle: x\nsummary: call 02 1234 5678\n---\n+39 333 1234567\n"
    site.write("content/organisations/biblioteca.en.md", english)
    site.replace("content/agreements/mobilita.md", "duration", "focus:\n  - {it: lo 02 1234 5678, en: x}\nduration")
    told = [one.place for one in site.check().found if one.code == "phone-number"]
    assert sorted((place.path.rpartition("/")[2], place.line, place.column) for place in told) == [
        ("biblioteca.en.md", 3, 15),
        ("biblioteca.en.md", 5, 1),
        ("biblioteca.md", 2, 19),
        ("biblioteca.md", 9, 6),
        ("mobilita.md", 9, 13),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("anna.verdi@a.example", ["personal-email"]),
        ("Anna.Verdi@a.example", ["personal-email"]),
        ("<anna.verdi@a.example>", ["personal-email"]),
        ("[Anna](mailto:anna.verdi@a.example)", ["personal-email"]),
        ("ufficio.stampa@a.example e urp@a.example", []),
        ("[ufficio](mailto:ufficio.stampa@a.example)", []),
        ("l’account @ateneo su una rete", []),
        ("https://a.example/@anna/x", []),
    ],
)
def test_a_mailbox_is_told_once_unless_it_is_an_office(text: str, told: list[str]) -> None:
    assert codes(f"Scrivere a {text}") == told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Il protocollo 93331234567.\n\nAnna: 3331234567", 3),
        ("La quota 1,3331234567 e 3331234567,5 euro.\n\nAnna: 3331234567", 3),
        ("Prot. n. 333-1234567.\n\nAnna: 333 1234567", 3),
        ("La quota 0,3331234567.\n\nAnna: 333 *123* 4567", 3),
        ("Prot. n. 93331234567.\n\nAnna: **333**1234567", 3),
        ("Uno.\n\nAnna: [333](https://example.org/) 1234567", 3),
        ("Uno.\n\n[Anna](mailto:mario%2Erossi@polimi.it)", 3),
        ("Uno.\n\nAnna: 347²1234567", 3),
        ("Uno.\n\nAnna: ③③③①②③④⑤⑥⑦", 3),
        ("Uno.\n\nAnna: carlo.neri﹫polimi.it", 3),
        ("Uno.\n\nAnna: 𝐜arlo.neri＠polimi.it", 3),
    ],
)
def test_a_value_is_told_where_it_stands_and_not_in_a_longer_number(text: str, line: int) -> None:
    told = [one.place for one in SiteTest().write(PAGE, f"{FACTS}{text}\n").check().found if one.is_error]
    assert [(place.path, place.line) for place in told] == [(PAGE, FACTS.count("\n") + line)]


def test_a_number_is_told_at_each_place_where_it_stands() -> None:
    site = SiteTest().write(PAGE, f"{FACTS}Chiamare lo 333 1234567.\n\nSolo lo 333 1234567, o il 3331234567.\n")
    site.write("public/note.txt", "tel. 02 1234 5678\n\n02 1234 5678\n")
    told = [one for one in site.check().found if one.code in ("phone-number", "personal-data-in-file")]
    assert [(one.place.line, one.place.column) for one in told] == [(7, 13), (9, 9), (9, 27), (1, 6), (3, 1)]


@pytest.mark.parametrize("number", ["333 1234567", "0223992008", "n. 12/2025, tel. 02 2399 2008"])
def test_the_key_of_a_field_explains_no_number_that_a_page_shows(number: str) -> None:
    site = SiteTest().replace("content/agreements/mobilita.md", "value, act]", f"value]\nact: {{number: '{number}'}}")
    told = [(one.code, one.place.path, one.place.line) for one in site.check().found if one.is_error]
    assert told == [("phone-number", "content/agreements/mobilita.md", 10)]


def test_a_mailbox_in_a_field_is_told_once() -> None:
    site = SiteTest().write(PAGE, FACTS.replace("nature", "contact: anna.verdi@a.example\nnature"))
    site.check().problems(("personal-email", PAGE, 3, 10))
    event, wrong = "content/events/notte-delle-lanterne.md", "anna.verdi@a.example"
    made = SiteTest("showcase").replace(event, "accessibilita@unicollefiorito.example", wrong)
    assert made.check().codes().count("personal-email") == 1, "whichever field it is"


def test_a_reason_is_read_though_no_page_has_it() -> None:
    allow = "allow:\n  - {code: review-due, because: lo ha detto Anna al 333 1234567}\nnature"
    assert SiteTest().write(PAGE, FACTS.replace("nature", allow)).check().codes() == ["phone-number"]


def test_what_a_record_explains_is_not_told() -> None:
    allow = "allow:\n  - {code: phone-number, value: 02 1234 5678, because: è il numero di una delibera}\nnature"
    text = FACTS.replace("nature", allow) + "Alla seduta 02 1234 5678, di anna.verdi@a.example\n"
    assert SiteTest().write(PAGE, text).check().codes() == ["personal-email"]


def test_the_hash_of_a_translation_is_no_number_of_a_person() -> None:
    site = SiteTest()
    site.write("content/pages/method.en.md", "---\ntitle: Method\ntranslated_from: 333123 4567ab\n---\n\nText.\n")
    assert "phone-number" not in site.check().codes()


def test_only_the_value_that_is_explained_is_not_told() -> None:
    allow = "allow:\n  - {code: phone-number, value: 0321 123456, because: è il numero di una stanza}\nnature"
    text = FACTS.replace("nature", allow) + "La stanza 0321-123456, al numero 0321 654321.\n"
    assert [one.values["value"] for one in SiteTest().write(PAGE, text).check().found] == ["0321 654321"]


def test_the_reason_of_an_exception_is_not_published() -> None:
    allow = "allow:\n  - {code: phone-number, value: 0321 123456, because: motivo riservato}\nnature"
    site = SiteTest().write(PAGE, FACTS.replace("nature", allow) + "La stanza 0321 123456.\n").build()
    site.problems()
    files = [file.read_bytes() for file in site.out.rglob("*") if file.is_file()]
    assert any(b"0321 123456" in content for content in files)
    assert not any(b"motivo riservato" in content for content in files)


def test_a_name_is_looked_at() -> None:
    site = SiteTest()
    site.write("content/organisations/sala-89-2024-333.md", FACTS).write("content/organisations/x-3331234567.md", FACTS)
    site.write("content/organisations/mario-333-1234567.md", FACTS)
    told = [(one.code, one.place.path) for one in site.check().found if one.is_error]
    assert told == [
        ("phone-number", "content/organisations/mario-333-1234567.md"),
        ("phone-number", "content/organisations/x-3331234567.md"),
    ]


def test_settings_hold_none() -> None:
    site = SiteTest()
    said = site.read("content/site.yaml")
    site.write("content/site.yaml", re.sub(r"(description:\s+(?:\{it: |it: )?)", r"\1Chiamare lo 02 1234 5678. ", said))
    assert "phone-number" in site.check().codes()


def test_what_is_none_can_be_explained_in_the_settings_too() -> None:
    site = SiteTest()
    said = re.sub(r"(description:\s+(?:\{it: |it: )?)", r"\1Numero 02 1234 5678. ", site.read("content/site.yaml"))
    explained = "allow:\n  - {code: phone-number, value: 02 1234 5678, because: è il numero di una delibera}\n"
    assert "phone-number" not in site.write("content/site.yaml", said + explained).check().codes()
    site.build()
    assert site.built and site.built.published
    other = explained.replace("5678", "9999")
    assert "phone-number" in site.write("content/site.yaml", said + other).check().codes()
    for code, told in (("review-due", "unknown-code"), ("phone-number", "unnamed-value")):
        site.write("content/site.yaml", f"{said}allow:\n  - {{code: {code}, because: prova}}\n")
        assert told in site.check().codes()


CATALOGUE = """msgid ""
msgstr ""
"Language: it\\n"
"Last-Translator: Anna Verdi <anna.verdi@a.example>\\n"

msgid "Sources"
msgstr ""
"Fonti e "
"altro: 333 1234567"
"""


@pytest.mark.parametrize(
    ("path", "content", "line", "code"),
    [
        ("public/x.html", "<!doctype html><title>x</title>\n<p>Mario 333 1234567", 2, "personal-data-in-file"),
        ("public/a/x.txt", "Uno\nDue\nMario 333 1234567", 3, "personal-data-in-file"),
        ("public/x.json", '{"a":\n"mario.rossi@a.example"}', 2, "personal-data-in-file"),
        ("public/mario-333-1234567.txt", "Uno", 1, "personal-data-in-file"),
        ("public/x.pdf", printed("Mario 333 1234567"), 0, "personal-data-in-file"),
        ("public/x.pdf", locked(with_aes=True), 0, "unexamined-file"),
        ("public/x.vcf", "BEGIN:VCARD\nTEL:333 1234567\nEND:VCARD\n", 2, "personal-data-in-file"),
        ("public/x.js", "\nconst chi = 'mario.rossi@a.example'", 2, "personal-data-in-file"),
        ("public/x.contatti", "<p>Mario 333 1234567</p>", 0, "personal-data-in-file"),
        ("public/CONTATTI", "Mario 333 1234567", 0, "personal-data-in-file"),
        ("public/stampa/x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", 0, "unexamined-file"),
        ("templates/macros/x.html", "<p>\n333 1234567", 2, "personal-data-in-file"),
        ("locale/it.po", CATALOGUE, 9, "phone-number"),
    ],
)
def test_what_lies_beside_the_content_holds_none(path: str, content: str | bytes, line: int, code: str) -> None:
    """A check tells it where it is written; a build has nothing more to tell."""
    site = SiteTest().write(path, content).check()
    told = [(one.code, one.place.path, one.place.line) for one in site.found if one.is_error]
    assert told == [(code, path, line)]
    assert [one.code for one in site.build().found if one.is_error] == [code]


def test_what_a_record_explains_may_lie_beside_the_content() -> None:
    allow = "allow:\n  - {code: phone-number, value: 02 1234 5678, because: è il numero di una delibera}\nnature"
    site = SiteTest().write(PAGE, FACTS.replace("nature", allow)).write("public/x.txt", "La 02 1234 5678\n")
    assert not [one for one in site.check().found if one.is_error]


def test_what_somebody_has_read_may_lie_there_though_no_program_reads_it() -> None:
    allow = "allow:\n  - {code: unexamined-file, value: public/x.doc, because: lo abbiamo letto}\nnature"
    site = SiteTest().write("public/x.doc", b"\xd0\xcf\x11\xe0\0")
    assert [one.code for one in site.check().found if one.is_error] == ["unexamined-file"]
    site.write(PAGE, FACTS.replace("nature", allow))
    assert [one.code for one in site.check().found if one.is_error] == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b"Chiamare lo 333 12 34 567\n"),
        ("a.csv", "nome;telefono\nSegreteria;02 12345678\n".encode("utf-8-sig")),
        ("a.vtt", b"WEBVTT\n\n00:00.000 --> 00:02.000\nil numero 333 1234567\n"),
        ("a.ics", b"BEGIN:VCALENDAR\nDESCRIPTION:tel. 0212345678\nEND:VCALENDAR\n"),
        ("a.docx", zipped({"word/document.xml": "<w:p><w:r>333 </w:r><w:r>1234</w:r><w:r>567</w:r></w:p>"})),
        ("a.xlsx", zipped({"xl/sharedStrings.xml": "<sst><si><t>02 12345678</t></si></sst>"})),
        ("a.odt", zipped({"content.xml": '<text:a xlink:href="tel:+393331234567">scrivi</text:a>'})),
        ("a.pptx", zipped({"docProps/core.xml": "<dc:description>333 1234567</dc:description>"})),
        ("a.pdf", printed("Chiamare lo 02 12345678")),
        ("a.pdf", printed("Nulla", subject="chiamare lo 333 1234567")),
        ("a.jpg", picture(form="JPEG", exif=exif("foto: 333 1234567"))),
    ],
)
def test_files_hold_none(name: str, content: bytes) -> None:
    attachment = f"attachments:\n  - {{file: {name}, title: {{it: Un file, en: A file}}, language: it}}\nnature"
    site = SiteTest().write(PAGE.replace(".md", "/index.md"), FACTS.replace("nature", attachment))
    site.write(PAGE.replace(".md", f"/{name}"), content)
    told = [one for one in site.check().found if one.code == "personal-data-in-file"]
    assert [(one.values["file"], one.place.line) for one in told] == [(name, 4)]


@pytest.mark.parametrize(
    "text",
    [
        "al numero 347\n1239015",
        "347 123\n9021",
        "347-123-\n9015",
        "il +39\n347 123\n9015",
        "Informazioni: 02\r\n23992203, ore 9-12",
    ],
)
def test_a_number_that_a_line_breaks_is_told_wherever_it_stands(text: str) -> None:
    """In a text, in a fact, and in the text of a file, at the line where it begins."""
    fact = FACTS.replace("nature", "summary: |-\n  {}\nnature".format("\n  ".join(text.split())))
    for site, path, line in (
        (SiteTest().write(PAGE, f"{FACTS}Uno,\n{text}\ne altro.\n"), PAGE, 8),
        (SiteTest().write(PAGE, fact), PAGE, 3),
        (SiteTest().write("public/a.txt", f"Uno,\n{text}\ne altro.\n"), "public/a.txt", 2),
        (SiteTest().write("public/a.md", f"Uno,\n{text}\ne altro.\n"), "public/a.md", 2),
        (SiteTest().write("public/a.html", f"<p>Uno,\n{text}\ne altro.\n"), "public/a.html", 2),
    ):
        told = [(one.place.path, one.place.line) for one in site.check().found if one.is_error]
        assert told == [(path, line)], path


def test_lines_of_a_table_are_no_number() -> None:
    site = SiteTest().write("public/a.csv", "Sede;Visite\nx;347\n1239015;y\n")
    site.write("public/b.txt", "Visite\n12\n347\n1239015\n12\n")
    assert not [one for one in site.check().found if one.is_error]


def test_a_number_in_two_cells_of_a_text_is_told() -> None:
    table = "| Chi | Prefisso | Numero |\n|---|---|---|\n| Uno | 02 | 5 |\n| Anna | 347         | 1239016 |\n"
    told = [one for one in SiteTest().write(PAGE, f"{FACTS}{table}").check().found if one.is_error]
    assert [(one.code, one.place.line) for one in told] == [("phone-number", 10)]
    assert codes("| Anno | 347 | 1239016 | 12 |\n|---|---|---|---|\n| 2024 | 348 | 1239016 | 4 |") == []


SAID = [
    ('![Anna, 347 7654321](a.jpg "Foto dell’ateneo (CC BY 4.0)")', "phone-number"),
    ('![Una sala < 347 7654321 > di Anna](a.jpg "Foto dell’ateneo (CC BY 4.0)")', "phone-number"),
    ('![Una sala](a.jpg "Foto di anna.verdi@a.example (CC BY 4.0)")', "personal-email"),
    ('![Una sala](a.jpg "Foto di RSSMRA80A01F205X (CC BY 4.0)")', "tax-code"),
    ("*[CRM]: IBAN IT60X0542811101000000123456\n\nIl CRM di ateneo.", "bank-account"),
]
"""What a text says where one does not see it, and only hears it or points at it."""


@pytest.mark.parametrize(("text", "code"), SAID)
def test_what_is_said_beside_what_is_seen_holds_none(text: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check tells it at its line; a finished page that has it all the same is stopped."""
    page = PAGE.replace(".md", "/index.md")
    site = SiteTest().write(page, f"{FACTS}Uno.\n\n{text}\n").write(PAGE.replace(".md", "/a.jpg"), picture(form="JPEG"))
    told = [(one.code, one.place.path, one.place.line) for one in site.check().found if one.is_error]
    assert told == [(code, page, FACTS.count("\n") + 3)]
    monkeypatch.setattr("generator.checks.policy.RULES", ())
    assert "personal-data-published" in site.build().codes()


def test_what_no_rule_has_told_stops_the_finished_page(monkeypatch: pytest.MonkeyPatch) -> None:
    site = SiteTest().write(PAGE, FACTS + "Chiamare lo 333 1234567.\n")
    monkeypatch.setattr("generator.checks.policy.RULES", ())
    told = [(one.code, one.place.path, one.values["value"]) for one in site.build().found if one.is_error]
    assert told == [("personal-data-published", "organizzazioni/biblioteca/index.html", "333 1234567")]
    assert not (site.out / "index.html").exists()


BODY = """title: Dipartimento di Elettronica
nature: department
acronym: DEIB
part_of: unicollefiorito
sources:
  - source: comunicato-mobilita
"""
UNIVERSITY = "content/organisations/unicollefiorito.yaml"
STRUCTURE = "Dipartimento di Architettura e Studi Urbani (DAStU)"


def with_bodies(text: str, contact: str = "") -> list[str]:
    site = SiteTest().write("content/organisations/deib.yaml", BODY).write(PAGE, f"{FACTS}{text}\n")
    site.replace(UNIVERSITY, "nature: university", "nature: university\nwebsite: https://www.unicollefiorito.example/")
    if contact:
        site.replace(PAGE, "sources:", f"contact: {contact}\nsources:")
    return [code for code in site.check().codes() if code == "personal-email"]


@pytest.mark.parametrize(
    ("text", "contact", "told"),
    [
        ("Scrivere a deib@unicollefiorito.example.", "", 0),
        ("Scrivere a DEIB@unicollefiorito.example.", "", 0),
        ("", "deib@unicollefiorito.example", 0),
        (f"Il {STRUCTURE}: dastu@unicollefiorito.example.", "", 0),
        (f"Il {STRUCTURE}.", "dastu@unicollefiorito.example", 0),
        ("Scrivere a dastu@unicollefiorito.example.", "", 1),
        ("", "dastu@unicollefiorito.example", 1),
        ("Scrivere a deib@altrove.example.", "", 1),
        ("Scrivere a deib@gmail.com.", "", 1),
        ("Scrivere a d.deib@unicollefiorito.example.", "", 1),
        ("Scrivere a riva@unicollefiorito.example.", "", 1),
        ("", "riva@unicollefiorito.example", 1),
        ("Maria Rita Bianchi (MRB): mrb@unicollefiorito.example.", "", 1),
        ("Il Dipartimento di Maria Rita Bianchi (MRB): mrb@unicollefiorito.example.", "", 1),
        ("Il Dipartimento di Maria Rita Bianchi (Riva): riva@unicollefiorito.example.", "", 1),
        ("La Scuola di Elettronica (ROSSI): rossi@unicollefiorito.example.", "", 1),
        ("Scrivere a collefioritoevaldombraperlamobilita@unicollefiorito.example.", "", 0),
        ("Scrivere a collefiorito.e.valdombra.per.la.mobilita@altrove.example.", "", 1),
        ("Scrivere a biblioteche@unicollefiorito.example o a zibaldone@unicollefiorito.example.", "", 1),
        (f"Il {STRUCTURE}: dastu@unicollefiorito.example, verdi@unicollefiorito.example.", "", 1),
    ],
)
def test_the_acronym_of_a_body_that_content_names_is_its_mailbox_at_its_host(
    text: str, contact: str, told: int
) -> None:
    assert len(with_bodies(text, contact)) == told


def test_a_structure_that_another_record_names_has_its_mailbox_too() -> None:
    site = SiteTest().write(PAGE, f"{FACTS}Scrivere a dastu@unicollefiorito.example.\n")
    site.replace(UNIVERSITY, "nature: university", "nature: university\nwebsite: https://unicollefiorito.example/")
    assert "personal-email" in site.check().codes()
    site.write(PAGE.replace("biblioteca", "altra"), f"{FACTS}Il {STRUCTURE}.\n")
    assert "personal-email" not in site.check().codes()


def test_what_a_body_may_write_a_build_publishes() -> None:
    site = SiteTest().write("content/organisations/deib.yaml", BODY)
    site.write(
        PAGE, f"{FACTS}Scrivere a deib@unicollefiorito.example; il {STRUCTURE}: dastu@unicollefiorito.example.\n"
    )
    site.replace(UNIVERSITY, "nature: university", "nature: university\nwebsite: https://unicollefiorito.example/")
    assert not [one for one in site.build().found if one.is_error]


@pytest.mark.parametrize(
    "text",
    [
        ";;;;1" * 4000,
        "12,5;7,25;100;2026;" * 1000,
        '"1";"2";"3"\n' * 2000,
        "{1} {2} {3} " * 2000,
        "12.5 m; 3.25 m; " * 1000,
    ],
)
def test_digits_that_cannot_be_one_number_are_not_looked_at_one_by_one(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is slow is done for what can be a number alone, however many digits a table has."""
    asked = list[str]()
    monkeypatch.setattr(telephones, "_among_few", lambda part, *_: asked.append(part) or iter(()))
    assert [*telephones.telephones(text)] == asked == []


@pytest.mark.parametrize("number", ["333 123 45 67", "(0471) 12 34 56", "+39 02 1234567", "tel. 123456"])
def test_a_number_among_semicolons_is_found(number: str) -> None:
    assert [*telephones.telephones(f"{';;;;1' * 400};{number};{'12,5;7,25;' * 400}")]


@pytest.mark.parametrize(
    "text",
    [
        "tre quattro otto uno due tre quattro cinque sei sette",
        "Tre, quattro, otto - cinque cinque cinque - zero uno due tre",
        "three four eight one two three four five six seven",
        "zero uno uno cinque sei quattro sei zero",
        "oh one one five six four six zero",
        "**tre** quattro *otto* uno due tre quattro cinque sei sette",
        "tre 4 otto uno due 3 quattro cinque sei sette",
        "tre quattro otto\nuno due tre\nquattro cinque sei sette",
        "trequattrootto uno due tre quattro cinque",
        "nove e otto e sette e uno e due e tre e quattro e nove",
    ],
)
def test_a_number_in_words_is_told(text: str) -> None:
    assert codes(f"Chiamare il {text}.") == ["phone-number"]


@pytest.mark.parametrize(
    "text",
    [
        "Contiamo: uno, due, tre, quattro, cinque, sei, sette, otto.",
        "Ten, nine, eight, seven, six, five, four, three, two, one.",
        "Due lauree, tre corsi, quattro sedi, cinque aule, sei ore, sette giorni, otto prove, nove esami.",
        "Sei uno dei due o tre che non sanno che il sette e l’otto sono nove meno uno.",
        "Le sezioni 3 4 8 1 2 5 6 7 sono chiuse.",
        "uno due tre uno due tre",
    ],
)
def test_words_for_numbers_are_not_all_a_telephone_number(text: str) -> None:
    assert codes(text) == []


def test_a_number_in_words_is_found_in_facts_and_in_what_is_published() -> None:
    number = "tre quattro otto uno due tre quattro cinque sei sette"
    assert [*personal_data_of_page(f"<p>Chiamare il <b>tre</b> {number[4:]}.</p>")]
    site = SiteTest().write(PAGE, FACTS.replace("title: Biblioteca", f"title: Biblioteca\nsummary: Chiamare {number}"))
    assert "phone-number" in site.check().codes()
