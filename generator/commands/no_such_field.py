"""What is told of a name that is no field's: the one that was meant, or all that there are."""

from generator.content.given import NoFieldError
from generator.content.meant_field import meant_field
from generator.fields.called import fields_listed
from generator.words import N_, Phrase


def no_such_field(error: NoFieldError) -> tuple[Phrase, Phrase]:
    """The message and its hint."""
    model = error.model
    told = Phrase(N_("“{key}” is not a field of {where}."), {"key": error.name, "where": Phrase(model.singular)})
    if meant := meant_field(error.name, model):
        return told, Phrase(N_("Did you mean “{suggestion}”?"), {"suggestion": meant[0]})
    return told, Phrase(N_("The fields are: {known}."), {"known": fields_listed(model.declared.values())})
