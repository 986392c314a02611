"""Made-up pictures, documents and videos."""

import io
import zipfile
import zlib
from typing import Any

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    TextStringObject,
)

MP4 = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2"
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01"
VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\nEcco.\n"


def picture(size: tuple[int, int] = (40, 30), form: str = "PNG", mode: str = "RGB", **how: Any) -> bytes:
    """A picture whose left half is blue and whose right half is red, or as light as these."""
    image = Image.new("RGB", size, (18, 57, 127))
    image.paste((200, 40, 40), (size[0] // 2, 0, *size))
    if mode in ("RGBA", "LA"):
        image.putalpha(how.pop("alpha", 128))
    image = image.convert(mode)
    written = io.BytesIO()
    image.save(written, form, **how)
    return written.getvalue()


def opened(content: bytes) -> Image.Image:
    """A picture to be looked at."""
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def exif(description: str) -> bytes:
    """What a camera writes into a picture."""
    written = Image.Exif()
    written[0x010E] = description
    return written.tobytes()


def zipped(members: dict[str, str]) -> bytes:
    """A file of an office program, as far as it is looked into."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, markup in members.items():
            archive.writestr(name, markup)
    return written.getvalue()


def printed(text: str, **said: str) -> bytes:
    """A PDF of one page that shows a text, with what it says of itself."""
    writer = PdfWriter()
    page = writer.add_blank_page(400, 200)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    shown = DecodedStreamObject()
    shown.set_data(f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode())
    page[NameObject("/Contents")] = writer._add_object(shown)
    writer.add_metadata({f"/{name.title()}": value for name, value in said.items()})
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def document(*, marked: bool = True, structured: bool = True) -> bytes:
    """A PDF of one blank page, with the tags that screen readers need or some of them."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if marked:
        marks = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
        writer.root_object[NameObject("/MarkInfo")] = marks
    if structured:
        tree = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
        writer.root_object[NameObject("/StructTreeRoot")] = writer._add_object(tree)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def unpacked(content: bytes) -> bytes:
    """A file, and what is compressed in it: what a stream of gzip holds, the parts of an archive."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            return b"".join((content, *map(opened.read, opened.namelist())))
    try:
        return content + zlib.decompress(content, 31)
    except zlib.error:
        return content


def locked(password: str = "", *, with_aes: bool = False) -> bytes:
    """A PDF of one blank page that its owner has protected, and that opens with a password, an empty one at least."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt(password, "owner", algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    filters = b"/V 4 /CF <</StdCF <</CFM /AESV2 /AuthEvent /DocOpen /Length 16>>>> /StmF /StdCF /StrF /StdCF"
    return written.getvalue().replace(b"/V 2", filters).replace(b"/R 3", b"/R 4") if with_aes else written.getvalue()


def annotated(**values: str) -> bytes:
    """A PDF of one blank page with a comment (`comment`), a form filled in (`filled`) or with what it offers
    (`offered`), explains (`explained`) or says if nobody fills it in (`usual`), a bookmark (`bookmark`), XMP
    (`described`, `described_shortly`), a file within (`packed`)."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    kinds = {"/Type": NameObject("/Annot"), "/Rect": ArrayObject(map(FloatObject, (0, 0, 9, 9)))}
    if "comment" in values:
        comment = kinds | {"/Subtype": NameObject("/Text"), "/Contents": TextStringObject(values["comment"])}
        writer.add_annotation(page, DictionaryObject({NameObject(name): one for name, one in comment.items()}))
    keys = {"filled": "/V", "explained": "/TU", "usual": "/DV"}
    if said := {key: TextStringObject(values[name]) for name, key in keys.items() if name in values}:
        filled = {"/T": TextStringObject("nome"), "/FT": NameObject("/Tx"), **said}
        if "offered" in values:
            choice = ArrayObject([TextStringObject("1"), TextStringObject(values["offered"])])
            filled |= {"/FT": NameObject("/Ch"), "/Opt": ArrayObject([TextStringObject("0"), choice])}
        field = writer._add_object(DictionaryObject({NameObject(name): one for name, one in filled.items()}))
        form = DictionaryObject({NameObject("/Fields"): ArrayObject([field])})
        writer.root_object[NameObject("/AcroForm")] = form
    if "bookmark" in values:
        above = writer.add_outline_item(title="Capitolo", page_number=0)
        writer.add_outline_item(title=values["bookmark"], page_number=0, parent=above)
    if "described" in values or "described_shortly" in values:
        packet = DecodedStreamObject()
        attribute = f'photoshop:Instructions="{values.get("described_shortly", "")}"'
        element = f"<dc:rights>{values.get('described', '')}</dc:rights>"
        known = (
            'xmpMM:DocumentID="uuid:33312345-6789-0211-2345-678901234567" xmp:CreateDate="2024-05-01T10:00:00+02:00"'
        )
        packet.set_data(
            f"<x:xmpmeta><rdf:Description {known} {attribute}>{element}</rdf:Description></x:xmpmeta>".encode()
        )
        writer.root_object[NameObject("/Metadata")] = writer._add_object(packet)
    if "packed" in values:
        writer.add_attachment("elenco.csv", values["packed"].encode())
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def id3(version: int = 4, **frames: bytes) -> bytes:
    """An MP3 as far as its tags go: ID3v2 of a version with frames by their names, and a little sound."""
    seven = lambda number: bytes((number >> shift) & 0x7F for shift in (21, 14, 7, 0))  # noqa: E731
    size = {2: lambda number: number.to_bytes(3), 3: lambda number: number.to_bytes(4), 4: seven}[version]
    flags = b"" if version == 2 else b"\0\0"
    tag = b"".join(name.encode() + size(len(held)) + flags + held for name, held in frames.items()) + bytes(20)
    return b"ID3" + bytes((version, 0, 0)) + seven(len(tag)) + tag + b"\xff\xfb\x90\x44" + bytes(400)


def box(name: bytes, *held: bytes) -> bytes:
    """A box of an MP4."""
    inside = b"".join(held)
    return (8 + len(inside)).to_bytes(4) + name + inside


def element(name: str, *held: bytes) -> bytes:
    """An element of a WebM."""
    inside = b"".join(held)
    return bytes.fromhex(name) + (len(inside) | 1 << 56).to_bytes(8) + inside


def tagged(*, alt: str = "", stands_for: str = "", page_called: str = "") -> bytes:
    """A PDF of one page whose tags tell a picture (`alt`), of which signs stand for others, that has a label."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    figure = DictionaryObject({NameObject("/S"): NameObject("/Figure"), NameObject("/Alt"): TextStringObject(alt)})
    tree = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
    above = writer._add_object(tree)
    figure[NameObject("/P")] = above
    tree[NameObject("/K")] = ArrayObject([writer._add_object(figure), above])
    writer.root_object[NameObject("/StructTreeRoot")] = above
    shown = DecodedStreamObject()
    shown.set_data(f"/Span <</ActualText ({stands_for})>> BDC EMC".encode())
    page[NameObject("/Contents")] = writer._add_object(shown)
    if page_called:
        writer.set_page_label(0, 0, prefix=page_called)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
