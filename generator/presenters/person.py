"""People: their public roles, each on a line with the days for which it is attested and the sources."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from generator.content.record import AnyRecord, Record
from generator.fields.values import AnyRef, Ref
from generator.kinds.organisation import GOVERNING, Organisation
from generator.kinds.person import Person, Role
from generator.presenters.presenter import Presenter
from generator.presenters.sections import Sections
from generator.text.context import Context
from generator.text.inline import joined, sentence_case, text_of
from generator.view.parts import Bullets, Folded
from generator.view.text import Inline, Piece

_OFFICE = 4
"""The most words before a place, as "assessora alla cultura di" Como: more may be about another body of that place."""
_PLACE = re.compile(r"\w+ (?:[a-zà-ÿ]+[ ’'])?([A-ZÀ-Ý].*)")
"""The name of a body that is called after a place, and the place: "Comune di" and "Como"."""
_MOST_CITED = 3
"""Of more sources of a role its line cites those of the first day and of the last; a fold has each day with its own."""


class PersonPresenter(Presenter[Person]):
    """Tells a person's public roles."""

    def sections(self, context: Context, record: Record[Person]) -> Sections:
        held = roles_of(record.facts)
        told = Bullets(tuple(_role(context, record, roles) for roles in held))
        return Sections(
            kicker=self.kicker(context, record),
            instead={"roles": (told, *_attestations(context, record, held))},
        )

    def item_note(self, context: Context, record: Record[Person]) -> Inline:
        held = (text_of(_held(context, one)) for one in roles_of(record.facts))
        return joined("; ", ((Piece(one),) for one in held))

    def in_short(self, context: Context, record: Record[Person]) -> str:
        return context.summary(record) or sentence_case(text_of(self.item_note(context, record)))

    def names(self, context: Context, record: Record[Person]) -> Iterator[str]:
        surname = context.title(record).text.rpartition(" ")[2]
        yield surname
        for role, *_ in roles_of(record.facts):
            title, body = context.localised(role.title), context.title(context.showcase[role.organisation])
            yield f"{surname} {title.text} {body.text}"


def roles_of(facts: Person) -> tuple[Sequence[Role], ...]:
    """Each role of a person once, with all that attests it from the first day to the last; the latest role last."""
    found: dict[tuple[object, ...], list[Role]] = {}
    for role in sorted(facts.roles, key=lambda role: role.attested_on.last):
        found.setdefault((*role.title.items(), role.organisation), []).append(role)
    return tuple(sorted(found.values(), key=lambda roles: roles[-1].attested_on.last))


def role_on(facts: Person, day: datetime.date | None, organisation: Ref[Organisation] | None = None) -> Role | None:
    """The role that is attested nearest to a day, in an organisation if there is one there."""
    held = [role for role in facts.roles if role.organisation == organisation] or list(facts.roles)
    return min(held, key=lambda one: abs((one.attested_on.first - day).days) if day else 0, default=None)


def told_with(context: Context, record: AnyRecord, told: Iterable[AnyRef]) -> tuple[Inline, ...]:
    """A line for each person who is told on the page of a record, having none of their own: the role, since when."""
    lines = []
    for ref in told:
        person = context.showcase[ref].of(Person)
        for roles in roles_of(person.facts) if person else ():
            name, role = context.title(context.showcase[ref]), _held(context, roles)
            cited = _cited(context, record, roles)
            lines.append(context.phrase("{person}, {role} ({source})", person=name, role=role, source=cited))
    return tuple(lines)


def _held(context: Context, roles: Sequence[Role]) -> Inline:
    """A role: of what body, and for which days it is attested; the body only where the title does not name it."""
    title, body = context.localised(roles[0].title), roles[0].organisation
    when = _attested(context, roles)
    said = context.phrase("{title}, {organisation}, {when}", title=title, organisation=context.link(body), when=when)
    if names_the_body(context, title.text, body):
        said = context.phrase("{title}, {when}", title=title, when=when)
    for one in roles:
        said = context.whole(one, said, "title", "organisation", "attested_on", "source")
    return said


def names_the_body(context: Context, role: str, ref: Ref[Organisation]) -> bool:
    """Whether a role says of which body it is: by a name of it, or as "sindaca di Como" by the place that it governs.

    In doubt it does not, and the body is said: "presidente della Regione" leaves open of which.
    """
    record = context.showcase[ref]
    wording = record.wordings[context.shown_in(record)]
    names = {wording.title, wording.short_title, *record.facts.texts_of("acronym")}
    return any(_names(role, name) for name in names) or (
        record.facts.nature in GOVERNING and any(_governs(role, name) for name in names)
    )


def _names(role: str, body: str) -> bool:
    """Whether a name stands in a role, and not in that of another body: "Università di Milano-Bicocca"."""
    found = re.finditer(re.escape(body), role)
    around = ((role[: one.start()][-1:], role[one.end() :]) for one in found)
    return any(not (_joins(before) or _joins(after[:1]) or after[1:2].isupper()) for before, after in around)


def _joins(character: str) -> bool:
    return character.isalnum() or character in ("-", "_")


def _governs(role: str, body: str) -> bool:
    """Whether a role is an office and the place that a body is called after: nothing between may be another body."""
    place = _PLACE.fullmatch(body)
    before = role.removesuffix(place[1]) if place else role
    words = re.findall(r"\w+", before)
    is_whole = before != role and not _joins(before[-1:])
    return is_whole and 1 < len(words) <= _OFFICE and all(word.islower() for word in words[1:])


def _attested(context: Context, roles: Sequence[Role]) -> Inline:
    """The day for which a role is attested, or the first and the last of them: not from when to when it was held."""
    first, last = roles[0], roles[-1]
    if first.attested_on == last.attested_on:
        return attested(context, "on", first)
    return context.phrase(
        "in the sources first {first}, last {last}",
        first=attested(context, "on", first),
        last=attested(context, "on", last),
    )


def attested(context: Context, preposition: str, role: Role) -> Inline:
    """The day for which a role is attested, after a preposition; one that no source states in full says so."""
    return (*context.dated(preposition, role.attested_on), *context.deduced(role.deduced_date))


def _cited(context: Context, record: AnyRecord, roles: Sequence[Role]) -> Inline:
    return joined(" · ", ((context.cite(record, ref),) for ref in dict.fromkeys(role.source for role in roles)))


def _role(context: Context, record: Record[Person], roles: Sequence[Role]) -> Inline:
    several = len({one.source for one in roles}) > _MOST_CITED
    cited = _cited(context, record, (roles[0], roles[-1]) if several else roles)
    return context.phrase("{role} ({source})", role=_held(context, roles), source=cited)


def _attestations(context: Context, record: Record[Person], held: Iterable[Sequence[Role]]) -> tuple[Folded, ...]:
    """Each day for which a role is attested, with the source that does; of a role whose line sums up several."""
    found = []
    for roles in (roles for roles in held if len(roles) > 1):
        days = (
            ((context.day(one.attested_on), *context.deduced(one.deduced_date)), _cited(context, record, (one,)))
            for one in roles
        )
        lines = tuple(context.phrase("{day} ({source})", day=day, source=source) for day, source in days)
        role = context.localised(roles[0].title)
        found.append(Folded(context.phrase("The dates in the sources: {role}", role=role), (Bullets(lines),)))
    return tuple(found)
