"""What the next build asks of the publication before, from wherever that is served."""

import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.problems.setup import SetupError
from generator.publications.publication import ASKED
from generator.publishing import public_site
from generator.publishing.before import DamagedError, take
from generator.publishing.folder import Folder
from generator.publishing.public_site import PublicSite
from generator.urls import Urls
from tests.harness import SiteTest
from tests.publishing.sites import built, served

FILES = {
    "index.html": b"a page",
    "a b/index.json": b"{}",
    "a b/index.html": b"another",
    "dati/v1/changes.json": b"{}",
    "dati/v1/x.json": b"no record",
}


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The address at which the folder `site` is served, with what an asking program is told of it."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path / "site"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def fetch(address: str, tmp_path: Path) -> Callable[[], Path | None]:
    """Asks for it into a folder of its own."""
    (tmp_path / "into").mkdir()
    return lambda: take(address, PublicSite(address).read, tmp_path / "into")


def test_the_files_that_the_next_build_reads_are_fetched_and_no_other(fetch, tmp_path):
    built(tmp_path / "site", FILES)
    folder = fetch()
    assert set(served(folder)) == {"a b/index.json", "dati/v1/changes.json"}
    assert (folder / "manifest.json").read_bytes() == (tmp_path / "site/manifest.json").read_bytes()


def test_the_log_is_among_them():
    site = SiteTest().check()
    assert Urls(site.showcase.settings).change_data().rpartition("/")[2] in ASKED


@pytest.mark.parametrize("written", [None, "<html>Sign in</html>", "[]"])
def test_where_nothing_of_ours_is_published_there_is_nothing_before(fetch, tmp_path, written):
    (tmp_path / "site").mkdir()
    if written is not None:
        (tmp_path / "site/manifest.json").write_text(written)
    assert fetch() is None


def test_half_of_a_publication_is_none(fetch, tmp_path):
    built(tmp_path / "site", FILES)
    (tmp_path / "site/a b/index.json").write_bytes(b"[]")
    with pytest.raises(DamagedError, match="is not as its manifest says"):
        fetch()
    (tmp_path / "site/a b/index.json").unlink()
    with pytest.raises(DamagedError):
        fetch()


def test_a_name_that_nobody_has_is_no_publication_and_who_does_not_answer_is_told(monkeypatch):
    monkeypatch.setattr(public_site, "_PAUSES", (0.0,))
    causes: list[Exception] = [
        urllib.error.HTTPError("https://x.example/", 503, "busy", None, None),  # type: ignore[arg-type]
        urllib.error.URLError(socket.gaierror(socket.EAI_NONAME, "no such name")),
        *[urllib.error.URLError(socket.gaierror(socket.EAI_AGAIN, "try again"))] * 2,
    ]

    def refuse(*_: object, **__: object) -> None:
        raise causes.pop(0)

    monkeypatch.setattr(urllib.request, "urlopen", refuse)
    site = PublicSite("https://x.example/")
    assert site.read("manifest.json") is None, "after it was busy once"
    with pytest.raises(SetupError, match="does not answer"):
        site.read("manifest.json")
    assert causes == []


def test_a_place_that_serves_nothing_has_nothing_before(tmp_path):
    assert Folder(tmp_path / "www").before(tmp_path) is None
