"""HTML becomes a PDF that programs find tagged, the same each time, and that asks nothing of elsewhere."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.machine.typesetting import can_write_pdf
from generator.output.pdf import pdf
from generator.problems.setup import SetupError
from tests.media import picture

_PAGE = """<!doctype html><html lang="it"><head><meta charset="utf-8"><title>Il fascicolo</title>
<meta name="dcterms.created" content="2026-11-22">
<style>body { font-family: "Titillium Web", "Titillium Web more" }</style></head>
<body><main><h1>Il fascicolo</h1><h2>Città</h2><p>Două ș ț, ő ű <a href="https://example.org/">oltre</a></p>
<table><caption>Cifre</caption><tr><th scope="col">Anno</th></tr><tr><td>2024</td></tr></table>
<svg viewBox="0 0 9 9" width="50"><title>Un cerchio</title><circle cx="4" cy="4" r="4"/></svg></main></body></html>"""


@pytest.mark.pango
def test_a_pdf_has_its_language_title_outline_and_date_and_is_the_same_twice(tmp_path: Path) -> None:
    written = pdf(_PAGE.encode())
    assert written == pdf(_PAGE.encode())
    read = PdfReader(BytesIO(written))
    assert read.metadata and read.metadata.title == "Il fascicolo" and "20261122" in str(read.metadata["/CreationDate"])
    assert read.trailer["/Root"]["/Lang"] == "it" and read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert [one.title for one in read.outline if not isinstance(one, list)] == ["Il fascicolo"]
    assert "Două ș ț, ő ű oltre" in read.pages[0].extract_text()
    assert {str(font) for font in _fonts(read)} == {"Titillium-Web", "Titillium-Web-more", "Titillium-Web-Semi-Bold"}
    assert_tagged(written, tmp_path)


def assert_tagged(written: bytes, folder: Path) -> None:
    """A PDF breaks no rule of PDF/UA-1 that a machine can check."""
    page = pytest.importorskip("page")
    file = folder / "checked.pdf"
    file.write_bytes(written)
    found = page.validate_pdf(str(file), profile=page.ValidationProfile.PDF_UA_1)
    assert not [one.rule_id for one in found.failures] and found.is_compliant


def _fonts(read: PdfReader) -> set[str]:
    fonts = read.pages[0]["/Resources"]["/Font"].values()
    return {font.get_object()["/BaseFont"].partition("+")[2] for font in fonts}


def test_what_is_missing_is_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(SetupError) as told:
        pdf(b"<title>x</title>")
    assert "vetrina[reports]" in told.value.hint.text


@pytest.mark.pango
def test_what_writes_pdf_leaves_pictures_that_are_cut_short_a_fault(tmp_path: Path) -> None:
    """Loaded, the library asks Pillow to take them: in a process of its own, where nothing has loaded it before."""
    cut = tmp_path / "cut.jpg"
    cut.write_bytes(picture((400, 300), "JPEG")[:900])
    script = (
        "import sys; from pathlib import Path; from generator.content.media import inspect;"
        "from generator.machine.memo import Memo; from generator.output.pdf import pdf;"
        "pdf(b'<title>x</title>'); print(inspect(Path(sys.argv[1]), Memo()).fault)"
    )
    assert subprocess.check_output([sys.executable, "-c", script, str(cut)], text=True) == "broken\n"


def test_without_the_library_no_pdf_is_promised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.machine.typesetting.is_installed", lambda library: False)
    assert not can_write_pdf.__wrapped__()
