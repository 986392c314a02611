"""Which page of prose serves a purpose: what the site is, how it is made, where a mistake is reported."""

from generator.content.record import AnyRecord
from generator.kinds.page import Page
from generator.showcase.answers import settled
from generator.text.context import Context


def page_for(context: Context, purpose: str) -> AnyRecord | None:
    """The page of prose that serves a purpose."""
    found = (record for record in context.showcase.of(Page) if record.facts.purpose == purpose)
    return next((record for record in found if context.has_page(record)), None)


@settled
def page_on_reports(context: Context) -> str:
    """The address of the page that says how a mistake is reported; "" where there is none."""
    page = page_for(context, "report")
    return context.href(page) if page else ""
