"""Nothing declared can be lost: whatever a field of any kind says is on the record's page, or it says why not.

A little site is made from the declarations alone: of each kind records that fill every field, at every depth, with
values found nowhere else. So a field that is added later is asked for too, and nothing here need know of it.
"""

import datetime
import html
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from generator.content.record import AnyRecord
from generator.fields.choices import Choice
from generator.fields.dates import DAY, DayType, DurationType, YearsType
from generator.fields.declare import Field, Group, GroupOf, is_filled
from generator.fields.degrees import DegreesType
from generator.fields.istat import IstatType
from generator.fields.moments import MomentType
from generator.fields.quantities import CountType, MoneyType, QuantityType
from generator.fields.references import AnyReference, Reference, TermType
from generator.fields.texts import (
    LOCALISED,
    DigestType,
    FlagType,
    LanguageType,
    LocalIdType,
    LocalisedType,
    NumberType,
    TextType,
)
from generator.fields.types import FieldType, ListOf, Written
from generator.fields.values import Day
from generator.fields.web import AddressWordsType, MailboxType, SitePathType, UrlType
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER, KINDS
from generator.kinds.evidence import Differing
from generator.presenters.gaps import field_name, may_have
from generator.showcase.placed import known
from generator.text.context import Context
from generator.urls import Urls
from generator.words import words_for
from tests.harness import SiteTest, normalised
from tests.long import IS_LONG
from tests.media import VTT, WEBM, picture

ROOT = Path(__file__).parents[1]
MOST = 999_999
TURNS = (0, 1)
"""Of two fields that exclude each other each record has the one of its turn; what one leaves out the other fills."""
APART = ("draft", "publish_on", "archived", "withdrawn")
"""Each changes the whole page: it has a record of its own."""
MOST_FIELDS = max(len(one.group.declared) for kind in KINDS for one in kind.declared.values() if one.group)
LANGUAGES = "de fr es pt nl sv fi da el hu ro cs sk hr bg pl".split()
MACRO_AREA = "zona-di-prova"
FILES: Mapping[str, tuple[str, bytes]] = {
    "image.file": ("immagine{}.png", picture()),
    "attachments.file": ("filmato{}.webm", WEBM),
    "attachments.alone.file": ("dati{}.csv", b"1,2"),
    "attachments.subtitles.file": ("sottotitoli{}.vtt", VTT),
    "attachments.transcript": ("trascrizione{}.txt", b"Ecco."),
    "attachments.sign_language": ("segni{}.webm", WEBM),
}
RULED: Mapping[str, Callable[[int], Written]] = {
    "allow.code": lambda turn: "untranslated",
    "computed": lambda turn: "agreements",
    "macro_area": lambda turn: MACRO_AREA,
}
"""The fields whose values must be right in more than their type."""
PLAIN = (DayType, DurationType, QuantityType, LocalisedType, TextType, UrlType, MailboxType)
NOT_OF_SOURCES = (*APART, "verified_on", "sources", "differing", "not_stated")
"""What we say ourselves, and what sources say otherwise is no fact of theirs."""


OWN = re.compile(rf"[a-z-]+-(?:pieno-\d|differing|sparse-\d+|{'|'.join(APART).replace('_', '-')})")
"""The ids of the records that are written for the sake of their kind."""


class Writer:
    """Writes the records, and the records and entries of vocabularies that they refer to."""

    def __init__(self, site: SiteTest) -> None:
        self.site = site
        self.number = 1000
        self.year = 1000
        """Each is later than the one before, and all are before all days."""
        self.beside: dict[str, bytes] = {}
        self.entries: dict[str, list[Written]] = defaultdict(list)
        self.written: set[tuple[str, str]] = set()
        self.times: Counter[str] = Counter()
        """How often each way to a reference was gone in the record being written."""
        self.unit = ""
        """The unit of its quantities: what is counted, or sums of money."""

    def next(self) -> int:
        self.number += 1
        return self.number

    def begin(self, turn: int) -> None:
        """Another record: of every other one the quantities are counts."""
        self.times.clear()
        self.unit = ("EUR", "")[turn % 2]

    def full(self, kind: type[Kind], turn: int) -> None:
        """A record that fills every field but those of the other turn."""
        self.begin(turn)
        facts = self.group(kind, turn, "", kind)
        self.write(kind.folder, f"{kind.folder}-pieno-{turn}", facts)

    def apart(self, kind: type[Kind], name: str) -> None:
        """A record with little more than one field."""
        facts = self.least(kind) | {name: self.value(kind.declared[name], 0, name, kind)}
        self.write(kind.folder, f"{kind.folder}-{name.replace('_', '-')}", facts)

    def contested(self, kind: type[Kind]) -> None:
        """A record of which another source says something else, field by field."""
        self.begin(0)
        names = [name for name, one in kind.declared.items() if name not in NOT_OF_SOURCES and not _is_silent(one)]
        facts = self.least(kind) | {"differing": [self.differing(name, 0, "differing") for name in names]}
        self.write(kind.folder, f"{kind.folder}-differing", facts)

    def sparse(self, kind: type[Kind], turn: int) -> None:
        """A record whose groups hold little more than one inner field: each has its turn, in a list all of them."""
        self.begin(turn)
        facts = self.least(kind)
        for name in _told(kind)[:2]:  # its sources support them
            facts[name] = self.value(kind.declared[name], 0, name, kind)
        for name, one in kind.declared.items():
            if one.group and one.group is not Differing and name not in APART:
                inner = [key for key, field in one.group.declared.items() if field.presence != "needed"]
                told = [self.alone(one.group, key, f"{name}.", kind) for key in inner if key != "not_stated"]
                if told and (name not in (kind.exactly_one or ()) or name in facts):
                    facts[name] = told if isinstance(one.is_a, ListOf) else told[turn % len(told)]
        facts["not_stated"] = [name for name in facts["not_stated"] if name not in facts]
        self.write(kind.folder, f"{kind.folder}-sparse-{turn}", facts)

    def alone(self, group: type[Group], name: str, way: str, owner: type[Group]) -> dict[str, Written]:
        """A group with one field, and those without which it means nothing."""
        inner = group if "not_stated" in group.declared else owner
        names = [one.name for one in group.declared.values() if one.presence == "needed"]
        names += [one for one in ("alt",) if one in group.declared and one != name]  # no picture is without
        if group.exactly_one and name not in group.exactly_one:
            names.append(group.exactly_one[0])
        ways = {one: f"{way}alone.{one}" if f"{way}alone.{one}" in FILES else f"{way}{one}" for one in [*names, name]}
        facts = {one: self.value(group.declared[one], 0, there, inner) for one, there in ways.items()}
        return facts | self.shared(group, facts, 0, way)

    def write(self, folder: str, id_: str, facts: Mapping[str, Written]) -> None:
        self.site.write(f"content/{folder}/{id_}/index.yaml", json.dumps(_filled(facts)))
        for name, content in self.beside.items():
            self.site.write(f"content/{folder}/{id_}/{name}", content)
        self.beside = {}

    def vocabularies(self) -> None:
        """The entries that the records written so far refer to."""
        for name, entries in self.entries.items():
            head = {"title": {"it": name, "en": name}, "version": "1", "source": "prova"}
            self.site.write(f"content/vocabularies/{name}.yaml", json.dumps({**head, "terms": entries}))

    def least(self, kind: type[Kind]) -> dict[str, Written]:
        """As little as a record can say."""
        declared = kind.declared.values()
        names = [one.name for one in declared if one.presence == "needed"]
        if kind.exactly_one:
            names.append(kind.exactly_one[0])
        facts = {name: self.value(kind.declared[name], 0, name, kind) for name in names}
        facts["not_stated"] = [one.name for one in declared if one.presence == "required" and one.name not in names]
        if kind.needs_source:
            facts["sources"] = [{"source": self.referred("sources", "sources.source")}]
        if kind.folder == "plans":
            facts["macro_areas"] = [{"id": MACRO_AREA, "name": MACRO_AREA}]
        return facts

    def referred(self, folder: str, way: str, more: Mapping[str, Written] | None = None) -> str:
        """The id of a record that the one being written refers to from here alone, which says little more."""
        self.times[way] += 1
        id_ = f"{way.replace('.', '-').replace('_', '-')}-{self.times[way]}"
        if (folder, id_) not in self.written:
            self.written.add((folder, id_))
            beside, times = self.beside, self.times
            self.beside, self.times = {}, Counter()
            self.write(folder, id_, self.least(BY_FOLDER[folder]) | (more or {}))
            self.beside, self.times = beside, times
        return id_

    def group(self, group: type[Group], turn: int, way: str, owner: type[Group]) -> dict[str, Written]:
        declared = group.declared
        lacking = _lacking(group, turn)
        without = {*lacking, *(APART if not way else ())}
        if group.exactly_one:
            without.add(group.exactly_one[1 - turn])
        if "place" in lacking:
            without.add("area")  # where the town is known, the place is not missed
        facts = {
            name: self.value(one, turn, f"{way}{name}", group if "not_stated" in declared else owner)
            for name, one in _in_order(group).items()
            if name not in without
        }
        facts |= self.shared(group, facts, turn, way)
        facts |= dict(_counted(group, facts))
        for one in declared.values():
            if one.only_if and turn == 0:
                facts[one.only_if[0]] = one.only_if[1]
            elif one.only_if and facts.get(one.only_if[0]) != one.only_if[1]:
                facts.pop(one.name, None)
        if "not_stated" in declared:
            facts["not_stated"] = list(lacking)
        return facts

    def shared(self, group: type[Group], facts: Mapping[str, Written], turn: int, way: str) -> dict[str, Written]:
        """What is counted, and how many or how much, where a group says both."""
        choice, amount = group.shares
        if choice not in facts:
            return {}
        options = group.declared[choice].is_a
        assert isinstance(options, Choice)
        all_ = [(name, one.measured_as) for name, one in options.options.items() if one.measured_as]
        name, is_a = [one for one in all_ if isinstance(one[1], MoneyType) is bool(self.unit)][-1 - turn]
        return {choice: name, amount: self.plain(is_a, turn, f"{way}{amount}")}

    def value(self, field: Field, turn: int, way: str, owner: type[Group]) -> Written:
        """A value that no other field has."""
        is_a = field.is_a
        if isinstance(is_a, ListOf):
            return [self.value(replace(field, is_a=is_a.item), one, way, owner) for one in TURNS]
        if isinstance(is_a, GroupOf):
            if is_a.model is Differing:
                return self.differing(_told(owner)[turn], turn, way, owner)
            facts = self.group(is_a.model, turn, f"{way}.", owner)
            if field.parts_of:  # all together less than the whole
                facts["value"] = f"{self.next()} {self.unit}".rstrip()
            return facts
        if file := FILES.get(way):
            name, content = file
            self.beside[name.format(number := self.next())] = content
            return name.format(number)
        if way in RULED:
            return RULED[way](turn)
        if way.endswith("sources.fields"):
            return _told(owner)[turn]
        if any(one.during[:1] == (field.name,) for one in owner.declared.values()):  # years go on from it
            return self.plain(YearsType(), turn, way)
        if self.times[field.among]:  # the record that the other field of this one names too
            return f"{field.among}-{turn + 1}"
        if isinstance(is_a, Reference) and field.stands_as:
            name, *values = field.stands_as
            return self.referred(is_a.folder, way, {name: values[0]})
        return self.plain(is_a, turn, way)

    def differing(self, name: str, turn: int, way: str, owner: type[Group] | None = None) -> dict[str, Written]:
        """What another source says of a field, in words or as the owner spells it."""
        facts = self.group(Differing, turn, f"{way}.", Differing)
        is_a = owner.declared[name].is_a if owner else LOCALISED
        return facts | {"field": name, "value": self.plain(is_a, turn, f"{way}.{name}")}

    def plain(self, is_a: FieldType[Any], turn: int, way: str) -> Written:
        number = self.next()
        match is_a:
            case Reference():
                return self.referred(is_a.folder, way)
            case AnyReference():
                return f"organisations/{self.referred('organisations', way)}"
            case TermType():
                label = {"it": f"Voce {number}", "en": f"Entry {number}"}
                self.entries[is_a.vocabulary].append({"id": f"voce-{number}", "label": label, "verified": "true"})
                return f"voce-{number}"
            case Choice():
                return list(is_a.options)[-1 - turn]
            case DayType():
                months, day = divmod(number, 27)  # none is the first of a month; each is later than the one before
                first = 2028 if way == "publish_on" else 1900  # what has happened is not to come
                return datetime.date(first + months // 12, months % 12 + 1, day + 2).isoformat()
            case MomentType():
                return f"{self.plain(DAY, turn, way)} 18:30"
            case DegreesType():
                return f"{int(float(is_a.example))}.{number}7"  # in Italy; a spreadsheet keeps no zero at the end
            case DurationType():
                return f"{number % 900 + 100} months"
            case CountType():
                return f"{MOST - number}"  # each is less than the one before: a part is not more than all
            case MoneyType():
                return f"{MOST - number} EUR"
            case QuantityType():
                return f"{MOST - number} {self.unit}".rstrip()
            case AddressWordsType():
                return {"it": f"parola-{number}", "en": f"word-{number}"}
            case LocalisedType():
                return {"it": f"Parole {number}", "en": f"Words {number}"}
            case LanguageType():
                return LANGUAGES[number % len(LANGUAGES)]
            case UrlType():
                return f"https://esempio.example/{number}"
            case SitePathType():
                return f"/vecchia-{number}/"
            case MailboxType():
                return f"ufficio.{number}@esempio.example"
            case LocalIdType():
                return f"id-{number}"
            case FlagType():
                return "true"
            case NumberType():
                return str(number)
            case YearsType():
                self.year += 1
                return str(self.year)
            case IstatType():
                return f"9{number:05}"
            case DigestType():
                return f"{number:016x}"
            case TextType():
                return f"Testo {number}"
        return is_a.example


def _counted(group: type[Group], facts: Mapping[str, Written]) -> Iterator[tuple[str, Written]]:
    """How long it is from a beginning to the end that is stated beside it, by the first end that says so."""
    for name, one in reversed(group.declared.items()):
        length, *starts = one.counted or ("",)
        start = next((other for other in starts if other in facts), "")
        if start and {name, length} <= facts.keys():
            first, last = (datetime.date.fromisoformat(str(facts[which])) for which in (start, name))
            yield length, f"{(last - first).days} days"


def _filled(written: Written) -> Written:
    """What was written without its empty lists, which no file has."""
    if isinstance(written, Mapping):
        return {key: _filled(value) for key, value in written.items() if value != []}
    return [_filled(one) for one in written] if isinstance(written, list) else written


@cache
def _in_order(group: type[Group]) -> Mapping[str, Field]:
    """The fields of a group, each after the days that it may not precede and the quantities that it is within; what has
    its time between two days, between them."""
    declared, ordered = group.declared, dict[str, Field]()

    def put(name: str) -> None:
        earlier = [other for other, one in declared.items() if name in (*one.before, *one.during[1:])]
        for one in (*declared[name].after, *declared[name].at_most, *declared[name].during[:1], *earlier):
            put(one)
        ordered[name] = declared[name]

    for name in declared:
        put(name)
    return ordered


@cache
def _lacking(group: type[Group], turn: int) -> tuple[str, ...]:
    """The two fields that a record or an inner group of this turn says to be not stated."""
    if "not_stated" not in group.declared:
        return ()
    special = {*NOT_OF_SOURCES, *(group.exactly_one or ())}
    names = [name for name in _told(group) if group.declared[name].presence != "needed" and name not in special]
    lacking = names[2 * turn : 2 * turn + 2]
    return tuple(name for name in lacking if not group.declared[name].only_if)  # which the other turn has not


def _told(group: type[Group]) -> list[str]:
    """The fields of a group that sources fill with a plain value."""
    fields = (one for one in group.declared.values() if isinstance(one.is_a, PLAIN) and not _is_silent(one))
    return [one.name for one in fields if one.name not in NOT_OF_SOURCES]


def _is_silent(field: Field) -> bool:
    return bool(field.hidden or field.private)


@dataclass(frozen=True)
class Said:
    """What a field of a record says: the way to it, whether the page owes it, and how it is said."""

    way: str
    fields: tuple[Field, ...]
    text: str

    @property
    def is_owed(self) -> bool:
        return not any(_is_silent(one) for one in self.fields)


def empty_site() -> SiteTest:
    """A site without a record."""
    site = SiteTest("minimal")
    for kind in KINDS:
        if (site.root / "content" / kind.folder).exists():
            site.remove(f"content/{kind.folder}")
    return site.replace("content/site.yaml", "navigation: [agreements, organisations, pages/method]\n", "")


class Made:
    """The site, and what its records say."""

    def __init__(self) -> None:
        self.site = empty_site()
        writer = Writer(self.site)
        for kind in KINDS:
            for turn in TURNS:
                writer.full(kind, turn)
            for name in APART:
                writer.apart(kind, name)
            writer.contested(kind)
            for turn in range(MOST_FIELDS):
                writer.sparse(kind, turn)
        writer.vocabularies()
        self.showcase = self.site.build(drafts=True).showcase
        assert [(one.code, one.place, one.values) for one in self.site.stopped_by][:10] == []
        assert not IS_LONG or (self.site.built and self.site.built.published)
        self.urls = Urls(self.showcase.settings)
        self.context = Context(self.showcase, self.urls, words_for("it"))

    def records(self, kind: type[Kind]) -> list[AnyRecord]:
        """The records of a kind that were written for its own sake."""
        found = [one for one in self.showcase.records.values() if isinstance(one.facts, kind)]
        return [one for one in found if one.ref.folder == kind.folder and OWN.fullmatch(one.ref.id)]

    def said(self, record: AnyRecord) -> Iterator[Said]:
        """All that a record says."""
        yield from self._said(record.facts, record.facts, "", ())

    def _said(self, group: Group, owner: Group, way: str, around: tuple[Field, ...]) -> Iterator[Said]:
        for name, field in type(group).declared.items():
            value = getattr(group, name)
            for item in value if isinstance(value, tuple) else (value,) if is_filled(value) else ():
                if name == "not_stated" and not may_have(group, item):
                    continue  # what the record cannot have is not missed
                if item == {}:
                    continue  # what is withdrawn is emptied
                here, fields = f"{way}{name}", (*around, field)
                if isinstance(item, Group):
                    inner = group if "not_stated" in type(group).declared else owner
                    yield from self._said(item, inner, f"{here}.", fields)
                else:
                    yield Said(here, fields, self._text(field, item, group, owner, here))

    def _text(self, field: Field, value: Any, group: Group, owner: Group, way: str) -> str:
        """What a reader looks for."""
        if way in FILES:
            return str(value).rpartition(".")[0]
        if field.name == "not_stated":
            is_told = any(one.field == value for one in getattr(group, "differing", ()))
            say = self.context.label if is_told else partial(field_name, self.context)
            return say(type(group), value)
        if way.endswith("sources.fields"):
            return field_name(self.context, type(owner), value)
        if way.endswith("differing.field"):
            noted = owner.declared[value].note_of if value in owner.declared else ""
            return self.context.label(type(owner), noted or value)  # a note stands in the row of its field
        if isinstance(group, Differing) and field.name == "value":
            return self.context.other_value(type(owner), group).text
        if isinstance(field.item, FlagType):
            return self.context.words.text(field.label)
        return self.context.say(field, value).text

    def page(self, record: AnyRecord) -> tuple[str, str]:
        """What stands in <main>: the words, and the markup."""
        markup = html.unescape(normalised(self.site.page(f"/{self.urls.record(record, 'it')}")))
        words = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", markup)).casefold()
        return words, markup

    def data(self, record: AnyRecord) -> dict[str, Any]:
        """The record's index.json."""
        found: dict[str, Any] = json.loads(self.site.text(self.urls.data(record)))
        return found


@pytest.fixture(scope="module")
def made() -> Made:
    return Made()


def ways(group: type[Group], way: str = "") -> Iterator[str]:
    """The way to every field at every depth that holds no group itself."""
    for name, field in group.declared.items():
        if field.group:
            yield from ways(field.group, f"{way}{name}.")
        elif not field.private:
            yield f"{way}{name}"


by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)


@by_kind
def test_every_field_is_asked_for(kind: type[Kind], made: Made) -> None:
    asked = {said.way for record in made.records(kind) for said in made.said(record)}
    assert set(ways(kind)) - asked == set()


@by_kind
def test_what_a_field_says_is_on_the_page(kind: type[Kind], made: Made) -> None:
    lost = []
    for record in made.records(kind):
        words, markup = made.page(record)
        for said in made.said(record):
            if record.facts.withdrawn and not said.way.startswith(("title", "withdrawn")):
                continue  # a withdrawn record's page tells that and why, and no more
            if said.way == "stage" and record.facts.stage == "signed" and known(record.facts, "signed_on", Day):
                continue  # the day of its signature says it
            if said.way == "reliability" and record.facts.read_in == "preview":
                continue  # nobody has published what stands there
            if said.is_owed and said.text.casefold() not in words and said.text not in markup:
                lost.append(f"{record.ref}: {said.way}: {said.text}")
    assert lost == [], "\n".join(lost)


@by_kind
def test_what_is_hidden_is_in_the_data_and_what_is_private_is_not(kind: type[Kind], made: Made) -> None:
    for record in made.records(kind):
        if record.facts.withdrawn:
            continue  # nothing is published of it but that and why
        data = made.data(record)
        there = {*data["facts"], *(name for words in data["words"].values() for name in words)}
        for name, field in kind.declared.items():
            if is_filled(getattr(record.facts, name)):
                assert (name in there) is not bool(field.private), f"{record.ref}: {name}"


def test_a_row_stands_where_its_block_has_it() -> None:
    """A short one beside the text, a long one in a section under the heading of the block."""
    short, long = ("Valdombra", "Valdombra, " * 15 + "Valdombra")
    agreement = "content/agreements/mobilita.md"
    for place in (short, long):
        built = SiteTest("showcase").replace(agreement, "place: Valdombra", f"place: {place}").build()
        beside = built.main("/accordi/mobilita/").partition("<aside")[2].partition("</aside>")[0]
        label = "Luogo della firma o della presentazione"
        assert (f"<dt>{label}</dt>" in beside) is (place is short)
        told = re.search(
            rf"\nChe cosa\n{label}\n{place}(?:\[\d+\]\(#source-\d+\))?\n", built.facts("/accordi/mobilita/")
        )
        assert bool(told) is (place is long)


@by_kind
def test_what_is_not_shown_says_why(kind: type[Kind]) -> None:
    """Inner fields may be hidden too; each gives its reason in a sentence of the catalogues."""
    for field in fields(kind):
        assert not (field.hidden and field.private), field.name
        assert all(len(reason.split()) > 2 for reason in (field.hidden, field.private) if reason), field.name


def fields(group: type[Group]) -> Iterator[Field]:
    """Every field at every depth."""
    for field in group.declared.values():
        yield field
        if field.group:
            yield from fields(field.group)


MORE = """
from generator.fields import declare, texts

as_declared = declare.Group.__init_subclass__.__func__

def with_one_more(cls):
    if cls.__bases__ == (declare.Group,) and cls.__name__ not in ("Common", "Translation", "TranslatedImage"):
        cls.__annotations__["added"] = "str | None"
        cls.added = declare.optional(texts.TextType("x"), "Added")
    as_declared(cls)

declare.Group.__init_subclass__ = classmethod(with_one_more)

from tests.test_declared_is_shown import KINDS, Made, test_what_a_field_says_is_on_the_page as is_shown, ways

made = Made()
for kind in KINDS:
    is_shown(kind, made)
print(*sorted({way for kind in KINDS for way in ways(kind) if way.endswith(".added")}))
"""


def test_a_field_added_to_a_group_is_on_the_page_without_another_line() -> None:
    """Whatever a sentence, a row or a picture says of a group, the page has what else the group declares."""
    told = subprocess.run([sys.executable, "-c", MORE], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr[-3000:]
    expected = {way.rpartition(".")[0] for kind in KINDS for way in ways(kind) if "." in way}
    assert {way.rpartition(".")[0] for way in told.stdout.split()} == expected


COPY = "content/sources/comunicato-mobilita.yaml"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("read_in: copy\n", "una copia della pagina; la pagina in rete non è stata aperta"),
        (
            "read_in: preview\nconsulted_on: 2026-03\n",
            "un’anteprima del sito, letta a marzo 2026; la pagina in rete non è stata aperta",
        ),
    ],
    ids=["nobody says when", "with the day"],
)
def test_what_was_read_in_place_of_a_page_is_said(written: str, said: str) -> None:
    site = SiteTest()
    assert said in site.write(COPY, site.read(COPY) + written).build().facts("/fonti/comunicato-mobilita/")


def test_what_no_source_states_of_an_edition_is_said_where_nothing_else_is() -> None:
    site = SiteTest("showcase")
    site.replace(
        "content/initiatives/premio-lanterna.md",
        "not_stated: [theme, projects]",
        "not_stated: [theme, duration]\n    amount: 5000 EUR",
    ).build()
    told = site.facts("/iniziative/premio-lanterna/")
    assert "tema (2019-20); durata dei progetti (2019-20)" in told
