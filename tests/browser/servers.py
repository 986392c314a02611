"""A site behind a web server of Debian’s, with the file that we write for it and nothing else of ours."""

import http.client
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main
from tests.browser.site import Site
from tests.harness import DAY, SiteTest
from tests.media import document
from tests.real import once

BELOW = "/terza/missione/"
"""A path of a host below which a site lies."""
NOT_EMBEDDED = "public/grafici/embed/index.html"
"""A page of the owner's whose address is like that of one that others may show."""


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass
class Server:
    """A site as a server shows it, below `base`."""

    site: Site
    port: int
    base: str
    name: str

    def ask(self, path: str, **headers: str) -> Answer:
        """What is answered at a path of the site."""
        asking = http.client.HTTPConnection("127.0.0.1", self.port)
        asking.request(
            "GET", f"{self.base}{path}", headers={name.replace("_", "-"): one for name, one in headers.items()}
        )
        answer = asking.getresponse()
        told = Answer(answer.status, answer.msg, answer.read())
        asking.close()
        return told

    def file(self, pattern: str) -> str:
        """The path of the first file of the site that matches."""
        return next(self.site.folder.glob(pattern)).relative_to(self.site.folder).as_posix()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def a_site() -> SiteTest:
    """The small showcase with an attachment and a page to be embedded."""
    site = SiteTest("showcase").rename("content/agreements/energia.md", "content/agreements/energia/index.md")
    site.rename("content/agreements/energia.en.md", "content/agreements/energia/index.en.md")
    site.write("content/agreements/energia/atto.pdf", document())
    site.replace(
        "content/agreements/energia/index.md",
        "\nsources:",
        "\nattachments: [{file: atto.pdf, title: {it: Atto, en: Act}, language: it}]\nsources:",
    )
    return site.write(NOT_EMBEDDED, "<!doctype html><html lang=it><title>Grafico</title><p>Grafico</html>")


def below(factory: pytest.TempPathFactory) -> Path:
    """Where it is built for `BELOW`, once in a run: for another address all of a site is made anew."""

    def make(folder: Path) -> None:
        site = a_site().build(out=folder, search=True, compressed=True, base_url=f"https://vetrina.example{BELOW}")
        assert site.built and site.built.published, site.found

    return once(factory, "below", make)


@contextmanager
def running(command: Sequence[str], port: int) -> Iterator[None]:
    """A server, from when it listens until the end."""
    server = subprocess.Popen(command, stderr=subprocess.PIPE)
    while not _listens(port):
        assert server.poll() is None, server.stderr and server.stderr.read().decode()
    yield
    server.terminate()
    server.communicate()


def hosting(server: str, site: SiteTest, address: str, *arguments: str) -> None:
    """Have the files of a server written."""
    assert main(["hosting", server, "--root", str(site.root), "--on", DAY, "--base-url", address, *arguments]) == 0


def _listens(port: int) -> bool:
    with socket.socket() as asking:
        return not asking.connect_ex(("127.0.0.1", port))
