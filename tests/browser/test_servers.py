"""Debian's nginx and Apache with the file that we write for each: headers, redirects, what is compressed and kept; in
Chromium no page that breaks its policy, at the root and below a path.
"""

import gzip
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser

from generator.output.content_policy import WAITING_POLICY
from tests.browser.servers import BELOW, Server, a_site, below, free_port, hosting, running
from tests.browser.site import APACHE, FLAGS, LANGUAGES, NGINX, SEARCH, WITH_WINDOWS, Site
from tests.browser.visits import few_samples
from tests.harness import SiteTest

pytestmark = pytest.mark.servers
NGINX_FILE = """
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
APACHE_FILE = """
ServerRoot {here}
ServerName 127.0.0.1
{user}
PidFile {here}/apache.pid
ErrorLog {here}/error.log
Listen 127.0.0.1:{port}
{modules}
TypesConfig /etc/mime.types
DocumentRoot {here}/empty
{alias}
<Directory {site}>
  AllowOverride All
  AddHandler send-as-is .php
  Require all granted
</Directory>
"""
MODULES = "mpm_event authz_core alias asis deflate dir filter headers mime rewrite"
"""Those that Debian has switched on by itself, and headers, rewrite, and asis: a handler as that of a program is."""
PAGES = f"{WAITING_POLICY};frame-ancestors 'none'"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[Path, int, str, SiteTest]]]:
    """By the path of a site: a folder that a server may read, a port, an address, its content."""
    made = {}
    folder = Path(tempfile.mkdtemp(prefix="vetrina-"))
    folder.chmod(0o755)
    site = a_site().build(search=True, compressed=True)
    assert site.built and site.built.published, site.found
    for base, built in {"/": site.out, BELOW: below(tmp_path_factory)}.items():
        port, here = free_port(), folder / str(len(made))
        shutil.copytree(built, here / "site", copy_function=os.link)
        made[base] = (here, port, f"http://127.0.0.1:{port}{base}", site)
    yield made
    shutil.rmtree(folder)


@pytest.fixture(
    scope="module",
    params=[(name, base) for name in ("nginx", "apache") for base in ("/", BELOW)],
    ids=["nginx", "nginx below a path", "Apache", "Apache below a path"],
)
def served(request: pytest.FixtureRequest, sites: dict[str, tuple[Path, int, str, SiteTest]]) -> Iterator[Server]:
    """The small showcase with an attachment, behind a server with our file and nothing else of ours."""
    name, base = request.param
    program = {"nginx": NGINX, "apache": APACHE}[name]
    if program is None:
        pytest.skip(f"there is no {name}")
    here, port, address, site = sites[base]
    if name == "nginx":
        asked = ("--site", str(here / "site"), "--listen", f"127.0.0.1:{port}", "--out", str(here))
        hosting("nginx", site, address, *asked)
        command = _nginx(program, here)
    else:
        hosting("apache", site, address, "--out", str(here / "site"))
        command = _apache(program, here, port, base)
    with running(command, port):
        yield Server(Site(here / "site", address), port, base, name)


def _nginx(program: str, here: Path) -> list[str]:
    user = "user root;" if os.geteuid() == 0 else ""
    (here / "nginx.conf").write_text(NGINX_FILE.format(here=here, user=user))
    return [program, "-p", str(here), "-c", str(here / "nginx.conf")]


def _apache(program: str, here: Path, port: int, base: str) -> list[str]:
    folder = Path("/usr/lib/apache2/modules")
    modules = "\n".join(f"LoadModule {one}_module {folder}/mod_{one}.so" for one in MODULES.split())
    (here / "empty").mkdir()
    user = "User www-data\nGroup www-data" if os.geteuid() == 0 else ""
    alias = f"DocumentRoot {here}/site" if base == "/" else f"Alias {base} {here}/site/"
    written = APACHE_FILE.format(here=here, site=here / "site", port=port, modules=modules, alias=alias, user=user)
    (here / "apache.conf").write_text(written)
    return [program, "-D", "FOREGROUND", "-f", str(here / "apache.conf")]


def test_no_ending_within_a_name_makes_a_file_run(served: Server) -> None:
    file = served.site.folder / "elenco.php.csv"
    file.write_text("Status: 418 It ran\n\na;b\n")
    try:
        answer = served.ask("elenco.php.csv")
    finally:
        file.unlink()
    assert (answer.status, answer.body) == (200, b"Status: 418 It ran\n\na;b\n")


def test_every_answer_says_how_it_may_be_used(served: Server) -> None:
    program = served.file("assets/program.*.js")
    picture = served.file("numeri/**/embed/index.html").removesuffix("index.html")
    policies = {
        path: served.ask(path).headers["Content-Security-Policy"]
        for path in (
            "",
            "accordi/energia/",
            "nessuna/pagina/",
            "accordi/energia/index.json",
            program,
            "accordi/energia/atto.pdf",
            "grafici/embed/",
            picture,
        )
    }
    assert policies == {
        "": PAGES,
        "accordi/energia/": PAGES,
        "nessuna/pagina/": PAGES,
        "accordi/energia/index.json": "default-src 'self';sandbox;frame-ancestors 'none'",
        program: "default-src 'none';script-src 'wasm-unsafe-eval'",
        "accordi/energia/atto.pdf": "frame-ancestors 'none'",
        "grafici/embed/": PAGES,
        picture: PAGES.replace("'none'", "*").replace("base-uri *", "base-uri 'none'"),
    }
    for path in policies:
        headers = served.ask(path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert "geolocation=()" in headers["Permissions-Policy"]
        assert headers["X-Frame-Options"] == (None if path == picture else "DENY")


def test_what_is_not_there_is_told_and_what_is_hidden_too(served: Server) -> None:
    answer = served.ask("nessuna/pagina/")
    assert answer.status == 404
    assert "text/html" in answer.headers["Content-Type"]
    assert answer.body == (served.site.folder / "404.html").read_bytes()
    assert served.ask(".git/config").status == 404


def test_old_addresses_lead_to_the_new_ones(served: Server) -> None:
    old = [path for path in served.site.folder.rglob("index.html") if b'http-equiv="refresh"' in path.read_bytes()]
    assert old
    for file in old:
        path = file.parent.relative_to(served.site.folder).as_posix()
        href = re.search(rb'url=([^"]+)"', file.read_bytes())
        assert href
        for spelt in (f"{path}/", f"{path}/index.html"):
            answer = served.ask(spelt)
            led = urljoin(served.site.address, answer.headers["Location"])
            assert (answer.status, led) == (301, urljoin(served.site.address, href[1].decode()))
            assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_what_is_named_by_its_content_is_kept_and_all_else_asked_for_anew(served: Server) -> None:
    style = served.file("assets/vetrina.*.css")
    for_ever = [style, served.file("pagefind/fragment/*"), served.file("pagefind/index/*")]
    assert {served.ask(path).headers["Cache-Control"] for path in for_ever} == {"public, max-age=31536000, immutable"}
    minutes = served.site.folder / "verbale.2023101512.pdf"
    minutes.write_bytes(b"%PDF-1.4")
    try:
        anew = ("", "feed.xml", "accordi/energia/atto.pdf", "pagefind/start.it.json", minutes.name)
        assert {served.ask(path).headers["Cache-Control"] for path in anew} == {"no-cache"}
    finally:
        minutes.unlink()
    tag = served.ask("").headers["ETag"]
    assert served.ask("", If_None_Match=tag).status == 304


def test_texts_are_sent_compressed_as_they_lie_there(served: Server) -> None:
    for path, file in (("", "index.html"), ("accordi/", "accordi/index.html"), ("feed.xml", "feed.xml")):
        plain, packed = served.ask(path), served.ask(path, Accept_Encoding="gzip")
        assert "Content-Encoding" not in plain.headers
        assert packed.headers["Content-Encoding"] == "gzip"
        assert packed.headers["Content-Type"] == plain.headers["Content-Type"]
        assert packed.headers["Content-Security-Policy"] == plain.headers["Content-Security-Policy"]
        assert packed.headers["Cache-Control"] == plain.headers["Cache-Control"] == "no-cache"
        assert "Accept-Encoding" in packed.headers["Vary"]
        assert packed.body == (served.site.folder / f"{file}.gz").read_bytes()
        assert gzip.decompress(packed.body) == plain.body
    style = served.ask(served.file("assets/vetrina.*.css"), Accept_Encoding="gzip")
    assert (style.headers["Content-Encoding"], style.headers["Content-Type"]) == ("gzip", "text/css; charset=utf-8")
    assert "immutable" in style.headers["Cache-Control"]


@pytest.mark.browser
def test_a_pdf_opens_in_the_browser_s_own_reader(served: Server, browser: Browser) -> None:
    """It is an extension's, in which the document stands again: with a sandbox that frame would stay empty."""
    if not WITH_WINDOWS:
        pytest.skip("there is no Chromium with extensions")
    windows = browser.browser_type.launch(executable_path=WITH_WINDOWS, args=FLAGS)
    page, document = windows.new_page(), served.site.url("accordi/energia/atto.pdf")
    with page.expect_event("framenavigated", lambda frame: frame.url == document and bool(frame.parent_frame)):
        page.goto(document)
    assert [frame.url.partition(":")[0] for frame in page.frames] == ["http", "chrome-extension", "http"]
    windows.close()


@pytest.mark.browser
def test_no_page_of_any_type_breaks_its_policy_and_the_search_finds(served: Server, browser: Browser) -> None:
    """Pages of the second language have the elements of the first: in `make test` every eighth of them is opened."""
    page = browser.new_page()  # those of `tab` pass over the policy
    told: list[str] = []
    foreign: list[str] = []
    page.on("console", lambda message: told.append(f"{page.url} {message.text}"))
    page.on("pageerror", lambda error: told.append(f"{page.url} {error}"))
    page.on("request", lambda one: foreign.append(one.url) if not one.url.startswith(served.site.address) else None)
    for language in LANGUAGES:
        samples = [SEARCH[language]]
        if served.base == "/" and served.name == "nginx":
            is_first = language == LANGUAGES[0]
            samples = served.site.samples(language) if is_first else few_samples(served.site, language)
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
