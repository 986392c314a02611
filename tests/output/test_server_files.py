"""What servers are told of a site, in the words of each: a rule that is misspelt would be lost in silence."""

import gzip
import re

import pytest

from generator.cli import main
from generator.output.compressed import compressed
from generator.output.content_policy import WAITING_POLICY, WORKER_POLICY
from generator.output.server_files import Served, apache, headers, nginx
from tests.harness import DAY, SiteTest

SERVED = Served(
    "vetrina.example", "/terza/", {'accordi/a"b c/': "/terza/accordi/new/"}, ("accordi", "en"), ("grafici/embed/",)
)
FILES = {
    "nginx": nginx(SERVED, "/srv/site/", "443 ssl")["vetrina.conf"],
    "apache": apache(SERVED)[".htaccess"],
    "headers": headers(SERVED)["_headers"],
}


@pytest.mark.parametrize("server", FILES)
def test_every_server_is_told_what_every_answer_says(server: str) -> None:
    for name in ("X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Permissions-Policy"):
        assert name in FILES[server]
    assert WAITING_POLICY in FILES[server]
    assert "frame-ancestors 'none'" in FILES[server]
    assert "public, max-age=31536000, immutable" in FILES[server]
    assert "unsafe-inline" not in FILES[server]


@pytest.mark.parametrize("server", ["nginx", "apache"])
def test_a_worker_a_picture_a_page_and_an_attachment_have_each_their_policy(server: str) -> None:
    """In the order in which they are looked at: that of a page to be embedded before that of pages in nginx, after it
    in Apache, where the last one holds.
    """
    order = re.findall(r"(sandbox|frame-ancestors \*|wasm-unsafe-eval)", FILES[server])
    assert sorted(order) == ["frame-ancestors *", "sandbox", "wasm-unsafe-eval"]
    at = {one: FILES[server].index(one) for one in order}
    page = FILES[server].index(f"{WAITING_POLICY};frame-ancestors 'none'")
    assert (at["frame-ancestors *"] < page) is (server == "nginx")
    assert WORKER_POLICY in FILES[server]


def test_a_page_that_others_may_show_has_back_what_all_others_have() -> None:
    rules = FILES["headers"].split("\n/")
    [embed] = [rule for rule in rules if rule.startswith("terza/grafici/embed/\n")]
    assert embed.splitlines()[1:] == [
        "  ! X-Frame-Options",
        "  ! Content-Security-Policy",
        f"  Content-Security-Policy: {WAITING_POLICY};frame-ancestors *",
    ]
    assert rules.index(embed) == len(rules) - 1, "after all others"


def test_old_addresses_lead_to_the_new_ones_however_they_are_spelt() -> None:
    said = "# Written by `vetrina hosting headers`.\n/terza/accordi/a%22b%20c/ /terza/accordi/new/ 301\n"
    assert headers(SERVED)["_redirects"] == said
    assert 'location = "/terza/accordi/a\\"b c/" {' in FILES["nginx"]
    assert 'location = "/terza/accordi/a\\"b c/index.html" {' in FILES["nginx"]
    pattern = re.search(r'RedirectMatch 301 "\^(.*)\$"', FILES["apache"])
    assert pattern
    for spelt in ('/terza/accordi/a"b c/', '/terza/accordi/a"b c/index.html'):
        assert re.fullmatch(pattern[1].replace('\\"', '"').replace("\\\\", "\\"), spelt)


def test_a_site_below_a_path_answers_without_its_last_slash_too() -> None:
    assert 'location = "/terza" {\n        return 301 "/terza/";' in FILES["nginx"]


@pytest.mark.parametrize(
    ("server", "name"),
    [("apache", ".htaccess"), ("headers", "_headers"), ("headers", "_redirects"), ("nginx", "vetrina.conf")],
)
def test_a_file_that_its_owner_wrote_stays(server: str, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    site = SiteTest()
    out = site.root / "out"
    asked = ["hosting", server, "--root", str(site.root), "--on", DAY, "--out", str(out), "--lang", "en"]
    assert main(asked) == main(asked) == 0, "what it wrote itself it writes anew"
    others = {file.name: file.read_text("utf-8") for file in out.iterdir()} | {name: "# mine\n"}
    (out / name).write_text("# mine\n", "utf-8")
    capsys.readouterr()
    assert main(asked) == 2
    assert f"{out / name} was not written by" in capsys.readouterr().err
    assert {file.name: file.read_text("utf-8") for file in out.iterdir()} == others


def test_large_texts_lie_there_compressed_with_the_same_bytes_each_time() -> None:
    text = b"testo " * 400
    files = {"a/index.html": text, "a/small.html": b"x", "a/x.png": text, "a/x.json": text, "a/x.ics": text}
    once, again = dict(compressed(files.items())), dict(compressed(files.items()))
    assert once == again
    assert sorted(once) == ["a/index.html.gz", "a/x.ics.gz", "a/x.json.gz"]
    assert {gzip.decompress(one) for one in once.values()} == {text}
    assert all(one[3:8] == bytes(5) for one in once.values()), "neither a name nor a time"


@pytest.mark.parametrize("server", ["nginx", "apache"])
def test_only_what_we_name_by_its_content_is_kept_for_ever(server: str) -> None:
    """Not what somebody else has named so: a day and a number, or letters that look like a fingerprint."""
    rule = re.search(r'(?:"~|=~ m#)(\^/terza/\S*assets/\|\S+?)["#]', FILES[server])
    assert rule
    for path in ("assets/program.0123456789.js", "assets/program.0123456789.js.gz", "pagefind/index/it_0a1b.pf_index"):
        assert re.search(rule[1], f"/terza/{path}")
    for path in ("verbale.2023101512.pdf", "accordi/x/verbale.2023101512.pdf", "accordi/assets/a.0123456789.js"):
        assert not re.search(rule[1], f"/terza/{path}")
    assert FILES[server].count("immutable") == 1


def test_no_other_address_that_looks_like_it_may_be_framed() -> None:
    """One below another, of a record, or of a site that stands at such an address itself."""
    rule = re.search(r'"~(\S+)" "[^"]*frame-ancestors \*', FILES["nginx"])
    framed = re.search(r"=~ m#(\S*embed\S*)#", FILES["apache"])
    assert rule and framed
    for pattern in (rule[1], framed[1]):
        assert re.search(pattern.replace("\\\\", "\\"), "/terza/grafici/embed/")
        for path in ("/terza/organizzazioni/embed/", "/terza/x/grafici/embed/", "/grafici/embed/", "/terza/embed/"):
            assert not re.search(pattern.replace("\\\\", "\\"), path)
