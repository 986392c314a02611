"""The search page, its form, and what each page answers to in the index."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote_plus

from generator.content.record import AnyRecord
from generator.fields.values import Term
from generator.kinds.base import Kind
from generator.presenters.of_kind import presenter_of
from generator.presenters.proposing import propose
from generator.presenters.sought import pages_counted
from generator.text.context import Context
from generator.text.inline import joined, text_of
from generator.text.listed import kinds_listed, list_href
from generator.text.when import noted
from generator.view.bodies import OtherLanguage, SearchBody
from generator.view.lists import SearchForm
from generator.view.outputs import Indexing
from generator.view.text import Inline, Piece
from generator.words import N_

BUNDLE = "pagefind/"


def search_form(context: Context) -> SearchForm:
    """The form every page can show."""
    action, text = context.urls.href(context.urls.fixed("search", context.language)), context.words.text
    return SearchForm(action, text("Search the site"), text("Search"), text("This shortcut opens the search"))


def search_for(context: Context, words: str) -> Piece:
    """A search for some words, as a link."""
    action = context.urls.href(context.urls.fixed("search", context.language))
    return Piece(words, href=f"{action}?q={quote_plus(words)}")


def search_body(context: Context) -> SearchBody:
    """The search page."""
    text = context.words.text
    lists = tuple(Piece(text(kind.plural), href=list_href(context, kind)) for kind in kinds_listed(context))
    return SearchBody(
        title=text("Search"),
        lead=text("Search titles, texts and facts of every page."),
        form=search_form(context),
        bundle=context.urls.href(BUNDLE),
        filters=(("kind", text("Kind")), ("university", text("University"))),
        without_script=lists,
        instead=_instead(context),
        other_languages=tuple(
            OtherLanguage(language, context.words.language_name(language))
            for language in context.showcase.settings.languages
            if language != context.language
        ),
        terms=_terms(context),
    )


def _instead(context: Context) -> Inline:
    """What to do where nothing is found."""
    advice = N_("No page speaks of it, or pages call it otherwise: try a broader word, or look through the lists.")
    if not (way := propose(context)):
        return context.phrase(advice)
    asking = context.phrase("Whoever needs something of a university can tell it: {propose}.", propose=way)
    return joined(" ", (context.phrase(advice), asking))


def _terms(context: Context) -> dict[str, str]:
    text, count = context.words.text, context.words.count
    said = {
        "loading": text("Searching…"),
        "failed": text("The search could not be loaded. Use the lists below."),
        "none": text("Nothing found for “{query}”.", **_GAPS),
        "all-none": text("Nothing found."),
        "foreign-none": text("Nothing found in {language} for “{query}”.", **_GAPS),
        "instead": text("You can try what follows."),
        "named-other": text("In {language} for “{query}”, first of all:", **_GAPS),
        "meant": text("Did you mean “{near}”? These are its results.", near="{near}"),
        "foreign-words": _foreign_words(context),
        "plain-words": _in_every_language(context, _PLAIN),
        "newest-words": _in_every_language(context, _NEWEST),
        "listing-words": _in_every_language(context, _LISTING),
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


def _in_every_language(context: Context, words: str) -> str:
    """Some words in all languages of the site: names keep their own in any of them."""
    of_each = (there.words.text(words) for there in context.versions.values())
    return " ".join(sorted({word for said in of_each for word in said.split()}))


def _foreign_words(context: Context) -> str:
    """The words by which other languages of the site call its lists and topics, and this one does not."""
    others = (there for there in context.versions.values() if there.language != context.language)
    return " ".join(sorted({word for there in others for word in _words_of_lists(there)} - _words_of_lists(context)))


def _words_of_lists(context: Context) -> set[str]:
    text = context.words.text
    said = (name for kind in kinds_listed(context) for name in (kind.plural, kind.noun, kind.sought, kind.found_by))
    names = [text(name) for name in said if name]
    entries = (one for each in context.showcase.vocabularies.values() for one in each.terms)
    names += [context.localised(one.label).text for one in entries]
    return {word for name in names for word in _LONG_WORD.findall(name.casefold())}


_PLAIN = N_("a an and are as at by do does for from how in is of on or s that the to what when where which who with")
"""Words that tell nothing apart."""
_NEWEST = N_("last latest new newest recent recently")
"""Words that ask for the newest of a list."""
_LISTING = N_("list lists all every whole complete register directory index overview")
"""Words that ask for a list, beside what it is called."""
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_GAPS = {"number": "{number}", "query": "{query}", "language": "{language}"}
"""Left open for the browser, which knows what was searched, where, and how much was found."""


def indexing(context: Context, record: AnyRecord) -> Indexing:
    """The filters a record answers to, by what names it is found, and what a result shows of it."""
    facts, text, presenter = record.facts, context.words.text, presenter_of(record)
    universities = tuple(context.title(one).text for one in context.showcase.universities(record))
    filters = {"kind": (text(facts.plural),), **({"university": universities} if universities else {})}
    placed = context.showcase.placed_in_time(record)
    date = text_of(noted(context, type(facts), placed)) if placed else ""
    status = context.status(record) if facts.status else ""
    metadata = {
        "kind": text(facts.noun) if facts.noun else presenter.kicker(context, record) or text(facts.plural),
        "date": date,
        "facts": _PARTED_FACTS.join(filter(None, (*presenter.result_facts(context, record), status))),
        "names": _NAMES.join(dict.fromkeys(_names(context, record))),
        "rank": str(facts.search_rank),
    }
    return Indexing(filters, {name: said for name, said in metadata.items() if said}, facts.search_weight)


def list_indexing(
    context: Context, kind: type[Kind], total: int, of: Sequence[str] = (), besides: str = ""
) -> Indexing:
    """The same for the list of a kind; its first name is what the filter by kinds calls it.

    `of` is what all that it lists has in common, such as a year or a partner, where it is a part of the list: who looks
    for it says both, or only one of the other words for it. `besides` are words that stand there for the list too, in
    the place of those for what is only found on its page.
    """
    text = context.words.text
    further = (kind.sought, besides) if of else (kind.sought, kind.found_by)
    others = (word for said in further if said for word in words_of(text(said)))
    names = [*map(text, filter(None, (kind.plural, kind.noun))), *others]
    if of:
        names = [*(f"{name} {one}" for one in of for name in names), *of[1:]]
    return _of_a_list(context, names, pages_counted(context, total))


def page_indexing(context: Context, sought: str) -> Indexing:
    """The same for a page that is no record: `sought` are words by which people look for it."""
    return _of_a_list(context, words_of(context.words.text(sought)))


def term_indexing(context: Context, term: Term, total: int) -> Indexing:
    """The same for what a topic classifies, by its name and what else it is searched for as."""
    entry = context.showcase.vocabularies[term.vocabulary].entry(term.id)
    names = [context.term_label(term).text, *(entry.searched_as if entry else ())]
    return _of_a_list(context, names, pages_counted(context, total))


def _of_a_list(context: Context, names: Sequence[str], facts: str = "") -> Indexing:
    text = context.words.text
    metadata = {"kind": text("List"), "facts": facts, "names": _NAMES.join(names), "rank": "0"}
    return Indexing({"kind": (text("Lists"),)}, {name: value for name, value in metadata.items() if value}, whole=False)


def words_of(parted: str) -> list[str]:
    """Words that commas part."""
    return [word.strip() for word in parted.split(",") if word.strip()]


def _names(context: Context, record: AnyRecord) -> Iterator[str]:
    """By what else than its title a record is called."""
    if (short := context.title(record, short=True).text) != context.title(record).text:
        yield short
    yield from presenter_of(record).names(context, record)
    yield from record.facts.texts_of("searched_as")
    if sought := record.facts.sought_as:
        yield from words_of(context.words.text(sought))
    if address := record.facts.own_address.get(context.language):
        yield address.replace("-", " ")


_NAMES = " | "
"""What parts the names of a page in the index."""
_PARTED_FACTS = " · "
