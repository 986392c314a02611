"""The search page, its form, and what each page answers to in the index."""

from generator.content.kinds import BY_FOLDER, KINDS
from generator.content.kinds.source import Source
from generator.content.record import Record
from generator.pages.context import Context
from generator.view import Indexing, Piece, SearchForm, SearchMain

BUNDLE = "pagefind/"
_SOURCE_WEIGHT = 0.1
"""A record comes before the sources it rests on, whose titles often repeat its words."""


def search_form(context: Context) -> SearchForm:
    """The form every page can show."""
    action = context.urls.href(context.urls.fixed("search", context.language))
    return SearchForm(action, context.words.text("Search the site"), context.words.text("Search"))


def search_main(context: Context) -> SearchMain:
    """The search page."""
    text, count = context.words.text, context.words.count
    lists = tuple(
        Piece(text(kind.plural), href=context.urls.href(context.urls.section(kind.folder, context.language)))
        for kind in KINDS
        if kind.folder not in ("pages", "areas")
        and any(context.has_page(record) for record in context.showcase.of(kind))
    )
    return SearchMain(
        title=text("Search"),
        lead=text("Search titles, texts and facts of every record."),
        form=search_form(context),
        bundle=context.urls.href(BUNDLE),
        filters=(("kind", text("Kind")), ("university", text("University"))),
        without_script=lists,
        terms={
            "loading": text("Searching…"),
            "failed": text("The search could not be loaded. Use the lists below."),
            "none": text("Nothing found for “{query}”.", query="{query}"),
            "one": count("{number} page matches “{query}”", "{number} pages match “{query}”", 1, **_GAPS),
            "other": count("{number} page matches “{query}”", "{number} pages match “{query}”", 2, **_GAPS),
            "all-none": text("Nothing found."),
            "all-one": count("{number} page", "{number} pages", 1, **_GAPS),
            "all-other": count("{number} page", "{number} pages", 2, **_GAPS),
            "more": text("Show more results"),
        },
    )


_GAPS = {"number": "{number}", "query": "{query}"}
"""Left open for the browser, which knows the count and the query."""


def indexing(context: Context, record: Record) -> Indexing:
    """The filters a record answers to, and what a result shows of it."""
    kind = context.words.text(BY_FOLDER[record.ref.folder].plural)
    universities = tuple(context.title(one).text for one in context.showcase.universities(record))
    filters = {"kind": (kind,), **({"university": universities} if universities else {})}
    return Indexing(filters, {"kind": kind}, _SOURCE_WEIGHT if isinstance(record.facts, Source) else 1)
