"""How a kind declares its fields: everything the form, the page, the checks and the data need to know of each.

`Kind.declared` gives them by name. Each stands in a block of the record's page, or is `hidden` (not on the page, still
in the data) or `private` (in neither), with the reason.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import Any, ClassVar, Generic, Literal, TypeVar, dataclass_transform

from generator.fields.types import FieldType, ListOf, Schema, Written, definition
from generator.fields.values import AnyRef, Ref
from generator.frozen import dataclass
from generator.words import N_, Words

T = TypeVar("T")
Presence = Literal["needed", "required", "optional"]
"""Without a needed field its group means nothing; a required one is filled or listed under `not_stated`."""
_DECLARED = "field"

BLOCKS = {
    "head": "",
    "what": N_("What it is"),
    "who": N_("Who"),
    "when": N_("When"),
    "where": N_("Where it is"),
    "purpose": N_("What for"),
    "taking-part": N_("How to take part, whom to ask"),
    "text": N_("What it is about"),
    "figures": N_("The figures"),
    "related": N_("See also"),
    "sources": N_("Sources"),
    "not-stated": N_("What we do not know yet"),
    "verified": N_("Last checked"),
}
"""The blocks of a record's page, in their order, each with its English heading; the head has the page's own."""


@dataclasses.dataclass(frozen=True, eq=False)
class Backlink:
    """How a record's page heads the records that refer to it in a field."""

    heading: str
    """In English, for the catalogues."""
    segments: Mapping[str, str]
    """The word of the address for the whole of a long group, by language; English is never missing."""

    def segment(self, language: str) -> str:
        """Its word in the addresses of a language; the English one where it has none."""
        return self.segments.get(language, self.segments["en"])


@dataclass(frozen=True)
class Property:
    """The property of schema.org that a field is.

    A group has either a property, and is a thing, or none: then its fields are properties of what has the group.
    """

    name: str
    """A record whose kind has a field for `url` is elsewhere, and our page only tells of it."""
    thing: str = ""
    """The type of a group; or of the thing between, which fields share: the `PostalAddress` that a town is of."""
    inner: str = ""  # what the value is of the thing between: a town is its `addressLocality`
    unit: str = ""  # of a sum: what its currency is of the thing between
    free: str = ""  # of a price: the property of the record that says whether there is none to pay
    goes_along: bool = False  # whether who refers to the record says it too: where a place is


@dataclass(frozen=True)
class Field:
    """One field of a kind or of a group."""

    name: str
    is_a: FieldType[Any]
    label: str  # in English, for the catalogues
    presence: Presence = "optional"
    block: str = ""
    """Where the record's page shows it: one of `BLOCKS`; "" for fields of inner groups, shown with their group."""
    hidden: str = ""  # why the page does not show it
    private: str = ""
    """Why neither page nor data have it: `content/public.py` takes it out before anything is made of a record."""
    help: str = ""
    example: Written = ""
    limit: int = 0  # the most characters of its text; 0 for any
    given: bool = False  # whether others chose its words: a name, or what a source calls something
    only_if: tuple[str, str] | None = None
    """It is required only where another field has a value."""
    unless: tuple[str, ...] = ()  # it is not required where one of these fields is filled
    after: tuple[str, ...] = ()
    """The dates that this one may not precede: of an end, the beginnings."""
    before: tuple[str, ...] = ()  # the dates that this one may not follow: what ends early does not end late
    seldom_before: tuple[str, ...] = ()  # the dates that this one may precede, but seldom by more than a year
    during: tuple[str, ...] = ()  # of a list: the beginning and the end between which its entries fall, as `counted_in`
    since: tuple[str, ...] = ()  # the dates before which it cannot be known: no results of a year to come
    past: bool = False  # whether it dates what has happened: it is no day after today
    counted: tuple[str, ...] = ()  # of an end: its duration, and the beginnings that this is counted from, surest first
    put_off_by: tuple[tuple[str, str], ...] = ()  # of an end that may come early: fields whose value lets it come late
    at_most: tuple[str, ...] = ()  # the quantities beside it that it is no more than
    one_each: str = ""  # of a list: the count beside it that it has no more entries than; a sum of both is shared out
    unit_in: str = ""  # of a quantity: the field of the record whose words follow it, and may say its unit
    parts_of: str = ""  # of a list: the quantity beside it that the `value` of its entries is no more than
    names_fields: bool = False  # whether its texts are names of fields: in a record, of its own that are filled
    apart_from: tuple[str, ...] = ()
    """The fields that name none of the records that this one names: who founded something is not told as a member."""
    among: str = ""  # of a reference in a group: the field of the record that names the same one
    stands_as: tuple[str, ...] = ()  # of a reference: a field of the record that it names, then the values it may have
    earlier: bool = False  # whether the record that it names is of earlier than its own
    attested_by: str = ""
    """Of a date: the reference beside it to the source that attests it, or the record’s list of them; none is older."""
    shows: bool = False  # of a reference to whatever record: whether this shows what stands beside it
    agrees_on: tuple[str, ...] = ()
    """Of a reference: the fields that say the same of the record that it names, where both have them."""
    one_record: bool = False  # whether it is a code that another register gives, of which each is one record's alone
    also: str = ""  # what else a writer may call it, parted by commas
    missing: str = ""  # what it is called among what is not known, where its label is no noun or says too little
    note_of: str = ""  # the field that it says more of; where that is empty, it is the value of it
    as_list: Literal["", "tags", "ticks", "dash"] = ""
    """Shown as a list of its own instead of a row: of few words each, of more, or of what is not."""
    action: str = ""  # what the button says that leads to its address, in English; such a field has no row
    backlink: Backlink | None = None
    role: str = ""
    """What its organisations are in the record, in English: they act in it, and the universities among them are the
    record's. In a group: as what they take part in what the record holds. "" where they do not act."""
    within: bool = False
    """Whether it names the wider thing of which the record is a part: records of one thing belong together."""
    inherited_from: str = ""
    """The field that names the record whose own value counts, where this one is empty and not said to be not stated."""
    schema_org: Property | None = None
    """Declared by its name alone, where that says it all."""

    @cached_property
    def item(self) -> FieldType[Any]:
        """The type of its value, or of each of its values."""
        return self.is_a.item if isinstance(self.is_a, ListOf) else self.is_a

    @cached_property
    def group(self) -> "type[Group] | None":
        """The group that it holds, alone or in a list."""
        return self.item.model if isinstance(self.item, GroupOf) else None


def needed(is_a: FieldType[T], label: str, **more: Any) -> T:
    """A field without which its group means nothing."""
    carried: T = _carried(is_a, label, "needed", **more)
    return carried


def required(is_a: FieldType[T], label: str, **more: Any) -> T | None:
    """A field that a record states, or lists under `not_stated`."""
    carried: T | None = _carried(is_a, label, "required", default=None, **more)
    return carried


def optional(is_a: FieldType[T], label: str, **more: Any) -> T | None:
    """A field that a record may have."""
    carried: T | None = _carried(is_a, label, "optional", default=None, **more)
    return carried


def flag(is_a: FieldType[bool], label: str, **more: Any) -> bool:
    """A field that is no unless a record says yes."""
    carried: bool = _carried(is_a, label, "optional", default=False, **more)
    return carried


def many(
    is_a: FieldType[T], label: str, *, required: bool = False, needed: bool = False, at_least: int = 0, **more: Any
) -> tuple[T, ...]:
    """A field that holds a list, empty unless the record has some; where it is `needed` it never is."""
    listed = ListOf(is_a, at_least)
    if needed:
        always: tuple[T, ...] = _carried(listed, label, "needed", **more)
        return always
    carried: tuple[T, ...] = _carried(listed, label, "required" if required else "optional", default=(), **more)
    return carried


def _carried(is_a: FieldType[Any], label: str, presence: Presence, default: Any = ..., **more: Any) -> Any:
    """A field of a dataclass that carries its declaration; its name comes from the class."""
    if isinstance(name := more.get("schema_org"), str):  # nothing more than its name
        more["schema_org"] = Property(name)
    metadata = {_DECLARED: Field("", is_a, label, presence, **more)}
    return field(metadata=metadata) if default is ... else field(default=default, metadata=metadata)


@dataclass_transform(kw_only_default=True, frozen_default=True)
@dataclass(frozen=True, kw_only=True)
class Group:
    """Fields that belong together; an unknown key is an error, and a value never changes."""

    singular: ClassVar[str] = ""
    """What messages call the group, in English: "an agreement"."""
    whole: ClassVar[str | None] = None  # how its figures are told to be of all of it; None: they are of what holds it
    exactly_one: ClassVar[tuple[str, str] | None] = None
    """Two fields of which one is filled and the other is not."""
    backlinks: ClassVar[Mapping[str, Backlink]] = {}  # those of fields that a kind shares with another
    former: ClassVar[Mapping[str, str]] = {}  # names of fields that are gone, each with what is in their place now
    only: ClassVar[tuple[str, ...]] = ()
    """Of the fields that it inherits those it has, where it has not all."""
    declared: ClassVar[Mapping[str, Field]] = {}
    """Its fields by name, in the order of the page; in a block a kind's own before the common ones."""
    told_apart_by: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """The fields, alone or together, of which no two entries of a list have the same."""
    in_order_of: ClassVar[tuple[str, ...]] = ()  # the fields in which entries of a list never go back
    counted_in: ClassVar[tuple[str, str]] = ("", "")  # of entries with a number: when each was, and that, which grows
    rules: ClassVar[tuple[Mapping[str, object], ...]] = ()  # what only its JSON Schema says of several fields together
    one_unit: ClassVar[str] = ""  # the quantity that all entries of a list give in the same unit
    shares: ClassVar[tuple[str, str]] = ("", "")
    """Where entries of a list count different things: the choice that says which, and how many."""
    inner: ClassVar[tuple[str, ...]] = ()  # those of them that hold groups
    plain: ClassVar[tuple[tuple[str, Field], ...]] = ()
    """The others."""

    def held(self, name: str) -> object:
        """What a declared field holds, by its name."""
        return getattr(self, name)

    def values_of(self, name: str) -> tuple[object, ...]:
        """All that a declared field holds: of a list its values, none where it is empty."""
        held = self.held(name)
        return held if isinstance(held, tuple) else (held,) if is_filled(held) else ()

    def texts_of(self, name: str) -> tuple[str, ...]:
        """The texts in a field, such as the names of others; none where the group has no such field."""
        return tuple(one for one in self.values_of(name) if isinstance(one, str)) if name in self.declared else ()

    def refs_of(self, name: str) -> tuple[AnyRef, ...]:
        """The records that a field names; none where the group has no such field."""
        return tuple(one for one in self.values_of(name) if isinstance(one, Ref)) if name in self.declared else ()

    def asserts(self, name: str) -> bool:
        """Whether a source says what a field means, so that other programs may be told: not what is our reading."""
        return True

    def __init_subclass__(cls) -> None:
        dataclass(frozen=True, kw_only=True)(cls)
        cls.declared = _declarations(cls)
        cls.inner = tuple(name for name, one in cls.declared.items() if one.group)
        cls.plain = tuple((name, one) for name, one in cls.declared.items() if not one.group)


AnyGroup = TypeVar("AnyGroup", bound=Group)


class GroupOf(FieldType[AnyGroup], Generic[AnyGroup]):
    """A group of fields. Its schema refers to the one of the group, which `kinds/schema.py` writes.

    `alone` names the field for which a text may stand by itself, where the group has nothing else to say.
    """

    widget, may_come_again, expected = "object", True, N_("a group of “key: value” lines")

    def __init__(self, model: type[AnyGroup], alone: str = "") -> None:
        self.model, self.alone = model, alone
        inner, other = model.declared.values(), model.exactly_one[1] if model.exactly_one else ""
        owed = [one for one in inner if one.presence != "optional"] or [one for one in inner if one.name != other]
        self.example = {one.name: one.example or one.is_a.example for one in owed}

    def read(self, written: Written) -> AnyGroup:
        """No text is a group, whose fields are read one by one, each at its place (`content/parse.py`)."""
        raise self.wrong(written)

    def write(self, value: AnyGroup) -> Written:
        """The filled fields, in the order they are declared."""
        written = {
            name: declared.is_a.write(held)
            for name, declared in self.model.declared.items()
            if is_filled(held := value.held(name))
        }
        return written[self.alone] if list(written) == [self.alone] else written

    def schema(self, words: Words) -> Schema:
        group = definition(self.model.__name__)
        return {"anyOf": [self.model.declared[self.alone].is_a.schema(words), group]} if self.alone else group


def is_filled(value: object) -> bool:
    """Whether a field has a value."""
    return value is not None and value != () and value is not False


def _declarations(group: type[Group]) -> Mapping[str, Field]:
    """The declarations that the fields of a dataclass carry."""
    known = {one.name: one.metadata[_DECLARED] for one in dataclasses.fields(group)}
    names = dict.fromkeys(
        name
        for cls in group.__mro__
        for name in vars(cls).get("__annotations__", {})
        if name in known and (cls is group or not group.only or name in group.only)
    )
    blocks = [*BLOCKS, ""]
    ordered = sorted(names, key=lambda name: blocks.index(known[name].block))
    return {
        name: dataclasses.replace(known[name], name=name, backlink=group.backlinks.get(name, known[name].backlink))
        for name in ordered
    }
