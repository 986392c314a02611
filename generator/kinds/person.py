"""People, for their public role alone: no address, telephone, photograph or life."""

from collections.abc import Mapping

from generator.fields.dates import DAY
from generator.fields.declare import Backlink, Group, GroupOf, flag, is_filled, many, needed
from generator.fields.texts import FLAG, LOCALISED
from generator.fields.values import AnyRef, Day, Ref
from generator.kinds.base import Kind
from generator.kinds.evidence import SOURCE
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.words import N_, NN_

_IN_A_LINE = {"title", "roles", "sources", "verified_on", "draft", "publish_on", "archived"}
"""The fields of whom a line tells: the line says them, or they are about the record and not about the person."""


class Role(Group):
    singular = N_("a role")
    title: Mapping[str, str] = needed(
        LOCALISED,
        N_("Role"),
        help=N_("The public role, without the name of the organisation."),
        example={"it": "rettrice", "en": "Rector"},
    )
    organisation: Ref[Organisation] = needed(
        ORGANISATION,
        N_("Organisation"),
        help=N_("The organisation in which the role is held."),
        example="universita-di-collefiorito",
        backlink=Backlink(
            N_("People"),
            {"it": "persone-che-vi-hanno-un-ruolo-pubblico", "en": "people-with-a-public-role-in-it"},
        ),
    )
    attested_on: Day = needed(
        DAY,
        N_("Attested on"),
        help=N_("Day, month or year for which the source attests the role."),
        past=True,
        attested_by="source",
    )
    deduced_date: bool = flag(
        FLAG,
        N_("Deduced date"),
        help=N_("Yes if no source states that date in full, and it is deduced from a copy or an address."),
        hidden=N_("the date says of itself that it is deduced"),
    )
    source: AnyRef = needed(
        SOURCE,
        N_("Source"),
        help=N_("The source that attests the role: a record of content/sources."),
        example="comunicato-navetta",
    )


class Person(Kind):
    singular = N_("a person")
    folder = "people"
    plural = N_("People")
    counted = NN_("{number} person", "{number} people")
    search_rank = 4
    sought = N_("rector, rectors, mayor, signatories")
    found_by = N_("who signed")
    noun = N_("Public role")
    segments = {"it": "persone", "en": "people"}
    headings = {"who": N_("Public roles")}
    title_given = True
    schema_org = "Person"
    in_feeds = False
    noindex = True
    own_page_from = 2
    mentions_refer = True
    same_if = ("title",)
    every_language = True

    roles: tuple[Role, ...] = many(
        GroupOf(Role),
        N_("Public roles"),
        help=N_("The person’s public roles, each for the day on which a source attests it; nothing private."),
        required=True,
        block="who",
        also=N_("role, office, position"),
    )

    @property
    def fits_a_line(self) -> bool:
        """Whether there is one role, attested once, and nothing else but the source of that."""
        shown = [name for name, one in self.declared.items() if not one.hidden and not one.private]
        beside = {name for name in shown if is_filled(self.held(name))} - _IN_A_LINE
        attesting = {role.source for role in self.roles}
        sources = all(one.source in attesting and not one.where for one in self.sources)
        return len(self.roles) == 1 and sources and not beside
