"""The catalogue of the data in the words of schema.org, for the page of the data in a language: the same sets, and the
files that this page offers.

Things have the addresses that they have in the catalogue itself, so that both are known to be of one mind.
"""

from generator.content.authority_tables import FILE_FORMS
from generator.exports.data_catalogue import DataCatalogue, DataSet
from generator.exports.json_ld import Thing
from generator.text.context import Context


def structured_catalogue(context: Context, told: DataCatalogue) -> Thing:
    """The catalogue with all its sets, as schema.org has them."""
    language, urls = context.language, context.urls
    owner: Thing = {
        "@type": "Organization",
        "name": context.localised(told.settings.owner.name).text,
        "identifier": told.owner,
        "email": told.contact,
    }
    shared = _stated(
        {
            "license": told.licence,
            "datePublished": told.since,
            "isAccessibleForFree": True,
            "spatialCoverage": list(told.said.covers),
        }
    )
    return _stated(
        {
            "@type": "DataCatalog",
            "@id": told.address(urls),
            "name": told.titles[language],
            "description": told.descriptions[language],
            "url": urls.absolute(urls.data_page(language)),
            "publisher": _stated(owner),
            "dateModified": told.modified,
            **shared,
            "dataset": [_set(context, told, one) | shared for one in told.sets],
        }
    )


def _set(context: Context, told: DataCatalogue, one: DataSet) -> Thing:
    urls, language = context.urls, context.language
    here = urls.data_page(language)
    files = [
        {
            "@type": "DataDownload",
            "@id": f"{urls.absolute(file.path)}#file",
            "contentUrl": urls.absolute(file.path),
            "encodingFormat": FILE_FORMS[file.form].served_as,
            "inLanguage": file.language,
        }
        for file in one.files
        if file.language == language and file.page.partition("#")[0] == here
    ]
    return _stated(
        {
            "@type": "Dataset",
            "@id": told.address(urls, one),
            "identifier": one.identifier,
            "name": one.titles[language],
            "description": one.descriptions[language],
            "keywords": list(one.keywords[language]),
            "dateModified": one.modified,
            "temporalCoverage": "/".join(f"{year:04}" for year in one.period),
            "distribution": files,
        }
    )


def _stated(said: Thing) -> Thing:
    """What is known of it."""
    return {name: value for name, value in said.items() if value not in ("", [], None)}
