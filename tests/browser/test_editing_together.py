"""The editor in the browser on a GitLab of our own: what is saved becomes a request, and what two do to one draft."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.browser_editor.configuration import backend_of, configuration
from generator.browser_editor.program import PACKAGE, page, program_files
from generator.content.browser_editor import BrowserEditor
from generator.content.read import Contents
from generator.content.undone import undone
from generator.content.validate import validate
from generator.content.write import write
from generator.machine.memo import Memo
from generator.words import words_for
from tests.browser.conftest import PATIENCE
from tests.browser.gitlab import MAIN, GitLab, served_gitlab
from tests.browser.site import Site, do_without, served
from tests.harness import DAY, SiteTest, facts_of
from tests.ran import ran

FETCHED = Path(__file__).parents[2] / ".editor/node_modules" / PACKAGE
ADA, BRUNO = "Ada", "Bruno"
MOBILITY, TOWN = "agreements/mobilita", "organisations/comune-di-valdombra"
BEGUN = "agreements/una-bozza-appena-cominciata"
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def gitlab() -> Iterator[GitLab]:
    """The smallest site, in a repository to which both may write."""
    site = SiteTest()
    content, _ = validate(Contents(site.root, Memo()))
    assert content
    for path, text in write(content).items():
        site.write(path, text)
    with served_gitlab(site.root, (ADA, BRUNO)) as gitlab:
        yield gitlab


@pytest.fixture(scope="module")
def editor(gitlab: GitLab, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    if not FETCHED.is_dir():
        do_without("there is no editor: make editor")
    asked = {"host": "gitlab", "repository": "ateneo/vetrina", "server": gitlab.address}
    content, _ = validate(Contents(gitlab.root, Memo()))
    assert content
    folder, files = tmp_path_factory.mktemp("together"), dict(program_files(FETCHED))
    files["config.yml"] = configuration(content, backend_of(facts_of(BrowserEditor, **asked)), words_for("it")).encode()
    files["index.html"] = page("x", "it", (gitlab.address,)).encode()
    for name, written in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(written)
    with served(folder) as site:
        yield site
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def desks(editor: Site, browser: Browser) -> Iterator[Mapping[str, Page]]:
    """The windows of the two, each signed in."""
    windows = {
        who: browser.new_context(locale="it-IT", viewport={"width": 1400, "height": 1000}) for who in (ADA, BRUNO)
    }
    yield {who: signed_in(window.new_page(), editor, who) for who, window in windows.items()}
    for window in windows.values():
        window.close()


def signed_in(desk: Page, editor: Site, who: str) -> Page:
    desk.set_default_timeout(PATIENCE)
    desk.goto(editor.url())
    desk.get_by_role("button", name="Accedi con Token di Accesso").click()
    desk.locator("input").last.fill(who)
    desk.get_by_role("button", name="Accedi", exact=True).click()
    desk.wait_for_url("**/#/collections/**")
    return desk


def asked(desk: Page, name: str) -> Locator:
    """What a form asks for a field, in the first language."""
    return desk.locator(f"section[data-key-path={name}] input >> nth=0")


def opened(desk: Page, editor: Site, record: str, title: str) -> Page:
    folder, _, id_ = record.partition("/")
    desk.goto(editor.url(f"#/collections/{folder}/entries/{id_}"))
    expect(asked(desk, "title")).to_have_value(title, timeout=PATIENCE)
    return desk


def saved(desk: Page, **written: str) -> None:
    """Write into fields, and save: it is over when the host has the commit."""
    for name, text in written.items():
        asked(desk, name).fill(text)
    with desk.expect_response(lambda answer: "repository/commits" in answer.url and answer.ok):
        desk.get_by_role("button", name="Salva", exact=True).click()


def changed(gitlab: GitLab, record: str) -> list[str]:
    """The lines that a draft has otherwise, and no name of a file but its own."""
    told = gitlab.git("diff", "--unified=0", MAIN, f"cms/{record}").splitlines()
    files = {line for line in told if line.startswith("+++")}
    assert len(files) == 1
    assert files.pop().startswith(f"+++ b/content/{record}.")
    return [line for line in told if line[0] in "+-" and not line.startswith(("+++", "---"))]


def test_a_change_and_a_new_title_stay_in_one_request_and_one_file(gitlab, editor, desks):
    title = "Collefiorito e Valdombra per la mobilità"
    desk = opened(desks[ADA], editor, MOBILITY, title)
    saved(desk, summary="Muoversi meglio.")
    with desk.expect_response(lambda answer: answer.request.method == "PUT" and answer.ok):
        desk.get_by_role("button", name="Invia per Revisione").click()
    old = "-summary: Un accordo per muoversi meglio fra università e città."
    assert changed(gitlab, MOBILITY) == [old, "+summary: Muoversi meglio."]
    desk.wait_for_url("**/#/collections/agreements")
    saved(opened(desk, editor, MOBILITY, title), title="Muoversi insieme")
    desk.wait_for_url("**/#/collections/agreements")
    renamed = [f"-title: {title}", old, "+title: Muoversi insieme", "+summary: Muoversi meglio."]
    assert changed(gitlab, MOBILITY) == renamed
    assert [(one["source_branch"], one["labels"]) for one in gitlab.requests] == [
        (f"cms/{MOBILITY}", ["sveltia-cms/pending_review"])
    ]
    assert gitlab.git("log", "--format=%an", f"{MAIN}..cms/{MOBILITY}").split() == [ADA, ADA]
    assert gitlab.unknown == []


def test_whoever_saves_second_undoes_the_first_unseen_and_the_check_of_the_request_tells_it(gitlab, editor, desks):
    for desk in desks.values():
        opened(desk, editor, TOWN, "Comune di Valdombra")
    saved(desks[ADA], summary="Il Comune sul fiume.")
    desks[ADA].get_by_role("button", name="Più tardi").click()
    desks[ADA].wait_for_url("**/#/collections/organisations")
    saved(desks[BRUNO], short_title="Valdombra")
    assert changed(gitlab, TOWN) == ["+short_title: Valdombra"]
    gitlab.git("checkout", "--quiet", f"cms/{TOWN}")
    told = [(one.place.path, one.values) for one in undone(gitlab.root, MAIN)]
    gitlab.git("checkout", "--quiet", MAIN)
    assert told == [(f"content/{TOWN}.yaml", {"key": "summary", "first": ADA, "second": BRUNO})]


def test_a_draft_may_be_incomplete_and_the_check_says_in_words_what_is_owed(gitlab, editor, desks, capsys):
    desk = desks[ADA]
    desk.goto(editor.url("#/collections/agreements/new"))
    expect(asked(desk, "title")).to_have_value("", timeout=PATIENCE)
    saved(desk, title="Una bozza appena cominciata")
    assert changed(gitlab, BEGUN) == ["+---", "+title: Una bozza appena cominciata", "+---"]
    gitlab.git("checkout", "--quiet", f"cms/{BEGUN}")
    code, out, _ = ran(capsys, "check", "--since", MAIN, "--root", gitlab.root, "--on", DAY, "--lang", "it")
    gitlab.git("checkout", "--quiet", MAIN)
    assert code == 1
    assert f"content/{BEGUN}.md:2:1: errore (required-field)" in out
