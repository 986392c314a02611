"""Records made from the declarations alone: they fill every field, at every depth, with values found nowhere else."""

import datetime
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from generator.fields.choices import Choice
from generator.fields.dates import DAY, DayType, DurationType, YearsType
from generator.fields.declare import Field, Group, GroupOf
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
from generator.fields.web import AddressWordsType, MailboxType, SitePathType, UrlType
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER, KINDS
from generator.kinds.evidence import Differing
from tests.harness import SiteTest
from tests.media import VTT, WEBM, picture

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
        names = [name for name, one in kind.declared.items() if name not in NOT_OF_SOURCES and not is_silent(one)]
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
                told = [self.alone(one.group, key, f"{name}.", kind) for key in _in_turn(one.group)]
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


def turns_of(kind: type[Kind], name: str) -> set[int]:
    """The turns at which a sparse record of a kind has a group with little more than this inner field."""
    groups = [_in_turn(one.group) for one in kind.declared.values() if one.group]
    return {names.index(name) for names in groups if name in names}


def _in_turn(group: type[Group]) -> list[str]:
    """The inner fields of a group that a sparse record has in turn."""
    return [name for name, one in group.declared.items() if one.presence != "needed" and name != "not_stated"]


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
    fields = (one for one in group.declared.values() if isinstance(one.is_a, PLAIN) and not is_silent(one))
    return [one.name for one in fields if one.name not in NOT_OF_SOURCES]


def is_silent(field: Field) -> bool:
    return bool(field.hidden or field.private)


def empty_site() -> SiteTest:
    """A site without a record."""
    site = SiteTest("minimal")
    for kind in KINDS:
        if (site.root / "content" / kind.folder).exists():
            site.remove(f"content/{kind.folder}")
    return site.replace("content/site.yaml", "navigation: [agreements, organisations, pages/method]\n", "")
