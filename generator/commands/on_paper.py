"""What a command writes for people to read and to count: a page, a spreadsheet and a PDF, in each language."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from generator.exports.datasets import has_spreadsheets
from generator.machine.typesetting import can_write_pdf
from generator.options import template_folders
from generator.text.context import Context
from generator.view.data_files import Workbook
from generator.view.dossiers import PaperPage
from generator.view.office_report import Report
from generator.words import N_, Phrase


class OnPaper(NamedTuple):
    """What is told in a language, and what makes a spreadsheet of it at a path."""

    context: Context
    page: PaperPage | Report
    workbook: Callable[[str], Workbook]


def files_on_paper(root: Path, name: str, told: Iterable[OnPaper]) -> tuple[dict[str, str | bytes], tuple[Phrase, ...]]:
    """The files by their names, and why some are left out."""
    from generator.output.pdf import pdf  # an extra, and slow to load
    from generator.output.render import Renderer
    from generator.output.templates import Templates
    from generator.output.workbook import workbook

    renderer, files = Renderer(Templates(template_folders(root))), dict[str, str | bytes]()
    counts, prints = has_spreadsheets(), can_write_pdf()
    for one in told:
        path = f"{name}.{one.context.language}"
        files[f"{path}.html"] = page = renderer.render(one.page, one.context.words)
        if counts:
            files[f"{path}.xlsx"] = workbook(one.workbook(f"{path}.xlsx"))
        if prints:
            files[f"{path}.pdf"] = pdf(page)
    sheet = Phrase(N_('The spreadsheet is left out: to write it, pip install "vetrina[reports]".'))
    paper = Phrase(N_('The PDF is left out: to write it, pip install "vetrina[reports]", and install Pango.'))
    return files, (*(() if counts else (sheet,)), *(() if prints else (paper,)))
