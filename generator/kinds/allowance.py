"""What is not to be told of a record, with the reason."""

from generator.fields.declare import Group, needed, optional
from generator.fields.texts import TEXT, ImpersonalType, TextType
from generator.words import N_


class Allowance(Group):
    singular = N_("an exception")
    code: str = needed(
        TextType("untranslated"),
        N_("Code"),
        help=N_("The code of a message that can be done without, such as review-due."),
    )
    because: str = needed(
        TEXT,
        N_("Reason"),
        help=N_("Why it need not be told, for those who work on the record after you."),
        example="Il bando è uscito solo in italiano",
        private=N_("it may tell what is not to be public"),
    )
    value: str | None = optional(
        ImpersonalType(),
        N_("Value"),
        help=N_("What looks like personal data and is none, as it is written: only this is not told."),
        example="0321 123456",
    )
