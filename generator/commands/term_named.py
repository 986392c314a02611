"""The entry of a vocabulary that a command is asked about, by its id or its label."""

from generator.fields.values import Term
from generator.problems.spelling import did_you_mean
from generator.showcase.model import Showcase
from generator.usage.arguments import UsageError
from generator.words import N_, Phrase


def term_named(showcase: Showcase, vocabulary: str, written: str) -> Term:
    """The one that is called so in any language. Raises UsageError."""
    found = showcase.vocabularies.get(vocabulary)
    entries = found.terms if found else ()
    names = {name.casefold(): one.id for one in entries for name in (one.id, *one.label.values())}
    if written.casefold() not in names:
        known = Phrase(N_("Use one of: {known}."), {"known": [one.id for one in entries]})
        meant = did_you_mean(written, [*names])
        hint = Phrase(N_("Did you mean “{suggestion}”?"), {"suggestion": names[meant[0]]}) if meant else known
        message = N_("There is no “{id}” in content/vocabularies/{name}.yaml.")
        raise UsageError(Phrase(message, {"id": written, "name": vocabulary}), hint)
    return Term(vocabulary, names[written.casefold()])
