"""The board: what is counted, held to the records themselves."""

import csv
import io
from collections import Counter
from dataclasses import replace

import pytest
import yaml

from generator.charts.time_axis import finding as register_finding
from generator.fields.texts import FLAG
from generator.kinds.agreement import Agreement
from generator.kinds.catalogue import KINDS
from generator.pages.board.board_pages import board_pages, breakdown
from generator.pages.board.data_picture import of_a_number
from generator.pages.board.findings import finding, notes
from generator.pages.board.number_files import number_table
from generator.pages.board.tally import NumberParts, Tally, TallyRow, tallies, tally
from generator.pages.home import home_body
from generator.pages.lists.facet_answers import Answer, year_answer
from generator.pages.lists.selections import selections_by
from generator.showcase.life import life_of
from generator.showcase.measured import COUNTINGS, WHAT_IS_DONE
from generator.text.context import Context
from generator.text.listed import names_listed
from generator.view.board import BoardBody
from generator.view.text import Piece
from tests.harness import SITES, BuiltSite, SiteTest

SHOWCASE = SITES / "showcase" / "content"


def written(folder: str) -> dict[str, dict[str, object]]:
    """The facts of a folder as they are written, read by nothing of ours."""
    found = {}
    for file in sorted((SHOWCASE / folder).rglob("*")):
        if file.suffix in {".md", ".yaml"} and "." not in file.stem:
            text = file.read_text("utf-8")
            head = text.split("---\n")[1] if text.startswith("---\n") else text
            found[file.stem] = yaml.load(head, yaml.CSafeLoader)
    hidden = {"draft", "withdrawn", "archived", "publish_on"}
    return {name: one for name, one in found.items() if not hidden & one.keys()}


@pytest.fixture(scope="module")
def context() -> Context:
    site = SiteTest("showcase").check()
    assert site.checked and site.checked.site_map, site.found
    return site.checked.site_map.contexts[0]


def test_every_kind_of_activity_is_counted_and_evidence_is_not() -> None:
    folders = {kind.folder for kind in WHAT_IS_DONE}
    assert {"agreements", "initiatives", "cantieri", "events"} <= folders
    assert folders.isdisjoint({"sources", "organisations", "people", "places", "pages", "plans", "indicators"})


def test_every_language_shows_the_same_of_what_others_declare() -> None:
    """On the board and at home, where they are the first of many: in the order of the first language."""
    site = SiteTest("showcase")
    figures = "  figures: [initiatives/premio-lanterna, indicators/visitatori, indicators/accordi-firmati]\n"
    site.replace("content/site.yaml", figures, "")
    for number in range(13):
        site.write(
            f"content/indicators/cifra-{number}.yaml",
            f"title: A{number:02}\nabout: organisations/unicollefiorito\nunit: {{it: voci, en: things}}\n"
            f'series: [{{value: "{101 + number}", as_of: "2024", source: articolo-mobilita}}]\n'
            "sources: [{source: articolo-mobilita}]\n",
        )
        site.write(f"content/indicators/cifra-{number}.en.md", f"---\ntitle: A{13 - number:02}\n---\n")
    contexts = site.check().checked.site_map.contexts
    boards = [next(board_pages(context)).content().body for context in contexts]
    shown = [[row.value for row in board.declared.rows] for board in boards if isinstance(board, BoardBody)]
    assert shown == [[str(101 + number) for number in range(12)]] * 2
    first = [[one.value for one in home_body(context).figures] for context in contexts]
    assert first == [["101", "102", "103", "104"]] * 2


def test_no_two_numbers_share_a_name_or_an_address() -> None:
    declared = [one for kind in KINDS for one in kind.measures]
    assert len({one.id for one in declared}) == len(declared)
    for language in ("it", "en"):
        words = [one.measure.segment(language) for one in COUNTINGS.values()]
        assert len(set(words)) == len(words)


def test_the_numbers_are_those_of_the_files(context: Context) -> None:
    agreements = written("agreements")
    tells = {"duration", "until", "ended_on", "duration_note"}
    unknown = [name for name, one in agreements.items() if not tells & one.keys()]
    found = {one.counting.measure.id: (one.number, one.of) for one in tallies(context)}
    differing = {name for name in unknown if "duration" in str(agreements[name].get("differing", ""))}
    assert found["agreements-duration-unknown"] == (len(unknown) - len(differing), len(agreements))
    assert found["areas-with-activities"][1] == len(written("areas"))
    under_way = sum(one.get("state") == "active" for one in written("initiatives").values())
    assert found["initiatives-under-way"] == (under_way, len(written("initiatives")))


DIFFERING = "differing:\n  - {field: until, value: 2027-05, source: comunicato-mobilita}\n"


@pytest.mark.parametrize(
    ("told", "unknown"),
    [
        ("", True),
        ("duration_note: {it: per tutto il progetto, en: as long as the project lasts}\n", False),
        ("renewal_note: {it: con un atto scritto, en: by a written act}\n", True),
        ("ended_on: 2026-01\n", False),
        (DIFFERING, False),
    ],
    ids=["nothing", "a note", "a note of something else", "a value", "what sources differ on"],
)
def test_a_duration_is_unknown_by_one_rule_for_the_board_and_for_the_register(told: str, unknown: bool) -> None:
    """The one other agreement of the site lasts three years."""
    facts = "stage: signed\nparties: [unicollefiorito, comune-di-valdombra]\nsigned_on: 2025-03-26\n"
    silent = "not_stated: [signatories, effective_on, renewal, value, act, duration]\n"
    sources = "sources:\n  - source: comunicato-mobilita\n"
    written = f"---\ntitle: Ponte\nform: memorandum\n{facts}{told}{silent}{sources}---\n"
    site = SiteTest().write("content/agreements/ponte.md", written).check()
    assert site.checked and site.checked.site_map, site.found
    here = site.checked.site_map.contexts[0]
    assert tally(here, "agreements-duration-unknown").number == unknown
    lives = [life_of(here.showcase, one) for one in names_listed(here, Agreement)]
    assert register_finding(here, lives) == (
        "Di un accordo firmato su 2 non abbiamo trovato la durata." if unknown else ""
    )


def test_the_parts_are_those_of_the_files_and_zeros_stay(context: Context) -> None:
    initiatives = written("initiatives")
    form = next(one for one in tally(context, "initiatives-under-way").parts if one.facet.id == "form")
    active = Counter(str(one["form"]) for one in initiatives.values() if one.get("state") == "active")
    in_all = Counter(str(one["form"]) for one in initiatives.values())
    assert {row.answer.key: row.number for row in form.rows if row.number} == dict(active)
    assert {row.answer.key: row.of for row in form.rows if row.of} == dict(in_all)
    assert [row for row in form.rows if not row.of], "a form that no record has is a row at zero"


def test_an_agreement_between_universities_lacks_no_partner() -> None:
    site = SiteTest("minimal").write(
        "content/organisations/altra.yaml",
        "title: Altra\nnature: university\nsources: [{source: comunicato-mobilita}]\n",
    )
    site.replace("content/agreements/mobilita.md", "[unicollefiorito, comune-di-valdombra]", "[unicollefiorito, altra]")
    site.check()
    assert site.checked and site.checked.site_map, site.found
    told = {one.facet.id: one for one in tally(site.checked.site_map.contexts[0], "agreements-in-force").parts}
    for name in ("partner", "nature"):
        [row] = (one for one in told[name].rows if one.number)
        assert (row.answer.label.text, row.number, told[name].without) == ("Solo tra università", 1, 0), name
        assert [one.answer.key for one in told[name].rows if one.answer.is_apart] == [row.answer.key], name


def test_the_file_has_every_number_and_its_parts(showcase: BuiltSite, context: Context) -> None:
    rows = list(csv.DictReader(io.StringIO((showcase.out / "dati/v1/numeri.csv").read_text("utf-8"))))
    whole = {row["measure"]: (int(row["number"]), int(row["of"])) for row in rows if not row["by"]}
    assert whole == {one.counting.measure.id: (one.number, one.of) for one in tallies(context)}
    assert sum(int(row["number"]) == 0 for row in rows if row["by"]) > 3
    english = csv.DictReader(io.StringIO((showcase.out / "en/data/v1/numbers.csv").read_text("utf-8")))
    assert [row["number"] for row in english if not row["by"]] == [row["number"] for row in rows if not row["by"]]


def test_the_board_leads_to_a_page_for_each_number(showcase: BuiltSite) -> None:
    board = showcase.page("/numeri/")
    for one in COUNTINGS.values():
        path = f"/numeri/{one.measure.segment('it')}/"
        assert f'href="{path}"' in board
        assert "<table" in showcase.page(path)


def test_an_indicator_that_we_count_stands_once_among_what_is_counted_and_not_among_what_others_declare() -> None:
    site = SiteTest("showcase")
    signed = (site.root / "content/indicators/accordi-firmati.yaml").read_text("utf-8")
    defined = "definition: {it: gli accordi che risultano firmati, en: the agreements known to be signed}\n"
    site.write("content/indicators/accordi-firmati.yaml", signed + defined)
    site.write("content/indicators/firmati-ancora.yaml", signed.replace("Accordi firmati", "Firmati, ancora"))
    in_force = signed.replace("Accordi firmati", "Attivi").replace("agreements-signed", "agreements-in-force")
    site.write("content/indicators/attivi.yaml", in_force)
    board = site.build().page("/numeri/")
    counted, declared = board.split('id="declared"')
    assert counted.count("/indicatori/accordi-firmati/") == 1
    assert "Gli accordi che risultano firmati" in counted
    assert "/indicatori/firmati-ancora/" not in board, "one number, one tile"
    assert "/indicatori/attivi/" not in board, "the board counts it anyway"
    assert "/indicatori/accordi-firmati/" not in declared and "/indicatori/acque-riaperte/" in declared


def parts(context: Context, *numbers: int, counted: int = 0, without: int = 0) -> tuple[Tally, NumberParts]:
    one = tally(context, "activities")
    rows = tuple(TallyRow(Answer(name, name, Piece(name)), n, n) for name, n in zip("ABCDEF", numbers, strict=False))
    number = counted or sum(numbers) + without
    return Tally(one.counting, number, number, one.parts), NumberParts(one.parts[0].facet, rows, without, 0)


@pytest.mark.parametrize(
    ("numbers", "without", "said"),
    [
        ((0, 0), 0, "Niente da contare: ogni voce è a zero"),
        ((0, 0), 3, "Non si sa di nessuna delle pagine contate"),
        ((4, 0), 0, "Una sola voce: A, 4"),
        ((4, 2), 0, "In testa: A, 4 su 6"),
        ((4, 2), 6, "In testa: A, 4 su 12"),
        ((4, 2), 7, "Per quanto si sa, in testa: A, 4 su 6"),
        ((4, 0), 5, "Per quanto si sa, una sola voce: A, 4"),
        ((3, 3, 1), 8, "Per quanto si sa, in testa alla pari: A e B, con 3"),
        ((1, 1, 1, 1), 5, "Per quanto si sa, 4 voci in testa alla pari, con 1 ciascuna"),
        ((3, 3, 1), 0, "In testa alla pari: A e B, con 3"),
        ((1, 1, 1), 0, "In testa alla pari: A, B e C, con 1"),
        ((1, 1, 1, 1), 0, "4 voci in testa alla pari, con 1 ciascuna"),
    ],
)
def test_a_finding_has_a_form_for_each_case(
    context: Context, numbers: tuple[int, ...], without: int, said: str
) -> None:
    assert finding(context, *parts(context, *numbers, without=without)) == said


def test_a_question_of_yes_or_no_finds_a_sentence(context: Context) -> None:
    one = tally(context, "areas-with-activities")
    [asked] = (each for each in one.parts if each.facet.id == "third-mission")
    yes, no = (Answer(name, name, Piece(said)) for name, said in (("yes", "Sì"), ("no", "No")))
    for of_yes, of_no, said in (
        (9, 7, "9 su 16 sono terza missione, secondo noi"),
        (1, 7, "1 su 8 è terza missione, secondo noi"),
        (0, 2, "0 su 2 sono terza missione, secondo noi"),
    ):
        rows = (TallyRow(yes, of_yes, of_yes), TallyRow(no, of_no, of_no))
        counted = Tally(one.counting, of_yes + of_no, of_yes + of_no, one.parts)
        assert finding(context, counted, replace(asked, rows=rows, without=0)) == said


def test_every_question_of_yes_or_no_says_what_yes_is() -> None:
    asked = [(kind, facet) for one in COUNTINGS.values() for kind in one.kinds for facet in one.measure.by]
    fields = [(facet, kind.declared.get(facet.answers)) for kind, facet in asked]
    flags = {facet.id: facet.affirmed for facet, field in fields if field and field.item is FLAG}
    assert "third-mission" in flags and all(flags.values())


def test_what_is_no_answer_among_others_leads_none_of_them(context: Context) -> None:
    """Agreements between universities alone are with no partner, however many they are."""
    one, parted = parts(context, 4, 2)
    apart = TallyRow(Answer("between-universities", "x", Piece("Solo tra università"), rank=1, is_apart=True), 4, 4)
    assert finding(context, one, replace(parted, rows=(*parted.rows, apart))) == "In testa: A, 4 su 6"
    assert finding(context, one, replace(parted, rows=(apart,))) == "Una sola voce: Solo tra università, 4"


def test_universities_are_not_ranked_in_parts_nor_among_the_choices_of_a_list(context: Context) -> None:
    """They stand by name, whoever has most, and the finding names none as the first."""
    [universities] = (one for one in tally(context, "activities").parts if one.facet.id == "university")
    names = [row.answer.label.text.casefold() for row in universities.rows if not row.answer.rank]
    assert len({row.number for row in universities.rows}) > 1 and names == sorted(names)
    whole = tally(context, "activities")
    taking_part = [one for kind in WHAT_IS_DONE for one in names_listed(context, kind)]
    named = sum(bool(context.showcase.universities_in(one)) for one in taking_part)
    assert 0 < named < whole.number == len(taking_part)
    said = f"2 atenei prendono parte a {named} su {whole.number} attività"
    assert finding(context, whole, universities) == said
    of_agreements = tally(context, "agreements-in-force")
    [universities] = (one for one in of_agreements.parts if one.facet.id == "university")
    assert finding(context, of_agreements, universities).endswith(f" su {of_agreements.number} accordi")
    choices = selections_by(context, Agreement, "university")
    assert [one.answer.label.text for one in choices] == sorted(one.answer.label.text for one in choices)


def test_a_number_by_years_says_which_dates_place_what_it_counts(context: Context) -> None:
    """An agreement is of the year of its signature, or else of its announcement, whenever it takes effect."""
    one = tally(context, "activities")
    notes_of = {part.facet.id: breakdown(context, one, part).notes for part in one.parts}
    said = notes_of.pop("year")[0]
    assert said.startswith("L’anno è quello della prima data nota fra queste, e di nessun’altra. ")
    assert "Accordi: Firma, Annuncio" in said and "Iniziative, Cantieri, Eventi: Inizio;" in said
    assert not any("L’anno" in note for notes in notes_of.values() for note in notes)


WITHOUT = {
    "university": "Nessun ateneo con una pagina qui risulta parteciparvi",
    "engagement": "Non di public engagement, o di un tipo che qui non c’è",
    "audience": "Non noto",
}


@pytest.mark.parametrize("name", WITHOUT)
def test_what_answers_nothing_is_called_alike_in_table_picture_and_file_and_claims_no_more_than_is_known(
    context: Context, name: str
) -> None:
    """That none takes part is not known where none is named; what is no public engagement lacks no kind of it."""
    one, said = tally(context, "activities"), WITHOUT[name]
    parts = next(part for part in one.parts if part.facet.id == name)
    told = str(parts.without)
    assert parts.without
    last = breakdown(context, one, parts).rows[-1]
    assert (last.label.text, last.number, last.share) == (said, told, 0)
    drawn = of_a_number(context, "numeri/", "activities", name)
    assert (drawn.bars[-1].label, drawn.bars[-1].value) == (said, told)
    assert drawn.rows[-1] == ("", said, told, "")
    rows = [row for row in number_table(context).rows if row[0] == "activities" and row[2] == name]
    assert rows[-1][4:7] == ("", said, told)


def test_years_of_which_nothing_is_stay_and_many_in_a_row_are_one_row(context: Context) -> None:
    [by_year] = (one for one in tally(context, "activities").parts if one.facet.id == "year")
    row = by_year.rows[0]
    numbers = {2020: 2, 2018: 1, 2014: 3, 2013: 1, 2009: 1}
    rows = [
        replace(row, answer=year_answer(year), number=numbers.get(year, 0), of=numbers.get(year, 0))
        for year in range(2020, 2008, -1)
    ]
    shown = breakdown(context, tally(context, "activities"), replace(by_year, rows=tuple(rows), without=0))
    assert [(one.label.text, one.number) for one in shown.rows] == [
        *(("2020", "2"), ("2019", "0"), ("2018", "1"), ("2015–2017", "0"), ("2014", "3"), ("2013", "1")),
        *(("2010–2012", "0"), ("2009", "1")),
    ]
    assert not [one for one in shown.notes if "tabella" in one], "none is in the file alone"


def test_between_two_years_each_is_counted_however_far_they_lie_apart() -> None:
    site = SiteTest("showcase")
    facts = "summary: Prove.\nform: project\nstate: concluded\nstart: 1901\nnot_stated: [promoter]\n"
    source = "sources: [{source: pagina-citta-aperta}]\n"
    site.write("content/initiatives/antica.md", f"---\ntitle: Antica\n{facts}{source}---\n").check()
    assert site.checked and site.checked.site_map, site.found
    told = tally(site.checked.site_map.contexts[0], "activities")
    years = [int(row.answer.key) for part in told.parts if part.facet.id == "year" for row in part.rows]
    assert min(years) == 1901 and years == list(range(max(years), 1900, -1))


def test_a_number_of_states_says_of_when_its_sources_are(showcase: BuiltSite) -> None:
    """What sources say goes on is not said to go on today."""
    assert "Secondo fonti di giugno 2025." in showcase.facts("/numeri/iniziative-in-corso/")
    site = SiteTest("showcase")
    facts = "summary: Prove.\nform: project\nstate: active\nnot_stated: [promoter, start]\n"
    for name, as_of in (("prima", "as_of: 2025-01-15\n"), ("senza-data", "")):
        source = "sources: [{source: pagina-citta-aperta}]\n"
        site.write(f"content/initiatives/{name}.md", f"---\ntitle: {name}\n{facts}{as_of}{source}---\n")
    site.build()
    said = "Secondo fonti di gennaio–giugno 2025 e altre senza data."
    assert said in site.facts("/numeri/iniziative-in-corso/")
    assert said in site.facts("/numeri/")


def test_what_is_partial_or_overlaps_says_so(context: Context) -> None:
    _, one = parts(context, 2, 2, without=1)
    assert notes(context, one, 5, 0) == ()
    assert notes(context, one, 4, 0) == ("Ciò che sta in più voci è contato in ciascuna.",)
    assert notes(context, one, 5, 2)[-1] == "Altre 2 voci sono nella tabella di tutti i numeri."


def test_where_there_is_nothing_to_count_there_is_no_board() -> None:
    """A single language, and nothing that is done: no number has a page, and no page leads to one."""
    site = SiteTest("minimal").remove("content/agreements").check()
    assert site.checked and site.checked.site_map, site.found
    assert not [page.path for page in site.checked.site_map.pages if page.path.startswith("numeri/")]
