"""Leftovers, wrong names and impossible facts: each is told once, at its place; what only looks like one is not."""

from pathlib import Path

import pytest

from generator.problems.as_text import message
from generator.problems.mend import NameMend, SignMend
from generator.problems.problem import Position
from generator.words import words_for
from tests.harness import SiteTest

TOPICS = """title: {it: Temi, en: Topics}
version: "2026"
source: noi
terms:
  - {id: acqua, label: {it: XXXX, en: water}, verified: true}
"""
HEADER = Path(__file__).parents[1] / "generator" / "locale"
AGREEMENT = "content/agreements/mobilita.md"
ORG = "title: Biblioteca\nnature: cultural-body\nsources:\n  - source: comunicato-mobilita\n"
PAGE = "content/organisations/biblioteca.md"
FACTS = f"---\n{ORG}---\n"


def told(site: SiteTest) -> list[str]:
    return [code for code in site.check().codes() if CODES_OF_WORDS.isdisjoint([code])]


CODES_OF_WORDS = {"untranslated", "unmarked-translation", "stale-translation", "unreadable-mark"}


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("duration: 3 years", "until: 2025-03-25", ["ends-before-start"]),
        ("duration: 3 years", "until: 2025-03-26", []),
        ("duration: 3 years", "duration: 3 years\nended_on: 2024", ["ends-before-start"]),
        ("duration: 3 years", "duration: 3 years\nuntil: 2028", []),
        ("duration: 3 years", "duration: 3 years\nuntil: 2028-04-20", []),
        ("duration: 3 years", "duration: 3 years\nuntil: 2029", ["duration-and-end"]),
        ("duration: 3 years", "duration: 3 years\nuntil: 2027-12-31", ["duration-and-end"]),
        ("duration: 3 years", "duration: 6 months\nuntil: 2025-10-26", ["duration-and-end"]),
        ("duration: 3 years", "duration: 6 months\nuntil: 2025-09-30", []),
        ("duration: 3 years", "duration: 6 months\nuntil: 2025-11", ["duration-and-end"]),
        ("duration: 3 years", "duration: 30 days\nuntil: 2025-05-25", ["duration-and-end"]),
        ("duration: 3 years", "duration: 30 days\nuntil: 2025-04-27", ["duration-and-end"]),
        ("duration: 3 years", "duration: 30 days\nuntil: 2025-04-24", []),
        ("duration: 3 years", "duration: 3 years\nended_on: 2026-01-01", []),
        ("duration: 3 years", "duration: 1 year\nended_on: 2026-11-01", ["duration-and-end"]),
        ("duration: 3 years", "duration: 1 year\nextension: 1 year\nended_on: 2026-11-01", []),
        ("signed_on: 2025-03-26", "signed_on: 2026-11-22", []),
        ("signed_on: 2025-03-26", "signed_on: 2026-11-23", ["not-yet"]),
        ("signed_on: 2025-03-26", "signed_on: 2026-11", []),
        ("form:", "verified_on: 2027\nform:", ["not-yet"]),
        ("form:", "review_by: 2027\nform:", []),
        ("duration: 3 years", "place: sconosciuto\nduration: 3 years", ["unknown-in-words"]),
        ("duration: 3 years", "durata: 3 years", ["unknown-key"]),
        (
            "parties: [unicollefiorito, comune-di-valdombra]",
            "parti: [unicollefiorito, comune-di-valdombra]",
            ["unknown-key"],
        ),
        ("title:", "titolo:", ["unknown-key"]),
        ("sources:", "fonti:", ["unknown-key"]),
        ("value, act]", "valore, atto]", ["not-a-field", "not-a-field"]),
        ("comune-di-valdombra]", "Comune di Valdombra]", ["bad-reference"]),
        ("signatories, ", "", ["required-field"]),
        ("title: C", "title: #C", ["cut-value"]),
        ("form: memorandum", "form: memorandum  # dal comunicato", []),
    ],
)
def test_one_slip_in_the_facts_is_one_message(old: str, new: str, codes: list[str]) -> None:
    assert told(SiteTest().replace(AGREEMENT, old, new)) == codes


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("2015-01-01", ["unlikely-effect"]),
        ("2024-03-24", ["unlikely-effect"]),
        ("2024-03-25", []),
        ("2024", []),
        ("2027", []),
    ],
)
def test_an_effect_long_before_the_signature_is_told(day: str, codes: list[str]) -> None:
    site = SiteTest().replace(AGREEMENT, "duration:", f"effective_on: {day}\nduration:")
    assert told(site.replace(AGREEMENT, "signatories, effective_on,", "signatories,")) == codes


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("duration:", "durata:", "duration"),
        ("signed_on:", "firmato_il:", "signed_on"),
        ("signed_on:", "data_firma:", "signed_on"),
        ("title:", "titolo:", "title"),
        ("title:", "name:", "title"),
        ("summary:", "sommario:", "summary"),
        ("parties:", "parti:", "parties"),
        ("stage:", "stato:", "stage"),
        ("form:", "tipo:", "form"),
        ("sources:", "source:", "sources"),
        (", value,", ", valore,", "value"),
        ("comune-di-valdombra]", "Comune di Valdombra]", "comune-di-valdombra"),
        ("comune-di-valdombra]", "valdombra]", ""),
        ("form: memorandum", "form:memorandum", "form: memorandum"),
        ("title: C", "title: Nota: C", 'title: "Nota: Collefiorito e Valdombra per la mobilità"'),
        (
            "parties: [unicollefiorito, comune-di-valdombra]",
            "parties: unicollefiorito, comune-di-valdombra",
            "[unicollefiorito, comune-di-valdombra]",
        ),
        ("  - source: comunicato-mobilita", "  - comunicato-mobilita", "{source: comunicato-mobilita}"),
    ],
)
def test_what_was_meant_is_said(old: str, new: str, meant: str) -> None:
    found = [one for one in SiteTest().replace(AGREEMENT, old, new).check().found if one.is_error]
    assert [one.suggestions for one in found] == [(meant,) if meant else ()]


@pytest.mark.parametrize(
    ("folder", "meant"),
    [("accordi", "agreements"), ("agreement", "agreements"), ("luoghi", "places"), ("blog", ""), ("eventi", "events")],
)
def test_a_folder_is_known_by_its_label(folder: str, meant: str) -> None:
    site = SiteTest().write(f"content/{folder}/x.md", FACTS).check()
    assert [one.suggestions for one in site.found if one.code == "unknown-folder"] == [(meant,) if meant else ()]


def test_a_record_renamed_is_known_by_its_title() -> None:
    site = SiteTest()
    site.write("content/organisations/valdombra.yaml", site.read("content/organisations/comune-di-valdombra.yaml"))
    site.remove("content/organisations/comune-di-valdombra.yaml").check()
    assert {one.suggestions for one in site.found if one.code == "unknown-reference"} == {("valdombra",)}


def test_a_translation_left_behind_finds_its_record() -> None:
    site = SiteTest().write("content/agreements/muoversi.md", SiteTest().read(AGREEMENT)).remove(AGREEMENT).check()
    found = [one for one in site.found if one.code == "translation-alone"]
    assert [one.suggestions for one in found] == [("content/agreements/muoversi.en.md",)]


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("biblioteca.txt", ["wrong-name"]),
        ("biblioteca.MD", ["wrong-name"]),
        ("biblioteca.md.txt", ["wrong-name"]),
        ("biblioteca.en.MD", ["wrong-name"]),
        ("Biblioteca Civica.markdown", ["wrong-name"]),
        ("biblioteca.yml", ["wrong-name"]),
        ("biblioteca.docx", ["document-as-record"]),
        ("biblioteca.it.docx", ["document-as-record"]),
        ("biblioteca.it.md", ["wrong-name"]),
        ("biblioteca/index.txt", ["wrong-name"]),
        ("biblioteca/index.it.md", ["wrong-name"]),
        ("biblioteca/biblioteca.md", ["wrong-name"]),
        ("biblioteca", ["wrong-name"]),
        ("biblioteca/index", ["wrong-name"]),
        ("biblioteca/Index.md", ["wrong-name"]),
        ("biblioteca/sala/index.md", ["wrong-name"]),
        ("biblioteca/sala/lettura.md", ["wrong-name"]),
        ("../biblioteca.md", ["wrong-name"]),
        ("biblioteca.jpg", ["unexpected-file"]),
        *(
            (name, [])
            for name in (
                "~$blioteca.docx",
                "biblioteca.md~",
                "Thumbs.db",
                "desktop.ini",
                ".DS_Store",
                "a.md.swp",
                "a.md.swx",
                ".a.md.kate-swp",
                "a.md.kate-swp",
                "@eaDir",
                ".~lock.a.odt#",
            )
        ),
    ],
)
def test_a_wrong_name_is_told_with_the_right_one(name: str, codes: list[str]) -> None:
    assert told(SiteTest().write(f"content/organisations/{name}", FACTS)) == codes


@pytest.mark.parametrize(
    ("name", "cause", "right"),
    [
        ("organisations/biblioteca", "it has no ending", "organisations/biblioteca.md"),
        ("organisations/biblioteca/Index.md", "it has a capital letter", "organisations/biblioteca/index.md"),
        ("organisations/biblioteca.MD", "it ends in “{ending}”", "organisations/biblioteca.md"),
        ("organisations/biblioteca/sala/index.md", "the record of a folder", "organisations/sala/index.md"),
        ("organisations/biblioteca/sala/lettura.md", "the record of a folder", "organisations/lettura.md"),
        ("biblioteca.md", "a record lies in the folder of its kind", "…/biblioteca.md"),
    ],
)
def test_a_record_that_is_not_read_is_told_with_why_and_where_it_goes(name: str, cause: str, right: str) -> None:
    site = SiteTest().write(f"content/{name}", FACTS).check()
    [told] = [one for one in site.found if one.code == "wrong-name"]
    assert str(told.values["cause"].text).startswith(cause)
    assert told.values["example"] == f"content/{right}"


ALTRO = "---\ntitle: Altro\nnature: association\n---\nTesto.\n"
TRANSLATED = "---\ntitle: Other\n---\nText.\n"


@pytest.mark.parametrize(
    ("name", "right"),
    [
        *((f"altro{end}.md", "altro.it.md") for end in (".IT", "_IT", ".ita", "-italiano")),
        *(
            (f"altro{end}.md", "altro.en.md")
            for end in (".eng", ".en ", "_en", "-en", " en", " (en)", ",en", ".english")
        ),
        *((f"altro{end}.md", "altro.en.md") for end in (".en-GB", ".en_GB", "..en", ".en.md", "-inglese", "-eng")),
        ("altro.EN.MD", "altro.en.md"),
        ("altro.en.md ", "altro.en.md"),
        ("Altro.en.md", "altro.en.md"),
        ("altro-en.yaml", "altro.en.md"),
        ("altro.md.md", "altro-2.md"),
        ("altro .md", "altro-2.md"),
        ("altra/index-en.md", "altra/index.en.md"),
        ("altra/index.eng.md", "altra/index.en.md"),
        ("altra/en.md", "altra/index.en.md"),
        ("altra/index.md.md", "altra-2.md"),
        ("altra/sala.en.md", "sala.en.md"),
    ],
)
def test_a_translation_or_a_copy_under_a_wrong_name_is_told_with_the_right_one(name: str, right: str) -> None:
    site = (
        SiteTest().write("content/organisations/altro.md", ALTRO).write("content/organisations/altra/index.md", ALTRO)
    )
    text = "nature: association\ntitle: Other\n" if name.endswith(".yaml") else TRANSLATED
    site.write(f"content/organisations/{name}", text).check()
    wrong = [(one.place.path, one.values["example"]) for one in site.found if one.code == "wrong-name"]
    assert wrong == [(f"content/organisations/{name}", f"content/organisations/{right}")]
    assert not [
        one for one in site.found if one.place.path == f"content/organisations/{name}" and one.code != "wrong-name"
    ]


@pytest.mark.parametrize("name", ["altro-en.md", "altro-1.md", "altroen.md", "altra/en.jpg"])
def test_a_record_of_its_own_may_be_called_like_a_translation(name: str) -> None:
    site = (
        SiteTest().write("content/organisations/altro.md", ALTRO).write("content/organisations/altra/index.md", ALTRO)
    )
    site.write(f"content/organisations/{name}", ALTRO.replace("association", "company")).check()
    assert not [one for one in site.found if one.code == "wrong-name"]


def test_a_file_without_ending_that_is_no_record_is_only_unused() -> None:
    assert told(SiteTest().write("content/organisations/appunti", "Da leggere.\n")) == ["unexpected-file"]


@pytest.mark.parametrize(
    "body",
    [
        "Titolo\n=======\n\nTesto.",
        "Prima.\n\n---\n\nDopo: ecco.",
        "La durata è indicata sotto.\nvalue: no, non comincia un paragrafo.",
        "Durata: tre anni.",
        "Orari:\nchiusura: la domenica, sempre.\nnatura: di ogni genere",
        "In breve: sede\nnature: which is a word of prose",
        "Ecco come si scrive:\n\n```yaml\n\nnature: company\nplace_of_birth: ignoto\n```",
        "Chi legge\nweb: niente di più.",
        "Si legge a\nhttps://valdombra.example/",
        "> > citazione",
        "Il XXX convegno, e il metodo.",
        "a & b < c",
        "Un · punto.",
        "Si è proiettato Todo modo.",
        "Un metodo, sobre todo qui.",
        "Sobre\ntodo qui: il mare.",
        "Le cose da fare: poche. Things to do: few.",
        "Davvero???",
    ],
)
def test_what_only_looks_like_a_leftover_is_published(body: str) -> None:
    assert told(SiteTest().write(PAGE, f"{FACTS}{body}\n")) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "at"),
    [
        ("site.yaml", "it: Una vetrina con poche schede.", "it: Lorem ipsum dolor sit amet.", (3, 7)),
        ("site.yaml", "title: Piccola vetrina", "title: XXX", (1, 8)),
        ("site.yaml", "title: CC BY 4.0", "title: Da completare", (16, 20)),
        ("site.yaml", "en: University of", "en: TODO University of", (8, 46)),
    ],
)
def test_a_leftover_in_the_settings_is_told_where_it_is(file: str, old: str, new: str, at: tuple[int, int]) -> None:
    found = SiteTest().replace(f"content/{file}", old, new).check().found
    assert [one.place for one in found if one.code == "unfinished"] == [Position(f"content/{file}", *at)]


def test_a_leftover_in_a_vocabulary_or_a_catalogue_is_told_where_it_is() -> None:
    site = SiteTest().write("content/vocabularies/topics.yaml", TOPICS)
    catalogue = (HEADER / "it.po").read_text("utf-8").split("\n\n")[0]
    site.write("locale/it.po", f'{catalogue}\n\nmsgid "Agreements"\nmsgstr "Intese (TODO)"\n').check()
    found = [(one.place.path, one.values["words"]) for one in site.found if one.code == "unfinished"]
    assert found == [("content/vocabularies/topics.yaml", "XXXX"), ("locale/it.po", "TODO")]


LETTERS = "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4AAABJRU5ErkJg"


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("Testo.\n\n<<<<<<< HEAD\nuno\n=======\ndue\n>>>>>>> altra", "merge-conflict", 9),
        ("Testo.\n\n=======\n\nAltro.", "merge-conflict", 9),
        ("nature: company\n\nTesto.", "facts-in-text", 7),
        ("Testo.\nnature: company", "facts-in-text", 8),
        ("Testo.\n  nature: company", "facts-in-text", 8),
        ("Testo.\nnatura: company", "facts-in-text", 8),
        ("Testo.\nverified_on: ieri", "facts-in-text", 8),
        ("Testo.\n\nverificata_il: ieri", "facts-in-text", 9),
        ("Testo.\nnot_stated: [place]", "facts-in-text", 8),
        ("```\ncodice\n```\nnature: company", "facts-in-text", 10),
        ("Testo.\n\n---\nnatura: company\n---\nAltro.", "second-record", 9),
        ("Testo.\n\n---\ntitle: Altra\nnature: company\n---\nAltro.", "second-record", 9),
        ("Testo.\n\n<!-- da rivedere -->", "html-comment", 9),
        ("Testo <font color=red>rosso</font>.", "raw-html", 7),
        ("Testo.\n\n- value: x\n- nature: company", "facts-in-text", 10),
        ("Testo.\n\n**nature**: company", "facts-in-text", 9),
        ("Testo.\n\n**verified_on:** 2024-01-01", "facts-in-text", 9),
        ("Testo.\n\n1. `verified_on`: ieri", "facts-in-text", 9),
        ("Testo.\n\nVerified_on: ieri", "facts-in-text", 9),
        ('Testo.\n\n"verified_on": ieri', "facts-in-text", 9),
        ("Testo.\nverified-on : ieri", "facts-in-text", 8),
        ("Testo.\n\nNatura: impresa", "facts-in-text", 9),
        ("Testo.\n\ntitolo: Biblioteca", "facts-in-text", 9),
        ("Testo.\n\n---\ntitolo: Altra\nnatura: impresa", "second-record", 9),
        ("Testo.\n\nDa completare.\n\nAltro.", "unfinished", 9),
        ("\nDa completare.\n\nAltro.", "unfinished", 8),
        ("## Orari\n\n*(da definire)*", "unfinished", 9),
        ("- uno\n- Da verificare\n- due", "unfinished", 8),
        ("To be completed.", "unfinished", 7),
        ("XXX qui va la data", "unfinished", 7),
        ("Il contributo è di XXX euro", "unfinished", 7),
        ("Testo. TODO", "unfinished", 7),
        ("Inserire qui il testo", "unfinished", 7),
        ("Insert the text here.", "unfinished", 7),
        ("Una frase [commento M. Rossi: verificare].", "unfinished", 7),
        ("Testo da completare", "unfinished", 7),
        ("Testo.\n\nImporto: da definire", "unfinished", 9),
        ("L’importo (da definire) è alto.", "unfinished", 7),
        ("La citt\ufffd", "lost-letter", 7),
        ("Una frase.\n=======\nUn’altra", "merge-conflict", 8),
        ("Una riga\ne un’altra\n=======\nAncora", "merge-conflict", 9),
        ("Todo: finire questo testo.", "unfinished", 7),
        ("Testo. todo controllare", "unfinished", 7),
        ("- todo foto", "unfinished", 7),
        ("To do: le foto", "unfinished", 7),
        ("Testo (todo)", "unfinished", 7),
        ("Fixme: la data", "unfinished", 7),
        ("Il contributo è di ??? euro", "unfinished", 7),
        ("![](data:image/png;base64,AAAA)", "pasted-file", 7),
        ("Offre • libri • riviste", "bullet-in-line", 7),
        ("Testo\u200b.", "invisible-sign", 7),
        ("Te\u00adsto.", "invisible-sign", 7),
        ("Te\u2028sto.", "invisible-sign", 7),
        ("Testo.\n\n" + f"{LETTERS}\n" * 4, "pasted-file", 9),
    ],
)
def test_a_leftover_is_told_at_its_line(body: str, code: str, line: int) -> None:
    site = SiteTest().write(PAGE, f"{FACTS}{body}\n").check()
    assert line in {one.place.line for one in site.found if one.code == code}


@pytest.mark.parametrize("sign", ["-", "?"])
def test_a_sign_for_not_known_is_told_as_such(sign: str) -> None:
    site = SiteTest().replace(AGREEMENT, "duration: 3 years", f"duration: {sign}").check()
    (told,) = [one for one in site.found if one.is_error]
    assert (told.code, told.values["key"], told.values["value"]) == ("unknown-in-words", "duration", sign)


@pytest.mark.parametrize("folder", ["enti", "partner", "atenei"])
def test_a_folder_is_meant_by_what_people_look_for_in_it(folder: str) -> None:
    site = SiteTest().write(f"content/{folder}/x.md", FACTS).check()
    (told,) = [one for one in site.found if one.code == "unknown-folder"]
    assert (told.suggestions, told.exact) == (("organisations",), None)


@pytest.mark.parametrize(
    "body",
    [
        "La XXX edizione del premio, nel numero XXX\ndella rivista.",
        "C’è un progetto\nda verificare.\n\nAltro.",
        "- lavori\n- da fare\n  entro l’anno",
        "Cose da fare e da vedere.",
        "L’importo è ancora da definire.",
        "Il contributo: da definire con i Comuni.",
        "La giunta ha scritto qui la sua storia.",
        "- nature: quella che c’è\n- place: in piazza",
        "**Natura**: company\n\n**sede**: in piazza",
        "Natura: quella che c’è.\n\nTitolo: Il mare.\n\n- Natura: impresa",
    ],
)
def test_prose_is_no_leftover(body: str) -> None:
    assert not {"facts-in-text", "unfinished"} & set(told(SiteTest().write(PAGE, f"{FACTS}{body}\n")))


@pytest.mark.parametrize(
    ("title", "mended"),
    [("“Biblioteca civica”", '"Biblioteca civica"'), ("‘Biblioteca civica’", '"Biblioteca civica"')],
)
def test_curly_quotes_around_a_whole_value_are_told_with_straight_ones(title: str, mended: str) -> None:
    site = SiteTest().write(PAGE, FACTS.replace("title: Biblioteca", f"title: {title}")).check()
    (told,) = site.found
    assert told.code == "curly-quotes" and told.exact == SignMend(title, mended)


@pytest.mark.parametrize(
    "title",
    ["“Libri” e “lettori”", "La “Biblioteca”", "'“Biblioteca”'", "«Biblioteca»", "“Libri”\nsummary: Di “Libri”."],
)
def test_a_quotation_stays(title: str) -> None:
    site = SiteTest().write(PAGE, FACTS.replace("title: Biblioteca", f"title: {title}")).check()
    assert "curly-quotes" not in site.codes()


def test_an_id_in_curly_quotes_is_one_mistake() -> None:
    site = SiteTest().replace(
        AGREEMENT, "[unicollefiorito, comune-di-valdombra]", "[“unicollefiorito”, comune-di-valdombra]"
    )
    assert told(site) == ["curly-quotes"]


@pytest.mark.parametrize(
    ("line", "meant"),
    [("valore: 5000 EUR", "value"), ("firmato_il: 2024-03-01", "signed_on"), ("data_firma: ieri", "signed_on")],
)
def test_a_fact_in_the_text_under_another_name_is_told_with_the_field(line: str, meant: str) -> None:
    site = SiteTest().replace(AGREEMENT, "Percorsi sicuri", f"{line}\nPercorsi sicuri").check()
    assert [one.suggestions for one in site.found if one.code == "facts-in-text"] == [(meant,)]


@pytest.mark.parametrize(
    ("field", "value", "effective", "codes"),
    [
        ("signed_on", "2025-03-20", "effective_on: 2025-03-26", ["duration-and-end"]),
        ("signed_on", "2025-03-20", "", []),
        ("effective_on", "2025-04-01", "effective_on: 2025-03-26", []),
        ("effective_on", "2025-04-01", "", []),
        ("until", "2030", "", []),
        ("duration", "5 years", "", []),
        ("place", "Valdombra", "", ["duration-and-end"]),
    ],
)
def test_only_what_the_end_is_counted_from_may_be_contested(
    field: str, value: str, effective: str, codes: list[str]
) -> None:
    """A disagreement about a date that is not used excuses no contradiction between the others."""
    differing = f"differing:\n  - {{field: {field}, value: {value}, source: comunicato-mobilita}}\nsources:"
    site = SiteTest().replace(AGREEMENT, "duration: 3 years", f"{effective}\nduration: 3 years\nuntil: 2034-03-01")
    site.replace(AGREEMENT, "sources:", differing)
    if effective:
        site.replace(AGREEMENT, "signatories, effective_on, ", "signatories, ")
    assert [one for one in told(site) if one == "duration-and-end"] == codes


@pytest.mark.parametrize(("renewal", "codes"), [("tacit", []), ("possible", []), ("excluded", ["duration-and-end"])])
def test_what_could_go_on_may_have_ended_after_its_time(renewal: str, codes: list[str]) -> None:
    site = SiteTest().replace(
        AGREEMENT, "duration: 3 years", f"duration: 1 year\nrenewal: {renewal}\nended_on: 2026-11-01"
    )
    assert told(site.replace(AGREEMENT, "effective_on, renewal", "effective_on")) == codes


@pytest.mark.parametrize(
    ("day", "codes"), [("2025-03-26", ["same-record"]), ("2025-03", ["same-record"]), ("2025-04-26", [])]
)
def test_the_same_parties_announced_on_the_same_day_are_told(day: str, codes: list[str]) -> None:
    announced = SiteTest().read(AGREEMENT).replace("stage: signed", "stage: announced").replace("signatories, ", "")
    announced = announced.replace("signed_on", "announced_on")
    site = SiteTest().write(AGREEMENT, announced)
    twin = announced.replace("title: C", "title: Ancora C").replace("2025-03-26", day)
    assert told(site.write("content/agreements/altro.md", twin)) == codes


@pytest.mark.parametrize(
    ("name", "right"),
    [("accordo n. 3.md", "accordo-n-3"), ("altro.v2.md", "altro-v2"), ("altro.2024.md", "altro-2024")],
)
def test_a_record_with_dots_in_its_name_is_told_with_the_name_without(name: str, right: str) -> None:
    site = SiteTest().write(f"content/organisations/{name}", FACTS).check()
    assert [(one.code, one.exact) for one in site.found] == [
        ("wrong-name", NameMend(f"content/organisations/{right}.md"))
    ]
    assert told(site.write(f"content/organisations/{name}", "Appunti.\n")) == ["unexpected-file"]


def test_what_is_the_same_twice_may_be_two_things_that_say_so() -> None:
    twin = SiteTest().read(AGREEMENT).replace("title: C", "title: Ancora C")
    site = SiteTest().write("content/agreements/altro.md", twin)
    assert told(site) == ["same-record"]
    assert (
        told(site.replace("content/agreements/altro.md", "sources:", "related: [agreements/mobilita]\nsources:")) == []
    )


@pytest.mark.parametrize("withdrawn", [AGREEMENT, "content/agreements/altro.md"])
def test_what_was_withdrawn_can_be_told_anew(withdrawn: str) -> None:
    site = SiteTest().write("content/agreements/altro.md", SiteTest().read(AGREEMENT))
    why = "withdrawn: {on: 2026-11-20, because: {it: Doppia., en: Told twice.}}"
    site.replace(withdrawn, "sources:", f"{why}\nsources:").check()
    assert "same-record" not in site.codes()


@pytest.mark.parametrize(
    ("date", "twin", "codes"),
    [
        ("signed_on: 2024-11", {}, ["same-record"]),
        (
            "signed_on: 2024",
            {"[unicollefiorito, comune-di-valdombra]": "[comune-di-valdombra, unicollefiorito]"},
            ["same-record"],
        ),
        ("announced_on: 2024-11", {}, ["same-record"]),
        ("signed_on: 2024-11", {"title: C": "title: Ancora C"}, []),
        ("signed_on: 2024-11", {"2024-11": "2024-12"}, []),
        ("signed_on: 2024-11", {"comune-di-valdombra]": "biblioteca]"}, []),
    ],
)
def test_of_what_no_day_is_known_the_title_tells_too(date: str, twin: dict[str, str], codes: list[str]) -> None:
    site = SiteTest().write(PAGE, FACTS).replace(AGREEMENT, "signed_on: 2025-03-26", date)
    if date.startswith("announced_on"):
        site.replace(AGREEMENT, "stage: signed", "stage: announced")
    text = site.read(AGREEMENT)
    for old, new in twin.items():
        text = text.replace(old, new)
    site.write("content/agreements/altro.md", text).check()
    found = [one for one in site.found if one.code == "same-record"]
    assert [one.code for one in found] == codes
    assert all("title" in one.values["fields"] for one in found)


@pytest.mark.parametrize(
    ("dates", "other", "codes"),
    [
        (("2025-03-26", "2025-03"), "", ["same-record"]),
        (("2025-03-26", "2025"), "", ["same-record"]),
        (("2025-03", "2025"), "", ["same-record"]),
        (("2025", "2025-03-26"), "", ["same-record"]),
        (("2025-03-26", "2025-04"), "", []),
        (("2025-03-26", "2024"), "", []),
        (("2025-03-26", "2025-03"), "related: [agreements/mobilita]\n", []),
        (("2025-03-26", "2025-03"), "allow:\n  - {code: same-record, because: Due lotti.}\n", []),
        (("2025-03", "2025-03"), "", []),
    ],
)
def test_a_day_and_the_month_or_year_that_holds_it_may_be_one(
    dates: tuple[str, str], other: str, codes: list[str]
) -> None:
    """Whoever knows the day in one source and the month in another tells one thing twice, whatever the titles."""
    site = SiteTest()
    text = site.read(AGREEMENT).replace("title: C", "title: Ancora C").replace("sources:", f"{other}sources:")
    site.write("content/agreements/altro.md", text.replace("2025-03-26", dates[1]))
    site.replace(AGREEMENT, "2025-03-26", dates[0]).check()
    assert [one.code for one in site.found if one.code == "same-record"] == codes
    for one in site.found:
        if one.code == "same-record":
            assert min(dates, key=len) in message(one, words_for("it"))


def test_two_things_of_which_only_the_title_is_known_may_be_two() -> None:
    source = "title: Relazione annuale\npublisher: unicollefiorito\nnot_stated: [date]\nlanguage: it\n"
    site = SiteTest().write("content/sources/a.yaml", source).write("content/sources/b.yaml", source)
    assert "same-record" not in site.check().codes()


def test_a_draft_may_hold_what_is_still_to_be_written() -> None:
    assert told(SiteTest().write(PAGE, FACTS.replace("nature", "draft: true\nnature") + "TODO\n")) == []


def test_a_name_without_a_colon_before_it_is_told_and_never_a_traceback() -> None:
    site = SiteTest().write("content/organisations/biblioteca.yaml", f'"": ~\n{ORG}').check()
    (told_once,) = (one for one in site.found if one.is_error)
    assert (told_once.code, told_once.place.line) == ("yaml-syntax", 1)


@pytest.mark.parametrize("written", ["https://x.example//", "https://x.example/a//b", "https://x.example/a/b//"])
def test_the_address_of_a_site_has_single_slashes(written: str) -> None:
    site = SiteTest().replace("content/site.yaml", "https://vetrina.example/", written).build()
    assert site.codes() == []
    assert "//accordi" not in site.page("/accordi/mobilita/")
    assert "e//" not in site.page("/accordi/mobilita/").replace("https://", "")


def test_no_feed_and_no_calendar_has_a_date_that_nobody_wrote() -> None:
    site = SiteTest().build()
    assert not [path for path, content in site.tree().items() if b"1970" in content]
    assert "<updated>2025-03-26T00:00:00Z</updated>" in (site.out / "accordi/feed.xml").read_text("utf-8")
    assert b"DTSTAMP:20250326T000000Z" in (site.out / "accordi/accordi.ics").read_bytes(), "of its source"


def test_letters_that_a_pdf_draws_as_one_are_found_apart() -> None:
    site = SiteTest().write(PAGE, f"{FACTS}Il \ufb01nanziamento e l’e\ufb03cienza.\n").build()
    assert site.codes() == []
    assert "Il finanziamento e l’efficienza." in site.page("/organizzazioni/biblioteca/")


def test_words_of_yaml_stay_words() -> None:
    site = SiteTest().replace(AGREEMENT, "form:", "place: no\nform:").build()
    assert told(site) == []
    assert "<dd>no</dd>" in site.page("/accordi/mobilita/")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_another_encoding_is_told_with_the_way_to_mend_it(encoding: str) -> None:
    site = SiteTest().write(PAGE, f"{FACTS}Mobilità\n".encode(encoding)).check()
    assert [one.code for one in site.found if one.is_error] == ["wrong-encoding"]


def test_a_mark_and_line_ends_of_windows_are_read() -> None:
    text = "\ufeff" + SiteTest().read(AGREEMENT).replace("\n", "\r\n")
    assert told(SiteTest().write(AGREEMENT, text.encode())) == []
