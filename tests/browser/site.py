"""A built site, served as a static host does: a folder answers with its index.html, the unknown with 404.html.

Text is compressed, for who takes it so.
"""

import gzip
import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Request, sync_playwright

from generator.view.pictures import EMBED

WITH_WINDOWS = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
"""Chromium as people use it: it has extensions, among them the reader of PDF."""
CHROMIUM = shutil.which("chromium-headless-shell") or WITH_WINDOWS
"""The same engine without windows takes a fifth less of a processor where both are installed."""
APACHE = shutil.which("apache2", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
FLAGS = """--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
 --disable-component-update --disable-sync --font-render-hinting=none --renderer-process-limit=1""".split()
"""The tabs of a window share one process: to start one for each takes as long as most pages do to load."""
LANGUAGES = ("it", "en")
SEARCH = {"it": "cerca/", "en": "en/search/"}
TEXT = {".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"}
REGISTER = {"it": "accordi/", "en": "en/agreements/"}
HREFS = "links => links.map(link => link.getAttribute('href'))"
"""What links lead to, as it is written: asked of all at once, not of one after the other."""


class Site:
    """The files of a built site, and where it is served."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        self.address = address
        self._samples: dict[str, list[str]] = {}
        self._pages: dict[str, str] = {}

    def url(self, path: str = "") -> str:
        """The whole address of a page such as "accordi/"."""
        return self.address + path

    def html(self, path: str) -> str:
        """What stands in the file of a page."""
        return (self.folder / (path if path.endswith(".html") else f"{path}index.html")).read_text("utf-8")

    def pages(self) -> dict[str, str]:
        """Every page but redirects, as "", "accordi/", "404.html", and its HTML."""
        if not self._pages:
            files = (file.relative_to(self.folder).as_posix() for file in sorted(self.folder.rglob("*.html")))
            read = {path: self.html(path) for path in (file.removesuffix("index.html") for file in files)}
            self._pages = {path: html for path, html in read.items() if 'http-equiv="refresh"' not in html}
        return self._pages

    def samples(self, language: str) -> list[str]:
        """The longest page of each kind in a language; in the first, also any with an element or a class of its own.

        They are the home page, each list, part of a list, record, term and page of prose, and the 404 page; none that
        stands within pages of others, which has tests of its own. Pages of other languages have the same elements:
        tests/test_twins.py holds them to that.
        """
        if language not in self._samples:
            pages = {
                path: html
                for path, html in self.pages().items()
                if f'<html lang="{language}"' in html and not path.endswith(EMBED)
            }
            longest: dict[tuple[str, int], str] = {}
            for path in pages:
                parts = path.removeprefix(f"{language}/").split("/")
                kind = (parts[0], len(parts))
                longest[kind] = max(longest.get(kind, path), path, key=lambda one: len(pages[one]))
            chosen = set(longest.values())
            if language == LANGUAGES[0]:
                chosen |= with_marks_of_their_own(pages, set().union(*(marks(pages[path]) for path in chosen)))
            self._samples[language] = sorted(chosen)
        return self._samples[language]


def with_marks_of_their_own(pages: dict[str, str], seen: set[str]) -> set[str]:
    """The pages with an element or a class that neither was seen nor a longer one of them has."""
    found = set()
    for path in sorted(pages, key=lambda one: -len(pages[one])):
        if not (own := marks(pages[path])) <= seen:
            found.add(path)
            seen = seen | own
    return found


def marks(html: str) -> set[str]:
    """The elements of a page and their classes: "rect", "rect.whole"."""
    tags = set(re.findall(r'<([a-z]\w*)(?:[^>]*? class="([^"]*)")?', html))
    return {tag for tag, _ in tags} | {f"{tag}.{one}" for tag, classes in tags for one in classes.split()}


class _Host(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    base = "/"

    def translate_path(self, path: str) -> str:
        within = path.startswith(self.base)
        return super().translate_path(path.removeprefix(self.base.rstrip("/")) if within else "/outside-of-the-site")

    def send_head(self) -> BytesIO | BinaryIO | None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if urlsplit(self.path).path.endswith("/") else file
        if file.suffix not in TEXT or not file.is_file() or "gzip" not in self.headers.get("Accept-Encoding", ""):
            return super().send_head()
        body = compressed(file)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", self.date_time_string(int(file.stat().st_mtime)))
        self.end_headers()
        return BytesIO(body)

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            return super().send_error(code, message, explain)
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, *_: object) -> None:
        pass


def compressed(file: Path) -> bytes:
    """A file as it is sent, compressed once for each time it was changed."""
    return _compressed(file, file.stat().st_mtime_ns)


def sent(file: Path) -> int:
    """How many bytes of a file go over the wire."""
    return len(compressed(file)) if file.suffix in TEXT else file.stat().st_size


def file_of(request: Request) -> str:
    """The file of the site that answers a request."""
    path = urlsplit(request.url).path.removeprefix("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


@cache
def _compressed(file: Path, _changed: int) -> bytes:
    return gzip.compress(file.read_bytes())


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A browser that leaves a page in the middle of it is no error."""


@contextmanager
def served(folder: Path, base: str = "/") -> Iterator[Site]:
    """Serve a built site under a path of this computer."""
    host = type("Host", (_Host,), {"base": base})
    with _Server(("127.0.0.1", 0), partial(host, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Site(folder, f"http://127.0.0.1:{server.server_port}{base}")
        server.shutdown()
        thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of the system."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def do_without(what: str) -> None:
    """Skip a test whose tools are missing; fail where everything is to be tested."""
    (pytest.fail if os.environ.get("VETRINA_REQUIRE_BROWSER") == "1" else pytest.skip)(what)
