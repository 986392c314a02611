"""The projects of an initiative as a table that other programs read: a row for each, columns named as in the data."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urljoin

from generator.content.record import AnyRecord
from generator.exports.tables import BETWEEN
from generator.fields.declare import Field, Group
from generator.fields.types import Site
from generator.kinds.edition import Project
from generator.kinds.initiative import Initiative
from generator.text.context import Context
from generator.text.listed import short_title
from generator.text.projects import AnchoredProject, projects_of
from generator.view.data_files import CsvTable

_IN_WORDS = (
    "edition", "theme", "name", "long_name", "subject", "area", "place", "partners", "amount", "note", "sources"
)  # fmt: skip
"""The columns that say something as the page does."""
_SAID = (*_IN_WORDS, "other_partners")
"""The fields in these columns, among others: any that a project has besides has columns of its own."""
_BESIDES = tuple(one for name, one in Project.declared.items() if name not in _SAID)


def table_paths(context: Context, record: AnyRecord) -> Iterator[tuple[str, str]]:
    """The table of a record in each language in which it has a page; none where it has no projects."""
    initiative = record.of(Initiative)
    if initiative and projects_of(initiative.facts):
        for language in context.showcase.languages(record.ref):
            yield language, context.urls.projects_table(record, language)


def projects_table(context: Context, record: AnyRecord) -> CsvTable:
    """The table in a language."""
    initiative = record.of(Initiative)
    page = context.urls.absolute(context.urls.projects(record, context.language))
    rows = (_row(context, one, page) for one in (projects_of(initiative.facts) if initiative else ()))
    besides = (f"{one.name}{column}" for one in _BESIDES for column in _columns(one, context.site))
    head = (*_IN_WORDS, *besides, "page")
    return CsvTable(context.urls.projects_table(record, context.language), head, tuple(rows))


def _row(context: Context, placed: AnchoredProject, page: str) -> tuple[str, ...]:
    project, edition = placed.project, placed.edition
    partners = [context.link(ref).text for ref in project.partners]
    partners += [_words(context, one) for one in project.other_partners]
    sources = [urljoin(context.showcase.settings.base_url, context.link(ref).href) for ref in project.sources]
    return (
        edition.year if edition else "",
        _words(context, edition.theme if edition else None),
        project.name or "",
        project.long_name or "",
        _words(context, project.subject),
        short_title(context, project.area) if project.area else "",
        _words(context, project.place),
        BETWEEN.join(partners),
        str(project.amount or ""),
        _words(context, project.note),
        BETWEEN.join(sources),
        *(cell for one in _BESIDES for cell in _cells(one, project.values_of(one.name), context.site)),
        f"{page}#{placed.anchor}",
    )


def _words(context: Context, value: Mapping[str, str] | None) -> str:
    return context.localised(value).text if value else ""


def _columns(field: Field, site: Site) -> Iterator[str]:
    """What follows the name of a field in each of its columns."""
    if field.group is None:
        yield from field.item.columns_of(site)
        return
    for name, inner in _inner(field.group):
        yield from (f".{name}{column}" for column in _columns(inner, site))


def _cells(field: Field, values: tuple[object, ...], site: Site) -> Iterator[str]:
    """The cells of a field, as many as its columns; the values of a list share them, since a project is one row."""
    if field.group is None:
        rows = [field.item.cells(value, site) for value in values]
        yield from (_shared(row[at] for row in rows) for at in range(len(field.item.columns_of(site))))
        return
    for name, inner in _inner(field.group):
        parts = [tuple(_cells(inner, one.values_of(name), site)) for one in values if isinstance(one, Group)]
        yield from (_shared(part[at] for part in parts) for at in range(len(tuple(_columns(inner, site)))))


def _inner(group: type[Group]) -> Iterator[tuple[str, Field]]:
    return ((name, field) for name, field in group.declared.items() if not (field.hidden or field.private))


def _shared(said: Iterable[str]) -> str:
    return BETWEEN.join(filter(None, said))
