import pytest

from generator.output.links.faults import Gone, outline_of, verify
from generator.problems.problem import Position, Problem

BASE = "https://showcase.example/"


def told(files: dict[str, bytes], base: str = BASE) -> list[Problem]:
    """Every problem of the links of some files."""
    found = {path: outline_of(path, content) for path, content in files.items()}
    outlines = {path: outline for path, (outline, _) in found.items()}
    return [*(told for _, told in found.values() if told), *verify(outlines, sorted(outlines), base)]


def found(files: dict[str, str], base: str = BASE) -> list[tuple[str, str, str]]:
    problems = told({path: content.encode() for path, content in files.items()}, base)
    for problem in problems:
        assert problem.place == Position(str(problem.values["page"]))
    return [(problem.code, problem.place.path, str(problem.values["href"])) for problem in problems]


def in_a_page(html: str, base: str = BASE) -> list[tuple[str, str]]:
    """The problems of a page among a few other files, all of them sound."""
    files = {
        "index.html": "<h1 id=top>Home</h1>",
        "a/page/index.html": html,
        "a/index.html": "<h2 id='sources è'>A</h2><a name=old></a>",
        "assets/style.css": "a{}",
        "assets/a b.svg": "<svg xmlns='http://www.w3.org/2000/svg' id='part'/>",
        "città/index.html": "",
        "file.pdf": "%PDF",
    }
    return [(code, href) for code, path, href in found(files, base) if path == "a/page/index.html"]


@pytest.mark.parametrize(
    "html",
    [
        "<a href='/'>",
        "<a href='/a/'>",
        "<a href='/a/index.html'>",
        "<a href='../'>",
        "<a href=' ../ '>",
        "<a href='/a/#sources%20%C3%A8'>",
        "<a href='/a/#old'>",
        "<a href='#here'><p id=here>",
        "<a href='#'>",
        "<a href='?q=x#here'><p id=here>",
        "<a href='/a/?q=a&amp;b=c'>",
        "<a href='/citt%C3%A0/'><a href='/città/'>",
        "<a href='https://showcase.example/a/'><a href='//showcase.example/a/'>",
        "<a href='https://elsewhere.example/x#y'><a href='http://elsewhere.example'>",
        "<area href=https://elsewhere.example/>",
        "<a href='mailto:office@showcase.example'><a href='tel:+39'>",
        "<img src='data:image/png;base64,AA'>",
        "<img src='/assets/a%20b.svg' srcset='/assets/a%20b.svg 1x, /assets/a%20b.svg#part 2x'>",
        "<a href='/file.pdf#page=3'>",
        "<form action='/a/'><button formaction='/'></form><form>",
        "<link rel=stylesheet href=/assets/style.css><link rel=license href=https://elsewhere.example/by>",
        "<link rel=canonical href=https://showcase.example/a/page/>",
        "<a href='http://showcase.example/a/'></a><a href='HTTPS://SHOWCASE.example/a/'></a>",
        "<a href='HTTPS://elsewhere.example/gone/'></a><a href='http://showcase.example:8080/gone/'></a>",
        "<link rel=alternate hreflang=it href=https://showcase.example/a/>",
        "<meta property='og:url' content='https://showcase.example/a/page/'><meta name=x content='/gone'>",
        "<meta http-equiv=refresh content='0; url=/a/'><meta http-equiv=refresh content=30>",
        "<p>&lt;a href='/gone'&gt; <code>href=\"/gone\"</code><!-- <a href=/gone> -->",
        "<script>location.href = '/gone'</script>",
        "<p style='background: url(/assets/a%20b.svg)'><style>/* url(/gone) */ a { content: 'url(/gone)' }</style>",
        "<svg><use href='#mark'/><g id=mark></g></svg>",
    ],
)
def test_sound(html):
    assert in_a_page(html) == []


@pytest.mark.parametrize(
    ("html", "href"),
    [
        ("<a href='/gone/'>", "/gone/"),
        ("<a href='/a'>", "/a"),
        ("<a href='/A/'>", "/A/"),
        ("<a href=''>", ""),
        ("<img src>", ""),
        ("<a href='/a/#gone'>", "/a/#gone"),
        ("<a href='#gone'>", "#gone"),
        ("<a href='../gone.pdf'>", "../gone.pdf"),
        ("<a href='https://showcase.example/gone/'>", "https://showcase.example/gone/"),
        ("<a href='//showcase.example/gone/'>", "//showcase.example/gone/"),
        ("<a href='http://showcase.example/gone/'>", "http://showcase.example/gone/"),
        ("<a href='HTTPS://Showcase.example:443/gone/'>", "HTTPS://Showcase.example:443/gone/"),
        ("<link rel=canonical href=http://showcase.example/a/>", "http://showcase.example/a/"),
        ("<area href=/gone>", "/gone"),
        ("<img src=/gone.png>", "/gone.png"),
        ("<img src='/assets/a%20b.svg' srcset='/assets/a%20b.svg 1x, /gone.svg 2x'>", "/gone.svg"),
        ("<link rel=preload as=image imagesrcset='/gone.svg 2x'>", "/gone.svg"),
        ("<video poster=/gone.png>", "/gone.png"),
        ("<object data=/gone.svg></object>", "/gone.svg"),
        ("<form action=/gone/>", "/gone/"),
        ("<button formaction=/gone/>", "/gone/"),
        ("<link rel=stylesheet href=/gone.css>", "/gone.css"),
        ("<script src=/gone.js></script>", "/gone.js"),
        ("<link rel=canonical href=https://showcase.example/gone/>", "https://showcase.example/gone/"),
        ("<link rel=canonical href=https://elsewhere.example/a/>", "https://elsewhere.example/a/"),
        ("<link rel=alternate hreflang=it href=https://elsewhere.example/>", "https://elsewhere.example/"),
        ("<link rel=canonical href=mailto:office@showcase.example>", "mailto:office@showcase.example"),
        ("<meta property='og:url' content='https://elsewhere.example/'>", "https://elsewhere.example/"),
        ("<meta property='og:image' content='https://showcase.example/gone.png'>", "https://showcase.example/gone.png"),
        ("<meta http-equiv=refresh content='0; url=/gone/'>", "/gone/"),
        ("<a href='javascript:alert(1)'>", "javascript:alert(1)"),
        ("<a href='java\tscript:alert(1)'>", "java\tscript:alert(1)"),
        ("<a href='ref:agreements/x'>", "ref:agreements/x"),
        ("<a href='http://[broken'>", "http://[broken"),
        ("<p style='background: url(\"/gone.svg\")'>", "/gone.svg"),
        ("<style>@import '/gone.css'; a { b: url( /assets/style.css ) }</style>", "/gone.css"),
        ("<svg><use xlink:href='#gone'/></svg>", "#gone"),
    ],
)
def test_dead(html, href):
    assert in_a_page(html) == [("dead-link", href)]


@pytest.mark.parametrize(
    ("html", "href"),
    [
        ("<script src=https://elsewhere.example/a.js></script>", "https://elsewhere.example/a.js"),
        ("<script src=//elsewhere.example/a.js></script>", "//elsewhere.example/a.js"),
        ("<link rel=stylesheet href=https://elsewhere.example/a.css>", "https://elsewhere.example/a.css"),
        ("<link rel='alternate stylesheet' href=https://elsewhere.example/a>", "https://elsewhere.example/a"),
        ("<link rel='alternate stylesheet' hreflang=it href=//elsewhere.example/a>", "//elsewhere.example/a"),
        ("<link rel=preconnect href=https://elsewhere.example>", "https://elsewhere.example"),
        ("<link rel=icon href=http://showcase.example/a>", "http://showcase.example/a"),
        ("<img srcset='https://elsewhere.example/a.png 2x'>", "https://elsewhere.example/a.png"),
        ("<iframe src=https://elsewhere.example/></iframe>", "https://elsewhere.example/"),
        ("<style>a { src: url(https://elsewhere.example/a.woff2) }</style>", "https://elsewhere.example/a.woff2"),
        ("<style>@import 'https://elsewhere.example/a.css'</style>", "https://elsewhere.example/a.css"),
        ("<svg><image href='https://elsewhere.example/a.png'/></svg>", "https://elsewhere.example/a.png"),
    ],
)
def test_asked_of_another_site(html, href):
    assert in_a_page(html) == [("outside-request", href)]


def test_each_fault_of_a_page_is_told_once_and_on_every_page():
    files = {"b.html": "<a href=/x><a href=/x><a href=/y>", "a.html": "<a href=/x>"}
    assert found(files) == [
        ("dead-link", "a.html", "/x"),
        ("dead-link", "b.html", "/x"),
        ("dead-link", "b.html", "/y"),
    ]


def test_relative_addresses_are_those_of_their_page():
    files = {"a/index.html": "<a href=x.html>", "a/x.html": "", "b/index.html": "<a href=x.html>"}
    assert found(files) == [("dead-link", "b/index.html", "x.html")]


@pytest.mark.parametrize("base", ["https://showcase.example/third/mission/", "https://showcase.example/third/mission"])
def test_below_a_path_every_address_has_it(base):
    html = (
        "<a href='/third/mission/a/#old'><a href='/third/mission/'><a href='../'><a href='#x'><p id=x>"
        "<link rel=canonical href='https://showcase.example/third/mission/a/page/'>"
        "<a href='/a/'><a href='/third/mission'><a href='https://showcase.example/a/'><a href='../../../'>"
        "<a href='/third/missionary/'><a href='/third/mission/../mission/a/'>"
    )
    assert in_a_page(html, base) == [
        ("dead-link", "/a/"),
        ("dead-link", "/third/mission"),
        ("dead-link", "https://showcase.example/a/"),
        ("dead-link", "../../../"),
        ("dead-link", "/third/missionary/"),
    ]


def test_stylesheets():
    css = (
        "@import url(a.css); @import 'gone.css'; @import 'gone.css'; /* url(x) */ "
        "a { b: url(../f.woff2); c: url('//elsewhere.example/f') }"
    )
    assert found({"assets/s.css": css, "assets/a.css": "", "f.woff2": ""}) == [
        ("dead-link", "assets/s.css", "gone.css"),
        ("outside-request", "assets/s.css", "//elsewhere.example/f"),
    ]


def test_feeds_and_sitemaps():
    feed = (
        "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><id>tag:x</id>"
        "<link rel='self' href='https://showcase.example/feed.xml'/><link href='https://showcase.example/'/>"
        "<entry><link href='https://showcase.example/gone/'/></entry></feed>"
    )
    sitemap = (
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:x='http://www.w3.org/1999/xhtml'>"
        "<url><loc>https://showcase.example/</loc><x:link rel='alternate' hreflang='it' href='http://b.example/'/></url>"
        "<url><loc>https://showcase.example/no/</loc></url></urlset>"
    )
    assert found({"feed.xml": feed, "sitemap.xml": sitemap, "index.html": ""}) == [
        ("dead-link", "feed.xml", "https://showcase.example/gone/"),
        ("dead-link", "sitemap.xml", "http://b.example/"),
        ("dead-link", "sitemap.xml", "https://showcase.example/no/"),
    ]


def test_malformed_xml_is_told_with_its_place():
    (problem,) = told({"feed.xml": b"<feed>\n<a></b></feed>"}, BASE)
    assert problem.code == "template-error"
    assert problem.place == Position("feed.xml", 2, 6)


@pytest.mark.parametrize("encoding", ["utf-32", "unheard-of"])
def test_so_is_xml_in_an_encoding_nobody_reads(encoding):
    (problem,) = told({"a.svg": f"<?xml version='1.0' encoding='{encoding}'?><svg/>".encode()})
    assert (problem.code, problem.place.path) == ("template-error", "a.svg")


def test_a_page_may_link_to_a_malformed_feed():
    files = {"feed.xml": b"<feed>", "index.html": b"<a href=/feed.xml>"}
    assert [problem.code for problem in told(files, BASE)] == ["template-error"]


def test_robots():
    robots = f"User-agent: *\nDisallow: /gone/\nSitemap: {BASE}sitemap.xml\nsitemap: {BASE}gone.xml\n"
    assert found({"robots.txt": robots, "sitemap.xml": "<a/>"}) == [("dead-link", "robots.txt", f"{BASE}gone.xml")]


def test_pictures():
    svg = (
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:l='http://www.w3.org/1999/xlink'>"
        "<a href='https://elsewhere.example/'/><image l:href='https://elsewhere.example/a.png'/><use href='#x'/></svg>"
    )
    assert found({"a.svg": svg}) == [("outside-request", "a.svg", "https://elsewhere.example/a.png")]


def test_a_thousand_pages_with_the_same_navigation():
    navigation = "".join(f"<a href='/p{number}/'>" for number in range(50))
    files = {f"p{number}/index.html": f"<main>{navigation}<a href='../p{number}/#x'>" for number in range(1000)}
    assert len(found(files)) == 1000


# --- what may lead to what is gone ---

GONE = Gone(["città/index.html", "a/file.pdf"], {"b/index.html": frozenset({"old è"}), "c/index.html": frozenset()})


@pytest.mark.parametrize("base", [BASE, f"{BASE}third/"])
@pytest.mark.parametrize(
    "href",
    [
        "/città/",
        "/citt%C3%A0/index.html",
        "/a/../citt%C3%A0/",
        "/a/file.pdf#page=3",
        "/a/./file.pdf",
        "/a/file.pdf?q",
        "/b/#old%20è",
        "/b/index.html#old%20%C3%A8",
    ],
)
def test_whatever_leads_to_what_is_gone_is_followed_again(href: str, base: str) -> None:
    own = f"{base.rstrip('/')}{href}"
    path = own.removeprefix(BASE.rstrip("/"))
    files = {"b/index.html": "<p id=new>", "x/y/index.html": f"<a href='{path}'><a href='{own}'><a href='../..{href}'>"}
    dead = [told for _, _, told in found(files, base)]
    assert dead == [path, own, f"../..{href}"]
    assert all(map(GONE.is_led_to, dead))


@pytest.mark.parametrize(
    "href", ["/a/", "/a/other.pdf", "/b/", "/b/#new", "/c/#old%20è", "#old%20è", "mailto:a@b.example"]
)
def test_nothing_else_is_followed_again(href: str) -> None:
    assert not GONE.is_led_to(href)
