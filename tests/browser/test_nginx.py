"""Debian's nginx with the file that we write for it: headers, redirects, what is compressed and kept, and in Chromium
no page that breaks its policy, at the root and below a path.
"""

import gzip
import http.client
import os
import re
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser

from generator.cli import main
from tests.browser.site import LANGUAGES, NGINX, SEARCH, Site
from tests.harness import DAY, SiteTest
from tests.media import document

pytestmark = pytest.mark.nginx
CONFIGURATION = """
daemon off;
{user}
pid {here}/nginx.pid;
error_log {here}/error.log;
events {{}}
http {{
  access_log off;
  client_body_temp_path {here}/body; proxy_temp_path {here}/proxy; fastcgi_temp_path {here}/fastcgi;
  uwsgi_temp_path {here}/uwsgi; scgi_temp_path {here}/scgi;
  include {here}/vetrina.conf;
}}
"""
PAGES = "default-src 'self';img-src 'self' data:;base-uri 'none';form-action 'self';frame-ancestors 'none'"


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass
class Nginx:
    """A site as nginx serves it, below `base`."""

    site: Site
    port: int
    base: str

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


def listens(port: int) -> bool:
    with socket.socket() as asking:
        return not asking.connect_ex(("127.0.0.1", port))


@pytest.fixture(scope="module", params=["/", "/terza/missione/"], ids=["at the root", "below a path"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """The small showcase with an attachment, behind nginx with our file and nothing else of ours."""
    here = tmp_path_factory.mktemp("nginx")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    site = SiteTest("showcase").rename("content/agreements/energia.md", "content/agreements/energia/index.md")
    site.rename("content/agreements/energia.en.md", "content/agreements/energia/index.en.md")
    site.write("content/agreements/energia/atto.pdf", document())
    site.replace(
        "content/agreements/energia/index.md",
        "\nsources:",
        "\nattachments: [{file: atto.pdf, title: {it: Atto, en: Act}, language: it}]\nsources:",
    )
    address = f"http://127.0.0.1:{port}{request.param}"
    assert site.build(out=here / "site", search=True, base_url=address).built
    asked = ["--root", str(site.root), "--on", DAY, "--base-url", address, "--out", str(here)]
    assert main(["hosting", "nginx", "--site", str(here / "site"), "--listen", f"127.0.0.1:{port}", *asked]) == 0
    packed = here / "site" / "robots.txt.gz"
    packed.write_bytes(gzip.compress(b"packed before"))
    user = "user root;" if os.geteuid() == 0 else ""
    (here / "nginx.conf").write_text(CONFIGURATION.format(here=here, user=user))
    assert NGINX
    server = subprocess.Popen([NGINX, "-p", str(here), "-c", str(here / "nginx.conf")], stderr=subprocess.PIPE)
    while not listens(port):
        assert server.poll() is None, server.stderr and server.stderr.read().decode()
    yield Nginx(Site(here / "site", address), port, request.param)
    server.terminate()
    server.communicate()


def test_every_answer_says_how_it_may_be_used(served: Nginx) -> None:
    program = served.file("assets/program.*.js")
    policies = {
        path: served.ask(path).headers["Content-Security-Policy"]
        for path in (
            "",
            "accordi/energia/",
            "nessuna/pagina/",
            "accordi/energia/index.json",
            program,
            "accordi/energia/atto.pdf",
        )
    }
    assert policies == {
        "": PAGES,
        "accordi/energia/": PAGES,
        "nessuna/pagina/": PAGES,
        "accordi/energia/index.json": "default-src 'self';sandbox;frame-ancestors 'none'",
        program: "default-src 'none';script-src 'wasm-unsafe-eval'",
        "accordi/energia/atto.pdf": "frame-ancestors 'none'",
    }
    for path in policies:
        headers = served.ask(path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert "geolocation=()" in headers["Permissions-Policy"]
        assert headers["X-Frame-Options"] == "DENY"


def test_what_is_not_there_is_told_and_what_is_hidden_too(served: Nginx) -> None:
    answer = served.ask("nessuna/pagina/")
    assert answer.status == 404
    assert "text/html" in answer.headers["Content-Type"]
    assert answer.body == (served.site.folder / "404.html").read_bytes()
    assert served.ask(".git/config").status == 404


def test_old_addresses_lead_to_the_new_ones(served: Nginx) -> None:
    old = [path for path in served.site.folder.rglob("index.html") if b'http-equiv="refresh"' in path.read_bytes()]
    assert old
    for file in old:
        path = file.parent.relative_to(served.site.folder).as_posix()
        href = re.search(rb'url=([^"]+)"', file.read_bytes())
        assert href
        for spelt in (f"{path}/", f"{path}/index.html"):
            answer = served.ask(spelt)
            assert (answer.status, answer.headers["Location"]) == (301, href[1].decode())
            assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_what_is_named_by_its_content_is_kept_and_all_else_asked_for_anew(served: Nginx) -> None:
    style = served.file("assets/vetrina.*.css")
    for_ever = [style, served.file("pagefind/fragment/*"), served.file("pagefind/index/*")]
    assert {served.ask(path).headers["Cache-Control"] for path in for_ever} == {"public, max-age=31536000, immutable"}
    anew = ("", "feed.xml", "accordi/energia/atto.pdf", "pagefind/start.it.json")
    assert {served.ask(path).headers["Cache-Control"] for path in anew} == {"no-cache"}
    tag = served.ask("").headers["ETag"]
    assert served.ask("", If_None_Match=tag).status == 304


def test_texts_are_sent_compressed_those_first_that_lie_there_so(served: Nginx) -> None:
    plain, packed = served.ask(""), served.ask("", Accept_Encoding="gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert gzip.decompress(served.ask("robots.txt", Accept_Encoding="gzip").body) == b"packed before"


@pytest.mark.browser
def test_no_page_of_any_type_breaks_its_policy_and_the_search_finds(served: Nginx, browser: Browser) -> None:
    page = browser.new_page()  # those of `tab` pass over the policy
    told: list[str] = []
    foreign: list[str] = []
    page.on("console", lambda message: told.append(f"{page.url} {message.text}"))
    page.on("pageerror", lambda error: told.append(f"{page.url} {error}"))
    page.on("request", lambda one: foreign.append(one.url) if not one.url.startswith(served.site.address) else None)
    for language in LANGUAGES:
        samples = served.site.samples(language) if served.base == "/" else [SEARCH[language]]
        for path in (one for one in samples if one != "404.html"):
            page.goto(served.site.url(path))
        page.goto(served.site.url(f"{SEARCH[language]}?q=collefiorito"))
        page.locator(".results li").first.wait_for()
        page.goto(served.site.url("" if language == "it" else "en/"))
        page.locator("form.search input[name=q]").first.click()
        page.locator("dialog[open] input[name=q]").fill("collefiorito")
        page.locator("dialog[open] .results li").first.wait_for()
    page.close()
    assert told == []
    assert foreign == []
