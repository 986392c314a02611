"""What search engines and other programs are told of a page, in the words of schema.org: only what the record has.

Each kind declares its type and the property that each of its fields is, and a value becomes JSON by what it is: nothing
here knows one kind from another, but for `_computed`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import urljoin

from generator.content.record import AnyRecord
from generator.fields.choices import Choice
from generator.fields.declare import Field, Group, Property
from generator.fields.types import ListOf
from generator.fields.values import AnyRef, Day, Quantity, Ref, Term
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.plan import Plan
from generator.showcase.answers import settled
from generator.showcase.placed import is_deduced
from generator.showcase.status import end_of, start_of
from generator.text.context import Context
from generator.text.images import address
from generator.view.outputs import Link

Thing = dict[str, object]

_SCHEMA_ORG, _SAME_AS = "https://schema.org", "sameAs"
_WORKS = ("CreativeWork", "WebPage")
"""What our own pages are: they have a language, a licence and a day of change."""


def json_ld(
    context: Context, record: AnyRecord | None, crumbs: tuple[Link, ...], about: Mapping[str, object]
) -> Mapping[str, object]:
    """The record, or what else the page is about, and the way to it, if any; nothing where there is neither."""
    things: list[Mapping[str, object]] = [breadcrumbs(context, crumbs)] if crumbs else []
    if record and not record.facts.withdrawn:
        things.append(structured(context, record))
    if about:
        things.append(about)
    return {"@context": _SCHEMA_ORG, "@graph": things} if things else {}


def breadcrumbs(context: Context, crumbs: Iterable[Link]) -> Thing:
    """The way from the home to a page; its last step, the page itself, needs no address."""
    steps = []
    for position, crumb in enumerate(crumbs, start=1):
        step: Thing = {"@type": "ListItem", "position": position, "name": crumb.text}
        steps.append(step if crumb.current else {**step, "item": _whole(context, crumb.href)})
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def structured(context: Context, record: AnyRecord) -> Thing:
    """A record as schema.org has it: what its page is, what its kind declares, what is computed."""
    said = {**_page(context, record), **_declared(context, record), **_computed(context, record)}
    return {name: value for name, value in said.items() if value not in (None, "")}


def type_of(facts: Kind) -> str:
    """The type of a record: what its choice says, or else its kind."""
    choice = facts.schema_org_by
    named = _option(facts.declared[choice], facts.held(choice)) if choice else ""
    return named or facts.schema_org


def _page(context: Context, record: AnyRecord) -> Thing:
    """What the record's page is by itself; of what has its address elsewhere it is not the page."""
    facts, urls, is_a = record.facts, context.urls, type_of(record.facts)
    here = urls.absolute(urls.record(record, context.language))
    elsewhere = any(one.schema_org and one.schema_org.name == "url" for one in facts.declared.values())
    said: Thing = {} if elsewhere else {"@id": here, "url": here}
    said |= {
        "name": context.title(record).text,
        "description": context.summary(record),
        "image": _image(context, record),
        "@type": is_a,
    }
    if facts.schema_org_list and facts.is_listed:
        said["additionalType"] = urls.absolute(urls.section(facts.folder, context.language))
    if is_a in _WORKS and not elsewhere:
        said |= {
            "inLanguage": context.shown_in(record),
            "dateModified": str(facts.updated or ""),
            "license": context.showcase.settings.obligations.licence.url,
        }
    return said


def _image(context: Context, record: AnyRecord) -> Thing | None:
    """The record's picture, in the size that is largest."""
    image = record.facts.image
    if image is None:
        return None
    path = address(context.urls, record, image.file)
    return {"@type": "ImageObject", "contentUrl": context.urls.absolute(path), "creditText": image.credit}


def _computed(context: Context, record: AnyRecord) -> Thing:
    """What no field says by itself: the time that a signed agreement or a plan covers; that something is off."""
    if (off := record.facts.dated_status) and (statuses := record.facts.status):
        if record.facts.period and record.facts.period.or_start:  # it takes place, or was to
            return {"eventStatus": f"{_SCHEMA_ORG}/{statuses.options[off[0]].schema_org or 'EventCancelled'}"}
        return {"creativeWorkStatus": context.status(record)}
    agreement = record.of(Agreement)
    if agreement and agreement.facts.stage == "signed":
        start, end = start_of(agreement.facts), end_of(agreement.facts)
        if start is None or not start.dated.binds or start.deduced or len(start.days) > 1:
            return {}
        if end and (end.estimated or end.deduced or end.day is None):
            return {}  # it has an end that no source states to the day: an open interval would say more
        return {"temporalCoverage": _covered(start.days[0], end.day if end else None)}
    if plan := record.of(Plan):
        return {"temporalCoverage": _covered(plan.facts.since, plan.facts.until)}
    return {}


def _covered(first: Day | None, last: Day | None) -> str:
    """An interval of time as ISO 8601 has it, open where nobody states its end."""
    return f"{first}/{last or '..'}" if first else ""


# --- what kinds declare ---


def _declared(context: Context, record: AnyRecord) -> Thing:
    """What the fields of a record say; one that is empty has whom the record inherits."""
    showcase, inherited = context.showcase, dict(context.showcase.participants(record.ref))
    for name, wider in record.facts.inherits:
        if wider in showcase and not showcase[wider].facts.asserts(name):
            inherited.pop(name, None)
    said = _properties(context, record.facts, inherited)
    if said.get(_SAME_AS) in [*_shared_sites(context, record)]:
        del said[_SAME_AS]
    return {**said, **_filled(record.facts)}


def _filled(facts: Kind) -> Thing:
    """What follows from which fields are filled; nothing where one of them is said not to be known."""
    said: Thing = {}
    for name, by in facts.schema_org_filled.items():
        asked = dict.fromkeys(field for fields in by for field in fields)
        filled = tuple(field for field in asked if facts.values_of(field) and facts.asserts(field))
        if filled in by and not asked.keys() & set(facts.not_stated):
            said[name] = f"{_SCHEMA_ORG}/{by[filled]}"
    return said


def _shared_sites(context: Context, record: AnyRecord) -> Iterator[str]:
    """The websites that are no record's own: of several that are within the same thing, or of that thing."""
    for way, other in context.showcase.briefs[record.ref].links:
        if len(way) == 1 and record.facts.declared[str(way[0])].within:
            yield from _sites_of_several(context, other)


@settled
def _sites_of_several(context: Context, ref: AnyRef) -> tuple[str, ...]:
    """The websites that several have, of a record and those within it."""
    showcase = context.showcase
    fields = ((link.ref, showcase[link.ref].facts.declared.get(link.field)) for link in showcase.referring(ref))
    inside = dict.fromkeys(other for other, field in fields if field and field.within)
    sites = Counter(site for one in (ref, *inside) for site in _sites(showcase[one].facts))
    return tuple(site for site, number in sites.items() if number > 1)


def _sites(facts: Kind) -> Iterator[str]:
    for name, field in facts.declared.items():
        if field.schema_org and field.schema_org.name == _SAME_AS:
            yield from map(str, facts.values_of(name))


def _properties(context: Context, group: Group, inherited: Mapping[str, AnyRef], *, along: bool = False) -> Thing:
    """The properties that fields declare: a list where one field is, else the first value that is stated.

    Of a record that another names, those that go `along` with its name.
    """
    lists = _lists(type(group))
    found: dict[str, list[object]] = {}
    things: dict[tuple[str, str], Thing] = {}
    for field, said_as, held in _stated(group, inherited):
        if along and not said_as.goes_along:
            continue
        value = _value(context, field, said_as, held)
        if said_as.inner:
            shared = {} if said_as.name in lists else things
            thing = shared.setdefault((said_as.name, said_as.thing), {"@type": said_as.thing})
            thing.setdefault(said_as.inner, value)
            value = thing
        values = found.setdefault(said_as.name, [])
        if value not in values:
            values.append(value)
    return {name: values if name in lists else values[0] for name, values in found.items()}


def _stated(group: Group, inherited: Mapping[str, AnyRef]) -> Iterator[tuple[Field, Property, object]]:
    """Each value that is a property; what stands in a group that is no thing is said of what has the group."""
    shown = ((name, field) for name, field in group.declared.items() if not field.hidden and group.asserts(name))
    for name, field in shown:
        for value in group.values_of(name) or ((inherited[name],) if name in inherited else ()):
            if field.schema_org and not is_deduced(group, name):
                yield from ((field, *one) for one in _told_apart(field.schema_org, value))
            elif isinstance(value, Group):
                yield from _stated(value, {})


def _told_apart(said_as: Property, value: object) -> Iterator[tuple[Property, object]]:
    """A value with what it is; a sum that is exact as a number and its currency, and whether there is one to pay."""
    if not said_as.unit or not isinstance(value, Quantity):
        yield said_as, value
        return
    if not value.qualifier:
        yield replace(said_as, unit="", free=""), f"{value.number:f}"
        yield replace(said_as, unit="", free="", inner=said_as.unit), value.code
    if said_as.free and value.qualifier != "<":  # less than a sum may be nothing
        yield Property(said_as.free), not value.number and value.qualifier != ">"


def _lists(group: type[Group], *, within: bool = False) -> frozenset[str]:
    """The properties that may have several values: a field that says one of them holds a list, or is within one."""
    found: set[str] = set()
    for field in group.declared.values():
        several = within or isinstance(field.is_a, ListOf)
        if field.schema_org:
            found |= {field.schema_org.name} if several else set()
        elif field.group:
            found |= _lists(field.group, within=several)
    return frozenset(found)


def _value(context: Context, field: Field, said_as: Property, value: object) -> object:
    """One value of a field: a date and whatever else has a form of its own as it is written, words in our language."""
    if named := _option(field, value):
        return f"{_SCHEMA_ORG}/{named}"
    if isinstance(field.item, Choice):
        return context.say(field, value).text
    match value:
        case Ref():
            return context.title(context.showcase[value]).text if said_as.inner else _reference(context, value)
        case Group():
            return {"@type": said_as.thing, **_properties(context, value, {})}
        case Mapping() | Term():
            return context.say(field, value).text
        case bool() | int():
            return value
        case _:
            return str(value)


def _option(field: Field, value: object) -> str:
    """What schema.org calls a value of a choice; "" where it has no word for it."""
    option = field.item.options.get(value) if isinstance(field.item, Choice) and isinstance(value, str) else None
    return option.schema_org if option else ""


def _reference(context: Context, ref: AnyRef) -> Thing:
    """Another record: its type, name and address, and what goes along with these."""
    record = context.showcase[ref]
    url = _whole(context, context.href(record))
    named = {"@type": type_of(record.facts), "name": context.title(record).text, "url": url}
    return {**named, **_properties(context, record.facts, {}, along=True)}


def _whole(context: Context, href: str) -> str:
    """The whole address that a link of ours leads to."""
    return urljoin(context.showcase.settings.base_url, href)
