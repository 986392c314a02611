"""`vetrina new` as an editor meets it: asked in a terminal, given in options, and what comes along."""

import builtins
import re
import sys
from collections.abc import Iterator

import pytest
from hypothesis import Phase, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from generator.cli import main
from generator.content.given import field_called
from generator.content.read import Contents
from generator.content.scalars import flow
from generator.content.validate import validate
from generator.content.writing import Writing
from generator.fields.choices import Choice
from generator.fields.declare import GroupOf
from generator.fields.references import AnyReference, Reference, TermType
from generator.fields.texts import FlagType, TextType
from generator.kinds.catalogue import BY_FOLDER, KINDS, WITH_PAGES, kind_of
from generator.kinds.translation import Translation
from generator.machine.memo import Memo
from generator.words import called
from tests.harness import DAY, SiteTest
from tests.ran import Ran, ran
from tests.written import READ, texts, values

AGREEMENT = {
    "titolo": "Mobilità sostenibile con il Comune di Esempio",
    "sommario": "Studi e dati in comune per gli spostamenti.",
    "form": "protocollo d’intesa",
    "stage": "firmato",
    "parti": "Università di Collefiorito, Comune di Esempio",
    "signatories": "{role: {it: rettrice, en: Rector}, on_behalf_of: unicollefiorito}",
    "firmato il": "4 maggio 2026",
    "durata": "tre anni",
    "rinnovo": "escluso",
    "effective_on": "?",
    "value": "non indicato",
    "act": "?",
    "fonti": "comunicato-2026",
    "comunicato-2026.title": "Ateneo e Comune insieme",
    "comunicato-2026.publisher": "Università di Collefiorito",
    "comunicato-2026.date": "4/5/2026",
    "comunicato-2026.language": "italiano",
    "comunicato-2026.url": "https://unicollefiorito.example/comunicati/2026",
    "comune-di-esempio.natura": "Comune",
    "en.title": "Sustainable mobility with the Municipality of Esempio",
    "en.summary": "Studies and data shared for journeys.",
    "en.text": "They share studies and data.",
}
TEXT = "L’università e il Comune mettono in comune studi e dati."
FILES = [
    "content/agreements/mobilita-sostenibile-comune-esempio-2026.en.md",
    "content/agreements/mobilita-sostenibile-comune-esempio-2026.md",
    "content/organisations/comune-di-esempio.yaml",
    "content/sources/comunicato-2026.yaml",
]


@pytest.fixture
def site() -> SiteTest:
    return SiteTest()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def asked(site: SiteTest, *arguments: str, lang: str = "en") -> Ran:
        return ran(capsys, "new", *arguments, "--root", site.root, "--on", DAY, "--lang", lang)

    return asked


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch):
    """Somebody at a terminal, who answers so."""

    def given(*said: str) -> Iterator[str]:
        left = iter(said)

        def answer(question: str = "") -> str:
            print(question)
            if (said := next(left, None)) is None:
                raise EOFError
            return said

        monkeypatch.setattr(builtins, "input", answer)
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
        return left

    return given


def sets(fields: dict[str, str]) -> list[str]:
    return [part for name, value in fields.items() for part in ("--set", f"{name}={value}")]


def content(site: SiteTest) -> dict[str, str]:
    files = (site.root / "content").rglob("*.*")
    return {file.relative_to(site.root).as_posix(): file.read_text("utf-8") for file in files if file.is_file()}


# --- given in options ---


def test_a_partner_a_source_and_a_translation_come_along_and_all_passes_the_check(site, run):
    before = content(site)
    code, out, err = run(site, "accordo", *sets(AGREEMENT), "--text", TEXT)
    assert (code, err) == (0, "")
    after = content(site)
    assert sorted(after.keys() - before.keys()) == FILES
    assert {path: after[path] for path in before} == before
    assert all(f"+++ {path}\n" in out for path in FILES)
    written = after[FILES[1]]
    assert "signed_on: 2026-05-04\nduration: 3 years\nrenewal: excluded\n" in written
    assert written.endswith(f"not_stated:\n  - effective_on\n  - value\n  - act\n---\n\n{TEXT}\n")
    assert "  - unicollefiorito\n  - comune-di-esempio\n" in written
    assert after[FILES[2]] == "title: Comune di Esempio\nnature: municipality\nsources:\n  - source: comunicato-2026\n"
    assert "date: 2026-05-04\nlanguage: it\n" in after[FILES[3]]
    assert site.check().codes() == []
    assert "Sustainable mobility" in site.build().page("/en/agreements/mobilita-sostenibile-comune-esempio-2026/")


def test_what_only_a_draft_names_is_a_draft(site, run):
    before = site.build().files()
    assert run(site, "accordo", *sets(AGREEMENT | {"draft": "true"}), "--text", TEXT).code == 0
    assert all("draft: true\n" in content(site)[path] for path in FILES if ".en." not in path)
    assert site.check().codes() == []
    assert site.build().files() == before


def test_a_source_that_is_named_by_its_address_has_that(site, run):
    url = "https://www.unicollefiorito.example/comunicati/2026"
    fields = {name: value for name, value in AGREEMENT.items() if not name.startswith("comunicato")} | {"fonti": url}
    id_ = "unicollefiorito-example-comunicati-2026"
    code, _, err = run(site, "accordo", *sets(fields), "--text", TEXT, lang="it")
    assert code == 2 and f"{id_}.title" in err and f"{id_}.url" not in err
    said = {"title": "Ateneo e Comune", "publisher": "unicollefiorito", "date": "2026-05-04", "language": "it"}
    fields |= {f"{id_}.{name}": value for name, value in said.items()}
    assert run(site, "accordo", *sets(fields), "--text", TEXT)[0] == 0
    assert f"url: {url}\n" in site.read(f"content/sources/{id_}.yaml")
    assert site.check().codes() == []


def test_a_translation_without_its_text_is_not_marked_as_following(site, run):
    fields = {name: value for name, value in AGREEMENT.items() if name != "en.text"}
    assert run(site, "accordo", *sets(fields), "--text", TEXT)[0] == 0
    assert "translated_from" not in site.read(FILES[0])
    assert site.check().codes() == ["text-untranslated"]


def test_the_order_of_what_is_given_does_not_matter(site, run):
    assert run(site, "accordo", *sets(dict(reversed(AGREEMENT.items()))), "--text", TEXT)[0] == 0
    assert site.check().codes() == []


@pytest.mark.parametrize("written", ["accordo", "Accordi", "agreement", "agreements", "AGREEMENTS"])
def test_a_kind_has_many_names(site, run, written):
    code, _, err = run(site, written)
    assert code == 2 and err.startswith("vetrina: For an agreement, these are missing: title, form (Kind), ")


@pytest.mark.parametrize(
    ("kind", "fields", "path", "expected"),
    [
        (
            "indicatore",
            {"titolo": "Visitatori", "about": "Università di Collefiorito", "unit": "visitatori", "unit.en": "visitors"}
            | {"series.1.period": "2023", "series.1.valore": "circa mille", "series.1.source": "comunicato-mobilita"}
            | {"series.2": "{period: 2024, value: 900, fonte: comunicato-mobilita}", "fonti": "comunicato-mobilita"},
            "content/indicators/visitatori.md",
            "about: organisations/unicollefiorito\nunit:\n  it: visitatori\n  en: visitors\n",
        ),
        (
            "pagine",
            {"titolo": "Chi siamo", "indirizzo": "chi-siamo", "indirizzo.en": "about"},
            "content/pages/chi-siamo.md",
            "address:\n  it: chi-siamo\n  en: about\n",
        ),
        (
            "rete",
            {"titolo": "Rete dei fiumi", "form": "?", "founders": "comune-di-valdombra"}
            | {"coordinator": "?", "recognition": "?", "fonti": "comunicato-mobilita"},
            "content/networks/rete-fiumi.md",
            "not_stated:\n",
        ),
    ],
    ids=["indicator", "page", "network"],
)
def test_records_of_other_kinds(site, run, kind, fields, path, expected):
    code, _, err = run(site, kind, *sets(fields))
    assert (code, err) == (0, ""), err
    assert expected in site.read(path) and [one for one in site.check().found if one.is_error] == []


def test_figures_keep_to_the_unit_of_their_record(site, run):
    fields = {"titolo": "Entrate", "about": "Università di Collefiorito", "fonti": "comunicato-mobilita"}
    fields |= {"series.1.valore": "2,5 milioni di euro", "series.1.source": "comunicato-mobilita"}
    fields |= {
        "series.2": "{period: 2025, value: '3.000.000 euro', fonte: comunicato-mobilita}",
        "series.1.period": "2024",
    }
    code, _, err = run(site, "indicatore", *sets(fields | {"unit": "milioni di euro", "unit.en": "million euros"}))
    assert (code, err) == (0, ""), err
    written = site.read("content/indicators/entrate.md")
    assert "    value: '2.5'\n" in written and "    value: '3'\n" in written


def test_all_that_is_missing_is_told_at_once(site, run):
    fewer = {name: AGREEMENT[name] for name in ("titolo", "form", "stage", "parti", "en.text")}
    code, out, err = run(site, "accordo", *sets(fewer), lang="it")
    assert (code, out) == (2, "")
    told, hint = err.splitlines()
    assert told == (
        "vetrina: Per scrivere un accordo manca: act (Delibera o decreto), signatories (Firmatari), signed_on (Firma), "
        "effective_on (In vigore dal), duration (Durata), renewal (Rinnovo), value (Valore), sources (Fonti), "
        "en.title (Titolo), comune-di-esempio.nature (Tipo di ente), comune-di-esempio.sources (Fonti)."
    )
    assert "--set not_stated=act" in hint
    assert FILES[1] not in content(site)


def test_semicolons_part_what_a_list_is_given(site, run):
    fields = AGREEMENT | {"parti": "Università di Collefiorito; Comune di Esempio"}
    code, out, err = run(site, "accordo", *sets(fields), "--text", TEXT)
    assert (code, err) == (0, ""), err
    assert "+  - unicollefiorito\n+  - comune-di-esempio\n" in out


def test_of_a_list_more_is_added_and_a_part_has_its_way(site, run):
    fields = AGREEMENT | {"parti": "unicollefiorito", "parties.2": "comune-di-valdombra", "act": "?"}
    fields |= {"signatories": "{role: {it: rettrice}}", "signatories.1.role.en": "Rector"}
    fields |= {"signatories.2.role": "sindaca", "signatories.2.ruolo.en": "Mayor", "atto.numero": "12/2026"}
    fields = {name: value for name, value in fields.items() if not name.startswith("comune-di-esempio")}
    del fields["act"]
    fields["act.number"] = fields.pop("atto.numero")
    code, out, err = run(site, "accordo", *sets(fields), "--text", TEXT)
    assert (code, err) == (0, ""), err
    assert "+      en: Mayor" in out and "+      en: Rector" in out and "+  number: 12/2026" in out
    assert "+  - comune-di-valdombra" in out


def test_what_is_not_stated_is_added_under_its_label_too(site, run):
    gaps = {"Non indicato": "act,effective_on", "titolo": "Mobilità sostenibile con il Comune di Esempio"}
    fields = {name: value for name, value in AGREEMENT.items() if name not in ("act", "effective_on", "value")}
    code, _, err = run(site, "accordo", *sets(fields | gaps), "--set", "Non indicato=Valore", "--text", TEXT)
    assert (code, err) == (0, ""), err
    assert {"  - act", "  - effective_on", "  - value"} <= {*site.read(FILES[1]).splitlines()}


def test_a_list_that_is_given_twice_has_both(site, run):
    both = ["--set", "Parti=unicollefiorito", "--set", "Parti=Comune di Esempio"]
    fields = {name: value for name, value in AGREEMENT.items() if name != "parti"}
    code, out, err = run(site, "accordo", *both, *sets(fields), "--text", TEXT)
    assert (code, err) == (0, ""), err
    assert "+  - unicollefiorito\n+  - comune-di-esempio\n" in out


def test_every_field_has_a_name_in_its_labels():
    for model in (*KINDS, Translation):
        labels = [(one.name, label) for one in model.declared.values() for label in called(one.label)]
        for name, label in labels:
            shared = {other for other, also in labels if also == label}
            assert field_called(model, label).name in shared, (name, label)


REFUSED = [
    (["acordo"], "“acordo” is no kind of record.", "Did you mean “agreements”?"),
    (["convenzione"], "“convenzione” is no kind of record.", "Did you mean “agreements”?"),
    (["protocolli"], "“protocolli” is no kind of record.", "Did you mean “agreements”?"),
    (["premio"], "“premio” is no kind of record.", "Did you mean “initiatives”?"),
    (["xyz"], "“xyz” is no kind of record.", "Use one of: programmes, "),
    (["accordo", "--set", "tytle=x"], "“tytle” is not a field of an agreement.", "Did you mean “title”?"),
    (["accordo", "--set", "x.y=x"], "“x” is not a field of an agreement.", "The fields are: title, short_title"),
    (["accordo", "--set", "title"], "--set: “title” is not a field, = and its value", "See: vetrina new --help"),
    (["accordo", "--set", "form=boh, non so"], "“boh, non so” is not one of the values of “form”.", "Use one of: "),
    (["accordo", "--set", "value=500.000 EUR"], "“500.000 EUR” can be read in two ways", "Write 500000 if"),
    (["accordo", "--set", "signatories={ruolo: x, y: z}"], "“y” is not a field of a signatory.", "The fields are: "),
    (["accordo", "--set", "signatories=rettrice"], "“signatories” should be ", "Write it as in the example: "),
    (["accordo", "--set", "parties.²=x"], "“parties.²” should be ", "Write it as in the example: "),
    (["accordo", "--translate", "it"], "“it” is no language that the records", "Use one of: en."),
    (["accordo", "--id", "Ciò", *sets(AGREEMENT)], "“Ciò” cannot be an id.", "Use lower-case letters"),
    (["accordo", "--id", "mobilita", *sets(AGREEMENT)], "There is “mobilita” already.", "Choose another id."),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "said", "hint"), REFUSED, ids=[" ".join(one[0][:3]) for one in REFUSED])
def test_what_is_not_understood_is_told_with_its_mend(site, run, arguments, said, hint):
    before = content(site)
    code, out, err = run(site, *arguments)
    assert (code, out) == (2, "")
    told, mend = err.splitlines()
    assert told.startswith(f"vetrina: {said}") and mend.startswith(f"  → {hint}")
    assert content(site) == before


def test_what_the_check_finds_is_told_and_nothing_is_written(site, run):
    before = content(site)
    fields = AGREEMENT | {"until": "2020", "firmato il": "4 maggio 2027"}
    code, out, _ = run(site, "accordo", *sets(fields), "--text", TEXT)
    assert code == 1 and "(not-yet)" in out and "signed_on: 2027-05-04" in out
    assert out.splitlines()[-1].startswith("Nothing is written: ")
    assert content(site) == before


def test_a_dry_run_shows_the_files_and_writes_none(site, run):
    before = content(site)
    code, out, _ = run(site, "accordo", *sets(AGREEMENT), "--text", TEXT, "--dry-run")
    assert code == 0 and "+title: Comune di Esempio" in out and content(site) == before


def test_an_id_that_is_taken_gets_a_number(site, run):
    fields = ["--set", "title=Comune di Valdombra", "--set", "nature=comune", "--set", "sources=comunicato-mobilita"]
    run(site, "organizzazione", *fields)
    assert (site.root / "content/organisations/comune-di-valdombra-2.yaml").is_file()


def test_short_names_of_those_who_act_come_first(site, run):
    site.replace(
        "content/organisations/unicollefiorito.yaml", "nature: university", "nature: university\nacronym: UniCo"
    )
    fields = AGREEMENT | {"titolo": "Idee per Acme e l’Università di Collefiorito", "parti": "unicollefiorito, acme"}
    fields = {name.replace("comune-di-esempio", "acme"): value for name, value in fields.items()} | {
        "acme.title": "Acme"
    }
    assert run(site, "accordo", *sets(fields), "--text", TEXT)[0] == 0
    assert (site.root / "content/agreements/unico-idee-acme-2026.md").is_file()


# --- asked in a terminal ---

ASKED = [
    AGREEMENT["titolo"],
    "protocollo?", "protocollo d’intesa",
    "firmato",
    "",  # nothing is known of the act
    "unicollefiorito, comune di sempio", "no", "unicollefiorito, Comune di Esempio", "sì",
    "sì", "", "rettrice", "Rector", "unicollefiorito", "",
    "32/5/2026", "4 maggio 2026",
    "", "3 anni", "escluso", "",
    "", "comunicato-2026", "",
    "", "Sustainable mobility",
    "comune",
    "", "Ateneo e Comune insieme", "Il Corriere", "no", "maggio 2026", "italiano", "https://x.example/c",
    "sommario", "Studi e dati.", "niente", "",
    TEXT, "They share studies.",
    "Mobilità", "mobilita", "mobilita-sostenibile",
]  # fmt: skip


@pytest.mark.parametrize("lang", ["it", "en"])
def test_it_asks_for_all_that_is_owed_and_asks_again_what_it_cannot_read(site, run, answers, lang):
    left = answers(*ASKED)
    code, _, err = run(site, "accordo", "--translate", "en", lang=lang)
    assert (code, err) == (0, ""), err
    assert next(left, None) is None
    after = content(site)
    assert "value\n" in after["content/agreements/mobilita-sostenibile.md"].partition("not_stated")[2]
    assert "content/organisations/comune-di-esempio.yaml" in after
    assert "publisher_name: Il Corriere\n" in after["content/sources/comunicato-2026.yaml"]
    assert site.check().codes() == []


def test_what_the_check_finds_is_asked_for_again(site, run, answers):
    wrong = ["4 maggio 2027" if one == "4 maggio 2026" else one for one in ASKED]
    answers(*wrong, "firma", "4 maggio 2026")
    code, out, err = run(site, "accordo", "--translate", "en")
    assert (code, err) == (0, ""), err
    assert "(not-yet)" in out and "signed_on: 2026-05-04" in site.read("content/agreements/mobilita-sostenibile.md")


@pytest.mark.parametrize(
    ("place", "answer"),
    [
        (ASKED.index(""), "Delibera n. 12 del 3 marzo 2026"),
        (ASKED.index("sì"), "certo"),
        (ASKED.index("sì") + 1, "La rettrice"),
    ],
    ids=["of a group", "of another record", "of several"],
)
def test_what_is_neither_yes_nor_no_is_asked_again(site, run, answers, place, answer):
    left = answers(*ASKED[:place], answer, *ASKED[place:])
    code, out, err = run(site, "accordo", "--translate", "en", lang="it")
    assert (code, err, next(left, None)) == (0, "", None)
    assert out.count("Rispondi sì o no.") == 1


def test_another_field_that_is_none_is_told_with_the_one_that_was_meant_or_all(site, run, answers):
    last = ASKED.index("sommario")
    left = answers(*ASKED[:last], "firmattari", "xyz", *ASKED[last:])
    code, out, err = run(site, "accordo", "--translate", "en", lang="it")
    assert (code, err, next(left, None)) == (0, "", None)
    assert "  «firmattari» non è fra i campi previsti per un accordo.\n  → Volevi dire «signatories»?\n" in out
    assert "  «xyz» non è fra i campi previsti per un accordo.\n  → I campi sono: " in out


def test_who_gives_up_has_written_nothing(site, run, answers):
    before = content(site)
    answers(*["4 maggio 2027" if one == "4 maggio 2026" else one for one in ASKED], "")
    assert run(site, "accordo", "--translate", "en")[0] == 1
    answers("Titolo")
    code, _, err = run(site, "accordo", lang="it")
    assert code == 2 and err.startswith("vetrina: Le risposte finiscono prima")
    assert content(site) == before


# --- whatever is given ---


def test_every_record_can_be_given_in_options():
    site = SiteTest("showcase")
    content, _ = validate(Contents(site.root, Memo()))
    assert content
    for ref, record in content.records.items():
        if ref.folder not in WITH_PAGES:
            continue
        writing = Writing(kind_of(ref), content, [])
        written = GroupOf(type(record.facts)).write(record.facts)
        for name, value in written.items():
            whole = isinstance(value, list | dict)
            for one in [value] if not whole else [flow(value)]:
                writing.put(name, one)
        writing.put("text", record.wordings["it"].body)
        assert list(writing.lacks()) == [], ref
        (path, text), *more = writing.files(ref.id).items()
        assert more == []
        site.remove(record.path).write(path, text)
    again, _ = validate(Contents(site.root, Memo()))
    assert again
    assert {ref: one.facts for ref, one in again.records.items()} == {
        ref: one.facts for ref, one in content.records.items()
    }


SIMPLE_TYPES = {*READ, Choice, FlagType, TextType} - {Reference, AnyReference, TermType}
SIMPLE = {
    one.folder: {name: field.is_a for name, field in one.declared.items() if type(field.is_a) in SIMPLE_TYPES}
    for one in KINDS
}
"""The fields of one value that names no record."""


@st.composite
def given_fields(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    """A kind, and values of some of its fields, as somebody may give them."""
    folder = draw(st.sampled_from([one.folder for one in KINDS if one.is_listed]))
    fields = {"title": draw(texts)}
    for name, is_a in SIMPLE[folder].items():
        owed = BY_FOLDER[folder].declared[name].presence == "required"
        if owed or draw(st.booleans()):
            value = values(is_a).map(is_a.write) if type(is_a) is not TextType else texts
            fields.setdefault(name, draw(value | st.just("?") if owed else value))
    return folder, fields


@hypothesis(max_examples=hypothesis().max_examples // 6, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(given_fields())
def test_what_is_written_passes_the_check_and_is_built_or_nothing_is_written(drawn: tuple[str, dict[str, str]]) -> None:
    folder, fields = drawn
    site = SiteTest()
    before = content(site)
    rest = {one: "?" for one, field in BY_FOLDER[folder].declared.items() if field.presence == "required"} | {
        "parties": "unicollefiorito, comune-di-valdombra",
        "sources": "comunicato-mobilita",
    }
    known = {name: value for name, value in rest.items() if name in BY_FOLDER[folder].declared}
    options = sets(known | fields)
    code = main(["new", folder, *options, "--root", str(site.root), "--on", DAY, "--lang", "en"])
    if code:
        assert content(site) == before
        return
    assert len(content(site)) == len(before) + 1
    assert [one for one in site.check().found if one.is_error] == []
    assert site.build().built.published
    assert [one for one in site.check().found if one.is_error] == []


def test_a_site_in_one_language_is_asked_in_that_one(site, run, answers):
    site.replace("content/site.yaml", "languages: [it, en]", "languages: [it]")
    for path in [one for one in content(site) if one.endswith(".en.md")]:
        site.remove(path)
    site.write("content/site.yaml", re.sub(r", en: [^}]*|\n  en: .*", "", site.read("content/site.yaml")))
    page = "content/pages/method.md"
    site.replace(page, "{it: metodo, en: method}", "{it: metodo}")
    left = answers("La rete", "?", "", "comune-di-valdombra", "", "comunicato-mobilita", "", "", "la-rete")
    code, _, err = run(site, "rete", lang="it")
    assert (code, err, next(left, None)) == (0, "", None), err
    assert site.check().codes() == []
