"""The guide for those who write tells all that is declared, and its journeys run as they are written."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.browser_editor.configuration import not_shown
from generator.content.read import Contents
from generator.content.settings import Settings
from generator.content.style import StyleSheet
from generator.content.validate import validate
from generator.content.vocabularies import Vocabulary
from generator.fields.declare import Group
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER
from generator.kinds.indicator import Indicator
from generator.kinds.translation import Translation
from generator.machine.memo import Memo
from generator.pages.guide.chapters import chapters, guide_languages
from generator.pages.guide.field_entries import group_anchor, inner_groups, skeleton
from generator.pages.guide.mistakes import EXAMPLES
from generator.pages.guide.page_names import address_of_mistakes
from generator.problems.as_text import as_json
from generator.problems.codes import CODES
from generator.problems.problem import Position, problem
from generator.text.inline import sentence_case
from generator.usage.arguments import Arguments
from generator.usage.table import COMMANDS, options_of_command
from generator.words import Phrase, words_for
from tests.harness import DAY, SITES, SiteTest
from tests.media import document, picture
from tests.ran import ran

DATA = Path(__file__).parents[1] / "generator/data"
LANGUAGES = ("it", "en")
HOME = {"it": "/guida/", "en": "/en/guide/"}
FILES = {
    "it": "impostazioni vocabolari parole traduzioni".split(),
    "en": "settings vocabularies words translations".split(),
}
NAMES_ALONE = {"unknown-reference", "same-address", "untranslated", "named-by-none"}
"""What examples cannot help: they name records of no site and none names them, and an address that this one has."""
MODELS: tuple[type[Group], ...] = (Settings, Vocabulary, StyleSheet, Translation)


@pytest.fixture(scope="module")
def site() -> SiteTest:
    """A small site that has the guide."""
    site = SiteTest("minimal")
    site.write("content/site.yaml", f"{site.read('content/site.yaml')}guide: true\n").build().problems()
    return site


def page(site: SiteTest, language: str, word: str = "") -> str:
    return site.page(f"{HOME[language]}{word}")


def of_kind(kind: type[Kind], language: str) -> str:
    records = {"it": "schede", "en": "records"}[language]
    return f"{records}/{kind.segments.get(language, kind.folder)}/"


# --- what it tells ---


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", BY_FOLDER.values(), ids=lambda kind: kind.folder)
def test_every_field_of_every_kind_is_told(site: SiteTest, kind: type[Kind], language: str) -> None:
    common = {"it": "campi-comuni/", "en": "common-fields/"}[language]
    own, shared = page(site, language, of_kind(kind, language)), page(site, language, common)
    for name, one in kind.declared.items():
        if Kind.declared.get(name) == one:
            assert f'href="{HOME[language]}{common}#{name}"' in own
            assert told(shared, name, name, words_for(language).text(one.label))
        else:
            assert told(own, name, name, words_for(language).text(one.label))
    for group in inner_groups(kind.declared.values()):
        assert any(group_is_told(html, group, language) for html in (own, shared)), group


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("model", "number"), [(model, at) for at, model in enumerate(MODELS)])
def test_every_setting_and_every_field_of_the_other_files_is_told(
    site: SiteTest, model: type[Group], number: int, language: str
) -> None:
    html = page(site, language, f"{FILES[language][number]}/")
    for name, one in model.declared.items():
        assert told(html, name, name, words_for(language).text(one.label))
    for group in inner_groups(model.declared.values()):
        assert group_is_told(html, group, language), group


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_told_with_its_mend_and_an_example(site: SiteTest, language: str) -> None:
    html = page(site, language, {"it": "errori/", "en": "mistakes/"}[language])
    assert re.findall(r'<div class="declared" id="([^"]+)"', html) == [
        code for level in ("error", "warning", "notice") for code in CODES if CODES[code].level == level
    ]
    assert html.count('<p class="source">') == len(CODES)
    assert (
        address_of_mistakes(site.root, language, "x:")
        == f"x:{HOME[language]}{ {'it': 'errori/', 'en': 'mistakes/'}[language] }"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_told_with_every_option(site: SiteTest, language: str) -> None:
    html = page(site, language, {"it": "comandi/", "en": "commands/"}[language])
    for name, summary in COMMANDS.items():
        entry = html.partition(f'id="{name}"')[2].partition('<div class="declared"')[0]
        assert f"{sentence_case(words_for(language).text(summary))} <code>vetrina {name}</code>" in entry
        for key, settings in options_of_command(name).items():
            typed = key if key.startswith("-") else words_for(language).text(settings["metavar"])
            assert f"<dt>{typed}" in entry


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_every_command_takes_is_told(site: SiteTest, language: str) -> None:
    html = page(site, language, {"it": "comandi/", "en": "commands/"}[language])
    flags = set(re.findall("--[a-z]+", Arguments(words_for(language)).help()))
    assert [flag for flag in sorted(flags) if f"{flag}</code>" not in html] == []


def told(html: str, anchor: str, key: str, label: str) -> bool:
    """Whether a page has a field under its label, with its key."""
    return f'id="{anchor}">\n<h3>{label} <code>{key}</code></h3>' in html


def group_is_told(html: str, group: type[Group], language: str) -> bool:
    anchor, words = group_anchor(group), words_for(language)
    return f'id="{anchor}"' in html and all(
        told(html, f"{anchor}-{name}", name, words.text(one.label)) for name, one in group.declared.items()
    )


def test_a_field_is_told_with_its_limits_its_choices_and_an_example(site: SiteTest) -> None:
    entry = site.facts("/guida/schede/accordi/").partition("A che punto è stage")[2].partition("\nLuogo della")[0]
    assert "oppure va elencato sotto not_stated" in entry
    assert "signed firmato" in entry
    assert "stage: signed" in entry
    assert "al massimo 90 caratteri" in site.facts("/guida/campi-comuni/")


@pytest.mark.parametrize("kind", BY_FOLDER.values(), ids=lambda kind: kind.folder)
def test_what_is_to_be_copied_lacks_nothing_but_the_records_it_names(kind: type[Kind]) -> None:
    site = SiteTest("minimal").write(f"content/{kind.folder}/agreements.md", skeleton(kind, ("it", "en")))
    assert set(site.check().codes()) <= NAMES_ALONE


def test_search_engines_the_search_and_the_pages_leave_it_out(site: SiteTest) -> None:
    assert '<meta name="robots" content="noindex">' in page(site, "it")
    assert "guida" not in (site.out / "sitemap.xml").read_text("utf-8")
    assert "data-pagefind-body" not in page(site, "it")
    assert 'href="/guida/"' not in site.page("/")


def test_a_site_has_it_only_if_its_owner_asks_and_in_languages_that_it_speaks() -> None:
    assert not [file for file in SiteTest("minimal").build().files() if "guida" in file or "guide/" in file]
    assert set(LANGUAGES) == guide_languages()


def test_what_changes_in_the_content_changes_no_page_of_it(site: SiteTest) -> None:
    before = {path: content for path, content in site.tree().items() if path.startswith(("guida/", "en/guide/"))}
    other = SiteTest("minimal")
    other.write("content/site.yaml", f"{other.read('content/site.yaml')}guide: true\n").build()
    other.replace("content/agreements/mobilita.md", "title: ", "title: Nuovo ").build()
    assert other.built
    assert not [path for path in other.built.anew if path.startswith(("guida/", "en/guide/"))]
    assert before.keys() <= other.tree().keys()


def test_both_languages_have_the_same_pages() -> None:
    assert list(chapters("it")) == list(chapters("en"))
    for name, chapter in chapters("it").items():
        assert bool(chapter.address) == bool(chapters("en")[name].address)
        assert chapter.text.count("\n## ") == chapters("en")[name].text.count("\n## "), name


# --- the examples of the messages ---

_FILE, _SOURCE = "content/agreements/mobilita.md", "content/sources/comunicato-mobilita.yaml"
MADE_UP: dict[str, dict[str, object]] = {
    "file-too-large": {"size": 2_400_000, "limit": 1_000_000, "file": "content/agreements/mobilita.md"},
    "rests-on-gone": {"id": "comunicato-mobilita", "fields": (Phrase("Duration"),), "file": _FILE},
    "source-changed": {"id": "comunicato-mobilita", "digest": "5f0c2e9b7a41d386", "file": _SOURCE},
    "source-gone": {"id": "comunicato-mobilita", "status": 404, "file": _SOURCE},
    "source-moved": {
        "id": "comunicato-mobilita",
        "to": "https://unicollefiorito.example/archivio/mobilita",
        "file": _SOURCE,
    },
    "source-unread": {"id": "comunicato-mobilita", "why": Phrase("nobody answers"), "file": _SOURCE},
    "source-unsaid": {"id": "comunicato-mobilita", "fields": (Phrase("Duration"),), "file": _FILE},
    "file-brought-back": {"first": "Ada", "second": "Bruno", "file": "content/agreements/mobilita.md"},
    "file-taken-away": {"first": "Ada", "second": "Bruno", "file": "content/agreements/mobilita.md"},
    "undone": {"key": "signed_on", "first": "Ada", "second": "Bruno", "file": "content/agreements/mobilita.md"},
    "words-undone": {
        "key": "summary",
        "words": "Dura tre anni e si rinnova.",
        "first": "Ada",
        "second": "Bruno",
        "file": "content/agreements/mobilita.md",
    },
    "garbled-text": {"value": "CaffÃ¨ scienza", "file": "elenco.csv"},
    "not-computed": {"value": "#N/D", "file": "elenco.xlsx"},
    "row-of-no-record": {"value": "Notte della ricerca · 2025", "file": "elenco-partner.csv"},
    "row-without-key": {"key": "Data", "file": "elenco.csv"},
    "shared-amount": {"value": "1500 €", "file": "elenco.xlsx"},
    "rows-in-cell": {"sign": ";", "file": "elenco.csv"},
    "unclosed-quote": {"file": "elenco.csv"},
    "too-large": {"size": 250_000, "limit": 100_000, "file": "content/agreements/mobilita.md"},
    "too-many-entries": {"limit": 10_000, "file": "content/agreements/mobilita.md"},
    "dead-link": {"page": "accordi/index.html", "href": "/assets/logo.svg"},
    "personal-data-published": {"value": "02 1234 5678", "what": Phrase("a telephone number")},
    "outside-request": {"page": "accordi/index.html", "href": "https://fonts.example/font.woff2"},
    "search-incomplete": {"page": "accordi/mobilita/index.html"},
    "template-error": {"cause": "unexpected '}'"},
}
"""The messages that no small content can cause: of the built site, of templates, of git, of tables, of the web, of
size."""


def examples() -> dict[str, Any]:
    return {code: _made_up(code) if code in MADE_UP else _of_site(code) for code in sorted(CODES)}


def _made_up(code: str) -> dict[str, Any]:
    values = MADE_UP[code]
    page = values.get("file", f"site/{values.get('page', 'accordi/index.html')}")
    place = Position("templates/record.html", 3) if code == "template-error" else Position(str(page))
    words = {}
    for language in LANGUAGES:
        [told] = json.loads(as_json([problem(code, place, **values)], words_for(language), Path()))
        words[language] = {key: told[key] for key in ("message", "hint")}
    return {"path": place.path, "line": place.line, "excerpt": "", "said": words}


def _of_site(code: str) -> dict[str, Any]:
    folder = SITES / "broken" / code
    one = next(
        one for one in yaml.load((folder / "expected.yaml").read_text("utf-8"), yaml.CSafeLoader) if one["code"] == code
    )
    written = next((file for file in (folder / one["path"], SITES / "minimal" / one["path"]) if file.is_file()), None)
    lines = written.read_text("utf-8", errors="replace").splitlines() if written and one["line"] else []
    excerpt = lines[one["line"] - 1][:72].strip() if one["line"] <= len(lines) and lines else ""
    shown = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in excerpt)
    said = {language: {key: cut(one[language][key]) for key in ("message", "hint")} for language in LANGUAGES}
    return {"path": one["path"], "line": one["line"], "excerpt": shown, "said": said}


def cut(text: str) -> str:
    """A sentence without the end of a long list of what there is to choose from."""
    return text if text.count(", ") < 8 else f"{text[:150].rpartition(', ')[0]}…"


def test_every_code_has_the_example_of_its_broken_site(accept: bool) -> None:
    found = examples()
    if accept:
        text = json.dumps(found, ensure_ascii=False, indent=1)
        (DATA / EXAMPLES).write_text(f"{text}\n", "utf-8", newline="\n")
    assert found == json.loads((DATA / EXAMPLES).read_text("utf-8"))


# --- the journeys ---

_STEP = re.compile(
    r"(?:Rinomina|Rename) `(?P<old>content/\S+)` (?:in|to) `(?P<new>content/\S+)`"
    r"|^`(?P<whole>\S+)`\n\n```\w+\n(?P<text>.*?)^```"
    r"|`(?P<file>content/\S+)`:\n\n```yaml\n(?P<facts>.*?)^```",
    re.MULTILINE | re.DOTALL,
)
AGREEMENT = "content/agreements/mobilita-sostenibile.md"


def begun(language: str) -> SiteTest:
    """What an adopter has, with the agreement of the guide."""
    site = SiteTest("minimal").remove("content")
    for name in ("adopt", "agreement"):
        follow(site, chapters(language)[name].text)
    return site


def follow(site: SiteTest, text: str) -> int:
    """Do what a journey says, step by step; how many steps there were."""
    steps = list(_STEP.finditer(text))
    for step in steps:
        if step["old"]:
            site.rename(step["old"], step["new"])
        elif step["whole"]:
            site.write(step["whole"], step["text"])
        else:
            write_facts(site, step["file"], step["facts"])
    return len(steps)


def _text(site: SiteTest, path: str) -> str:
    return site.read(path) if (site.root / path).is_file() else ""


def is_clean(site: SiteTest) -> bool:
    """Whether `check --strict` has nothing against it, nor is it of an older model: an unmarked translation may be."""
    told = [one for one in site.found if one.is_error or one.is_warning or one.code == "older-model"]
    assert told == []
    return True


def write_facts(site: SiteTest, path: str, facts: str) -> None:
    """Write facts into a record in place of those it has by the same names."""
    head, text = re.fullmatch(r"---\n(.*?)---\n(.*)", site.read(path), re.DOTALL).groups()  # type: ignore[union-attr]
    for key in re.findall(r"^(\w+):", facts, re.MULTILINE):
        head = re.sub(rf"^{key}:.*\n(?:[ -].*\n)*", "", head, flags=re.MULTILINE)
    site.write(path, f"---\n{head}{facts}---\n{text}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("adopt", 2),
        ("agreement", 4),
        ("edition", 2),
        ("correct", 5),
        ("translate", 1),
        ("rename", 3),
        ("withdraw", 1),
        ("events", 3),
        ("cases", 2),
        ("import", 3),
    ],
)
def test_a_journey_runs_as_it_is_written(name: str, steps: int, language: str) -> None:
    site = begun(language)
    assert follow(site, chapters(language)[name].text) == steps
    assert is_clean(site.check())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("translate", ["content/agreements/mobilita-sostenibile.en.md"]),
        ("withdraw", [AGREEMENT]),
        ("import", ["content/events/notte-della-ricerca-2025-09-26.md", "imports/elenco.imported.yaml"]),
        ("adopt", ["esempio-aperta/content/site.yaml", "esempio-aperta/content/pages/about.en.md"]),
    ],
)
def test_a_command_does_what_its_journey_says(
    name: str,
    written: list[str],
    language: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    site, text = begun(language), chapters(language)[name].text
    for step in re.finditer(r"^`(?P<path>\S+)`\n\n```\w+\n(?P<text>.*?)^```", text, re.MULTILINE | re.DOTALL):
        site.write(step["path"], step["text"])
    before = {path: _text(site, path) for path in written}
    monkeypatch.chdir(site.root)
    [command] = re.findall(r"^```sh\nvetrina (.*)\n```", text, re.MULTILINE)
    more = ("--force", "--on", DAY) if name in ("withdraw", "import") else ()
    assert ran(capsys, *shlex.split(command), *more, "--lang", language).err == ""
    assert [path for path, text in before.items() if _text(site, path) in ("", text)] == []
    assert is_clean(site.check())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_guide_and_commands_write_is_all_shown_in_the_browser_editor(
    language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = begun(language)
    for name in ("events", "cases", "correct"):
        follow(site, chapters(language)[name].text)
    fields = ["--set", "title=Ente nuovo", "--set", "nature=municipality", "--set", "sources=comunicato-mobilita-2026"]
    monkeypatch.chdir(site.root)
    assert ran(capsys, "new", "organisations", *fields).err == ""
    text = chapters(language)["import"].text
    follow(site, text)
    [command] = re.findall(r"^```sh\nvetrina (.*)\n```", text, re.MULTILINE)
    assert ran(capsys, *shlex.split(command), "--force", "--on", DAY).err == ""
    found, _ = validate(Contents(site.root, Memo()))
    assert found and not_shown(found) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_and_a_record_to_come_are_not_on_the_site(language: str) -> None:
    draft, scheduled = re.split("^## ", chapters(language)["schedule"].text, flags=re.MULTILINE)[1:]
    for step in (draft, scheduled):
        site = begun(language)
        assert follow(site, step) == 1
        assert is_clean(site.build())
        assert "accordi/mobilita-sostenibile/index.html" not in site.files()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_and_a_document_are_added_as_written(language: str) -> None:
    site, text = begun(language), chapters(language)["pictures"].text
    facts, finding = re.findall(r"```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert yaml.load(finding, yaml.CSafeLoader).keys() <= Indicator.declared.keys()
    folder = AGREEMENT.removesuffix(".md")
    site.write(f"{folder}/bici.jpg", picture(form="JPEG")).write(f"{folder}/accordo.pdf", document())
    write_facts(site, AGREEMENT, facts)
    english = yaml.safe_dump({"image": {"alt": "Students cycling in the park"}})
    write_facts(site, f"{folder}.en.md", english)
    assert is_clean(site.check())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_of_the_commonest_mistakes_has_the_message_it_says(language: str) -> None:
    site = begun(language)
    written = site.read(AGREEMENT)
    slips = re.findall(
        r"```yaml\n([^`]*)```\n\n.*→ \[`([\w-]+)`\]\(ref:mistakes#(.*)\)", chapters(language)["slips"].text
    )
    assert len(slips) == 12
    for facts, code, anchor in slips:
        write_facts(site.write(AGREEMENT, written), AGREEMENT, facts)
        assert code == anchor
        assert code in site.check().codes(), facts
