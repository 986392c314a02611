"""Sources that no longer answer as they did, from a server that serves, changes, moves and removes pages."""

import gzip
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from generator.problems.as_text import hint, message
from generator.sources_online.drift import SourcesAsked, drift
from generator.sources_online.folding import folded
from generator.sources_online.packed_answers import unpacked
from generator.sources_online.page_text import page_text, says
from generator.sources_online.polite import Manners, Reader
from generator.words import words_for
from tests.harness import DAY, SiteTest
from tests.ran import ran

PATIENCE = 120
"""Seconds, after which what hangs ends."""
PAGE = """<!doctype html><html><head><meta charset=utf-8><title>Collefiorito</title></head><body>
<nav><a href="/">Home</a> <a href="/news">Notizie</a></nav>
<main><h1>Percorsi sicuri</h1><p>Ateneo e Comune hanno firmato il «patto» il <b>26 marzo 2025</b>: dura tre anni
e costa 1.500 euro.</p></main><footer>© 2025</footer></body></html>"""
COSMETIC = """<!doctype html><html lang=it><head><meta charset=utf-8><title>Collefiorito | Notizie</title>
<script>var a = "tre anni"</script></head><body><nav><a href="/">Pagina iniziale</a></nav><div class=new>
<main><section><h1>PERCORSI&nbsp;SICURI</h1>
<p>Ateneo e Comune hanno firmato il “patto”   il <em>26</em> marzo 2025 : dura <span>tre</span>
anni e costa 1.500 euro.</p></section></main></div><aside>Altre notizie</aside><footer>© 2026 Cookie</footer>"""
OTHER = PAGE.replace("tre anni", "quattro anni")
AGREEMENT, SOURCE = "content/agreements/mobilita.md", "content/sources/comunicato-mobilita.yaml"


class Web:
    """What the server answers by path, and what it was asked."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, tuple[int, dict[str, str], str | bytes]] = {}
        self.asked: list[str] = []
        self.paused: list[float] = []
        self.says(PAGE)

    def says(self, page: str | bytes, status: int = 200, **headers: str) -> None:
        headers = {"Content-Type": "text/html; charset=utf-8"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        self.pages["/patto"] = (status, headers, page)

    def manners(self, **more: float) -> Manners:
        return Manners(**{"pause": 0, "fresh": 0, "timeout": PATIENCE, **more}, sleep=self.paused.append)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append(self.path)
            status, headers, body = served.pages.get(self.path, (404, {}, ""))
            tag = headers.get("ETag", "")
            if tag and self.headers.get("If-None-Match") == tag:
                status, body = 304, ""
            content = body.encode() if isinstance(body, str) else body
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        served = Web(f"http://127.0.0.1:{server.server_address[1]}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield served
        server.shutdown()
        thread.join()


@pytest.fixture
def site(web: Web) -> SiteTest:
    """An agreement whose source holds the words of two of its fields, and the digest of the page as it is."""
    site = SiteTest()
    old = next(line for line in site.read(SOURCE).splitlines() if line.startswith("url:"))
    kept = page_text(PAGE.encode(), "text/html")
    assert kept
    site.replace(SOURCE, old, f"url: {web.address}/patto\ndigest: '{kept.digest}'")
    return site.replace(
        AGREEMENT,
        "  - source: comunicato-mobilita\n",
        "  - source: comunicato-mobilita\n    fields: [signed_on]\n    words: firmato il patto il 26 marzo 2025\n"
        "  - source: comunicato-mobilita\n    fields: [duration]\n    words: dura tre anni\n",
    )


def asked(site: SiteTest, web: Web, store: Path | None = None, **manners: float) -> SourcesAsked:
    site.check()
    assert site.checked and site.checked.content
    return drift(site.checked.content.records, Reader(store, web.manners(**manners)).read)


def told(site: SiteTest, found: SourcesAsked) -> list[tuple[str, str]]:
    """Each code with the line it is told at."""
    lines = {path: site.read(path).splitlines() for path in (AGREEMENT, SOURCE)}
    return [(one.code, lines[one.place.path][one.place.line - 1].strip(" -")) for one in found.problems]


def test_a_page_that_says_what_it_said_gives_no_alarm(site, web):
    found = asked(site, web)
    assert (found.problems, found.sources, found.compared) == ((), 1, 1)
    assert web.asked == ["/robots.txt", "/patto"]


def test_a_cosmetic_change_gives_no_alarm(site, web):
    web.says(COSMETIC)
    assert asked(site, web).problems == ()
    web.says(PAGE.encode("utf-16"), Content_Type="text/html; charset=utf-16")
    assert asked(site, web).problems == ()


def deflated(page: bytes) -> bytes:
    """As some servers pack it: without a head."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(page) + packer.flush()


@pytest.mark.parametrize(
    ("form", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-GZIP", gzip.compress),
        ("gzip", lambda page: gzip.compress(page[:40]) + gzip.compress(page[40:])),
        ("deflate", zlib.compress),
        ("deflate", deflated),
        ("deflate, gzip", lambda page: gzip.compress(zlib.compress(page))),
        ("identity", bytes),
    ],
)
def test_a_page_that_is_packed_unasked_is_read(site, web, form, pack):
    web.says(pack(PAGE.encode()), Content_Encoding=form)
    assert asked(site, web).problems == ()
    web.says(pack(OTHER.encode()), Content_Encoding=form)
    assert "source-unsaid" in [one.code for one in asked(site, web).problems]


@pytest.mark.parametrize("form", ["br", "zstd", "gzip"])
def test_of_a_page_packed_in_a_form_that_is_not_read_nothing_is_said(site, web, form):
    web.says(PAGE, Content_Encoding=form)
    (found,) = asked(site, web).problems
    assert found.code == "source-unread" and f"“{form}”" in message(found, words_for("en"))
    assert f"«{form}»" in message(found, words_for("it"))


def test_what_swells_without_end_is_cut_off():
    for form, pack in (("gzip", gzip.compress), ("deflate", zlib.compress), ("deflate", deflated)):
        assert unpacked(pack(bytes(5_000_000)), form, 1000) == bytes(1000)
    assert len(unpacked(gzip.compress(b"a") * 2000, "gzip", 1000)) == 1000


def test_what_is_no_longer_said_is_told_at_the_words_of_its_field_alone(site, web):
    web.says(OTHER)
    found = asked(site, web)
    digest = page_text(OTHER.encode(), "text/html").digest
    assert told(site, found) == [
        ("source-unsaid", "words: dura tre anni"),
        ("source-changed", site.read(SOURCE).split("digest: ")[1].splitlines()[0].join(("digest: ", ""))),
    ]
    assert digest in message(found.problems[1], words_for("it"))
    assert "Durata" in message(found.problems[0], words_for("it"))


def test_what_vanished_is_told_at_the_source_and_at_each_field_that_rests_on_it(site, web):
    for status in (404, 410):
        web.says("", status)
        found = asked(site, web)
        assert (found.problems[0].code, found.problems[0].place.path) == ("source-gone", SOURCE)
        resting = [one for one in found.problems if one.code == "rests-on-gone"]
        said = {(one.place.path, message(one, words_for("en")).rpartition(": ")[2]) for one in resting}
        assert len(resting) == len(found.problems) - 1 == len(said)
        assert said == {
            (AGREEMENT, "Signature."),
            (AGREEMENT, "Duration."),
            ("content/organisations/comune-di-valdombra.yaml", "the whole record."),
            ("content/organisations/unicollefiorito.yaml", "the whole record."),
        }


def test_a_value_whose_only_source_vanished_is_told_where_it_stands(site, web):
    path = "content/indicators/viaggi.yaml"
    site.write(
        path,
        "title: Viaggi\nabout: organisations/unicollefiorito\nunit: {it: viaggi}\nsources: []\nseries:\n"
        "  - period: '2024'\n    value: '12'\n    source: comunicato-mobilita\n".replace("sources: []\n", ""),
    )
    web.says("", 410)
    told_there = [one for one in asked(site, web).problems if one.place.path == path]
    assert [(one.code, one.place.line) for one in told_there] == [("rests-on-gone", 7)]
    assert message(told_there[0], words_for("it")).endswith(": Serie di valori.")


def test_what_moved_for_good_is_told_with_where_it_is_and_compared_there(site, web):
    web.pages["/nuovo"] = web.pages["/patto"]
    web.says("", 301, Location="/nuovo")
    found = asked(site, web)
    assert told(site, found) == [("source-moved", f"url: {web.address}/patto")]
    assert f"{web.address}/nuovo" in hint(found.problems[0], words_for("en"))
    web.says("", 302, Location="/nuovo")
    assert asked(site, web).problems == ()
    web.pages["/nuovo"] = (200, {"Content-Type": "text/html"}, OTHER)
    assert ("source-unsaid", "words: dura tre anni") in told(site, asked(site, web))


@pytest.mark.parametrize("status", [301, 302])
def test_a_page_that_leads_to_the_first_page_of_its_site_is_gone(site, web, status):
    web.pages["/"] = (200, {"Content-Type": "text/html"}, "<p>Benvenuti</p>")
    web.says("", status, Location="/")
    found = asked(site, web)
    assert {one.code for one in found.problems} == {"source-gone", "rests-on-gone"}
    assert f"{status} e porta a una pagina iniziale" in message(found.problems[0], words_for("it"))


@pytest.mark.parametrize(
    ("heading", "is_gone"),
    [
        ("<title>Pagina non trovata | Comune</title>", True),
        ("<title>Comune</title><h1>Errore 404</h1>", True),
        ("<title>404 studenti premiati</title>", False),
        ("<title>Comune</title><p>La pagina non trovata ieri</p>", False),
    ],
)
def test_a_page_that_says_that_it_is_not_there_is_gone_whatever_its_status(site, web, heading, is_gone):
    web.says(f"{heading}<p>Cerca altro</p>")
    assert ("source-gone" in {one.code for one in asked(site, web).problems}) is is_gone


def test_a_page_that_sends_its_visitors_on_is_read_where_they_come_to(site, web):
    web.pages["/nuovo"] = web.pages["/patto"]
    web.says('<meta http-equiv="refresh" content="0; url=/nuovo"><p>Un momento</p>')
    assert told(site, asked(site, web)) == [("source-moved", f"url: {web.address}/patto")]
    web.pages["/nuovo"] = (200, {"Content-Type": "text/html"}, OTHER)
    assert ("source-unsaid", "words: dura tre anni") in told(site, asked(site, web))
    web.says('<meta http-equiv="refresh" content="5; url=/patto"><p>Un momento</p>')
    assert "source-unread" not in {one.code for one in asked(site, web).problems}, "it is shown anew"


def test_who_leads_round_and_round_cannot_be_read(site, web):
    web.says("", 301, Location="/patto")
    assert told(site, asked(site, web)) == [("source-unread", f"url: {web.address}/patto")]


def test_what_robots_are_told_is_heeded(site, web):
    web.pages["/robots.txt"] = (200, {}, "User-agent: *\nDisallow: /patto\n")
    assert told(site, asked(site, web)) == [("source-unread", f"url: {web.address}/patto")]
    assert "/patto" not in web.asked
    web.pages["/robots.txt"] = (200, {}, "User-agent: *\nCrawl-delay: 4\n")
    web.asked.clear()
    assert asked(site, web).problems == ()
    assert web.paused
    assert 3 < web.paused[-1] <= 4


@pytest.mark.parametrize("page", ["", "<body><div id=root></div><script src=app.js></script>", " \n"])
def test_a_source_that_lost_its_text_is_told_where_something_rests_on_it(site, web, page):
    web.says(page)
    found = asked(site, web)
    assert told(site, found) == [("source-unread", f"url: {web.address}/patto")]
    assert "non si legge alcun testo" in message(found.problems[0], words_for("it"))
    assert (found.sources, found.compared) == (1, 0)
    for written in ("digest: ", "    words: "):
        for path in (SOURCE, AGREEMENT):
            kept = (line for line in site.read(path).splitlines() if not line.startswith(written))
            site.write(path, "\n".join(kept) + "\n")
    assert asked(site, web).problems == ()


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_what_robots_are_told_is_followed_to_where_it_stands(site, web, status):
    web.pages["/robots.txt"] = (status, {"Location": "/r1.txt"}, "")
    web.pages |= {f"/r{one}.txt": (status, {"Location": f"/r{one + 1}.txt"}, "") for one in range(1, 5)}
    web.pages["/r5.txt"] = (200, {}, "User-agent: *\nDisallow: /patto\n")
    assert told(site, asked(site, web)) == [("source-unread", f"url: {web.address}/patto")]
    assert web.asked == ["/robots.txt", "/r1.txt", "/r2.txt", "/r3.txt", "/r4.txt", "/r5.txt"]
    web.pages["/r5.txt"] = (status, {"Location": "/r6.txt"}, "")  # a sixth redirect: there are no rules
    web.pages["/r6.txt"] = (200, {}, "User-agent: *\nDisallow: /patto\n")
    assert asked(site, web).problems == ()
    assert "/r6.txt" not in web.asked


def test_what_robots_are_told_by_another_host_is_heeded_and_a_silent_one_allows_nothing(site, web):
    other = web.address.replace("127.0.0.1", "localhost")
    web.pages["/robots.txt"] = (301, {"Location": f"{other}/rules"}, "")
    web.pages["/rules"] = (200, {}, "User-agent: *\nDisallow: /patto\n")
    assert [code for code, _ in told(site, asked(site, web))] == ["source-unread"]
    web.pages["/rules"] = (503, {}, "")
    assert [code for code, _ in told(site, asked(site, web))] == ["source-unread"]
    assert "/patto" not in web.asked


@pytest.mark.parametrize("to", ["http://[", "file:///etc/passwd", "mailto:x@example.org"])
def test_who_leads_to_nothing_on_the_web_leads_nowhere(site, web, to):
    web.pages["/robots.txt"] = (301, {"Location": to}, "")
    assert asked(site, web).problems == ()
    web.says("", 301, Location=to)
    assert told(site, asked(site, web)) == [("source-unread", f"url: {web.address}/patto")]


@pytest.mark.parametrize("number", ["²", "9" * 5000, "%C2%B2"], ids=["raised", "long", "encoded"])
def test_a_pause_of_no_number_is_no_rule(site, web, number):
    rules = f"User-agent: *\nCrawl-delay: {number}\nRequest-rate: {number}/1\nDisallow: /patto\n"
    web.pages["/robots.txt"] = (200, {}, rules)
    assert told(site, asked(site, web)) == [("source-unread", f"url: {web.address}/patto")]
    assert "/patto" not in web.asked


def test_a_server_that_is_busy_is_asked_again_later_and_not_for_ever(site, web):
    web.says("", 503, Retry_After="30")
    assert told(site, asked(site, web, backoff=3)) == [("source-unread", f"url: {web.address}/patto")]
    assert web.asked.count("/patto") == 3
    assert web.paused == [30, 30]
    web.paused.clear()
    web.says("", 503, Retry_After="9" * 5000)
    asked(site, web)
    assert web.paused == [60, 60]


def test_a_page_is_not_asked_for_twice_within_the_hour_and_then_whether_it_has_changed(site, web, tmp_path):
    web.says(PAGE, ETag='"1"')
    assert asked(site, web, tmp_path).problems == ()
    count = len(web.asked)
    assert asked(site, web, tmp_path, fresh=3600).problems == ()
    assert len(web.asked) == count
    assert asked(site, web, tmp_path).problems == ()
    web.pages["/patto"] = (200, {"ETag": '"1"', "Content-Type": "text/html"}, OTHER)  # the same tag: it is believed
    assert asked(site, web, tmp_path).problems == ()
    web.pages["/patto"] = (200, {"ETag": '"2"', "Content-Type": "text/html"}, OTHER)
    assert len(asked(site, web, tmp_path).problems) == 2


def test_nobody_at_home_is_no_alarm_of_something_gone(site, web):
    site.replace(SOURCE, web.address, "http://127.0.0.1:9")
    assert [code for code, _ in told(site, asked(site, web))] == ["source-unread"]
    assert len(web.paused) == 2  # the rules for robots are asked for three times, the page not once


def test_the_command_tells_it_and_fails_for_none_of_it(site, web, capsys):
    web.says(OTHER)
    arguments = ("check", "--sources", "--strict", "--root", site.root, "--on", DAY)
    run = ran(capsys, *arguments)
    assert run.code == 0
    assert "(source-unsaid)" in run.out
    assert "1 fonte interpellata (con parole o impronta confrontate: 1)" in run.last


@pytest.mark.parametrize(
    ("page", "words", "is_said"),
    [
        ("sono 15 accordi", "5 accordi", False),
        ("sono 1.5 milioni", "5 milioni", False),
        ("dura 3.5 anni", "dura 3", False),
        ("dura 3 anni.", "DURA 3 anni", True),
        ("l’ateneo", "l'ateneo", True),
        ("2024–2026", "2024-2026", True),
        ("fir\u00admato", "firmato", True),
        ("il “patto” c’è", "il patto c'è", True),
        ("<p>uno</p><p>due</p>", "uno due", True),
        ("<b>u</b>no", "uno", True),
        ("dal 1° marzo 2024", "dal 1º marzo 2024", True),
        ("dal 1<sup>o</sup> marzo 2024", "dal 1º marzo 2024", True),
        ("il 10 % di", "10%", True),
        ("il 10% di", "10 %", True),
        ("il 110% di", "10%", False),
        ("costa €10", "costa € 10", True),
        ("durata:3 anni", "durata: 3 anni", True),
        ("piano 2025-2027", "2025 - 2027", True),
        ("piano 2025 – 2027", "2025-2027", True),
        ("da -5 gradi", "-5 gradi", True),
        ("da 5 gradi", "-5 gradi", False),
        ("E' previsto", "È previsto", True),
        ("perché", "perche'", True),
        ("l´ateneo", "l’ateneo", True),
        ("dura<sup>1</sup> tre anni", "dura tre anni", True),
        ("dura<sup><a href='#n1'>[1]</a></sup> tre anni", "dura tre anni", True),
        ("nel 2025² e", "nel 2025 e", True),
        ("dura* tre anni", "dura tre anni", True),
        ("30 m<sup>2</sup>", "30 m²", True),
        ("30m<sup>2</sup>", "30m²", True),
        ("30 m<sup>3</sup>", "30 m²", False),
        ("<script>tre anni</script> il patto", "tre anni", False),
        ("tre<br>anni", "tre anni", True),
        ("dura <del>tre anni</del> <ins>quattro anni</ins>", "dura tre anni", False),
        ("dura <del>tre anni</del> <ins>quattro anni</ins>", "dura quattro anni", True),
        ("dura <s>tre anni</s> quattro", "tre anni", False),
        ("dura <strike>tre anni</strike> quattro", "tre anni", False),
        ("<span style='text-decoration: line-through'>tre anni</span> quattro", "tre anni", False),
        ("<p hidden>dura tre anni<p>dura quattro anni", "tre anni", False),
        ("<p hidden>dura tre anni<p>dura quattro anni", "quattro anni", True),
        ("<ul><li hidden>due<li>tre anni</ul>", "tre anni", True),
        ("<table><tr hidden><td>due<tr><td>tre anni</table>", "tre anni", True),
        ("<div style='display: none'><p>tre anni</p></div>quattro", "tre anni", False),
        ("<div style='visibility:hidden'>tre anni</div>quattro", "tre anni", False),
        ("<div style='display: block'>tre anni</div>", "tre anni", True),
        ("<div hidden=until-found>tre anni</div>", "tre anni", True),
        ("<a href='#p'>Durata</a><div id=p style='display:none'>tre anni</div>", "tre anni", True),
        ("<button aria-controls=p>Durata</button><div id=p hidden>tre anni</div>", "tre anni", True),
        ("<a href='#q'>Durata</a><div id=p style='display:none'>tre anni</div>", "tre anni", False),
        ("<a href='#p'>Durata</a><div id=p style='text-decoration:line-through'>tre anni</div>", "tre anni", False),
        ("<div role=tabpanel hidden>tre anni</div>", "tre anni", True),
        ("<div role=tabpanel hidden><del>tre anni</del></div>quattro", "tre anni", False),
        ("<tr><th>Durata</th><td>cinque anni</td></tr>", "Durata: cinque anni", True),
        ("Durata: cinque anni", "Durata cinque anni", True),
        ("alle ore 10:30", "alle ore 10 30", False),
        ("delibera n.123 del", "delibera n. 123", True),
        ("delibera n. 1234 del", "delibera n.123", False),
        ("<div><div role=main>tre</div> anni</div>", "tre anni", True),
        ("<body style='display:none'><p>tre anni</p>", "tre anni", True),
        ("costa 1 500 euro", "500 euro", False),
        ("costa 1&nbsp;500 euro", "500 euro", False),
        ("costa 1\u202f500 euro", "500 euro", False),
        ("costa 1 500 000 euro", "500 000 euro", False),
        ("costa 1 500 euro", "1.500 euro", True),
        ("costa 1.500 euro", "1500 euro", True),
        ("costa 1'500 euro", "1.500 euro", True),
        ("costa 2.500 euro", "1500 euro", False),
        ("nel 2025 300 studenti", "300 studenti", True),
        ("<td>15</td><td>300 studenti</td>", "300 studenti", True),
        ("15\n300 studenti", "15.300 studenti", True),
        ("versione 1.500.20", "1500.20", False),
        ("fino al 2027-2028", "fino al 2027", False),
        ("fino al 2027–2028", "fino al 2027", False),
        ("fino al 2027 - 2028", "fino al 2027", False),
        ("fino al 2027/2028", "fino al 2027", False),
        ("fino al 2027, poi altri", "fino al 2027", True),
        ("dura 3-5 anni", "dura 3", False),
        ("dura 3-5 anni", "5 anni", False),
        ("fino al 10%-20%", "fino al 10%", False),
        ("a -5 gradi", "5 gradi", False),
        ("a −5 gradi", "5 gradi", False),
        ("(-5 gradi)", "5 gradi", False),
        ("-5 gradi", "5 gradi", False),
        ("<li>nel 2025</li><li>- 5 borse</li>", "5 borse", True),
        ("<li>- 5 borse</li>", "5 borse", True),
        ("10mila euro", "10 mila euro", True),
        ("10 mila euro", "10.000 euro", True),
        ("110mila euro", "10 mila euro", False),
        ("10 km", "10km", True),
        ("dal 1° marzo", "dal 1 marzo", True),
        ("dal 1 marzo", "dal 1º marzo", True),
        ("al 1° posto", "al 1 posto", False),
        ("dal 11° marzo", "1 marzo", False),
    ],
)
def test_words_are_whole_words_and_numbers_whole_numbers(page, words, is_said):
    text = page_text(page.encode(), "text/html; charset=utf-8")
    assert text
    assert says(text, words) is is_said


@pytest.mark.parametrize(
    ("text", "words", "is_said"),
    [
        ("dura tre an-\nni", "tre anni", True),
        ("dura tre an\u00ad\nni", "tre anni", True),
        ("un patto socio-\neconomico", "patto socio-economico", True),
        ("un patto socio-economico", "patto socio-economico", True),
        ("la linea Torino-\nLione", "Torino-Lione", True),
        ("dal 2025-\n2027", "2025", False),
        ("costa 1\n500 euro", "500 euro", True),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_whole(text, words, is_said):
    read = page_text(text.encode(), "text/plain; charset=utf-8")
    assert read
    assert says(read, words) is is_said


def digest_of(page: str) -> str:
    text = page_text(page.encode(), "text/html; charset=utf-8")
    assert text
    return text.digest


@pytest.mark.parametrize(
    "around",
    [
        '<body><form id="aspnetForm"><main><p>{}</p></main></form>',
        '<body><form id="aspnetForm"><div><p>{}</p></div></form>',
        "<body><header><p>{}</p></header>",
        "<body><main><nav>Altro</nav> </main><div>{}</div>",
        "<title>{}</title><main></main>",
    ],
)
def test_what_a_page_says_changes_its_digest_wherever_it_stands(around):
    assert digest_of(around.format("Dura tre anni")) != digest_of(around.format("Dura due anni"))
    assert digest_of(around.format("Dura tre anni")) == digest_of(around.format("<b>Dura  tre</b> anni"))


@pytest.mark.parametrize("beside", ['class="cookie-banner"', 'id="social-share"', 'class="contatore visite"'])
def test_banners_buttons_to_share_and_counters_are_no_part_of_what_a_page_says(beside):
    page = "<body><main><p>Dura tre anni</p><div {}>{}</div></main>"
    assert digest_of(page.format(beside, "1.204")) == digest_of(page.format(beside, "1.205"))
    assert digest_of(page.format('class="testo"', "1.204")) != digest_of(page.format('class="testo"', "1.205"))


CARD = '<article class="card"><h3><a href="/altro">Un’altra notizia</a></h3><p>Il testo di un’altra.</p></article>'
MORE = '<article><h3>Un’altra notizia</h3><p>Il testo di un’altra.</p><a href="/altro">Leggi tutto</a></article>'
WHOLE = '<article><a href="/altro"><h3>Un’altra notizia</h3><p>Il testo di un’altra.</p></a></article>'
RELATED = "<h2>Articoli correlati</h2><ul><li><a href='/altro'>Un’altra notizia</a></ul>"
OWN = "<p>Ateneo e Comune firmarono il patto il 26 marzo 2025: dura tre anni, costa 1.500 euro.</p><p>È pubblico.</p>"
FRAMES = {
    "main": "<body><main><h1>Il patto</h1>{own}{inside}</main>{beside}",
    "article": "<body><main><article><h1>Il patto</h1>{own}{inside}</article>{beside}</main>",
    "article alone": "<body><article><h1>Il patto</h1>{own}{inside}</article>{beside}",
    "article whose title is linked": (
        "<head><link rel=canonical href='https://a.example/patto/'></head>"
        "<body><main><article><h2><a href='/patto'>Il patto</a></h2>{own}{inside}</article>{beside}</main>"
    ),
    "nothing": "<body><div><h1>Il patto</h1>{own}{inside}</div>{beside}",
}


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(
    "beside",
    [
        CARD,
        MORE,
        WHOLE,
        f"<section><h2>Ultime notizie</h2>{CARD}{MORE}</section>",
        f"<div>{RELATED}</div>",
        RELATED,
        f"<div><div><h2>Potrebbe interessarti</h2></div><div class=row>{CARD}<div>Un’altra</div></div></div>",
        "<div class='related-posts'><p>Un’altra notizia</p></div>",
        "<p>Visualizzazioni: 1.204</p>",
        "<p>Questa pagina è stata visitata 1204 volte</p>",
        "<div class='cookie-bar'>Usiamo i cookie</div>",
        "<ul class='share'><li>Condividi</li></ul>",
        "<p>Oggi è sabato 28 novembre 2026</p>",
        "<div id=data-odierna>28.11.2026</div>",
        "<header>28 novembre 2026</header>",
    ],
)
def test_what_leads_elsewhere_or_passes_changes_no_digest(frame, beside):
    page = FRAMES[frame]
    bare = digest_of(page.format(own=OWN, inside="", beside=""))
    assert digest_of(page.format(own=OWN, inside="", beside=beside)) == bare
    assert digest_of(page.format(own=OWN, inside=beside, beside="")) == bare
    assert digest_of(page.format(own=OWN, inside=beside, beside=beside + beside)) == bare
    for old, new in (("1.500", "1.600"), ("<p>È pubblico.</p>", ""), ("tre anni", "due anni")):
        assert digest_of(page.format(own=OWN.replace(old, new), inside=beside, beside="")) != bare, old


@pytest.mark.parametrize(
    "own",
    [
        f"<h2>Articoli correlati</h2>{CARD}<h2>La durata</h2><p>{{}}</p>",
        "<article><h2><a href='#durata'>La durata</a></h2><p>{}</p></article>",
        "<article><h2>La durata</h2><p>{}</p></article><article><h2>Il costo</h2><p>Niente</p></article>",
        "<p>Visite guidate: 300, {}</p>",
        "<p>Oggi sono {}</p>",
        f"{CARD.replace('Il testo', '{}')}{CARD}",
    ],
)
def test_what_only_looks_like_it_is_compared(own):
    page = f"<body><main><h1>Il patto</h1>{own}</main>"
    assert digest_of(page.format("tre anni")) != digest_of(page.format("due anni"))


def test_a_page_without_a_word_has_no_digest():
    assert page_text(b"<body><script>a()</script><main></main>", "text/html") is None
    assert page_text(b" ", "text/plain") is None


def test_a_form_without_text_is_not_compared_and_a_damaged_pdf_neither():
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Title": "Il patto"})
    out = BytesIO()
    writer.write(out)
    read = page_text(out.getvalue(), "application/pdf")
    assert read
    assert says(read, "il patto")
    assert page_text(b"%PDF-1.7 no", "application/pdf") is None
    assert page_text(b"\x89PNG", "image/png") is None
    assert page_text("perché".encode("latin-1"), "text/plain") == page_text("perché".encode(), "text/plain")
    assert folded(" A\u00a0 B ") == "a b"
