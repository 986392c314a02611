"""The page of all projects of an initiative: by edition, and found by place and by partner."""

from collections.abc import Iterator

from generator.content.record import AnyRecord, Record
from generator.kinds.initiative import Initiative
from generator.pages.search import page_indexing
from generator.planned import PageContent, Planned
from generator.presenters.project_indexes import partners_index, places_index
from generator.presenters.project_items import project_item
from generator.text.context import Context
from generator.text.projects import edition_anchor, projects_of
from generator.view.bodies import ProjectGroup, ProjectsBody
from generator.view.outputs import Link
from generator.view.text import Piece
from generator.words import N_


def project_pages(context: Context, record: AnyRecord, crumbs: tuple[Link, ...]) -> Iterator[Planned]:
    """The page in a language, where the record has projects; `crumbs` lead to the record."""
    initiative = record.of(Initiative)
    if initiative is None or record.facts.withdrawn or not projects_of(initiative.facts):
        return

    def content() -> PageContent:
        body = projects_body(context, initiative)
        sought = page_indexing(context, N_("projects, funded projects, winners"))
        return PageContent(body, body.title, body.lead, crumbs, context.words.text("Projects"), indexing=sought)

    paths = {language: context.urls.projects(record, language) for language in context.showcase.languages(record.ref)}
    yield Planned(context, paths, content, record.ref.folder, modified=str(record.facts.updated or ""))


def projects_body(context: Context, record: Record[Initiative]) -> ProjectsBody:
    """All projects of an initiative."""
    text, count, placed = context.words.text, context.words.count, projects_of(record.facts)
    named = sum(one.project.name is not None for one in placed)
    nameless = len(placed) - named
    lead = count("{number} project with a name", "{number} projects with a name", named)
    if nameless:
        lead = count(
            "{number} project of which something is known: {named} with a name, {nameless} without",
            "{number} projects of which something is known: {named} with a name, {nameless} without",
            len(placed),
            named=context.words.number(named),
            nameless=context.words.number(nameless),
        )
    indexes = (
        (text("By place"), places_index(context, record)),
        (text("By partner"), partners_index(context, record)),
    )
    table = context.urls.href(context.urls.projects_table(record, context.language))
    return ProjectsBody(
        title=text("{record}: the projects", record=context.title(record).text),
        lead=f"{lead}.",
        groups=tuple(_groups(context, record)),
        indexes=tuple((heading, index) for heading, index in indexes if index),
        table=Piece(text("The projects as a table (CSV)"), href=table),
        counted=(_counted(context, 1), _counted(context, 2)),
    )


def _counted(context: Context, number: int) -> str:
    return context.words.count(
        "{number} project of {total}", "{number} projects of {total}", number, number="{number}", total="{total}"
    )


def _groups(context: Context, record: Record[Initiative]) -> Iterator[ProjectGroup]:
    """The projects of each edition, the newest first; then those of which no source says the edition."""
    text, placed = context.words.text, projects_of(record.facts)
    page = context.urls.href(context.urls.record(record, context.language))
    for edition in sorted(record.facts.editions, key=lambda one: one.year, reverse=True):
        if items := tuple(project_item(context, record, one, page=page) for one in placed if one.edition is edition):
            theme = context.value(edition, "theme")
            title = text("{year}: {theme}", year=edition.year, theme=theme[0][0].text) if theme else edition.year
            yield ProjectGroup(edition_anchor(record.facts, edition), title, items)
    if items := tuple(project_item(context, record, one, page=page) for one in placed if one.edition is None):
        yield ProjectGroup("without-edition", text("Projects whose edition we have not found"), items)
