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


def test_where_nothing_is_published_there_is_nothing_before(fetch, tmp_path):
    (tmp_path / "site").mkdir()
    assert fetch() is None


@pytest.mark.parametrize("answer", ["<html>Sign in</html>", "[]", "the first half of it"])
def test_what_is_no_manifest_of_ours_does_not_count_as_never_published(fetch, tmp_path, answer):
    built(tmp_path / "site", FILES)
    manifest = tmp_path / "site/manifest.json"
    whole = manifest.read_bytes()
    manifest.write_bytes(whole[: len(whole) // 2] if "half" in answer else answer.encode())
    with pytest.raises(DamagedError, match="is not one that Vetrina has written") as error:
        fetch()
    assert "build once without --previous (vetrina build)" in error.value.hint.text
    assert not any((tmp_path / "into").iterdir())


@pytest.mark.parametrize(("code", "is_none"), [(400, False), (401, False), (403, False), (404, True), (410, True)])
def test_a_refusal_is_not_taken_for_nothing_and_asked_once(monkeypatch, code, is_none):
    monkeypatch.setattr(public_site, "_PAUSES", (0.0,))
    asked = []

    def refuse(request: urllib.request.Request, **_: object) -> None:
        asked.append(request.full_url)
        raise urllib.error.HTTPError(request.full_url, code, "because", None, None)  # type: ignore[arg-type]

    monkeypatch.setattr(urllib.request, "urlopen", refuse)
    site = PublicSite("https://x.example")
    if is_none:
        assert site.read("manifest.json") is None
    else:
        with pytest.raises(SetupError, match="does not give") as error:
            site.read("manifest.json")
        assert error.value.message.values["cause"] == f"{code} because"
    assert asked == ["https://x.example/manifest.json"]


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
    with pytest.raises(SetupError, match="does not give"):
        site.read("manifest.json")
    assert causes == []


def test_a_place_that_serves_nothing_has_nothing_before(tmp_path):
    assert Folder(tmp_path / "www").before(tmp_path) is None
