"""The files that stand beside the page of a record: its data, its tables, what is attached, old addresses."""

from generator.exports.change_log import KeptLog
from generator.exports.dossier_files import dossier_file
from generator.exports.json_records import record_data
from generator.exports.projects_table import projects_table, table_paths
from generator.exports.published_files import published
from generator.exports.redirects import led_from, redirect_at
from generator.fields.values import AnyRef
from generator.pages.dossier_pages import dossier_forms, dossier_paper
from generator.planned import FileRole, RecordFile
from generator.showcase.answers import settled, texts_of
from generator.text.context import Context
from generator.urls import output_path
from generator.view.outputs import View

PAGES = "site map"
"""What the witness sees of all pages that there are."""


@settled
def files_beside(context: Context, ref: AnyRef) -> tuple[tuple[str, FileRole, str, int], ...]:
    """The path of each file, what it is, and what it is made of; `context` is that of the first language."""
    record = context.showcase[ref]
    context.witness.sees(texts_of(record))
    found: list[tuple[str, FileRole, str, int]] = [
        (output_path(path), "redirect", old, number) for path, old, number in led_from(context, record)
    ]
    if not record.facts.withdrawn:
        if context.showcase.languages(ref):
            found.append((context.urls.data(record), "data", "", 0))
        found += [(path, "table", language, 0) for language, path in table_paths(context, record)]
        found += [
            (context.urls.dossier_file(record, form, language), role, language, 0)
            for language in context.showcase.languages(ref)
            for form, role in dossier_forms(context.versions[language], ref).items()
        ]
        found += [(one.path, "attachment", one.source, 0) for one in published(context.urls, record)]
    return tuple(found)


def record_file(context: Context, changes: KeptLog, file: RecordFile) -> View:
    """Make a file that stands beside the page of a record; `changes` are what a feed tells too."""
    record = context.showcase[file.ref]
    context.witness.sees(record.name, texts_of(record))
    if file.is_a == "data":
        return record_data(tuple(context.versions.values()), record)
    if file.is_a == "table":
        return projects_table(context.versions[file.source], record)
    if file.is_a in ("feed", "calendar"):
        return dossier_file(context.versions[file.source], changes, record, file.path, file.is_a)
    if file.is_a in ("workbook", "pdf"):
        return dossier_paper(context.versions[file.source], record, file.path, file.is_a)
    if file.is_a == "redirect":
        if file.to:
            context.witness.sees(PAGES)
        return redirect_at(context, record, file.path.removesuffix("index.html"), file.to)
    return next(one for one in published(context.urls, record) if one.path == file.path)
