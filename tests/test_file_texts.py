"""Wherever a number stands in a file it is found, and what cannot be looked through says why."""

import io
import os
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.content import examination, file_texts, split_numbers
from generator.content.file_texts import Examined, examine
from generator.content.media import inspect
from generator.machine.memo import Memo
from generator.personal_data.find import personal_data
from generator.personal_data.seen_text import shown_by_markup
from tests.harness import SiteTest
from tests.media import MP4, annotated, box, document, element, exif, id3, locked, picture, printed, tagged, zipped

NUMBER = "333 1234567"
CHANGED = "<w:p><w:r><w:t>333 123</w:t></w:r><w:del w:id='1'><w:r><w:delText>4567</w:delText></w:r></w:del></w:p>"
WITHOUT_WORDS = (
    CHANGED.replace("123", "12").replace("4567", " oppure ").replace("</w:del>", "</w:del><w:r><w:t>34567</w:t></w:r>")
)
NEVER_WHOLE = (
    "<w:p><w:pPr><w:rPr><w:del w:id='3'/></w:rPr></w:pPr><w:r><w:t>fino al 347 12</w:t></w:r><w:del w:id='1'><w:r>"
    "<w:delText>34</w:delText></w:r></w:del><w:ins w:id='2'><w:r><w:t>567</w:t></w:r></w:ins></w:p>"
)
"""What is struck out and what is put in, with the changes kept."""
ROWS = "nome;telefono\r\nAnna;333 1234567\r\n"
FILLER = "Una riga senza numeri\n" * 200_000
"""More than was ever read of a file."""


def examined(name: str, content: bytes, tmp_path: Path) -> Examined:
    return examine(name, content, Memo(tmp_path))


def packed(**members: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return written.getvalue()


def protected() -> bytes:
    """An archive of which each part says that it has a password."""
    content = bytearray(packed(a_txt=b"x"))
    content[content.index(b"PK\x03\x04") + 6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def spoilt() -> bytes:
    """An archive of which a part is not what its sum says."""
    return zipped({"a.txt": "Una riga intera"}).replace(b"Una riga", b"Due riga")


CELL = '<table:table-cell office:value-type="float" office:value="3331234567"'
WORDS = (
    f'<table:table-cell office:value-type="string" office:string-value="{NUMBER}"><text:p>x</text:p></table:table-cell>'
)
APE = b"\x0b\0\0\0\0\0\0\0Artist\0" + NUMBER.encode()
ARTIST = box(b"\xa9ART", box(b"data", b"\0\0\0\1\0\0\0\0", NUMBER.encode()))
META = box(b"meta", bytes(4), box(b"hdlr", bytes(25)), box(b"ilst", box(b"covr", bytes(9)), ARTIST))
PACKET = f"<x:x><a:b>{NUMBER}</a:b></x:x>".encode()
EBML = element("1a45dfa3", element("4282", b"webm"))
TAGS = element(
    "1254c367", element("7373", element("67c8", element("45a3", b"ARTIST"), element("4487", NUMBER.encode())))
)
LIVE = bytes.fromhex("1853806701ffffffffffffff1f43b67501ffffffffffffff")

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"
CELLS = "<w:tc><w:p>333</w:p></w:tc><w:tc><w:p>1234567</w:p></w:tc>"
WIDTHS = b"".join(number.to_bytes(4, "little") for number in b"3331234567")
COUNTS = "Comune;2023;2024\n338;4455667,5;12\n4455667;338\n338,4455667;1\nValdombra;2023;338;4455667\nx;338;4455667;8\n"
TABS = "".join(
    f"<w:p>Anno{''.join(f'<w:tab/>{one}' for one in row)}</w:p>"
    for row in ((345, "1.234.567"), (2023, 345, 1234567), (345, 123, 4567), (345, 1234567, 8))
)
SHARED = '<row><c r="A1" t="s"><v>333</v></c><c r="B1"><v>1234567</v></c></row>'
WINDOWS = {
    "what Windows calls its author": (0x9C9D, f"Anna {NUMBER}\0".encode("utf-16-le")),
    "what Windows calls a remark": (0x9C9C, f"Anna {NUMBER}\0".encode("utf-16-le")),
}


def photo(tag: int, value: bytes, *, by_camera: bool = False) -> bytes:
    """A photo of which EXIF says so."""
    written = Image.Exif()
    (written.get_ifd(0x8769) if by_camera else written)[tag] = value
    return picture(form="JPEG", exif=written.tobytes())


def of_an_agency(*said: str) -> bytes:
    """A photo with what IPTC says of it: whom to ask."""
    entries = b"".join(b"\x1c\x02\x76" + len(one).to_bytes(2) + one.encode() for one in said)
    resource = b"8BIM\x04\x04\0\0" + len(entries).to_bytes(4) + entries + bytes(len(entries) % 2)
    segment = b"Photoshop 3.0\0" + resource
    content = picture(form="JPEG")
    return content[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2) + segment + content[2:]


def members(**parts: bytes) -> bytes:
    """An archive whose parts have these names."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def said(*boxes: bytes) -> bytes:
    """A video, as far as what it says of itself goes."""
    return MP4 + box(b"moov", box(b"udta", *boxes))


HOLDING = {
    "Unicode text of Excel": ("a.csv", ROWS.encode("utf-16")),
    "the other way round": ("a.txt", b"\xfe\xff" + ROWS.encode("utf-16-be")),
    "UTF-16 that does not say so": ("a.txt", ROWS.encode("utf-16-le")),
    "Windows' letters": ("a.csv", f"Città;{NUMBER}".encode("cp1252")),
    "the last line of a long table": ("a.csv", (FILLER + NUMBER).encode()),
    "a long line": ("a.csv", ("x" * 210_000 + f" {NUMBER} " + "x" * 100_000).encode()),
    "where two pieces meet": ("a.txt", ("x" * 99_993 + f" {NUMBER} " + "x" * 100).encode()),
    "a long document": ("a.docx", zipped({"a.xml": f"<w:p>{FILLER}</w:p><w:p>333<w:r> 1234567</w:r></w:p>"})),
    "a long table": ("a.xlsx", zipped({"xl/sharedStrings.xml": f"<si>{NUMBER}</si>" + "<si>Una riga</si>" * 150_000})),
    "a power of ten": ("a.xlsx", zipped({"xl/worksheets/sheet1.xml": "<c><v>3.331234567E9</v></c>"})),
    "markup in UTF-16": ("a.xlsx", packed(a_xml=f"<si>{NUMBER}</si>".encode("utf-16"))),
    "a photo in a document": ("a.docx", packed(photo_jpg=picture(form="JPEG", exif=exif(NUMBER)))),
    "a table in a document": ("a.docx", packed(table_xlsx=zipped({"xl/sharedStrings.xml": f"<si>{NUMBER}</si>"}))),
    "an archive": ("a.zip", packed(a_csv=ROWS.encode())),
    "an archive in an archive": ("a.zip", packed(b_zip=packed(a_pdf=printed(NUMBER)))),
    "beside what cannot be read": ("a.zip", packed(a_doc=OLD_WORD, b_zip=b"PK", c_txt=NUMBER.encode())),
    "a comment": ("a.pdf", annotated(comment=f"chiamare Anna {NUMBER}")),
    "a form": ("a.pdf", annotated(filled=NUMBER)),
    "what a form explains": ("a.pdf", annotated(explained=f"chiamare {NUMBER}")),
    "what it says if nobody fills it in": ("a.pdf", annotated(usual=NUMBER)),
    "what it offers": ("a.pdf", annotated(filled="", offered=f"Anna, {NUMBER}")),
    "a number before a change that is kept": ("a.docx", zipped({"word/document.xml": CHANGED})),
    "a number after it": ("a.docx", zipped({"word/document.xml": CHANGED.replace("w:del", "w:ins")})),
    "a number after words that go": ("a.docx", zipped({"word/document.xml": WITHOUT_WORDS})),
    "a bookmark within another": ("a.pdf", annotated(bookmark=NUMBER)),
    "what a document says of itself": ("a.pdf", annotated(described=NUMBER)),
    "an attribute of that": ("a.pdf", annotated(described_shortly=NUMBER)),
    "a file in a document": ("a.pdf", annotated(packed=ROWS)),
    "a cell that shows a power of ten": ("a.ods", zipped({"a.xml": f"{CELL}>3,33E9</text:p></table:table-cell>"})),
    "a cell that holds one": ("a.ods", zipped({"content.xml": CELL.replace("3331234567", "3.331234567E9") + "/>"})),
    "a cell of words that shows others": ("a.fods.zip", packed(a_ods=zipped({"content.xml": WORDS}))),
    "a formula": ("a.ods", zipped({"content.xml": f'<table:table-cell table:formula="of:=&quot;{NUMBER}&quot;"/>'})),
    "what a link says under the pointer": ("a.xlsx", zipped({"a.xml": f'<hyperlink ref="A1" tooltip="{NUMBER}"/>'})),
    "a comment of a recording": ("a.mp3", id3(COMM=f"\3ita\0{NUMBER}".encode())),
    "its artist in UTF-16": ("a.mp3", id3(3, TPE1=b"\1" + f"Anna {NUMBER}".encode("utf-16"))),
    "without a mark": ("a.mp3", id3(TPE1=b"\2" + f"Anna {NUMBER}".encode("utf-16-be"))),
    "an old tag": ("a.mp3", id3(2, TT2=f"\0{NUMBER}".encode())),
    "the oldest": ("a.mp3", bytes(300) + b"TAG" + NUMBER.encode().ljust(125, b"\0")),
    "a tag at the end": ("a.mp3", bytes(300) + APE + b"APETAGEX" + bytes(4) + b"\x3a\0\0\0" + bytes(16)),
    "a packet of metadata": ("a.mp3", id3(3, PRIV=b"XMP\0" + PACKET)),
    "the artist of a video": ("a.mp4", MP4 + box(b"mdat", bytes(99)) + box(b"moov", META)),
    "QuickTime's": ("a.mp4", said(box(b"\xa9cmt", b"\0\x0b\x15\xc7", NUMBER.encode()), bytes(4))),
    "what is said behind that": ("a.mp4", MP4 + box(b"moov", box(b"udta", bytes(4)), box(b"udta", META))),
    "a packet in a video": ("a.mp4", MP4 + box(b"uuid", b"\xbe" * 16, PACKET)),
    "a tag of WebM": ("a.webm", EBML + element("18538067", element("1f43b675", bytes(99)), TAGS)),
    "a video in a document": ("a.pptx", packed(v_mp4=said(META))),
    "a card": ("a.vcf", f"BEGIN:VCARD\r\nTEL;TYPE=CELL:{NUMBER}\r\n".encode()),
    "a page that a server makes": ("a.php", b"<?php $a = 1; ?><p>333 <b>123</b>4567</p>"),
    "a program": ("a.js", f'const chi = "Anna {NUMBER}";'.encode()),
    "a text without an ending": ("elenco", f"Anna {NUMBER}".encode()),
    "a text of a form that is not known": ("a.log", f"Perch\u00e9: {NUMBER}".encode("cp1252")),
    "a hidden text": (".elenco", f"Anna {NUMBER}".encode()),
    **{what: ("a.jpg", photo(*said_so)) for what, said_so in WINDOWS.items()},
    "a remark of a camera": ("a.jpg", photo(0x9286, b"UNICODE\0" + NUMBER.encode("utf-16-le"), by_camera=True)),
    "another": ("a.jpg", photo(0x9286, b"ASCII\0\0\0" + NUMBER.encode(), by_camera=True)),
    "whom an agency says to ask": ("a.jpg", of_an_agency(f"Anna {NUMBER}")),
    "whom else": ("a.jpg", of_an_agency("Anna", NUMBER)),
    "a picture of a scanner": ("a.tif", picture(form="TIFF", exif=exif(NUMBER))),
    "a drawing in a document": ("a.docx", packed(a_emf=b"\1\0" + NUMBER.encode("utf-16-le") + bytes(2) + WIDTHS)),
    "an older drawing": ("a.docx", packed(a_wmf=b"\1\0" + NUMBER.encode() + bytes(2) + WIDTHS)),
    "two columns": ("a.csv", b"Rossi Anna;333;1234567\n"),
    "three columns": ("a.csv", b"Rossi Anna;+39;333;1234567;x\n"),
    "two columns in quotes": ("a.csv", b'"Rossi, Anna","333","1234567"\r\n'),
    "two cells of a document": ("a.docx", zipped({"word/document.xml": f"<w:tr>{CELLS}</w:tr>"})),
    "two cells of a spreadsheet": ("a.xlsx", zipped({"xl/worksheets/sheet1.xml": SHARED.replace(' t="s"', "")})),
    "a tab in a number": ("a.docx", zipped({"word/document.xml": "<w:t>Anna 333</w:t><w:tab/><w:t>1234567</w:t>"})),
    "a line break in a number": ("a.docx", zipped({"word/document.xml": "<w:t>333 12</w:t><w:br/><w:t>34567</w:t>"})),
    "a variable": ("a.docx", zipped({"word/settings.xml": f'<w:docVar w:name="chi" w:val="{NUMBER}"/>'})),
    "the name of a sheet": ("a.xlsx", zipped({"xl/workbook.xml": f'<sheet name="Anna {NUMBER}" sheetId="1"/>'})),
    "marks in a number of subtitles": ("a.vtt", b"WEBVTT\n\n333<c> 123</c><c> 4567</c>\n"),
    "the name of a file in an archive": ("a.zip", members(**{f"foto/Anna {NUMBER}.txt": b"x"})),
    "signs of JSON": ("a.json", b'{"a": "\\u0033\\u0033\\u0033 1234567"}'),
    "what a picture shows, read aloud": ("a.pdf", tagged(alt=NUMBER)),
    "what signs stand for": ("a.pdf", tagged(stands_for=NUMBER)),
    "after the end of a line in a calendar": ("a.ics", rf"DESCRIPTION:Info:\n{NUMBER}".encode()),
    "a folded line of a calendar": ("a.ics", b"DESCRIPTION:Info\\;333 12\r\n 34567\r\n"),
    "a folded line of a card": ("a.vcf", b"NOTE:Info\\, 333 1234\n\t567\n"),
    "after the end of a line in JSON": ("a.json", b'{"a": "Info:\\n3331234567"}'),
    "the same by its number": ("a.json", b'{"a": "Info:\\u000a3331234567"}'),
    "the same in JSON within JSON": ("a.json", b'{"a": "Info:\\\\n3331234567"}'),
    "a tab in JSON": ("a.json", b'{"a": "Info:\\t333\\t1234567"}'),
    "signs of JSON in two halves": ("a.json", b'{"a": "\\ud835\\udfd1\\ud835\\udfd1\\ud835\\udfd1 1234567"}'),
    "a word joined to it in a table": ("a.csv", b"utente_3331234567;x\n"),
    "a name in an archive, joined to a word": ("a.zip", members(**{"foto/Anna_3331234567.txt": b"x"})),
    "a page called so": ("a.pdf", tagged(page_called=f"{NUMBER} ")),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content"), HOLDING.values(), ids=HOLDING)
def test_a_number_is_found_wherever_it_stands(name: str, content: bytes, tmp_path: Path) -> None:
    ((code, value),) = examined(name, content, tmp_path).personal
    assert (code, "".join(value.split())) == ("phone-number", NUMBER.replace(" ", ""))


HARMLESS = {
    "a number of which there never was the whole": ("a.docx", zipped({"word/document.xml": NEVER_WHOLE})),
    "a document": ("a.pdf", document()),
    "all beside its pages": ("a.pdf", annotated(comment="a", filled="b", bookmark="c", described="d", packed="e")),
    "one that its owner has protected, and that can be read": ("a.pdf", locked()),
    "an office document with a font": ("a.docx", packed(font_odttf=b"\0\1", printerSettings1_bin=b"\0", a_xml=b"x")),
    "a drawing with measures": ("a.emf", WIDTHS),
    "a table of decimals": ("a.csv", b"2023-05-09;84.7434;80.3856;89.2123\n" * 300),
    "dates without the end of a line, read in pieces": ("a.txt", b"2023-05-09 " * 30_000),
    "a font": ("a.woff2", b"wOF2\0\1"),
    "a table of counts": ("a.csv", COUNTS.encode()),
    "cells of counts": ("a.docx", zipped({"word/document.xml": f"<w:tr>{CELLS}<w:tc><w:p>8</w:p></w:tc></w:tr>"})),
    "counts between tabs": ("a.docx", zipped({"word/document.xml": TABS})),
    "a spreadsheet whose words lie elsewhere": ("a.xlsx", zipped({"xl/worksheets/sheet1.xml": SHARED})),
    "a cell of a number": ("a.ods", zipped({"content.xml": CELL.replace("3331234567", "1234567.891") + "/>"})),
    "a video that says where it was made": ("a.mp4", said(box(b"\xa9xyz", b"\0\x12\x15\xc7+45.4642+009.1900/"))),
    "a picture of a recording": ("a.mp3", id3(APIC=f"\0image/png\0\3{NUMBER}".encode())),
    "a recording that is cut off": ("a.mp4", MP4 + b"\xff\xff\xff\xffmoov" + b"\0\0\0\1udta" + b"\xff" * 8),
    "a live recording": ("a.webm", EBML + LIVE + b"\xa3" * 99),
    "an archive with sounds, and what a system has left": ("a.zip", packed(a_mp3=b"\0", _DS_Store=b"\0")),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content"), HARMLESS.values(), ids=HARMLESS)
def test_nothing_is_told_of_what_can_be_read_and_holds_none(name: str, content: bytes, tmp_path: Path) -> None:
    assert examined(name, content, tmp_path) == ((), "")


CELLED = st.lists(st.sampled_from(["333", "39", "1234567", "12345678", *'";,|\t\n x']), max_size=12).map("".join)


@given(
    st.one_of(
        CELLED, st.tuples(CELLED, st.sampled_from(",;|\t\n"), CELLED).map(lambda of: f"{of[0]}333{of[1]}1234567{of[2]}")
    )
)
def test_no_number_across_cells_is_lost_by_looking_for_its_parts_first(text: str) -> None:
    found = split_numbers.numbers_across_cells(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(split_numbers, "_TWO_PARTS", re.compile(""))
        assert found == split_numbers.numbers_across_cells(text)


UNEXAMINED = {
    "AES, which opens without a password": ("a.pdf", locked(with_aes=True), "locked"),
    "a PDF with a password": ("a.pdf", locked("secret"), "locked"),
    "a damaged PDF": ("a.pdf", b"%PDF-1.7\n" + b"x" * 100, "damaged"),
    "an archive with a password": ("a.zip", protected(), "locked"),
    "a damaged archive": ("a.xlsx", b"PK\x03\x04", "damaged"),
    "a damaged part": ("a.zip", spoilt(), "damaged"),
    "a part of another form": ("a.zip", packed(a_doc=OLD_WORD), "form"),
    "a part without a name for its form": ("a.zip", packed(a=OLD_WORD), "form"),
    "a document of an old word processor": ("a.doc", OLD_WORD, "form"),
    "a file without an ending": ("elenco", OLD_WORD, "form"),
    "an object in a document": ("a.docx", members(**{"word/embeddings/oleObject1.bin": OLD_WORD}), "form"),
    "a program in a document": ("a.xlsx", members(**{"xl/vbaProject.bin": OLD_WORD}), "form"),
    "a picture that is none": ("a.jpg", b"Anna", "damaged"),
    "a recording in more parts than are gone through": ("a.mp4", MP4 + box(b"free") * 100_001, "large"),
    "the same of WebM": ("a.webm", EBML + b"\xec\x80" * 100_001, "large"),
    "archives in archives": ("a.zip", packed(a_zip=packed(a_zip=packed(a_zip=packed(a_txt=b"x")))), "large"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "cause"), UNEXAMINED.values(), ids=UNEXAMINED)
def test_what_cannot_be_looked_through_says_why(name: str, content: bytes, cause: str, tmp_path: Path) -> None:
    assert examined(name, content, tmp_path) == ((), cause)


def test_what_is_unpacked_has_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands within it is found, and it is told that there is more."""
    bound = 200_000
    monkeypatch.setattr(examination, "MOST_UNPACKED", bound)
    said = f"{NUMBER}\n".encode()
    content = said + b"\n" * (bound - len(said))
    assert examined("a.txt", content, tmp_path).unexamined == ""
    assert examined("a.txt", content + b"\n", tmp_path) == ((("phone-number", NUMBER),), "large")
    archive = packed(a_txt=content)
    assert examined("a.zip", archive, tmp_path) == ((("phone-number", NUMBER),), "large")


def test_a_video_is_looked_through_and_not_read_whole(tmp_path: Path) -> None:
    file, sound = tmp_path / "a.mp4", 20 * examination.MOST_UNPACKED
    with file.open("wb") as written:
        written.write(MP4 + b"\0\0\0\1mdat" + (16 + sound).to_bytes(8))
        written.seek(sound, os.SEEK_CUR)  # takes no room on the disk
        written.write(box(b"moov", META))
    found = inspect(file, Memo(tmp_path))
    assert (found.fault, found.personal, found.unexamined) == ("", (("phone-number", NUMBER),), "")


def test_of_a_list_of_persons_enough_is_told(tmp_path: Path) -> None:
    rows = "".join(f"Anna;333 {number:07}\n" for number in range(1_000_000, 1_050_000))
    found = examined("a.csv", rows.encode(), tmp_path)
    assert (len(found.personal), found.unexamined) == (50, "many")
    few = examined("b.csv", "".join(rows.splitlines(keepends=True)[:20]).encode(), tmp_path)
    assert (len(few.personal), few.unexamined) == (20, "")


def test_digits_have_a_bound_of_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_texts, "_MOST_DIGITS", 100)
    assert examined("a.csv", b"12;" * 50, tmp_path).unexamined == ""
    assert examined("a.csv", b"12;" * 50 + b"3", tmp_path).unexamined == "large"


def test_it_is_told_at_the_attachment_unless_the_record_says_why_it_may_stay() -> None:
    page = "content/organisations/biblioteca/index.md"
    facts = "title: Biblioteca\nnature: cultural-body\nsources:\n  - source: comunicato-mobilita\n"
    listed = "attachments:\n  - {file: a.pdf, title: {it: Un file, en: A file}, language: it}\n"
    site = SiteTest().write(page, f"---\n{facts}{listed}---\n")
    site.write("content/organisations/biblioteca/a.pdf", locked(with_aes=True))
    told = [(one.code, one.place.line) for one in site.check().found if one.is_error]
    assert told == [("unexamined-file", 7)]
    why = "allow:\n  - {code: unexamined-file, value: a.pdf, because: lo abbiamo letto}\n"
    site.write(page, f"---\n{facts}{listed}{why}---\n")
    assert "unexamined-file" not in site.check().codes()
    site.write(page, f"---\n{facts}{listed}{why.replace('a.pdf', 'b.pdf')}---\n")
    assert "unexamined-file" in site.check().codes()


@pytest.mark.parametrize(
    ("written", "is_found"),
    [
        (f"<script>{NUMBER}", True),
        (f"<script>{NUMBER}</style>", True),
        (f"<script><style>x</style>{NUMBER}", True),
        (f"<script>x</script>{NUMBER}<style>x</style >", True),
        ("333<b>1234</b>567", True),
        (f"<SCRIPT a>{NUMBER}</script >", False),
        (f"<style><script>{NUMBER}</script></style>", False),
    ],
)
def test_a_script_is_unseen_from_its_beginning_to_its_end(written: str, is_found: bool) -> None:
    assert bool([*personal_data(shown_by_markup(written))]) == is_found


@pytest.mark.parametrize("name", ["a.zip", "a.docx", "a.xlsx", "a.odt"])
@pytest.mark.parametrize("of_the_part", [True, False])
def test_what_an_archive_says_of_itself_or_of_a_part_is_read(name: str, *, of_the_part: bool, tmp_path: Path) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        part = zipfile.ZipInfo("docProps/core.xml")
        part.comment = b"di mario.rossi@gmail.com" if of_the_part else b""
        archive.comment = b"" if of_the_part else b"di mario.rossi@gmail.com"
        archive.writestr(part, "<a>niente</a>")
    found = examined(name, written.getvalue(), tmp_path)
    assert found.personal == (("personal-email", "mario.rossi@gmail.com"),)


@pytest.mark.parametrize("field", ["/Author", "/Subject", "/Keywords"])
def test_what_a_pdf_says_of_itself_is_read(field: str, tmp_path: Path) -> None:
    content = printed("Nessuno", **{field: "di mario.rossi@gmail.com"})
    assert examined("a.pdf", content, tmp_path).personal == (("personal-email", "mario.rossi@gmail.com"),)
