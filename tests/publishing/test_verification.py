"""A published site is verified: every changed byte is found, with its page, in a folder and at an address."""

import datetime
import random
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.output.ownership import Manifest
from generator.problems.setup import SetupError
from generator.publishing.verification import (
    SiteAddress,
    SiteFolder,
    compared,
    compared_with_a_build,
    manifest_of,
    page_near,
    too_old,
)
from tests.harness import BuiltSite
from tests.long import IS_LONG
from tests.publishing.sites import OLD, built

FLIPS = 1000 if IS_LONG else 50
"""Fifty in `make test`, a thousand in `make test-long`."""
DAY = datetime.date(2026, 11, 22)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The address at which the folder `site` is served."""
    (tmp_path / "site").mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path / "site")))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def found(site: SiteFolder | SiteAddress) -> list[str]:
    manifest, told = manifest_of(site)
    told += compared(site, manifest)
    return [one.text.format(**one.values) for one in told]


def test_every_single_flipped_byte_is_found_with_its_page(showcase: BuiltSite) -> None:
    tree, chance = showcase.tree(), random.Random(FLIPS)
    manifest = Manifest.parsed(tree["manifest.json"])
    assert manifest and manifest.is_whole
    names = sorted(tree)

    class Flipped(SiteFolder):
        def read(self, path: str) -> bytes | None:
            return flipped if path == name else tree.get(path)

        def paths(self) -> list[str]:
            return list(manifest.hashes)

    for _ in range(FLIPS):
        name = chance.choice([one for one in names if tree[one]])
        changed = bytearray(tree[name])
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        flipped = bytes(changed)
        told = found(Flipped(showcase.out))
        if name == "manifest.json":
            assert told[0].startswith("manifest.json has changed")
        else:
            assert told == [f"{name} has changed (page {page_near(name, manifest)})."]


@pytest.mark.parametrize("way", ["folder", "address"])
def test_what_is_there_is_compared(tmp_path, address, way):
    built(tmp_path / "site", {**OLD, ".htaccess": b"x", "_headers": b"x", ".well-known/a b": b"x"})
    site = SiteFolder(tmp_path / "site") if way == "folder" else SiteAddress(address)
    assert found(site) == []
    (tmp_path / "site/a/x.png").write_bytes(b"x")
    (tmp_path / "site/gone/index.html").unlink()
    (tmp_path / "site/.well-known/a b").write_bytes(b"y")
    (tmp_path / "site/gone/more.js").write_bytes(b"x")
    more = ["gone/more.js lies there and was not published (page https://vetrina.example/gone/)."]
    assert found(site) == [
        ".well-known/a b has changed (page https://vetrina.example/).",
        "a/x.png has changed (page https://vetrina.example/a/).",
        "gone/index.html is missing (page https://vetrina.example/gone/).",
        *(more if way == "folder" else []),
    ]


def test_a_link_is_no_file(tmp_path):
    built(tmp_path / "site", OLD)
    (tmp_path / "site/index.html").rename(tmp_path / "index.html")
    (tmp_path / "site/index.html").symlink_to(tmp_path / "index.html")
    assert found(SiteFolder(tmp_path / "site")) == ["index.html is missing (page https://vetrina.example/)."]


@pytest.mark.parametrize("path", ["../a", "/dev/zero"])
def test_no_manifest_leads_out_of_its_site(tmp_path, path):
    (tmp_path / "manifest.json").write_bytes(Manifest.of({path: "0" * 64}).written)
    with pytest.raises(SetupError, match="cannot be the path"):
        manifest_of(SiteFolder(tmp_path))


@pytest.mark.parametrize(
    "address",
    ["https://example.org/", "http://192.168.1.1/", "file:///etc/", "http://localhost.example.org/", "http://[::1/"],
)
def test_nobody_else_is_asked(address):
    with pytest.raises(SetupError, match="is not an address of this computer"):
        SiteAddress(address)


def test_where_nobody_answers_or_nothing_is_ours_a_sentence_says_so(tmp_path):
    with pytest.raises(SetupError, match="does not answer"):
        manifest_of(SiteAddress("http://127.0.0.1:1/"))
    with pytest.raises(SetupError, match="cannot be verified"):
        manifest_of(SiteFolder(tmp_path))
    (tmp_path / "manifest.json").write_bytes(b"{")
    assert found(SiteFolder(tmp_path))[0].startswith("manifest.json has changed since it was written")


def test_what_a_build_makes_otherwise_is_told():
    one, other = "1" * 64, "2" * 64
    manifest = Manifest.of({"a/index.html": one, "b": one, "c": one}, {"address": "/"})
    told = [one.text.format(**one.values) for one in compared_with_a_build(manifest, {"c": one, "b": other, "d": one})]
    assert told == [
        "a/index.html is made by no build (page /a/).",
        "b is not as a build makes it (page /).",
        "d is made by a build and was not published (page /).",
    ]


@pytest.mark.parametrize(("days", "is_told"), [(-1, False), (0, False), (1, False), (2, True), (30, True)])
def test_what_is_older_than_48_hours_is_told(days, is_told):
    manifest = Manifest.of({}, {"day": DAY.isoformat()})
    assert (too_old(manifest, DAY + datetime.timedelta(days)) is not None) is is_told


def test_a_manifest_without_a_day_is_of_no_age():
    assert too_old(Manifest.of({}), DAY) is None
