"""What a kind of record declares of itself, besides its fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from generator.fields.choices import Choice
from generator.fields.values import AnyRef, Day
from generator.kinds.common import Common
from generator.kinds.facets import Facet
from generator.kinds.measures import BoardMeasure
from generator.words import N_, NN_

BY_STATUS = "@status"
"""The grouping of a list by the statuses that are computed."""
BY_OWNER = "@owner"
"""The grouping of a list by whose its records are: the one university of what they are about, or that itself."""
BY_TOWN = "@town"
"""The grouping of a list of places by the municipality or the country in which each stands."""

ListAs = Literal["rows", "windows", "columns", "figures", "register"]
"""How a list shows its records: rows of two lines; windows with what is drawn of each; names with a number, in columns;
figures, the number first; the table of agreements."""
ListPicture = Literal["", "web", "years", "map"]
"""What is drawn at the head of a list: who works with whom; how many agreements each year has; where towns lie."""


@dataclass(frozen=True)
class Estimate:
    """What is said of an end that is counted from a date on which nothing need take effect, in English."""

    end: str = N_("{end}, estimate")
    short: str = N_("estimate")
    """Where there is little room, without the end."""
    note: str = N_("The end is an estimate: we count the duration from a date that need not be its beginning.")


@dataclass(frozen=True)
class Dated:
    """A date that places a record in time: the field that holds it, what happened then, its preposition."""

    field: str
    """With dots where it stands in a group; of a list, the last has it."""
    what: str
    """In English, with a gap {when}."""
    preposition: str = "on"
    short: str = ""
    """What happened, where there is little room, in English; without it, the label of the field."""
    binds: bool = True
    """Whether what happened binds somebody, so that something can begin with it."""
    estimate: Estimate = Estimate()


@dataclass(frozen=True)
class Period:
    """When something happens or can be done, and what its records are called before, meanwhile and after."""

    start: str
    """The field that begins it."""
    end: str
    """The field that ends it, its last day included; where it is empty, `start` does, if `or_start`."""
    before: str
    during: str
    after: str
    near: tuple[str, int] | None = None
    """What they are called in the last days, and how many those are."""
    or_start: bool = False
    """Whether it takes one day where no end is known."""
    unsure: str = "undeterminable"
    """What they are called where dates are known, but not whether they have begun."""
    longest: int = 0
    """How many days such a thing lasts at most, by our reckoning, where nobody gives its beginning; 0: any number."""


class Kind(Common):
    """What a kind says of itself; its records have the common fields and its own."""

    whole = N_("of {record} as a whole")
    folder: ClassVar[str]
    plural: ClassVar[str]
    """The English heading of the kind's list."""
    list_title: ClassVar[str] = ""
    """The English title of the page of its list, where that is not the plural."""
    counted: ClassVar[tuple[str, str]] = NN_("{number} page", "{number} pages")
    """How many of its records there are, in a sentence that counts several kinds: of one, of more."""
    noun: ClassVar[str] = ""
    """What one of its records is called: "Programme"."""
    kicker: ClassVar[str] = ""
    """The choice that says over the title what a record is, where one does."""
    segments: ClassVar[Mapping[str, str]] = {}
    """The word of the address for the kind's list, by language; the folder where a language has none."""
    headings: ClassVar[Mapping[str, str]] = {}
    """The English heading of a block, where it is not the common one."""
    facets: ClassVar[tuple[Facet, ...]] = ()
    """By what its list can be refined, in the order they are shown."""
    grouping: ClassVar[str] = ""
    """The choice by which its list is divided, of several values by the first; `BY_STATUS`, `BY_OWNER` or `BY_TOWN` for
    what is computed."""
    newest_first: ClassVar[bool] = False
    """Whether its list goes by date instead of by title."""
    list_as: ClassVar[ListAs] = "rows"
    """How its list shows its records."""
    list_picture: ClassVar[ListPicture] = ""
    """What is drawn at the head of its list."""
    dates: ClassVar[tuple[Dated, ...]] = ()
    """The dates that place a record in time, the most telling first."""
    status: ClassVar[Choice | None] = None
    """The statuses that are computed for a day, in the order lists show them."""
    period: ClassVar[Period | None] = None
    """From when until when a record holds, where its statuses follow from that alone."""
    goes_on: ClassVar[str] = ""
    """The choice that says whether what ends can go on, where there is one."""
    details: ClassVar[tuple[str, ...]] = ()
    """The fields that tell its records from others of their name, in rows and lists: of a place, where it is."""
    items_dated: ClassVar[bool] = False
    """Whether an item of a list shows the date that places it in time."""
    downloads: ClassVar[tuple[str, ...]] = ()
    """The files that stand beside its list: "csv", the table of its records; "ics", what is dated: of what takes
    place when it does, of all else the ends that are known."""
    title_given: ClassVar[bool] = False
    """Whether others chose the titles of its records: they are names, or those of sources."""
    schema_org: ClassVar[str] = "WebPage"
    """The type of its records in schema.org."""
    schema_org_by: ClassVar[str] = ""
    """The choice whose option may name a type that says more."""
    schema_org_filled: ClassVar[Mapping[str, Mapping[tuple[str, ...], str]]] = {}
    """The properties that tell which of some fields are filled, each with its value for those that are."""
    schema_org_list: ClassVar[bool] = False
    """Whether its list tells more than its type: schema.org has none for agreements, calls and plans."""
    is_listed: ClassVar[bool] = True
    """Whether it has a list of its own."""
    counts: ClassVar[Mapping[str, tuple[str, str]]] = {}
    """What an indicator may count of its list besides all: by name, a field or `BY_STATUS`, and the value it has."""
    is_activity: ClassVar[bool] = True
    """Whether its records, where people look for them first, tell what is done: the board counts them together."""
    reported_whole: ClassVar[bool] = False
    """Whether a report tells of each of its records what it states of what it owes."""
    measures: ClassVar[tuple[BoardMeasure, ...]] = ()
    """What the board counts of its records, besides what it counts of all that is done."""
    is_prose: ClassVar[bool] = False
    """Whether the page of a record is its text, with its facts below that, and nothing of who refers to it."""
    is_evidence: ClassVar[bool] = False
    """Whether others rest on its records: these have who refers to them by kinds, and count nowhere as who does."""
    subject: ClassVar[str] = ""
    """The field that names what its records are about."""
    withdrawn_with: ClassVar[str] = ""
    """The field that names the record whose words its records say again: they are withdrawn with that one."""
    under: ClassVar[str] = ""
    """The field that names the record below which theirs stand, in addresses and on the way to them."""
    stands_under: ClassVar[str] = ""
    """The kind on whose list its records stand too while they are few; its folder."""
    in_feeds: ClassVar[bool] = True
    search_weight: ClassVar[float] = 1
    """How much the words of its records count in the search."""
    search_rank: ClassVar[int] = 1
    """Which kinds come before others in what a search finds: 1 what is done, 2 what is measured or planned, 3 who and
    where, 4 persons, 5 what all rests on, which is found by its words alone."""
    sought: ClassVar[str] = ""
    """Other words, parted by commas, for what it lists: by these people look for its list, and for its data."""
    found_by: ClassVar[str] = ""
    """Words, parted by commas, for what one does or sees there, by which people look for its list alone."""
    noindex: ClassVar[bool] = False
    """Whether search engines and catalogues of data are to leave its records out."""
    needs_source: ClassVar[bool] = True
    same_if: ClassVar[tuple[str, ...]] = ()
    """The fields of which no two records have the same, nor those known and the title where one is not known, or not to
    the day: they would be one thing told twice.
    """
    else_same_if: ClassVar[tuple[str, ...]] = ()
    """The fields that tell instead where one of these is not known."""
    wider: ClassVar[tuple[str, ...]] = ()
    """The fields that name the wider things in which a record lies: no way by any of them leads back to it."""
    tells_until: ClassVar[str] = ""
    """Of evidence: the field for the day on which it was last read; of what came later it tells nothing."""
    own_page_from: ClassVar[int] = 0
    """How many records must name one of its records for that to have a page: what fewer name is told there instead."""
    mentions_refer: ClassVar[bool] = False
    """Whether a text that links one of its records names it, as a field does: its page has who does so."""
    every_language: ClassVar[bool] = False
    """Whether it has a page in every language without a translation file."""

    @property
    def updated(self) -> Day | None:
        """When it was last verified, published, withdrawn or called off, as far as it is known."""
        withdrawn, status = self.withdrawn, self.dated_status
        days = (self.verified_on, self.publish_on, withdrawn.on if withdrawn else None, status[1] if status else None)
        return max((day for day in days if day), key=lambda day: day.first, default=None)

    @property
    def dated_status(self) -> tuple[str, Day] | None:
        """The status, and its day, of what is called off: a date gives it, whatever all the others say."""
        options = self.status.options if self.status else {}
        held = ((name, self.held(field)) for name, option in options.items() for field in option.since)
        return next(((name, day) for name, day in held if isinstance(day, Day)), None)

    @property
    def inherits(self) -> tuple[tuple[str, AnyRef], ...]:
        """The fields that it leaves to another record, each with that record."""
        left = (
            (name, one) for name, one in self.declared.items() if one.inherited_from and name not in self.not_stated
        )
        return tuple(
            (name, wider) for name, one in left if not self.held(name) for wider in self.refs_of(one.inherited_from)
        )

    def told_instead(self, name: str) -> bool:
        """Whether something stands in place of a field that is empty: a note, or what sources that differ say of it."""
        return any(one.field == name for one in self.differing) or any(map(self.values_of, self.notes_of(name)))

    def notes_of(self, name: str) -> tuple[str, ...]:
        """The fields that hold a note of another."""
        return tuple(note for note, one in self.declared.items() if one.note_of == name)

    @property
    def own_address(self) -> Mapping[str, str]:
        """The word of its address by language, where it stands below no list."""
        return {}

    @property
    def title_language(self) -> str | None:
        """The language of its title, where that is not the one in which it is written."""
        return None

    @property
    def sought_as(self) -> str:
        """Other words, parted by commas, by which people look for the record itself, in English."""
        return ""

    @property
    def fits_a_line(self) -> bool:
        """Whether a line on another record's page tells all that the facts say."""
        return False
