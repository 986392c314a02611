"""Entries of public authority tables that the catalogue of the data names, each with its meaning.

Those of the European Union's Publications Office, of IANA and of ADMS are permanent addresses. An entry is told with
its table, because those who check a catalogue ask that.
"""

from typing import NamedTuple

from generator.fields.choices import Choice, Option
from generator.words import N_

_EU = "http://publications.europa.eu/resource/authority/"
_IANA = "https://www.iana.org/assignments/media-types/"
_ADMS = "http://purl.org/adms/"
FILE_TYPES, LANGUAGES = f"{_EU}file-type", f"{_EU}language"
DATA_THEMES, FREQUENCIES = f"{_EU}data-theme", f"{_EU}frequency"
_ACCESS_RIGHTS, _AVAILABILITIES = f"{_EU}access-right", f"{_EU}planned-availability"
_LICENCE_TYPES, _PUBLISHER_TYPES = f"{_ADMS}licencetype/1.0", f"{_ADMS}publishertype/1.0"
_GEONAMES = "http://sws.geonames.org"


class Entry(NamedTuple):
    """An entry: its address, and that of its table."""

    address: str
    table: str


class FileForm(NamedTuple):
    """A form of files: its entry among the file types, and its media type as IANA lists it and as it is served."""

    file_type: Entry
    media_type: str
    served_as: str


def _form(code: str, media_type: str) -> FileForm:
    return FileForm(Entry(f"{FILE_TYPES}/{code}", FILE_TYPES), f"{_IANA}{media_type}", media_type)


FILE_FORMS = {
    "csv": _form("CSV", "text/csv"),
    "json": _form("JSON", "application/json"),
    "xlsx": _form("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
"""The forms of the data, by how their files end."""

OPEN_TO_ALL = Entry(f"{_ACCESS_RIGHTS}/PUBLIC", _ACCESS_RIGHTS)
"""Everybody may have it."""
STABLE = Entry(f"{_AVAILABILITIES}/STABLE", _AVAILABILITIES)
"""It is to stay where it is."""

ITALY = f"{_EU}country/ITA"

_LANGUAGE_CODES = {"it": "ITA", "en": "ENG", "de": "DEU", "fr": "FRA", "es": "SPA", "sl": "SLV", "pt": "POR"}

THEMES = Choice(
    {
        "agriculture": Option(N_("agriculture, fisheries, forestry and food")),
        "economy": Option(N_("economy and finance")),
        "education": Option(N_("education, culture and sport")),
        "energy": Option(N_("energy")),
        "environment": Option(N_("environment")),
        "government": Option(N_("government and public sector")),
        "health": Option(N_("health")),
        "international": Option(N_("international issues")),
        "justice": Option(N_("justice, legal system and public safety")),
        "regions": Option(N_("regions and cities")),
        "society": Option(N_("population and society")),
        "technology": Option(N_("science and technology")),
        "transport": Option(N_("transport")),
    }
)
"""The European themes of data."""
_THEME_CODES = {
    "agriculture": "AGRI",
    "economy": "ECON",
    "education": "EDUC",
    "energy": "ENER",
    "environment": "ENVI",
    "government": "GOVE",
    "health": "HEAL",
    "international": "INTR",
    "justice": "JUST",
    "regions": "REGI",
    "society": "SOCI",
    "technology": "TECH",
    "transport": "TRAN",
}

RHYTHMS = Choice(
    {
        "daily": Option(N_("every day")),
        "weekly": Option(N_("every week")),
        "monthly": Option(N_("every month")),
        "quarterly": Option(N_("every three months")),
        "half-yearly": Option(N_("twice a year")),
        "yearly": Option(N_("every year")),
        "irregular": Option(N_("when there is something new")),
    }
)
"""How often data are brought up to date."""
_FREQUENCY_CODES = {
    "": "UNKNOWN",
    "daily": "DAILY",
    "weekly": "WEEKLY",
    "monthly": "MONTHLY",
    "quarterly": "QUARTERLY",
    "half-yearly": "ANNUAL_2",
    "yearly": "ANNUAL",
    "irregular": "IRREG",
}


class LicenceEntry(NamedTuple):
    """A licence of the European table: its entry, its type in ADMS, its name and version."""

    entry: Entry
    type: Entry
    name: str
    version: str


def _licence(code: str, type_: str, name: str, version: str) -> LicenceEntry:
    table = f"{_EU}licence"
    return LicenceEntry(
        Entry(f"{table}/{code}", table), Entry(f"{_ADMS}licencetype/{type_}", _LICENCE_TYPES), name, version
    )


_LICENCES = {
    "creativecommons.org/licenses/by/4.0": _licence("CC_BY_4_0", "Attribution", "CC BY", "4.0"),
    "creativecommons.org/licenses/by-sa/4.0": _licence("CC_BYSA_4_0", "ViralEffect-ShareAlike", "CC BY-SA", "4.0"),
    "creativecommons.org/publicdomain/zero/1.0": _licence("CC0", "PublicDomain", "CC0", "1.0"),
}
"""Open licences, by where their own text stands."""

_PUBLISHER_TYPES_OF = {"university": "Academia-ScientificOrganisation", "group": "Academia-ScientificOrganisation"}


def language_entry(code: str) -> Entry | None:
    """A language, by its code of two letters."""
    return Entry(f"{LANGUAGES}/{_LANGUAGE_CODES[code]}", LANGUAGES) if code in _LANGUAGE_CODES else None


def theme_entry(theme: str) -> Entry:
    """A theme, by its word among `THEMES`."""
    return Entry(f"{DATA_THEMES}/{_THEME_CODES[theme]}", DATA_THEMES)


def frequency_entry(rhythm: str) -> Entry:
    """How often, by its word among `RHYTHMS`; "" is that nobody says it."""
    return Entry(f"{FREQUENCIES}/{_FREQUENCY_CODES[rhythm]}", FREQUENCIES)


def licence_entry(address: str) -> LicenceEntry | None:
    """A licence, by the address of its text, in whatever language; none where the table is not known to have it."""
    bare = address.partition("://")[2].removeprefix("www.").partition("/deed")[0].partition("/legalcode")[0]
    return _LICENCES.get(bare.rstrip("/"))


def place_entry(address: str) -> Entry:
    """A place, by its address: it stands in the table below which that is."""
    if address.startswith(_EU):
        return Entry(address, address.rpartition("/")[0])
    return Entry(address, _GEONAMES)


def publisher_type(kind: str) -> Entry | None:
    """What an owner of a kind is to ADMS; none of who only shows how it would be."""
    named = _PUBLISHER_TYPES_OF.get(kind)
    return Entry(f"{_ADMS}publishertype/{named}", _PUBLISHER_TYPES) if named else None
