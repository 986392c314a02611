"""The search page, its form, and what each page answers to in the index."""

from generator.content.record import Record
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.call import Call
from generator.kinds.catalogue import BY_FOLDER
from generator.kinds.indicator import Indicator
from generator.kinds.initiative import Undertaking
from generator.kinds.network import Network
from generator.kinds.plan import Plan
from generator.kinds.programme import Programme
from generator.kinds.source import Source
from generator.kinds.types.values import Day
from generator.text.context import Context
from generator.text.listed import kinds_listed
from generator.view.bodies import OtherLanguage, SearchBody, SearchForm
from generator.view.page import Indexing
from generator.view.text import Piece
from generator.words import N_

BUNDLE = "pagefind/"
_SOURCE_WEIGHT = 0.1
"""A record comes before the sources it rests on, whose titles often repeat its words."""


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
        lead=text("Search titles, texts and facts of every record."),
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


def indexing(context: Context, record: Record) -> Indexing:
    """The filters a record answers to, and what a result shows of it."""
    kind = context.words.text(BY_FOLDER[record.ref.folder].plural)
    universities = tuple(context.title(one).text for one in context.showcase.universities(record))
    filters = {"kind": (kind,), **({"university": universities} if universities else {})}
    date = _date(context, record)
    metadata = {"kind": kind, **({"date": date} if date else {})}
    return Indexing(filters, metadata, _SOURCE_WEIGHT if isinstance(record.facts, Source) else 1)


def _date(context: Context, record: Record) -> str:
    """The date that places a record in time, and of what it is the date; else when the record was verified."""
    for what, preposition, day in (*_dates(record.facts), (N_("page verified {when}"), "on", record.facts.verified_on)):
        if day:
            return context.sentence(what, when=context.dated(preposition, day))
    return ""


def _dates(facts: Kind) -> tuple[tuple[str, str, Day | None], ...]:
    """What happened to a record, the preposition of its day, and the day: the most telling first."""
    if isinstance(facts, Agreement):
        return (N_("signed {when}"), "on", facts.signed_on), (N_("announced {when}"), "on", facts.announced_on)
    if isinstance(facts, Programme | Undertaking):
        return ((N_("start {when}"), "on", facts.start),)
    if isinstance(facts, Plan):
        return ((N_("start {when}"), "on", facts.since),)
    if isinstance(facts, Call):
        return (N_("deadline {when}"), "on", facts.deadline), (N_("opens {when}"), "on", facts.opens_on)
    if isinstance(facts, Network):
        recognised = facts.recognition.on if facts.recognition else None
        return (N_("constituted {when}"), "on", facts.constituted_on), (N_("recognised {when}"), "on", recognised)
    if isinstance(facts, Indicator) and facts.series:
        return ((N_("value {when}"), "as of", facts.series[-1].as_of),)
    if isinstance(facts, Source):
        return ((N_("source {when}"), "of", facts.date),)
    return ()
