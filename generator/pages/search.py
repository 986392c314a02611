"""The search page, its form, and what each page answers to in the index."""

from generator.content.record import AnyRecord
from generator.text.context import Context
from generator.text.inline import text_of
from generator.text.listed import kinds_listed
from generator.text.when import happened
from generator.view.bodies import OtherLanguage, SearchBody, SearchForm
from generator.view.outputs import Indexing
from generator.view.text import Piece

BUNDLE = "pagefind/"


def search_form(context: Context) -> SearchForm:
    """The form every page can show."""
    action, text = context.urls.href(context.urls.fixed("search", context.language)), context.words.text
    return SearchForm(action, text("Search the site"), text("Search"), text("This shortcut opens the search"))


def search_body(context: Context) -> SearchBody:
    """The search page."""
    text = context.words.text
    lists = tuple(
        Piece(text(kind.plural), href=context.urls.href(context.urls.section(kind.folder, context.language)))
        for kind in kinds_listed(context)
    )
    return SearchBody(
        title=text("Search"),
        lead=text("Search titles, texts and facts of every page."),
        form=search_form(context),
        bundle=context.urls.href(BUNDLE),
        filters=(("kind", text("Kind")), ("university", text("University"))),
        without_script=lists,
        other_languages=tuple(
            OtherLanguage(language, context.words.language_name(language))
            for language in context.showcase.settings.languages
            if language != context.language
        ),
        terms=_terms(context),
    )


def _terms(context: Context) -> dict[str, str]:
    text, count = context.words.text, context.words.count
    said = {
        "loading": text("Searching…"),
        "failed": text("The search could not be loaded. Use the lists below."),
        "none": text("Nothing found for “{query}”.", **_GAPS),
        "all-none": text("Nothing found."),
        "foreign-none": text("Nothing found in {language} for “{query}”.", **_GAPS),
        "instead": text("You can try what follows."),
    }
    for form, number in (("one", 1), ("other", 2)):
        said |= {
            form: count("{number} page matches “{query}”", "{number} pages match “{query}”", number, **_GAPS),
            f"all-{form}": count("{number} page", "{number} pages", number, **_GAPS),
            f"foreign-{form}": count(
                "{number} page in {language} matches “{query}”",
                "{number} pages in {language} match “{query}”",
                number,
                **_GAPS,
            ),
            f"near-{form}": count("“{query}”: {number} page", "“{query}”: {number} pages", number, **_GAPS),
            f"unfiltered-{form}": count(
                "Without the filters: {number} page", "Without the filters: {number} pages", number, **_GAPS
            ),
        }
    return said


_GAPS = {"number": "{number}", "query": "{query}", "language": "{language}"}
"""Left open for the browser, which knows what was searched, where, and how much was found."""


def indexing(context: Context, record: AnyRecord) -> Indexing:
    """The filters a record answers to, and what a result shows of it."""
    kind = context.words.text(record.facts.plural)
    universities = tuple(context.title(one).text for one in context.showcase.universities(record))
    filters = {"kind": (kind,), **({"university": universities} if universities else {})}
    date = _date(context, record)
    metadata = {"kind": kind, **({"date": date} if date else {})}
    return Indexing(filters, metadata, record.facts.search_weight)


def _date(context: Context, record: AnyRecord) -> str:
    """The date that places a record in time, and of what it is the date; else when the record was verified."""
    if placed := context.showcase.placed_in_time(record):
        return text_of(happened(context, placed))
    verified = record.facts.verified_on
    return (
        context.sentence("checked against its sources {when}", when=context.dated("on", verified)) if verified else ""
    )
