"""A bare page at each old address of a record, for hosts that know no other way."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.text.context import Context
from generator.urls import output_path
from generator.view.outputs import Redirect


def redirects_to(context: Context, record: AnyRecord) -> Iterator[Redirect]:
    """A bare page at each old address of a record."""
    path = context.urls.record(record, context.language)
    for old in record.facts.redirect_from:
        yield Redirect(
            path=output_path(old.removeprefix("/")),
            language=context.language,
            title=context.title(record).text,
            href=context.urls.href(path),
            canonical=context.urls.absolute(path),
        )
