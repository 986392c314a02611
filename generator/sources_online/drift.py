"""What has become of sources since they were read: gone, moved, or no longer saying what a record rests on."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.content.nodes import Location
from generator.content.record import AnyRecord, Record, of_kind
from generator.fields.dotted import Selector, labels
from generator.fields.values import AnyRef, Ref
from generator.fields.walk import leaves
from generator.kinds.catalogue import kind_of
from generator.kinds.source import Source
from generator.problems.problem import Problem, problem
from generator.sources_online.page_text import says
from generator.sources_online.polite import WebAnswer
from generator.words import N_, Phrase

Read = Callable[[str], WebAnswer]


class SourcesAsked(NamedTuple):
    """What was found, and how much of it could be compared."""

    problems: tuple[Problem, ...]
    sources: int
    """How many sources were asked for."""
    compared: int
    """Of how many something was compared: the words that rest on them, or their digest."""


def drift(records: Mapping[AnyRef, AnyRecord], read: Read) -> SourcesAsked:
    """Ask for each source once, and tell what no longer holds, each at the field that says so."""
    sources = [one for one in of_kind(records.values(), Source) if one.facts.url and not one.facts.withdrawn]
    resting = _resting(records.values())
    found: list[Problem] = []
    compared = 0
    for source in sources:
        supports = resting.get(source.ref, ())
        answer = read(source.facts.url or "")
        compared += answer.text is not None and _is_comparable(source, supports)
        found += _told(source, supports, answer)
    return SourcesAsked(tuple(found), len(sources), compared)


class _Resting(NamedTuple):
    record: AnyRecord
    at: Location
    """Where it names the source."""
    names: tuple[str, ...]
    words: str | None = None

    @property
    def fields(self) -> Iterable[object]:
        """What of the record rests on the source."""
        kind = type(self.record.facts)
        named = [_label(labels(kind, name)) for name in self.names]
        return tuple(named) or (Phrase(N_("the whole record")),)


def _label(way: Iterable[str]) -> Phrase:
    """The field at the end of a way of labels."""
    return Phrase([one for one in way if not isinstance(one, Selector)][-1])


def _resting(records: Iterable[AnyRecord]) -> Mapping[AnyRef, tuple[_Resting, ...]]:
    """The records that rest on each source, by what they write of it."""
    found: dict[AnyRef, tuple[_Resting, ...]] = {}
    for record in records:
        if record.facts.withdrawn is None:
            for ref, one in _rests_on(record):
                found[ref] = (*found.get(ref, ()), one)
    return found


def _rests_on(record: AnyRecord) -> Iterator[tuple[AnyRef, _Resting]]:
    """The sources of a record, and those of its values, of what others say, of its claims."""
    for number, one in enumerate(record.facts.sources):
        yield one.source, _Resting(record, ("sources", number, "source"), one.fields, one.words)
    for at, field, value in leaves(record.facts):
        if at[0] != "sources" and not field.backlink and isinstance(value, Ref) and kind_of(value) is Source:
            yield value, _Resting(record, at, (str(at[0]),))


def _is_comparable(source: Record[Source], supports: Iterable[_Resting]) -> bool:
    """Whether something is written that the text of a source is compared with."""
    return bool(source.facts.digest) or any(one.words for one in supports)


def _told(source: Record[Source], supports: Iterable[_Resting], answer: WebAnswer) -> Iterator[Problem]:
    name, at = source.ref.id, source.place("url")
    if answer.unread:
        yield problem("source-unread", at, id=name, why=answer.unread)
        return
    if answer.gone:
        yield problem("source-gone", at, id=name, status=answer.gone)
        for one in supports:
            yield problem("rests-on-gone", one.record.place(*one.at), id=name, fields=one.fields)
        return
    if answer.moved_to:
        yield problem("source-moved", at, meant=(answer.moved_to,), id=name, to=answer.moved_to)
    if answer.text is None:
        if _is_comparable(source, supports):
            yield problem("source-unread", at, id=name, why=Phrase(N_("no text can be read in its answer")))
        return
    for one in supports:
        if one.words and not says(answer.text, one.words):
            place = one.record.place(*one.at[:-1], "words")
            yield problem("source-unsaid", place, id=name, fields=one.fields)
    if source.facts.digest and source.facts.digest != answer.text.digest:
        yield problem("source-changed", source.place("digest"), id=name, digest=answer.text.digest)
