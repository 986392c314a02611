"""Every address stays: what answered at one before a change is led to where it is told now."""

from collections import defaultdict
from collections.abc import Mapping

from generator.content.edits import Edits
from generator.content.validate import Content
from generator.fields.values import AnyRef
from generator.pages.addresses import Answering


def keep_answering(
    edits: Edits, content: Content, changed: Mapping[AnyRef, AnyRef], before: Answering, after: Answering
) -> bool:
    """Let what answered before answer still: a record whose page it was, or the changed one for its part of a list.

    Whether there is anything. `changed` has that record with the name it has now. An old address where there is a page
    again is no longer one.
    """
    (old,) = changed
    lost: dict[AnyRef, set[str]] = defaultdict(set)
    again: dict[AnyRef, set[str]] = defaultdict(set)
    answered = {**before.old, **before.pages}
    for path in answered.keys() - after.pages.keys() - after.old.keys():
        lost[answered[path] or old].add(path)
    for path in before.old.keys() & after.pages.keys():
        if (ref := before.old[path]) and after.pages[path] in (None, changed.get(ref, ref)):
            again[ref].add(path)
    for ref in lost.keys() | again.keys():
        facts, path = content.records[ref].facts, content.records[ref].path
        kept = [one for one in facts.redirect_from if one not in again[ref]]
        edits.set(path, type(facts), ("redirect_from",), (*kept, *sorted(lost[ref])))
    return bool(lost)
