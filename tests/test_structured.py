"""What programs read of a page: JSON-LD, Open Graph, feeds; and nothing the record does not have."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import pytest

from generator.exports.json_ld import structured
from generator.fields.choices import Choice, Option
from generator.fields.declare import Field, Group, GroupOf, Property, is_filled, many, needed, optional
from generator.fields.quantities import MONEY
from generator.fields.texts import LOCALISED, NUMBER, TEXT
from generator.fields.types import FieldType, Written
from generator.fields.values import Ref
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER, KINDS
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.showcase.answers import Witness
from generator.showcase.briefs import Briefs
from generator.showcase.placed import is_deduced
from generator.text.context import Context
from generator.urls import Urls
from generator.words import words_for
from tests.harness import BuiltSite, SiteTest, facts_of


def things(site: BuiltSite, address: str) -> dict[str, Any]:
    """What a page says in JSON-LD, by type."""
    return {thing["@type"]: thing for thing in site.structured(address)}


def blanks(value: Any) -> list[Any]:
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return [one for one in inner if one in ("", None, [], {})] + [blank for one in inner for blank in blanks(one)]


TYPES = {
    "accordi/mobilita/": "CreativeWork",
    "programmi/citta-aperta/": "Project",
    "iniziative/premio-lanterna/": "Project",
    "cantieri/verde/": "Project",
    "reti/rete-fiumi/": "Organization",
    "bandi/sponde/": "CreativeWork",
    "piani/piano-unico/": "CreativeWork",
    "piani/piano-unico/quartieri/": "CreativeWork",
    "indicatori/visitatori/": "StatisticalVariable",
    "organizzazioni/unicollefiorito/": "CollegeOrUniversity",
    "persone/ada-fontana/": "Person",
    "metodo/": "WebPage",
}


@pytest.mark.parametrize(("path", "kind"), TYPES.items())
def test_each_kind_says_what_it_is_and_nothing_blank(showcase: BuiltSite, path: str, kind: str) -> None:
    said = things(showcase, path)
    assert said[kind]["name"]
    assert said[kind]["@id"] == f"https://finestra.example/{path}"
    assert blanks(list(said.values())) == []


def test_a_person_has_a_name_and_no_more(showcase: BuiltSite) -> None:
    assert set(things(showcase, "/persone/ada-fontana/")["Person"]) <= {
        "@type",
        "@id",
        "url",
        "name",
        "description",
    }


def test_an_agreement_covers_the_time_its_sources_state() -> None:
    site = SiteTest().build()
    said = things(site, "/accordi/mobilita/")["CreativeWork"]
    assert "temporalCoverage" not in said, "three years are stated: what has no end would deny them"
    assert [one["@type"] for one in said["contributor"]] == ["CollegeOrUniversity", "GovernmentOrganization"]
    assert said["additionalType"] == "https://vetrina.example/accordi/"


def test_crumbs_and_references_have_whole_addresses() -> None:
    said = things(SiteTest().build(base_url="https://host.example/terza/"), "/en/agreements/mobilita/")
    steps = said["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert [step.get("item") for step in steps] == [
        "https://host.example/terza/en/",
        "https://host.example/terza/en/agreements/",
        None,
    ]
    assert said["CreativeWork"]["contributor"][0]["url"] == (
        "https://host.example/terza/en/organisations/unicollefiorito/"
    )


def test_what_no_search_engine_is_to_list_tells_it_no_way_there(showcase: BuiltSite) -> None:
    unlisted = showcase.page("/organizzazioni/unicollefiorito/dossier/")
    assert 'name="robots" content="noindex"' in unlisted
    assert "BreadcrumbList" not in unlisted


def test_a_source_is_elsewhere_and_our_page_only_tells_of_it(showcase: BuiltSite) -> None:
    said = things(showcase, "/fonti/comunicato-mobilita/")["Article"]
    assert said["url"] == "https://unicollefiorito.example/comunicati/mobilita"
    assert not {"@id", "license", "dateModified"} & said.keys()


def test_an_undertaking_has_its_own_promoter_or_else_its_programme_s(whole: Any) -> None:
    record = next(one for one in whole.of(BY_FOLDER["cantieri"]) if one.facts.programme and not one.facts.promoter)
    assert said_of(whole, record)["parentOrganization"]["name"]
    own = dataclasses.replace(record.facts, promoter=Ref("organisations", "comune-di-valdombra"))
    assert said_of(whole, dataclasses.replace(record, facts=own))["parentOrganization"]["@type"] == (
        "GovernmentOrganization"
    )


def test_a_website_of_several_is_no_address_of_each() -> None:
    def built(other: str) -> SiteTest:
        site = SiteTest("showcase")
        for name, path in {"verde": "fiume", "acque": other}.items():
            told = f"programme: citta-aperta\nwebsite: https://collefiorito.example/{path}"
            site.replace(f"content/cantieri/{name}.md", "programme: citta-aperta", told)
        return site.check()

    for other, told in {"fiume": False, "acque": True}.items():
        showcase = built(other).showcase
        own = {one.ref.id: "sameAs" in said_of(showcase, one) for one in showcase.of(BY_FOLDER["cantieri"])}
        assert own["verde"] is own["acque"] is told


# --- what kinds declare ---


def said_of(showcase: Any, record: Any) -> dict[str, Any]:
    return structured(Context(showcase, Urls(showcase.settings), words_for("it")), record)


def properties(group: type[Group]) -> Iterator[tuple[str, Field, Property]]:
    """Each property of what has the group, with the field that is it and the field of the kind around that."""
    for name, field in group.declared.items():
        if field.schema_org:
            yield name, field, field.schema_org
        elif field.group:
            yield from ((name, inner, said_as) for _, inner, said_as in properties(field.group))


@pytest.fixture(scope="module")
def whole() -> Any:
    """The small showcase, drafts included: every field of a kind is filled somewhere in it."""
    return SiteTest("showcase").check(drafts=True).showcase


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_every_property_of_every_kind_is_told(kind: type[Kind], whole: Any) -> None:
    seen = set()
    for record in whole.of(kind):
        said = said_of(whole, record)
        assert said["@type"] and said["name"]
        for name, _, said_as in properties(kind):
            if is_deduced(record.facts, name):
                assert said_as.name not in said, f"{record.ref} {name}: a program would take it for stated"
            elif is_filled(getattr(record.facts, name)) and record.facts.asserts(name):
                assert said[said_as.name], f"{record.ref} {name}"
                seen.add(name)
    assert {name for name, _, _ in properties(kind)} - seen <= {"website"}


def test_only_what_a_record_calls_a_member_is_told_as_one() -> None:
    told = {
        (kind.folder, field.label)
        for kind in KINDS
        for _, field, said_as in properties(kind)
        if said_as.name == "member"
    }
    assert told == {("networks", "Members with a page here")}


def test_a_partner_and_a_coordinator_contribute(whole: Any) -> None:
    record = next(one for one in whole.of(BY_FOLDER["initiatives"]) if one.facts.partners)
    said = said_of(whole, record)
    assert "member" not in said and said["contributor"]
    network = next(one for one in whole.of(BY_FOLDER["networks"]) if one.facts.coordinator)
    assert said_of(whole, network)["contributor"]["name"]


def test_an_event_tells_where_it_is_and_what_it_costs(whole: Any) -> None:
    said = said_of(whole, next(one for one in whole.of(BY_FOLDER["events"]) if one.facts.online))
    place, online = said["location"]
    assert place["@type"] == "Place" and place["name"] == "Molo vecchio"
    assert place["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "Valdombra",
        "streetAddress": "via delle Barche 3",
    }
    assert online == {"@type": "VirtualLocation", "url": "https://unicollefiorito.example/diretta"}
    assert said["offers"]["url"] == "https://unicollefiorito.example/prenota"


UNTOLD = dict.fromkeys(("price", "priceCurrency"))


@pytest.mark.parametrize(
    ("cost", "offer", "free"),
    [
        ("0 EUR", {"price": "0", "priceCurrency": "EUR"}, True),
        ("12.50 CHF", {"price": "12.50", "priceCurrency": "CHF"}, False),
        ("~ 10 EUR", UNTOLD, False),
        ("~< 10 EUR", UNTOLD, False),
        ("> 0 EUR", UNTOLD, False),
        ("< 10 EUR", UNTOLD, None),
        ("", UNTOLD, None),
    ],
)
def test_a_price_is_told_as_exactly_as_it_is_known(whole: Any, cost: str, offer: dict[str, Any], free: Any) -> None:
    record = next(one for one in whole.of(BY_FOLDER["events"]) if one.facts.online)
    facts = dataclasses.replace(record.facts, cost=MONEY.read(cost) if cost else None)
    said = said_of(whole, dataclasses.replace(record, facts=facts))
    assert {name: said["offers"].get(name) for name in UNTOLD} == offer
    assert said.get("isAccessibleForFree") is free


@pytest.mark.parametrize(
    ("without", "unknown", "mode"),
    [
        ((), (), "Mixed"),
        (("online",), (), "Offline"),
        (("places",), (), "Online"),
        (("online", "places"), (), ""),
        (("places",), ("places",), ""),
        (("online",), ("online",), ""),
    ],
)
def test_how_one_attends_follows_from_where_it_is(whole: Any, without: Any, unknown: Any, mode: str) -> None:
    record = next(one for one in whole.of(BY_FOLDER["events"]) if one.facts.online)
    empty = {name: {"places": ()}.get(name) for name in without}
    facts = dataclasses.replace(record.facts, not_stated=unknown, **empty)
    said = said_of(whole, dataclasses.replace(record, facts=facts))
    assert said.get("eventAttendanceMode") == (f"https://schema.org/{mode}EventAttendanceMode" if mode else None)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_a_property_names_a_thing_where_there_is_one(kind: type[Kind]) -> None:
    waiting: list[type[Group]] = [kind]
    while waiting:
        for field in waiting.pop().declared.values():
            waiting += [field.group] if field.group else []
            if said_as := field.schema_org:
                assert bool(said_as.thing) == bool(field.group or said_as.inner), field.name
                assert not (field.group and said_as.inner) and not field.private, field.name


class Hour(str):
    """A day and an hour, as it is written."""

    def __str__(self) -> str:
        return self.replace(" ", "T")


class HourType(FieldType[Hour]):
    example = "2026-12-01 18:00"

    def read(self, written: Written) -> Hour:
        return Hour(written)


class Times(Group):
    start: Hour = needed(HourType(), "Start", schema_org=Property("startDate"))
    end: Hour | None = optional(HourType(), "End", schema_org=Property("endDate"))


class Hall(Group):
    name: Mapping[str, str] = needed(LOCALISED, "Name", schema_org=Property("name"))
    street: str | None = optional(TEXT, "Street", schema_org=Property("address", "PostalAddress", "streetAddress"))
    town: str | None = optional(TEXT, "Town", schema_org=Property("address", "PostalAddress", "addressLocality"))


class Event(Kind):
    """A kind that the engine has never seen."""

    folder: ClassVar[str] = "events"
    plural: ClassVar[str] = "Events"
    every_language: ClassVar[bool] = True
    schema_org: ClassVar[str] = "Event"
    schema_org_by: ClassVar[str] = "form"

    form: str | None = optional(
        Choice({"talk": Option("talk"), "play": Option("play", schema_org="TheaterEvent")}), "F"
    )
    times: Times = needed(GroupOf(Times), "Times")
    hall: Hall | None = optional(GroupOf(Hall), "Hall", schema_org=Property("location", "Place"))
    organizer: Ref[Organisation] | None = optional(ORGANISATION, "By", schema_org=Property("organizer"))
    organizer_name: str | None = optional(TEXT, "By", schema_org=Property("organizer", "Organization", "name"))
    hosts: tuple[Ref[Organisation], ...] = many(ORGANISATION, "Hosts", schema_org=Property("contributor"))
    guests: tuple[str, ...] = many(TEXT, "Guests", schema_org=Property("contributor", "Person", "name"))
    seats: int | None = optional(NUMBER, "Seats", schema_org=Property("maximumAttendeeCapacity"))
    state: str | None = optional(
        Choice({"cancelled": Option("cancelled", schema_org="EventCancelled")}),
        "State",
        schema_org=Property("eventStatus"),
    )
    audience: str | None = optional(Choice({"all": Option("yes")}), "For", schema_org=Property("audience"))


def event(**written: Any) -> dict[str, Any]:
    showcase = SiteTest().check().showcase
    facts = facts_of(Event, times={"start": "2026-12-01 18:00"}, **written)
    model = showcase.records[Ref("agreements", "mobilita")]
    record = dataclasses.replace(model, ref=Ref("events", "x"), facts=facts)
    witness, briefs = Witness(), {**showcase.briefs, record.ref: showcase.briefs[model.ref]}
    records = {**showcase.records, record.ref: record}
    showcase = dataclasses.replace(showcase, records=records, briefs=Briefs(briefs, witness), witness=witness)
    said = said_of(showcase, record)
    return {name: value for name, value in said.items() if name not in ("@id", "url", "name", "description")}


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BY_FOLDER, "events", Event)


UNIVERSITY = {
    "@type": "CollegeOrUniversity",
    "name": "Università di Collefiorito",
    "url": "https://vetrina.example/organizzazioni/unicollefiorito/",
}


@pytest.mark.usefixtures("events")
def test_a_new_kind_is_told_by_its_declaration_alone() -> None:
    hall = {"name": {"it": "Aula magna", "en": "Great hall"}, "street": "via dei Tigli 1", "town": "Collefiorito"}
    assert event(
        form="play",
        hall=hall,
        organizer="unicollefiorito",
        organizer_name="il teatro",
        hosts=["unicollefiorito"],
        guests=["Ada", "Bruno", "Ada"],
        seats="80",
        state="cancelled",
        audience="all",
    ) == {
        "@type": "TheaterEvent",
        "startDate": "2026-12-01T18:00",
        "location": {
            "@type": "Place",
            "name": "Aula magna",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "via dei Tigli 1",
                "addressLocality": "Collefiorito",
            },
        },
        "organizer": UNIVERSITY,
        "contributor": [UNIVERSITY, {"@type": "Person", "name": "Ada"}, {"@type": "Person", "name": "Bruno"}],
        "maximumAttendeeCapacity": 80,
        "eventStatus": "https://schema.org/EventCancelled",
        "audience": "sì",
    }


@pytest.mark.usefixtures("events")
def test_what_a_record_leaves_out_is_not_told_and_nought_is() -> None:
    assert event(form="talk", hosts=["unicollefiorito"], organizer_name="il teatro", seats="0") == {
        "@type": "Event",
        "startDate": "2026-12-01T18:00",
        "organizer": {"@type": "Organization", "name": "il teatro"},
        "contributor": [UNIVERSITY],
        "maximumAttendeeCapacity": 0,
    }


def test_a_title_cannot_close_the_script() -> None:
    site = SiteTest().replace("content/agreements/mobilita.md", "title: ", 'title: "</script><b>" # ').build()
    page = site.page("/accordi/mobilita/")
    assert things(site, "/accordi/mobilita/")["CreativeWork"]["name"] == "</script><b>"
    assert "</script><b>" not in page


def test_each_kind_has_a_feed_that_its_list_names(showcase: BuiltSite) -> None:
    files = showcase.tree()
    page = showcase.page("/en/agreements/")
    assert 'type="application/atom+xml"' in page and 'href="/en/agreements/feed.xml"' in page
    feed = files["en/agreements/feed.xml"].decode()
    entries = re.findall(r'<link rel="alternate" type="text/html" href="([^"]*)"/>\s*<updated>', feed)
    assert entries and all(one.startswith("https://finestra.example/en/agreements/") for one in entries)
    assert not [path for path in files if path.endswith("feed.xml") and "person" in path]


def test_what_no_day_is_known_of_has_no_entry_in_a_feed(showcase: BuiltSite) -> None:
    entries = [part.partition("</entry>")[0] for part in showcase.tree()["feed.xml"].decode().split("<entry>")[1:]]
    assert entries and not [one for one in entries if "<updated>1970" in one]
    assert "/bandi/sponde/" not in "".join(entries), "a record without a day"
