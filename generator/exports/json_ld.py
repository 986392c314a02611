"""What search engines and other programs are told of a page, in the words of schema.org: only what the record has.

schema.org has no type for agreements, calls and plans: they are creative works whose `additionalType` is our list. A
programme, an initiative and a cantiere are projects, which schema.org takes for organisations.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import cast

from generator.content.record import Record
from generator.kinds.agreement import Agreement
from generator.kinds.call import Call
from generator.kinds.indicator import Indicator
from generator.kinds.initiative import Undertaking
from generator.kinds.network import Network
from generator.kinds.organisation import Organisation
from generator.kinds.person import Person
from generator.kinds.plan import Area, Plan
from generator.kinds.programme import Programme
from generator.kinds.source import Source
from generator.kinds.types.values import Day, Ref
from generator.showcase.status import start_of
from generator.text.context import Context
from generator.text.images import address
from generator.view.page import Link

Thing = dict[str, object]

_ORGANISATIONS = {
    "university": "CollegeOrUniversity",
    "municipality": "GovernmentOrganization",
    "region": "GovernmentOrganization",
    "ministry": "GovernmentOrganization",
    "agency": "GovernmentOrganization",
    "public-body": "GovernmentOrganization",
    "association": "NGO",
    "foundation": "NGO",
    "company": "Corporation",
    "research-body": "ResearchOrganization",
    "school": "School",
    "its": "EducationalOrganization",
}
"""The type of an organisation by its nature; of any other it is only said to be one."""


def told(context: Context, record: Record | None, crumbs: tuple[Link, ...]) -> Mapping[str, object]:
    """The record and the way to it; nothing where there is neither."""
    things = [breadcrumbs(context, crumbs)] if crumbs else []
    if record and not record.facts.withdrawn:
        things.append(structured(context, record))
    return {"@context": "https://schema.org", "@graph": things} if things else {}


def breadcrumbs(context: Context, crumbs: Iterable[Link]) -> Thing:
    """The way from the home to a page; its last step, the page itself, needs no address."""
    steps = []
    for position, crumb in enumerate(crumbs, start=1):
        step: Thing = {"@type": "ListItem", "position": position, "name": crumb.text}
        steps.append(step if crumb.current else {**step, "item": _absolute(context, crumb.href)})
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def structured(context: Context, record: Record) -> Thing:
    """A record as schema.org has it."""
    facts, settings = record.facts, context.showcase.settings
    address = context.urls.absolute(context.urls.record(record, context.language))
    language = context.shown_in(record)
    said: Thing = {
        "@id": address,
        "url": address,
        "name": context.title(record).text,
        "description": context.summary(record),
        "sameAs": facts.website,
        "image": _image(context, record),
        **_TELLINGS.get(type(facts).folder, _work)(context, record),
    }
    if said["@type"] in _WORKS and not isinstance(facts, Source):
        said |= {
            "inLanguage": language,
            "dateModified": str(facts.verified_on) if facts.verified_on else None,
            "license": settings.obligations.licence.url,
        }
    return {name: value for name, value in said.items() if value}


def _image(context: Context, record: Record) -> Thing | None:
    """The record's picture, in the size that is largest."""
    image = record.facts.image
    if image is None:
        return None
    path = address(context.urls, record, image.file)
    return {"@type": "ImageObject", "contentUrl": context.urls.absolute(path), "creditText": image.credit}


def _absolute(context: Context, href: str) -> str:
    path = href.removeprefix(context.urls.href(""))
    return f"{context.showcase.settings.base_url}{path}"


def _reference(context: Context, ref: Ref) -> Thing:
    """Another record: its type, name and address."""
    record = context.showcase[ref]
    kind = _ORGANISATIONS.get(str(getattr(record.facts, "nature", "")), "Organization")
    named: Thing = {"@type": kind if isinstance(record.facts, Organisation) else "CreativeWork"}
    if ref.folder in ("programmes", "initiatives"):
        named["@type"] = "Project"
    if isinstance(record.facts, Person):
        named["@type"] = "Person"
    return {**named, "name": context.title(record).text, "url": _absolute(context, context.href(record))}


def _references(context: Context, refs: Iterable[Ref | None]) -> list[Thing]:
    return [_reference(context, ref) for ref in refs if ref]


def _work(context: Context, record: Record) -> Thing:
    return {"@type": "WebPage"}


def _additional(context: Context, record: Record) -> str:
    return context.urls.absolute(context.urls.section(record.ref.folder, context.language))


def _covered(first: Day | None, last: str) -> str:
    """An interval of time as ISO 8601 has it, open where nobody states its end."""
    return f"{first}/{last or '..'}" if first else ""


def _agreement(context: Context, record: Record) -> Thing:
    facts, end = cast(Agreement, record.facts), context.showcase.status(record).end
    last = str(facts.until or (end.day if end and end.day and not end.estimated else "") or "")
    return {
        "@type": "CreativeWork",
        "additionalType": _additional(context, record),
        "dateCreated": str(facts.signed_on or ""),
        "datePublished": str(facts.announced_on or ""),
        "temporalCoverage": _covered(start_of(facts), last) if facts.stage == "signed" else "",
        "contributor": _references(context, facts.parties),
        "about": [context.localised(one).text for one in facts.focus],
    }


def _call(context: Context, record: Record) -> Thing:
    facts = cast(Call, record.facts)
    return {
        "@type": "CreativeWork",
        "additionalType": _additional(context, record),
        "publisher": _references(context, [facts.issued_by]),
        "expires": str(facts.deadline or ""),
        "sameAs": facts.official_url or facts.website,
    }


def _plan(context: Context, record: Record) -> Thing:
    facts = cast(Plan, record.facts)
    return {
        "@type": "CreativeWork",
        "additionalType": _additional(context, record),
        "author": _references(context, [facts.body]),
        "temporalCoverage": _covered(facts.since, str(facts.until or "")),
    }


def _area(context: Context, record: Record) -> Thing:
    return {"@type": "CreativeWork", "isPartOf": _reference(context, cast(Area, record.facts).plan)}


def _project(context: Context, record: Record) -> Thing:
    facts = cast(Undertaking | Programme, record.facts)
    promoters = [ref for name, ref in context.showcase.participants(record) if name == "promoter"]
    told: Thing = {
        "@type": "Project",
        "parentOrganization": _references(context, promoters),
        "member": _references(context, [one.organisation for one in facts.partners]),
        "foundingDate": str(facts.start or ""),
        "dissolutionDate": str(facts.end or ""),
    }
    if isinstance(facts, Undertaking):
        places = [{"@type": "Place", "name": context.localised(one.name).text} for one in facts.places]
        told["location"] = places
    return told


def _network(context: Context, record: Record) -> Thing:
    facts = cast(Network, record.facts)
    return {
        "@type": "Organization",
        "founder": _references(context, facts.founders),
        "member": _references(context, dict.fromkeys((facts.coordinator, *facts.members))),
        "foundingDate": str(facts.constituted_on or ""),
    }


def _organisation(context: Context, record: Record) -> Thing:
    facts = cast(Organisation, record.facts)
    names = [name for name in (facts.acronym, *facts.aliases) if name]
    town: Thing = {"@type": "PostalAddress", "addressLocality": facts.town}
    return {
        "@type": _ORGANISATIONS.get(facts.nature or "", "Organization"),
        "alternateName": names,
        "parentOrganization": _references(context, [facts.part_of]),
        "address": town if facts.town else None,
    }


def _person(context: Context, record: Record) -> Thing:
    """A name and nothing else: a page of a person is no profile."""
    return {"@type": "Person"}


def _indicator(context: Context, record: Record) -> Thing:
    facts = cast(Indicator, record.facts)
    return {
        "@type": "StatisticalVariable",
        "measurementMethod": context.localised(facts.method).text if facts.method else "",
    }


def _source(context: Context, record: Record) -> Thing:
    facts = cast(Source, record.facts)
    publisher: object = _references(context, [facts.publisher])
    if facts.publisher_name:
        publisher = {"@type": "Organization", "name": facts.publisher_name}
    return {
        "@type": "Article" if facts.form in ("article", "press-release") else "CreativeWork",
        "@id": None,
        "url": facts.url,
        "inLanguage": facts.language,
        "datePublished": str(facts.date or ""),
        "publisher": publisher,
    }


_WORKS = ("CreativeWork", "WebPage")
_TELLINGS: Mapping[str, Callable[[Context, Record], Thing]] = {
    "programmes": _project,
    "initiatives": _project,
    "cantieri": _project,
    "agreements": _agreement,
    "networks": _network,
    "calls": _call,
    "plans": _plan,
    "areas": _area,
    "indicators": _indicator,
    "organisations": _organisation,
    "people": _person,
    "sources": _source,
}
