"""Facts → inline text in one language: how every view says a value, links a record, or tells that nobody states it."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from generator.content.record import AnyRecord
from generator.fields.dates import DAY
from generator.fields.declare import Field, Group
from generator.fields.dotted import Selector, find_field, labels
from generator.fields.types import Site
from generator.fields.values import AnyRef, Day, Duration, Quantity, Ref, Term
from generator.kinds.base import Kind
from generator.kinds.catalogue import kind_of
from generator.kinds.evidence import Differing
from generator.showcase.answers import Answers, Witness, settled
from generator.showcase.calculations import Computed
from generator.showcase.model import Showcase
from generator.showcase.placed import is_deduced
from generator.text.anchors import source_anchor
from generator.text.inline import Plain, fields, filled, joined, sentence_case, text_of
from generator.text.prepositions import amount_phrase, date_phrase, percentage_phrase
from generator.urls import Urls
from generator.view.text import Fact, Inline, Piece
from generator.words import Words

GAP = "–"
"""What stands in lists and tables for what is not known."""
_QUALIFIERS = {"": "", "~": "about", "<": "below", "~<": "almost", ">": "over"}


@dataclass(frozen=True)
class Context:
    """One language of one showcase."""

    showcase: Showcase
    urls: Urls
    words: Words
    versions: Mapping[str, "Context"] = field(default_factory=dict, repr=False, compare=False)
    """The showcase in each language of the site, this one too, where all are made together."""
    answers: Answers = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def witness(self) -> Witness:
        """Who sees that the day is asked for."""
        return self.showcase.witness

    @cached_property
    def language(self) -> str:
        """The language of the page being made."""
        return self.words.language

    @property
    def site(self) -> Site:
        """What types of fields leave to the owner."""
        return self.showcase.settings.site

    def shown_in(self, record: AnyRecord) -> str:
        """The language in which this page can show the record's words."""
        return self.language if self.language in record.wordings else self.site.written_in

    def foreign(self, language: str) -> str:
        """The `lang` that a text of `language` needs on this page."""
        return "" if language == self.language else language

    def title(self, record: AnyRecord, *, short: bool = False, linked: bool = False) -> Piece:
        """The record's title, with its language where it is foreign, perhaps as a link; or that it was withdrawn."""
        wording = record.wordings[shown := self.shown_in(record)]
        own = "" if len({one.title for one in record.wordings.values()}) > 1 else record.facts.title_language
        href = self.href(record) if linked and not self.showcase.told_in(record.ref) else ""
        if record.facts.withdrawn:
            return Piece(self.words.text("Withdrawn"), href=href)
        return Piece(wording.short_title if short else wording.title, href=href, lang=self.foreign(own or shown))

    def summary(self, record: AnyRecord) -> str:
        """The record's summary, if it has one in this language."""
        wording = record.wordings.get(self.language)
        return wording.summary if wording else ""

    def has_page(self, record: AnyRecord) -> bool:
        """Whether the record has a page in this language."""
        return self.language in self.showcase.languages(record.ref)

    def href(self, record: AnyRecord) -> str:
        """The address of the page that tells a record: in this language, or in the first it has."""
        if there := self.showcase.told_in(record.ref):
            return self.href(self.showcase[there])
        own, *others = self.showcase.languages(record.ref)
        return self.urls.href(self.urls.record(record, self.language if self.language in others else own))

    def link(self, ref: AnyRef) -> Piece:
        """The title of another record, as a link to it."""
        return Piece(*self._link(ref))

    @settled
    def _link(self, ref: AnyRef) -> Plain:
        return fields(self.title(self.showcase[ref], linked=True))

    def localised(self, value: Mapping[str, str]) -> Piece:
        """A text of the facts, in this language or in that of the records."""
        language = self.language if self.language in value else self.site.written_in
        return Piece(value[language], lang=self.foreign(language))

    def term(self, term: Term) -> Piece:
        """The name of a vocabulary's entry, as a link to its page."""
        label = self.term_label(term)
        return Piece(label.text, self.urls.href(self.urls.term(term, self.language)), label.lang)

    def term_label(self, term: Term) -> Piece:
        """The name of a vocabulary's entry."""
        found = self.showcase.vocabularies[term.vocabulary].entry(term.id)
        return self.localised(found.label) if found else Piece(term.id)

    # --- values ---

    def day(self, day: Day, *, short: bool = False) -> Piece:
        """A date as far as it is known, perhaps with its month cut short."""
        return Piece(self.words.day(day.year, day.month, day.day, short=short), datetime=str(day))

    def date(self, day: datetime.date) -> Piece:
        """A full date."""
        return Piece(self.words.date(day), datetime=day.isoformat())

    def duration(self, duration: Duration) -> str:
        """A length of time."""
        count = self.words.count
        if duration.unit == "year":
            return count("{number} year", "{number} years", duration.number)
        if duration.unit == "month":
            return count("{number} month", "{number} months", duration.number)
        return count("{number} day", "{number} days", duration.number)

    def quantity(self, quantity: Quantity) -> str:
        """A number with its unit and its qualifier, which is never left out."""
        if quantity.code == "EUR" and not quantity.number:
            return self.words.text("at no cost")
        return self._qualified(_QUALIFIERS[quantity.qualifier], quantity.number, quantity.code)

    def computed(self, figure: Computed, code: str) -> str:
        """A computed number with its unit and what it may claim."""
        return self._qualified(figure.qualifier, figure.number, code)

    def _qualified(self, qualifier: str, number: Decimal, code: str) -> str:
        if code == "PERCENT":
            message, gap = percentage_phrase(qualifier, number, self.language)
            return self.words.text(message, **{gap: self.words.number(number)})
        amount = self._with_unit(number, code)
        return self.words.text(amount_phrase(qualifier, code), amount=amount) if qualifier else amount

    def _with_unit(self, number: Decimal, code: str) -> str:
        return self.words.money(number) if code == "EUR" else f"{self.words.number(number)} {code}".strip()

    # --- phrases ---

    def dated(self, preposition: str, day: Day | datetime.date) -> Inline:
        """A date with its preposition: "on", "of", "as of", "since", "until"…"""
        if isinstance(day, datetime.date):
            day = Day(day.year, day.month, day.day)
        message, gap = date_phrase(preposition, day, self.language)
        return self.phrase(message, **{gap: self.day(day)})

    def phrase(self, message: str, /, **pieces: Piece | Inline | str) -> Inline:
        """A sentence with links, dates, foreign names or other phrases in its {gaps}."""
        return filled(self.words.text(message, **{name: f"{{{name}}}" for name in pieces}), pieces)

    def sentence(self, message: str, /, **pieces: Piece | Inline | str) -> str:
        """The words of a phrase alone."""
        return text_of(self.phrase(message, **pieces))

    def listed(self, pieces: Iterable[Piece]) -> Inline:
        """Several pieces as a sentence lists them: "a, b and c"."""
        known = {f"p{number}": piece for number, piece in enumerate(pieces)}
        last = list(known.values())[-1].text if known else ""
        return filled(self.words.listed((f"{{{name}}}" for name in known), last), known)

    def status(self, record: AnyRecord) -> str:
        """Where a record stands on the day, as the beginning of a line; "" where its kind has no statuses."""
        statuses, status = record.facts.status, self.showcase.status(record)
        return sentence_case(statuses.label(status.name, self.words)) if statuses else ""

    def computed_on(self) -> Inline:
        """For which day a status was computed."""
        return self.phrase("Status {as_of}.", as_of=self.dated("as of", self.showcase.day_said))

    def not_stated(self) -> Piece:
        """What lists and tables have in place of a value that no source states; a line of legend explains it."""
        return Piece(GAP, unknown=True)

    def deduced(self, deduced: bool) -> Inline:
        """What follows a date that no source states in full."""
        return (Piece(" " + self.words.text("(deduced date)")),) if deduced else ()

    def dated_source(self, ref: AnyRef, day: Day | None, link: Piece | None = None, *, deduced: bool = False) -> Inline:
        """What a figure never goes without: its as-of date, or its source's, or "undated source"; and the source."""
        date, link = self.showcase.date_of_source(ref), link or self.link(ref)
        if day:
            as_of = (*self.dated("as of", day), *self.deduced(deduced))
            return self.phrase("{as_of}, {source}", as_of=as_of, source=link)
        if date:
            return self.phrase("{source}, {of_date}", of_date=self.dated("of", DAY.read(date)), source=link)
        return self.phrase("{source}, undated", source=link)

    # --- fields ---

    def value(self, group: Group, name: str) -> tuple[Inline, ...]:
        """Every value of a field, said by its type; nothing where it is empty or hidden."""
        field = group.declared[name]
        items = () if field.hidden else group.values_of(name)
        if field.group:
            return tuple(self.whole(one) for one in items if isinstance(one, Group))
        deduced = self.deduced(is_deduced(group, name))
        return tuple((self.say(field, one), *self._where(one), *deduced) for one in items)

    def whole(self, group: Group, said: Inline = (), *told: str) -> Inline:
        """What is said of a group, which tells some of its fields; then each of the others under its label."""
        left = (name for name in group.declared if name not in told)
        rows = ((self.label(type(group), name), self.value(group, name)) for name in left)
        others = ((Piece(f"{label}: "), *joined(", ", values)) for label, values in rows if values)
        return joined(" · ", (said, *others))

    def details(self, facts: Kind) -> Inline:
        """What tells a record from others of its name, as its kind declares: of a place, where it is."""
        stated = ((facts.declared[name], facts.held(name)) for name in facts.details)
        return joined(", ", ((self.say(field, value),) for field, value in stated if value))

    def _where(self, value: object) -> Inline:
        """What follows the name of a record that is referred to."""
        details = self.details(self.showcase[value].facts) if isinstance(value, Ref) and kind_of(value).details else ()
        return (Piece(f", {text_of(details)}"),) if details else ()

    def say(self, field: Field, value: object) -> Piece:
        """One value of a field."""
        return field.item.say(value, self)

    def choice(self, group: Group, name: str) -> str:
        """The value of a choice as the beginning of a line; "" where it is empty."""
        value = group.held(name)
        return sentence_case(self.say(group.declared[name], value).text) if value else ""

    def facts(self, record: AnyRecord, *names: str) -> tuple[Fact, ...]:
        """A row for each field that is stated, or told differently by different sources."""
        return tuple(row for name in names if (row := self.fact(record, name)).values)

    def fact(self, record: AnyRecord, name: str, *values: Inline) -> Fact:
        """The row of one field; `values` replace what the field itself would say."""
        said = tuple(filter(None, values)) or self.value(record.facts, name)
        return Fact(self.label(type(record.facts), name), (*said, *self.others(record, name)))

    def others(self, record: AnyRecord, name: str) -> tuple[Inline, ...]:
        """What other sources say of a field that the page shows, each thing once, with all that say it."""
        kind, entries = type(record.facts), () if record.facts.declared[name].hidden else record.facts.differing
        alike: dict[str, list[Differing]] = {}
        for one in (one for one in entries if one.field == name):
            alike.setdefault(f"{one.value!r} {one.note!r}", []).append(one)
        told = ((those[0], self.listed(self.link(one.source) for one in those)) for those in alike.values())
        return tuple(self.otherwise(kind, entry, sources) for entry, sources in told)

    def label(self, group: type[Group], name: str) -> str:
        """The label of a field; of an inner field, those along the way to it."""
        return " · ".join(dict.fromkeys(map(self._called, labels(group, name))))

    def _called(self, one: str) -> str:
        if isinstance(one, Selector) and not one.counts:
            return self.title(self.showcase[one.ref]).text if one.ref and one.ref in self.showcase else str(one)
        return self.words.text(one.counts if isinstance(one, Selector) else one)

    def cite(self, record: AnyRecord, ref: AnyRef) -> Piece:
        """A source by its number in the page's list of sources; by its title where it is not among them."""
        numbers = [support.source for support in record.facts.sources]
        if ref not in numbers:
            return self.link(ref)
        number = numbers.index(ref) + 1
        return Piece(self.words.text("source {number}", number=number), href=f"#{source_anchor(number)}")

    def otherwise(self, kind: type[Group], entry: Differing, source: Piece | Inline) -> Inline:
        """What another source says of a field, and which source, or which ones."""
        value = self.other_value(kind, entry)
        return self.noted(entry, self.phrase("{value}, according to {source}", value=value, source=source))

    def noted(self, entry: Differing, said: Inline) -> Inline:
        """What another source says, with what explains it."""
        note = (self.localised(entry.note),) if entry.note else ()
        return self.whole(entry, joined(" · ", (said, note)), "field", "value", "source", "note")

    def other_value(self, kind: type[Group], entry: Differing) -> Piece:
        """What another source says of a field, in words."""
        if isinstance(entry.value, Mapping):
            return self.localised(entry.value)
        found = find_field(kind, entry.field)
        return self.say(found[1], found[1].is_a.read(entry.value)) if found else Piece(entry.value)


def contexts_of(showcase: Showcase) -> tuple[Context, ...]:
    """The showcase in each of its languages, the first one first."""
    urls, versions = Urls(showcase.settings), dict[str, Context]()
    for language in showcase.settings.languages:
        versions[language] = Context(showcase, urls, showcase.words_of(language), versions)
    return tuple(versions.values())
