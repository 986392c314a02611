"""Who signed an agreement."""

from collections.abc import Mapping

from generator.fields.declare import Backlink, Group, optional
from generator.fields.references import Reference
from generator.fields.texts import LOCALISED
from generator.fields.values import Ref
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.kinds.person import Person
from generator.words import N_


class Signatory(Group):
    """Who signed: a person with a public office, or a role whose holder has none."""

    singular = N_("a signatory")
    told_apart_by = (("person", "on_behalf_of"),)
    exactly_one = ("person", "role")
    person: Ref[Person] | None = optional(
        Reference[Person]("people"),
        N_("Person"),
        help=N_("Who signed, if in a public role: a record of content/people; if not, write the role alone."),
        example="ada-fontana",
        backlink=Backlink(N_("Agreements signed"), {"it": "accordi-firmati", "en": "agreements-signed"}),
    )
    role: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Role"),
        help=N_("The role of who signed, without name or article, if it is no public office."),
        example={"it": "dirigente del settore Ambiente", "en": "head of the Environment department"},
    )
    on_behalf_of: Ref[Organisation] | None = optional(
        ORGANISATION,
        N_("On behalf of"),
        help=N_("The party it was signed for."),
        example="comune-di-valdombra",
        among="parties",
    )
