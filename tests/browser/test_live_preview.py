import contextlib
import os
import queue
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.long import IS_LONG
from tests.store import own_store

SITE = Path(__file__).parents[1] / "sites/minimal"
RECORD = "content/agreements/mobilita.md"
PAGE = "accordi/mobilita/"
SEARCH = "pagefind/start.it.json"
PATIENCE = 300
"""Seconds that a test waits for the preview: a hundred times what it takes, so this only ends what hangs."""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _heeding_ctrl_c() -> None:
    """What a shell starts in the background ignores Ctrl-C, and so would all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Preview:
    """`vetrina serve` on a copy of a small site, and what it says on the terminal."""

    def __init__(self, root: Path, port: int, *options: str) -> None:
        self.root = root
        self.port = port
        self.said: list[str] = []
        self._lines: queue.Queue[str] = queue.Queue()
        command = [sys.executable, "-m", "generator", "serve", "--root", str(root), "--port", str(port), "--lang", "en"]
        self.process = subprocess.Popen(
            [*command, "--on", "2026-11-22", *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env=os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"},
            preexec_fn=_heeding_ctrl_c,
        )
        self._reader = threading.Thread(target=lambda: [self._lines.put(line) for line in self.process.stdout])
        self._reader.start()

    def says(self, words: str) -> str:
        """Wait until a line holds `words`."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            with contextlib.suppress(queue.Empty):
                self.said.append(self._lines.get(timeout=0.1))
                if words in self.said[-1]:
                    return self.said[-1]
        raise AssertionError(f"never said {words!r}, but:\n{''.join(self.said)}")

    def answers(self) -> None:
        """Wait until it answers."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port)):
                return
            time.sleep(0.1)
        raise AssertionError(f"never answered at {self.url()}")

    def edit(self, old: str, new: str, path: str = RECORD) -> None:
        """Save a file with another text, which must hold the old one."""
        text = (self.root / path).read_text("utf-8")
        assert old in text
        self.save(path, text.replace(old, new))

    def save(self, path: str, text: str) -> None:
        """Save a file as editors do, at one stroke: half a file would be a change of its own."""
        new = self.root / "new"
        new.write_text(text, "utf-8")
        new.replace(self.root / path)

    def reaches(self, gate: Path) -> int:
        """Wait until a build reads `gate`, and give its other end: with it closed, the build goes on."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError):  # nobody reads it yet
                return os.open(gate, os.O_WRONLY | os.O_NONBLOCK)
            time.sleep(0.05)
        raise AssertionError("never read")

    def shows(self, words: str, path: str = PAGE) -> None:
        """Wait until a page holds `words`."""
        deadline = time.monotonic() + PATIENCE
        while words not in self.html(path):
            assert time.monotonic() < deadline, f"never shown: {words}"
            time.sleep(0.05)

    def shows_no_more(self, words: str, path: str = PAGE) -> None:
        """Wait until a page does not hold `words`."""
        deadline = time.monotonic() + PATIENCE
        while words in self.html(path):
            assert time.monotonic() < deadline, f"still shown: {words}"
            time.sleep(0.05)

    def url(self, path: str = "") -> str:
        return f"http://127.0.0.1:{self.port}/{path}"

    def html(self, path: str = PAGE) -> str:
        with urllib.request.urlopen(self.url(path), timeout=PATIENCE) as answer:
            return answer.read().decode()

    def end(self) -> None:
        """Ctrl-C, at which it ends with a word, whatever it does; what has ended by itself has only its lines read."""
        runs = self.process.poll() is None
        if runs:
            self.process.send_signal(signal.SIGINT)
        try:
            status = self.process.wait(PATIENCE)
        finally:
            self.process.kill()
            self._reader.join(PATIENCE)
            self.process.stdout.close()
            self.said += list(self._lines.queue)
        assert "Traceback" not in "".join(self.said)
        assert not runs or (status == 0 and "The preview has ended.\n" in self.said)


@pytest.fixture
def root(tmp_path):
    shutil.copytree(SITE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def written(root: Path) -> dict[str, bytes]:
    """What writers have of a site: each file of its content and templates, and its bytes."""
    files = (file for folder in ("content", "templates") for file in (root / folder).rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}


@pytest.fixture
def alone(root):
    """A preview of a test's own."""
    started = Preview(root, free_port())
    try:
        started.says("Preview at")
        started.answers()
        yield started
    finally:
        started.end()


@pytest.fixture(scope="module")
def running():
    """The preview that tests share, while there is one."""
    shared: list[Preview] = []
    yield shared
    for one in shared:
        one.end()


@pytest.fixture
def preview(running, tmp_path_factory):
    """A preview of the site as it is, to be left so: to start one takes longer than most tests.

    What another test saved may still be told as built: these tests wait for what they see. After one that leaves the
    site otherwise, or has ended it, the next starts its own, as all do in `make test-long`.
    """
    if not running:
        running.append(Preview(shutil.copytree(SITE, tmp_path_factory.mktemp("shared") / "root"), free_port()))
        running[0].says("Preview at")
        running[0].answers()
    yield running[0]
    if IS_LONG or running[0].process.poll() is not None or written(running[0].root) != written(SITE):
        running.pop().end()


OVERLAY = "vetrina-preview"


@pytest.mark.browser
def test_a_mistake_lies_over_the_page_until_it_is_mended(preview, tab):
    page = tab(preview.url(PAGE))
    page.wait_for_function("window.LiveReload?.connector.protocol")
    preview.edit("signed_on: ", "signed_on: il ")
    link = page.locator(f"{OVERLAY} article h2 a")
    expect(link).to_have_text(f"{RECORD}:7:12")
    expect(link).to_have_attribute("href", re.compile(r"^vscode://file/.*mobilita\.md:7:12$"))
    expect(page.locator(f"{OVERLAY} pre")).to_contain_text("signed_on: il 2025-03-26")
    box = page.locator(f"{OVERLAY} details").bounding_box()
    assert box["y"] + box["height"] == page.viewport_size["height"]
    page.locator(f"{OVERLAY} summary").click()  # to see the page below it
    expect(link).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    preview.edit("signed_on: il ", "signed_on: ")
    expect(page.locator(OVERLAY)).to_have_count(0)


@pytest.mark.browser
def test_a_tab_that_missed_a_build_comes_again_by_itself(root, tab):
    """The first build has a mistake, the preview ends and begins again: the same tab sees all of it."""
    good = (root / RECORD).read_text("utf-8")
    (root / RECORD).write_text(good.replace("signed_on: ", "signed_on: il "), "utf-8")
    first = Preview(root, free_port())
    try:
        first.says("Preview at")
        page = tab(first.url(PAGE))
        expect(page.locator("article code")).to_have_text("bad-date")
        (root / RECORD).write_text(good, "utf-8")
        expect(page.locator("h1")).to_contain_text("Collefiorito e Valdombra")
        page.wait_for_function("window.LiveReload?.connector.protocol")
    finally:
        first.end()
    (root / RECORD).write_text(good.replace("title: ", "title: Rinnovato "), "utf-8")
    second = Preview(root, first.port)
    try:
        expect(page.locator("h1")).to_contain_text("Rinnovato", timeout=PATIENCE * 1000)
    finally:
        second.end()


@pytest.mark.browser
def test_an_edit_is_shown_without_asking(preview, tab):
    page = tab(preview.url(PAGE))
    page.wait_for_function("window.LiveReload?.connector.protocol")  # listening
    preview.edit("title: ", "title: Rinnovato ")
    expect(page.locator("h1")).to_contain_text("Rinnovato")
    page.wait_for_function("window.LiveReload?.connector.protocol")
    preview.edit("Rinnovato ", "Ancora nuovo ")
    expect(page.locator("h1")).to_contain_text("Ancora nuovo")
    page.wait_for_function("window.LiveReload?.connector.protocol")
    preview.edit("Ancora nuovo ", "")
    expect(page.locator("h1")).not_to_contain_text("Ancora nuovo")


def test_a_mistake_is_told_and_the_last_good_page_stays(preview):
    before = preview.html()
    preview.edit("signed_on: ", "signed_on: il ")
    assert preview.says("bad-date").startswith(f"{RECORD}:")
    preview.says("Not built: 1 error.")
    assert preview.html() == before
    assert preview.process.poll() is None
    preview.edit("signed_on: il ", "signed_on: ")
    preview.says("Built:")


def test_a_record_appears_and_goes(preview):
    model = (preview.root / "content/organisations/comune-di-valdombra.yaml").read_text("utf-8")
    preview.save("content/organisations/prova.yaml", model.replace("title: ", "title: Prova del "))
    preview.shows("Prova del", "organizzazioni/")
    assert "Prova del" in preview.html("organizzazioni/prova/")
    (preview.root / "content/organisations/prova.yaml").unlink()
    preview.shows_no_more("Prova del", "organizzazioni/")
    with pytest.raises(urllib.error.HTTPError) as refused:
        preview.html("organizzazioni/prova/")
    refused.value.close()
    assert refused.value.code == 404


def test_thirty_files_saved_at_once_are_one_or_two_builds(alone):
    model = (alone.root / "content/organisations/comune-di-valdombra.yaml").read_text("utf-8")
    before, aside = len(alone.said), alone.root / "aside"
    aside.mkdir()
    for number in range(30):
        (aside / f"ente-{number}.yaml").write_text(model.replace("title: ", f"title: Ente {number} del "), "utf-8")
    for written in aside.iterdir():
        written.rename(alone.root / "content/organisations" / written.name)
    alone.shows("Ente 29 del", "organizzazioni/")
    alone.says("Built:")
    alone.edit("title: ", "title: Rinnovato ")
    alone.shows("Rinnovato")
    alone.says("Built:")
    builds = [line for line in alone.said[before:] + list(alone._lines.queue) if line.startswith("Built:")]
    assert 2 <= len(builds) <= 3


def test_in_an_empty_folder_it_waits_and_says_what_to_do(tmp_path):
    preview = Preview(tmp_path, free_port())
    try:
        preview.says("There is no showcase here")
        preview.says("Preview at")
        with pytest.raises(urllib.error.HTTPError) as refused:
            preview.html()
        with refused.value as answer:
            assert answer.code == 503
            assert "There is no showcase here" in answer.read().decode()
        shutil.copytree(SITE, tmp_path, dirs_exist_ok=True)
        preview.says("Built:")
        preview.shows("<main")
    finally:
        preview.end()


def test_the_published_site_is_never_touched(preview):
    preview.edit("title: ", "title: Rinnovato ")
    preview.shows("Rinnovato")
    assert not (preview.root / "site").exists()
    preview.edit("Rinnovato ", "")
    preview.shows_no_more("Rinnovato")


IN_A_BUILD = "{{ _.__globals__['__builtins__'].%s }}"
"""A template that does what no template should: it stops a build where we want it."""
TEMPLATE = "templates/robots.txt"


@pytest.fixture
def gate(preview):
    """A pipe that every build from now on reads: it stands still until the other end is closed."""
    pipe = preview.root / "gate"
    os.mkfifo(pipe)
    (preview.root / "templates").mkdir(exist_ok=True)
    preview.save(TEMPLATE, IN_A_BUILD % f"open({str(pipe)!r}).read()")
    yield pipe
    pipe.unlink()


def test_a_build_keeps_nobody_waiting(preview, gate):
    """The pages of the last good build are shown meanwhile, and what is saved meanwhile is built afterwards."""
    first = preview.reaches(gate)
    assert "<main" in preview.html()
    preview.edit("title: ", "title: Rinnovato ")
    assert "Rinnovato" not in preview.html()
    os.close(first)
    second = preview.reaches(gate)
    (preview.root / TEMPLATE).unlink()
    os.close(second)
    preview.shows("Rinnovato")
    preview.edit("Rinnovato ", "")
    preview.shows_no_more("Rinnovato")


def test_a_build_that_breaks_off_is_told_and_the_next_one_is_made(preview):
    (preview.root / "templates").mkdir(exist_ok=True)
    preview.save(TEMPLATE, IN_A_BUILD % "__import__('os')._exit(1)")
    preview.says("The build broke off.")
    assert "<main" in preview.html()
    preview.save(TEMPLATE, "User-agent: *")
    preview.says("Built:")
    assert preview.html("robots.txt") == "User-agent: *\n"
    (preview.root / TEMPLATE).unlink()
    preview.says("Built:")


def test_a_mistake_in_a_template_is_told(preview):
    (preview.root / "templates").mkdir(exist_ok=True)
    preview.save(TEMPLATE, "{{ nothing.at.all }}")
    preview.says("template-error")
    preview.says("Not built: 1 error.")
    (preview.root / TEMPLATE).unlink()
    preview.says("Built:")


def test_ctrl_c_ends_it_in_the_midst_of_a_build(preview, gate):
    """Elsewhere it ends a preview that builds nothing, or perhaps the search."""
    writing = preview.reaches(gate)
    preview.end()
    os.close(writing)


def test_the_search_follows_the_pages_that_change(alone):
    alone.says("The search is up to date.")
    before = alone.html(SEARCH)
    (alone.root / RECORD).touch()
    alone.says("Built:")
    alone.edit("title: ", "title: Rinnovato ")
    alone.says("Built:")
    assert alone.html(SEARCH)  # there is one until the new one takes its place
    alone.says("The search is up to date.")
    assert alone.html(SEARCH) != before
    assert [line for line in alone.said if "search" in line] == ["The search is up to date.\n"] * 2


def test_without_its_program_there_is_no_search_but_a_preview(root, tmp_path_factory, monkeypatch):
    hidden = tmp_path_factory.mktemp("hidden")
    (hidden / "pagefind_bin.py").write_text("raise ImportError", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(hidden))
    monkeypatch.setenv("VETRINA_STORE", str(own_store(hidden / "store")))  # in which nothing is indexed already
    preview = Preview(root, free_port())
    try:
        preview.says("Pagefind, which makes the search, is not installed.")
        assert "<main" in preview.html()
    finally:
        preview.end()


def test_a_port_in_use_is_told(root):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = Preview(root, port)
        refused.says(f"Port {port} is in use.")
        refused.says("--port")
        assert refused.process.wait(PATIENCE) == 2
        refused.end()


def test_it_starts_even_with_a_mistake(root):
    file = root / RECORD
    good = file.read_text("utf-8")
    file.write_text(good.replace("signed_on: ", "signed_on: il "), "utf-8")
    preview = Preview(root, free_port())
    try:
        preview.says("bad-date")
        preview.answers()
        preview.save(RECORD, good)
        preview.says("Built:")
        assert "<main" in preview.html()
    finally:
        preview.end()
