"""A bare page at each old address: of a record, of one that another tells, of a part of a list, of a page that is no
more. For hosts that know no other way.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from generator.charts.enough import FEWEST
from generator.content.record import AnyRecord
from generator.exports.former_names import own_paths
from generator.kinds.base import Kind
from generator.kinds.facets import STATUS
from generator.text.context import Context
from generator.text.inline import sentence_case
from generator.text.listed import names_listed
from generator.urls import output_path
from generator.view.outputs import Redirect

_ROWS_ONCE, _LAST_ONCE = 50, 10
"""The rows of a page when lists in columns had as many as others have, and how many more the last one took."""


def led_from(context: Context, record: AnyRecord) -> Iterator[tuple[str, str, int]]:
    """The path of each old address of a record, as it is written and the how-manieth it is; then, where another's page
    tells it, of what would be its own.
    """
    written, own = record.facts.redirect_from, own_paths(context.urls, record)
    for number, old in enumerate(written):
        if (path := old.removeprefix("/")) not in own:
            yield path, old, number
    if context.showcase.told_in(record.ref):
        for number, language in enumerate(context.showcase.briefs[record.ref].languages, len(written)):
            path = context.urls.record(record, language)
            yield path, f"/{output_path(path)}", number


def redirect_at(context: Context, record: AnyRecord, old: str, to: str) -> Redirect:
    """A bare page at an old path of a record: it leads to what is told now in the language it was of, to the page at
    `to` where there is one.
    """
    context = _version_of(context, old)
    there = context.showcase.told_in(record.ref)
    shown = context.showcase[there] if there else record
    languages = context.showcase.languages(shown.ref)
    language = context.language if context.language in languages else languages[0]
    return _redirect(context, old, to or context.urls.record(shown, language), context.title(shown).text)


def redirects_to_choices(context: Context, kind: type[Kind], planned: Collection[str]) -> Iterator[Redirect]:
    """A bare page at each address that a part of a list had where a status was called otherwise, and at that of each
    status in which nothing is on the day: it leads to the status that it is a part of, or to the whole list.

    `planned` are the paths of the pages there are.
    """
    choices, urls, language = kind.status, context.urls, context.language
    if choices is None or STATUS not in kind.facets:
        return
    if len(names_listed(context, kind)) < FEWEST:  # of so few a list has no parts
        return
    list_called = context.words.text(kind.plural)
    for value, option in choices.options.items():
        there, called = urls.section(kind.folder, language), list_called
        for one in (*(option.part_of or ())[:1], value):
            path = urls.choice(kind.folder, STATUS, choices.segment(one, language), language)
            if path in planned:
                there, called = path, sentence_case(choices.label(one, context.words))
        words = (choices.segment(value, language), *option.former.get(language, ()))
        for old in (urls.choice(kind.folder, STATUS, word, language) for word in words):
            if old not in planned:
                yield _redirect(context, old, there, called)


def redirects_to_facets(context: Context, kind: type[Kind], planned: Collection[str]) -> Iterator[Redirect]:
    """A bare page at each address that a part of a list had, where the question itself had another word."""
    section = context.urls.section(kind.folder, context.language)
    for facet in (one for one in kind.facets if context.language in one.former):
        now = f"{section}{facet.segment(context.language)}/"
        for path in (one for one in planned if one.startswith(now)):
            old = f"{section}{facet.former[context.language]}/{path.removeprefix(now)}"
            yield _redirect(context, old, path, context.words.text(facet.label))


def redirects_to_lists(context: Context, kind: type[Kind], planned: Collection[str]) -> Iterator[Redirect]:
    """A bare page at each address that a further page of a list in columns had, when it was cut as rows are."""
    first = context.urls.section(kind.folder, context.language)
    if kind.list_as != "columns" or first not in planned:
        return
    for number in range(2, -(-(len(names_listed(context, kind)) - _LAST_ONCE) // _ROWS_ONCE) + 1):
        old = context.urls.page(first, number, context.language)
        if old not in planned:
            yield _redirect(context, old, first, context.words.text(kind.plural))


def redirects_of_former(context: Context, kind: type[Kind], planned: Collection[str]) -> Iterator[Redirect]:
    """A bare page at each address that stood below a word which the list of a kind had: ours, or a former one of the
    owner's. What only led on from there leads on, too.
    """
    urls, now = context.urls, context.urls.section(kind.folder, context.language)
    former = urls.former_sections(kind.folder, context.language)
    if not former:
        return
    led = {path: _redirect(context, path, path, context.words.text(kind.plural)) for path in planned}
    for redirects in (redirects_to_choices, redirects_to_facets, redirects_to_lists):
        led |= {one.path.removesuffix("index.html"): one for one in redirects(context, kind, planned)}
    for before in sorted(former):
        for path, one in led.items():
            if path.startswith(now) and (old := f"{before}{path.removeprefix(now)}") not in planned:
                yield replace(one, path=output_path(old))


def redirects_of_pages(context: Context, planned: Collection[str]) -> Iterator[Redirect]:
    """A bare page at each address where, as the owner says, there was a page: it leads to the nearest page above it.

    None where there is a page again.
    """
    settings = context.showcase.settings
    for old in (one.removeprefix("/") for one in settings.former_pages):
        above = old
        while above not in planned:
            above = above[: above.rstrip("/").rfind("/") + 1]
        if above != old:
            yield _redirect(_version_of(context, old), old, above, settings.title)


def _version_of(context: Context, path: str) -> Context:
    """The context of the language whose pages stand at such a path."""
    first, _, rest = path.partition("/")
    other = context.versions.get(first) if rest and first != context.showcase.settings.first_language else None
    return other or context


def _redirect(context: Context, old: str, path: str, title: str) -> Redirect:
    return Redirect(
        path=output_path(old),
        language=context.language,
        title=title,
        href=context.urls.href(path),
        canonical=context.urls.absolute(path),
    )
