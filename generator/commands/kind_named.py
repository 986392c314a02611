"""The kind of record that a command is given, as a person calls it."""

from generator.fields.choices import Choice
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER, KINDS, WITH_PAGES, folders_called
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
    of_choices = [kind for kind in KINDS if _is_a_choice_of(kind, written)]
    if len(of_choices) > 1:
        known = Phrase(N_("Use one of: {known}."), {"known": [Labelled(one.folder, one.plural) for one in of_choices]})
    elif meant := [kind.folder for kind in of_choices] or did_you_mean(written, names):
        raise UsageError(message, Phrase(N_("Did you mean “{suggestion}”?"), {"suggestion": meant[0]}))
    raise UsageError(message, known)


def _is_a_choice_of(kind: type[Kind], written: str) -> bool:
    """Whether records of a kind can be what is called so, by one of its choices: a prize is an initiative."""
    choices = [one.item for one in kind.declared.values() if isinstance(one.item, Choice)]
    names = {name for choice in choices for labels in choice.called().values() for name in labels}
    words = {word for name in names for word in telling_words(name)[:1]}
    return bool(named_so(written, {kind.folder: [*names, *words]}))
