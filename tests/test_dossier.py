"""Questions, each answered by a plain reading of the YAML too: what answers, and no figure without its source."""

import datetime
import io
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from generator.cli import main
from generator.commands.kind_named import kind_named
from generator.commands.record_named import record_named
from generator.exports.dossier_workbook import dossier_workbook
from generator.fields.dates import DAY as A_DAY
from generator.fields.values import AnyRef, Ref, Term
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import END_NOT_KNOWN, IN_FORCE, NO_RECORD
from generator.kinds.catalogue import kind_of
from generator.kinds.organisation import Organisation
from generator.output.workbook import workbook
from generator.pipeline import Options, check
from generator.presenters.doings import acts_in
from generator.presenters.dossier_figures import figures_of
from generator.presenters.dossier_page import Dossier, dossier, dossier_body, dossier_head
from generator.presenters.dossier_table import figure_cells, opening
from generator.showcase.in_force import in_force, may_be_in_force
from generator.showcase.known_as import called
from generator.showcase.selection import Questions, selected, taking_part_inside
from generator.showcase.spans import span_of
from generator.showcase.status import agreement_status, period_status
from generator.text.context import Context, contexts_of
from generator.text.inline import text_of
from generator.text.listed import counted
from generator.usage.arguments import UsageError
from generator.view.parts import Bullets, Folded, Paragraph, Table
from generator.view.text import Piece
from generator.words import words_for
from tests.harness import DAY, SITES, SiteTest
from tests.harness import text_of as seen
from tests.output.test_pdf import assert_tagged
from tests.plain_reading import PlainSite

ORGANISATIONS = (
    "unicollefiorito politecnico-rocca-serena comune-di-valdombra regione-altavalle centro-acque laboratorio-sorgenti "
    "officine-lumaca"
).split()
PLACES = "valdombra collefiorito molo-vecchio canale-grande oltremare rocca-serena".split()
QUESTIONS = (
    *({"partner": one} for one in ORGANISATIONS),
    *({"university": one} for one in ("unicollefiorito", "politecnico-rocca-serena")),
    *({"place": one} for one in PLACES),
    *({"topic": one} for one in ("acqua", "mobilita", "energia")),
    {"audience": "abitanti"},
    *({"kind": one} for one in ("agreements", "initiatives", "cantieri", "networks", "calls", "events", "programmes")),
    *({"since": one, "until": one} for one in ("2016", "2020", "2022", "2023", "2024", "2026", "2027", "2031")),
    *({"in_force_on": one} for one in ("2019-01-01", "2021-06-01", "2024-02-01", "2026-01-20", "2026-11-22")),
    {"partner": "comune-di-valdombra", "kind": "agreements"},
    {"partner": "comune-di-valdombra", "since": "2025"},
    {"partner": "comune-di-valdombra", "in_force_on": "2026-11-22"},
    {"partner": "regione-altavalle", "university": "politecnico-rocca-serena"},
    {"topic": "acqua", "place": "molo-vecchio"},
    {"university": "unicollefiorito", "until": "2019", "kind": "agreements"},
    {"audience": "abitanti", "topic": "acqua", "since": "2026-12"},
)

_NAMES = {"it": ("Con chi", "Data di riferimento"), "en": ("With whom", "As of")}
"""A column of the records and one of the figures, by language."""


@pytest.fixture(scope="module")
def plain() -> PlainSite:
    return PlainSite(SITES / "showcase/content", DAY)


@pytest.fixture(scope="module")
def contexts() -> tuple[Context, ...]:
    checked = check(Options(root=SITES / "showcase", day=datetime.date.fromisoformat(DAY)))
    assert checked.site_map
    return checked.site_map.contexts


def organisation(id_: str) -> AnyRef:
    return Ref("organisations", id_)


def selection(question: dict[str, str]) -> Questions:
    """A question as the program asks it."""
    return Questions(
        partners=(organisation(question["partner"]),) if "partner" in question else (),
        universities=(organisation(question["university"]),) if "university" in question else (),
        places=(Ref("places", question["place"]),) if "place" in question else (),
        topics=(Term("topics", question["topic"]),) if "topic" in question else (),
        audiences=(Term("audiences", question["audience"]),) if "audience" in question else (),
        kinds=(kind_named(question["kind"]),) if "kind" in question else (),
        since=A_DAY.read(question["since"]).first if "since" in question else None,
        until=A_DAY.read(question["until"]).last if "until" in question else None,
        in_force_on=datetime.date.fromisoformat(question["in_force_on"]) if "in_force_on" in question else None,
    )


def expected(plain: PlainSite, question: dict[str, str]) -> set[str]:
    """What a plain reading answers."""
    found = {name for name, _ in plain.done()}
    for key, value in question.items():
        if key in ("topic", "audience"):
            found &= plain.holding(f"{key}s", value)
        elif key in ("partner", "university", "place", "kind", "in_force_on"):
            answer = {"in_force_on": plain.in_force}.get(key) or getattr(plain, key)
            found &= answer(value)
    if "since" in question or "until" in question:
        since, until = question.get("since", "0001"), question.get("until", "9999")
        found &= plain.period(f"{since}-01-01"[:10], f"{until}-12-31"[:10])
    return found


def test_the_heading_of_what_a_page_says_has_no_word_of_the_workshop() -> None:
    assert "scheda" not in words_for("it").text("What its page says")


def test_the_figures_of_an_award_begin_with_our_sum_and_end_with_what_does_not_stand_alone() -> None:
    site = SiteTest("showcase")
    total = "  - {measure: funded, value: 9, source: pagina-senza-data}\n"
    site.replace("content/initiatives/premio-lanterna.md", "totals:\n", f"totals:\n{total}")
    site.write("content/sources/pagina-senza-data.yaml", "title: Pagina\nurl: https://fonte.example/premio\n")
    here = contexts_of(site.check().showcase)[0]
    told = tuple(figures_of(here, (Ref("initiatives", "premio-lanterna"),)))
    assert (told[0].value, told[0].note) == ("11", "somma nostra delle edizioni")
    notes = {one.value: one.note for one in told if one.what == "Progetti finanziati"}
    assert notes["9"].endswith("probabilmente precedente")
    assert not notes["11"]
    assert [one.value for one in told][-2:] == ["12", "Circa 95.000 euro"]


def test_there_are_forty_questions_and_most_have_an_answer(plain: PlainSite) -> None:
    assert len(QUESTIONS) >= 40
    assert sum(bool(expected(plain, one)) for one in QUESTIONS) >= 30


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: " ".join(map("=".join, one.items())))
def test_a_question_has_the_answer_that_the_files_give(
    question: dict[str, str], plain: PlainSite, contexts: tuple[Context, ...]
) -> None:
    found = selected(contexts[0].showcase, selection(question))
    assert set(map(str, found.refs)) == expected(plain, question)
    if "since" in question and len(question) == 2 and "until" in question:
        assert set(map(str, found.undated)) == plain.undated()
        perhaps = plain.perhaps_in_period(f"{question['since']}-01-01", f"{question['until']}-12-31")
        assert set(map(str, found.possible)) == perhaps - expected(plain, question)
    if question.keys() == {"in_force_on"}:
        unsure = plain.perhaps_in_force(question["in_force_on"])
        assert set(map(str, found.undated)) == unsure & plain.undated()
        assert set(map(str, found.unsure)) == unsure - plain.undated()


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ({"partner": "regione-altavalle"}, {"agreements/fiume": "parte", "networks/rete-fiumi": "proponente"}),
        ({"partner": "unicollefiorito"}, {"initiatives/premio-lanterna": "promotore, partner"}),
        ({"university": "unicollefiorito"}, {"programmes/citta-aperta": "promotore"}),
    ],
)
def test_a_dossier_says_as_what_an_organisation_takes_part(
    question: dict[str, str], roles: dict[str, str], contexts: tuple[Context, ...]
) -> None:
    asked = selection(question)
    found, head = dossier(contexts[0], asked), dossier_head(contexts[0], asked)
    assert head[:3] == ("Che cosa", "Ruolo", "Con chi")
    assert all(len(row.cells) == len(head) for row in found.rows)
    told = {str(row.ref): text_of(row.role) for row in found.rows}
    assert {name: told[name] for name in roles} == roles
    assert "–" not in told.values()


def test_where_no_organisation_is_asked_for_there_are_no_roles(contexts: tuple[Context, ...]) -> None:
    asked = selection({"place": "valdombra"})
    assert "Ruolo" not in dossier_head(contexts[0], asked)
    assert {len(row.cells) for row in dossier(contexts[0], asked).rows} == {len(dossier_head(contexts[0], asked))}


def test_a_role_that_is_our_reading_and_one_in_what_a_record_holds_say_so() -> None:
    site = SiteTest("showcase")
    site.replace("content/programmes/citta-aperta.md", "promoter_basis: source", "promoter_basis: editorial")
    network, by = "content/networks/rete-fiumi.md", "ordinal: 10, by: comune-di-valdombra}"
    site.replace(network, "ordinal: 10}", by).replace(network, "recognition.by, ", "")
    context = site.check().checked.site_map.contexts[0]
    for partner, name, role in (
        ("unicollefiorito", "programmes/citta-aperta", "promotore (lo deduciamo noi)"),
        ("comune-di-valdombra", "networks/rete-fiumi", "ente a cui spetta il riconoscimento"),
    ):
        rows = dossier(context, Questions(partners=(organisation(partner),))).rows
        assert {str(row.ref): text_of(row.role) for row in rows}[name] == role


def test_every_way_of_taking_part_that_a_dossier_knows_has_a_role(contexts: tuple[Context, ...]) -> None:
    showcase = contexts[0].showcase
    fields = [field for ref in selected(showcase, Questions()).refs for field, _ in taking_part_inside(showcase, ref)]
    assert fields
    assert [field.name for field in fields if not field.role] == []


def test_the_lead_counts_what_a_partner_acts_in_as_its_own_page_does(contexts: tuple[Context, ...]) -> None:
    context, partner = contexts[0], organisation("centro-acque")
    own = counted(context, acts_in(context, partner))
    lead = dossier_body(context, "", dossier(context, Questions(partners=(partner,)))).lead
    assert lead == (
        f"{own}; inoltre, con altri ruoli o attraverso una sua struttura: 1 iniziativa, 1 accordo e 1 caso di studio."
    )


def test_what_is_in_force_has_that_status_and_what_may_be_has_another_or_no_day_of_its_own(
    contexts: tuple[Context, ...],
) -> None:
    """Of agreements, calls and events: each is in force, perhaps, or not, and one of these alone."""
    showcase, told = contexts[0].showcase, Counter[str]()
    for kind in map(kind_named, ("agreements", "calls", "events")):
        for ref in showcase.names(kind):
            facts, span = showcase[ref].facts, may_be_in_force(showcase, ref)
            for day in (datetime.date(year, month, 1) for year in range(2015, 2035) for month in (1, 6)):
                if isinstance(facts, Agreement):
                    renewals = (one.facts for one in showcase.renewals(showcase[ref]))
                    status = agreement_status(facts, day, renewals).name
                    holding: tuple[str, ...] = (IN_FORCE,)
                else:
                    assert facts.period
                    status = period_status(facts, facts.period, day).name
                    holding = (facts.period.during, *(facts.period.near or ())[:1])
                is_open = bool(span and span[0] <= day <= span[1])
                if in_force(showcase, ref, day):
                    assert is_open and status in holding, (ref, day)
                elif status in holding:
                    assert is_open and span and (day - span[0]).days < 366, (ref, day)
                elif status in (END_NOT_KNOWN, "undeterminable"):
                    assert is_open or (span and (span[0] - day).days > 0), (ref, day)
                else:
                    assert not is_open or status == NO_RECORD, (ref, day)
                told[f"{kind.folder} {status}"] += is_open
    assert told[f"agreements {IN_FORCE}"] and told[f"agreements {END_NOT_KNOWN}"] and told[f"agreements {NO_RECORD}"]


def test_what_is_in_force_on_a_day_for_certain_or_perhaps_is_so_in_a_period_of_that_day(
    contexts: tuple[Context, ...],
) -> None:
    showcase, told = contexts[0].showcase, Counter[str]()
    for day in (datetime.date(year, month, 1) for year in range(2015, 2035) for month in (1, 7)):
        on_day = selected(showcase, Questions(in_force_on=day))
        in_period = selected(showcase, Questions(since=day, until=day))
        assert {*on_day.refs} <= {*in_period.refs}
        assert {*on_day.unsure} <= {*in_period.possible, *in_period.refs}
        assert {*in_period.refs}.isdisjoint(in_period.possible)
        flatly = {ref for ref in {*on_day.unsure} & {*in_period.refs} if kind_of(ref) is Agreement}
        assert flatly <= {ref for ref in in_period.refs if (span := span_of(showcase, ref)) and span[0] == day}, day
        told.update(certain=len(on_day.refs), perhaps=len(in_period.possible))
    assert told["certain"] and told["perhaps"]


def test_what_only_may_have_held_in_a_period_is_told_apart_and_not_counted(contexts: tuple[Context, ...]) -> None:
    asked = Questions(kinds=(Agreement,), since=datetime.date(2099, 1, 1))
    told = dossier(contexts[0], asked)
    assert not told.rows and told.found.possible
    body = dossier_body(contexts[0], "", told)
    (block,) = body.blocks
    several = len(told.found.possible)
    assert body.lead.endswith(f"Forse altre {several} schede: sono indicate in fondo.") and several > 1
    said = [text_of(one) for part in block.parts if isinstance(part, Bullets) for one in part.items]
    assert any(one.startswith("Forse nel periodo, ma") and "Energia dei tetti" in one for one in said), said
    sheets = dossier_workbook(contexts[0], "x.xlsx", "X", told).sheets
    assert any("se rientra nel periodo" in row for sheet in sheets for row in sheet.rows)


def test_where_nothing_is_done_a_dossier_has_what_is_stated_and_what_names_it() -> None:
    site = SiteTest("showcase").write(
        "content/organisations/museo-del-sale.md",
        "---\ntitle: Museo del sale\nsummary: Il museo ha una convenzione con l’ateneo.\nnature: cultural-body\n"
        "sources:\n  - source: comunicato-mobilita\n---\nUn museo.\n",
    )
    site.replace(
        "content/cantieri/acque.md",
        "\n---\n",
        "\nrelated: [organisations/museo-del-sale]\n---\n",
    )
    site.build()
    told = seen(site.main("/organizzazioni/museo-del-sale/dossier/"))
    assert "Nessuna attività raccontata qui risponde" in told
    assert "Il museo ha una convenzione con l’ateneo." in told
    assert 'href="/fonti/comunicato-mobilita/"' in site.page("/organizzazioni/museo-del-sale/dossier/")
    named_in = site.main("/organizzazioni/museo-del-sale/dossier/").split('id="named-in"')[1]
    assert 'href="/cantieri/acque/"' in named_in
    assert not list((site.out / "organizzazioni/museo-del-sale/dossier").glob("*.ics")), "nothing ends that is not done"
    assert 'id="snippet"' not in site.main("/organizzazioni/museo-del-sale/dossier/")
    for name in ("museo-del-sale", "comune-di-valdombra"):
        assert "pagefind" not in site.main(f"/organizzazioni/{name}/dossier/"), (
            "what is not searched has nothing for it"
        )


def test_what_is_active_without_any_date_is_in_force_on_no_day_for_certain() -> None:
    site = SiteTest("showcase").write(
        "content/cantieri/senza-date.md",
        "---\ntitle: Senza date\nsummary: Nessuno ne dice il giorno.\nstate: active\n"
        "theme: {it: verde, en: greenery}\nprogramme: citta-aperta\nnot_stated: [start]\n"
        "sources:\n  - source: comunicato-mobilita\n---\nTesto.\n",
    )
    site.check()
    assert site.checked and site.checked.site_map, site.found
    context = site.checked.site_map.contexts[0]
    ref: AnyRef = Ref("cantieri", "senza-date")
    found = selected(context.showcase, Questions(in_force_on=datetime.date(1990, 1, 1)))
    assert ref in found.undated and not {ref} & {*found.refs, *found.unsure}
    page = dossier_body(context, "", dossier(context, Questions(in_force_on=datetime.date(2026, 11, 22))))
    (unknown,) = (block for block in page.blocks if block.anchor == "not-known")
    said = [text_of(one) for part in unknown.parts if isinstance(part, Bullets) for one in part.items]
    assert any("non si conosce nessuna data" in one and "Senza date" in one for one in said), said
    assert any(one.startswith("Forse in vigore in quel giorno") and "Energia dei tetti" in one for one in said), said


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: " ".join(map("=".join, one.items())))
def test_no_figure_is_without_its_source_and_none_is_missing(
    question: dict[str, str], plain: PlainSite, contexts: tuple[Context, ...]
) -> None:
    told = dossier(contexts[0], selection(question))
    assert all(one.sources or "nostro conteggio" in one.what or "somma nostra" in one.note for one in told.figures)
    stated = [value for ref in told.found.refs for value in plain.quantities(str(ref), question)]
    records = set(told.found.refs)
    numbers = [one.quantity.number for one in told.figures if one.quantity and one.ref in records]
    assert len(numbers) >= len(stated)
    for value in stated:
        assert any(str(number) in value for number in numbers), value


@pytest.mark.pango
def test_the_command_writes_a_page_a_spreadsheet_and_a_tagged_pdf_in_each_language_the_same_each_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["dossier", "--root", str(SITES / "showcase"), "--on", DAY, "--partner", "unicollefiorito", "--lang", "en"]
    for folder in ("one", "two"):
        assert main([*asked, "--out", str(tmp_path / folder)]) == 0
    names = [f"dossier.{language}.{form}" for language in ("en", "it") for form in ("html", "pdf", "xlsx")]
    assert sorted(file.name for file in (tmp_path / "one").iterdir()) == names
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name
    assert "records answer" in capsys.readouterr().out
    page = (tmp_path / "one/dossier.it.html").read_text("utf-8")
    assert "Laboratorio Sorgenti" in page and "Con chi" in page
    assert "<script" not in page and "<link" not in page and "src=" not in page
    for language in ("it", "en"):
        written = (tmp_path / f"one/dossier.{language}.pdf").read_bytes()
        assert_tagged(written, tmp_path)
        assert PdfReader(tmp_path / f"one/dossier.{language}.pdf").trailer["/Root"]["/Lang"] == language
    book = CalamineWorkbook.from_path(str(tmp_path / "one/dossier.it.xlsx"))
    records = book.get_sheet_by_index(0).to_python()
    assert {row[-1] for row in records[1:]} == expected(
        PlainSite(SITES / "showcase/content", DAY), {"partner": "unicollefiorito"}
    )


def test_a_question_that_cannot_be_asked_is_told_with_its_mend(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["dossier", "--root", str(SITES / "showcase"), "--on", DAY, "--lang", "en"]
    for more, said in (
        ([], "Nothing was asked"),
        (["--partner", "comune-di-valdombr"], "Did you mean “organisations/comune-di-valdombra”?"),
        (["--partner", "Comune di Valdombr"], "Did you mean “organisations/comune-di-valdombra”?"),
        (["--topic", "aqua"], "Did you mean “acqua”?"),
        (["--since", "2027", "--until", "2026"], "ends before it begins"),
        (["--since", "soon"], "not a day, a month or a year"),
    ):
        assert main([*asked, *more]) == 2
        assert said in capsys.readouterr().err


@pytest.mark.parametrize("rows", [12, 13])
def test_figures_that_are_many_open_when_asked_for(contexts: tuple[Context, ...], rows: int) -> None:
    table = Table("Figures", ("Figure",), (((Piece("1"),),),) * rows)
    shown = opening(contexts[0], table)
    if rows == 12:
        assert shown is table
    else:
        assert isinstance(shown, Folded)
        assert shown.parts == (table,)
        assert "13" in text_of(shown.title)


def test_what_was_only_announced_began_on_no_day_and_the_end_that_its_source_states_is_told() -> None:
    site = SiteTest()
    for before, after in {
        "stage: signed": "stage: announced",
        "signed_on: ": "announced_on: ",
        "duration: 3 years": 'until: "2027"',
    }.items():
        site.replace("content/agreements/mobilita.md", before, after)
    told = seen(site.build().main("/organizzazioni/unicollefiorito/dossier/"))
    assert "annunciato il 26 marzo 2025 2027 Firma non documentata" in told
    assert "Università Università di Collefiorito" in told, "who runs it is no partner"
    assert "Partner Comune di Valdombra" in seen(site.main("/organizzazioni/comune-di-valdombra/dossier/"))


@pytest.mark.parametrize("name", ["Università di Collefiorito", "unico", "ateneo di COLLEFIORITO", "unicollefiorito"])
def test_a_record_is_named_as_people_call_it(contexts: tuple[Context, ...], name: str) -> None:
    showcase = contexts[0].showcase
    known = showcase.names(Organisation)
    assert record_named(name, known, called(showcase, known)) == organisation("unicollefiorito")


def test_a_name_that_lacks_a_word_names_no_record_and_one_of_several_names_none_of_them() -> None:
    como, rho = organisation("comune-di-como"), organisation("comune-di-rho")
    with pytest.raises(UsageError):
        record_named("Comune di Rho", [como], {como: ("Comune di Como",)})
    with pytest.raises(UsageError) as refused:
        record_named("Comune", [como, rho], {como: ("Comune",), rho: ("comune",)})
    assert refused.value.message.values["known"] == [str(como), str(rho)]


def rows_of(context: Context) -> dict[str, tuple[str, str]]:
    """Since when and until when each agreement is, as a dossier tells it."""
    told = dossier(context, Questions(kinds=(kind_named("agreement"),)))
    return {row.ref.id: (text_of(row.since), text_of(row.until)) for row in told.rows}


def test_nothing_begins_with_an_announcement_and_an_end_that_is_stated_is_told(contexts: tuple[Context, ...]) -> None:
    in_italian, in_english = map(rows_of, contexts)
    assert in_italian["fiume"][0] == "annunciato a settembre 2026"
    assert in_english["fiume"][0] == "announced in September 2026"
    assert in_italian["mobilita"] == ("1º marzo 2024", "Finisce il 1º marzo 2027")
    showcase = contexts[0].showcase
    ends = {ref.id for ref in showcase.names(Agreement) if showcase.status(showcase[ref]).end}
    assert ends == {id_ for id_, (_, until) in in_italian.items() if until != "–"}


def test_a_figure_stands_with_its_note_and_one_given_in_words_is_told(contexts: tuple[Context, ...]) -> None:
    told = {(one.ref.id, one.value, one.note): one for one in dossier(contexts[0], Questions()).figures}
    in_words = told["fiume", "Tre borse l’anno", ""]
    assert in_words.what == "Valore" and in_words.quantity is None and in_words.sources
    assert ("mobilita", "A titolo gratuito", "nessun onere per le parti") in told


def test_what_another_source_says_is_of_the_day_of_that_source(contexts: tuple[Context, ...]) -> None:
    showcase = contexts[0].showcase
    told = dossier(contexts[0], Questions()).figures
    otherwise = [
        one for one in told if showcase[one.ref].facts.as_of and "articolo-mobilita" in [ref.id for ref in one.sources]
    ]
    assert otherwise
    for one in otherwise:
        assert one.as_of is None
        assert "4 marzo 2024" in text_of(one.dated_sources(contexts[0]))


def test_the_sheets_say_of_each_record_what_it_is_and_can_be_printed(contexts: tuple[Context, ...]) -> None:
    for context in contexts:
        book = dossier_workbook(context, "x.xlsx", "X", dossier(context, Questions()))
        records, figures = (next(one for one in book.sheets if name in one.head) for name in _NAMES[context.language])
        assert {row[0] for row in records.rows} == {
            context.words.text(kind_of(ref).plural) for ref in selected(context.showcase, Questions()).refs
        }
        sheets = CalamineWorkbook.from_filelike(io.BytesIO(workbook(book)))
        held = sheets.get_sheet_by_index(book.sheets.index(figures)).to_python()
        days = [row[figures.head.index(_NAMES[context.language][1])] for row in held[1:]]
        assert any(isinstance(day, datetime.date) for day in days)
        with zipfile.ZipFile(io.BytesIO(workbook(book))) as made:
            pages = [made.read(name).decode() for name in made.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(pages) == len(book.sheets)
        assert all('orientation="landscape"' in page and 'fitToHeight="0"' in page for page in pages)


def test_of_a_share_what_is_counted_follows_the_number() -> None:
    site = SiteTest("showcase").write(
        "content/indicators/quota.yaml",
        "title: Quota di famiglie\n"
        "about: organisations/unicollefiorito\n"
        "unit: {it: delle famiglie, en: of the families}\n"
        "series:\n  - value: 80 PERCENT\n    as_of: 2024-03\n    source: articolo-mobilita\n"
        "sources:\n  - source: articolo-mobilita\n"
        "verified_on: 2026-11-20\n",
    )
    checked = check(Options(root=site.root, day=datetime.date.fromisoformat(DAY)))
    assert checked.site_map, checked.problems
    asked = Questions(universities=(organisation("unicollefiorito"),), partners=(organisation("unicollefiorito"),))
    told = [one for one in dossier(checked.site_map.contexts[0], asked).figures if one.ref.id == "quota"]
    assert [(one.what, one.value) for one in told] == [("Valore", "80% delle famiglie")]


def heads(context: Context, found: Dossier) -> set[str]:
    """What the rows of its figures say that they are."""
    return {text_of(figure_cells(context, one, found.asked.named)[0]) for one in found.figures}


def test_a_figure_of_a_whole_is_said_to_be_so_in_the_dossier_of_one_who_takes_part(
    contexts: tuple[Context, ...],
) -> None:
    context = contexts[0]
    told = dossier(context, Questions(partners=(organisation("unicollefiorito"), organisation("comune-di-valdombra"))))
    assert "Valore– dell’intero accordo: Due atenei e Valdombra per la mobilità" in heads(context, told)
    topic = tuple(one for one in context.showcase.classified if one.id == "acqua")
    by_topic = heads(context, dossier(context, Questions(topics=topic)))
    assert by_topic and not any("dell’inter" in one for one in by_topic)
    sheet = next(one for one in dossier_workbook(context, "x.xlsx", "X", told).sheets if one.name == "Le cifre")
    column = sheet.head.index("Di quale insieme")
    assert "dell’intero accordo: Due atenei e Valdombra per la mobilità" in {row[column] for row in sheet.rows}


@pytest.mark.parametrize(
    "asked", [{"partner": "comune-di-valdombra"}, {"place": "molo-vecchio"}], ids=lambda one: "".join(one)
)
def test_of_what_answers_only_in_part_the_figures_of_all_of_it_are_left_to_its_page(
    asked: dict[str, str], contexts: tuple[Context, ...]
) -> None:
    context, award = contexts[0], Ref("initiatives", "premio-lanterna")
    told = dossier(context, selection(asked))
    assert award in told.found.refs and told.elsewhere == (award,)
    assert not any("Premio Lanterna" in one for one in heads(context, told))
    blocks = {one.anchor: one.parts for one in dossier_body(context, "", told).blocks}
    said = "Le cifre complessive di Premio Lanterna non sono qui: questo dossier ne riguarda solo una parte."
    assert [text_of(one.text) for one in blocks["figures"] if isinstance(one, Paragraph)] == [said]
    sheet = next(one for one in dossier_workbook(context, "x.xlsx", "X", told).sheets if one.name == "Le cifre")
    assert sheet.rows[-1][:2] == ("Le cifre complessive sono nella sua pagina", "Premio Lanterna")
    whole = dossier(context, selection({"partner": "laboratorio-sorgenti"}))
    assert not whole.elsewhere and any("Premio Lanterna" in one for one in heads(context, whole))


def test_the_figures_of_a_project_stand_in_the_dossier_of_who_takes_part_in_it() -> None:
    site = SiteTest("showcase")
    site.replace("content/initiatives/premio-lanterna.md", "- name: Goccia", "- name: Goccia\n        amount: 1234 EUR")
    context = contexts_of(site.check().showcase)[0]
    for asked in ({"partner": "comune-di-valdombra"}, {"place": "molo-vecchio"}):
        told = [one for one in dossier(context, selection(asked)).figures if one.ref.id == "premio-lanterna"]
        assert [one.value for one in told] == ["1.234 euro"]


def test_what_the_site_counts_leads_to_the_page_whose_records_it_counts(contexts: tuple[Context, ...]) -> None:
    told = dossier(contexts[0], Questions(partners=(organisation("unicollefiorito"),)))
    counted = {str(one.ref): figure_cells(contexts[0], one)[-1][0].href for one in told.figures if not one.sources}
    assert counted == {
        "initiatives/premio-lanterna": "/iniziative/premio-lanterna/",
        "indicators/accordi-firmati": "/accordi/",
    }


def test_the_places_of_a_project_are_not_those_of_who_takes_part_in_another_project() -> None:
    site = SiteTest("showcase")
    site.write(
        "content/places/lontano.yaml", "title: Lontano\nform: country\nsources: [{source: pagina-citta-aperta}]\n"
    )
    site.replace(
        "content/initiatives/premio-lanterna.md", "- name: Rugiada", "- name: Rugiada\n        places: [lontano]"
    )
    checked = check(Options(root=site.root, day=datetime.date.fromisoformat(DAY)))
    assert checked.site_map, checked.problems
    context, far = checked.site_map.contexts[0], Ref("places", "lontano")
    told = {
        question: (far in found.places, any(far.id in str(row) for sheet in sheets.sheets for row in sheet.rows))
        for question, asked in {
            "partner in one": Questions(partners=(organisation("comune-di-valdombra"),)),
            "partner in all": Questions(partners=(organisation("laboratorio-sorgenti"),)),
            "place of one": Questions(places=(Ref("places", "molo-vecchio"),)),
            "place": Questions(places=(far,)),
        }.items()
        for found in (dossier(context, asked),)
        for sheets in (dossier_workbook(context, "x.xlsx", "X", found),)
    }
    assert told == {
        "partner in one": (False, False),
        "partner in all": (True, True),
        "place of one": (False, False),
        "place": (True, True),
    }


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (["--kind", "calls", "--partner", "officine-lumaca"], "Nessuna pagina di questo sito risponde."),
        (
            ["--partner", "officine-lumaca", "--since", "1950", "--until", "1951"],
            "Nessuna delle attività raccontate qui risponde; vedi il foglio «Che cosa non sappiamo ancora».",
        ),
    ],
)
def test_where_nothing_answers_the_command_and_the_spreadsheet_say_so(
    question: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["dossier", "--root", str(SITES / "showcase"), "--out", str(tmp_path), "--on", DAY, "--lang", "it"]
    assert main([*asked, *question]) == 0
    assert capsys.readouterr().out.startswith("Nessuna pagina di questo sito risponde.")
    book = CalamineWorkbook.from_path(tmp_path / "dossier.it.xlsx")
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    assert all(len(rows) > 1 for rows in sheets), "no sheet is empty"
    assert sheets[0] == [["Risposta"], [said]]
