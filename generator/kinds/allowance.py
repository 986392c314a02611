"""What is not to be told of a record, with the reason."""

from generator.fields.declare import Group, needed, optional
from generator.fields.texts import TEXT, CodeType, ImpersonalType
from generator.personal_data.find import PERSONAL_CODES
from generator.words import N_

OF_A_VALUE = (*PERSONAL_CODES, "personal-data-in-file", "unexamined-file")
"""The codes of which an exception names the value that is meant."""
SILENCEABLE = (
    "markup-in-fact",
    *OF_A_VALUE,
    "missing-translation",
    "untranslated",
    "review-due",
    "untagged-pdf",
    "refused-word",
    "above-whole",
    "other-number",
    "unfinished",
    "same-record",
    "same-code",
    "unlikely-duration",
    "unlikely-effect",
    "untraced-figure",
)
"""The codes that a record may allow itself, with a reason."""


class Allowance(Group):
    singular = N_("an exception")
    rules = ({"if": {"properties": {"code": {"enum": OF_A_VALUE}}}, "then": {"required": ["value"]}},)
    code: str = needed(
        CodeType(SILENCEABLE, "untranslated"),
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
