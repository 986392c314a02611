"""The pages of the data: what there is to take away, and for each kind its files and what their columns mean."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from generator.content.snapshots import Snapshot
from generator.exports.catalogue_json_ld import structured_catalogue
from generator.exports.catalogue_rdf import CATALOGUE_FORMS
from generator.exports.change_log import KeptLog
from generator.exports.data_catalogue import DataCatalogue, data_catalogue
from generator.exports.datasets import (
    COLUMNS_FORM,
    SCHEMA_FORM,
    SPREADSHEET,
    checked,
    column_label,
    csv_form,
    has_spreadsheets,
    kinds_with_data,
    modified,
    relation_label,
)
from generator.exports.metadata_points import ALL_POINTS, Missing, missing
from generator.exports.periods import period
from generator.exports.quality import quality
from generator.exports.relations import (
    COMPUTED,
    NAMED,
    POSITION,
    Relation,
    TableColumn,
    common_relations,
    own_relations,
    relations,
)
from generator.exports.tables import filled_relations, names_of_data
from generator.fields.dates import DAY
from generator.kinds.base import Kind
from generator.pages.board.number_files import NUMBERS
from generator.pages.board.tally import has_numbers, tallies
from generator.pages.frozen_tables import frozen_sections
from generator.pages.other_data import other_data
from generator.pages.search import page_indexing
from generator.planned import PageContent, Planned
from generator.text.context import Context
from generator.text.inline import joined
from generator.urls import DATA_VERSION
from generator.view.bodies import DataBody, DataColumn, DataSection
from generator.view.outputs import Link
from generator.view.rdf import RDF_XML, TURTLE
from generator.view.text import Fact, Inline, Piece
from generator.words import N_

_SOUGHT = N_("data, open data, download, csv, xlsx, excel, json, rdf, api, table, spreadsheet, dataset")


def data_pages(context: Context, changes: KeptLog, frozen: tuple[Snapshot, ...]) -> Iterator[Planned]:
    """The page of all data in a language, with the tables frozen as they were, and that of their columns."""
    urls, languages = context.urls, context.showcase.settings.languages
    of_all = partial(_of_all, changes=changes, frozen=frozen)
    for path, content, noindex in ((urls.data_page, of_all, False), (urls.columns_page, _of_columns, True)):
        paths = {language: path(language) for language in languages}
        yield Planned(context, paths, partial(content, context), noindex=noindex)


def _of_all(context: Context, changes: KeptLog, frozen: tuple[Snapshot, ...]) -> PageContent:
    text, told = context.words.text, data_catalogue(context, changes, other_data(context, changes, frozen))
    lead = text("Everything on this site, as tables and files: for a spreadsheet, for a program, for your own site.")
    sections = (*(_files(context, changes, kind) for kind in kinds_with_data(context)), *_numbers(context))
    tables = frozen_sections(context, frozen)
    body = DataBody(text("Data"), lead, tuple(_facts(context, told)), sections, tabled=True, frozen=tables)
    about = structured_catalogue(context, told)
    return PageContent(body, body.title, body.lead, indexing=page_indexing(context, _SOUGHT), structured=about)


def _of_columns(context: Context) -> PageContent:
    text = context.words.text
    lead = text(
        "What each column of the data holds. An empty cell: it is not known. What ends in .label is for reading."
    )
    common = _columns(context, common_relations(context))
    every = DataSection("common", text("All kinds"), columns=(*_explained(context, COMPUTED), *common))
    body = DataBody(
        text("The columns of the data"),
        lead,
        (),
        (every, *(_dictionary(context, kind) for kind in kinds_with_data(context)), *_numbers_dictionary(context)),
    )
    up = Link(text("Data"), context.urls.href(context.urls.data_page(context.language)))
    return PageContent(body, body.title, body.lead, (up,), text("Columns"))


def _facts(context: Context, told: DataCatalogue) -> Iterator[Fact]:
    """Under which licence it may be used, who gives it, how long its addresses stay, where columns are explained."""
    text, settings, urls = context.words.text, context.showcase.settings, context.urls
    licence = settings.obligations.licence
    yield Fact(text("Licence"), ((Piece(licence.title, href=licence.url),),))
    yield Fact(text("Provided by"), ((context.localised(settings.owner.name),),))
    stay = text(
        "They will not change. Another version than this one, {version}, would have addresses of its own.",
        version=DATA_VERSION,
    )
    yield Fact(text("Addresses"), ((Piece(stay),),))
    yield Fact(text("Table (CSV)"), tuple((one,) for one in _to_open(context)))
    columns = Piece(text("The columns of the data"), href=urls.href(urls.columns_page(context.language)))
    yield Fact(text("Columns"), ((columns,),))
    changes = Piece(text("What each publication has changed"), href=urls.href(urls.fixed("changes", context.language)))
    as_data = Piece(text("The changes as data (JSON)"), href=urls.href(urls.change_data()))
    yield Fact(text("Changes"), ((changes,), (as_data,)))
    yield Fact(text("Catalogue"), (_catalogue(context),))
    yield Fact(text("Description"), tuple(_metadata(context, missing(told))))


def _to_open(context: Context) -> Iterator[Piece]:
    """How a spreadsheet opens a table in CSV without taking codes for numbers or days."""
    text = context.words.text
    yield Piece(
        text(
            "In UTF-8, with commas between cells. Import it into a spreadsheet, its columns of text as text: with a "
            "double click a code such as 015146 loses its zero, and 12/3 becomes a day."
        )
    )
    if has_spreadsheets():
        yield Piece(text("The spreadsheet (XLSX) opens as it is."))


def _catalogue(context: Context) -> Inline:
    """The catalogue of the data in each form that there is."""
    urls, names = context.urls, {TURTLE: "Turtle", RDF_XML: "RDF/XML"}
    said = "DCAT-AP_IT"
    forms = [Piece(f"{said}, {names[form]}", href=urls.href(urls.catalogue(form))) for form in CATALOGUE_FORMS]
    return joined(" · ", [(form,) for form in forms])


def _metadata(context: Context, gaps: Sequence[Missing]) -> Iterator[Inline]:
    """How many points the catalogue can have by Europe's measure, and what it cannot say, each with its reason."""
    text, count = context.words.text, context.words.count
    points = ALL_POINTS - sum(one.points for one in gaps)
    yield (
        Piece(
            text(
                "{points} of the {all} points that Europe’s data portal gives to descriptions of data, by our count",
                points=points,
                all=ALL_POINTS,
            )
        ),
    )
    for one in gaps:
        lost = count("{number} point fewer", "{number} points fewer", one.points) if one.points else ""
        name = text("{what} ({how_many})", what=text(one.name), how_many=lost) if lost else text(one.name)
        yield (Piece(text("{list}: {value}", list=name, value=text(one.why))),)


def _files(context: Context, changes: KeptLog, kind: type[Kind]) -> DataSection:
    """The files of a kind that most people want, that of spreadsheets first."""
    text = context.words.text
    forms = {SPREADSHEET: text("Spreadsheet (XLSX)"), "csv": text("Table (CSV)"), "json": "JSON"}
    if not has_spreadsheets():
        del forms[SPREADSHEET]
    files = tuple(_file(context, kind, form, said) for form, said in forms.items())
    filled = filled_relations(context, kind)
    tables = tuple(_lists(context, kind, (one for one in relations(context, kind) if one.name in filled)))
    note, quality_told = _coverage(context, changes, kind), _quality(context, kind)
    return DataSection(kind.folder, text(kind.plural), note, files, tables=tables, quality=quality_told)


def _numbers(context: Context) -> Iterator[DataSection]:
    """The file of the numbers of the board, where there is one."""
    words, number = context.words, len(tallies(context))
    if number:
        count = words.count("{number} number, whole and in parts", "{number} numbers, whole and in parts", number)
        day = context.phrase("counted {on_day}", on_day=context.dated("on", context.showcase.day_said))
        file = _numbers_file(context, "csv", words.text("Table (CSV)"))
        yield DataSection(NUMBERS.name, words.text("In numbers"), joined(" · ", [(Piece(count),), day]), (file,))


def _numbers_dictionary(context: Context) -> Iterator[DataSection]:
    """The columns of that file."""
    text, columns = context.words.text, tuple(_explained(context, NUMBERS.columns))
    if has_numbers(context):
        programs = _numbers_file(context, COLUMNS_FORM, text("What each column means (CSV)"))
        yield DataSection(NUMBERS.name, text("In numbers"), (), (programs,), columns)


def _numbers_file(context: Context, form: str, text: str) -> Piece:
    return Piece(text, href=context.urls.href(context.urls.numbers(form, context.language)))


def _lists(context: Context, kind: type[Kind], tables: Iterable[Relation]) -> Iterator[Piece]:
    """The files of the tables that are of lists, each by what the list is called."""
    lists = (one for one in tables if one.name)
    return (_file(context, kind, csv_form(one.name), relation_label(context, kind, one)) for one in lists)


def _quality(context: Context, kind: type[Kind]) -> Inline:
    """How much is known, how lately it was checked, whether sources agree."""
    text, number, counted = context.words.text, context.words.number, quality(context, kind)
    said = (
        text(
            "Facts known, of those looked for: {part} of {whole}",
            part=number(counted.stated),
            whole=number(counted.sought),
        ),
        text(
            "records checked in the last year: {part} of {whole}",
            part=number(counted.checked),
            whole=number(counted.records),
        ),
        text("sources agree: {part} of {whole}", part=number(counted.agreeing), whole=number(counted.records)),
    )
    return joined(" · ", [(Piece(one),) for one in said])


def _coverage(context: Context, changes: KeptLog, kind: type[Kind]) -> Inline:
    """How many records there are, of which years, checked when or else changed when, computed for which day."""
    words = context.words
    names = names_of_data(context, kind)
    own = sum(bool(context.showcase.languages(ref)) for ref in names)
    number = words.count(*kind.counted, len(names))
    if own < len(names):
        number = words.count("{all}, {number} with a page", "{all}, {number} with a page", own, all=number)
    said: list[Inline] = [(Piece(number),)]
    if years := period(context, kind):
        first, last = years
        said.append((Piece(str(first) if first == last else f"{first}–{last}"),))
    if day := checked(context, kind):
        said.append(context.phrase("last checked {on_day}", on_day=context.dated("on", DAY.read(day))))
    elif day := modified(context, changes, kind):
        said.append(context.phrase("last changed {on_day}", on_day=context.dated("on", DAY.read(day))))
    if kind.status:
        said.append(context.phrase("statuses {as_of}", as_of=context.dated("as of", context.showcase.day_said)))
    return joined(" · ", said)


def _file(context: Context, kind: type[Kind], form: str, text: str) -> Piece:
    return Piece(text, href=context.urls.href(context.urls.dataset(kind.folder, form, context.language)))


def _dictionary(context: Context, kind: type[Kind]) -> DataSection:
    """The columns that a kind has besides those of all, and the tables of its lists."""
    text, lists = context.words.text, _lists(context, kind, relations(context, kind))
    programs = (
        _file(context, kind, COLUMNS_FORM, text("What each column means (CSV)")),
        _file(context, kind, SCHEMA_FORM, "JSON Schema"),
    )
    columns = tuple(_columns(context, own_relations(context, kind)))
    return DataSection(kind.folder, text(kind.plural), (), programs, columns, tuple(lists))


def _explained(context: Context, columns: Iterable[TableColumn]) -> Iterator[DataColumn]:
    """What columns are called and mean; not those that name what another is the code of."""
    for one in columns:
        if not one.name.endswith(NAMED):
            yield DataColumn(one.name, column_label(context, one), context.words.text(one.help) if one.help else "")


def _columns(context: Context, tables: Iterable[Relation]) -> Iterator[DataColumn]:
    """What columns are called, those of a list below its name; not those that name what another is the code of."""
    for relation in tables:
        for one in relation.columns:
            if not (one.name.endswith(NAMED) or (relation.name and one.name in POSITION)):
                name = f"{relation.name}: {one.name}" if relation.name else one.name
                yield DataColumn(name, column_label(context, one))
