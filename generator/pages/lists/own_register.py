"""The part of the register that an organisation has on its own page."""

from generator.content.record import AnyRecord
from generator.kinds.agreement import Agreement
from generator.kinds.organisation import Organisation
from generator.pages.lists.others import of_partner, of_university
from generator.pages.lists.paging import legend_of
from generator.pages.lists.register import own_table
from generator.presenters.partners import in_register
from generator.text.context import Context
from generator.view.record_page import OwnRegister
from generator.view.text import Piece


def own_register(context: Context, record: AnyRecord) -> OwnRegister | None:
    """Its agreements as rows, if there are a few and not too many, and the way to the same list with its filters."""
    refs = in_register(context, record.ref) if isinstance(record.facts, Organisation) else ()
    if not refs or record.facts.withdrawn:
        return None
    heading = context.words.count("{number} agreement", "{number} agreements", len(refs))
    found = (of_list(context, Agreement, record.ref) for of_list in (of_university, of_partner))
    href = next((href for _, href, number in found if number), "")
    whole = Piece(context.words.text("In the register, with filters and data"), href=href) if href else None
    table = own_table(context, refs)
    return OwnRegister(heading, table, legend_of(context, table), whole)
