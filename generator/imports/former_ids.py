"""The ids that records had before they were renamed: maps and rows may name them by these still."""

from collections.abc import Mapping

from generator.content.validate import Content
from generator.fields.values import AnyRef, Ref


def former_ids(content: Content) -> Mapping[AnyRef, AnyRef]:
    """Records by the ids that they had, as far as their old addresses say; an id that a record has is of that one."""
    notes = content.records.notes.items()
    found = {Ref[object](ref.folder, id_): ref for ref, note in notes for id_ in note.brief.former_ids}
    return {former: ref for former, ref in found.items() if former not in content.records.known}
