"""The ids that records had before they were renamed: maps and rows may name them by these still."""

from collections.abc import Mapping

from generator.content.validate import Content
from generator.fields.texts import ID
from generator.fields.values import AnyRef, Ref


def former_ids(content: Content) -> Mapping[AnyRef, AnyRef]:
    """Records by the ids that they had, as far as their old addresses say; an id that a record has is of that one."""
    found: dict[AnyRef, AnyRef] = {}
    for ref in content.records:
        for address in content.records[ref].facts.redirect_from:
            id_ = address.rstrip("/").rpartition("/")[2]
            if ID.fullmatch(id_) and Ref(ref.folder, id_) not in content.records.known:
                found[Ref(ref.folder, id_)] = ref
    return found
