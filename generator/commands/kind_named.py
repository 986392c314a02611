"""The kind of record that a command is given, as a person calls it."""

from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER, WITH_PAGES, folders_called
from generator.problems.spelling import did_you_mean, named_so, telling_words
from generator.usage.arguments import UsageError
from generator.words import N_, Labelled, Phrase


def kind_named(written: str | None) -> type[Kind]:
    """The kind that is called so in any language, or whose folder is. Raises UsageError."""
    known = Phrase(N_("Use one of: {known}."), {"known": [Labelled(one, BY_FOLDER[one].plural) for one in WITH_PAGES]})
    if written is None:
        raise UsageError(Phrase(N_("What is to be written? Name a kind of record.")), known)
    words = {
        folder: [telling_words(one) for one in called]
        for folder, called in folders_called().items()
        if folder in WITH_PAGES
    }
    names = {folder: [folder, *map(" ".join, found)] for folder, found in words.items()}
    parts = {folder: [word for one in found for word in one] for folder, found in words.items()}
    if found := named_so(written, names) or named_so(written, parts):
        return BY_FOLDER[found]
    message = Phrase(N_("“{written}” is no kind of record."), {"written": written})
    if meant := did_you_mean(written, names):
        raise UsageError(message, Phrase(N_("Did you mean “{suggestion}”?"), {"suggestion": meant[0]}))
    raise UsageError(message, known)
