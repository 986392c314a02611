"""Which kinds have a list in one language, which records it shows, and how many it cannot; likewise for a term.

And what a list asks of a record that is not to be opened for it: its short title, and when it was.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.content.brief import Brief, ref_of
from generator.fields.values import AnyRef, Term
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER, KINDS
from generator.showcase.answers import remembered, settled
from generator.text.context import Context
from generator.view.text import Inline, Piece

OWN_LIST_FROM = 3
"""A kind that has fewer records than these is no pane of the navigation: they stand on the list of a wider one, too."""


@settled
def has_list(context: Context, kind: type[Kind]) -> bool:
    """Whether a kind has a list in this language: pages of prose have none, and areas stand in their plan."""
    return kind.is_listed and any(_has_page(context, kind))


def kinds_listed(context: Context) -> tuple[type[Kind], ...]:
    """The kinds that have a list in this language."""
    return tuple(kind for kind in KINDS if has_list(context, kind))


def list_of(context: Context, kind: type[Kind]) -> type[Kind]:
    """The kind whose list people look through for the records of a kind: while those are few, that of a wider one."""
    wider = BY_FOLDER.get(kind.stands_under)
    return wider if wider and has_few(context, kind) and has_list(context, wider) else kind


def has_few(context: Context, kind: type[Kind]) -> bool:
    """Whether the list of a kind is one of one or two records."""
    return len(names_listed(context, kind)) < OWN_LIST_FROM


def list_href(context: Context, kind: type[Kind]) -> str:
    """The address of a kind's list."""
    return context.urls.href(context.urls.section(kind.folder, context.language))


def standing_under(context: Context, kind: type[Kind]) -> tuple[type[Kind], ...]:
    """The kinds whose few records stand on the list of this one too."""
    return tuple(one for one in kinds_listed(context) if one is not kind and list_of(context, one) is kind)


@remembered
def names_listed(context: Context, kind: type[Kind]) -> tuple[AnyRef, ...]:
    """The records of a kind that have a page in this language, by title."""
    return tuple(map(ref_of, _in_order(context, kind, context.language)))


def names_as_in_the_first_language(context: Context, kind: type[Kind]) -> tuple[AnyRef, ...]:
    """The same by their titles in the first language of the site: where few are shown, all languages show the same."""
    return tuple(map(ref_of, _in_order(context, kind, context.showcase.settings.first_language)))


@settled
def _in_order(context: Context, kind: type[Kind], order: str) -> tuple[str, ...]:
    showcase = context.showcase
    found = [(ref, showcase.briefs[ref]) for ref in showcase.names(kind) if context.language in showcase.languages(ref)]
    return tuple(str(ref) for ref, _ in sorted(found, key=lambda one: _title_in(one[1], order).casefold()))


def _title_in(brief: Brief, language: str) -> str:
    """Its title in a language, or in the first that it has."""
    return brief.titles[brief.languages.index(language) if language in brief.languages else 0]


def by_name(context: Context, refs: Iterable[AnyRef], *, whole: bool = False) -> list[AnyRef]:
    """Records in the order of their short names, or of their `whole` ones, which ranks nobody."""

    def name(ref: AnyRef) -> str:
        return context.link(ref).text if whole else short_title(context, ref)

    return sorted(refs, key=lambda ref: (name(ref).casefold(), ref))


def counted(context: Context, refs: Iterable[AnyRef], *more: str) -> str:
    """How many there are of each kind, in the order of the kinds: "3 initiatives and 1 event"."""
    numbers = Counter(ref.folder for ref in refs)
    said = [context.words.count(*kind.counted, numbers[kind.folder]) for kind in KINDS if numbers[kind.folder]]
    return context.words.listed([*said, *more])


def elsewhere(context: Context, kind: type[Kind]) -> Inline:
    """How many records are missing here because they have no words in this language."""
    said = not_in_this_language(context, _missing(context, kind))
    return (Piece(said),) if said else ()


def not_in_this_language(context: Context, missing: int) -> str:
    """That so many pages are missing here because they have no words in this language; "" where none is."""
    if not missing:
        return ""
    return context.words.count(
        "{number} more page is not available in this language.",
        "{number} more pages are not available in this language.",
        missing,
    )


@settled
def _missing(context: Context, kind: type[Kind]) -> int:
    """How many records of a kind have no page in this language."""
    return sum(not has_page for has_page in _has_page(context, kind))


def _has_page(context: Context, kind: type[Kind]) -> Iterator[bool]:
    """Of each record of a kind that has a page, whether it has one in this language."""
    found = (context.showcase.languages(ref) for ref in context.showcase.names(kind))
    return (context.language in languages for languages in found if languages)


@remembered
def classified_by(context: Context, term: Term) -> list[AnyRef]:
    """The records that an entry classifies and that have a page in this language."""
    return list(map(ref_of, _classified(context, term)))


@settled
def _classified(context: Context, term: Term) -> tuple[str, ...]:
    showcase = context.showcase
    return tuple(str(ref) for ref in showcase.names_of(term) if context.language in showcase.languages(ref))


def is_told(context: Context, ref: AnyRef) -> bool:
    """Whether a page in this language tells a record: that of one withdrawn says only that it is."""
    return context.language in context.showcase.languages(ref) and not context.showcase.briefs[ref].withdrawn


@settled
def short_title(context: Context, ref: AnyRef) -> str:
    """The short title of a record."""
    return context.title(context.showcase[ref], short=True).text


@settled
def summary_of(context: Context, ref: AnyRef) -> str:
    """The summary of a record, if it has one in this language."""
    return context.summary(context.showcase[ref])


@settled
def placed_on(context: Context, ref: AnyRef) -> int:
    """The number in the calendar of the day that places a record in time; 0 without one."""
    placed = context.showcase.placed_in_time(context.showcase[ref])
    return placed.first.toordinal() if placed else 0
