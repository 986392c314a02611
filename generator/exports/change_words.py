"""What the log of changes says of a record, in words: on the page of changes and in every feed."""

from generator.exports.change_log import ADDED, MOVED, Change
from generator.fields.values import Term
from generator.kinds.catalogue import BY_FOLDER
from generator.publications.labels import field_label
from generator.text.context import Context


def what_became(context: Context, one: Change) -> str:
    """What became of a record: that it is new, or what of it was changed or moved."""
    text, folder = context.words.text, one.ref.partition("/")[0]
    if one.what == ADDED:
        return text("new page")
    labels = dict.fromkeys(field_label(folder, *name, context.words) for name in one.fields)
    changed = text("changed: {fields}", fields=context.words.listed(labels)) if labels else ""
    moved = text("at a new address") if one.what == MOVED else ""
    return " · ".join(filter(None, (moved, changed)))


def of_term(context: Context, name: str) -> tuple[Term, str]:
    """The term of a name, "topics/x", that pages call otherwise than before; and that this is what was changed."""
    vocabulary, _, id_ = name.partition("/")
    return Term(vocabulary, id_), context.words.text("changed: {fields}", fields=context.words.text("Name"))


def of_list(context: Context, folder: str) -> tuple[str, str]:
    """What the list of a kind is called whose introduction is another than before; and that it is what was changed."""
    text = context.words.text
    return text(BY_FOLDER[folder].plural), text("changed: {fields}", fields=text("Introduction"))
