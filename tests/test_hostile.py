"""Whatever stands in content/, problems come out, each at a place that exists, and never a traceback."""

import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.content.file_texts import examine
from generator.content.media import OTHER_FORMATS, inspect
from generator.content.metadata_packets import shown_by_packet
from generator.content.nodes import read_yaml
from generator.content.parse import parse
from generator.content.prose import read_prose
from generator.content.settings import Settings
from generator.content.style import StyleSheet
from generator.content.vocabularies import Vocabulary
from generator.fields.declare import Group
from generator.fields.file_names import unusable
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER, KINDS
from generator.kinds.translation import Translation
from generator.machine.memo import Memo
from generator.problems.as_text import REPORTS
from generator.problems.problem import Position
from generator.words import languages, words_for
from tests.harness import SITES, SiteTest
from tests.long import IS_LONG

SHOWCASE = sorted(
    path.relative_to(SITES / "showcase").as_posix()
    for path in (SITES / "showcase").rglob("*")
    if path.suffix in (".md", ".yaml")
)
FIELDS = sorted({name for kind in KINDS for name in kind.declared})

ENDINGS = ("pdf", "png", "jpg", "webp", "gif", "avif", "mp4", "webm", "vtt", "html", "svg", "exe", "", *OTHER_FORMATS)
BEGINNINGS = (
    *(b"", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"RIFF\x10\0\0\0WEBPVP8 ", b"PK\3\4"),
    *(b"\0\0\0\x18ftypavif", b"\x1a\x45\xdf\xa3", b"WEBVTT\n", b"ID3", b"{", b"BEGIN:VCALENDAR\n"),
    *(b"<html>", b"\n<SCRIPT>", b"<?php ", b"\x7fELF\2", b"#!/bin/sh\n", b"MZ\x90\0"),
)
"""How files of every form begin, and what would run."""
SECONDS = 30
"""Of a processor, a hundred times what it takes: no machine is so slow. What is quadratic would take minutes."""

text = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
readable = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff", include_characters="\n\t")
)
scalar = st.one_of(
    st.sampled_from("x |2025|2025-02-30|3 years|~< 5 EUR|> 250|true|it|unicollefiorito|~||{|[|*a".split("|")),
    st.sampled_from("comunicato-mobilita agreements/mobilita https://a.example/ /a/ a@b.example".split()),
    text.map(lambda said: said.replace("\n", " ")),
)
inner = st.recursive(
    scalar.map(repr),
    lambda child: st.one_of(
        st.lists(child, max_size=3).map(lambda found: f"[{', '.join(found)}]"),
        st.dictionaries(st.sampled_from("it en source field value file person role".split()), child, max_size=3).map(
            lambda found: "{" + ", ".join(f"{key}: {value}" for key, value in found.items()) + "}"
        ),
    ),
    max_leaves=8,
)
line = st.tuples(st.sampled_from([*FIELDS, "tilte", "it", "-", "  x", "<<", "?"]), inner).map(": ".join)
facts = st.lists(line, max_size=12).map("\n".join)
markup = st.lists(
    st.one_of(
        st.sampled_from(
            "# ## - 1. > ` ``` * _ [ ]( ) ![ < > | : { } & \\ <script> </main> javascript: mailto: @ 🌊".split()
        ),
        st.sampled_from("ref: agreements/mobilita https:// a.example città klzzwxh:0000 e\u0301 \u200b".split()),
        st.sampled_from([" ", "    ", "\t", "\n", "\n\n", "*[A]: b", "[1]: x", "{: #x }", "02 1234 5678", "\u2028"]),
    ),
    max_size=40,
).map("".join)


fewer = settings(max_examples=settings.default.max_examples // 3)


def told_well(site: SiteTest) -> None:
    """Every problem stands at a place that exists and can be said in every form, in every language.

    Of more than a hundred, `make test` says them all in the first language, and a hundred in each other.
    """
    by_path: dict[str, list[Position]] = {}
    for one in site.found:
        by_path.setdefault(one.place.path, []).append(one.place)
    for path, places in by_path.items():
        assert (site.root / path).exists() or (site.root / path).is_symlink()
        if inside := [place for place in places if place.line]:
            lines = (site.root / path).read_bytes().decode("utf-8-sig", errors="replace").splitlines()
            assert max(place.line for place in inside) <= len(lines) + 1
            assert min(place.column for place in inside) >= 1
    for number, language in enumerate(languages()):
        said = site.found if IS_LONG or number == 0 else site.found[:: len(site.found) // 100 + 1]
        for form in REPORTS.values():
            form(said, words_for(language), site.root)


@fewer
@given(st.sampled_from(sorted(BY_FOLDER)), facts, markup)
def test_any_facts_and_any_text_give_problems_or_a_site(folder: str, written: str, body: str) -> None:
    site = SiteTest().write(f"content/{folder}/x.md", f"---\n{written}\n---\n{body}")
    told_well(site.build())


@fewer
@given(facts)
def test_any_settings_give_problems_or_a_site(written: str) -> None:
    told_well(SiteTest().write("content/site.yaml", written).build())


many = settings(max_examples=7_000 if IS_LONG else 400)
"""What costs a millisecond a case."""


def quickly(work: Callable[[], object]) -> None:
    started = time.process_time()
    work()
    assert time.process_time() - started < SECONDS


@given(st.sampled_from(KINDS), facts)
def test_any_facts_are_read(kind: type[Kind], written: str) -> None:
    """Of whatever kind: what is wrong has a place in the file."""

    def read() -> None:
        nodes, told = read_yaml(written, "x.yaml")
        _, _, found = parse(kind, nodes, {"title": "x"})
        assert all(one.place.path == "x.yaml" for one in (*told, *found))

    quickly(read)


@given(st.sampled_from((Settings, Vocabulary, StyleSheet, Translation)), facts)
def test_any_settings_vocabulary_style_sheet_or_translation_is_read(group: type[Group], written: str) -> None:
    def read() -> None:
        nodes, told = read_yaml(written, "x.yaml")
        _, _, found = parse(group, nodes, {"title": "x"} if group is Translation else {})
        assert all(one.place.path == "x.yaml" for one in (*told, *found))

    quickly(read)


@many
@given(st.sampled_from(ENDINGS), st.sampled_from(BEGINNINGS), st.binary(max_size=300))
def test_any_bytes_beside_a_record_are_looked_at(ending: str, beginning: bytes, rest: bytes) -> None:
    """What a browser or a computer would run is told, whatever its name says."""

    def look() -> None:
        with TemporaryDirectory() as folder:
            file = Path(folder) / f"x.{ending}"
            file.write_bytes(beginning + rest)
            media = inspect(file, Memo())
        assert media.fault or not re.match(rb"\s*<(?:html|script|\?php)|\x7fELF|#!", beginning, re.IGNORECASE)

    quickly(look)


@many
@given(text)
def test_any_name_can_be_published_or_is_told(name: str) -> None:
    """A name that nothing is told of stands on every computer."""
    assert unusable(name) or not re.search(r'[<>:"|?*\\/\x00-\x1f]|[. ]$', name)


@fewer
@given(facts, markup)
def test_any_translation_gives_problems_or_a_site(written: str, body: str) -> None:
    told_well(SiteTest().write("content/agreements/mobilita.en.md", f"---\n{written}\n---\n{body}").build())


@fewer
@given(st.sampled_from(SHOWCASE), st.data())
def test_a_spoilt_file_spoils_nothing_else(path: str, data: st.DataObject) -> None:
    """Delete, double or replace a piece of any file of the showcase."""
    site = SiteTest("showcase")
    content = site.read(path)
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 40)))
    instead = data.draw(st.one_of(st.just(""), st.just(content[start:end] * 2), text))
    told_well(site.write(path, content[:start] + instead + content[end:]).check())


@fewer
@given(st.sampled_from(SHOWCASE), st.binary(max_size=200))
def test_any_bytes_give_problems(path: str, content: bytes) -> None:
    told_well(SiteTest("showcase").write(path, content).check())


@given(readable)
def test_any_yaml_is_read(written: str) -> None:
    nodes, problems = read_yaml(written, "x.yaml")
    assert isinstance(nodes.value, dict)
    assert all(isinstance(one.place, Position) for one in problems)


@given(markup)
def test_any_markdown_becomes_harmless(written: str) -> None:
    prose = read_prose(written)
    assert not re.search(r"<(?:script|style|iframe|main|div|form|object)\b", prose.html)
    assert not re.search(r'(?:href|src)="\s*javascript', prose.html, re.IGNORECASE)
    assert not re.search(r"<[^>]+\son\w+=", prose.html)
    assert read_prose(written) == prose
    lines = written.split("\n")
    for spot in (*prose.links, *(shown.place for shown in prose.images)):
        assert 1 <= spot.line <= len(lines)
        assert 1 <= spot.column <= len(lines[spot.line - 1]) + 1


@pytest.mark.parametrize("sign", "> |[|*|- |    |`|**_|((|![|<b>|#|: a |1. |\\|&lt;|[a](|> - ".split("|"))
def test_markdown_nested_without_end_is_read(sign: str) -> None:
    told_well(SiteTest().write("content/organisations/x.md", f"---\ntitle: x\n---\n{sign * 1000}x\n").check())
    read_prose("\n".join(sign * number for number in range(0, 60, 3)))


@pytest.mark.parametrize("depth", [1_001, 5_000, 40_000])
@pytest.mark.parametrize("bracket", ["[", "{a: ", "\n  - "])
@pytest.mark.parametrize("path", ["organisations/x.yaml", "organisations/unicollefiorito.md", "site.yaml"])
def test_brackets_without_end_are_told_once_where_they_stand(path: str, bracket: str, depth: int) -> None:
    nested = bracket + bracket.lstrip() * (depth - 1)
    facts = f"title: x\nnature: {nested}\n"
    site = SiteTest().write(f"content/{path}", f"---\n{facts}---\nx\n" if path.endswith(".md") else facts).check()
    assert site.codes().count("too-deep") == 1
    told_well(site)


NAMES = "x.yaml.yaml|x.md.md|.md|x.|index.md|index.en.md|x.EN.md|x.english.md|x y.md|à.md|x.en.en.md|con.yaml"


@pytest.mark.parametrize("name", NAMES.split("|"))
@pytest.mark.parametrize("folder", ["content", "content/organisations", "content/organisations/unicollefiorito"])
def test_any_name_of_a_file_is_met(folder: str, name: str) -> None:
    told_well(SiteTest().write(f"{folder}/{name}", "---\ntitle: x\n---\n").build())


@pytest.mark.parametrize("target", ".. /etc/passwd ../../pages/method.md . index.md .gitkeep x/../../site.yaml".split())
def test_no_file_from_elsewhere_is_published(target: str) -> None:
    site = SiteTest().rename("content/agreements/mobilita.md", "content/agreements/mobilita/index.md")
    site.rename("content/agreements/mobilita.en.md", "content/agreements/mobilita/index.en.md")
    site.write("content/agreements/mobilita/.gitkeep", "")
    site.replace("content/agreements/mobilita/index.md", "(ref:pages/method)", f"({target})").build()
    assert set(site.codes()) - {"stale-translation"} == {"broken-link"}
    told_well(site)


@pytest.mark.parametrize("path", ["content/pages/x", "content/events", "content/vocabularies", "content/altro"])
def test_of_a_folder_that_a_link_leads_out_to_nothing_is_told(path: str, tmp_path: Path) -> None:
    (tmp_path / "segreto").mkdir()
    for name in ("segreto.md", "topics.yaml", "segreto/segreto.md"):
        (tmp_path / name).write_text("---\ntitle: Segreto\n---\n")
    site = SiteTest()
    (site.root / path).symlink_to(tmp_path, target_is_directory=True)
    assert [(one.code, one.place.path) for one in site.check().found] == [("unreadable-file", path)]


def test_a_link_out_of_the_content_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "segreto.txt").write_text("segreto")
    site = SiteTest().rename("content/agreements/mobilita.md", "content/agreements/mobilita/index.md")
    site.rename("content/agreements/mobilita.en.md", "content/agreements/mobilita/index.en.md")
    (site.root / "content/agreements/mobilita/nota.txt").symlink_to(tmp_path / "segreto.txt")
    site.replace("content/agreements/mobilita/index.md", "(ref:pages/method)", "(nota.txt)").build()
    assert not [path for path, data in (site.tree() if site.out.exists() else {}).items() if b"segreto" in data]


# --- bounds: more than is read is told, and keeps nobody waiting ---

FACTS = "---\ntitle: x\nnature: cultural-body\nsources:\n  - source: comunicato-mobilita\n---\n"
_SIGNS = [
    *r"[ | [a | ![ | [a]( | *_ | ** | __a | ` | < | <a | & | \ | {: | ## a {: {: | > | - | 1. | www.a | ( | ((a".split(
        " | "
    ),
    *("1.", "12 ", "0", "333 ", "+39 3", "3/"),
    *r"|;1. a;> a;- a;|a|b|;https://a.b ;a a".split(";"),
]
REPEATED = [
    *("\n\n".join([sign * (19_000 // len(sign))] * 5) for sign in _SIGNS),
    *(f"{sign}\n" * (99_000 // (len(sign) + 1)) for sign in _SIGNS),
    *(
        f"{sign}\n" * 10_000
        for sign in ("a\n==", "a\n--", "[TOC]\n", "*[A]: x", "~~~", "[^a]", "[^a]: x\n", "a\n: b", "\t", "- \n")
    ),
]
"""Texts as long as is read, of one sign: in few long paragraphs, in many short lines."""


def in_time(site: SiteTest) -> SiteTest:
    started = time.process_time()
    site.check()
    assert time.process_time() - started < SECONDS
    told_well(site)  # in every form and language
    return site


@pytest.mark.parametrize("written", REPEATED, ids=[f"{number}" for number in range(len(REPEATED))])
def test_no_text_keeps_a_command_waiting(written: str) -> None:
    in_time(SiteTest().write("content/organisations/x.md", FACTS + written))


TAGS = (
    *("<b", "<em", "<br", "<w:br", "<w:default ", "<w:tag  w:val=", "<c ", '<c t="s"', ' t="s"', "<a:ID ", "<a:aID"),
    *("<script ", "<script>", "<style>", "<script></script", "<script></script>", "</script "),
)
"""What begins in markup and does not end."""


@pytest.mark.parametrize("sign", TAGS)
def test_no_attachment_keeps_a_command_waiting(sign: str) -> None:
    quickly(lambda: examine("a.txt", f"ciao {sign * (400_000 // len(sign))}".encode(), Memo()))


@pytest.mark.parametrize("sign", TAGS)
def test_no_metadata_keeps_a_command_waiting(sign: str) -> None:
    quickly(lambda: shown_by_packet(sign * (400_000 // len(sign))))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (FACTS.replace("title: x", f"title: {'x' * 60_000}"), "too-large"),
        (
            FACTS.replace("title: x", "".join(f"k{number}: x\n" for number in range(6_000)) + "title: x"),
            "too-many-entries",
        ),
        (FACTS.replace("sources:\n", "sources:\n" + "  - source: nessuna\n" * 6_000), "too-many-entries"),
        (FACTS + "parola " * 60_000, "too-large"),
        (FACTS + "parola " * 400_000, "file-too-large"),
        (FACTS + "[" * 4_000, "too-many-signs"),
        (FACTS.replace("title: x", r'title: "a\x01b"'), "control-character"),
        (FACTS.replace("title: x", 'title: x\n"a\\0b": x'), "control-character"),
        (FACTS.replace("title: x", 'title: x\n"": ~'), "yaml-syntax"),
        (FACTS.replace("title: x", "title: x\n: "), "yaml-syntax"),
    ],
)
def test_what_passes_a_bound_is_told(written: str, code: str) -> None:
    assert code in in_time(SiteTest().write("content/organisations/x.md", written)).codes()


@pytest.mark.parametrize("number", ["0", "12 ", "333 ", "1."])
def test_as_many_digits_as_are_read_are_looked_through_in_time(number: str) -> None:
    digits = sum(map(str.isdigit, number))
    site = in_time(SiteTest().write("content/organisations/x.md", FACTS + f"{number * 2_000}\n\n" * (9 // digits)))
    assert "too-many-signs" not in site.codes()


def test_many_unknown_names_are_told_in_time() -> None:
    named = "".join(f"  - ref: organisations/nessuno-{number}\n" for number in range(4_000))
    in_time(SiteTest().write("content/organisations/x.md", FACTS.replace("sources:", f"related:\n{named}sources:")))


def test_what_was_seen_of_a_list_of_links_is_no_excess() -> None:
    rows = "| a | b |\n|---|---|\n" + "| [uno](https://a.example/) | [due](https://b.example/) |\n" * 600
    site = SiteTest().write("content/organisations/x.md", f"{FACTS}{rows}").check()
    assert "too-many-signs" not in site.codes()


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither pipes nor devices in folders")
@pytest.mark.parametrize("form", ["text", "html", "github"])
def test_pipes_and_devices_are_told_and_never_read(form: str) -> None:
    site = SiteTest()
    os.mkfifo(site.root / "content/organisations/pipe.md")
    (site.root / "content/organisations/zero.md").symlink_to("/dev/zero")
    site.check()
    assert site.codes() == ["unreadable-file", "unreadable-file"]
    REPORTS[form](site.found, words_for("en"), site.root)


OWNERS = """content/site.yaml content/style.yaml templates/home.html templates/base.html templates/assets/custom.css
    locale/it.po"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither pipes nor devices in folders")
@pytest.mark.parametrize("path", OWNERS.split())
@pytest.mark.parametrize("lay", [os.mkfifo, lambda file: file.symlink_to("/dev/zero")], ids=["pipe", "device"])
def test_a_pipe_or_a_device_in_place_of_what_an_owner_writes_is_told(
    path: str, lay: Callable[[Path], object], capsys: pytest.CaptureFixture[str]
) -> None:
    site = SiteTest()
    file = site.root / path
    file.unlink(missing_ok=True)
    file.parent.mkdir(parents=True, exist_ok=True)
    lay(file)
    for command in (["check"], ["build", "--no-search"]):
        assert main([*command, "--root", str(site.root)]) == 1
        assert re.search(rf"^{re.escape(path)}: \w+ \(unreadable-file\)", capsys.readouterr().out, re.MULTILINE)


@pytest.mark.parametrize("path", ["templates/home.html", "templates/assets/nota.txt", "locale/it.po"])
def test_what_an_owner_writes_is_no_link_to_elsewhere(path: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("segreto")
    site = SiteTest().write(path, "")
    (site.root / path).unlink()
    (site.root / path).symlink_to(tmp_path / "elsewhere")
    assert ("unreadable-file", path) in [(one.code, one.place.path) for one in site.check().found]
    site.write("templates/of-ours", "{# x #}")
    (site.root / path).unlink()
    (site.root / path).symlink_to(site.root / "templates/of-ours")
    assert "unreadable-file" not in site.check().codes()


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither pipes nor devices in folders")
def test_a_pipe_in_place_of_the_last_publication_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "manifest.json")
    assert main(["compare", str(tmp_path), str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err


def test_a_folder_that_cannot_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = Path.iterdir

    def refused(folder: Path):
        if folder.name == "organisations":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", refused)
    site = SiteTest().check()
    assert ("unreadable-file", "content/organisations") in [(one.code, one.place.path) for one in site.found]


def at(address: str) -> SiteTest:
    """A site that says it stands at an address."""
    site = SiteTest()
    said = re.sub("base_url: .*", f'base_url: "{address}"', site.read("content/site.yaml"))
    return site.write("content/site.yaml", said)


@pytest.mark.parametrize("address", ["https://a.example/x/../y/", "https://a.example/./", "https://[a.b/"])
def test_an_address_that_leads_upwards_is_told_at_its_line(address: str) -> None:
    site = SiteTest().write(
        "content/site.yaml", re.sub("base_url: .*", f'base_url: "{address}"', SiteTest().read("content/site.yaml"))
    )
    assert site.check().codes() == ["bad-url"]
    assert main(["build", "--root", str(site.root), "--base-url", address]) == 2


def test_doubled_slashes_of_an_address_are_one() -> None:
    site = SiteTest().write(
        "content/site.yaml",
        re.sub("base_url: .*", "base_url: https://a.example//x//", SiteTest().read("content/site.yaml")),
    )
    site.build().problems()
    page = site.tree()["index.html"].decode()
    assert "https://a.example/x/" in page and "example//" not in page


def test_a_link_with_a_class_is_followed() -> None:
    site = SiteTest().write(
        "content/organisations/x.md", FACTS + "[x](ref:pages/nessuna){: .bottone } e [y](ref:pages/no){bozza}"
    )
    assert site.check().codes() == ["unknown-reference", "unknown-reference"]


def test_signs_that_steer_a_terminal_are_shown() -> None:
    site = SiteTest().write("content/organisations/x.md", FACTS.replace("cultural-body", '"a\\n::error::b\u202e"'))
    for form in ("text", "github", "html"):
        told = REPORTS[form](site.check().found, words_for("en"), site.root)
        assert "\n::error::b" not in told and "\u202e" not in told


def test_what_nobody_foresaw_is_one_sentence(monkeypatch, capsys) -> None:
    def fails(*arguments: object) -> None:
        raise RuntimeError("una\nprova")

    monkeypatch.setattr("generator.commands.check.run", fails)
    site = SiteTest()
    assert main(["check", "--root", str(site.root), "--lang", "it"]) == 2
    told = capsys.readouterr().err
    assert told.splitlines()[0] == "vetrina: Questo è un difetto di Vetrina (RuntimeError: una prova)."
    assert "Traceback" not in told and "--debug" in told
    with pytest.raises(RuntimeError):
        main(["check", "--root", str(site.root), "--debug"])


@pytest.mark.parametrize("error", [FileNotFoundError, PermissionError, OSError], ids=["gone", "closed", "damaged"])
def test_a_file_that_vanishes_meanwhile_is_named(error, monkeypatch, capsys) -> None:
    """Wherever it is read, however late: a site's settings are read by what says whether anything has changed, too."""
    site, read_bytes = SiteTest(), Path.read_bytes

    def vanishes(file: Path) -> bytes:
        if file.name == "site.yaml":
            raise error(5, "gone", str(file))
        return read_bytes(file)

    monkeypatch.setattr(Path, "read_bytes", vanishes)
    assert main(["build", "--root", str(site.root), "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert told.splitlines()[0] == f"vetrina: {site.root / 'content/site.yaml'} cannot be used: gone."
