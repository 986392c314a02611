"""The page and the feed of what each publication changed."""

import datetime
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from urllib.parse import urljoin

from generator.content.brief import ref_of
from generator.exports.change_log import ADDED, Change, ChangeLog, KeptLog, LogEntry, log_data
from generator.exports.change_words import of_list, of_term, what_became
from generator.exports.feeds import midnight, newest_day
from generator.exports.former_names import permanent_name
from generator.fields.values import AnyRef
from generator.kinds.catalogue import BY_FOLDER, kind_of
from generator.pages.lists.terms import used_terms
from generator.pages.search import page_indexing
from generator.planned import PageContent, Planned
from generator.text.context import Context
from generator.text.inline import sentence_case
from generator.text.listed import is_told
from generator.view.bodies import ListBody, ListGroup
from generator.view.home import Happened, HappenedList
from generator.view.outputs import Feed, FeedEntry, Link, View
from generator.view.text import ListItem, Piece
from generator.words import N_

_ROWS = 100
"""The page names no more changes, the feed half of them: the data have all."""
_NEWEST = 4
"""So many changes stand on the home page."""
_SOUGHT = N_("changes, what is new, what changed, what has changed, updates, news, history, feed, RSS")


def change_page(context: Context, changes: KeptLog) -> Planned:
    """The page in a language."""
    urls, languages = context.urls, context.showcase.settings.languages
    paths = {language: urls.fixed("changes", language) for language in languages}
    return Planned(context, paths, lambda: _content(context, changes))


def _content(context: Context, changes: KeptLog) -> PageContent:
    text, urls, log = context.words.text, context.urls, changes.seen()
    lead = _lead(context, log)
    data = Piece(text("The changes as data (JSON)"), href=urls.href(urls.change_data()))
    body = ListBody(text("Changes"), lead, tuple(_groups(context, log)), note=(data,))
    feed = Link(text("Feed of changes"), urls.href(urls.change_feed(context.language)))
    up = Link(text("Data"), urls.href(urls.data_page(context.language)))
    return PageContent(body, body.title, lead, (up,), feed=feed, indexing=page_indexing(context, _SOUGHT))


def _groups(context: Context, log: ChangeLog) -> Iterator[ListGroup]:
    """A group for each publication, as far as the page has room."""
    room, left = _ROWS, 0
    for number, entry in enumerate(log.entries):
        left += len(entry.changes[room:])
        if room:
            rows = [
                *(_row(context, one) for one in entry.changes[:room]),
                *_removed(context, entry),
                *_lists(context, entry),
                *_terms(context, entry),
            ]
            room = max(room - len(rows), 0)
            yield ListGroup(_anchor(len(log.entries) - number), _day(context, entry.on), tuple(rows))
    if left:
        data = context.urls.href(context.urls.change_data())
        said = context.words.count("{number} more change in the data", "{number} more changes in the data", left)
        yield ListGroup("more", Piece(""), (ListItem(Piece(said, href=data)),))
    if not log.entries:
        said = N_("Nothing has changed since then.") if log.since else N_("There is no change to tell yet.")
        yield ListGroup("none", Piece(""), (ListItem(Piece(context.words.text(said))),))


def _anchor(number: int) -> str:
    """Where an entry stands on the page: they are numbered from the oldest on."""
    return f"change-{number}"


def _row(context: Context, one: Change) -> ListItem:
    record = context.showcase[ref_of(one.ref)]
    kind = context.words.text(BY_FOLDER[one.ref.partition("/")[0]].plural)
    return ListItem(context.title(record, linked=True), kicker=(Piece(kind),), note=(Piece(what_became(context, one)),))


def _removed(context: Context, entry: LogEntry) -> Iterator[ListItem]:
    """How many records of each kind were taken away: they are named no more."""
    for folder, number in entry.removed:
        said = _taken_away(context, number)
        kind = BY_FOLDER.get(folder)
        yield ListItem(Piece(said), kicker=(Piece(context.words.text(kind.plural)),) if kind else ())


def _lists(context: Context, entry: LogEntry) -> Iterator[ListItem]:
    """The lists that are introduced otherwise."""
    for folder in entry.lists:
        title, said = of_list(context, folder)
        href = context.urls.href(context.urls.section(folder, context.language))
        yield ListItem(Piece(title, href=href), note=(Piece(said),))


def _terms(context: Context, entry: LogEntry) -> Iterator[ListItem]:
    """The terms that are called otherwise, each with its vocabulary and, where it has one, its page."""
    linked = used_terms(context)
    for term, said in (of_term(context, name) for name in entry.terms):
        vocabulary = context.localised(context.showcase.vocabularies[term.vocabulary].title)
        title = context.term(term) if term in linked else context.term_label(term)
        yield ListItem(title, kicker=(vocabulary,), note=(Piece(said),))


def _taken_away(context: Context, number: int) -> str:
    return context.words.count("{number} page taken away", "{number} pages taken away", number)


def _lead(context: Context, log: ChangeLog) -> str:
    """What the log tells, and since when."""
    if not log.since:
        return context.words.text("What each publication changes stands here, from this one on.")
    return context.sentence("What each publication has changed, since {day}.", day=_day(context, log.since))


def _day(context: Context, day: str) -> Piece:
    return context.date(datetime.date.fromisoformat(day))


def latest_changes(context: Context, changes: KeptLog) -> HappenedList | None:
    """What publications changed of what has a page in this language, the newest of it; None where nothing is known.

    Of a day what is done comes first and who and where last, what is new before what was brought up to date. What
    others rest on is not among it, nor what was taken away: the page of changes has both.
    """
    told = ((entry.on, one) for entry in changes.seen().entries for one in sorted(entry.changes, key=_weight))
    shown = ((on, one) for on, one in told if _is_news(context, ref_of(one.ref)))
    newest = tuple(_happened(context, on, one) for on, one in islice(shown, _NEWEST))
    if not newest:
        return None
    href = context.urls.href(context.urls.fixed("changes", context.language))
    every = Piece(context.words.text("All changes"), href=href)
    return HappenedList(context.words.text("What has changed"), newest, every)


def _weight(one: Change) -> tuple[int, bool]:
    return kind_of(ref_of(one.ref)).search_rank, one.what != ADDED


def _is_news(context: Context, ref: AnyRef) -> bool:
    return not kind_of(ref).is_evidence and is_told(context, ref)


def _happened(context: Context, on: str, one: Change) -> Happened:
    title = context.title(context.showcase[ref_of(one.ref)], short=True, linked=True)
    return Happened(title, (_day(context, on),), sentence_case(what_became(context, one)))


def change_files(context: Context, changes: KeptLog) -> Iterator[tuple[str, Callable[[], View]]]:
    """The path of each file that tells what was changed, and what makes it: data for all languages, a feed in each."""
    if context.language == context.showcase.settings.first_language:
        yield context.urls.change_data(), partial(log_data, changes)
    yield context.urls.change_feed(context.language), partial(_feed, context, changes)


def _feed(context: Context, changes: KeptLog) -> Feed:
    """What was changed, for programs that follow it."""
    settings, urls, text, log = context.showcase.settings, context.urls, context.words.text, changes.seen()
    path = urls.change_feed(context.language)
    numbered = zip(log.entries, range(len(log.entries), 0, -1), strict=True)
    entries = (told for entry, number in numbered for told in _feed_entries(context, entry, number))
    return Feed(
        path=path,
        language=context.language,
        identifier=urls.named(path),
        title=f"{settings.title} – {text('Changes')}",
        subtitle=_lead(context, log),
        author=context.localised(settings.owner.name).text,
        href=urls.absolute(path),
        home=urls.absolute(urls.fixed("changes", context.language)),
        updated=midnight(log.entries[0].on if log.entries else log.since or newest_day(context)),
        entries=tuple(islice(entries, _ROWS // 2)),
    )


def _feed_entries(context: Context, entry: LogEntry, number: int) -> Iterator[FeedEntry]:
    """How many records were taken away, what became of each other and of terms; `number` is that of the entry."""
    urls, language, text = context.urls, context.language, context.words.text
    place = f"{urls.absolute(urls.fixed('changes', language))}#{_anchor(number)}"
    if entry.removed:
        removed = (f"{text(BY_FOLDER[one].plural) if one in BY_FOLDER else one}: {many}" for one, many in entry.removed)
        yield FeedEntry(
            f"{urls.named(urls.change_feed(language))}#removed/{entry.on}",
            _taken_away(context, sum(dict(entry.removed).values())),
            place,
            midnight(entry.on),
            " · ".join(removed),
        )
    yield from (_feed_entry(context, entry.on, one) for one in entry.changes)
    for folder in entry.lists:
        identifier = f"{urls.named(urls.change_feed(language))}#{folder}/{entry.on}"
        title, said = of_list(context, folder)
        yield FeedEntry(identifier, title, place, midnight(entry.on), said)
    for name in entry.terms:
        term, said = of_term(context, name)
        identifier = f"{urls.named(urls.change_feed(language))}#{name}/{entry.on}"
        yield FeedEntry(identifier, context.term_label(term).text, place, midnight(entry.on), said)


def _feed_entry(context: Context, on: str, one: Change) -> FeedEntry:
    record = context.showcase[ref_of(one.ref)]
    identifier = f"{permanent_name(context.urls, record)}#{context.language}/{on}"
    href = urljoin(context.showcase.settings.base_url, context.href(record))
    return FeedEntry(identifier, context.title(record).text, href, midnight(on), what_became(context, one))
