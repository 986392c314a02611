"""What is told of a name that is no field's: the one that was meant, or all that there are."""

from generator.content.given import NoFieldError
from generator.fields.called import fields_called, fields_listed
from generator.problems.spelling import did_you_mean
from generator.words import N_, Phrase


def no_such_field(error: NoFieldError) -> tuple[Phrase, Phrase]:
    """The message and its hint."""
    model = error.model
    told = Phrase(N_("“{key}” is not a field of {where}."), {"key": error.name, "where": Phrase(model.singular)})
    if meant := did_you_mean(error.name, fields_called(model), in_part=True):
        return told, Phrase(N_("Did you mean “{suggestion}”?"), {"suggestion": meant[0]})
    return told, Phrase(N_("The fields are: {known}."), {"known": fields_listed(model.declared.values())})
