"""The codes by which other registers know a record."""

from generator.fields.declare import Group, optional
from generator.fields.texts import TEXT
from generator.words import N_


class Identifiers(Group):
    singular = N_("the identifiers")
    iris: str | None = optional(
        TEXT,
        N_("IRIS"),
        help=N_("The code of the record in IRIS, the university’s research archive."),
        example="PE-2025-0042",
        one_record=True,
    )
    doi: str | None = optional(
        TEXT,
        N_("DOI"),
        help=N_("The DOI; written whole, from https:// on, it becomes a link."),
        example="https://doi.org/10.5555/collefiorito.2025",
    )
    cup: str | None = optional(
        TEXT, N_("CUP"), help=N_("The CUP code of a public investment project."), example="Z99Z25000000001"
    )
    ror: str | None = optional(
        TEXT,
        N_("ROR"),
        help=N_("The organisation’s code at ror.org; written whole, from https:// on, it becomes a link."),
        example="https://ror.org/012345678",
        one_record=True,
    )
    ipa: str | None = optional(
        TEXT,
        N_("IPA"),
        help=N_("The code of the body in IPA, the Italian index of public administrations."),
        example="unicol",
        one_record=True,
    )
    wikidata: str | None = optional(
        TEXT,
        N_("Wikidata"),
        help=N_("The item of Wikidata: the letter Q and a number."),
        example="Q4115189",
        one_record=True,
    )
