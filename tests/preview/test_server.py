"""What the preview answers over HTTP, without a build: pages, what stands in for one, and whom it refuses."""

import asyncio
import errno
import json
import re
import socket
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest
from tornado.httpserver import HTTPServer
from tornado.websocket import websocket_connect

from generator.cli import main
from generator.preview.absent import Absent
from generator.preview.handlers import Tab
from generator.preview.hosts import address, pattern_of
from generator.preview.server import application, listen
from generator.preview.shown import Now
from generator.words import words_for

PATIENCE = 120


class Answer(NamedTuple):
    """What came back."""

    status: int
    text: str
    headers: dict[str, str]


class Served:
    """A preview's server in a thread, which shows what the test says."""

    def __init__(self, folder: Path) -> None:
        self.now = Now(folder / "pages", folder / "search", "first")
        self.loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()
        self.port = self.does(self._begin)

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_forever()

    async def _begin(self) -> int:
        sockets = listen("127.0.0.1", 0)
        self._server = HTTPServer(application(lambda: self.now, "127.0.0.1", words_for("it")))
        self._server.add_sockets(sockets)
        port: int = sockets[0].getsockname()[1]
        return port

    def does(self, what: Callable[[], Awaitable[object]]) -> object:
        return asyncio.run_coroutine_threadsafe(what(), self.loop).result(PATIENCE)

    def end(self) -> None:
        async def stop() -> None:
            self._server.stop()
            await self._server.close_all_connections()

        self.does(stop)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(PATIENCE)
        self.loop.close()

    def answer(self, path: str, method: str = "GET", **headers: str) -> Answer:
        asked = urllib.request.Request(f"http://127.0.0.1:{self.port}/{path}", method=method, headers=headers)
        try:
            with urllib.request.urlopen(asked, timeout=PATIENCE) as got:
                return Answer(got.status, got.read().decode(), dict(got.headers))
        except urllib.error.HTTPError as refused:
            with refused:
                return Answer(refused.status, refused.read().decode(), dict(refused.headers))

    def built(self, **pages: str) -> None:
        self.now.pages.mkdir()
        (self.now.pages / "404.html").write_text("<head></head>Pagina del sito", "utf-8")
        for name, text in pages.items():
            (self.now.pages / f"{name}.html").write_text(text, "utf-8")
        self.now = replace(self.now, is_built=True, build="second")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    served = Served(tmp_path)
    yield served
    served.end()


def test_before_the_first_build_every_page_says_so_and_waits(served):
    status, text, headers = served.answer("accordi/x/")
    assert status == 503
    assert "L’anteprima si sta preparando" in text
    assert 'data-build="first"' in text
    assert headers["Cache-Control"] == "no-store"


def test_a_first_build_with_mistakes_says_what_to_do_on_every_page(served):
    served.now = replace(served.now, report="<details open>bad-date</details>")
    status, text, _ = served.answer("accordi/x/")
    assert status == 503
    assert "bad-date" in text
    assert "compare qui da sola" in text


def test_a_page_gets_the_script_that_keeps_it_up_to_date(served):
    served.built(index="<html><head><title>x</title></head>ciò</html>")
    status, text, headers = served.answer("")
    script = '<script src="/_preview/preview.js" data-build="second" defer></script>'
    assert (status, text) == (200, f"<html><head><title>x</title>{script}</head>ciò</html>")
    assert int(headers["Content-Length"]) == len(text.encode())
    assert served.answer("_preview/preview.js").status == 200
    assert served.answer("_preview/preview.css").status == 200
    assert "LiveReload" in served.answer("_preview/livereload.js").text


def test_what_there_is_now_is_told_to_the_script(served):
    served.built()
    served.now = replace(served.now, report="<details></details>", search_is="La ricerca è vecchia.", index=3)
    told = json.loads(served.answer("_preview/state.json").text)
    assert told.pop("renewed").startswith("La ricerca è stata aggiornata")
    assert told == {"build": "second", "report": "<details></details>", "search": "La ricerca è vecchia.", "index": 3}


def test_a_page_that_is_not_there_is_the_sites_own(served):
    served.built()
    status, text, _ = served.answer("nulla/")
    assert status == 404
    assert text.endswith("Pagina del sito")
    assert 'data-build="second"' in text


@pytest.mark.parametrize("path", ["accordi/x/", "accordi/x", "accordi/x/index.html"])
def test_where_a_record_could_be_its_absence_is_explained(served, path):
    served.built()
    said = Absent("Un accordo & altro", "È una bozza.", "Usa --drafts.", "/en/x/", "La pagina in inglese")
    served.now = replace(served.now, absent={"accordi/x/": said})
    status, text, _ = served.answer(path)
    assert status == 404
    assert "<h1>Un accordo &amp; altro</h1>\n<p>È una bozza.</p>\n<p>Usa --drafts.</p>" in text
    assert '<a href="/en/x/">La pagina in inglese</a>' in text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:9", "127.0.0.1:1", "[::1]:8000"])
def test_this_computer_is_answered(served, host):
    served.built(index="<head></head>")
    assert served.answer("", Host=host).status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "192.168.1.9", ""]
)
@pytest.mark.parametrize("path", ["", "_preview/state.json", "livereload"])
def test_other_names_are_refused_with_a_sentence(served, host, path):
    served.built(index="<head></head>secret")
    status, text, _ = served.answer(path, Host=host)
    assert status == 403
    assert "A questo nome l’anteprima non risponde" in text
    assert "secret" not in text


@pytest.mark.parametrize(
    ("host", "answered", "refused"),
    [
        ("0.0.0.0", ["192.168.1.9", "localhost", "[fe80::1]"], ["evil.example"]),
        ("::", ["10.0.0.1"], ["10.0.0.1.example"]),
        ("192.168.1.9", ["192.168.1.9", "localhost"], ["192.168.1.8"]),
        ("desk.local", ["desk.local"], ["desk.locale", "192.168.1.9"]),
    ],
)
def test_who_listens_for_others_answers_by_its_own_names(host, answered, refused):
    assert all(re.match(pattern_of(host), name) for name in answered)
    assert not any(re.match(pattern_of(host), name) for name in refused)


@pytest.mark.parametrize(
    ("host", "there"),
    [
        ("127.0.0.1", "http://localhost:80/"),
        ("localhost", "http://localhost:80/"),
        ("0.0.0.0", "http://localhost:80/"),
        ("::1", "http://localhost:80/"),
        ("fe80::1", "http://[fe80::1]:80/"),
        ("Desk.local", "http://desk.local:80/"),
    ],
)
def test_the_address_is_one_that_can_be_opened(host, there):
    assert address(host, 80) == there


@pytest.mark.parametrize(("method", "path"), [("POST", ""), ("DELETE", "x"), ("GET", "_preview/x.js"), ("GET", "%00")])
def test_whatever_is_asked_the_answer_is_in_the_readers_language(served, method, path):
    served.built()
    status, text, _ = served.answer(path, method)
    assert status >= 400
    assert "A questa richiesta non c’è risposta" in text or "Pagina del sito" in text
    assert "Traceback" not in text


@pytest.mark.parametrize(
    "path", ["../secret", "%2e%2e/secret", "_preview/../../handlers.py", "_preview/%2e%2e/handlers.py"]
)
def test_nothing_else_of_the_computer_is_shown(served, path):
    served.built()
    (served.now.pages.parent / "secret").write_text("secret", "utf-8")
    with closing(socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE)) as asking:
        asking.sendall(f"GET /{path} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())
        answer = b"".join(iter(lambda: asking.recv(65536), b"")).decode()
    assert answer.split()[1] in ("403", "404")
    assert "secret" not in answer
    assert "class " not in answer


async def told_to(tabs: int, port: int, **headers: str) -> list[str]:
    """What so many tabs hear when they are told."""
    there = f"ws://127.0.0.1:{port}/livereload"
    open_ = [await websocket_connect(there) for _ in range(tabs)]
    for one in open_:
        await one.write_message("no JSON")
        await one.write_message('{"command": "hello"}')
        assert '"hello"' in await one.read_message()
        await one.write_message('{"command": "info", "url": "x"}')
    while len(Tab.waiters) < tabs:
        await asyncio.sleep(0)
    await Tab.tell_all()
    heard = [json.loads(await one.read_message())["command"] for one in open_]
    for one in open_:
        one.close()
    while Tab.waiters:
        await asyncio.sleep(0)
    return heard


def test_every_tab_is_told(served):
    assert served.does(lambda: told_to(2, served.port)) == ["reload", "reload"]


def test_a_page_of_another_site_does_not_listen(served):
    answer = served.answer("livereload", Origin="https://evil.example", Upgrade="websocket", Connection="Upgrade")
    assert answer.status >= 400


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.EADDRINUSE, "x"), "La porta 8000 è già occupata."),
        (OSError(errno.EADDRNOTAVAIL, "x"), "1.2.3.4 non è un indirizzo di questo computer."),
        (socket.gaierror(-2, "x"), "1.2.3.4 non è un indirizzo di questo computer."),
        (UnicodeError("x"), "1.2.3.4 non è un indirizzo di questo computer."),
        (PermissionError(errno.EACCES, "x"), "Il sistema non ti concede la porta 8000."),
    ],
)
def test_what_keeps_it_from_listening_is_told_before_anything_is_built(error, said, monkeypatch, capsys, tmp_path):
    def refuse(*_: object) -> None:
        raise error

    def begun(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("generator.commands.serve.listen", refuse)
    monkeypatch.setattr("generator.commands.serve.Preview", begun)
    assert main(["serve", "--host", "1.2.3.4", "--root", str(tmp_path), "--lang", "it"]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert len(told.splitlines()) == 2


def test_an_address_is_not_empty(capsys, tmp_path):
    assert main(["serve", "--host", " ", "--root", str(tmp_path), "--lang", "it"]) == 2
    assert "--host" in capsys.readouterr().err
