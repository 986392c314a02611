"""People: their public roles, each as of a day and with its source."""

from generator.content.record import Record
from generator.kinds.person import Person, Role
from generator.presenters.presenter import Presenter
from generator.presenters.sections import Sections
from generator.text.context import Context
from generator.text.inline import sentence_case
from generator.view.bodies import KeyFact
from generator.view.parts import Bullets
from generator.view.text import Inline, Piece


class PersonPresenter(Presenter[Person]):
    """Tells a person's public roles."""

    def sections(self, context: Context, record: Record[Person]) -> Sections:
        roles = record.facts.roles
        return Sections(
            kicker=self.kicker(context, record),
            key_facts=tuple(_role_key_fact(context, role) for role in latest_roles(record.facts)),
            instead={"roles": (Bullets(tuple(_role(context, role) for role in roles)),)},
        )

    def item_note(self, context: Context, record: Record[Person]) -> Inline:
        if not record.facts.roles:
            return ()
        role = latest_roles(record.facts)[-1]
        body = context.title(context.showcase[role.organisation])
        title, as_of = context.localised(role.title), context.dated("as of", role.attested_on)
        return context.phrase("{title}, {organisation}, {as_of}", title=title, organisation=body, as_of=as_of)


def latest_roles(facts: Person) -> tuple[Role, ...]:
    """Each role of a person once, as it was last attested."""
    latest: dict[tuple[object, ...], Role] = {}
    for role in sorted(facts.roles, key=lambda role: role.attested_on.last):
        latest[(*role.title.items(), role.organisation)] = role
    return tuple(latest.values())


def _role(context: Context, role: Role) -> Inline:
    return context.phrase(
        "{role}, {organisation}, {as_of} ({source})",
        role=context.localised(role.title),
        organisation=context.link(role.organisation),
        as_of=context.dated("as of", role.attested_on),
        source=context.link(role.source),
    )


def _role_key_fact(context: Context, role: Role) -> KeyFact:
    title = sentence_case(context.localised(role.title).text)
    body = context.title(context.showcase[role.organisation])
    as_of = context.dated("as of", role.attested_on)
    return KeyFact(Piece(title), context.sentence("{organisation}, {as_of}", organisation=body, as_of=as_of))
