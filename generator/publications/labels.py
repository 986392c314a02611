"""What visitors call the fields of a published record."""

from generator.kinds.catalogue import BY_FOLDER
from generator.publications.differences import REPLACED_FILE, TOLD_IN_A_LINE
from generator.words import N_, Words

_COMPUTED = {
    "status": N_("Status"),
    "part_of_status": N_("Status"),
    "value": N_("Value"),
    "text": N_("Text"),
    "ends_on": N_("End"),
    REPLACED_FILE: N_("File replaced"),
    TOLD_IN_A_LINE: N_("Public roles"),
}
"""Those that stand in no file, or in none of the facts."""


def field_label(folder: str, name: str, language: str, words: Words) -> str:
    """What a field of a kind is called; of words, also in which language."""
    kind = BY_FOLDER.get(folder)
    declared = kind.declared.get(name) if kind else None
    message = declared.label if declared else _COMPUTED.get(name)
    label = words.text(message) if message else name
    return f"{label} ({words.language_name(language)})" if language else label
