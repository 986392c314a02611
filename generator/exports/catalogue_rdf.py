"""The catalogue of the data in the words of DCAT-AP_IT and of the European profile: for portals that gather data.

Every thing has an address of its own, below the page of the data, so that a file of it is the same each time.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from generator.content.authority_tables import (
    DATA_THEMES,
    FILE_FORMS,
    OPEN_TO_ALL,
    STABLE,
    TableEntry,
    frequency_entry,
    language_entry,
    licence_entry,
    place_entry,
    publisher_type,
    theme_entry,
)
from generator.exports.change_log import KeptLog
from generator.exports.data_catalogue import ByLanguage, DataCatalogue, DataFile, DataSet, data_catalogue, data_files
from generator.exports.datasets import kinds_with_data
from generator.exports.quality import QUALITY_MEASURES, QualityMeasure
from generator.text.context import Context
from generator.view.outputs import View
from generator.view.rdf import RDF_XML, TURTLE, Iri, Literal, RdfGraph, RdfStatement, RdfValue, SizeOf
from generator.words import N_

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcatapit": "http://dati.gov.it/onto/dcatapit#",
    "dct": "http://purl.org/dc/terms/",
    "dqv": "http://www.w3.org/ns/dqv#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
Told = RdfValue | TableEntry | str
"""What a thing has in a property; a text is the address of another thing."""
Held = Told | Iterable[Told] | None
CATALOGUE_FORMS = (RDF_XML, TURTLE)
_DIMENSION = "http://www.w3.org/2016/05/ldqd#"
_DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}
"""The type of a date by the length of it."""


def catalogue_files(
    context: Context, changes: KeptLog, others: Callable[[], Iterable[DataSet]], files: Iterable[DataFile]
) -> Iterator[tuple[str, Callable[[], View], tuple[str, ...]]]:
    """The path of the catalogue in each form, what makes it, and the paths of the files whose sizes it tells.

    `others` gives the sets that are no kind's, whose files are `files`.
    """
    own = (file for kind in kinds_with_data(context) for file in data_files(context, kind))
    sizes_of = tuple(file.path for file in (*own, *files))
    for form in CATALOGUE_FORMS:
        yield context.urls.catalogue(form), partial(catalogue_graph, context, changes, others, form), sizes_of


def catalogue_graph(context: Context, changes: KeptLog, others: Callable[[], Iterable[DataSet]], form: str) -> RdfGraph:
    """The catalogue as a file of a form."""
    statements = _Statements(context, data_catalogue(context, changes, others())).all()
    return RdfGraph(context.urls.catalogue(form), PREFIXES, tuple(statements))


def _whole(name: str) -> str:
    """The whole address of a name such as "dct:title"."""
    prefix, _, rest = name.partition(":")
    return f"{PREFIXES[prefix]}{rest}"


def _texts(said: ByLanguage) -> Iterator[Literal]:
    yield from (Literal(text, language) for language, text in said.items())


def _date(day: str) -> Literal:
    """A day, a month or a year."""
    return _typed(day, _DATE_TYPES[len(day)])


def _typed(text: str, type_: str) -> Literal:
    return Literal(text, datatype=_whole(f"xsd:{type_}"))


def _of(thing: str, **has: Held) -> Iterator[RdfStatement]:
    """Statements about a thing: properties by their names with `_` in place of the colon; a text is a thing's address.

    An entry of a table is told with its table.
    """
    for name, held in has.items():
        for value in _several(held):
            address = _whole(name.replace("_", ":", 1))
            if isinstance(value, TableEntry):
                yield thing, address, Iri(value.address)
                yield value.address, _whole("skos:inScheme"), Iri(value.table)
            else:
                yield thing, address, Iri(value) if isinstance(value, str) else value


def _several(held: Held) -> tuple[Told, ...]:
    """All that a property has, none where it has nothing."""
    if isinstance(held, TableEntry | str):
        return (held,) if held else ()
    if isinstance(held, Iri | Literal | SizeOf):
        return (held,)
    return tuple(held) if held is not None else ()


class _Statements:
    """All that the catalogue of a site states."""

    def __init__(self, context: Context, told: DataCatalogue) -> None:
        self._context, self._urls, self._catalogue = context, context.urls, told
        settings = context.showcase.settings
        self._languages = [entry for one in settings.languages if (entry := language_entry(one))]
        self._home = self._catalogue.address(self._urls)
        self._owner = self._catalogue.said.ror or f"{self._home}#owner"
        self._contact = f"{self._home}#contact" if self._catalogue.contact else ""
        self._rights = f"{self._home}#rights"
        self._address = f"{self._urls.absolute(self._urls.catalogue(''))[:-1]}#"

    def all(self) -> Iterator[RdfStatement]:
        """What is said of the catalogue, of its owner, of its licence, and of each set of data."""
        yield from self._of_catalogue()
        yield from self._of_owner()
        yield from self._of_licence()
        for measure in QUALITY_MEASURES:
            yield from self._of_measure(measure)
        for one in self._catalogue.sets:
            yield from self._of_set(one)

    def _of_catalogue(self) -> Iterator[RdfStatement]:
        told, settings = self._catalogue, self._catalogue.settings
        yield from _of(
            self._home,
            rdf_type=(_whole("dcat:Catalog"), _whole("dcatapit:Catalog")),
            dct_title=_texts(told.titles),
            dct_description=_texts(told.descriptions),
            dct_publisher=self._owner,
            dct_issued=_date(told.since) if told.since else None,
            dct_modified=_date(told.modified) if told.modified else None,
            dct_language=self._languages,
            dct_license=told.licence,
            dct_rights=self._rights,
            dct_spatial=[place_entry(one) for one in told.said.covers],
            dcat_dataset=[self._set(one) for one in told.sets],
            dcat_themeTaxonomy=DATA_THEMES,
            foaf_homepage=settings.base_url,
        )

    def _of_owner(self) -> Iterator[RdfStatement]:
        told, owner = self._catalogue, self._catalogue.settings.owner
        yield from _of(
            self._owner,
            rdf_type=(_whole("foaf:Agent"), _whole("dcatapit:Agent")),
            foaf_name=_texts(owner.name),
            dct_identifier=Literal(told.owner) if told.owner else None,
            dct_type=publisher_type(owner.kind),
        )
        if self._contact:
            kinds = ("vcard:Kind", "vcard:Organization", "dcatapit:Organization")
            yield from _of(
                self._contact,
                rdf_type=map(_whole, kinds),
                vcard_fn=_texts(owner.name),
                vcard_hasEmail=f"mailto:{told.contact}",
                vcard_hasURL=told.settings.base_url,
            )

    def _of_licence(self) -> Iterator[RdfStatement]:
        licence = self._catalogue.settings.obligations.licence
        kinds = (_whole("dct:LicenseDocument"), _whole("dcatapit:LicenseDocument"))
        found = licence_entry(licence.url)
        yield from _of(
            self._catalogue.licence,
            rdf_type=kinds,
            foaf_name=Literal(found.name if found else licence.title),
            dct_type=found.type if found else None,
            owl_versionInfo=Literal(found.version) if found else None,
            rdfs_seeAlso=licence.url,
        )
        if found:
            yield from _of(found.entry.address, skos_inScheme=found.entry.table)
        said = self._said(N_("The data may be used under the licence {licence}."), licence=licence.title)
        yield from _of(self._rights, rdf_type=_whole("dct:RightsStatement"), rdfs_label=_texts(said))

    def _of_measure(self, measure: QualityMeasure) -> Iterator[RdfStatement]:
        """What is counted to tell how good a set is."""
        yield from _of(
            self._measure(measure),
            rdf_type=_whole("dqv:Metric"),
            skos_definition=_texts(self._said(measure.meaning)),
            dqv_expectedDataType=_whole("xsd:decimal"),
            dqv_inDimension=f"{_DIMENSION}{measure.name}",
        )

    def _of_set(self, one: DataSet) -> Iterator[RdfStatement]:
        told, thing = self._catalogue, self._set(one)
        keywords = [Literal(word, language) for language, words in one.keywords.items() for word in words]
        yield from _of(
            thing,
            rdf_type=(_whole("dcat:Dataset"), _whole("dcatapit:Dataset")),
            dct_identifier=Literal(one.identifier),
            dct_title=_texts(one.titles),
            dct_description=_texts(one.descriptions),
            dct_issued=_date(told.since) if told.since else None,
            dct_modified=_date(one.modified) if one.modified else None,
            dct_publisher=self._owner,
            dct_rightsHolder=self._owner,
            dct_creator=self._owner,
            dct_accessRights=OPEN_TO_ALL,
            dct_accrualPeriodicity=frequency_entry(told.said.updates or ""),
            dct_language=self._languages,
            dct_spatial=[place_entry(place) for place in told.said.covers],
            dct_temporal=f"{thing}-period" if one.period else None,
            dcat_theme=[theme_entry(theme) for theme in told.said.themes],
            dcat_keyword=keywords,
            dcat_contactPoint=self._contact,
            dcat_landingPage=self._home,
            dcat_distribution=[self._file(file) for file in one.files],
            dqv_hasQualityMeasurement=[self._measured(one, measure) for measure in QUALITY_MEASURES if one.quality],
        )
        if one.period:
            dates = dict(zip(("startDate", "endDate"), one.period, strict=True))
            both = {
                f"{prefix}_{name}": _date(f"{year:04}") for prefix in ("dcat", "schema") for name, year in dates.items()
            }
            yield from _of(f"{thing}-period", rdf_type=_whole("dct:PeriodOfTime"), **both)
        if how_good := one.quality:
            for measure in QUALITY_MEASURES:
                yield from _of(
                    self._measured(one, measure),
                    rdf_type=_whole("dqv:QualityMeasurement"),
                    dqv_computedOn=thing,
                    dqv_isMeasurementOf=self._measure(measure),
                    dqv_value=_typed(measure.share(how_good), "decimal"),
                )
        for file in one.files:
            yield from self._of_file(one, file)

    def _of_file(self, one: DataSet, file: DataFile) -> Iterator[RdfStatement]:
        told, urls, form = self._catalogue, self._urls, FILE_FORMS[file.form]
        page, _, anchor = file.page.partition("#")
        title = " – ".join(filter(None, (one.titles[file.language], file.part, file.form.upper())))
        yield from _of(
            self._file(file),
            rdf_type=(_whole("dcat:Distribution"), _whole("dcatapit:Distribution")),
            dct_title=Literal(title, file.language),
            dct_description=Literal(one.descriptions[file.language], file.language),
            dct_format=form.file_type,
            dct_issued=_date(told.since) if told.since else None,
            dct_modified=_date(one.modified) if one.modified else None,
            dct_language=language_entry(file.language),
            dct_license=told.licence,
            dct_rights=self._rights,
            dcat_mediaType=form.media_type,
            dcat_byteSize=SizeOf(file.path),
            dcat_accessURL=f"{urls.absolute(page)}#{anchor}" if anchor else urls.absolute(page),
            dcat_downloadURL=urls.absolute(file.path),
            dcatap_availability=STABLE,
        )

    def _said(self, message: str, **values: str) -> ByLanguage:
        """A message in each language of the site."""
        showcase = self._context.showcase
        return {one: showcase.words_of(one).text(message, **values) for one in showcase.settings.languages}

    def _set(self, one: DataSet) -> str:
        return self._catalogue.address(self._urls, one)

    def _file(self, file: DataFile) -> str:
        return f"{self._urls.absolute(file.path)}#file"

    def _measure(self, measure: QualityMeasure) -> str:
        return f"{self._address}{measure.name}"

    def _measured(self, one: DataSet, measure: QualityMeasure) -> str:
        return f"{self._set(one)}-{measure.name}"
