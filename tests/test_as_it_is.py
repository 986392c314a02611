"""What an owner wants published as it is (`public/`): all of it, byte for byte, and nothing in the site's way."""

import pytest

from generator.content.as_it_is import LARGEST, MOST_FILES
from generator.problems.setup import SetupError
from tests.harness import BuiltSite, SiteTest

PROOF = "google-site-verification: google1234.html"


def test_it_is_published_byte_for_byte_and_stays() -> None:
    files = {
        "CNAME": b"example.org\n",
        ".well-known/security.txt": b"Contact: x\r\n",
        "google1234.html": PROOF.encode(),
    }
    files |= {".nojekyll": b"", "files/deep/a.woff2": b"\0\xff", "organizzazioni/note.txt": b"beside pages"}
    site = SiteTest()
    for path, content in files.items():
        site.write(f"public/{path}", content)
    for passed_over in (".gitkeep", ".DS_Store", "Thumbs.db", "files/._a.bin"):
        site.write(f"public/{passed_over}", b"x")
    for _ in ("anew", "from what is known"):
        tree = site.build().problems().tree()
        assert {path: tree.get(path) for path in files} == files
        assert not [path for path in tree if path.endswith(("keep", "DS_Store", "Thumbs.db", "._a.bin"))]
    site.remove("public/CNAME").write("public/google1234.html", "another")
    tree = site.build().tree()
    assert "CNAME" not in tree and tree["google1234.html"] == b"another"


def test_texts_may_link_it() -> None:
    site = SiteTest().write("public/files/bando.txt", "x")
    site.replace("content/pages/method.md", "\n---\n", "\n---\n[bando](https://vetrina.example/files/bando.txt)\n")
    assert "broken-link" not in site.check().codes()
    assert "broken-link" in site.remove("public/files").check().codes()


def test_what_cannot_be_read_is_told(tmp_path) -> None:
    site = SiteTest().write("public/a.txt", "x").write("public/latin.html", b"<p>caff\xe8</p>")
    (site.root / "public/out").symlink_to(tmp_path)
    (site.root / "public/passwd").symlink_to("/etc/passwd")
    site.check().problems(
        ("unreadable-file", "public/out", 0, 0),
        ("unreadable-file", "public/passwd", 0, 0),
        ("wrong-encoding", "public/latin.html", 1, 8),
    )


def test_no_program_is_published() -> None:
    site = SiteTest().write("public/contatti.php", "<?php ?>").write("public/stampa.shtml/a.txt", "x")
    site.write("public/.htaccess", "Options -Indexes\n").check().problems(
        ("wrong-public-name", "public/contatti.php", 0, 0),
        ("wrong-public-name", "public/stampa.shtml", 0, 0),
    )


def test_the_folder_itself_is_no_link_and_no_file(tmp_path) -> None:
    site = SiteTest().write("public", "x")
    site.check().problems(("unreadable-file", "public", 0, 0))
    (site.root / "public").unlink()
    (site.root / "public").symlink_to(tmp_path)
    site.check().problems(("unreadable-file", "public", 0, 0))


def test_there_are_bounds() -> None:
    site = SiteTest().write("public/large", b"")
    with (site.root / "public/large").open("r+b") as file:
        file.truncate(LARGEST + 1)  # takes no room
    site.check().problems(("too-much-as-it-is", "public/large", 0, 0))
    site.remove("public/large")
    for number in range(MOST_FILES + 1):
        (site.root / "public" / str(number)).touch()
    site.check().problems(("too-much-as-it-is", "public", 0, 0))


def test_names_that_are_one_on_some_computers_are_told() -> None:
    site = SiteTest().write("public/A.txt", "x").write("public/a.txt", "x")
    site.check().problems(("twin-names", "public/a.txt", 0, 0))


def test_no_site_is_built_into_it() -> None:
    site = SiteTest().write("public/CNAME", "example.org")
    with pytest.raises(SetupError, match="published as it is"):
        site.build(out=site.root / "public")
    assert [one.name for one in (site.root / "public").iterdir()] == ["CNAME"]


def test_a_check_sees_where_the_links_of_such_files_lead_at_their_lines() -> None:
    """As the build does, which would tell of the site's file."""
    page = '<!doctype html>\n<a href="/nulla/">x</a>\n<a href="/accordi/mobilita/">x</a> <img src="https://altrove.example/x.png">'
    site = SiteTest().write("public/prova/index.html", page)
    found = (
        ("broken-link", "public/prova/index.html", 2, 10),
        ("outside-request", "public/prova/index.html", 3, 46),
    )
    site.check().problems(*found)
    site.build().problems(*found)
    hrefs = ("/accordi/mobilita/#nulla", "/vecchio/assets/a.html", "/accordi/mobilita/#sources")
    nothing = "\n".join(f'<a href="{href}">x</a>' for href in hrefs)
    site.write("public/prova/index.html", nothing)
    site.check().problems(*(("broken-link", "public/prova/index.html", line, 10) for line in (1, 2)))
    site.write("public/prova/index.html", '<a href="/assets/x.css">x</a>')
    site.check().problems()
    site.build().problems(("dead-link", "prova/index.html", 0, 0))


def test_whatever_the_site_has_may_be_linked(showcase: BuiltSite) -> None:
    files = [path for path in showcase.tree() if path != "manifest.json"]
    links = "".join(f'<a href="/{path}">x</a>' for path in files)
    told = SiteTest("showcase").write("public/tutto.html", links).check().found
    assert [one for one in told if one.place.path == "public/tutto.html"] == []
