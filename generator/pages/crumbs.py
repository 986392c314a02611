"""The way to the page of a record."""

from generator.content.record import AnyRecord
from generator.kinds.catalogue import section_of
from generator.text.context import Context
from generator.text.listed import has_list, list_href
from generator.view.outputs import Link


def record_crumbs(context: Context, record: AnyRecord) -> tuple[Link, ...]:
    """The list below which it stands, where there is one, and the record between."""
    facts, kind = record.facts, section_of(type(record.facts))
    href = list_href(context, kind)
    crumbs = [Link(context.words.text(kind.plural), href)] if has_list(context, kind) else []
    above = filter(None, map(context.showcase.get, facts.refs_of(facts.under)))
    return (*crumbs, *(Link(context.title(one, short=True).text, context.href(one)) for one in above))
