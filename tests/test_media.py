"""Pictures, documents and videos beside a record: what is told of them, what is published, how a page shows them."""

import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Literal
from unicodedata import normalize
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageCms, ImageOps, ImageStat

from generator.content.media import MOST_PIXELS, Media, inspect
from generator.machine.memo import Memo
from generator.problems.as_text import message
from generator.words import words_for
from tests.harness import SiteTest
from tests.long import IS_LONG
from tests.media import MP4, VTT, WEBM, document, opened, picture

HOME = "content/organisations/biblioteca"
PAGE = "/organizzazioni/biblioteca/"
IMAGE = "image: {{file: {}, alt: La sala, credit: Comune, licence: CC BY 4.0}}\n"
GPS, GPS_LATITUDE, MAKE, ORIENTATION = 0x8825, 2, 0x010F, 0x0112


def site(facts: str = "", body: str = "Testo.", **files: bytes) -> SiteTest:
    """The small site with a record and files beside it; "_" in their names stands for "."."""
    told = f"title: Biblioteca\nnature: cultural-body\n{facts}sources:\n  - source: comunicato-mobilita"
    made = SiteTest().write(f"{HOME}/index.md", f"---\n{told}\n---\n{body}\n")
    for name, content in files.items():
        made.write(f"{HOME}/{name.replace('_', '.')}", content)
    return made


def attached(file: str, more: str = "") -> str:
    return f"attachments:\n  - {{file: {file}, title: {{it: il file, en: the file}}, language: it{more}}}\n"


def published(made: SiteTest) -> dict[str, bytes]:
    """What was published beside the record's page, but for its dossier."""
    made.check().problems()
    folder = PAGE.lstrip("/")
    found = {path.removeprefix(folder): data for path, data in made.build().beside(folder).items()}
    return {path: data for path, data in found.items() if not path.startswith("dossier/")}


def seen(name: str, content: bytes, tmp_path: Path) -> Media:
    file = tmp_path / name
    file.write_bytes(content)
    return inspect(file, Memo())


# --- what a file is ---


@pytest.mark.parametrize(
    ("name", "content", "is_a", "form"),
    [
        ("a.png", picture(), "picture", "PNG"),
        ("a.JPG", picture(form="JPEG"), "picture", "JPEG"),
        ("a.webp", picture(form="WEBP"), "picture", "WebP"),
        ("a.gif", picture(form="GIF"), "picture", "GIF"),
        ("a.avif", picture(form="AVIF"), "picture", "AVIF"),
        ("a.jpg", picture(form="PNG"), "picture", "PNG"),  # what it is counts, not what it is called
        ("a.pdf", document(), "document", "PDF"),
        ("a.pdf", b"\n\n" + document(), "document", "PDF"),
        ("a.mp4", MP4, "video", "MP4"),
        ("a.webm", WEBM, "video", "WebM"),
        ("a.vtt", VTT, "subtitles", "VTT"),
        ("a.vtt", b"\xef\xbb\xbf" + VTT, "subtitles", "VTT"),
        ("a.csv", b"a,b", "other", "CSV"),
    ],
)
def test_a_file_is_what_its_bytes_are(name: str, content: bytes, is_a: str, form: str, tmp_path: Path) -> None:
    media = seen(name, content, tmp_path)
    assert (media.is_a, media.form, media.fault, media.size) == (is_a, form, "", len(content))
    assert (media.width, media.height) == ((40, 30) if is_a == "picture" else (0, 0))


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.png", b"", "format"),
        ("a.png", b"x", "format"),
        ("a.png", document(), "format"),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "format"),
        ("a.tif", picture(form="TIFF"), "format"),
        ("a.png", picture(form="BMP"), "format"),
        ("a.png", picture()[:60], "broken"),
        ("a.jpg", picture((400, 300), "JPEG")[:900], "broken"),
        ("a.webp", picture((400, 300), "WEBP")[:200], "broken"),
        ("a.pdf", b"Non un PDF", "broken"),
        ("a.pdf", b"", "broken"),
        ("a.mp4", WEBM, "broken"),
        ("a.webm", MP4, "broken"),
        ("a.html", b"<!DOCTYPE html>", "format"),
        ("a.js", b"alert(1)", "format"),
        ("a.css", b"body { background: url(x.png) }", "format"),
        ("a.php", b"<?php phpinfo(); ?>", "format"),
        ("leggimi", b"", "format"),
        ("a.txt", b"\n <HTML>", "broken"),
        ("a.csv", b"<?php phpinfo(); ?>", "broken"),
        ("a.txt", b"Testo <a href='javascript:alert(1)'>", "broken"),
        ("a.txt", b"Testo <form action=//evil.example>", "broken"),
        ("a.txt", b'Testo <meta http-equiv=refresh content="0">', "broken"),
        ("a.txt", b"Testo <a b='>' onclick=x()>", "broken"),
        ("a.vtt", b"1\n00:00:00,000 --> 00:00:01,000\n", "broken"),
        ("a.json", "<script>alert(1)</script>".encode("utf-16"), "broken"),
        ("a.txt", b"<svg onload=alert(1)>", "broken"),
        ("a.pdf", b"<html><script>alert(1)</script>%PDF-1.7", "broken"),
        ("a.csv", b"#!/bin/sh\nrm -r /\n", "broken"),
        ("a.mp3", b"\x7fELF\x02\x01\x01", "broken"),
        ("a.csv", b"a;b\n" * 500 + b"<?php system($_GET['c']); ?>", "broken"),
        ("a.json", b'{"a": "' + b"x" * 2_000 + b'<html><script>alert(1)</script>"}', "broken"),
        ("a.txt", "parola ".encode("utf-16") * 400 + "<script>".encode("utf-16-le"), "broken"),
        ("a.txt", "parola ".encode("utf-16-le") * 400 + "<script>".encode("utf-16-le"), "broken"),
        ("a.txt", b"x" * 2_000 + b"<img src=x\nonerror = alert(1)>", "broken"),
        ("a.vtt", VTT + b"x\n" * 1_000 + b"<iframe src=x>", "broken"),
        ("a.ics", b"x" * 2_000 + b'<!--#exec cmd="ls" -->', "broken"),
        ("a.txt", b"\xef\xbb\xbf\n<img src=x>", "broken"),
        ("a.txt", "<p>".encode("utf-16"), "broken"),
        ("a.zip", b"MZ\x90\x00\x03\x00", "broken"),
        ("a.docx", b"MZ\x90\x00\x03\x00", "broken"),
        ("a.xlsx", b"nome;cognome\n", "broken"),
    ],
)
def test_a_file_that_is_of_no_use_is_known(name: str, content: bytes, fault: str, tmp_path: Path) -> None:
    assert seen(name, content, tmp_path).fault == fault


@pytest.mark.parametrize("size", [(16_001, 1), (8_000, 6_251)])
def test_a_picture_that_is_too_large_is_known(size: tuple[int, int], tmp_path: Path) -> None:
    assert seen("a.png", picture(size, mode="1"), tmp_path).fault == "large"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"MZ;nome\n1;x\n"),
        ("a.txt", b"<urp@a.example> risponde a chi scrive: <https://a.example/>\n"),
        ("a.json", b'{"a": "<p>Meno di 5 (<5), o <em>quasi</em>, una volta on line=s\xc3\xac</p>"}'),
        ("a.vtt", VTT + b"<v Voce>x</v>\n" * 200),
    ],
)
def test_a_text_may_look_a_little_like_a_program(name: str, content: bytes, tmp_path: Path) -> None:
    assert seen(name, content, tmp_path).fault == ""


@pytest.mark.skipif(not IS_LONG, reason="takes long: `make test-long`")
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much memory a program had")
@pytest.mark.parametrize("form", MOST_PIXELS)
def test_the_largest_picture_is_read_in_three_hundred_megabytes(form: str, tmp_path: Path) -> None:
    """Of noise, transparent where its format can be, progressive: what costs its decoder most."""
    pixels = MOST_PIXELS[form]
    size = (pixels // 4_000, 4_000)
    noise = Image.effect_noise((size[0] // 10, 400), 90).resize(size)
    image = Image.merge("RGB", (noise, noise, noise)) if form in ("JPEG", "AVIF") else Image.merge("RGBA", [noise] * 4)
    how = {"JPEG": {"progressive": True}, "WebP": {"method": 0}, "AVIF": {"speed": 10}}.get(form, {})
    file = tmp_path / f"a.{form.lower()}"
    image.save(file, form, **how)
    asked = f"""
from pathlib import Path
from generator.content.media import inspect
from generator.machine.memo import Memo
print(inspect(Path({str(file)!r}), Memo()).fault, open("/proc/self/status").read().partition("VmHWM:")[2].split()[0])
"""
    fault, _, peak = subprocess.check_output([sys.executable, "-c", asked], text=True).rstrip().rpartition(" ")
    assert fault == ""
    assert int(peak) <= 300 * 1024


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    header = bytearray(picture((1, 1), mode="1"))
    header[16:24] = (60_000).to_bytes(4, "big") * 2
    header[29:33] = crc32(header[12:29]).to_bytes(4, "big")
    assert seen("a.png", bytes(header), tmp_path).fault == "large"


@pytest.mark.parametrize(("orientation", "size"), [(1, (40, 30)), (3, (40, 30)), (6, (30, 40)), (8, (30, 40))])
def test_a_picture_is_measured_upright(orientation: int, size: tuple[int, int], tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    media = seen("a.jpg", picture(form="JPEG", exif=exif), tmp_path)
    assert (media.width, media.height) == size


@pytest.mark.parametrize(
    ("content", "tagged"),
    [
        (document(), True),
        (document(marked=False), False),
        (document(structured=False), False),
        (b"%PDF-1.7\nspezzato", False),
        (document()[:200], False),
    ],
)
def test_a_document_has_tags_or_has_none(content: bytes, tagged: bool, tmp_path: Path) -> None:
    assert seen("a.pdf", content, tmp_path).tagged is tagged


REAL = {"png": picture(), "jpg": picture(form="JPEG"), "webp": picture(form="WEBP"), "pdf": document(), "mp4": MP4}


@settings(max_examples=settings.default.max_examples // 3)
@given(st.sampled_from(sorted(REAL)), st.data())
def test_spoilt_files_give_problems_or_a_site(ending: str, data: st.DataObject) -> None:
    content = REAL[ending]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 40)))
    spoilt = content[:start] + data.draw(st.binary(max_size=20)) + content[end:]
    made = site(attached(f"a.{ending}"), f'![s](a.{ending} "Comune")', **{f"a_{ending}": spoilt})
    assert set(made.check().codes()) <= {
        "unreadable-picture", "wrong-file", "untagged-pdf", "unexamined-file", "inaccessible-video", "untranslated",
    }  # fmt: skip
    assert made.build().stopped_by or made.beside(PAGE.lstrip("/"))


# --- what is published ---


def camera(form: str) -> bytes:
    """A picture as a telephone writes it: held sideways, and telling where it was made, with what and by whom."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKE] = 6, "Segreto Telefoni"
    exif.get_ifd(GPS)[GPS_LATITUDE] = (45.0, 28.0, 9.0)
    how = {"JPEG": {"comment": b"Segreto"}, "PNG": {}, "WEBP": {"xmp": b"<x>Segreto</x>"}, "AVIF": {}}[form]
    return picture((1000, 600), form, exif=exif, **how)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_nothing_that_a_camera_tells_is_published(form: str) -> None:
    original = camera(form)
    assert b"Segreto" in original
    made = site(IMAGE.format("sala.jpg"), sala_jpg=original)
    files = published(made)
    assert set(files) - {"index.html", "index.json"} == {
        f"sala-{width}.{ending}" for width in (480, 600) for ending in ("webp", "jpg")
    }
    for name, content in files.items():
        assert b"Segreto" not in content
        if name.startswith("sala"):
            image = opened(content)
            assert dict(image.getexif()) == {}
            assert not {"exif", "xmp", "comment", "icc_profile"} & set(image.info)


@pytest.mark.parametrize(
    ("width", "widths"),
    [(1, [1]), (480, [480]), (481, [480, 481]), (1600, [480, 960, 1600]), (2400, [480, 960, 1600])],
)
def test_no_picture_is_made_larger_than_it_is(width: int, widths: list[int]) -> None:
    files = published(site(IMAGE.format("sala.png"), sala_png=picture((width, 7))))
    sizes = {name: opened(content).size for name, content in files.items() if name.startswith("sala")}
    assert sorted(size[0] for name, size in sizes.items() if name.endswith(".webp")) == widths
    assert all(height == max(1, round(7 * one / width)) for one, height in sizes.values())


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_as_pillow_would_turn_it(orientation: int) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    drawn = Image.new("RGB", (64, 32))
    for x, y, colour in ((0, 0, (255, 0, 0)), (32, 0, (0, 255, 0)), (0, 16, (0, 0, 255))):
        drawn.paste(colour, (x, y, x + 32, y + 16))
    written = io.BytesIO()
    drawn.save(written, "PNG", exif=exif)
    upright = ImageOps.exif_transpose(opened(written.getvalue()))
    came = opened(published(site(IMAGE.format("sala.png"), sala_png=written.getvalue()))[f"sala-{upright.width}.jpg"])
    assert came.size == upright.size
    assert ImageStat.Stat(ImageChops.difference(came, upright)).mean < [8, 8, 8]


def test_a_picture_stands_upright_and_keeps_its_colours() -> None:
    image = opened(published(site(IMAGE.format("sala.jpg"), sala_jpg=camera("JPEG")))["sala-600.jpg"])
    assert image.size == (600, 1000)
    top, bottom = (image.convert("RGB").getpixel((300, y)) for y in (200, 800))
    assert top[2] > top[0] and bottom[0] > bottom[2]  # turned by a quarter: blue, which was left, is above


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_is_transparent_stays_so(mode: str) -> None:
    made = site(IMAGE.format("sala.png"), sala_png=picture(mode=mode))
    files = published(made)
    assert {"sala-40.png", "sala-40.webp"} <= set(files)
    assert opened(files["sala-40.png"]).getchannel("A").getextrema() == (128, 128)
    assert 'class="paper"' in made.main(PAGE)


@pytest.mark.parametrize(
    ("form", "mode", "how"),
    [("PNG", "RGBA", {"alpha": 255}), ("PNG", "P", {}), ("PNG", "1", {}), ("PNG", "L", {}), ("PNG", "I;16", {}),
     ("GIF", "P", {}), ("JPEG", "CMYK", {}), ("JPEG", "L", {})],
)  # fmt: skip
def test_pictures_of_any_kind_of_colour_become_jpeg(form: str, mode: str, how: dict[str, int]) -> None:
    files = published(site(IMAGE.format("sala.png"), sala_png=picture(form=form, mode=mode, **how)))
    image = opened(files["sala-40.jpg"])
    assert image.mode == "RGB"
    assert opened(files["sala-40.webp"]).mode == "RGB"


def test_grey_of_sixteen_bits_is_not_cut_off() -> None:
    written = io.BytesIO()
    Image.new("I;16", (40, 30), 32768).save(written, "PNG")
    files = published(site(IMAGE.format("sala.png"), sala_png=written.getvalue()))
    assert 120 < opened(files["sala-40.jpg"]).getpixel((5, 5))[0] < 136


@pytest.mark.parametrize("profile", ["sRGB", "LAB", "nonsense"])
def test_colours_are_read_as_the_profile_says_and_it_is_not_kept(profile: str) -> None:
    icc = b"nonsense" if profile == "nonsense" else ImageCms.ImageCmsProfile(ImageCms.createProfile(profile)).tobytes()
    files = published(site(IMAGE.format("sala.jpg"), sala_jpg=picture(form="JPEG", quality=95, icc_profile=icc)))
    red, green, blue = opened(files["sala-40.jpg"]).getpixel((5, 15))
    assert abs(red - 18) < 12 and abs(green - 57) < 12 and abs(blue - 127) < 12


def test_a_profile_of_other_colours_is_applied() -> None:
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = icc.replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ")
    files = published(site(IMAGE.format("sala.png"), sala_png=picture(icc_profile=swapped)))
    red, _, blue = opened(files["sala-40.jpg"]).getpixel((5, 15))
    assert red > 100 > 50 > blue  # what the file calls blue is red


def test_a_picture_that_is_only_linked_is_published_once_and_found() -> None:
    made = site(attached("foto.png"), "Una [foto](foto.png) e una [carta](carta.webp).",
                foto_png=picture((2000, 1000)), carta_webp=picture(form="WEBP", mode="RGBA"))  # fmt: skip
    assert set(published(made)) == {"index.html", "index.json", "foto-1600.jpg", "carta-40.png"}
    made.problems()  # every link leads somewhere
    main = made.main(PAGE)
    assert f'<a href="{PAGE}foto-1600.jpg">foto</a> e una <a href="{PAGE}carta-40.png">carta</a>' in main
    assert f'<a href="{PAGE}foto-1600.jpg">il file</a> (JPEG, 1600 × 800 pixel, italiano)' in main


def test_two_pictures_that_would_have_one_address_are_told() -> None:
    made = site(body='![s](sala.png "Comune") ![s](sala.webp "Comune")',
                sala_png=picture(), sala_webp=picture(form="WEBP")).build()  # fmt: skip
    assert set(made.codes()) == {"same-address"}
    assert {(one.place.path, one.place.line, one.place.column) for one in made.found} == {(f"{HOME}/index.md", 7, 30)}
    assert not made.out.exists()


@pytest.mark.parametrize("named", ["NFC", "NFD"])
def test_two_files_whose_names_look_the_same_are_told(named: Literal["NFC", "NFD"]) -> None:
    made = site(body="Ecco [tutto](più.csv).\n\nE [qui](" + normalize(named, "è.csv") + ").", più_csv=b"p")
    for form in ("NFC", "NFD"):
        made.write(f"{HOME}/{normalize(form, 'è.csv')}", form)
    made.check().problems(("twin-names", f"{HOME}/index.md", 9, 9))
    assert "«è.csv» e «è.csv, con gli accenti registrati in altro modo»" in message(made.found[0], words_for("it"))
    assert made.build().built.published is None
    made.remove(f"{HOME}/{normalize('NFD', 'è.csv')}")
    assert published(made)["è.csv"] == b"NFC"


def test_pictures_are_made_once_for_each_content(tmp_path: Path) -> None:
    made = site(IMAGE.format("sala.png"), sala_png=picture())
    first, again, other = dict[str, int](), dict[str, int](), dict[str, int]()
    for stamps, content in ((first, picture()), (again, picture()), (other, picture((40, 31)))):
        made.write(f"{HOME}/sala.png", content)
        made.build(store=tmp_path)
        stamps.update({file.as_posix(): file.stat().st_ctime_ns for file in tmp_path.glob("*picture-*/*")})
    assert len(first) == 3  # what it is, and two forms
    assert again == first
    assert len(other) == 2 * len(first)
    kept = made.tree()
    shutil.rmtree(tmp_path)
    assert made.build(store=tmp_path).tree() == kept


def test_data_and_search_engines_are_told_where_files_are() -> None:
    made = site(IMAGE.format("sala.png") + attached("orari.pdf"), sala_png=picture(), orari_pdf=document())
    data = json.loads(published(made)["index.json"])
    base = "https://" + re.search(r"https://([^\"]+?)organizzazioni/biblioteca/", json.dumps(data))[1]
    assert data["facts"]["image"]["file"] == "sala.png"
    assert data["computed"]["files"] == {
        "orari.pdf": f"{base}organizzazioni/biblioteca/orari.pdf",
        "sala.png": f"{base}organizzazioni/biblioteca/sala-40.jpg",
    }
    image = re.search(r'"image":(\{[^}]*\})', made.page(PAGE))
    assert json.loads(image[1]) == {
        "@type": "ImageObject", "contentUrl": f"{base}organizzazioni/biblioteca/sala-40.jpg", "creditText": "Comune",
    }  # fmt: skip


# --- how a page shows them ---


def test_the_picture_of_a_record_comes_at_once_those_of_its_text_when_they_are_near() -> None:
    made = site(IMAGE.format("sala.png"), '![s](sala.png "Comune")', sala_png=picture((2000, 1000))).build()
    made.problems()
    first, second = re.findall(r"<img[^>]*>", made.main(PAGE))
    assert 'loading="lazy"' not in first and 'loading="lazy"' in second
    assert all('width="1600" height="800"' in one for one in (first, second))


@pytest.mark.parametrize(
    ("body", "figures"),
    [
        ('![s](sala.png "Di Ada")', 1),
        ('![s](sala.png "Di Ada")\n![s](sala.png "Di Ada")', 2),
        ('Testo ![s](sala.png "Di Ada") testo.', 0),
        ('- ![s](sala.png "Di Ada")', 0),
        ('[![s](sala.png "Di Ada")](ref:pages/method)', 0),
        ('| a |\n|---|\n| ![s](sala.png "Di Ada") |', 0),
        ('> ![s](sala.png "Di Ada")', 1),
    ],
)
def test_a_picture_in_a_text_keeps_its_credit_wherever_it_stands(body: str, figures: int) -> None:
    made = site(body=body, sala_png=picture()).build()
    made.problems()
    main = made.main(PAGE)
    assert main.count("<figure") == main.count("<figcaption") == figures
    assert main.count("Di Ada") == main.count("<picture>") == max(1, figures)
    assert not re.search(r"<p>\s*<figure", main)
    assert not re.search(r"<p>\s*</p>", main)


def test_a_credit_is_text_and_no_html() -> None:
    made = site(body="![s < t](sala.png '\"Ada\" < Bo & co.')", sala_png=picture()).build()
    made.problems()
    assert '<figcaption class="source">&#34;Ada&#34; &lt; Bo &amp; co.</figcaption>' in made.main(PAGE)
    assert 'alt="s &lt; t"' in made.main(PAGE)


def test_a_page_of_prose_shows_pictures_too() -> None:
    made = SiteTest().rename("content/pages/method.md", "content/pages/method/index.md")
    made.rename("content/pages/method.en.md", "content/pages/method/index.en.md")
    made.write("content/pages/method/sala.png", picture())
    text = made.read("content/pages/method/index.md")
    made.write("content/pages/method/index.md", f'{text}\n\n![s](sala.png "Di Ada")\n').build()
    assert set(made.codes()) <= {"stale-translation"}
    assert '<figcaption class="source">Di Ada</figcaption>' in made.main("/metodo/")
    assert "metodo/sala-40.webp" in made.files()


@pytest.mark.parametrize(("size", "said"), [(0, "0 byte"), (999, "999 byte"), (1000, "1 kB"), (1_234_567, "1,2 MB")])
def test_a_document_says_form_size_and_language(size: int, said: str) -> None:
    made = site(attached("dati.csv"), dati_csv=bytes(size)).build()
    made.problems()
    assert f'dati.csv">il file</a> (CSV, {said}, italiano)' in made.main(PAGE).replace("\xa0", " ")


def test_a_document_without_tags_may_be_explained() -> None:
    facts = attached("orari.pdf")
    made = site(facts, "[orari](orari.pdf)", orari_pdf=document(marked=False))
    assert made.check().codes() == ["untagged-pdf"]
    allowed = f"{facts}allow:\n  - {{code: untagged-pdf, because: è un atto firmato}}\n"
    assert site(allowed, orari_pdf=document(marked=False)).check().codes() == []


VIDEO = (
    ", subtitles: [{file: a.vtt, language: it}, {file: b.vtt, language: en}], transcript: t.txt, sign_language: s.mp4"
)


def test_a_video_is_shown_with_all_that_makes_it_accessible() -> None:
    made = site(attached("v.mp4", VIDEO), v_mp4=MP4, s_mp4=MP4, a_vtt=VTT, b_vtt=VTT, t_txt=b"Ecco.")
    assert set(published(made)) == {"index.html", "index.json", "v.mp4", "s.mp4", "a.vtt", "b.vtt", "t.txt"}
    main = made.main(PAGE)
    assert re.search(r'<video controls preload="none" width="\d+" height="\d+"', main)
    assert f'<source src="{PAGE}v.mp4" type="video/mp4">' in main
    assert f'<track kind="captions" src="{PAGE}a.vtt" srclang="it" label="italiano">' in main
    assert f'<track kind="subtitles" src="{PAGE}b.vtt" srclang="en" label="inglese">' in main
    for file in ("v.mp4", "t.txt", "s.mp4"):
        assert f'<a href="{PAGE}{file}">' in main
    assert "Allegati" not in main


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        (VIDEO, []),
        (VIDEO.replace(", sign_language: s.mp4", ""), []),
        (VIDEO.replace(", transcript: t.txt", ""), ["inaccessible-video"]),
        ("", ["inaccessible-video"]),
        (VIDEO.replace("a.vtt", "c.vtt"), ["missing-file"]),
        (VIDEO.replace("t.txt", "u.txt"), ["missing-file"]),
        (VIDEO.replace("s.mp4", "r.mp4"), ["missing-file"]),
        (VIDEO.replace("s.mp4", "t.txt"), ["wrong-file"]),
        (VIDEO.replace("a.vtt", "t.txt"), ["wrong-file"]),
    ],
)
def test_what_a_video_lacks_is_told(more: str, codes: list[str]) -> None:
    made = site(attached("v.mp4", more), v_mp4=MP4, s_mp4=MP4, a_vtt=VTT, b_vtt=VTT, t_txt=b"Ecco.")
    assert made.check().codes() == codes


@pytest.mark.parametrize(
    "written",
    [
        f"{HOME}/foto.jpg",
        "organisations\\biblioteca\\Foto.jpg",
        *("./foto.jpg", "../foto.jpg", "/foto.jpg", "foto.JPG", "foto.jpeg", "Foto.PNG"),
    ],
)
def test_a_file_that_is_named_otherwise_is_told_with_the_name_to_write(written: str) -> None:
    made = site(
        f"image: {{file: '{written}', alt: Un molo, credit: Ada Rossi, licence: CC BY 4.0}}\n",
        foto_jpg=picture(form="JPEG"),
    )
    [told] = [one for one in made.check().found if one.code == "missing-file"]
    assert (told.suggestions, told.place.path) == (("foto.jpg",), f"{HOME}/index.md")


def test_a_record_beside_its_folder_has_the_files_in_it() -> None:
    """As the editor in the browser leaves them."""
    site = SiteTest("minimal").write("content/agreements/mobilita/bici.png", picture())
    image = "image: {file: bici.png, alt: Una bici, credit: Ada Rossi, licence: CC BY 4.0}\n"
    site.replace("content/agreements/mobilita.md", "---\n", f"---\n{image}")
    site.replace("content/agreements/mobilita.en.md", "---\n", "---\nimage: {alt: A bicycle}\n").build()
    assert site.codes() == ["stale-translation"]
    assert "accordi/mobilita/bici-40.webp" in site.files()
