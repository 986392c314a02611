"""A bare page at each old address of a record, and at its own where it has none: for hosts that know no other way."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.text.context import Context
from generator.urls import output_path
from generator.view.outputs import Redirect


def redirects_to(context: Context, record: AnyRecord) -> Iterator[Redirect]:
    """A bare page at each old address of a record; then, where another's page tells it, at what would be its own."""
    for old in record.facts.redirect_from:
        yield _redirect(context, record, old.removeprefix("/"))
    if context.showcase.told_in(record.ref):
        for language in context.showcase.briefs[record.ref].languages:
            yield _redirect(context.versions[language], record, context.urls.record(record, language))


def _redirect(context: Context, record: AnyRecord, old: str) -> Redirect:
    """A page that leads from an address to where the record is told."""
    there = context.showcase.told_in(record.ref)
    shown = context.showcase[there] if there else record
    languages = context.showcase.languages(shown.ref)
    language = context.language if context.language in languages else languages[0]
    path = context.urls.record(shown, language)
    return Redirect(
        path=output_path(old),
        language=context.language,
        title=context.title(shown).text,
        href=context.urls.href(path),
        canonical=context.urls.absolute(path),
    )
