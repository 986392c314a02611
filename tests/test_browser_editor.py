"""The editor in the browser: its forms ask for all that is declared, its files ask nobody else, and it saves what was
edited and nothing besides."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from generator.browser_editor.configuration import backend_of, configuration, hosts_of, not_shown
from generator.browser_editor.form_fields import NOT_STATED
from generator.browser_editor.program import NETWORKS, PACKAGE, SCRIPT, VERSION, page, program_files
from generator.cli import main
from generator.content.browser_editor import BrowserEditor
from generator.content.read import Contents
from generator.content.validate import Content, validate
from generator.content.write import write
from generator.fields.declare import Group
from generator.kinds.catalogue import BY_FOLDER
from generator.machine.memo import Memo
from generator.problems.setup import SetupError
from generator.words import words_for
from tests.browser.conftest import PATIENCE
from tests.browser.site import Site, do_without, served
from tests.harness import SITES, SiteTest, facts_of
from tests.long import IS_LONG

ROOT = Path(__file__).parents[1]
FETCHED = ROOT / ".editor/node_modules" / PACKAGE
ITALIAN = words_for("it")
WITH_WORDS = {
    "agreements": "content/agreements/mobilita.md",
    "initiatives": "content/initiatives/premio-lanterna.md",
}
"""Records that have words in each language where others have a text: no form asks for these."""
RECORDS = 10
"""Of so many kinds, those with the longest, a record is edited; in `make test-long` of all."""


@pytest.fixture(scope="module")
def content() -> Content:
    return content_of(SITES / "showcase")


def content_of(root: Path) -> Content:
    found, _ = validate(Contents(root, Memo()))
    assert found
    return found


@pytest.fixture(scope="module")
def forms(content: Content) -> dict[str, Any]:
    backend = backend_of(facts_of(BrowserEditor, host="gitlab", repository="ateneo/vetrina", app_id="1"))
    found: dict[str, Any] = yaml.load(configuration(content, backend, ITALIAN), yaml.CSafeLoader)
    return found


@pytest.fixture(scope="module")
def package() -> Path:
    """The package of the editor, which `make editor` fetches."""
    if not FETCHED.is_dir():
        do_without("there is no editor: make editor")
    return FETCHED


# --- forms ---


def test_every_field_is_asked_for_in_the_order_of_the_model_at_every_depth(forms: dict[str, Any]) -> None:
    collections = {one["name"]: one for one in forms["collections"]}
    assert list(collections) == list(BY_FOLDER)
    for kind in BY_FOLDER.values():
        fields = [one for one in collections[kind.folder]["fields"] if "-" not in one["name"]]
        assert_all_asked(kind, fields)


def assert_all_asked(model: type[Group], fields: list[dict[str, Any]]) -> None:
    assert [one["name"] for one in fields] == list(model.declared)
    for one, declared in zip(fields, model.declared.values(), strict=True):
        assert one["label"] == ITALIAN.text(declared.label)[:1].upper() + ITALIAN.text(declared.label)[1:]
        if declared.help and one["widget"] != "hidden":
            assert ITALIAN.text(declared.help) in one["hint"]
        if declared.group:
            assert_all_asked(declared.group, one["fields"])


def field(forms: dict[str, Any], folder: str, name: str) -> dict[str, Any]:
    [collection] = [one for one in forms["collections"] if one["name"] == folder]
    found: dict[str, Any] = next(one for one in collection["fields"] if one["name"] == name)
    return found


def test_each_type_of_field_has_a_widget_of_its_own(forms: dict[str, Any]) -> None:
    parties = field(forms, "agreements", "parties")
    assert (parties["widget"], parties["collection"], parties["multiple"], parties["min"]) == (
        *("relation", "organisations", True, 2),
    )
    assert {"label": "protocollo d’intesa", "value": "memorandum"} in field(forms, "agreements", "form")["options"]
    assert {"label": "acqua", "value": "acqua"} in field(forms, "agreements", "topics")["options"]
    assert re.fullmatch(field(forms, "agreements", "signed_on")["pattern"][0], "2026-05")
    assert not re.fullmatch(field(forms, "agreements", "value")["pattern"][0], "500.000 EUR")
    assert field(forms, "initiatives", "editions")["fields"][1] | {"label": "", "hint": ""} == {
        "name": "number",
        "label": "",
        "hint": "",
        "widget": "number",
        "value_type": "int",
        "min": 0,
        "required": False,
    }
    assert field(forms, "agreements", "draft")["options"] == [{"label": "sì", "value": True}]
    assert [one["name"] for one in field(forms, "agreements", "focus")["fields"]] == ["it", "en"]
    assert field(forms, "agreements", "place")["widget"] == "hidden"


def test_what_no_source_states_is_ticked_and_said_beside_each_field_that_is_owed(forms: dict[str, Any]) -> None:
    values = [one["value"] for one in field(forms, "agreements", NOT_STATED)["options"]]
    assert {"act", "value", "effective_on"} <= set(values)
    assert "draft" not in values
    assert "Se la fonte non lo dice" in field(forms, "agreements", "value")["hint"]
    listed = {name for record in content_of(SITES / "showcase").records.values() for name in record.facts.not_stated}
    offered = {
        one["value"]
        for kind in BY_FOLDER.values()
        if NOT_STATED in kind.declared
        for one in field(forms, kind.folder, NOT_STATED)["options"]
    }
    assert listed <= offered


def test_facts_stand_in_the_first_language_alone(forms: dict[str, Any]) -> None:
    [agreements] = [one for one in forms["collections"] if one["name"] == "agreements"]
    both = {one["name"] for one in agreements["fields"] if one.get("i18n")}
    assert both == {"title", "short_title", "summary", "image", "text-below"}
    assert [one["name"] for one in field(forms, "agreements", "image")["fields"] if one.get("i18n")] == ["alt"]
    assert forms["i18n"]["default_locale"] == "it"
    assert forms["i18n"]["omit_default_locale_from_file_path"] is True


def test_the_id_names_the_file_and_pictures_lie_in_its_folder(forms: dict[str, Any]) -> None:
    for one in forms["collections"]:
        assert one["slug"]["editable"] == ["create"]
        assert re.fullmatch(one["slug"]["pattern"][0], "mobilita-2026")
        assert not re.fullmatch(one["slug"]["pattern"][0], "Mobilità 2026")
        assert one["media_folder"] == "{{slug}}"


@pytest.mark.parametrize(
    ("written", "expected", "hosts"),
    [
        ({"host": "github", "repository": "a/b"}, {"name": "github", "repo": "a/b", "auth_methods": ["token"]},
         ("https://api.github.com",)),
        ({"host": "github", "repository": "a/b", "sign_in": "https://accesso.example/"},
         {"name": "github", "repo": "a/b", "base_url": "https://accesso.example"},
         ("https://api.github.com", "https://accesso.example")),
        ({"host": "gitlab", "repository": "a/b", "branch": "main", "server": "https://git.example/", "app_id": "1"},
         {"name": "gitlab", "repo": "a/b", "branch": "main", "api_root": "https://git.example/api/v4",
          "base_url": "https://git.example", "auth_type": "pkce", "app_id": "1"},
         ("https://git.example",)),
        ({"host": "gitea", "repository": "a/b"}, {"name": "gitea", "repo": "a/b", "auth_methods": ["token"]},
         ("https://gitea.com",)),
    ],
)  # fmt: skip
def test_it_signs_in_where_it_can(written: dict[str, str], expected: dict[str, Any], hosts: tuple[str, ...]) -> None:
    editor = facts_of(BrowserEditor, **written)
    assert backend_of(editor) == expected
    assert hosts_of(editor) == hosts
    assert f"connect-src &#x27;self&#x27; blob: data: {' '.join(hosts)};" in page("x", "it", hosts)


# --- the command ---


def test_the_command_writes_forms_and_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = SiteTest("minimal")
    assert main(["editor", str(tmp_path), "--root", str(site.root), "--lang", "it"]) == 2
    assert "Le impostazioni non dicono dove stanno i contenuti." in capsys.readouterr().err
    settings = site.read("content/site.yaml")
    site.write("content/site.yaml", f"{settings}editor: {{host: gitea, repository: ateneo/vetrina}}\n")
    assert main(["editor", str(tmp_path / "editor"), "--root", str(site.root), "--lang", "it"]) == 0
    assert sorted(file.name for file in (tmp_path / "editor").iterdir()) == ["config.yml", "index.html"]
    wrong = ["editor", str(tmp_path), "--root", str(site.root), "--program", str(tmp_path), "--lang", "en"]
    assert main(wrong) == 2
    assert f"does not hold {PACKAGE} {VERSION}" in capsys.readouterr().err


def test_records_that_no_form_opens_are_counted(content: Content) -> None:
    assert not_shown(content) == {"initiatives": 1, "organisations": 6}
    assert not_shown(content_of(SITES / "minimal")) == {}


def test_make_and_both_hosts_fetch_the_very_version() -> None:
    for file in ("Makefile", ".github/workflows/editor.yml", ".gitlab-ci.yml"):
        assert set(re.findall(rf"{PACKAGE}@([\d.]+)", (ROOT / file).read_text("utf-8"))) == {VERSION}, file


# --- the program ---


def test_the_forms_fit_the_editors_own_schema(package: Path, forms: dict[str, Any]) -> None:
    """Each form in `make test` by its fields that are unlike, in `make test-long` by all."""
    from jsonschema import Draft7Validator  # slow to load

    schema = json.loads((package / "schema/sveltia-cms.json").read_text("utf-8"))
    thinned = [{**one, "fields": one["fields"] if IS_LONG else unlike(one["fields"])} for one in forms["collections"]]
    Draft7Validator(schema).validate({**forms, "collections": thinned})


def unlike(fields: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of the fields of a form the first, and each whose widget or keys, or those of a field in it, none before has."""
    seen: set[object] = set()
    return [one for one in fields if not shapes(one) <= seen and not seen.update(shapes(one))]


def shapes(field: dict[str, Any]) -> set[object]:
    """What a field and each field in it has of keys, with the type of each, and as which widget it is shown."""
    inner = [*field.get("fields", ()), *([field["field"]] if "field" in field else [])]
    own = (field.get("widget"), frozenset((name, type(value)) for name, value in field.items()))
    return {own}.union(*map(shapes, inner))


def test_no_file_that_is_served_names_a_delivery_network(package: Path) -> None:
    files = program_files(package)
    for name, written in files.items():
        if not name.endswith((".woff2", ".txt")):
            assert [one for one in NETWORKS if one.encode() in written] == [], name
    assert {SCRIPT, f"sveltia-cms@{VERSION}/locales/it.json", "fonts/material-symbols-outlined.woff2"} <= files.keys()


def test_another_version_is_refused(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"version": "0.221.0"}', "utf-8")
    with pytest.raises(SetupError):
        program_files(tmp_path)


# --- in a browser ---

SEED = """async (files) => {
    const root = await navigator.storage.getDirectory();
    const top = await root.getDirectoryHandle('sveltia-cms-test', {create: true});
    for (const [path, text] of Object.entries(files)) {
        const names = path.split('/');
        let folder = top;
        for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, {create: true});
        const file = await folder.getFileHandle(names.at(-1), {create: true});
        const stream = await file.createWritable();
        await stream.write(text);
        await stream.close();
    }
}"""
STORED = """async (path) => {
    const root = await navigator.storage.getDirectory();
    let folder = await root.getDirectoryHandle('sveltia-cms-test');
    const names = path.split('/');
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name);
    return (await (await folder.getFileHandle(names.at(-1))).getFile()).text();
}"""
"""The editor's own storage for trying it out, a folder of the browser: no host, no sign-in."""
HAS_SAVED = f"async ([path, line]) => (await ({STORED})(path).catch(() => '')).includes(line)"
"""While a file is written, it is not there."""


@pytest.fixture(scope="module")
def editor(package: Path, in_words: Content, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("editor")
    files = dict(program_files(package))
    files["config.yml"] = configuration(in_words, {"name": "test-repo"}, ITALIAN).encode()
    files["index.html"] = page("x", "it", ()).encode()
    files["seed.html"] = b"<!doctype html><title>x</title>"
    for name, written in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(written)
    with served(folder) as site:
        yield site
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def opened(editor: Site, in_words: Content, browser: Browser) -> Iterator[Page]:
    """The editor with the records of the small showcase, in Italian."""
    window = browser.new_context(locale="it-IT", viewport={"width": 1400, "height": 1000})
    opened = window.new_page()
    opened.asked = []  # type: ignore[attr-defined]
    opened.on("request", lambda request: opened.asked.append(request.url))  # type: ignore[attr-defined]
    opened.goto(editor.url("seed.html"))
    opened.evaluate(SEED, dict(write(in_words)))
    opened.goto(editor.url())
    opened.get_by_role("button", name="Lavora con Repository di Test").click()
    opened.wait_for_url("**/#/collections/**")
    yield opened
    window.close()


@pytest.fixture(scope="module")
def in_words() -> Content:
    """The small showcase, with words in each language where others have a text."""
    site = SiteTest("showcase")
    site.replace("content/agreements/mobilita.md", "place: Valdombra", "place: {it: Valdombra, en: Umbra Valley}")
    award = "content/initiatives/premio-lanterna.md"
    site.replace(award, 'value: "~ 95000 EUR"', "value: {it: quasi centomila, en: nearly a hundred thousand}")
    return content_of(site.root)


def sample(content: Content, forms: dict[str, Any]) -> dict[str, str]:
    """The longest record of each kind that its form can open: the path of its file by the folder."""
    files = write(content)
    extensions = {one["name"]: one["extension"] for one in forms["collections"]}
    found: dict[str, str] = {}
    for ref in content.records:
        path = content.records[ref].path
        if path == f"content/{ref}.{extensions[ref.folder]}":
            found[ref.folder] = max(found.get(ref.folder, ""), path, key=lambda one: len(files.get(one, "")))
    return found


@pytest.mark.browser
def test_what_is_saved_differs_only_in_what_was_edited(
    opened: Page, editor: Site, in_words: Content, forms: dict[str, Any]
) -> None:
    files, longest = write(in_words), sample(in_words, forms)
    assert longest.keys() == BY_FOLDER.keys()
    by_length = sorted(longest.items(), key=lambda one: len(files[one[1]]), reverse=True)
    tried = by_length if IS_LONG else by_length[:RECORDS]
    tried += [(folder, path) for folder, path in WITH_WORDS.items() if (folder, path) not in tried]
    for folder, path in tried:
        id_ = Path(path).stem
        opened.goto(editor.url(f"#/collections/{folder}/entries/{id_}"))
        title = opened.locator("section[data-key-path=title] input >> nth=0")
        written = next(line for line in files[path].splitlines() if line.startswith("title: ")).removeprefix("title: ")
        expect(title).to_have_value(written, timeout=PATIENCE)  # the form of the record before may still be there
        title.fill(f"{written} bis")
        opened.get_by_role("button", name="Salva").first.click()
        opened.wait_for_function(HAS_SAVED, arg=[path, f"title: {written} bis"])
        opened.wait_for_url(f"**/#/collections/{folder}", timeout=PATIENCE)  # it goes back to the list by itself
        before, after = files[path].splitlines(), opened.evaluate(STORED, path).splitlines()
        changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
        assert changed == [(f"title: {written}", f"title: {written} bis")], path
    assert [url for url in opened.asked if not url.startswith((editor.address, "blob:", "data:"))] == []  # type: ignore[attr-defined]
