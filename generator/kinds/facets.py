"""By what lists can be refined: a question, its word in addresses, and the field that answers it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from generator.words import N_, NN_


@dataclass(frozen=True)
class Facet:
    """A question that divides a list. `answers` is a field, with dots inside groups, or one of `COMPUTED_ANSWERS`.

    With dots before it, as in "places.@town", the records that a field names answer.
    """

    id: str
    label: str
    """In English, for the catalogues."""
    segments: Mapping[str, str]
    """Its word in addresses, by language; the id where a language has none."""
    answers: str
    by_heading: bool = False
    """Whether choices are told by their headings: "Universities" instead of "university"."""
    as_tiles: bool = False
    """Whether its choices stand over the list, each with its number: what divides the list and sums up to it."""

    is_sought: bool = False
    """Whether people look for its choices by name: agreements of 2023, with municipalities."""
    sought: str = ""
    """The words by which they also ask for one, parted by commas: signed in 2023."""
    without: str = N_("not known")
    """What those are called that answer nothing: a row of the table, of the picture and of the file."""
    unranked: tuple[str, str] | None = None
    """Its choices are in the order of names, never by how many: nobody is ranked. Of so many choices this is said, with
    how many records of how many give one of them."""
    affirmed: tuple[str, str] | None = None
    """Of a question that is answered yes or no: how many of how many say yes, in a sentence."""
    former: Mapping[str, str] = field(default_factory=dict)
    """The word that it had in addresses, by language: what stood below it leads to where it stands now."""

    @property
    def asks(self) -> tuple[str, str]:
        """The field that answers, and what is computed: of the records in that field, or of the record itself."""
        field, at, computed = self.answers.rpartition("@")
        return (field.rstrip("."), at + computed) if at else (self.answers, "")

    @property
    def of_day(self) -> bool:
        """Whether it asks where records stand: what they answer depends on the day."""
        return self.asks[1] == _STATUS

    @property
    def of_sources(self) -> bool:
        """Whether it asks where records themselves stand, as their sources put it."""
        return self.id == _STATED and not self.of_day and "." not in self.answers

    def of(self, field: str, label: str = "", sought: str = "") -> Self:
        """The same question, answered by another field, perhaps under another label, and sought by further words."""
        return replace(self, answers=field, label=label or self.label, sought=sought or self.sought)

    def segment(self, language: str) -> str:
        """Its word in the addresses of a language."""
        return self.segments.get(language, self.id)


_STATUS, _STATED = "@status", "status"
COMPUTED_ANSWERS = tuple(
    "@universities @structures @works-with @status @year @end @partners @natures @town @kind @publishers".split()
)
"""What the showcase answers: the universities that act in a record or stand above an organisation, their departments
and centres that do; the universities that an organisation works with; its status, its year, the year of its end, who
acts in it beside the universities, of what nature they are; the municipality or the country of a place; of which kind
a record is; who published a source, with a page here or without."""

UNIVERSITY = Facet(
    "university",
    N_("University"),
    {"it": "universita", "en": "university"},
    "@universities",
    without=N_("no university with a page here is known to take part"),
    unranked=NN_(
        "{number} university takes part in {named} of {records}",
        "{number} universities take part in {named} of {records}",
    ),
)
WORKS_WITH = replace(
    UNIVERSITY.of("@works-with", N_("University in the same activities")),
    without=N_("in no activity of a university"),
)
"""Whoever acts beside a university is told by it, partners of one another too: the label says no more than that."""
PUBLISHER = Facet(
    "publisher",
    N_("Published by"),
    {"it": "pubblicata-da", "en": "published-by"},
    "@publishers",
    former={"it": "universita", "en": "university"},
)
TOPIC = Facet("topic", N_("Topic"), {"it": "tema", "en": "topic"}, "topics")
STATUS = Facet(_STATED, N_("Status"), {"it": "stato", "en": "status"}, _STATUS, as_tiles=True, is_sought=True)
YEAR = Facet("year", N_("Year"), {"it": "anno", "en": "year"}, "@year", is_sought=True)
END = Facet("end", N_("Ends or may end in"), {"it": "fine", "en": "end"}, "@end")
PARTNER = Facet("partner", N_("Partner"), {"it": "partner", "en": "partner"}, "@partners", is_sought=True)
FORM = Facet("form", N_("Kind"), {"it": "forma", "en": "form"}, "form", by_heading=True)
AUDIENCE = Facet("audience", N_("Who it is for"), {"it": "pubblico", "en": "audience"}, "audiences")
NATURE = Facet(
    "nature", N_("Kind of partner"), {"it": "natura", "en": "nature"}, "@natures", by_heading=True, is_sought=True
)
TOWN = Facet("town", N_("Town"), {"it": "citta", "en": "town"}, "town")
SCOPE = Facet("scope", N_("Scope"), {"it": "portata", "en": "scope"}, "scope")
ENGAGEMENT = Facet(
    "engagement",
    N_("Public engagement"),
    {"it": "public-engagement", "en": "public-engagement"},
    "engagement",
    without=N_("not public engagement, or of no kind that is named here"),
)
OUTCOME = Facet("outcome", N_("Outcome"), {"it": "esito", "en": "outcome"}, "outcome", by_heading=True)
FIELD_OF_ACTION = Facet(
    "field", N_("Field of action"), {"it": "campo-di-azione", "en": "field-of-action"}, "fields_of_action"
)
KIND_OF_RECORD = Facet("list", N_("What it is"), {"it": "che-cosa-e", "en": "what-it-is"}, "@kind")
PLAN = Facet("plan", N_("Plan"), {"it": "piano", "en": "plan"}, "plan")
READ_AS_THIRD_MISSION = Facet(
    "third-mission",
    N_("Third mission"),
    {"it": "terza-missione", "en": "third-mission"},
    "third_mission",
    affirmed=NN_(
        "{number} of {total} is third mission, as we read it", "{number} of {total} are third mission, as we read them"
    ),
)
STRUCTURE = Facet("structure", N_("Department or centre"), {"it": "struttura", "en": "structure"}, "@structures")
THIRD_MISSION = (SCOPE, ENGAGEMENT, STRUCTURE)
"""By what offices of third mission count what a university does."""
PLACES = TOWN.of("places.@town")
SEATS = TOWN.of("parties.town", N_("Where the parties are"))
